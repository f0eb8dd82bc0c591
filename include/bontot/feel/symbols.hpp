// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYMBOLS_HPP
#define BONTOT_FEEL_SYMBOLS_HPP

#include <bontot/arena.hpp>
#include <bontot/memory.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace bontot::feel {

/** A field's name as a number; equal names have equal symbols within one table. */
using symbol = std::uint32_t;

/** The names of fields, each stored once.

    Names enter while expressions are compiled and while a host declares its
    contexts; running a program only compares symbols.

    @par Thread safety
    **Const use from many threads at once is safe; @ref intern is not.**
*/
class symbol_table
{
public:
    explicit symbol_table(memory& source = default_memory());
    symbol_table(const symbol_table&) = delete;
    symbol_table& operator=(const symbol_table&) = delete;

    /** Returns the symbol of a name, a new one if the name is new. The name is copied. */
    symbol intern(std::string_view name);

    /** Returns the symbol of a name, or nothing when no one has interned it. */
    [[nodiscard]] std::optional<symbol> find(std::string_view name) const;

    /** Returns the name of a symbol of this table.

        @par Object lifetimes
        The text lives as long as the table.
    */
    [[nodiscard]] std::string_view text(symbol which) const { return names_[which]; }

    [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }

private:
    using entry = std::pair<const std::string_view, symbol>;

    arena texts_;
    vector<std::string_view> names_;
    /** Most names differ in length, which is compared sooner than letters. */
    struct shorter
    {
        bool operator()(std::string_view a, std::string_view b) const noexcept
        {
            if (a.size() != b.size()) return a.size() < b.size();
            return std::memcmp(a.data(), b.data(), a.size()) < 0;
        }
    };

    // in order and not hashed, because whoever writes a rubric could choose names of one hash
    std::map<std::string_view, symbol, shorter, allocator<entry>> symbols_;
};

/** The properties of dates and durations: every table begins with these symbols. */
enum property : symbol
{
    property_year,
    property_month,
    property_day,
    property_weekday,
    property_days,
    property_hours,
    property_minutes,
    property_seconds,
    property_years,
    property_months
};

} // namespace bontot::feel

#endif
