// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_IMPORTER_HPP
#define BONTOT_TABLE_IMPORTER_HPP

#include <bontot/arena.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/number/uint128.hpp>
#include <bontot/rubric/fact_check.hpp>
#include <bontot/table/block.hpp>
#include <bontot/table/cells.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>

namespace bontot::detail {

/** Spreads bits over bytes of 0 or 1, and returns whether all are 1. */
inline bool
spread_bits(const std::uint8_t* bits, std::size_t first, std::size_t count, std::uint8_t* out)
{
    const std::size_t shift = first % 8;
    const std::uint8_t* from = bits + first / 8;
    std::uint32_t all = 0xFF;
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8, ++from) {
        // Of two bytes only where both hold cells of ours.
        std::uint32_t eight = from[0];
        if (shift != 0) eight = (eight >> shift | std::uint32_t{from[1]} << (8 - shift)) & 0xFFU;
        all &= eight;
        // A copy of the byte in each of 8 bytes, of which each keeps its own bit.
        const std::uint64_t apart =
            (eight * std::uint64_t{0x0101010101010101}) & std::uint64_t{0x8040201008040201};
        const std::uint64_t ones =
            ((apart + std::uint64_t{0x7F7F7F7F7F7F7F7F}) >> 7U) & std::uint64_t{0x0101010101010101};
        for (std::size_t j = 0; j < 8; ++j)
            out[i + j] = static_cast<std::uint8_t>(ones >> (8 * j));
    }
    bool are_ones = all == 0xFF;
    for (; i < count; ++i) {
        out[i] = bit_at(bits, first + i) ? 1 : 0;
        are_ones = are_ones && out[i] != 0;
    }
    return are_ones;
}

/** Copies bytes as 0 or 1, and returns whether all are 1.

    By plain pointers: a byte that is written may be anything, a member of the importer too.
*/
inline bool copy_truths(const std::uint8_t* from, std::size_t count, std::uint8_t* out)
{
    std::uint8_t all = 1;
    for (std::size_t i = 0; i < count; ++i) {
        const auto truth = static_cast<std::uint8_t>(from[i] != 0 ? 1 : 0);
        out[i] = truth;
        all = static_cast<std::uint8_t>(all & truth);
    }
    return all != 0;
}

/** What the coefficients of a number fact may be at a column's scale. */
struct amount_bounds
{
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
    std::int64_t step = 1;
    std::int64_t fill = 0;    /**< one of them */
    bool are_amounts = false; /**< whether coefficients of 64 bits serve at all */

    [[nodiscard]] bool allow(std::int64_t amount) const
    {
        return amount >= low && amount <= high && (step == 1 || amount % step == 0);
    }
};

/** Returns a bound of a fact as a coefficient, rounded into its range; nothing: beyond 64 bits. */
inline std::optional<std::int64_t>
bound_at(const number& bound, const fact_spec& fact, std::int32_t scale, rounding_mode inwards)
{
    const std::optional<number> own = fact.integer ? round(bound, 0, inwards) : bound;
    const std::optional<number> power = bontot::power(number(10), scale);
    const std::optional<number> scaled = own && power ? multiply(*own, *power) : std::nullopt;
    const std::optional<number> whole = scaled ? round(*scaled, 0, inwards) : std::nullopt;
    return whole ? whole->to_int64() : std::nullopt;
}

inline amount_bounds bounds_of(const fact_spec& fact, std::int32_t scale)
{
    constexpr std::int32_t most_scale = 18;
    amount_bounds out;
    if (fact.integer && scale > most_scale) return out;
    if (fact.integer) out.step = static_cast<std::int64_t>(power_of_ten_64(scale));
    if (fact.min) {
        const auto low = bound_at(*fact.min, fact, scale, rounding_mode::ceiling);
        if (!low && !fact.min->is_negative()) return out;
        out.low = low.value_or(out.low);
    }
    if (fact.max) {
        const auto high = bound_at(*fact.max, fact, scale, rounding_mode::floor);
        if (!high && fact.max->is_negative()) return out;
        out.high = high.value_or(out.high);
    }
    if (out.low > out.high) return out;
    out.fill = std::clamp(std::int64_t{0}, out.low, out.high);
    out.are_amounts = true;
    return out;
}

