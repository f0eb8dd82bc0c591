// SPDX-License-Identifier: BSL-1.0
// The parts of a dossier beside unit, period and facts, built piece by piece.
#include "building.hpp"

using namespace bontot::c_api;
using bontot::dossier_builder;
using bontot::feel::value;

namespace {

bontot::dossier_part part_in(bontot_part part)
{
    switch (part) {
    case BONTOT_PART_FACTS:
        return bontot::dossier_part::facts;
    case BONTOT_PART_MARKS:
        return bontot::dossier_part::marks;
    case BONTOT_PART_MEMBERS:
        return bontot::dossier_part::members;
    case BONTOT_PART_EVIDENCE:
        return bontot::dossier_part::evidence;
    case BONTOT_PART_HISTORY:
        return bontot::dossier_part::history;
    case BONTOT_PART_RESULTS:
        return bontot::dossier_part::results;
    case BONTOT_PART_EXCEPTIONS:
        return bontot::dossier_part::exceptions;
    default:
        refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"part"});
    }
}

bontot::document_field field_in(bontot_evidence_field field)
{
    switch (field) {
    case BONTOT_EVIDENCE_KIND:
        return bontot::document_field::kind;
    case BONTOT_EVIDENCE_NUMBER:
        return bontot::document_field::number;
    case BONTOT_EVIDENCE_ISSUER:
        return bontot::document_field::issuer;
    case BONTOT_EVIDENCE_ISSUED:
        return bontot::document_field::issued;
    case BONTOT_EVIDENCE_SUBMITTED:
        return bontot::document_field::submitted;
    case BONTOT_EVIDENCE_TITLE:
        return bontot::document_field::title;
    case BONTOT_EVIDENCE_URI:
        return bontot::document_field::uri;
    case BONTOT_EVIDENCE_SHA256:
        return bontot::document_field::sha256;
    case BONTOT_EVIDENCE_STATUS:
        return bontot::document_field::status;
    default:
        refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"field"});
    }
}

const bontot::rubric& sheet_of(const bontot_dossier* dossier)
{
    require(dossier, "dossier");
    return *dossier->content->sheet;
}

std::uint32_t node_in(const bontot_dossier* dossier, std::size_t node)
{
    return index_in(node, sheet_of(dossier).nodes.size(), bontot::message::api_no_node);
}

std::uint32_t role_in(const bontot_dossier* dossier, std::size_t role)
{
    return index_in(role, sheet_of(dossier).roles.size(), bontot::message::api_no_entry);
}

std::uint32_t document_in(const bontot_dossier* dossier, std::size_t document)
{
    require(dossier, "dossier");
    const auto& all = dossier->content->evidence;
    return index_in(document, all.size(), bontot::message::api_no_entry);
}

/** Sets a fact of a member to what a function makes of the fact's rule. */
template <class Make>
void set_member(
    bontot_dossier* dossier, std::size_t member, std::size_t field, const Make& make_value
)
{
    const auto& facts = sheet_of(dossier).member_facts;
    const std::uint32_t fact = index_in(field, facts.size(), bontot::message::dossier_no_slot);
    build(dossier, [&](dossier_builder& to) {
        index_in(member, to.member_count(), bontot::message::api_no_entry);
        return to.set_member_fact(member, fact, make_value(facts[fact]));
    });
}

void set_member_to(
    bontot_dossier* dossier, std::size_t member, std::size_t field, const value& given
)
{
    set_member(dossier, member, field, [&](const bontot::fact_spec&) { return given; });
}

} // namespace

bontot_status bontot_dossier_give(bontot_dossier* dossier, bontot_part part, bontot_error** error)
{
    return guarded(error, [&] {
        build(dossier, [&](dossier_builder& to) {
            to.give(part_in(part));
            return bontot::error_list();
        });
    });
}

bontot_status bontot_dossier_remove(bontot_dossier* dossier, bontot_part part, bontot_error** error)
{
    return guarded(error, [&] {
        build(dossier, [&](dossier_builder& to) {
            to.remove(part_in(part));
            return bontot::error_list();
        });
    });
}

bontot_status bontot_dossier_set_mark(
    bontot_dossier* dossier, size_t node, size_t role, bontot_number points, const char* comment,
    size_t comment_length, const char* reason, size_t reason_length, const char* by,
    size_t by_length, const char* date, size_t date_length, bontot_error** error
)
{
    return guarded(error, [&] {
        bontot::given_mark given;
        given.comment = utf8_in(comment, comment_length, "comment");
        given.reason = utf8_in(reason, reason_length, "reason");
        given.by = utf8_in(by, by_length, "by");
        given.day = text_in(date, date_length, "date");
        given.node = node_in(dossier, node);
        given.role = role_in(dossier, role);
        given.points = number_in(points);
        build(dossier, [&](dossier_builder& to) { return to.set_mark(given); });
    });
}

bontot_status
bontot_dossier_clear_mark(bontot_dossier* dossier, size_t node, size_t role, bontot_error** error)
{
    return guarded(error, [&] {
        const std::uint32_t line = node_in(dossier, node);
        const std::uint32_t by = role_in(dossier, role);
        build(dossier, [&](dossier_builder& to) {
            to.clear_mark(line, by);
            return bontot::error_list();
        });
    });
}

bontot_status bontot_dossier_add_member(
    size_t* out, bontot_dossier* dossier, const char* id, size_t length, bontot_error** error
)
{
    return guarded(error, [&] {
        const std::string_view given = utf8_in(id, length, "id");
        std::size_t number = 0;
        build(dossier, [&](dossier_builder& to) {
            number = to.member_count();
            return to.add_member(given);
        });
        if (out != nullptr) *out = number;
    });
}

