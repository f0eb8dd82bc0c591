// SPDX-License-Identifier: BSL-1.0
// The operation `columns`: a table of facts, read into arrays.
#ifndef BONTOT_TESTS_CORPUS_TABLE_HPP
#define BONTOT_TESTS_CORPUS_TABLE_HPP

#include "corpus/run.hpp"

#include <deque>

namespace corpus {

/** The cells of one column. */
struct cells
{
    bontot::fact_column column;
    std::vector<std::int64_t> numbers;
    std::vector<std::uint8_t> booleans;
    std::vector<std::int32_t> offsets = {0};
    std::string text;
    std::vector<std::uint8_t> valid;

    /** Reads what stands in the first line: `fact:type` or `fact:number:scale`. */
    cells(const bontot::rubric& sheet, view head)
    {
        const std::vector<view> said = parts(head, ':');
        column.slot = sheet.find_fact(said.at(0));
        column.type = said.at(1) == "number"    ? bontot::column_type::int64
                      : said.at(1) == "boolean" ? bontot::column_type::boolean_bytes
                                                : bontot::column_type::text32;
        if (said.size() > 2) column.scale = std::stoi(std::string(said[2]));
    }

    void add(view cell)
    {
        const bool is_number = column.type == bontot::column_type::int64;
        valid.push_back(cell.empty() ? 0 : 1);
        numbers.push_back(is_number && !cell.empty() ? std::stoll(std::string(cell)) : 0);
        booleans.push_back(cell == "true" ? 1 : 0);
        text += cell;
        offsets.push_back(static_cast<std::int32_t>(text.size()));
    }

    [[nodiscard]] bontot::fact_column ready() const
    {
        bontot::fact_column out = column;
        out.values = booleans.data();
        if (column.type == bontot::column_type::int64) out.values = numbers.data();
        if (column.type == bontot::column_type::text32) out.values = offsets.data();
        out.text = text.data();
        out.valid_bytes = valid.data();
        return out;
    }
};

/** Where the results go. */
class table_results
{
public:
    table_results(const run& r, std::size_t rows)
        : sheet_(*r.rubric), points_(rows), possible_(rows), completeness_(rows), grade_(rows),
          grade_possible_(rows), status_(rows)
    {
        out_.scale = std::stoi(std::string(r.of.option("scale").value_or("12")));
        out_.points = points_.data();
        out_.possible = possible_.data();
        out_.completeness = completeness_.data();
        out_.grade = grade_.data();
        out_.grade_possible = grade_possible_.data();
        out_.status = status_.data();
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end) {
            auto& points = node_points_.emplace_back(rows);
            auto& possible = node_points_.emplace_back(rows);
            nodes_.push_back({i, points.data(), possible.data()});
        }
        out_.nodes = nodes_;
    }

    [[nodiscard]] const bontot::column_outputs& outputs() const { return out_; }

    void append_row(std::string& to, std::size_t row) const
    {
        std::vector<std::string> fields = {
            std::to_string(status_[row]),   std::to_string(points_[row]),
            std::to_string(possible_[row]), std::to_string(completeness_[row]),
            grade_id(grade_[row]),          grade_id(grade_possible_[row])};
        for (const std::vector<std::int64_t>& each : node_points_)
            fields.push_back(std::to_string(each[row]));
        append_line(to, fields);
    }

private:
    [[nodiscard]] std::string grade_id(std::int32_t grade) const
    {
        return grade < 0 ? "-" : std::string(sheet_.grades[static_cast<std::size_t>(grade)].id);
    }

    const bontot::rubric& sheet_;
    std::vector<std::int64_t> points_;
    std::vector<std::int64_t> possible_;
    std::vector<std::int64_t> completeness_;
    std::vector<std::int32_t> grade_;
    std::vector<std::int32_t> grade_possible_;
    std::vector<std::uint8_t> status_;
    std::deque<std::vector<std::int64_t>> node_points_;
    std::vector<bontot::node_output> nodes_;
    bontot::column_outputs out_;
};

inline void append_report(std::string& to, const bontot::column_report& report)
{
    for (const bontot::diagnostic& each : report.errors) {
        std::string sentences[2];
        append_diagnostic(sentences[0], each, bontot::language::vi);
        append_diagnostic(sentences[1], each, bontot::language::en);
        append_line(
            to, {"error", number_text(each.offset), std::string(message_code(each.code)),
                 sentences[0], sentences[1]}
        );
    }
    append_line(to, {"wrong", std::to_string(report.wrong_rows)});
}

inline void run_columns(run& r)
{
    const std::string text = r.text(0);
    const std::vector<view> all = lines(text);
    std::vector<cells> columns;
    for (const view head : parts(all.at(0), ','))
        columns.emplace_back(*r.rubric, head);
    for (std::size_t row = 1; row < all.size(); ++row) {
        const std::vector<view> given = parts(all[row], ',');
        for (std::size_t i = 0; i < columns.size(); ++i)
            columns[i].add(given.at(i));
    }
    std::vector<bontot::fact_column> ready;
    for (const cells& each : columns)
        ready.push_back(each.ready());
    bontot::fact_table table;
    table.columns = ready;
    if (const auto period = r.of.option("period")) {
        table.from = date_in(halves(*period, '/').first);
        table.to = date_in(halves(*period, '/').second);
    }
    const table_results results(r, all.size() - 1);
    const auto done =
        bontot::evaluate_columns(r.rubric, table, 0, all.size() - 1, results.outputs());
    if (!done) {
        const bool is_table = done.error().front().pointer.rfind("/columns", 0) == 0;
        throw refusal{is_table ? "misuse" : "bad_input", done.error()};
    }
    for (std::size_t row = 0; row + 1 < all.size(); ++row)
        results.append_row(r.out, row);
    append_report(r.out, *done);
}

} // namespace corpus

#endif
