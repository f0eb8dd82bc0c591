// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RESULT_READER_IPP
#define BONTOT_RESULT_READER_IPP

#include <bontot/date.hpp>
#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/result_summary.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/parse.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/result/reading.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace bontot::detail {

void result_reading::read()
{
    const bool is_object = expect_object(
        0, {"format", "engine", "rubric", "unit", "period", "as_of", "total", "grade",
            "grade_possible", "reachable", "completeness", "criteria", "gates", "checks",
            "findings", "missing", "columns", "ranking"}
    );
    if (!is_object) return;
    const std::uint32_t format = require(0, "format");
    const std::optional<std::string_view> name = text(format);
    if (name && *name != "bontot-result/1")
        faults.add(message::reading_wrong_format, format, {shown(*name), "bontot-result/1"});
    out_.engine = kept_text(find(0, "engine"));
    read_rubric_name(require(0, "rubric"));
    read_unit(require(0, "unit"));
    read_period(find(0, "period"));
    out_.as_of = kept_text(find(0, "as_of"));
    const std::uint32_t total = require(0, "total");
    if (total != absent && expect_object(total, {"points", "possible", "max"})) {
        const figures read = read_figures(total);
        out_.points = read.points;
        out_.possible = read.possible;
        out_.max = read.max;
    }
    read_grade(require(0, "grade"));
    out_.grade_possible = kept_id(require(0, "grade_possible"));
    out_.reachable = kept_texts(require(0, "reachable"));
    out_.completeness = number_of(require(0, "completeness")).value_or(number());
    read_criteria(require(0, "criteria"));
    read_gates(require(0, "gates"));
    read_checks(require(0, "checks"));
    read_findings(find(0, "findings"));
    read_missing(find(0, "missing"));
    read_columns(find(0, "columns"));
    read_ranking(find(0, "ranking"));
}

void result_reading::read_rubric_name(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"id", "version"})) return;
    out_.rubric_id = kept_id(require(at, "id"));
    out_.rubric_version = kept_text(find(at, "version"));
}

void result_reading::read_unit(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"id", "name", "kind", "group"})) return;
    out_.unit_id = kept_id(require(at, "id"));
    out_.unit_name = kept_text(find(at, "name"));
    out_.unit_kind = kept_text(find(at, "kind"));
    out_.unit_group = kept_text(find(at, "group"));
}

void result_reading::read_period(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"from", "to"})) return;
    out_.from = date_of(require(at, "from"));
    out_.to = date_of(require(at, "to"));
    if (out_.from && out_.to && *out_.to < *out_.from)
        faults.add(message::dossier_period_reversed, at);
}

void result_reading::read_grade(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"id", "label", "by_exception"})) return;
    out_.grade = kept_id(require(at, "id"));
    out_.grade_label = one_text(find(at, "label"));
    out_.by_exception = boolean(require(at, "by_exception")).value_or(false);
}

void result_reading::read_gates(std::uint32_t at)
{
    auto list = list_of<gate_summary>();
    each_element(at, [&](std::uint32_t i) { list.push_back(read_gate(i)); });
    refuse_repeated_ids();
    out_.gates = kept(list);
}

gate_summary result_reading::read_gate(std::uint32_t at)
{
    gate_summary out;
    if (!expect_object(at, {"id", "fired", "lifted"})) return out;
    const std::uint32_t id = require(at, "id");
    out.id = kept_id(id);
    if (!out.id.empty()) ids_.push_back(id);
    out.fired = truth_of(require(at, "fired"));
    const std::uint32_t lifted = find(at, "lifted");
    if (lifted == absent || !expect_object(lifted, {"reason", "authority", "date"})) return out;
    out.is_lifted = true;
    out.lifted_reason = kept_text(find(lifted, "reason"));
    out.lifted_authority = kept_text(find(lifted, "authority"));
    out.lifted_day = kept_date(find(lifted, "date"));
    return out;
}

void result_reading::read_checks(std::uint32_t at)
{
    auto list = list_of<check_summary>();
    each_element(at, [&](std::uint32_t i) {
        if (!expect_object(i, {"id", "outcome", "severity", "text"})) return;
        check_summary out;
        const std::uint32_t id = require(i, "id");
        out.id = kept_id(id);
        if (!out.id.empty()) ids_.push_back(id);
        const auto outcome = word_of(require(i, "outcome"), {"fail", "pass", "unknown"});
        out.outcome = static_cast<truth>(outcome.value_or(0));
        const auto severity = word_of(require(i, "severity"), {"info", "warning", "error"});
        out.severity = static_cast<check_severity>(severity.value_or(0));
        out.text = one_text(find(i, "text"));
        list.push_back(out);
    });
    refuse_repeated_ids();
    out_.checks = kept(list);
}

/** What stands in the lists below is checked, but not kept. */
void result_reading::read_findings(std::uint32_t at)
{
    if (at == absent) return;
    each_element(at, [this](std::uint32_t i) {
        if (!expect_object(i, {"code", "at", "expression"})) return;
        text(require(i, "code"));
        text(require(i, "at"));
        text(find(i, "expression"));
    });
}

