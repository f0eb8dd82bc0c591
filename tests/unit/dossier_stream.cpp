// SPDX-License-Identifier: BSL-1.0
// The quick reader of plain dossiers: what it takes, and that it reads as the general reader does.

#include "support/builtin.hpp"
#include "support/counting_memory.hpp"
#include "support/dossier_words.hpp"
#include "support/json_mutation.hpp"
#include "support/reading.hpp"

#include <bontot/dossier.hpp>

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace dossier_stream_unit {

namespace {

using bontot_test::words_of;
using reading::dossier_text;
using reading::parts;

/** The small sheet of the readers' tests, where every type of fact is; it reads the evidence. */
const reading::rubric_ptr& sheet()
{
    static const reading::rubric_ptr made = reading::good_rubric(reading::rubric_text(
        {{"checks", R"({"id": "k", "assert": "count(evidence[kind = \"report\"]) > 0"})"}}
    ));
    return made;
}

/** Makes null what dossiers seldom have, so that nothing unusual is left. */
std::string without_rare_parts(std::string text, std::string_view but = {})
{
    for (const char* const name : {"marks", "members", "history", "results", "exceptions"}) {
        if (name == but) continue;
        const std::string key = "\"" + std::string(name) + "\":";
        const std::size_t begin = text.find(key);
        if (begin == std::string::npos) continue;
        std::size_t end = begin + key.size();
        for (int depth = 0; depth > 0 || text.find_first_of(",}", end) != end; ++end) {
            if (text[end] == '{' || text[end] == '[') ++depth;
            if (text[end] == '}' || text[end] == ']') --depth;
        }
        text.replace(begin, end - begin, key + " null");
    }
    return text;
}

/** A dossier that has nothing unusual, with every key that evidence may have.

    @param but What is rare and stays in it all the same.
*/
std::string plain_text(const parts& given = {}, std::string_view but = {})
{
    const parts evidence = {
        {"evidence",
         R"({"id": "MC-01", "supports": ["1.1", "1.2"], "kind": "report", "number": "12-BC/CB",
             "issuer": "UBND", "issued": "2026-12-05", "submitted": "2027-01-05", "title": "x",
             "uri": "file:x", "sha256": "00", "status": "verified"},
            {"supports": [], "id": "MC-02", "kind": null, "issued": null, "status": null})"}};
    parts all = evidence;
    all.insert(all.end(), given.begin(), given.end());
    return without_rare_parts(dossier_text(all), but);
}

bool is_plain(
    const reading::rubric_ptr& of, std::string_view text,
    const bontot::dossier_options& options = {}
)
{
    const reading::exact_text exact(text);
    bontot::dossier out(of);
    return bontot::detail::read_plain_dossier(out, exact.view(), options);
}

/** What the general reader says: a dossier in words, or errors. */
std::string general(
    const reading::rubric_ptr& of, std::string_view text,
    const bontot::dossier_options& options = {}
)
{
    bontot::dossier out(of);
    const bontot::error_list errors = bontot::detail::read_any_dossier(out, text, options);
    return errors.empty() ? words_of(out) : reading::show(errors);
}

/** Reads a text in both ways and into a dossier that was used; returns whether it was plain. */
bool check_alike(bontot::dossier& used, std::string_view text)
{
    const std::string expected = general(used.sheet, text);
    const reading::exact_text exact(text);
    const bontot::error_list errors = bontot::read_dossier_into(used, exact.view());
    const std::string found = errors.empty() ? words_of(used) : reading::show(errors);
    BOOST_TEST(found == expected, "read differently: " << text);
    bontot::dossier out(used.sheet);
    if (!bontot::detail::read_plain_dossier(out, exact.view(), {})) return false;
    const std::string plain = words_of(out);
    BOOST_TEST(plain == expected, "read differently as a plain one: " << text);
    return true;
}

/** A sheet and a dossier for it to begin from. */
struct seed
{
    reading::rubric_ptr sheet;
    std::string text;
};

std::vector<seed> all_seeds()
{
    std::vector<seed> out = {{sheet(), plain_text()}, {sheet(), dossier_text()}};
    for (const auto& each : bontot::detail::builtin_rubrics()) {
        const reading::rubric_ptr of = bontot_test::builtin(each.id);
        for (const bontot::example_rule& example : of->examples)
            out.push_back({of, std::string(example.dossier)});
    }
    const reading::rubric_ptr cell = bontot_test::builtin("bon-tot-2023");
    const std::filesystem::path folder = std::filesystem::path(BONTOT_TEST_DATA) / "dossiers";
    for (const auto& each : std::filesystem::directory_iterator(folder)) {
        if (each.path().extension() != ".json") continue;
        std::ifstream in(each.path(), std::ios::binary);
        out.push_back({cell, std::string(std::istreambuf_iterator<char>(in), {})});
    }
    for (std::size_t i = 0, count = out.size(); i < count; ++i) {
        const std::string text = without_rare_parts(out[i].text);
        if (text != out[i].text) out.push_back({out[i].sheet, text});
    }
    return out;
}

/** A row: what stands in the slots of the plain dossier. */
struct plain_row
{
    const char* name;
    parts given;
};

const plain_row plain_rows[] = {
    {"as it is", {}},
    {"facts in another order, and null",
     {{"facts", R"("a.m": 1.5, "a.c": null, "a.n": 40, "a.d": null, "a.t": null, "a.b": null)"}}},
    {"no facts", {{"facts", ""}}},
    {"numbers in their short forms",
     {{"facts", R"("a.n": 0, "a.m": -0.5, "a.least": 123456789012345.678, "a.most": "9.5")"}}},
    {"letters beyond ASCII, composed and not",
     {{"facts",
       "\"a.t\": \"Chi b\xE1\xBB\x99 a\xCC\x80 \xC3\x90 \xF0\x9F\x98\x80 \xE0\xA0\x80\""}}},
    {"a choice", {{"facts", R"("a.c": "low")"}}},
    {"keys in another order",
     {{"format", ""},
      {"unit", R"("unit": {"kind": "cell", "parent": null, "id": "CB-1", "group": "g"},)"},
      {"period", R"("period": {"to": "2026-12-31", "from": "2026-01-01"},)"},
      {"tail", R"(, "format": "bontot-dossier/1")"}}},
    {"no rubric named", {{"rubric", ""}}},
    {"a rubric without its version", {{"rubric", R"("rubric": {"id": "small"},)"}}},
    {"what is rare, unknown",
     {{"tail", R"(, "guide": null, "results": null, "exceptions": null)"}}},
    {"no evidence", {{"evidence", ""}}},
    {"numbers of documents as they are printed",
     {{"evidence",
       "{\"id\": \"1\", \"supports\": [], \"number\": \"12 \xE2\x80\x93 BC//\xC4\x90\xC3\xA0\"}"}}},
    {"ids in no order",
     {{"evidence", R"({"id": "10", "supports": []}, {"id": "2", "supports": []})"}}},
};

const plain_row other_rows[] = {
    {"a key that is not known", {{"tail", R"(, "guid": null)"}}},
    {"a key twice", {{"tail", R"(, "format": "bontot-dossier/1")"}}},
    {"a guide", {{"tail", R"(, "guide": {})"}}},
    {"another format", {{"format", R"("format": "bontot-dossier/2",)"}}},
    {"no format", {{"format", ""}}},
    {"no unit", {{"unit", ""}}},
    {"no period", {{"period", ""}}},
    {"a unit without an id", {{"unit", R"("unit": {"name": "x"},)"}}},
    {"an empty id", {{"unit", R"("unit": {"id": ""},)"}}},
    {"a unit of another kind", {{"unit", R"("unit": {"id": "x", "kind": "union"},)"}}},
    {"another rubric", {{"rubric", R"("rubric": {"id": "big"},)"}}},
    {"another version", {{"rubric", R"("rubric": {"id": "small", "version": "2"},)"}}},
    {"a version that is null", {{"rubric", R"("rubric": {"id": "small", "version": null},)"}}},
    {"a period of another length",
     {{"period", R"("period": {"from": "2026-01-01", "to": "2026-11-30"},)"}}},
    {"a period without its end", {{"period", R"("period": {"from": "2026-01-01"},)"}}},
    {"no such day", {{"facts", R"("a.d": "2026-02-29")"}}},
    {"a year of five digits", {{"facts", R"("a.d": "12026-02-28")"}}},
    {"an unknown fact", {{"facts", R"("a.x": 1)"}}},
    {"a fact twice", {{"facts", R"("a.n": 1, "a.n": 1)"}}},
    {"a fact twice, null", {{"facts", R"("a.n": null, "a.d": null, "a.n": null)"}}},
    {"a number with an exponent", {{"facts", R"("a.n": 1e1)"}}},
    {"a number with a leading zero", {{"facts", R"("a.n": 01)"}}},
    {"a number of 19 digits", {{"facts", R"("a.least": 1234567890123456789)"}}},
    {"a number that ends at its point", {{"facts", R"("a.n": 1.)"}}},
    {"a number of two meanings", {{"facts", R"("a.n": "1.000")"}}},
    {"a number in words", {{"facts", R"("a.n": "ten")"}}},
    {"a number and something", {{"facts", R"("a.n": 101null)"}}},
    {"below its range", {{"facts", R"("a.n": -1)"}}},
    {"above its range", {{"facts", R"("a.n": 101)"}}},
    {"not whole", {{"facts", R"("a.n": 1.5)"}}},
    {"a truth for a number", {{"facts", R"("a.n": true)"}}},
    {"a number for a truth", {{"facts", R"("a.b": 1)"}}},
    {"a word cut short", {{"facts", R"("a.b": tru)"}}},
    {"another choice", {{"facts", R"("a.c": "middle")"}}},
    {"an escape", {{"facts", R"("a.t": "a\u0062c")"}}},
    {"a control character", {{"facts", "\"a.t\": \"a\tb\""}}},
    {"no UTF-8", {{"facts", "\"a.t\": \"a\xC0\xAF\""}}},
    {"a surrogate", {{"facts", "\"a.t\": \"a\xED\xA0\x80\""}}},
    {"an overlong letter", {{"facts", "\"a.t\": \"a\xE0\x80\xAF\""}}},
    {"half a letter", {{"facts", "\"a.t\": \"a\xE1\xBB\""}}},
    {"a comma too many", {{"facts", R"("a.n": 1,)"}}},
    {"inconsistent", {{"facts", R"("a.n": 1, "a.m": 2)"}}},
    {"a document without an id", {{"evidence", R"({"supports": []})"}}},
    {"a document that supports nothing it says", {{"evidence", R"({"id": "x"})"}}},
    {"a line that is not there", {{"evidence", R"({"id": "x", "supports": ["9.9"]})"}}},
    {"a status that is not known",
     {{"evidence", R"({"id": "x", "supports": [], "status": "verif"})"}}},
    {"a title that is a number", {{"evidence", R"({"id": "x", "supports": [], "title": 1})"}}},
    {"a document's key twice", {{"evidence", R"({"id": "x", "id": "x", "supports": []})"}}},
    {"two documents of one id",
     {{"evidence",
       R"({"id": "b", "supports": []}, {"id": "a", "supports": []}, {"id": "b", "supports": []})"}}},
};

} // namespace

BOOST_AUTO_TEST_SUITE(dossier_stream)

BOOST_AUTO_TEST_CASE(plain_dossiers_are_read_at_once)
{
    bontot::dossier used(sheet());
    for (const plain_row& row : plain_rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const std::string text = plain_text(row.given);
            BOOST_TEST(reading::dossier_errors(sheet(), text).empty());
            BOOST_TEST(check_alike(used, text));
        }
    }
}

BOOST_AUTO_TEST_CASE(all_others_are_left_to_the_general_reader)
{
    bontot::dossier used(sheet());
    for (const plain_row& row : other_rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(!check_alike(used, plain_text(row.given)));
        }
    }
    for (const char* const part : {"marks", "members", "history"})
        BOOST_TEST(!check_alike(used, plain_text({}, part)));
    const std::string text = plain_text();
    for (const std::string& each :
         {text + "x", text + '\0', "\xEF\xBB\xBF" + text, std::string("[]"), std::string()})
        BOOST_TEST(!check_alike(used, each));
    BOOST_TEST(check_alike(used, " \t\r\n" + text + " \t\r\n"));
    for (std::size_t size = 0; size < text.size(); ++size)
        BOOST_TEST(!is_plain(sheet(), std::string_view(text).substr(0, size)));
}

/** Every letter of two bytes, and all that begins like letters of three and four, at every place of
    a word. */
BOOST_AUTO_TEST_CASE(texts_are_checked_to_be_utf8)
{
    constexpr std::string_view thirds[] = {"", "a", "\x80", "\xBF", "\xC3", "\x80\x80", "\x8F\xBF"};
    const auto is_taken = [](const std::string& text) {
        bontot::arena store;
        std::string_view out;
        bontot::detail::plain_json json('"' + text + '"', store);
        return json.take_text(out) && out == text && json.is_at_end();
    };
    for (int lead = 0x80; lead <= 0xFF; ++lead) {
        for (int second = 0x70; second <= 0xCF; ++second) {
            for (std::size_t third = 0; third < std::size(thirds); ++third) {
                std::string text((static_cast<std::size_t>(second) + third) % 8, 'x');
                text += static_cast<char>(lead);
                text += static_cast<char>(second);
                text += thirds[third];
                const bool is_text = bontot::is_valid_utf8(text);
                BOOST_TEST((is_taken(text) == is_text), lead << " " << second << " " << third);
                text += "\xE1\xBB\x99 tail \xC4\x91";
                BOOST_TEST((is_taken(text) == is_text), lead << " " << second << " " << third);
            }
        }
    }
    for (std::size_t before = 0; before < 9; ++before) {
        for (const std::string letter :
             {"\xC4\x91", "\xE1\xBB\x99", "\xE2\x80\x93", "\xF0\x9F\x98\x80"}) {
            const std::string text = std::string(before, 'x') + letter + "y" + letter;
            for (std::size_t size = 0; size <= text.size(); ++size) {
                const std::string part = text.substr(0, size);
                BOOST_TEST((is_taken(part) == bontot::is_valid_utf8(part)));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(options_are_kept)
{
    const std::string text = plain_text();
    bontot::dossier_options options;
    options.trusted = bontot::trust::committee;
    BOOST_TEST(!is_plain(sheet(), text, options));
    options = {};
    options.also_known = sheet().get();
    BOOST_TEST(!is_plain(sheet(), text, options));
    options = {};
    options.limits.bytes = text.size();
    BOOST_TEST(is_plain(sheet(), text, options));
    options.limits.bytes = text.size() - 1;
    BOOST_TEST(!is_plain(sheet(), text, options));
    options = {};
    options.limits.depth = 4;
    BOOST_TEST(is_plain(sheet(), text, options));
    options.limits.depth = 3;
    BOOST_TEST(!is_plain(sheet(), text, options));
    options = {};
    options.allow_other_rubric = true;
    const std::string other = plain_text(
        {{"rubric", R"("rubric": {"id": "big", "version": "2"},)"},
         {"unit", R"("unit": {"id": "x", "kind": "union"},)"}}
    );
    BOOST_TEST(is_plain(sheet(), other, options));
    BOOST_TEST(!is_plain(sheet(), other));
}

BOOST_AUTO_TEST_CASE(given_dossiers_are_read_alike)
{
    std::size_t plain = 0;
    for (const seed& each : all_seeds()) {
        bontot::dossier used(each.sheet);
        plain += check_alike(used, each.text) ? 1U : 0U;
    }
    BOOST_TEST(plain > 20U);
}

BOOST_AUTO_TEST_CASE(changed_dossiers_are_read_alike)
{
    constexpr int rounds = 150;
    std::size_t plain = 0;
    std::uint32_t number = 0;
    for (const seed& each : all_seeds()) {
        if (!is_plain(each.sheet, each.text)) continue;
        bontot::dossier used(each.sheet);
        bontot_test::json_mutation change(++number);
        for (int i = 0; i < rounds; ++i) {
            std::string text = each.text;
            const std::size_t changes = 1 + change.below(3);
            for (std::size_t j = 0; j < changes; ++j)
                change(text);
            plain += check_alike(used, text) ? 1U : 0U;
        }
    }
    BOOST_TEST(plain > 500U);
}

BOOST_AUTO_TEST_CASE(nothing_of_the_dossier_before_is_kept)
{
    const std::string full = dossier_text();
    const std::string bare = R"({"format": "bontot-dossier/1", "unit": {"id": "U"},
        "period": {"from": "2025-01-01", "to": "2025-12-31"}})";
    const std::string expected = general(sheet(), bare);
    for (const std::string& before : {full, plain_text(), std::string("{"), std::string()}) {
        bontot::dossier used(sheet());
        (void)bontot::read_dossier_into(used, before);
        BOOST_TEST(bontot::read_dossier_into(used, bare).empty());
        BOOST_TEST(words_of(used) == expected);
        (void)bontot::read_dossier_into(used, before);
        BOOST_TEST(!bontot::read_dossier_into(used, "{").empty());
        BOOST_TEST(words_of(used) == words_of(bontot::dossier(sheet())));
    }
}

BOOST_AUTO_TEST_CASE(a_dossier_used_again_needs_no_more_memory)
{
    counting_memory counted;
    const std::string text = plain_text(
        {{"facts", "\"a.t\": \"\xC3\xA0 long text, longer than a small string\", "
                   "\"a.n\": 2, \"a.m\": 1"}}
    );
    {
        bontot::dossier used(sheet(), counted);
        for (int i = 0; i < 3; ++i)
            BOOST_TEST(bontot::read_dossier_into(used, text).empty());
        const std::size_t before = counted.calls;
        for (int i = 0; i < 20; ++i)
            BOOST_TEST(bontot::read_dossier_into(used, text).empty());
        BOOST_TEST(counted.calls == before);
    }
    BOOST_TEST(counted.blocks == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace dossier_stream_unit
