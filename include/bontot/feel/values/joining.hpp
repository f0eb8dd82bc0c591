// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_JOINING_HPP
#define BONTOT_FEEL_VALUES_JOINING_HPP

#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>

#include <functional>
#include <map>
#include <utility>

namespace bontot::feel::detail {

/** Finds types that hold the values of two others, and remembers those of large ones.

    A name of a few bytes may have a type of thousands of fields or choices;
    an expression that names two such again and again compares them once.
*/
class type_joiner
{
public:
    explicit type_joiner(memory& source)
        : source_(source), joined_(std::less<key>(), allocator<entry>(source))
    {}

    /** Returns the first type itself, and no copy of it, when it holds the values of both. */
    [[nodiscard]] type join(const type& a, const type& b);

private:
    using key = std::pair<const void*, const void*>;
    struct joined
    {
        type a; // these live on, so that no other type gets their identity
        type b;
        type whole;
    };
    using entry = std::pair<const key, joined>;

    [[nodiscard]] type join_large(const type& a, const type& b);
    [[nodiscard]] type join_contexts(const type& a, const type& b);

    memory& source_;
    std::map<key, joined, std::less<key>, allocator<entry>> joined_;
};

} // namespace bontot::feel::detail

#endif
