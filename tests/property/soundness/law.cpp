// SPDX-License-Identifier: BSL-1.0
#include "law.hpp"

#include <bontot/feel/run.hpp>

#include <bontot/words/result.hpp>

#include <algorithm>

namespace soundness {

using bontot::node_state;
using bontot::result;
using bontot::truth;

namespace {

std::string shown(truth what)
{
    constexpr const char* words[] = {"no", "yes", "open"};
    return words[static_cast<std::size_t>(what)];
}

std::string shown(const bontot::number& low, const bontot::number& high)
{
    return "[" + soundness::shown(low) + ", " + soundness::shown(high) + "]";
}

/** What is decided stays so. */
void check_truth(const std::string& name, truth before, truth after, std::string& out)
{
    if (before == truth::open || before == after) return;
    out += name + " was " + shown(before) + " and became " + shown(after) + "\n";
}

} // namespace

std::string shown(const bontot::number& value)
{
    std::string out;
    append_plain(out, value);
    return out;
}

std::string shown(const result& about)
{
    const bontot::rubric& sheet = *about.sheet;
    std::string out = "total " + shown(about.points, about.possible) + " of " + shown(about.max);
    out += ", grades";
    for (const std::uint32_t each : about.reachable)
        out += " " + std::string(sheet.grades[each].id);
    for (std::size_t i = 0; i < sheet.nodes.size(); ++i) {
        const bontot::node_result& node = about.nodes[i];
        out += "\n  " + std::string(sheet.nodes[i].depth * 2, ' ') + std::string(sheet.nodes[i].id);
        out += " " + shown(node.points, node.possible) + " of " + shown(node.max) + " ";
        out += bontot::detail::state_word(node.state);
        if (sheet.nodes[i].good) out += ", good: " + shown(node.good);
    }
    for (std::size_t i = 0; i < sheet.gates.size(); ++i)
        out += "\n  " + std::string(sheet.gates[i].id) + " fires: " + shown(about.gates[i]);
    return out + "\n";
}

law::law(const bontot::dossier& given, const result& wide) : wide_(wide), sheet_(*wide.sheet)
{
    const std::size_t count = sheet_.nodes.size();
    fixed_max_.assign(count, true);
    stays_uncovered_.assign(count, false);
    for (std::uint32_t i = 0; i < count; ++i) {
        const bontot::rubric_node& rule = sheet_.nodes[i];
        const bool is_leaf = rule.score.kind != bontot::score_kind::group;
        stays_uncovered_[i] =
            is_leaf && wide.nodes[i].state == node_state::uncovered && !is_waited_for(i);
        if (!may_change_applying(given, i)) continue;
        total_max_is_fixed_ = false;
        for (std::uint32_t each = i; each != bontot::none; each = sheet_.nodes[each].parent)
            fixed_max_[each] = false;
    }
}

/** Tells whether a completion may decide whether a node applies, or whether it is voided. */
bool law::may_change_applying(const bontot::dossier& given, std::uint32_t index) const
{
    const bontot::rubric_node& rule = sheet_.nodes[index];
    bontot::feel::scratch scratch;
    if (rule.applies != bontot::none) {
        const auto& program = sheet_.programs[rule.applies];
        if (bontot::feel::run(program, given.slots, scratch).is_unknown()) return true;
    }
    for (std::size_t i = 0; i < sheet_.gates.size(); ++i) {
        const bontot::gate_rule& gate = sheet_.gates[i];
        const bool is_ours = gate.effect == bontot::gate_effect::void_node && gate.target == index;
        if (is_ours && wide_.gates[i] == truth::open) return true;
    }
    return std::any_of(
        rule.score.options.begin(), rule.score.options.end(),
        [](const bontot::choice_option& each) { return each.voids; }
    );
}

/** Tells whether a line, or a node above it, waits for something. */
bool law::is_waited_for(std::uint32_t index) const
{
    for (std::uint32_t each = index; each != bontot::none; each = sheet_.nodes[each].parent) {
        for (const bontot::wait& wait : wide_.waits) {
            if (wait.what == bontot::wait::kind::node && wait.index == each) return true;
        }
    }
    return false;
}

/** Tells whether a node lies below one that does not apply: then nothing of it was worked out. */
bool law::is_out_of_play(const bontot::dossier& completed, std::uint32_t index)
{
    const bontot::rubric& sheet = *completed.sheet;
    bontot::feel::scratch scratch;
    std::uint32_t above = sheet.nodes[index].parent;
    for (; above != bontot::none; above = sheet.nodes[above].parent) {
        const std::uint32_t applies = sheet.nodes[above].applies;
        if (applies == bontot::none) continue;
        const auto& program = sheet.programs[applies];
        if (bontot::feel::run(program, completed.slots, scratch).is_false()) return true;
    }
    return false;
}

/** An open interval has a state that says so. */
void law::check_state(const result& about, std::string& out)
{
    for (std::uint32_t i = 0; i < about.nodes.size(); ++i) {
        const bontot::node_result& node = about.nodes[i];
        const bool is_open = node.state == node_state::uncovered ||
                             node.state == node_state::unknown ||
                             node.state == node_state::unproven;
        if (is_open || node.points == node.possible) continue;
        out += std::string(about.sheet->nodes[i].id) + " is open, and " +
               std::string(bontot::detail::state_word(node.state)) + "\n";
    }
}

std::string law::broken_by(const bontot::dossier& completed, const result& narrow) const
{
    std::string out;
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
        std::string broken;
        check_node(i, narrow, broken);
        if (!broken.empty() && !is_out_of_play(completed, i)) out += broken;
    }
    check_state(narrow, out);
    check_total(narrow, out);
    check_grades(narrow, out);
    for (std::size_t i = 0; i < sheet_.gates.size(); ++i)
        check_truth(std::string(sheet_.gates[i].id), wide_.gates[i], narrow.gates[i], out);
    for (std::size_t i = 0; i < sheet_.checks.size(); ++i)
        check_truth(std::string(sheet_.checks[i].id), wide_.checks[i], narrow.checks[i], out);
    return out;
}

