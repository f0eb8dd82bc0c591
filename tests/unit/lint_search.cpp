// SPDX-License-Identifier: BSL-1.0
// How lint finds the facts that it tries together, and that it does so with bounded work.

#include "support/builtin.hpp"
#include "support/counting_memory.hpp"
#include "support/lint_sheets.hpp"

#include <bontot/lint/search.hpp>
#include <bontot/rubric/uses.hpp>

namespace lint_search_unit {

namespace {

using bontot::none;
using bontot::detail::lint_budget;
using bontot::detail::lint_index;
using bontot::detail::lint_search;
using bontot_test::lint_json;
using bontot_test::read_sheet;

std::string fact(const std::string& id)
{
    return "{@" + id + ", 'type': 'number', 'min': 0, 'max': 9}";
}

/** Facts of these letters; a rule `a + b < 100` for each pair of letters; a line for each fact. */
std::shared_ptr<const bontot::rubric>
tied_sheet(const std::string& letters, const std::vector<std::string>& rules)
{
    std::string facts;
    std::string consistency;
    std::string lines;
    for (const char each : letters) {
        const std::string comma = facts.empty() ? "" : ", ";
        facts += comma + fact(std::string(1, each));
        lines += comma + "{@L" + each + ", 'max': 1, 'score': {'formula': '" + each + "'}}";
    }
    for (const std::string& each : rules) {
        if (!consistency.empty()) consistency += ", ";
        consistency += "{#" + each + ", 'assert': '";
        for (std::size_t i = 0; i < each.size(); ++i)
            consistency += (i == 0 ? "" : " + ") + std::string(1, each[i]);
        consistency += " < 100'}";
    }
    const std::string max = std::to_string(letters.size());
    return read_sheet(lint_json(
        {.facts = facts,
         .criteria = "{@C, 'max': " + max + ", 'indicators': [" + lines + "]}",
         .consistency = consistency}
    ));
}

/** Returns the facts that are tried for a line's formula, or "-" when they are too many. */
std::string tried_for(const bontot::rubric& sheet, const std::string& line)
{
    bontot::memory& source = bontot::default_memory();
    const lint_index index(sheet, source);
    lint_budget budget;
    bontot::vector<bontot::feel::value> room(sheet.slot_count());
    std::string out;
    {
        lint_search search(sheet, index, budget, room);
        search.read(sheet.nodes[sheet.find_node(line)].score.value);
        if (!search.find([](const lint_search&) { return true; })) return "-";
        for (const std::uint32_t slot : search.slots())
            out += std::string(sheet.names.name(slot));
    }
    for (const bontot::feel::value& each : room)
        BOOST_TEST(each.is_unknown());
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_lint_search)

BOOST_AUTO_TEST_CASE(rules_by_slot_and_groups)
{
    const auto sheet = tied_sheet("abcdef", {"cd", "ab", "bc", "e"});
    const lint_index index(*sheet, bontot::default_memory());
    const auto rules_of = [&](std::uint32_t slot) {
        std::string out;
        for (const std::uint32_t rule : index.rules_of(slot))
            out += std::to_string(rule);
        return out;
    };
    BOOST_TEST(rules_of(0) == "1");  // a
    BOOST_TEST(rules_of(1) == "12"); // b
    BOOST_TEST(rules_of(2) == "02"); // c
    BOOST_TEST(rules_of(3) == "0");  // d
    BOOST_TEST(rules_of(4) == "3");  // e, alone
    BOOST_TEST(rules_of(5) == "");   // f
    for (std::uint32_t slot = 1; slot < 4; ++slot)
        BOOST_TEST(index.group_of(slot) == index.group_of(0));
    BOOST_TEST(index.group_size(index.group_of(0)) == 4U);
    BOOST_TEST(index.group_size(index.group_of(4)) == 1U);
    BOOST_TEST(index.group_size(index.group_of(5)) == 1U);
    BOOST_TEST(index.group_of(4) != index.group_of(5));
}

BOOST_AUTO_TEST_CASE(facts_of_members_by_name)
{
    const auto sheet = read_sheet(lint_json(
        {.facts = "{@n, 'type': 'number'}, {@one, 'of': 'member', 'type': 'boolean'}, "
                  "{@two, 'of': 'member', 'type': 'boolean'}"}
    ));
    BOOST_TEST(sheet->member_fact_of(sheet->symbol_of("one")) == 0U);
    BOOST_TEST(sheet->member_fact_of(sheet->symbol_of("two")) == 1U);
    BOOST_TEST(sheet->member_fact_of(sheet->symbol_of("id")) == none);
    BOOST_TEST(sheet->member_fact_of(none) == none);
}

struct order_case
{
    const char* name;
    const char* letters;
    std::vector<std::string> rules;
    const char* line;
    const char* tried;
};

/** Rules have their turn one after the other, round by round. */
BOOST_AUTO_TEST_CASE(facts_in_the_order_of_rounds)
{
    const order_case cases[] = {
        {"no rule", "ab", {}, "Lb", "b"},
        {"a rule of others", "abc", {"ac"}, "Lb", "b"},
        {"a rule ties", "abc", {"ab"}, "Lb", "ba"},
        // The first rule can not be asked before the second; the third can in the same round.
        {"one that came too early waits", "abxy", {"bx", "ab", "by"}, "La", "abyx"},
        {"several rounds", "abcd", {"cd", "bc", "ab"}, "La", "abcd"},
        {"one rule, many facts", "abcd", {"adc"}, "Ld", "dac"},
        {"24 facts",
         "abcdefghijklmnopqrstuvwx",
         {"abcdefghijkl", "lmnopqrstuvwx"},
         "La",
         "abcdefghijklmnopqrstuvwx"},
        {"25 are too many",
         "abcdefghijklmnopqrstuvwxy",
         {"abcdefghijkl", "lmnopqrstuvwxy"},
         "La",
         "-"},
        {"25 of which others are tried",
         "abcdefghijklmnopqrstuvwxyz",
         {"abcdefghijkl", "lmnopqrstuvwxy"},
         "Lz",
         "z"}};
    for (const order_case& tc : cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            BOOST_TEST(tried_for(*tied_sheet(tc.letters, tc.rules), tc.line) == tc.tried);
        }
    }
}

/** Lines that divide, rules that tie their facts, gates that ask for them: so many of each. */
std::shared_ptr<const bontot::rubric> large_sheet(std::size_t count)
{
    std::string facts;
    std::string lines;
    std::string consistency;
    std::string gates;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string comma = i == 0 ? "" : ", ";
        const std::string n = std::to_string(i);
        const std::string next = std::to_string((i + 7) % count);
        facts += comma + fact("f" + n);
        lines += comma + "{@L" + n + ", 'max': 1, 'score': {'formula': 'f" + n + " / (f" + n +
                 " - f" + next + ")'}}";
        consistency += comma + "{#r" + n + ", 'assert': 'f" + n + " <= f" + next + " + 100'}";
        gates += comma + "{@g" + n + ", 'effect': {'grade_down': 1}, 'when': 'f" + n + " + f" +
                 next + " > 10'}";
    }
    return read_sheet(lint_json(
        {.facts = facts,
         .criteria = "{@C, 'max': " + std::to_string(count) + ", 'indicators': [" + lines + "]}",
         .consistency = consistency,
         .gates = gates}
    ));
}

