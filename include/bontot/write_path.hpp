// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_PATH_HPP
#define BONTOT_WRITE_PATH_HPP

#include <bontot/path.hpp>
#include <bontot/write_text.hpp>

#include <bontot/impl/path_json.hpp>
#include <bontot/impl/path_text.hpp>

namespace bontot {

/** Appends a path that was searched for as JSON in the format bontot-path/1, labels and sentences
   in one language.

    The same path gives the same bytes on every platform.
*/
template <class String>
void append_json(String& out, const path& about, language in)
{
    detail::path_json<String>(out, about, in).write();
}

/** Appends a path that was searched for as text for people, at most 100 columns wide. */
template <class String>
void append_text(String& out, const path& about, const text_options& options)
{
    detail::path_text<String>(out, about, options).write();
}

} // namespace bontot

#endif
