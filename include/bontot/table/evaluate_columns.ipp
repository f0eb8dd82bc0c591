// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_EVALUATE_COLUMNS_IPP
#define BONTOT_TABLE_EVALUATE_COLUMNS_IPP

#include <bontot/dossier.hpp>
#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/table/block.hpp>
#include <bontot/table/checks.hpp>
#include <bontot/table/kernel.hpp>
#include <bontot/table/outputs.hpp>
#include <bontot/table/plan.hpp>
#include <bontot/table/planner.hpp>
#include <bontot/table/rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace bontot::detail {

/** Goes through rows of a table in blocks: imports the cells, scores the rows. */
class block_loop
{
public:
    block_loop(
        dossier& built, const fact_table& table, const column_outputs& out, column_report& report,
        std::size_t most_errors
    )
        : source_(built.store.source()), importers_(allocator<column_importer>(source_)),
          cells_(table.columns.size(), column_cells(), allocator<column_cells>(source_)),
          wrong_(column_block_rows, 0, allocator<std::uint8_t>(source_)), writer_(out, source_),
          report_(report), rows_(built, importers_, writer_, report, most_errors), plan_(source_)
    {
        importers_.reserve(table.columns.size());
        for (const fact_column& each : table.columns)
            importers_.emplace_back(built.sheet->facts[each.slot], each, source_);
    }

    /** Plans the table, if it has rows enough to be worth it and the rubric allows. */
    void plan(dossier& built, const fact_table& table, std::size_t row_count)
    {
        if (row_count < least_planned) return;
        if (!column_planner(built, table.columns, plan_).run()) return;
        kernel_.emplace(plan_, *built.sheet, writer_, rows_, source_);
        if (writer_.outputs().completeness != nullptr && !kernel_->has_points()) kernel_.reset();
    }

    void run(std::size_t first_row, std::size_t row_count)
    {
        while (row_count > 0) {
            const std::size_t count = std::min(row_count, column_block_rows);
            const column_block block = read(first_row, count);
            if (!kernel_ || !kernel_->score(block)) rows_.score(block);
            first_row += count;
            row_count -= count;
        }
        for (const column_importer& each : importers_)
            report_.error_count += each.fault_count();
    }

private:
    column_block read(std::size_t first_row, std::size_t count)
    {
        std::fill_n(wrong_.begin(), count, std::uint8_t{0});
        std::uint64_t faults_before = 0;
        std::uint64_t faults_after = 0;
        for (std::size_t i = 0; i < importers_.size(); ++i) {
            faults_before += importers_[i].fault_count();
            importers_[i].read(first_row, count, wrong_.data());
            faults_after += importers_[i].fault_count();
            cells_[i] = importers_[i].cells();
        }
        return {first_row, count, cells_, wrong_.data(), faults_after != faults_before};
    }

    static constexpr std::size_t least_planned = 256;

    memory& source_;
    vector<column_importer> importers_;
    vector<column_cells> cells_;
    vector<std::uint8_t> wrong_;
    column_writer writer_;
    column_report& report_;
    row_scorer rows_;
    column_plan plan_;
    std::optional<column_kernel> kernel_;
};

} // namespace bontot::detail

namespace bontot {

result_of<column_report> evaluate_columns(
    const std::shared_ptr<const rubric>& sheet, const fact_table& table, std::size_t first_row,
    std::size_t row_count, const column_outputs& out, memory& source, std::size_t most_errors
)
{
    const detail::row_range rows{first_row, row_count};
    error_list faults = detail::table_checker(*sheet, source).check(table, rows, out);
    dossier built(sheet, source);
    set_unit(built, {}, {});
    const bool has_period = table.from && table.to;
    if (faults.empty() && has_period) faults = set_period(built, *table.from, *table.to);
    if (!faults.empty()) return {boost::system::in_place_error, std::move(faults)};
    column_report report;
    detail::block_loop loop(built, table, out, report, most_errors);
    loop.plan(built, table, row_count);
    loop.run(first_row, row_count);
    return report;
}

} // namespace bontot

#endif
