// SPDX-License-Identifier: BSL-1.0
// DESIGN 7, intervals: whatever fills what is missing scores within what was said before. Generated
// rubrics of single-fact lines, and every completion of every dossier over small ranges.

#include "support/sheets.hpp"

#include <random>

namespace {

using bontot_test::scores;
using bontot_test::sheet_parts;

struct small_fact
{
    const char* id;
    std::vector<const char*> values;
};

const std::vector<small_fact>& small_facts()
{
    static const std::vector<small_fact> facts = {
        {"n", {"0", "1", "2", "3"}},
        {"m", {"0", "1", "2", "3"}},
        {"flag", {"false", "true"}},
        {"other", {"false", "true"}},
        {"level", {"'high'", "'mid'", "'low'"}},
    };
    return facts;
}

constexpr const char* fact_texts =
    "{'id': 'n', 'type': 'number', 'integer': true, 'min': 0, 'max': 3},"
    "{'id': 'm', 'type': 'number', 'integer': true, 'min': 0, 'max': 3},"
    "{'id': 'flag', 'type': 'boolean'}, {'id': 'other', 'type': 'boolean'},"
    "{'id': 'level', 'type': 'choice', 'choices': ['high', 'mid', 'low']}";

/** Makes one rubric from a seed; the same on every platform. */
class generator
{
public:
    explicit generator(std::uint32_t seed) : random_(seed) {}

    sheet_parts sheet()
    {
        sheet_parts out;
        out.facts = fact_texts;
        const std::string good = "'good': {'min_points': 9}, ";
        out.criteria = "{'id': 'A', 'max': 20, " + good + "'indicators': [" + line("A1") + ", " +
                       line("A2") + "]}, ";
        out.criteria += "{'id': 'B', 'max': 20, " + good +
                        "'indicators': [{'id': 'P', 'max': 20, " + parent_rule() +
                        "'indicators': [" + line("B1") + ", " + line("B2") + "]}]}, ";
        out.criteria +=
            "{'id': 'D', 'kind': 'bonus', 'max': 6, 'indicators': [" + line("D1") + "]}, ";
        out.criteria += "{'id': 'E', 'kind': 'penalty', 'min': -5, 'indicators': [{'id': 'E1', "
                        "'min': -5, 'score': {'deductions': [{'count': '" +
                        count() + "', 'each': 2}]}}]}";
        out.gates = gate("g1") + ", " + gate("g2");
        out.grades = "{'id': 'top', 'min_total': 26, 'good_criteria': 'all'},"
                     "{'id': 'mid', 'min_total': 14, 'requires': '" +
                     condition() +
                     "'}, {'id': 'low', 'above_total': 6, 'no_zero_criterion': true},"
                     "{'id': 'rest'}";
        if (one_of(3) == 0) {
            out.more = "'rounding': [{'at': 'indicator', 'step': '0.5', 'mode': 'half_up'}]";
        }
        return out;
    }

    std::uint32_t one_of(std::uint32_t count)
    {
        return static_cast<std::uint32_t>(random_() % count);
    }

private:
    std::string condition()
    {
        constexpr const char* choices[] = {"flag",           "other",          "n > 1",
                                           "m >= 1",         "n * m > 2",      "n = m",
                                           "flag and n > 0", "other or m = 3", "level = \\'low\\'",
                                           "not(flag)"};
        return choices[one_of(10)];
    }

    std::string count()
    {
        constexpr const char* choices[] = {"n", "m", "n * 2", "n + 1", "4 - n"};
        return choices[one_of(5)];
    }

