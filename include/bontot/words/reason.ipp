// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WORDS_REASON_IPP
#define BONTOT_WORDS_REASON_IPP

#include <bontot/feel/program.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <bontot/words/reason.hpp>

namespace bontot::detail {

string teller::shown(const number& value) const
{
    string out;
    append_number(out, value);
    return out;
}

message teller::test_message(const feel::simple_test& test)
{
    using form = feel::simple_test::form;
    if (test.what == form::text) return message::test_equal;
    const bool is_any = !test.has_low && !test.has_high;
    if (test.what == form::everything || is_any) return message::test_any;
    if (!test.has_high) return test.low_open ? message::test_above : message::test_at_least;
    if (!test.has_low) return test.high_open ? message::test_below : message::test_at_most;
    if (test.low == test.high) return message::test_equal;
    if (test.low_open) return test.high_open ? message::test_open : message::test_above_to;
    return test.high_open ? message::test_half_open : message::test_closed;
}

} // namespace bontot::detail

#endif
