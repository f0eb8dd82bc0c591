// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_STEPS_IPP
#define BONTOT_LINT_STEPS_IPP

#include <bontot/feel/value.hpp>
#include <bontot/lint.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/lint/cover.hpp>
#include <bontot/lint/linting.hpp>
#include <bontot/lint/range.hpp>
#include <bontot/lint/search.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** How many faults of one kind are told of one table. */
inline constexpr int most_told = 10;

/** Looks at a table of steps over all values that it can meet. */
void linting::look_at_steps(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    constexpr std::size_t most_rows = 200; // each row is compared with each other
    const std::size_t rows = line.score.steps.size();
    if (rows > most_rows || !budget_.spend(rows * rows + 1)) return;
    const bool is_simple =
        std::all_of(line.score.steps.begin(), line.score.steps.end(), [this](const step_row& row) {
            return sheet_.programs[row.when].has_simple_tests();
        });
    const lint_range value = decide(line.score.value, {line.applies, line.precondition});
    const bool is_number =
        value.may(lint_range::numbers) && value.is_only(lint_range::numbers | lint_range::null);
    if (is_simple && is_number) return look_at_number_steps(index, value);
    look_at_word_steps(index);
}

void linting::look_at_number_steps(std::uint32_t index, const lint_range& value)
{
    lint_cover cover(value, source_);
    for (const step_row& row : sheet_.nodes[index].score.steps)
        cover.add(sheet_.programs[row.when].tests());
    if (!cover.is_whole()) return;
    look_at_gaps(index, cover);
    look_at_rows(index, cover);
    look_at_overlaps(index, cover);
    look_at_direction(index, cover);
}

/** Tells of values that no row takes: each gap between rows once, with facts that lead there. */
void linting::look_at_gaps(std::uint32_t index, const lint_cover& cover)
{
    int told = 0;
    for (const lint_range& gap : cover.open()) {
        if (told < most_told && show_gap(index, gap)) ++told;
    }
}

/** Looks for facts whose value lies in a gap, and tells of it when there are some. */
bool linting::show_gap(std::uint32_t index, const lint_range& gap)
{
    const rubric_node& line = sheet_.nodes[index];
    lint_search search(sheet_, index_, budget_, room_);
    search.read(line.score.value);
    search.read(line.applies);
    search.read(line.precondition);
    search.aim(line.score.value, plain_within(gap));
    number found;
    const bool is_found = search.find([&](lint_search& at) {
        const feel::value value = at.run(line.score.value);
        if (!value.is(feel::kind::number)) return false;
        found = value.as_number();
        if (meet(lint_range::exactly(value), gap).kinds == 0) return false;
        for (const step_row& row : line.score.steps) {
            if (!at.run(row.when, value).is_false()) return false;
        }
        return at.holds(line.applies) && at.holds(line.precondition);
    });
    if (!is_found) return false;
    const auto shown = to_text(found);
    lint_finding& added = tell(
        message::lint_step_gap, path(path(path(paths_[index], "score"), "steps"), "table"),
        {shown.view()}
    );
    added.witness.value = found;
    show_facts(added, search);
    return true;
}

/** Tells of rows that take nothing. */
void linting::look_at_rows(std::uint32_t index, const lint_cover& cover)
{
    const string table = path(path(path(paths_[index], "score"), "steps"), "table");
    int told = 0;
    for (std::uint32_t row = 0; row < cover.row_count() && told < most_told; ++row) {
        if (cover.takes_any(row)) continue;
        ++told;
        lint_finding& added = tell(message::lint_step_unused, item(table, row));
        lint_fact shown{string("value", source_), string(source_), {}, {}};
        shown.least = cover.all().low;
        shown.most = cover.all().high;
        added.witness.facts.push_back(std::move(shown));
    }
}

/** Tells of values that fit two rows neither of which holds all of the other.

    A row behind one that it holds wholly is the usual way to write a table: `>= 90`, then
    `>= 80`.
*/
void linting::look_at_overlaps(std::uint32_t index, const lint_cover& cover)
{
    const std::size_t count = sheet_.nodes[index].score.steps.size();
    const std::size_t before = found_.size();
    for (std::size_t second = 1; second < count; ++second) {
        for (std::size_t first = 0; first < second; ++first)
            look_at_overlap(index, first, second, cover);
        if (found_.size() >= before + most_told) return;
    }
}

/** Returns whether all that one range holds is in another. */
inline bool holds_all(const lint_range& outer, const lint_range& inner)
{
    const lint_range common = meet(outer, inner);
    return common.low == inner.low && common.high == inner.high &&
           common.low_open == inner.low_open && common.high_open == inner.high_open;
}

