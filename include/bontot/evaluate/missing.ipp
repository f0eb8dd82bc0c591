// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_EVALUATE_MISSING_IPP
#define BONTOT_EVALUATE_MISSING_IPP

#include <bontot/arena.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/evaluation.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

namespace bontot::detail {

/** Notes what an expression whose value is unknown lacks. */
inline void evaluation::wait_for(std::uint32_t program, wait::kind what, std::uint32_t index)
{
    const feel::program& expression = sheet_.programs[program];
    const std::uint32_t members = sheet_.reserved_slot(rubric::members);
    for (const std::uint32_t slot : expression.variables()) {
        if (given_.slots[slot].is_unknown()) {
            const bool is_fact = slot < sheet_.facts.size();
            const auto kind = is_fact ? missing_item::kind::fact : missing_item::kind::part;
            add_wait(kind, slot, what, index);
        } else if (slot == members) {
            wait_for_members(expression, what, index);
        } else if (slot > members && part_lacks_something(slot)) {
            add_wait(missing_item::kind::part, slot, what, index);
        }
    }
}

/** Tells whether a list of contexts, or a context, has no unknown field. */
inline bool evaluation::is_complete(const feel::value& given)
{
    const auto has_all = [](const feel::value& context) {
        for (const feel::field& each : context.as_context()) {
            if (each.content.is_unknown()) return false;
        }
        return true;
    };
    if (given.kind() == feel::kind::context) return has_all(given);
    for (const feel::value& each : given.as_list()) {
        if (!has_all(each)) return false;
    }
    return true;
}

/** Remembers what was found out of a list: each expression that waits asks anew.

    @param place From the members' facts on, the lists that are reserved.
*/
template <class Function>
inline bool evaluation::lacks_something(std::size_t place, const Function& look)
{
    if (!has_lacks_) {
        const std::size_t count = sheet_.member_facts.size() + rubric::reserved_count;
        out_.lacks.assign(count, truth::open);
        has_lacks_ = true;
    }
    truth& known = out_.lacks[place];
    if (known == truth::open) known = look() ? truth::yes : truth::no;
    return known == truth::yes;
}

inline bool evaluation::part_lacks_something(std::uint32_t slot)
{
    const std::size_t place = sheet_.member_facts.size() + slot - sheet_.facts.size();
    return lacks_something(place, [this, slot] { return !is_complete(given_.slots[slot]); });
}

/** Tells whether a field of some member is unknown. */
inline bool evaluation::some_member_lacks(std::uint32_t fact) const
{
    for (const feel::value& member :
         given_.slots[sheet_.reserved_slot(rubric::members)].as_list()) {
        if (member.as_context()[fact + 1].content.is_unknown()) return true;
    }
    return false;
}

/** Notes the fields of members that an expression reads and that some member lacks. */
inline void
evaluation::wait_for_members(const feel::program& expression, wait::kind what, std::uint32_t index)
{
    const std::uint32_t members = sheet_.reserved_slot(rubric::members);
    for (const feel::field_reference& read : expression.fields_read()) {
        if (read.slot != members) continue;
        const std::uint32_t fact = sheet_.member_fact_of(read.field);
        if (fact == none) continue;
        if (lacks_something(fact, [this, fact] { return some_member_lacks(fact); }))
            add_wait(missing_item::kind::member_field, fact, what, index);
    }
}

inline void evaluation::add_wait(
    missing_item::kind kind, std::uint32_t item, wait::kind what, std::uint32_t index
)
{
    item_place& at = out_.item_places[place_of(kind, item)];
    const bool is_known = at.item < out_.missing.size() && out_.missing[at.item].what == kind &&
                          out_.missing[at.item].index == item;
    if (is_known) {
        // All waits of a node, gate, grade or check are noted before those of the next.
        const wait& last = out_.waits[at.last_wait];
        if (last.what == what && last.index == index) return;
    } else {
        at.item = static_cast<std::uint32_t>(out_.missing.size());
        out_.missing.push_back(missing_item{kind, item, number(), 0, 0});
    }
    at.last_wait = static_cast<std::uint32_t>(out_.waits.size());
    const bool is_first =
        out_.waits.empty() || out_.waits.back().what != what || out_.waits.back().index != index;
    if (what == wait::kind::node && is_first) out_.node_waits[index] = at.last_wait;
    out_.waits.push_back(wait{at.item, what, index});
}

/** Returns where in @ref result::item_places something that may be missing stands. */
inline std::size_t evaluation::place_of(missing_item::kind kind, std::uint32_t item) const
{
    std::size_t out = item;
    if (kind == missing_item::kind::fact || kind == missing_item::kind::part) return out;
    out += sheet_.slot_count();
    if (kind == missing_item::kind::member_field) return out;
    out += sheet_.member_facts.size();
    return kind == missing_item::kind::evidence ? out : out + sheet_.nodes.size();
}

/** Weighs each missing item by the lines that wait for it.

    The points of a node that waits hold those of a line within it that waits for the same. A
    node's waits are noted after those of all within it: going back, it comes before them.
*/
inline void evaluation::weigh_lines()
{
    const std::size_t count = out_.missing.size();
    std::uint32_t* const weighed = out_.working.region().make_array<std::uint32_t>(count);
    std::fill_n(weighed, count, none); // by item: the node that was weighed last
    for (std::size_t i = out_.waits.size(); i > 0; --i) {
        const wait& each = out_.waits[i - 1];
        if (each.what != wait::kind::node) continue;
        std::uint32_t& last = weighed[each.item];
        if (last != none && last < each.index && each.index < sheet_.nodes[last].end) continue;
        last = each.index;
        if (is_below_void(each.index)) continue;
        const node_result& line = out_.nodes[each.index];
        number& worth = out_.missing[each.item].worth;
        worth = sum(worth, difference(line.possible, line.points));
    }
}

/** Weighs each missing item, and puts the heaviest first. */
inline void evaluation::weigh_missing()
{
    weigh_lines();
    const auto count = static_cast<std::uint32_t>(out_.missing.size());
    arena& region = out_.working.region();
    std::uint32_t* const order = region.make_array<std::uint32_t>(count);
    for (std::uint32_t i = 0; i < count; ++i)
        order[i] = i;
    std::sort(order, order + count, [this](std::uint32_t a, std::uint32_t b) {
        const number& left = out_.missing[a].worth;
        const number& right = out_.missing[b].worth;
        return left == right ? a < b : left > right;
    });
    missing_item* const sorted = region.make_array<missing_item>(count);
    std::uint32_t* const place = region.make_array<std::uint32_t>(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        ::new (static_cast<void*>(sorted + i)) missing_item(out_.missing[order[i]]);
        place[order[i]] = i;
    }
    std::copy(sorted, sorted + count, out_.missing.begin());
    for (wait& each : out_.waits)
        each.item = place[each.item];
    order_waits();
}

/** Finds what waits for each item. */
inline void evaluation::order_waits()
{
    for (const wait& each : out_.waits)
        ++out_.missing[each.item].wait_count;
    std::uint32_t first = 0;
    for (missing_item& each : out_.missing) {
        each.first_wait = first;
        first += std::exchange(each.wait_count, 0);
    }
    out_.wait_order.resize(out_.waits.size());
    for (std::uint32_t i = 0; i < out_.waits.size(); ++i) {
        missing_item& item = out_.missing[out_.waits[i].item];
        out_.wait_order[item.first_wait + item.wait_count++] = i;
    }
}

inline bool evaluation::is_below_void(std::uint32_t index) const
{
    for (std::uint32_t i = index; i != none; i = sheet_.nodes[i].parent) {
        if (out_.nodes[i].state == node_state::voided) return true;
    }
    return false;
}

} // namespace bontot::detail

#endif
