// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_COMPARISON_HPP
#define BONTOT_WRITE_COMPARISON_HPP

#include <bontot/compare.hpp>
#include <bontot/write_text.hpp>

#include <bontot/impl/comparison_json.hpp>
#include <bontot/impl/comparison_text.hpp>

namespace bontot {

/** Appends a comparison as JSON in the format bontot-comparison/1, labels and sentences in one
    language.

    The same comparison gives the same bytes on every platform.
*/
template <class String>
void append_json(String& out, const comparison& about, language in)
{
    detail::comparison_json<String>(out, about, in).write();
}

/** Appends a comparison as text for people, at most 100 columns wide. */
template <class String>
void append_text(String& out, const comparison& about, const text_options& options)
{
    detail::comparison_text<String>(out, about, options).write();
}

} // namespace bontot

#endif
