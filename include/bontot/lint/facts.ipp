// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_FACTS_IPP
#define BONTOT_LINT_FACTS_IPP

#include <bontot/feel/program.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/lint/linting.hpp>
#include <bontot/rubric/uses.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Calls a function with each fact that a program reads: those of the unit by their slots, then
    those of members. */
template <class Function>
void linting::each_fact_of(std::uint32_t program, const Function& function) const
{
    const std::size_t of_unit = sheet_.facts.size();
    for (const std::uint32_t slot : sheet_.programs[program].variables()) {
        if (slot < of_unit) function(std::size_t{slot});
    }
    for (const feel::field_reference& field : sheet_.programs[program].fields_read()) {
        const std::uint32_t fact = sheet_.member_fact_of(field.field);
        if (fact != none) function(of_unit + fact);
    }
}

void linting::look_at_facts()
{
    const vector<bool> is_read = facts_read(sheet_, source_);
    for (std::size_t i = 0; i < is_read.size(); ++i) {
        const bool is_of_member = i >= sheet_.facts.size();
        const fact_spec& fact =
            is_of_member ? sheet_.member_facts[i - sheet_.facts.size()] : sheet_.facts[i];
        if (is_read[i]) continue;
        tell(message::lint_fact_unused, path("facts", fact.position), {fact.id});
    }
    look_at_repeated_use();
    look_at_labels();
}

/** Tells of facts that decide points in more than one line. */
void linting::look_at_repeated_use()
{
    struct use
    {
        std::uint32_t last = none;
        std::uint32_t lines = 0;
        string names;
    };
    const std::size_t of_unit = sheet_.facts.size();
    vector<use> uses(
        of_unit + sheet_.member_facts.size(), use{none, 0, string(source_)}, allocator<use>(source_)
    );
    const auto note = [&](std::size_t fact, std::uint32_t node) {
        use& found = uses[fact];
        if (found.last == node) return;
        found.last = node;
        ++found.lines;
        if (shown(found.names).size() < found.names.size()) return; // no more of them is told
        if (found.lines > 1) found.names += ", ";
        found.names += sheet_.nodes[node].id;
    };
    const auto note_program = [&](std::uint32_t program, std::uint32_t node) {
        if (program == none) return;
        each_fact_of(program, [&](std::size_t fact) { note(fact, node); });
    };
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
        const score_rule& score = sheet_.nodes[i].score;
        if (score.fact != none) note(score.fact, i);
        note_program(score.value, i);
        for (const event_line& each : score.events)
            note_program(each.count, i);
    }
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (uses[i].lines < 2) continue;
        const fact_spec& fact = i < of_unit ? sheet_.facts[i] : sheet_.member_facts[i - of_unit];
        tell(
            message::lint_fact_twice, path("facts", fact.position), {fact.id, shown(uses[i].names)}
        );
    }
}

/** Tells of what has no label in one language or in both.

    The reader says what is not given with the other language's words, or with the id: the same
    characters, not only equal ones.
*/
void linting::look_at_labels()
{
    const auto look = [this](const auto& items, std::string_view list) {
        for (std::size_t i = 0; i < items.size(); ++i)
            look_at_label(items[i].label, items[i].id, path(list, i));
    };
    for (const auto* facts : {&sheet_.facts, &sheet_.member_facts}) {
        for (const fact_spec& each : *facts)
            look_at_label(each.label, each.id, path("facts", each.position));
    }
    for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i) {
        const std::size_t before = found_.size();
        look_at_label(sheet_.nodes[i].label, sheet_.nodes[i].id, paths_[i]);
        if (found_.size() > before) found_.back().node = i;
    }
    look(sheet_.gates, "gates");
    look(sheet_.grades, "grades");
    const auto look_at_texts = [this](const auto& checks, std::string_view list) {
        for (std::size_t i = 0; i < checks.size(); ++i)
            look_at_label(checks[i].text, checks[i].id, path(list, i));
    };
    look_at_texts(sheet_.consistency, "consistency");
    look_at_texts(sheet_.checks, "checks");
}

void linting::look_at_label(const bilingual& label, std::string_view id, string pointer)
{
    if (label.vi.data() != label.en.data()) return;
    const bool has_none = label.vi.data() == id.data();
    tell(
        has_none ? message::lint_label_missing : message::lint_label_one_language,
        std::move(pointer), {id}
    );
}

} // namespace bontot::detail

#endif