bontot_status bontot_dossier_set_member_number(
    bontot_dossier* dossier, size_t member, size_t field, bontot_number number, bontot_error** error
)
{
    return guarded(error, [&] {
        set_member_to(dossier, member, field, value::number(number_in(number)));
    });
}

bontot_status bontot_dossier_set_member_boolean(
    bontot_dossier* dossier, size_t member, size_t field, int32_t truth, bontot_error** error
)
{
    return guarded(error, [&] {
        set_member_to(dossier, member, field, value::boolean(truth != 0));
    });
}

bontot_status bontot_dossier_set_member_text(
    bontot_dossier* dossier, size_t member, size_t field, const char* text, size_t length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        set_member_to(dossier, member, field, value::text(utf8_in(text, length, "text")));
    });
}

bontot_status bontot_dossier_set_member_date(
    bontot_dossier* dossier, size_t member, size_t field, const char* text, size_t length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        const value given = date_value(text_in(text, length, "text"), false);
        set_member_to(dossier, member, field, given);
    });
}

bontot_status bontot_dossier_clear_member(
    bontot_dossier* dossier, size_t member, size_t field, bontot_error** error
)
{
    return guarded(error, [&] { set_member_to(dossier, member, field, value::unknown()); });
}

bontot_status bontot_dossier_set_member(
    bontot_dossier* dossier, size_t member, size_t field, const char* text, size_t length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        const std::string_view given = utf8_in(text, length, "text");
        set_member(dossier, member, field, [&](const bontot::fact_spec& fact) {
            return typed_value(fact, given);
        });
    });
}

bontot_status bontot_dossier_add_evidence(
    size_t* out, bontot_dossier* dossier, const char* id, size_t length, bontot_error** error
)
{
    return guarded(error, [&] {
        const std::string_view given = utf8_in(id, length, "id");
        build(dossier, [&](dossier_builder& to) { return to.add_document(given); });
        if (out != nullptr) *out = dossier->content->evidence.size() - 1;
    });
}

bontot_status bontot_dossier_set_evidence(
    bontot_dossier* dossier, size_t document, bontot_evidence_field field, const char* text,
    size_t length, bontot_error** error
)
{
    return guarded(error, [&] {
        const std::string_view given = utf8_in(text, length, "text");
        const std::uint32_t which = document_in(dossier, document);
        const bontot::document_field what = field_in(field);
        build(dossier, [&](dossier_builder& to) { return to.set_document(which, what, given); });
    });
}

bontot_status bontot_dossier_add_support(
    bontot_dossier* dossier, size_t document, size_t node, bontot_error** error
)
{
    return guarded(error, [&] {
        const std::uint32_t which = document_in(dossier, document);
        const std::uint32_t supported = node_in(dossier, node);
        build(dossier, [&](dossier_builder& to) {
            to.add_support(which, supported);
            return bontot::error_list();
        });
    });
}

bontot_status bontot_dossier_add_history(
    bontot_dossier* dossier, const char* from, size_t from_length, const char* to, size_t to_length,
    const char* rubric, size_t rubric_length, const char* grade, size_t grade_length,
    const bontot_number* points, bontot_error** error
)
{
    return guarded(error, [&] {
        bontot::given_grade given;
        given.from = text_in(from, from_length, "from");
        given.to = text_in(to, to_length, "to");
        given.rubric = utf8_in(rubric, rubric_length, "rubric");
        given.grade = utf8_in(grade, grade_length, "grade");
        given.points = number_in(points);
        build(dossier, [&](dossier_builder& into) { return into.add_history(given); });
    });
}

bontot_status bontot_dossier_add_result(
    bontot_dossier* dossier, const char* unit, size_t unit_length, const char* rubric,
    size_t rubric_length, const char* from, size_t from_length, const char* to, size_t to_length,
    const char* grade, size_t grade_length, const bontot_number* points, bontot_error** error
)
{
    return guarded(error, [&] {
        bontot::given_grade given;
        given.unit = utf8_in(unit, unit_length, "unit");
        given.rubric = utf8_in(rubric, rubric_length, "rubric");
        given.from = text_in(from, from_length, "from");
        given.to = text_in(to, to_length, "to");
        given.grade = utf8_in(grade, grade_length, "grade");
        given.points = number_in(points);
        build(dossier, [&](dossier_builder& into) { return into.add_result(given); });
    });
}

bontot_status bontot_dossier_add_result_of(
    bontot_dossier* dossier, const bontot_result* result, bontot_error** error
)
{
    return guarded(error, [&] {
        require(result, "result");
        if (result->content.grade == bontot::none)
            refuse(BONTOT_MISUSE, bontot::message::api_not_evaluated, {});
        build(dossier, [&](dossier_builder& to) { return to.add_result(result->content); });
    });
}

bontot_status bontot_dossier_add_exception(
    bontot_dossier* dossier, size_t gate, const char* reason, size_t reason_length,
    const char* authority, size_t authority_length, const char* date, size_t date_length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        bontot::given_exception given;
        given.reason = utf8_in(reason, reason_length, "reason");
        given.authority = utf8_in(authority, authority_length, "authority");
        given.day = text_in(date, date_length, "date");
        const auto count = sheet_of(dossier).gates.size();
        given.gate = index_in(gate, count, bontot::message::api_no_entry);
        build(dossier, [&](dossier_builder& to) { return to.add_exception(given); });
    });
}
