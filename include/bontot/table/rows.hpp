// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_ROWS_HPP
#define BONTOT_TABLE_ROWS_HPP

#include <bontot/error.hpp>
#include <bontot/evaluate.hpp>
#include <bontot/feel/scratch.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/rubric/fact_check.hpp>
#include <bontot/table/block.hpp>
#include <bontot/table/importer.hpp>
#include <bontot/table/outputs.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Scores the rows of a block one by one: each fills the slots of one dossier. */
class row_scorer
{
public:
    row_scorer(
        dossier& built, vector<column_importer>& importers, const column_writer& writer,
        column_report& report, std::size_t most_errors
    )
        : built_(built), importers_(importers), writer_(writer), report_(report),
          most_errors_(most_errors), result_(built.store.source()), scratch_(built.store.source())
    {}

    void score(const column_block& block)
    {
        for (std::size_t i = 0; i < block.row_count; ++i)
            score_row(block, i);
    }

    /** Scores one row of a block, or tells what is wrong with it.

        @return Its result, until the next row; null when it is wrong.
    */
    const result* score_row(const column_block& block, std::size_t at)
    {
        const std::size_t row = block.first_row + at;
        for (const column_cells& column : block.columns)
            built_.slots[column.slot] = value_of(column, at);
        const bool has_wrong_cells = block.wrong[at] != 0;
        if (has_wrong_cells) tell_wrong_cells(row);
        diagnosis broken(built_.store.source());
        check_consistency(built_, nullptr, scratch_, broken);
        const bool is_inconsistent = !broken.empty();
        if (is_inconsistent) tell_broken_rules(row, broken.take({}));
        if (has_wrong_cells || is_inconsistent) {
            writer_.clear(row, row_status::wrong);
            ++report_.wrong_rows;
            return nullptr;
        }
        evaluate(built_, result_);
        number unfit;
        std::uint32_t node = none;
        if (writer_.write(row, result_, unfit, node)) return &result_;
        tell_no_fit(row, unfit, node);
        return nullptr;
    }

private:
    static feel::value value_of(const column_cells& column, std::size_t at)
    {
        switch (column.form) {
        case cell_form::amounts:
            if (column.known != nullptr && column.known[at] == 0) return feel::value::unknown();
            return feel::value::number(number::scaled(column.amounts[at], column.scale));
        case cell_form::truths:
            if (column.truths[at] > 1) return feel::value::unknown();
            return feel::value::boolean(column.truths[at] != 0);
        case cell_form::values:
            break;
        }
        return column.values[at];
    }

    [[nodiscard]] bool is_full() const { return report_.errors.size() >= most_errors_; }

    static string pointer_of(std::size_t row, std::string_view fact = {})
    {
        string out("/");
        out += std::to_string(row);
        if (!fact.empty()) out += '/';
        out += fact;
        return out;
    }

    void tell_wrong_cells(std::size_t row)
    {
        for (column_importer& each : importers_) {
            if (is_full()) return; // the importers count
            std::optional<given_fault> fault = each.fault_of(row);
            if (!fault) continue;
            diagnostic added;
            added.code = fault->code;
            for (string& argument : fault->arguments)
                added.arguments.push_back(std::move(argument));
            added.pointer = pointer_of(row, each.fact().id);
            added.offset = row;
            report_.errors.push_back(std::move(added));
        }
    }

    void tell_broken_rules(std::size_t row, error_list broken)
    {
        for (diagnostic& each : broken) {
            ++report_.error_count;
            if (is_full()) continue;
            each.pointer = pointer_of(row);
            each.offset = row;
            report_.errors.push_back(std::move(each));
        }
    }

    void tell_no_fit(std::size_t row, const number& unfit, std::uint32_t node)
    {
        ++report_.error_count;
        ++report_.wrong_rows;
        if (is_full()) return;
        const number_text text = to_text(unfit);
        diagnostic added;
        added.code = message::columns_no_fit;
        added.arguments.emplace_back(text.view());
        added.arguments.emplace_back(std::to_string(writer_.outputs().scale));
        added.pointer = pointer_of(row, node == none ? "" : built_.sheet->nodes[node].id);
        added.offset = row;
        report_.errors.push_back(std::move(added));
    }

    dossier& built_;
    vector<column_importer>& importers_;
    const column_writer& writer_;
    column_report& report_;
    std::size_t most_errors_;
    result result_;
    feel::scratch scratch_;
};

} // namespace bontot::detail

#endif
