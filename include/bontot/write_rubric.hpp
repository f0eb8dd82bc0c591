// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_RUBRIC_HPP
#define BONTOT_WRITE_RUBRIC_HPP

#include <bontot/rubric.hpp>

#include <bontot/impl/dossier_template.hpp>
#include <bontot/impl/rubric_text.hpp>

namespace bontot {

/** Appends a rubric as text for people: what is asked, how it is scored, what decides the grade. */
template <class String>
void append_description(String& out, const rubric& sheet, language in)
{
    detail::rubric_text<String>(out, sheet, in).write();
}

/** Appends an empty dossier as JSON of many lines.

    Every fact is null, which is unknown; the member "guide", which readers
    pass over, gives each fact's label, type and range.
*/
template <class String>
void append_template(String& out, const rubric& sheet, language in)
{
    detail::dossier_template<String>(out, sheet, in).write();
}

} // namespace bontot

#endif
