// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_COMPILER_HPP
#define BONTOT_FEEL_SYNTAX_COMPILER_HPP

#include <bontot/feel/environment.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/feel/builtins/table.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/feel/syntax/lexer.hpp>
#include <bontot/feel/syntax/scopes.hpp>
#include <bontot/feel/values/compare.hpp>
#include <bontot/feel/values/joining.hpp>

#include <boost/system/result.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string_view>

namespace bontot::feel::detail {

/** What the compiler knows of an expression whose code it has just written. */
struct operand
{
    type content;
    std::size_t begin = 0;        /**< in the source */
    std::size_t end = 0;          /**< in the source */
    std::size_t code = 0;         /**< where its code begins */
    std::uint32_t slot = no_slot; /**< the variable that it is, or whose elements it has */
};

[[nodiscard]] std::string_view type_message(const type& what);

/** The deepest nesting: a level can take some 30 calls, and threads may have little stack. */
inline constexpr std::size_t most_nesting = 64;

/** The most instructions, for each byte that a source may have.

    A name within filters of items that may have any field asks each of them,
    which makes the code many times as long as the source; else it is hardly
    longer.
*/
inline constexpr std::size_t most_code_of_a_byte = 4;

/** How many issues of one expression are kept: the first ones that are found. */
inline constexpr std::size_t most_issues = 100;

/** How many bytes of an argument of an issue are kept. */
inline constexpr std::size_t most_shown = 200;

/** How tightly operators bind, loosest first. */
enum class binding : std::uint8_t
{
    disjunction,
    conjunction,
    comparison,
    sum,
    product,
    power,
    none
};

/** Reads an expression once from left to right, checks types and writes code as it goes.

    There is no tree: chains of operators take no stack however long they are,
    and only brackets and nested expressions, which are limited, recurse. After
    a fault of syntax the current token is the end for ever, so that every
    function returns soon.
*/
class compiler
{
public:
    compiler(std::string_view source, environment& names, const compile_options& options);

    /** Compiles one expression. */
    void compile_expression();

    /** Compiles unary tests, as what follows `not` when `negated`. */
    void compile_tests(const type& input, bool negated);

    /** Returns whether something follows `not(...)`, which was no negation of tests then. */
    [[nodiscard]] bool is_misread() const { return is_misread_; }

    /** Gives away the program or the issues. */
    [[nodiscard]] boost::system::result<program, issue_list> finish();

private:
    // core.ipp
    [[nodiscard]] bool check_source();
    /** Returns how long a source may be, but at least what is usual. */
    [[nodiscard]] std::size_t longest_source() const
    {
        return std::max(options_.max_length, compile_options().max_length);
    }
    [[nodiscard]] bool is_strict() const { return options_.check == checking::strict; }
    void add_issue(message what, std::size_t at, std::initializer_list<std::string_view> arguments);
    /** Returns whether @ref add_issue keeps no more; then nothing need be sought to tell it. */
    [[nodiscard]] bool is_full() const { return issues_.size() >= most_issues; }
    void fail(message what, std::size_t at, std::initializer_list<std::string_view> arguments);
    void fail_here(std::string_view wanted);
    void fail_lexer(const token& bad);
    void
    report_wrong_type(const operand& what, std::string_view wanted, std::string_view operation);
    void finish_columns();

    // tokens
    void go_to(std::size_t offset);
    void advance() { go_to(now_.end); }
    [[nodiscard]] bool at(sign what) const { return now_.what == what; }
    [[nodiscard]] bool at_word(std::string_view word) const;
    bool take(sign what);
    bool take_word(std::string_view word);
    void expect(sign what, std::string_view shown);
    void expect_word(std::string_view word);
    [[nodiscard]] bool enter();
    void leave() { --nesting_; }

    // code
    std::size_t emit(opcode what, int change, std::size_t wide = 0, std::size_t narrow = 0);
    void aim(std::size_t jump)
    {
        data_->code[jump].wide = static_cast<std::uint32_t>(data_->code.size());
    }
    std::size_t emit_constant(const value& constant);
    [[nodiscard]] const value* constant_at(std::size_t code) const;
    [[nodiscard]] const value* sole_constant(const operand& what) const;
    void emit_list(std::size_t count, std::size_t code);
    void emit_range(unsigned flags, std::size_t code);
    [[nodiscard]] operand begin_operand() const;
    operand finish_operand(operand made, const type& content) const;

    // operators.ipp
    operand parse_expression();
    operand parse_binary(binding least);
    operand parse_binary_rest(operand left, binding least);
    [[nodiscard]] std::optional<opcode> operator_here(binding& how) const;
    operand parse_operator(const operand& left, opcode what, binding how);
    operand parse_between(const operand& left);
    operand parse_unary();
    void fold_negation(std::size_t code);

