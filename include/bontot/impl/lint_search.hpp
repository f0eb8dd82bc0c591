// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_LINT_SEARCH_HPP
#define BONTOT_IMPL_LINT_SEARCH_HPP

#include <bontot/impl/lint_candidates.hpp>
#include <bontot/impl/lint_space.hpp>

namespace bontot::detail {

/** Looks for a complete dossier, as far as some expressions see it, for which something is so.

    It tries telling values of the facts that the expressions read, and of those that
    consistency rules tie to them, one fact after the other; expressions are really run.
    What it finds keeps every rule. That it finds nothing proves nothing.
*/
class lint_search
{
public:
    lint_search(const rubric& sheet, lint_budget& budget, memory& source)
        : sheet_(sheet), budget_(budget), candidates_(sheet, source),
          order_(allocator<std::uint32_t>(source)), rules_(allocator<rule_place>(source)),
          offers_(allocator<vector<feel::value>>(source)),
          values_(sheet.slot_count(), feel::value(), allocator<feel::value>(source)),
          scratch_(source, feel::run_limits{most_steps, std::size_t{1} << 20U})
    {}

    /** Adds an expression whose facts are given values. */
    void read(std::uint32_t program)
    {
        if (program == none) return;
        candidates_.learn(sheet_.programs[program]);
        for (const std::uint32_t slot : sheet_.programs[program].variables())
            add(slot);
    }

    /** Makes a program give a number as far as can be, by means of the facts it reads. */
    void aim(std::uint32_t program, const number& target)
    {
        aimed_ = program;
        target_ = target;
    }

    /** Looks for values for which a function of this search says yes. */
    template <class Function>
    bool find(const Function& is_found)
    {
        goals_ = order_.size();
        tie_facts();
        const bool is_small = order_.size() <= most_slots;
        if (!is_small || !budget_.spend(order_.size() * cost_of_offers)) return false;
        for (const std::uint32_t slot : order_)
            offers_.push_back(candidates_.of(slot));
        const std::size_t turns = aimed_ == none ? 1 : std::max<std::size_t>(goals_, 1);
        for (std::size_t turn = 0; turn < turns; ++turn) {
            tries_ = most_tries / turns;
            if (goals_ > 1 && turn > 0) rotate();
            if (!place_rules()) return false;
            if (try_from(0, is_found)) return true;
        }
        return false;
    }

    /** Runs a program with the values that are tried; unknown when the work is at its end. */
    feel::value run(std::uint32_t program) { return run(sheet_.programs[program]); }
    feel::value run(const feel::program& what)
    {
        if (!budget_.spend(cost_of(what))) return feel::value::unknown();
        scratch_.clear();
        const feel::value out = feel::run(what, values_, scratch_);
        return scratch_.limit_reached() ? feel::value::unknown() : out;
    }

    /** Runs unary tests with an input. */
    feel::value run(std::uint32_t program, const feel::value& input)
    {
        const feel::program& what = sheet_.programs[program];
        if (!budget_.spend(cost_of(what))) return feel::value::unknown();
        return feel::run(what, values_, input, scratch_);
    }

    /** Returns whether a condition that a line has is true, or there is none. */
    bool holds(std::uint32_t program) { return program == none || run(program).is_true(); }

    /** Returns the slots that have values, those of the expressions first. */
    [[nodiscard]] std::span<const std::uint32_t> slots() const { return order_; }
    [[nodiscard]] const feel::value& operator[](std::uint32_t slot) const { return values_[slot]; }

private:
    static constexpr std::uint64_t most_steps = 20'000; // of one run
    static constexpr std::size_t most_tries = 4000;     // of one search
    static constexpr std::size_t most_slots = 24;
    static constexpr std::uint64_t cost_of_offers = 100;

    /** A consistency rule, and after how many facts it can be asked. */
    struct rule_place
    {
        std::uint32_t program;
        std::size_t after;
    };

    void add(std::uint32_t slot)
    {
        if (std::find(order_.begin(), order_.end(), slot) == order_.end()) order_.push_back(slot);
    }

    static std::uint64_t cost_of(const feel::program& what);
    void tie_facts();
    [[nodiscard]] bool place_rules();
    void rotate();
    [[nodiscard]] bool keeps_rules(std::size_t given);
    [[nodiscard]] vector<feel::value> aimed_at(std::uint32_t slot);

    /** Gives a fact one value after the other, and goes on with the next fact. */
    template <class Function>
    bool try_from(std::size_t index, const Function& is_found)
    {
        if (index == goals_ && !is_found(*this)) return false;
        if (index == order_.size()) return true;
        const std::uint32_t slot = order_[index];
        const auto try_all = [&](const vector<feel::value>& offers) {
            for (const feel::value& each : offers) {
                if (tries_ == 0 || !budget_.spend(1)) return false;
                --tries_;
                values_[slot] = each;
                if (keeps_rules(index + 1) && try_from(index + 1, is_found)) return true;
            }
            return false;
        };
        const bool is_last_goal = aimed_ != none && index + 1 == goals_;
        if (is_last_goal && try_all(aimed_at(slot))) return true;
        if (try_all(offers_[index])) return true;
        values_[slot] = feel::value();
        return false;
    }

