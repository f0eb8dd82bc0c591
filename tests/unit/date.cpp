// SPDX-License-Identifier: BSL-1.0

#include <bontot/date.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace date_unit {

namespace {

using bontot::date;

std::string show(const std::optional<date>& day)
{
    std::string out;
    if (day) append_date(out, *day);
    return day ? out : "none";
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_date)

BOOST_AUTO_TEST_CASE(reads_and_writes)
{
    struct
    {
        const char* text;
        const char* expected;
    } test_cases[] = {
        {"2026-01-01", "2026-01-01"},
        {"2024-02-29", "2024-02-29"},
        {"2000-02-29", "2000-02-29"},
        {"0001-01-01", "0001-01-01"},
        {"-0004-02-29", "-0004-02-29"},
        {"999999999-12-31", "999999999-12-31"},
        {"-999999999-01-01", "-999999999-01-01"},
        {"2026-02-29", "none"},
        {"1900-02-29", "none"},
        {"2026-04-31", "none"},
        {"2026-00-01", "none"},
        {"2026-13-01", "none"},
        {"2026-01-00", "none"},
        {"2026-01-32", "none"},
        {"0000-01-01", "none"},
        {"-0000-01-01", "none"},
        {"02026-01-01", "none"},
        {"226-01-01", "none"},
        {"2026-1-1", "none"},
        {"2026-01-1", "none"},
        {"2026-01-011", "none"},
        {"2026/01/01", "none"},
        {"20260101", "none"},
        {"2026-01", "none"},
        {"2026-01-01T00:00:00", "none"},
        {" 2026-01-01", "none"},
        {"2026-01-01 ", "none"},
        {"--2026-01-01", "none"},
        {"+2026-01-01", "none"},
        {"1000000000-01-01", "none"},
        {"99999999999999999999-01-01", "none"},
        {"", "none"},
        {"-", "none"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.text)
        {
            BOOST_TEST(show(bontot::parse_date(tc.text)) == tc.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(counts_days)
{
    struct
    {
        const char* day;
        std::int64_t number;
    } test_cases[] = {
        {"1970-01-01", 0},       {"1970-01-02", 1},     {"1969-12-31", -1},
        {"2000-03-01", 11017},   {"2000-02-29", 11016}, {"1600-02-29", -135081},
        {"0001-01-01", -719162}, {"2026-12-31", 20818},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.day)
        {
            BOOST_TEST(day_number(*bontot::parse_date(tc.day)) == tc.number);
            BOOST_TEST(show(bontot::date_of_day_number(tc.number)) == tc.day);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_day_of_800_years_follows_the_last)
{
    std::int64_t number = day_number(*bontot::make_date(-400, 1, 1));
    bool is_right = true;
    for (std::int64_t year = -400; year < 400; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= bontot::days_in_month(year, month); ++day) {
                const auto each = bontot::make_date(year, month, day);
                is_right = is_right && each && day_number(*each) == number &&
                           bontot::date_of_day_number(number) == each;
                ++number;
            }
        }
    }
    BOOST_TEST(is_right);
}

BOOST_AUTO_TEST_CASE(what_is_out_of_range_is_nothing)
{
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    BOOST_TEST(!bontot::date_of_day_number(least));
    BOOST_TEST(!bontot::date_of_day_number(most));
    BOOST_TEST(!bontot::make_date(bontot::max_year + 1, 1, 1));
    BOOST_TEST(!bontot::make_date(least, 1, 1));
    BOOST_TEST(!bontot::make_date(2026, most, 1));
    BOOST_TEST(!bontot::make_date(2026, 1, most));
    const date last = *bontot::make_date(bontot::max_year, 12, 31);
    const date first = *bontot::make_date(-bontot::max_year, 1, 1);
    BOOST_TEST(show(bontot::date_of_day_number(day_number(last))) == "999999999-12-31");
    BOOST_TEST(!bontot::date_of_day_number(day_number(last) + 1));
    BOOST_TEST(show(bontot::date_of_day_number(day_number(first))) == "-999999999-01-01");
    BOOST_TEST(!bontot::date_of_day_number(day_number(first) - 1));
    BOOST_TEST((first < last));
    static_assert(bontot::parse_date("2026-02-28").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace date_unit
