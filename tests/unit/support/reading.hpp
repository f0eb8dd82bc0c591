// SPDX-License-Identifier: BSL-1.0
// Helpers for the tests of everything that is read: places are marked in the texts themselves.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_READING_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_READING_HPP

#include <bontot/dossier.hpp>
#include <bontot/text.hpp>

#include <boost/test/unit_test.hpp>

#include <cstring>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reading {

using bontot::error_list;
using bontot::message;

/** A fault as a row expects it; its place is a mark "@@" in the row's text. */
struct fault
{
    message code;
    std::string pointer;
    std::size_t expression_column = 0;
};

/** A place in a text, counted by hand: bytes from 0, lines and code points from 1. */
struct place
{
    std::size_t offset = 0;
    std::size_t line = 1;
    std::size_t column = 1;
};

/** A text without its marks, and where they stood; two marks in a row mark one place twice. */
struct marked_text
{
    explicit marked_text(std::string_view marked)
    {
        place here;
        for (std::size_t i = 0; i < marked.size(); ++i) {
            if (marked.substr(i, 2) == "@@") {
                marks.push_back(here);
                ++i;
                continue;
            }
            text += marked[i];
            here = after(here, marked[i]);
        }
    }

    static place after(place here, char byte)
    {
        ++here.offset;
        if (byte == '\n') {
            ++here.line;
            here.column = 1;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            ++here.column;
        }
        return here;
    }

    std::string text;
    std::vector<place> marks;
};

inline std::string show(const std::string& code, const std::string& pointer, const place& at)
{
    return code + " at \"" + pointer + "\" " + std::to_string(at.line) + ":" +
           std::to_string(at.column) + " (byte " + std::to_string(at.offset) + ")";
}

inline std::string show(const bontot::diagnostic& what)
{
    std::string out = show(
        std::string(message_code(what.code)), std::string(what.pointer),
        place{what.offset, what.line, what.column}
    );
    if (what.expression_column != 0) out += " @" + std::to_string(what.expression_column);
    return out;
}

/** One line a fault. */
inline std::string show(const error_list& errors)
{
    std::string out;
    for (const bontot::diagnostic& each : errors)
        out += show(each) + "\n";
    return out;
}

inline std::string show(const std::vector<fault>& faults, const std::vector<place>& marks)
{
    std::string out;
    for (std::size_t i = 0; i < faults.size(); ++i) {
        const fault& each = faults[i];
        out += show(
            std::string(message_code(each.code)), each.pointer,
            i < marks.size() ? marks[i] : place{}
        );
        if (each.expression_column != 0) out += " @" + std::to_string(each.expression_column);
        out += "\n";
    }
    return out;
}

inline std::string sentence(const bontot::diagnostic& what, bontot::language in)
{
    std::string out;
    append_diagnostic(out, what, in);
    return out;
}

/** What every list of errors keeps, whatever was read. */
inline void check_hygiene(std::string_view text, const error_list& errors)
{
    std::size_t last = 0;
    for (const bontot::diagnostic& each : errors) {
        BOOST_TEST_CONTEXT(show(each))
        {
            BOOST_TEST(each.offset <= text.size());
            BOOST_TEST(each.offset >= last);
            last = each.offset;
            place here;
            const bool has_mark = text.substr(0, 3) == "\xEF\xBB\xBF" && each.offset >= 3;
            if (has_mark) here.offset = 3; // a byte order mark is no column
            for (std::size_t i = here.offset; i < std::min(each.offset, text.size()); ++i)
                here = marked_text::after(here, text[i]);
            BOOST_TEST(each.line == here.line);
            BOOST_TEST(each.column == here.column);
            BOOST_TEST(bontot::is_valid_utf8(each.pointer));
            for (const auto in : {bontot::language::vi, bontot::language::en}) {
                const std::string words = sentence(each, in);
                BOOST_TEST(!words.empty());
                BOOST_TEST(bontot::is_valid_utf8(words));
                BOOST_TEST(words.size() < 4000U);
            }
        }
    }
}

