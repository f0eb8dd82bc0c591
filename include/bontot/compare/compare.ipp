// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COMPARE_COMPARE_IPP
#define BONTOT_COMPARE_COMPARE_IPP

#include <bontot/compare.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/compare/compare.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

namespace bontot {

bool comparison::is_grade_changed() const
{
    return before.grade != after.grade || before.grade_possible != after.grade_possible ||
           before.by_exception != after.by_exception;
}

} // namespace bontot

namespace bontot::detail {

/** Subtracts settled points: they have at most 28 digits, so that it is exact. */
[[nodiscard]] inline number exact_difference(const number& from, const number& taken)
{
    return subtract(from, taken).value_or(number());
}

[[nodiscard]] inline moved_figure moved(const number& before, const number& after)
{
    return {before, after, exact_difference(after, before)};
}

[[nodiscard]] inline std::string_view key_of(const mark_summary& mark)
{
    return mark.role;
}

template <class T>
[[nodiscard]] std::string_view key_of(const T& item)
{
    return item.id;
}

/** Finds things of a summary by their ids without looking at all of them. */
template <class T>
class id_index
{
public:
    explicit id_index(memory& source) : sorted_(allocator<const T*>(source)) {}
    id_index(std::span<const T> items, memory& source) : id_index(source)
    {
        for (const T& each : items)
            add(each);
        sort();
    }

    void add(const T& item) { sorted_.push_back(&item); }

    /** To be called once all are added, so that they can be found. */
    void sort()
    {
        std::stable_sort(sorted_.begin(), sorted_.end(), [](const T* a, const T* b) {
            return key_of(*a) < key_of(*b);
        });
    }

    [[nodiscard]] const T* find(std::string_view key) const
    {
        const auto found = std::lower_bound(
            sorted_.begin(), sorted_.end(), key,
            [](const T* item, std::string_view wanted) { return key_of(*item) < wanted; }
        );
        return found != sorted_.end() && key_of(**found) == key ? *found : nullptr;
    }

private:
    vector<const T*> sorted_;
};
vector<std::string_view>
missing_from(std::span<const std::string_view> all, std::span<const std::string_view> others)
{
    vector<std::string_view> sorted(others.begin(), others.end());
    std::sort(sorted.begin(), sorted.end());
    vector<std::string_view> out;
    for (const std::string_view each : all) {
        if (!std::binary_search(sorted.begin(), sorted.end(), each)) out.push_back(each);
    }
    return out;
}

/** One of the two results, with what finds its nodes and facts. */
struct compared_side
{
    compared_side(const result_summary& result, memory& source)
        : all(result), nodes(source), facts(source), places(allocator<std::uint32_t>(source))
    {
        for (const node_summary& node : result.nodes) {
            nodes.add(node);
            for (const fact_summary& fact : node.facts)
                facts.add(fact);
        }
        nodes.sort();
        facts.sort();
        places.resize(result.nodes.size(), none);
    }

    /** Returns the index of a node of this result, or @ref none for a null pointer. */
    [[nodiscard]] std::uint32_t index_of(const node_summary* node) const
    {
        return node == nullptr ? none : static_cast<std::uint32_t>(node - all.nodes.data());
    }

    const result_summary& all;
    id_index<node_summary> nodes;
    id_index<fact_summary> facts;
    vector<std::uint32_t> places; /**< by node: where it stands in the comparison */
};

/** Compares two results. */
class comparing
{
public:
    comparing(const result_summary& before, const result_summary& after, comparison& out)
        : out_(out), source_(out.store.source()), before_(before, source_), after_(after, source_)
    {}

    void run()
    {
        out_.before = head_of(before_.all);
        out_.after = head_of(after_.all);
        out_.points = moved(before_.all.points, after_.all.points);
        out_.possible = moved(before_.all.possible, after_.all.possible);
        out_.max = moved(before_.all.max, after_.all.max);
        add_children(none, family{true, none}, family{true, none});
        find_moved_nodes();
        take_remainders();
        compare_gates();
        compare_checks();
    }

private:
    /** The children of a node of one result, of no node for the criteria; none if not there. */
    struct family
    {
        bool is_there = false;
        std::uint32_t parent = none;
    };

    template <class T>
    [[nodiscard]] vector<T> list_of() const
    {
        return vector<T>(allocator<T>(source_));
    }
    template <class T>
    [[nodiscard]] std::span<const T> kept(const vector<T>& list)
    {
        return out_.store.copy(std::span<const T>(list));
    }
    [[nodiscard]] std::string_view kept(std::string_view text) { return out_.store.copy(text); }
    [[nodiscard]] bilingual kept(const bilingual& text) { return {kept(text.vi), kept(text.en)}; }

