// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_READER_HPP
#define BONTOT_IMPL_DOSSIER_READER_HPP

#include <bontot/detail/json_builder.hpp>
#include <bontot/impl/dossier_evidence.hpp>
#include <bontot/impl/dossier_facts.hpp>
#include <bontot/impl/dossier_reading.hpp>

namespace bontot::detail {

inline void dossier_reading::read()
{
    const bool is_object = expect_object(
        0, {"format", "guide", "rubric", "unit", "period", "facts", "marks", "members", "history",
            "evidence"}
    );
    if (!is_object) return;
    read_format(require(0, "format"));
    read_rubric_name(find(0, "rubric"));
    read_unit(require(0, "unit"));
    read_period(require(0, "period"));
    read_facts(find(0, "facts"));
    read_marks(find(0, "marks"));
    read_members(find(0, "members"));
    read_history(find(0, "history"));
    read_evidence(find(0, "evidence"));
}

inline void dossier_reading::read_format(std::uint32_t at)
{
    const std::optional<std::string_view> name = text(at);
    if (!name || *name == "bontot-dossier/1") return;
    faults.add(message::reading_wrong_format, at, {shown(*name), "bontot-dossier/1"});
}

inline void dossier_reading::read_rubric_name(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"id", "version"})) return;
    const std::uint32_t id_at = require(at, "id");
    const std::optional<std::string_view> id = text(id_at);
    const std::uint32_t version_at = find(at, "version");
    const std::optional<std::string_view> version = text(version_at);
    if (options_.allow_other_rubric || !id) return;
    if (*id != sheet_.id) {
        faults.add(message::dossier_other_rubric, id_at, {shown(*id), sheet_.id});
    } else if (version && *version != sheet_.version) {
        faults.add(message::dossier_other_version, version_at, {shown(*version), sheet_.version});
    }
}

inline void dossier_reading::read_unit(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"id", "name", "kind", "group", "parent"})) return;
    const std::uint32_t id = require(at, "id");
    const std::optional<std::string_view> given = text(id);
    if (given && !is_id_length(*given)) {
        faults.add(message::reading_bad_id, id, {shown(*given)});
    }
    out_.unit_id = given ? out_.store.copy(*given) : std::string_view();
    out_.unit_name = text_of(at, "name");
    out_.unit_kind = out_.store.copy(normalized(text_of(at, "kind")));
    out_.unit_group = text_of(at, "group");
    out_.unit_parent = text_of(at, "parent");
    const auto kinds = sheet_.unit_kinds;
    const bool fits = kinds.empty() || out_.unit_kind.empty() || options_.allow_other_rubric ||
                      std::find(kinds.begin(), kinds.end(), out_.unit_kind) != kinds.end();
    if (!fits) {
        faults.add(
            message::dossier_unit_kind, find(at, "kind"), {shown(out_.unit_kind), kinds.front()}
        );
    }
}

inline void dossier_reading::read_period(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"from", "to"})) return;
    out_.from = date_of(require(at, "from"));
    out_.to = date_of(require(at, "to"));
    if (!out_.from || !out_.to) return;
    if (*out_.to < *out_.from) {
        faults.add(message::dossier_period_reversed, at);
    } else if (!is_period(*out_.from, *out_.to, sheet_.period_months)) {
        faults.add(message::dossier_period_length, at, {std::to_string(sheet_.period_months)});
    }
}

inline void dossier_reading::read_history(std::uint32_t at)
{
    if (at == absent || doc[at].kind == json_kind::null) return;
    if (!expect(at, json_kind::array, message::want_array)) return;
    auto entries = list_of<feel::value>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        if (!expect_object(i, {"from", "to", "rubric", "grade", "points"})) continue;
        entries.push_back(history_entry(i));
    }
    out_.slots[sheet_.reserved_slot(rubric::history)] =
        feel::value::list(out_.store.copy(std::span<const feel::value>(entries)));
}

inline feel::value dossier_reading::history_entry(std::uint32_t at)
{
    const std::uint32_t from = require(at, "from");
    const std::uint32_t to = require(at, "to");
    const std::uint32_t points_at = find_known(at, "points");
    const std::optional<number> points = number_of(points_at);
    return context_of({
        {"from", known_date(date_of(from))},
        {"to", known_date(date_of(to))},
        {"rubric", known_text(text_of(at, "rubric"))},
        {"grade", known_text(text_of(at, "grade"))},
        {"points", points ? feel::value::number(*points) : feel::value::unknown()},
    });
}

inline std::string_view dossier_reading::kept_text(std::uint32_t at)
{
    const std::optional<std::string_view> found = text(at);
    return found ? out_.store.copy(*found) : std::string_view();
}

/** Composes text; what it returns is good until the next call. */
inline std::string_view dossier_reading::normalized(std::string_view text)
{
    scratch_.clear();
    append_normalized(scratch_, text);
    return scratch_;
}

inline std::string_view dossier_reading::text_of(std::uint32_t object, std::string_view key)
{
    const std::uint32_t at = find(object, key);
    return at == absent || doc[at].kind == json_kind::null ? std::string_view() : kept_text(at);
}

inline feel::value dossier_reading::known_text(std::string_view text) const
{
    return text.empty() ? feel::value::unknown() : feel::value::text(text);
}

inline feel::value dossier_reading::known_date(const std::optional<date>& day)
{
    return day ? feel::value::date(*day) : feel::value::unknown();
}

inline feel::value
dossier_reading::context_of(std::initializer_list<std::pair<std::string_view, feel::value>> fields)
{
    feel::field* const out = out_.store.make_array<feel::field>(fields.size());
    std::size_t count = 0;
    for (const auto& each : fields) {
        out[count++] = feel::field{sheet_.symbol_of(each.first), each.second};
    }
    return feel::value::context(std::span<const feel::field>(out, count));
}

} // namespace bontot::detail

#include <bontot/impl/dossier_completing.hpp>

namespace bontot {

inline result_of<std::shared_ptr<dossier>> read_dossier(
    const std::shared_ptr<const rubric>& sheet, std::string_view json,
    const dossier_options& options, memory& source
)
{
    detail::json_document document(source);
    detail::diagnosis faults(source);
    const detail::json_limits limits{options.limits.bytes, options.limits.depth};
    const std::shared_ptr<dossier> out = make_shared_in<dossier>(source, sheet, source);
    if (detail::parse_json(document, json, limits, faults)) {
        detail::dossier_reading(document, faults, *out, options).read();
    }
    detail::complete_slots(*out);
    const bool is_whole = document.size() > 0 && !document[0].cut_off;
    if (is_whole) detail::check_consistency(*out, &document, faults);
    if (!faults.empty()) return faults.take(json);
    return out;
}

} // namespace bontot

#endif
