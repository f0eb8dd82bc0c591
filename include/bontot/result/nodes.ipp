// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RESULT_NODES_IPP
#define BONTOT_RESULT_NODES_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result_summary.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/result/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace bontot::detail {

void result_reading::read_criteria(std::uint32_t at)
{
    each_element(at, [this](std::uint32_t i) { read_node(i, none); });
    refuse_repeated_ids();
}

void result_reading::read_node(std::uint32_t at, std::uint32_t parent)
{
    const bool is_parent = doc[at].kind == json_kind::object && find(at, "indicators") != absent;
    const bool is_object =
        is_parent ? expect_object(
                        at, {"id", "label", "kind", "points", "possible", "max", "good", "state",
                             "reason", "notes", "indicators", "marks", "clause"}
                    )
                  : expect_object(
                        at, {"id", "label", "kind", "points", "possible", "max", "good", "state",
                             "reason", "notes", "facts", "evidence", "missing", "marks", "clause"}
                    );
    if (!is_object) return;
    constexpr std::size_t most_nodes = 5000;
    if (out_.nodes.size() >= most_nodes) {
        if (!has_too_many_) faults.add(message::rubric_too_many, at, {std::to_string(most_nodes)});
        has_too_many_ = true;
        return;
    }
    node_summary node;
    node.parent = parent;
    node.depth = parent == none ? 0 : out_.nodes[parent].depth + 1;
    constexpr std::uint32_t deepest = 4;
    if (node.depth > deepest) {
        faults.add(message::rubric_too_deep, at);
        return;
    }
    node.is_line = !is_parent;
    read_node_head(at, node);
    if (node.is_line) read_line(at, node);
    const auto index = static_cast<std::uint32_t>(out_.nodes.size());
    out_.nodes.push_back(node);
    if (is_parent)
        each_element(find(at, "indicators"), [&](std::uint32_t i) { read_node(i, index); });
    out_.nodes[index].end = static_cast<std::uint32_t>(out_.nodes.size());
}

void result_reading::read_node_head(std::uint32_t at, node_summary& node)
{
    const std::uint32_t id = require(at, "id");
    node.id = kept_id(id);
    if (!node.id.empty()) ids_.push_back(id);
    node.label = one_text(find(at, "label"));
    node.clause = kept_text(find(at, "clause"));
    if (node.depth == 0) {
        const auto kind = word_of(require(at, "kind"), {"base", "bonus", "penalty"});
        node.kind = static_cast<criterion_kind>(kind.value_or(0));
    } else {
        node.kind = out_.nodes[node.parent].kind;
        const std::uint32_t kind = find(at, "kind");
        if (kind != absent) unknown_key(kind, {});
    }
    const figures read = read_figures(at);
    node.points = read.points;
    node.possible = read.possible;
    node.max = read.max;
    const std::uint32_t good = find(at, "good");
    if (good != absent) node.good = truth_of(good);
    const auto state = word_of(
        require(at, "state"),
        {"voided", "not_applicable", "uncovered", "unknown", "unproven", "met", "unmet", "partly"}
    );
    node.state = static_cast<node_state>(state.value_or(0));
    node.reasons = read_reasons(at);
    node.marks = read_marks(find(at, "marks"));
}

void result_reading::read_line(std::uint32_t at, node_summary& node)
{
    node.facts = read_facts(require(at, "facts"));
    node.evidence = kept_texts(require(at, "evidence"));
    node.missing = kept_texts(require(at, "missing"));
}

std::span<const reason_summary> result_reading::read_reasons(std::uint32_t at)
{
    auto list = list_of<reason_summary>();
    const std::uint32_t first = find(at, "reason");
    if (first != absent) read_reason(first, list);
    const std::uint32_t notes = find(at, "notes");
    if (notes != absent) each_element(notes, [&](std::uint32_t i) { read_reason(i, list); });
    return kept(list);
}

void result_reading::read_reason(std::uint32_t at, vector<reason_summary>& list)
{
    if (!expect_object(at, {"code", "text"})) return;
    const std::string_view code = kept_text(require(at, "code"));
    list.push_back({code, one_text(require(at, "text"))});
}

std::span<const fact_summary> result_reading::read_facts(std::uint32_t at)
{
    auto list = list_of<fact_summary>();
    if (at == absent || !expect(at, json_kind::object, message::want_object)) return {};
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
        list.push_back(read_fact(i));
    return kept(list);
}

fact_summary result_reading::read_fact(std::uint32_t at)
{
    fact_summary out;
    out.id = out_.store.copy(doc[at].key);
    switch (doc[at].kind) {
    case json_kind::number:
        out.what = fact_summary::type::number;
        out.amount = number_of(at).value_or(number());
        break;
    case json_kind::boolean:
        out.what = fact_summary::type::boolean;
        out.holds = doc[at].boolean;
        break;
    case json_kind::text:
        out.words = out_.store.copy(doc[at].text);
        break;
    default:
        wrong_type(at, message::want_fact);
        break;
    }
    return out;
}

std::span<const mark_summary> result_reading::read_marks(std::uint32_t at)
{
    auto list = list_of<mark_summary>();
    if (at == absent || !expect(at, json_kind::object, message::want_object)) return {};
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
        list.push_back(read_mark(i));
    return kept(list);
}

mark_summary result_reading::read_mark(std::uint32_t at)
{
    mark_summary out;
    out.role = out_.store.copy(doc[at].key);
    if (!expect_object(at, {"points", "comment", "reason", "by", "date"})) return out;
    out.points = points_of(require(at, "points")).value_or(number());
    out.comment = kept_text(find(at, "comment"));
    out.reason = kept_text(find(at, "reason"));
    out.by = kept_text(find(at, "by"));
    out.day = kept_date(find(at, "date"));
    return out;
}

} // namespace bontot::detail

#endif
