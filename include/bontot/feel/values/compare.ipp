// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_COMPARE_IPP
#define BONTOT_FEEL_VALUES_COMPARE_IPP

#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>

#include <bontot/feel/values/compare.hpp>
#include <bontot/feel/values/effort.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::feel::detail {

void conjunction::add(const value& part)
{
    false_ = false_ || part.is_false();
    unknown_ = unknown_ || part.is_unknown();
    null_ = null_ || !(part.is_unknown() || part.is(kind::boolean));
}

value conjunction::result() const
{
    if (false_) return value::boolean(false);
    if (unknown_) return value::unknown();
    return null_ ? value::null() : value::boolean(true);
}

void disjunction::add(const value& part)
{
    true_ = true_ || part.is_true();
    unknown_ = unknown_ || part.is_unknown();
    null_ = null_ || !(part.is_unknown() || part.is(kind::boolean));
}

value disjunction::result() const
{
    if (true_) return value::boolean(true);
    if (unknown_) return value::unknown();
    return null_ ? value::null() : value::boolean(false);
}

value negation(const value& a)
{
    if (a.is_unknown()) return a;
    return a.is(kind::boolean) ? value::boolean(!a.as_boolean()) : value::null();
}

value equal_lists(std::span<const value> a, std::span<const value> b, effort& work, int depth)
{
    if (a.size() != b.size()) return value::boolean(false);
    conjunction all;
    for (std::size_t i = 0; i < a.size() && !all.is_false(); ++i)
        all.add(equal(a[i], b[i], work, depth + 1));
    return all.result();
}

const value* find_field(std::span<const field> fields, symbol name)
{
    for (const field& each : fields) {
        if (each.name == name) return &each.content;
    }
    return nullptr;
}

value equal_contexts(std::span<const field> a, std::span<const field> b, effort& work, int depth)
{
    if (a.size() != b.size()) return value::boolean(false);
    conjunction all;
    for (std::size_t i = 0; i < a.size() && !all.is_false(); ++i) {
        if (!work.spend(b.size())) return value::null();
        const value* const other = find_field(b, a[i].name);
        all.add(other ? equal(a[i].content, *other, work, depth + 1) : value::boolean(false));
    }
    return all.result();
}

value equal_ranges(const range_value& a, const range_value& b, effort& work, int depth)
{
    const bool same_form = a.form == b.form && a.has_low == b.has_low && a.has_high == b.has_high &&
                           a.low_open == b.low_open && a.high_open == b.high_open;
    if (!same_form) return value::boolean(false);
    conjunction both;
    if (a.has_low) both.add(equal(a.low, b.low, work, depth + 1));
    if (a.has_high) both.add(equal(a.high, b.high, work, depth + 1));
    return both.result();
}

/** How many bytes of texts are compared in a step; it takes less than another step. */
inline constexpr std::size_t bytes_of_step = 1024;

[[nodiscard]] inline value equal_texts(std::string_view a, std::string_view b, effort& work)
{
    if (a.size() != b.size()) return value::boolean(false);
    if (!work.spend(a.size() / bytes_of_step)) return value::null();
    return value::boolean(a == b);
}

value equal(const value& a, const value& b, effort& work, int depth)
{
    if (!work.spend(1)) return value::null();
    if (a.is_unknown() || b.is_unknown()) return value::unknown();
    if (a.is_null() || b.is_null()) return value::boolean(a.kind() == b.kind());
    if (a.kind() != b.kind() || depth > max_nesting) return value::null();
    switch (a.kind()) {
    case kind::boolean:
        return value::boolean(a.as_boolean() == b.as_boolean());
    case kind::number:
        return value::boolean(a.as_number() == b.as_number());
    case kind::text:
        return equal_texts(a.as_text(), b.as_text(), work);
    case kind::date:
        return value::boolean(a.as_date() == b.as_date());
    case kind::days_duration:
        return value::boolean(a.as_seconds() == b.as_seconds());
    case kind::months_duration:
        return value::boolean(a.as_months() == b.as_months());
    case kind::list:
        return equal_lists(a.as_list(), b.as_list(), work, depth);
    case kind::context:
        return equal_contexts(a.as_context(), b.as_context(), work, depth);
    case kind::range:
        return equal_ranges(a.as_range(), b.as_range(), work, depth);
    default:
        return value::null();
    }
}

std::optional<int> order(const value& a, const value& b)
{
    const auto sign = [](const auto& x, const auto& y) { return x < y ? -1 : (y < x ? 1 : 0); };
    if (a.kind() != b.kind()) return {};
    switch (a.kind()) {
    case kind::number:
        return sign(a.as_number(), b.as_number());
    case kind::text:
        return a.as_text().compare(b.as_text());
    case kind::date:
        return sign(a.as_date(), b.as_date());
    case kind::days_duration:
        return sign(a.as_seconds(), b.as_seconds());
    case kind::months_duration:
        return sign(a.as_months(), b.as_months());
    default:
        return {};
    }
}

bool is_ordered(const value& a)
{
    return a.is(kind::number) || a.is(kind::text) || a.is(kind::date) ||
           a.is(kind::days_duration) || a.is(kind::months_duration);
}

std::uint64_t order_work(const value& a, const value& b)
{
    if (!a.is(kind::text) || !b.is(kind::text)) return 0;
    return std::min(a.as_text().size(), b.as_text().size()) / bytes_of_step;
}

value less(const value& a, const value& b, bool or_equal, effort& work)
{
    if (a.is_unknown() || b.is_unknown()) return value::unknown();
    if (!work.spend(order_work(a, b))) return value::null();
    const std::optional<int> found = order(a, b);
    if (!found) return value::null();
    return value::boolean(or_equal ? *found <= 0 : *found < 0);
}

value within(const value& a, const range_value& range, effort& work)
{
    if (range.form == range_form::equal) return equal(a, range.low, work);
    if (range.form == range_form::different) return negation(equal(a, range.low, work));
    conjunction both;
    if (range.has_low) both.add(less(range.low, a, !range.low_open, work));
    if (range.has_high) both.add(less(a, range.high, !range.high_open, work));
    return both.result();
}

value matches_element(const value& a, const value& element, effort& work)
{
    const bool is_test = element.is(kind::range) && !a.is(kind::range);
    const value found = is_test ? within(a, element.as_range(), work) : equal(a, element, work);
    return found.is_null() ? value::boolean(false) : found;
}

value is_in(const value& a, const value& test, effort& work)
{
    if (test.is_unknown()) return test;
    if (test.is(kind::range) && !a.is(kind::range)) return within(a, test.as_range(), work);
    if (!test.is(kind::list)) return equal(a, test, work);
    disjunction any;
    for (const value& element : test.as_list()) {
        if (any.is_true() || !work.spend(1)) break;
        any.add(matches_element(a, element, work));
    }
    // a list is also in itself: `[1, 2] in (= [1, 2])` and `[1, 2] in ([1, 2])`
    if (a.is(kind::list) && !any.is_true()) any.add(equal(a, test, work));
    return any.result();
}

} // namespace bontot::feel::detail

namespace bontot::feel {

value equals(const value& a, const value& b)
{
    detail::effort work(detail::host_effort);
    return detail::equal(a, b, work);
}

} // namespace bontot::feel

#endif
