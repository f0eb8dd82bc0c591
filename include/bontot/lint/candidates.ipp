// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_CANDIDATES_IPP
#define BONTOT_LINT_CANDIDATES_IPP

#include <bontot/date.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/lint/candidates.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <new>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace bontot::detail {

bool is_allowed(const fact_spec& fact, const number& value)
{
    return (!fact.min || value >= *fact.min) && (!fact.max || value <= *fact.max) &&
           (!fact.integer || value.is_integer());
}

lint_index::lint_index(const rubric& sheet, memory& source)
    : first_rule_(sheet.slot_count() + 1, 0, allocator<std::uint32_t>(source)),
      rules_(allocator<std::uint32_t>(source)), group_(allocator<std::uint32_t>(source)),
      group_size_(sheet.slot_count(), 0, allocator<std::uint32_t>(source))
{
    list_rules(sheet);
    join_groups(sheet);
}

void lint_index::list_rules(const rubric& sheet)
{
    for (const check_rule& rule : sheet.consistency) {
        for (const std::uint32_t slot : sheet.programs[rule.assertion].variables())
            ++first_rule_[slot + 1];
    }
    std::partial_sum(first_rule_.begin(), first_rule_.end(), first_rule_.begin());
    rules_.resize(first_rule_.back());
    vector<std::uint32_t> next = first_rule_;
    for (std::uint32_t i = 0; i < sheet.consistency.size(); ++i) {
        for (const std::uint32_t slot : sheet.programs[sheet.consistency[i].assertion].variables())
            rules_[next[slot]++] = i;
    }
}

/** Joins the slots of each rule: whoever tries one of them has to try all. */
void lint_index::join_groups(const rubric& sheet)
{
    group_.resize(sheet.slot_count());
    std::iota(group_.begin(), group_.end(), 0U);
    for (const check_rule& rule : sheet.consistency) {
        const auto slots = sheet.programs[rule.assertion].variables();
        for (const std::uint32_t slot : slots)
            group_[find_group(slot)] = find_group(slots.front());
    }
    for (std::uint32_t slot = 0; slot < group_.size(); ++slot) {
        group_[slot] = find_group(slot);
        ++group_size_[group_[slot]];
    }
}

/** Halves the way as it goes, so that the next search is short. */
std::uint32_t lint_index::find_group(std::uint32_t slot)
{
    while (group_[slot] != slot) {
        group_[slot] = group_[group_[slot]];
        slot = group_[slot];
    }
    return slot;
}

void lint_candidates::learn(const feel::program& what)
{
    if (what.data() == nullptr) return;
    for (const feel::value& each : what.data()->constants)
        learn_constant(each);
    for (const feel::field_reference& each : what.fields_read()) {
        if (each.slot != sheet_.reserved_slot(rubric::members)) continue;
        const std::uint32_t fact = sheet_.member_fact_of(each.field);
        if (fact != none) note(fields_, fact);
    }
}

void lint_candidates::learn_constant(const feel::value& constant, int depth)
{
    constexpr int deepest = 4;
    if (depth > deepest) return;
    switch (constant.kind()) {
    case feel::kind::number:
        note(numbers_, constant.as_number());
        break;
    case feel::kind::date:
        note(dates_, constant.as_date());
        break;
    case feel::kind::text:
        note(texts_, constant.as_text());
        break;
    case feel::kind::range:
        learn_constant(constant.as_range().low, depth + 1);
        learn_constant(constant.as_range().high, depth + 1);
        break;
    case feel::kind::list:
        for (const feel::value& each : constant.as_list())
            learn_constant(each, depth + 1);
        break;
    default:
        break;
    }
}

vector<feel::value> lint_candidates::of(std::uint32_t slot)
{
    if (slot < sheet_.facts.size()) return of_fact(sheet_.facts[slot]);
    if (slot == sheet_.reserved_slot(rubric::members)) return of_members();
    offers out = empty();
    if (slot == sheet_.reserved_slot(rubric::unit)) {
        const auto kinds = sheet_.unit_kinds;
        const std::string_view kind = kinds.empty() ? std::string_view("cell") : kinds.front();
        out.push_back(context(
            {{"id", feel::value::text("A")},
             {"kind", feel::value::text(kind)},
             {"group", feel::value::text("A")}}
        ));
    } else if (slot == sheet_.reserved_slot(rubric::period_of)) {
        out.push_back(context(
            {{"from", feel::value::date(first_day())}, {"to", feel::value::date(last_day())}}
        ));
    } else if (slot == sheet_.reserved_slot(rubric::history)) {
        return of_past();
    } else {
        out.push_back(feel::value::list({}));
    }
    return out;
}

lint_candidates::offers lint_candidates::of_fact(const fact_spec& fact) const
{
    offers out = empty();
    switch (fact.type) {
    case fact_type::number:
        offer_numbers(out, fact);
        break;
    case fact_type::boolean:
        out.push_back(feel::value::boolean(true));
        out.push_back(feel::value::boolean(false));
        break;
    case fact_type::date:
        offer_dates(out);
        break;
    case fact_type::choice:
        for (const std::string_view each :
             fact.choices.first(std::min(fact.choices.size(), most_offers)))
            out.push_back(feel::value::text(each));
        break;
    case fact_type::text:
        for (const std::string_view each : texts_)
            out.push_back(feel::value::text(each));
        out.push_back(feel::value::text("?"));
        break;
    }
    if (out.size() > most_offers) out.resize(most_offers);
    return out;
}

