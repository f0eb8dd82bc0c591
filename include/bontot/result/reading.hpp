// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RESULT_READING_HPP
#define BONTOT_RESULT_READING_HPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/result_summary.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Reads one result; its nodes are in result_nodes.hpp, the rest in result_reader.hpp. */
class result_reading : public json_reading
{
public:
    result_reading(const json_document& document, diagnosis& found, result_summary& out)
        : json_reading(document, found), out_(out), ids_(list_of<std::uint32_t>())
    {}

    void read();

private:
    /** What an interval of points is: [points, possible], of max. */
    struct figures
    {
        number points;
        number possible;
        number max;
    };

    // reader.ipp
    void read_rubric_name(std::uint32_t at);
    void read_unit(std::uint32_t at);
    void read_period(std::uint32_t at);
    void read_grade(std::uint32_t at);
    void read_gates(std::uint32_t at);
    gate_summary read_gate(std::uint32_t at);
    void read_checks(std::uint32_t at);
    void read_findings(std::uint32_t at);
    void read_missing(std::uint32_t at);
    void read_columns(std::uint32_t at);
    void read_column_nodes(std::uint32_t at);
    void read_ranking(std::uint32_t at);

    // nodes.ipp
    void read_criteria(std::uint32_t at);
    void read_node(std::uint32_t at, std::uint32_t parent);
    void read_node_head(std::uint32_t at, node_summary& node);
    void read_line(std::uint32_t at, node_summary& node);
    std::span<const reason_summary> read_reasons(std::uint32_t at);
    void read_reason(std::uint32_t at, vector<reason_summary>& list);
    std::span<const fact_summary> read_facts(std::uint32_t at);
    fact_summary read_fact(std::uint32_t at);
    std::span<const mark_summary> read_marks(std::uint32_t at);
    mark_summary read_mark(std::uint32_t at);

    // both
    std::optional<number> points_of(std::uint32_t at);
    figures read_interval(std::uint32_t at);
    figures read_figures(std::uint32_t at);
    truth truth_of(std::uint32_t at);
    std::string_view kept_text(std::uint32_t at);
    std::string_view kept_id(std::uint32_t at);
    bilingual one_text(std::uint32_t at);
    std::optional<date> kept_date(std::uint32_t at);
    std::span<const std::string_view> kept_texts(std::uint32_t at);
    template <class Read>
    void each_element(std::uint32_t at, const Read& read);
    template <class Read>
    void each_member(std::uint32_t at, const Read& read);
    void refuse_repeated_ids();

    template <class T>
    [[nodiscard]] vector<T> list_of() const
    {
        return vector<T>(allocator<T>(out_.store.source()));
    }
    template <class T>
    [[nodiscard]] std::span<const T> kept(const vector<T>& list)
    {
        return out_.store.copy(std::span<const T>(list));
    }

    result_summary& out_;
    vector<std::uint32_t> ids_; /**< values that must be different ids */
    bool has_too_many_ = false; /**< that there are too many nodes was told */
};

} // namespace bontot::detail

#endif
