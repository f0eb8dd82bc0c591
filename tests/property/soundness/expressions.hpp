// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_PROPERTY_SOUNDNESS_EXPRESSIONS_HPP
#define BONTOT_TESTS_PROPERTY_SOUNDNESS_EXPRESSIONS_HPP

#include "vocabulary.hpp"

namespace soundness {

/** Writes FEEL over a vocabulary: whatever it may do that can meet an unknown. */
class expressions
{
public:
    expressions(dice& random, const vocabulary& words);

    /** Returns a condition, nested at most so deep. */
    std::string condition(int depth = 1);
    /** Returns a number, mostly small. */
    std::string amount(int depth = 1);
    /** Returns a unary test of numbers. */
    std::string number_test();

private:
    void add_numbers(const std::vector<const fact*>& numbers);
    void add_pairs(const std::string& a, const std::string& b);
    void add_booleans(const std::vector<const fact*>& booleans);
    void add_texts();
    void add_dates();
    void add_members();
    void add_history();
    void add_results();
    void add_others();
    void is(const std::string& condition) { conditions_.push_back(condition); }
    void gives(const std::string& amount) { amounts_.push_back(amount); }

    dice& random_;
    const vocabulary& words_;
    std::vector<std::string> conditions_;
    std::vector<std::string> amounts_;
};

} // namespace soundness

#endif
