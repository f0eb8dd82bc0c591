// SPDX-License-Identifier: BSL-1.0
// What the parts of the quick reader share.
#ifndef BONTOT_DOSSIER_READER_STREAM_BASE_HPP
#define BONTOT_DOSSIER_READER_STREAM_BASE_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/dossier.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/text.hpp>

#include <bontot/base/utf8.hpp>
#include <bontot/json/plain_json.hpp>
#include <bontot/json/reading.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** A text of at most so many bytes, made in an arena: one that is only ever shortened. */
class bounded_text
{
public:
    bounded_text(arena& store, std::size_t most)
        : begin_(store.make_array<char>(most + 1)), end_(begin_), most_(most)
    {}

    void append(const char* bytes, std::size_t count)
    {
        is_within_ = is_within_ && count <= most_ - size();
        if (!is_within_) return;
        std::memcpy(end_, bytes, count);
        end_ += count;
    }
    bounded_text& operator+=(std::string_view bytes)
    {
        append(bytes.data(), bytes.size());
        return *this;
    }
    bounded_text& operator+=(char byte)
    {
        append(&byte, 1);
        return *this;
    }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(end_ - begin_); }
    [[nodiscard]] char back() const { return end_[-1]; }

    /** Gives the text, with a zero byte behind it; false: it did not fit. */
    bool finish(std::string_view& out)
    {
        *end_ = '\0';
        out = std::string_view(begin_, size());
        return is_within_;
    }

private:
    char* begin_;
    char* end_;
    std::size_t most_;
    bool is_within_ = true;
};

/** Reads `YYYY-MM-DD` from ten bytes, all digits at once: a dossier has many days. */
inline std::optional<date> day_of_ten(const char* text) noexcept
{
    constexpr std::uint64_t tops = 0x8080808080808080U;
    constexpr std::uint64_t zeros[] = {pack_word("0000-00-"), pack_word("00-00-00")};
    // A digit above nine, or a hyphen above itself, gets its top bit; what is below has it already.
    constexpr std::uint64_t room[] = {pack_word("vvvv\x7Fvv\x7F"), pack_word("vv\x7Fvv\x7Fvv")};
    const std::uint64_t begin = load_word(text) - zeros[0];
    const std::uint64_t end = load_word(text + 2) - zeros[1];
    if (((begin | end | (begin + room[0]) | (end + room[1])) & tops) != 0) return {};
    const auto two_digits = [](std::uint64_t word, unsigned at) {
        return static_cast<std::int64_t>((word * 10 + (word >> 8U)) >> 8U * at & 0xFFU);
    };
    const std::int64_t year = two_digits(begin, 0) * 100 + two_digits(begin, 2);
    if (year == 0) return {};
    return make_date(year, two_digits(begin, 5), two_digits(end, 6));
}

/** Where the quick reader stands in the text, what it fills, and how it reads what many parts have.

    What is unusual, be it an error or only rare, is left to
    @ref dossier_reading, which reads the text from its beginning and alone
    says what is wrong. So each function here and in the parts tells only
    whether it understood; all that it does understand must mean what it means
    there.
*/
class dossier_stream_base
{
public:
    dossier_stream_base(dossier& to, const dossier_options& given, std::string_view text)
        : out(to), sheet(*to.sheet), options(given), json(text, to.store)
    {}

    /** A name that an object may have, and what reads the value. */
    template <class Into>
    struct member
    {
        plain_key key;
        bool (*read)(dossier_stream_base& from, Into& into);
    };
    /** Which name came after each one the last time; before that, the next one in the table. */
    template <std::size_t Count>
    struct followers
    {
        constexpr followers() noexcept
        {
            for (std::size_t i = 0; i <= Count; ++i)
                next[i] = i + 1 < Count ? i + 1 : 0;
        }
        std::size_t next[Count + 1]; /**< the last one: which name came first */
    };

    template <std::size_t Required, class Into, std::size_t Count>
    bool read_members(const member<Into> (&table)[Count], followers<Count>& after, Into& into);
    template <class Function>
    bool read_list(const Function& read_element);

