// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_RANKING_HPP
#define BONTOT_WRITE_RANKING_HPP

#include <bontot/ranking.hpp>
#include <bontot/write_text.hpp>

#include <bontot/impl/ranking_json.hpp>
#include <bontot/impl/ranking_text.hpp>

namespace bontot {

/** Appends a ranking as JSON in the format bontot-ranking/1.

    The same units give the same bytes, in whatever order they were added.
*/
template <class String>
void append_json(String& out, const ranking& about)
{
    detail::ranking_json<String>(out, about).write();
}

/** Appends a ranking as text for people, at most 100 columns wide. */
template <class String>
void append_text(String& out, const ranking& about, const text_options& options)
{
    detail::ranking_text<String>(out, about, options).write();
}

} // namespace bontot

#endif
