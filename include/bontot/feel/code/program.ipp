// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_CODE_PROGRAM_IPP
#define BONTOT_FEEL_CODE_PROGRAM_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/feel/value.hpp>

#include <bontot/feel/code/code.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::feel {

type program::result() const
{
    return data_ ? data_->result : type::null();
}

std::string_view program::source() const
{
    return data_ ? std::string_view(data_->source) : std::string_view();
}

std::span<const std::uint32_t> program::variables() const
{
    if (!data_) return {};
    return data_->variables;
}

std::span<const field_reference> program::fields_read() const
{
    if (!data_) return {};
    return data_->fields;
}

std::span<const variable_reference> program::references() const
{
    if (!data_) return {};
    return data_->references;
}

std::optional<std::uint32_t> program::single_variable() const
{
    if (!data_ || data_->is_unary_tests || data_->code.size() != 1) return {};
    const detail::instruction& only = data_->code.front();
    if (only.operation != detail::opcode::load) return {};
    return only.wide;
}

std::optional<value> program::constant() const
{
    if (!data_ || data_->is_unary_tests || data_->code.size() != 1) return {};
    const detail::instruction& only = data_->code.front();
    if (only.operation == detail::opcode::null) return value::null();
    if (only.operation != detail::opcode::constant) return {};
    const value& found = data_->constants[only.wide];
    const bool is_composed = found.is(kind::list) || found.is(kind::range);
    return is_composed ? std::optional<value>() : found;
}

bool program::has_simple_tests() const
{
    return data_ && data_->has_simple_tests;
}

std::span<const simple_test> program::tests() const
{
    if (!has_simple_tests()) return {};
    return data_->tests;
}

bool program::is_unary_tests() const
{
    return data_ && data_->is_unary_tests;
}

} // namespace bontot::feel

#endif
