// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BUILD_PIECE_CHECKS_HPP
#define BONTOT_BUILD_PIECE_CHECKS_HPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <bontot/json/diagnosis.hpp>

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Returns the place of an entry of a list, such as "/members/3". */
string entry_pointer(std::string_view list, std::size_t index);

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
    needed_day(std::string_view text, const string& pointer, std::string_view key);

    diagnosis faults_;

private:
    static string member_of(const string& pointer, std::string_view key);
};

} // namespace bontot::detail

#endif
