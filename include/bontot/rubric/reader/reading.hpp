// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_READING_HPP
#define BONTOT_RUBRIC_READER_READING_HPP

#include <bontot/feel/program.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/known_ids.hpp>
#include <bontot/base/nearest.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/number/fixed_point.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Returns where a byte of a decoded JSON text stands in the source, behind its escapes. */
std::size_t
source_offset(std::string_view source, std::size_t opening_quote, std::size_t decoded_offset);

/** Reads one rubric; its bodies are in the files beside this one. */
class rubric_reading : public json_reading
{
public:
    rubric_reading(const json_document& document, diagnosis& found, rubric& out)
        : json_reading(document, found), out_(out)
    {}

    void read();

private:
    /** What an expression must give. */
    enum class gives
    {
        boolean,
        number,
        anything
    };

    /** The longest real sheet has some 200 lines. */
    static constexpr std::size_t most_items = 5000;
    static constexpr std::size_t most_grades = 32;
    static constexpr std::size_t most_roles = 16;

    // reader.ipp
    [[nodiscard]] bool is_whole(std::uint32_t member) const;
    void read_head();
    void read_source(std::uint32_t at);
    void read_total(std::uint32_t at);
    void read_rounding(std::uint32_t at);
    bool is_too_long(std::uint32_t list, std::size_t most);

    // roles.ipp
    void read_roles(std::uint32_t at);
    std::optional<role_spec> read_role(std::uint32_t at);

    // sources.ipp
    void read_sources();
    void read_source_of(std::uint32_t at, fact_spec& fact);
    void check_source_value(std::uint32_t at, const fact_spec& fact, std::uint32_t program);

    // examples.ipp
    void read_examples(std::uint32_t at);
    void read_example(std::uint32_t at);
    void read_expectation(std::uint32_t at, example_rule& example);
    std::string_view json_of(std::uint32_t at);
    std::uint32_t grade_named(std::uint32_t at);

    // facts.ipp
    void read_facts(std::uint32_t at);
    void read_fact(std::uint32_t at);
    void read_giver(std::uint32_t at, fact_spec& fact);
    void read_fact_range(std::uint32_t at, fact_spec& fact);
    static fixed_range
    quick_range(const std::optional<number>& min, const std::optional<number>& max, bool is_whole);
    bool check_fact_id(std::uint32_t at, std::string_view id, bool of_member);
    [[nodiscard]] std::size_t related_fact(std::string_view id, bool of_member) const;
    void declare_names();
    void declare_past();
    void index_names();
    void find_whole();
    void find_gates();
    feel::type context_type(
        std::initializer_list<std::pair<std::string_view, feel::type>> fields,
        const vector<fact_spec>& more
    );

    // nodes.ipp
    void read_criteria(std::uint32_t at);
    void read_criterion(std::uint32_t at);
    void read_children(std::uint32_t at, std::uint32_t parent);
    void read_indicator(std::uint32_t at, std::uint32_t parent);
    void read_node_base(std::uint32_t at, rubric_node& node);
    void read_bounds(std::uint32_t at, rubric_node& node);
    void read_conditions(std::uint32_t at, rubric_node& node);
    void read_ceilings(std::uint32_t at, rubric_node& node);
    void read_effort(std::uint32_t at, rubric_node& node);
    void read_good(std::uint32_t at, rubric_node& node);
    void read_evidence(std::uint32_t at, rubric_node& node);

    // scores.ipp
    void read_score(std::uint32_t at, rubric_node& node);
    void read_choice(std::uint32_t at, rubric_node& node);
    void read_choice_option(
        std::uint32_t at, const rubric_node& node, vector<choice_option>& options, known_ids& read
    );
    void check_option(std::uint32_t at, std::string_view is, const fact_spec& fact);
    void read_steps(std::uint32_t at, rubric_node& node);
    void read_proportional(std::uint32_t at, rubric_node& node);
    static void find_slope(score_rule& score);
    void read_events(std::uint32_t at, rubric_node& node);
    void read_event(std::uint32_t at, vector<event_line>& events);
    void read_mark(std::uint32_t at, rubric_node& node);
    std::optional<number> points_within(std::uint32_t at, const rubric_node& node);
    bool read_pair(std::uint32_t at, number (&pair)[2], const rubric_node* within = nullptr);

