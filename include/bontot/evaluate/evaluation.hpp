// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_EVALUATION_HPP
#define BONTOT_EVALUATE_EVALUATION_HPP

#include <bontot/dossier.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/run.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/number/fixed_point.hpp>
#include <bontot/result/document_index.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** The least and the most that something can be. */
struct interval
{
    number low;
    number high;
};

number sum(const number& a, const number& b) noexcept;

inline number difference(const number& a, const number& b) noexcept
{
    return b.is_zero() ? a : subtract(a, b).value_or(a); // most often nothing is taken away
}

inline number least_of(const number& a, const number& b) noexcept
{
    return b < a ? b : a;
}

inline number most_of(const number& a, const number& b) noexcept
{
    return a < b ? b : a;
}

inline number clamped(const number& x, const number& low, const number& high) noexcept
{
    return least_of(most_of(x, low), high);
}

inline interval hull(const interval& a, const interval& b) noexcept
{
    return {least_of(a.low, b.low), most_of(a.high, b.high)};
}

/** What a node gives to its parent. Points are unsettled, as design 3 adds them. */
struct outcome
{
    fixed_interval fixed = {}; /**< @ref points, where they are known in steps already */
    truth applies = truth::yes;
    truth voids_parent = truth::no; /**< an option makes the parent 0 */
    node_state state = node_state::partly;
    node_state below = node_state::partly; /**< the first trouble of the children */
    truth is_voided = truth::no;           /**< an option of a child makes this node 0 */
    std::uint32_t node = none;
    interval points; /**< if it applies */
    number max;      /**< if it applies: its maximum, less what was dropped */
    number max_low;  /**< the least that @ref max may turn out to be */
};

/** Anything that a node may give. */
outcome outcome_within(const rubric_node& rule, truth applies);

/** Something that a line waits for. */
struct kept_wait
{
    missing_item::kind what = missing_item::kind::fact;
    std::uint32_t index = none;
};

/** What evaluating a line gave in one of its cases: the same for every dossier in that case. */
struct kept_line
{
    reason* follows = nullptr; /**< of a line whose points follow its fact's value (`proportional`):
                                    what it tells. This, @ref given and @ref shown are brought up to
                                    each value. */
    bool has_more = false;     /**< it waits for something, or was found to need people */
    outcome given;
    node_result shown;
    std::span<const kept_wait> waits;
    std::span<const finding> findings;
};

/** How far a score could be worked out. */
enum class certainty : std::uint8_t
{
    known,
    waiting,  /**< something is missing */
    uncovered /**< people decide */
};

/** What a leaf's rule gives, before ceilings and evidence. */
struct scored
{
    interval points;
    certainty sure = certainty::known;
    truth voids = truth::no;
    bool may_be_uncovered = false; /**< a completion may leave the line to people */
};

/** Both ends of a condition: whether it holds at worst, and whether it can hold at best. */
struct holds
{
    bool surely = true;
    bool possibly = true;

    void require(bool at_worst, bool at_best);
    [[nodiscard]] truth as_truth() const
    {
        return surely ? truth::yes : possibly ? truth::open : truth::no;
    }
};

/** How many documents a dossier has for a line. */
struct documents
{
    std::int64_t by_standing[4] = {};
    bool is_false = false;

    [[nodiscard]] std::int64_t count(document_standing its) const
    {
        return by_standing[static_cast<std::size_t>(its)];
    }
};

/** Evaluates one dossier; its bodies are in the files beside this one. */
class evaluation
{
public:
    evaluation(const dossier& given, result& out, std::uint32_t as_of)
        : given_(given), sheet_(*given.sheet), out_(out), as_of_(as_of),
          has_marks_(!given.marks.empty())
    {}

    void run();

private:
    friend class part_evaluator;

