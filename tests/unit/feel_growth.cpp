// SPDX-License-Identifier: BSL-1.0

#include "support/counting_memory.hpp"

#include <bontot/feel.hpp>

#include <bontot/feel/builtins/texts.hpp>
#include <bontot/feel/syntax/lexer.hpp>
#include <bontot/feel/syntax/matching.hpp>
#include <bontot/feel/values/effort.hpp>
#include <bontot/feel/values/printing.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace feel_growth_unit {

namespace {

namespace feel = bontot::feel;
using feel::type;

bontot::vector<bontot::string> words(const std::vector<std::string>& texts)
{
    bontot::vector<bontot::string> made;
    for (const std::string& each : texts)
        made.emplace_back(each);
    return made;
}

/** Returns "prefix0", "prefix1" and so on. */
std::vector<std::string> numbered(const std::string& prefix, std::size_t count)
{
    std::vector<std::string> made;
    for (std::size_t i = 0; i < count; ++i)
        made.push_back(prefix + std::to_string(i));
    return made;
}

std::string joined(const std::vector<std::string>& parts, const std::string& between)
{
    std::string made;
    for (const std::string& each : parts) {
        if (!made.empty()) made += between;
        made += each;
    }
    return made;
}

/** Returns the type of a context whose fields have these names and one type. */
type context_with(const std::vector<std::string>& names, const type& content)
{
    bontot::vector<feel::type_field> fields;
    for (const std::string& each : names)
        fields.push_back({bontot::string(each), content});
    return type::context_of(std::move(fields));
}

/** Returns the issues of an expression, which must have some. */
feel::issue_list issues_of(const std::string& source, feel::environment& names)
{
    const auto made = feel::compile(source, names);
    BOOST_REQUIRE(made.has_error());
    return made.error();
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_feel_growth)

BOOST_AUTO_TEST_CASE(a_choice_is_looked_up)
{
    const type choice = type::choice(words({"pear", "apple", "", "fig", "apple"}));
    for (const char* const each : {"pear", "apple", "", "fig"})
        BOOST_TEST(choice.has_choice(each), each);
    for (const char* const each : {"app", "apples", "a", "zebra", "Pear"})
        BOOST_TEST(!choice.has_choice(each), each);
    BOOST_TEST(choice.choices()[0] == "pear");
    BOOST_TEST(!type::text().has_choice(""));
    BOOST_TEST(!type::list_of(choice).has_choice("fig"));
}

BOOST_AUTO_TEST_CASE(the_list_of_choices_in_an_issue_is_cut_between_characters)
{
    const std::string first(99, 'a');
    const auto shown = [&](const std::string& second) {
        feel::environment names;
        names.add("u", type::choice(words({first, second, "c"})));
        return std::string(issues_of("u = \"????????\"", names)[0].arguments[1]);
    };
    // 99 + 2 + 99 are the 200 bytes that are shown, and ", c" is not
    BOOST_TEST(shown(std::string(99, 'b')) == first + ", " + std::string(99, 'b'));
    // byte 200 is the second of two of one character, which goes as a whole
    BOOST_TEST(shown(std::string(98, 'b') + "\xC3\xA9") == first + ", " + std::string(98, 'b'));
    BOOST_TEST(shown("b") == first + ", b, c");
}

BOOST_AUTO_TEST_CASE(a_hundred_issues_are_kept)
{
    feel::environment names;
    names.add("u", type::choice(words(numbered("choice", 1000))));
    const std::string wrong = joined(std::vector<std::string>(3000, "u = \"choise1\""), " or ");
    const feel::issue_list issues = issues_of(wrong, names);
    BOOST_TEST(issues.size() == 100);
    BOOST_TEST(issues[99].offset == 4 + 99 * 17); // 13 bytes of a comparison and 4 of " or "
    BOOST_TEST(issues[99].arguments[1] == "choice1");
    const std::string right = joined(std::vector<std::string>(3000, "u = \"choice999\""), " or ");
    BOOST_TEST(feel::compile(right, names).has_value());
}

BOOST_AUTO_TEST_CASE(a_type_and_itself_have_no_other_in_common)
{
    const type large = context_with(numbered("field", 1000), type::number());
    BOOST_TEST(feel::common_type(large, large).identity() == large.identity());
    const type list = type::list_of(large);
    BOOST_TEST(feel::common_type(list, list).identity() == list.identity());
    const type choice = type::choice(words({"a", "b"}));
    BOOST_TEST(feel::common_type(choice, choice).identity() == choice.identity());
    BOOST_TEST(feel::common_type(type::text(), choice).choices().empty());
    BOOST_TEST(feel::common_type(choice, type::choice(words({"a"}))).choices().empty());
}

BOOST_AUTO_TEST_CASE(two_large_types_are_compared_once_in_an_expression)
{
    counting_memory counted;
    feel::environment names(counted);
    const std::vector<std::string> fields = numbered("field", 1000);
    names.add("x", context_with(fields, type::number()));
    names.add("y", context_with(fields, type::text()));
    const auto elements = [](std::size_t pairs) {
        return '[' + joined(std::vector<std::string>(pairs, "x,y"), ",") + ']';
    };
    const auto calls = [&](const std::string& source) {
        const std::size_t before = counted.calls;
        const auto made = feel::compile(source, names);
        BOOST_TEST(made->result().element().fields().size() == 1000);
        BOOST_TEST(made->result().element().fields()[999].content.is_any());
        return counted.calls - before;
    };
    // x and y, then what they share and x, then that and y
    const std::size_t few = calls(elements(2));
    BOOST_TEST(calls(elements(5000)) < few + 1000);
    const std::size_t one = calls("concatenate([x],[y])");
    BOOST_TEST(
        calls("concatenate(" + joined(std::vector<std::string>(500, "[x],[y]"), ",") + ")") <
        one + 20'000
    ); // and not 500 times 1000
}

BOOST_AUTO_TEST_CASE(names_near_an_unknown_one_are_told_of_the_first_hundred)
{
    feel::environment names;
    names.add("members", type::list_of(context_with(numbered("field", 1000), type::boolean())));
    const struct
    {
        const char* part; // 10 bytes
        const char* code;
        const char* nearest;
    } rows[] = {
        {"memberss+1", "feel_unknown_name_near", "members"},
        {"sum1(memb)", "feel_unknown_function_near", "sum"},
        {"members.fg", "feel_unknown_field", nullptr},
    };
    for (const auto& each : rows) {
        const std::string source = joined(std::vector<std::string>(150, each.part), "+");
        const feel::issue_list issues = issues_of(source, names);
        BOOST_TEST(issues.size() == 100);
        for (const feel::issue& found : {issues[0], issues[50]}) {
            BOOST_TEST(bontot::message_code(found.code) == each.code);
            if (each.nearest) BOOST_TEST(found.arguments[1] == each.nearest);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_near_field_is_found_in_any_of_the_nested_filters)
{
    feel::environment names;
    names.add("m", type::list_of(context_with({"surname", "born"}, type::boolean())));
    names.add("e", type::list_of(context_with({"document"}, type::boolean())));
    const auto nearest = [&](const std::string& source) {
        return std::string(issues_of(source, names)[0].arguments[1]);
    };
    BOOST_TEST(nearest("m[count(m[count(m[surnam])>0])>0]") == "surname");
    BOOST_TEST(nearest("m[count(e[count(m[documen])>0])>0]") == "document");
    BOOST_TEST(nearest("e[count(m[count(e[surnam])>0])>0]") == "surname");
}

BOOST_AUTO_TEST_CASE(printing_ends_when_the_text_can_not_be_paid_for)
{
    counting_memory counted;
    feel::environment names;
    names.add("a", type::text());
    const auto made = feel::compile("string(for i in 1..10000 return a)", names).value();
    const std::string text(10'000, 'x');
    const feel::value variables[] = {feel::value::text(text)};
    feel::scratch working(counted);
    BOOST_TEST(feel::run(made, variables, working).is_null());
    BOOST_TEST(working.limit_reached());
    BOOST_TEST(counted.bytes < 8'000'000); // and not the 100,000,000 of the text
    const auto few = feel::compile("string(for i in 1..3 return a)", names).value();
    working.clear();
    const feel::value printed = feel::run(few, variables, working);
    BOOST_TEST(printed.as_text().size() == 30'012); // and 2 brackets, 6 quotes, 2 ", "
}

BOOST_AUTO_TEST_CASE(printing_ends_after_the_bytes_that_are_wanted)
{
    const feel::symbol_table symbols;
    const feel::value items[] = {
        feel::value::text("aaaa"), feel::value::text("bbbb"), feel::value::text("cccc"),
        feel::value::text("dddd")};
    const auto printed = [&](std::size_t most) {
        bontot::string text("so: ");
        feel::detail::effort work(1000);
        feel::detail::value_printer(text, symbols, work, most).print(feel::value::list(items));
        return std::string(text);
    };
    BOOST_TEST(printed(0) == "so: [...]"); // the list itself has begun
    BOOST_TEST(printed(9) == "so: [\"aaaa\", \"bbbb\", ...]");
    BOOST_TEST(printed(8) == "so: [\"aaaa\", ...]");
    BOOST_TEST(printed(1000) == "so: [\"aaaa\", \"bbbb\", \"cccc\", \"dddd\"]");
    const auto all = std::size_t(-1);
    BOOST_TEST(printed(all) == printed(1000));
}

BOOST_AUTO_TEST_CASE(a_text_is_found_where_it_stands_first)
{
    const std::string as(300, 'a');
    const struct
    {
        std::string in;
        std::string sought;
        std::size_t at;
    } rows[] = {
        {"", "", 0},
        {as, "", 0},
        {as, as, 0},
        {as, as + "a", std::string::npos},
        {as + "b", std::string(20, 'a') + "b", 280},
        {as, std::string(20, 'a') + "b", std::string::npos},
        {"b" + as, std::string(299, 'a'), 1},
        {as + "bc" + as, std::string(150, 'a') + "bc" + std::string(150, 'a'), 150},
        {as + "\xFF" + as, std::string(17, 'a') + "\xFF" + std::string(17, 'a'), 283},
    };
    for (const auto& each : rows)
        BOOST_TEST(feel::detail::find_text(each.in, each.sought) == each.at);
}

BOOST_AUTO_TEST_CASE(a_text_of_few_letters_is_found_as_the_library_finds_it)
{
    // parts of texts that repeat themselves, some with a letter changed
    std::uint64_t seed = 1;
    const auto next = [&](std::uint64_t below) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        return (seed >> 33U) % below;
    };
    for (int round = 0; round < 20'000; ++round) {
        std::string period;
        for (std::uint64_t i = 0, length = 1 + next(9); i < length; ++i)
            period += static_cast<char>('a' + next(2));
        std::string in;
        while (in.size() < 260)
            in += next(12) == 0 ? std::string(1 + next(3), 'b') : period;
        std::string sought = in.substr(next(200), 17 + next(40));
        if (next(2) == 0) sought[next(sought.size())] = static_cast<char>('a' + next(3));
        BOOST_TEST_REQUIRE(
            feel::detail::find_text(in, sought) == std::string_view(in).find(sought),
            in << " " << sought
        );
    }
}

BOOST_AUTO_TEST_CASE(built_ins_search_long_texts_as_short_ones)
{
    feel::environment names;
    names.add("t", type::text());
    names.add("w", type::text());
    const std::string word = std::string(20, 'a') + "b" + std::string(20, 'a');
    const std::string text = std::string(400, 'a') + "b" + std::string(400, 'a') + "!";
    const feel::value variables[] = {feel::value::text(text), feel::value::text(word)};
    feel::scratch working;
    const auto run = [&](const char* source) {
        return feel::run(feel::compile(source, names).value(), variables, working);
    };
    BOOST_TEST(run("contains(t, w)").is_true());
    BOOST_TEST(run("contains(t, w + \"b\")").is_false());
    BOOST_TEST(run("substring before(t, w)").as_text() == std::string(380, 'a'));
    BOOST_TEST(run("substring after(t, w)").as_text() == std::string(380, 'a') + "!");
    BOOST_TEST(run("substring after(t, w + \"b\")").as_text() == "");
}

BOOST_AUTO_TEST_CASE(the_names_that_stand_at_a_place_are_found_among_many)
{
    std::uint64_t seed = 1;
    const auto text_of = [&](std::string_view letters, std::size_t most) {
        std::string made;
        do {
            seed = seed * 6364136223846793005U + 1442695040888963407U;
            made += letters[(seed >> 33U) % letters.size()];
        } while (made.size() < most && (seed >> 60U) != 0);
        return made;
    };
    std::vector<std::string> names = {"", "", "a", "a"};
    while (names.size() < 300)
        names.push_back(text_of("aab .\t", 7));
    std::sort(names.begin(), names.end());
    std::vector<std::uint32_t> numbers(names.size());
    std::iota(numbers.begin(), numbers.end(), 0U);
    const auto name_of = [&](std::uint32_t each) { return std::string_view(names[each]); };
    for (int round = 0; round < 2000; ++round) {
        const std::string source = text_of("aaab . \t+", 30);
        const feel::detail::lexer letters(source);
        std::vector<std::pair<std::uint32_t, std::size_t>> expected;
        for (const std::uint32_t each : numbers) {
            std::size_t at = 0;
            bool stands = !names[each].empty();
            for (const char letter : names[each])
                stands = stands && feel::detail::match_letter(letters, letter, at);
            if (stands && !letters.continues_name_at(at)) expected.emplace_back(each, at);
        }
        std::vector<std::pair<std::uint32_t, std::size_t>> found;
        feel::detail::name_matcher(letters, name_of, bontot::default_memory())
            .match(numbers, 0, [&](std::span<const std::uint32_t> same, std::size_t end) {
                for (const std::uint32_t each : same)
                    found.emplace_back(each, end);
            });
        std::sort(found.begin(), found.end());
        BOOST_TEST_REQUIRE((found == expected), source);
    }
}

BOOST_AUTO_TEST_CASE(the_longest_name_is_meant)
{
    feel::environment names;
    const char* const declared[] = {"a", "a b", "a b c", "a bc", "x.y", "x.y z.w", "x"};
    for (const char* const each : declared)
        names.add(each, type::number());
    const struct
    {
        const char* source;
        std::uint32_t slot;
        std::size_t length;
    } rows[] = {
        {"a", 0, 1},        {"a + 1", 0, 1},       {"a b", 1, 3},
        {"a  b - a", 1, 4}, {"a b\tc", 2, 5},      {"a bc", 3, 4},
        {"x . y", 4, 5},    {"x.y  z . w", 5, 10}, {"x", 6, 1},
    };
    for (const auto& each : rows) {
        const auto made = feel::compile(each.source, names);
        BOOST_TEST_REQUIRE(made.has_value(), each.source);
        BOOST_TEST(made->references()[0].slot == each.slot, each.source);
        BOOST_TEST(made->references()[0].length == each.length, each.source);
    }
    BOOST_TEST(names.add("a b", type::number()) == 7);
    BOOST_TEST(feel::compile("a b", names)->references()[0].slot == 7);
    BOOST_TEST(names.find("a b").value() == 7);
    BOOST_TEST(!names.find("a b ").has_value());
    BOOST_TEST(names.beginning_with("a").size() == 4);
    BOOST_TEST(names.beginning_with("x").size() == 3);
    BOOST_TEST(names.beginning_with("").empty());
}

BOOST_AUTO_TEST_CASE(words_that_others_begin_with_do_not_part_a_name)
{
    // '!' and '-' stand between the blank and the dot in the order of bytes
    feel::environment names;
    for (const char* const each : {"w.a", "w-x", "w!x", "w b", "w", "wx", "v.a"})
        names.add(each, type::any());
    BOOST_TEST(names.beginning_with("w").size() == 3);
    BOOST_TEST(names.beginning_with("w-x").size() == 1);
    for (const char* const each : {"w.a", "w-x", "w!x", "w b", "w", "wx", "v.a"})
        BOOST_TEST(names.name(names.find(each).value()) == each);
}

/** Runs an expression over members, two of them, and returns what it gives as text. */
std::string run_with_members(const std::string& source)
{
    feel::environment names;
    bontot::vector<feel::type_field> fields;
    for (const char* const each : {"late", "born", "late days", "born", "late.days", "late days"})
        fields.push_back({bontot::string(each), type::number()});
    names.add("m", type::list_of(type::context_of(std::move(fields))));
    names.add("late", type::number());
    const auto number = [](int n) { return feel::value::number(bontot::number(n)); };
    const auto field = [&](const char* name, int n) {
        return feel::field{names.symbols().intern(name), number(n)};
    };
    const feel::field first[] = {
        field("late", 1), field("born", 2), field("late days", 3), field("late.days", 4)};
    const feel::field second[] = {
        field("late", 10), field("born", 20), field("late days", 30), field("late.days", 40)};
    const feel::value members[] = {feel::value::context(first), feel::value::context(second)};
    const feel::value variables[] = {feel::value::list(members), number(100)};
    feel::scratch working;
    feel::compile_options options;
    options.check = feel::checking::standard;
    std::string text;
    const auto made = feel::compile(source, names, options);
    if (made.has_error()) return std::string(bontot::message_code(made.error()[0].code));
    feel::append_text(text, feel::run(*made, variables, working), names.symbols());
    return text;
}

BOOST_AUTO_TEST_CASE(a_name_means_what_is_nearest_around_it)
{
    const struct
    {
        const char* source;
        const char* text;
    } rows[] = {
        {"m[late days > 3].born", "[20]"},
        {"m[late  days = 3].late  days", "[3]"},
        {"m[late . days = 4].late.days", "[4]"},
        {"m[late = 10].late", "[10]"},
        {"m.born", "[2, 20]"},
        {"late", "100"},
        {"for late in [7] return m[late = 1].late", "[[1]]"},
        {"m[count(for late in [7] return late = 7) = 1].late", "[1, 10]"},
        {"m[count(m[late = 10]) = late].born", "[2]"},
        {"m[item.late = 1].born", "[2]"},
        {"for x in [1, 2], x in [x + 10] return x", "[11, 12]"},
        {"{a: 1, a b: 2, c: a b}.c", "2"},
        {"{a b: 2, a: 1, c: a b}.c", "feel_syntax"},
        {"{a: 1, b: {a: 5, c: a}.c + a}.b", "6"},
        {"{a: 1, b: a, a b: 3, c: a + b}.c", "2"},
    };
    for (const auto& each : rows)
        BOOST_TEST(run_with_members(each.source) == each.text, each.source);
}

BOOST_AUTO_TEST_CASE(entries_see_thousands_of_others)
{
    std::vector<std::string> entries = {"v0: 1"};
    while (entries.size() < 3000) {
        const std::string before = "v" + std::to_string(entries.size() - 1);
        entries.push_back("v" + std::to_string(entries.size()) + ": " + before + " + 1");
    }
    // each is one more than the one before
    BOOST_TEST(run_with_members('{' + joined(entries, ", ") + "}.v2999") == "3000");
    BOOST_TEST(run_with_members('{' + joined(entries, ", ") + "}.v9") == "10");
}

BOOST_AUTO_TEST_CASE(a_field_is_looked_up)
{
    const type first = context_with({"pear", "apple", "fig", "apple"}, type::number());
    BOOST_TEST(first.field_index("pear") == 0);
    BOOST_TEST(first.field_index("apple") == 1);
    BOOST_TEST(first.field_index("fig") == 2);
    BOOST_TEST(first.field_index("figs") == -1);
    BOOST_TEST(type::any().field_index("fig") == -1);
    const std::uint32_t sorted[] = {1, 3, 2, 0};
    const std::span<const std::uint32_t> by_name = first.fields_by_name();
    BOOST_TEST(std::equal(by_name.begin(), by_name.end(), std::begin(sorted), std::end(sorted)));
}

/** Returns the steps of a run with two variables, `a` and `b`: one less than the least limit. */
std::uint64_t steps_of(const char* source, const feel::value& a, const feel::value& b)
{
    feel::environment names;
    names.add("a", type::any());
    names.add("b", type::any());
    const auto made = feel::compile(source, names).value();
    const feel::value variables[] = {a, b};
    std::uint64_t least = 1;
    std::uint64_t enough = 1'000'000;
    while (least < enough) {
        const std::uint64_t middle = (least + enough) / 2;
        feel::scratch working(bontot::default_memory(), {middle, 1'000'000});
        (void)feel::run(made, variables, working);
        if (working.limit_reached()) {
            least = middle + 1;
        } else {
            enough = middle;
        }
    }
    return least - 1;
}

BOOST_AUTO_TEST_CASE(what_is_looked_at_is_counted)
{
    const auto number = [](int n) { return feel::value::number(bontot::number(n)); };
    const std::string text(2048, 'x');
    const std::string longer(5000, 'x');
    const std::string duration = "P" + std::string(97, '0') + "1Y";
    const feel::value large = feel::value::text(text);
    const feel::value larger = feel::value::text(longer);
    const feel::value small = feel::value::text("x");
    const feel::value items[] = {
        number(1), number(2), feel::value::unknown(), number(4), feel::value::null()};
    const feel::value list = feel::value::list(items);
    const feel::value known = feel::value::list(std::span<const feel::value>(items).first(2));
    const feel::value none;
    const struct
    {
        const char* source;
        feel::value a;
        feel::value b;
        std::uint64_t steps; // one for each instruction, then what it looks at
    } rows[] = {
        {"a = b", number(1), number(2), 3 + 1},
        {"a = b", none, number(2), 3 + 1},
        {"a = b", small, small, 3 + 1},
        {"a = b", large, large, 3 + 1 + 2},
        {"a = b", large, larger, 3 + 1},
        {"a < b", small, small, 3},
        {"a < b", large, larger, 3 + 2},
        {"a between b and b", larger, larger, 4 + 4 + 4},
        {"a in [b..b]", larger, larger, 5 + 4 + 4},
        {"max(a, b)", larger, larger, 4 + 2 + 2 + 4 + 4}, // a list of two, and both of it
        {"a = b", list, list, 3 + 1 + 5},
        {"a ** b", number(3), number(7), 3},
        {"a ** b", number(3), number(8), 3 + 8},
        {"a ** b", number(1), number(-1000), 3 + 7 * 8},
        {"duration(a)", feel::value::text(duration), none, 2 + 100},
        {"index of(a, b)", list, number(1), 3 + 3},
        {"index of(a, b)", known, number(1), 3 + 2 * 2 + 1},
        {"distinct values(a)", list, none, 2 + 3},
        {"list contains(a, b)", list, number(7), 3 + 5 * 2},
        {"flatten(a)", list, none, 2 + 1 + 2 + 2},
    };
    for (const auto& each : rows)
        BOOST_TEST(steps_of(each.source, each.a, each.b) == each.steps, each.source);
}

BOOST_AUTO_TEST_CASE(fields_of_a_large_context_are_counted)
{
    std::vector<feel::field> fields;
    for (std::uint32_t i = 0; i < 130; ++i)
        fields.push_back({1000 + i, feel::value::null()});
    const feel::value context = feel::value::context(fields);
    const feel::value few = feel::value::context(fields.data(), 63);
    BOOST_TEST(steps_of("a.x", context, {}) == 2 + 2);
    BOOST_TEST(steps_of("a.x", few, {}) == 2);
    // an item of any kind is asked whether it has a field, and then for it
    BOOST_TEST(steps_of("[a][x = 1]", few, {}) == steps_of("[a][x = 1]", context, {}) - 4);
}

BOOST_AUTO_TEST_CASE(a_program_has_a_limit_of_instructions)
{
    // each x asks the items of 20 filters: 2 instructions for each, then 2 for itself and 1 for +
    const auto nested = [](std::size_t names) {
        std::string source = joined(std::vector<std::string>(names, "x"), "+");
        for (int i = 0; i < 20; ++i)
            source = "flatten([])[" + source + "]";
        return source;
    };
    feel::environment names;
    const auto code = [&](std::size_t count) {
        const auto made = feel::compile(nested(count), names);
        BOOST_REQUIRE(made.has_value());
        return made->data()->code.size();
    };
    BOOST_TEST(code(101) - code(100) == 43);
    BOOST_TEST(code(9'000) < 400'000); // 4 for each of the 100,000 bytes that there may be
    const feel::issue_list issues = issues_of(nested(10'000), names);
    BOOST_TEST(issues.size() == 1);
    BOOST_TEST(bontot::message_code(issues[0].code) == "feel_too_large");
    BOOST_TEST(issues[0].offset < nested(10'000).size());
    feel::compile_options longer;
    longer.max_length = 200'000;
    BOOST_TEST(feel::compile(nested(10'000), names, longer).has_value());
    longer.max_length = nested(100).size();
    BOOST_TEST(feel::compile(nested(100), names, longer).has_value());
}

BOOST_AUTO_TEST_CASE(a_small_program_takes_little_memory)
{
    counting_memory counted;
    feel::environment names(counted);
    names.add("a", type::text());
    const std::size_t before = counted.bytes;
    const auto made = feel::compile("a = \"yes\"", names).value();
    BOOST_TEST(counted.bytes - before < 1500);
    const std::string literal(5000, 'x');
    const auto large = feel::compile("a = \"" + literal + "\" or a = \"yes\"", names).value();
    BOOST_TEST(large.literals()[0].as_text() == literal);
    BOOST_TEST(large.literals()[1].as_text() == "yes");
}

BOOST_AUTO_TEST_CASE(many_named_arguments_are_told_once)
{
    feel::environment names;
    const auto call = [](const std::vector<std::string>& arguments) {
        return "modulo(" + joined(arguments, ": 1, ") + ": 1)";
    };
    const auto issue = [&](const std::string& source) {
        const feel::issue_list issues = issues_of(source, names);
        BOOST_TEST(issues.size() == 1);
        return std::string(bontot::message_code(issues[0].code)) + '@' +
               std::to_string(issues[0].offset);
    };
    BOOST_TEST(feel::compile(call({"divisor", "dividend"}), names).has_value());
    BOOST_TEST(issue(call(numbered("n", 5000))) == "feel_wrong_argument_name@7");
    BOOST_TEST(issue(call(std::vector<std::string>(5000, "divisor"))) == "feel_repeated_name@19");
}

BOOST_AUTO_TEST_CASE(a_key_that_stands_twice_is_told_among_thousands)
{
    feel::environment names;
    std::vector<std::string> keys = numbered("k", 5000);
    const auto context = [&] { return '{' + joined(keys, ":1,") + ":1}"; };
    BOOST_TEST(feel::compile(context(), names).has_value());
    keys.push_back("k7");
    const std::string repeated = context();
    const feel::issue_list issues = issues_of(repeated, names);
    BOOST_TEST(issues.size() == 1);
    BOOST_TEST(bontot::message_code(issues[0].code) == "feel_repeated_key");
    BOOST_TEST(issues[0].offset == repeated.size() - 5); // before `k7:1}`
    BOOST_TEST(run_with_members("{\"\": 5, b: 6}.b") == "6");
    BOOST_TEST(run_with_members("{\"\": m[1], b: late}.b") == "100");
}

BOOST_AUTO_TEST_CASE(literals_of_a_choice_are_found_by_their_places)
{
    feel::environment names;
    names.add("u", type::choice(words({"first", "second"})));
    std::vector<std::string> literals(4000, "\"second\"");
    literals[1] = "\"frst\"";
    literals[3998] = "\"secnd\"";
    const feel::issue_list issues = issues_of("u in [" + joined(literals, ", ") + "]", names);
    BOOST_TEST(issues.size() == 2);
    BOOST_TEST(issues[0].offset == 6 + 10);
    BOOST_TEST(issues[0].arguments[1] == "first");
    // one literal before it has 6 bytes, the others 8, and 2 stand between
    BOOST_TEST(issues[1].offset == 6 + 3998 * 10 - 2);
    BOOST_TEST(issues[1].arguments[1] == "second");
}

BOOST_AUTO_TEST_CASE(thousands_of_symbols_are_found)
{
    feel::symbol_table symbols;
    const std::size_t before = symbols.size();
    const std::vector<std::string> names = numbered("name", 5000);
    for (int round = 0; round < 2; ++round) {
        for (std::size_t i = 0; i < names.size(); ++i)
            BOOST_TEST_REQUIRE(symbols.intern(names[i]) == before + i);
    }
    BOOST_TEST(symbols.size() == before + 5000);
    BOOST_TEST(symbols.find("name4999").value() == before + 4999);
    BOOST_TEST(symbols.text(static_cast<feel::symbol>(before + 17)) == "name17");
    BOOST_TEST(!symbols.find("name5000"));
    BOOST_TEST(!symbols.find(""));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace feel_growth_unit