    compared_result head_of(const result_summary& of)
    {
        compared_result out;
        out.rubric_id = kept(of.rubric_id);
        out.rubric_version = kept(of.rubric_version);
        out.unit_id = kept(of.unit_id);
        out.unit_name = kept(of.unit_name);
        out.from = of.from;
        out.to = of.to;
        out.as_of = kept(of.as_of);
        out.grade = kept(of.grade);
        out.grade_label = kept(of.grade_label);
        out.grade_possible = kept(of.grade_possible);
        out.by_exception = of.by_exception;
        out.completeness = of.completeness;
        return out;
    }

    /** Calls a function with the index of each child. */
    template <class Function>
    static void each_child(const compared_side& side, family of, const Function& function)
    {
        if (!of.is_there) return;
        const auto& nodes = side.all.nodes;
        const bool is_top = of.parent == none;
        const auto end = is_top ? static_cast<std::uint32_t>(nodes.size()) : nodes[of.parent].end;
        for (std::uint32_t i = is_top ? 0 : of.parent + 1; i < end; i = nodes[i].end)
            function(i);
    }

    void add_children(std::uint32_t parent, family before, family after)
    {
        each_child(after_, after, [&](std::uint32_t i) {
            add_node(parent, twin(before_, before, after_.all.nodes[i].id), i);
        });
        each_child(before_, before, [&](std::uint32_t i) {
            if (twin(after_, after, before_.all.nodes[i].id) == none) add_node(parent, i, none);
        });
    }

    /** Returns the child of that id, or @ref none. */
    static std::uint32_t twin(const compared_side& side, family of, std::string_view id)
    {
        const std::uint32_t found = side.index_of(side.nodes.find(id));
        const bool is_child =
            of.is_there && found != none && side.all.nodes[found].parent == of.parent;
        return is_child ? found : none;
    }

    void add_node(std::uint32_t parent, std::uint32_t before, std::uint32_t after)
    {
        const node_summary* const old = before == none ? nullptr : &before_.all.nodes[before];
        const node_summary* const now = after == none ? nullptr : &after_.all.nodes[after];
        const auto index = static_cast<std::uint32_t>(out_.nodes.size());
        out_.nodes.push_back(compared_node(old, now));
        out_.nodes[index].parent = parent;
        out_.nodes[index].depth = parent == none ? 0 : out_.nodes[parent].depth + 1;
        if (old != nullptr) before_.places[before] = index;
        if (now != nullptr) after_.places[after] = index;
        add_children(index, family{old != nullptr, before}, family{now != nullptr, after});
        out_.nodes[index].end = static_cast<std::uint32_t>(out_.nodes.size());
    }

    node_comparison compared_node(const node_summary* old, const node_summary* now)
    {
        const node_summary nobody;
        const node_summary& before = old == nullptr ? nobody : *old;
        const node_summary& after = now == nullptr ? nobody : *now;
        node_comparison out;
        out.id = kept((now == nullptr ? before : after).id);
        out.is_line = before.is_line && after.is_line;
        out.where = now == nullptr   ? presence::before_only
                    : old == nullptr ? presence::after_only
                                     : presence::both;
        out.points = moved(before.points, after.points);
        out.possible = moved(before.possible, after.possible);
        out.max = moved(before.max, after.max);
        if (old != nullptr) out.before = side_of(before);
        if (now != nullptr) out.after = side_of(after);
        out.facts = changed_facts(before, after);
        out.marks = changed_marks(before, after);
        return out;
    }

    node_side side_of(const node_summary& node)
    {
        node_side out;
        out.label = kept(node.label);
        out.clause = kept(node.clause);
        out.state = node.state;
        out.good = node.good;
        auto reasons = list_of<reason_summary>();
        for (const reason_summary& each : node.reasons)
            reasons.push_back({kept(each.code), kept(each.text)});
        out.reasons = kept(reasons);
        auto evidence = list_of<std::string_view>();
        for (const std::string_view each : node.evidence)
            evidence.push_back(kept(each));
        out.evidence = kept(evidence);
        return out;
    }

    /** Calls a function with the two of each id, a null pointer where there is none. */
    template <class T, class Function>
    void each_pair(std::span<const T> before, std::span<const T> after, const Function& function)
    {
        const id_index<T> olds(before, source_);
        const id_index<T> news(after, source_);
        for (const T& each : after)
            function(olds.find(key_of(each)), &each);
        for (const T& each : before) {
            if (news.find(key_of(each)) == nullptr) function(&each, nullptr);
        }
    }

    /** A fact that one line alone reads is looked for among all facts of the other result. */
    std::span<const fact_change>
    changed_facts(const node_summary& before, const node_summary& after)
    {
        auto list = list_of<fact_change>();
        for (const fact_summary& now : after.facts)
            add_fact(list, before_.facts.find(now.id), &now);
        const id_index<fact_summary> told(after.facts, source_);
        for (const fact_summary& old : before.facts) {
            if (told.find(old.id) == nullptr) add_fact(list, &old, after_.facts.find(old.id));
        }
        return kept(list);
    }

