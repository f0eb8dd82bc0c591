// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_PROPERTY_SOUNDNESS_SHEET_MAKER_HPP
#define BONTOT_TESTS_PROPERTY_SOUNDNESS_SHEET_MAKER_HPP

#include "expressions.hpp"

namespace soundness {

/** A generated rubric as text, and what its dossiers and completions need to know of it. */
struct sheet_text
{
    std::string json;
    vocabulary words;
    std::vector<std::string> marked; /**< ids of lines that are marked, */
    std::vector<std::string> grids;  /**< and the marks that may be given to each, as JSON lists */
    std::vector<std::string> lines;  /**< ids of all lines, */
    std::vector<std::string> marks;  /**< and marks of a role that overrides */
    std::size_t gates = 0;
    std::size_t roles = 1;           /**< of three the last one overrides */
    std::vector<std::string> proven; /**< ids of nodes that ask for evidence */
    std::vector<std::string> kinds;  /**< and a kind of document that each accepts */
};

/** Points between two bounds, in tenths, so that they are written exactly. */
struct bounds
{
    int low = 0;
    int high = 0;
};

/** Writes rubrics: every kind of score, rule and effect, nested up to the deepest. */
class sheet_maker
{
public:
    sheet_maker(dice& random, int size)
        : random_(random), size_(size), words_(make_vocabulary(random, size)), feel_(random, words_)
    {}

    sheet_text make();

private:
    std::string criteria();
    std::string criterion(std::size_t number, const std::string& kind);
    std::string good_rule(const bounds& within);
    std::string indicators(const std::string& prefix, int depth, const bounds& above);
    std::string indicator(const std::string& id, int depth, const bounds& within);
    std::string applicability(unsigned percent);
    std::string limits(const std::string& id, const bounds& within);
    std::string evidence(const std::string& id);
    std::string rounding_of_node();

    std::string score(const std::string& id, const bounds& within);
    std::string choice(const bounds& within);
    std::string steps(const bounds& within);
    std::string text_steps(const bounds& within);
    std::string proportional(const bounds& within);
    std::string events(const bounds& within);
    std::string mark(const std::string& id, const bounds& within);

    std::string gates();
    std::string grades();
    std::string grade_conditions();
    std::string per_criterion(bool of_share);
    std::string checks(const std::string& name, std::size_t count);
    std::string head();
    std::string roles();

    std::string points(const bounds& within);
    static std::string tenths(int amount);
    std::string step();
    std::string mode();
    static void join(std::string& list, const std::string& item);

    dice& random_;
    int size_;
    vocabulary words_;
    expressions feel_;
    sheet_text out_;
    std::vector<std::string> nodes_;
    std::vector<std::string> criteria_;
    std::vector<bounds> criteria_bounds_;
    std::vector<std::string> good_rules_; /**< the criteria that have one */
    bool is_share_ = false;               /**< grades read a share */
    std::string kind_;
};

} // namespace soundness

#endif
