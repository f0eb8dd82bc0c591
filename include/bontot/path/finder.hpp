// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_PATH_FINDER_HPP
#define BONTOT_PATH_FINDER_HPP

#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/path.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/evaluate/part_evaluator.hpp>
#include <bontot/path/candidates.hpp>
#include <bontot/path/model.hpp>
#include <bontot/path/reads.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** What a step is to bring about. */
struct path_goal
{
    std::uint32_t node = none;    /**< a line or parent that has to have `most` */
    number most;                  /**< of a parent: what it gives when its children give all */
    std::uint32_t program = none; /**< or a condition that has to be `wanted` */
    bool wanted = true;
    bool only_missing = false; /**< what is there can not be changed any more */
};

/** Lists of goals by what they are about; most are empty, none is long. */
class goal_lists
{
public:
    explicit goal_lists(memory& source)
        : first_(allocator<std::uint32_t>(source)), links_(allocator<link>(source))
    {}

    /** Adds a goal to the list of one of so many things. */
    void add(std::size_t of, std::size_t count, std::uint32_t goal)
    {
        if (first_.empty()) first_.resize(count, none);
        links_.push_back({goal, first_[of]});
        first_[of] = static_cast<std::uint32_t>(links_.size()) - 1;
    }

    /** Returns the goal that was added last, or @ref none. */
    [[nodiscard]] std::uint32_t last(std::size_t of) const
    {
        return first_.empty() || first_[of] == none ? none : links_[first_[of]].goal;
    }

    /** Calls a function with each goal of a thing, until it returns false. */
    template <class Function>
    bool all_of(std::size_t of, const Function& function) const
    {
        if (first_.empty()) return true;
        for (std::uint32_t i = first_[of]; i != none; i = links_[i].next) {
            if (!function(links_[i].goal)) return false;
        }
        return true;
    }

private:
    struct link
    {
        std::uint32_t goal;
        std::uint32_t next;
    };

    vector<std::uint32_t> first_;
    vector<link> links_;
};

/** Finds facts, marks and documents that bring a goal about, and changes a dossier so.

    It tries values, and the rules themselves judge: the guesses need not be
    good, only what it keeps. What it gives is consistent and leaves earlier
    goals as they are; where that can be had, no other line falls either.
*/
class path_finder
{
public:
    /** @param working Is changed. @param rules Evaluate `working`. @param before Of the dossier as
        it was given; it and `readers` are looked at as long as this lives.
        @param steps_left How many steps expressions may take while tries are judged, over all
        finders of a path; with none left nothing more is tried. */
    path_finder(
        dossier& working, part_evaluator& rules, const path_model& before,
        const slot_readers& readers, path& out, std::uint64_t& steps_left
    );

    /** Brings a goal about, and notes what had to be changed; false when nothing was found. */
    bool reach(const path_goal& goal);

private:
    /** A fact as it was before it was tried. */
    struct saved
    {
        std::uint32_t slot;
        feel::value before;
    };

    // ---- What is asked ----

    /** Tells whether the goal holds, evidence apart. */
    bool is_met() { return is_met(goal_); }

    bool is_met(const path_goal& goal);

    /** Tells whether what is being tried may stay. */
    bool is_acceptable(bool is_gentle);

    /** Tells whether the rules hold that read a fact of the trial, and none of those before it. */
    bool keeps_rules(std::size_t index);

    /** Tells likewise whether the goals that were reached still hold. */
    bool keeps_goals(std::size_t index);

    bool leaves_others();

    /** Returns what a line has so far. */
    [[nodiscard]] const number& standing(std::uint32_t node) const;

    /** Tells whether a program reads one of the first facts of the trial. */
    [[nodiscard]] bool reads_trial(std::uint32_t program, std::size_t count) const;

    void note_goal();

    bool works(bool is_gentle);

    // ---- Facts ----

    bool settle_facts();

    /** Collects the expressions that the goal reads, and the facts to try: those it reads, missing
        ones first; then facts that are tied to them by consistency; last what is divided by. */
    void collect();

    void collect_own(bool wants_missing);

    void collect_tied();

    void add_slot(std::uint32_t slot);

    /** Tells whether the unit can change a fact: not what the committee gives, nor what results
     * say. */
    [[nodiscard]] bool is_ours(std::uint32_t slot) const;

    /** Tells whether what stands at a place of an expression is divided by. */
    static bool divides(std::string_view source, std::size_t offset);

    void set(std::uint32_t slot, const feel::value& value);

    /** Takes back what was set since there were so many. */
    void undo(std::size_t count);

    bool choose_option(bool is_gentle);

    /** Tries one of the first facts, then two together, then three. */
    bool search_facts(std::size_t end, bool is_gentle);

    /** Tries values for so many facts, from one of them on. */
    bool search(std::size_t first, std::size_t end, std::size_t depth, bool is_gentle);

    static bool is_same(const feel::value& a, const feel::value& b)
    {
        return feel::equals(a, b).is_true();
    }

    /** Notes the numbers of the goal's rules that stand in no expression. */
    void note_constants(path_candidates& out) const;

    /** Brings each number that was changed as near to what it was as the goal allows. */
    void tighten(bool is_gentle);

    static number nearest_to_zero(const fact_spec& fact, const number& if_none);

    /** Halves the way from a value that does not do to one that does. */
    void narrow(std::uint32_t slot, number fails, number does, bool is_gentle);

    /** Returns the unit in which a fact is told: 1, or as many decimals as its values have. */
    static number grid_of(const fact_spec& fact, const number& a, const number& b);

    void note_facts(std::size_t first_change);

    feel::value kept(const feel::value& given);

    // ---- Marks, members, documents: finder_records.ipp ----

    bool give_mark();
    bool change_members(bool is_gentle);
    bool change_field(std::size_t fact, bool is_gentle);
    bool set_field(std::size_t fact, const feel::value& to, bool is_gentle);
    void own_members();
    bool prove();
    void add_documents(std::uint32_t node, std::int64_t count);

    static constexpr std::size_t most_facts = 3;     /**< that are changed for one goal */
    static constexpr std::size_t most_alone = 256;   /**< values of one fact */
    static constexpr std::size_t most_together = 24; /**< values of each of several */
    static constexpr int most_halvings = 64;
    static constexpr std::int32_t most_decimals = 12;
    static constexpr std::int64_t most_documents = 1000;

    dossier& working_;
    const rubric& sheet_;
    part_evaluator& rules_;
    path& out_;
    memory& source_;
    const path_model& before_;
    const slot_readers& readers_;
    vector<saved> trial_;
    vector<std::uint32_t> slots_; /**< facts to try, in this order */
    std::size_t own_slots_ = 0;   /**< how many the goal reads, what is divided by apart */
    std::size_t plain_slots_ = 0; /**< with those that are tied to them */
    vector<bool> is_listed_;      /**< by slot: in `slots_` */
    vector<std::uint32_t> divisors_;
    vector<bool> is_divisor_; /**< by slot */
    vector<std::uint32_t> programs_;
    vector<path_goal> goals_;  /**< reached so far */
    goal_lists goals_of_slot_; /**< conditions that read it */
    goal_lists goals_of_node_;
    vector<feel::field*> people_; /**< the members' fields, ours to change */
    vector<feel::value> restored_;
    path_goal goal_;
    std::size_t tries_left_ = 30'000; /**< over all goals, so that the time is bounded */
    std::uint64_t& steps_left_;
};

} // namespace bontot::detail

#endif
