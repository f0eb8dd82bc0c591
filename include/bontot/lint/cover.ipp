// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_COVER_IPP
#define BONTOT_LINT_COVER_IPP

#include <bontot/feel/program.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/lint/cover.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

namespace bontot::detail {

lint_range taken_by(const feel::simple_test& test, const lint_range& from)
{
    lint_range row = lint_range::between({}, {}, from.whole);
    if (test.what == feel::simple_test::form::interval) {
        if (test.has_low) row.low = test.low;
        if (test.has_high) row.high = test.high;
        row.low_open = test.low_open;
        row.high_open = test.high_open;
    } else if (test.what == feel::simple_test::form::text) {
        row.kinds = lint_range::texts;
    }
    return meet(from, row);
}

lint_cover::lint_cover(const lint_range& range, memory& source)
    : taken_(allocator<lint_piece>(source)), open_(allocator<lint_range>(source)), all_(range)
{
    all_.kinds = lint_range::numbers;
    open_.push_back(all_);
}

void lint_cover::add(std::span<const feel::simple_test> tests)
{
    for (const feel::simple_test& each : tests)
        take(each);
    ++rows_;
}

vector<lint_piece> lint_cover::sorted() const
{
    vector<lint_piece> out = taken_;
    std::sort(out.begin(), out.end(), [](const lint_piece& a, const lint_piece& b) {
        if (!a.range.low || !b.range.low) return !a.range.low && b.range.low.has_value();
        if (*a.range.low != *b.range.low) return *a.range.low < *b.range.low;
        return !a.range.low_open && b.range.low_open;
    });
    return out;
}

bool lint_cover::takes_any(std::uint32_t row) const
{
    return std::any_of(taken_.begin(), taken_.end(), [row](const lint_piece& each) {
        return each.row == row;
    });
}

lint_range lint_cover::taken(std::uint32_t row, const lint_range& from) const
{
    for (const lint_piece& each : taken_) {
        const lint_range common = meet(each.range, from);
        if (each.row == row && common.kinds != 0) return common;
    }
    return {};
}

void lint_cover::take(const feel::simple_test& test)
{
    if (open_.empty()) return; // all is taken, or it was given up
    vector<lint_range> left(open_.get_allocator());
    for (const lint_range& piece : open_) {
        const lint_range common = taken_by(test, piece);
        if (common.kinds == 0) {
            left.push_back(piece);
            continue;
        }
        taken_.push_back(lint_piece{common, rows_});
        lint_range below = lint_range::between({}, common.low, piece.whole);
        below.high_open = !common.low_open;
        lint_range above = lint_range::between(common.high, {}, piece.whole);
        above.low_open = !common.high_open;
        if (common.low) keep(meet(piece, below), left);
        if (common.high) keep(meet(piece, above), left);
    }
    open_ = std::move(left);
    is_overfull_ = is_overfull_ || open_.size() + taken_.size() > most_pieces;
    if (is_overfull_) open_.clear();
}

number plain_within(const lint_range& range)
{
    const number one(1);
    if (range.low && !range.low_open) return *range.low;
    if (range.low && range.high) {
        const auto middle = bontot::add(*range.low, *range.high);
        const auto half = middle ? bontot::divide(*middle, number(2)) : middle;
        return half.value_or(*range.high);
    }
    if (range.low) return bontot::add(*range.low, one).value_or(*range.low);
    if (!range.high) return number(0);
    if (!range.high_open) return *range.high;
    return bontot::subtract(*range.high, one).value_or(*range.high);
}

} // namespace bontot::detail

#endif
