// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WORDS_RESULT_IPP
#define BONTOT_WORDS_RESULT_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/rubric/uses.hpp>
#include <bontot/words/result.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

std::string_view state_word(node_state state)
{
    constexpr std::string_view words[] = {
        "voided", "not_applicable", "uncovered", "unknown", "unproven", "met", "unmet", "partly"};
    return words[static_cast<std::size_t>(state)];
}

message state_message(node_state state)
{
    constexpr message words[] = {message::state_voided,    message::state_not_applicable,
                                 message::state_uncovered, message::state_unknown,
                                 message::state_unproven,  message::state_met,
                                 message::state_unmet,     message::state_partly};
    return words[static_cast<std::size_t>(state)];
}

std::string_view kind_word(criterion_kind kind)
{
    constexpr std::string_view words[] = {"base", "bonus", "penalty"};
    return words[static_cast<std::size_t>(kind)];
}

std::string_view severity_word(check_severity severity)
{
    constexpr std::string_view words[] = {"info", "warning", "error"};
    return words[static_cast<std::size_t>(severity)];
}

std::string_view outcome_word(truth outcome)
{
    constexpr std::string_view words[] = {"fail", "pass", "unknown"};
    return words[static_cast<std::size_t>(outcome)];
}

std::string_view part_word(const rubric& sheet, std::uint32_t slot)
{
    constexpr std::string_view words[] = {"members", "evidence", "history",
                                          "results", "unit",     "period"};
    return words[slot - sheet.facts.size()];
}

std::string_view reason_code(message code)
{
    constexpr std::string_view prefix = "reason_";
    return message_code(code).substr(prefix.size());
}

vector<std::uint32_t> slots_of(const rubric& sheet, std::uint32_t index)
{
    const rubric_node& rule = sheet.nodes[index];
    vector<std::uint32_t> out;
    if (rule.score.fact != none) out.push_back(rule.score.fact);
    each_program_of(rule, [&](std::uint32_t program) {
        const auto slots = sheet.programs[program].variables();
        out.insert(out.end(), slots.begin(), slots.end());
    });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace bontot::detail

#endif