    // evaluate.ipp
    void prepare();
    void copy_facts();
    void copy_marks();
    void lift_gates();
    [[nodiscard]] truth effect_of(std::size_t gate) const;
    void run_gates();
    void run_checks();
    void score_total();
    void add_up_criteria(outcome& all, interval& extra);
    void combine_criteria(outcome& all, interval& extra);
    void add_extra(std::uint32_t index, const outcome& criterion, interval& extra) const;
    [[nodiscard]] interval finish_total(const interval& points) const;
    void count_completeness();

    // leaf.ipp
    outcome leaf(std::uint32_t index);
    template <class Function>
    bool decide(std::uint32_t index, scored& score, const Function& work_out);
    template <class Function>
    bool decide_parts(std::uint32_t index, scored& score, const Function& work_out);
    bool hold_precondition(std::uint32_t index, scored& score);
    [[nodiscard]] bool may_lack_value(std::uint32_t program) const;
    void apply_ceilings(std::uint32_t index, scored& score);
    scored score_of(std::uint32_t index);
    void uncovered_line(std::uint32_t index, scored& score, message code, std::uint32_t program);
    outcome finish_leaf(std::uint32_t index, const scored& score, truth applies, bool is_proven);

    // scores.ipp
    scored score_condition(std::uint32_t index);
    scored score_choice(std::uint32_t index);
    scored score_steps(std::uint32_t index);
    scored score_proportional(std::uint32_t index);
    interval proportional_hull(const rubric_node& line) const;
    static number proportional_at(const score_rule& rule, const number& value);
    static number proportional_between(const score_rule& rule, const number& value);
    scored score_events(std::uint32_t index);
    bool event_amount(
        std::uint32_t index, const event_line& event, const feel::value& count, scored& score,
        interval& out
    );
    [[nodiscard]] const mark_record* mark_of(std::uint32_t index) const;
    [[nodiscard]] bool overrides(std::uint32_t index, const mark_record*& mark) const;
    scored override_line(const mark_record& mark);
    static void narrow_to_grid(const rubric_node& line, scored& out);
    scored score_mark(std::uint32_t index);
    scored score_formula(std::uint32_t index);
    const fact_spec* fact_behind(std::uint32_t program) const;

    // range.ipp
    void narrow_condition(const rubric_node& line, scored& out);
    void narrow_steps(const rubric_node& line, scored& out);

    // evidence.ipp
    bool prove(std::uint32_t index, scored& score);
    bool asked_documents(std::uint32_t index, scored& score, std::optional<number>& asked);
    static void
    lower_unproven(const rubric_node& line, scored& score, const number& have, const number& asked);
    bool weigh_evidence(std::uint32_t index, scored& score, const documents& found);
    documents find_documents(std::uint32_t index, bool lists);
    document_standing standing_of(const evidence_rule& rule, const evidence_record& record) const;

    // tree.ipp
    const outcome& node(std::uint32_t index, outcome& room);
    outcome parent(std::uint32_t index);
    std::span<const outcome> evaluate_children(std::uint32_t index);
    void limit_parent(std::uint32_t index, outcome& out);
    void skip_below(std::uint32_t index);
    void add_up_children(std::uint32_t index, outcome& out);
    static void take_whole(outcome& out, const outcome& child);
    static void take_state(outcome& out, const outcome& child);
    [[nodiscard]] outcome
    combine_cases(const rubric_node& above, std::span<const outcome> children, bool is_total) const;
    void combine_many(
        const rubric_node& above, std::span<const outcome> children, bool is_total, outcome& out
    ) const;
    [[nodiscard]] outcome
    summary_of(const rubric_node& above, std::span<const outcome> children) const;
    [[nodiscard]] interval
    sum_max(const rubric_node& above, std::span<const outcome> children) const;
    [[nodiscard]] interval
    highest_max(const rubric_node& above, std::span<const outcome> children) const;
    static interval taken_from_max(const rubric_node& rule, const outcome& child);

    // finish.ipp
    [[nodiscard]] truth gate_voids(std::uint32_t index) const;
    void void_points(std::uint32_t index, outcome& out);
    void finish(std::uint32_t index, outcome& out);
    void round_points(const rubric_node& rule, outcome& out);
    static void name_trouble(outcome& out);
    static interval seen_points(const rubric_node& rule, const outcome& out);
    static interval shown_max(const rubric_node& rule, const outcome& out);
    void tell_not_applicable(const rubric_node& rule);
    static node_state decided_state(const rubric_node& rule, const node_result& shown);

