// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_DURATION_IPP
#define BONTOT_FEEL_VALUES_DURATION_IPP

#include <bontot/feel/value.hpp>

#include <bontot/feel/values/checked.hpp>
#include <bontot/feel/values/duration.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace bontot::feel::detail {

value duration_reader::read()
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

bool duration_reader::take(char wanted)
{
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
}

bool duration_reader::part(char unit, std::int64_t size)
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

} // namespace bontot::feel::detail

#endif