    void add_fact(vector<fact_change>& list, const fact_summary* before, const fact_summary* after)
    {
        if (before != nullptr && after != nullptr && has_same_value(*before, *after)) return;
        fact_change out;
        if (before != nullptr) out.before = kept_fact(*before);
        if (after != nullptr) out.after = kept_fact(*after);
        out.id = (after != nullptr ? out.after : out.before)->id;
        list.push_back(out);
    }

    fact_summary kept_fact(const fact_summary& fact)
    {
        fact_summary out = fact;
        out.id = kept(fact.id);
        out.words = kept(fact.words);
        return out;
    }

    std::span<const mark_change>
    changed_marks(const node_summary& before, const node_summary& after)
    {
        auto list = list_of<mark_change>();
        each_pair(before.marks, after.marks, [&](const mark_summary* old, const mark_summary* now) {
            mark_change out;
            if (old != nullptr) out.before = old->points;
            if (now != nullptr) out.after = now->points;
            if (out.before == out.after) return;
            out.role = kept((now != nullptr ? now : old)->role);
            list.push_back(out);
        });
        return kept(list);
    }

    /** A node of one side whose id stands elsewhere on the other. */
    void find_moved_nodes()
    {
        for (node_comparison& node : out_.nodes) {
            if (node.where == presence::both) continue;
            const compared_side& other = node.where == presence::after_only ? before_ : after_;
            const std::uint32_t there = other.index_of(other.nodes.find(node.id));
            if (there != none) node.elsewhere = other.places[there];
        }
    }

    void take_remainders()
    {
        out_.remainder = out_.points.difference;
        out_.possible_remainder = out_.possible.difference;
        for (node_comparison& node : out_.nodes) {
            node.remainder = node.is_line ? number() : node.points.difference;
            node.possible_remainder = node.is_line ? number() : node.possible.difference;
        }
        for (const node_comparison& node : out_.nodes) {
            const bool is_top = node.parent == none;
            number& points = is_top ? out_.remainder : out_.nodes[node.parent].remainder;
            number& possible =
                is_top ? out_.possible_remainder : out_.nodes[node.parent].possible_remainder;
            points = exact_difference(points, node.points.difference);
            possible = exact_difference(possible, node.possible.difference);
        }
    }

    void compare_gates()
    {
        auto list = list_of<gate_change>();
        const auto look = [&](const gate_summary* old, const gate_summary* now) {
            gate_change out;
            if (old != nullptr) out.before = old->fired;
            if (now != nullptr) out.after = now->fired;
            out.was_lifted = old != nullptr && old->is_lifted;
            out.is_lifted = now != nullptr && now->is_lifted;
            if (out.before == out.after && out.was_lifted == out.is_lifted) return;
            out.id = kept((now != nullptr ? now : old)->id);
            list.push_back(out);
        };
        each_pair(before_.all.gates, after_.all.gates, look);
        out_.gates = kept(list);
    }

    void compare_checks()
    {
        auto list = list_of<check_change>();
        const auto look = [&](const check_summary* old, const check_summary* now) {
            check_change out;
            if (old != nullptr) out.before = old->outcome;
            if (now != nullptr) out.after = now->outcome;
            if (out.before == out.after) return;
            const check_summary& told = now != nullptr ? *now : *old;
            out.id = kept(told.id);
            out.severity = told.severity;
            out.text = kept(told.text);
            list.push_back(out);
        };
        each_pair(before_.all.checks, after_.all.checks, look);
        out_.checks = kept(list);
    }

    comparison& out_;
    memory& source_;
    compared_side before_;
    compared_side after_;
};

} // namespace bontot::detail

namespace bontot {

bool is_changed(const node_comparison& node)
{
    if (node.where != presence::both) return true;
    const bool is_moved = !node.points.difference.is_zero() ||
                          !node.possible.difference.is_zero() || !node.max.difference.is_zero() ||
                          !node.remainder.is_zero() || !node.possible_remainder.is_zero();
    const bool has_new_evidence = !std::equal(
        node.before.evidence.begin(), node.before.evidence.end(), node.after.evidence.begin(),
        node.after.evidence.end()
    );
    const auto first_code = [](const node_side& side) {
        return side.reasons.empty() ? std::string_view() : side.reasons.front().code;
    };
    return is_moved || first_code(node.before) != first_code(node.after) ||
           node.before.state != node.after.state || node.before.good != node.after.good ||
           has_new_evidence || !node.facts.empty() || !node.marks.empty();
}

comparison compare(const result_summary& before, const result_summary& after, memory& source)
{
    comparison out(source);
    detail::comparing(before, after, out).run();
    return out;
}

} // namespace bontot

#endif
