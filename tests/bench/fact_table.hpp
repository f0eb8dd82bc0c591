// SPDX-License-Identifier: BSL-1.0
// The facts of the dossiers that are measured as a table in columns, and room for its results.
#ifndef BONTOT_TESTS_BENCH_FACT_TABLE_HPP
#define BONTOT_TESTS_BENCH_FACT_TABLE_HPP

#include "workload.hpp"

#include <algorithm>

namespace bench {

/** A table with a column for each fact: integers at a scale, or bytes. Rows repeat the dossiers. */
class fact_table
{
public:
    fact_table(const bontot_rubric* rubric, const std::vector<std::string>& lines, std::size_t rows)
        : rubric_(rubric), rows_(rows)
    {
        const std::size_t facts = bontot_rubric_fact_count(rubric);
        for (std::size_t slot = 0; slot < facts; ++slot) {
            columns_.push_back(column_data{});
            columns_.back().is_boolean =
                bontot_rubric_fact_type(rubric, slot) == BONTOT_FACT_BOOLEAN;
        }
        for (const std::string& line : lines)
            add(facts_of(rubric, line));
        for (std::size_t slot = 0; slot < facts; ++slot)
            structs_.push_back(finish(slot));
        make_results();
    }

    [[nodiscard]] std::size_t rows() const { return rows_; }

    /** Scores some rows; several threads may do so at once. */
    void score(std::size_t first, std::size_t count, const bontot_options* options) const
    {
        bontot_table table = BONTOT_TABLE_INIT;
        table.columns = structs_.data();
        table.column_count = structs_.size();
        const bontot_status status = bontot_evaluate_columns(
            nullptr, rubric_, &table, first, count, &results_, options, nullptr
        );
        expect_ok(status, "columns");
        expect(status_[first + count - 1] == BONTOT_ROW_SCORED, "a row is scored");
    }

private:
    struct column_data
    {
        bool is_boolean = false;
        bool is_whole = true; /**< nothing is missing */
        std::int32_t scale = 0;
        std::vector<bontot_number> given; /**< of the dossiers */
        std::vector<std::uint8_t> valid;
        std::vector<std::int64_t> numbers;
        std::vector<std::uint8_t> truths;
    };

    void add(const std::vector<given_fact>& facts)
    {
        for (std::size_t slot = 0; slot < facts.size(); ++slot) {
            const given_fact& fact = facts[slot];
            column_data& column = columns_[slot];
            const bool is_known = fact.what != given_fact::type::missing;
            const bool is_boolean = fact.what == given_fact::type::boolean;
            column.is_whole = column.is_whole && is_known;
            column.valid.push_back(is_known ? 1 : 0);
            column.given.push_back(is_boolean ? bontot_number{fact.truth ? 1 : 0, 0} : fact.number);
            column.scale = std::max(column.scale, column.given.back().scale);
        }
    }

    /** Repeats the dossiers, and returns how the library sees a column. */
    bontot_column finish(std::size_t slot)
    {
        column_data& column = columns_[slot];
        const std::size_t dossiers = column.given.size();
        std::vector<std::uint8_t> valid;
        for (std::size_t row = 0; row < rows_; ++row) {
            const bontot_number& number = column.given[row % dossiers];
            if (column.is_boolean) {
                column.truths.push_back(static_cast<std::uint8_t>(number.coefficient));
            } else {
                const bool is_short = number.scale < column.scale; // of none or one
                column.numbers.push_back(number.coefficient * (is_short ? 10 : 1));
            }
            valid.push_back(column.valid[row % dossiers]);
        }
        column.valid = std::move(valid);
        bontot_column out = BONTOT_COLUMN_INIT;
        out.slot = slot;
        out.type = column.is_boolean ? BONTOT_COLUMN_BOOLEAN_BYTES : BONTOT_COLUMN_INT64;
        out.scale = column.scale;
        out.values = column.is_boolean ? static_cast<const void*>(column.truths.data())
                                       : static_cast<const void*>(column.numbers.data());
        if (!column.is_whole) out.valid_bytes = column.valid.data();
        return out;
    }

    /** Makes room for totals, points of the criteria and grades, both ends of each. */
    void make_results()
    {
        std::vector<std::size_t> criteria;
        for (std::size_t node = 0; node < bontot_rubric_node_count(rubric_); ++node) {
            if (bontot_rubric_node_parent(rubric_, node) == BONTOT_NONE) criteria.push_back(node);
        }
        for (std::size_t i = 0; i < 2 + 2 * criteria.size(); ++i)
            figures_.emplace_back(rows_);
        grades_.resize(2 * rows_);
        status_.resize(rows_);
        results_.points = figures_[0].data();
        results_.possible = figures_[1].data();
        results_.grade = grades_.data();
        results_.grade_possible = grades_.data() + rows_;
        results_.status = status_.data();
        for (std::size_t i = 0; i < criteria.size(); ++i) {
            bontot_node_column node = BONTOT_NODE_COLUMN_INIT;
            node.node = criteria[i];
            node.points = figures_[2 + 2 * i].data();
            node.possible = figures_[3 + 2 * i].data();
            nodes_.push_back(node);
        }
        results_.nodes = nodes_.data();
        results_.node_count = nodes_.size();
    }

    const bontot_rubric* rubric_;
    std::size_t rows_;
    std::vector<column_data> columns_;
    std::vector<bontot_column> structs_;
    std::vector<std::vector<std::int64_t>> figures_;
    std::vector<std::int32_t> grades_;
    std::vector<std::uint8_t> status_;
    std::vector<bontot_node_column> nodes_;
    bontot_table_results results_ = BONTOT_TABLE_RESULTS_INIT;
};

} // namespace bench

#endif
