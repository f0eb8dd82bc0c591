// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BASE_SORTED_HPP
#define BONTOT_BASE_SORTED_HPP

#include <algorithm>
#include <iterator>

namespace bontot::detail {

// What std::ranges does with a projection, for the standard libraries that lack it.

/** Returns the first thing of a sorted list whose key is not below one. */
template <class List, class Key, class Function>
[[nodiscard]] auto first_not_below(List& list, const Key& wanted, const Function& key_of)
{
    return std::lower_bound(
        std::begin(list), std::end(list), wanted,
        [&key_of](const auto& each, const Key& sought) { return key_of(each) < sought; }
    );
}

/** Returns the first thing of a sorted list whose key is above one. */
template <class List, class Key, class Function>
[[nodiscard]] auto first_above(List& list, const Key& wanted, const Function& key_of)
{
    return std::upper_bound(
        std::begin(list), std::end(list), wanted,
        [&key_of](const Key& sought, const auto& each) { return sought < key_of(each); }
    );
}

/** The things of a sorted list with one key, to go through. */
template <class Iterator>
class equal_things
{
public:
    equal_things(Iterator begin, Iterator end) : begin_(begin), end_(end) {}

    [[nodiscard]] Iterator begin() const { return begin_; }
    [[nodiscard]] Iterator end() const { return end_; }

private:
    Iterator begin_;
    Iterator end_;
};

template <class List, class Key, class Function>
[[nodiscard]] auto all_equal(List& list, const Key& wanted, const Function& key_of)
{
    const auto begin = first_not_below(list, wanted, key_of);
    return equal_things(begin, first_above(list, wanted, key_of));
}

} // namespace bontot::detail

#endif
