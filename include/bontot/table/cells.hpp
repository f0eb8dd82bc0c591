// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_CELLS_HPP
#define BONTOT_TABLE_CELLS_HPP

#include <bontot/arena.hpp>
#include <bontot/columns.hpp>
#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/text.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/number/uint128.hpp>
#include <bontot/rubric/fact_check.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Returns the number with so many decimals, 0..15, that is nearest to a double below 2^63;
    nothing when two are equally near. */
inline std::optional<number> nearest_decimal(double given, std::int32_t decimals)
{
    constexpr double limit = 9223372036854775808.0; // 2^63
    if (!(std::abs(given) < limit)) return {};
    // Apart from the whole, which is exact, 15 decimals are below 2^53, and exact as well.
    const double whole = std::trunc(given);
    const double rest = given - whole;
    const auto power = static_cast<double>(power_of_ten_64(decimals));
    const double scaled = rest * power;
    double nearest = std::nearbyint(scaled);
    const double apart = (scaled - nearest) + std::fma(rest, power, -scaled);
    if (std::abs(apart) == 0.5) return {};
    if (apart > 0.5) nearest += 1;
    if (apart < -0.5) nearest -= 1;
    return add(
        number(static_cast<std::int64_t>(whole)),
        number::scaled(static_cast<std::int64_t>(nearest), decimals)
    );
}

/** Returns the decimal number that a double stands for: one that does not convert back is none. */
inline std::optional<number> decimal_of(double given, std::int32_t decimals)
{
    const std::optional<number> out = nearest_decimal(given, decimals);
    return out && out->to_double() == given ? out : std::nullopt;
}

inline std::optional<number> decimal_of(float given, std::int32_t decimals)
{
    const std::optional<number> out = nearest_decimal(static_cast<double>(given), decimals);
    return out && static_cast<float>(out->to_double()) == given ? out : std::nullopt;
}

/** A cell of 128 bits. */
struct decimal_cell
{
    std::uint64_t low;
    std::int64_t high;
};

/** Returns the number of a cell, or nothing when it has more than 34 digits. */
inline std::optional<number> decimal_of(const decimal_cell& given, std::int32_t scale)
{
    const bool is_negative = given.high < 0;
    uint128 magnitude{given.low, static_cast<std::uint64_t>(given.high)};
    if (is_negative) {
        magnitude = {std::uint64_t{0} - magnitude.low, ~magnitude.high};
        if (magnitude.low == 0) ++magnitude.high;
    }
    if (!(magnitude < power_of_ten_128(number::max_digits))) return {};
    return number_access::make(is_negative, magnitude, -scale);
}

[[nodiscard]] inline bool bit_at(const std::uint8_t* bits, std::size_t at) noexcept
{
    return (bits[at / 8] >> (at % 8) & 1) != 0;
}

[[nodiscard]] inline bool is_integer_type(column_type type) noexcept
{
    return type >= column_type::int8 && type <= column_type::uint64;
}

/** Reads cells of one column one by one: what is wrong with a cell is said here. */
class cell_reader
{
public:
    cell_reader(const fact_spec& fact, const fact_column& from, memory& source)
        : fact_(fact), from_(from), scratch_(allocator<char>(source))
    {}

    [[nodiscard]] bool is_valid(std::size_t row) const
    {
        const std::size_t at = from_.offset + row;
        if (from_.type == column_type::nothing) return false;
        if (from_.valid_bytes != nullptr && from_.valid_bytes[at] == 0) return false;
        if (from_.valid_bits != nullptr && !bit_at(from_.valid_bits, at)) return false;
        return from_.dictionary == nullptr || is_valid_word(row);
    }

    /** Reads a cell as a value of the fact, or says what is wrong with it.

        Texts that have to be composed are kept in a store; others stay where they are.
    */
    std::optional<given_fault> read(std::size_t row, arena& store, feel::value& out)
    {
        out = feel::value::unknown();
        if (!is_valid(row)) return {};
        switch (fact_.type) {
        case fact_type::number:
            return read_number(row, out);
        case fact_type::boolean:
            out = feel::value::boolean(truth_at(row));
            return {};
        case fact_type::date:
            if (from_.type == column_type::date32) return read_day(row, out);
            break;
        case fact_type::text:
        case fact_type::choice:
            break;
        }
        return read_text(row, store, out);
    }

    /** Returns a cell's place as a pointer to its type. */
    template <class T>
    [[nodiscard]] const T* cells(std::size_t row) const
    {
        return static_cast<const T*>(from_.values) + from_.offset + row;
    }

    [[nodiscard]] bool truth_at(std::size_t row) const
    {
        if (from_.type == column_type::boolean_bytes) return *cells<std::uint8_t>(row) != 0;
        return bit_at(static_cast<const std::uint8_t*>(from_.values), from_.offset + row);
    }

private:
    /** Returns whether a dictionary has a text, or nothing at all, for a cell. */
    [[nodiscard]] bool is_valid_word(std::size_t row) const
    {
        const std::optional<std::uint64_t> index = index_at(row);
        const bool is_there = index && *index < from_.dictionary_size;
        if (!is_there) return true; // which is told as a fault, and not passed over as unknown
        const fact_column& words = *from_.dictionary;
        const std::size_t at = words.offset + static_cast<std::size_t>(*index);
        if (words.valid_bytes != nullptr) return words.valid_bytes[at] != 0;
        return words.valid_bits == nullptr || bit_at(words.valid_bits, at);
    }

