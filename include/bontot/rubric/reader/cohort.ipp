// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_COHORT_IPP
#define BONTOT_RUBRIC_READER_COHORT_IPP

#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/nearest.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/reader/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Reads how many units a grade may be given to. */
std::optional<quota_rule> rubric_reading::read_quota(std::uint32_t at, bool is_last)
{
    if (at == absent) return {};
    if (is_last) faults.add_key(message::quota_last, at);
    if (!expect_object(at, {"share", "of", "counted", "raised", "count", "within"})) return {};
    quota_rule out;
    const std::uint32_t within = find(at, "within");
    if (within != absent) out.over_all = word_of(within, {"group", "all"}) == std::size_t{1};
    const std::uint32_t count = find(at, "count");
    const std::uint32_t share = find(at, "share");
    if ((count == absent) == (share == absent)) {
        if (!doc[at].cut_off) faults.add(message::quota_one_measure, at);
        return {};
    }
    if (share != absent) {
        read_share(at, out);
        return out;
    }
    for (const std::string_view key : {"of", "counted", "raised"}) {
        const std::uint32_t stray = find(at, key);
        if (stray != absent) faults.add_key(message::quota_key_of_share, stray, {key});
    }
    constexpr std::int64_t most_units = 1000000;
    const std::optional<std::int64_t> units = integer_of(count, 1, most_units);
    if (!units) return {};
    out.base = quota_base::fixed;
    out.count = static_cast<std::uint32_t>(*units);
    return out;
}

void rubric_reading::read_share(std::uint32_t at, quota_rule& quota)
{
    const std::uint32_t of = require(at, "of");
    const auto base = of == absent ? std::nullopt : word_of(of, {"next", "or_better", "all"});
    if (base) quota.base = static_cast<quota_base>(*base);
    const std::uint32_t counted = find(at, "counted");
    if (counted != absent) {
        quota.after_moves = word_of(counted, {"before", "after"}) == std::size_t{1};
    }
    const std::optional<number> share = share_at(find(at, "share"));
    const std::uint32_t raised_at = find(at, "raised");
    quota.raised = share_at(raised_at);
    if (share && quota.raised && *quota.raised < *share) {
        faults.add(message::quota_raised_below, raised_at);
    }
    quota.share = share.value_or(number(1));
}

/** Reads a part of a whole: above 0 and at most 1. */
std::optional<number> rubric_reading::share_at(std::uint32_t at)
{
    const std::optional<number> share = number_of(at);
    if (!share) return {};
    if (*share > number(0) && *share <= number(1) && settle(*share) == *share) return share;
    faults.add(message::quota_bad_share, at);
    return {};
}

/** Reads how the units of a cohort are ranked; by their totals if nothing is said. */
void rubric_reading::read_cohort(std::uint32_t at)
{
    auto chain = list_of<tie_key>();
    const bool is_object = at != absent && expect_object(at, {"tie_chain"});
    const std::uint32_t list = is_object ? find(at, "tie_chain") : absent;
    if (list != absent && expect(list, json_kind::array, message::want_array)) {
        if (doc[list].count == 0 && !doc[list].cut_off) faults.add(message::tie_no_key, list);
        constexpr std::size_t most_keys = 32;
        if (is_too_long(list, most_keys)) return;
        for (std::uint32_t i = list + 1; i < doc[list].end; i = doc[i].end) {
            const std::optional<tie_key> key = tie_key_at(i);
            if (!key) continue;
            for (const tie_key& other : chain) {
                if (other.what != key->what || other.index != key->index) continue;
                faults.add(message::reading_repeated_id, i, {shown(key->name)});
            }
            chain.push_back(*key);
        }
    }
    if (chain.empty()) chain.push_back(tie_key{tie_key::kind::total, none, false, "total"});
    out_.tie_chain = keep(chain);
}

/** Reads a key of the tie chain; without a value after a fault, which is told. */
std::optional<tie_key> rubric_reading::tie_key_at(std::uint32_t at)
{
    const std::optional<std::string_view> written = text(at);
    if (!written) return {};
    tie_key out;
    out.name = keep(*written);
    out.lower_first = !out.name.empty() && out.name.front() == '-';
    const std::string_view name = out.name.substr(out.lower_first ? 1 : 0);
    if (name == "total") return out;
    const std::size_t colon = name.find(':');
    const std::string_view first = name.substr(0, colon);
    const std::string_view id = colon == name.npos ? std::string_view() : name.substr(colon + 1);
    if (first == "criterion") {
        out.what = tie_key::kind::node;
        out.index = criterion_named(at, id);
    } else if (first == "indicator") {
        out.what = tie_key::kind::node;
        out.index = indicator_named(at, id);
    } else if (first == "fact") {
        out.what = tie_key::kind::fact;
        out.index = number_fact_named(at, id);
    } else {
        faults.add(message::tie_unknown_key, at, {shown(out.name)});
    }
    if (out.index == none) return {};
    return out;
}

std::uint32_t rubric_reading::indicator_named(std::uint32_t at, std::string_view id)
{
    nearest meant(id);
    for (std::uint32_t i = 0; i < out_.nodes.size(); ++i) {
        if (out_.nodes[i].parent == none) continue;
        if (out_.nodes[i].id == id) return i;
        meant.offer(out_.nodes[i].id);
    }
    if (nodes_known_) faults.add(message::tie_unknown_line, at, {shown(id), suggestion(meant)});
    return none;
}

std::uint32_t rubric_reading::number_fact_named(std::uint32_t at, std::string_view id)
{
    nearest meant(id);
    for (std::uint32_t i = 0; i < out_.facts.size(); ++i) {
        if (out_.facts[i].id == id) {
            if (out_.facts[i].type == fact_type::number) return i;
            faults.add(message::tie_not_number, at, {shown(id)});
            return none;
        }
        if (out_.facts[i].type == fact_type::number) meant.offer(out_.facts[i].id);
    }
    for (const fact_spec& each : out_.member_facts) {
        if (each.id != id) continue;
        faults.add(message::tie_not_number, at, {shown(id)});
        return none;
    }
    if (names_known_) faults.add(message::rubric_unknown_fact, at, {shown(id), suggestion(meant)});
    return none;
}

} // namespace bontot::detail

#endif
