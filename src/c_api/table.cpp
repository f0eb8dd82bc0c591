// SPDX-License-Identifier: BSL-1.0
#include "guard.hpp"

using namespace bontot::c_api;
using bontot::fact_column;

namespace {

// What a host says of a column is what the core is told.
static_assert(BONTOT_COLUMN_NOTHING == static_cast<int>(bontot::column_type::nothing));
static_assert(BONTOT_COLUMN_INT8 == static_cast<int>(bontot::column_type::int8));
static_assert(BONTOT_COLUMN_UINT8 == static_cast<int>(bontot::column_type::uint8));
static_assert(BONTOT_COLUMN_INT16 == static_cast<int>(bontot::column_type::int16));
static_assert(BONTOT_COLUMN_UINT16 == static_cast<int>(bontot::column_type::uint16));
static_assert(BONTOT_COLUMN_INT32 == static_cast<int>(bontot::column_type::int32));
static_assert(BONTOT_COLUMN_UINT32 == static_cast<int>(bontot::column_type::uint32));
static_assert(BONTOT_COLUMN_INT64 == static_cast<int>(bontot::column_type::int64));
static_assert(BONTOT_COLUMN_UINT64 == static_cast<int>(bontot::column_type::uint64));
static_assert(BONTOT_COLUMN_DECIMAL128 == static_cast<int>(bontot::column_type::decimal128));
static_assert(BONTOT_COLUMN_FLOAT32 == static_cast<int>(bontot::column_type::float32));
static_assert(BONTOT_COLUMN_FLOAT64 == static_cast<int>(bontot::column_type::float64));
static_assert(BONTOT_COLUMN_BOOLEAN_BYTES == static_cast<int>(bontot::column_type::boolean_bytes));
static_assert(BONTOT_COLUMN_BOOLEAN_BITS == static_cast<int>(bontot::column_type::boolean_bits));
static_assert(BONTOT_COLUMN_TEXT32 == static_cast<int>(bontot::column_type::text32));
static_assert(BONTOT_COLUMN_TEXT64 == static_cast<int>(bontot::column_type::text64));
static_assert(BONTOT_COLUMN_DATE32 == static_cast<int>(bontot::column_type::date32));
static_assert(BONTOT_ROW_SCORED == static_cast<int>(bontot::row_status::scored));
static_assert(BONTOT_ROW_WRONG == static_cast<int>(bontot::row_status::wrong));
static_assert(BONTOT_ROW_NO_FIT == static_cast<int>(bontot::row_status::no_fit));

/** Refuses a struct that was not begun with its size. */
template <class Struct>
void require_struct(const Struct* given, std::string_view name)
{
    require(given, name);
    if (given->size == sizeof(Struct)) return;
    const std::string member = std::string(name) + ".size";
    refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {member});
}

std::uint32_t index_in(std::size_t index)
{
    return static_cast<std::uint32_t>(std::min<std::size_t>(index, bontot::none));
}

fact_column column_in(const bontot_column& given)
{
    require_struct(&given, "column");
    constexpr auto last = BONTOT_COLUMN_DATE32;
    if (given.type < 0 || given.type > last) {
        refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"column.type"});
    }
    fact_column out;
    out.slot = index_in(given.slot);
    out.type = static_cast<bontot::column_type>(given.type);
    out.scale = given.scale;
    out.values = given.values;
    out.text = given.text;
    out.valid_bits = given.valid_bits;
    out.valid_bytes = given.valid_bytes;
    out.offset = given.offset;
    out.dictionary_size = given.dictionary_size;
    return out;
}

fact_column dictionary_in(const bontot_column& given)
{
    const fact_column out = column_in(given);
    if (given.dictionary != nullptr) {
        refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"column.dictionary.dictionary"});
    }
    return out;
}

