// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_READING_IPP
#define BONTOT_RUBRIC_READER_READING_IPP

#include <bontot/rubric/reader/reading.hpp>

#include <cstddef>
#include <string_view>

namespace bontot::detail {

std::size_t
source_offset(std::string_view source, std::size_t opening_quote, std::size_t decoded_offset)
{
    std::size_t at = opening_quote + 1;
    std::size_t decoded = 0;
    while (decoded < decoded_offset && at < source.size() && source[at] != '"') {
        if (source[at] != '\\') {
            ++at;
            ++decoded;
            continue;
        }
        if (at + 1 >= source.size() || source[at + 1] != 'u') {
            at += 2;
            ++decoded;
            continue;
        }
        unsigned code = 0;
        for (std::size_t i = at + 2; i < at + 6 && i < source.size(); ++i) {
            const char c = source[i];
            const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            code = code * 16 + static_cast<unsigned>(digit);
        }
        // A pair of surrogates is one character of four bytes: count two for each half.
        const bool is_surrogate = code >= 0xD800 && code < 0xE000;
        decoded += code < 0x80 ? 1U : code < 0x800 || is_surrogate ? 2U : 3U;
        at += 6;
    }
    return at;
}

} // namespace bontot::detail

#endif
