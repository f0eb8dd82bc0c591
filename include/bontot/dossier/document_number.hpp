// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_DOCUMENT_NUMBER_HPP
#define BONTOT_DOSSIER_DOCUMENT_NUMBER_HPP

#include <bontot/base/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace bontot::detail {

/** Tells whether a number is spelled in the one way already; false when it may not be. */
inline bool is_plain_document_number(std::string_view printed)
{
    char last = 0;
    for (const char c : printed) {
        const bool is_plain = c > ' ' && c < 0x7f && !(c == '/' && last == '/');
        if (!is_plain) return false;
        last = c;
    }
    return true;
}

/** Appends a document's number in one spelling, however it was printed.

    Real numbers differ by hyphens (U+2010 to U+2015 and U+2212 for "-"), by
    blanks and by doubled slashes: "12 - BC//CB" is "12-BC/CB".
*/
template <class String>
void append_document_number(String& out, std::string_view printed)
{
    const std::size_t start = out.size();
    for (std::size_t i = 0; i < printed.size();) {
        const code_point read = read_code_point(printed, i);
        const std::string_view bytes = printed.substr(i, read.size);
        i += read.size;
        const bool is_blank = read.value == ' ' || read.value == '\t' || read.value == 0xA0;
        const bool is_hyphen =
            (read.value >= 0x2010 && read.value <= 0x2015) || read.value == 0x2212;
        const bool is_doubled = read.value == '/' && out.size() > start && out.back() == '/';
        if (is_blank || is_doubled) continue;
        if (is_hyphen) {
            out += '-';
        } else {
            out += bytes;
        }
    }
}

} // namespace bontot::detail

#endif
