// SPDX-License-Identifier: BSL-1.0

#include "support/reading.hpp"

#include <bontot/json/document.hpp>
#include <bontot/json/parse.hpp>
#include <bontot/json/reading.hpp>

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace json_document_unit {

namespace {

using bontot::message;
using bontot::detail::json_kind;
using bontot::detail::json_limits;
using reading::fault;

/** Reads a text, and returns its errors. */
bontot::error_list
parse(bontot::detail::json_document& out, std::string_view text, const json_limits& limits = {})
{
    bontot::detail::diagnosis faults(bontot::default_memory());
    const bool is_there = parse_json(out, text, limits, faults);
    BOOST_TEST((is_there || !faults.empty()));
    bontot::error_list errors = faults.take(text);
    reading::check_hygiene(text, errors);
    return errors;
}

bontot::error_list errors_of(std::string_view text, const json_limits& limits = {})
{
    const reading::exact_text exact(text);
    bontot::detail::json_document document(bontot::default_memory());
    return parse(document, exact.view(), limits);
}

struct syntax_case
{
    const char* name;
    std::string text; // with a mark where the error is told
    message code;
};

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

/** What a text is that is not JSON, and where. The fault stands on a line of its own. */
const syntax_case syntax_cases[] = {
    {"empty", "@@", message::json_incomplete},
    {"blanks only", " \n\t \r\n @@", message::json_incomplete},
    {"a word", "@@nope", message::json_syntax},
    {"not a number", "{\"a\":\n@@NaN}", message::json_syntax},
    {"infinity", "{\"a\":\n@@Infinity}", message::json_syntax},
    {"minus infinity", "{\"a\":\n-@@Infinity}", message::json_syntax},
    {"a plus", "{\"a\":\n@@+1}", message::json_syntax},
    {"a hexadecimal number", "{\"a\":\n0@@x10}", message::json_syntax},
    {"a leading zero", "{\"a\":\n0@@1}", message::json_syntax},
    {"a comma too many", "[1,\n@@]", message::json_syntax},
    {"a comma too few", "[1\n@@2]", message::json_syntax},
    {"a colon too few", "{\"a\"\n@@1}", message::json_syntax},
    {"a key without quotes", "{\n@@a: 1}", message::json_syntax},
    {"single quotes", "{\n@@'a': 1}", message::json_syntax},
    {"a comment", "{\n@@// x\n}", message::json_syntax},
    {"another bracket", "[1\n@@}", message::json_syntax},
    {"a line break in a text", "[\"a@@\nb\"]", message::json_syntax},
    {"a NUL between", std::string("[1,\n@@\0 2]", 10), message::json_syntax},
    {"a NUL in a text", std::string("[\"a@@\0b\"]", 9), message::json_syntax},
    {"an unknown escape", "[\"a\\@@x\"]", message::json_syntax},
    {"no closing quote", "[\"abc@@", message::json_incomplete},
    {"no closing bracket", "[1, 2@@", message::json_incomplete},
    {"no value", "{\"a\":@@", message::json_incomplete},
    {"half a word", "[tru@@", message::json_incomplete},
    {"something after", "{}\n@@{}", message::json_extra_data},
    {"a NUL after", std::string("{}\n@@\0", 6), message::json_extra_data},
    {"not UTF-8", "[\"a\",\n\"b@@\xFF\"]", message::json_not_utf8},
    {"a lone continuation", "[\"a\",\n\"b@@\x80\"]", message::json_not_utf8},
    {"overlong, two bytes", "[\"a\",\n\"b@@\xC0\xAF\"]", message::json_not_utf8},
    {"overlong, three bytes", "[\"a\",\n\"b@@\xE0\x80\xAF\"]", message::json_not_utf8},
    {"overlong, four bytes", "[\"a\",\n\"b@@\xF0\x80\x80\xAF\"]", message::json_not_utf8},
    {"a surrogate", "[\"a\",\n\"b@@\xED\xA0\x80\"]", message::json_not_utf8},
    {"beyond Unicode", "[\"a\",\n\"b@@\xF4\x90\x80\x80\"]", message::json_not_utf8},
    {"a letter cut short", "[\"a\",\n\"b@@\xE1\xBB\"]", message::json_not_utf8},
    {"not UTF-8 behind letters", "[\"\u1ed1\u1ed1\",\n\"\u1ed1\u1ed1@@\xFF\"]",
     message::json_not_utf8},
    {"not UTF-8 in a key", "{\n\"b@@\xFF\": 1}", message::json_not_utf8},
    {"not UTF-8 between", "[1,\n@@\xFF]", message::json_not_utf8},
    {"UTF-16", std::string("@@\xFF\xFE{\0}\0", 8), message::json_not_utf8},
    {"another code page", "[\"b@@\xE9n\"]", message::json_not_utf8},
    {"an exponent beyond all", "[1,\n1e999999999@@99]", message::json_number_range},
    {"64 levels and one", std::string(64, '[') + "@@[" + std::string(65, ']'),
     message::json_too_deep},
};

} // namespace

BOOST_AUTO_TEST_SUITE(test_json_document)

BOOST_AUTO_TEST_CASE(what_is_not_json_is_told_at_its_place)
{
    for (const syntax_case& tc : syntax_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            const reading::marked_text marked(tc.text);
            const bontot::error_list errors = errors_of(marked.text);
            BOOST_TEST(reading::show(errors) == reading::show({{tc.code, ""}}, marked.marks));
        }
    }
}

