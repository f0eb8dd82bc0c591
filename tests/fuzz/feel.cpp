// SPDX-License-Identifier: BSL-1.0
// An expression of any bytes: compiled in both ways of checking, and as unary tests; run with
// values, and with nothing known.

#include "promises.hpp"

#include <bontot/feel.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

namespace feel = bontot::feel;

/** The names that an expression may read, and a value of each. */
struct known_names
{
    known_names()
    {
        add("n", feel::type::number(), feel::value::number(bontot::number(7)));
        add("meetings.held", feel::type::number(), feel::value::number(bontot::number(12)));
        add("t", feel::type::text(), feel::value::text("\u0111\u1ed1"));
        add("b", feel::type::boolean(), feel::value::boolean(true));
        add("d", feel::type::date(), feel::value::date(bontot::date{2026, 2, 28}));
        static const feel::value numbers[] = {
            feel::value::number(bontot::number(1)), feel::value(),
            feel::value::number(bontot::number(-3))};
        add("list", feel::type::list_of(feel::type::number()), feel::value::list(numbers));
        add("any", feel::type::any(), feel::value::null());
    }

    void add(std::string_view name, const feel::type& type, const feel::value& value)
    {
        names.add(name, type);
        values.push_back(value);
        unknown.emplace_back();
    }

    feel::environment names;
    bontot::vector<feel::value> values;
    bontot::vector<feel::value> unknown;
};

void check_issues(const feel::issue_list& issues, std::string_view source)
{
    fuzz::promise(!issues.empty(), "there is an issue");
    for (const feel::issue& each : issues) {
        fuzz::promise(each.offset <= source.size(), "an issue lies within the expression");
        fuzz::promise(each.column >= 1, "an issue has a column");
        bontot::diagnostic told;
        told.code = each.code;
        told.arguments = each.arguments;
        for (const auto in : {bontot::language::vi, bontot::language::en}) {
            std::string words;
            append_diagnostic(words, told, in);
            fuzz::promise(bontot::is_valid_utf8(words), "a sentence is UTF-8");
        }
    }
}

void run(const feel::program& program, const known_names& given)
{
    feel::scratch scratch;
    for (const auto* const values : {&given.values, &given.unknown}) {
        scratch.clear();
        const feel::value out = feel::run(program, *values, scratch);
        std::string text;
        feel::append_text(text, out, given.names.symbols());
        fuzz::promise(bontot::is_valid_utf8(text), "a value is written in UTF-8");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    for (const feel::checking how : {feel::checking::standard, feel::checking::strict}) {
        known_names given;
        feel::compile_options options;
        options.check = how;
        options.allow_is_known = true;
        const auto program = feel::compile(source, given.names, options);
        if (program) {
            run(*program, given);
        } else {
            check_issues(program.error(), source);
        }
        const auto tests =
            feel::compile_unary_tests(source, given.names, feel::type::number(), options);
        if (!tests) check_issues(tests.error(), source);
    }
    return 0;
}
