// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_CANDIDATES_IPP
#define BONTOT_PATH_CANDIDATES_IPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>
#include <bontot/path/candidates.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

const vector<feel::value>& path_candidates::of(std::uint32_t slot)
{
    values_.clear();
    switch (sheet_.facts[slot].type) {
    case fact_type::number:
        add_numbers(slot);
        break;
    case fact_type::boolean:
        values_.push_back(feel::value::boolean(true));
        values_.push_back(feel::value::boolean(false));
        break;
    case fact_type::choice:
        for (const std::string_view each : sheet_.facts[slot].choices)
            values_.push_back(feel::value::text(each));
        break;
    case fact_type::date:
        add_dates(slot);
        break;
    case fact_type::text:
        each_constant([this](const feel::value& each) {
            if (each.kind() == feel::kind::text) values_.push_back(each);
        });
        break;
    }
    return values_;
}

void path_candidates::add_numbers(std::uint32_t slot)
{
    others_.clear();
    const std::size_t noted = constants_.size();
    each_constant([this](const feel::value& each) {
        if (each.kind() == feel::kind::number) constants_.push_back(each.as_number());
    });
    each_other(slot, [this](const feel::value& each) {
        if (each.kind() == feel::kind::number) others_.push_back(each.as_number());
    });
    const feel::value& now = given_.slots[slot];
    const bool is_known = now.kind() == feel::kind::number;
    const number from = is_known ? now.as_number() : number(0);
    const fact_spec& fact = sheet_.facts[slot];
    add_number(fact, number(0));
    if (fact.min) add_number(fact, *fact.min);
    if (fact.max) add_number(fact, *fact.max);
    for (const number& each : constants_)
        add_number(fact, each);
    add_from_others(fact);
    number reach(1);
    for (int i = 0; i < most_tens; ++i) {
        add_number(fact, sum(from, reach));
        add_number(fact, difference(from, reach));
        reach = multiply(reach, number(10)).value_or(reach);
    }
    constants_.erase(constants_.begin() + static_cast<std::ptrdiff_t>(noted), constants_.end());
    sort_numbers(from);
}

void path_candidates::add_from_others(const fact_spec& fact)
{
    for (const number& other : others_) {
        add_number(fact, other);
        for (const number& each : constants_) {
            if (values_.size() >= most_values) return;
            add_number(fact, sum(other, each));
            add_number(fact, difference(other, each));
            add_number(fact, difference(each, other));
            if (const auto product = multiply(other, each)) add_number(fact, *product);
            if (const auto share = divide(other, each)) add_number(fact, *share);
        }
    }
}

void path_candidates::add_number(const fact_spec& fact, const number& value)
{
    if (values_.size() >= most_values) return;
    if (fact.integer && !value.is_integer()) {
        const auto below = round(value, 0, rounding_mode::down);
        if (!below) return;
        add_number(fact, *below);
        add_number(
            fact, value.is_negative() ? difference(*below, number(1)) : sum(*below, number(1))
        );
        return;
    }
    const bool is_out = (fact.min && value < *fact.min) || (fact.max && value > *fact.max);
    if (!is_out) values_.push_back(feel::value::number(value));
}

void path_candidates::sort_numbers(const number& from)
{
    const auto before = [&from](const feel::value& a, const feel::value& b) {
        const number left = abs(difference(a.as_number(), from));
        const number right = abs(difference(b.as_number(), from));
        return left == right ? a.as_number() < b.as_number() : left < right;
    };
    std::sort(values_.begin(), values_.end(), before);
    const auto is_same = [](const feel::value& a, const feel::value& b) {
        return a.as_number() == b.as_number();
    };
    values_.erase(std::unique(values_.begin(), values_.end(), is_same), values_.end());
}

void path_candidates::add_dates(std::uint32_t slot)
{
    const auto add = [this](const date& day) {
        for (const int off : {0, -1, 1}) {
            const std::optional<date> near = date_of_day_number(day_number(day) + off);
            if (near) values_.push_back(feel::value::date(*near));
        }
    };
    each_constant([&add](const feel::value& each) {
        if (each.kind() == feel::kind::date) add(each.as_date());
        if (each.kind() != feel::kind::text) return;
        if (const auto day = parse_date(each.as_text())) add(*day);
    });
    each_other(slot, [&add](const feel::value& each) {
        if (each.kind() == feel::kind::date) add(each.as_date());
    });
    if (given_.from) add(*given_.from);
    if (given_.to) add(*given_.to);
}

} // namespace bontot::detail

#endif
