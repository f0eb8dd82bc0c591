// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_FACT_READING_IPP
#define BONTOT_RUBRIC_FACT_READING_IPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/text.hpp>

#include <bontot/base/nearest.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/fact_check.hpp>
#include <bontot/rubric/fact_reading.hpp>
#include <bontot/rubric/known_value.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Reads a value of a fact's type; JSON null is unknown, as an absent fact is. */
feel::value fact_reading::fact_value(std::uint32_t at, const fact_spec& fact)
{
    if (doc[at].kind == json_kind::null) return feel::value::unknown();
    switch (fact.type) {
    case fact_type::number:
        return number_value(at, fact);
    case fact_type::boolean: {
        const std::optional<bool> given = boolean(at);
        return given ? feel::value::boolean(*given) : feel::value::unknown();
    }
    case fact_type::date:
        return known_date(date_of(at, !fact.of_member));
    case fact_type::text:
    case fact_type::choice:
        return text_value(at, fact);
    }
    return feel::value::unknown();
}

feel::value fact_reading::number_value(std::uint32_t at, const fact_spec& fact)
{
    const std::optional<number> given = number_of(at, !fact.of_member);
    if (!given) return feel::value::unknown();
    const std::optional<given_fault> fault = check_number(fact, *given);
    if (fault) {
        const auto& named = fault->arguments;
        faults.add(fault->code, at, {named[0], named[1], named[2], named[3]});
        return feel::value::unknown();
    }
    return feel::value::number(*given);
}

feel::value fact_reading::text_value(std::uint32_t at, const fact_spec& fact)
{
    const bool is_choice = fact.type == fact_type::choice;
    if (!expect(at, json_kind::text, is_choice ? message::want_choice : message::want_text)) {
        return feel::value::unknown();
    }
    const std::string_view given = normalized(doc[at].text);
    if (!is_choice) return feel::value::text(store_.copy(given));
    std::string_view own;
    const std::optional<given_fault> fault = check_choice(fact, given, own);
    if (!fault) return feel::value::text(own);
    faults.add(
        fault->code, at, {fault->arguments[0], shown(fault->arguments[1]), fault->arguments[2]}
    );
    return feel::value::unknown();
}

void fact_reading::unknown_fact(std::uint32_t at, const vector<fact_spec>& facts)
{
    if (faults.is_full()) return;
    nearest meant(doc[at].key);
    for (const fact_spec& each : facts)
        meant.offer(each.id);
    if (meant.best().empty()) {
        faults.add_key(message::dossier_unknown_fact, at, {shown(doc[at].key)});
    } else {
        faults.add_key(message::dossier_unknown_fact_near, at, {shown(doc[at].key), meant.best()});
    }
}

std::string_view fact_reading::kept_text(std::uint32_t at)
{
    const std::optional<std::string_view> found = text(at);
    return found ? store_.copy(*found) : std::string_view();
}

/** Composes text; what it returns is good until the next call, or as long as the text. */
std::string_view fact_reading::normalized(std::string_view text)
{
    if (is_plainly_normal(text)) return text;
    scratch_.clear();
    append_normalized(scratch_, text);
    return scratch_;
}

std::string_view fact_reading::text_of(std::uint32_t object, std::string_view key)
{
    const std::uint32_t at = find(object, key);
    return at == absent || doc[at].kind == json_kind::null ? std::string_view() : kept_text(at);
}

void fact_reading::read_format(std::uint32_t at, std::string_view wanted)
{
    const std::optional<std::string_view> name = text(at);
    if (!name || *name == wanted) return;
    faults.add(message::reading_wrong_format, at, {shown(*name), wanted});
}

/** Returns a text that must be there and say something. */
std::string_view fact_reading::required_text(std::uint32_t object, std::string_view key)
{
    const std::uint32_t at = require(object, key);
    if (at == absent) return {};
    const std::string_view found = kept_text(at);
    if (found.empty() && doc[at].kind == json_kind::text)
        faults.add(message::reading_empty_text, at);
    return found;
}

std::optional<date> fact_reading::known_date_of(std::uint32_t object, std::string_view key)
{
    return date_of(find_known(object, key));
}

} // namespace bontot::detail

#endif
