// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_LINTING_HPP
#define BONTOT_LINT_LINTING_HPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/lint.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/evaluate/evaluation.hpp>
#include <bontot/lint/arithmetic.hpp>
#include <bontot/lint/candidates.hpp>
#include <bontot/lint/cover.hpp>
#include <bontot/lint/search.hpp>
#include <bontot/lint/space.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace bontot::detail {

/** Messages as arguments of others. */

} // namespace bontot::detail

namespace bontot::detail::lint_words {

// clang-format off
inline constexpr std::string_view condition = "\xFF" "word_condition";
inline constexpr std::string_view applies = "\xFF" "word_applies";
inline constexpr std::string_view requires_it = "\xFF" "word_requires";
inline constexpr std::string_view ceiling = "\xFF" "word_ceiling";
inline constexpr std::string_view quota_last = "\xFF" "word_quota_last";
inline constexpr std::string_view quota_unreachable = "\xFF" "word_quota_unreachable";

} // namespace bontot::detail::lint_words

namespace bontot::detail {

// clang-format on

/** Looks through one rubric once; its bodies are in the files beside this one. */
class linting
{
public:
    linting(const rubric& sheet, memory& source)
        : sheet_(sheet), source_(source), index_(sheet, source),
          room_(sheet.slot_count(), feel::value(), allocator<feel::value>(source)),
          found_(allocator<lint_finding>(source)), paths_(allocator<string>(source)),
          first_slot_(allocator<std::size_t>(source)),
          slots_read_(allocator<std::uint32_t>(source)), reach_(allocator<interval>(source)),
          may_be_voided_(allocator<bool>(source)), unreachable_(allocator<bool>(source))
    {}

    [[nodiscard]] lint_findings run();

private:
    using texts = std::initializer_list<std::string_view>;

    /** Conditions that are taken to hold while an expression is looked at. */
    using assumptions = std::initializer_list<std::uint32_t>;

    // lint.ipp
    void name_places();
    lint_finding& tell(message code, string pointer, texts arguments = {});
    [[nodiscard]] string path(std::string_view list, std::size_t index) const;
    [[nodiscard]] string path(const string& of, std::string_view key) const;
    [[nodiscard]] string path(const string& of, std::string_view key, std::size_t index) const;
    static string item(string list, std::size_t index);

    // decide.ipp
    [[nodiscard]] lint_range decide(std::uint32_t program, assumptions given = {});
    [[nodiscard]] lint_range range_alone(std::uint32_t program);
    void look_at_condition(
        std::uint32_t program, const string& pointer, message always, message never,
        std::string_view role, assumptions given = {}
    );
    void look_at_consistency();
    void look_at_checks();
    void look_at_gates();
    void look_at_effect(std::uint32_t index);
    void show_ranges(lint_finding& finding, const feel::program& of);
    void show_facts(lint_finding& finding, const lint_search& found);
    void show_example(lint_finding& finding, std::uint32_t program);

    // reach.ipp: `given` is a condition that is taken to hold, or none
    void find_reach();
    void find_voided();
    void find_total_reach();
    [[nodiscard]] number finished_total(const number& unsettled) const;
    [[nodiscard]] bool drops_any() const;
    [[nodiscard]] interval reach_of(std::uint32_t index, std::uint32_t given);
    [[nodiscard]] interval reach_under(std::uint32_t index, std::uint32_t given);
    [[nodiscard]] interval reach_of_children(std::uint32_t index, std::uint32_t given);
    [[nodiscard]] interval score_reach(std::uint32_t index, std::uint32_t given);
    [[nodiscard]] interval value_reach(std::uint32_t index, const lint_range& value);
    [[nodiscard]] interval steps_reach(std::uint32_t index, const lint_range& value);
    [[nodiscard]] interval events_reach(std::uint32_t index, std::uint32_t given);
    [[nodiscard]] interval choice_reach(std::uint32_t index) const;
    [[nodiscard]] interval ruled(std::uint32_t index, interval score, std::uint32_t given);
    [[nodiscard]] interval as_seen(std::uint32_t index, const interval& points) const;
    static number proportional_at(const score_rule& rule, const lint_bound& value, bool is_low);
    static bool shifts_points(const rubric_node& rule);
    [[nodiscard]] bool has_override() const;
    [[nodiscard]] bool shares_facts(std::uint32_t index, std::uint32_t program);
    void list_slots_read();

    // nodes.ipp
    void look_at_nodes();
    void look_at_children(std::uint32_t index);
    void look_at_rules(std::uint32_t index);
    void look_at_line(std::uint32_t index);
    void look_at_choice(std::uint32_t index);
    void look_at_good(std::uint32_t index);
    void look_at_total();

    // steps.ipp
    void look_at_steps(std::uint32_t index);
    void look_at_number_steps(std::uint32_t index, const lint_range& value);
    void look_at_word_steps(std::uint32_t index);
    void look_at_gaps(std::uint32_t index, const lint_cover& cover);
    bool show_gap(std::uint32_t index, const lint_range& gap);
    void look_at_rows(std::uint32_t index, const lint_cover& cover);
    void look_at_overlaps(std::uint32_t index, const lint_cover& cover);
    void look_at_overlap(
        std::uint32_t index, std::size_t first, std::size_t second, const lint_cover& cover
    );
    void look_at_direction(std::uint32_t index, const lint_cover& cover);

    // grades.ipp
    void look_at_grades();
    void look_at_grade_total(std::uint32_t index);
    void look_at_grade_points(std::uint32_t index);
    void look_at_quota(std::uint32_t index);
    [[nodiscard]] std::uint32_t shadow_of(std::uint32_t index) const;
    [[nodiscard]] bool is_implied(const grade_rule& better, const grade_rule& by) const;
    [[nodiscard]] bool is_given_by_gate(std::uint32_t index) const;

    // facts.ipp
    void look_at_facts();
    void look_at_repeated_use();
    void look_at_labels();
    void look_at_label(const bilingual& label, std::string_view id, string pointer);
    template <class Function>
    void each_fact_of(std::uint32_t program, const Function& function) const;

    // formulas.ipp
    void look_at_formulas_of(std::uint32_t index);
    void look_at_score_formulas(std::uint32_t index, const vector<std::uint32_t>& guards);
    void look_at_other_formulas();
    void look_at_formula(
        std::uint32_t program, const string& pointer, bool is_compared,
        const vector<std::uint32_t>& guards
    );
    void look_at_products(std::uint32_t program, const string& pointer, bool is_compared);
    void look_at_divisors(
        std::uint32_t program, const string& pointer, const vector<std::uint32_t>& guards
    );
    [[nodiscard]] bool may_divide_by_zero(const feel::program& what);

    const rubric& sheet_;
    memory& source_;
    lint_budget budget_;
    lint_index index_;
    vector<feel::value> room_; /**< for one search at a time */
    lint_findings found_;
    vector<string> paths_;             /**< of nodes, in their order */
    vector<std::size_t> first_slot_;   /**< by node, and one more: of the slots that it reads */
    vector<std::uint32_t> slots_read_; /**< node by node, sorted; once they are asked for */
    vector<interval> reach_; /**< of nodes: the least and most that their rules can give */
    interval total_reach_;
    vector<bool> may_be_voided_;
    vector<bool> unreachable_; /**< grades */
};

} // namespace bontot::detail

#endif
