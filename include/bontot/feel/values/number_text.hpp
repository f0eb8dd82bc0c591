// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_NUMBER_TEXT_HPP
#define BONTOT_FEEL_VALUES_NUMBER_TEXT_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <optional>

namespace bontot::feel::detail {

/** Returns the number that a text says as FEEL writes it, or nothing.

    FEEL also allows `.5` and `007`, which the grammar of JSON does not: zeros
    are taken off or put before so that one reader serves both.

    @param text Is changed.
*/
[[nodiscard]] std::optional<bontot::number> parse_feel_number(string& text);

} // namespace bontot::feel::detail

#endif
