// SPDX-License-Identifier: BSL-1.0
// Exact sums of a few small fractions, without the library's numbers: the other side of a check.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_FRACTION_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_FRACTION_HPP

#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace bontot_test {

struct fraction
{
    std::int64_t over = 0;
    std::int64_t under = 1;
};

inline fraction operator+(const fraction& a, const fraction& b)
{
    fraction out{a.over * b.under + b.over * a.under, a.under * b.under};
    const std::int64_t common = std::gcd(out.over, out.under);
    if (common != 0) out = {out.over / common, out.under / common};
    return out;
}

/** Reads "129/47", "2.25" or "4". */
inline fraction fraction_of(std::string_view text)
{
    fraction out;
    bool is_under = false;
    bool is_decimal = false;
    std::int64_t divisor = 0;
    for (const char c : text) {
        if (c == '/') is_under = true;
        if (c == '.') is_decimal = true;
        if (c < '0' || c > '9') continue;
        std::int64_t& part = is_under ? divisor : out.over;
        part = part * 10 + (c - '0');
        if (is_decimal) out.under *= 10;
    }
    if (is_under) out.under = divisor;
    return out;
}

/** Reads the terms of "4 + 129/47 + 2". */
inline std::vector<fraction> terms_of(std::string_view sum)
{
    std::vector<fraction> out;
    while (!sum.empty()) {
        const std::size_t end = sum.find(" + ");
        out.push_back(fraction_of(sum.substr(0, end)));
        sum = end == sum.npos ? std::string_view() : sum.substr(end + 3);
    }
    return out;
}

/** Returns a fraction that is not below 0 as a decimal, settled half-even to 12 decimals. */
inline std::string settled(const fraction& value)
{
    constexpr std::int64_t unit = 1000000000000;
    const std::int64_t whole = value.over / value.under;
    const std::int64_t rest = (value.over % value.under) * unit;
    std::int64_t decimals = rest / value.under;
    const std::int64_t twice = 2 * (rest % value.under);
    if (twice > value.under || (twice == value.under && decimals % 2 == 1)) ++decimals;
    std::string digits = std::to_string(decimals + unit).substr(1);
    std::string out = std::to_string(decimals == unit ? whole + 1 : whole);
    if (decimals == unit) return out;
    while (!digits.empty() && digits.back() == '0')
        digits.pop_back();
    return digits.empty() ? out : out + "." + digits;
}

} // namespace bontot_test

#endif
