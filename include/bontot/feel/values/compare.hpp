// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_COMPARE_HPP
#define BONTOT_FEEL_VALUES_COMPARE_HPP

#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/values/arithmetic.hpp>
#include <bontot/feel/values/effort.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace bontot::feel::detail {

/** FEEL's `and` over any number of parts: false, then unknown, then null, then true. */
class conjunction
{
public:
    void add(const value& part);
    [[nodiscard]] bool is_false() const { return false_; }
    [[nodiscard]] value result() const;

private:
    bool false_ = false;
    bool unknown_ = false;
    bool null_ = false;
};

/** FEEL's `or` over any number of parts: true, then unknown, then null, then false. */
class disjunction
{
public:
    void add(const value& part);
    [[nodiscard]] bool is_true() const { return true_; }
    [[nodiscard]] value result() const;

private:
    bool true_ = false;
    bool unknown_ = false;
    bool null_ = false;
};

/** Returns true for false and so on; null for what is no boolean. */
[[nodiscard]] value negation(const value& a);

[[nodiscard]] value equal(const value& a, const value& b, effort& work, int depth = 0);

[[nodiscard]] value
equal_lists(std::span<const value> a, std::span<const value> b, effort& work, int depth);

[[nodiscard]] const value* find_field(std::span<const field> fields, symbol name);

[[nodiscard]] value
equal_contexts(std::span<const field> a, std::span<const field> b, effort& work, int depth);

[[nodiscard]] value
equal_ranges(const range_value& a, const range_value& b, effort& work, int depth);

/** Returns below 0, 0 or above 0; nothing when the values have no order. */
[[nodiscard]] std::optional<int> order(const value& a, const value& b);

/** Returns whether values of a kind have an order. */
[[nodiscard]] bool is_ordered(const value& a);

/** Returns the work of @ref order beyond a step: that of long texts. */
[[nodiscard]] std::uint64_t order_work(const value& a, const value& b);

/** Returns `a < b`, or `a <= b` when equal ones count. */
[[nodiscard]] value less(const value& a, const value& b, bool or_equal, effort& work);

[[nodiscard]] value within(const value& a, const range_value& range, effort& work);

/** An element that can not be compared with the value is not the value. */
[[nodiscard]] value matches_element(const value& a, const value& element, effort& work);

/** Returns `a in test`: within a range, an element of a list, or the same value. */
[[nodiscard]] value is_in(const value& a, const value& test, effort& work);

} // namespace bontot::feel::detail

#endif
