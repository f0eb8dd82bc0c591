// SPDX-License-Identifier: BSL-1.0
#include "support/counting_memory.hpp"
#include "support/sheets.hpp"

#include <bontot/path.hpp>
#include <bontot/version.h>
#include <bontot/write_path.hpp>

#include <bontot/evaluate/part_evaluator.hpp>
#include <bontot/path/finder.hpp>
#include <bontot/path/model.hpp>
#include <bontot/path/reads.hpp>
#include <bontot/words/result.hpp>
#include <bontot/write/path_words.hpp>

namespace path_unit {

using namespace bontot_test;

namespace {

std::string show(const bontot::feel::value& value)
{
    std::string out;
    const bontot::feel::symbol_table no_symbols;
    append_text(out, value, no_symbols);
    return out;
}

/** A path, as short texts. */
class found_path
{
public:
    found_path(const bontot::dossier& given, const char* grade)
    {
        const auto& grades = given.sheet->grades;
        std::uint32_t index = bontot::none;
        for (std::uint32_t i = 0; i < grades.size(); ++i) {
            if (grades[i].id == grade) index = i;
        }
        bontot::path_to(given, index, path_);
    }

    [[nodiscard]] std::string outcome() const
    {
        return std::string(bontot::detail::outcome_word(path_.outcome));
    }

    /** Returns "L: n 2 -> 4, evidence:L 0 -> 1; M: ..."; an open step has "?". */
    [[nodiscard]] std::string steps() const
    {
        std::string out;
        for (const bontot::path_step& step : path_.steps) {
            if (!out.empty()) out += "; ";
            bontot::detail::append_waiting_name(out, *path_.sheet, step.what, step.index);
            out += ":";
            for (std::uint32_t i = 0; i < step.change_count; ++i)
                out += (i == 0 ? " " : ", ") + change(path_.changes[step.first_change + i]);
            if (step.is_open) out += " ?";
        }
        return out;
    }

    /** Returns "code at" each, with "asked/best" where there are such figures. */
    [[nodiscard]] std::string obstacles() const
    {
        using kind = bontot::path_obstacle::kind;
        std::string out;
        for (const bontot::path_obstacle& each : path_.obstacles) {
            if (!out.empty()) out += ", ";
            out += bontot::detail::obstacle_word(each.what);
            if (each.what == kind::gate) {
                out += " " + std::string(path_.sheet->gates[each.index].id);
            } else if (each.what == kind::grade) {
                out += " " + std::string(path_.sheet->grades[each.index].id);
            } else if (each.index != bontot::none) {
                out += " " + std::string(path_.sheet->nodes[each.index].id);
            }
            const bool is_figure = !each.asked.is_zero() || !each.best.is_zero();
            if (is_figure) out += " " + show(each.best) + "/" + show(each.asked);
        }
        return out;
    }

    [[nodiscard]] std::string falls() const
    {
        std::string out;
        for (const bontot::path_fall& each : path_.falls) {
            if (!out.empty()) out += ", ";
            out += std::string(path_.sheet->nodes[each.node].id) + " " + show(each.points) +
                   " -> " + show(each.after);
        }
        return out;
    }

    [[nodiscard]] const bontot::path& get() const { return path_; }

private:
    using number = bontot::number;
    static std::string show(const number& value) { return bontot_test::show(value); }

    [[nodiscard]] std::string change(const bontot::path_change& what) const
    {
        std::string out;
        bontot::detail::append_item_name(out, *path_.sheet, bontot::detail::item_of(what));
        out += " " + path_unit::show(what.from) + " -> " + path_unit::show(what.to);
        const bool is_member = what.what == bontot::missing_item::kind::member_field;
        if (is_member) out += " x" + std::to_string(what.count);
        return out;
    }

