// SPDX-License-Identifier: BSL-1.0

#include <bontot/feel.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>
#include <string>

namespace feel_value_unit {

namespace {

namespace feel = bontot::feel;

feel::value number(std::int64_t n)
{
    return feel::value::number(bontot::number(n));
}

std::string text_of(const feel::value& what, const feel::symbol_table& symbols)
{
    std::string text;
    feel::append_text(text, what, symbols);
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_feel_value)

BOOST_AUTO_TEST_CASE(a_value_is_unknown_until_it_is_something)
{
    const feel::value fresh;
    BOOST_TEST(fresh.is_unknown());
    BOOST_TEST(!fresh.is_null());
    BOOST_TEST(feel::value::null().is_null());
    BOOST_TEST(feel::value::boolean(true).is_true());
    BOOST_TEST(feel::value::boolean(false).is_false());
    BOOST_TEST(!number(0).is_false());
}

BOOST_AUTO_TEST_CASE(values_print_as_feel)
{
    feel::symbol_table symbols;
    const feel::value inner[] = {
        number(1), feel::value::text("a \"b\" \\"), feel::value::null(), feel::value()};
    const feel::field fields[] = {
        {symbols.intern("x"), feel::value::list(inner)},
        {symbols.intern("y z"), feel::value::date({2021, 2, 3})}};
    feel::range_value interval;
    interval.low = number(1);
    interval.high = number(2);
    interval.high_open = true;
    feel::range_value below;
    below.high = number(10);
    below.has_low = false;
    below.high_open = true;
    struct row
    {
        feel::value what;
        const char* text;
    };
    const row rows[] = {
        {feel::value::text("a \"b\""), "a \"b\""},
        {feel::value::context(fields),
         "{x: [1, \"a \\\"b\\\" \\\\\", null, unknown], y z: 2021-02-03}"},
        {feel::value::list({}), "[]"},
        {feel::value::context(nullptr, 0), "{}"},
        {feel::value::boolean(true), "true"},
        {feel::value::days(0), "PT0S"},
        {feel::value::days(90061), "P1DT1H1M1S"},
        {feel::value::days(-86400), "-P1D"},
        {feel::value::months(0), "P0M"},
        {feel::value::months(-14), "-P1Y2M"},
        {feel::value::months(std::numeric_limits<std::int64_t>::min()), "-P768614336404564650Y8M"},
        {feel::value::range(&interval), "[1..2)"},
        {feel::value::range(&below), "(< 10)"},
    };
    for (const row& each : rows)
        BOOST_TEST(text_of(each.what, symbols) == each.text);
}

BOOST_AUTO_TEST_CASE(equality_has_four_answers)
{
    BOOST_TEST(feel::equals(number(1), number(1)).is_true());
    BOOST_TEST(feel::equals(number(1), number(2)).is_false());
    BOOST_TEST(feel::equals(number(1), feel::value::text("1")).is_null());
    BOOST_TEST(feel::equals(feel::value::null(), feel::value()).is_unknown());
    const feel::value partly[] = {number(1), feel::value()};
    const feel::value like[] = {number(1), number(2)};
    const feel::value unlike[] = {number(3), number(2)};
    BOOST_TEST(feel::equals(feel::value::list(partly), feel::value::list(like)).is_unknown());
    BOOST_TEST(feel::equals(feel::value::list(partly), feel::value::list(unlike)).is_false());
}

BOOST_AUTO_TEST_CASE(deep_values_are_compared_and_printed_to_a_limit)
{
    bontot::arena region;
    feel::symbol_table symbols;
    feel::value deep = number(1);
    for (int i = 0; i < 100'000; ++i)
        deep = feel::value::list(region.copy(std::span<const feel::value>(&deep, 1)));
    BOOST_TEST(feel::equals(deep, deep).is_null());
    BOOST_TEST(text_of(deep, symbols).size() < 1000);
}

BOOST_AUTO_TEST_CASE(symbols_are_names_stored_once)
{
    feel::symbol_table symbols;
    const feel::symbol name = symbols.intern("name");
    BOOST_TEST(symbols.intern("name") == name);
    BOOST_TEST(symbols.intern("other") != name);
    BOOST_TEST(symbols.text(name) == "name");
    BOOST_TEST(symbols.find("name").value() == name);
    BOOST_TEST(!symbols.find("nobody"));
    BOOST_TEST(symbols.find("weekday").value() == feel::property_weekday);
    BOOST_TEST(symbols.find("months").value() == feel::property_months);
}

BOOST_AUTO_TEST_CASE(an_environment_finds_its_variables)
{
    feel::environment names;
    BOOST_TEST(names.add("b.c", feel::type::number()) == 0);
    BOOST_TEST(names.add("b.d", feel::type::text()) == 1);
    BOOST_TEST(names.add("a", feel::type::any()) == 2);
    BOOST_TEST(names.add("Employment Status", feel::type::any()) == 3);
    BOOST_TEST(names.find("b.d").value() == 1);
    BOOST_TEST(!names.find("b"));
    BOOST_TEST(names.beginning_with("b").size() == 2);
    BOOST_TEST(names.add("a", feel::type::number()) == 4);
    BOOST_TEST(names.find("a").value() == 4);
    BOOST_TEST(names.name(3) == "Employment Status");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace feel_value_unit