/** All rules hang together, so that no search is small; each costs what it reads, not all. */
BOOST_AUTO_TEST_CASE(memory_grows_with_the_rubric)
{
    std::size_t given[2] = {};
    std::string found[2];
    for (const std::size_t i : {0U, 1U}) {
        const auto sheet = large_sheet(i == 0 ? 150 : 300);
        counting_memory counted;
        found[i] = bontot_test::show(bontot::lint(*sheet, {}, counted));
        given[i] = counted.given;
        BOOST_TEST(counted.blocks == 0U);
    }
    BOOST_TEST(given[1] < given[0] * 21 / 10, given[0] << " and " << given[1] << " bytes");
    // A rule always holds, 9 <= 0 + 100; else nothing is found of facts that are too many to try.
    BOOST_TEST(found[0].find("consistency_always /consistency/149/assert") != std::string::npos);
}

/** Counts the runs of a condition until the budget is at its end; at most so many. */
int runs_of(const std::string& condition, int most)
{
    const auto sheet = read_sheet(lint_json(
        {.lines = "{@L, 'max': 10, 'score': {'condition': '" + condition + "'}}",
         .facts = fact("n")}
    ));
    const lint_index index(*sheet, bontot::default_memory());
    lint_budget budget;
    bontot::vector<bontot::feel::value> room(sheet->slot_count());
    lint_search search(*sheet, index, budget, room);
    for (int runs = 0; runs < most; ++runs) {
        if (budget.is_spent()) return runs;
        (void)search.run(sheet->nodes[sheet->find_node("L")].score.value);
    }
    return most;
}

/** A budget of 4,000,000 is 800 times the most that a run is taken to cost, 5,000: as much as a
    list of 20,000 numbers does. */
BOOST_AUTO_TEST_CASE(literal_lists_have_their_weight)
{
    std::string numbers = "1";
    for (int i = 1; i < 20000; ++i)
        numbers += ",1";
    BOOST_TEST(runs_of("list contains([" + numbers + "], n)", 2000) == 800);
    BOOST_TEST(runs_of("list contains([1,1,1], n)", 2000) == 2000);
}

/** One walk over all programs says what asking for each fact says. */
BOOST_AUTO_TEST_CASE(facts_that_are_read)
{
    for (const bontot::detail::builtin_rubric& each : bontot::detail::builtin_rubrics()) {
        const auto sheet = bontot_test::builtin(each.id);
        const auto all = bontot::detail::facts_read(*sheet, bontot::default_memory());
        BOOST_TEST_REQUIRE(all.size() == sheet->facts.size() + sheet->member_facts.size());
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            const std::size_t of_unit = sheet->facts.size();
            const bool is_read = i < of_unit ? bontot::detail::reads_fact(*sheet, i)
                                             : bontot::detail::reads_member_fact(
                                                   *sheet, sheet->member_facts[i - of_unit].symbol
                                               );
            BOOST_TEST(all[i] == is_read, each.id << " fact " << i);
        }
    }
    const auto sheet = read_sheet(lint_json(
        {.lines = "{@L, 'max': 10, 'score': {'formula': 'n + count(members[one])'}}",
         .facts = "{@n, 'type': 'number'}, {@m, 'type': 'number'}, {@k, 'type': 'number'}, "
                  "{@one, 'of': 'member', 'type': 'boolean'}, "
                  "{@two, 'of': 'member', 'type': 'boolean'}",
         .more = "'cohort': {'tie_chain': ['total', 'fact:k']},"}
    ));
    std::string shown;
    for (const bool is_read : bontot::detail::facts_read(*sheet, bontot::default_memory()))
        shown += is_read ? '1' : '0';
    BOOST_TEST(shown == "10110"); // n, m, k; one, two
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace lint_search_unit