    std::string score_rule()
    {
        switch (one_of(8)) {
        case 0:
            return "{'condition': '" + condition() + "'}";
        case 1:
            return "{'choice': {'fact': 'level', 'options': [{'is': 'high', 'points': 9}, {'is': "
                   "'mid', 'points': 5}, {'is': 'low', 'points': 2" +
                   std::string(one_of(2) == 0 ? ", 'void': true" : "") + "}]}}";
        case 2:
            return "{'steps': {'value': '" + count() +
                   "', 'table': [{'when': '>= 2', 'points': 8}, {'when': '(0..2)', 'points': 3}" +
                   (one_of(2) == 0 ? ", {'when': '<= 0', 'points': 1}" : "") + "]}}";
        case 3:
            return "{'proportional': {'value': '" + count() +
                   "', 'from': [0, 3], 'points': [1, 9]}}";
        case 4:
            return "{'proportional': {'value': '" + count() +
                   "', 'from': [1, 2], 'points': [8, 0]}}";
        case 5:
            return "{'deductions': [{'count': 'n', 'each': 2, 'cap': 5}, {'count': '" + count() +
                   "', 'each': '1.5'}]}";
        case 6:
            return "{'additions': [{'count': 'm', 'each': 2}, {'count': '" + count() +
                   "', 'each': 1, 'cap': 2}]}";
        default:
            return "{'formula': '" + count() + " * 3 - m'}";
        }
    }

    std::string policy()
    {
        constexpr const char* policies[] = {"full", "rescale", "share", "drop", "zero"};
        return policies[one_of(5)];
    }

    std::string line(const std::string& id)
    {
        const bool is_bonus = id[0] == 'D';
        std::string out = "{'id': '" + id + "', 'max': 10, ";
        if (one_of(3) == 0) {
            out += "'applies': '" + condition() + "', 'not_applicable': '" + policy() + "', ";
        }
        if (one_of(4) == 0) out += "'requires': '" + condition() + "', ";
        if (one_of(4) == 0) out += "'at_most': [{'when': '" + condition() + "', 'points': 4}], ";
        if (one_of(5) == 0 && !is_bonus) out += "'min': 1, ";
        std::string score = score_rule();
        while (out.find("'min'") != out.npos && score.find("'points': 0") != score.npos)
            score = score_rule();
        while (out.find("'min'") != out.npos && score.find(", 0]") != score.npos)
            score = "{'condition': '" + condition() + "'}";
        return out + "'score': " + score + "}";
    }

    std::string parent_rule()
    {
        switch (one_of(4)) {
        case 0:
            return "'combine': 'highest', ";
        case 1:
            return "'min': 2, ";
        case 2:
            return "'applies': '" + condition() + "', 'not_applicable': '" + policy() + "', ";
        default:
            return "";
        }
    }

    std::string gate(const std::string& id)
    {
        constexpr const char* effects[] = {"'void': 'A1'",           "'void': 'P'",
                                           "'not_good': 'A'",        "'grade_at_most': 'mid'",
                                           "'grade_at_most': 'low'", "'grade_down': 1",
                                           "'grade_is': 'mid'"};
        return "{'id': '" + id + "', 'when': '" + condition() + "', 'effect': {" +
               effects[one_of(7)] + "}}";
    }

    std::mt19937 random_;
};

/** Which value of each small fact is given; -1 is none. */
using filling = std::vector<int>;

std::string facts_of(const filling& given)
{
    std::string out;
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] < 0) continue;
        const small_fact& fact = small_facts()[i];
        out += (out.empty() ? "'" : ", '") + std::string(fact.id) + "': ";
        out += fact.values[static_cast<std::size_t>(given[i])];
    }
    return out;
}

/** Moves to the next way of filling what `given` leaves open; false when there is none. */
bool next_completion(const filling& given, filling& now)
{
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] >= 0) continue;
        if (++now[i] < static_cast<int>(small_facts()[i].values.size())) return true;
        now[i] = 0;
    }
    return false;
}

/** Below a node that does not apply, or is voided, DESIGN does not say what a node shows. */
bool is_out_of_play(const bontot::result& about, std::uint32_t node)
{
    const std::uint32_t parent = about.sheet->nodes[node].parent;
    if (parent == bontot::none) return false;
    const bontot::node_state state = about.nodes[parent].state;
    return state == bontot::node_state::not_applicable || state == bontot::node_state::voided ||
           is_out_of_play(about, parent);
}