BOOST_AUTO_TEST_CASE(lone_surrogates_are_refused)
{
    for (const char* const escape :
         {R"(\ud83d)", R"(\ude00)", R"(\ud83dx)", R"(\ud83d\n)", R"(\ud83d\ud83d)",
          R"(\ude00\ud83d)", R"(\u12)", R"(\u12g4)", R"(\ud83d\u0041)"}) {
        BOOST_TEST_CONTEXT(escape)
        {
            const bontot::error_list errors = errors_of("[1,\n\"" + std::string(escape) + "\"]");
            BOOST_TEST_REQUIRE(errors.size() == 1U);
            BOOST_TEST((errors[0].code == message::json_syntax));
            BOOST_TEST(errors[0].line == 2U);
        }
    }
}

BOOST_AUTO_TEST_CASE(keeps_values_texts_and_places)
{
    const std::string text = "\n{\"a\": [1.50, \"\\u0111\\n\\\"\", true],\n"
                             "\"\u1ed1\": {\"c\": null, \"d\": -0},\n\"e\":1e400}\n ";
    bontot::detail::json_document document(bontot::default_memory());
    BOOST_TEST(reading::show(parse(document, text)) == "");
    struct
    {
        json_kind kind;
        const char* pointer;
        const char* value;
        std::size_t offset;
    } expected[] = {
        {json_kind::object, "", "", 1},         {json_kind::array, "/a", "", 7},
        {json_kind::number, "/a/0", "1.50", 8}, {json_kind::text, "/a/1", "\u0111\n\"", 14},
        {json_kind::boolean, "/a/2", "", 28},   {json_kind::object, "/\u1ed1", "", 42},
        {json_kind::null, "/\u1ed1/c", "", 48}, {json_kind::number, "/\u1ed1/d", "-0", 59},
        {json_kind::number, "/e", "1e400", 68},
    };
    BOOST_TEST_REQUIRE(document.size() == std::size(expected));
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        BOOST_TEST_CONTEXT(expected[i].pointer)
        {
            BOOST_TEST((document[i].kind == expected[i].kind));
            BOOST_TEST(document.pointer(i) == expected[i].pointer);
            BOOST_TEST(document[i].text == expected[i].value);
            BOOST_TEST(document[i].offset == expected[i].offset);
        }
    }
    BOOST_TEST(document[0].count == 3U);
    BOOST_TEST(document[1].end == 5U);
    BOOST_TEST(document[4].boolean);
}

