// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_CODE_MACHINE_IPP
#define BONTOT_FEEL_CODE_MACHINE_IPP

#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>

#include <bontot/feel/code/machine.hpp>

#include <cstddef>

namespace bontot::feel::detail {

string& machine::draft() noexcept
{
    working_.text_.clear();
    return working_.text_;
}

void machine::replace(std::size_t count, const value& what)
{
    top_ -= count;
    *top_++ = what;
}

} // namespace bontot::feel::detail

#endif
