// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_STREAM_FACTS_HPP
#define BONTOT_DOSSIER_READER_STREAM_FACTS_HPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/dossier/reader/stream_base.hpp>
#include <bontot/json/plain_json.hpp>
#include <bontot/rubric/fact_check.hpp>
#include <bontot/rubric/known_value.hpp>

#include <cstdint>
#include <cstring>
#include <new>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Reads facts of the unit into their slots, and values of any facts. */
class fact_stream
{
public:
    explicit fact_stream(dossier_stream_base& from) : from_(from) {}

    bool read();
    [[gnu::always_inline]] bool read_value(const fact_spec& fact, feel::value& out);

private:
    bool read_number(const fact_spec& fact, feel::value& out);
    bool read_text(const fact_spec& fact, feel::value& out);

    dossier_stream_base& from_;
};

inline bool fact_stream::read()
{
    plain_json& json = from_.json;
    if (json.take_null()) return true;
    const vector<fact_spec>& facts = from_.sheet.facts;
    char* const seen = from_.out.store.make_array<char>(facts.size());
    std::memset(seen, 0, facts.size());
    if (!json.take('{')) return false;
    if (json.take('}')) return true;
    std::uint32_t slot = none; // most dossiers give the facts in the order of the rubric
    do {
        if (!json.take('"')) return false;
        ++slot;
        if (slot >= facts.size() || !json.take_key(facts[slot].id)) {
            std::string_view id;
            if (!json.take_rest_of_text(id)) return false;
            slot = from_.sheet.find_fact(id);
            if (slot == none) return false;
        }
        if (seen[slot] != 0 || !json.take(':')) return false;
        seen[slot] = 1;
        if (!read_value(facts[slot], from_.out.slots[slot])) return false;
    } while (json.take(','));
    return json.take('}');
}

/** Reads a fact's value; null leaves it unknown. Numbers and truths are made in their place: to
   copy one there costs the wait for its parts to be stored. */
inline bool fact_stream::read_value(const fact_spec& fact, feel::value& out)
{
    if (from_.json.take_null()) return true;
    switch (fact.type) {
    case fact_type::number:
        return read_number(fact, out);
    case fact_type::boolean: {
        const std::optional<bool> given = from_.json.take_boolean();
        ::new (&out) feel::value(feel::value::boolean(given.value_or(false)));
        return given.has_value();
    }
    case fact_type::date: {
        std::optional<date> given;
        const bool is_day = from_.read_date(given);
        out = known_date(given);
        return is_day;
    }
    case fact_type::text:
    case fact_type::choice:
        return read_text(fact, out);
    }
    return false;
}

inline bool fact_stream::read_number(const fact_spec& fact, feel::value& out)
{
    number given;
    const bool is_text = from_.json.is_next('"');
    const bool is_read = is_text ? from_.read_number(given) : from_.json.take_number(given);
    if (!is_read || !is_within(fact, given)) return false;
    ::new (&out) feel::value(feel::value::number(given));
    return true;
}

inline bool fact_stream::read_text(const fact_spec& fact, feel::value& out)
{
    std::string_view given;
    if (!from_.json.take_text(given) || !from_.normalize(given)) return false;
    if (fact.type == fact_type::choice) {
        const std::string_view* const own = find_choice(fact, given);
        if (own == nullptr) return false;
        given = *own;
    }
    out = feel::value::text(given);
    return true;
}

} // namespace bontot::detail

#endif
