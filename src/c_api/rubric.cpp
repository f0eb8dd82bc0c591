// SPDX-License-Identifier: BSL-1.0
#include "../builtin_rubrics.hpp"
#include "figures.hpp"
#include "guard.hpp"

#include <bontot/examples.hpp>
#include <bontot/text.hpp>
#include <bontot/write_rubric.hpp>

#include <bontot/json/diagnosis.hpp>

using namespace bontot::c_api;

namespace {

bontot_rubric* load(std::string_view json, const bontot_options* options)
{
    const shared_memory source = memory_of(options);
    const bontot::reading_limits limits =
        options == nullptr ? bontot::reading_limits() : options->reading.limits;
    auto read = bontot::read_rubric(json, limits, *source);
    if (!read) throw refusal{BONTOT_BAD_INPUT, read.error()};
    return make_handle<bontot_rubric>(source, keep_with(std::move(*read), source));
}

const bontot::role_spec* role_at(const bontot_rubric* rubric, std::size_t role)
{
    const bool is_there = rubric != nullptr && role < rubric->sheet->roles.size();
    return is_there ? &rubric->sheet->roles[role] : nullptr;
}

const bontot::grade_rule* grade_at(const bontot_rubric* rubric, std::size_t grade)
{
    const bool is_there = rubric != nullptr && grade < rubric->sheet->grades.size();
    return is_there ? &rubric->sheet->grades[grade] : nullptr;
}

} // namespace

bontot_status bontot_rubric_load(
    bontot_rubric** out, const char* json, size_t length, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        *out = load(text_in(json, length, "json"), options);
    });
}

bontot_status bontot_rubric_builtin(
    bontot_rubric** out, const char* id, const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        const std::string_view wanted = text_in(id, "id");
        bontot::string known;
        for (const auto& each : bontot::detail::builtin_rubrics()) {
            if (each.id == wanted) {
                *out = load(each.json, options);
                return;
            }
            if (!known.empty()) known += ", ";
            known += each.id;
        }
        const bool is_text = bontot::is_valid_utf8(wanted);
        const std::string_view brief = is_text ? bontot::detail::shown(wanted) : "?";
        refuse(BONTOT_NOT_FOUND, bontot::message::api_no_builtin, {brief, known});
    });
}

size_t bontot_builtin_count(void)
{
    return bontot::detail::builtin_rubrics().size();
}

const char* bontot_builtin_id(size_t index)
{
    const auto all = bontot::detail::builtin_rubrics();
    return index < all.size() ? all[index].id.data() : nullptr;
}

const char* bontot_rubric_id(const bontot_rubric* rubric, size_t* length)
{
    return rubric == nullptr ? no_text(length) : text_out(rubric->sheet->id, length);
}

const char* bontot_rubric_version(const bontot_rubric* rubric, size_t* length)
{
    return rubric == nullptr ? no_text(length) : text_out(rubric->sheet->version, length);
}

const char*
bontot_rubric_label(const bontot_rubric* rubric, bontot_language language, size_t* length)
{
    if (rubric == nullptr) return no_text(length);
    return text_out(rubric->sheet->label.in(language_of(language)), length);
}

const char* bontot_rubric_document(const bontot_rubric* rubric, size_t* length)
{
    return rubric == nullptr ? no_text(length) : text_out(rubric->sheet->source.document, length);
}

const char* bontot_rubric_issued(const bontot_rubric* rubric, size_t* length)
{
    return rubric == nullptr ? no_text(length) : text_out(rubric->sheet->source.issued, length);
}

const char* bontot_rubric_issuer(const bontot_rubric* rubric, size_t* length)
{
    return rubric == nullptr ? no_text(length) : text_out(rubric->sheet->source.issuer, length);
}

const char* bontot_rubric_uri(const bontot_rubric* rubric, size_t* length)
{
    return rubric == nullptr ? no_text(length) : text_out(rubric->sheet->source.uri, length);
}

const char*
bontot_rubric_note(const bontot_rubric* rubric, bontot_language language, size_t* length)
{
    if (rubric == nullptr) return no_text(length);
    return text_out(rubric->sheet->source.note.in(language_of(language)), length);
}

const char* bontot_rubric_valid_from(const bontot_rubric* rubric, size_t* length)
{
    return rubric == nullptr ? no_text(length) : text_out(rubric->sheet->valid_from, length);
}

int32_t bontot_rubric_period_months(const bontot_rubric* rubric)
{
    return rubric == nullptr ? -1 : int32_t{rubric->sheet->period_months};
}