/** A table as the core takes it; made once, for its columns point to its dictionaries. */
class table_in
{
public:
    table_in(
        const bontot_table* given, const bontot::rubric& sheet, const bontot_options* options,
        bontot::memory& source
    )
        : columns_(bontot::allocator<fact_column>(source)),
          dictionaries_(bontot::allocator<fact_column>(source))
    {
        require_struct(given, "table");
        const std::size_t count = given->column_count;
        if (count > 0) require(given->columns, "table.columns");
        // Each fact has one column: where there are more, the count itself is not to be believed.
        if (count > sheet.facts.size())
            refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"table.column_count"});
        columns_.reserve(count);
        dictionaries_.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            const bontot_column& column = given->columns[i];
            columns_.push_back(column_in(column));
            if (column.dictionary == nullptr) continue;
            dictionaries_.push_back(dictionary_in(*column.dictionary));
            columns_.back().dictionary = &dictionaries_.back();
        }
        table_.columns = columns_;
        if (options == nullptr) return;
        table_.from = options->from;
        table_.to = options->to;
    }
    table_in(const table_in&) = delete;
    table_in& operator=(const table_in&) = delete;

    [[nodiscard]] const bontot::fact_table& table() const { return table_; }

private:
    bontot::vector<fact_column> columns_;
    bontot::vector<fact_column> dictionaries_;
    bontot::fact_table table_;
};

bontot::vector<bontot::node_output>
nodes_in(const bontot_table_results& given, bontot::memory& source)
{
    bontot::vector<bontot::node_output> out{bontot::allocator<bontot::node_output>(source)};
    if (given.node_count > 0) require(given.nodes, "results.nodes");
    if (given.node_count > std::size_t{PTRDIFF_MAX} / sizeof(bontot_node_column))
        refuse(BONTOT_MISUSE, bontot::message::api_bad_argument, {"results.node_count"});
    for (std::size_t i = 0; i < given.node_count; ++i) {
        const bontot_node_column& node = given.nodes[i];
        require_struct(&node, "node");
        out.push_back({index_in(node.node), node.points, node.possible});
    }
    return out;
}

bontot::column_outputs
outputs_in(const bontot_table_results& given, std::span<const bontot::node_output> nodes)
{
    bontot::column_outputs out;
    out.scale = given.scale;
    out.points = given.points;
    out.possible = given.possible;
    out.completeness = given.completeness;
    out.grade = given.grade;
    out.grade_possible = given.grade_possible;
    out.status = given.status;
    out.nodes = nodes;
    return out;
}

/** Refuses a table or its period; only what is wrong with the period has no place. */
[[noreturn]] void refuse_table(bontot::error_list errors)
{
    const bool is_period = errors.front().pointer.empty();
    throw refusal{is_period ? BONTOT_BAD_INPUT : BONTOT_MISUSE, std::move(errors)};
}

} // namespace

bontot_status bontot_evaluate_columns(
    bontot_report** out, const bontot_rubric* rubric, const bontot_table* table, size_t first_row,
    size_t row_count, const bontot_table_results* results, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(rubric, "rubric");
        require_struct(results, "results");
        const shared_memory source = memory_of(options);
        const table_in given(table, *rubric->sheet, options, *source);
        const auto nodes = nodes_in(*results, *source);
        auto done = bontot::evaluate_columns(
            rubric->sheet, given.table(), first_row, row_count, outputs_in(*results, nodes), *source
        );
        if (!done) refuse_table(done.error());
        if (out == nullptr) return;
        *out = make_handle<bontot_report>(
            source, done->error_count, done->wrong_rows,
            bontot_error{source, entries_of(done->errors)}
        );
    });
}

uint64_t bontot_report_error_count(const bontot_report* report)
{
    return report == nullptr ? 0 : report->error_count;
}

uint64_t bontot_report_wrong_rows(const bontot_report* report)
{
    return report == nullptr ? 0 : report->wrong_rows;
}

const bontot_error* bontot_report_errors(const bontot_report* report)
{
    const bool has_some = report != nullptr && !report->errors.entries.empty();
    return has_some ? &report->errors : nullptr;
}

size_t bontot_report_row(const bontot_report* report, size_t entry)
{
    const bool is_there = report != nullptr && entry < report->errors.entries.size();
    return is_there ? report->errors.entries[entry].offset : BONTOT_NONE;
}

void bontot_report_free(bontot_report* report)
{
    free_handle(report);
}
