// SPDX-License-Identifier: BSL-1.0

#include <bontot/number.hpp>

#include <bontot/number/wide.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace number_unit {

namespace {

using bontot::number;
using bontot::number_status;
using bontot::rounding_mode;
using bontot::detail::wide;

const std::string nines(34, '9');
const std::string greatest = nines + "e6111";

number read(std::string_view text)
{
    number out;
    BOOST_TEST_REQUIRE((number::parse(text, out) == number_status::ok), text << " is not read");
    return out;
}

std::string show(const number& value)
{
    return std::string(to_text(value).view());
}

std::string show(const std::optional<number>& value)
{
    return value ? show(*value) : std::string("null");
}

std::string show_plain(const number& value)
{
    std::string out;
    append_plain(out, value);
    return out;
}

struct binary_case
{
    std::string left;
    std::string right;
    std::string expected;
};

using binary_operation = std::optional<number> (*)(const number&, const number&) noexcept;

void check_all(binary_operation operation, const std::vector<binary_case>& cases)
{
    for (const binary_case& each : cases) {
        BOOST_TEST_CONTEXT(each.left << " with " << each.right)
        {
            BOOST_TEST(show(operation(read(each.left), read(each.right))) == each.expected);
        }
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_number)

BOOST_AUTO_TEST_CASE(is_a_small_plain_value)
{
    static_assert(sizeof(number) <= 24);
    static_assert(std::is_trivially_copyable_v<number>);
    static_assert(!std::is_convertible_v<bool, number>);
    static_assert(!std::is_convertible_v<double, number>);
    constexpr number zero;
    static_assert(zero.is_zero() && !zero.is_negative());
    constexpr number minus_three = -3;
    static_assert(minus_three.is_negative());
}

BOOST_AUTO_TEST_CASE(is_constructed_from_integers)
{
    BOOST_TEST(show(number(0)) == "0");
    BOOST_TEST(show(number(90U)) == "90");
    BOOST_TEST(show(number(std::numeric_limits<std::int64_t>::min())) == "-9223372036854775808");
    BOOST_TEST(show(number(std::numeric_limits<std::uint64_t>::max())) == "18446744073709551615");
    BOOST_TEST(show(number(std::int8_t{-128})) == "-128");
    BOOST_TEST(show(number::scaled(-1250, 2)) == "-12.5");
    BOOST_TEST(show(number::scaled(1, 6176)) == "1e-6176");
    BOOST_TEST(show(number::scaled(0, 3)) == "0");
}

BOOST_AUTO_TEST_CASE(parses_the_json_grammar)
{
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"0", "0"},
        {"-0", "0"},
        {"-0.00", "0"},
        {"0e999999999999999999999999", "0"},
        {"90.00", "90"},
        {"0.1", "0.1"},
        {"12345678901234567890.5", "12345678901234567890.5"},
        {"1e400", "1e+400"},
        {"1E+2", "100"},
        {"1.50e-3", "0.0015"},
        {"1e0002", "100"},
        {"-1.25", "-1.25"},
        {greatest, "9." + nines.substr(1) + "e+6144"},
        {"1e6144", "1e+6144"},
        {"0.001e6147", "1e+6144"},
        {"1e-6176", "1e-6176"},
        {"0." + std::string(7000, '0') + "1e7000", "0.1"},
        {"1" + std::string(7000, '0') + "e-7000", "1"},
    };
    for (const auto& [text, expected] : cases) {
        BOOST_TEST_CONTEXT(text.substr(0, 60))
        {
            BOOST_TEST(show(read(text)) == expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(parse_rounds_once_half_even_to_34_digits)
{
    const std::string kept = "123456789012345678901234567890123"; // 33 digits
    const std::vector<std::pair<std::string, std::string>> cases = {
        {kept + "45", kept + "40"},
        {kept + "55", kept + "60"},
        {kept + "450000000000000000000000000001e-28", kept + "50"},
        {kept + "4499999999999999999999999999e-26", kept + "40"},
        {nines + "5", "1" + std::string(35, '0')},
        {nines + "4", nines + "0"},
        {"15e-6177", "2e-6176"},
        {"25e-6177", "2e-6176"},
        {"25" + std::string(40, '0') + "1e-6218", "3e-6176"},
    };
    for (const auto& [text, expected] : cases) {
        BOOST_TEST_CONTEXT(text)
        {
            BOOST_TEST((read(text) == read(expected)));
        }
    }
}

BOOST_AUTO_TEST_CASE(parse_refuses_what_is_no_json_number)
{
    for (const char* text : {"",      "-",   "+1",    "01",  "-01",      "00",    ".5",      "5.",
                             "5.e1",  "1e",  "1e+",   "1e-", "0x10",     " 1",    "1 ",      "1,5",
                             "1.2.3", "--1", "1e1.5", "NaN", "Infinity", "1_000", "\xd9\xa1"}) {
        number out(7);
        BOOST_TEST_CONTEXT(text)
        {
            BOOST_TEST((number::parse(text, out) == number_status::syntax));
            BOOST_TEST((out == 7));
        }
    }
    number out;
    BOOST_TEST((number::parse(std::string_view("1\0", 2), out) == number_status::syntax));
}

BOOST_AUTO_TEST_CASE(parse_refuses_what_is_out_of_range)
{
    const std::vector<std::string> cases = {
        "1e6145",
        "10e6144",
        nines + "5e6111",
        "-1e999999999999",
        "1e-999999999999",
        "1e" + std::string(1000, '9'),
        "1e-" + std::string(1000, '9'),
        "5e-6177", // a tie with zero, which is even
        "-1e-6177",
    };
    for (const std::string& text : cases) {
        number out(7);
        BOOST_TEST_CONTEXT(text)
        {
            BOOST_TEST((number::parse(text, out) == number_status::out_of_range));
            BOOST_TEST((out == 7));
        }
    }
}

BOOST_AUTO_TEST_CASE(parses_a_megabyte_of_digits)
{
    BOOST_TEST(show(read("0." + std::string(1000000, '3'))) == "0." + std::string(34, '3'));
    number out;
    const std::string whole(1000000, '3');
    BOOST_TEST((number::parse(whole, out) == number_status::out_of_range));
    BOOST_TEST(show(read(whole + "e-1000000")) == "0." + std::string(34, '3'));
}

BOOST_AUTO_TEST_CASE(compares_by_value)
{
    const std::vector<std::string> ascending = {
        "-" + greatest, "-1e6111", "-90.5", "-90",    "-1e-6176", "0",  "1e-6176",
        "1e-30",        "0.1",     "0.3",   "1",      "89.99",    "90", "90.01",
        nines,          "1e34",    "1e40",  "1e6111", greatest};
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        for (std::size_t j = 0; j < ascending.size(); ++j) {
            const number left = read(ascending[i]);
            const number right = read(ascending[j]);
            BOOST_TEST_CONTEXT(ascending[i] << " and " << ascending[j])
            {
                BOOST_TEST((left < right) == (i < j));
                BOOST_TEST((left > right) == (i > j));
                BOOST_TEST((left == right) == (i == j));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(equal_values_may_have_different_exponents)
{
    BOOST_TEST((read("90.00") == 90));
    BOOST_TEST((read("0e-6176") == read("0e6111")));
    BOOST_TEST((read("1" + std::string(33, '0') + "e-33") == 1));
    BOOST_TEST((read("1e33") == read("1" + std::string(33, '0'))));
    BOOST_TEST((read("-90.0") == -90));
    BOOST_TEST((number(90) != read("90.00000000000000000000000000000001")));
}

BOOST_AUTO_TEST_CASE(adds)
{
    check_all(
        &bontot::add,
        {
            {"0.1", "0.2", "0.3"},
            {"90.00", "0.5", "90.5"},
            {"5", "-5.00", "0"},
            {"-5", "5", "0"},
            {"-2", "1.5", "-0.5"},
            {"0", "-0", "0"},
            {"0", "1e-6176", "1e-6176"},
            {"0e6111", "1e-6176", "1e-6176"},
            {"18446744073709551615", "1", "18446744073709551616"},
            {nines, "1", "10000000000000000000000000000000000"},
            {nines, "0.5", "10000000000000000000000000000000000"},
            {nines, "0.4", nines},
            {"1e33", "0.5", "1000000000000000000000000000000000"},
            {"1e33", "0.50000000001", "1000000000000000000000000000000001"},
            {"1000000000000000000000000000000001", "0.5", "1000000000000000000000000000000002"},
            {"1000000000000000000000000000000001", "1e-900", "1000000000000000000000000000000001"},
            {"1e33", "-1e-900", "1000000000000000000000000000000000"},
            {greatest, "1", "9." + nines.substr(1) + "e+6144"},
            {greatest, "5e6110", "null"},
            {greatest, "4e6110", "9." + nines.substr(1) + "e+6144"},
            {greatest, greatest, "null"},
            {greatest, "-" + greatest, "0"},
        }
    );
}

BOOST_AUTO_TEST_CASE(subtracts)
{
    check_all(
        &bontot::subtract,
        {
            {"100", "0.01", "99.99"},
            {"0.01", "100", "-99.99"},
            {"-5", "-5.0", "0"},
            {"0", "0", "0"},
            {"0", "3", "-3"},
            {"1e34", "1", nines},
            {"1e34", "0.4", "1" + std::string(34, '0')},
            {"-" + greatest, greatest, "null"},
        }
    );
}

BOOST_AUTO_TEST_CASE(multiplies)
{
    check_all(
        &bontot::multiply,
        {
            {"0.1", "0.2", "0.02"},
            {"-2.5", "4", "-10"},
            {"-2.5", "0", "0"},
            {"18446744073709551615", "18446744073709551615",
             "340282366920938463426481119284349100000"},
            {nines, nines, "9.999999999999999999999999999999998e+67"},
            {"1e3072", "1e3072", "1e+6144"},
            {"1e3072", "1e3073", "null"},
            {"1e-3088", "1e-3088", "1e-6176"},
            {"1e-3088", "1e-3089", "null"},
            {"5e-3088", "2e-3089", "1e-6176"},
            {"1e-6000", "0", "0"},
        }
    );
}

BOOST_AUTO_TEST_CASE(divides)
{
    check_all(
        &bontot::divide,
        {
            {"1", "3", "0.3333333333333333333333333333333333"},
            {"2", "3", "0.6666666666666666666666666666666667"},
            {"1", "8", "0.125"},
            {"-90", "100", "-0.9"},
            {"6", "3", "2"},
            {"0", "-3", "0"},
            {"1", "0", "null"},
            {"0", "0", "null"},
            {"1000000000000000000000000000000001", "2", "500000000000000000000000000000000.5"},
            {"3000000000000000000000000000000001", "2", "1500000000000000000000000000000000"},
            {"3000000000000000000000000000000003", "2", "1500000000000000000000000000000002"},
            {greatest, "0.1", "null"},
            {"1e-6176", "2", "null"},
            {"3e-6176", "2", "2e-6176"},
        }
    );
}

BOOST_AUTO_TEST_CASE(modulo_has_the_sign_of_the_divisor)
{
    check_all(
        &bontot::modulo,
        {
            {"12", "5", "2"},
            {"-12", "5", "3"},
            {"12", "-5", "-3"},
            {"-12", "-5", "-2"},
            {"10.1", "4.5", "1.1"},
            {"-10.1", "4.5", "3.4"},
            {"10.1", "-4.5", "-3.4"},
            {"-10.1", "-4.5", "-1.1"},
            {"10", "2.50", "0"},
            {"-10", "2.50", "0"},
            {"0", "5", "0"},
            {"5", "0", "null"},
            {"1e6000", "7", "1"},
            {"1e6001", "7", "3"},
            {"1e-6000", "7", "1e-6000"},
            {"-1e-6000", "7", "7"},
        }
    );
}

BOOST_AUTO_TEST_CASE(raises_to_integer_powers)
{
    struct power_case
    {
        std::string base;
        std::int64_t exponent;
        std::string expected;
    };
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    const std::vector<power_case> cases = {
        {"2", 10, "1024"},
        {"-2", 3, "-8"},
        {"0.5", 2, "0.25"},
        {"2", -2, "0.25"},
        {"0", 0, "1"},
        {"5", 0, "1"},
        {"0", 5, "0"},
        {"0", -1, "null"},
        {"1", most, "1"},
        {"-1", most, "-1"},
        {"-1", least, "1"},
        {"1.000", least, "1"},
        {"10", 6144, "1e+6144"},
        {"10", 6145, "null"},
        {"10", -6176, "1e-6176"},
        {"10", -6177, "null"},
        {"2", most, "null"},
        {"2", least, "null"},
        {"0.5", most, "null"},
        {"3", 100, "5.153775207320113310364611297656213e+47"},
        {"1.000000000000000000000000000000001", 5, "1.000000000000000000000000000000005"},
        // 1 + 5e-34 + 25e-68: a little more than half
        {"0.9999999999999999999999999999999995", -1, "1.000000000000000000000000000000001"},
    };
    for (const power_case& each : cases) {
        BOOST_TEST_CONTEXT(each.base << " to the power of " << each.exponent)
        {
            BOOST_TEST(show(power(read(each.base), each.exponent)) == each.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(rounds_by_mode)
{
    // Each mode's result for one decimal dropped; modes in the order of the enumeration.
    struct mode_case
    {
        std::string value;
        std::vector<std::string> expected;
    };
    const std::vector<mode_case> cases = {
        {"2.5", {"2", "3", "2", "3", "2", "2", "3"}},
        {"-2.5", {"-2", "-3", "-2", "-3", "-2", "-3", "-2"}},
        {"3.5", {"4", "4", "3", "4", "3", "3", "4"}},
        {"2.51", {"3", "3", "3", "3", "2", "2", "3"}},
        {"2.49", {"2", "2", "2", "3", "2", "2", "3"}},
        {"-0.1", {"0", "0", "0", "-1", "0", "-1", "0"}},
        {"7.00", {"7", "7", "7", "7", "7", "7", "7"}},
        {"2.5000000000000000000000000000001", {"3", "3", "3", "3", "2", "2", "3"}},
        {"1e-6176", {"0", "0", "0", "1", "0", "0", "1"}},
    };
    for (const mode_case& each : cases) {
        for (std::size_t mode = 0; mode < each.expected.size(); ++mode) {
            BOOST_TEST_CONTEXT(each.value << " in mode " << mode)
            {
                const auto result = round(read(each.value), 0, static_cast<rounding_mode>(mode));
                BOOST_TEST(show(result) == each.expected[mode]);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(rounds_to_any_scale)
{
    struct scale_case
    {
        std::string value;
        std::int64_t scale;
        std::string half_up;
    };
    const std::vector<scale_case> cases = {
        {"1234.5678", 2, "1234.57"},
        {"1234.5678", -2, "1200"},
        {"1250", -2, "1300"},
        {"49", -2, "0"},
        {"50", -2, "100"},
        {"1.5", 5, "1.5"},
        {"1.5", std::numeric_limits<std::int64_t>::max(), "1.5"},
        {greatest, std::numeric_limits<std::int64_t>::min(), "0"},
        {greatest, -6144, "null"},
        {greatest, -6145, "null"},
        {greatest, -6146, "0"},
        {nines + "e-34", 33, "1"},
    };
    for (const scale_case& each : cases) {
        BOOST_TEST_CONTEXT(each.value << " to " << each.scale)
        {
            BOOST_TEST(
                show(round(read(each.value), each.scale, rounding_mode::half_up)) == each.half_up
            );
        }
    }
    const auto least = std::numeric_limits<std::int64_t>::min();
    BOOST_TEST(show(round(number(1), least, rounding_mode::up)) == "null");
    BOOST_TEST(show(round(number(0), least, rounding_mode::up)) == "0");
}

BOOST_AUTO_TEST_CASE(rounds_to_multiples)
{
    struct multiple_case
    {
        std::string value;
        std::string step;
        std::vector<std::string> expected; // modes in the order of the enumeration
    };
    const std::vector<multiple_case> cases = {
        {"8.25", "0.5", {"8", "8.5", "8", "8.5", "8", "8", "8.5"}},
        {"8.75", "0.5", {"9", "9", "8.5", "9", "8.5", "8.5", "9"}},
        {"-8.25", "0.5", {"-8", "-8.5", "-8", "-8.5", "-8", "-8.5", "-8"}},
        {"0.25", "0.5", {"0", "0.5", "0", "0.5", "0", "0", "0.5"}},
        {"-0.25", "0.5", {"0", "-0.5", "0", "-0.5", "0", "-0.5", "0"}},
        {"9.50", "0.25", {"9.5", "9.5", "9.5", "9.5", "9.5", "9.5", "9.5"}},
        {"1", "0.3", {"0.9", "0.9", "0.9", "1.2", "0.9", "0.9", "1.2"}},
        {"1e-6176", "5", {"0", "0", "0", "5", "0", "0", "5"}},
        {"5", "0", {"null", "null", "null", "null", "null", "null", "null"}},
        {"5", "-1", {"null", "null", "null", "null", "null", "null", "null"}},
        // A rounded quotient would be exactly one half more than a multiple.
        {"0.4999999999999999999999999999999999", "1", {"0", "0", "0", "1", "0", "0", "1"}},
        {"5000000000000000000000000000000001",
         "1e34",
         {"1e34", "1e34", "1e34", "1e34", "0", "0", "1e34"}},
        {greatest, "7e6144", {"7e6144", "7e6144", "7e6144", "null", "7e6144", "7e6144", "null"}},
    };
    for (const multiple_case& each : cases) {
        for (std::size_t mode = 0; mode < each.expected.size(); ++mode) {
            BOOST_TEST_CONTEXT(each.value << " by " << each.step << " in mode " << mode)
            {
                const auto result = round_to_multiple(
                    read(each.value), read(each.step), static_cast<rounding_mode>(mode)
                );
                const std::string& expected = each.expected[mode];
                BOOST_TEST(show(result) == (expected == "null" ? expected : show(read(expected))));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(settles_to_12_decimals)
{
    const number third = *bontot::divide(1, 3);
    BOOST_TEST(show(settle(third)) == "0.333333333333");
    BOOST_TEST(show(settle(read("0.0000000000005"))) == "0");
    BOOST_TEST(show(settle(read("-0.0000000000015"))) == "-0.000000000002");
    BOOST_TEST(show(settle(read("90.125"))) == "90.125");
    BOOST_TEST(show(settle(read(greatest))) == show(read(greatest)));
    // A third of three points, three times, is three.
    const number each = *multiply(3, third);
    BOOST_TEST((settle(*add(*add(each, each), each)) == 3));
}

BOOST_AUTO_TEST_CASE(changes_sign)
{
    BOOST_TEST(show(-number(3)) == "-3");
    BOOST_TEST(show(-number()) == "0");
    BOOST_TEST(!(-number()).is_negative());
    BOOST_TEST(show(abs(number(-3))) == "3");
    BOOST_TEST(show(abs(number(3))) == "3");
}

BOOST_AUTO_TEST_CASE(knows_integers)
{
    BOOST_TEST(read("90.00").is_integer());
    BOOST_TEST(read("0.00").is_integer());
    BOOST_TEST(read("1e6111").is_integer());
    BOOST_TEST(read("1" + std::string(33, '0') + "e-33").is_integer());
    BOOST_TEST(!read("90.5").is_integer());
    BOOST_TEST(!read("1e-6176").is_integer());
    BOOST_TEST((read("-90.00").to_int64() == -90));
    BOOST_TEST((read("9223372036854775807").to_int64() == 9223372036854775807));
    BOOST_TEST((read("9e18").to_int64() == 9000000000000000000));
    BOOST_TEST(read("-9223372036854775808").to_int64().has_value());
    BOOST_TEST(!read("9223372036854775808").to_int64());
    BOOST_TEST(!read("1e19").to_int64());
    BOOST_TEST(!read("1e400").to_int64());
    BOOST_TEST(!read("0.5").to_int64());
}

BOOST_AUTO_TEST_CASE(splits_into_coefficient_and_scale)
{
    const auto split = [](const char* text) {
        std::int64_t coefficient = -7;
        std::int32_t scale = -7;
        const bool fits = read(text).to_scaled(coefficient, scale);
        const std::string parts = std::to_string(coefficient) + "/" + std::to_string(scale);
        return fits ? parts : "no " + parts;
    };
    BOOST_TEST(split("90.00") == "90/0");
    BOOST_TEST(split("-12.50") == "-125/1");
    BOOST_TEST(split("1e3") == "1000/0");
    BOOST_TEST(split("0e-5") == "0/0");
    BOOST_TEST(split("1e-6176") == "1/6176");
    BOOST_TEST(split("-9223372036854775808") == "-9223372036854775808/0");
    BOOST_TEST(split("0.1234567890123456789012") == "no -7/-7");
    BOOST_TEST(split("1e6111") == "no -7/-7");
}

BOOST_AUTO_TEST_CASE(converts_to_the_nearest_double)
{
    constexpr auto infinite = std::numeric_limits<double>::infinity();
    BOOST_TEST((read("0.1").to_double() == 0.1));
    BOOST_TEST((read("-90.25").to_double() == -90.25));
    BOOST_TEST((read("9007199254740993").to_double() == 9007199254740992.0));
    BOOST_TEST((read("9007199254740993.0000001").to_double() == 9007199254740994.0));
    BOOST_TEST((read("1.7976931348623157e308").to_double() == 1.7976931348623157e308));
    BOOST_TEST((read("2.2250738585072014e-308").to_double() == 2.2250738585072014e-308));
    BOOST_TEST((read("5e-324").to_double() == 5e-324));
    BOOST_TEST((read("2e-324").to_double() == 0.0));
    BOOST_TEST((read("1e309").to_double() == infinite));
    BOOST_TEST((read("-1e6111").to_double() == -infinite));
    BOOST_TEST((read("1e-6176").to_double() == 0.0));
    BOOST_TEST((number().to_double() == 0.0));
}

BOOST_AUTO_TEST_CASE(prints_the_shortest_exact_text)
{
    const std::string forty = "1" + std::string(39, '0');
    BOOST_TEST(show(read("1e39")) == forty);
    BOOST_TEST(show(read("1e40")) == "1e+40");
    BOOST_TEST(show(read("-1e38")) == "-1" + std::string(38, '0'));
    BOOST_TEST(show(read("-1e39")) == "-1e+39");
    BOOST_TEST(show(read("1e-38")) == "0." + std::string(37, '0') + "1");
    BOOST_TEST(show(read("1e-39")) == "1e-39");
    BOOST_TEST(show(read("1.50e400")) == "1.5e+400");
    BOOST_TEST(show(read("100.00")) == "100");
    BOOST_TEST(show(read("-0.50")) == "-0.5");
    BOOST_TEST(show(read("1000000000000000001")) == "1000000000000000001");
    const number longest = read("-" + nines + "e-6176");
    BOOST_TEST(show(longest) == "-9." + nines.substr(1) + "e-6143");
    BOOST_TEST((read(show(longest)) == longest));
}

BOOST_AUTO_TEST_CASE(appends_plain_decimals)
{
    std::string out = "x=";
    append_plain(out, read("-12.50"));
    BOOST_TEST(out == "x=-12.5");
    BOOST_TEST(show_plain(0) == "0");
    BOOST_TEST(show_plain(read("1e100")) == "1" + std::string(100, '0'));
    BOOST_TEST(show_plain(read("1.5e-100")) == "0." + std::string(99, '0') + "15");
    BOOST_TEST(show_plain(read(greatest)) == nines + std::string(6111, '0'));
    BOOST_TEST(show_plain(read("-1e-6176")).size() == 6179U);
}

/** With as many digits as 64 bits hold, one more, and the point before, among and behind them. */
BOOST_AUTO_TEST_CASE(appends_decimals_of_every_length)
{
    const std::string digits = "184467440737095516159";
    for (std::size_t count = 1; count <= digits.size(); ++count) {
        std::string whole = digits.substr(0, count);
        if (whole.back() == '0') whole.back() = '9';
        for (std::size_t scale = 0; scale <= 21; ++scale) {
            std::string expected = whole;
            if (scale >= count) expected.insert(0, scale + 1 - count, '0');
            if (scale > 0) expected.insert(expected.size() - scale, 1, '.');
            const std::string exponent = "e-" + std::to_string(scale);
            BOOST_TEST(show_plain(read(whole + exponent)) == expected);
            BOOST_TEST(show_plain(read("-" + whole + exponent)) == "-" + expected);
            // Zeros at the end of the fraction are not shown, those before the point are.
            const std::string zeros = whole + "000e-" + std::to_string(scale + 3);
            BOOST_TEST(show_plain(read(zeros)) == expected);
            BOOST_TEST(show_plain(read(whole + "00")) == whole + "00");
        }
    }
}

BOOST_AUTO_TEST_CASE(multiplies_words_to_128_bits)
{
    using namespace bontot::detail;
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    static_assert(product(most, most) == uint128{1, most - 1});
    static_assert(product(std::uint64_t{1} << 32, std::uint64_t{1} << 32) == uint128{0, 1});
    static_assert(product(most, 2) == uint128{most - 1, 1});
    static_assert(count_digits(uint128{}) == 0);
    for (int digits = 1; digits <= 38; ++digits) {
        const uint128& power = power_of_ten_128(digits - 1);
        BOOST_TEST(count_digits(power) == digits);
        if (digits > 1) BOOST_TEST(count_digits(difference(power, {1, 0})) == digits - 1);
    }
}

// Limbs of all zeros, all ones and a lone top bit reach the corrections that random ones do not.
BOOST_AUTO_TEST_CASE(wide_division_is_the_inverse_of_multiplication)
{
    constexpr std::uint64_t words[] = {
        0,
        1,
        0x7FFFFFFF,
        0x80000000,
        0xFFFFFFFF,
        0x8000000000000000,
        0xFFFFFFFF00000000,
        0x7FFFFFFFFFFFFFFF,
        0xFFFFFFFFFFFFFFFE,
        0xFFFFFFFFFFFFFFFF};
    const auto join = [](std::uint64_t a, std::uint64_t b, std::uint64_t c) {
        wide out(bontot::detail::uint128{a, b});
        out.shift_left(64);
        out.add(wide(bontot::detail::uint128{c, 0}));
        return out;
    };
    std::size_t wrong = 0;
    const auto check = [&](const wide& value, const wide& divisor) {
        wide rest = value;
        wide back = wide::product(wide::divide(rest, divisor), divisor);
        back.add(rest);
        wrong += wide::compare(back, value) != 0 || wide::compare(rest, divisor) >= 0 ? 1U : 0U;
    };
    for (const std::uint64_t a : words) {
        for (const std::uint64_t b : words) {
            for (const std::uint64_t c : words) {
                for (const std::uint64_t d : words) {
                    for (const std::uint64_t e : words) {
                        const wide divisor(bontot::detail::uint128{d, e});
                        if (!divisor.is_zero()) check(join(a, b, c), divisor);
                    }
                }
            }
        }
    }
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace number_unit
