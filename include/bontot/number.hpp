// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_HPP
#define BONTOT_NUMBER_HPP

#include <bontot/number/uint128.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace bontot::detail {

struct number_access;

} // namespace bontot::detail

namespace bontot {

/** What came of reading a number from text. */
enum class number_status : std::uint8_t
{
    ok,
    syntax,      /**< not a number in JSON's grammar */
    out_of_range /**< too big, or not zero and yet too small to be told from it */
};

/** Which neighbour is taken when a value lies between two. */
enum class rounding_mode : std::uint8_t
{
    half_even, /**< the nearest; of two equally near the one whose last digit is even */
    half_up,   /**< the nearest; of two equally near the one farther from zero */
    half_down, /**< the nearest; of two equally near the one nearer to zero */
    up,        /**< the one farther from zero */
    down,      /**< the one nearer to zero */
    floor,     /**< the lesser */
    ceiling    /**< the greater */
};

/** An exact decimal number: sign, coefficient of up to 34 digits, and exponent.

    The value is coefficient * 10^exponent, with exponents from -6176 to 6111, as
    IEEE 754's decimal128 has them. There is no infinity, no NaN and no negative
    zero. 90, 90.0 and 90.00 are one value: they compare equal and print alike.

    Operations give the exact result where 34 digits hold it, else the exact result
    rounded half-even once. They return std::nullopt where the result is out of
    range: too big, or not zero and yet too small to be told from zero.

    Nothing allocates, throws, or depends on the locale.

    @par Thread safety
    **A plain value**: distinct objects are independent.
*/
class number
{
public:
    /// Most digits of a coefficient.
    static constexpr int max_digits = 34;
    /// Least and greatest exponent of the coefficient's last digit.
    static constexpr int min_exponent = -6176;
    static constexpr int max_exponent = 6111;

    /// Constructs zero.
    constexpr number() noexcept = default;

    /// Constructs the value of an integer; a bool is not one.
    template <class Integer>
    requires(
        std::integral<Integer> && !std::same_as<Integer, bool> && sizeof(Integer) <= 8
    ) constexpr number(Integer value) noexcept
        : coefficient_{magnitude(value), 0}, negative_(value < Integer{} ? 1U : 0U)
    {}

    /** Returns coefficient * 10^-scale.

        @param scale From 0 to 6176: a precondition.
    */
    [[nodiscard]] static constexpr number scaled(std::int64_t coefficient, int scale) noexcept
    {
        assert(scale >= 0 && scale <= -min_exponent);
        number out(coefficient);
        out.exponent_ = -scale;
        return out;
    }

    /** Reads a number written in JSON's grammar, the whole of the text.

        More than 34 significant digits are rounded half-even, once.

        @param text Not retained. Neither blanks nor a leading plus sign are allowed.
        @param out Set only if the status is ok.

        @par Complexity
        Linear in the text.
    */
    [[nodiscard]] static number_status parse(std::string_view text, number& out) noexcept;

    [[nodiscard]] constexpr bool is_zero() const noexcept
    {
        return (coefficient_.low | coefficient_.high) == 0;
    }

    /// Returns whether the value is below zero.
    [[nodiscard]] constexpr bool is_negative() const noexcept { return negative_ != 0; }

    /// Returns whether the value has no fraction, however it was written: 90.00 has none.
    [[nodiscard]] bool is_integer() const noexcept;

    /// Returns the value, or std::nullopt if it has a fraction or is beyond 64 bits.
    [[nodiscard]] std::optional<std::int64_t> to_int64() const noexcept;

    /** Returns the nearest double, within one unit in its last place.

        Below the least subnormal that is a zero, above the greatest double an infinity.
    */
    [[nodiscard]] double to_double() const noexcept;

    /** Splits the value into coefficient * 10^-scale, with the least scale from 0 that is exact.

        @return Whether the coefficient fits; if not, nothing is set.
    */
    [[nodiscard]] bool to_scaled(std::int64_t& coefficient, std::int32_t& scale) const noexcept;

    /// Returns the value with the other sign; zero has none.
    [[nodiscard]] constexpr number operator-() const noexcept
    {
        number out = *this;
        out.negative_ = negative_ == 0 && !is_zero() ? 1U : 0U;
        return out;
    }

    /// Compares values exactly, whatever their exponents.
    friend bool operator==(const number& left, const number& right) noexcept
    {
        return left.is_written_as(right) || left.compare(right) == 0;
    }

    /// Orders values exactly, whatever their exponents. Equal values may be written differently.
    friend std::weak_ordering operator<=>(const number& left, const number& right) noexcept
    {
        return left.compare(right);
    }

private:
    friend struct detail::number_access;

    template <class Integer>
    static constexpr std::uint64_t magnitude(Integer value) noexcept
    {
        const auto bits = static_cast<std::uint64_t>(value);
        return value < Integer{} ? std::uint64_t{0} - bits : bits;
    }

    std::weak_ordering compare(const number& other) const noexcept;

    [[nodiscard]] constexpr bool is_written_as(const number& other) const noexcept
    {
        return coefficient_.low == other.coefficient_.low &&
               coefficient_.high == other.coefficient_.high && exponent_ == other.exponent_ &&
               negative_ == other.negative_;
    }