    bool read_number(number& amount);
    bool read_number_or_null(std::optional<number>& amount);
    bool read_text_or_null(std::string_view& text);
    bool read_normal_or_null(std::string_view& text);
    bool read_date(std::optional<date>& day);
    bool read_date_or_null(std::optional<date>& day);
    bool normalize(std::string_view& text);
    [[nodiscard]] std::size_t levels_within(std::size_t depth) const;

    dossier& out;
    const rubric& sheet;
    const dossier_options& options;
    plain_json json;

private:
    template <class Into, std::size_t Count>
    std::size_t take_key(const member<Into> (&table)[Count], std::size_t guess);
};

/** Reads an object; the first names of the table are required. */
template <std::size_t Required, class Into, std::size_t Count>
bool dossier_stream_base::read_members(
    const member<Into> (&table)[Count], followers<Count>& after, Into& into
)
{
    static_assert(Count < 32);
    constexpr std::uint32_t required = (1U << Required) - 1;
    if (!json.take('{')) return false;
    std::uint32_t seen = 0;
    std::size_t last = Count;
    do {
        if (!json.take('"')) return false;
        const std::size_t which = take_key(table, after.next[last]);
        if (which == Count || (seen >> which & 1U) != 0 || !json.take(':')) return false;
        seen |= 1U << which;
        after.next[last] = which;
        last = which;
        if (!table[which].read(*this, into)) return false;
    } while (json.take(','));
    return (seen & required) == required && json.take('}');
}

/** Returns which name stands next, or how many there are if it is none of them. */
template <class Into, std::size_t Count>
std::size_t dossier_stream_base::take_key(const member<Into> (&table)[Count], std::size_t guess)
{
    std::size_t which = guess;
    for (std::size_t next = 0; !json.take_key(table[which].key); ++next) {
        if (next == Count) return Count;
        which = next;
    }
    return which;
}

/** Reads a list, each of its elements with a function that tells whether it understood. */
template <class Function>
inline bool dossier_stream_base::read_list(const Function& read_element)
{
    if (!json.take('[')) return false;
    if (json.take(']')) return true;
    do {
        if (!read_element()) return false;
    } while (json.take(','));
    return json.take(']');
}

/** Reads JSON's number, or a text in its grammar that has one meaning only. */
inline bool dossier_stream_base::read_number(number& amount)
{
    if (!json.is_next('"')) return json.take_number(amount);
    std::string_view written;
    return json.take_rare_text(written) && !is_thousands_like(written) &&
           number::parse(written, amount) == number_status::ok;
}

inline bool dossier_stream_base::read_number_or_null(std::optional<number>& amount)
{
    return json.take_null() || read_number(amount.emplace());
}

inline bool dossier_stream_base::read_text_or_null(std::string_view& text)
{
    return json.is_next('"') ? json.take_text(text) : json.take_null();
}

inline bool dossier_stream_base::read_normal_or_null(std::string_view& text)
{
    return json.is_next('"') ? json.take_text(text) && normalize(text) : json.take_null();
}

inline bool dossier_stream_base::read_date(std::optional<date>& day)
{
    std::string_view text;
    if (!json.take_text(text) || text.size() != 10) return false;
    day = day_of_ten(text.data());
    return day.has_value();
}

inline bool dossier_stream_base::read_date_or_null(std::optional<date>& day)
{
    return json.is_next('"') ? read_date(day) : json.take_null();
}

/** Returns how many objects and lists may stand in each other within so many others; not more than
    the stack can easily bear. */
inline std::size_t dossier_stream_base::levels_within(std::size_t depth) const
{
    constexpr std::size_t most = 64;
    return std::min(options.limits.depth, most) - depth;
}

/** Composes the text that was read last. */
inline bool dossier_stream_base::normalize(std::string_view& text)
{
    if (json.is_ascii() || is_plainly_normal(text)) return true;
    bounded_text normal(out.store, text.size());
    append_normalized(normal, text);
    return normal.finish(text);
}

} // namespace bontot::detail

#endif
