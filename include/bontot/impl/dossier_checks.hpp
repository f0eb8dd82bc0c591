// SPDX-License-Identifier: BSL-1.0
// What is checked alike, whether a dossier is read from a text or built piece by piece.
#ifndef BONTOT_IMPL_DOSSIER_CHECKS_HPP
#define BONTOT_IMPL_DOSSIER_CHECKS_HPP

#include <bontot/dossier.hpp>

#include <bontot/detail/document_number.hpp>
#include <bontot/detail/fact_check.hpp>
#include <bontot/detail/known_value.hpp>

namespace bontot::detail {

/** Adds a fault that has a place in a dossier, but none in a text. */
inline void add_at_pointer(diagnosis& faults, const given_fault& fault, std::string_view pointer)
{
    const auto& named = fault.arguments;
    faults.add_at(fault.code, 0, {named[0], named[1], named[2], named[3]}).pointer = pointer;
}

/** Checks that a period does not end before it begins and is as long as the rubric's. */
inline std::optional<given_fault> check_period(const date& from, const date& to, int months)
{
    if (to < from) return given_fault{message::dossier_period_reversed, {}};
    if (is_period(from, to, months)) return {};
    const std::string count = std::to_string(months);
    return given_fault{
        message::dossier_period_length, {{string(std::string_view(count)), {}, {}, {}}}};
}

/** Checks a value of a fact; `kept` is how the dossier keeps it, with its text in a store. */
inline std::optional<given_fault>
check_value(arena& store, const fact_spec& fact, const feel::value& given, feel::value& kept)
{
    constexpr feel::kind kinds[] = {
        feel::kind::number, feel::kind::boolean, feel::kind::text, feel::kind::date,
        feel::kind::text};
    kept = given;
    if (given.is_unknown()) return {};
    if (given.kind() != kinds[static_cast<int>(fact.type)])
        return given_fault{message::dossier_slot_type, {{string(fact.id), {}, {}, {}}}};
    if (given.is(feel::kind::number)) return check_number(fact, given.as_number());
    if (!given.is(feel::kind::text)) return {};
    string normal{allocator<char>(store.source())};
    append_normalized(normal, given.as_text());
    std::string_view own = normal;
    std::optional<given_fault> fault;
    if (fact.type == fact_type::choice) {
        fault = check_choice(fact, normal, own);
    } else {
        own = store.copy(own);
    }
    if (!fault) kept = feel::value::text(own);
    return fault;
}

/** Tells whether some role may mark a node. */
[[nodiscard]] inline bool may_be_marked(const rubric& sheet, std::uint32_t node)
{
    const score_kind kind = sheet.nodes[node].score.kind;
    if (kind == score_kind::mark) return true;
    const auto overrides = [](const role_spec& role) { return role.overrides; };
    return kind != score_kind::group &&
           std::any_of(sheet.roles.begin(), sheet.roles.end(), overrides);
}

/** Tells whether a role may mark a line that some role may mark. */
[[nodiscard]] inline bool may_mark(const rubric& sheet, std::uint32_t role, const rubric_node& line)
{
    return line.score.kind == score_kind::mark || sheet.roles[role].overrides;
}

/** Tells whether a mark's points are within the line's bounds and on its grid. */
inline bool may_have_points(const rubric_node& line, const number& points)
{
    const std::optional<number>& step = line.score.mark_step;
    return points >= line.least && points <= line.max &&
           (!step || round_to_multiple(points, *step, rounding_mode::down) == points);
}

/** Checks a mark's points. */
inline std::optional<given_fault> check_points(const rubric_node& line, const number& points)
{
    if (may_have_points(line, points)) return {};
    const auto found = to_text(points);
    if (points < line.least || points > line.max) {
        const auto low = to_text(line.least);
        const auto high = to_text(line.max);
        return given_fault{
            message::dossier_mark_range,
            {{string(found.view()), string(low.view()), string(high.view()), {}}}};
    }
    const auto grid = to_text(line.score.mark_step.value_or(number(0)));
    return given_fault{
        message::dossier_mark_grid, {{string(found.view()), string(grid.view()), {}, {}}}};
}

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
[[nodiscard]] inline bool is_too_many_members(const rubric& sheet, std::size_t count)
{
    constexpr std::size_t most_fields = 10000000;
    return (sheet.member_facts.size() + 1) * count > most_fields;
}

/** Keeps the number of a document, whose letters are composed, in the one way to spell it. */
inline std::string_view kept_document_number(arena& store, std::string_view normal)
{
    if (is_plain_document_number(normal)) return store.copy(normal);
    string number{allocator<char>(store.source())};
    append_document_number(number, normal);
    return store.copy(std::string_view(number));
}

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
inline feel::value history_context(const rubric& sheet, arena& store, const past_grade& of)
{
    const feel::field fields[] = {
        {sheet.symbols.from, known_date(of.from)},
        {sheet.symbols.to, known_date(of.to)},
        {sheet.symbols.rubric, known_text(of.rubric)},
        {sheet.symbols.grade, known_text(of.grade)},
        {sheet.symbols.points, known_number(of.points)}};
    return feel::value::context(store.copy(std::span<const feel::field>(fields)));
}

/** Returns an entry of `results` as FEEL reads it. */
inline feel::value results_context(const rubric& sheet, arena& store, const past_grade& of)
{
    const feel::field fields[] = {{sheet.symbols.unit, known_text(of.unit)},
                                  {sheet.symbols.rubric, known_text(of.rubric)},
                                  {sheet.symbols.from, known_date(of.from)},
                                  {sheet.symbols.to, known_date(of.to)},
                                  {sheet.symbols.grade, known_text(of.grade)},
                                  {sheet.symbols.points, known_number(of.points)}};
    return feel::value::context(store.copy(std::span<const feel::field>(fields)));
}

/** Orders entries by their first days, then their last ones; those without stand first. */
struct earlier_entry
{
    std::size_t from; /**< the place of the first day; the last day is the next one */

    bool operator()(const feel::value& a, const feel::value& b) const
    {
        for (std::size_t i = from; i < from + 2; ++i) {
            const feel::value& left = a.as_context()[i].content;
            const feel::value& right = b.as_context()[i].content;
            if (left.is_unknown() != right.is_unknown()) return left.is_unknown();
            if (left.is_unknown() || left.as_date() == right.as_date()) continue;
            return left.as_date() < right.as_date();
        }
        return false;
    }
};

} // namespace bontot::detail

#endif
