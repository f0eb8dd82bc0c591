// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_NEAREST_IPP
#define BONTOT_BASE_NEAREST_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>

#include <bontot/base/nearest.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
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

void nearest::note_letters()
{
    std::fill(std::begin(letters_), std::end(letters_), 0);
    for (std::size_t i = 0; i < word_.size(); ++i)
        letters_[static_cast<unsigned char>(word_[i])] |= std::uint64_t{1} << i;
    has_letters_ = true;
}

/** Counts the slips by a column of the table of distances at a time, as Hyyro (2003, "A bit-vector
    algorithm for computing Levenshtein and Damerau edit distances") does: bit i of each word is
    about the first i + 1 letters of ours, and rises and falls are kept instead of distances.
*/
std::size_t nearest::distance(std::string_view other)
{
    if (word_.empty()) return other.size();
    if (!has_letters_) note_letters();
    const std::uint64_t last = std::uint64_t{1} << (word_.size() - 1);
    std::size_t slips = word_.size();
    std::uint64_t rises = ~std::uint64_t{0}; // from one letter of ours to the next
    std::uint64_t falls = 0;
    std::uint64_t diagonal = 0; // where a letter more on both sides costs nothing
    std::uint64_t before = 0;
    for (const char letter : other) {
        const std::uint64_t here = letters_[static_cast<unsigned char>(letter)];
        const std::uint64_t swapped = ((~diagonal & here) << 1U) & before;
        diagonal = (((here & rises) + rises) ^ rises) | here | falls | swapped;
        std::uint64_t more = falls | ~(diagonal | rises); // from one letter of theirs to the next
        std::uint64_t less = diagonal & rises;
        if ((more & last) != 0) ++slips;
        if ((less & last) != 0) --slips;
        more = more << 1U | 1U;
        less <<= 1U;
        rises = less | ~(diagonal | more);
        falls = more & diagonal;
        before = here;
    }
    return slips;
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
