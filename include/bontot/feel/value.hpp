// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUE_HPP
#define BONTOT_FEEL_VALUE_HPP

#include <bontot/date.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/base/append_through.hpp>

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace bontot::feel {

/** What a value is. */
enum class kind : std::uint8_t
{
    unknown,         /**< nobody said what it is; it is not null. First: all zeros is unknown */
    null,            /**< FEEL's null: no value, or an operation that has none */
    boolean,         /**< true or false */
    number,          /**< an exact decimal */
    text,            /**< UTF-8 text */
    date,            /**< a day */
    days_duration,   /**< days and time, in whole seconds */
    months_duration, /**< years and months, in whole months */
    list,            /**< values in order */
    context,         /**< named values */
    range            /**< an interval, or a comparison taken as a value */
};

struct field;
struct range_value;

/** A FEEL value: a small thing that is copied, and owns nothing.

    Texts, lists, contexts and ranges are views: their memory belongs to a
    program's constants, to the @ref scratch of a run, or to the host. An
    accessor may be called only for a value of its kind.
*/
class value
{
public:
    /** Makes an unknown value. */
    constexpr value() noexcept = default;

    [[nodiscard]] static constexpr value unknown() noexcept { return value(); }
    [[nodiscard]] static constexpr value null() noexcept { return value(feel::kind::null); }
    [[nodiscard]] static constexpr value boolean(bool truth) noexcept;
    [[nodiscard]] static constexpr value number(const bontot::number& amount) noexcept;
    /** @par Object lifetimes The text is not copied. */
    [[nodiscard]] static constexpr value text(std::string_view characters) noexcept;
    [[nodiscard]] static constexpr value date(const bontot::date& day) noexcept;
    /** Makes a duration of days and time, in whole seconds. */
    [[nodiscard]] static constexpr value days(std::int64_t seconds) noexcept;
    /** Makes a duration of years and months, in whole months. */
    [[nodiscard]] static constexpr value months(std::int64_t count) noexcept;
    /** @par Object lifetimes The elements are not copied. */
    [[nodiscard]] static constexpr value list(std::span<const value> elements) noexcept;
    /** @par Object lifetimes The fields are not copied. */
    [[nodiscard]] static constexpr value context(const field* first, std::size_t count) noexcept;
    [[nodiscard]] static constexpr value context(std::span<const field> fields) noexcept;
    /** @par Object lifetimes The range is not copied. */
    [[nodiscard]] static constexpr value range(const range_value* interval) noexcept;

    [[nodiscard]] constexpr feel::kind kind() const noexcept { return kind_; }
    [[nodiscard]] constexpr bool is(feel::kind which) const noexcept { return kind_ == which; }
    [[nodiscard]] constexpr bool is_unknown() const noexcept { return is(feel::kind::unknown); }
    [[nodiscard]] constexpr bool is_null() const noexcept { return is(feel::kind::null); }
    [[nodiscard]] constexpr bool is_true() const noexcept
    {
        return is(feel::kind::boolean) && content_.truth;
    }
    [[nodiscard]] constexpr bool is_false() const noexcept
    {
        return is(feel::kind::boolean) && !content_.truth;
    }

    [[nodiscard]] constexpr bool as_boolean() const noexcept;
    [[nodiscard]] constexpr const bontot::number& as_number() const noexcept;
    [[nodiscard]] constexpr std::string_view as_text() const noexcept;
    [[nodiscard]] constexpr const bontot::date& as_date() const noexcept;
    /** Returns the seconds of a days duration. */
    [[nodiscard]] constexpr std::int64_t as_seconds() const noexcept;
    /** Returns the months of a months duration. */
    [[nodiscard]] constexpr std::int64_t as_months() const noexcept;
    [[nodiscard]] constexpr std::span<const value> as_list() const noexcept;
    [[nodiscard]] constexpr std::span<const field> as_context() const noexcept;
    [[nodiscard]] constexpr const range_value& as_range() const noexcept;

private:
    struct characters
    {
        const char* data;
        std::size_t size;
    };
    struct elements
    {
        const value* data;
        std::size_t size;
    };
    struct members
    {
        const field* data;
        std::size_t size;
    };
    union payload
    {
        constexpr payload() noexcept : amount(0) {}
        bool truth;
        std::int64_t amount;
        bontot::number number;
        characters text;
        bontot::date day;
        elements list;
        members context;
        const range_value* range;
    };

    constexpr explicit value(feel::kind which) noexcept : kind_(which) {}

    payload content_;
    feel::kind kind_ = feel::kind::unknown;
    [[maybe_unused]] std::uint8_t unused_[7] = {}; // no padding: copies take words
};

/** One named value of a context. */
struct field
{
    symbol name = 0;
    value content;
};

/** What a range value asks for. */
enum class range_form : std::uint8_t
{
    interval,  /**< between low and high, each of which may be missing */
    equal,     /**< `(= low)` */
    different, /**< `(!= low)` */
};

/** An interval such as `[1..10)`, or a comparison taken as a value such as `(< 10)`. */
struct range_value
{
    value low;
    value high;
    range_form form = range_form::interval;
    bool has_low = true;
    bool has_high = true;
    bool low_open = false;
    bool high_open = false;
};

static_assert(std::is_trivially_copyable_v<value>);
static_assert(sizeof(value) <= 32);

} // namespace bontot::feel

namespace bontot::feel::detail {

void write_value(string& out, const value& what, const symbol_table& symbols);

} // namespace bontot::feel::detail

namespace bontot::feel {

/** Appends FEEL text of a value: what the built-in `string` gives.

    A text stands as it is at the top and in double quotes within lists and
    contexts. Unknown is written `unknown`. What is nested deeper than 256
    levels is written `...`.
*/
template <class String>
void append_text(String& out, const value& what, const symbol_table& symbols)
{
    bontot::detail::append_through(out, [&](string& text) {
        detail::write_value(text, what, symbols);
    });
}

/** Returns whether two values are the same: FEEL's `=`, so true, false, null or unknown. */
[[nodiscard]] value equals(const value& a, const value& b);

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