    // primaries.ipp
    operand parse_postfix();
    operand parse_postfix_rest(operand base);
    operand parse_path(const operand& base);
    [[nodiscard]] string parse_field_name(const type& base);
    type field_type(const operand& base, std::string_view name, std::size_t at, std::size_t& hint);
    operand parse_primary();
    operand parse_word();
    operand parse_number();
    operand parse_text();
    operand parse_at_literal();
    operand parse_input();
    operand parse_open();
    operand parse_bracket();
    operand parse_list(operand made, const operand& first);
    operand parse_context();
    operand
    finish_context(const operand& made, const vector<symbol>& keys, vector<type_field> fields);
    [[nodiscard]] string parse_key();
    [[nodiscard]] bool read_text(string& out);
    [[nodiscard]] std::size_t read_escape(std::string_view rest, string& out);

    // names.ipp
    [[nodiscard]] std::size_t match_name(std::string_view name, std::size_t at) const;
    template <class Found>
    void match_field(const type& content, const Found& found) const;
    operand parse_name();
    struct target
    {
        enum class kind : std::uint8_t
        {
            nothing,
            local,
            field,
            variable
        };
        kind what = kind::nothing;
        std::size_t index = 0; // of the scope, or the slot
        std::size_t end = 0;
        string field;
    };
    [[nodiscard]] target find_target(std::size_t& scope_found) const;
    [[nodiscard]] target find_local() const;
    [[nodiscard]] target find_in_item(std::size_t index) const;
    [[nodiscard]] target find_variable() const;
    [[nodiscard]] bool has_open_item(const scope& where) const;
    operand emit_target(operand made, const target& found);
    void probe_items(std::size_t last, const string& name, vector<std::size_t>& jumps);
    void emit_item_field(const string& name);
    void report_unknown_name(const string& name, std::size_t begin);
    operand parse_unknown_name();
    [[nodiscard]] string parse_plain_name();

    // calls.ipp
    struct call_site
    {
        explicit call_site(memory& source)
            : arguments(allocator<operand>(source)), names(allocator<string>(source)),
              name_places(allocator<std::size_t>(source))
        {}

        std::string_view name;
        std::size_t begin = 0;
        vector<operand> arguments;
        vector<string> names;
        vector<std::size_t> name_places;
    };
    [[nodiscard]] std::string_view find_function(std::size_t& end, bool& is_supported) const;
    operand parse_call(std::string_view name, std::size_t end);
    operand parse_is_known(operand made);
    void parse_arguments(call_site& call);
    void report_unknown_function(const string& name, std::size_t begin);
    operand parse_unknown_function(const string& name, std::size_t begin);
    [[nodiscard]] std::size_t find_overload(const call_site& call) const;
    void arrange_arguments(call_site& call, const builtin& what);
    void report_arguments(const call_site& call);
    void report_names(const call_site& call, const builtin& what);
    operand emit_call(operand made, call_site& call, std::size_t index);
    void check_arguments(const call_site& call, const builtin& what);
    [[nodiscard]] type call_type(const call_site& call, const builtin& what);

    // tests.ipp
    operand parse_in(const operand& left);
    std::size_t parse_in_list(const operand& left);
    operand parse_comparison_test();
    [[nodiscard]] std::optional<unsigned> comparison_here() const;
    operand parse_range_rest(operand made, const operand& low, bool low_open);
    [[nodiscard]] bool ends_value() const;
    void check_test(const operand& what, const operand& test);
    void parse_tests(const type& input);
    void parse_unary_test(const operand& input);
    void note_test(const operand& test);
    void note_range(const range_value& range);

    // loops.ipp
    operand parse_if();
    operand parse_for();
    operand parse_quantified(bool is_every);
    void parse_iterators(vector<std::size_t>& loops, std::string_view until);
    void parse_iterator(vector<std::size_t>& loops);
    void close_loops(const vector<std::size_t>& loops, std::size_t outer_scopes);
    operand parse_filter(const operand& base);
    void finish_filter(std::size_t begin, const operand& test, bool is_used);
    [[nodiscard]] type iterated_type(const operand& domain);

    // types.ipp
    void check_condition(const operand& what);
    [[nodiscard]] type
    operator_type(opcode what, const operand& a, const operand& b, std::size_t at);
    void check_equality(const operand& a, const operand& b, std::size_t at);
    void check_order(const operand& a, const operand& b, std::size_t at);
    void check_choice(const type& choice, const operand& literal);
    void check_choice_text(const type& choice, std::string_view text, std::size_t at);
    void report_field(const type& content, std::string_view name, std::size_t at);
    void note_field(std::uint32_t slot, std::string_view name);

    environment& names_;
    const compile_options& options_;
    memory& source_memory_;
    std::shared_ptr<program_data> data_;
    lexer lexer_;
    token now_;
    issue_list issues_;
    scope_list scopes_;
    /** Text literals as they are compared, by their places. */
    struct literal_text
    {
        std::size_t begin;
        std::string_view text;
    };
    vector<literal_text> texts_; // in the order of the source
    std::size_t nesting_ = 0;
    std::size_t depth_ = 0; // of the value stack
    int fors_ = 0;
    bool failed_ = false;
    bool in_high_end_ = false;
    bool has_input_ = false;
    bool used_input_ = false;
    bool all_tests_simple_ = true;
    bool is_misread_ = false;
    type input_;
    type_joiner types_;
};

} // namespace bontot::feel::detail

#endif