void linting::look_at_overlap(
    std::uint32_t index, std::size_t first, std::size_t second, const lint_cover& cover
)
{
    const auto rows = sheet_.nodes[index].score.steps;
    if (rows[first].points == rows[second].points) return;
    const auto of_first = sheet_.programs[rows[first].when].tests();
    const auto of_second = sheet_.programs[rows[second].when].tests();
    if (of_first.size() != 1 || of_second.size() != 1) return;
    const lint_range a = taken_by(of_first.front(), cover.all());
    const lint_range b = taken_by(of_second.front(), cover.all());
    const lint_range common = cover.taken(static_cast<std::uint32_t>(first), meet(a, b));
    if (common.kinds == 0 || holds_all(a, b) || holds_all(b, a)) return;
    const number at = plain_within(common);
    const auto shown = to_text(at);
    const auto points = to_text(rows[second].points);
    const auto other = to_text(rows[first].points);
    const std::string row = std::to_string(first + 1);
    const string table = path(path(path(paths_[index], "score"), "steps"), "table");
    tell(
        message::lint_step_overlap, item(table, second),
        {shown.view(), points.view(), row, other.view()}
    )
        .witness.value = at;
}

/** Tells where points change their direction while the value rises. */
void linting::look_at_direction(std::uint32_t index, const lint_cover& cover)
{
    const auto rows = sheet_.nodes[index].score.steps;
    const vector<lint_piece> pieces = cover.sorted();
    int rises = 0;
    int falls = 0;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const number& before = rows[pieces[i - 1].row].points;
        const number& after = rows[pieces[i].row].points;
        rises += before < after ? 1 : 0;
        falls += after < before ? 1 : 0;
    }
    if (rises == 0 || falls == 0) return;
    const bool is_rising = rises >= falls;
    const std::size_t told = found_.size();
    for (std::size_t i = 1; i < pieces.size() && found_.size() < told + most_told; ++i) {
        const number& before = rows[pieces[i - 1].row].points;
        const number& after = rows[pieces[i].row].points;
        if (is_rising ? before <= after : after <= before) continue;
        const auto low = to_text(plain_within(pieces[i - 1].range));
        const auto high = to_text(plain_within(pieces[i].range));
        const auto first = to_text(before);
        const auto then = to_text(after);
        const string table = path(path(path(paths_[index], "score"), "steps"), "table");
        tell(
            message::lint_points_fall, item(table, pieces[i].row),
            {low.view(), first.view(), high.view(), then.view()}
        )
            .witness.value = plain_within(pieces[i].range);
    }
}

/** Returns all values of a fact that is one of a few: choices, or true and false. */
inline vector<feel::value> few_values(const fact_spec& fact, memory& source)
{
    constexpr std::size_t most_choices = 200;
    vector<feel::value> out{allocator<feel::value>(source)};
    if (fact.choices.size() > most_choices) return out;
    for (const std::string_view each : fact.choices)
        out.push_back(feel::value::text(each));
    if (fact.type == fact_type::boolean) {
        out.push_back(feel::value::boolean(true));
        out.push_back(feel::value::boolean(false));
    }
    return out;
}

/** Looks at a table over a fact that is one of a few. */
void linting::look_at_word_steps(std::uint32_t index)
{
    const rubric_node& line = sheet_.nodes[index];
    const auto slot = sheet_.programs[line.score.value].single_variable();
    const bool reads_more =
        std::any_of(line.score.steps.begin(), line.score.steps.end(), [this](const step_row& row) {
            return !sheet_.programs[row.when].variables().empty();
        });
    if (!slot || *slot >= sheet_.facts.size() || reads_more) return;
    const fact_spec& fact = sheet_.facts[*slot];
    vector<feel::value> gaps{allocator<feel::value>(source_)};
    vector<bool> is_used(line.score.steps.size(), false, allocator<bool>(source_));
    lint_search search(sheet_, index_, budget_, room_);
    const vector<feel::value> values = few_values(fact, source_);
    if (values.empty()) return;
    for (const feel::value& each : values) {
        feel::value fits = feel::value::boolean(false);
        std::size_t row = 0;
        for (; row < is_used.size() && fits.is_false(); ++row)
            fits = search.run(line.score.steps[row].when, each);
        if (!fits.is(feel::kind::boolean)) return;
        if (fits.is_true()) is_used[row - 1] = true;
        if (fits.is_false()) gaps.push_back(each);
    }
    const string table = path(path(path(paths_[index], "score"), "steps"), "table");
    for (const feel::value& each : gaps) {
        string shown(source_);
        append_value(shown, each, sheet_.names.symbols());
        lint_finding& added = tell(message::lint_choice_gap, table, {shown});
        added.witness.facts.push_back(lint_fact{string(fact.id, source_), shown, {}, {}});
    }
    for (std::size_t row = 0; row < is_used.size(); ++row) {
        if (!is_used[row]) tell(message::lint_step_unused, item(table, row));
    }
}

} // namespace bontot::detail

#endif
