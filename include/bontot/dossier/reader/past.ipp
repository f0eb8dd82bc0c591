// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_PAST_IPP
#define BONTOT_DOSSIER_READER_PAST_IPP

#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/reader/reading.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Reads grades of earlier periods. */
void dossier_reading::read_history(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    auto entries = list_of<feel::value>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        if (!expect_object(i, {"from", "to", "rubric", "grade", "points"})) continue;
        entries.push_back(history_entry(i));
    }
    out_.slots[sheet_.reserved_slot(rubric::history)] =
        feel::value::list(in_order(entries, first_day_of_history));
}

feel::value dossier_reading::history_entry(std::uint32_t at)
{
    const std::uint32_t from = require(at, "from");
    const std::uint32_t to = require(at, "to");
    const std::uint32_t points_at = find_known(at, "points");
    past_grade read;
    read.points = number_of(points_at);
    read.from = date_of(from);
    read.to = date_of(to);
    read.rubric = text_of(at, "rubric");
    read.grade = text_of(at, "grade");
    return history_context(sheet_, store_, read);
}

/** Reads results of members, sub-units or months: in short, or whole as they were written. */
void dossier_reading::read_results(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    auto entries = list_of<feel::value>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        if (!expect(i, json_kind::object, message::want_object)) continue;
        const bool is_whole = find(i, "format") != absent;
        entries.push_back(is_whole ? whole_result(i) : result_entry(i));
    }
    out_.slots[sheet_.reserved_slot(rubric::results)] =
        feel::value::list(in_order(entries, first_day_of_results));
}

feel::value dossier_reading::result_entry(std::uint32_t at)
{
    expect_object(at, {"unit", "rubric", "from", "to", "grade", "points"});
    past_grade read;
    read.unit = required_text(at, "unit");
    read.rubric = required_text(at, "rubric");
    read.points = number_of(find_known(at, "points"));
    read.from = known_date_of(at, "from");
    read.to = known_date_of(at, "to");
    read.grade = text_of(at, "grade");
    return results_context(sheet_, store_, read);
}

/** Reads from a whole result what a short one says; what is open in it is unknown. */
feel::value dossier_reading::whole_result(std::uint32_t at)
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
    past_grade read;
    read.unit = id(unit);
    read.rubric = id(of);
    if (has_period) read.from = known_date_of(period, "from");
    if (has_period) read.to = known_date_of(period, "to");
    read.grade = worst == best ? worst : std::string_view();
    if (points && points == possible) read.points = points;
    return results_context(sheet_, store_, read);
}

/** Puts entries into the order of their first days, then their last ones; those without stand
   first.

    @param from The place of the field `from`; `to` is the next one.
*/
std::span<const feel::value>
dossier_reading::in_order(vector<feel::value>& entries, std::size_t from)
{
    std::stable_sort(entries.begin(), entries.end(), earlier_entry{from});
    return out_.store.copy(std::span<const feel::value>(entries));
}

} // namespace bontot::detail

#endif
