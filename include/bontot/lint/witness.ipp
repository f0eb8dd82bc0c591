// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_WITNESS_IPP
#define BONTOT_LINT_WITNESS_IPP

#include <bontot/lint.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <bontot/lint/witness.hpp>

#include <initializer_list>
#include <span>
#include <string_view>

namespace bontot::detail {

void witness_text::write(const lint_witness& witness)
{
    if (witness.value) {
        const auto shown = to_text(*witness.value);
        add(message::witness_value, {shown.view()});
    }
    for (const lint_fact& each : witness.facts)
        write_fact(each);
}

void witness_text::write_fact(const lint_fact& fact)
{
    const auto least = to_text(fact.least.value_or(number(0)));
    const auto most = to_text(fact.most.value_or(number(0)));
    if (!fact.json.empty()) {
        add(message::witness_fact_is, {fact.name, fact.json});
    } else if (fact.least && fact.most) {
        add(message::witness_from_to, {fact.name, least.view(), most.view()});
    } else if (fact.least) {
        add(message::witness_from, {fact.name, least.view()});
    } else if (fact.most) {
        add(message::witness_to, {fact.name, most.view()});
    } else {
        add(message::witness_any_value, {fact.name});
    }
}

void witness_text::add(message what, std::initializer_list<std::string_view> arguments)
{
    if (!is_first_) out_ += "; ";
    is_first_ = false;
    append_message(
        out_, what, in_, std::span<const std::string_view>(arguments.begin(), arguments.size())
    );
}

void write_witness(string& out, const lint_witness& witness, language in)
{
    witness_text(out, in).write(witness);
}

} // namespace bontot::detail

#endif
