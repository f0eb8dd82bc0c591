// SPDX-License-Identifier: BSL-1.0
// An Arrow batch as a table of facts: nothing of it is copied.
#ifndef BONTOT_C_API_ARROW_IN_HPP
#define BONTOT_C_API_ARROW_IN_HPP

#include "arrow_format.hpp"
#include "guard.hpp"

#include <bontot/base/nearest.hpp>
#include <bontot/json/document.hpp>
#include <bontot/table/cells.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace bontot::c_api {

/** Returns a text of somebody else's as a message may show it. */
inline std::string_view shown_if_utf8(std::string_view text)
{
    return is_valid_utf8(text) ? detail::shown(text) : "?";
}

/** Returns whether a type or an array is there, and was not moved away. */
template <class Arrow>
bool is_alive(const Arrow* given)
{
    return given != nullptr && given->release != nullptr;
}

/** Returns whether an array has a length, and begins, where a place in memory can be counted. */
inline bool is_countable(const ArrowArray& array)
{
    constexpr auto most = static_cast<std::int64_t>(PTRDIFF_MAX);
    return array.offset >= 0 && array.length >= 0 && array.offset <= most - array.length;
}

/** Returns whether an array has no fewer buffers than its type. */
inline bool has_buffers(const ArrowArray& array, column_type type)
{
    if (type == column_type::nothing) return true;
    const bool is_text = type == column_type::text32 || type == column_type::text64;
    return array.buffers != nullptr && array.n_buffers >= (is_text ? 3 : 2);
}

/** Returns whether an array that counts nulls does not say which cells they are. A count of -1 is
    one that nobody made; without a mask there are none, then. */
inline bool lacks_mask(const ArrowArray& array, column_type type)
{
    return type != column_type::nothing && array.null_count > 0 && array.buffers[0] == nullptr;
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
        for (std::int64_t i = 0; i < schema.n_children; ++i)
            add(i, schema.children[i], batch.children[i], batch);
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
            if (!pointer.starts_with(prefix)) continue;
            const auto index = integer_in<std::size_t>(pointer.substr(prefix.size()));
            if (index && *index < names_.size()) each.pointer = place_of(names_[*index]);
        }
        return errors;
    }

