// SPDX-License-Identifier: BSL-1.0

#include <bontot/dossier.hpp>
#include <bontot/error.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace error_unit {

namespace {

using bontot::diagnostic;
using bontot::language;
using bontot::message;

std::string sentence(const diagnostic& what, language in)
{
    std::string out;
    append_diagnostic(out, what, in);
    return out;
}

diagnostic make(message code, std::initializer_list<std::string_view> arguments)
{
    diagnostic out;
    out.code = code;
    for (const std::string_view each : arguments)
        out.arguments.emplace_back(each);
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_error)

BOOST_AUTO_TEST_CASE(sentences_are_filled)
{
    struct
    {
        const char* name;
        diagnostic what;
        const char* en;
    } test_cases[] = {
        {"texts", make(message::reading_wrong_format, {"x", "y"}),
         "The format \"x\" can not be read; expected \"y\"."},
        {"another message",
         make(
             message::reading_wrong_type, {"\xFF"
                                           "want_array",
                                           "\xFF"
                                           "kind_number"}
         ),
         "Expected a list [ ... ], but found a number."},
        {"two languages",
         make(
             message::dossier_inconsistent, {"\xFE"
                                             "vi\xFE"
                                             "en",
                                             "c1"}
         ),
         "The facts contradict each other: en (rule c1)"},
        {"an unknown message",
         make(
             message::reading_missing_key, {"\xFF"
                                            "no_such"}
         ),
         "The key \"\" is missing."},
        {"too few", make(message::reading_wrong_format, {"x"}),
         "The format \"x\" can not be read; expected \"\"."},
        {"too many", make(message::reading_missing_key, {"a", "b", "c", "d", "e", "f", "g", "h"}),
         "The key \"a\" is missing."},
        {"empty", make(message::reading_missing_key, {""}), "The key \"\" is missing."},
        {"a mark alone", make(message::reading_missing_key, {"\xFF"}), "The key \"\" is missing."},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.name)
        {
            BOOST_TEST(sentence(tc.what, language::en) == tc.en);
            BOOST_TEST(!sentence(tc.what, language::vi).empty());
        }
    }
    BOOST_TEST(
        sentence(
            make(
                message::dossier_inconsistent, {"\xFE"
                                                "vi\xFE"
                                                "en",
                                                "c1"}
            ),
            language::vi
        )
            .find("vi (") != std::string::npos
    );
}

BOOST_AUTO_TEST_CASE(value_throws_all_errors)
{
    auto read = bontot::read_rubric("[1,");
    BOOST_TEST_REQUIRE(!read.has_value());
    try {
        read.value();
        BOOST_ERROR("value() of a result that holds errors did not throw");
    } catch (const bontot::reading_failed& failed) {
        BOOST_TEST(failed.errors().size() == read.error().size());
        BOOST_TEST((failed.errors().at(0).code == read.error().at(0).code));
        BOOST_TEST(std::string_view(failed.what()) != "");
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace error_unit