    [[nodiscard]] given_fault fault(message code, std::string_view more = {}) const
    {
        return given_fault{code, {{string(fact_.id), string(more), {}, {}}}};
    }

    std::optional<given_fault> read_number(std::size_t row, feel::value& out) const
    {
        const std::optional<number> given = number_at(row);
        if (!given) {
            const bool is_decimal = from_.type == column_type::decimal128;
            if (is_decimal) return fault(message::columns_too_long);
            return fault(message::columns_not_decimal, std::to_string(from_.scale));
        }
        std::optional<given_fault> found = check_number(fact_, *given);
        if (!found) out = feel::value::number(*given);
        return found;
    }

    template <class T>
    [[nodiscard]] number scaled_at(std::size_t row) const
    {
        return number::scaled(std::int64_t{*cells<T>(row)}, from_.scale);
    }

    [[nodiscard]] std::optional<number> number_at(std::size_t row) const
    {
        switch (from_.type) {
        case column_type::int8:
            return scaled_at<std::int8_t>(row);
        case column_type::uint8:
            return scaled_at<std::uint8_t>(row);
        case column_type::int16:
            return scaled_at<std::int16_t>(row);
        case column_type::uint16:
            return scaled_at<std::uint16_t>(row);
        case column_type::int32:
            return scaled_at<std::int32_t>(row);
        case column_type::uint32:
            return scaled_at<std::uint32_t>(row);
        case column_type::int64:
            return scaled_at<std::int64_t>(row);
        case column_type::uint64:
            return number_access::make(false, {*cells<std::uint64_t>(row), 0}, -from_.scale);
        case column_type::decimal128:
            return decimal_of(*cells<decimal_cell>(row), from_.scale);
        case column_type::float32:
            return decimal_of(*cells<float>(row), from_.scale);
        case column_type::float64:
            return decimal_of(*cells<double>(row), from_.scale);
        default:
            return {};
        }
    }

    std::optional<given_fault> read_day(std::size_t row, feel::value& out) const
    {
        const std::optional<date> day = date_of_day_number(*cells<std::int32_t>(row));
        // As in JSON, where a year has four digits.
        if (day && day->year >= 1 && day->year <= 9999) {
            out = feel::value::date(*day);
            return {};
        }
        string shown_day;
        if (day) append_date(shown_day, *day);
        return given_fault{message::reading_bad_date, {{std::move(shown_day), {}, {}, {}}}};
    }

    std::optional<given_fault> read_text(std::size_t row, arena& store, feel::value& out)
    {
        std::string_view given;
        std::optional<given_fault> found = text_at(row, given);
        if (found) return found;
        if (!is_valid_utf8(given)) return fault(message::json_not_utf8);
        if (fact_.type == fact_type::date) {
            const std::optional<date> day = given.size() == 10 ? parse_date(given) : std::nullopt;
            if (day) out = feel::value::date(*day);
            if (day) return {};
            return given_fault{message::reading_bad_date, {{string(shown(given)), {}, {}, {}}}};
        }
        const bool is_normal = is_plainly_normal(given);
        if (!is_normal) {
            scratch_.clear();
            append_normalized(scratch_, given);
            given = scratch_;
        }
        std::string_view own = given;
        if (fact_.type == fact_type::choice) {
            found = check_choice(fact_, given, own);
        } else if (!is_normal) {
            own = store.copy(given);
        }
        if (!found) out = feel::value::text(own);
        return found;
    }

    std::optional<given_fault> text_at(std::size_t row, std::string_view& out) const
    {
        if (from_.dictionary == nullptr) return slice(from_, row, out);
        const std::optional<std::uint64_t> index = index_at(row);
        const bool is_there = index && *index < from_.dictionary_size;
        if (!is_there) return fault(message::columns_bad_index);
        return slice(*from_.dictionary, static_cast<std::size_t>(*index), out);
    }

    [[nodiscard]] std::optional<std::uint64_t> index_at(std::size_t row) const
    {
        if (from_.type == column_type::uint64) return *cells<std::uint64_t>(row);
        const std::optional<number> index = number_at(row);
        const std::optional<std::int64_t> whole = index ? index->to_int64() : std::nullopt;
        if (!whole || *whole < 0) return {};
        return static_cast<std::uint64_t>(*whole);
    }

    std::optional<given_fault>
    slice(const fact_column& texts, std::size_t at, std::string_view& out) const
    {
        if (texts.type == column_type::text32) return slice_of<std::int32_t>(texts, at, out);
        return slice_of<std::int64_t>(texts, at, out);
    }

    template <class Offset>
    std::optional<given_fault>
    slice_of(const fact_column& texts, std::size_t at, std::string_view& out) const
    {
        const auto* const offsets = static_cast<const Offset*>(texts.values) + texts.offset + at;
        const bool is_empty = offsets[0] == offsets[1];
        const bool is_right = offsets[0] >= 0 && offsets[1] >= offsets[0];
        if (!is_right || (texts.text == nullptr && !is_empty)) {
            return fault(message::columns_bad_offsets);
        }
        if (is_empty) return {};
        out = {texts.text + offsets[0], static_cast<std::size_t>(offsets[1] - offsets[0])};
        return {};
    }

    const fact_spec& fact_;
    const fact_column& from_;
    string scratch_;
};

} // namespace bontot::detail

#endif
