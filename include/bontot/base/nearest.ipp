// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_NEAREST_IPP
#define BONTOT_BASE_NEAREST_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>

#include <bontot/base/nearest.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace bontot::detail {

void nearest::offer(std::string_view candidate)
{
    if (word_.size() > longest || candidate.size() > longest) return;
    const std::size_t shorter = std::min(word_.size(), candidate.size());
    if (std::max(word_.size(), candidate.size()) - shorter > least_) return;
    const std::size_t slips = distance(candidate);
    if (slips < least_ || (slips == least_ && best_.empty() && slips == 1)) {
        least_ = slips;
        best_ = candidate;
    }
}

std::size_t nearest::distance(std::string_view other) const
{
    std::size_t rows[3][longest + 1] = {};
    for (std::size_t j = 0; j <= other.size(); ++j)
        rows[0][j] = j;
    for (std::size_t i = 1; i <= word_.size(); ++i) {
        std::size_t* const row = rows[i % 3];
        const std::size_t* const above = rows[(i + 2) % 3];
        const std::size_t* const above2 = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t change = word_[i - 1] == other[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            const bool swapped =
                i > 1 && j > 1 && word_[i - 1] == other[j - 2] && word_[i - 2] == other[j - 1];
            if (swapped) row[j] = std::min(row[j], above2[j - 2] + 1);
        }
    }
    return rows[word_.size() % 3][other.size()];
}

string suggestion(const nearest& meant)
{
    if (meant.best().empty()) return string();
    const std::string_view word[] = {meant.best()};
    string out("\xFE");
    append_message(out, message::reading_nearest, language::vi, word);
    out += '\xFE';
    append_message(out, message::reading_nearest, language::en, word);
    return out;
}

} // namespace bontot::detail

#endif
