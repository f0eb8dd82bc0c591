// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_COMPARISON_HPP
#define BONTOT_WRITE_COMPARISON_HPP

#include <bontot/compare.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/write_text.hpp>

#include <bontot/base/append_through.hpp>

namespace bontot::detail {

void write_text(string& out, const comparison& about, const text_options& options);
void write_json(string& out, const comparison& about, language in);

} // namespace bontot::detail

namespace bontot {

/** Appends a comparison as JSON in the format bontot-comparison/1, labels and sentences in one
    language.

    The same comparison gives the same bytes on every platform.
*/
template <class String>
void append_json(String& out, const comparison& about, language in)
{
    detail::append_through(out, [&](string& text) { detail::write_json(text, about, in); });
}

/** Appends a comparison as text for people, at most 100 columns wide. */
template <class String>
void append_text(String& out, const comparison& about, const text_options& options)
{
    detail::append_through(out, [&](string& text) { detail::write_text(text, about, options); });
}

} // namespace bontot

#endif