/** Turns the cells of one column into normal form, block by block, and checks them in bulk. */
class column_importer
{
public:
    column_importer(const fact_spec& fact, const fact_column& from, memory& source)
        : fact_(fact), from_(from), reader_(fact, from, source),
          bounds_(bounds_of(fact, from.scale)), amounts_(allocator<std::int64_t>(source)),
          bytes_(column_block_rows, 0, allocator<std::uint8_t>(source)),
          truths_(allocator<std::uint8_t>(source)), values_(allocator<feel::value>(source)),
          texts_(source)
    {
        cells_.slot = from.slot;
        cells_.scale = from.scale;
    }

    /** Reads a block.

        @param wrong A byte a row of the block; 1 is set where the cell is wrong.
    */
    void read(std::size_t first_row, std::size_t count, std::uint8_t* wrong)
    {
        texts_.clear();
        if (fact_.type == fact_type::boolean) {
            read_truths(first_row, count);
        } else if (fact_.type != fact_type::number || !read_amounts(first_row, count, wrong)) {
            read_values(first_row, count, wrong);
        }
    }

    [[nodiscard]] const column_cells& cells() const { return cells_; }

    /** Returns how many cells were wrong so far. */
    [[nodiscard]] std::uint64_t fault_count() const { return fault_count_; }

    /** Says what is wrong with a cell of the block, if anything is. */
    std::optional<given_fault> fault_of(std::size_t row)
    {
        feel::value ignored;
        return reader_.read(row, texts_, ignored);
    }

    [[nodiscard]] const fact_spec& fact() const { return fact_; }

private:
    /** Fills the bytes with 1 for what is valid, and returns whether all are. */
    bool read_validity(std::size_t first_row, std::size_t count)
    {
        const std::size_t first = from_.offset + first_row;
        if (from_.type == column_type::nothing) {
            std::fill_n(bytes_.begin(), count, std::uint8_t{0});
            return false;
        }
        if (from_.valid_bits != nullptr) {
            return spread_bits(from_.valid_bits, first, count, bytes_.data());
        }
        if (from_.valid_bytes == nullptr) return true;
        return copy_truths(from_.valid_bytes + first, count, bytes_.data());
    }

    void read_truths(std::size_t first_row, std::size_t count)
    {
        cells_.form = cell_form::truths;
        const bool all_known = read_validity(first_row, count);
        truths_.resize(column_block_rows);
        if (from_.type == column_type::boolean_bits) {
            const auto* const bits = static_cast<const std::uint8_t*>(from_.values);
            spread_bits(bits, from_.offset + first_row, count, truths_.data());
        } else if (from_.type == column_type::boolean_bytes) {
            const std::uint8_t* const given = reader_.cells<std::uint8_t>(first_row);
            copy_truths(given, count, truths_.data());
        }
        if (!all_known) {
            // What is unknown becomes 2, without a branch.
            const std::uint8_t* const known = bytes_.data();
            std::uint8_t* const truths = truths_.data();
            for (std::size_t i = 0; i < count; ++i) {
                const unsigned is_known = known[i];
                truths[i] =
                    static_cast<std::uint8_t>((truths[i] & is_known) | ((is_known ^ 1U) << 1U));
            }
        }
        cells_.truths = truths_.data();
    }

    void read_values(std::size_t first_row, std::size_t count, std::uint8_t* wrong)
    {
        cells_.form = cell_form::values;
        values_.resize(column_block_rows);
        for (std::size_t i = 0; i < count; ++i) {
            if (!reader_.read(first_row + i, texts_, values_[i])) continue;
            wrong[i] = 1;
            ++fault_count_;
        }
        cells_.values = values_.data();
    }

    /** Returns false when some number is beyond 64 bits, or is none. */
    bool read_amounts(std::size_t first_row, std::size_t count, std::uint8_t* wrong)
    {
        if (!bounds_.are_amounts) return false;
        amounts_.resize(column_block_rows);
        cells_.form = cell_form::amounts;
        const bool all_known = read_validity(first_row, count);
        const std::int64_t* given = integers(first_row, count, all_known);
        if (given == nullptr) return false;
        cells_.amounts = given;
        cells_.known = all_known ? nullptr : bytes_.data();
        // Most often even what stands in unknown cells is in range, a 0 in the main.
        if (bounds_.step == 1 && seem_in_range(given, count)) return true;
        if (!all_known) {
            for (std::size_t i = 0; i < count; ++i)
                amounts_[i] = bytes_[i] != 0 ? given[i] : bounds_.fill;
            cells_.amounts = amounts_.data();
        }
        check_each(count, wrong);
        return true;
    }

