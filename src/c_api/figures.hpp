// SPDX-License-Identifier: BSL-1.0
// How a figure leaves the library: as a scaled number or as exact text.
#ifndef BONTOT_C_API_FIGURES_HPP
#define BONTOT_C_API_FIGURES_HPP

#include <bontot/bontot.h>
#include <bontot/number.hpp>

#include <cstddef>
#include <cstring>
#include <optional>
#include <string_view>

namespace bontot::c_api {

/** Stores a figure as a number; a null pointer is a figure that is not there. */
inline bontot_status number_out(const number* figure, bontot_number* out) noexcept
{
    if (figure == nullptr || out == nullptr) return BONTOT_MISUSE;
    bontot_number scaled{};
    if (!figure->to_scaled(scaled.coefficient, scaled.scale)) return BONTOT_NO_FIT;
    *out = scaled;
    return BONTOT_OK;
}

/** Writes a figure's digits and a zero byte into a buffer. */
inline bontot_status digits_out(const number* figure, char* buffer, std::size_t room) noexcept
{
    if (figure == nullptr || buffer == nullptr) return BONTOT_MISUSE;
    const auto text = to_text(*figure);
    const std::string_view digits = text.view();
    if (digits.size() >= room) return BONTOT_NO_FIT;
    std::memcpy(buffer, digits.data(), digits.size());
    buffer[digits.size()] = '\0';
    return BONTOT_OK;
}

/** Writes one end of a range, if it has that end. */
inline bontot_status bound_out(
    const std::optional<number>& least, const std::optional<number>& most, bontot_bound which,
    char* buffer, std::size_t room
) noexcept
{
    if (which != BONTOT_LEAST && which != BONTOT_MOST) return BONTOT_MISUSE;
    const std::optional<number>& end = which == BONTOT_LEAST ? least : most;
    return end ? digits_out(&*end, buffer, room) : BONTOT_NOT_FOUND;
}

} // namespace bontot::c_api

#endif
