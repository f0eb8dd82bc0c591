// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_READER_IPP
#define BONTOT_DOSSIER_READER_READER_IPP

#include <bontot/dossier.hpp>
#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/dossier/reader/reader.hpp>
#include <bontot/dossier/reader/reading.hpp>
#include <bontot/dossier/reader/reference.hpp>
#include <bontot/dossier/reader/sources.hpp>
#include <bontot/dossier/reader/stream.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/parse.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/fact_check.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace bontot::detail {

void dossier_reading::read()
{
    const bool is_object = expect_object(
        0, {"format", "guide", "rubric", "unit", "period", "facts", "marks", "members", "history",
            "results", "exceptions", "evidence"}
    );
    if (!is_object) return;
    read_format(require(0, "format"), dossier_format);
    read_rubric_name(find(0, "rubric"));
    read_unit(require(0, "unit"));
    read_period(require(0, "period"));
    complete_slots(out_);
    read_results(find_known(0, "results"));
    read_facts(find(0, "facts"));
    read_marks(find(0, "marks"));
    read_members(find(0, "members"));
    read_history(find_known(0, "history"));
    read_exceptions(find_known(0, "exceptions"));
    read_evidence(find(0, "evidence"));
    fact_deriving(out_, faults, &doc).run();
}

void dossier_reading::read_rubric_name(std::uint32_t at)
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

void dossier_reading::read_unit(std::uint32_t at)
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
    const bool fits = out_.unit_kind.empty() || options_.allow_other_rubric ||
                      is_unit_kind(sheet_, out_.unit_kind);
    if (!fits) {
        faults.add(
            message::dossier_unit_kind, find(at, "kind"),
            {shown(out_.unit_kind), sheet_.unit_kinds.front()}
        );
    }
}

void dossier_reading::read_period(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"from", "to"})) return;
    out_.from = date_of(require(at, "from"));
    out_.to = date_of(require(at, "to"));
    if (!out_.from || !out_.to) return;
    const auto fault = check_period(*out_.from, *out_.to, sheet_.period_months);
    if (fault) add(*fault, at);
}

/** Reads exceptions of this unit, which only a trusted dossier may carry itself. */
void dossier_reading::read_exceptions(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    if (is_distrusting() && doc[at].count > 0) {
        faults.add_key(message::dossier_committee_only, at, {"exceptions"});
        return;
    }
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        if (!expect_object(i, {"gate", "reason", "authority", "date"})) continue;
        if (!passes_gate(i)) out_.exceptions.push_back(read_exception(i));
    }
}

error_list read_any_dossier(dossier& out, std::string_view json, const dossier_options& options)
{
    json_document document(out.store.source());
    diagnosis faults(out.store.source());
    const json_limits limits{options.limits.bytes, options.limits.depth};
    if (parse_json(document, json, limits, faults)) {
        dossier_reading(document, faults, out, options).read();
    }
    if (options.committee != nullptr && faults.empty()) {
        give_reference(out, *options.committee, &document, faults);
    }
    const bool is_whole = document.size() > 0 && !document[0].cut_off;
    if (is_whole) check_consistency(out, &document, out.working, faults);
    return faults.take(json);
}

} // namespace bontot::detail

namespace bontot {

error_list read_dossier_into(dossier& out, std::string_view json, const dossier_options& options)
{
    out.clear();
    if (detail::read_plain_dossier(out, json, options)) return {};
    out.clear();
    error_list errors = detail::read_any_dossier(out, json, options);
    if (!errors.empty()) out.clear();
    return errors;
}

result_of<std::shared_ptr<dossier>> read_dossier(
    const std::shared_ptr<const rubric>& sheet, std::string_view json,
    const dossier_options& options, memory& source
)
{
    const std::shared_ptr<dossier> out = make_shared_in<dossier>(source, sheet, source);
    error_list errors = read_dossier_into(*out, json, options);
    if (!errors.empty()) return errors;
    return out;
}

} // namespace bontot

#endif
