// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DATE_HPP
#define BONTOT_DATE_HPP

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot {

/** A day of the proleptic Gregorian calendar; year -999999999 to 999999999, without year 0 in text.
 */
struct date
{
    std::int32_t year = 1970;
    std::uint8_t month = 1;
    std::uint8_t day = 1;

    friend bool operator==(const date&, const date&) = default;
    friend auto operator<=>(const date&, const date&) = default;
};

inline constexpr std::int32_t max_year = 999999999;

[[nodiscard]] constexpr bool is_leap_year(std::int64_t year) noexcept
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/** Returns the number of days of a month (1..12). */
[[nodiscard]] constexpr int days_in_month(std::int64_t year, int month) noexcept
{
    constexpr int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

/** Returns the date, or nothing when there is no such day. */
[[nodiscard]] constexpr std::optional<date>
make_date(std::int64_t year, std::int64_t month, std::int64_t day) noexcept
{
    if (year < -max_year || year > max_year || month < 1 || month > 12 || day < 1) return {};
    if (day > days_in_month(year, static_cast<int>(month))) return {};
    return date{
        static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month),
        static_cast<std::uint8_t>(day)};
}

/** Returns the days since 1970-01-01 (negative before).

    The year is taken to begin in March, so that the leap day comes last, and
    counted in cycles of 400 years, which all have 146097 days.
*/
[[nodiscard]] constexpr std::int64_t day_number(const date& d) noexcept
{
    const std::int64_t year = std::int64_t{d.year} - (d.month <= 2 ? 1 : 0);
    const std::int64_t cycle = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_cycle = year - cycle * 400;
    const std::int64_t month_from_march = (d.month + 9) % 12;
    const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + d.day - 1;
    const std::int64_t leap_days = year_of_cycle / 4 - year_of_cycle / 100;
    return cycle * 146097 + year_of_cycle * 365 + leap_days + day_of_year - 719468;
}

/** Returns the date of a @ref day_number, or nothing when its year is out of range. */
[[nodiscard]] constexpr std::optional<date> date_of_day_number(std::int64_t number) noexcept
{
    constexpr std::int64_t most = 366LL * max_year;
    if (number < -most || number > most) return {};
    const std::int64_t days = number + 719468;
    const std::int64_t cycle = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t day_of_cycle = days - cycle * 146097;
    const std::int64_t year_of_cycle =
        (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
    const std::int64_t day_of_year =
        day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return make_date(year_of_cycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day);
}

} // namespace bontot

namespace bontot::detail {

/** Reads `YYYY-MM-DD` with a year from 1 to 9999; nothing if it is anything else. */
[[nodiscard]] constexpr std::optional<date> parse_short_date(std::string_view text) noexcept
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    bool is_date = true;
    const auto digit = [text, &is_date](std::size_t at) {
        const int value = text[at] - '0';
        is_date = is_date && value >= 0 && value <= 9;
        return value;
    };
    const int year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    const int month = digit(5) * 10 + digit(6);
    const int day = digit(8) * 10 + digit(9);
    if (!is_date || year == 0) return {};
    return make_date(year, month, day);
}

} // namespace bontot::detail

namespace bontot {

/** Reads `YYYY-MM-DD` (FEEL also allows a minus and up to nine digits of year); nothing if it is no
 * date. */
[[nodiscard]] constexpr std::optional<date> parse_date(std::string_view text) noexcept
{
    const std::optional<date> usual = detail::parse_short_date(text);
    if (usual) return usual;
    const bool negative = !text.empty() && text[0] == '-';
    if (negative) text.remove_prefix(1);
    std::size_t digits = 0;
    std::int64_t parts[3] = {0, 0, 0};
    int part = 0;
    for (const char c : text) {
        if (c == '-' && part < 2) {
            if (part == 0 ? digits < 4 : digits != 2) return {};
            ++part;
            digits = 0;
        } else if (c >= '0' && c <= '9' && digits < 9) {
            parts[part] = parts[part] * 10 + (c - '0');
            if (part == 0 && digits == 4 && parts[0] < 10000) return {};
            ++digits;
        } else {
            return {};
        }
    }
    if (part != 2 || digits != 2 || parts[0] == 0) return {};
    return make_date(negative ? -parts[0] : parts[0], parts[1], parts[2]);
}

/** Appends `YYYY-MM-DD`. */
template <class String>
void append_date(String& out, const date& d)
{
    std::int64_t year = d.year;
    if (year < 0) {
        out += '-';
        year = -year;
    }
    char digits[12] = {};
    int count = 0;
    for (std::int64_t rest = year; rest > 0 || count < 4; rest /= 10) {
        digits[count++] = static_cast<char>('0' + rest % 10);
    }
    while (count > 0)
        out += digits[--count];
    const int parts[2] = {d.month, d.day};
    for (const int part : parts) {
        out += '-';
        out += static_cast<char>('0' + part / 10);
        out += static_cast<char>('0' + part % 10);
    }
}

} // namespace bontot

#endif
