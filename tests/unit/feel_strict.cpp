// SPDX-License-Identifier: BSL-1.0

#include <bontot/feel.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace feel_strict_unit {

namespace {

namespace feel = bontot::feel;
using feel::type;

bontot::vector<bontot::string> words(std::initializer_list<const char*> texts)
{
    bontot::vector<bontot::string> made;
    for (const char* const each : texts)
        made.emplace_back(each);
    return made;
}

/** The variables that the expressions below read. */
struct declared
{
    declared()
    {
        bontot::vector<feel::type_field> member;
        member.push_back({bontot::string("name"), type::text()});
        member.push_back({bontot::string("disciplined"), type::boolean()});
        member.push_back({bontot::string("born"), type::date()});
        names.add("meetings.held", type::number());
        names.add("meetings.planned", type::number());
        names.add("unit.kind", type::choice(words({"village", "school", "company"})));
        names.add("founded", type::date());
        names.add("is_new", type::boolean());
        names.add("title", type::text());
        names.add("members", type::list_of(type::context_of(std::move(member))));
        names.add("anything", type::any());
    }

    feel::environment names;
};

/** Returns "code@column" of every issue, separated by blanks. */
std::string issues_of(const feel::issue_list& issues)
{
    std::string text;
    for (const feel::issue& each : issues) {
        if (!text.empty()) text += ' ';
        text += bontot::message_code(each.code);
        text += '@' + std::to_string(each.column);
    }
    return text;
}

std::string check(std::string_view source, feel::checking how = feel::checking::strict)
{
    declared all;
    feel::compile_options options;
    options.check = how;
    const auto made = feel::compile(source, all.names, options);
    return made.has_error() ? issues_of(made.error()) : std::string();
}

struct row
{
    const char* source;
    const char* issues;
};

} // namespace

BOOST_AUTO_TEST_SUITE(test_feel_strict)

BOOST_AUTO_TEST_CASE(sound_expressions_have_no_issue)
{
    const char* const sources[] = {
        "meetings.held >= 12 and meetings . planned > 0",
        "count(members[disciplined = true]) = 0",
        "count(members[disciplined]) = 0",
        "members[1].name = \"An\"",
        "members[item.born < @\"1990-01-01\"].name",
        "every m in members satisfies not(m.disciplined)",
        "for m in members return m.born.year",
        "unit.kind = \"school\" or unit.kind in (\"village\", \"company\")",
        "unit.kind in [\"village\", \"company\"]",
        "list contains([\"village\", \"school\"], unit.kind)",
        "if is_new then 1 else null",
        "founded + duration(\"P1Y\") < @\"2030-01-01\"",
        "(founded - @\"2020-01-01\").days > 30",
        "anything.x[y > 1][1].z + 1 > anything",
        "sum(for i in 1..3 return i * meetings.held)",
        "max(members.born) = founded",
        "meetings.held = null",
        "title + \"!\" != \"\"",
        "round half up(n: meetings.held / 3, scale: 2)",
        "number(title, null, \",\")",
        "meetings.held in [1..12)",
        "meetings.held between 1 and meetings.planned",
        "min(1, 2, meetings.held)",
        "distinct values(members)[disciplined].name",
        "{a: 1, b: a + 1}.b",
    };
    for (const char* const each : sources)
        BOOST_TEST(check(each) == "", each << ": " << check(each));
}

BOOST_AUTO_TEST_CASE(types_that_can_not_be_right_are_issues)
{
    const row rows[] = {
        {"meetings.held + title", "feel_wrong_operands@15"},
        {"title * 2", "feel_wrong_operands@7"},
        {"1 + null", "feel_wrong_operands@3"},
        {"is_new and 1", "feel_wrong_operands@8"},
        {"founded + 1", "feel_wrong_operands@9"},
        {"-title", "feel_wrong_operand@2"},
        {"meetings.held = title", "feel_not_comparable@15"},
        {"is_new < true", "feel_not_comparable@8"},
        {"meetings.held between title and 3", "feel_not_comparable@15"},
        {"meetings.held in (1, \"x\")", "feel_not_comparable@22"},
        {"meetings.held in [\"a\"..\"b\"]", "feel_not_comparable@18"},
        {"meetings.held in > founded", "feel_not_comparable@18"},
        {"[1..\"a\"] = null", "feel_not_comparable@3"},
        {"if meetings.held then 1 else 2", "feel_not_condition@4"},
        {"members[name]", "feel_not_condition@9"},
        {"some m in members satisfies m.name", "feel_not_condition@29"},
        {"for x in title return x", "feel_not_iterable@10"},
        {"members.nam", "feel_unknown_field_near@9"},
        {"members[1].zzz", "feel_unknown_field@12"},
        {"members[disciplind]", "feel_unknown_name_near@9"},
        {"title.length", "feel_no_fields@7"},
        {"founded.hour", "feel_no_fields@9"},
        {"abs(title)", "feel_wrong_argument@5"},
        {"contains(title, 1)", "feel_wrong_argument@17"},
        {"sum(members)", "feel_wrong_argument@5"},
        {"members[disciplined].name + 1", "feel_wrong_operands@27"},
        {"count(meetings.held)", "feel_wrong_argument@7"},
        {"list contains([1, 2], \"a\")", "feel_not_comparable@23"},
        {"abs(1, 2)", "feel_wrong_argument_count@1"},
        {"date(2020, 1)", "feel_wrong_argument_count@1"},
        {"sum()", "feel_too_few_arguments@1"},
        {"abs(number: 1)", "feel_wrong_argument_name@5"},
        {"modulo(dividend: 1)", "feel_missing_argument@1"},
        {"modulo(dividend: 1, dividend: 2)", "feel_repeated_name@21"},
        {"{a: 1, a: 2}", "feel_repeated_key@8"},
        {"unit.kind = \"shool\"", "feel_unknown_choice_near@13"},
        {"\"factory\" = unit.kind", "feel_unknown_choice@1"},
        {"unit.kind in (\"school\", \"vilage\")", "feel_unknown_choice_near@25"},
        {"unit.kind in [\"scool\", \"village\"]", "feel_unknown_choice_near@15"},
        {"list contains([\"vllage\"], unit.kind)", "feel_unknown_choice_near@16"},
        {"is known(title)", "feel_is_known_misplaced@1"},
        {"? > 5", "feel_input_misplaced@1"},
    };
    for (const row& each : rows)
        BOOST_TEST(check(each.source) == each.issues, each.source << ": " << check(each.source));
}

