// SPDX-License-Identifier: BSL-1.0

#include <bontot/feel.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace feel_program_unit {

namespace {

namespace feel = bontot::feel;
using feel::type;

feel::environment facts()
{
    bontot::vector<feel::type_field> member;
    member.push_back({bontot::string("name"), type::text()});
    member.push_back({bontot::string("disciplined"), type::boolean()});
    feel::environment names;
    names.add("meetings.held", type::number());
    names.add("members", type::list_of(type::context_of(std::move(member))));
    names.add("title", type::text());
    return names;
}

feel::program compiled(feel::environment& names, std::string_view source)
{
    return feel::compile(source, names).value();
}

feel::value number(std::int64_t n)
{
    return feel::value::number(bontot::number(n));
}

/** Returns the result of unary tests as text. */
std::string tested(std::string_view source, const feel::value& input, const type& of)
{
    feel::environment names = facts();
    const auto made = feel::compile_unary_tests(source, names, of);
    if (made.has_error()) {
        const feel::issue_list issues = made.error();
        return std::string(bontot::message_code(issues[0].code));
    }
    feel::scratch working;
    const feel::value variables[] = {number(7)};
    std::string text;
    feel::append_text(text, feel::run(*made, variables, input, working), names.symbols());
    return text;
}

std::string tested(std::string_view source, std::int64_t input)
{
    return tested(source, number(input), type::number());
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_feel_program)

BOOST_AUTO_TEST_CASE(a_program_tells_which_variables_it_reads_and_where)
{
    feel::environment names = facts();
    const feel::program made =
        compiled(names, "title = \"a\" or meetings.held > 1 or title = \"b\"");
    const std::vector<std::uint32_t> slots(made.variables().begin(), made.variables().end());
    BOOST_TEST(slots == (std::vector<std::uint32_t>{0, 2}), boost::test_tools::per_element());
    BOOST_REQUIRE(made.references().size() == 3);
    BOOST_TEST(made.references()[1].offset == 15);
    BOOST_TEST(made.references()[1].length == 13);
    BOOST_TEST(made.references()[1].slot == 0);
    BOOST_TEST(made.source().substr(15, 13) == "meetings.held");
}

BOOST_AUTO_TEST_CASE(a_program_tells_which_fields_it_reads)
{
    const char* const sources[] = {
        "count(members[disciplined = true])",
        "members.disciplined",
        "members[1].disciplined",
        "some m in members satisfies m.disciplined",
        "members[item.disciplined]",
        "reverse(members)[disciplined]",
    };
    for (const char* const each : sources) {
        feel::environment names = facts();
        const feel::program made = compiled(names, each);
        BOOST_TEST_REQUIRE(made.fields_read().size() == 1, each);
        const auto found = names.symbols().find("disciplined");
        const bool is_field = made.fields_read()[0] == feel::field_reference{1, *found};
        BOOST_TEST(is_field, each);
    }
}

BOOST_AUTO_TEST_CASE(a_single_variable_is_told)
{
    feel::environment names = facts();
    BOOST_TEST(compiled(names, "title").single_variable().value() == 2);
    BOOST_TEST(compiled(names, " (meetings . held) ").single_variable().value() == 0);
    BOOST_TEST(!compiled(names, "title + \"\"").single_variable());
    BOOST_TEST(!compiled(names, "1").single_variable());
}

BOOST_AUTO_TEST_CASE(a_constant_is_told)
{
    feel::environment names = facts();
    BOOST_TEST(feel::equals(compiled(names, "- 5").constant().value(), number(-5)).is_true());
    BOOST_TEST(compiled(names, "\"a\"").constant()->as_text() == "a");
    BOOST_TEST(compiled(names, "true").constant()->is_true());
    BOOST_TEST(compiled(names, "null").constant()->is_null());
    BOOST_TEST(!compiled(names, "1 + 1").constant());
    BOOST_TEST(!compiled(names, "[1, 2]").constant());
    BOOST_TEST(!compiled(names, "title").constant());
}

BOOST_AUTO_TEST_CASE(a_program_that_only_compares_is_told)
{
    constexpr struct
    {
        const char* source;
        bool only_compares;
    } test_cases[] = {
        {"meetings.held", true},
        {"meetings.held > -3", true},
        {"meetings.held between 1 and 2 or title = \"a\"", true},
        {"meetings.held in (1, [2..3), > 4) and not(title in (\"a\", \"b\"))", true},
        {"if meetings.held > 1 then true else title != \"a\"", true},
        {"list contains([1, 2], meetings.held)", true},
        {"any([meetings.held = 1, title = \"a\"])", true},
        {"meetings.held + 1 > 3", false},
        {"-meetings.held > 3", false},
        {"abs(meetings.held) > 3", false},
        {"string length(title) > 3", false},
        {"some i in [1, 2] satisfies i = meetings.held", false},
        {"title > string(3)", false},
    };
    feel::environment names = facts();
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.source)
        BOOST_TEST(compiled(names, tc.source).only_compares() == tc.only_compares);
    }
    const feel::program literals = compiled(names, "meetings.held > -3");
    BOOST_TEST_REQUIRE(literals.literals().size() == 1U);
    BOOST_TEST(feel::equals(literals.literals()[0], number(-3)).is_true());
    BOOST_TEST(!feel::program().only_compares());
}

