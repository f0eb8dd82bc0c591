// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_RUBRIC_DIFF_HPP
#define BONTOT_WRITE_RUBRIC_DIFF_HPP

#include <bontot/rubric_diff.hpp>
#include <bontot/write_text.hpp>

#include <bontot/impl/diff_json.hpp>
#include <bontot/impl/diff_text.hpp>

namespace bontot {

/** Appends, as one JSON object in the format bontot-rubric-diff/1, what the last dossier's change
    of grade is and needs.

    @param about A diff that has a last dossier.
*/
template <class String>
void append_change_json(String& out, const rubric_diff& about, language in)
{
    detail::diff_json<String>(out, about, in).write_change();
}

/** Appends the counts of all dossiers as one JSON object in the same format. */
template <class String>
void append_json(String& out, const rubric_diff& about, language in)
{
    detail::diff_json<String>(out, about, in).write_counts();
}

/** Appends the last dossier's change of grade as text for people, at most 100 columns wide.

    @param about A diff that has a last dossier.
*/
template <class String>
void append_change_text(String& out, const rubric_diff& about, const text_options& options)
{
    detail::diff_text<String>(out, about, options).write_change();
}

/** Appends the counts of all dossiers as text for people. */
template <class String>
void append_text(String& out, const rubric_diff& about, const text_options& options)
{
    detail::diff_text<String>(out, about, options).write_counts();
}

} // namespace bontot

#endif
