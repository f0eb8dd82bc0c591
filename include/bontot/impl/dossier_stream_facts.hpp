// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_STREAM_FACTS_HPP
#define BONTOT_IMPL_DOSSIER_STREAM_FACTS_HPP

#include <bontot/impl/dossier_stream.hpp>

#include <new> // placement new

namespace bontot::detail {

inline bool dossier_stream::read_facts()
{
    if (json_.take_null()) return true;
    const vector<fact_spec>& facts = sheet_.facts;
    char* const seen = out_.store.make_array<char>(facts.size());
    std::memset(seen, 0, facts.size());
    if (!json_.take('{')) return false;
    if (json_.take('}')) return true;
    std::uint32_t slot = none; // most dossiers give the facts in the order of the rubric
    do {
        if (!json_.take('"')) return false;
        ++slot;
        if (slot >= facts.size() || !json_.take_key(facts[slot].id)) {
            std::string_view id;
            if (!json_.take_rest_of_text(id)) return false;
            slot = sheet_.find_fact(id);
            if (slot == none) return false;
        }
        if (seen[slot] != 0 || !json_.take(':')) return false;
        seen[slot] = 1;
        if (!read_fact(facts[slot], out_.slots[slot])) return false;
    } while (json_.take(','));
    return json_.take('}');
}

/** Reads a fact's value. Numbers and truths are made in their slot: to copy one there costs the
    wait for its parts to be stored. */
inline bool dossier_stream::read_fact(const fact_spec& fact, feel::value& out)
{
    if (json_.take_null()) return true;
    switch (fact.type) {
    case fact_type::number:
        return read_number_fact(fact, out);
    case fact_type::boolean: {
        const std::optional<bool> given = json_.take_boolean();
        ::new (&out) feel::value(feel::value::boolean(given.value_or(false)));
        return given.has_value();
    }
    case fact_type::date: {
        std::optional<date> given;
        const bool is_day = read_date(given);
        out = known_date(given);
        return is_day;
    }
    case fact_type::text:
    case fact_type::choice:
        return read_text_fact(fact, out);
    }
    return false;
}

inline bool dossier_stream::read_number_fact(const fact_spec& fact, feel::value& out)
{
    number given;
    if (json_.is_text_next()) {
        std::string_view written;
        if (!json_.take_text(written) || is_thousands_like(written)) return false;
        if (number::parse(written, given) != number_status::ok) return false;
    } else if (!json_.take_number(given)) {
        return false;
    }
    if (!is_within(fact, given)) return false;
    ::new (&out) feel::value(feel::value::number(given));
    return true;
}

inline bool dossier_stream::read_text_fact(const fact_spec& fact, feel::value& out)
{
    std::string_view given;
    if (!json_.take_text(given) || !normalize(given)) return false;
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
