// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_RUBRIC_HPP
#define BONTOT_WRITE_RUBRIC_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/append_through.hpp>

namespace bontot::detail {

void write_template(string& out, const rubric& sheet, language in);
void write_description(string& out, const rubric& sheet, language in);

} // namespace bontot::detail

namespace bontot {

/** Appends a rubric as text for people: what is asked, how it is scored, what decides the grade. */
template <class String>
void append_description(String& out, const rubric& sheet, language in)
{
    detail::append_through(out, [&](string& text) { detail::write_description(text, sheet, in); });
}

/** Appends an empty dossier as JSON of many lines.

    Every fact is null, which is unknown; the member "guide", which readers
    pass over, gives each fact's label, type and range.
*/
template <class String>
void append_template(String& out, const rubric& sheet, language in)
{
    detail::append_through(out, [&](string& text) { detail::write_template(text, sheet, in); });
}

} // namespace bontot

#endif
