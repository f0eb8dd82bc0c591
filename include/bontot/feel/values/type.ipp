// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_TYPE_IPP
#define BONTOT_FEEL_VALUES_TYPE_IPP

#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>

namespace bontot::feel::detail {

/** Returns the places of items in the order of their names, and equal names in their own. */
template <class T, class NameOf>
[[nodiscard]] vector<std::uint32_t>
sorted_places(std::span<const T> items, NameOf name_of, memory& source)
{
    vector<std::uint32_t> places(items.size(), 0, allocator<std::uint32_t>(source));
    std::iota(places.begin(), places.end(), 0U);
    std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int order = name_of(items[a]).compare(name_of(items[b]));
        return order < 0 || (order == 0 && a < b);
    });
    return places;
}

} // namespace bontot::feel::detail

namespace bontot::feel {

struct type::parts
{
    vector<string> choices;
    vector<std::uint32_t> choices_by_text; // places of choices
    type element;
    vector<type_field> fields;
    bool open = false;
};

type type::choice(vector<string> choices)
{
    memory& source = choices.get_allocator().source();
    const auto made = make_shared_in<parts>(source);
    made->choices_by_text = detail::sorted_places<string>(
        choices, [](const string& each) { return std::string_view(each); }, source
    );
    made->choices = std::move(choices);
    return {shape::text, made};
}

type type::list_of(const type& element, memory& source)
{
    const auto made = make_shared_in<parts>(source);
    made->element = element;
    return {shape::list, made};
}

type type::context_of(vector<type_field> fields, bool open)
{
    memory& source = fields.get_allocator().source();
    const auto made = make_shared_in<parts>(source);
    made->fields = std::move(fields);
    made->open = open;
    return {shape::context, made};
}

type type::range_of(const type& element, memory& source)
{
    type made = list_of(element, source);
    made.shape_ = shape::range;
    return made;
}

std::span<const string> type::choices() const noexcept
{
    if (!parts_) return {};
    return parts_->choices;
}

bool type::has_choice(std::string_view text) const noexcept
{
    if (!parts_) return false;
    const auto text_of = [this](std::uint32_t place) {
        return std::string_view(parts_->choices[place]);
    };
    const vector<std::uint32_t>& sorted = parts_->choices_by_text;
    const auto found = std::lower_bound(
        sorted.begin(), sorted.end(), text,
        [&](std::uint32_t place, std::string_view sought) { return text_of(place) < sought; }
    );
    return found != sorted.end() && text_of(*found) == text;
}

type type::element() const noexcept
{
    return parts_ ? parts_->element : type();
}

std::span<const type_field> type::fields() const noexcept
{
    if (!parts_) return {};
    return parts_->fields;
}

bool type::is_open() const noexcept
{
    return !parts_ || parts_->open;
}

std::ptrdiff_t type::field_index(std::string_view name) const noexcept
{
    const std::span<const type_field> all = fields();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].name == name) return static_cast<std::ptrdiff_t>(i);
    }
    return -1;
}

} // namespace bontot::feel

namespace bontot::feel::detail {

[[nodiscard]] inline bool same_fields(const type& a, const type& b)
{
    if (a.fields().size() != b.fields().size() || a.is_open() != b.is_open()) return false;
    for (std::size_t i = 0; i < a.fields().size(); ++i) {
        if (a.fields()[i].name != b.fields()[i].name) return false;
    }
    return true;
}

[[nodiscard]] inline bool same_choices(const type& a, const type& b)
{
    if (a.choices().size() != b.choices().size()) return false;
    for (std::size_t i = 0; i < a.choices().size(); ++i) {
        if (a.choices()[i] != b.choices()[i]) return false;
    }
    return true;
}

/** Contexts with other fields have an open type with no field told. */
[[nodiscard]] inline type common_context(const type& a, const type& b, memory& source)
{
    vector<type_field> fields{allocator<type_field>(source)};
    if (!same_fields(a, b)) return type::context_of(std::move(fields), true);
    for (std::size_t i = 0; i < a.fields().size(); ++i) {
        const type content = common_type(a.fields()[i].content, b.fields()[i].content, source);
        fields.push_back({string(a.fields()[i].name, allocator<char>(source)), content});
    }
    return type::context_of(std::move(fields), a.is_open());
}

} // namespace bontot::feel::detail

namespace bontot::feel {

type common_type(const type& a, const type& b, memory& source)
{
    if (a.is(type::shape::null)) return b;
    if (b.is(type::shape::null)) return a;
    if (a.form() != b.form()) return type::any();
    switch (a.form()) {
    case type::shape::text:
        return detail::same_choices(a, b) ? a : type::text();
    case type::shape::list:
        return type::list_of(common_type(a.element(), b.element(), source), source);
    case type::shape::range:
        return type::range_of(common_type(a.element(), b.element(), source), source);
    case type::shape::context:
        return detail::common_context(a, b, source);
    default:
        return a;
    }
}

} // namespace bontot::feel

#endif
