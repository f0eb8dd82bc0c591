// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_TYPE_IPP
#define BONTOT_FEEL_VALUES_TYPE_IPP

#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>

#include <bontot/base/sorted_places.hpp>
#include <bontot/feel/values/joining.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace bontot::feel {

struct type::parts
{
    vector<string> choices;
    vector<std::uint32_t> choices_by_text; // places of choices
    type element;
    vector<type_field> fields;
    vector<std::uint32_t> fields_by_name; // places of fields
    bool open = false;
};

type type::choice(vector<string> choices)
{
    memory& source = choices.get_allocator().source();
    const auto made = make_shared_in<parts>(source);
    made->choices_by_text = bontot::detail::sorted_places<string>(
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
    made->fields_by_name = bontot::detail::sorted_places<type_field>(
        fields, [](const type_field& each) { return std::string_view(each.name); }, source
    );
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
    return bontot::detail::find_place(parts_->choices_by_text, text_of, text).has_value();
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
    if (!parts_) return -1;
    const std::optional<std::uint32_t> found = bontot::detail::find_place(
        parts_->fields_by_name,
        [this](std::uint32_t place) { return std::string_view(parts_->fields[place].name); }, name
    );
    return found ? static_cast<std::ptrdiff_t>(*found) : -1;
}

std::span<const std::uint32_t> type::fields_by_name() const noexcept
{
    if (!parts_) return {};
    return parts_->fields_by_name;
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

/** Tells whether a type is one that was given, not only like it. */
[[nodiscard]] inline bool is_same(const type& a, const type& b)
{
    return a.form() == b.form() && a.identity() == b.identity();
}

type type_joiner::join(const type& a, const type& b)
{
    if (a.is(type::shape::null)) return b;
    if (b.is(type::shape::null)) return a;
    if (a.form() != b.form()) return type::any();
    if (a.identity() == b.identity()) return a;
    switch (a.form()) {
    case type::shape::text:
    case type::shape::context:
        return join_large(a, b);
    case type::shape::list:
    case type::shape::range: {
        const type element = join(a.element(), b.element());
        if (is_same(element, a.element())) return a;
        const bool is_list = a.is(type::shape::list);
        return is_list ? type::list_of(element, source_) : type::range_of(element, source_);
    }
    default:
        return a;
    }
}

type type_joiner::join_large(const type& a, const type& b)
{
    const std::pair<const void*, const void*> both(a.identity(), b.identity());
    const auto known = joined_.find(both);
    if (known != joined_.end()) return known->second.whole;
    const bool is_text = a.is(type::shape::text);
    const type whole = is_text ? (same_choices(a, b) ? a : type::text()) : join_contexts(a, b);
    constexpr std::size_t few = 8;
    const std::size_t size =
        std::min(a.choices().size() + a.fields().size(), b.choices().size() + b.fields().size());
    if (size > few) joined_.emplace(both, joined{a, b, whole});
    return whole;
}

/** Contexts with other fields have an open type with no field told. */
type type_joiner::join_contexts(const type& a, const type& b)
{
    vector<type_field> fields{allocator<type_field>(source_)};
    if (!same_fields(a, b)) return type::context_of(std::move(fields), true);
    bool is_first = true;
    for (std::size_t i = 0; i < a.fields().size(); ++i) {
        const type content = join(a.fields()[i].content, b.fields()[i].content);
        is_first = is_first && is_same(content, a.fields()[i].content);
        fields.push_back({string(a.fields()[i].name, allocator<char>(source_)), content});
    }
    return is_first ? a : type::context_of(std::move(fields), a.is_open());
}

} // namespace bontot::feel::detail

namespace bontot::feel {

type common_type(const type& a, const type& b, memory& source)
{
    return detail::type_joiner(source).join(a, b);
}

} // namespace bontot::feel

#endif
