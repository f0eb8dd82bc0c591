// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_BUILTINS_TEXTS_IPP
#define BONTOT_FEEL_BUILTINS_TEXTS_IPP

#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/text.hpp>

#include <bontot/base/utf8.hpp>
#include <bontot/feel/builtins/texts.hpp>
#include <bontot/feel/code/machine.hpp>
#include <bontot/feel/values/effort.hpp>
#include <bontot/feel/values/letter_case.hpp>
#include <bontot/feel/values/printing.hpp>
#include <bontot/feel/values/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::feel::detail {

/** Returns whether a value is unknown, or a part of it. */
[[nodiscard]] inline bool has_unknown(const value& a, effort& work, int depth = 0)
{
    if (depth > max_nesting || !work.spend(1)) return false;
    const auto is_part_unknown = [&](const value& part) {
        return has_unknown(part, work, depth + 1);
    };
    switch (a.kind()) {
    case kind::unknown:
        return true;
    case kind::list:
        return std::any_of(a.as_list().begin(), a.as_list().end(), is_part_unknown);
    case kind::context:
        return std::any_of(a.as_context().begin(), a.as_context().end(), [&](const field& each) {
            return is_part_unknown(each.content);
        });
    case kind::range:
        return is_part_unknown(a.as_range().low) || is_part_unknown(a.as_range().high);
    default:
        return false;
    }
}

value builtin_string(machine& m, std::span<const value> a)
{
    if (a[0].is_null() || a[0].is(kind::text)) return a[0];
    if (has_unknown(a[0], m.work())) return value::unknown();
    string& text = m.draft();
    // a text longer than the work that is left could not be paid for
    value_printer(text, m.symbols(), m.work(), m.work().left()).print(a[0]);
    return m.spend(text.size()) ? m.make_text(text) : value::null();
}

value builtin_string_length(machine& m, std::span<const value> a)
{
    if (!a[0].is(kind::text) || !m.spend(a[0].as_text().size())) return value::null();
    const auto count = static_cast<std::int64_t>(count_code_points(a[0].as_text()));
    return value::number(bontot::number(count));
}

/** Changes every letter of a text; bytes that are not UTF-8 stay. */
[[nodiscard]] inline value change_letters(machine& m, const value& a, char32_t (*change)(char32_t))
{
    if (!a.is(kind::text) || !m.spend(a.as_text().size())) return value::null();
    const std::string_view text = a.as_text();
    string& changed = m.draft();
    for (std::size_t i = 0; i < text.size();) {
        const std::optional<code_point> found = decode(text, i);
        if (found) {
            append_code_point(changed, change(found->letter));
        } else {
            changed += text[i];
        }
        i += found ? found->length : 1;
    }
    return m.make_text(changed);
}

value builtin_upper_case(machine& m, std::span<const value> a)
{
    return change_letters(m, a[0], upper_case);
}

value builtin_lower_case(machine& m, std::span<const value> a)
{
    return change_letters(m, a[0], lower_case);
}

[[nodiscard]] inline bool are_texts(machine& m, std::span<const value> a)
{
    return a[0].is(kind::text) && a[1].is(kind::text) &&
           m.spend(a[0].as_text().size() + a[1].as_text().size());
}

value builtin_contains(machine& m, std::span<const value> a)
{
    if (!are_texts(m, a)) return value::null();
    return value::boolean(a[0].as_text().find(a[1].as_text()) != std::string_view::npos);
}

value builtin_starts_with(machine& m, std::span<const value> a)
{
    if (!are_texts(m, a)) return value::null();
    return value::boolean(a[0].as_text().substr(0, a[1].as_text().size()) == a[1].as_text());
}

value builtin_ends_with(machine& m, std::span<const value> a)
{
    if (!are_texts(m, a)) return value::null();
    const std::string_view text = a[0].as_text();
    const std::string_view end = a[1].as_text();
    return value::boolean(
        text.size() >= end.size() && text.substr(text.size() - end.size()) == end
    );
}

value builtin_substring_before(machine& m, std::span<const value> a)
{
    if (!are_texts(m, a)) return value::null();
    const std::size_t at = a[0].as_text().find(a[1].as_text());
    return value::text(a[0].as_text().substr(0, at == std::string_view::npos ? 0 : at));
}

value builtin_substring_after(machine& m, std::span<const value> a)
{
    if (!are_texts(m, a)) return value::null();
    const std::size_t at = a[0].as_text().find(a[1].as_text());
    if (at == std::string_view::npos) return value::text({});
    return value::text(a[0].as_text().substr(at + a[1].as_text().size()));
}

} // namespace bontot::feel::detail

#endif
