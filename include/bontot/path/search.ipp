// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_SEARCH_IPP
#define BONTOT_PATH_SEARCH_IPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>
#include <bontot/path/front.hpp>
#include <bontot/path/model.hpp>
#include <bontot/path/search.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace bontot::detail {

std::optional<std::int64_t> path_search::least_effort()
{
    if (!target_.is_open()) return {};
    std::int64_t all = 0;
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i)
        all += model_.node(i).can_rise ? model_.effort(i) : 0;
    constexpr std::int64_t first_cap = 64;
    for (cap_ = std::min(first_cap, all);; cap_ = std::min(2 * cap_, all)) {
        prepare();
        least_ = cheapest();
        if (least_ || cap_ == all) return least_;
    }
}

const vector<bool>& path_search::choose()
{
    left_ = *least_;
    prefix_ = counted_prefix();
    for (place_ = 0; place_ < model_.criteria().size(); ++place_)
        take_criterion(model_.criteria()[place_]);
    return chosen_;
}

front path_search::single(std::int64_t effort, const number& points) const
{
    front out{allocator<front_point>(source_)};
    out.push_back({effort, points});
    return out;
}

front path_search::node_front(std::uint32_t index)
{
    const path_node& node = model_.node(index);
    if (node.is_fixed) return single(0, node.now.points.low);
    if (sheet_.nodes[index].score.kind == score_kind::group) return parent_front(index);
    front out = single(0, node.now.points.low);
    if (node.can_rise && model_.effort(index) <= cap_) {
        append_to_front(out, model_.effort(index), node.most);
    }
    return out;
}

front path_search::parent_front(std::uint32_t index)
{
    fronts_of& own = siblings_[index];
    own.given = vector<front>(allocator<front>(source_));
    own.rest = vector<front>(allocator<front>(source_));
    for (std::uint32_t i = index + 1; i < sheet_.nodes[index].end; i = sheet_.nodes[i].end) {
        front each = node_front(i);
        if (voids(i)) each = risen(i);
        own.given.push_back(given_front(i, each));
    }
    own.rest.assign(own.given.size() + 1, front(allocator<front_point>(source_)));
    for (std::size_t i = own.given.size(); i-- > 0;)
        own.rest[i] = beside(index, own.given[i], own.rest[i + 1]);
    front out = open_front(index);
    if (model_.node(index).voiders > 0) out = either_of(single(0, number(0)), out);
    return out;
}

front path_search::open_front(std::uint32_t index)
{
    const path_node& node = model_.node(index);
    if (node.voiders > 0 && !all_voiders_rise(index)) {
        return front(allocator<front_point>(source_));
    }
    front all = siblings_[index].rest[0];
    if (all.empty()) all = single(0, number(0));
    front out = closed_front(index, all, false);
    if (node.can_rise) out = either_of(out, risen_front(index, all));
    return out;
}

bool path_search::voids(std::uint32_t index) const
{
    const outcome& now = model_.node(index).now;
    return now.applies == truth::yes && now.voids_parent != truth::no;
}

bool path_search::all_voiders_rise(std::uint32_t index) const
{
    std::int64_t effort = 0;
    for (std::uint32_t i = index + 1; i < sheet_.nodes[index].end; i = sheet_.nodes[i].end) {
        if (!voids(i)) continue;
        if (!model_.node(i).can_rise) return false;
        effort += model_.effort(i);
    }
    return effort <= cap_;
}

front path_search::closed_front(std::uint32_t index, const front& together, bool rises) const
{
    return mapped(together, [&](const number& points) {
        return std::optional<number>(model_.closed(index, points, rises));
    });
}

front path_search::risen_front(std::uint32_t index, const front& together) const
{
    front out = closed_front(index, together, true);
    for (front_point& each : out)
        each.effort += model_.effort(index);
    while (!out.empty() && out.back().effort > cap_)
        out.pop_back();
    return out;
}

