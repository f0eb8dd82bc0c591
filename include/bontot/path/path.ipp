// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_PATH_IPP
#define BONTOT_PATH_PATH_IPP

#include <bontot/dossier.hpp>
#include <bontot/evaluate.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/path.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/evaluate/part_evaluator.hpp>
#include <bontot/path/finder.hpp>
#include <bontot/path/model.hpp>
#include <bontot/path/obstacles.hpp>
#include <bontot/path/reads.hpp>
#include <bontot/path/search.hpp>
#include <bontot/path/target.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace bontot::detail {

/** Searches for the way to a grade, and says what it takes. */
class path_planner
{
public:
    path_planner(const dossier& given, std::uint32_t as_of, path& out)
        : given_(given), sheet_(*given.sheet), as_of_(as_of), out_(out),
          source_(out.store.source()), readers_(sheet_, source_), working_(given.sheet, source_),
          room_(source_), working_room_(source_),
          holds_(sheet_.programs.size(), false, allocator<bool>(source_)),
          chosen_(allocator<bool>(source_))
    {}

    void plan()
    {
        part_evaluator rules(given_, out_.before, room_, as_of_);
        const path_model model(rules, source_);
        std::uint32_t reached = none;
        for (const bool is_kind : {false, true}) {
            const assumed_conditions as_they_are = holds_;
            assume(model, is_kind);
            if (is_kind && holds_ == as_they_are) break;
            reached = choose(model);
            if (reached != none) break;
        }
        if (reached == none) {
            out_.outcome = path_outcome::forbidden;
            path_obstacles(model, out_.grade, true, out_).name(limited(out_.before, 0));
            return;
        }
        borrow_dossier(working_, given_);
        part_evaluator working(working_, out_.before, working_room_, as_of_);
        path_finder finder(working_, working, model, readers_, out_, steps_left_);
        take_steps(model, finder);
        evaluate(working_, out_.after, as_of_);
        if (out_.after.grade > out_.grade) {
            hold_conditions(model, working, finder, reached);
            evaluate(working_, out_.after, as_of_);
        }
        compare();
        out_.outcome =
            out_.after.grade <= out_.grade ? path_outcome::found : path_outcome::conflict;
        if (out_.outcome == path_outcome::conflict) name_conflict();
    }

private:
    // ---- Which lines ----

