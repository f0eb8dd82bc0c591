// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_LINT_HPP
#define BONTOT_WRITE_LINT_HPP

#include <bontot/lint.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/append_through.hpp>

namespace bontot::detail {

void write_json(string& out, const rubric& sheet, const lint_findings& findings, language in);

} // namespace bontot::detail

namespace bontot {

/** Appends what lint found as JSON (format bontot-lint/1), with texts in one language.

    @param sheet The rubric that was looked at.
*/
template <class String>
void append_json(String& out, const rubric& sheet, const lint_findings& findings, language in)
{
    detail::append_through(out, [&](string& text) {
        detail::write_json(text, sheet, findings, in);
    });
}

} // namespace bontot

#endif
