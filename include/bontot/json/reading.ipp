// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_READING_IPP
#define BONTOT_JSON_READING_IPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/text.hpp>

#include <bontot/base/nearest.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bontot::detail {

string message_argument(message which)
{
    string out("\xFF");
    out += message_code(which);
    return out;
}

bool is_thousands_like(std::string_view text)
{
    const std::size_t dot = text.find('.');
    if (dot == text.npos || dot == 0 || text.size() - dot != 4) return false;
    std::size_t digits = 0;
    for (const char c : text)
        digits += c >= '0' && c <= '9' ? 1U : 0U;
    const bool negative = text[0] == '-';
    return digits + 1 + (negative ? 1U : 0U) == text.size();
}

string without_dots(std::string_view text)
{
    string out;
    for (const char c : text) {
        if (c != '.') out += c;
    }
    return out;
}

bool is_id_length(std::string_view id)
{
    constexpr std::size_t most = 100;
    return !id.empty() && id.size() <= 4 * most && count_code_points(id) <= most;
}

std::string_view date_like(std::string_view text)
{
    const bool is_short = text.size() <= 12;
    return is_short && text.find_first_not_of("0123456789-/.") == text.npos ? text : "?";
}

std::optional<std::size_t>
place_of_word(std::span<const std::string_view> words, std::string_view word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return {};
    return static_cast<std::size_t>(found - words.begin());
}

string list_of_words(std::span<const std::string_view> words)
{
    constexpr std::size_t most = 4000; // of which no reader reads the end
    string out;
    for (const std::string_view each : words) {
        if (!out.empty()) out += ", ";
        if (out.size() + each.size() > most) return out += "...";
        out += each;
    }
    return out;
}

void json_reading::wrong_type(std::uint32_t at, message wanted)
{
    const string want = message_argument(wanted);
    const string found = message_argument(kind_name(doc[at]));
    faults.add(message::reading_wrong_type, at, {want, found});
}

bool json_reading::expect(std::uint32_t at, json_kind kind, message wanted)
{
    if (doc[at].kind == kind) return true;
    wrong_type(at, wanted);
    return false;
}

bool json_reading::expect_object(std::uint32_t at, names allowed)
{
    if (!expect(at, json_kind::object, message::want_object)) return false;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const std::string_view key = doc[i].key;
        if (std::find(allowed.begin(), allowed.end(), key) == allowed.end()) {
            unknown_key(i, {allowed.begin(), allowed.size()});
        }
    }
    return true;
}

std::uint32_t json_reading::find(std::uint32_t object, std::string_view key) const
{
    for (std::uint32_t i = object + 1; i < doc[object].end; i = doc[i].end) {
        if (doc[i].key == key) return i;
    }
    return absent;
}

std::uint32_t json_reading::find_known(std::uint32_t object, std::string_view key) const
{
    const std::uint32_t found = find(object, key);
    return found != absent && doc[found].kind == json_kind::null ? absent : found;
}

std::uint32_t json_reading::require(std::uint32_t object, std::string_view key)
{
    const std::uint32_t found = find(object, key);
    if (found == absent && !doc[object].cut_off) {
        faults.add(message::reading_missing_key, object, {key});
    }
    return found;
}

std::optional<std::string_view> json_reading::text(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::text, message::want_text)) return {};
    return doc[at].text;
}

std::optional<bool> json_reading::boolean(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::boolean, message::want_boolean)) return {};
    return doc[at].boolean;
}

std::optional<number> json_reading::number_of(std::uint32_t at, bool may_show)
{
    if (at == absent) return {};
    const json_node& node = doc[at];
    if (node.kind != json_kind::number && node.kind != json_kind::text) {
        wrong_type(at, message::want_number);
        return {};
    }
    if (node.kind == json_kind::text && is_thousands_like(node.text)) {
        if (may_show) {
            ambiguous_number(at);
        } else {
            faults.add(message::number_ambiguous_member, at);
        }
        return {};
    }
    number out;
    const number_status status = number::parse(node.text, out);
    if (status == number_status::ok) return out;
    if (status == number_status::out_of_range) {
        faults.add(message::number_out_of_range, at);
    } else {
        wrong_type(at, message::want_number);
    }
    return {};
}

std::optional<std::int64_t>
json_reading::integer_of(std::uint32_t at, std::int64_t least, std::int64_t most)
{
    const std::optional<number> read = number_of(at);
    if (!read) return {};
    const std::optional<std::int64_t> out = read->to_int64();
    if (out && *out >= least && *out <= most) return out;
    const std::string low = std::to_string(least);
    const std::string high = std::to_string(most);
    faults.add(message::reading_not_integer, at, {low, high});
    return {};
}

std::optional<date> json_reading::date_of(std::uint32_t at, bool may_show)
{
    if (at == absent) return {};
    if (doc[at].kind != json_kind::text) {
        wrong_type(at, message::want_date);
        return {};
    }
    const std::optional<date> out = day_of(doc[at].text);
    if (!out) faults.add(message::reading_bad_date, at, {may_show ? date_like(doc[at].text) : "?"});
    return out;
}

std::optional<std::size_t>
json_reading::word_of(std::uint32_t at, std::span<const std::string_view> words)
{
    const std::optional<std::string_view> word = text(at);
    if (!word) return {};
    const std::optional<std::size_t> found = place_of_word(words, *word);
    if (!found) faults.add(message::reading_unknown_word, at, {shown(*word), list_of_words(words)});
    return found;
}

void json_reading::unknown_key(std::uint32_t at, std::span<const std::string_view> allowed)
{
    if (faults.is_full()) return;
    nearest meant(doc[at].key);
    for (const std::string_view each : allowed)
        meant.offer(each);
    if (meant.best().empty()) {
        faults.add_key(message::reading_unknown_key, at, {shown(doc[at].key)});
    } else {
        faults.add_key(message::reading_unknown_key_near, at, {shown(doc[at].key), meant.best()});
    }
}

message json_reading::kind_name(const json_node& node)
{
    switch (node.kind) {
    case json_kind::null:
        return message::kind_null;
    case json_kind::boolean:
        return message::kind_boolean;
    case json_kind::number:
        return message::kind_number;
    case json_kind::text:
        return message::kind_text;
    case json_kind::array:
        return message::kind_array;
    case json_kind::object:
        return message::kind_object;
    }
    return message::kind_null;
}

void json_reading::ambiguous_number(std::uint32_t at)
{
    const std::string_view written = doc[at].text;
    const string thousands = without_dots(written);
    number fraction;
    // Its grammar was checked: the ambiguity is in what it means.
    const bool is_number = number::parse(written, fraction) == number_status::ok;
    const auto short_form = to_text(is_number ? fraction : number(0));
    faults.add(
        message::number_ambiguous, at, {shown(written), shown(thousands), shown(short_form.view())}
    );
}

} // namespace bontot::detail

#endif
