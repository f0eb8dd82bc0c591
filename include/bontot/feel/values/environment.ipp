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
      variables_(allocator<variable>(source)), by_first_word_(allocator<std::uint32_t>(source))
{}

std::uint32_t environment::add(std::string_view name, const type& content)
{
    const auto slot = static_cast<std::uint32_t>(variables_.size());
    variables_.push_back(variable{string(name, allocator<char>(source())), content});
    const std::span<const std::uint32_t> alike = beginning_with(detail::first_word(name));
    const auto start = alike.data() - by_first_word_.data();
    for (std::size_t i = 0; i < alike.size(); ++i) {
        if (variables_[alike[i]].name == name) {
            by_first_word_[static_cast<std::size_t>(start) + i] = slot;
            return slot;
        }
    }
    by_first_word_.insert(by_first_word_.begin() + start, slot);
    return slot;
}

std::optional<std::uint32_t> environment::find(std::string_view name) const
{
    for (const std::uint32_t slot : beginning_with(detail::first_word(name))) {
        if (variables_[slot].name == name) return slot;
    }
    return {};
}

std::span<const std::uint32_t> environment::beginning_with(std::string_view word) const
{
    const auto word_of = [this](std::uint32_t slot) {
        return detail::first_word(variables_[slot].name);
    };
    const auto first = std::lower_bound(
        by_first_word_.begin(), by_first_word_.end(), word,
        [&](std::uint32_t slot, std::string_view sought) { return word_of(slot) < sought; }
    );
    const auto last = std::find_if(first, by_first_word_.end(), [&](std::uint32_t slot) {
        return word_of(slot) != word;
    });
    const auto start = static_cast<std::size_t>(first - by_first_word_.begin());
    return {by_first_word_.data() + start, static_cast<std::size_t>(last - first)};
}

} // namespace bontot::feel

#endif
