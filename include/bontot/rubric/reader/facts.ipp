// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_FACTS_IPP
#define BONTOT_RUBRIC_READER_FACTS_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/known_ids.hpp>
#include <bontot/base/sorted_places.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/number/fixed_point.hpp>
#include <bontot/rubric/field_symbols.hpp>
#include <bontot/rubric/reader/reading.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace bontot::detail {

inline bool is_feel_keyword(std::string_view word)
{
    for (const std::string_view each :
         {"and",  "or",       "not",      "between", "in",    "if",        "then",
          "else", "for",      "return",   "some",    "every", "satisfies", "instance",
          "of",   "function", "external", "true",    "false", "null"}) {
        if (word == each) return true;
    }
    return false;
}

/** Tells whether an id is `[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*` with no FEEL keyword as a part. */
inline bool is_fact_id(std::string_view id)
{
    if (id.size() > 200) return false;
    while (true) {
        const std::size_t dot = std::min(id.find('.'), id.size());
        const std::string_view part = id.substr(0, dot);
        if (part.empty() || part[0] < 'a' || part[0] > 'z' || is_feel_keyword(part)) return false;
        for (const char c : part) {
            const bool is_good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
            if (!is_good) return false;
        }
        if (dot == id.size()) return true;
        id.remove_prefix(dot + 1);
    }
}

inline bool is_reserved_name(std::string_view id)
{
    const std::string_view first = id.substr(0, id.find('.'));
    for (const std::string_view each :
         {"members", "evidence", "history", "results", "unit", "period"}) {
        if (first == each) return true;
    }
    return false;
}

void rubric_reading::read_facts(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    if (is_too_long(at, most_items)) return;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
        read_fact(i);
}

void rubric_reading::read_fact(std::uint32_t at)
{
    const bool is_object = expect_object(
        at, {"id", "of", "type", "integer", "min", "max", "choices", "unit", "label", "given_by",
             "from_results"}
    );
    if (!is_object) return;
    fact_spec fact;
    fact.position = doc[at].position;
    const std::uint32_t of = find(at, "of");
    const bool of_member = of != absent && word_of(of, {"member"}).has_value();
    fact.of_member = of_member;
    const std::uint32_t id_at = require(at, "id");
    const std::optional<std::string_view> id = text(id_at);
    if (id && check_fact_id(id_at, *id, of_member)) fact.id = keep(*id);
    const auto type = word_of(require(at, "type"), {"number", "boolean", "text", "date", "choice"});
    if (type) fact.type = static_cast<fact_type>(*type);
    fact.label = label_of(at, "label", false);
    if (fact.label.vi.empty()) fact.label = bilingual{fact.id, fact.id};
    fact.unit = label_of(at, "unit", false);
    if (!type || fact.id.empty()) return;
    read_fact_range(at, fact);
    read_giver(at, fact);
    vector<fact_spec>& facts = of_member ? out_.member_facts : out_.facts;
    (of_member ? member_ids_ : unit_ids_).note(fact.id, facts.size());
    const std::uint32_t from = find(at, "from_results");
    if (from != absent) {
        const auto index = static_cast<std::uint32_t>(facts.size());
        pending_sources_.push_back(pending_source{from, index, of_member});
    }
    facts.push_back(fact);
}

void rubric_reading::read_giver(std::uint32_t at, fact_spec& fact)
{
    const std::uint32_t giver = find(at, "given_by");
    if (giver == absent) return;
    fact.by_committee = word_of(giver, {"committee"}).has_value();
    if (fact.of_member) faults.add_key(message::rubric_member_given, giver);
    const std::uint32_t from = find(at, "from_results");
    if (from != absent) faults.add_key(message::rubric_two_sources, from);
}

void rubric_reading::read_fact_range(std::uint32_t at, fact_spec& fact)
{
    const std::uint32_t choices = find(at, "choices");
    if (fact.type == fact_type::choice) {
        fact.choices = texts_at(require(at, "choices"));
        fact.choice_order = keep(order_of(fact.choices, source()));
        if (choices != absent && fact.choices.empty() && !doc[choices].cut_off)
            faults.add(message::rubric_no_choices, choices);
    } else if (choices != absent) {
        faults.add_key(message::rubric_key_for_type, choices, {"choices", "choice"});
    }
    for (const std::string_view key : {"min", "max", "integer"}) {
        const std::uint32_t member = find(at, key);
        if (member != absent && fact.type != fact_type::number) {
            faults.add_key(message::rubric_key_for_type, member, {key, "number"});
        }
    }
    fact.integer = boolean(find(at, "integer")).value_or(false);
    fact.min = number_of(find(at, "min"));
    fact.max = number_of(find(at, "max"));
    if (fact.min && fact.max && *fact.max < *fact.min) {
        faults.add(message::rubric_range_reversed, find(at, "max"));
    }
    if (fact.type == fact_type::number) fact.quick = quick_range(fact.min, fact.max, fact.integer);
}

