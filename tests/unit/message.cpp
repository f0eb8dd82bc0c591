// SPDX-License-Identifier: BSL-1.0

#include <bontot/message.hpp>
#include <bontot/text.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

namespace message_unit {

namespace {

using bontot::language;
using bontot::message;

std::set<char> places_in(std::string_view text)
{
    std::set<char> out;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const bool is_place =
            text[i] == '{' && text[i + 1] >= '0' && text[i + 1] <= '9' && text[i + 2] == '}';
        if (is_place) out.insert(text[i + 1]);
    }
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_message)

BOOST_AUTO_TEST_CASE(every_message_is_whole)
{
    std::array<std::string_view, 10> arguments;
    arguments.fill("ARGUMENT");
    std::set<std::string_view> codes;
    for (std::size_t i = 0; i < std::size(bontot::detail::message_table); ++i) {
        const auto which = static_cast<message>(i);
        BOOST_TEST_CONTEXT(message_code(which))
        {
            BOOST_TEST(codes.insert(message_code(which)).second);
            BOOST_TEST(!message_code(which).empty());
            const auto vi = places_in(message_text(which, language::vi));
            const auto en = places_in(message_text(which, language::en));
            BOOST_TEST((vi == en));
            for (const language in : {language::vi, language::en}) {
                const std::string_view text = message_text(which, in);
                BOOST_TEST(!text.empty());
                BOOST_TEST(bontot::is_valid_utf8(text));
                for (const char c : text)
                    BOOST_TEST(static_cast<unsigned char>(c) >= 0x20U);
                std::string rendered;
                append_message(rendered, which, in, arguments);
                BOOST_TEST(places_in(rendered).empty());
                const bool is_filled = rendered.find("ARGUMENT") != std::string::npos;
                BOOST_TEST(is_filled == !places_in(text).empty());
                std::string bare;
                append_message(bare, which, in, {});
                BOOST_TEST(places_in(bare).empty());
            }
        }
    }
    BOOST_TEST(codes.size() >= 250U);
}

BOOST_AUTO_TEST_CASE(arguments_are_not_filled_again)
{
    const std::string_view arguments[] = {"{1}", "x"};
    std::string out;
    append_message(out, message::dossier_inconsistent, language::en, arguments);
    BOOST_TEST(out == "The facts contradict each other: {1} (rule x)");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace message_unit
