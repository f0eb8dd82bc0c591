// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_ENVIRONMENT_IPP
#define BONTOT_FEEL_VALUES_ENVIRONMENT_IPP

#include <bontot/feel/environment.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::feel::detail {

[[nodiscard]] inline std::string_view first_word(std::string_view name) noexcept
{
    return name.substr(0, name.find_first_of(" ."));
}

} // namespace bontot::feel::detail

namespace bontot::feel {

environment::environment(memory& source)
    : symbols_(make_shared_in<symbol_table>(source, source)),
      variables_(allocator<variable>(source)), by_name_(allocator<std::uint32_t>(source))
{}

std::uint32_t environment::add(std::string_view name, const type& content)
{
    const auto slot = static_cast<std::uint32_t>(variables_.size());
    const std::size_t word = detail::first_word(name).size();
    variables_.push_back(variable{string(name, allocator<char>(source())), content, word});
    const std::string_view kept = this->name(slot);
    const std::size_t place = place_of(kept);
    if (place < by_name_.size() && this->name(by_name_[place]) == kept) {
        by_name_[place] = slot;
    } else {
        by_name_.insert(by_name_.begin() + static_cast<std::ptrdiff_t>(place), slot);
    }
    return slot;
}

/** Returns where a name stands in the order, or would. */
std::size_t environment::place_of(std::string_view name) const
{
    const std::string_view word = detail::first_word(name);
    const auto found = std::lower_bound(
        by_name_.begin(), by_name_.end(), name,
        [&](std::uint32_t slot, std::string_view sought) {
            const int order = word_of(slot).compare(word);
            return order < 0 || (order == 0 && this->name(slot) < sought);
        }
    );
    return static_cast<std::size_t>(found - by_name_.begin());
}

std::optional<std::uint32_t> environment::find(std::string_view name) const
{
    const std::size_t place = place_of(name);
    if (place == by_name_.size() || this->name(by_name_[place]) != name) return {};
    return by_name_[place];
}

std::span<const std::uint32_t> environment::beginning_with(std::string_view word) const
{
    const auto first =
        std::partition_point(by_name_.begin(), by_name_.end(), [&](std::uint32_t slot) {
            return word_of(slot) < word;
        });
    const auto last = std::partition_point(first, by_name_.end(), [&](std::uint32_t slot) {
        return word_of(slot) == word;
    });
    const auto start = static_cast<std::size_t>(first - by_name_.begin());
    return {by_name_.data() + start, static_cast<std::size_t>(last - first)};
}

} // namespace bontot::feel

#endif
