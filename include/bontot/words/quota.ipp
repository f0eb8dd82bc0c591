// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WORDS_QUOTA_IPP
#define BONTOT_WORDS_QUOTA_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/words/quota.hpp>
#include <bontot/words/reason.hpp>

#include <cstdint>

namespace bontot::detail {

string chain_words(const rubric& sheet, language in)
{
    string out;
    for (const tie_key& key : sheet.tie_chain) {
        if (!out.empty()) out += "; ";
        if (key.what == tie_key::kind::total) {
            out += message_text(message::ranking_by_total, in);
        } else if (key.what == tie_key::kind::fact) {
            out += sheet.facts[key.index].label.in(in);
        } else {
            out += sheet.nodes[key.index].id;
            out += ' ';
            out += sheet.nodes[key.index].label.in(in);
        }
        if (!key.lower_first) continue;
        out += " (";
        out += message_text(message::ranking_lower_first, in);
        out += ')';
    }
    return out;
}

string quota_words(const rubric& sheet, std::uint32_t grade, language in, const teller& tell)
{
    const quota_rule& rule = *sheet.grades[grade].quota;
    string out(message_text(
        rule.over_all ? message::show_quota_over_all : message::show_quota_in_group, in
    ));
    out += ' ';
    if (rule.base == quota_base::fixed)
        return out += tell.filled(message::ranking_at_most, {tell.shown(number(rule.count))});
    const string percent = percent_words(rule.share, tell);
    if (rule.base == quota_base::all) {
        out += tell.filled(message::show_quota_all, {percent});
    } else {
        const message code = rule.base == quota_base::next ? message::show_quota_next
                                                           : message::show_quota_or_better;
        out += tell.filled(code, {percent, sheet.grades[grade + 1].label.in(in)});
    }
    if (rule.after_moves) {
        out += ", ";
        out += message_text(message::ranking_counted_after, in);
    }
    if (!rule.raised) return out;
    out += " (";
    out += tell.filled(message::show_quota_raised, {percent_words(*rule.raised, tell)});
    return out += ')';
}

} // namespace bontot::detail

#endif