BOOST_AUTO_TEST_CASE(a_program_outlives_its_environment)
{
    feel::program made;
    BOOST_TEST(!made.is_valid());
    {
        feel::environment names = facts();
        made = compiled(names, "string({a: title})");
    }
    feel::scratch working;
    const feel::value variables[] = {number(1), feel::value::null(), feel::value::text("x")};
    BOOST_TEST(feel::run(made, variables, working).as_text() == "{a: \"x\"}");
}

BOOST_AUTO_TEST_CASE(slots_beyond_the_values_are_unknown)
{
    feel::environment names = facts();
    feel::scratch working;
    BOOST_TEST(feel::run(compiled(names, "title"), {}, working).is_unknown());
}

BOOST_AUTO_TEST_CASE(the_longest_dotted_name_is_meant)
{
    feel::environment names;
    names.add("a.b", type::number());
    names.add("c", type::any());
    feel::scratch working;
    const feel::field fields[] = {{names.symbols().intern("d"), number(3)}};
    const feel::value variables[] = {number(1), feel::value::context(fields)};
    BOOST_TEST(feel::equals(feel::run(compiled(names, "a.b + c.d"), variables, working), number(4))
                   .is_true());
}

BOOST_AUTO_TEST_CASE(unary_tests_compare_the_input)
{
    struct row
    {
        const char* source;
        std::int64_t input;
        const char* result;
    };
    const row rows[] = {
        {"-", 5, "true"},
        {">= 5", 5, "true"},
        {"< 5", 5, "false"},
        {"5", 5, "true"},
        {"= 5", 5, "true"},
        {"!= 5", 5, "false"},
        {"-5", -5, "true"},
        {"[1..5)", 5, "false"},
        {"(1..5]", 5, "true"},
        {"]1..5[", 2, "true"},
        {"1, 2, > 10", 11, "true"},
        {"1, 2, > 10", 3, "false"},
        {"not(1, 2)", 3, "true"},
        {"not(1, 2)", 2, "false"},
        {"not(? > 5) and ? > 2", 3, "true"},
        {"not(? > 5) and ? > 2", 1, "false"},
        {"? > 2 and ? < 5", 3, "true"},
        {"[1, 2, 3]", 3, "true"},
        {"meetings.held", 7, "true"},
        {"> meetings.held", 8, "true"},
        {"meetings.held > 5", 1, "true"},
        {"even(?)", 4, "true"},
        {"> null", 4, "null"},
        {"\"a\"", 4, "feel_not_comparable"},
        {"> \"a\"", 4, "feel_not_comparable"},
        {"", 4, "feel_unexpected_end"},
        {"1,", 4, "feel_unexpected_end"},
        {"- 1 -", 4, "feel_unexpected_end"},
        {"1 2", 4, "feel_syntax"},
        {"not(1", 4, "feel_unexpected_end"},
    };
    for (const row& each : rows) {
        const std::string got = tested(each.source, each.input);
        BOOST_TEST(got == each.result, each.source << " of " << each.input << ": " << got);
    }
}

