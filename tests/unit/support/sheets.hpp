// SPDX-License-Identifier: BSL-1.0
// Builders for tests: small rubrics and dossiers from JSON text, and what evaluating them gives as
// short texts. In the parts that tests give, ' stands for ".
#ifndef BONTOT_TESTS_UNIT_SUPPORT_SHEETS_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_SHEETS_HPP

#include <bontot/evaluate.hpp>
#include <bontot/write_json.hpp>

#include <bontot/words/result.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bontot_test {

using rubric_ptr = std::shared_ptr<const bontot::rubric>;

inline std::string quoted(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

inline std::string show(const bontot::number& value)
{
    std::string out;
    append_plain(out, value);
    return out;
}

/** Shows "3" for a figure that is decided, "3..5" for an open one. */
inline std::string show(const bontot::number& low, const bontot::number& high)
{
    return low == high ? show(low) : show(low) + ".." + show(high);
}

inline std::string show(bontot::truth what)
{
    constexpr const char* words[] = {"no", "yes", "open"};
    return words[static_cast<std::size_t>(what)];
}

/** Shows what is wrong with a text: "code at pointer" each. */
inline std::string show(const bontot::error_list& errors)
{
    std::string out;
    for (const bontot::diagnostic& each : errors) {
        if (!out.empty()) out += ", ";
        out += message_code(each.code);
        out += " at ";
        out.append(each.pointer.data(), each.pointer.size());
    }
    return out;
}

/** n and m are whole numbers 0..10, k 5..10, h any number 0..1; c is
 * counted from 0; x has no range. */
inline constexpr const char* plain_facts =
    "{'id': 'n', 'type': 'number', 'integer': true, 'min': 0, 'max': 10},"
    "{'id': 'm', 'type': 'number', 'integer': true, 'min': 0, 'max': 10},"
    "{'id': 'k', 'type': 'number', 'integer': true, 'min': 5, 'max': 10},"
    "{'id': 'h', 'type': 'number', 'min': 0, 'max': 1},"
    "{'id': 'c', 'type': 'number', 'integer': true, 'min': 0},"
    "{'id': 'x', 'type': 'number'},"
    "{'id': 'flag', 'type': 'boolean'},"
    "{'id': 'other', 'type': 'boolean'},"
    "{'id': 'day', 'type': 'date'},"
    "{'id': 'word', 'type': 'text'},"
    "{'id': 'level', 'type': 'choice', 'choices': ['high', 'mid', 'low']},"
    "{'id': 'blamed', 'of': 'member', 'type': 'boolean'},"
    "{'id': 'faults', 'of': 'member', 'type': 'number', 'integer': true, 'min': 0, 'max': 3}";

/** The parts of a rubric that a test is about; the rest is plain. */
struct sheet_parts
{
    std::string criteria;
    std::string grades =
        "{'id': 'top', 'min_total': 8}, {'id': 'mid', 'min_total': 5}, {'id': 'rest'}";
    std::string gates = {};
    std::string checks = {};
    std::string consistency = {};
    std::string facts = plain_facts;
    std::string more = {}; /**< further members of the rubric, such as `'rounding': [...]` */
    std::string roles = "'committee'";
};

inline std::string rubric_json(const sheet_parts& parts)
{
    std::string out = "{'format': 'bontot-rubric/1', 'id': 'test', 'version': '1',"
                      "'label': {'vi': 'test', 'en': 'test'}, ";
    out += "'roles': [" + parts.roles + "], ";
    if (!parts.more.empty()) out += parts.more + ", ";
    out += "'facts': [" + parts.facts + "], ";
    out += "'consistency': [" + parts.consistency + "], ";
    out += "'criteria': [" + parts.criteria + "], ";
    out += "'grades': [" + parts.grades + "], ";
    out += "'gates': [" + parts.gates + "], ";
    out += "'checks': [" + parts.checks + "]}";
    return quoted(out);
}

/** A criterion `C` of 10 points with one line `L` of 10. */
inline std::string one_line(const std::string& line)
{
    return "{'id': 'C', 'max': 10, 'indicators': [{'id': 'L', 'max': 10, " + line + "}]}";
}

/** The parts of a dossier that a test is about. */
struct dossier_parts
{
    std::string facts = {};
    std::string more = {}; /**< further members, such as `'evidence': [...]` */
};

inline std::string dossier_json(const dossier_parts& parts)
{
    std::string out = "{'format': 'bontot-dossier/1', 'rubric': {'id': 'test', 'version': '1'},"
                      "'unit': {'id': 'U'},"
                      "'period': {'from': '2026-01-01', 'to': '2026-12-31'}, 'facts': {";
    out += parts.facts + "}";
    if (!parts.more.empty()) out += ", " + parts.more;
    out += "}";
    return quoted(out);
}

inline std::shared_ptr<const bontot::rubric> make_rubric(const sheet_parts& parts)
{
    auto read = bontot::read_rubric(rubric_json(parts));
    BOOST_TEST_REQUIRE(!!read, "the rubric has errors: " << show(read.error()));
    return *read;
}

inline std::shared_ptr<bontot::dossier>
make_dossier(const std::shared_ptr<const bontot::rubric>& sheet, const dossier_parts& parts)
{
    auto read = bontot::read_dossier(sheet, dossier_json(parts));
    BOOST_TEST_REQUIRE(!!read, "the dossier has errors: " << show(read.error()));
    return *read;
}

/** Returns the errors of a rubric as `show` does; "" when there are none. */
inline std::string rubric_errors(const sheet_parts& parts)
{
    const auto read = bontot::read_rubric(rubric_json(parts));
    return read ? std::string() : show(read.error());
}

inline std::string dossier_errors(const sheet_parts& sheet, const dossier_parts& parts)
{
    const auto read = bontot::read_dossier(make_rubric(sheet), dossier_json(parts));
    return read ? std::string() : show(read.error());
}

/** A result, asked by the ids of the rubric. */
class scores
{
public:
    explicit scores(const bontot::dossier& given, std::uint32_t as_of = bontot::none)
    {
        evaluate(given, result_, as_of);
    }

    /** Returns "points" or "points..possible" of a node. */
    [[nodiscard]] std::string points(std::string_view id) const
    {
        return show(at(id).points, at(id).possible);
    }
    [[nodiscard]] std::string state(std::string_view id) const
    {
        return std::string(bontot::detail::state_word(at(id).state));
    }
    /** Returns both, "0..8 unknown". */
    [[nodiscard]] std::string shown(std::string_view id) const
    {
        return points(id) + " " + state(id);
    }
    [[nodiscard]] std::string max(std::string_view id) const { return show(at(id).max); }
    [[nodiscard]] std::string good(std::string_view id) const { return show(at(id).good); }

    [[nodiscard]] std::string total() const { return show(result_.points, result_.possible); }
    [[nodiscard]] std::string total_max() const { return show(result_.max); }
    [[nodiscard]] std::string completeness() const { return show(result_.completeness); }

    [[nodiscard]] std::string grade() const { return grade_id(result_.grade); }
    [[nodiscard]] std::string grade_possible() const { return grade_id(result_.grade_possible); }

    /** Returns the grades that can be reached, best first: "top mid". */
    [[nodiscard]] std::string reachable() const
    {
        std::string out;
        for (const std::uint32_t each : result_.reachable)
            out += (out.empty() ? "" : " ") + grade_id(each);
        return out;
    }

    [[nodiscard]] std::string gate(std::size_t index) const { return show(result_.gates[index]); }
    [[nodiscard]] std::string check(std::size_t index) const { return show(result_.checks[index]); }

    /** Returns "code at place" each, in their order. */
    [[nodiscard]] std::string findings() const
    {
        std::string out;
        for (const bontot::finding& each : result_.findings) {
            if (!out.empty()) out += ", ";
            out += message_code(each.code);
            out += " at ";
            bontot::detail::append_waiting_name(out, *result_.sheet, each.what, each.index);
        }
        return out;
    }

    /** Returns "item=worth" each, in their order: "n=14 flag=3". */
    [[nodiscard]] std::string missing() const
    {
        std::string out;
        for (const bontot::missing_item& each : result_.missing) {
            if (!out.empty()) out += " ";
            bontot::detail::append_item_name(out, *result_.sheet, each);
            out += "=" + show(each.worth);
        }
        return out;
    }

    /** Returns the lines that wait for an item, or what else it decides: "L1 L2", "gate:g". */
    [[nodiscard]] std::string waiting(std::string_view item, bool lines) const
    {
        std::string out;
        for (const bontot::wait& each : result_.waits) {
            const bool is_line = each.what == bontot::wait::kind::node;
            if (item_name(each.item) != item || is_line != lines) continue;
            if (!out.empty()) out += " ";
            bontot::detail::append_waiting_name(out, *result_.sheet, each.what, each.index);
        }
        return out;
    }
    [[nodiscard]] std::string lines(std::string_view item) const { return waiting(item, true); }
    [[nodiscard]] std::string decides(std::string_view item) const { return waiting(item, false); }

    /** Returns what else the lines of an item wait for. */
    [[nodiscard]] std::string also(std::string_view item) const
    {
        std::string out;
        for (std::uint32_t i = 0; i < result_.missing.size(); ++i) {
            if (item_name(i) != item) continue;
            bontot::detail::each_other_item(result_, i, [&](std::uint32_t other) {
                out += (out.empty() ? "" : " ") + item_name(other);
            });
        }
        return out;
    }

    [[nodiscard]] std::string json() const
    {
        std::string out;
        append_json(out, result_, bontot::language::en);
        return out;
    }

    [[nodiscard]] const bontot::result& get() const { return result_; }

    [[nodiscard]] const bontot::node_result& at(std::string_view id) const
    {
        const std::uint32_t index = result_.sheet->find_node(id);
        BOOST_TEST_REQUIRE((index != bontot::none), "there is no node " << id);
        return result_.nodes[index];
    }

private:
    [[nodiscard]] std::string grade_id(std::uint32_t grade) const
    {
        return grade == bontot::none ? "none" : std::string(result_.sheet->grades[grade].id);
    }
    [[nodiscard]] std::string item_name(std::uint32_t item) const
    {
        std::string out;
        bontot::detail::append_item_name(out, *result_.sheet, result_.missing[item]);
        return out;
    }

    bontot::result result_;
};

inline scores score(const sheet_parts& sheet, const dossier_parts& dossier)
{
    return scores(*make_dossier(make_rubric(sheet), dossier));
}

/** One line `L` of 10 points: its rules, the dossier, and what is shown of it. */
struct line_case
{
    const char* name;
    const char* line;
    const char* facts;
    const char* expected; /**< as scores::shown */
    const char* more = "";
};

inline void check_lines(std::span<const line_case> cases)
{
    for (const line_case& tc : cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const scores got = score({.criteria = one_line(tc.line)}, {tc.facts, tc.more});
            BOOST_TEST(got.shown("L") == tc.expected);
        }
    }
}

} // namespace bontot_test

#endif
