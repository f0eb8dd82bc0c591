// SPDX-License-Identifier: BSL-1.0
// The operation `build`: a dossier that is made step by step.
#ifndef BONTOT_TESTS_CORPUS_BUILD_HPP
#define BONTOT_TESTS_CORPUS_BUILD_HPP

#include "corpus/run.hpp"

#include <bontot/detail/json_reading.hpp>
#include <bontot/detail/nearest.hpp>

namespace corpus {

using bontot::feel::value;

[[noreturn]] inline void
refuse_typed(const bontot::fact_spec& fact, view text, bontot::message wanted)
{
    const bontot::string want = bontot::detail::message_argument(wanted);
    refuse(
        "bad_input", bontot::message::api_not_typed, {fact.id, bontot::detail::shown(text), want}
    );
}

inline bontot::number typed_number(const bontot::fact_spec& fact, view text)
{
    bontot::number amount;
    if (bontot::number::parse(text, amount) != bontot::number_status::ok)
        refuse_typed(fact, text, bontot::message::want_number);
    if (bontot::detail::is_thousands_like(text)) {
        const bontot::string thousands = bontot::detail::without_dots(text);
        refuse(
            "bad_input", bontot::message::number_ambiguous, {text, thousands, number_text(amount)}
        );
    }
    return amount;
}

/** Reads a value as it is typed, by the type of its fact. */
inline value typed_value(const bontot::fact_spec& fact, view text)
{
    if (fact.type == bontot::fact_type::number) return value::number(typed_number(fact, text));
    if (fact.type == bontot::fact_type::date) return value::date(date_in(text));
    if (fact.type != bontot::fact_type::boolean) return value::text(text);
    if (text != "true" && text != "false") refuse_typed(fact, text, bontot::message::want_boolean);
    return value::boolean(text == "true");
}

/** Makes a dossier of steps. */
class builder
{
public:
    explicit builder(const run& r) : run_(r), built_(r.rubric) { bontot::set_unit(built_, {}, {}); }

    [[nodiscard]] const bontot::dossier& built() const { return built_; }

    void add(view step)
    {
        const auto [verb, rest] = halves(step, ' ');
        const auto [first, second] = halves(rest, ' ');
        if (verb == "unit") {
            bontot::set_unit(built_, first, second);
        } else if (verb == "period") {
            const bontot::date from = date_in(first);
            accept(bontot::set_period(built_, from, date_in(second)));
        } else if (verb == "apply") {
            accept(bontot::apply_reference(built_, *run_.committee));
        } else {
            const std::uint32_t slot = find(first);
            accept(bontot::set_fact(built_, slot, value_of(verb, slot, second)));
        }
    }

private:
    std::uint32_t find(view id) const
    {
        const std::uint32_t slot = run_.rubric->find_fact(id);
        if (slot != bontot::none) return slot;
        bontot::detail::nearest meant(id);
        for (const bontot::fact_spec& each : run_.rubric->facts)
            meant.offer(each.id);
        refuse(
            "not_found",
            meant.best().empty() ? bontot::message::dossier_unknown_fact
                                 : bontot::message::dossier_unknown_fact_near,
            {id, meant.best()}
        );
    }

    value value_of(view verb, std::uint32_t slot, view text) const
    {
        if (verb == "set") return typed_value(run_.rubric->facts[slot], text);
        if (verb == "boolean") return value::boolean(text == "true");
        if (verb == "text") return value::text(text);
        if (verb == "date") return value::date(date_in(text));
        if (verb == "clear") return value::unknown();
        if (verb != "number") throw std::runtime_error("there is no step " + std::string(verb));
        const auto [coefficient, scale] = halves(text, ' ');
        return value::number(bontot::number::scaled(
            std::stoll(std::string(coefficient)), std::stoi(std::string(scale))
        ));
    }

    const run& run_;
    bontot::dossier built_;
};

inline void run_build(run& r)
{
    builder all(r);
    const std::string steps = r.text(0);
    for (const view step : parts(steps, ';'))
        all.add(step);
    accept(bontot::check_dossier(all.built()));
    append_result(r, r.out, r.evaluated(all.built()));
}

} // namespace corpus

#endif
