// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_LINT_IPP
#define BONTOT_LINT_LINT_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/sorted.hpp>
#include <bontot/json/parse.hpp>
#include <bontot/json/text_places.hpp>
#include <bontot/lint/linting.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Returns how grave a finding is: an error makes some result wrong or empty, a warning is
    likely not meant so, the rest is good to know. */
inline check_severity lint_severity_of(message code)
{
    switch (code) {
    case message::lint_children_below_max:
    case message::lint_grade_total_unreachable:
    case message::lint_grade_points_unreachable:
    case message::lint_good_unreachable:
    case message::lint_gate_always:
    case message::lint_check_never:
    case message::lint_consistency_never:
    case message::lint_condition_never:
    case message::lint_step_gap:
    case message::lint_choice_gap:
    case message::lint_divisor_zero:
    case message::lint_quota_without_base:
        return check_severity::error;
    case message::lint_gate_without_effect:
    case message::lint_fact_twice:
    case message::lint_label_missing:
    case message::lint_label_one_language:
    case message::lint_consistency_always:
        return check_severity::info;
    default:
        return check_severity::warning;
    }
}

lint_findings linting::run()
{
    name_places();
    find_reach();
    look_at_facts();
    look_at_consistency();
    look_at_nodes();
    look_at_gates();
    look_at_grades();
    look_at_checks();
    look_at_other_formulas();
    return std::move(found_);
}

/** Works out where the nodes stand in the text. */
void linting::name_places()
{
    std::size_t next = 0;
    vector<std::size_t> children(sheet_.nodes.size(), 0, allocator<std::size_t>(source_));
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
        const std::uint32_t parent = sheet_.nodes[i].parent;
        paths_.push_back(
            parent == none ? path("criteria", next++)
                           : path(paths_[parent], "indicators", children[parent]++)
        );
    }
}

lint_finding& linting::tell(message code, string pointer, texts arguments)
{
    lint_finding added{
        {code, vector<string>(allocator<string>(source_)), std::move(pointer), 0, 0, 0, 0},
        lint_severity_of(code),
        none,
        {{}, vector<lint_fact>(allocator<lint_fact>(source_))}};
    for (const std::string_view each : arguments)
        added.what.arguments.emplace_back(each, allocator<char>(source_));
    found_.push_back(std::move(added));
    return found_.back();
}

string linting::path(std::string_view list, std::size_t index) const
{
    string out("/", allocator<char>(source_));
    out += list;
    return item(out, index);
}

/** Returns the place of a member. */
string linting::path(const string& of, std::string_view key) const
{
    string out(of, allocator<char>(source_));
    append_pointer_key(out, key);
    return out;
}

string linting::path(const string& of, std::string_view key, std::size_t index) const
{
    return item(path(of, key), index);
}

string linting::item(string list, std::size_t index)
{
    list += '/';
    list += std::string_view(std::to_string(index));
    return list;
}

/** The values within each array and object of a text, to be found by place or name. */
class json_children
{
public:
    json_children(const json_document& document, memory& source)
        : document_(document), first_(document.size() + 1, 0, allocator<std::uint32_t>(source)),
          children_(document.size(), 0, allocator<std::uint32_t>(source))
    {
        for (std::uint32_t i = 1; i < document.size(); ++i)
            ++first_[document[i].parent + 1];
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        for (std::uint32_t i = 1; i < document.size(); ++i)
            children_[first_[document[i].parent] + document[i].position] = i;
        for (std::uint32_t i = 0; i < document.size(); ++i) {
            if (document[i].kind == json_kind::object) sort_names(within(i));
        }
    }

    /** Returns an array's value at a place, or @ref none. */
    [[nodiscard]] std::uint32_t find(std::uint32_t array, std::uint32_t position)
    {
        const auto values = within(array);
        return position < values.size() ? values[position] : none;
    }

    /** Returns an object's first value of a name, or @ref none. */
    [[nodiscard]] std::uint32_t find(std::uint32_t object, std::string_view key)
    {
        const auto values = within(object);
        const auto key_of = [this](std::uint32_t each) { return document_[each].key; };
        const auto found = first_not_below(values, key, key_of);
        return found != values.end() && key_of(*found) == key ? *found : none;
    }

private:
    std::span<std::uint32_t> within(std::uint32_t index)
    {
        return std::span(children_).subspan(first_[index], first_[index + 1] - first_[index]);
    }

    void sort_names(std::span<std::uint32_t> values)
    {
        std::sort(values.begin(), values.end(), [this](std::uint32_t a, std::uint32_t b) {
            const int order = document_[a].key.compare(document_[b].key);
            return order != 0 ? order < 0 : a < b;
        });
    }

    const json_document& document_;
    vector<std::uint32_t> first_; /**< by value, and one more: where those within it begin */
    vector<std::uint32_t> children_;
};

/** Finds the value that a JSON Pointer names, or the nearest one around it. */
inline std::uint32_t
value_at(const json_document& document, json_children& children, std::string_view pointer)
{
    std::uint32_t at = 0;
    while (!pointer.empty()) {
        pointer.remove_prefix(1); // the slash
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        string key;
        for (std::size_t i = 0; i < end; ++i) {
            const bool is_escape = pointer[i] == '~' && i + 1 < end;
            key += is_escape ? (pointer[i + 1] == '0' ? '~' : '/') : pointer[i];
            i += is_escape ? 1U : 0U;
        }
        pointer.remove_prefix(end);
        std::uint32_t found = none;
        if (document[at].kind == json_kind::array) {
            std::uint32_t position = 0;
            std::from_chars(key.data(), key.data() + key.size(), position);
            found = children.find(at, position);
        } else {
            found = children.find(at, std::string_view(key));
        }
        if (found == none) return at;
        at = found;
    }
    return at;
}

/** Says where findings stand in the text that the rubric was read from. */
inline void place_findings(lint_findings& findings, std::string_view json, memory& source)
{
    json_document document(source);
    diagnosis faults(source);
    if (!parse_json(document, json, json_limits(), faults) || !faults.empty()) return;
    json_children children(document, source);
    for (lint_finding& each : findings)
        each.what.offset = document[value_at(document, children, each.what.pointer)].offset;
    text_places places(json);
    vector<lint_finding*> in_order{allocator<lint_finding*>(source)};
    for (lint_finding& each : findings)
        in_order.push_back(&each);
    std::sort(in_order.begin(), in_order.end(), [](const auto* a, const auto* b) {
        return a->what.offset != b->what.offset ? a->what.offset < b->what.offset : a < b;
    });
    for (lint_finding* each : in_order)
        places.find(each->what);
}

} // namespace bontot::detail

namespace bontot {

lint_findings lint(const rubric& sheet, std::string_view json, memory& source)
{
    lint_findings out = detail::linting(sheet, source).run();
    if (!json.empty()) detail::place_findings(out, json, source);
    return out;
}

std::string_view lint_code(const lint_finding& finding) noexcept
{
    constexpr std::string_view prefix = "lint_";
    return message_code(finding.what.code).substr(prefix.size());
}

} // namespace bontot

#endif
