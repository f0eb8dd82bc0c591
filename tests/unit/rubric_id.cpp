// SPDX-License-Identifier: BSL-1.0

#include "support/sheets.hpp"

#include <bontot/rubric_id.hpp>

namespace rubric_id_unit {

namespace {

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

BOOST_AUTO_TEST_SUITE_END()

} // namespace rubric_id_unit