    bontot::path path_;
};

found_path find(const sheet_parts& sheet, const dossier_parts& dossier, const char* grade = "")
{
    return found_path(*make_dossier(make_rubric(sheet), dossier), grade);
}

/** The grade `top` asks for 8 of 10 points in the only line. */
struct change_case
{
    const char* name;
    const char* line;
    const char* facts;
    const char* steps;
    const char* more = "";
    const char* consistency = "";
};

} // namespace

BOOST_AUTO_TEST_SUITE(test_path)

// What a line needs, by the way it is scored; each worked out by hand from its rule.
BOOST_AUTO_TEST_CASE(changes_of_one_line)
{
    const change_case cases[] = {
        {"a condition on one fact", "'score': {'condition': 'n >= 7'}", "'n': 2", "L: n 2 -> 7"},
        {"a strict one", "'score': {'condition': 'n > 7'}", "'n': 2", "L: n 2 -> 8"},
        {"from above", "'score': {'condition': 'n <= 3'}", "'n': 9", "L: n 9 -> 3"},
        {"the nearest of two", "'score': {'condition': 'n = 1 or n = 9'}", "'n': 4", "L: n 4 -> 1"},
        {"two facts", "'score': {'condition': 'n >= 7 and m = 0'}", "'n': 2, 'm': 3",
         "L: n 2 -> 7, m 3 -> 0"},
        {"either fact", "'score': {'condition': 'n >= 7 or flag'}", "'n': 2, 'flag': false",
         "L: n 2 -> 7"},
        {"a boolean", "'score': {'condition': 'flag'}", "'flag': false", "L: flag false -> true"},
        {"a missing boolean", "'score': {'condition': 'not(flag)'}", "",
         "L: flag unknown -> false"},
        {"a date", "'score': {'condition': 'day <= date(\\\"2026-06-30\\\")'}",
         "'day': '2026-07-15'", "L: day 2026-07-15 -> 2026-06-30"},
        {"a missing number", "'score': {'condition': 'n >= 7'}", "", "L: n unknown -> 7"},
        {"a missing count of faults", "'score': {'deductions': [{'count': 'c', 'each': 1}]}", "",
         "L: c unknown -> 0"},
        {"the best option",
         "'score': {'choice': {'fact': 'level', 'options': [{'is': 'low', 'points': 0}, {'is': "
         "'high', 'points': 10}, {'is': 'mid', 'points': 5}]}}",
         "'level': 'mid'", "L: level mid -> high"},
        {"the least that reaches the best row of a ratio",
         "'score': {'steps': {'value': 'n / k', 'table': [{'when': '>= 0.9', 'points': 10}, "
         "{'when': "
         "'< 0.9', 'points': 2}]}}",
         "'n': 6, 'k': 10", "L: n 6 -> 9"},
        {"a ratio that has to be whole",
         "'score': {'steps': {'value': 'm / n', 'table': [{'when': '>= 1', 'points': 10}, {'when': "
         "'[0.5..1)', 'points': 4}, {'when': '< 0.5', 'points': 0}]}}",
         "'m': 3, 'n': 8", "L: m 3 -> 8"},
        {"in proportion",
         "'score': {'proportional': {'value': 'n', 'from': [0, 8], 'points': [0, 10]}}", "'n': 3",
         "L: n 3 -> 8"},
        {"in proportion, falling",
         "'score': {'proportional': {'value': 'h', 'from': [0.25, 1], 'points': [10, 0]}}",
         "'h': 0.5", "L: h 0.5 -> 0.25"},
        {"no more deductions", "'score': {'deductions': [{'count': 'c', 'each': 2, 'cap': 6}]}",
         "'c': 2", "L: c 2 -> 0"},
        {"as many additions as fill the cap",
         "'score': {'additions': [{'count': 'c', 'each': 3, 'cap': 10}]}", "'c': 1", "L: c 1 -> 4"},
        {"a formula", "'score': {'formula': '2 * n - 4'}", "'n': 5", "L: n 5 -> 7"},
        {"a mark", "'score': {'mark': {'step': 0.5}}", "", "L: mark:L 4.5 -> 10",
         "'marks': {'L': {'committee': 4.5}}"},
        {"a missing mark", "'score': {'mark': {'step': 3}}", "", "L: mark:L unknown -> 9"},
        {"evidence", "'score': {'condition': 'flag'}, 'evidence': {'kinds': ['k'], 'at_least': 3}",
         "'flag': true", "L: evidence:L 1 -> 3",
         "'evidence': [{'id': 'e', 'kind': 'k', 'supports': ['L']}]"},
        {"a fact and evidence", "'score': {'condition': 'flag'}, 'evidence': {'kinds': ['k']}",
         "'flag': false", "L: flag false -> true, evidence:L 0 -> 1"},
        {"what it requires", "'score': {'condition': 'flag'}, 'requires': 'n >= 2'",
         "'flag': true, 'n': 1", "L: n 1 -> 2"},
        {"members", "'score': {'condition': 'count(members[blamed = true]) <= 1'}", "",
         "L: members.blamed true -> false x2",
         "'members': [{'id': 'a', 'blamed': true}, {'id': 'b', 'blamed': true}, {'id': 'c', "
         "'blamed': "
         "false}, {'id': 'd', 'blamed': true}]"},
        {"a fact that another bounds", "'score': {'condition': 'n / k >= 0.9'}",
         "'n': 6, 'm': 7, 'k': 10", "L: n 6 -> 9, m 7 -> 9", "", "'n <= m'"},
        {"a missing fact of what cannot be changed",
         "'effort': null, 'score': {'condition': 'n = 0'}", "", "L: n unknown -> 0"},
        {"evidence of what cannot be changed",
         "'effort': null, 'score': {'condition': 'flag'}, 'evidence': {}", "'flag': true",
         "L: evidence:L 0 -> 1"},
        {"missing fields of members alone",
         "'effort': null, 'score': {'condition': 'count(members[blamed = true]) <= 1'}", "",
         "L: members.blamed unknown -> false x2",
         "'members': [{'id': 'a', 'blamed': false}, {'id': 'b'}, {'id': 'c'}]"},
        {"nothing that the engine finds", "'score': {'condition': 'count(history) >= 1'}", "",
         "L: ?"},
    };
    for (const change_case& tc : cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            sheet_parts sheet{.criteria = one_line(tc.line)};
            if (*tc.consistency != '\0') {
                sheet.consistency = std::string("{'id': 'c', 'assert': ") + tc.consistency +
                                    ", 'message': {'en': 'm'}}";
            }
            const found_path path = find(sheet, {tc.facts, tc.more}, "top");
            BOOST_TEST(path.steps() == tc.steps);
            const bool is_open = path.steps().back() == '?';
            BOOST_TEST(path.outcome() == (is_open ? "conflict" : "found"));
            BOOST_TEST(path.get().effort == 1);
        }
    }
}

