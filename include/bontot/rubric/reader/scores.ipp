// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_SCORES_IPP
#define BONTOT_RUBRIC_READER_SCORES_IPP

#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/text.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/known_ids.hpp>
#include <bontot/base/nearest.hpp>
#include <bontot/base/sorted_places.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/reader/reading.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

void rubric_reading::read_score(std::uint32_t at, rubric_node& node)
{
    const names kinds = {"condition",  "choice",    "steps", "proportional",
                         "deductions", "additions", "mark",  "formula"};
    if (!expect_object(at, kinds)) return;
    if (doc[at].count != 1) {
        if (!doc[at].cut_off) faults.add(message::rubric_one_score, at);
        return;
    }
    const std::uint32_t rule = at + 1;
    const auto found = std::find(kinds.begin(), kinds.end(), doc[rule].key);
    if (found == kinds.end()) return;
    const auto kind = static_cast<std::uint8_t>(found - kinds.begin() + 1);
    node.score.kind = static_cast<score_kind>(kind);
    switch (node.score.kind) {
    case score_kind::condition:
        node.score.value = compile(rule, gives::boolean);
        break;
    case score_kind::choice:
        read_choice(rule, node);
        break;
    case score_kind::steps:
        read_steps(rule, node);
        break;
    case score_kind::proportional:
        read_proportional(rule, node);
        break;
    case score_kind::deductions:
    case score_kind::additions:
        read_events(rule, node);
        break;
    case score_kind::mark:
        read_mark(rule, node);
        break;
    case score_kind::formula:
        node.score.value = compile(rule, gives::number);
        break;
    case score_kind::group:
        break;
    }
}

/** Reads points that a line can give: within its bounds, at most 12 decimals. */
std::optional<number> rubric_reading::points_within(std::uint32_t at, const rubric_node& node)
{
    const std::optional<number> points = number_of(at);
    if (!points) return {};
    if (*points >= node.least && *points <= node.max && settle(*points) == *points) return points;
    const auto low = to_text(node.least);
    const auto high = to_text(node.max);
    faults.add(message::rubric_points_outside, at, {low.view(), high.view()});
    return {};
}

void rubric_reading::read_choice(std::uint32_t at, rubric_node& node)
{
    if (!expect_object(at, {"fact", "options"})) return;
    const std::uint32_t fact_at = require(at, "fact");
    const std::optional<std::string_view> id = text(fact_at);
    if (id) {
        node.score.fact = out_.find_fact(*id);
        if (node.score.fact == none && !names_known_) return;
        if (node.score.fact == none && !faults.is_full()) {
            nearest meant(*id);
            for (const fact_spec& each : out_.facts)
                meant.offer(each.id);
            faults.add(message::rubric_unknown_fact, fact_at, {shown(*id), suggestion(meant)});
        } else if (node.score.fact != none && out_.facts[node.score.fact].type != fact_type::choice) {
            faults.add(message::rubric_not_choice, fact_at, {shown(*id)});
            node.score.fact = none;
        }
    }
    const std::uint32_t list = require(at, "options");
    if (list == absent || !expect(list, json_kind::array, message::want_array)) return;
    if (doc[list].count == 0 && !doc[list].cut_off) faults.add(message::rubric_no_choices, list);
    auto options = list_of<choice_option>();
    known_ids read(source());
    for (std::uint32_t i = list + 1; i < doc[list].end; i = doc[i].end)
        read_choice_option(i, node, options, read);
    node.score.options = keep(options);
}

void rubric_reading::read_choice_option(
    std::uint32_t at, const rubric_node& node, vector<choice_option>& options, known_ids& read
)
{
    if (!expect_object(at, {"is", "points", "void"})) return;
    choice_option option;
    const std::uint32_t is_at = require(at, "is");
    const std::optional<std::string_view> is = text(is_at);
    option.points = points_within(require(at, "points"), node).value_or(node.least);
    option.voids = boolean(find(at, "void")).value_or(false);
    if (!is) return;
    string normal{allocator<char>(source())};
    append_normalized(normal, *is);
    option.is = keep(std::string_view(normal));
    std::size_t others = read.note(option.is, options.size());
    for (; others > 0 && !faults.is_full(); --others)
        faults.add(message::reading_repeated_id, is_at, {shown(*is)});
    if (node.score.fact != none) check_option(is_at, option.is, out_.facts[node.score.fact]);
    options.push_back(option);
}

/** Refuses an option that is none of the fact's choices. */
void rubric_reading::check_option(std::uint32_t at, std::string_view is, const fact_spec& fact)
{
    const bool is_choice = find_text(fact.choices, fact.choice_order, is) != nullptr;
    if (is_choice || faults.is_full()) return;
    nearest meant(is);
    for (const std::string_view each : fact.choices)
        meant.offer(each);
    const std::string_view written = *text(at);
    faults.add(message::rubric_unknown_option, at, {shown(written), suggestion(meant)});
}

