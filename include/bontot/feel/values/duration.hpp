// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_DURATION_HPP
#define BONTOT_FEEL_VALUES_DURATION_HPP

#include <bontot/feel/value.hpp>

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
    [[nodiscard]] value read();

private:
    bool take(char wanted);

    /** Adds `<digits><unit>` to the total if it comes next; a fraction of seconds must be zero. */
    bool part(char unit, std::int64_t size);

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
