// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_PIECE_CHECKS_HPP
#define BONTOT_IMPL_PIECE_CHECKS_HPP

#include <bontot/detail/diagnosis.hpp>
#include <bontot/detail/json_document.hpp>
#include <bontot/detail/json_reading.hpp>

namespace bontot::detail {

/** Returns the place of an entry of a list, such as "/members/3". */
inline string entry_pointer(std::string_view list, std::size_t index)
{
    string out(list);
    const std::string digits = std::to_string(index);
    append_pointer_key(out, digits);
    return out;
}

/** What is wrong with the pieces that something is built of, with places as in its JSON. */
class piece_checks
{
protected:
    explicit piece_checks(memory& source) : faults_(source) {}

    void add(message code, std::string_view pointer, std::initializer_list<std::string_view> named)
    {
        faults_.add_at(code, 0, named).pointer = pointer;
    }

    /** Asks for a text that says something. */
    void need_text(std::string_view text, const string& pointer, std::string_view key)
    {
        if (text.empty()) add(message::reading_empty_text, member_of(pointer, key), {});
    }

    /** Reads a day; an empty text is none. */
    std::optional<date> day_in(std::string_view text, const string& pointer, std::string_view key)
    {
        return text.empty() ? std::optional<date>() : needed_day(text, pointer, key);
    }

    /** Reads a day that must be there. */
    std::optional<date>
    needed_day(std::string_view text, const string& pointer, std::string_view key)
    {
        const std::optional<date> day = day_of(text);
        if (!day) add(message::reading_bad_date, member_of(pointer, key), {date_like(text)});
        return day;
    }

    diagnosis faults_;

private:
    static string member_of(const string& pointer, std::string_view key)
    {
        string out(pointer);
        append_pointer_key(out, key);
        return out;
    }
};

} // namespace bontot::detail

#endif