size_t bontot_rubric_unit_kind_count(const bontot_rubric* rubric)
{
    return rubric == nullptr ? 0 : rubric->sheet->unit_kinds.size();
}

const char* bontot_rubric_unit_kind(const bontot_rubric* rubric, size_t kind, size_t* length)
{
    const bool is_there = kind < bontot_rubric_unit_kind_count(rubric);
    return is_there ? text_out(rubric->sheet->unit_kinds[kind], length) : no_text(length);
}

bontot_status bontot_rubric_total_bound_text(
    const bontot_rubric* rubric, bontot_bound bound, char* buffer, size_t room
)
{
    if (rubric == nullptr) return BONTOT_MISUSE;
    const bontot::total_rule& total = rubric->sheet->total;
    return bound_out(total.min, total.max, bound, buffer, room);
}

bontot_status bontot_rubric_describe(
    bontot_text** out, const bontot_rubric* rubric, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(rubric, "rubric");
        write_text(out, options, [&](bontot::string& text) {
            bontot::append_description(text, *rubric->sheet, language_of(options));
        });
    });
}

bontot_status bontot_rubric_template(
    bontot_text** out, const bontot_rubric* rubric, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(rubric, "rubric");
        write_text(out, options, [&](bontot::string& text) {
            bontot::append_template(text, *rubric->sheet, language_of(options));
        });
    });
}

size_t bontot_rubric_role_count(const bontot_rubric* rubric)
{
    return rubric == nullptr ? 0 : rubric->sheet->roles.size();
}

const char* bontot_rubric_role_id(const bontot_rubric* rubric, size_t role, size_t* length)
{
    const bontot::role_spec* const found = role_at(rubric, role);
    return found == nullptr ? no_text(length) : text_out(found->id, length);
}

const char* bontot_rubric_role_label(
    const bontot_rubric* rubric, size_t role, bontot_language language, size_t* length
)
{
    const bontot::role_spec* const found = role_at(rubric, role);
    if (found == nullptr) return no_text(length);
    return text_out(found->label.in(language_of(language)), length);
}

size_t bontot_rubric_role_find(const bontot_rubric* rubric, const char* id, size_t length)
{
    if (rubric == nullptr || id == nullptr) return BONTOT_NONE;
    return index_of(rubric->sheet->roles, id_in(id, length));
}

int32_t bontot_rubric_role_overrides(const bontot_rubric* rubric, size_t role)
{
    const bontot::role_spec* const found = role_at(rubric, role);
    return found == nullptr ? -1 : int32_t{found->overrides};
}

size_t bontot_rubric_grade_count(const bontot_rubric* rubric)
{
    return rubric == nullptr ? 0 : rubric->sheet->grades.size();
}

const char* bontot_rubric_grade_id(const bontot_rubric* rubric, size_t grade, size_t* length)
{
    const bontot::grade_rule* const found = grade_at(rubric, grade);
    return found == nullptr ? no_text(length) : text_out(found->id, length);
}

const char* bontot_rubric_grade_label(
    const bontot_rubric* rubric, size_t grade, bontot_language language, size_t* length
)
{
    const bontot::grade_rule* const found = grade_at(rubric, grade);
    if (found == nullptr) return no_text(length);
    return text_out(found->label.in(language_of(language)), length);
}

const char* bontot_rubric_grade_clause(const bontot_rubric* rubric, size_t grade, size_t* length)
{
    const bontot::grade_rule* const found = grade_at(rubric, grade);
    return found == nullptr ? no_text(length) : text_out(found->clause, length);
}

int32_t bontot_rubric_grade_has_quota(const bontot_rubric* rubric, size_t grade)
{
    const bontot::grade_rule* const found = grade_at(rubric, grade);
    return found == nullptr ? -1 : int32_t{found->quota.has_value()};
}

bontot_status bontot_rubric_test(
    bontot_text** out, size_t* failed, const bontot_rubric* rubric, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(rubric, "rubric");
        const shared_memory source = memory_of(options);
        const auto outcomes = bontot::test_examples(rubric->sheet, *source);
        write_text(out, options, [&](bontot::string& text) {
            bontot::append_example_report(text, *rubric->sheet, outcomes, language_of(options));
        });
        std::size_t count = 0;
        for (const bontot::example_outcome& each : outcomes)
            count += each.passed() ? 0U : 1U;
        if (failed != nullptr) *failed = count;
    });
}

void bontot_rubric_free(bontot_rubric* rubric)
{
    free_handle(rubric);
}