namespace {

/** Lines on `flag`, `other`, `n >= 5`, `m >= 5`, with their points and efforts. */
std::string four_lines(const char* efforts[4], const char* points[4])
{
    constexpr const char* conditions[] = {"flag", "other", "n >= 5", "m >= 5"};
    std::string lines;
    for (int i = 0; i < 4; ++i) {
        if (i > 0) lines += ", ";
        lines += std::string("{'id': 'L") + std::to_string(i + 1) + "', 'max': " + points[i] +
                 ", 'effort': " + efforts[i] + ", 'score': {'condition': '" + conditions[i] + "'}}";
    }
    return "{'id': 'C', 'max': 10, 'indicators': [" + lines + "]}";
}

constexpr const char* nothing_done = "'flag': false, 'other': false, 'n': 0, 'm': 0";

struct choice_of_lines
{
    const char* name;
    const char* efforts[4];
    const char* points[4];
    const char* grade;
    const char* lines; /**< that are chosen */
    int effort;
};

std::string chosen(const found_path& path)
{
    std::string out;
    for (const bontot::path_step& step : path.get().steps) {
        if (!out.empty()) out += " ";
        out += path.get().sheet->nodes[step.index].id;
    }
    return out;
}

} // namespace

// The grade `mid` asks for 5 points, `top` for 8.
BOOST_AUTO_TEST_CASE(least_effort)
{
    const choice_of_lines cases[] = {
        {"one line that is enough", {"1", "1", "1", "1"}, {"1", "5", "2", "2"}, "mid", "L2", 1},
        {"two cheap ones before a dear one",
         {"5", "2", "2", "9"},
         {"5", "3", "2", "0"},
         "mid",
         "L2 L3",
         4},
        {"a dear one before two cheap ones",
         {"3", "2", "2", "9"},
         {"5", "3", "2", "0"},
         "mid",
         "L1",
         3},
        {"of equal ones the first", {"1", "1", "1", "1"}, {"2", "3", "3", "2"}, "mid", "L1 L2", 2},
        {"not the most points", {"1", "1", "1", "1"}, {"2.5", "2.5", "5", "0"}, "mid", "L3", 1},
        {"without what cannot be changed",
         {"1", "null", "1", "1"},
         {"3", "4", "3", "2"},
         "top",
         "L1 L3 L4",
         3},
        {"all that there is", {"1", "2", "3", "4"}, {"2", "2", "2", "2"}, "top", "L1 L2 L3 L4", 10},
    };
    for (const choice_of_lines& tc : cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const char* efforts[4];
            const char* points[4];
            std::copy(tc.efforts, tc.efforts + 4, efforts);
            std::copy(tc.points, tc.points + 4, points);
            const found_path path =
                find({.criteria = four_lines(efforts, points)}, {nothing_done}, tc.grade);
            BOOST_TEST(path.outcome() == "found");
            BOOST_TEST(chosen(path) == tc.lines);
            BOOST_TEST(path.get().effort == tc.effort);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_there_already)
{
    const sheet_parts sheet{.criteria = one_line("'score': {'condition': 'flag'}")};
    const found_path same = find(sheet, {"'flag': true"}, "top");
    BOOST_TEST(same.outcome() == "reached");
    BOOST_TEST(same.steps() == "");
    // A better one than was asked for.
    BOOST_TEST(find(sheet, {"'flag': true"}, "mid").outcome() == "reached");
    // Without a grade: the next better one; of the best the best.
    const found_path next = find(sheet, {"'flag': false"});
    BOOST_TEST(next.outcome() == "found");
    BOOST_TEST(next.get().grade == 1U);
    BOOST_TEST(find(sheet, {"'flag': true"}).get().grade == 0U);
}

BOOST_AUTO_TEST_CASE(more_than_was_asked_for)
{
    // The line gives all or nothing: `mid` cannot be had without `top`.
    const sheet_parts sheet{.criteria = one_line("'score': {'condition': 'flag'}")};
    const found_path path = find(sheet, {"'flag': false"}, "mid");
    BOOST_TEST(path.outcome() == "found");
    BOOST_TEST(path.get().after.grade == 0U);
}

namespace {

/** A path that is not found: what stands in the way. */
struct obstacle_case
{
    const char* name;
    const char* criteria;
    const char* grades;
    const char* gates;
    const char* facts;
    const char* outcome;
    const char* obstacles;
    const char* steps = "";
    const char* falls = "";
};

} // namespace

BOOST_AUTO_TEST_CASE(what_stands_in_the_way)
{
    constexpr const char* plain =
        "{'id': 'C', 'max': 10, 'good': {'min_points': 6}, 'indicators': "
        "[{'id': 'L', 'max': 6, 'score': {'condition': 'flag'}}, "
        "{'id': 'M', 'max': 4, 'effort': null, 'score': {'condition': 'other'}}]}";
    constexpr const char* neither = "'flag': false, 'other': false";
    const obstacle_case cases[] = {
        {"a line that cannot be changed", plain, "{'id': 'top', 'min_total': 8}, {'id': 'rest'}",
         "", neither, "forbidden", "total 6/8, fixed M 0/4"},
        {"exactly as much is not above", plain, "{'id': 'top', 'above_total': 6}, {'id': 'rest'}",
         "", neither, "forbidden", "total 6/6, fixed M 0/4"},
        {"a criterion", plain, "{'id': 'top', 'min_points': {'C': 7}}, {'id': 'rest'}", "", neither,
         "forbidden", "points C 6/7, fixed M 0/4"},
        {"a share of a criterion", plain, "{'id': 'top', 'min_share': {'C': 0.65}}, {'id': 'rest'}",
         "", neither, "forbidden", "points C 6/6.5, fixed M 0/4"},
        {"of points and a share the greater: the share", plain,
         "{'id': 'top', 'min_points': {'C': 7}, 'min_share': {'C': 0.8}}, {'id': 'rest'}", "",
         neither, "forbidden", "points C 6/8, fixed M 0/4"},
        {"of points and a share the greater: the points", plain,
         "{'id': 'top', 'min_points': {'C': 9}, 'min_share': {'C': 0.7}}, {'id': 'rest'}", "",
         neither, "forbidden", "points C 6/9, fixed M 0/4"},
        {"a gate on the grade", plain, "{'id': 'top', 'min_total': 5}, {'id': 'rest'}",
         "{'id': 'g', 'when': 'n > 0', 'effect': {'grade_at_most': 'rest'}}",
         "'flag': false, 'other': false, 'n': 1", "forbidden", "gate g"},
        {"a gate on a criterion", plain, "{'id': 'top', 'good_criteria': 'all'}, {'id': 'rest'}",
         "{'id': 'g', 'when': 'n > 0', 'effect': {'not_good': 'C'}}",
         "'flag': false, 'other': false, 'n': 1", "forbidden", "gate g"},
        {"a gate that voids", plain, "{'id': 'top', 'min_total': 5}, {'id': 'rest'}",
         "{'id': 'g', 'when': 'n > 0', 'effect': {'void': 'L'}}",
         "'flag': false, 'other': true, 'n': 1", "forbidden", "total 4/5, gate g"},
        {"a condition that no fact fulfils", plain,
         "{'id': 'top', 'min_total': 5, 'requires': 'count(history) > 0'}, {'id': 'rest'}", "",
         neither, "conflict", "grade top", "L: flag false -> true; grade:top: ?"},
        {"two lines that want the same fact otherwise",
         "{'id': 'C', 'max': 10, 'indicators': [{'id': 'L', 'max': 5, 'score': {'condition': 'n >= "
         "5'}}, "
         "{'id': 'M', 'max': 5, 'score': {'condition': 'n <= 4 and flag'}}]}",
         "{'id': 'top', 'min_total': 10}, {'id': 'rest'}", "", "'n': 0, 'flag': false", "conflict",
         "step M 0/5, total 5/10", "L: n 0 -> 5; M: ?"},
    };
    for (const obstacle_case& tc : cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const sheet_parts sheet{
                .criteria = tc.criteria, .grades = tc.grades, .gates = tc.gates};
            const found_path path = find(sheet, {tc.facts}, "top");
            BOOST_TEST(path.outcome() == tc.outcome);
            BOOST_TEST(path.obstacles() == tc.obstacles);
            BOOST_TEST(path.steps() == tc.steps);
            BOOST_TEST(path.falls() == tc.falls);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_line_that_falls_is_named)
{
    // No value of n keeps M: it falls from 3 to 0, and 7 + 0 still is enough.
    const sheet_parts sheet{
        .criteria =
            "{'id': 'C', 'max': 10, 'indicators': [{'id': 'L', 'max': 7, 'score': {'condition': "
            "'n >= 5'}}, {'id': 'M', 'max': 3, 'score': {'condition': 'n <= 4'}}]}"};
    const found_path path = find(sheet, {"'n': 2"}, "mid");
    BOOST_TEST(path.outcome() == "found");
    BOOST_TEST(path.steps() == "L: n 2 -> 5");
    BOOST_TEST(path.falls() == "M 3 -> 0");
}

BOOST_AUTO_TEST_CASE(a_value_that_leaves_other_lines_is_taken_first)
{
    // n = 5 is nearest, but M asks for m <= n with consistency of none; 6 serves both.
    const sheet_parts sheet{
        .criteria =
            "{'id': 'C', 'max': 10, 'indicators': [{'id': 'L', 'max': 7, 'score': {'condition': "
            "'n >= 5'}}, {'id': 'M', 'max': 3, 'score': {'condition': 'n < 3 or n > 5'}}]}"};
    const found_path path = find(sheet, {"'n': 2"}, "mid");
    BOOST_TEST(path.steps() == "L: n 2 -> 6");
    BOOST_TEST(path.falls() == "");
}

BOOST_AUTO_TEST_CASE(a_void_is_lifted_by_its_option)
{
    const sheet_parts sheet{
        .criteria = "{'id': 'C', 'max': 10, 'indicators': [{'id': 'L', 'max': 4, 'score': "
                    "{'choice': {'fact': "
                    "'level', 'options': [{'is': 'high', 'points': 4}, {'is': 'mid', 'points': 0}, "
                    "{'is': 'low', "
                    "'points': 0, 'void': true}]}}}, {'id': 'M', 'max': 6, 'score': {'condition': "
                    "'flag'}}]}"};
    const found_path path = find(sheet, {"'level': 'low', 'flag': true"}, "mid");
    BOOST_TEST(path.outcome() == "found");
    BOOST_TEST(path.steps() == "L: level low -> high");
    BOOST_TEST(bontot_test::show(path.get().after.points) == "10");
}

BOOST_AUTO_TEST_CASE(conditions_besides_lines)
{
    const sheet_parts sheet{
        .criteria = "{'id': 'C', 'max': 10, 'good': {'min_points': 6, 'requires': 'm >= 3'}, "
                    "'indicators': [{'id': 'L', 'max': 10, 'score': {'condition': 'flag'}}]}",
        .grades = "{'id': 'top', 'min_total': 5, 'good_criteria': 'all', 'requires': 'k <= 8'}, "
                  "{'id': 'rest'}",
        .gates = "{'id': 'g', 'when': 'c > 2', 'effect': {'grade_down': 1}}"};
    // What holds asks for no step.
    const found_path all = find(sheet, {"'flag': false, 'm': 3, 'k': 8, 'c': 0"}, "top");
    BOOST_TEST(all.steps() == "L: flag false -> true");
    const found_path some = find(sheet, {"'flag': false, 'm': 1, 'k': 9"}, "top");
    BOOST_TEST(some.outcome() == "found");
    BOOST_TEST(
        some.steps() ==
        "L: flag false -> true; gate:g: c unknown -> 0; good:C: m 1 -> 3; grade:top: k 9 -> 8"
    );
    BOOST_TEST(some.get().effort == 1);
}

// M could have n <= 1, and then L would fall again: m rises instead.
BOOST_AUTO_TEST_CASE(a_later_line_leaves_an_earlier_one)
{
    const sheet_parts sheet{
        .criteria =
            "{'id': 'C', 'max': 10, 'indicators': [{'id': 'L', 'max': 5, 'score': {'condition': "
            "'n >= 6'}}, {'id': 'M', 'max': 5, 'score': {'condition': 'n <= m'}}]}"};
    const found_path path = find(sheet, {"'n': 2, 'm': 1"}, "top");
    BOOST_TEST(path.outcome() == "found");
    BOOST_TEST(path.steps() == "L: n 2 -> 6; M: m 1 -> 6");
}

// The grade could have m <= 2, and then the criterion would be good no more: k falls instead.
BOOST_AUTO_TEST_CASE(a_later_condition_leaves_an_earlier_one)
{
    const sheet_parts sheet{
        .criteria = "{'id': 'C', 'max': 10, 'good': {'min_points': 6, 'requires': 'm >= 3'}, "
                    "'indicators': [{'id': 'L', 'max': 10, 'score': {'condition': 'flag'}}]}",
        .grades = "{'id': 'top', 'min_total': 5, 'good_criteria': 'all', "
                  "'requires': 'm <= 2 or k <= 8'}, {'id': 'rest'}"};
    const found_path path = find(sheet, {"'flag': false, 'm': 1, 'k': 9"}, "top");
    BOOST_TEST(path.outcome() == "found");
    BOOST_TEST(path.steps() == "L: flag false -> true; good:C: m 1 -> 3; grade:top: k 9 -> 8");
}

namespace {

/** Returns the bytes that a path asks for over so many criteria, each good by a condition that
    does not hold yet. */
std::size_t bytes_of_path(int count)
{
    std::string facts;
    std::string criteria;
    std::string values;
    for (int i = 0; i < count; ++i) {
        const std::string comma = i == 0 ? "" : ", ";
        const std::string n = std::to_string(i);
        facts += comma + "{'id': 'f" + n + "', 'type': 'number', 'min': 0, 'max': 9}";
        criteria += comma + "{'id': 'C" + n + "', 'max': 1, 'good': {'min_points': 1, " +
                    "'requires': 'f" + n + " >= 5'}, 'indicators': [{'id': 'L" + n +
                    "', 'max': 1, 'score': {'condition': 'f" + n + " >= 3'}}]}";
        values += comma + "'f" + n + "': 4";
    }
    const auto dossier = make_dossier(
        make_rubric(
            {.criteria = criteria,
             .grades = "{'id': 'top', 'good_criteria': 'all'}, {'id': 'rest'}",
             .facts = facts}
        ),
        {values}
    );
    counting_memory counted;
    {
        bontot::path found(counted);
        bontot::path_to(*dossier, 0, found);
        BOOST_TEST((found.outcome == bontot::path_outcome::found));
        BOOST_TEST(found.steps.size() == std::size_t(count));
    }
    BOOST_TEST(counted.blocks == 0U);
    return counted.given;
}

} // namespace

/** A condition costs what it reads: for each there was a model of all lines once. */
BOOST_AUTO_TEST_CASE(memory_grows_with_the_rubric)
{
    const std::size_t of_few = bytes_of_path(60);
    const std::size_t of_many = bytes_of_path(120);
    BOOST_TEST(of_many < of_few * 5 / 2, of_few << " and " << of_many << " bytes");
}

BOOST_AUTO_TEST_CASE(facts_of_the_committee_stay)
{
    const std::string facts =
        "{'id': 'ours', 'type': 'number', 'min': 0}, {'id': 'average', 'type': "
        "'number', 'given_by': 'committee'}";
    const sheet_parts sheet{
        .criteria = one_line("'score': {'condition': 'average < ours'}"), .facts = facts};
    const found_path path = find(sheet, {"'ours': 3, 'average': 4.5"}, "top");
    BOOST_TEST(path.steps() == "L: ours 3 -> 4.51");
}

BOOST_AUTO_TEST_CASE(words)
{
    const sheet_parts sheet{
        .criteria =
            "{'id': 'C', 'max': 10, 'indicators': [{'id': 'L', 'label': {'vi': 'H\u1ECDp', 'en': "
            "'Meetings'}, 'max': 1.5, 'score': {'condition': 'n >= 4'}}, {'id': 'M', 'max': 8.5, "
            "'score': {'condition': 'flag'}}]}",
        .grades = "{'id': 'top', 'label': {'vi': 'B\u1ED1n t\u1ED1t', 'en': 'Four good'}, "
                  "'min_total': 10}, "
                  "{'id': 'rest', 'label': {'vi': 'C\u00F2n l\u1EA1i', 'en': 'Other'}}"};
    const found_path path = find(sheet, {"'n': 2, 'flag': true"}, "top");
    std::string text;
    append_text(text, path.get(), bontot::text_options{bontot::language::en});
    BOOST_TEST(
        text == "Path: to \"Four good\": 1 to do, total effort 1\n"
                "Unit: U\n"
                "Now: Other, 8.5 points\n"
                "With all steps done: Four good, 10 points\n"
                "\n"
                "What to do\n"
                "  1. L  Meetings" +
                    std::string(64, ' ') +
                    "0 \u2192 1.5  +1.5 points\n"
                    "      n: 2 \u2192 4\n"
    );
    std::string json;
    append_json(json, path.get(), bontot::language::vi);
    const std::string expected =
        quoted("{'format':'bontot-path/1','engine':'" BONTOT_VERSION_STRING
               "','rubric':{'id':'test','version':'1'},'unit':{'id':'U'},'period':{'from':'2026-01-"
               "01','to':"
               "'2026-12-31'},'as_of':'committee','to':{'id':'top','label':'B\u1ED1n "
               "t\u1ED1t'},'outcome':'found',"
               "'effort':1,'before':{'points':8.5,'grade':{'id':'rest','label':'C\u00F2n "
               "l\u1EA1i'}},'after':{'points':"
               "10,'grade':{'id':'top','label':'B\u1ED1n "
               "t\u1ED1t'}},'steps':[{'at':'L','label':'H\u1ECDp','points':0,'after':"
               "1.5,'gain':1.5,'effort':1,'open':false,'changes':[{'item':'n','label':'n','from':2,"
               "'to':4}],"
               "'text':'n: 2 \u2192 4; +1,5 \u0111i\u1EC3m'}],'falls':[],'obstacles':[]}");
    BOOST_TEST(json == expected);
}

/** Tries end when the expressions that judge them have no steps left, over all finders of a path.
 */
BOOST_AUTO_TEST_CASE(steps_of_tries)
{
    const auto sheet = make_rubric({.criteria = one_line("'score': {'condition': 'n > 3'}")});
    const auto given = make_dossier(sheet, {"'n': 1"});
    const auto reach = [&](std::uint64_t& steps_left) {
        bontot::result seen;
        evaluate(*given, seen);
        const auto own = make_dossier(sheet, {"'n': 1"});
        bontot::dossier& working = *own;
        bontot::result room;
        bontot::detail::part_evaluator rules(working, seen, room, bontot::none);
        bontot::memory& source = bontot::default_memory();
        const bontot::detail::path_model model(rules, source);
        const bontot::detail::slot_readers readers(*sheet, source);
        bontot::path found;
        found.sheet = sheet;
        bontot::detail::path_finder finder(working, rules, model, readers, found, steps_left);
        const bool is_reached = finder.reach({sheet->find_node("L"), bontot::number(10)});
        return std::pair(is_reached, found.changes.size());
    };
    std::uint64_t plenty = 1'000'000;
    BOOST_TEST((reach(plenty) == std::pair(true, std::size_t{1})));
    BOOST_TEST(plenty < 1'000'000U);
    // One step is spent by the first try, at the latest: nothing is tried after it, and 0 or 2,
    // with which it would begin, do not reach the goal.
    std::uint64_t one = 1;
    BOOST_TEST((reach(one) == std::pair(false, std::size_t{0})));
    BOOST_TEST(one == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace path_unit
