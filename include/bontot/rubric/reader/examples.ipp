// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_EXAMPLES_IPP
#define BONTOT_RUBRIC_READER_EXAMPLES_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/nearest.hpp>
#include <bontot/json/copy.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/reader/reading.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Reads the golden dossiers; what is wrong within one is told when it is tested. */
void rubric_reading::read_examples(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    if (is_too_long(at, most_items)) return;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
        read_example(i);
}

void rubric_reading::read_example(std::uint32_t at)
{
    if (!expect_object(at, {"label", "dossier", "reference", "expect"})) return;
    example_rule example;
    example.label = label_of(at, "label", false);
    example.dossier = json_of(require(at, "dossier"));
    example.reference = json_of(find(at, "reference"));
    const std::uint32_t expectation = require(at, "expect");
    if (expectation != absent) read_expectation(expectation, example);
    out_.examples.push_back(example);
}

void rubric_reading::read_expectation(std::uint32_t at, example_rule& example)
{
    const bool is_object =
        expect_object(at, {"points", "possible", "grade", "grade_possible", "nodes"});
    if (!is_object) return;
    if (doc[at].count == 0 && !doc[at].cut_off) faults.add(message::rubric_expects_nothing, at);
    example.points = number_of(find(at, "points"));
    example.possible = number_of(find(at, "possible"));
    example.grade = grade_named(find(at, "grade"));
    example.grade_possible = grade_named(find(at, "grade_possible"));
    const std::uint32_t nodes = find(at, "nodes");
    if (nodes == absent || !expect(nodes, json_kind::object, message::want_object)) return;
    auto bounds = list_of<criterion_bound>();
    for (std::uint32_t i = nodes + 1; i < doc[nodes].end; i = doc[i].end) {
        const std::uint32_t node = out_.find_node(doc[i].key);
        const std::optional<number> points = number_of(i);
        if (node != none && points) bounds.push_back(criterion_bound{node, *points});
        if (node != none || !nodes_known_ || faults.is_full()) continue;
        nearest meant(doc[i].key);
        for (const rubric_node& each : out_.nodes)
            meant.offer(each.id);
        faults.add_key(message::rubric_unknown_target, i, {shown(doc[i].key), suggestion(meant)});
    }
    example.nodes = keep(bounds);
}

/** Keeps an object of the rubric's text as JSON. */
std::string_view rubric_reading::json_of(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::object, message::want_object)) return {};
    string out{allocator<char>(source())};
    append_json_copy(out, doc, at);
    return keep(std::string_view(out));
}

std::uint32_t rubric_reading::grade_named(std::uint32_t at)
{
    const std::optional<std::string_view> id = text(at);
    if (!id) return none;
    for (std::uint32_t i = 0; i < out_.grades.size(); ++i) {
        if (out_.grades[i].id == *id) return i;
    }
    if (grades_known_) refuse_target(at, *id, out_.grades);
    return none;
}

} // namespace bontot::detail

#endif
