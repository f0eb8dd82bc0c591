// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_IMPL_VALUE_HPP
#define BONTOT_FEEL_IMPL_VALUE_HPP

#include <bontot/feel/value.hpp>

namespace bontot::feel {

constexpr value value::boolean(bool truth) noexcept
{
    value made(feel::kind::boolean);
    made.content_.truth = truth;
    return made;
}

constexpr value value::number(const bontot::number& amount) noexcept
{
    value made(feel::kind::number);
    made.content_.number = amount;
    return made;
}

constexpr value value::text(std::string_view characters) noexcept
{
    value made(feel::kind::text);
    made.content_.text = {characters.data(), characters.size()};
    return made;
}

constexpr value value::date(const bontot::date& day) noexcept
{
    value made(feel::kind::date);
    made.content_.day = day;
    return made;
}

constexpr value value::days(std::int64_t seconds) noexcept
{
    value made(feel::kind::days_duration);
    made.content_.amount = seconds;
    return made;
}

constexpr value value::months(std::int64_t count) noexcept
{
    value made(feel::kind::months_duration);
    made.content_.amount = count;
    return made;
}

constexpr value value::list(std::span<const value> elements) noexcept
{
    value made(feel::kind::list);
    made.content_.list = {elements.data(), elements.size()};
    return made;
}

constexpr value value::context(const field* first, std::size_t count) noexcept
{
    value made(feel::kind::context);
    made.content_.context = {first, count};
    return made;
}

constexpr value value::context(std::span<const field> fields) noexcept
{
    return context(fields.data(), fields.size());
}

constexpr value value::range(const range_value* interval) noexcept
{
    value made(feel::kind::range);
    made.content_.range = interval;
    return made;
}

constexpr bool value::as_boolean() const noexcept
{
    assert(is(feel::kind::boolean));
    return content_.truth;
}

constexpr const bontot::number& value::as_number() const noexcept
{
    assert(is(feel::kind::number));
    return content_.number;
}

constexpr std::string_view value::as_text() const noexcept
{
    assert(is(feel::kind::text));
    return {content_.text.data, content_.text.size};
}

constexpr const bontot::date& value::as_date() const noexcept
{
    assert(is(feel::kind::date));
    return content_.day;
}

constexpr std::int64_t value::as_seconds() const noexcept
{
    assert(is(feel::kind::days_duration));
    return content_.amount;
}

constexpr std::int64_t value::as_months() const noexcept
{
    assert(is(feel::kind::months_duration));
    return content_.amount;
}

constexpr std::span<const value> value::as_list() const noexcept
{
    assert(is(feel::kind::list));
    return {content_.list.data, content_.list.size};
}

constexpr std::span<const field> value::as_context() const noexcept
{
    assert(is(feel::kind::context));
    return {content_.context.data, content_.context.size};
}

constexpr const range_value& value::as_range() const noexcept
{
    assert(is(feel::kind::range));
    return *content_.range;
}

} // namespace bontot::feel

#endif