    // kept.ipp
    void prepare_kept();
    const outcome& kept_node(std::uint32_t index);
    kept_line* first_of_case(std::uint32_t index, std::uint32_t line_case);
    void take_more(std::uint32_t index, const kept_line& line);
    void follow_value(std::uint32_t index, kept_line& line);
    [[nodiscard]] bool is_between(const rubric_node& line) const;
    kept_line* keep_line(
        std::uint32_t index, const outcome& given, std::size_t first_wait, std::size_t first_finding
    );

    // grades.ipp
    void decide_good();
    truth good_of(std::uint32_t criterion);
    void decide_grade();
    void look_below();
    static bool limits_grade(const gate_rule& gate);
    [[nodiscard]] std::uint32_t limited_grades(const gate_rule& gate, std::uint32_t grades) const;
    truth grade_holds(std::uint32_t index);
    void require_points(holds& out, const grade_rule& grade);
    void require_total(holds& out, const grade_rule& grade, std::uint32_t index);
    [[nodiscard]] std::optional<interval> graded_total() const;
    void require_good(holds& out, const grade_rule& grade) const;
    void require_condition(holds& out, std::uint32_t program, wait::kind what, std::uint32_t index);

    // missing.ipp
    void wait_for(std::uint32_t program, wait::kind what, std::uint32_t index);
    void wait_for_members(const feel::program& expression, wait::kind what, std::uint32_t index);
    void
    add_wait(missing_item::kind kind, std::uint32_t item, wait::kind what, std::uint32_t index);
    [[nodiscard]] std::size_t place_of(missing_item::kind kind, std::uint32_t item) const;
    static bool is_complete(const feel::value& given);
    template <class Function>
    bool lacks_something(std::size_t place, const Function& look);
    bool part_lacks_something(std::uint32_t slot);
    [[nodiscard]] bool some_member_lacks(std::uint32_t fact) const;
    void weigh_lines();
    void order_waits();
    void weigh_missing();
    [[nodiscard]] bool is_below_void(std::uint32_t index) const;

    // evaluation.ipp
    void tell(message code, std::initializer_list<reason_argument> arguments = {});
    [[nodiscard]] reason_argument worked(std::uint32_t program, const feel::value& value) const;
    void find(message code, wait::kind what, std::uint32_t index, std::uint32_t program);

    /** Runs an expression; the value lives until the next evaluation. */
    feel::value value_of(std::uint32_t program)
    {
        return feel::run(sheet_.programs[program], given_.slots, out_.working);
    }

    const dossier& given_;
    const rubric& sheet_;
    result& out_;
    std::uint32_t as_of_;
    bool has_marks_;
    std::size_t marks_noted_ = 0; /**< so many of the marks stand in @ref result::node_marks */
    bool has_lacks_ = false;      /**< @ref result::lacks is of this dossier as it is */
    interval total_;
    interval base_total_;
    bool is_aside_ = false; /**< what is found out now is not waited for, nor a finding */
    interval total_max_;
    feel::value* tried_ = nullptr; /**< the slots, to try values of a missing fact in */
};

/** A figure, settled, as every points figure that is told. */
inline reason_argument amount(const number& value)
{
    return {reason_argument::kind::amount, settle(value), none, {}};
}

inline reason_argument expression(std::uint32_t program)
{
    return {reason_argument::kind::expression, {}, program, {}};
}

inline reason_argument in_words(std::string_view text)
{
    return {reason_argument::kind::words, {}, none, text};
}

inline reason_argument role(std::uint32_t index)
{
    return {reason_argument::kind::role, {}, index, {}};
}

inline reason_argument test_of(std::uint32_t program)
{
    return {reason_argument::kind::test, {}, program, {}};
}

} // namespace bontot::detail

#endif