BOOST_AUTO_TEST_CASE(unary_tests_of_an_unknown_input_are_unknown_unless_any_value_fits)
{
    const feel::value unknown;
    BOOST_TEST(tested("> 5", unknown, type::number()) == "unknown");
    BOOST_TEST(tested("not(> 5)", unknown, type::number()) == "unknown");
    BOOST_TEST(tested("-", unknown, type::number()) == "true");
}

BOOST_AUTO_TEST_CASE(simple_tests_are_told)
{
    feel::environment names = facts();
    const auto made =
        feel::compile_unary_tests(">= 5, [1..2), -3, < 0, (= 9)", names, type::number()).value();
    BOOST_REQUIRE(made.has_simple_tests());
    BOOST_REQUIRE(made.tests().size() == 5);
    const feel::simple_test& at_least = made.tests()[0];
    BOOST_TEST((at_least.has_low && !at_least.has_high && !at_least.low_open));
    const feel::simple_test& between = made.tests()[1];
    BOOST_TEST((between.has_low && between.has_high && !between.low_open && between.high_open));
    BOOST_TEST((between.low == bontot::number(1) && between.high == bontot::number(2)));
    const feel::simple_test& alone = made.tests()[2];
    BOOST_TEST((alone.low == bontot::number(-3) && alone.high == bontot::number(-3)));
    const feel::simple_test& below = made.tests()[3];
    BOOST_TEST((!below.has_low && below.has_high && below.high_open));
    BOOST_TEST((made.tests()[4].low == bontot::number(9)));

    const auto texts = feel::compile_unary_tests("\"a\", \"b\"", names, type::text()).value();
    BOOST_REQUIRE(texts.tests().size() == 2);
    BOOST_TEST((texts.tests()[1].what == feel::simple_test::form::text));
    BOOST_TEST(texts.tests()[1].text == "b");

    const auto all = feel::compile_unary_tests("-", names, type::number()).value();
    BOOST_REQUIRE(all.tests().size() == 1);
    BOOST_TEST((all.tests()[0].what == feel::simple_test::form::everything));
}

BOOST_AUTO_TEST_CASE(other_tests_are_not_simple)
{
    const char* const sources[] = {"not(5)",     "> meetings.held", "!= 5",   "? > 5",
                                   "1, even(?)", "[1, 2]",          "> 1 + 1"};
    for (const char* const each : sources) {
        feel::environment names = facts();
        const auto made = feel::compile_unary_tests(each, names, type::number()).value();
        BOOST_TEST(!made.has_simple_tests(), each);
        BOOST_TEST(made.tests().empty(), each);
    }
}

BOOST_AUTO_TEST_CASE(text_literals_are_normalised_by_the_host)
{
    feel::environment names = facts();
    feel::compile_options options;
    options.normalize = [](bontot::string& out, std::string_view text) {
        out.assign(text.rbegin(), text.rend());
    };
    const auto made = feel::compile("\"abc\"", names, options).value();
    BOOST_TEST(made.constant()->as_text() == "cba");
}

BOOST_AUTO_TEST_CASE(is_known_may_be_allowed)
{
    feel::environment names = facts();
    feel::compile_options options;
    options.allow_is_known = true;
    const auto made = feel::compile("is known(title) or is known(null)", names, options).value();
    feel::scratch working;
    BOOST_TEST(feel::run(made, {}, working).is_true());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace feel_program_unit
