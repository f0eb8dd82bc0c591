// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_PLAIN_JSON_HPP
#define BONTOT_JSON_PLAIN_JSON_HPP

#include <bontot/arena.hpp>
#include <bontot/number.hpp>
#include <bontot/text.hpp>

#include <bontot/base/utf8.hpp>
#include <bontot/number/parse.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** A member's name of up to 15 letters, kept so that it is compared in two steps. */
class plain_key
{
public:
    constexpr plain_key(const char* name) noexcept : plain_key(std::string_view(name)) {}
    constexpr plain_key(std::string_view name) noexcept : size_(name.size() + 1)
    {
        char bytes[16] = {};
        char mask[16] = {};
        for (std::size_t i = 0; i < size_; ++i) {
            bytes[i] = i < name.size() ? name[i] : '"';
            mask[i] = '\xFF';
        }
        low_ = pack_word(bytes);
        high_ = pack_word(bytes + 8);
        low_mask_ = pack_word(mask);
        high_mask_ = pack_word(mask + 8);
    }

    /** Tells whether a text of at least 16 bytes begins with the name and a quote. */
    [[nodiscard]] bool is_at(const char* text) const noexcept
    {
        const std::uint64_t low = (load_word(text) ^ low_) & low_mask_;
        const std::uint64_t high = (load_word(text + 8) ^ high_) & high_mask_;
        return (low | high) == 0;
    }

    /** Returns the size of the name with its quote. */
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

private:
    std::uint64_t low_ = 0;
    std::uint64_t high_ = 0;
    std::uint64_t low_mask_ = 0;
    std::uint64_t high_mask_ = 0;
    std::size_t size_ = 0;
};

/** Walks over a JSON text by what is expected of it next.

    It understands less than JSON: no escapes, and numbers in plain short
    decimals. What it understands, a JSON parser reads alike, but for names
    that stand twice in an object; at anything else it says no, and where it
    stands then means nothing.

    @par Object lifetimes
    Works in a copy of the text; the texts that it finds lie in that copy, each
    with a zero byte behind it, and live as long as the copy.
*/
class plain_json
{
public:
    static constexpr std::size_t room_behind = 16;

    plain_json(std::string_view text, arena& store)
        : plain_json(text, store.make_array<char>(text.size() + room_behind))
    {}
    /** @param copy Room for the text and @ref room_behind bytes: where it is copied to. */
    plain_json(std::string_view text, char* copy) noexcept
    {
        if (!text.empty()) std::memcpy(copy, text.data(), text.size());
        std::memset(copy + text.size(), 0, room_behind); // where every search ends
        at_ = copy;
        end_ = copy + text.size();
    }

    /** Steps over blanks and one of the signs that build objects, lists and texts. */
    [[gnu::always_inline]] bool take(char sign) noexcept
    {
        if (*at_ != sign) {
            skip_blanks();
            if (*at_ != sign) return false;
        }
        ++at_;
        return true;
    }

    /** Steps over a name and its quote. */
    bool take_key(const plain_key& key) noexcept
    {
        if (!key.is_at(at_)) return false;
        at_ += key.size();
        return true;
    }
    bool take_key(std::string_view key) noexcept
    {
        if (static_cast<std::size_t>(end_ - at_) <= key.size() || at_[key.size()] != '"' ||
            std::memcmp(at_, key.data(), key.size()) != 0)
            return false;
        at_ += key.size() + 1;
        return true;
    }

    bool take_null() noexcept { return take_word("null"); }

    std::optional<bool> take_boolean() noexcept
    {
        if (take_word("true")) return true;
        if (take_word("false")) return false;
        return {};
    }

    /** Tells whether a sign is what stands next, behind blanks. */
    [[nodiscard]] bool is_next(char sign) noexcept
    {
        skip_blanks();
        return *at_ == sign;
    }

    bool take_number(number& out) noexcept
    {
        skip_blanks();
        const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
        const std::size_t size = read_short_number(rest, out);
        at_ += size;
        return size > 0;
    }

    /** Steps over a text. Inline wherever it stands: most of a dossier are texts. */
    [[gnu::always_inline]] bool take_text(std::string_view& out) noexcept
    {
        return take('"') && take_rest_of_text(out);
    }
    /** Likewise, in less code: for texts of which most dossiers have few. */
    [[gnu::noinline]] bool take_rare_text(std::string_view& out) noexcept { return take_text(out); }

    /** Steps over what follows a text's first quote. */
    [[gnu::always_inline]] bool take_rest_of_text(std::string_view& out) noexcept
    {
        char* quote = next_stop(at_);
        is_ascii_ = *quote == '"';
        if (!is_ascii_) {
            quote = find_end(quote);
            if (quote == nullptr || *quote != '"') return false;
        }
        out = std::string_view(at_, static_cast<std::size_t>(quote - at_));
        *quote = '\0';
        at_ = quote + 1;
        return true;
    }

