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
        } else if (slot > members && !is_complete(given_.slots[slot])) {
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

/** Notes the fields of members that an expression reads and that some member lacks. */
inline void
evaluation::wait_for_members(const feel::program& expression, wait::kind what, std::uint32_t index)
{
    const std::uint32_t members = sheet_.reserved_slot(rubric::members);
    for (const feel::field_reference& read : expression.fields_read()) {
        if (read.slot != members) continue;
        for (const feel::value& member : given_.slots[members].as_list()) {
            const auto fields = member.as_context();
            std::size_t place = 0;
            while (place < fields.size() && fields[place].name != read.field)
                ++place;
            if (place == 0 || place == fields.size()) continue;
            if (!fields[place].content.is_unknown()) continue;
            const auto fact = static_cast<std::uint32_t>(place - 1);
            add_wait(missing_item::kind::member_field, fact, what, index);
            break;
        }
    }
}

inline void evaluation::add_wait(
    missing_item::kind kind, std::uint32_t item, wait::kind what, std::uint32_t index
)
{
    std::uint32_t place = 0;
    for (const missing_item& each : out_.missing) {
        if (each.what == kind && each.index == item) break;
        ++place;
    }
    if (place == out_.missing.size()) out_.missing.push_back(missing_item{kind, item, number()});
    for (const wait& each : out_.waits) {
        if (each.item == place && each.what == what && each.index == index) return;
    }
    out_.waits.push_back(wait{place, what, index});
}

/** Weighs each missing item by the lines that wait for it, and puts the heaviest first. */
inline void evaluation::weigh_missing()
{
    for (const wait& each : out_.waits) {
        if (each.what != wait::kind::node || is_below_void(each.index)) continue;
        if (is_weighed_above(each)) continue;
        const node_result& line = out_.nodes[each.index];
        number& worth = out_.missing[each.item].worth;
        worth = sum(worth, difference(line.possible, line.points));
    }
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
}

/** Tells whether a node above waits for the same item: its points hold those of the line. */
inline bool evaluation::is_weighed_above(const wait& line) const
{
    for (const wait& each : out_.waits) {
        const bool is_same = each.item == line.item && each.what == wait::kind::node;
        const bool is_above =
            is_same && each.index < line.index && line.index < sheet_.nodes[each.index].end;
        if (is_above) return true;
    }
    return false;
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
