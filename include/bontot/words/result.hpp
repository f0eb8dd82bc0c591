// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WORDS_RESULT_HPP
#define BONTOT_WORDS_RESULT_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** Returns the stable word of a state. */
[[nodiscard]] std::string_view state_word(node_state state);

[[nodiscard]] message state_message(node_state state);

[[nodiscard]] std::string_view kind_word(criterion_kind kind);

[[nodiscard]] std::string_view severity_word(check_severity severity);

[[nodiscard]] std::string_view outcome_word(truth outcome);

[[nodiscard]] std::string_view part_word(const rubric& sheet, std::uint32_t slot);

/** Returns the stable name of a reason or finding: "step", "no_value". */
[[nodiscard]] std::string_view reason_code(message code);

/** Returns the slots that a line's rules read, in their order. */
[[nodiscard]] vector<std::uint32_t> slots_of(const rubric& sheet, std::uint32_t index);

/** Appends the stable name of a missing item: a fact's id, `members.field`, `evidence:1.6` ... */
template <class String>
void append_item_name(String& out, const rubric& sheet, const missing_item& item)
{
    switch (item.what) {
    case missing_item::kind::fact:
        out += sheet.facts[item.index].id;
        break;
    case missing_item::kind::member_field:
        out += "members.";
        out += sheet.member_facts[item.index].id;
        break;
    case missing_item::kind::part:
        out += part_word(sheet, item.index);
        break;
    case missing_item::kind::evidence:
        out += "evidence:";
        out += sheet.nodes[item.index].id;
        break;
    case missing_item::kind::mark:
        out += "mark:";
        out += sheet.nodes[item.index].id;
        break;
    }
}

/** Appends the stable name of what waits: a line's id, or `good:`, `gate:`, `grade:`, `check:` and
 * an id. */
template <class String>
void append_waiting_name(String& out, const rubric& sheet, wait::kind what, std::uint32_t index)
{
    switch (what) {
    case wait::kind::node:
        out += sheet.nodes[index].id;
        break;
    case wait::kind::good:
        out += "good:";
        out += sheet.nodes[index].id;
        break;
    case wait::kind::gate:
        out += "gate:";
        out += sheet.gates[index].id;
        break;
    case wait::kind::grade:
        out += "grade:";
        out += sheet.grades[index].id;
        break;
    case wait::kind::check:
        out += "check:";
        out += sheet.checks[index].id;
        break;
    }
}

/** Appends a missing item as people call it. */
template <class String>
void append_item_label(String& out, const result& about, const missing_item& item, language in)
{
    const rubric& sheet = *about.sheet;
    const auto fill = [&](message code, std::string_view first, std::string_view second) {
        const std::string_view arguments[] = {first, second};
        append_message(out, code, in, arguments);
    };
    switch (item.what) {
    case missing_item::kind::fact:
        out += sheet.facts[item.index].label.in(in);
        break;
    case missing_item::kind::member_field:
        fill(message::text_missing_member_field, sheet.member_facts[item.index].label.in(in), {});
        break;
    case missing_item::kind::part: {
        constexpr message parts[] = {message::text_part_members, message::text_part_evidence,
                                     message::text_part_history, message::text_part_results,
                                     message::text_part_unit,    message::text_part_period};
        out += message_text(parts[item.index - sheet.facts.size()], in);
        break;
    }
    case missing_item::kind::evidence: {
        const rubric_node& line = sheet.nodes[item.index];
        fill(message::text_missing_evidence, line.id, line.label.in(in));
        break;
    }
    case missing_item::kind::mark:
        fill(
            message::text_missing_mark, sheet.nodes[item.index].id,
            about.as_of == none ? std::string_view() : sheet.roles[about.as_of].label.in(in)
        );
        break;
    }
}

/** Calls a function with every other item that a line of this item waits for too, each once. */
template <class Function>
void each_other_item(const result& about, std::uint32_t item, const Function& function)
{
    vector<std::uint32_t> others(allocator<std::uint32_t>(about.store.source()));
    for (const std::uint32_t place : about.waits_for(item)) {
        const wait& mine = about.waits[place];
        if (mine.what != wait::kind::node) continue;
        for (const wait& theirs : about.waits_of(mine.index)) {
            if (theirs.item != item) others.push_back(theirs.item);
        }
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    for (const std::uint32_t other : others)
        function(other);
}

} // namespace bontot::detail

#endif