private:
    static string place_of(std::string_view name)
    {
        string out;
        detail::append_pointer_key(out, name);
        return out;
    }

    static bool is_whole(const ArrowSchema& schema, const ArrowArray& batch)
    {
        const bool are_alive = is_alive(&schema) && is_alive(&batch) && schema.format != nullptr;
        if (!are_alive || std::string_view(schema.format) != "+s") return false;
        const std::int64_t count = schema.n_children;
        if (count < 0 || count != batch.n_children) return false;
        const bool has_children = schema.children != nullptr && batch.children != nullptr;
        return (count == 0 || has_children) && is_countable(batch) && !has_null_rows(batch);
    }

    static bool has_null_rows(const ArrowArray& batch)
    {
        if (batch.null_count == 0 || batch.n_buffers <= 0) return false;
        const bool has_mask = batch.buffers != nullptr && batch.buffers[0] != nullptr;
        if (!has_mask) return batch.null_count > 0 || batch.buffers == nullptr;
        const auto* const bits = static_cast<const std::uint8_t*>(batch.buffers[0]);
        for (std::int64_t i = 0; i < batch.length; ++i) {
            if (!detail::bit_at(bits, static_cast<std::size_t>(batch.offset + i))) return true;
        }
        return false;
    }

    /** Adds a child. Of one that is to be ignored no more than the name is looked at. */
    void
    add(std::int64_t at, const ArrowSchema* type, const ArrowArray* array, const ArrowArray& batch)
    {
        if (!is_alive(type)) {
            const std::string number = std::to_string(at);
            tell(number, message::columns_released);
            return;
        }
        const std::string_view name = type->name == nullptr ? "" : type->name;
        fact_column added;
        added.slot = sheet_.find_fact(name);
        if (added.slot == none) {
            if (!is_ignored(name)) refuse_name(name);
            return;
        }
        if (!read(*type, array, name, added)) return;
        // The batch may begin anywhere, in all of its columns.
        if (array->length < batch.offset + batch.length) {
            tell(name, message::columns_bad_length);
            return;
        }
        added.offset += static_cast<std::size_t>(batch.offset);
        if (!read_dictionary(*type, *array, name, added)) return;
        columns_.push_back(added);
        names_.push_back(name);
    }

    /** Reads one array of a column, its own or that of its texts; false: it was refused. */
    bool
    read(const ArrowSchema& type, const ArrowArray* array, std::string_view name, fact_column& out)
    {
        if (!is_alive(array)) return tell(name, message::columns_released);
        if (!read_type(type, name, out)) return false;
        if (!has_buffers(*array, out.type)) return tell(name, message::columns_bad_buffers);
        if (!is_countable(*array)) return tell(name, message::columns_bad_length);
        if (lacks_mask(*array, out.type)) return tell(name, message::columns_no_mask);
        take_buffers(*array, out);
        return true;
    }

    bool read_dictionary(
        const ArrowSchema& type, const ArrowArray& array, std::string_view name, fact_column& out
    )
    {
        if (type.dictionary == nullptr && array.dictionary == nullptr) return true;
        const bool is_right = is_alive(type.dictionary) && is_alive(array.dictionary) &&
                              type.dictionary->dictionary == nullptr;
        if (!is_right) return tell(name, message::columns_dictionary);
        fact_column words;
        if (!read(*type.dictionary, array.dictionary, name, words)) return false;
        dictionaries_.push_back(words);
        out.dictionary = &dictionaries_.back();
        out.dictionary_size = static_cast<std::size_t>(array.dictionary->length);
        return true;
    }

    [[nodiscard]] bool is_ignored(std::string_view name) const
    {
        if (options_ == nullptr) return false;
        const auto& ignored = options_->ignored;
        return std::find(ignored.begin(), ignored.end(), name) != ignored.end();
    }

    void refuse_name(std::string_view name)
    {
        const std::string_view brief = shown_if_utf8(name);
        detail::nearest meant(name);
        for (const fact_spec& each : sheet_.facts)
            meant.offer(each.id);
        tell(brief, message::columns_no_fact, {detail::suggestion(meant)});
    }

    bool read_type(const ArrowSchema& schema, std::string_view name, fact_column& out)
    {
        const std::string_view format = schema.format == nullptr ? "" : schema.format;
        if (!read_format(format, out))
            return tell(name, message::columns_bad_format, {shown_if_utf8(format)});
        const bool is_float = out.type == column_type::float32 || out.type == column_type::float64;
        return !is_float || read_decimals(schema, name, out);
    }

    bool read_decimals(const ArrowSchema& schema, std::string_view name, fact_column& out)
    {
        if (options_ != nullptr) {
            for (const column_decimals& each : options_->decimals) {
                if (each.column != name) continue;
                out.scale = each.count;
                return true;
            }
        }
        const auto text = metadata_reader(schema.metadata).find("bontot.decimals");
        if (!text) return tell(name, message::columns_bad_metadata);
        const auto decimals = integer_in<std::int32_t>(*text);
        if (!decimals) return tell(name, message::columns_no_decimals);
        out.scale = *decimals;
        return true;
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

    /** Tells what is wrong with a column, by its name; returns false. */
    bool
    tell(std::string_view name, message code, std::initializer_list<std::string_view> more = {})
    {
        diagnostic& added = faults_.add_at(code, 0, {name});
        for (const std::string_view each : more)
            added.arguments.emplace_back(each);
        added.pointer = place_of(name);
        return false;
    }

    const rubric& sheet_;
    const bontot_options* options_;
    detail::diagnosis faults_;
    vector<fact_column> columns_;
    std::deque<fact_column, allocator<fact_column>> dictionaries_; /**< columns point into it */
    vector<std::string_view> names_;                               /**< of the columns */
    fact_table table_;
    std::size_t row_count_ = 0;
};

} // namespace bontot::c_api

#endif