front path_search::beside(std::uint32_t parent, const front& a, const front& b) const
{
    if (a.empty()) return b;
    if (b.empty()) return a;
    front out = joined(a, b, cap_, [&](const number& left, const number& right) {
        return model_.together(parent, left, right);
    });
    if (out.empty()) return single(beyond_any_cap, number(0)); // too dear, not nothing
    return out;
}

void path_search::prepare()
{
    criteria_.clear();
    number low;
    number high;
    for (std::size_t i = 0; i < model_.criteria().size(); ++i) {
        const std::uint32_t index = model_.criteria()[i];
        const front own = node_front(index);
        criteria_.push_back(split(index, own));
        const front given = given_front(index, own);
        if (i >= model_.base_count() || given.empty()) continue;
        low = sum(low, least_of(given.front().points, number(0)));
        high = sum(high, given.back().points);
    }
    const bool is_plain = model_.is_base_plain(low, high);
    first_of_last_ = is_plain ? 0 : model_.base_count();
    rest_.assign(criteria_.size() + 1, nothing_beside());
    const std::size_t first_asked = is_plain ? 1 : 0;
    for (std::size_t i = criteria_.size(); i-- > first_asked;) {
        const bool is_end = i + 1 == first_of_last_;
        rest_[i] = sums(criteria_[i], is_end ? nothing_beside() : rest_[i + 1]);
    }
}

path_search::counted path_search::none_counted(std::size_t good) const
{
    return counted(
        std::min<std::size_t>(good, target_.counted()) + 1, front(allocator<front_point>(source_)),
        allocator<front>(source_)
    );
}

path_search::counted path_search::nothing_beside() const
{
    counted out = none_counted(0);
    out[0] = single(0, number(0));
    return out;
}

path_search::counted path_search::split(std::uint32_t criterion, const front& own) const
{
    counted out = none_counted(1);
    const bool is_base = sheet_.nodes[criterion].kind == criterion_kind::base;
    for (const front_point& each : own) {
        if (!target_.passes(criterion, each.points)) continue;
        const bool is_good = target_.counted() > 0 && target_.is_good(criterion, each.points);
        number given;
        if (is_base || target_.counts_extra()) {
            given = model_.given(criterion, each.points).value_or(number(0));
        }
        front& place = out[is_good ? 1 : 0];
        // The effort has to rise here, even where the points stay.
        if (place.empty() || place.back().points < given) place.push_back({each.effort, given});
    }
    return out;
}

path_search::counted path_search::sums(const counted& a, const counted& b) const
{
    const auto add = [](const number& left, const number& right) { return sum(left, right); };
    counted out = none_counted(a.size() + b.size() - 2);
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size() && !a[i].empty(); ++j) {
            if (b[j].empty()) continue;
            front& place = out[std::min(i + j, out.size() - 1)];
            place = either_of(place, joined(a[i], b[j], cap_, add));
        }
    }
    while (out.size() > 1 && out.back().empty())
        out.pop_back();
    return out;
}

path_search::counted path_search::up_to_last(const counted& from) const
{
    counted out = none_counted(from.size() - 1);
    for (std::size_t i = 0; i < from.size(); ++i) {
        out[i] = mapped(from[i], [&](const number& points) {
            return std::optional<number>(model_.base_closed(points));
        });
    }
    return out;
}

std::optional<std::int64_t> path_search::cheapest() const
{
    const std::size_t second = std::min<std::size_t>(1, criteria_.size());
    const counted& first = first_of_last_ == 0 ? criteria_.front() : rest_.front();
    const counted left = first_of_last_ == 0 ? first : up_to_last(first);
    const counted& right = first_of_last_ == 0 ? rest_[second] : rest_[first_of_last_];
    std::optional<std::int64_t> out;
    each_pair(left, right, [&](const front& a, const front& b) {
        std::size_t j = b.size();
        for (const front_point& each : a) {
            while (j > 0 && target_.total_holds(sum(each.points, b[j - 1].points)))
                --j;
            if (j == b.size()) continue;
            const std::int64_t effort = each.effort + b[j].effort;
            if (!out || effort < *out) out = effort;
        }
    });
    if (out && *out > cap_) out.reset(); // with a higher cap there may be a cheaper way
    return out;
}

