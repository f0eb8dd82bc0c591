// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_LINT_WITNESS_HPP
#define BONTOT_IMPL_LINT_WITNESS_HPP

#include <bontot/lint.hpp>

#include <initializer_list>

namespace bontot::detail {

/** Writes what shows a finding, one piece after the other. */
template <class String>
class witness_text
{
public:
    witness_text(String& out, language in) : out_(out), in_(in) {}

    void write(const lint_witness& witness)
    {
        if (witness.value) {
            const auto shown = to_text(*witness.value);
            add(message::witness_value, {shown.view()});
        }
        for (const lint_fact& each : witness.facts)
            write_fact(each);
    }

private:
    void write_fact(const lint_fact& fact)
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

    void add(message what, std::initializer_list<std::string_view> arguments)
    {
        if (!is_first_) out_ += "; ";
        is_first_ = false;
        append_message(
            out_, what, in_, std::span<const std::string_view>(arguments.begin(), arguments.size())
        );
    }

    String& out_;
    language in_;
    bool is_first_ = true;
};

} // namespace bontot::detail

namespace bontot {

template <class String>
void append_witness(String& out, const lint_witness& witness, language in)
{
    detail::witness_text<String>(out, in).write(witness);
}

} // namespace bontot

#endif
