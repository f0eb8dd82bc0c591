// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_RANKING_HPP
#define BONTOT_WRITE_RANKING_HPP

#include <bontot/memory.hpp>
#include <bontot/ranking.hpp>
#include <bontot/write_text.hpp>

#include <bontot/base/append_through.hpp>

namespace bontot::detail {

void write_text(string& out, const ranking& about, const text_options& options);
void write_json(string& out, const ranking& about);

} // namespace bontot::detail

namespace bontot {

/** Appends a ranking as JSON in the format bontot-ranking/1.

    The same units give the same bytes, in whatever order they were added.
*/
template <class String>
void append_json(String& out, const ranking& about)
{
    detail::append_through(out, [&](string& text) { detail::write_json(text, about); });
}

/** Appends a ranking as text for people, at most 100 columns wide. */
template <class String>
void append_text(String& out, const ranking& about, const text_options& options)
{
    detail::append_through(out, [&](string& text) { detail::write_text(text, about, options); });
}

} // namespace bontot

#endif
