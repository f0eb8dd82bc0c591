// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_SOURCES_IPP
#define BONTOT_RUBRIC_READER_SOURCES_IPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/reader/reading.hpp>

#include <cstddef>
#include <cstdint>

namespace bontot::detail {

/** Reads `from_results` of every fact that has it; by now every name is declared. */
void rubric_reading::read_sources()
{
    for (const pending_source& each : pending_sources_) {
        vector<fact_spec>& facts = each.of_member ? out_.member_facts : out_.facts;
        read_source_of(each.at, facts[each.fact]);
    }
}

void rubric_reading::read_source_of(std::uint32_t at, fact_spec& fact)
{
    if (!expect_object(at, {"rubrics", "value"})) return;
    results_source from;
    const std::uint32_t rubrics = require(at, "rubrics");
    from.rubrics = texts_at(rubrics);
    const bool is_empty = rubrics != absent && doc[rubrics].kind == json_kind::array &&
                          doc[rubrics].count == 0 && !doc[rubrics].cut_off;
    if (is_empty) faults.add(message::rubric_no_choices, rubrics);
    const std::uint32_t value = require(at, "value");
    from.value = compile(value, gives::anything);
    if (from.value == none) return;
    check_source_value(value, fact, from.value);
    fact.from_results = from;
}

/** The value may read results alone, and must be able to be one of the fact. */
void rubric_reading::check_source_value(
    std::uint32_t at, const fact_spec& fact, std::uint32_t program
)
{
    const feel::program& value = out_.programs[program];
    for (const std::uint32_t slot : value.variables()) {
        const bool is_own = slot == out_.reserved_slot(rubric::results) ||
                            slot == out_.reserved_slot(rubric::period_of);
        if (is_own) continue;
        faults.add(message::rubric_results_only, at);
        break;
    }
    using shape = feel::type::shape;
    constexpr shape shapes[] = {
        shape::number, shape::boolean, shape::text, shape::date, shape::text};
    constexpr message wanted[] = {
        message::want_number, message::want_boolean, message::want_text, message::want_date,
        message::want_choice};
    const feel::type given = value.result();
    const auto type = static_cast<std::size_t>(fact.type);
    if (given.is_any() || given.is(shape::null) || given.is(shapes[type])) return;
    faults.add(message::rubric_source_type, at, {message_argument(wanted[type])});
}

} // namespace bontot::detail

#endif
