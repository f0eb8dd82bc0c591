// SPDX-License-Identifier: BSL-1.0

#include <bontot/text.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace text_unit {

namespace {

std::string normalize(std::string_view text)
{
    std::string out;
    bontot::append_normalized(out, text);
    return out;
}

/// Returns the UTF-8 of code points written in hexadecimal, parted by blanks.
std::string encode(const std::string& codes)
{
    std::istringstream stream(codes);
    std::string out;
    for (std::string code; stream >> code;) {
        bontot::detail::append_code_point(
            out, static_cast<char32_t>(std::stoul(code, nullptr, 16))
        );
    }
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_text)

BOOST_AUTO_TEST_CASE(composes_every_vietnamese_letter_from_every_form)
{
    std::ifstream file(std::string(BONTOT_TEST_DATA) + "/vietnamese_letters.tsv");
    std::size_t count = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        ++count;
        BOOST_TEST_CONTEXT(line)
        {
            const std::string composed = encode(line.substr(0, tab));
            const std::string form = encode(line.substr(tab + 1));
            BOOST_TEST(normalize(form) == composed);
            BOOST_TEST(normalize("x" + form + "n" + form) == "x" + composed + "n" + composed);
            BOOST_TEST(normalize(composed) == composed);
        }
    }
    BOOST_TEST(count >= 350U);
}

BOOST_AUTO_TEST_CASE(leaves_everything_else)
{
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", ""},
        {"plain", "plain"},
        {encode("00D0 0061"), encode("0110 0061")},
        {encode("00F0"), encode("00F0")},
        {encode("0111 0110"), encode("0111 0110")},
        {encode("006E 0303"), encode("006E 0303")},      // n with tilde: not Vietnamese
        {encode("0061 031B"), encode("0061 031B")},      // no horn on a
        {encode("0301 0061"), encode("0301 0061")},      // a mark on nothing
        {encode("0061 0301 0300"), encode("00E1 0300")}, // one tone only
        {encode("0061 0302 0306"), encode("00E2 0306")}, // one shape only
        {encode("00E4 0301"), encode("00E4 0301")},      // a with diaeresis
        {encode("4E2D 0061 0323"), encode("4E2D 1EA1")},
        {"a\xCC", "a\xCC"}, // cut off
        {"\xC3(", "\xC3("}, // not UTF-8
        {std::string("a\0\xCC\x81", 4), std::string("a\0\xCC\x81", 4)},
        {"\xF0\x9F\x98\x80" + encode("0065 0301"), "\xF0\x9F\x98\x80" + encode("00E9")},
    };
    for (const auto& [text, expected] : cases) {
        BOOST_TEST_CONTEXT(expected)
        {
            BOOST_TEST(normalize(text) == expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(checks_utf8)
{
    for (const char* valid :
         {"", "a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
          "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        BOOST_TEST_CONTEXT(valid)
        {
            BOOST_TEST(bontot::is_valid_utf8(valid));
        }
    }
    for (const char* invalid :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2z", "\xE0\x9F\xBF", "\xE1\x80",
          "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF0\x90\x80", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\xFE", "\xFF", "a\x80"}) {
        BOOST_TEST_CONTEXT(invalid)
        {
            BOOST_TEST(!bontot::is_valid_utf8(invalid));
        }
    }
    BOOST_TEST(bontot::is_valid_utf8(std::string_view("\0", 1)));
}

/** Every letter alone, and behind one that marks may be composed with. */
BOOST_AUTO_TEST_CASE(plainly_normal_texts_stay_as_they_are)
{
    const auto composed = [](std::string_view text) {
        std::string out;
        for (std::size_t at = 0; at < text.size();)
            at += bontot::detail::append_letter(out, text, at);
        return out;
    };
    std::size_t plain = 0;
    for (char32_t letter = 0; letter < 0x3000; ++letter) {
        for (const std::string before : {"", "a", "\xC3\xAA", "\xC4\x90", "\xC3"}) {
            std::string text = before;
            bontot::detail::append_code_point(text, letter);
            text += 'x';
            if (!bontot::is_plainly_normal(text)) continue;
            ++plain;
            BOOST_TEST(composed(text) == text);
        }
    }
    BOOST_TEST(plain > 50000U);
    BOOST_TEST(bontot::is_plainly_normal("\xC3\xAA\xE1\xBB\x99"));
    BOOST_TEST(!bontot::is_plainly_normal("a\xCC\x80"));
    BOOST_TEST(!bontot::is_plainly_normal("\xC3\x90"));
}

BOOST_AUTO_TEST_CASE(counts_code_points_and_columns)
{
    struct width_case
    {
        std::string text;
        std::size_t code_points;
        std::size_t columns;
    };
    const std::vector<width_case> cases = {
        {"", 0, 0},
        {"abc", 3, 3},
        {encode("0062 1ED1 006E"), 3, 3},
        {encode("0062 006F 0302 0301 006E"), 5, 3},
        {encode("4E2D 6587"), 2, 4},
        {encode("FF21"), 1, 2},
        {encode("2013"), 1, 1},
        {"\xF0\x9F\x98\x80", 1, 2},
    };
    for (const width_case& each : cases) {
        BOOST_TEST_CONTEXT(each.text)
        {
            BOOST_TEST(bontot::count_code_points(each.text) == each.code_points);
            BOOST_TEST(bontot::display_width(each.text) == each.columns);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace text_unit
