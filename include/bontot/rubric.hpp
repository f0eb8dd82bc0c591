// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_HPP
#define BONTOT_RUBRIC_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/environment.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/number/fixed_point.hpp>
#include <bontot/rubric/field_symbols.hpp>
#include <bontot/rubric/line_cases.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace bontot {

/** A text in both languages.

    Here and below, texts and lists lie in the rubric that they are part of and live as long.
*/
struct bilingual
{
    std::string_view vi;
    std::string_view en;

    [[nodiscard]] std::string_view in(language which) const
    {
        return which == language::vi ? vi : en;
    }
};

enum class fact_type : std::uint8_t
{
    number,
    boolean,
    text,
    date,
    choice
};

/** Where the value of a fact comes from when results of other dossiers are given. */
struct results_source
{
    std::span<const std::string_view> rubrics; /**< ids; a `*` at the end stands for any ending */
    std::uint32_t value = none;                /**< a program over these results */
};

/** A typed input of the dossier. */
struct fact_spec
{
    std::string_view id;
    fact_type type = fact_type::number;
    std::optional<number> min;
    std::optional<number> max;
    bool integer = false;
    detail::fixed_range quick; /**< of a number: its range once more, for checks without division */
    bool of_member = false;
    bool by_committee = false; /**< comes in a reference file */
    feel::symbol symbol = 0;   /**< of a member's fact: its field in the member's context */
    std::optional<results_source> from_results;
    std::uint32_t position = 0; /**< among all facts of the rubric, as written */
    std::span<const std::string_view> choices;
    std::span<const std::uint32_t> choice_order; /**< their places in the order of the texts */
    bilingual label;
    bilingual unit;
};

/** What @ref node_result scores are rounded to. */
struct rounding_rule
{
    number step;
    rounding_mode mode = rounding_mode::half_up;
};

enum class criterion_kind : std::uint8_t
{
    base,
    bonus,
    penalty
};

enum class not_applicable_policy : std::uint8_t
{
    full,
    rescale,
    share,
    drop,
    zero
};

enum class score_kind : std::uint8_t
{
    group, /**< not a leaf: the sum of its children, or the highest */
    condition,
    choice,
    steps,
    proportional,
    deductions,
    additions,
    mark,
    formula
};

/** One option of a `choice`. */
struct choice_option
{
    std::string_view is;
    number points;
    bool voids = false;
};

/** One row of `steps`; the program is a FEEL unary test over the value. */
struct step_row
{
    std::uint32_t when = none;
    number points;
};

/** One counted event of `deductions` or `additions`. */
struct event_line
{
    std::uint32_t count = none;
    number each;
    std::optional<number> cap;
};

/** A ceiling on a leaf's points. */
struct ceiling_rule
{
    std::uint32_t when = none;
    number points;
};

enum class evidence_status : std::uint8_t
{
    submitted,
    verified,
    rejected,
    false_evidence
};

/** How each status is written, in a dossier and to FEEL. */
inline constexpr std::string_view evidence_status_words[] = {
    "submitted", "verified", "rejected", "false"};

/** What documents a leaf asks for. */
struct evidence_rule
{
    std::span<const std::string_view> kinds;
    std::span<const std::uint32_t> kind_order; /**< their places in the order of the texts */
    std::uint32_t at_least = none; /**< a program that gives a number; none: one document */
    evidence_status status = evidence_status::submitted;
    bool within_period = false;
    std::optional<std::int64_t> due_days_after_period;
    bool proportional_when_short = false;
};

/** How a leaf is scored; which members are used depends on the kind. */
struct score_rule
{
    score_kind kind = score_kind::group;
    std::uint32_t value = none; /**< program: condition, steps, proportional, formula */
    std::uint32_t fact = none;  /**< slot: choice */
    std::span<const choice_option> options;
    std::span<const step_row> steps;
    number from[2];
    number points[2];
    std::optional<number> slope; /**< of `proportional`, where it is an exact decimal */
    std::span<const event_line> events;
    std::optional<number> mark_step;
    bool comment_below_max = false; /**< a mark below the maximum needs a comment */
};

/** Who gives marks. */
struct role_spec
{
    std::string_view id;
    bilingual label;
    bool overrides = false; /**< may mark any line, in place of what its rules give */
};

/** What makes a criterion good. */
struct good_rule
{
    std::optional<number> min_points;
    std::uint32_t precondition = none;
};

