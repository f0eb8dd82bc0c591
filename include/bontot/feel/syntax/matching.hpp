// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_MATCHING_HPP
#define BONTOT_FEEL_SYNTAX_MATCHING_HPP

#include <bontot/memory.hpp>

#include <bontot/feel/syntax/lexer.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace bontot::feel::detail {

/** Goes over one letter of a name in the source; returns false when it does not stand there.

    A blank of the name stands for any blanks, and blanks may stand around its dots.
*/
[[nodiscard]] bool match_letter(const lexer& source, char letter, std::size_t& at);

/** Finds which of many names stand at a place, in about the time that reading one of them takes.

    The names are given by numbers in the order of their bytes. Those that
    begin alike lie together, and each letter that is read leaves fewer.
*/
template <class NameOf>
class name_matcher
{
public:
    /** @param name_of Returns the name of a number. */
    name_matcher(const lexer& source, NameOf name_of, memory& working)
        : source_(source), name_of_(std::move(name_of)), pending_(allocator<state>(working))
    {}

    /** Calls `found(numbers, end)` for each name that stands at a place: with the numbers that
        have this name, and the place where it ends, which is one where a word ends. */
    template <class Found>
    void match(std::span<const std::uint32_t> names, std::size_t at, const Found& found)
    {
        follow({names.data(), names.data() + names.size(), at, 0}, found);
        while (!pending_.empty()) {
            const state next = pending_.back();
            pending_.pop_back();
            follow(next, found);
        }
    }

private:
    /** Names that are the source up to a place by their first letters. */
    struct state
    {
        const std::uint32_t* first;
        const std::uint32_t* last;
        std::size_t at;
        std::size_t length;
    };

    template <class Found>
    void follow(state now, const Found& found)
    {
        while (now.first != now.last) {
            take_ended(now, found);
            if (now.first == now.last) return;
            const char first = name_of_(*now.first)[now.length];
            if (first != name_of_(*(now.last - 1))[now.length]) {
                if (!part(now)) return;
            } else {
                if (!match_letter(source_, first, now.at)) return;
                ++now.length;
            }
        }
    }

    /** Takes off the names that are read to their end; shorter ones stand before longer ones. */
    template <class Found>
    void take_ended(state& now, const Found& found)
    {
        if (name_of_(*now.first).size() > now.length) return;
        const auto* const longer =
            std::partition_point(now.first, now.last, [&](std::uint32_t each) {
                return name_of_(each).size() == now.length;
            });
        const bool is_whole = now.length > 0 && !source_.continues_name_at(now.at);
        const auto count = static_cast<std::size_t>(longer - now.first);
        if (is_whole) found(std::span<const std::uint32_t>(now.first, count), now.at);
        now.first = longer;
    }

    /** Leaves the names whose next letter stands here, which is what the source has; but at a
        blank it may be a dot as well. Others wait then. Returns false when there is none. */
    [[nodiscard]] bool part(state& now)
    {
        const std::string_view text = source_.source();
        const char here = now.at < text.size() ? text[now.at] : ' ';
        bool is_left = false;
        const auto follow_letter = [&](state next, char letter) {
            if (!leave(next, letter)) return;
            if (is_left) pending_.push_back(next);
            if (!is_left) now = next;
            is_left = true;
        };
        const state before = now;
        follow_letter(before, ' ');
        follow_letter(before, '.');
        if (here != ' ' && here != '.') follow_letter(before, here);
        return is_left;
    }

    /** Leaves the names that go on with a letter; returns false when none does, or when the letter
        does not stand here. */
    [[nodiscard]] bool leave(state& now, char letter)
    {
        if (!match_letter(source_, letter, now.at)) return false;
        const auto letter_of = [&](std::uint32_t each) {
            return static_cast<unsigned char>(name_of_(each)[now.length]);
        };
        const auto wanted = static_cast<unsigned char>(letter);
        now.first = std::partition_point(now.first, now.last, [&](std::uint32_t each) {
            return letter_of(each) < wanted;
        });
        now.last = std::partition_point(now.first, now.last, [&](std::uint32_t each) {
            return letter_of(each) == wanted;
        });
        ++now.length;
        return now.first != now.last;
    }

    const lexer& source_;
    NameOf name_of_;
    vector<state> pending_;
};

} // namespace bontot::feel::detail

#endif
