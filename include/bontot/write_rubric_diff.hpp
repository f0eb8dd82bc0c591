// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_RUBRIC_DIFF_HPP
#define BONTOT_WRITE_RUBRIC_DIFF_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric_diff.hpp>
#include <bontot/write_text.hpp>

#include <bontot/base/append_through.hpp>

namespace bontot::detail {

void write_text(string& out, const rubric_diff& about, const text_options& options);
void write_change_text(string& out, const rubric_diff& about, const text_options& options);
void write_json(string& out, const rubric_diff& about, language in);
void write_change_json(string& out, const rubric_diff& about, language in);

} // namespace bontot::detail

namespace bontot {

/** Appends, as one JSON object in the format bontot-rubric-diff/1, what the last dossier's change
    of grade is and needs.

    @param about A diff that has a last dossier.
*/
template <class String>
void append_change_json(String& out, const rubric_diff& about, language in)
{
    detail::append_through(out, [&](string& text) { detail::write_change_json(text, about, in); });
}

/** Appends the counts of all dossiers as one JSON object in the same format. */
template <class String>
void append_json(String& out, const rubric_diff& about, language in)
{
    detail::append_through(out, [&](string& text) { detail::write_json(text, about, in); });
}

/** Appends the last dossier's change of grade as text for people, at most 100 columns wide.

    @param about A diff that has a last dossier.
*/
template <class String>
void append_change_text(String& out, const rubric_diff& about, const text_options& options)
{
    detail::append_through(out, [&](string& text) {
        detail::write_change_text(text, about, options);
    });
}

/** Appends the counts of all dossiers as text for people. */
template <class String>
void append_text(String& out, const rubric_diff& about, const text_options& options)
{
    detail::append_through(out, [&](string& text) { detail::write_text(text, about, options); });
}

} // namespace bontot

#endif
