// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_WITNESS_HPP
#define BONTOT_LINT_WITNESS_HPP

#include <bontot/lint.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <initializer_list>
#include <string_view>

namespace bontot::detail {

/** Writes what shows a finding, one piece after the other. */
class witness_text
{
public:
    witness_text(string& out, language in) : out_(out), in_(in) {}

    void write(const lint_witness& witness);

private:
    void write_fact(const lint_fact& fact);

    void add(message what, std::initializer_list<std::string_view> arguments);

    string& out_;
    language in_;
    bool is_first_ = true;
};

} // namespace bontot::detail

#endif