    /** Takes every condition as it is; what is open, kindly; `is_kind`: also what is false but can
       be brought about. */
    void assume(const path_model& model, bool is_kind)
    {
        std::fill(holds_.begin(), holds_.end(), false);
        const auto look = [&](std::uint32_t program) {
            if (program == none) return;
            const feel::value value = model.rules().value_of(program);
            holds_[program] = value.is_true() || value.is_unknown();
            if (is_kind && value.is_false()) holds_[program] = can_hold(program, model);
        };
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
            if (sheet_.nodes[i].good) look(sheet_.nodes[i].good->precondition);
        }
        for (const grade_rule& each : sheet_.grades)
            look(each.precondition);
    }

    /** Tells whether facts can be found with which a condition holds. */
    bool can_hold(std::uint32_t program, const path_model& model)
    {
        path trial(source_);
        borrow_dossier(working_, given_);
        part_evaluator working(working_, out_.before, working_room_, as_of_);
        path_finder finder(working_, working, model, readers_, trial, steps_left_);
        return finder.reach({none, {}, program, true});
    }

    static bool fires(const result& seen, std::uint32_t gate)
    {
        return seen.gates[gate] == truth::yes && seen.exception_of(gate) == nullptr;
    }

    /** Returns what the gates that fired make of a grade. */
    [[nodiscard]] std::uint32_t limited(const result& seen, std::uint32_t grade) const
    {
        const auto last = static_cast<std::uint32_t>(sheet_.grades.size()) - 1;
        for (std::size_t i = 0; i < sheet_.gates.size(); ++i) {
            const gate_rule& gate = sheet_.gates[i];
            if (!fires(seen, static_cast<std::uint32_t>(i))) continue;
            if (gate.effect == gate_effect::grade_at_most) grade = std::max(grade, gate.target);
            if (gate.effect == gate_effect::grade_down) grade = std::min(grade + gate.target, last);
            if (gate.effect == gate_effect::grade_is) grade = gate.target;
        }
        return grade;
    }

    /** Chooses the lines; returns the grade whose conditions they fulfil, or none. */
    std::uint32_t choose(const path_model& model)
    {
        std::uint32_t best = none;
        std::int64_t least = 0;
        for (std::uint32_t i = 0; i <= last_grade(); ++i) {
            if (limited(out_.before, i) > out_.grade) continue;
            const path_target target(model, i, holds_);
            path_search search(model, target, source_);
            const std::optional<std::int64_t> effort = search.least_effort();
            if (!effort || (best != none && *effort > least)) continue;
            const vector<bool>& lines = search.choose();
            const bool is_better = best == none || *effort < least || is_earlier(model, lines);
            if (!is_better) continue;
            best = i;
            least = *effort;
            chosen_ = lines;
        }
        return best;
    }

    [[nodiscard]] std::uint32_t last_grade() const
    {
        return static_cast<std::uint32_t>(sheet_.grades.size()) - 1;
    }

    /** Tells whether a set of lines comes before the one that is chosen. */
    [[nodiscard]] bool is_earlier(const path_model& model, const vector<bool>& lines) const
    {
        for (const std::uint32_t criterion : model.criteria()) {
            for (std::uint32_t i = criterion; i < sheet_.nodes[criterion].end; ++i) {
                if (lines[i] != chosen_[i]) return lines[i];
            }
        }
        return false;
    }

    // ---- What they need ----

    void take_steps(const path_model& model, path_finder& finder)
    {
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
            if (!chosen_[i]) continue;
            const bool is_line = sheet_.nodes[i].score.kind != score_kind::group;
            path_step step;
            step.index = i;
            step.points = settle(model.node(i).now.points.low);
            step.effort = model.effort(i);
            step.after = is_line ? settle(model.node(i).most) : step.points;
            out_.effort += step.effort;
            path_goal goal;
            goal.node = i;
            goal.only_missing = !sheet_.nodes[i].effort;
            goal.most = model.node(i).most;
            bring_about(finder, goal, step);
        }
    }

    void bring_about(path_finder& finder, const path_goal& goal, path_step& step)
    {
        step.first_change = static_cast<std::uint32_t>(out_.changes.size());
        step.is_open = !finder.reach(goal);
        step.change_count = static_cast<std::uint32_t>(out_.changes.size()) - step.first_change;
        out_.steps.push_back(step);
    }

    /** Brings about the conditions that the grade asks for and that do not hold yet. */
    void hold_conditions(
        const path_model& model, part_evaluator& working, path_finder& finder, std::uint32_t grade
    )
    {
        const auto want = [&](std::uint32_t program, bool wanted, bool even_if_false,
                              wait::kind what, std::uint32_t index) {
            if (program == none) return;
            const feel::value value = working.value_of(program);
            const bool is_so = wanted ? value.is_true() : value.is_false();
            if (is_so || !(value.is_unknown() || (even_if_false && value.is_false()))) return;
            path_step step;
            step.what = what;
            step.index = index;
            path_goal goal;
            goal.program = program;
            goal.wanted = wanted;
            bring_about(finder, goal, step);
        };
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
            if (!model.node(i).is_fixed)
                want(sheet_.nodes[i].applies, true, false, wait::kind::node, i);
        }
        for (std::uint32_t i = 0; i < sheet_.gates.size(); ++i) {
            const bool is_lifted = out_.before.exception_of(i) != nullptr;
            if (!is_lifted) want(sheet_.gates[i].when, false, false, wait::kind::gate, i);
        }
        const bool needs_good = sheet_.grades[grade].good_criteria.has_value() ||
                                !sheet_.grades[grade].named_criteria.empty();
        for (std::uint32_t i = 0; needs_good && i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
            const std::optional<good_rule>& rule = sheet_.nodes[i].good;
            if (!rule || rule->precondition == none || !holds_[rule->precondition]) continue;
            want(rule->precondition, true, true, wait::kind::good, i);
        }
        want(sheet_.grades[grade].precondition, true, true, wait::kind::grade, grade);
    }

    // ---- What became of it ----

    /** Names the lines that fell, and those that did not rise as they should. */
    void compare()
    {
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
            if (sheet_.nodes[i].score.kind == score_kind::group) continue;
            const number& before = out_.before.nodes[i].points;
            const number& after = out_.after.nodes[i].points;
            if (after < before) out_.falls.push_back({i, before, after});
        }
        for (path_step& each : out_.steps) {
            if (each.what != wait::kind::node) continue;
            const number& got = out_.after.nodes[each.index].points;
            if (sheet_.nodes[each.index].score.kind == score_kind::group) {
                each.points = out_.before.nodes[each.index].points;
                each.after = got;
            }
        }
    }

    void name_conflict()
    {
        for (const path_step& each : out_.steps) {
            if (each.what != wait::kind::node || each.effort == 0) continue;
            const number& got = out_.after.nodes[each.index].points;
            if (got < each.after) {
                out_.obstacles.push_back({path_obstacle::kind::step, each.index, each.after, got});
            }
        }
        part_evaluator rules(working_, out_.after, working_room_, as_of_);
        const path_model model(rules, source_);
        path_obstacles(model, out_.grade, false, out_).name(limited(out_.after, 0));
    }

    const dossier& given_;
    const rubric& sheet_;
    std::uint32_t as_of_;
    path& out_;
    memory& source_;
    slot_readers readers_;
    dossier working_;
    result room_;
    result working_room_;
    assumed_conditions holds_;
    vector<bool> chosen_;                   /**< by node */
    std::uint64_t steps_left_ = 30'000'000; /**< of tries: a fifth of a second, as a rule */
};

inline void search_path(const dossier& given, std::uint32_t grade, path& out, std::uint32_t as_of)
{
    out.sheet = given.sheet;
    out.store.clear();
    out.effort = 0;
    out.steps.clear();
    out.changes.clear();
    out.falls.clear();
    out.obstacles.clear();
    evaluate(given, out.before, as_of);
    out.grade = grade;
    if (grade == none) out.grade = out.before.grade == 0 ? 0 : out.before.grade - 1;
    out.outcome = path_outcome::reached;
    if (out.before.grade > out.grade) path_planner(given, as_of, out).plan();
}

} // namespace bontot::detail

namespace bontot {

void path_to(const dossier& given, std::uint32_t grade, path& out, std::uint32_t as_of)
{
    try {
        detail::search_path(given, grade, out, as_of);
    } catch (...) {
        out.grade = none;
        throw;
    }
}

} // namespace bontot

#endif
