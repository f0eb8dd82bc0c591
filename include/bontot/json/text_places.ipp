// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_TEXT_PLACES_IPP
#define BONTOT_JSON_TEXT_PLACES_IPP

#include <bontot/error.hpp>

#include <bontot/base/utf8.hpp>
#include <bontot/json/text_places.hpp>

#include <algorithm>
#include <string_view>

namespace bontot::detail {

text_places::text_places(std::string_view text) : text_(text)
{
    // A byte order mark is no column.
    scanned_ = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
}

void text_places::find(diagnostic& what)
{
    what.offset = std::min(what.offset, text_.size());
    for (; scanned_ < what.offset; ++scanned_) {
        if (text_[scanned_] == '\n') {
            ++line_;
            column_ = 1;
        } else if (!is_continuation(text_[scanned_])) {
            ++column_;
        }
    }
    what.line = line_;
    what.column = column_;
}

} // namespace bontot::detail

#endif