void rubric_reading::read_steps(std::uint32_t at, rubric_node& node)
{
    if (!expect_object(at, {"value", "table"})) return;
    node.score.value = compile(require(at, "value"), gives::anything);
    const feel::type input =
        node.score.value == none ? feel::type::any() : out_.programs[node.score.value].result();
    const std::uint32_t table = require(at, "table");
    if (table == absent || !expect(table, json_kind::array, message::want_array)) return;
    if (doc[table].count == 0 && !doc[table].cut_off)
        faults.add(message::rubric_empty_table, table);
    auto rows = list_of<step_row>();
    for (std::uint32_t i = table + 1; i < doc[table].end; i = doc[i].end) {
        if (!expect_object(i, {"when", "points"})) continue;
        step_row row;
        row.when = compile_test(require(i, "when"), input);
        row.points = points_within(require(i, "points"), node).value_or(node.least);
        rows.push_back(row);
    }
    node.score.steps = keep(rows);
}

void rubric_reading::read_proportional(std::uint32_t at, rubric_node& node)
{
    if (!expect_object(at, {"value", "from", "points"})) return;
    node.score.value = compile(require(at, "value"), gives::number);
    const std::uint32_t from = require(at, "from");
    const std::uint32_t points = require(at, "points");
    if (from != absent && read_pair(from, node.score.from)) {
        if (node.score.from[0] == node.score.from[1]) faults.add(message::rubric_empty_range, from);
    }
    if (points != absent) read_pair(points, node.score.points, &node);
    find_slope(node.score);
}

/** Keeps the rise of points per unit where it is a decimal, so that nothing is divided later. */
void rubric_reading::find_slope(score_rule& score)
{
    const std::optional<number> rise = subtract(score.points[1], score.points[0]);
    const std::optional<number> width = subtract(score.from[1], score.from[0]);
    if (!rise || !width) return;
    const std::optional<number> slope = divide(*rise, *width);
    const std::optional<number> back = slope ? multiply(*slope, *width) : std::nullopt;
    if (back && *back == *rise) score.slope = slope;
}

/** Reads two numbers, which are points within the bounds of a line if one is given. */
bool rubric_reading::read_pair(std::uint32_t at, number (&pair)[2], const rubric_node* within)
{
    if (!expect(at, json_kind::array, message::want_array)) return false;
    if (doc[at].count != 2) {
        if (!doc[at].cut_off) faults.add(message::rubric_pair, at);
        return false;
    }
    bool is_read = true;
    std::size_t position = 0;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const auto read = within == nullptr ? number_of(i) : points_within(i, *within);
        is_read = is_read && read.has_value();
        pair[position++] = read.value_or(number(0));
    }
    return is_read;
}

void rubric_reading::read_events(std::uint32_t at, rubric_node& node)
{
    if (!expect(at, json_kind::array, message::want_array)) return;
    if (doc[at].count == 0 && !doc[at].cut_off) faults.add(message::rubric_empty_table, at);
    auto events = list_of<event_line>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
        read_event(i, events);
    node.score.events = keep(events);
}

void rubric_reading::read_event(std::uint32_t at, vector<event_line>& events)
{
    if (!expect_object(at, {"count", "each", "cap"})) return;
    event_line line;
    line.count = compile(require(at, "count"), gives::number);
    const std::uint32_t each = require(at, "each");
    line.each = number_of(each).value_or(number(0));
    const std::uint32_t cap = find(at, "cap");
    line.cap = number_of(cap);
    constexpr std::int64_t most_points = 1000000000;
    if (each != absent && (line.each < number(0) || line.each > number(most_points))) {
        faults.add(message::rubric_points_range, each);
    }
    if (line.cap && (*line.cap < number(0) || *line.cap > number(most_points))) {
        faults.add(message::rubric_points_range, cap);
    }
    events.push_back(line);
}

void rubric_reading::read_mark(std::uint32_t at, rubric_node& node)
{
    if (!expect_object(at, {"step", "comment"})) return;
    const std::uint32_t step = find(at, "step");
    if (step != absent) {
        node.score.mark_step = number_of(step);
        if (node.score.mark_step && *node.score.mark_step <= number(0)) {
            faults.add(message::rubric_bad_step, step);
            node.score.mark_step.reset();
        }
    }
    const std::uint32_t comment = find(at, "comment");
    if (comment != absent) {
        const auto when = word_of(comment, {"never", "below_max"});
        node.score.comment_below_max = when == std::size_t{1};
    }
    if (out_.roles.empty()) faults.add(message::rubric_no_role, at);
}

} // namespace bontot::detail

#endif
