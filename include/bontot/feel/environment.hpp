// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_ENVIRONMENT_HPP
#define BONTOT_FEEL_ENVIRONMENT_HPP

#include <bontot/feel/symbols.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::feel {

/** The variables that expressions may read, each with a slot, a name and a type.

    A name is a dotted id (`meetings.regular_held`), of which an expression
    means the longest that fits, or a plain name, or a name with single spaces
    (`Employment Status`). No dotted id may be the beginning of another.

    @par Thread safety
    **Const use from many threads at once is safe**; adding and compiling are not.
*/
class environment
{
public:
    explicit environment(memory& source = default_memory());

    /** Declares a variable and returns its slot: 0, 1, 2 ... A name that was
        declared before gets a new slot, which replaces the old one. */
    std::uint32_t add(std::string_view name, const type& content);

    /** Returns the number of slots. */
    [[nodiscard]] std::size_t size() const noexcept { return variables_.size(); }

    /** @par Object lifetimes The text lives until the next @ref add. */
    [[nodiscard]] std::string_view name(std::uint32_t slot) const { return variables_[slot].name; }
    [[nodiscard]] const type& type_of(std::uint32_t slot) const { return variables_[slot].content; }

    /** Returns the slot of a name as it was declared. */
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;

    /** Returns the variables whose name begins with this word, in the order of the names' bytes.

        A word ends at a blank or a dot. For compilers.
    */
    [[nodiscard]] std::span<const std::uint32_t> beginning_with(std::string_view word) const;

    /** Returns the symbols that all programs of this environment share. */
    [[nodiscard]] symbol_table& symbols() noexcept { return *symbols_; }
    [[nodiscard]] const symbol_table& symbols() const noexcept { return *symbols_; }
    [[nodiscard]] std::shared_ptr<const symbol_table> share_symbols() const { return symbols_; }

    [[nodiscard]] memory& source() const noexcept { return variables_.get_allocator().source(); }

private:
    struct variable
    {
        string name;
        type content;
        std::size_t word; // the length of the name's first word
    };
    [[nodiscard]] std::string_view word_of(std::uint32_t slot) const
    {
        return name(slot).substr(0, variables_[slot].word);
    }
    [[nodiscard]] std::size_t place_of(std::string_view name) const;

    std::shared_ptr<symbol_table> symbols_;
    vector<variable> variables_;
    // the newest declaration of each name, ordered by the first words, then by the names
    vector<std::uint32_t> by_name_;
};

} // namespace bontot::feel

#endif
