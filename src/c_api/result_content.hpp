// SPDX-License-Identifier: BSL-1.0
// What a result handle holds, once it was evaluated into.
#ifndef BONTOT_C_API_RESULT_CONTENT_HPP
#define BONTOT_C_API_RESULT_CONTENT_HPP

#include "figures.hpp"
#include "guard.hpp"
#include "kinds.hpp"

#include <bontot/text.hpp>

#include <bontot/json/diagnosis.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace bontot::c_api {

/** Returns the content of a result that has been evaluated into, or null. */
inline const result* content_of(const bontot_result* handle) noexcept
{
    const bool is_there = handle != nullptr && handle->content.grade != none;
    return is_there ? &handle->content : nullptr;
}

inline const result& require_content(const bontot_result* handle)
{
    require(handle, "result");
    const result* const content = content_of(handle);
    if (content == nullptr) refuse(BONTOT_MISUSE, message::api_not_evaluated, {});
    return *content;
}

/** Returns the place of a role by its id, or refuses with the ids that there are. */
inline std::uint32_t role_named(const rubric& sheet, std::string_view id)
{
    const std::uint32_t found = sheet.find_role(id);
    if (found != none) return found;
    string known;
    for (const role_spec& each : sheet.roles) {
        if (!known.empty()) known += ", ";
        known += each.id;
    }
    const std::string_view brief = is_valid_utf8(id) ? detail::shown(id) : "?";
    refuse(BONTOT_NOT_FOUND, message::api_no_role, {brief, known});
}

/** Returns one entry of a list in a result, or null. */
template <class Entry>
const Entry*
entry_of(const bontot_result* handle, vector<Entry> result::*list, std::size_t index) noexcept
{
    const result* const content = content_of(handle);
    const bool is_there = content != nullptr && index < (content->*list).size();
    return is_there ? &(content->*list)[index] : nullptr;
}

inline bontot_truth truth_out(truth what) noexcept
{
    switch (what) {
    case truth::no:
        return BONTOT_NO;
    case truth::yes:
        return BONTOT_YES;
    case truth::open:
        return BONTOT_OPEN;
    }
    return -1;
}

/** Text of a few letters, that never takes memory. */
class short_text
{
public:
    short_text& operator+=(char letter) noexcept
    {
        if (size_ < sizeof letters_) letters_[size_] = letter;
        ++size_;
        return *this;
    }
    [[nodiscard]] bool fits(std::size_t room) const noexcept
    {
        return size_ <= sizeof letters_ && size_ < room;
    }
    void copy_to(char* buffer) const noexcept
    {
        std::memcpy(buffer, letters_, size_);
        buffer[size_] = '\0';
    }

private:
    char letters_[BONTOT_DATE_ROOM] = {};
    std::size_t size_ = 0;
};

/** Writes a day and a zero byte into a buffer. */
inline bontot_status
day_out(const std::optional<date>& day, char* buffer, std::size_t room) noexcept
{
    if (buffer == nullptr) return BONTOT_MISUSE;
    if (!day) return BONTOT_NOT_FOUND;
    short_text text;
    append_date(text, *day);
    if (!text.fits(room)) return BONTOT_NO_FIT;
    text.copy_to(buffer);
    return BONTOT_OK;
}

} // namespace bontot::c_api

#endif