/** Tells whether a sentence fits on a line of a terminal: no line breaks, no control sequences. */
inline bool is_one_line(std::string_view words)
{
    for (const char c : words) {
        if (static_cast<unsigned char>(c) < 0x20U || c == '\x7f') return false;
    }
    return true;
}

/** A text in a buffer of exactly its size, so that a sanitizer sees every step beyond. */
class exact_text
{
public:
    explicit exact_text(std::string_view text) : bytes_(new char[text.size()]), size_(text.size())
    {
        if (!text.empty()) std::memcpy(bytes_.get(), text.data(), text.size());
    }
    [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_;
};

using rubric_ptr = std::shared_ptr<const bontot::rubric>;
using dossier_ptr = std::shared_ptr<bontot::dossier>;

inline error_list rubric_errors(std::string_view text, const bontot::reading_limits& limits = {})
{
    const exact_text exact(text);
    auto read = bontot::read_rubric(exact.view(), limits);
    error_list out;
    if (!read) {
        out = read.error();
        BOOST_TEST(!out.empty());
    }
    check_hygiene(text, out);
    return out;
}

inline rubric_ptr good_rubric(std::string_view text)
{
    auto read = bontot::read_rubric(text);
    BOOST_TEST_REQUIRE(read.has_value(), (read ? std::string() : show(read.error())));
    return *read;
}

inline error_list dossier_errors(
    const rubric_ptr& sheet, std::string_view text, const bontot::dossier_options& options = {}
)
{
    const exact_text exact(text);
    auto read = bontot::read_dossier(sheet, exact.view(), options);
    error_list out;
    if (!read) {
        out = read.error();
        BOOST_TEST(!out.empty());
    }
    check_hygiene(text, out);
    return out;
}

inline dossier_ptr good_dossier(
    const rubric_ptr& sheet, std::string_view text, const bontot::dossier_options& options = {}
)
{
    auto read = bontot::read_dossier(sheet, text, options);
    BOOST_TEST_REQUIRE(read.has_value(), (read ? std::string() : show(read.error())));
    return *read;
}

using parts = std::vector<std::pair<std::string, std::string>>;

/** Fills the slots "$name$" of a text; a slot without a part takes its default. */
inline std::string filled(std::string text, const parts& given, const parts& defaults)
{
    std::map<std::string, std::string> slots(defaults.begin(), defaults.end());
    for (const auto& each : given) {
        BOOST_TEST_REQUIRE(slots.count(each.first) == 1U, each.first << " is no slot");
        slots[each.first] = each.second;
    }
    for (const auto& each : slots) {
        const std::string name = "$" + each.first + "$";
        const std::size_t at = text.find(name);
        BOOST_TEST_REQUIRE(at != std::string::npos);
        text.replace(at, name.size(), each.second);
    }
    return text;
}

/** A small good rubric; its slots can be filled with faults. */
inline std::string rubric_text(const parts& given = {})
{
    static const std::string text = R"({
$format$
$id$
$label$
$head$
"facts": [
{"id": "a.n", "type": "number", "integer": true, "min": 0, "max": 100},
{"id": "a.d", "type": "date"},
{"id": "a.t", "type": "text"},
{"id": "a.b", "type": "boolean"},
{"id": "a.c", "type": "choice", "choices": ["high", "low"]},
{"id": "a.m", "type": "number"},
{"id": "a.least", "type": "number", "min": 5},
{"id": "a.most", "type": "number", "max": "9.5"},
{"id": "disciplined", "of": "member", "type": "boolean"},
{"id": "age", "of": "member", "type": "number", "integer": true, "min": 18, "max": 120},
{"id": "rank", "of": "member", "type": "choice", "choices": ["official", "reserve"]},
{"id": "remark", "of": "member", "type": "text"}
$facts$
],
"consistency": [
$consistency$
],
"criteria": [
{"id": "1", "max": 20, "kind": "base", "good": {"min_points": 5}, "indicators": [
{"id": "1.1", "max": 10, "score": {"condition": "a.b"}},
{"id": "1.2", "max": 10, "score": {"mark": $mark$}}
$indicators$
]}
$criteria$
],
"grades": [
{"id": "top", "min_total": 5},
$grades$
{"id": "rest"}
],
"gates": [
$gates$
],
"checks": [
$checks$
]
$tail$
})";
    return filled(
        text, given,
        {{"format", R"("format": "bontot-rubric/1",)"},
         {"id", R"("id": "small", "version": "1.0.0",)"},
         {"label", R"("label": {"vi": "Nho", "en": "Small"},)"},
         {"head",
          R"("applies_to": {"unit_kinds": ["cell"]}, "period": "year", "roles": ["committee"],)"},
         {"facts", ""},
         {"consistency",
          R"({"id": "c1", "assert": "a.m <= a.n", "message": {"vi": "Qua nhieu.", "en": "Too many."}})"},
         {"mark", R"({"step": "0.5"})"},
         {"indicators", ""},
         {"criteria", ""},
         {"grades", ""},
         {"gates", ""},
         {"checks", ""},
         {"tail", ""}}
    );
}