BOOST_AUTO_TEST_CASE(all_issues_of_an_expression_are_reported_in_the_order_of_its_text)
{
    BOOST_TEST(
        check("meetings.hel > 1 and title > 2 and foo(1)") ==
        "feel_unknown_name_near@1 feel_not_comparable@28 feel_unknown_function@36"
    );
}

BOOST_AUTO_TEST_CASE(a_fault_of_syntax_stands_alone)
{
    BOOST_TEST(check("meetings.hel > 1 and (title > 2") == "feel_unexpected_end@32");
}

BOOST_AUTO_TEST_CASE(columns_count_code_points)
{
    BOOST_TEST(check("\"\xC4\x91\xE1\xBA\xA1t\" = 1") == "feel_not_comparable@7");
}

BOOST_AUTO_TEST_CASE(the_standard_check_leaves_types_to_the_run)
{
    using feel::checking;
    BOOST_TEST(check("1 + \"a\"", checking::standard) == "");
    BOOST_TEST(check("abs()", checking::standard) == "");
    BOOST_TEST(check("abs(number: 1)", checking::standard) == "");
    BOOST_TEST(check("members.zzz", checking::standard) == "");
    BOOST_TEST(check("unit.kind = \"shool\"", checking::standard) == "");
    BOOST_TEST(check("zzz", checking::standard) == "feel_unknown_name@1");
    BOOST_TEST(check("zzz(1)", checking::standard) == "feel_unknown_function@1");
}

BOOST_AUTO_TEST_CASE(an_issue_names_what_it_is_about)
{
    declared all;
    const auto made = feel::compile("unit.kind = \"shool\"", all.names);
    const feel::issue_list issues = made.error();
    BOOST_REQUIRE(issues.size() == 1);
    BOOST_REQUIRE(issues[0].arguments.size() == 2);
    BOOST_TEST(issues[0].offset == 12);
    BOOST_TEST(issues[0].arguments[0] == "shool");
    BOOST_TEST(issues[0].arguments[1] == "school");
}

BOOST_AUTO_TEST_CASE(value_of_a_result_with_issues_throws_them)
{
    declared all;
    const auto made = feel::compile("zzz", all.names);
    BOOST_CHECK_EXCEPTION(
        made.value(), feel::compiling_failed,
        [](const feel::compiling_failed& failure) { return failure.issues().size() == 1; }
    );
}

BOOST_AUTO_TEST_CASE(results_have_types)
{
    struct typed
    {
        const char* source;
        type::shape shape;
    };
    const typed rows[] = {
        {"meetings.held / 2", type::shape::number},
        {"meetings.held > 2", type::shape::boolean},
        {"title + \"a\"", type::shape::text},
        {"founded - founded", type::shape::days_duration},
        {"founded + @\"P1M\"", type::shape::date},
        {"members[1].born", type::shape::date},
        {"members.born", type::shape::list},
        {"if is_new then 1 else 2", type::shape::number},
        {"if is_new then 1 else \"a\"", type::shape::any},
        {"anything + 1", type::shape::number},
        {"anything + anything", type::shape::any},
        {"anything * 1", type::shape::any},
        {"[1..2]", type::shape::range},
        {"{a: 1}", type::shape::context},
        {"max(members.born)", type::shape::date},
        {"count(members)", type::shape::number},
        {"null", type::shape::null},
    };
    for (const typed& each : rows) {
        declared all;
        const auto made = feel::compile(each.source, all.names);
        BOOST_REQUIRE_MESSAGE(made.has_value(), each.source);
        const bool is_same = made->result().form() == each.shape;
        BOOST_TEST(is_same, each.source);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace feel_strict_unit
