// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_TYPE_HPP
#define BONTOT_FEEL_TYPE_HPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

namespace bontot::feel {

struct type_field;

/** What is known of the values of a variable or an expression before it runs.

    Small and copied freely; the parts of a composed type are shared and never
    change. Unknown and null values belong to every type.
*/
class type
{
public:
    enum class shape : std::uint8_t
    {
        any, /**< nothing is known */
        null,
        boolean,
        number,
        text,
        date,
        days_duration,
        months_duration,
        list,
        context,
        range
    };

    /** Makes `any`. */
    type() noexcept = default;

    [[nodiscard]] static type any() noexcept { return type(); }
    [[nodiscard]] static type null() noexcept { return type(shape::null); }
    [[nodiscard]] static type boolean() noexcept { return type(shape::boolean); }
    [[nodiscard]] static type number() noexcept { return type(shape::number); }
    [[nodiscard]] static type text() noexcept { return type(shape::text); }
    [[nodiscard]] static type date() noexcept { return type(shape::date); }
    [[nodiscard]] static type days_duration() noexcept { return type(shape::days_duration); }
    [[nodiscard]] static type months_duration() noexcept { return type(shape::months_duration); }
    /** A text that is one of the given ones (as normalised by the host). */
    [[nodiscard]] static type choice(vector<string> choices);
    /** @param source Where the description itself lies. */
    [[nodiscard]] static type list_of(const type& element, memory& source = default_memory());
    /** A context with these fields and, when it is `open`, maybe others. */
    [[nodiscard]] static type context_of(vector<type_field> fields, bool open = false);
    [[nodiscard]] static type range_of(const type& element, memory& source = default_memory());

    [[nodiscard]] shape form() const noexcept { return shape_; }
    [[nodiscard]] bool is(shape which) const noexcept { return shape_ == which; }
    [[nodiscard]] bool is_any() const noexcept { return is(shape::any); }

    /** Returns the allowed texts; empty when any text is allowed, or it is no text.
        @par Object lifetimes The span lives as long as a copy of this type. */
    [[nodiscard]] std::span<const string> choices() const noexcept;

    /** Returns whether a text is one of @ref choices, without going through them all. */
    [[nodiscard]] bool has_choice(std::string_view text) const noexcept;

    /** Returns the element type of a list or range; any for everything else. */
    [[nodiscard]] type element() const noexcept;

    /** Returns the fields of a context.
        @par Object lifetimes The span lives as long as a copy of this type. */
    [[nodiscard]] std::span<const type_field> fields() const noexcept;

    /** Returns whether a context may have fields that are not listed. */
    [[nodiscard]] bool is_open() const noexcept;

    /** Returns what copies of one composed type share and no other type has; null for others.
        Types that share it are the same. */
    [[nodiscard]] const void* identity() const noexcept { return parts_.get(); }

    /** Returns the place of a field in @ref fields, or -1. */
    [[nodiscard]] std::ptrdiff_t field_index(std::string_view name) const noexcept;

    /** Returns the places in @ref fields in the order of the names' bytes. For compilers.
        @par Object lifetimes The span lives as long as a copy of this type. */
    [[nodiscard]] std::span<const std::uint32_t> fields_by_name() const noexcept;

private:
    struct parts;

    explicit type(shape which) noexcept : shape_(which) {}
    type(shape which, std::shared_ptr<const parts> content) noexcept
        : parts_(std::move(content)), shape_(which)
    {}

    std::shared_ptr<const parts> parts_;
    shape shape_ = shape::any;
};

/** One field of a context type. */
struct type_field
{
    string name;
    type content;
};

/** Returns a type that holds the values of both. */
[[nodiscard]] type common_type(const type& a, const type& b, memory& source = default_memory());

} // namespace bontot::feel

#endif