void lint_candidates::offer_numbers(offers& into, const fact_spec& fact) const
{
    const auto offer = [&](const std::optional<number>& value) {
        if (!value || !is_allowed(fact, *value) || into.size() >= most_offers) return;
        for (const feel::value& each : into) {
            if (each.as_number() == *value) return;
        }
        into.push_back(feel::value::number(*value));
    };
    const number beside = fact.integer ? number(1) : number::scaled(1, 2);
    for (const int round_figure : {100, 1000, 10000, 0, 1, 10})
        offer(number(round_figure));
    offer(fact.min);
    offer(fact.max);
    for (const number& each : numbers_) {
        offer(each);
        offer(bontot::add(each, beside));
        offer(bontot::subtract(each, beside));
    }
    if (fact.min) offer(bontot::add(*fact.min, beside));
    if (fact.max) offer(bontot::subtract(*fact.max, beside));
}

void lint_candidates::offer_dates(offers& into) const
{
    const auto offer = [&](std::int64_t day) {
        const std::optional<date> made = date_of_day_number(day);
        if (made) into.push_back(feel::value::date(*made));
    };
    offer(day_number(last_day()));
    offer(day_number(first_day()) - 1);
    for (const date& each : dates_) {
        for (const int away : {0, 1, -1})
            offer(day_number(each) + away);
    }
}

/** Lists of three, none, one and two members; the values of up to eight fields are varied. */
lint_candidates::offers lint_candidates::of_members()
{
    offers out = empty();
    first_values_.assign(sheet_.member_facts.size(), feel::value());
    for (const std::uint32_t field : fields_) {
        const offers values = of_fact(sheet_.member_facts[field]);
        if (!values.empty()) first_values_[field] = values.front();
    }
    const auto base = [this](std::uint32_t n) { return member(none, {}, n); };
    out.push_back(list({base(1), base(2), base(3)}));
    out.push_back(list({}));
    out.push_back(list({base(1)}));
    for (std::size_t i = 0; i < fields_.size() && i < 8; ++i) {
        const std::uint32_t field = fields_[i];
        for (const feel::value& each : of_fact(sheet_.member_facts[field])) {
            const auto changed = [&](std::uint32_t n) { return member(field, each, n); };
            if (out.size() >= 2 * most_offers) return out;
            out.push_back(list({changed(1)}));
            out.push_back(list({changed(1), base(2)}));
            out.push_back(list({changed(1), changed(2), changed(3)}));
        }
    }
    return out;
}

/** Makes the n-th member: every fact has its first value, but for one. */
feel::value lint_candidates::member(std::uint32_t changed, const feel::value& to, std::uint32_t n)
{
    constexpr std::string_view ids[] = {"1", "2", "3"};
    const std::size_t count = sheet_.member_facts.size() + 1;
    feel::field* const fields = store_.make_array<feel::field>(count);
    ::new (static_cast<void*>(fields))
        feel::field{sheet_.symbols.id, feel::value::text(ids[n - 1])};
    for (std::uint32_t i = 0; i < sheet_.member_facts.size(); ++i) {
        const feel::symbol name = sheet_.member_facts[i].symbol;
        ::new (static_cast<void*>(fields + i + 1))
            feel::field{name, i == changed ? to : first_values_[i]};
    }
    return feel::value::context(fields, count);
}

feel::value lint_candidates::list(std::initializer_list<feel::value> items)
{
    return feel::value::list(store_.copy(std::span<const feel::value>(items.begin(), items.size()))
    );
}

feel::value
lint_candidates::context(std::initializer_list<std::pair<std::string_view, feel::value>> fields)
{
    feel::field* const out = store_.make_array<feel::field>(fields.size());
    std::size_t next = 0;
    for (const auto& each : fields) {
        ::new (static_cast<void*>(out + next++))
            feel::field{sheet_.symbol_of(each.first), each.second};
    }
    return feel::value::context(out, fields.size());
}

/** No earlier result; or one of last year, with each grade that an expression names. */
lint_candidates::offers lint_candidates::of_past()
{
    offers out = empty();
    out.push_back(feel::value::list({}));
    date from = first_day();
    date to = last_day();
    --from.year;
    --to.year;
    for (const std::string_view each : texts_) {
        out.push_back(list({context(
            {{"from", feel::value::date(from)},
             {"to", feel::value::date(to)},
             {"rubric", feel::value::text(sheet_.id)},
             {"grade", feel::value::text(each)},
             {"points", feel::value::number(number(90))}}
        )}));
    }
    return out;
}

/** The period of the dossiers that are tried: of the length that the rubric wants, in 2023. */
date lint_candidates::first_day() const
{
    return *make_date(2023, 1, 1);
}

date lint_candidates::last_day() const
{
    const int months = sheet_.period_months == 0 ? 12 : sheet_.period_months;
    return *make_date(2023, months, days_in_month(2023, months));
}

} // namespace bontot::detail

#endif
