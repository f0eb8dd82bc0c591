// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_STEP_COVER_IPP
#define BONTOT_RUBRIC_STEP_COVER_IPP

#include <bontot/feel/program.hpp>

#include <bontot/rubric/step_cover.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>

namespace bontot::detail {

bool step_cover::add(std::span<const feel::simple_test> tests)
{
    bool hits = false;
    for (const feel::simple_test& test : tests)
        hits = take(test) || hits;
    return hits;
}

bool step_cover::is_empty(const piece& p)
{
    if (!p.low || !p.high) return false;
    return *p.high < *p.low || (*p.high == *p.low && (p.low_open || p.high_open));
}

bool step_cover::take(const feel::simple_test& test)
{
    if (test.what == feel::simple_test::form::text) return false;
    const bool is_all = test.what == feel::simple_test::form::everything;
    piece row{{}, {}, test.low_open, test.high_open};
    if (!is_all && test.has_low) row.low = test.low;
    if (!is_all && test.has_high) row.high = test.high;
    piece left[most_pieces];
    std::size_t left_count = 0;
    bool hits = false;
    for (std::size_t i = 0; i < count_; ++i) {
        if (is_empty(common(pieces_[i], row))) {
            keep(pieces_[i], left, left_count);
            continue;
        }
        hits = true;
        keep(below(pieces_[i], row), left, left_count);
        keep(above(pieces_[i], row), left, left_count);
    }
    std::copy(left, left + left_count, pieces_);
    count_ = left_count;
    return hits;
}

void step_cover::keep(const std::optional<piece>& p, piece* left, std::size_t& count)
{
    if (!p || is_empty(*p)) return;
    if (count == most_pieces) {
        is_overfull_ = true;
        return;
    }
    left[count++] = *p;
}

step_cover::piece step_cover::common(const piece& a, const piece& b)
{
    piece out = a;
    if (b.low && (!out.low || *b.low > *out.low)) {
        out.low = b.low;
        out.low_open = b.low_open;
    } else if (b.low && out.low && *b.low == *out.low) {
        out.low_open = out.low_open || b.low_open;
    }
    if (b.high && (!out.high || *b.high < *out.high)) {
        out.high = b.high;
        out.high_open = b.high_open;
    } else if (b.high && out.high && *b.high == *out.high) {
        out.high_open = out.high_open || b.high_open;
    }
    return out;
}

std::optional<step_cover::piece> step_cover::below(const piece& p, const piece& row)
{
    if (!row.low) return {};
    return common(p, piece{{}, row.low, false, !row.low_open});
}

std::optional<step_cover::piece> step_cover::above(const piece& p, const piece& row)
{
    if (!row.high) return {};
    return common(p, piece{row.high, {}, !row.high_open, false});
}

} // namespace bontot::detail

#endif