    /** Returns true only when all amounts are in range; in a loop without branches. */
    [[nodiscard]] bool seem_in_range(const std::int64_t* given, std::size_t count) const
    {
        // Below the least, or above the most, one difference is negative, or wraps and the other
        // is.
        const auto low = static_cast<std::uint64_t>(bounds_.low);
        const auto high = static_cast<std::uint64_t>(bounds_.high);
        std::uint64_t signs = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto amount = static_cast<std::uint64_t>(given[i]);
            signs |= (amount - low) | (high - amount);
        }
        return signs >> 63U == 0;
    }

    void check_each(std::size_t count, std::uint8_t* wrong)
    {
        for (std::size_t i = 0; i < count; ++i) {
            if (!bounds_.allow(cells_.amounts[i])) mark_wrong(i, count, wrong);
        }
    }

    void mark_wrong(std::size_t at, std::size_t count, std::uint8_t* wrong)
    {
        if (cells_.amounts != amounts_.data()) {
            std::copy_n(cells_.amounts, count, amounts_.begin());
            cells_.amounts = amounts_.data();
        }
        if (cells_.known == nullptr) {
            std::fill_n(bytes_.begin(), count, std::uint8_t{1});
            cells_.known = bytes_.data();
        }
        amounts_[at] = bounds_.fill;
        bytes_[at] = 0;
        wrong[at] = 1;
        ++fault_count_;
    }

    /** Returns the cells as integers of the column's scale, or null. */
    const std::int64_t* integers(std::size_t first_row, std::size_t count, bool all_known)
    {
        switch (from_.type) {
        case column_type::nothing:
            return amounts_.data();
        case column_type::int8:
            return widened<std::int8_t>(first_row, count);
        case column_type::uint8:
            return widened<std::uint8_t>(first_row, count);
        case column_type::int16:
            return widened<std::int16_t>(first_row, count);
        case column_type::uint16:
            return widened<std::uint16_t>(first_row, count);
        case column_type::int32:
            return widened<std::int32_t>(first_row, count);
        case column_type::uint32:
            return widened<std::uint32_t>(first_row, count);
        case column_type::int64:
            return reader_.cells<std::int64_t>(first_row);
        case column_type::uint64:
            return halved(reader_.cells<std::uint64_t>(first_row), count);
        case column_type::decimal128:
            return narrowed(reader_.cells<decimal_cell>(first_row), count);
        case column_type::float64:
            return rounded(reader_.cells<double>(first_row), count, all_known);
        default:
            return nullptr;
        }
    }

    template <class T>
    const std::int64_t* widened(std::size_t first_row, std::size_t count)
    {
        const T* const given = reader_.cells<T>(first_row);
        std::copy_n(given, count, amounts_.begin());
        return amounts_.data();
    }

    const std::int64_t* halved(const std::uint64_t* given, std::size_t count)
    {
        std::uint64_t all = 0;
        for (std::size_t i = 0; i < count; ++i) {
            amounts_[i] = static_cast<std::int64_t>(given[i]);
            all |= given[i];
        }
        return all >> 63U == 0 ? amounts_.data() : nullptr;
    }

    const std::int64_t* narrowed(const decimal_cell* given, std::size_t count)
    {
        std::int64_t differing = 0;
        for (std::size_t i = 0; i < count; ++i) {
            amounts_[i] = static_cast<std::int64_t>(given[i].low);
            differing |= given[i].high ^ (amounts_[i] < 0 ? -1 : 0);
        }
        return differing == 0 ? amounts_.data() : nullptr;
    }

    /** Takes doubles of up to 15 digits, which convert to one decimal number and back or to none.
     */
    const std::int64_t* rounded(const double* given, std::size_t count, bool all_known)
    {
        constexpr double most = 1e15;
        const auto power = static_cast<double>(power_of_ten_64(from_.scale));
        for (std::size_t i = 0; i < count; ++i) {
            amounts_[i] = bounds_.fill;
            if (!all_known && bytes_[i] == 0) continue;
            const double scaled = given[i] * power;
            if (!(std::abs(scaled) < most)) return nullptr;
            // Where the decimal number converts back, the product is off by less than a quarter.
            amounts_[i] = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
            if (static_cast<double>(amounts_[i]) / power != given[i]) return nullptr;
        }
        return amounts_.data();
    }

    const fact_spec& fact_;
    const fact_column& from_;
    cell_reader reader_;
    amount_bounds bounds_;
    column_cells cells_;
    vector<std::int64_t> amounts_;
    vector<std::uint8_t> bytes_; /**< 1 is valid */
    vector<std::uint8_t> truths_;
    vector<feel::value> values_;
    arena texts_;
    std::uint64_t fault_count_ = 0;
};

} // namespace bontot::detail

#endif
