// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_SEARCH_HPP
#define BONTOT_LINT_SEARCH_HPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/scratch.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/lint/candidates.hpp>
#include <bontot/lint/space.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>

namespace bontot::detail {

/** Looks for a complete dossier, as far as some expressions see it, for which something is so.

    It tries telling values of the facts that the expressions read, and of those that
    consistency rules tie to them, one fact after the other; expressions are really run.
    What it finds keeps every rule. That it finds nothing proves nothing.
*/
class lint_search
{
public:
    /** @param room A place for the value of each slot, all unknown: one search uses it at a time
        and leaves it so. A search reads few slots of many. */
    lint_search(
        const rubric& sheet, const lint_index& index, lint_budget& budget, vector<feel::value>& room
    )
        : sheet_(sheet), index_(index), budget_(budget), source_(room.get_allocator().source()),
          candidates_(sheet, source_), order_(allocator<std::uint32_t>(source_)),
          tied_(allocator<std::uint32_t>(source_)), rules_(allocator<rule_place>(source_)),
          offers_(allocator<vector<feel::value>>(source_)), values_(room),
          scratch_(source_, feel::run_limits{most_steps, std::size_t{1} << 20U})
    {}

    lint_search(const lint_search&) = delete;
    lint_search& operator=(const lint_search&) = delete;

    ~lint_search()
    {
        for (const std::uint32_t slot : order_)
            values_[slot] = feel::value();
    }

    /** Adds an expression whose facts are given values. */
    void read(std::uint32_t program);

    /** Makes a program give a number as far as can be, by means of the facts it reads. */
    void aim(std::uint32_t program, const number& target);

    /** Looks for values for which a function of this search says yes. */
    template <class Function>
    bool find(const Function& is_found)
    {
        if (budget_.is_spent()) return false; // every run would be unknown
        goals_ = order_.size();
        if (!tie_facts() || !budget_.spend(order_.size() * cost_of_offers)) return false;
        for (const std::uint32_t slot : order_)
            offers_.push_back(candidates_.of(slot));
        const std::size_t turns = aimed_ == none ? 1 : std::max<std::size_t>(goals_, 1);
        for (std::size_t turn = 0; turn < turns; ++turn) {
            tries_ = most_tries / turns;
            if (goals_ > 1 && turn > 0) rotate();
            place_rules();
            if (try_from(0, is_found)) return true;
        }
        return false;
    }

    /** Runs a program with the values that are tried; unknown when the work is at its end. */
    feel::value run(std::uint32_t program) { return run(sheet_.programs[program]); }
    feel::value run(const feel::program& what);

    /** Runs unary tests with an input. */
    feel::value run(std::uint32_t program, const feel::value& input);

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
        std::size_t after;
        std::uint32_t rule;

        friend auto operator<=>(const rule_place&, const rule_place&) = default;
    };

    /** Tells whether there are more facts than are ever tried, so that no more need be known. */
    [[nodiscard]] bool is_overfull() const { return order_.size() > most_slots; }

    void add(std::uint32_t slot)
    {
        if (is_overfull()) return;
        if (std::find(order_.begin(), order_.end(), slot) == order_.end()) order_.push_back(slot);
    }

    static std::uint64_t cost_of(const feel::program& what);
    [[nodiscard]] bool ties_few() const;
    [[nodiscard]] bool tie_facts();
    void place_rules();
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
    const lint_index& index_;
    lint_budget& budget_;
    memory& source_;
    lint_candidates candidates_;
    vector<std::uint32_t> order_;
    vector<std::uint32_t> tied_; /**< the rules that read one of these, in their order */
    vector<rule_place> rules_;   /**< sorted */
    vector<vector<feel::value>> offers_;
    vector<feel::value>& values_;
    feel::scratch scratch_;
    std::size_t goals_ = 0;
    std::size_t tries_ = 0;
    std::uint32_t aimed_ = none;
    number target_;
};

} // namespace bontot::detail

#endif
