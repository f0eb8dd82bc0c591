// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_DETAIL_DURATION_HPP
#define BONTOT_FEEL_DETAIL_DURATION_HPP

#include <bontot/feel/detail/checked.hpp>
#include <bontot/feel/value.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::feel::detail {

inline constexpr std::int64_t seconds_of_day = 86400;

/** Reads `P1DT2H3M4S` or `P1Y2M` from left to right. */
class duration_reader
{
public:
    explicit duration_reader(std::string_view text) : rest_(text) {}

    /** Returns a days or months duration, or null when the text is none. */
    [[nodiscard]] value read()
    {
        const bool negative = take('-');
        if (!take('P')) return value::null();
        const bool has_years = part('Y', 12);
        const bool has_months = part('M', 1) || has_years;
        const std::optional<std::int64_t> months = total_;
        total_ = 0;
        bool has_days = part('D', seconds_of_day);
        if (take('T')) {
            const bool has_hours = part('H', 3600);
            const bool has_minutes = part('M', 60);
            const bool has_seconds = part('S', 1);
            if (!has_hours && !has_minutes && !has_seconds) return value::null();
            has_days = true;
        }
        if (!rest_.empty() || has_months == has_days || !months || !total_) return value::null();
        if (has_months) return value::months(negative ? -*months : *months);
        return value::days(negative ? -*total_ : *total_);
    }

private:
    bool take(char wanted)
    {
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /** Adds `<digits><unit>` to the total if it comes next; a fraction of seconds must be zero. */
    bool part(char unit, std::int64_t size)
    {
        std::size_t length = 0;
        std::optional<std::int64_t> count = 0;
        for (; length < rest_.size() && is_digit(rest_[length]); ++length) {
            if (count) count = checked_multiply(*count, 10);
            if (count) count = checked_add(*count, rest_[length] - '0');
        }
        if (length == 0) return false;
        std::size_t end = length;
        if (unit == 'S' && end < rest_.size() && rest_[end] == '.') {
            do
                ++end;
            while (end < rest_.size() && rest_[end] == '0');
            if (end == length + 1) return false;
        }
        if (end == rest_.size() || rest_[end] != unit) return false;
        rest_.remove_prefix(end + 1);
        if (count) count = checked_multiply(*count, size);
        if (count && total_) count = checked_add(*count, *total_);
        total_ = total_ ? count : total_;
        return true;
    }

    [[nodiscard]] static bool is_digit(char c) { return c >= '0' && c <= '9'; }

    std::string_view rest_;
    std::optional<std::int64_t> total_ = 0;
};

/** Returns the duration that a text says, or null. */
[[nodiscard]] inline value parse_duration(std::string_view text)
{
    return duration_reader(text).read();
}

/** Appends an amount and its unit unless the amount is 0. */
template <class String>
void append_duration_part(String& out, std::uint64_t amount, char unit)
{
    if (amount == 0) return;
    char digits[20] = {};
    int count = 0;
    for (; amount > 0; amount /= 10)
        digits[count++] = static_cast<char>('0' + amount % 10);
    while (count > 0)
        out += digits[--count];
    out += unit;
}

/** Returns the magnitude, also of the least integer. */
[[nodiscard]] constexpr std::uint64_t magnitude(std::int64_t amount) noexcept
{
    return amount < 0 ? 0 - static_cast<std::uint64_t>(amount) : static_cast<std::uint64_t>(amount);
}

template <class String>
void append_months(String& out, std::int64_t months)
{
    const std::uint64_t size = magnitude(months);
    out.append(months < 0 ? "-P" : "P");
    append_duration_part(out, size / 12, 'Y');
    append_duration_part(out, size % 12, 'M');
    if (size == 0) out.append("0M");
}

template <class String>
void append_days(String& out, std::int64_t seconds)
{
    const std::uint64_t size = magnitude(seconds);
    out.append(seconds < 0 ? "-P" : "P");
    append_duration_part(out, size / 86400, 'D');
    if (size % 86400 != 0 || size == 0) out += 'T';
    append_duration_part(out, size / 3600 % 24, 'H');
    append_duration_part(out, size / 60 % 60, 'M');
    append_duration_part(out, size % 60, 'S');
    if (size == 0) out.append("0S");
}

} // namespace bontot::feel::detail

#endif
