// SPDX-License-Identifier: BSL-1.0
// An Arrow batch as a table of facts: nothing of it is copied.
#ifndef BONTOT_C_API_ARROW_IN_HPP
#define BONTOT_C_API_ARROW_IN_HPP

#include "guard.hpp"

#include <bontot/base/nearest.hpp>
#include <bontot/table/cells.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace bontot::c_api {

/** Finds the value of a key in the metadata of a field; empty when there is none. */
inline std::string_view metadata_of(const char* metadata, std::string_view key)
{
    if (metadata == nullptr) return {};
    const auto next_text = [&metadata] {
        std::int32_t size = 0;
        std::memcpy(&size, metadata, sizeof size);
        const std::string_view out(metadata + sizeof size, static_cast<std::size_t>(size));
        metadata += sizeof size + out.size();
        return out;
    };
    std::int32_t count = 0;
    std::memcpy(&count, metadata, sizeof count);
    metadata += sizeof count;
    for (; count > 0; --count) {
        const std::string_view found = next_text();
        const std::string_view value = next_text();
        if (found == key) return value;
    }
    return {};
}

/** Reads an integer of few digits, all of the text. */
inline std::optional<std::int32_t> small_integer(std::string_view text)
{
    number out;
    if (number::parse(text, out) != number_status::ok) return {};
    const std::optional<std::int64_t> whole = out.to_int64();
    if (!whole || *whole < -1000 || *whole > 1000) return {};
    return static_cast<std::int32_t>(*whole);
}

/** Finds what the format of a column says; false: it is not read here. */
inline bool read_format(std::string_view format, fact_column& out)
{
    struct known_format
    {
        std::string_view name;
        column_type type;
    };
    constexpr known_format known[] = {{"n", column_type::nothing}, {"b", column_type::boolean_bits},
                                      {"c", column_type::int8},    {"C", column_type::uint8},
                                      {"s", column_type::int16},   {"S", column_type::uint16},
                                      {"i", column_type::int32},   {"I", column_type::uint32},
                                      {"l", column_type::int64},   {"L", column_type::uint64},
                                      {"f", column_type::float32}, {"g", column_type::float64},
                                      {"u", column_type::text32},  {"U", column_type::text64},
                                      {"tdD", column_type::date32}};
    for (const known_format& each : known) {
        if (each.name != format) continue;
        out.type = each.type;
        return true;
    }
    if (format.substr(0, 2) != "d:") return false;
    std::string_view rest = format.substr(2);
    const std::size_t comma = std::min(rest.find(','), rest.size());
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    const std::size_t second = rest.find(',');
    const std::optional<std::int32_t> scale = small_integer(rest.substr(0, second));
    if (!scale || (second != std::string_view::npos && rest.substr(second) != ",128")) return false;
    out.type = column_type::decimal128;
    out.scale = *scale;
    return true;
}

/** The columns of a batch that are facts, and what is wrong with the batch. */
class batch_in
{
public:
    batch_in(
        const rubric& sheet, const ArrowSchema& schema, const ArrowArray& batch,
        const bontot_options* options, memory& source
    )
        : sheet_(sheet), options_(options), faults_(source),
          columns_(allocator<fact_column>(source)), dictionaries_(allocator<fact_column>(source)),
          names_(allocator<std::string_view>(source))
    {
        if (!is_whole(schema, batch)) {
            faults_.add_at(message::columns_bad_batch, 0, {});
            return;
        }
        row_count_ = static_cast<std::size_t>(batch.length);
        const auto count = static_cast<std::size_t>(schema.n_children);
        columns_.reserve(count);
        dictionaries_.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            add(*schema.children[i], *batch.children[i], batch.offset);
        table_.columns = columns_;
        if (options == nullptr) return;
        table_.from = options->from;
        table_.to = options->to;
    }
    batch_in(const batch_in&) = delete;
    batch_in& operator=(const batch_in&) = delete;

    /** Refuses the batch if something is wrong with it. */
    void accept()
    {
        if (!faults_.empty()) throw refusal{BONTOT_BAD_INPUT, faults_.take({})};
    }

    [[nodiscard]] const fact_table& table() const { return table_; }
    [[nodiscard]] std::size_t row_count() const { return row_count_; }

    /** Returns what is wrong with the table, with the names of the columns as places. */
    [[nodiscard]] error_list named(error_list errors) const
    {
        constexpr std::string_view prefix = "/columns/";
        for (diagnostic& each : errors) {
            const std::string_view pointer = each.pointer;
            if (pointer.substr(0, prefix.size()) != prefix) continue;
            const auto index = small_integer(pointer.substr(prefix.size()));
            if (index) each.pointer = place_of(names_[static_cast<std::size_t>(*index)]);
        }
        return errors;
    }

private:
    static string place_of(std::string_view name) { return string("/") + string(name); }

    static bool is_alive(const ArrowSchema* schema, const ArrowArray* array)
    {
        return schema != nullptr && array != nullptr && schema->release != nullptr &&
               array->release != nullptr && schema->format != nullptr;
    }

