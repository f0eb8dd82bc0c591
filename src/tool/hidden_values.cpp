// SPDX-License-Identifier: BSL-1.0
#include "hidden_values.hpp"

#include <algorithm>

namespace bontot::tool {

namespace {

constexpr std::string_view members = "members";

bool is_punctuation(char c)
{
    constexpr std::string_view all = "{}[]:,\" \t\r\n";
    return all.find(c) != std::string_view::npos;
}

/** Returns where a text ends that begins at its quote: behind the closing one, or at the end. */
std::size_t end_of_text(std::string_view all, std::size_t quote)
{
    for (std::size_t i = quote + 1; i < all.size(); ++i) {
        if (all[i] == '"') return i + 1;
        if (all[i] == '\\') ++i;
    }
    return all.size();
}

/** Returns whether a word is one of JSON's that says little: a number, true, false, null. */
bool is_plain_word(std::string_view word)
{
    constexpr std::string_view of_numbers = "0123456789+-.eE";
    if (word == "true" || word == "false" || word == "null") return true;
    const bool may_be_number = std::all_of(word.begin(), word.end(), [&](char c) {
        return of_numbers.find(c) != std::string_view::npos;
    });
    return may_be_number && word.find_first_of("0123456789") != std::string_view::npos;
}

} // namespace

std::vector<bool> hidden_values::between(std::size_t first, std::size_t last)
{
    if (first < around_begin_) *this = hidden_values(text_);
    while (kept_.at <= first && kept_.at < text_.size()) {
        around_begin_ = kept_.at;
        around_ = next(kept_);
    }
    std::vector<bool> out(last - first, false);
    const auto mark = [&](const token& found) {
        const std::size_t end = std::min(found.last, last);
        for (std::size_t i = std::max(found.first, first); found.is_hidden && i < end; ++i)
            out[i - first] = true;
    };
    mark(around_);
    state ahead = kept_;
    while (ahead.at < last && ahead.at < text_.size())
        mark(next(ahead));
    return out;
}

hidden_values::token hidden_values::next(state& from) const
{
    const std::size_t at = from.at;
    const char c = text_[at];
    if (c == '"') return next_text(from);
    if (!is_punctuation(c)) return next_word(from);
    ++from.at;
    if (c == '{' || c == '[') open(from, c == '{');
    if (c == '}' || c == ']') close(from, c == '}');
    if (c == ',') {
        from.wants_key = !from.are_objects.empty() && from.are_objects.back();
        from.is_next_private = false;
    }
    return {at, at + 1, false};
}

hidden_values::token hidden_values::next_text(state& from) const
{
    const std::size_t at = from.at;
    from.at = end_of_text(text_, at);
    const bool is_closed = from.at - at > 1 && text_[from.at - 1] == '"';
    const token out{at + 1, is_closed ? from.at - 1 : from.at, true};
    if (!from.wants_key || from.is_damaged || !is_closed) return out;
    const std::string_view key = text_.substr(out.first, out.last - out.first);
    from.wants_key = false;
    // A key with an escape in it may be any.
    from.is_next_private = key == members || key.find('\\') != std::string_view::npos;
    return {out.first, out.last, false};
}

hidden_values::token hidden_values::next_word(state& from) const
{
    const std::size_t at = from.at;
    while (from.at < text_.size() && !is_punctuation(text_[from.at]))
        ++from.at;
    const bool is_private = from.is_next_private || from.private_depth > 0 || from.is_damaged;
    return {at, from.at, is_private || !is_plain_word(text_.substr(at, from.at - at))};
}

void hidden_values::open(state& from, bool is_object)
{
    from.are_objects.push_back(is_object);
    const bool begins = from.private_depth == 0 && from.is_next_private;
    if (begins) from.private_depth = from.are_objects.size();
    from.is_next_private = false;
    from.wants_key = is_object;
}

void hidden_values::close(state& from, bool is_object)
{
    if (from.are_objects.empty() || from.are_objects.back() != is_object) {
        from.is_damaged = true;
        return;
    }
    if (from.are_objects.size() == from.private_depth) from.private_depth = 0;
    from.are_objects.pop_back();
    from.wants_key = false;
    from.is_next_private = false;
}

} // namespace bontot::tool
