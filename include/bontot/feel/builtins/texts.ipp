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

/** The greatest end of a text, as words in a dictionary, and the period of that end. */
struct text_end
{
    std::size_t begin;
    std::size_t period;
};

/** Returns the greatest end of a text, or the least one when letters are told the other way. */
template <class Less>
[[nodiscard]] text_end greatest_end(std::string_view text, Less less)
{
    text_end best = {0, 1};
    std::size_t other = 1;
    std::size_t same = 0; // letters that both ends have begun with
    while (other + same < text.size()) {
        const char a = text[other + same];
        const char b = text[best.begin + same];
        if (less(a, b)) {
            other += same + 1;
            same = 0;
            best.period = other - best.begin;
        } else if (a != b) {
            best = {other, 1};
            ++other;
            same = 0;
        } else if (++same == best.period) {
            other += same;
            same = 0;
        }
    }
    return best;
}

/** Searches for a text in two ways from a place in it, the end first, then what is before.

    Crochemore and Perrin, "Two-way string-matching", Journal of the ACM 38 (1991). The place is
    one where the text repeats itself no sooner than it does as a whole, so nothing is looked at
    more than a few times, and no table is needed.
*/
[[nodiscard]] inline std::size_t find_two_way(std::string_view in, std::string_view sought)
{
    const text_end up = greatest_end(sought, [](char a, char b) { return a < b; });
    const text_end down = greatest_end(sought, [](char a, char b) { return b < a; });
    const text_end split = up.begin > down.begin ? up : down;
    const std::size_t rest = sought.size() - split.begin;
    const bool repeats = sought.substr(0, split.begin) == sought.substr(split.period, split.begin);
    const std::size_t step = repeats ? split.period : std::max(split.begin, rest) + 1;
    std::size_t known = 0; // letters at the beginning that are there for sure
    for (std::size_t at = 0; at + sought.size() <= in.size();) {
        std::size_t i = std::max(split.begin, known);
        while (i < sought.size() && sought[i] == in[at + i])
            ++i;
        if (i < sought.size()) {
            at += i - split.begin + 1;
            known = 0;
            continue;
        }
        i = split.begin;
        while (i > known && sought[i - 1] == in[at + i - 1])
            --i;
        if (i <= known) return at;
        at += step;
        known = repeats ? sought.size() - split.period : 0;
    }
    return std::string_view::npos;
}

std::size_t find_text(std::string_view in, std::string_view sought)
{
    // the library's own search is quicker, but takes the product of the lengths at worst
    constexpr std::size_t few = 16;
    const bool is_short = sought.size() <= few || in.size() <= few * few;
    return is_short ? in.find(sought) : find_two_way(in, sought);
}

value builtin_contains(machine& m, std::span<const value> a)
{
    if (!are_texts(m, a)) return value::null();
    return value::boolean(find_text(a[0].as_text(), a[1].as_text()) != std::string_view::npos);
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
    const std::size_t at = find_text(a[0].as_text(), a[1].as_text());
    return value::text(a[0].as_text().substr(0, at == std::string_view::npos ? 0 : at));
}

value builtin_substring_after(machine& m, std::span<const value> a)
{
    if (!are_texts(m, a)) return value::null();
    const std::size_t at = find_text(a[0].as_text(), a[1].as_text());
    if (at == std::string_view::npos) return value::text({});
    return value::text(a[0].as_text().substr(at + a[1].as_text().size()));
}

} // namespace bontot::feel::detail

#endif