void law::check_node(std::uint32_t index, const result& narrow, std::string& out) const
{
    const bontot::node_result& before = wide_.nodes[index];
    const bontot::node_result& after = narrow.nodes[index];
    const bool is_within = before.points <= after.points && after.points <= after.possible &&
                           after.possible <= before.possible;
    const bool max_is_within = before.max_low <= after.max_low && after.max <= before.max;
    if (is_within && max_is_within && (!fixed_max_[index] || before.max_low == before.max) &&
        (before.good == truth::open || before.good == after.good) && !stays_uncovered_[index]) {
        return;
    }
    const std::string id(sheet_.nodes[index].id);
    if (!is_within) {
        out += id + " was " + shown(before.points, before.possible) + " and became " +
               shown(after.points, after.possible) + "\n";
    }
    if (!max_is_within || (fixed_max_[index] && before.max_low != before.max)) {
        out += "the max of " + id + " was " + shown(before.max_low, before.max) + " and became " +
               shown(after.max_low, after.max) + "\n";
    }
    if (sheet_.nodes[index].good) check_truth("good " + id, before.good, after.good, out);
    const bool is_same = before.points == after.points && before.possible == after.possible;
    const bool is_uncovered =
        after.state == node_state::uncovered && (is_same || !fixed_max_[index]);
    if (stays_uncovered_[index] && !is_uncovered && after.state != node_state::voided) {
        out += id + " was uncovered and is it no more\n";
    }
}

void law::check_total(const result& narrow, std::string& out) const
{
    const bool is_within = wide_.points <= narrow.points && narrow.points <= narrow.possible &&
                           narrow.possible <= wide_.possible;
    if (!is_within) {
        out += "the total was " + shown(wide_.points, wide_.possible) + " and became " +
               shown(narrow.points, narrow.possible) + "\n";
    }
    if (total_max_is_fixed_ && wide_.max != narrow.max) {
        out +=
            "the total's max was " + shown(wide_.max) + " and became " + shown(narrow.max) + "\n";
    }
    const bool is_decided = narrow.missing.empty() && narrow.findings.empty();
    if (is_decided && narrow.points != narrow.possible) {
        out +=
            "nothing is missing, and the total is " + shown(narrow.points, narrow.possible) + "\n";
    }
}

void law::check_grades(const result& narrow, std::string& out) const
{
    for (const std::uint32_t each : narrow.reachable) {
        const auto& before = wide_.reachable;
        if (std::find(before.begin(), before.end(), each) != before.end()) continue;
        out += "grade " + std::string(sheet_.grades[each].id) + " was not reachable and is\n";
    }
    const bool is_within =
        narrow.grade <= wide_.grade && wide_.grade_possible <= narrow.grade_possible;
    if (!is_within) out += "the grade is outside of what was reachable\n";
}

} // namespace soundness
