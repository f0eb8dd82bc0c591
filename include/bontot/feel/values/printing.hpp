// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_PRINTING_HPP
#define BONTOT_FEEL_VALUES_PRINTING_HPP

#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/values/arithmetic.hpp>
#include <bontot/feel/values/effort.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace bontot::feel::detail {

/** Writes values as FEEL text to anything with `+=` and `append`. */
class value_printer
{
public:
    /** @param most The bytes after which nothing more need be printed: all work ends then. */
    value_printer(string& out, const symbol_table& symbols, effort& work, std::size_t most)
        : out_(out), symbols_(symbols), work_(work),
          end_(out.size() + std::min(most, out.max_size() - out.size()))
    {}

    /** Prints a value; a text without quotes. */
    void print(const value& what);

private:
    void add(std::string_view text) { out_.append(text.data(), text.size()); }

    [[nodiscard]] bool has_work();

    void nested(const value& what, int depth);

    void quoted(std::string_view text);

    void list(const value& what, int depth);

    void context(const value& what, int depth);

    void range(const range_value& what, int depth);

    void comparison(const range_value& what, int depth);

    string& out_;
    const symbol_table& symbols_;
    effort& work_;
    std::size_t end_;
};

} // namespace bontot::feel::detail

#endif