    detail::uint128 coefficient_{};
    std::int32_t exponent_ = 0;
    std::uint32_t negative_ = 0; // 0 or 1, never of a zero; as wide as its room: copies take words
};

static_assert(sizeof(number) <= 24 && std::is_trivially_copyable_v<number>);

/// Returns left + right.
[[nodiscard]] std::optional<number> add(const number& left, const number& right) noexcept;

/// Returns left - right.
[[nodiscard]] std::optional<number> subtract(const number& left, const number& right) noexcept;

/// Returns left * right.
[[nodiscard]] std::optional<number> multiply(const number& left, const number& right) noexcept;

/// Returns dividend / divisor, or std::nullopt also if the divisor is zero.
[[nodiscard]] std::optional<number> divide(const number& dividend, const number& divisor) noexcept;

/** Returns dividend - divisor * floor(dividend / divisor), as FEEL has it.

    The result has the divisor's sign. The quotient is never rounded; the result is,
    once, in the one case that needs it: a tiny dividend of the other sign.

    @return std::nullopt also if the divisor is zero.
*/
[[nodiscard]] std::optional<number> modulo(const number& dividend, const number& divisor) noexcept;

/** Returns base to an integer power; 0 to the power of 0 is 1.

    An exact power of up to 76 digits, or the reciprocal of one, is rounded correctly.
    Others are computed with at least 55 digits before they are rounded to 34.

    @return std::nullopt also for zero to a negative power.

    @par Complexity
    At most 126 multiplications, whatever the exponent.
*/
[[nodiscard]] std::optional<number> power(const number& base, std::int64_t exponent) noexcept;

/** Rounds to a number of decimals.

    @param scale How many decimals to keep; -1 rounds to tens. Any value is allowed.
    @return std::nullopt if the value rounds up beyond the greatest number.
*/
[[nodiscard]] std::optional<number>
round(const number& value, std::int64_t scale, rounding_mode mode) noexcept;

/** Rounds to a multiple of a step.

    Which multiple it is, is decided exactly. A multiple that needs more than 34 digits
    is then rounded half-even to them.

    @param mode half_even takes, of two multiples equally near, the even multiple.
    @return std::nullopt also unless the step is above zero.
*/
[[nodiscard]] std::optional<number>
round_to_multiple(const number& value, const number& step, rounding_mode mode) noexcept;

/// Rounds half-even to 12 decimals, as all points are before they are compared or shown.
[[nodiscard]] number settle(const number& value) noexcept;

/// Returns the magnitude.
[[nodiscard]] constexpr number abs(const number& value) noexcept
{
    return value.is_negative() ? -value : value;
}

/** The text of a number, in a buffer of its own. */
struct number_text
{
    static constexpr std::size_t capacity = 48;

    std::array<char, capacity> characters{};
    std::size_t size = 0;

    /** Returns the text.

        @par Object lifetimes
        The view is valid while this object is.
    */
    [[nodiscard]] std::string_view view() const noexcept { return {characters.data(), size}; }
};

/** Returns the shortest exact text, which @ref number::parse reads back to the same value.

    A plain decimal without needless zeros; where that would be longer than 40
    characters, sign included, the form `1.5e+400`.
*/
[[nodiscard]] number_text to_text(const number& value) noexcept;

/** Appends the exact plain decimal, without needless zeros and never with an exponent.

    @param out A string with append(const char*, n) and append(n, char). Up to 6180
    characters are added.

    @par Exception safety
    Whatever the string's append gives.
*/
template <class String>
void append_plain(String& out, const number& value);

} // namespace bontot

namespace bontot::detail {

/** The parts of a number, for the bodies of its operations. */
struct number_access
{
    static constexpr const uint128& coefficient(const number& value) noexcept
    {
        return value.coefficient_;
    }

    static constexpr std::int32_t exponent(const number& value) noexcept { return value.exponent_; }

    /// Returns a number of parts that are in range.
    static constexpr number
    make(bool negative, const uint128& coefficient, std::int32_t exponent) noexcept
    {
        number out;
        out.coefficient_ = coefficient;
        out.exponent_ = exponent;
        out.negative_ = negative && !out.is_zero() ? 1U : 0U;
        return out;
    }
};

} // namespace bontot::detail

namespace bontot {

inline number settle(const number& value) noexcept
{
    constexpr int settled_decimals = 12;
    if (detail::number_access::exponent(value) >= -settled_decimals) return value;
    return *round(value, settled_decimals, rounding_mode::half_even);
}

} // namespace bontot

namespace bontot::detail {

/** The significant digits of a number, none at its end a zero. */
struct significant_digits
{
    std::array<char, 36> characters{};
    std::size_t first = 0;
    std::size_t count = 0;
    std::int32_t point = 0; /**< how many of the digits stand before the point; may be outside */
    bool negative = false;

    const char* data() const noexcept { return characters.data() + first; }
};

significant_digits find_digits(const number& value) noexcept;

template <class String>
void append_plain_digits(String& out, const significant_digits& digits, char point_character = '.')
{
    if (digits.negative) out.append(1, '-');
    if (digits.point <= 0) {
        out.append(1, '0');
        out.append(1, point_character);
        out.append(static_cast<std::size_t>(-digits.point), '0');
        out.append(digits.data(), digits.count);
        return;
    }
    const auto point = static_cast<std::size_t>(digits.point);
    const std::size_t whole = std::min(point, digits.count);
    out.append(digits.data(), whole);
    out.append(point - whole, '0');
    if (whole == digits.count) return;
    out.append(1, point_character);
    out.append(digits.data() + whole, digits.count - whole);
}

} // namespace bontot::detail

namespace bontot {

template <class String>
void append_plain(String& out, const number& value)
{
    detail::append_plain_digits(out, detail::find_digits(value));
}

} // namespace bontot

#endif