/** Returns a range in millionths; one in which nothing is sure where its ends are not whole ones.
 */
fixed_range rubric_reading::quick_range(
    const std::optional<number>& min, const std::optional<number>& max, bool is_whole
)
{
    fixed_range out;
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
    if (min && !to_fixed(*min, fixed_range::scale, low)) return out;
    if (max && !to_fixed(*max, fixed_range::scale, high)) return out;
    out.low = low;
    out.high = high;
    out.whole = is_whole;
    return out;
}

bool rubric_reading::check_fact_id(std::uint32_t at, std::string_view id, bool of_member)
{
    const bool is_shaped = is_fact_id(id) && (!of_member || id.find('.') == id.npos);
    if (!is_shaped) {
        faults.add(message::rubric_bad_fact_id, at, {shown(id)});
        return false;
    }
    if (of_member ? id == "id" : is_reserved_name(id)) {
        faults.add(message::rubric_reserved_name, at, {shown(id)});
        return false;
    }
    const std::size_t related = related_fact(id, of_member);
    if (related == none) return true;
    const fact_spec& other = (of_member ? out_.member_facts : out_.facts)[related];
    if (other.id == id) {
        faults.add(message::reading_repeated_id, at, {shown(id)});
    } else {
        faults.add(message::rubric_prefix_id, at, {shown(id), shown(other.id)});
    }
    return false;
}

/** Returns the first fact that has an id, or whose id and this are one a part of the other. */
std::size_t rubric_reading::related_fact(std::string_view id, bool of_member) const
{
    const known_ids& known = of_member ? member_ids_ : unit_ids_;
    std::size_t out = known.find(id);
    for (std::size_t dot = id.find('.'); dot != id.npos; dot = id.find('.', dot + 1))
        out = std::min(out, known.find(id.substr(0, dot)));
    string within(id, allocator<char>(source()));
    within += '.';
    return std::min(out, known.find_beginning(within));
}

inline feel::type type_of_fact(const fact_spec& fact)
{
    switch (fact.type) {
    case fact_type::number:
        return feel::type::number();
    case fact_type::boolean:
        return feel::type::boolean();
    case fact_type::text:
        return feel::type::text();
    case fact_type::date:
        return feel::type::date();
    case fact_type::choice:
        break;
    }
    vector<string> choices;
    for (const std::string_view each : fact.choices)
        choices.emplace_back(each);
    return feel::type::choice(std::move(choices));
}

using field_types = std::initializer_list<std::pair<std::string_view, feel::type>>;

/** Makes the type of a context, and gives its fields their symbols. */
feel::type rubric_reading::context_type(field_types fields, const vector<fact_spec>& more)
{
    vector<feel::type_field> out;
    for (const auto& each : fields)
        out.push_back({string(each.first), each.second});
    for (const fact_spec& fact : more)
        out.push_back({string(fact.id), type_of_fact(fact)});
    for (const feel::type_field& each : out)
        out_.names.symbols().intern(each.name);
    return feel::type::context_of(std::move(out));
}

/** Declares what expressions may read: the facts' slots, then the reserved names. */
void rubric_reading::declare_names()
{
    using feel::type;
    for (const fact_spec& fact : out_.facts)
        out_.names.add(fact.id, type_of_fact(fact));
    const vector<fact_spec> nothing_more;
    const type member = context_type({{"id", type::text()}}, out_.member_facts);
    const type document = context_type(
        {{"id", type::text()},
         {"kind", type::text()},
         {"number", type::text()},
         {"issuer", type::text()},
         {"issued", type::date()},
         {"submitted", type::date()},
         {"status", type::text()}},
        nothing_more
    );
    out_.names.add("members", type::list_of(member));
    out_.names.add("evidence", type::list_of(document));
    declare_past();
    out_.names.add(
        "unit",
        context_type(
            {{"id", type::text()}, {"kind", type::text()}, {"group", type::text()}}, nothing_more
        )
    );
    out_.names.add(
        "period", context_type({{"from", type::date()}, {"to", type::date()}}, nothing_more)
    );
}

