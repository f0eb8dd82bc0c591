// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_CHECKS_IPP
#define BONTOT_DOSSIER_CHECKS_IPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/text.hpp>

#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/document_number.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/rubric/fact_check.hpp>
#include <bontot/rubric/known_value.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bontot::detail {

void add_at_pointer(diagnosis& faults, const given_fault& fault, std::string_view pointer)
{
    const auto& named = fault.arguments;
    faults.add_at(fault.code, 0, {named[0], named[1], named[2], named[3]}).pointer = pointer;
}

std::optional<given_fault> check_period(const date& from, const date& to, int months)
{
    if (to < from) return given_fault{message::dossier_period_reversed, {}};
    if (is_period(from, to, months)) return {};
    const std::string count = std::to_string(months);
    return given_fault{
        message::dossier_period_length, {{string(std::string_view(count)), {}, {}, {}}}};
}

std::optional<given_fault>
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

bool may_be_marked(const rubric& sheet, std::uint32_t node)
{
    const score_kind kind = sheet.nodes[node].score.kind;
    if (kind == score_kind::mark) return true;
    const auto overrides = [](const role_spec& role) { return role.overrides; };
    return kind != score_kind::group &&
           std::any_of(sheet.roles.begin(), sheet.roles.end(), overrides);
}

bool may_have_points(const rubric_node& line, const number& points)
{
    const std::optional<number>& step = line.score.mark_step;
    return points >= line.least && points <= line.max &&
           (!step || round_to_multiple(points, *step, rounding_mode::down) == points);
}

std::optional<given_fault> check_points(const rubric_node& line, const number& points)
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

bool is_too_many_members(const rubric& sheet, std::size_t count)
{
    constexpr std::size_t most_fields = 10000000;
    return (sheet.member_facts.size() + 1) * count > most_fields;
}

std::string_view kept_document_number(arena& store, std::string_view normal)
{
    if (is_plain_document_number(normal)) return store.copy(normal);
    string number{allocator<char>(store.source())};
    append_document_number(number, normal);
    return store.copy(std::string_view(number));
}

feel::value history_context(const rubric& sheet, arena& store, const past_grade& of)
{
    const feel::field fields[] = {
        {sheet.symbols.from, known_date(of.from)},
        {sheet.symbols.to, known_date(of.to)},
        {sheet.symbols.rubric, known_text(of.rubric)},
        {sheet.symbols.grade, known_text(of.grade)},
        {sheet.symbols.points, known_number(of.points)}};
    return feel::value::context(store.copy(std::span<const feel::field>(fields)));
}

feel::value results_context(const rubric& sheet, arena& store, const past_grade& of)
{
    const feel::field fields[] = {{sheet.symbols.unit, known_text(of.unit)},
                                  {sheet.symbols.rubric, known_text(of.rubric)},
                                  {sheet.symbols.from, known_date(of.from)},
                                  {sheet.symbols.to, known_date(of.to)},
                                  {sheet.symbols.grade, known_text(of.grade)},
                                  {sheet.symbols.points, known_number(of.points)}};
    return feel::value::context(store.copy(std::span<const feel::field>(fields)));
}

bool earlier_entry::operator()(const feel::value& a, const feel::value& b) const
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

} // namespace bontot::detail

#endif
