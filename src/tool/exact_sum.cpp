// SPDX-License-Identifier: BSL-1.0
#include "exact_sum.hpp"

#include <algorithm>
#include <cstddef>

namespace bontot::tool {

namespace {

constexpr std::int64_t one = 1'000'000'000'000;
constexpr std::int32_t decimals = 12;

constexpr std::int64_t powers[] = {
    1,          10,          100,           1'000,          10'000,          100'000, 1'000'000,
    10'000'000, 100'000'000, 1'000'000'000, 10'000'000'000, 100'000'000'000, one};

} // namespace

void exact_sum::carry()
{
    if (rest_ >= one) {
        rest_ -= one;
        ++whole_;
    } else if (rest_ < 0) {
        rest_ += one;
        --whole_;
    }
}

void exact_sum::add(const bontot_number& amount)
{
    const std::int64_t unit = powers[std::clamp(amount.scale, 0, decimals)];
    whole_ += amount.coefficient / unit;
    rest_ += amount.coefficient % unit * (one / unit);
    carry();
}

void exact_sum::add_text(std::string_view digits)
{
    const bool is_negative = digits.starts_with('-');
    if (is_negative) digits.remove_prefix(1);
    exact_sum amount;
    const std::size_t point = std::min(digits.find('.'), digits.size());
    for (const char digit : digits.substr(0, point))
        amount.whole_ = amount.whole_ * 10 + (digit - '0');
    std::int64_t unit = one;
    for (const char digit : digits.substr(std::min(point + 1, digits.size())))
        amount.rest_ += (digit - '0') * (unit /= 10);
    add(is_negative ? amount.negated() : amount);
}

void exact_sum::add(const exact_sum& other)
{
    whole_ += other.whole_;
    rest_ += other.rest_;
    carry();
}

exact_sum exact_sum::negated() const
{
    exact_sum out;
    out.whole_ = -whole_;
    out.rest_ = -rest_;
    out.carry();
    return out;
}

bool exact_sum::operator<(const exact_sum& other) const
{
    return whole_ != other.whole_ ? whole_ < other.whole_ : rest_ < other.rest_;
}

std::string exact_sum::mean(std::uint64_t count) const
{
    const bool is_negative = whole_ < 0;
    const exact_sum size = is_negative ? negated() : *this;
    constexpr std::int64_t per_hundredth = one / 100;
    const auto among = static_cast<std::int64_t>(std::max<std::uint64_t>(count, 1));
    const std::int64_t hundredths = size.whole_ * 100 + size.rest_ / per_hundredth;
    const std::int64_t left = size.rest_ % per_hundredth;
    std::int64_t mean = hundredths / among;
    // What remains is over + left / per_hundredth: round up if its double reaches the count.
    const std::int64_t over = hundredths % among;
    const bool is_odd_half = 2 * over == among - 1 && 2 * left >= per_hundredth;
    if (2 * over >= among || is_odd_half) ++mean;
    std::string out = is_negative && mean != 0 ? "-" : "";
    out += std::to_string(mean / 100);
    out += '.';
    out += static_cast<char>('0' + mean / 10 % 10);
    out += static_cast<char>('0' + mean % 10);
    return out;
}

} // namespace bontot::tool
