// SPDX-License-Identifier: BSL-1.0

#include "support/json_mutation.hpp"
#include "support/plain_dossiers.hpp"
#include "support/sheets.hpp"

#include <bontot/rubric_id.hpp>

#include <bontot/dossier/reader/rubric_id.hpp>
#include <bontot/dossier/reader/stream_id.hpp>

namespace rubric_id_unit {

namespace {

using bontot_test::nested;
using bontot_test::quoted;
using bontot_test::show;

struct row
{
    const char* name;
    const char* json;  /**< ' stands for " */
    const char* found; /**< the id, or the errors as `show` gives them */
};

constexpr row rows[] = {
    {"first", "{'rubric': {'id': 'a-1', 'version': '2'}, 'unit': {}}", "a-1"},
    {"last", "{'facts': {'rubric': {'id': 'no'}}, 'rubric': {'version': '2', 'id': 'a'}}", "a"},
    {"what stands behind is not read", "{'rubric': {'id': 'a'}, nonsense", "a"},
    {"escaped", R"({'\u0072ubric': {'\u0069d': 'a\u0062c'}})", "abc"},
    {"within a list", "{'x': [{'rubric': {'id': 'no'}}, ['rubric', {'id': 'no'}]]}", ""},
    {"a list first", "{'rubric': [{'id': 'no'}], 'rubric': {'id': 'a'}}", "a"},
    {"deeper", "{'rubric': {'id': {'id': 'no'}}, 'rubric': {'x': {'id': 'no'}, 'id': 'a'}}", "a"},
    {"byte order mark", "\xEF\xBB\xBF{'rubric': {'id': 'a'}}", "a"},
    {"none", "{'unit': {'id': 'rubric'}}", ""},
    {"an empty one", "{'rubric': {'id': ''}}", ""},
    {"no id", "{'rubric': {'version': '1'}}", "reading_missing_key at /rubric"},
    {"no object", "{'rubric': 'a'}", "reading_wrong_type at /rubric"},
    {"no text", "{'rubric': {'id': 7}}", "reading_wrong_type at /rubric/id"},
    {"a list", "['rubric', {'id': 'a'}]", "reading_wrong_type at "},
    {"cut off", "{'rubric': {'id': 'a", "json_incomplete at "},
    {"empty", "", "json_incomplete at "},
    {"faulty before", "{'unit': nul, 'rubric': {'id': 'a'}}", "json_syntax at "},
};

std::string found_in(const std::string& json)
{
    const auto read = bontot::read_rubric_id(json);
    return read ? std::string(std::string_view(*read)) : show(read.error());
}

/** Reads a rubric's id in both ways; returns whether the quick one found it. */
bool check_same_id(std::string_view text, const bontot::reading_limits& limits = {})
{
    bontot::memory& source = bontot::default_memory();
    const reading::exact_text exact(text);
    const auto words = [](const bontot::result_of<bontot::string>& read) {
        return read ? "found " + std::string(read->data(), read->size())
                    : reading::show(read.error());
    };
    const std::string expected =
        words(bontot::detail::find_any_rubric_id(exact.view(), limits, source));
    BOOST_TEST(words(bontot::read_rubric_id(exact.view(), limits)) == expected, text);
    const auto quick = bontot::detail::find_plain_rubric_id(exact.view(), limits, source);
    if (!quick) return false;
    BOOST_TEST("found " + std::string(quick->data(), quick->size()) == expected, text);
    return true;
}

} // namespace

BOOST_AUTO_TEST_SUITE(rubric_id)

BOOST_AUTO_TEST_CASE(found)
{
    for (const row& each : rows)
        BOOST_TEST(found_in(quoted(each.json)) == each.found, each.name << ": " << each.json);
}

BOOST_AUTO_TEST_CASE(limits)
{
    const std::string json = quoted("{'rubric': {'id': 'a'}}");
    const auto small = bontot::read_rubric_id(json, {json.size() - 1, 64});
    BOOST_TEST_REQUIRE(!small);
    BOOST_TEST(show(small.error()) == "json_too_large at ");
    const auto shallow = bontot::read_rubric_id(json, {json.size(), 1});
    BOOST_TEST_REQUIRE(!shallow);
    BOOST_TEST(show(shallow.error()) == "json_too_deep at ");
    BOOST_TEST(!!bontot::read_rubric_id(json, {json.size(), 2}));
}

/** An id that stands first, late, or where it is not easy to find. */
BOOST_AUTO_TEST_CASE(found_alike_in_both_ways)
{
    const std::string guide = R"("guide": {"x": [1, {"y": null}], "x": ")" + std::string(600, 'x');
    const std::string easy[] = {
        R"({"rubric": {"id": "a")",
        R"({"rubric": {"version": {"id": "b"}, "id": ""}, nonsense)",
        R"({"x": {"rubric": {"id": "b"}}, "rubric": {"version": null, "id": "a"}})",
        "{" + guide + R"("}, "rubric": {"id": "late"}})",
        R"({"rubric": {"id": ")" + std::string(600, 'i') + R"("}})",
    };
    for (const std::string& each : easy)
        BOOST_TEST(check_same_id(each), each);
    const std::string other[] = {
        "",
        "[]",
        "{}",
        R"({"rubric": {"id": "a)",
        R"({"rubric": [], "rubric": {"id": "a"}})",
        R"({"rubric": {"id": 1, "id": "a"}})",
        R"({"rubric": {}, "rubric": {"id": "a"}})",
        R"({"\u0072ubric": {"id": "a"}})",
        R"({"x": 1e5, "rubric": {"id": "a"}})",
        R"({"x": nul, "rubric": {"id": "a"}})",
        R"({"x": [1 2], "rubric": {"id": "a"}})",
        "{\"x\": \"\xFF\", \"rubric\": {\"id\": \"a\"}}",
        "\xEF\xBB\xBF{\"rubric\": {\"id\": \"a\"}}",
    };
    for (const std::string& each : other)
        BOOST_TEST(!check_same_id(each), each);
    const std::string& last = easy[3];
    for (std::size_t size = 0; size < last.size(); ++size)
        BOOST_TEST(check_same_id(last.substr(0, size)) == (size > last.size() - 3));
    for (std::size_t depth = 0; depth < 8; ++depth) {
        for (std::size_t count = 0; count < 8; ++count) {
            const std::string text = "{\"x\": " + nested(count) + R"(, "rubric": {"y": )" +
                                     nested(count) + R"(, "id": "a"}})";
            BOOST_TEST(check_same_id(text, {1000, depth}) == (count + 2 <= depth));
        }
    }
    BOOST_TEST(check_same_id(last, {last.size(), 64}));
    BOOST_TEST(!check_same_id(last, {last.size() - 1, 64}));
}

BOOST_AUTO_TEST_CASE(found_alike_in_changed_dossiers)
{
    const std::string& text = bontot_test::full_text();
    const std::string name = R"("rubric": {"id": "small", "version": "1.0.0"},)";
    std::string late = text;
    late.erase(late.find(name), name.size());
    late.insert(late.rfind('}'), ", " + name.substr(0, name.size() - 1));
    std::size_t found = 0;
    bontot_test::json_mutation change(7);
    for (const std::string& each : {text, late}) {
        BOOST_TEST(check_same_id(each));
        for (int i = 0; i < 3000; ++i) {
            std::string changed = each;
            for (std::size_t count = change.below(4); count < 4; ++count)
                change(changed);
            found += check_same_id(changed) ? 1U : 0U;
        }
    }
    BOOST_TEST(found > 2000U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace rubric_id_unit
