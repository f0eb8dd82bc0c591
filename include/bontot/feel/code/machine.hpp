// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_CODE_MACHINE_HPP
#define BONTOT_FEEL_CODE_MACHINE_HPP

#include <bontot/feel/scratch.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/code/code.hpp>
#include <bontot/feel/values/effort.hpp>
#include <bontot/feel/values/frames.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace bontot::feel::detail {

/** Runs one program once, and gives built-ins memory and a measure of work.

    A request beyond a limit stops the run, whose result is null then; the
    value that a built-in returns after that does not matter.
*/
class machine
{
public:
    machine(const program_data& code, std::span<const value> variables, scratch& working)
        : code_(code), variables_(variables), working_(working), work_(working.limits_.max_steps)
    {}

    [[nodiscard]] value run(const value* input);

    /** Counts work; returns false when the limit is reached. */
    bool spend(std::uint64_t steps) { return work_.spend(steps); }

    [[nodiscard]] effort& work() noexcept { return work_; }
    [[nodiscard]] const symbol_table& symbols() const { return *code_.symbols; }

    /** Returns room for values that live until the scratch is cleared; null at the limit. */
    template <class T>
    [[nodiscard]] T* room(std::size_t count)
    {
        const std::size_t free_bytes = working_.limits_.max_bytes - working_.bytes_;
        if (count > free_bytes / sizeof(T)) {
            work_.stop();
            return nullptr;
        }
        working_.bytes_ += count * sizeof(T);
        return working_.region_.template make_array<T>(count);
    }

    /** Returns a list with a copy of the elements. */
    [[nodiscard]] value make_list(std::span<const value> elements);

    /** Returns a text with a copy of the characters. */
    [[nodiscard]] value make_text(std::string_view characters);

    /** Returns an empty text to write to; the next caller gets the same one. */
    [[nodiscard]] string& draft() noexcept;

    /** Returns the list being built; a built-in takes off what it has put on. */
    [[nodiscard]] vector<value>& building() noexcept { return working_.building_; }

    /** Returns a list of what has been built since the list had `first` elements. */
    [[nodiscard]] value take_built(std::size_t first);

private:
    void prepare(const value* input);
    void execute(const instruction& what);
    void execute_operator(const instruction& what);
    void execute_maker(const instruction& what);
    void execute_jump(const instruction& what);
    void execute_loop(const instruction& what);
    void execute_collector(const instruction& what);

    void push(const value& what) { *top_++ = what; }
    [[nodiscard]] value& peek(std::size_t below = 0) { return *(top_ - 1 - below); }
    void pop(std::size_t count = 1) { top_ -= count; }
    /** Replaces the topmost values by one. */
    void replace(std::size_t count, const value& what);

    [[nodiscard]] value add_values(const value& a, const value& b);
    [[nodiscard]] value binary(opcode operation, const value& a, const value& b);
    [[nodiscard]] value in_any(std::size_t tests);
    [[nodiscard]] value merge(const value& a, const value& b);
    [[nodiscard]] value make_context(const instruction& what);
    [[nodiscard]] value make_range(const instruction& what);
    [[nodiscard]] const value* look_up(std::span<const field> fields, symbol name);
    [[nodiscard]] value path(const value& from, symbol name, std::size_t hint);
    [[nodiscard]] value path_of_list(std::span<const value> items, symbol name, std::size_t hint);
    void arrange(const instruction& what);
    void probe(const instruction& what);

    bool begin_loop(const value& domain);
    bool begin_loop_between(const value& first, const value& last, bool open_low, bool open_high);
    void refuse_domain(const value& domain);
    [[nodiscard]] value item(const loop_frame& loop) const;
    void each_next(const instruction& what);
    void gather_end();
    void quantify_one();
    void quantify_end();
    void filter_begin(const instruction& what);
    void filter_next(const instruction& what);
    void filter_end();
    [[nodiscard]] value choose(const value& base, const value& test);
    [[nodiscard]] value element_at(std::span<const value> items, const bontot::number& place) const;

    const program_data& code_;
    std::span<const value> variables_;
    scratch& working_;
    effort work_;
    value* top_ = nullptr;
    std::size_t next_ = 0;
};

} // namespace bontot::feel::detail

#endif
