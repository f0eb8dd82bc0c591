// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_CODE_CODE_HPP
#define BONTOT_FEEL_CODE_CODE_HPP

#include <bontot/arena.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace bontot::feel::detail {

/** What an instruction does to the value stack: what it takes -> what it leaves. */
enum class opcode : std::uint8_t
{
    constant,     /**< -> constant `wide` */
    null,         /**< -> null */
    load,         /**< -> variable `wide` */
    copy,         /**< -> the value at place `wide` of the stack */
    drop_to_null, /**< `wide` values -> null */
    leave,        /**< `wide` values, a -> a */
    negate,       /**< a -> -a */
    add,          /**< a b -> a + b, and so on */
    subtract,
    multiply,
    divide,
    power,
    equal,
    different,
    less,
    less_equal,
    greater,
    greater_equal,
    between,      /**< a low high -> whether low <= a <= high */
    in,           /**< a, `wide` tests -> whether any of them holds for a */
    both,         /**< a b -> a and b */
    either,       /**< a b -> a or b */
    any_of,       /**< `wide` values -> their `or` */
    invert,       /**< a -> not a */
    as_test,      /**< a -> a if it is true, false or unknown, else null */
    make_list,    /**< `wide` values -> a list */
    make_context, /**< `narrow` values -> a context with keys from `wide` on */
    make_range,   /**< 1 or 2 values -> a range with range_flag `flags` */
    path,         /**< a -> a.symbol `wide`, perhaps at `narrow` */
    probe,        /**< -> field `wide` of the value at `narrow`; else skips an instruction */
    jump,         /**< goes to `wide` */
    if_then,      /**< c -> c; if c is not true nor unknown: -> c null, and goes to `wide` */
    if_else,      /**< c a -> a, and goes to `wide`, unless c is unknown */
    if_end,       /**< c a b -> b, or what a and b share when c is unknown */
    call,         /**< `narrow` values -> result of built-in `wide` */
    arrange,      /**< `narrow` values -> the same in the order of the arrangement at `wide` */
    is_known,     /**< a -> whether a is known */
    gather,       /**< begins a list */
    gather_one,   /**< a -> ; adds it to the list */
    gather_end,   /**< -> the list */
    quantify,     /**< begins `some` (flags 0) or `every` (flags 1) */
    quantify_one, /**< a -> ; adds it */
    quantify_end, /**< -> the answer */
    each,         /**< a -> a item; without items: -> and goes to `wide` */
    each_between, /**< a b -> a b item, likewise */
    each_next,    /**< item -> next item and goes to `wide`; at the end: takes `narrow` more -> */
    filter,       /**< a -> a item; without items: -> result and goes to `wide` */
    filter_next,  /**< a item c -> a item and goes to `wide`; at the end: -> result */
    choose        /**< a x c -> a[c], where c is the same for all items */
};

/** The bits of `flags` of make_range. */
enum range_flag : std::uint8_t
{
    range_has_low = 1,
    range_has_high = 2,
    range_low_open = 4,
    range_high_open = 8,
    range_equal = 16,
    range_different = 32
};

struct instruction
{
    opcode operation = opcode::null;
    std::uint8_t flags = 0;
    std::uint16_t narrow = 0;
    std::uint32_t wide = 0;
};

/** Everything of a compiled expression. */
struct program_data
{
    /** Most programs have no literal, or a short one, and a rubric has many programs. */
    static constexpr std::size_t least_texts = 64;

    explicit program_data(memory& from)
        : texts(from, least_texts), source(allocator<char>(from)),
          code(allocator<instruction>(from)), constants(allocator<value>(from)),
          keys(allocator<symbol>(from)), arrangements(allocator<std::uint8_t>(from)),
          variables(allocator<std::uint32_t>(from)), fields(allocator<field_reference>(from)),
          references(allocator<variable_reference>(from)), tests(allocator<simple_test>(from))
    {}

    arena texts; // of constants
    string source;
    vector<instruction> code;
    vector<value> constants;
    vector<symbol> keys;               // of context literals, one after the other
    vector<std::uint8_t> arrangements; // of named arguments, one after the other
    std::size_t stack_size = 0;        // the most values on the stack
    type result;
    vector<std::uint32_t> variables;
    vector<field_reference> fields;
    vector<variable_reference> references;
    vector<simple_test> tests;
    bool is_unary_tests = false;
    bool has_simple_tests = false;
    std::shared_ptr<const symbol_table> symbols;
};

} // namespace bontot::feel::detail

#endif
