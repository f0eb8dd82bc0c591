// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DETAIL_PLAIN_JSON_HPP
#define BONTOT_DETAIL_PLAIN_JSON_HPP

#include <bontot/arena.hpp>
#include <bontot/number.hpp>

#include <bontot/detail/utf8.hpp>

#include <bit> // std::countr_zero
#include <cstdint>
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
        low_ = load_word(bytes);
        high_ = load_word(bytes + 8);
        low_mask_ = load_word(mask);
        high_mask_ = load_word(mask + 8);
    }

    /** Tells whether a text of at least 16 bytes begins with the name and a quote. */
    [[nodiscard]] constexpr bool is_at(const char* text) const noexcept
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
    decimals. What it understands, a JSON parser reads alike; at anything else
    it says no, and where it stands then means nothing.

    @par Object lifetimes
    Works in a copy of the text; the texts that it finds lie in that copy, each
    with a zero byte behind it, and live as long as the arena keeps it.
*/
class plain_json
{
public:
    plain_json(std::string_view text, arena& store)
    {
        char* const copy = store.make_array<char>(text.size() + room_behind);
        if (!text.empty()) std::memcpy(copy, text.data(), text.size());
        std::memset(copy + text.size(), 0, room_behind); // where every search ends
        at_ = copy;
        end_ = copy + text.size();
    }

    /** Steps over blanks and one of the signs that build objects, lists and texts. */
    bool take(char sign) noexcept
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

    [[nodiscard]] bool is_text_next() noexcept
    {
        skip_blanks();
        return *at_ == '"';
    }

    bool take_number(number& out) noexcept
    {
        skip_blanks();
        const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
        const std::size_t size = read_short_number(rest, out);
        at_ += size;
        return size > 0;
    }

    bool take_text(std::string_view& out) noexcept { return take('"') && take_rest_of_text(out); }

    /** Steps over what follows a text's first quote. */
    bool take_rest_of_text(std::string_view& out) noexcept
    {
        char* quote = next_stop(at_);
        is_ascii_ = *quote == '"';
        if (!is_ascii_) {
            quote = find_quote(quote);
            if (quote == nullptr) return false;
        }
        out = std::string_view(at_, static_cast<std::size_t>(quote - at_));
        *quote = '\0';
        at_ = quote + 1;
        return true;
    }

    /** Tells whether the last text had ASCII letters only. */
    [[nodiscard]] bool is_ascii() const noexcept { return is_ascii_; }

    [[nodiscard]] bool is_at_end() noexcept
    {
        skip_blanks();
        return at_ == end_;
    }

private:
    static constexpr std::size_t room_behind = 16;

    /** Marks the bytes that end a text, are of a longer letter, or may not stand in a text.

        Each subtraction borrows into the top bit of a byte that is looked for, or has that
        bit set already. The lowest mark is right; above it a borrow may have gone on.
    */
    static std::uint64_t stops_in(std::uint64_t word) noexcept
    {
        constexpr std::uint64_t ones = 0x0101010101010101U;
        const std::uint64_t quotes = (word ^ ('"' * ones)) - ones;
        const std::uint64_t escapes = (word ^ ('\\' * ones)) - ones;
        const std::uint64_t controls = word - ' ' * ones;
        return (quotes | escapes | controls | word) & (0x80 * ones);
    }

    static char* next_stop(char* at) noexcept
    {
        std::uint64_t stops = stops_in(load_word(at));
        while (stops == 0) {
            at += 8;
            stops = stops_in(load_word(at));
        }
        return at + static_cast<unsigned>(std::countr_zero(stops)) / 8;
    }

    /** Returns the quote that ends a text with longer letters; null: it is no text, or has escapes.
     */
    char* find_quote(char* at) const noexcept
    {
        while (*at != '"') {
            const bool is_ascii = static_cast<unsigned char>(*at) < 0x80U;
            if (is_ascii) return nullptr; // an escape, a control character, or the end
            std::size_t size = usual_letter_size(load_word(at));
            if (size == 0) {
                const std::string_view rest(at, static_cast<std::size_t>(end_ - at));
                const code_point letter = read_code_point(rest, 0);
                if (!letter.valid) return nullptr;
                size = letter.size;
            }
            at = next_stop(at + size);
        }
        return at;
    }

    void skip_blanks() noexcept
    {
        if (*at_ > ' ') return;
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
