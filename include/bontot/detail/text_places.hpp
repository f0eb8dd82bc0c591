// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DETAIL_TEXT_PLACES_HPP
#define BONTOT_DETAIL_TEXT_PLACES_HPP

#include <bontot/error.hpp>

#include <bontot/detail/utf8.hpp>

#include <algorithm>
#include <string_view>

namespace bontot::detail {

/** Finds lines and columns of places in a text that come in the order of the text. */
class text_places
{
public:
    explicit text_places(std::string_view text) : text_(text)
    {
        // A byte order mark is no column.
        scanned_ = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    }

    /** Sets the line and the column of a diagnostic from its offset. */
    void find(diagnostic& what)
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

private:
    std::string_view text_;
    std::size_t scanned_;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

} // namespace bontot::detail

#endif