BOOST_AUTO_TEST_CASE(every_kind_can_be_the_whole_text)
{
    struct
    {
        const char* text;
        json_kind kind;
    } test_cases[] = {{"null", json_kind::null}, {" true ", json_kind::boolean},
                      {"1", json_kind::number},  {"\"x\"", json_kind::text},
                      {"[]", json_kind::array},  {"{}", json_kind::object},
                      {"\"\"", json_kind::text}, {"-0.0e-0", json_kind::number}};
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.text)
        {
            bontot::detail::json_document document(bontot::default_memory());
            BOOST_TEST(reading::show(parse(document, tc.text)) == "");
            BOOST_TEST_REQUIRE(document.size() == 1U);
            BOOST_TEST((document[0].kind == tc.kind));
            // None of them is a rubric or a dossier.
            BOOST_TEST(!reading::rubric_errors(tc.text).empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_passed_over)
{
    const std::string mark = "\xEF\xBB\xBF";
    bontot::detail::json_document document(bontot::default_memory());
    BOOST_TEST(reading::show(parse(document, mark + "{\"a\":\n1}")) == "");
    BOOST_TEST(document[1].offset == 9U);
    bontot::error_list errors = errors_of(mark + "{\"a\":\nx}");
    BOOST_TEST_REQUIRE(errors.size() == 1U);
    BOOST_TEST(errors[0].line == 2U);
    BOOST_TEST(errors[0].column == 1U);
    BOOST_TEST(errors[0].offset == 9U);
    BOOST_TEST(!errors_of(mark).empty());
    BOOST_TEST(!errors_of(mark + mark + "{}").empty());
    BOOST_TEST(!errors_of("{}" + mark).empty());
    reading::good_rubric(mark + reading::rubric_text());
}

BOOST_AUTO_TEST_CASE(repeated_keys_at_any_level)
{
    const reading::marked_text marked(R"({"a": 1, "b": [{"c": 1, "d": {"e": 1,
@@"e": 2},
@@"c": 3}, {"c": 4}],
@@"a": 5,
@@"a": 6})");
    BOOST_TEST(
        reading::show(errors_of(marked.text)) == reading::show(
                                                     {{message::json_repeated_key, "/b/0/d/e"},
                                                      {message::json_repeated_key, "/b/0/c"},
                                                      {message::json_repeated_key, "/a"},
                                                      {message::json_repeated_key, "/a"}},
                                                     marked.marks
                                                 )
    );
    // Letters that only look the same are not the same name.
    BOOST_TEST(errors_of("{\"\u1ed1\": 1, \"o\u0302\u0301\": 2}").empty());
}

BOOST_AUTO_TEST_CASE(depth_is_limited)
{
    BOOST_TEST(errors_of(nested(64)).empty());
    const bontot::error_list deep = errors_of(nested(65));
    BOOST_TEST_REQUIRE(deep.size() == 1U);
    BOOST_TEST((deep[0].code == message::json_too_deep));
    BOOST_TEST(reading::sentence(deep[0], bontot::language::en).find("64") != std::string::npos);
    BOOST_TEST((errors_of(nested(100000)).at(0).code == message::json_too_deep));
    BOOST_TEST((errors_of(std::string(1000000, '[')).at(0).code == message::json_too_deep));
    std::string objects;
    for (int i = 0; i < 100; ++i)
        objects += "{\"a\":";
    BOOST_TEST((errors_of(objects).at(0).code == message::json_too_deep));
    // Another limit is told as it is.
    json_limits limits;
    limits.depth = 3;
    const bontot::error_list shallow = errors_of(nested(4), limits);
    BOOST_TEST_REQUIRE(shallow.size() == 1U);
    BOOST_TEST((shallow[0].code == message::json_too_deep));
    BOOST_TEST_REQUIRE(shallow[0].arguments.size() == 1U);
    BOOST_TEST(shallow[0].arguments[0] == "3");
}

BOOST_AUTO_TEST_CASE(size_is_limited)
{
    json_limits limits;
    limits.bytes = 10;
    BOOST_TEST(errors_of("[12345678]", limits).empty());
    const bontot::error_list errors = errors_of("[123456789]", limits);
    BOOST_TEST_REQUIRE(errors.size() == 1U);
    BOOST_TEST((errors[0].code == message::json_too_large));
    BOOST_TEST(errors[0].arguments.at(0) == "10");
    BOOST_TEST(errors[0].line == 1U);
    BOOST_TEST(errors[0].column == 1U);
    limits.bytes = 0;
    BOOST_TEST((errors_of("", limits).at(0).code == message::json_incomplete));
    limits.bytes = 100;
    limits.values = 4;
    BOOST_TEST(errors_of("[1,2,3]", limits).empty());
    const bontot::error_list many = errors_of("[1,2,3,\n4]", limits);
    BOOST_TEST_REQUIRE(many.size() == 1U);
    BOOST_TEST((many[0].code == message::json_too_many));
    BOOST_TEST(many[0].line == 2U);
    bontot::reading_limits small;
    small.bytes = 100;
    BOOST_TEST((
        reading::rubric_errors(reading::rubric_text(), small).at(0).code == message::json_too_large
    ));
}

