// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_READING_HPP
#define BONTOT_JSON_READING_HPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

inline constexpr std::uint32_t absent = 0xFFFFFFFFU;

/** Stands for a message as the argument of another one, in whichever language that is told. */
string message_argument(message which);

/** Tells whether a number is written like "16.000", which is sixteen thousand to one reader and
    sixteen to another (design 3). */
bool is_thousands_like(std::string_view text);

/** Returns a number without the dots that part its thousands. */
string without_dots(std::string_view text);

/** Tells whether an id has 1 to 100 letters. */
bool is_id_length(std::string_view id);

/** Reads a day that is written YYYY-MM-DD. */
inline std::optional<date> day_of(std::string_view text)
{
    return text.size() == 10 ? parse_date(text) : std::optional<date>();
}

/** Shows what was meant as a date; anything else could be somebody's words. */
std::string_view date_like(std::string_view text);

/** Returns the place of a word among some, or nothing. */
std::optional<std::size_t>
place_of_word(std::span<const std::string_view> words, std::string_view word);

/** Returns words as a message lists them. */
string list_of_words(std::span<const std::string_view> words);

/** Walks a JSON document by what is expected of it; what is not so becomes a fault. */
class json_reading
{
public:
    using names = std::initializer_list<std::string_view>;

    json_reading(const json_document& document, diagnosis& found) : doc(document), faults(found) {}

    /** Says that a value is of another type than wanted. */
    void wrong_type(std::uint32_t at, message wanted);

    bool expect(std::uint32_t at, json_kind kind, message wanted);

    /** Checks that a value is an object and has members of these names only. */
    bool expect_object(std::uint32_t at, names allowed);

    /** Finds the members of an object by their names, all in one pass; @ref absent: not there.

        Checks that there are no others. Members most often stand in the
        order of the names, so the next name is tried first.
    */
    template <std::size_t Count>
    bool find_members(
        std::uint32_t at, const std::string_view (&wanted)[Count], std::uint32_t (&places)[Count]
    )
    {
        std::fill(places, places + Count, absent);
        if (!expect(at, json_kind::object, message::want_object)) return false;
        std::size_t next = 0;
        for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
            const std::string_view key = doc[i].key;
            const bool is_next = next < Count && wanted[next] == key;
            const std::size_t found =
                is_next ? next
                        : static_cast<std::size_t>(std::find(wanted, wanted + Count, key) - wanted);
            if (found == Count) {
                unknown_key(i, wanted);
                continue;
            }
            if (places[found] == absent) places[found] = i;
            next = found + 1;
        }
        return true;
    }

    /** Returns the first member of a name, or @ref absent. */
    [[nodiscard]] std::uint32_t find(std::uint32_t object, std::string_view key) const;

    /** Like @ref find; null counts as not there. */
    [[nodiscard]] std::uint32_t find_known(std::uint32_t object, std::string_view key) const;

    /** Like @ref find; a missing member is a fault, unless a syntax error hides it. */
    std::uint32_t require(std::uint32_t object, std::string_view key);

    std::optional<std::string_view> text(std::uint32_t at);

    std::optional<bool> boolean(std::uint32_t at);

    /** Reads a number, from JSON's number or from a text in JSON's number grammar. */
    std::optional<number> number_of(std::uint32_t at, bool may_show = true);

    /** Reads an integer between two bounds. */
    std::optional<std::int64_t> integer_of(std::uint32_t at, std::int64_t least, std::int64_t most);

    std::optional<date> date_of(std::uint32_t at, bool may_show = true);

    /** Reads one of a few words; returns its index. */
    std::optional<std::size_t> word_of(std::uint32_t at, names words)
    {
        return word_of(at, std::span<const std::string_view>(words.begin(), words.size()));
    }
    std::optional<std::size_t> word_of(std::uint32_t at, std::span<const std::string_view> words);

    void unknown_key(std::uint32_t at, std::span<const std::string_view> allowed);

    static message kind_name(const json_node& node);

    const json_document& doc;
    diagnosis& faults;

private:
    void ambiguous_number(std::uint32_t at);
};

} // namespace bontot::detail

#endif
