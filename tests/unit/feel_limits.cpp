// SPDX-License-Identifier: BSL-1.0

#include <bontot/feel.hpp>

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>

namespace feel_limits_unit {

namespace {

namespace feel = bontot::feel;
using feel::type;

/** Counts what is asked of the program's memory. */
class counting_memory final : public bontot::memory
{
public:
    void* allocate(std::size_t size, std::size_t alignment) override
    {
        ++requests;
        return bontot::default_memory().allocate(size, alignment);
    }
    void release(void* place, std::size_t size, std::size_t alignment) noexcept override
    {
        ++releases;
        bontot::default_memory().release(place, size, alignment);
    }

    std::size_t requests = 0;
    std::size_t releases = 0;
};

std::string repeated(std::string_view text, std::size_t count)
{
    std::string made;
    for (std::size_t i = 0; i < count; ++i)
        made += text;
    return made;
}

/** Returns "code@offset" of the first issue, or an empty text. */
std::string first_issue(std::string_view source)
{
    feel::environment names;
    const auto made = feel::compile(source, names);
    if (made.has_value()) return {};
    const feel::issue_list issues = made.error();
    return std::string(bontot::message_code(issues[0].code)) + '@' +
           std::to_string(issues[0].offset);
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_feel_limits)

BOOST_AUTO_TEST_CASE(nesting_ends_in_an_issue)
{
    const char* const pieces[] = {
        "(",  "[",      "{a:",  "not(", "1+(", "if ",           "for x in ",
        "(<", "1 in (", "[1][", "]1..", "-(",  "if true then ", "some x in [1] satisfies ",
    };
    for (const char* const each : pieces) {
        const std::string_view piece(each);
        const std::string found = first_issue(repeated(piece, 100'000 / piece.size()));
        BOOST_TEST(found.substr(0, 13) == "feel_too_deep", each << ": " << found);
    }
    BOOST_TEST(first_issue(repeated("(", 63) + "1" + repeated(")", 63)) == "");
    BOOST_TEST(first_issue(repeated("(", 64) + "1" + repeated(")", 64)) == "feel_too_deep@64");
}

BOOST_AUTO_TEST_CASE(long_chains_are_no_nesting)
{
    BOOST_TEST(first_issue("1" + repeated("+1", 40'000)) == "");
    BOOST_TEST(first_issue(repeated("-", 90'000) + "1") == "");
    BOOST_TEST(first_issue("[1]" + repeated("[1]", 30'000)) == "");
    BOOST_TEST(first_issue("[" + repeated("1,", 40'000) + "1]") == "");
}

BOOST_AUTO_TEST_CASE(hostile_texts_end_in_an_issue)
{
    struct row
    {
        std::string source;
        const char* issue;
    };
    const row rows[] = {
        {std::string(1'000'000, '7'), "feel_too_long@0"},
        {std::string(99'999, '7'), "feel_bad_number@0"},
        {std::string("1 \0 2", 5), "feel_bad_character@2"},
        {"1 + \xFF", "feel_not_utf8@4"},
        {"\"\xC3\"", "feel_not_utf8@1"},
        {"\"\xC0\x80\"", "feel_not_utf8@1"},
        {"\"\xED\xA0\x80\"", "feel_not_utf8@1"},
        {"\"abc", "feel_unterminated_string@0"},
        {"\"abc\\", "feel_unterminated_string@0"},
        {"1 /* abc", "feel_unterminated_comment@2"},
        {"\"\\uD800\"", "feel_bad_escape@1"},
        {"@\"2021-02-30\"", "feel_bad_literal@0"},
        {"@\"10:00:00\"", "feel_unsupported@0"},
        {"1.", "feel_bad_number@0"},
        {"12abc", "feel_bad_number@0"},
    };
    for (const row& each : rows) {
        const std::string found = first_issue(each.source);
        BOOST_TEST(found == each.issue, each.source.substr(0, 40) << ": " << found);
    }
}

BOOST_AUTO_TEST_CASE(long_arguments_of_issues_are_cut)
{
    feel::environment names;
    const auto made = feel::compile(std::string(50'000, 'x'), names);
    const feel::issue_list issues = made.error();
    BOOST_TEST(issues[0].arguments[0].size() <= 200);
}

BOOST_AUTO_TEST_CASE(runs_end_at_a_limit)
{
    const char* const sources[] = {
        "for a in 1..100000, b in 1..100000, c in 1..100000 return 1",
        "some a in 1..100000000000 satisfies a < 0",
        "for a in -9000000000000000000..9000000000000000000 return a",
        "count(distinct values(for i in 1..100000 return i))",
        "for i in 1..1000000 return for j in 1..1000000 return j",
    };
    for (const char* const each : sources) {
        feel::environment names;
        const auto made = feel::compile(each, names).value();
        feel::scratch working;
        const auto start = std::chrono::steady_clock::now();
        BOOST_TEST(feel::run(made, {}, working).is_null(), each);
        BOOST_TEST(working.limit_reached(), each);
        const auto took = std::chrono::steady_clock::now() - start;
        BOOST_TEST((took < std::chrono::seconds(10)), each);
        working.clear();
        BOOST_TEST(!working.limit_reached(), each);
    }
}

BOOST_AUTO_TEST_CASE(shared_parts_do_not_make_looking_at_a_value_endless)
{
    std::string nested = "[1, 1, 1, 1, 1, 1, 1, 1]";
    for (int i = 0; i < 12; ++i)
        nested = "for x in [" + nested + "] return [x, x, x, x, x, x, x, x]";
    feel::environment names;
    feel::scratch working;
    for (const std::string& source :
         {"(" + nested + ") = (" + nested + ")", "string(" + nested + ")",
          "count(flatten(" + nested + "))"}) {
        const auto made = feel::compile(source, names).value();
        BOOST_TEST(feel::run(made, {}, working).is_null());
    }
    const auto made = feel::compile(nested, names).value();
    std::string text;
    feel::append_text(text, feel::run(made, {}, working), names.symbols());
    BOOST_TEST(text.size() < 20'000'000);
}

BOOST_AUTO_TEST_CASE(results_are_limited_in_bytes)
{
    feel::environment names;
    names.add("text", type::text());
    const auto made = feel::compile("for i in 1..1000 return text + text", names).value();
    const std::string large(1'000'000, 'x');
    const feel::value variables[] = {feel::value::text(large)};
    feel::scratch working(bontot::default_memory(), {1'000'000, 10'000'000});
    BOOST_TEST(feel::run(made, variables, working).is_null());
    BOOST_TEST(working.limit_reached());
}

BOOST_AUTO_TEST_CASE(running_does_not_allocate_after_warm_up)
{
    counting_memory counted;
    {
        feel::environment names(counted);
        names.add("members", type::any());
        names.add("count.held", type::number());
        names.add("title", type::text());
        const char* const sources[] = {
            "count(members[age > 20]) >= count.held",
            "sum(for m in members return m.age * 2) / 3",
            "every m in members satisfies m.age > 10 and m.age < 100",
            "if title = \"x\" then upper case(title) + \"!\" else string([1, {a: title}])",
            "sort_key in [1..5]",
            "median(members.age) in (1, [2..30], > 50)",
            "distinct values(concatenate(members.age, [1, 2, 3]))",
            "date(\"2021-01-31\") + duration(\"P1M\") > @\"2021-02-01\"",
            "number(\"1.000,5\", \".\", \",\") + string length(title)",
        };
        bontot::vector<feel::program> programs{bontot::allocator<feel::program>(counted)};
        for (const char* const each : sources) {
            const auto made = feel::compile(each, names);
            if (made.has_value()) programs.push_back(*made);
        }
        BOOST_REQUIRE(programs.size() == 8);
        const feel::symbol age = names.symbols().intern("age");
        const feel::field people[] = {
            {age, feel::value::number(bontot::number(19))},
            {age, feel::value::number(bontot::number(42))}};
        const feel::value members[] = {
            feel::value::context(people, 1), feel::value::context(people + 1, 1)};
        const feel::value variables[] = {
            feel::value::list(members), feel::value::number(bontot::number(1)),
            feel::value::text("x")};
        feel::scratch working(counted);
        const auto run_all = [&] {
            working.clear();
            for (const feel::program& each : programs)
                (void)feel::run(each, variables, working);
        };
        run_all();
        const std::size_t before = counted.requests;
        for (int i = 0; i < 100; ++i)
            run_all();
        BOOST_TEST(counted.requests == before);
    }
    BOOST_TEST(counted.requests == counted.releases);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace feel_limits_unit