void result_reading::read_missing(std::uint32_t at)
{
    if (at == absent) return;
    each_element(at, [this](std::uint32_t i) {
        if (!expect_object(i, {"item", "label", "worth", "lines", "also", "decides"})) return;
        text(require(i, "item"));
        text(find(i, "label"));
        number_of(require(i, "worth"));
        for (const char* const list : {"lines", "also", "decides"}) {
            const std::uint32_t found = find(i, list);
            if (found != absent) each_element(found, [this](std::uint32_t j) { text(j); });
        }
    });
}

void result_reading::read_columns(std::uint32_t at)
{
    if (at == absent) return;
    each_element(at, [this](std::uint32_t i) {
        const bool is_object =
            expect_object(i, {"role", "points", "possible", "grade", "grade_possible", "nodes"});
        if (!is_object) return;
        text(require(i, "role"));
        read_interval(i);
        text(require(i, "grade"));
        text(require(i, "grade_possible"));
        read_column_nodes(require(i, "nodes"));
    });
}

void result_reading::read_column_nodes(std::uint32_t at)
{
    each_member(at, [this](std::uint32_t i) {
        if (expect_object(i, {"points", "possible"})) read_interval(i);
    });
}

void result_reading::read_ranking(std::uint32_t at)
{
    if (at == absent || !expect_object(at, {"grades", "facts"})) return;
    auto grades = list_of<grade_summary>();
    each_member(find(at, "grades"), [&](std::uint32_t i) {
        grades.push_back({out_.store.copy(doc[i].key), truth_of(i)});
    });
    out_.grades = kept(grades);
    auto facts = list_of<tie_fact_summary>();
    each_member(find(at, "facts"), [&](std::uint32_t i) {
        const bool is_known = doc[i].kind != json_kind::null;
        facts.push_back(
            {out_.store.copy(doc[i].key), is_known ? number_of(i) : std::optional<number>()}
        );
    });
    out_.tie_facts = kept(facts);
}

std::optional<number> result_reading::points_of(std::uint32_t at)
{
    const std::optional<number> read = number_of(at);
    if (!read) return {};
    const number most = number::scaled(1000000000000000, 0);
    if (abs(*read) <= most && settle(*read) == *read) return read;
    faults.add(message::result_figure_range, at);
    return {};
}

result_reading::figures result_reading::read_interval(std::uint32_t at)
{
    const std::optional<number> points = points_of(require(at, "points"));
    const std::uint32_t possible_at = require(at, "possible");
    const std::optional<number> possible = points_of(possible_at);
    if (points && possible && *possible < *points)
        faults.add(message::result_reversed, possible_at);
    return {points.value_or(number()), possible.value_or(number()), number()};
}

result_reading::figures result_reading::read_figures(std::uint32_t at)
{
    figures out = read_interval(at);
    out.max = points_of(require(at, "max")).value_or(number());
    return out;
}

/** True, false, or null for what is open. */
truth result_reading::truth_of(std::uint32_t at)
{
    if (at == absent || doc[at].kind == json_kind::null) return truth::open;
    const std::optional<bool> read = boolean(at);
    return read.value_or(false) ? truth::yes : truth::no;
}

std::string_view result_reading::kept_text(std::uint32_t at)
{
    const std::optional<std::string_view> found = text(at);
    return found ? out_.store.copy(*found) : std::string_view();
}

std::string_view result_reading::kept_id(std::uint32_t at)
{
    const std::optional<std::string_view> found = text(at);
    if (!found) return {};
    if (!is_id_length(*found)) {
        faults.add(message::reading_bad_id, at, {shown(*found)});
        return {};
    }
    return out_.store.copy(*found);
}

/** A file has one language, which stands for both. */
bilingual result_reading::one_text(std::uint32_t at)
{
    const std::string_view read = kept_text(at);
    return {read, read};
}

std::optional<date> result_reading::kept_date(std::uint32_t at)
{
    return at == absent ? std::optional<date>() : date_of(at);
}

std::span<const std::string_view> result_reading::kept_texts(std::uint32_t at)
{
    auto list = list_of<std::string_view>();
    each_element(at, [&](std::uint32_t i) { list.push_back(kept_text(i)); });
    return kept(list);
}

template <class Read>
void result_reading::each_element(std::uint32_t at, const Read& read)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
        read(i);
}

template <class Read>
void result_reading::each_member(std::uint32_t at, const Read& read)
{
    if (at == absent || !expect(at, json_kind::object, message::want_object)) return;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
        read(i);
}

/** Complains of ids that stand for two things, and forgets them. */
void result_reading::refuse_repeated_ids()
{
    const auto id = [this](std::uint32_t at) { return doc[at].text; };
    std::stable_sort(ids_.begin(), ids_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return id(a) < id(b);
    });
    for (std::size_t i = 1; i < ids_.size(); ++i) {
        if (id(ids_[i]) == id(ids_[i - 1]))
            faults.add(message::reading_repeated_id, ids_[i], {shown(id(ids_[i]))});
    }
    ids_.clear();
}

} // namespace bontot::detail

namespace bontot {

result_of<result_summary>
read_result_summary(std::string_view json, const reading_limits& limits, memory& source)
{
    detail::json_document document(source);
    detail::diagnosis faults(source);
    result_summary out(source);
    if (detail::parse_json(document, json, {limits.bytes, limits.depth}, faults))
        detail::result_reading(document, faults, out).read();
    if (!faults.empty()) return faults.take(json);
    return result_of<result_summary>(std::move(out));
}

} // namespace bontot

#endif