    /** Likewise, where nobody asks what the text says: it may have escapes of one letter. */
    bool pass_rest_of_text() noexcept
    {
        for (;;) {
            char* const end = find_end(next_stop(at_));
            if (end == nullptr) return false;
            at_ = end + 1;
            if (*end == '"') return true;
            constexpr std::string_view escapes = "\"\\/bfnrt";
            if (*end != '\\' || escapes.find(*at_) == escapes.npos) return false;
            ++at_;
        }
    }

    /** Tells whether the last text had ASCII letters only. */
    [[nodiscard]] bool is_ascii() const noexcept { return is_ascii_; }

    [[nodiscard]] bool is_at_end() noexcept
    {
        skip_blanks();
        return at_ == end_;
    }

private:
    static constexpr std::uint64_t ones = 0x0101010101010101U;
    static constexpr std::uint64_t tops = 0x80 * ones;

    /** Marks the bytes that end a text, are of a longer letter, or may not stand in a text.

        Each subtraction borrows into the top bit of a byte that is looked for, or has that
        bit set already. The lowest mark is right; above it a borrow may have gone on.
    */
    static std::uint64_t stops_in(std::uint64_t word) noexcept
    {
        const std::uint64_t quotes = (word ^ ('"' * ones)) - ones;
        const std::uint64_t escapes = (word ^ ('\\' * ones)) - ones;
        const std::uint64_t controls = word - ' ' * ones;
        return (quotes | escapes | controls | word) & tops;
    }

    [[gnu::always_inline]] static char* next_stop(char* at) noexcept
    {
        std::uint64_t stops = stops_in(load_word(at));
        while (stops == 0) {
            at += 8;
            stops = stops_in(load_word(at));
        }
        return at + first_mark(stops);
    }

    static std::size_t first_mark(std::uint64_t marks) noexcept
    {
        return static_cast<std::size_t>(std::countr_zero(marks)) / 8;
    }

    /** Returns what ends letters of any length: a quote, an escape, what may not stand in a text,
       or the end; null: they are no UTF-8.

        Goes in steps of a word, whatever letters there are. Not inlined: texts
        of ASCII alone, which most are, need not pay for it.
    */
    [[gnu::noinline]] static char* find_end(char* at) noexcept
    {
        const char* const begin = at;
        std::uint64_t due = 0;
        std::uint64_t odd = 0;
        std::uint64_t word = load_word(at);
        std::uint64_t ends = ends_in(word);
        for (; ends == 0; ends = ends_in(word)) {
            odd |= oddities_in(word, due);
            at += 8;
            word = load_word(at);
        }
        const std::size_t size = first_mark(ends);
        odd |= oddities_in(word & ((std::uint64_t{1} << 8 * size) - 1), due);
        at += size;
        const std::string_view text(begin, static_cast<std::size_t>(at - begin));
        return odd == 0 || is_valid_utf8(text) ? at : nullptr;
    }

    /** Like @ref stops_in, without the bytes of longer letters. */
    static std::uint64_t ends_in(std::uint64_t word) noexcept { return stops_in(word) & ~word; }

    /** Returns 0 if a word has letters of one to three bytes that are surely UTF-8.

        The top bits of bytes 10xxxxxx must be where the leading bytes before
        them, 110xxxxx and 1110xxxx, want them. Leads that need a closer look
        are odd: C0, C1 and E0 (overlong), EC and above (surrogates, four bytes).

        @param due Marks the bytes that letters of the word before want, then those that letters
        of this word want of the next one.
    */
    static std::uint64_t oddities_in(std::uint64_t word, std::uint64_t& due) noexcept
    {
        const std::uint64_t lead = word & word << 1 & tops;
        const std::uint64_t lead_of_three = lead & word << 2;
        const std::uint64_t following = (word & tops) ^ lead;
        const std::uint64_t wanted = due | lead << 8 | lead_of_three << 16;
        due = lead >> 56 | lead_of_three >> 48;
        const std::uint64_t middle = word << 4 | word << 5 | word << 6; // bits 3, 2 and 1
        const std::uint64_t odd_two = lead & ~lead_of_three & ~(middle | word << 3);
        const std::uint64_t above = word << 3 | (word << 4 & word << 5);
        const std::uint64_t odd_three = lead_of_three & (above | ~(middle | word << 7));
        return (following ^ wanted) | odd_two | odd_three;
    }

    [[gnu::always_inline]] void skip_blanks() noexcept
    {
        if (*at_ <= ' ') pass_blanks();
    }

    void pass_blanks() noexcept
    {
        while (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')
            ++at_;
    }

    template <std::size_t Size>
    bool take_word(const char (&word)[Size]) noexcept
    {
        skip_blanks();
        if (std::memcmp(at_, word, Size - 1) != 0) return false;
        at_ += Size - 1;
        return true;
    }

    char* at_ = nullptr;
    char* end_ = nullptr;
    bool is_ascii_ = true;
};

} // namespace bontot::detail

#endif