bool path_search::leads_there(const counted& left, const counted& right) const
{
    bool out = false;
    each_pair(left, right, [&](const front& a, const front& b) {
        std::size_t j = b.size();
        for (const front_point& each : a) {
            while (j > 0 && each.effort + b[j - 1].effort > left_)
                --j;
            if (out || j == 0) return;
            out = target_.total_holds(sum(each.points, b[j - 1].points));
        }
    });
    return out;
}

bool path_search::is_feasible(std::uint32_t index, front own) const
{
    std::uint32_t at = index;
    for (std::size_t i = frames_.size(); i-- > 0;) {
        const frame& in = frames_[i];
        front together = beside(in.node, given_front(at, own), after(in));
        if (in.together) {
            together = together.empty() ? single(0, *in.together)
                                        : beside(in.node, single(0, *in.together), together);
        }
        if (together.empty()) together = single(0, number(0));
        own = closed_front(in.node, together, in.rises);
        at = in.node;
    }
    counted left = shifted(split(at, own));
    if (place_ >= first_of_last_) return leads_there(left, rest_[place_ + 1]);
    if (place_ + 1 < first_of_last_) left = sums(left, rest_[place_ + 1]);
    return leads_there(up_to_last(left), rest_[first_of_last_]);
}

path_search::counted path_search::shifted(const counted& from) const
{
    counted prefix = none_counted(prefix_.good);
    prefix.back() = single(0, prefix_.sum);
    return sums(prefix, from);
}

void path_search::take_criterion(std::uint32_t index)
{
    if (place_ == first_of_last_ && place_ > 0) prefix_.sum = model_.base_closed(prefix_.sum);
    const number points = take(index);
    const bool is_base = sheet_.nodes[index].kind == criterion_kind::base;
    if (is_base || target_.counts_extra()) {
        prefix_.sum = sum(prefix_.sum, model_.given(index, points).value_or(number(0)));
    }
    if (target_.is_good(index, points)) ++prefix_.good;
}

number path_search::take(std::uint32_t index)
{
    const path_node& node = model_.node(index);
    if (node.is_fixed) return node.now.points.low;
    if (sheet_.nodes[index].score.kind == score_kind::group) return take_parent(index);
    if (!node.can_rise || model_.effort(index) > left_) return node.now.points.low;
    if (!is_feasible(index, risen(index))) return node.now.points.low;
    raise(index);
    return node.most;
}

void path_search::raise(std::uint32_t index)
{
    chosen_[index] = true;
    left_ -= model_.effort(index);
}

number path_search::take_parent(std::uint32_t index)
{
    const path_node& node = model_.node(index);
    if (node.voiders > 0) {
        // Raised lines that stay voided would be effort for nothing.
        const front open = open_front(index);
        if (open.empty() || !is_feasible(index, open)) return number(0);
    }
    front all = siblings_[index].rest[0];
    if (all.empty()) all = single(0, number(0));
    bool rises = false;
    if (node.can_rise && model_.effort(index) <= left_) {
        rises = is_feasible(index, risen_front(index, all));
        if (rises) raise(index);
    }
    frames_.push_back(frame{index, 0, rises, {}});
    for (std::uint32_t i = index + 1; i < sheet_.nodes[index].end; i = sheet_.nodes[i].end) {
        const std::optional<number> given = model_.given(i, take(i));
        frame& own = frames_.back();
        ++own.child;
        if (!given) continue;
        own.together = own.together ? model_.together(index, *own.together, *given) : *given;
    }
    const number together = frames_.back().together.value_or(number(0));
    frames_.pop_back();
    return model_.closed(index, together, rises);
}

} // namespace bontot::detail

#endif
