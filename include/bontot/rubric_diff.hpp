// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_DIFF_HPP
#define BONTOT_RUBRIC_DIFF_HPP

#include <bontot/arena.hpp>
#include <bontot/compare.hpp>
#include <bontot/dossier.hpp>
#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

namespace bontot {

/** What became of a unit's grade. */
enum class grade_move : std::uint8_t
{
    same,
    up,
    down,
    other /**< to a grade that neither rubric ranks beside the old one */
};

/** Something that a change of grade needs. */
struct diff_cause
{
    enum class kind : std::uint8_t
    {
        line,      /**< the difference of a line */
        remainder, /**< what a node above lines does itself: rounding, clamp, a void ... */
        total,     /**< what the total does itself: rounding, clamp */
        good,      /**< a criterion is good under one rubric alone, and not by its points */
        grade,     /**< the conditions of the better grade are not the same */
        gate       /**< a gate limits the grade under one rubric alone */
    };

    kind what = kind::line;
    std::string_view id; /**< of the line, node, criterion, grade or gate; of the total empty */
    bilingual label;
    std::string_view clause; /**< in the rubric under which the unit has the worse grade, or else
                                  the other */
    number difference;       /**< of points; 0 unless it is a line, remainder or total */
};

/** How often something was passed over that one of the two rubrics does not know. */
struct passed_over_count
{
    std::string_view name; /**< as in @ref dossier::passed_over */
    bool by_after = false; /**< the new rubric does not know it; else the old one */
    std::uint64_t dossiers = 0;
};

/** One set of dossiers under an old and a new rubric: who changes grade, and what causes it.

    Holds what is counted and the last dossier's outcome, so that any number
    of dossiers takes bounded memory. A grade is the one that is sure, the
    worst that is reachable. Not thread safe.

    @par Object lifetimes
    Keeps both rubrics alive; the memory that it was made with must outlive it.
*/
class rubric_diff
{
public:
    /** @param options How dossiers are read. That they are of another rubric or version is
        accepted, and what the other of the two rubrics knows is passed over and counted. */
    rubric_diff(
        std::shared_ptr<const rubric> before, std::shared_ptr<const rubric> after,
        const dossier_options& options = {}, memory& source = default_memory()
    );

    /** Evaluates a dossier under both rubrics, and counts what comes of it.

        @return Nothing, or why one of the rubrics refuses it: then it is
        counted as refused alone, and there is no last dossier.

        @par Exception safety
        Memory allocations may throw; then it is not counted, and there is no last dossier.
    */
    [[nodiscard]] error_list add(std::string_view json);

    /** Evaluates a unit's dossiers in memory, one of each rubric, and counts likewise. */
    [[nodiscard]] error_list add(const dossier& before, const dossier& after);

    [[nodiscard]] const rubric& before() const { return *before_.sheet; }
    [[nodiscard]] const rubric& after() const { return *after_.sheet; }

    /** Returns whether the new rubric refused what @ref add found errors in; else the old one. */
    [[nodiscard]] bool is_refused_by_after() const { return refused_by_after_; }

    /** Returns whether there is a last dossier: the next five are about it. */
    [[nodiscard]] bool has_last() const { return has_last_; }
    [[nodiscard]] const comparison& last() const { return last_; }
    [[nodiscard]] grade_move last_move() const { return move_; }
    [[nodiscard]] std::uint32_t last_grade_before() const { return before_.decided.grade; }
    [[nodiscard]] std::uint32_t last_grade_after() const { return after_.decided.grade; }

    /** Returns what the change of grade needs, the largest differences first; empty without one. */
    [[nodiscard]] std::span<const diff_cause> last_causes() const { return causes_; }

    [[nodiscard]] std::uint64_t count(grade_move move) const
    {
        return moves_[static_cast<std::size_t>(move)];
    }
    /** Returns how many have these grades, by their indices in the rubrics. */
    [[nodiscard]] std::uint64_t count(std::uint32_t before_grade, std::uint32_t after_grade) const
    {
        return matrix_[std::size_t{before_grade} * after_.sheet->grades.size() + after_grade];
    }
    /** Returns how many were evaluated. */
    [[nodiscard]] std::uint64_t dossiers() const
    {
        return moves_[0] + moves_[1] + moves_[2] + moves_[3];
    }
    /** Returns how many were refused by a rubric. */
    [[nodiscard]] std::uint64_t refused() const { return refused_; }
    /** Returns how many may still have another grade under a rubric, by what they lack. */
    [[nodiscard]] std::uint64_t open() const { return open_; }
    [[nodiscard]] std::span<const passed_over_count> passed_over() const { return passed_over_; }

private:
    struct side
    {
        side(std::shared_ptr<const rubric> of, memory& source)
            : sheet(std::move(of)), decided(source)
        {}

        std::shared_ptr<const rubric> sheet;
        result decided;
    };

    [[nodiscard]] error_list evaluate_side(side& here, const side& other, std::string_view json);
    [[nodiscard]] static error_list evaluate_side(side& here, const dossier& given);
    void note_passed_over(const dossier& given, bool by_after);
    void sort_passed_over();
    [[nodiscard]] error_list counted(error_list errors);
    [[nodiscard]] grade_move find_move() const;

    memory& source_;
    dossier_options options_;
    arena names_;
    side before_;
    side after_;
    comparison last_;
    vector<diff_cause> causes_;
    grade_move move_ = grade_move::same;
    bool has_last_ = false;
    bool refused_by_after_ = false;
    vector<std::uint64_t> matrix_;
    vector<passed_over_count> passed_over_;
    vector<std::uint32_t> passed_order_; /**< of these, by their names and sides */
    vector<std::size_t> passed_now_;     /**< which of those the dossier at hand has */
    std::uint64_t moves_[4] = {};
    std::uint64_t refused_ = 0;
    std::uint64_t open_ = 0;
};

} // namespace bontot

#endif
