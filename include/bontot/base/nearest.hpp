// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_NEAREST_HPP
#define BONTOT_BASE_NEAREST_HPP

#include <bontot/memory.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** Finds what somebody may have meant: the candidate with the fewest slips of the pen.

    Slips are a letter too many, too few, another one, or two swapped
    (restricted Damerau-Levenshtein distance, in bytes). At most a third of
    the letters may differ. Words over 64 bytes are compared with nothing.
*/
class nearest
{
public:
    explicit nearest(std::string_view word) : word_(word) { least_ = word.size() / 3 + 1; }

    void offer(std::string_view candidate);

    /** Returns the nearest candidate, or an empty text when none is near. */
    [[nodiscard]] std::string_view best() const { return best_; }

private:
    static constexpr std::size_t longest = 64;

    [[nodiscard]] std::size_t distance(std::string_view other);
    void note_letters();

    std::string_view word_;
    std::string_view best_;
    std::size_t least_;
    bool has_letters_ = false;
    std::uint64_t letters_[256]; /**< bit i of each: whether it is the i-th of the word */
};

/** Returns the argument that names what may have been meant, in both languages; empty for nothing.
 */
string suggestion(const nearest& meant);

} // namespace bontot::detail

#endif