BOOST_AUTO_TEST_CASE(errors_are_capped)
{
    std::string keys;
    for (int i = 0; i < 3000; ++i)
        keys += ", \"zz" + std::to_string(i) + "\": 1";
    const bontot::error_list errors =
        reading::rubric_errors(reading::rubric_text({{"tail", keys}}));
    BOOST_TEST_REQUIRE(errors.size() == 1001U);
    BOOST_TEST((errors[999].code == message::reading_unknown_key));
    BOOST_TEST((errors.back().code == message::reading_more_errors));
}

BOOST_AUTO_TEST_CASE(large_values_are_read)
{
    const std::string digits(1000000, '7');
    bontot::detail::json_document document(bontot::default_memory());
    const std::string text = "[" + digits + ", \"" + digits + "\"]";
    BOOST_TEST(reading::show(parse(document, text)) == "");
    BOOST_TEST_REQUIRE(document.size() == 3U);
    BOOST_TEST((document[1].text == digits));
    BOOST_TEST((document[2].text == digits));
}

BOOST_AUTO_TEST_CASE(every_message_about_reading_is_told)
{
    std::set<std::string> told;
    for (const syntax_case& tc : syntax_cases)
        reading::remember(told, errors_of(reading::marked_text(tc.text).text));
    json_limits limits;
    limits.bytes = 8;
    limits.values = 2;
    reading::remember(told, errors_of("[1,2,3]", limits));
    reading::remember(told, errors_of("[1,2,3,4]", limits));
    reading::remember(told, errors_of("{\"a\":1,\"a\":2}"));
    reading::remember(told, reading::rubric_errors("[]"));
    // Stands within another message's argument, in both languages.
    const bontot::error_list near = reading::rubric_errors(reading::rubric_text(
        {{"gates", R"({"id": "g", "when": "a.b", "effect": {"void": "1.9"}})"}}
    ));
    BOOST_TEST_REQUIRE(near.size() == 1U);
    for (const auto in : {bontot::language::vi, bontot::language::en}) {
        const std::string_view words = message_text(message::reading_nearest, in);
        const std::string_view begin = words.substr(0, words.find('{'));
        if (reading::sentence(near[0], in).find(begin) != std::string::npos)
            told.insert("reading_nearest");
    }
    for (const reading::parts& given : std::vector<reading::parts>{
             {{"format", R"("format": 5,)"}},
             {{"format", R"("format": "x",)"}},
             {{"label", ""}, {"id", R"("id": " ", "version": {},)"}},
             {{"head", R"("roles": 5, "period": "x", "valid_from": 5,)"}},
             {{"head",
               R"("applies_to": {"unit_kinds": [""]}, "perod": "x", "valid_from": "x", "zzz": 1,)"}},
             {{"indicators",
               ",{\"id\": \"1.1\", \"max\": \"1.000\", \"min\": 1e9999, \"effort\": 0}"}},
             {{"indicators", ",{\"id\": \"1.3\", \"max\": true, \"min\": [], \"effort\": \"x\"}"}},
             {{"facts", R"(,{"id": "x", "type": "number", "integer": null})"}},
         })
        reading::remember(told, reading::rubric_errors(reading::rubric_text(given)));
    const reading::rubric_ptr sheet = reading::good_rubric(reading::rubric_text());
    std::string many;
    for (int i = 0; i < 1100; ++i)
        many += (i == 0 ? "\"zz" : ", \"zz") + std::to_string(i) + "\": 1";
    for (const reading::parts& given : std::vector<reading::parts>{
             {{"facts", R"("a.c": 5, "a.t": true, "a.d": "x", "a.b": "x")"}},
             {{"facts", many}},
             {{"members", R"({"id": "x", "age": "47.110"})"}},
             {{"marks", R"("1.2": {"committee": true})"}}})
        reading::remember(told, reading::dossier_errors(sheet, reading::dossier_text(given)));
    reading::check_all_told(
        told, {"json_", "reading_", "number_", "kind_", "want_object", "want_array", "want_text",
               "want_number", "want_boolean", "want_date", "want_choice"}
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace json_document_unit
