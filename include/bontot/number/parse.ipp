// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_NUMBER_PARSE_IPP
#define BONTOT_NUMBER_PARSE_IPP

#include <bontot/number.hpp>

#include <bontot/number/parse.hpp>
#include <bontot/number/uint128.hpp>
#include <bontot/number/wide.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Takes the digits of a number as they come, before and after the point.

    Keeps one digit more than a coefficient has, and whether more than zeros follow,
    so that one rounding at the end is exact.
*/
class digit_collector
{
public:
    void take(std::uint32_t digit, bool after_point) noexcept
    {
        if (after_point) --exponent_;
        if (count_ == max_kept) {
            sticky_ |= digit != 0;
            ++exponent_;
            return;
        }
        if (count_ == 0 && digit == 0) return;
        std::uint64_t& half = count_ < digits_in_first ? first_ : second_;
        half = half * 10 + digit;
        ++count_;
    }

    std::optional<number> finish(bool negative, std::int64_t written_exponent) const noexcept
    {
        if (count_ == 0) return number();
        uint128 coefficient{first_, 0};
        if (count_ > digits_in_first) {
            coefficient =
                sum(product(first_, power_of_ten_64(count_ - digits_in_first)),
                    uint128{second_, 0});
        }
        const std::int64_t exponent = exponent_ + written_exponent;
        if (count_ <= number::max_digits && exponent >= number::min_exponent &&
            exponent <= number::max_exponent) {
            return number_access::make(negative, coefficient, static_cast<std::int32_t>(exponent));
        }
        return detail::finish(negative, wide(coefficient), exponent, sticky_);
    }

private:
    static constexpr int max_kept = number::max_digits + 1;
    static constexpr int digits_in_first = 18;

    std::uint64_t first_ = 0;
    std::uint64_t second_ = 0;
    std::int64_t exponent_ = 0;
    int count_ = 0;
    bool sticky_ = false;
};

/** Walks over the text of a number. */
class number_scanner
{
public:
    explicit number_scanner(std::string_view text) noexcept : text_(text) {}

    bool at_end() const noexcept { return at_ == text_.size(); }

    bool skip(char expected) noexcept
    {
        if (at_end() || text_[at_] != expected) return false;
        ++at_;
        return true;
    }

    bool next_digit(std::uint32_t& digit) noexcept
    {
        if (at_end() || text_[at_] < '0' || text_[at_] > '9') return false;
        digit = static_cast<std::uint32_t>(text_[at_++] - '0');
        return true;
    }

    bool read_whole(digit_collector& digits) noexcept
    {
        std::uint32_t digit = 0;
        if (!next_digit(digit)) return false;
        const bool leading_zero = digit == 0;
        digits.take(digit, false);
        while (next_digit(digit)) {
            if (leading_zero) return false;
            digits.take(digit, false);
        }
        return true;
    }

    bool read_fraction(digit_collector& digits) noexcept
    {
        std::uint32_t digit = 0;
        if (!next_digit(digit)) return false;
        do {
            digits.take(digit, true);
        } while (next_digit(digit));
        return true;
    }

    bool read_exponent(std::int64_t& exponent) noexcept
    {
        // Beyond what any text's digits before the exponent could make up for.
        constexpr std::int64_t limit = 100000000000000000;
        const bool negative = skip('-');
        if (!negative) skip('+');
        std::uint32_t digit = 0;
        if (!next_digit(digit)) return false;
        do {
            if (exponent < limit) exponent = exponent * 10 + digit;
        } while (next_digit(digit));
        if (negative) exponent = -exponent;
        return true;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace bontot::detail

namespace bontot {

number_status number::parse(std::string_view text, number& out) noexcept
{
    number quick;
    if (!text.empty() && detail::read_short_number(text, quick) == text.size()) {
        out = quick;
        return number_status::ok;
    }
    detail::number_scanner scanner(text);
    detail::digit_collector digits;
    std::int64_t exponent = 0;
    const bool negative = scanner.skip('-');
    if (!scanner.read_whole(digits)) return number_status::syntax;
    if (scanner.skip('.') && !scanner.read_fraction(digits)) return number_status::syntax;
    if ((scanner.skip('e') || scanner.skip('E')) && !scanner.read_exponent(exponent)) {
        return number_status::syntax;
    }
    if (!scanner.at_end()) return number_status::syntax;
    const std::optional<number> read = digits.finish(negative, exponent);
    if (!read) return number_status::out_of_range;
    out = *read;
    return number_status::ok;
}

} // namespace bontot

#endif
