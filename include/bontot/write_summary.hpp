// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_SUMMARY_HPP
#define BONTOT_WRITE_SUMMARY_HPP

#include <bontot/memory.hpp>
#include <bontot/result.hpp>

#include <bontot/base/append_through.hpp>

namespace bontot::detail {

void write_summary(string& out, const result& about);

} // namespace bontot::detail

namespace bontot {

/** Appends the figures of a result as one short line of JSON in the format bontot-summary/1,
    without a newline: what a program asks that scores many units.

    The same result gives the same bytes on every platform.
*/
template <class String>
void append_summary(String& out, const result& about)
{
    detail::append_through(out, [&](string& text) { detail::write_summary(text, about); });
}

} // namespace bontot

#endif
