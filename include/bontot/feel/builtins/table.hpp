// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_TABLE_HPP
#define BONTOT_FEEL_BUILTINS_TABLE_HPP

#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/builtins/dates.hpp>
#include <bontot/feel/builtins/lists.hpp>
#include <bontot/feel/builtins/numbers.hpp>
#include <bontot/feel/builtins/statistics.hpp>
#include <bontot/feel/builtins/texts.hpp>
#include <bontot/feel/code/machine.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace bontot::feel::detail {

/** What a built-in takes and gives, for the strict check: one letter a parameter.

    a any, n number, s text, b boolean, d date, l list, N list of numbers,
    B list of booleans, O list of values with an order, x number or duration,
    D text or date. Results also: e an element of the list, = the same as the
    first argument, + a list of the elements of all arguments, q days or
    months duration, m months duration.
*/
struct builtin
{
    std::string_view name;
    std::string_view parameters; /**< their names, separated by commas */
    std::uint8_t least;          /**< arguments */
    std::uint8_t most;           /**< arguments; 255: as many as there are */
    /** Whether several arguments stand for a list of them. */
    bool is_gathering;
    /** The arguments that may be unknown: bit 0 is the first, bit 7 all from the eighth on. */
    std::uint8_t may_be_unknown;
    std::string_view kinds;
    char result;
    value (*function)(machine&, std::span<const value>);
};

inline constexpr std::uint8_t any_count = 255;

/** Every built-in; one of two with the same name is chosen by the count or names of arguments. */
// clang-format off
inline constexpr builtin builtins[] = {
    {"not", "negand", 1, 1, false, 0, "b", 'b', builtin_not},
    {"abs", "n", 1, 1, false, 0, "x", '=', builtin_abs},
    {"modulo", "dividend,divisor", 2, 2, false, 0, "nn", 'n', builtin_modulo},
    {"even", "number", 1, 1, false, 0, "n", 'b', builtin_even},
    {"odd", "number", 1, 1, false, 0, "n", 'b', builtin_odd},
    {"decimal", "n,scale", 2, 2, false, 0, "nn", 'n', builtin_round<rounding_mode::half_even>},
    {"floor", "n,scale", 1, 2, false, 0, "nn", 'n', builtin_round<rounding_mode::floor>},
    {"ceiling", "n,scale", 1, 2, false, 0, "nn", 'n', builtin_round<rounding_mode::ceiling>},
    {"round up", "n,scale", 2, 2, false, 0, "nn", 'n', builtin_round<rounding_mode::up>},
    {"round down", "n,scale", 2, 2, false, 0, "nn", 'n', builtin_round<rounding_mode::down>},
    {"round half up", "n,scale", 2, 2, false, 0, "nn", 'n', builtin_round<rounding_mode::half_up>},
    {"round half down", "n,scale", 2, 2, false, 0, "nn", 'n', builtin_round<rounding_mode::half_down>},
    {"number", "from,grouping separator,decimal separator", 1, 3, false, 0, "sss", 'n', builtin_number},

    {"string", "from", 1, 1, false, 0, "a", 's', builtin_string},
    {"string length", "string", 1, 1, false, 0, "s", 'n', builtin_string_length},
    {"upper case", "string", 1, 1, false, 0, "s", 's', builtin_upper_case},
    {"lower case", "string", 1, 1, false, 0, "s", 's', builtin_lower_case},
    {"contains", "string,match", 2, 2, false, 0, "ss", 'b', builtin_contains},
    {"starts with", "string,match", 2, 2, false, 0, "ss", 'b', builtin_starts_with},
    {"ends with", "string,match", 2, 2, false, 0, "ss", 'b', builtin_ends_with},
    {"substring before", "string,match", 2, 2, false, 0, "ss", 's', builtin_substring_before},
    {"substring after", "string,match", 2, 2, false, 0, "ss", 's', builtin_substring_after},

    {"date", "from", 1, 1, false, 0, "D", 'd', builtin_date},
    {"date", "year,month,day", 3, 3, false, 0, "nnn", 'd', builtin_date_of_parts},
    {"duration", "from", 1, 1, false, 0, "s", 'q', builtin_duration},
    {"years and months duration", "from,to", 2, 2, false, 0, "dd", 'm', builtin_months_between},

    {"min", "list", 1, any_count, true, 0, "O", 'e', builtin_min},
    {"max", "list", 1, any_count, true, 0, "O", 'e', builtin_max},
    {"sum", "list", 1, any_count, true, 0, "N", 'n', builtin_sum},
    {"product", "list", 1, any_count, true, 0, "N", 'n', builtin_product},
    {"mean", "list", 1, any_count, true, 0, "N", 'n', builtin_mean},
    {"median", "list", 1, any_count, true, 0, "N", 'n', builtin_median},
    {"all", "list", 1, any_count, true, 0, "B", 'b', builtin_all},
    {"any", "list", 1, any_count, true, 0, "B", 'b', builtin_any},
    {"streak", "list", 1, 1, false, 0, "B", 'n', builtin_streak},

    {"count", "list", 1, 1, false, 0, "l", 'n', builtin_count},
    {"list contains", "list,element", 2, 2, false, 0, "la", 'b', builtin_list_contains},
    {"append", "list,item", 2, any_count, false, 0xFE, "la", '+', builtin_append},
    {"concatenate", "list", 1, any_count, false, 0, "l", '+', builtin_concatenate},
    {"union", "list", 1, any_count, false, 0, "l", '+', builtin_union},
    {"distinct values", "list", 1, 1, false, 0, "l", '=', builtin_distinct_values},
    {"flatten", "list", 1, 1, false, 0, "l", 'l', builtin_flatten},
    {"index of", "list,match", 2, 2, false, 0, "la", 'N', builtin_index_of},
    {"sublist", "list,start position,length", 2, 3, false, 0, "lnn", '=', builtin_sublist},
    {"reverse", "list", 1, 1, false, 0, "l", '=', builtin_reverse},
    {"remove", "list,position", 2, 2, false, 0, "ln", '=', builtin_remove},
    {"insert before", "list,position,newItem", 3, 3, false, 4, "lna", 'l', builtin_insert_before},
};

/** The rest of the standard, which is not in. */
inline constexpr std::string_view unsupported_builtins[] = {
    "time", "date and time", "now", "today", "matches", "replace", "split", "substring",
    "string join", "sort", "mode", "stddev", "sqrt", "log", "exp", "get value", "get entries",
    "context", "context put", "context merge", "before", "after", "meets", "met by", "overlaps",
    "overlaps before", "overlaps after", "finishes", "finished by", "includes", "during",
    "starts", "started by", "coincides", "range", "is", "day of week", "day of year",
    "week of year", "month of year", "list replace", "partial",
};
// clang-format on

/** Calls a built-in; an unknown argument makes the result unknown unless it may be so. */
[[nodiscard]] value call_builtin(std::size_t index, machine& m, std::span<const value> arguments);

} // namespace bontot::feel::detail

#endif