void check_within(const scores& before, const scores& after)
{
    const bontot::result& wide = before.get();
    const bontot::result& narrow = after.get();
    for (std::uint32_t i = 0; i < wide.nodes.size(); ++i) {
        if (is_out_of_play(narrow, i)) continue;
        const bool is_within = wide.nodes[i].points <= narrow.nodes[i].points &&
                               narrow.nodes[i].possible <= wide.nodes[i].possible;
        const std::string_view id = wide.sheet->nodes[i].id;
        BOOST_TEST(
            is_within, id << " was " << before.shown(id) << " and became " << after.shown(id)
        );
    }
    BOOST_TEST(
        (wide.points <= narrow.points && narrow.possible <= wide.possible),
        "the total was " << before.total() << " and became " << after.total()
    );
    for (const std::uint32_t each : narrow.reachable) {
        const bool is_there = std::count(wide.reachable.begin(), wide.reachable.end(), each) == 1;
        BOOST_TEST(is_there, "of " << before.reachable() << " it became " << after.reachable());
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_evaluate_soundness)

BOOST_AUTO_TEST_CASE(every_completion_lies_within)
{
    constexpr std::uint32_t rubrics = 48;
    constexpr std::uint32_t dossiers = 6;
    std::size_t completions = 0;
    for (std::uint32_t seed = 0; seed < rubrics; ++seed) {
        generator make(seed);
        const sheet_parts parts = make.sheet();
        const auto sheet = bontot_test::make_rubric(parts);
        for (std::uint32_t i = 0; i < dossiers; ++i) {
            filling given(small_facts().size(), -1);
            for (std::size_t f = 0; i > 0 && f < given.size(); ++f) {
                const auto values = static_cast<std::uint32_t>(small_facts()[f].values.size());
                if (make.one_of(2) == 0) given[f] = static_cast<int>(make.one_of(values));
            }
            const scores before(*bontot_test::make_dossier(sheet, {facts_of(given)}));
            filling now = given;
            for (int& each : now)
                each = each < 0 ? 0 : each;
            do {
                BOOST_TEST_CONTEXT(
                    "seed " << seed << ", {" << facts_of(given) << "} completed to {"
                            << facts_of(now) << "}\n"
                            << bontot_test::rubric_json(parts)
                )
                {
                    check_within(
                        before, scores(*bontot_test::make_dossier(sheet, {facts_of(now)}))
                    );
                }
                ++completions;
            } while (next_completion(given, now));
        }
    }
    // The first dossier of each rubric alone has 4 * 4 * 2 * 2 * 3 of them.
    BOOST_TEST(completions > rubrics * 192U);
}

/** A completion may leave a line without a value: then it is uncovered, from its least to its most.
 */
BOOST_AUTO_TEST_CASE(a_completion_without_a_value_lies_within)
{
    constexpr struct
    {
        const char* name;
        const char* line;
    } test_cases[] = {
        {"condition", "'score': {'condition': 'n / m > 1'}"},
        {"formula", "'score': {'formula': 'n / m'}"},
        {"requires", "'requires': 'n / m > 1', 'score': {'formula': '3'}"},
        {"ceiling", "'at_most': [{'when': 'n / m > 1', 'points': 2}], 'score': {'formula': '3'}"},
        {"applies", "'applies': 'n / m > 1', 'not_applicable': 'zero', 'score': {'formula': '3'}"},
        {"steps", "'score': {'steps': {'value': 'n / m', 'table': [{'when': '-', 'points': 3}]}}"},
        {"proportional", "'score': {'proportional': {'value': 'n / m', 'from': [0, 1], "
                         "'points': [1, 3]}}"},
        {"deductions", "'score': {'deductions': [{'count': 'n / m', 'each': 1, 'cap': 2}]}"},
        {"additions", "'score': {'additions': [{'count': 'n / m', 'each': 1, 'cap': 2}]}"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const sheet_parts sheet{.criteria = bontot_test::one_line(tc.line)};
            const scores after = bontot_test::score(sheet, {"'n': 1, 'm': 0"});
            BOOST_TEST(after.shown("L") == "0..10 uncovered");
            check_within(bontot_test::score(sheet, {"'n': 1"}), after);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
