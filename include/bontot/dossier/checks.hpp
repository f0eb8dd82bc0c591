// SPDX-License-Identifier: BSL-1.0
// What is checked alike, whether a dossier is read from a text or built piece by piece.
#ifndef BONTOT_DOSSIER_CHECKS_HPP
#define BONTOT_DOSSIER_CHECKS_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/rubric/fact_check.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Adds a fault that has a place in a dossier, but none in a text. */
void add_at_pointer(diagnosis& faults, const given_fault& fault, std::string_view pointer);

/** Checks that a period does not end before it begins and is as long as the rubric's. */
std::optional<given_fault> check_period(const date& from, const date& to, int months);

/** Checks a value of a fact; `kept` is how the dossier keeps it, with its text in a store. */
std::optional<given_fault>
check_value(arena& store, const fact_spec& fact, const feel::value& given, feel::value& kept);

/** Tells whether some role may mark a node. */
[[nodiscard]] bool may_be_marked(const rubric& sheet, std::uint32_t node);

/** Tells whether a role may mark a line that some role may mark. */
[[nodiscard]] inline bool may_mark(const rubric& sheet, std::uint32_t role, const rubric_node& line)
{
    return line.score.kind == score_kind::mark || sheet.roles[role].overrides;
}

/** Tells whether a mark's points are within the line's bounds and on its grid. */
bool may_have_points(const rubric_node& line, const number& points);

/** Checks a mark's points. */
std::optional<given_fault> check_points(const rubric_node& line, const number& points);

/** Calls a function with a message for all words that a mark must come with and lacks. */
template <class Function>
void each_lacking_words(const rubric& sheet, const mark_record& mark, const Function& function)
{
    const rubric_node& line = sheet.nodes[mark.node];
    const bool needs_comment = line.score.comment_below_max && mark.points < line.max;
    if (needs_comment && mark.comment.empty()) function(message::dossier_mark_comment);
    if (sheet.roles[mark.role].overrides && mark.reason.empty())
        function(message::dossier_mark_reason);
}

/** Tells whether so many members ask for more memory than any list of members should. */
[[nodiscard]] bool is_too_many_members(const rubric& sheet, std::size_t count);

/** Keeps the number of a document, whose letters are composed, in the one way to spell it. */
std::string_view kept_document_number(arena& store, std::string_view normal);

/** What a dossier says of an earlier period, or of another dossier. Texts lie in its store. */
struct past_grade
{
    std::string_view unit;
    std::string_view rubric;
    std::optional<date> from;
    std::optional<date> to;
    std::string_view grade;
    std::optional<number> points;
};

inline feel::value known_number(const std::optional<number>& amount)
{
    return amount ? feel::value::number(*amount) : feel::value::unknown();
}

/** Where in the two contexts below the period begins: its last day stands behind it. */
inline constexpr std::size_t first_day_of_history = 0;
inline constexpr std::size_t first_day_of_results = 2;

/** Returns an entry of `history` as FEEL reads it. */
feel::value history_context(const rubric& sheet, arena& store, const past_grade& of);

/** Returns an entry of `results` as FEEL reads it. */
feel::value results_context(const rubric& sheet, arena& store, const past_grade& of);

/** Orders entries by their first days, then their last ones; those without stand first. */
struct earlier_entry
{
    std::size_t from; /**< the place of the first day; the last day is the next one */

    bool operator()(const feel::value& a, const feel::value& b) const;
};

} // namespace bontot::detail

#endif
