// SPDX-License-Identifier: BSL-1.0
// The operations `build` and `assemble`: a dossier that is made step by step.
#ifndef BONTOT_TESTS_CORPUS_BUILD_HPP
#define BONTOT_TESTS_CORPUS_BUILD_HPP

#include "corpus/run.hpp"

#include <bontot/base/nearest.hpp>
#include <bontot/json/reading.hpp>

#include <map>

namespace corpus {

using bontot::feel::value;

[[noreturn]] inline void
refuse_typed(const bontot::fact_spec& fact, view text, bontot::message wanted)
{
    const bontot::string want = bontot::detail::message_argument(wanted);
    const view brief = fact.of_member ? "?" : bontot::detail::shown(text);
    refuse("bad_input", bontot::message::api_not_typed, {fact.id, brief, want});
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

/** The words of a step, one after the other; "-" is an empty one. */
class words
{
public:
    explicit words(view text) : rest_(text) {}

    view next()
    {
        const auto [word, rest] = halves(rest_, ' ');
        rest_ = rest;
        return word == "-" ? view() : word;
    }
    [[nodiscard]] view rest() const { return rest_; }

    std::size_t index() { return std::stoul(std::string(next())); }

    /** Takes a coefficient and a scale. */
    bontot::number number()
    {
        const std::string coefficient(next());
        return bontot::number::scaled(std::stoll(coefficient), std::stoi(std::string(next())));
    }
    std::optional<bontot::number> optional_number()
    {
        return rest_.empty() ? std::nullopt : std::optional<bontot::number>(number());
    }

private:
    view rest_;
};

/** Makes a dossier of steps. */
class assembly
{
public:
    explicit assembly(const run& r)
        : run_(r), sheet_(*r.rubric), built_(r.rubric),
          to_(built_, {r.reading.trusted, r.reading.allow_other_rubric})
    {
        bontot::set_unit(built_, {}, {});
    }
    assembly(const assembly&) = delete;
    assembly& operator=(const assembly&) = delete;

    void add(view step)
    {
        const auto [verb, rest] = halves(step, ' ');
        words given(rest);
        const auto found = bodies().find(verb);
        if (found == bodies().end()) {
            add_value(verb, given);
        } else {
            (this->*found->second)(given);
        }
    }

    [[nodiscard]] bontot::result evaluated() const
    {
        bontot::whole_dossier whole;
        accept(whole.complete(built_));
        return run_.evaluated(whole.content());
    }

private:
    using body = void (assembly::*)(words&);

    static const std::map<view, body>& bodies()
    {
        static const std::map<view, body> all = {
            {"unit", &assembly::unit},
            {"unit-kind", &assembly::unit_kind},
            {"unit-group", &assembly::unit_group},
            {"unit-parent", &assembly::unit_parent},
            {"period", &assembly::period},
            {"apply", &assembly::apply},
            {"mark", &assembly::mark},
            {"override", &assembly::override_mark},
            {"unmark", &assembly::unmark},
            {"member", &assembly::member},
            {"of-member", &assembly::of_member},
            {"clear-member", &assembly::clear_member},
            {"evidence", &assembly::evidence},
            {"history", &assembly::history},
            {"result", &assembly::result},
            {"exception", &assembly::exception},
            {"give", &assembly::give},
            {"remove", &assembly::remove},
            {"reset", &assembly::reset}};
        return all;
    }

    void unit(words& given)
    {
        const view id = given.next();
        accept(to_.set_unit(id, given.rest()));
    }
    void unit_kind(words& given) { accept(to_.set_unit_kind(given.rest())); }
    void unit_group(words& given) { to_.set_unit_group(given.rest()); }
    void unit_parent(words& given) { to_.set_unit_parent(given.rest()); }
    void period(words& given)
    {
        const view from = given.next();
        accept(to_.set_period(from, given.next()));
    }
    void apply(words&) { accept(bontot::apply_reference(built_, *run_.committee)); }

    void mark(words& given)
    {
        bontot::given_mark out = points_of(given);
        out.day = given.next();
        out.comment = given.rest();
        accept(to_.set_mark(out));
    }
    void override_mark(words& given)
    {
        bontot::given_mark out = points_of(given);
        out.by = given.next();
        out.reason = given.rest();
        accept(to_.set_mark(out));
    }
    bontot::given_mark points_of(words& given) const
    {
        bontot::given_mark out;
        out.node = sheet_.find_node(given.next());
        out.role = sheet_.find_role(given.next());
        out.points = given.number();
        return out;
    }
    void unmark(words& given)
    {
        const std::uint32_t node = sheet_.find_node(given.next());
        to_.clear_mark(node, sheet_.find_role(given.next()));
    }

    void member(words& given) { accept(to_.add_member(given.rest())); }
    void of_member(words& given)
    {
        const std::size_t number = given.index();
        const std::uint32_t field = find_field(given.next());
        const value typed = typed_value(sheet_.member_facts[field], given.rest());
        accept(to_.set_member_fact(number, field, typed));
    }
    void clear_member(words& given)
    {
        const std::size_t number = given.index();
        accept(to_.set_member_fact(number, find_field(given.next()), value::unknown()));
    }
    std::uint32_t find_field(view id) const
    {
        return find_id(sheet_.member_facts, id, bontot::message::dossier_unknown_fact);
    }

    void evidence(words& given)
    {
        using bontot::document_field;
        accept(to_.add_document(given.next()));
        const std::size_t document = built_.evidence.size() - 1;
        const view supports = given.next();
        for (const document_field field :
             {document_field::kind, document_field::number, document_field::issued,
              document_field::submitted, document_field::status}) {
            const view text = given.next();
            if (!text.empty()) accept(to_.set_document(document, field, text));
        }
        if (supports.empty()) return;
        for (const view node : parts(supports, ','))
            to_.add_support(document, sheet_.find_node(node));
    }

    void history(words& given)
    {
        bontot::given_grade out;
        out.from = given.next();
        out.to = given.next();
        out.rubric = given.next();
        out.grade = given.next();
        out.points = given.optional_number();
        accept(to_.add_history(out));
    }
    void result(words& given)
    {
        bontot::given_grade out;
        out.unit = given.next();
        out.rubric = given.next();
        out.from = given.next();
        out.to = given.next();
        out.grade = given.next();
        out.points = given.optional_number();
        accept(to_.add_result(out));
    }
    void exception(words& given)
    {
        bontot::given_exception out;
        out.gate = find_id(sheet_.gates, given.next(), bontot::message::api_no_entry);
        out.day = given.next();
        out.authority = given.next();
        out.reason = given.rest();
        accept(to_.add_exception(out));
    }

    static bontot::dossier_part part_of(view name)
    {
        constexpr view parts[] = {"facts",   "marks",   "members",   "evidence",
                                  "history", "results", "exceptions"};
        const auto* const found = std::find(std::begin(parts), std::end(parts), name);
        return static_cast<bontot::dossier_part>(found - std::begin(parts));
    }
    void give(words& given) { to_.give(part_of(given.rest())); }
    void remove(words& given) { to_.remove(part_of(given.rest())); }
    void reset(words&)
    {
        built_.clear();
        bontot::set_unit(built_, {}, {});
    }

    void add_value(view verb, words& given)
    {
        const std::uint32_t slot = find_fact(given.next());
        accept(to_.set_fact(slot, value_of(verb, slot, given)));
    }
    std::uint32_t find_fact(view id) const
    {
        const std::uint32_t slot = sheet_.find_fact(id);
        if (slot != bontot::none) return slot;
        bontot::detail::nearest meant(id);
        for (const bontot::fact_spec& each : sheet_.facts)
            meant.offer(each.id);
        refuse(
            "not_found",
            meant.best().empty() ? bontot::message::dossier_unknown_fact
                                 : bontot::message::dossier_unknown_fact_near,
            {id, meant.best()}
        );
    }
    value value_of(view verb, std::uint32_t slot, words& given) const
    {
        if (verb == "set") return typed_value(sheet_.facts[slot], given.rest());
        if (verb == "boolean") return value::boolean(given.rest() == "true");
        if (verb == "text") return value::text(given.rest());
        if (verb == "date") return value::date(date_in(given.rest()));
        if (verb == "clear") return value::unknown();
        if (verb != "number") throw std::runtime_error("there is no step " + std::string(verb));
        return value::number(given.number());
    }

    const run& run_;
    const bontot::rubric& sheet_;
    bontot::dossier built_;
    bontot::dossier_builder to_;
};

inline void run_build(run& r)
{
    assembly all(r);
    const std::string steps = r.text(0);
    for (const view step : parts(steps, ';'))
        all.add(step);
    append_result(r, r.out, all.evaluated());
}

} // namespace corpus

#endif
