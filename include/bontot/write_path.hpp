// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_PATH_HPP
#define BONTOT_WRITE_PATH_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/path.hpp>
#include <bontot/write_text.hpp>

#include <bontot/base/append_through.hpp>

namespace bontot::detail {

void write_text(string& out, const path& about, const text_options& options);
void write_json(string& out, const path& about, language in);

} // namespace bontot::detail

namespace bontot {

/** Appends a path that was searched for as JSON in the format bontot-path/1, labels and sentences
   in one language.

    The same path gives the same bytes on every platform.
*/
template <class String>
void append_json(String& out, const path& about, language in)
{
    detail::append_through(out, [&](string& text) { detail::write_json(text, about, in); });
}

/** Appends a path that was searched for as text for people, at most 100 columns wide. */
template <class String>
void append_text(String& out, const path& about, const text_options& options)
{
    detail::append_through(out, [&](string& text) { detail::write_text(text, about, options); });
}

} // namespace bontot

#endif
