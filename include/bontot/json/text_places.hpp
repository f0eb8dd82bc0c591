// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_TEXT_PLACES_HPP
#define BONTOT_JSON_TEXT_PLACES_HPP

#include <bontot/error.hpp>

#include <cstddef>
#include <string_view>

namespace bontot::detail {

/** Finds lines and columns of places in a text that come in the order of the text. */
class text_places
{
public:
    explicit text_places(std::string_view text);

    /** Sets the line and the column of a diagnostic from its offset. */
    void find(diagnostic& what);

private:
    std::string_view text_;
    std::size_t scanned_;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

} // namespace bontot::detail

#endif
