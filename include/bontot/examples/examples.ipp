// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EXAMPLES_EXAMPLES_IPP
#define BONTOT_EXAMPLES_EXAMPLES_IPP

#include <bontot/error.hpp>
#include <bontot/evaluate.hpp>
#include <bontot/examples.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/words/reason.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Compares what an example expects with a result. */
class example_check
{
public:
    example_check(const example_rule& wanted, const result& got, example_outcome& out)
        : wanted_(wanted), got_(got), out_(out)
    {}

    void compare()
    {
        using kind = example_difference::kind;
        if (wanted_.points) compare(kind::points, none, *wanted_.points, got_.points);
        if (wanted_.possible) compare(kind::possible, none, *wanted_.possible, got_.possible);
        for (const criterion_bound& each : wanted_.nodes)
            compare(kind::node, each.node, each.least, got_.nodes[each.node].points);
        compare(kind::grade, wanted_.grade, got_.grade);
        compare(kind::grade_possible, wanted_.grade_possible, got_.grade_possible);
    }

private:
    void compare(
        example_difference::kind what, std::uint32_t node, const number& expected,
        const number& found
    )
    {
        if (settle(expected) == found) return;
        example_difference added;
        added.what = what;
        added.node = node;
        added.expected = expected;
        added.found = found;
        out_.differences.push_back(added);
    }

    void compare(example_difference::kind what, std::uint32_t expected, std::uint32_t found)
    {
        if (expected == none || expected == found) return;
        example_difference added;
        added.what = what;
        added.expected_grade = expected;
        added.found_grade = found;
        out_.differences.push_back(added);
    }

    const example_rule& wanted_;
    const result& got_;
    example_outcome& out_;
};

inline void test_example(
    const std::shared_ptr<const rubric>& sheet, const example_rule& example, result& got,
    example_outcome& out, memory& source
)
{
    dossier_options options;
    std::shared_ptr<const reference> committee;
    if (!example.reference.empty()) {
        auto read = read_reference(sheet, example.reference, options.limits, source);
        if (read) {
            committee = *read;
            options.committee = committee.get();
        } else {
            out.errors = read.error();
            return;
        }
    }
    auto read = read_dossier(sheet, example.dossier, options, source);
    if (!read) {
        out.errors = read.error();
        return;
    }
    evaluate(**read, got);
    example_check(example, got, out).compare();
}

/** Writes what became of the examples, one language. */
class example_report
{
public:
    example_report(string& out, const rubric& sheet, language in)
        : out_(out), sheet_(sheet), in_(in), teller_(sheet, in)
    {}

    void write(std::span<const example_outcome> outcomes)
    {
        std::size_t failed = 0;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            write_one(i, outcomes[i]);
            failed += outcomes[i].passed() ? 0U : 1U;
        }
        const string passed = teller_.shown(number(outcomes.size() - failed));
        out_ += teller_.filled(message::example_summary, {passed, teller_.shown(number(failed))});
        out_ += '\n';
    }

private:
    void write_one(std::size_t index, const example_outcome& outcome)
    {
        out_ +=
            message_text(outcome.passed() ? message::example_passed : message::example_failed, in_);
        out_ += "  /examples/";
        append_plain(out_, number(index));
        out_ += "  ";
        out_ += sheet_.examples[index].label.in(in_);
        out_ += '\n';
        for (const diagnostic& each : outcome.errors) {
            out_ += "    ";
            out_ += each.pointer;
            out_ += ": ";
            append_diagnostic(out_, each, in_);
            out_ += '\n';
        }
        for (const example_difference& each : outcome.differences)
            write_difference(each);
    }

    void write_difference(const example_difference& what)
    {
        using kind = example_difference::kind;
        const bool is_grade = what.what == kind::grade || what.what == kind::grade_possible;
        const string expected =
            is_grade ? string(sheet_.grades[what.expected_grade].id) : teller_.shown(what.expected);
        const string found =
            is_grade ? string(sheet_.grades[what.found_grade].id) : teller_.shown(what.found);
        constexpr message names[] = {
            message::example_points, message::example_possible, message::example_node,
            message::example_grade, message::example_grade_possible};
        const std::string_view node =
            what.node == none ? std::string_view() : sheet_.nodes[what.node].id;
        const string name = teller_.filled(names[static_cast<std::size_t>(what.what)], {node});
        out_ += "    ";
        out_ += teller_.filled(message::example_difference, {name, expected, found});
        out_ += '\n';
    }

    string& out_;
    const rubric& sheet_;
    language in_;
    teller teller_;
};

} // namespace bontot::detail

namespace bontot {

vector<example_outcome> test_examples(const std::shared_ptr<const rubric>& sheet, memory& source)
{
    vector<example_outcome> out{allocator<example_outcome>(source)};
    result got(source);
    for (const example_rule& each : sheet->examples) {
        out.push_back(example_outcome{
            error_list(allocator<diagnostic>(source)),
            vector<example_difference>(allocator<example_difference>(source))});
        detail::test_example(sheet, each, got, out.back(), source);
    }
    return out;
}

} // namespace bontot

namespace bontot::detail {

void write_example_report(
    string& out, const rubric& sheet, std::span<const example_outcome> outcomes, language in
)
{
    example_report(out, sheet, in).write(outcomes);
}

} // namespace bontot::detail

#endif