/** A criterion or indicator. Nodes lie in one vector, parents before children. */
struct rubric_node
{
    // First what scoring a line again reads, so that it lies together.
    std::uint32_t end = 0; /**< the next node that is not within this one */
    std::uint32_t parent = none;
    detail::case_table cases; /**< of a line that a few regions of its facts decide */
    number max;
    number least;
    detail::fixed_interval ends; /**< these two, in whole steps */
    std::uint32_t applies = none;
    std::uint32_t precondition = none; /**< `requires`, else the least */
    std::uint32_t depth = 0;
    criterion_kind kind = criterion_kind::base;
    not_applicable_policy not_applicable = not_applicable_policy::full;
    bool highest = false;
    bool always_whole = true; /**< it and all below it apply whatever the facts: no `applies` */
    score_rule score;
    std::optional<good_rule> good;
    std::optional<rounding_rule> rounding;
    std::span<const ceiling_rule> ceilings;
    std::optional<evidence_rule> evidence;
    std::optional<int> effort = 1;        /**< nothing: can not be changed any more */
    std::span<const std::uint32_t> gates; /**< those that void it or keep it from being good */
    std::string_view id;
    std::string_view clause;
    bilingual label;
};

enum class gate_effect : std::uint8_t
{
    void_node,
    not_good,
    grade_at_most,
    grade_down,
    grade_is
};

/** A condition that voids a node or limits the grade. */
struct gate_rule
{
    std::string_view id;
    bilingual label;
    std::string_view clause;
    std::uint32_t when = none;
    gate_effect effect = gate_effect::not_good;
    std::uint32_t target = none; /**< a node, a grade, or how many grades down */
};

/** A least number of points, or share of the maximum, of one criterion. */
struct criterion_bound
{
    std::uint32_t node = none;
    number least;
};

/** Of whom a quota takes its share. */
enum class quota_base : std::uint8_t
{
    next,      /**< of the units with the next lower grade */
    or_better, /**< of those with the next lower grade or a better one */
    all,       /**< of all that were assessed */
    fixed      /**< of nobody: it is a number of units */
};

/** How many units may be given a grade (design 8.2). */
struct quota_rule
{
    quota_base base = quota_base::fixed;
    number share;                 /**< above 0, at most 1 */
    std::optional<number> raised; /**< the share where the committee decides so */
    std::uint32_t count = 0;      /**< of a fixed one */
    bool after_moves = false;     /**< its base is counted after the units above it have moved */
    bool over_all = false;        /**< over all units instead of each peer group */
};

/** One of the keys that rank a cohort: what parts those who are equal in the ones before it. */
struct tie_key
{
    enum class kind : std::uint8_t
    {
        total,
        node, /**< index: a criterion or indicator */
        fact  /**< index: slot of a number */
    };

    kind what = kind::total;
    std::uint32_t index = none;
    bool lower_first = false;
    std::string_view name; /**< as written: `-fact:tasks.overdue` */
};

/** One grade; the last one has no condition. */
struct grade_rule
{
    std::string_view id;
    bilingual label;
    std::string_view clause;
    std::optional<number> min_total;
    std::optional<number> above_total;
    std::span<const criterion_bound> min_points;
    std::span<const criterion_bound> min_share;
    bool no_zero_criterion = false;
    std::optional<std::uint32_t> good_criteria;    /**< how many at least */
    std::span<const std::uint32_t> named_criteria; /**< criteria that must all be good */
    std::uint32_t precondition = none;
    std::optional<quota_rule> quota;
};

enum class check_severity : std::uint8_t
{
    info,
    warning,
    error
};

/** A policy assertion on one dossier, or a consistency that a dossier must keep. */
struct check_rule
{
    std::string_view id;
    std::string_view clause;
    std::uint32_t assertion = none;
    check_severity severity = check_severity::error;
    bilingual text;
};

/** The document that a rubric comes from. */
struct source_note
{
    std::string_view document;
    std::string_view issued;
    std::string_view issuer;
    std::string_view uri;
    bilingual note;
};

/** What the conditions of grades on the total read. */
enum class grade_basis : std::uint8_t
{
    total,
    base, /**< the sum of the base criteria alone */
    share /**< the total divided by the applicable maximum */
};

/** How the total is bounded and what the grades read. */
struct total_rule
{
    std::optional<number> min;
    std::optional<number> max;
    grade_basis grades_on = grade_basis::total;
    std::optional<rounding_rule> rounding;
};

/** A dossier with what evaluating it must give. */
struct example_rule
{
    bilingual label;
    std::string_view dossier;   /**< JSON */
    std::string_view reference; /**< JSON, or empty */
    std::optional<number> points;
    std::optional<number> possible;
    std::uint32_t grade = none;
    std::uint32_t grade_possible = none;
    std::span<const criterion_bound>
        nodes; /**< the points that criteria and indicators must have */
};