/** Declares what was scored before: of the unit itself, and of what it sums up. */
void rubric_reading::declare_past()
{
    using feel::type;
    const vector<fact_spec> nothing_more;
    const type past = context_type(
        {{"from", type::date()},
         {"to", type::date()},
         {"rubric", type::text()},
         {"grade", type::text()},
         {"points", type::number()}},
        nothing_more
    );
    out_.names.add("history", type::list_of(past));
    const type scored_before = context_type(
        {{"unit", type::text()},
         {"rubric", type::text()},
         {"from", type::date()},
         {"to", type::date()},
         {"grade", type::text()},
         {"points", type::number()}},
        nothing_more
    );
    out_.names.add("results", type::list_of(scored_before));
}

/** Finds the nodes within which everything always applies: their points are plain sums. */
void rubric_reading::find_whole()
{
    for (rubric_node& node : out_.nodes)
        node.ends = fixed_interval::of(node.least, node.max);
    for (std::size_t i = out_.nodes.size(); i > 0; --i) {
        const rubric_node& node = out_.nodes[i - 1];
        if (node.always_whole) continue;
        if (node.parent != none) {
            out_.nodes[node.parent].always_whole = false;
        } else if (node.kind == criterion_kind::base) {
            out_.always_whole = false;
        }
    }
    for (std::uint32_t i = 0; i < out_.nodes.size(); i = out_.nodes[i].end) {
        const rubric_node& node = out_.nodes[i];
        if (node.kind != criterion_kind::base) continue;
        // Bounded points never add up to what is out of range; others are faults already.
        const number least = node.least < number(0) ? node.least : number(0);
        out_.base_max = add(out_.base_max, node.max).value_or(number(0));
        out_.base_least = add(out_.base_least, least).value_or(number(0));
    }
}

/** Tells each node which gates void it or keep it from being good. */
void rubric_reading::find_gates()
{
    auto order = list_of<std::uint32_t>();
    for (std::uint32_t i = 0; i < out_.gates.size(); ++i) {
        const gate_effect effect = out_.gates[i].effect;
        const bool is_of_node = effect == gate_effect::void_node || effect == gate_effect::not_good;
        if (is_of_node && out_.gates[i].target != none) order.push_back(i);
    }
    const auto target = [this](std::uint32_t gate) { return out_.gates[gate].target; };
    std::sort(order.begin(), order.end(), [&target](std::uint32_t a, std::uint32_t b) {
        return target(a) != target(b) ? target(a) < target(b) : a < b;
    });
    const std::span<const std::uint32_t> all = keep(order);
    for (std::size_t first = 0, end = 0; first < all.size(); first = end) {
        while (end < all.size() && target(all[end]) == target(all[first]))
            ++end;
        out_.nodes[target(all[first])].gates = all.subspan(first, end - first);
    }
}

/** Remembers what dossiers ask for again and again: ids in order, the symbols of fields. */
void rubric_reading::index_names()
{
    out_.gate_order.sort(out_.gates);
    const auto name = [this](std::string_view text) { return out_.symbol_of(text); };
    out_.symbols = field_symbols{name("id"),     name("kind"),      name("number"), name("issuer"),
                                 name("issued"), name("submitted"), name("status"), name("from"),
                                 name("to"),     name("rubric"),    name("grade"),  name("points"),
                                 name("unit"),   name("group")};
    out_.member_places.assign(out_.names.symbols().size(), none);
    for (std::uint32_t i = 0; i < out_.member_facts.size(); ++i) {
        out_.member_facts[i].symbol = name(out_.member_facts[i].id);
        out_.member_places[out_.member_facts[i].symbol] = i;
    }
    for (std::uint32_t slot = 0; slot < out_.facts.size(); ++slot) {
        const fact_type type = out_.facts[slot].type;
        if (type == fact_type::text || type == fact_type::choice) out_.text_slots.push_back(slot);
    }
    for (const feel::program& program : out_.programs) {
        for (const std::uint32_t slot : program.variables()) {
            const bool is_evidence = slot == out_.reserved_slot(rubric::evidence);
            out_.reads_evidence = out_.reads_evidence || is_evidence;
        }
    }
}

} // namespace bontot::detail

#endif