    const rubric& sheet_;
    lint_budget& budget_;
    lint_candidates candidates_;
    vector<std::uint32_t> order_;
    vector<rule_place> rules_;
    vector<vector<feel::value>> offers_;
    vector<feel::value> values_;
    feel::scratch scratch_;
    std::size_t goals_ = 0;
    std::size_t tries_ = 0;
    std::uint32_t aimed_ = none;
    number target_;
};

/** Estimates a run: a loop goes through few members, but one within another through many. */
inline std::uint64_t lint_search::cost_of(const feel::program& what)
{
    using feel::detail::opcode;
    if (what.data() == nullptr) return 1;
    std::uint64_t cost = what.data()->code.size() / 4 + 2;
    for (const feel::detail::instruction& each : what.data()->code) {
        if (each.operation == opcode::each_between) return most_steps / 4;
        const bool is_loop = each.operation == opcode::each || each.operation == opcode::filter ||
                             each.operation == opcode::call;
        if (is_loop) cost += cost / 2 + 2;
        if (cost > most_steps / 4) return most_steps / 4;
    }
    return cost;
}

/** Adds the facts that consistency rules tie to those that are there. */
inline void lint_search::tie_facts()
{
    bool has_grown = true;
    while (has_grown && order_.size() <= most_slots) {
        has_grown = false;
        for (const check_rule& rule : sheet_.consistency) {
            const auto slots = sheet_.programs[rule.assertion].variables();
            const auto is_given = [this](std::uint32_t slot) {
                return std::find(order_.begin(), order_.end(), slot) != order_.end();
            };
            const auto given = std::count_if(slots.begin(), slots.end(), is_given);
            const bool is_tied = given > 0 && given < static_cast<std::ptrdiff_t>(slots.size());
            if (given > 0) candidates_.learn(sheet_.programs[rule.assertion]);
            if (!is_tied) continue;
            for (const std::uint32_t slot : slots)
                add(slot);
            has_grown = true;
        }
    }
}

/** Tells of each rule when it can be asked; false when one reads facts that are not tried. */
inline bool lint_search::place_rules()
{
    rules_.clear();
    for (const check_rule& rule : sheet_.consistency) {
        std::size_t after = 0;
        std::size_t seen = 0;
        const auto slots = sheet_.programs[rule.assertion].variables();
        for (const std::uint32_t slot : slots) {
            const auto at = std::find(order_.begin(), order_.end(), slot);
            if (at == order_.end()) continue;
            ++seen;
            after = std::max(after, static_cast<std::size_t>(at - order_.begin()) + 1);
        }
        if (seen > 0 && seen < slots.size()) return false;
        if (seen > 0) rules_.push_back(rule_place{rule.assertion, after});
    }
    return true;
}

/** Puts another fact at the end of those of the expressions, where aiming gives it its value. */
inline void lint_search::rotate()
{
    const auto end = static_cast<std::ptrdiff_t>(goals_);
    std::rotate(order_.begin(), order_.begin() + 1, order_.begin() + end);
    std::rotate(offers_.begin(), offers_.begin() + 1, offers_.begin() + end);
}

inline bool lint_search::keeps_rules(std::size_t given)
{
    for (const rule_place& each : rules_) {
        if (each.after == given && run(each.program).is_false()) return false;
    }
    return true;
}

/** Returns the values of a fact for which the program that is aimed would give the target, taking
    it to rise evenly with the fact. */
inline vector<feel::value> lint_search::aimed_at(std::uint32_t slot)
{
    vector<feel::value> out(values_.get_allocator());
    const bool is_number =
        slot < sheet_.facts.size() && sheet_.facts[slot].type == fact_type::number;
    if (!is_number) return out;
    const feel::value before = values_[slot];
    const fact_spec& fact = sheet_.facts[slot];
    const number first = fact.min.value_or(number(0));
    const number second = bontot::add(first, number(1)).value_or(first);
    values_[slot] = feel::value::number(first);
    const feel::value at_first = run(aimed_);
    values_[slot] = feel::value::number(second);
    const feel::value at_second = run(aimed_);
    values_[slot] = before;
    if (!at_first.is(feel::kind::number) || !at_second.is(feel::kind::number)) return out;
    const auto rise = bontot::subtract(at_second.as_number(), at_first.as_number());
    const auto way = bontot::subtract(target_, at_first.as_number());
    const auto steps = rise && way ? bontot::divide(*way, *rise) : std::nullopt;
    const auto exact = steps ? bontot::add(first, *steps) : steps;
    if (!exact) return out;
    const auto offer = [&](const std::optional<number>& value) {
        if (value && is_allowed(fact, *value)) out.push_back(feel::value::number(*value));
    };
    offer(exact);
    offer(bontot::round(*exact, 6, rounding_mode::half_even));
    offer(bontot::round(*exact, 0, rounding_mode::floor));
    offer(bontot::round(*exact, 0, rounding_mode::ceiling));
    return out;
}

} // namespace bontot::detail

#endif