    // grades.ipp
    void read_gates(std::uint32_t at);
    void read_gate(std::uint32_t at);
    void read_gate_effect(std::uint32_t at, gate_rule& gate);
    void read_grades(std::uint32_t at);
    void read_grade(std::uint32_t at, bool is_last);
    void read_grade_points(std::uint32_t at, grade_rule& grade);
    void read_good_criteria(std::uint32_t at, grade_rule& grade);
    void read_named_criteria(std::uint32_t at, grade_rule& grade);
    std::span<const criterion_bound> read_criterion_bounds(std::uint32_t at);
    void read_checks(std::uint32_t at, vector<check_rule>& checks, bool with_severity);

    // cohort.ipp
    std::optional<quota_rule> read_quota(std::uint32_t at, bool is_last);
    void read_share(std::uint32_t at, quota_rule& quota);
    std::optional<number> share_at(std::uint32_t at);
    void read_cohort(std::uint32_t at);
    std::optional<tie_key> tie_key_at(std::uint32_t at);
    std::uint32_t indicator_named(std::uint32_t at, std::string_view id);
    std::uint32_t number_fact_named(std::uint32_t at, std::string_view id);

    // Shared by all of them.
    std::uint32_t compile(std::uint32_t at, gives wanted, bool is_check = false);
    std::uint32_t compile_test(std::uint32_t at, const feel::type& input);
    std::uint32_t keep(feel::program&& program);
    void tell(std::uint32_t at, const feel::issue_list& issues);

    bilingual label_of(std::uint32_t object, std::string_view key, bool is_required);
    bilingual bilingual_at(std::uint32_t at);
    std::string_view id_of(std::uint32_t object);
    void refuse_repeated(std::uint32_t object, std::string_view id, std::size_t times);
    std::string_view text_of(std::uint32_t object, std::string_view key);
    std::optional<rounding_rule> rounding_at(std::uint32_t at, names keys);
    std::uint32_t criterion_named(std::uint32_t at, std::string_view id);
    template <class List>
    void refuse_target(std::uint32_t at, std::string_view id, const List& meant_from);
    std::string_view keep(std::string_view text) { return out_.store.copy(text); }
    std::span<const std::string_view> texts_at(std::uint32_t at);
    [[nodiscard]] memory& source() const { return out_.store.source(); }

    template <class T>
    vector<T> list_of() const
    {
        return vector<T>(allocator<T>(source()));
    }
    template <class T>
    std::span<const T> keep(const vector<T>& items)
    {
        return out_.store.copy(std::span<const T>(items));
    }

    rubric& out_;
    bool names_known_ = true; /**< a syntax error hides no fact that an expression may read */
    bool nodes_known_ = true; /**< likewise no criterion or indicator */
    bool grades_known_ = true;
    known_ids unit_ids_{out_.store.source()};   /**< of facts of the unit */
    known_ids member_ids_{out_.store.source()}; /**< of facts of a member */
    known_ids node_ids_{out_.store.source()};
    known_ids gate_ids_{out_.store.source()};
    std::optional<rounding_rule> indicator_rounding_;
    std::optional<rounding_rule> criterion_rounding_;

    /** A fact whose `from_results` is read once every name is declared. */
    struct pending_source
    {
        std::uint32_t at;
        std::uint32_t fact;
        bool of_member;
    };
    vector<pending_source> pending_sources_{allocator<pending_source>(out_.store.source())};
};

/** Refuses the id of something that is not there; names what may have been meant. */
template <class List>
void rubric_reading::refuse_target(std::uint32_t at, std::string_view id, const List& meant_from)
{
    if (faults.is_full()) return;
    nearest meant(id);
    for (const auto& each : meant_from)
        meant.offer(each.id);
    faults.add(message::rubric_unknown_target, at, {shown(id), suggestion(meant)});
}

} // namespace bontot::detail

#endif