/** A small good dossier of that rubric; its slots can be filled with faults. */
inline std::string dossier_text(const parts& given = {})
{
    static const std::string text = R"({
$format$
$rubric$
$unit$
$period$
"facts": {
$facts$
},
"marks": {
$marks$
},
"members": [
$members$
],
"history": [
$history$
],
"evidence": [
$evidence$
]
$tail$
})";
    return filled(
        text, given,
        {{"format", R"("format": "bontot-dossier/1",)"},
         {"rubric", R"("rubric": {"id": "small", "version": "1.0.0"},)"},
         {"unit", R"("unit": {"id": "CB-1", "name": "Cell", "kind": "cell"},)"},
         {"period", R"("period": {"from": "2026-01-01", "to": "2026-12-31"},)"},
         {"facts",
          R"("a.n": 40, "a.d": "2026-02-28", "a.t": "text", "a.b": true, "a.c": "high", "a.m": "1.5")"},
         {"marks", R"("1.2": {"committee": {"points": 7.5, "comment": "fair"}})"},
         {"members",
          R"({"id": "DV-01", "disciplined": false, "age": 30, "rank": "official", "remark": "x"})"},
         {"history",
          R"({"from": "2025-01-01", "to": "2025-12-31", "rubric": "old", "grade": "top", "points": 9})"},
         {"evidence",
          R"({"id": "MC-01", "supports": ["1.1"], "kind": "report", "issued": "2026-12-05"})"},
         {"tail", ""}}
    );
}

/** A row: what stands in the slots, with marks, and the faults in the order of their places. */
struct row
{
    const char* name;
    parts given;
    std::vector<fault> faults;
};

/** Remembers the messages that were told: as codes, and as arguments of other messages. */
inline void remember(std::set<std::string>& told, const error_list& errors)
{
    for (const bontot::diagnostic& each : errors) {
        told.insert(std::string(message_code(each.code)));
        for (const bontot::string& argument : each.arguments) {
            if (!argument.empty() && argument[0] == '\xFF')
                told.insert(std::string(argument.substr(1)));
        }
    }
}

/** Checks that every message whose code begins so was told. */
inline void
check_all_told(const std::set<std::string>& told, const std::vector<std::string>& prefixes)
{
    std::size_t count = 0;
    for (const auto& each : bontot::detail::message_table) {
        const std::string code = each.code;
        for (const std::string& prefix : prefixes) {
            if (code.compare(0, prefix.size(), prefix) != 0) continue;
            ++count;
            BOOST_TEST((told.count(code) == 1), "no case provokes " << code);
        }
    }
    BOOST_TEST(count >= prefixes.size());
}

} // namespace reading

#endif
