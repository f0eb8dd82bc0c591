// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RESULT_SUMMARY_HPP
#define BONTOT_RESULT_SUMMARY_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace bontot {

/** The value of a fact that a line used. */
struct fact_summary
{
    enum class type : std::uint8_t
    {
        number,
        boolean,
        text /**< of texts, choices, and dates, written 2026-12-31 */
    };

    std::string_view id;
    type what = type::text;
    number amount;
    bool holds = false;
    std::string_view words;
};

/** Returns whether two facts have the same value, whatever their ids. */
[[nodiscard]] inline bool has_same_value(const fact_summary& a, const fact_summary& b)
{
    return a.what == b.what && a.amount == b.amount && a.holds == b.holds && a.words == b.words;
}

/** A reason, or a note behind it: its code without "reason_", and its sentence. */
struct reason_summary
{
    std::string_view code;
    bilingual text;
};

/** Points that a role gave to a line. */
struct mark_summary
{
    std::string_view role;
    number points;
    std::string_view comment;
    std::string_view reason;
    std::string_view by;
    std::optional<date> day;
};

/** What a result says of a criterion or indicator; parents stand before their children. */
struct node_summary
{
    std::string_view id;
    bilingual label;
    std::string_view clause;
    std::uint32_t parent = none;
    std::uint32_t end = 0; /**< the next node that is not within this one */
    std::uint32_t depth = 0;
    criterion_kind kind = criterion_kind::base; /**< of the criterion that it is or lies in */
    bool is_line = true;                        /**< it has no indicators but a score */
    number points;
    number possible;
    number max;
    node_state state = node_state::unknown;
    std::optional<truth> good; /**< of a criterion with a rule for it */
    std::span<const reason_summary> reasons;
    std::span<const fact_summary> facts;        /**< known facts that the line's rules read */
    std::span<const std::string_view> evidence; /**< ids of documents */
    std::span<const std::string_view> missing;  /**< names of items */
    std::span<const mark_summary> marks;
};

/** What a result says of a gate. */
struct gate_summary
{
    std::string_view id;
    truth fired = truth::open; /**< what its condition says, be it lifted or not */
    bool is_lifted = false;
    std::string_view lifted_reason;
    std::string_view lifted_authority;
    std::optional<date> lifted_day;
};

/** What a result says of a check. */
struct check_summary
{
    std::string_view id;
    truth outcome = truth::open; /**< yes: passed */
    check_severity severity = check_severity::error;
    bilingual text;
};

/** Whether the own conditions of a grade hold. */
struct grade_summary
{
    std::string_view id;
    truth holds = truth::open;
};

/** A fact of the unit that parts ties; without a value it is unknown. */
struct tie_fact_summary
{
    std::string_view id;
    std::optional<number> value;
};

/** What a result says, without what it takes to evaluate: of one in memory, or of a file.

    A file in the format bontot-result/1 tells labels and sentences in one
    language, which then stands for both. Movable, not copyable; a const one
    may be read by many threads.

    @par Object lifetimes
    Texts and lists lie in @ref store or in what @ref keeps holds; the memory
    that it was made with must outlive it.
*/
struct result_summary
{
    explicit result_summary(memory& source = default_memory())
        : store(source), nodes(allocator<node_summary>(source))
    {}

    arena store;
    std::shared_ptr<const void> keeps; /**< the rubric, when texts are its own */
    std::string_view engine;           /**< the version that evaluated */
    std::string_view rubric_id;
    std::string_view rubric_version;
    std::string_view unit_id;
    std::string_view unit_name;
    std::string_view unit_kind;
    std::string_view unit_group;
    std::optional<date> from;
    std::optional<date> to;
    std::string_view as_of; /**< the role as of which it was evaluated; empty without roles */
    number points;
    number possible;
    number max;
    std::string_view grade; /**< an id, as the two below */
    bilingual grade_label;
    std::string_view grade_possible;
    std::span<const std::string_view> reachable;
    bool by_exception = false; /**< a gate that fired was lifted */
    number completeness;       /**< 0..1 */
    vector<node_summary> nodes;
    std::span<const gate_summary> gates;
    std::span<const check_summary> checks;
    std::span<const grade_summary> grades; /**< of a rubric with a quota, best first */
    std::span<const tie_fact_summary> tie_facts;

    /** Returns the index of a node by its id, or @ref none. */
    [[nodiscard]] std::uint32_t find_node(std::string_view id) const;

    /** Returns a fact that some line used, or a null pointer. */
    [[nodiscard]] const fact_summary* find_fact(std::string_view id) const;
};

/** Whether a summary has the sentences of reasons; many results are kept shorter without. */
enum class sentences : std::uint8_t
{
    left_out,
    told
};

/** Summarizes a result that was evaluated into.

    @par Exception safety
    Strong guarantee. Memory allocations may throw.
*/
[[nodiscard]] result_summary
summarize(const result& about, sentences how = sentences::told, memory& source = default_memory());

/** Reads a result in the format bontot-result/1.

    @param json UTF-8 text. Not retained.
    @return The summary, or all errors that the text has.

    @par Exception safety
    Strong guarantee. Memory allocations may throw.
*/
[[nodiscard]] result_of<result_summary> read_result_summary(
    std::string_view json, const reading_limits& limits = {}, memory& source = default_memory()
);

} // namespace bontot

#endif