/** One published scoring sheet, compiled.

    Made by @ref read_rubric and never changed after, so that one rubric may
    be read and evaluated from many threads at once.
*/
struct rubric
{
    explicit rubric(memory& where)
        : store(where), facts(allocator<fact_spec>(where)),
          member_facts(allocator<fact_spec>(where)), nodes(allocator<rubric_node>(where)),
          gates(allocator<gate_rule>(where)), grades(allocator<grade_rule>(where)),
          consistency(allocator<check_rule>(where)), checks(allocator<check_rule>(where)),
          examples(allocator<example_rule>(where)), programs(allocator<feel::program>(where)),
          names(where), fact_order(where), member_order(where), node_order(where),
          gate_order(where), member_places(allocator<std::uint32_t>(where)),
          text_slots(allocator<std::uint32_t>(where))
    {}

    arena store; /**< holds the texts and lists of everything below */

    std::string_view id;
    std::string_view version;
    bilingual label;
    source_note source;
    std::span<const std::string_view> unit_kinds; /**< empty: any */
    int period_months = 0;                        /**< how long a period is; 0: any length */
    std::string_view valid_from;
    std::span<const role_spec> roles; /**< in order of precedence: the last counts */
    total_rule total;
    vector<fact_spec> facts;        /**< of the unit; the index is the slot */
    vector<fact_spec> member_facts; /**< of a member; the field of a member's context */
    vector<rubric_node> nodes;
    vector<gate_rule> gates;
    vector<grade_rule> grades;
    vector<check_rule> consistency;
    vector<check_rule> checks;
    std::span<const tie_key> tie_chain; /**< ranks a cohort; never empty */
    vector<example_rule> examples;
    vector<feel::program> programs;

    feel::environment names; /**< the slots: facts, then @ref reserved_slot */
    detail::id_order fact_order;
    detail::id_order member_order;
    detail::id_order node_order;
    detail::id_order gate_order;
    detail::field_symbols symbols;
    bool reads_evidence = false;  /**< some expression reads the list of evidence */
    std::uint32_t case_count = 0; /**< of all lines' @ref rubric_node::cases */
    bool always_whole = true;     /**< every base criterion is @ref rubric_node::always_whole */
    number base_max;              /**< the printed maximum of all base criteria together */
    number base_least;            /**< the least of those that may be below 0, together */
    vector<std::uint32_t> member_places; /**< by symbol: the place of a member's fact, or none */
    vector<std::uint32_t> text_slots;    /**< the facts that are texts or choices */

    /** The slots after the facts, in this order. */
    enum reserved : std::uint32_t
    {
        members,
        evidence,
        history,
        results,
        unit,
        period_of,
        reserved_count
    };
    [[nodiscard]] std::uint32_t reserved_slot(reserved which) const
    {
        return static_cast<std::uint32_t>(facts.size()) + which;
    }
    [[nodiscard]] std::uint32_t slot_count() const { return reserved_slot(reserved_count); }

    /** Returns the symbol of a context's field that the rubric knows. */
    [[nodiscard]] feel::symbol symbol_of(std::string_view name) const
    {
        return names.symbols().find(name).value_or(0);
    }

    /** Returns the place of a member's fact by its field's symbol, or @ref none. */
    [[nodiscard]] std::uint32_t member_fact_of(feel::symbol field) const
    {
        return field < member_places.size() ? member_places[field] : none;
    }

    /** Returns the index of a role by its id, or @ref none. */
    [[nodiscard]] std::uint32_t find_role(std::string_view role_id) const;

    /** Returns the slot of a fact by its id, or @ref none. */
    [[nodiscard]] std::uint32_t find_fact(std::string_view fact_id) const
    {
        return fact_order.find(facts, fact_id);
    }
    [[nodiscard]] std::uint32_t find_member_fact(std::string_view fact_id) const
    {
        return member_order.find(member_facts, fact_id);
    }
    [[nodiscard]] std::uint32_t find_node(std::string_view node_id) const
    {
        return node_order.find(nodes, node_id);
    }
    [[nodiscard]] std::uint32_t find_gate(std::string_view gate_id) const
    {
        return gate_order.find(gates, gate_id);
    }
    [[nodiscard]] std::uint32_t find_grade(std::string_view grade_id) const;
};

/** Returns whether some grade may be given to so many units only. */
[[nodiscard]] bool has_quota(const rubric& sheet);

/** What a text that is read may be at most. */
struct reading_limits
{
    std::size_t bytes = std::size_t{64} << 20; /**< default 64 MiB */
    std::size_t depth = 64;
};

/** Reads and compiles a rubric.

    @param json UTF-8 text in the rubric format. Not retained.
    @param source Where the rubric's memory comes from; must outlive it.
    @return The rubric, or all errors that the text has.

    @par Exception safety
    Strong guarantee. Memory allocations may throw.
*/
[[nodiscard]] result_of<std::shared_ptr<const rubric>> read_rubric(
    std::string_view json, const reading_limits& limits = {}, memory& source = default_memory()
);

} // namespace bontot

#endif
