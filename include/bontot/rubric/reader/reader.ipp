// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_READER_IPP
#define BONTOT_RUBRIC_READER_READER_IPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/parse.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/reader/cases.hpp>
#include <bontot/rubric/reader/reading.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace bontot::detail {

void rubric_reading::read()
{
    const bool is_object = expect_object(
        0, {"format", "id", "version", "label", "source", "applies_to", "period", "valid_from",
            "roles", "rounding", "total", "facts", "consistency", "criteria", "gates", "grades",
            "checks", "cohort", "examples"}
    );
    if (!is_object) return;
    read_head();
    read_roles(find(0, "roles"));
    read_rounding(find(0, "rounding"));
    read_total(find(0, "total"));
    names_known_ = is_whole(find(0, "facts"));
    nodes_known_ = is_whole(find(0, "criteria"));
    grades_known_ = is_whole(find(0, "grades"));
    read_facts(find(0, "facts"));
    out_.fact_order.sort(out_.facts);
    out_.member_order.sort(out_.member_facts);
    declare_names();
    read_sources();
    read_checks(find(0, "consistency"), out_.consistency, false);
    read_criteria(require(0, "criteria"));
    out_.node_order.sort(out_.nodes);
    read_grades(require(0, "grades"));
    read_gates(find(0, "gates"));
    read_checks(find(0, "checks"), out_.checks, true);
    read_cohort(find(0, "cohort"));
    read_examples(find(0, "examples"));
    index_names();
    find_whole();
    find_gates();
}

/** Tells whether a member of the rubric is all there, whatever a syntax error cut off. */
bool rubric_reading::is_whole(std::uint32_t member) const
{
    return !doc[0].cut_off || (member != absent && !doc[member].cut_off);
}

void rubric_reading::read_head()
{
    const std::uint32_t format = require(0, "format");
    const std::optional<std::string_view> name = text(format);
    if (name && *name != "bontot-rubric/1") {
        faults.add(message::reading_wrong_format, format, {shown(*name), "bontot-rubric/1"});
    }
    out_.id = id_of(0);
    const std::optional<std::string_view> version = text(require(0, "version"));
    if (version) out_.version = keep(*version);
    out_.label = label_of(0, "label", true);
    read_source(find(0, "source"));
    const std::uint32_t applies_to = find(0, "applies_to");
    if (applies_to != absent && expect_object(applies_to, {"unit_kinds"})) {
        out_.unit_kinds = texts_at(find(applies_to, "unit_kinds"));
    }
    const std::uint32_t period = find(0, "period");
    if (period != absent) {
        const auto length = word_of(period, {"month", "quarter", "half_year", "year"});
        constexpr int months[] = {1, 3, 6, 12};
        if (length) out_.period_months = months[*length];
    }
    const std::uint32_t valid_from = find(0, "valid_from");
    if (valid_from != absent && date_of(valid_from)) out_.valid_from = keep(doc[valid_from].text);
}

void rubric_reading::read_source(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"document", "issued", "issuer", "uri", "note"})) return;
    out_.source.document = text_of(at, "document");
    const std::uint32_t issued = find(at, "issued");
    if (issued != absent && date_of(issued)) out_.source.issued = keep(doc[issued].text);
    out_.source.issuer = text_of(at, "issuer");
    out_.source.uri = text_of(at, "uri");
    out_.source.note = bilingual_at(find(at, "note"));
}

void rubric_reading::read_rounding(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const std::optional<rounding_rule> rule = rounding_at(i, {"at", "step", "mode"});
        if (doc[i].kind != json_kind::object) continue;
        const auto level = word_of(require(i, "at"), {"indicator", "criterion", "total"});
        if (!rule || !level) continue;
        std::optional<rounding_rule>* const places[] = {
            &indicator_rounding_, &criterion_rounding_, &out_.total.rounding};
        if (places[*level]->has_value()) faults.add(message::rubric_rounding_twice, i);
        *places[*level] = rule;
    }
}

void rubric_reading::read_total(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"min", "max", "grades_on"})) return;
    out_.total.min = number_of(find(at, "min"));
    out_.total.max = number_of(find(at, "max"));
    if (out_.total.min && out_.total.max && *out_.total.max < *out_.total.min) {
        faults.add(message::rubric_range_reversed, at);
    }
    const std::uint32_t reads = find(at, "grades_on");
    if (reads == absent) return;
    const auto which = word_of(reads, {"total", "base", "share"});
    if (which) out_.total.grades_on = static_cast<grade_basis>(*which);
}

} // namespace bontot::detail

namespace bontot {

result_of<std::shared_ptr<const rubric>>
read_rubric(std::string_view json, const reading_limits& limits, memory& source)
{
    detail::json_document document(source);
    detail::diagnosis faults(source);
    const detail::json_limits json_limits{limits.bytes, limits.depth};
    const std::shared_ptr<rubric> out = make_shared_in<rubric>(source, source);
    if (detail::parse_json(document, json, json_limits, faults)) {
        detail::rubric_reading(document, faults, *out).read();
    }
    if (!faults.empty()) return faults.take(json);
    detail::find_line_cases(*out);
    return std::shared_ptr<const rubric>(out);
}

} // namespace bontot

#endif