    static bool is_whole(const ArrowSchema& schema, const ArrowArray& batch)
    {
        if (!is_alive(&schema, &batch) || std::string_view(schema.format) != "+s") return false;
        const bool is_sized = batch.length >= 0 && batch.offset >= 0 && schema.n_children >= 0;
        if (!is_sized || schema.n_children != batch.n_children || has_null_rows(batch))
            return false;
        for (std::int64_t i = 0; i < schema.n_children; ++i) {
            const ArrowArray* const child = batch.children[i];
            if (!is_alive(schema.children[i], child) || !has_buffers(*schema.children[i], *child))
                return false;
            if (child->offset < 0 || child->length - batch.offset < batch.length) return false;
        }
        return true;
    }

    static bool has_null_rows(const ArrowArray& batch)
    {
        const bool has_mask = batch.n_buffers > 0 && batch.buffers[0] != nullptr;
        if (batch.null_count == 0 || !has_mask) return false;
        const auto* const bits = static_cast<const std::uint8_t*>(batch.buffers[0]);
        for (std::int64_t i = 0; i < batch.length; ++i) {
            if (!detail::bit_at(bits, static_cast<std::size_t>(batch.offset + i))) return true;
        }
        return false;
    }

    /** Returns whether a column has as many buffers as its format says. */
    static bool has_buffers(const ArrowSchema& schema, const ArrowArray& array)
    {
        const std::string_view format = schema.format;
        const bool is_text = format == "u" || format == "U";
        const std::int64_t wanted = format == "n" ? 0 : is_text ? 3 : 2;
        if (array.n_buffers < wanted) return false;
        if (schema.dictionary == nullptr) return true;
        return is_alive(schema.dictionary, array.dictionary) &&
               schema.dictionary->dictionary == nullptr && array.dictionary->length >= 0 &&
               array.dictionary->offset >= 0 && has_buffers(*schema.dictionary, *array.dictionary);
    }

    void add(const ArrowSchema& schema, const ArrowArray& array, std::int64_t offset)
    {
        const std::string_view name = schema.name == nullptr ? "" : schema.name;
        const std::uint32_t slot = sheet_.find_fact(name);
        if (slot == none) {
            if (!is_ignored(name)) refuse_name(name);
            return;
        }
        fact_column added;
        added.slot = slot;
        if (!read_type(schema, name, added)) return;
        take_buffers(array, added);
        added.offset += static_cast<std::size_t>(offset);
        if (schema.dictionary != nullptr) {
            fact_column words;
            if (!read_type(*schema.dictionary, name, words)) return;
            take_buffers(*array.dictionary, words);
            dictionaries_.push_back(words);
            added.dictionary = &dictionaries_.back();
            added.dictionary_size = static_cast<std::size_t>(array.dictionary->length);
        }
        columns_.push_back(added);
        names_.push_back(name);
    }

    [[nodiscard]] bool is_ignored(std::string_view name) const
    {
        if (options_ == nullptr) return false;
        const auto& ignored = options_->ignored;
        return std::find(ignored.begin(), ignored.end(), name) != ignored.end();
    }

    void refuse_name(std::string_view name)
    {
        const std::string_view brief = is_valid_utf8(name) ? detail::shown(name) : "?";
        detail::nearest meant(name);
        for (const fact_spec& each : sheet_.facts)
            meant.offer(each.id);
        tell(brief, message::columns_no_fact, {brief, detail::suggestion(meant)});
    }

    bool read_type(const ArrowSchema& schema, std::string_view name, fact_column& out)
    {
        if (!read_format(schema.format, out)) {
            tell(name, message::columns_bad_format, {name, detail::shown(schema.format)});
            return false;
        }
        const bool is_float = out.type == column_type::float32 || out.type == column_type::float64;
        if (!is_float) return true;
        const std::optional<std::int32_t> decimals = decimals_of(schema, name);
        if (!decimals) tell(name, message::columns_no_decimals, {name});
        out.scale = decimals.value_or(0);
        return decimals.has_value();
    }

    [[nodiscard]] std::optional<std::int32_t>
    decimals_of(const ArrowSchema& schema, std::string_view name) const
    {
        if (options_ != nullptr) {
            for (const column_decimals& each : options_->decimals) {
                if (each.column == name) return each.count;
            }
        }
        return small_integer(metadata_of(schema.metadata, "bontot.decimals"));
    }

    static void take_buffers(const ArrowArray& array, fact_column& out)
    {
        static constexpr std::int64_t no_cells[2] = {}; // of no rows there may be no buffers
        out.offset = static_cast<std::size_t>(array.offset);
        if (out.type == column_type::nothing) return;
        const bool is_empty = array.length == 0 && array.buffers[1] == nullptr;
        out.values = is_empty ? no_cells : array.buffers[1];
        const bool has_nulls = array.null_count != 0 && array.buffers[0] != nullptr;
        if (has_nulls) out.valid_bits = static_cast<const std::uint8_t*>(array.buffers[0]);
        const bool is_text = out.type == column_type::text32 || out.type == column_type::text64;
        if (is_text) out.text = static_cast<const char*>(array.buffers[2]);
    }

    void
    tell(std::string_view name, message code, std::initializer_list<std::string_view> arguments)
    {
        faults_.add_at(code, 0, arguments).pointer = place_of(name);
    }

    const rubric& sheet_;
    const bontot_options* options_;
    detail::diagnosis faults_;
    vector<fact_column> columns_;
    vector<fact_column> dictionaries_;
    vector<std::string_view> names_; /**< of the columns */
    fact_table table_;
    std::size_t row_count_ = 0;
};

} // namespace bontot::c_api

#endif
