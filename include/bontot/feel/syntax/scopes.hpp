// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_SCOPES_HPP
#define BONTOT_FEEL_SYNTAX_SCOPES_HPP

#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace bontot::feel::detail {

inline constexpr std::uint32_t no_slot = 0xFFFFFFFF;

/** A name that holds within an expression: a variable of a loop, an entry, or a filter's item. */
struct scope
{
    string name; /**< empty: the item of a filter, whose fields are names too */
    std::uint32_t place = 0;
    type content;
    std::uint32_t slot = no_slot;
    bool is_used = false;
};

/** The scopes around a place of the source, the innermost last.

    A context may have thousands of entries, each of which sees those before
    it, so that names are found by an index.
*/
class scope_list
{
public:
    explicit scope_list(memory& source)
        : scopes_(allocator<scope>(source)), items_(allocator<std::uint32_t>(source)),
          by_name_(allocator<std::uint32_t>(source))
    {}

    void push(scope made);

    /** Leaves the scopes that there were when there were so many. */
    void shrink(std::size_t size);

    [[nodiscard]] std::size_t size() const noexcept { return scopes_.size(); }
    [[nodiscard]] scope& operator[](std::size_t index) { return scopes_[index]; }
    [[nodiscard]] const scope& operator[](std::size_t index) const { return scopes_[index]; }
    [[nodiscard]] scope& back() { return scopes_.back(); }
    [[nodiscard]] auto begin() const noexcept { return scopes_.begin(); }
    [[nodiscard]] auto end() const noexcept { return scopes_.end(); }

    /** Returns the indexes of the filters' items, the innermost last. */
    [[nodiscard]] std::span<const std::uint32_t> items() const noexcept { return items_; }

    /** Returns the indexes of all others by their names, and equal names by their indexes. */
    [[nodiscard]] std::span<const std::uint32_t> by_name() const noexcept { return by_name_; }

private:
    [[nodiscard]] vector<std::uint32_t>::iterator place_of(std::uint32_t index);

    vector<scope> scopes_;
    vector<std::uint32_t> items_;
    vector<std::uint32_t> by_name_;
};

} // namespace bontot::feel::detail

#endif
