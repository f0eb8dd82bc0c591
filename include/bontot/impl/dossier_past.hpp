// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_PAST_HPP
#define BONTOT_IMPL_DOSSIER_PAST_HPP

#include <bontot/impl/dossier_reading.hpp>

namespace bontot::detail {

/** Reads grades of earlier periods. */
inline void dossier_reading::read_history(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    auto entries = list_of<feel::value>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        if (!expect_object(i, {"from", "to", "rubric", "grade", "points"})) continue;
        entries.push_back(history_entry(i));
    }
    constexpr std::size_t from = 0;
    out_.slots[sheet_.reserved_slot(rubric::history)] = feel::value::list(in_order(entries, from));
}

inline feel::value dossier_reading::history_entry(std::uint32_t at)
{
    const std::uint32_t from = require(at, "from");
    const std::uint32_t to = require(at, "to");
    const std::uint32_t points_at = find_known(at, "points");
    const std::optional<number> points = number_of(points_at);
    return context_of({
        {sheet_.symbols.from, known_date(date_of(from))},
        {sheet_.symbols.to, known_date(date_of(to))},
        {sheet_.symbols.rubric, known_text(text_of(at, "rubric"))},
        {sheet_.symbols.grade, known_text(text_of(at, "grade"))},
        {sheet_.symbols.points, points ? feel::value::number(*points) : feel::value::unknown()},
    });
}

/** Reads results of members, sub-units or months: in short, or whole as they were written. */
inline void dossier_reading::read_results(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    results_at_ = at;
    auto entries = list_of<feel::value>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        if (!expect(i, json_kind::object, message::want_object)) continue;
        const bool is_whole = find(i, "format") != absent;
        entries.push_back(is_whole ? whole_result(i) : result_entry(i));
    }
    constexpr std::size_t from = 2;
    out_.slots[sheet_.reserved_slot(rubric::results)] = feel::value::list(in_order(entries, from));
}

inline feel::value dossier_reading::result_entry(std::uint32_t at)
{
    expect_object(at, {"unit", "rubric", "from", "to", "grade", "points"});
    const std::string_view unit = required_text(at, "unit");
    const std::string_view rubric_id = required_text(at, "rubric");
    const std::optional<number> points = number_of(find_known(at, "points"));
    return context_of({
        {sheet_.symbols.unit, known_text(unit)},
        {sheet_.symbols.rubric, known_text(rubric_id)},
        {sheet_.symbols.from, known_date(known_date_of(at, "from"))},
        {sheet_.symbols.to, known_date(known_date_of(at, "to"))},
        {sheet_.symbols.grade, known_text(text_of(at, "grade"))},
        {sheet_.symbols.points, points ? feel::value::number(*points) : feel::value::unknown()},
    });
}

/** Reads from a whole result what a short one says; what is open in it is unknown. */
inline feel::value dossier_reading::whole_result(std::uint32_t at)
{
    read_format(find(at, "format"), "bontot-result/1");
    const auto part = [&](std::string_view key) {
        const std::uint32_t found = require(at, key);
        const bool is_there =
            found != absent && expect(found, json_kind::object, message::want_object);
        return is_there ? found : absent;
    };
    const std::uint32_t unit = part("unit");
    const std::uint32_t of = part("rubric");
    const std::uint32_t grade = part("grade");
    const std::uint32_t total = part("total");
    const std::uint32_t period = find_known(at, "period");
    const bool has_period =
        period != absent && expect(period, json_kind::object, message::want_object);
    const auto id = [&](std::uint32_t object) {
        return object == absent ? std::string_view() : required_text(object, "id");
    };
    const std::string_view worst = id(grade);
    const std::string_view best = required_text(at, "grade_possible");
    std::optional<number> points;
    std::optional<number> possible;
    if (total != absent) points = number_of(require(total, "points"));
    if (total != absent) possible = number_of(require(total, "possible"));
    const bool is_decided = points && points == possible;
    const auto day = [&](std::string_view key) {
        return has_period ? known_date_of(period, key) : std::nullopt;
    };
    return context_of({
        {sheet_.symbols.unit, known_text(id(unit))},
        {sheet_.symbols.rubric, known_text(id(of))},
        {sheet_.symbols.from, known_date(day("from"))},
        {sheet_.symbols.to, known_date(day("to"))},
        {sheet_.symbols.grade, known_text(worst == best ? worst : std::string_view())},
        {sheet_.symbols.points, is_decided ? feel::value::number(*points) : feel::value::unknown()},
    });
}

/** Puts entries into the order of their first days, then their last ones; those without stand
   first.

    @param from The place of the field `from`; `to` is the next one.
*/
inline std::span<const feel::value>
dossier_reading::in_order(vector<feel::value>& entries, std::size_t from)
{
    const auto earlier = [from](const feel::value& a, const feel::value& b) {
        for (std::size_t i = from; i < from + 2; ++i) {
            const feel::value& left = a.as_context()[i].content;
            const feel::value& right = b.as_context()[i].content;
            if (left.is_unknown() != right.is_unknown()) return left.is_unknown();
            if (left.is_unknown() || left.as_date() == right.as_date()) continue;
            return left.as_date() < right.as_date();
        }
        return false;
    };
    std::stable_sort(entries.begin(), entries.end(), earlier);
    return out_.store.copy(std::span<const feel::value>(entries));
}

} // namespace bontot::detail

#endif
