// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_PROPERTY_SOUNDNESS_LAW_HPP
#define BONTOT_TESTS_PROPERTY_SOUNDNESS_LAW_HPP

#include <bontot/evaluate.hpp>

#include <string>
#include <vector>

namespace soundness {

/** The law of one dossier: what any completion of it must lie within.

    Below a node that does not apply in the completed dossier, the design (7.2)
    does not say what a node shows: those are passed over.
*/
class law
{
public:
    /** @param wide What the dossier with missing parts evaluates to; must outlive this. */
    law(const bontot::dossier& given, const bontot::result& wide);

    /** Returns what of a completed dossier's result lies outside, one a line; else "". */
    [[nodiscard]] std::string
    broken_by(const bontot::dossier& completed, const bontot::result& narrow) const;

private:
    void check_node(std::uint32_t index, const bontot::result& narrow, std::string& out) const;
    static void check_state(const bontot::result& about, std::string& out);
    void check_total(const bontot::result& narrow, std::string& out) const;
    void check_grades(const bontot::result& narrow, std::string& out) const;
    [[nodiscard]] bool is_waited_for(std::uint32_t index) const;
    [[nodiscard]] bool may_change_applying(const bontot::dossier& given, std::uint32_t index) const;
    static bool is_out_of_play(const bontot::dossier& completed, std::uint32_t index);

    const bontot::result& wide_;
    const bontot::rubric& sheet_;
    std::vector<bool> fixed_max_;       /**< by node: nothing in it waits for whether it applies */
    std::vector<bool> stays_uncovered_; /**< by node */
    bool total_max_is_fixed_ = true;
};

/** Returns the text of a number. */
std::string shown(const bontot::number& value);

/** Returns what a result says, for a failure's message. */
std::string shown(const bontot::result& about);

} // namespace soundness

#endif
