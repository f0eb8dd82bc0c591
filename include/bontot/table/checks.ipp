// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_CHECKS_IPP
#define BONTOT_TABLE_CHECKS_IPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/table/cells.hpp>
#include <bontot/table/checks.hpp>
#include <bontot/table/outputs.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace bontot::detail {

/** Returns whether so many cells fit in memory behind those before them, whatever their type, and
    one more: texts have an offset more than cells. */
inline bool do_fit(std::size_t before, std::size_t count)
{
    constexpr std::size_t most = std::size_t{PTRDIFF_MAX} / sizeof(decimal_cell) - 1;
    return before <= most && count <= most - before;
}

error_list
table_checker::check(const fact_table& table, const row_range& rows, const column_outputs& out)
{
    rows_ = rows;
    if (!do_fit(rows.first, rows.count)) {
        tell("/first_row", message::api_bad_argument, {"first_row"});
        rows_ = {};
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        check_column(table.columns, i);
    check_scale("/scale", out.scale, most_figure_scale);
    for (std::size_t i = 0; i < out.nodes.size(); ++i) {
        const node_output& node = out.nodes[i];
        const string place = string("/nodes/") + string(std::to_string(i));
        if (node.node >= sheet_.nodes.size()) {
            tell(place, message::api_no_node, {std::to_string(node.node)});
        }
        check_output(place, {node.points, node.possible});
    }
    check_output("/points", {out.points});
    check_output("/possible", {out.possible});
    check_output("/completeness", {out.completeness});
    check_output("/grade", {out.grade});
    check_output("/grade_possible", {out.grade_possible});
    return faults_.take({});
}

void table_checker::check_scale(std::string_view pointer, std::int32_t scale, std::int32_t most)
{
    if (scale >= 0 && scale <= most) return;
    tell(pointer, message::columns_scale, {std::to_string(scale), "0", std::to_string(most)});
}

void table_checker::check_column(std::span<const fact_column> columns, std::size_t at)
{
    const fact_column& column = columns[at];
    const string place = string("/columns/") + string(std::to_string(at));
    if (column.slot >= sheet_.facts.size()) {
        tell(place, message::dossier_no_slot, {std::to_string(column.slot)});
        return;
    }
    const fact_spec& fact = sheet_.facts[column.slot];
    const auto is_same = [&](const fact_column& other) { return other.slot == column.slot; };
    if (std::any_of(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(at), is_same))
        tell(place, message::columns_repeated, {fact.id});
    if (!is_of_type(fact, column)) {
        tell(place, message::dossier_slot_type, {fact.id});
        return;
    }
    check_data(place, fact, column);
}

void table_checker::check_data(
    std::string_view place, const fact_spec& fact, const fact_column& column
)
{
    const bool is_float =
        column.type == column_type::float32 || column.type == column_type::float64;
    const bool is_scaled = fact.type == fact_type::number || column.dictionary != nullptr;
    if (is_scaled) check_scale(place, column.scale, is_float ? 15 : 38);
    if (column.type == column_type::nothing) return;
    if (column.values == nullptr) tell(place, message::columns_null, {fact.id});
    if (!is_aligned(column.values, alignment_of(column.type)))
        tell(place, message::columns_misaligned, {fact.id});
    if (column.valid_bits != nullptr && column.valid_bytes != nullptr)
        tell(place, message::columns_two_masks, {fact.id});
    check_offset(place, fact, column);
    if (column.dictionary == nullptr) return;
    if (!is_whole_dictionary(*column.dictionary))
        tell(place, message::columns_dictionary, {fact.id});
}

void table_checker::check_offset(
    std::string_view place, const fact_spec& fact, const fact_column& column
)
{
    // The rows themselves fit, so their sum with an offset that fits does not wrap.
    const bool fits = do_fit(column.offset, rows_.first + rows_.count);
    const fact_column* const texts = column.dictionary;
    if (fits && (texts == nullptr || do_fit(texts->offset, column.dictionary_size))) return;
    tell(place, message::columns_bad_offset, {fact.id});
}

bool table_checker::is_whole_dictionary(const fact_column& texts)
{
    const bool has_two_masks = texts.valid_bits != nullptr && texts.valid_bytes != nullptr;
    return is_text(texts.type) && texts.values != nullptr && texts.dictionary == nullptr &&
           is_aligned(texts.values, alignment_of(texts.type)) && !has_two_masks;
}

bool table_checker::is_of_type(const fact_spec& fact, const fact_column& column)
{
    if (column.type == column_type::nothing) return true;
    if (column.type > column_type::date32) return false;
    if (column.dictionary != nullptr) {
        const bool has_text = fact.type != fact_type::number && fact.type != fact_type::boolean;
        return has_text && is_integer_type(column.type);
    }
    switch (fact.type) {
    case fact_type::number:
        return column.type <= column_type::float64;
    case fact_type::boolean:
        return column.type == column_type::boolean_bytes ||
               column.type == column_type::boolean_bits;
    case fact_type::date:
        return column.type == column_type::date32 || is_text(column.type);
    case fact_type::text:
    case fact_type::choice:
        break;
    }
    return is_text(column.type);
}

std::size_t table_checker::alignment_of(column_type type)
{
    switch (type) {
    case column_type::int16:
    case column_type::uint16:
        return alignof(std::int16_t);
    case column_type::int32:
    case column_type::uint32:
    case column_type::float32:
    case column_type::text32:
    case column_type::date32:
        return alignof(std::int32_t);
    case column_type::int64:
    case column_type::uint64:
    case column_type::decimal128:
    case column_type::float64:
    case column_type::text64:
        return alignof(std::int64_t);
    default:
        return 1;
    }
}

} // namespace bontot::detail

#endif
