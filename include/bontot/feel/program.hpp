// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_PROGRAM_HPP
#define BONTOT_FEEL_PROGRAM_HPP

#include <bontot/error.hpp>
#include <bontot/feel/environment.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace bontot::feel::detail {

struct program_data;

} // namespace bontot::feel::detail

namespace bontot::feel {

/** One thing that is wrong with an expression. */
struct issue
{
    message code = message{};
    std::size_t offset = 0; /**< byte offset in the source, from 0 */
    std::size_t column = 1; /**< from 1, in code points from the beginning of the source */
    /** What fills the message's places; one that begins with the byte FF names another message. */
    vector<string> arguments;
};

/** All that is wrong with an expression, in the order of its text; never empty as an error. */
using issue_list = vector<issue>;

/** Where an expression reads a variable. */
struct variable_reference
{
    std::size_t offset; /**< in bytes */
    std::size_t length; /**< in bytes */
    std::uint32_t slot;
};

/** A field of the contexts in a variable (or of the context that it is) that is read. */
struct field_reference
{
    std::uint32_t slot;
    symbol field;

    friend bool operator==(const field_reference&, const field_reference&) = default;
    friend auto operator<=>(const field_reference&, const field_reference&) = default;
};

/** A unary test that only compares with literals. */
struct simple_test
{
    enum class form : std::uint8_t
    {
        everything, /**< `-` */
        interval,   /**< numbers from low to high; a number alone is both */
        text        /**< this text */
    };

    form what = form::everything;
    bool has_low = false;
    bool has_high = false;
    bool low_open = false;
    bool high_open = false;
    bontot::number low;
    bontot::number high;
    std::string_view text; /**< lives as long as the program */
};

/** An expression or a list of unary tests, compiled: a flat program over slots.

    Immutable; copies share one program.

    @par Thread safety
    **May be used from many threads at once**, each with its own @ref scratch.

    @par Object lifetimes
    It does not need the environment to live on. Spans and texts live as long
    as a copy of the program. The memory that the environment was made with
    must outlive it.
*/
class program
{
public:
    /** Makes the expression `null`, which has no source. */
    program() = default;
    explicit program(std::shared_ptr<const detail::program_data> data) : data_(std::move(data)) {}

    /** Returns whether there is an expression. */
    [[nodiscard]] bool is_valid() const noexcept { return data_ != nullptr; }

    /** Returns the type of the result; of unary tests boolean. */
    [[nodiscard]] type result() const;

    /** Returns the text that was compiled. */
    [[nodiscard]] std::string_view source() const;

    /** Returns the slots that are read, sorted, each once. */
    [[nodiscard]] std::span<const std::uint32_t> variables() const;

    /** Returns the fields that are read of contexts in variables, sorted, each once.

        Only what the types say is known: `count(members[disciplined])` with
        a typed `members`, and `members.name`, but not a field of an `any`.
    */
    [[nodiscard]] std::span<const field_reference> fields_read() const;

    /** Returns every occurrence of a variable in the source, in the order of the text. */
    [[nodiscard]] std::span<const variable_reference> references() const;

    /** Returns the slot when the expression is just a variable. */
    [[nodiscard]] std::optional<std::uint32_t> single_variable() const;

    /** Returns the value when the expression is just a literal, or minus a literal. */
    [[nodiscard]] std::optional<value> constant() const;

    /** Returns whether the result may be null although every variable is known.

        Decided by the operations alone, so it errs on the side of true:
        division, powers, indexes and most built-ins may give null. Of a
        program that was checked strictly; numbers beyond all range are
        left out of account.
    */
    [[nodiscard]] bool may_be_null() const;

    /** Returns whether the expression is just a call of `count`, so never below 0. */
    [[nodiscard]] bool is_count() const;

    /** Returns whether the variables, and the input of unary tests, are only compared with
        @ref literals and with each other.

        Then the result changes only where one of them passes a literal.
    */
    [[nodiscard]] bool only_compares() const;

    /** Returns the literals of the expression, in no order; lists and ranges as they stand. */
    [[nodiscard]] std::span<const value> literals() const;

    /** Returns whether every unary test is told by @ref tests. */
    [[nodiscard]] bool has_simple_tests() const;

    /** Returns the unary tests in their order when all of them compare with literals
        and none is negated; else nothing, and @ref has_simple_tests is false. */
    [[nodiscard]] std::span<const simple_test> tests() const;

    /** Returns whether this is a list of unary tests, which runs with an input. */
    [[nodiscard]] bool is_unary_tests() const;

    /** Returns the code; for running and printing. */
    [[nodiscard]] const detail::program_data* data() const noexcept { return data_.get(); }

private:
    std::shared_ptr<const detail::program_data> data_;
};

/** How much is checked before an expression may run. */
enum class checking : std::uint8_t
{
    standard, /**< as the standard says: names must exist, ill-typed operations give null */
    strict    /**< a type that can not be right is an issue too */
};

/** Writes the normalised form of a text literal to `out`, which is empty. */
using normalizer = void (*)(string& out, std::string_view text);

struct compile_options
{
    checking check = checking::strict;
    bool allow_is_known = false;      /**< else the built-in `is known` is an issue */
    std::size_t max_length = 100'000; /**< of the source, in bytes */
    std::size_t max_depth = 64;       /**< of nested brackets and expressions; at most 64 */
    normalizer normalize = nullptr;   /**< for text literals; null: as written */
};

/** Compiles an expression.

    @param source UTF-8 text. Not retained.
    @param names The variables; field names of the expression enter its symbols.
    @return The program, or everything that is wrong: a fault of syntax alone,
    else all faults of names and types.

    @par Exception safety
    Strong, apart from symbols that stay. Memory allocations may throw.
*/
[[nodiscard]] boost::system::result<program, issue_list>
compile(std::string_view source, environment& names, const compile_options& options = {});

/** Compiles unary tests: `-`, or tests separated by commas, or `not(...)` of such.

    A test is a comparison (`>= 5`), a range, a value or list of values that
    the input is compared with, or any condition that uses `?`, the input.

    @param input The type of the input that is given at the run.
*/
[[nodiscard]] boost::system::result<program, issue_list> compile_unary_tests(
    std::string_view source, environment& names, const type& input,
    const compile_options& options = {}
);

/** Thrown by `.value()` of a result that holds issues. */
class compiling_failed : public std::runtime_error
{
public:
    explicit compiling_failed(issue_list issues)
        : std::runtime_error("bontot: the expression has errors"), issues_(std::move(issues))
    {}
    [[nodiscard]] const issue_list& issues() const noexcept { return issues_; }

private:
    issue_list issues_;
};

/** Found by Boost.System's result (by the namespace of @ref issue) when `.value()` meets issues. */
[[noreturn]] inline void
throw_exception_from_error(const issue_list& issues, const boost::source_location&)
{
    throw compiling_failed(issues);
}

} // namespace bontot::feel

#endif
