// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WORDS_PLAIN_HPP
#define BONTOT_WORDS_PLAIN_HPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <bontot/json/writer.hpp>
#include <bontot/number/text.hpp>

#include <initializer_list>
#include <string_view>

namespace bontot::detail {

/** Returns a message with its places filled. */
[[nodiscard]] string
filled_words(message code, language in, std::initializer_list<std::string_view> with);

/** Appends a number as people write it: with a comma in Vietnamese. */
template <class String>
void append_number_words(String& out, const number& value, language in)
{
    append_decimal(out, value, in == language::vi ? ',' : '.');
}

/** Appends a day as people write it: day first in Vietnamese. */
template <class String>
void append_day_words(String& out, const date& day, language in)
{
    if (in == language::en) {
        append_date(out, day);
        return;
    }
    for (const int part : {int{day.day}, int{day.month}}) {
        if (part < 10) out += '0';
        append_plain(out, number(part));
        out += '/';
    }
    append_plain(out, number(day.year));
}

} // namespace bontot::detail

#endif
