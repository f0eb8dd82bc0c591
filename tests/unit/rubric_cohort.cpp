// SPDX-License-Identifier: BSL-1.0

#include "support/reading.hpp"

#include <bontot/rubric.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace rubric_cohort_unit {

namespace {

using bontot::message;
using bontot::number;
using bontot::quota_base;
using bontot::tie_key;
using reading::row;

std::string quota(const std::string& rest)
{
    return R"({"id": "good", "min_total": 1, "quota": )" + rest + "},";
}

std::string chain(const std::string& rest)
{
    return ",\n\"cohort\": {\"tie_chain\": " + rest + "}";
}

const row rows[] = {
    {"neither a share nor a count",
     {{"grades", quota(R"(@@{"within": "all"})")}},
     {{message::quota_one_measure, "/grades/1/quota"}}},
    {"both",
     {{"grades", quota(R"(@@{"share": "0.2", "count": 3, "of": "next"})")}},
     {{message::quota_one_measure, "/grades/1/quota"}}},
    {"a quota that is a number",
     {{"grades", quota("@@3")}},
     {{message::reading_wrong_type, "/grades/1/quota"}}},
    {"an unknown key",
     {{"grades", quota(R"({"count": 3, @@"witin": "all"})")}},
     {{message::reading_unknown_key_near, "/grades/1/quota/witin"}}},
    {"of whom is not said",
     {{"grades", quota(R"(@@{"share": "0.2"})")}},
     {{message::reading_missing_key, "/grades/1/quota"}}},
    {"of nobody",
     {{"grades", quota(R"({"share": "0.2", "of": @@"good"})")}},
     {{message::reading_unknown_word, "/grades/1/quota/of"}}},
    {"counted at some time",
     {{"grades", quota(R"({"share": "0.2", "of": "next", "counted": @@"during"})")}},
     {{message::reading_unknown_word, "/grades/1/quota/counted"}}},
    {"within something",
     {{"grades", quota(R"({"count": 3, "within": @@"unit"})")}},
     {{message::reading_unknown_word, "/grades/1/quota/within"}}},
    {"a share of 0",
     {{"grades", quota(R"({"share": @@0, "of": "next"})")}},
     {{message::quota_bad_share, "/grades/1/quota/share"}}},
    {"a share in per cent",
     {{"grades", quota(R"({"share": @@20, "of": "next"})")}},
     {{message::quota_bad_share, "/grades/1/quota/share"}}},
    {"a share of 13 decimals",
     {{"grades", quota(R"({"share": @@"0.2000000000001", "of": "next"})")}},
     {{message::quota_bad_share, "/grades/1/quota/share"}}},
    {"a negative share, raised above 1",
     {{"grades", quota(R"({"share": @@-0.1, "raised": @@1.1, "of": "next"})")}},
     {{message::quota_bad_share, "/grades/1/quota/share"},
      {message::quota_bad_share, "/grades/1/quota/raised"}}},
    {"raised below the share",
     {{"grades", quota(R"({"share": "0.2", "raised": @@"0.19", "of": "next"})")}},
     {{message::quota_raised_below, "/grades/1/quota/raised"}}},
    {"a count of 0",
     {{"grades", quota(R"({"count": @@0})")}},
     {{message::reading_not_integer, "/grades/1/quota/count"}}},
    {"half a unit",
     {{"grades", quota(R"({"count": @@"2.5"})")}},
     {{message::reading_not_integer, "/grades/1/quota/count"}}},
    {"keys of a share with a count",
     {{"grades", quota(R"({"count": 3, @@"of": "all", @@"counted": "after", @@"raised": 1})")}},
     {{message::quota_key_of_share, "/grades/1/quota/of"},
      {message::quota_key_of_share, "/grades/1/quota/counted"},
      {message::quota_key_of_share, "/grades/1/quota/raised"}}},

    {"an unknown key of the cohort",
     {{"tail", ",\n\"cohort\": {@@\"tie_chains\": []}"}},
     {{message::reading_unknown_key_near, "/cohort/tie_chains"}}},
    {"no object", {{"tail", ",\n\"cohort\": @@[]"}}, {{message::reading_wrong_type, "/cohort"}}},
    {"a chain that is one text",
     {{"tail", chain("@@\"total\"")}},
     {{message::reading_wrong_type, "/cohort/tie_chain"}}},
    {"an empty chain", {{"tail", chain("@@[]")}}, {{message::tie_no_key, "/cohort/tie_chain"}}},
    {"keys that are none",
     {{"tail", chain(R"([@@"", @@"-", @@"totals", @@"unit:id", @@"--total", @@"total:1"])")}},
     {{message::tie_unknown_key, "/cohort/tie_chain/0"},
      {message::tie_unknown_key, "/cohort/tie_chain/1"},
      {message::tie_unknown_key, "/cohort/tie_chain/2"},
      {message::tie_unknown_key, "/cohort/tie_chain/3"},
      {message::tie_unknown_key, "/cohort/tie_chain/4"},
      {message::tie_unknown_key, "/cohort/tie_chain/5"}}},
    {"ids that are not there",
     {{"tail", chain(R"([@@"criterion:2", @@"indicator:1.3", @@"-fact:a.nn"])")}},
     {{message::rubric_unknown_criterion, "/cohort/tie_chain/0"},
      {message::tie_unknown_line, "/cohort/tie_chain/1"},
      {message::rubric_unknown_fact, "/cohort/tie_chain/2"}}},
    {"an indicator is no criterion, nor the other way round",
     {{"tail", chain(R"([@@"criterion:1.1", @@"indicator:1"])")}},
     {{message::rubric_unknown_criterion, "/cohort/tie_chain/0"},
      {message::tie_unknown_line, "/cohort/tie_chain/1"}}},
    {"facts that are no number of the unit",
     {{"tail", chain(R"([@@"fact:a.b", @@"fact:age"])")}},
     {{message::tie_not_number, "/cohort/tie_chain/0"},
      {message::tie_not_number, "/cohort/tie_chain/1"}}},
    {"a key twice, in whatever direction",
     {{"tail", chain(R"(["total", "fact:a.n", @@"-fact:a.n", @@"total"])")}},
     {{message::reading_repeated_id, "/cohort/tie_chain/2"},
      {message::reading_repeated_id, "/cohort/tie_chain/3"}}},
};

std::string grade(const bontot::rubric& sheet, std::size_t index)
{
    const bontot::quota_rule& rule = *sheet.grades[index].quota;
    std::string out;
    constexpr const char* bases[] = {"next", "or_better", "all", "fixed"};
    out += bases[static_cast<std::size_t>(rule.base)];
    out += " ";
    append_plain(out, rule.share);
    out += " ";
    if (rule.raised) append_plain(out, *rule.raised);
    out += " " + std::to_string(rule.count);
    out += rule.after_moves ? " after" : " before";
    out += rule.over_all ? " all" : " group";
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_rubric_cohort)

BOOST_AUTO_TEST_CASE(every_fault_has_its_place)
{
    std::set<std::string> told;
    for (const row& each : rows) {
        BOOST_TEST_CONTEXT(each.name)
        {
            const reading::marked_text marked(reading::rubric_text(each.given));
            const bontot::error_list errors = reading::rubric_errors(marked.text);
            BOOST_TEST(reading::show(errors) == reading::show(each.faults, marked.marks));
            reading::remember(told, errors);
        }
    }
    const std::string last = R"({"id": "rest", @@"quota": {"count": 1}})";
    std::string text = reading::rubric_text();
    text.replace(text.find(R"({"id": "rest"})"), 14, last);
    const reading::marked_text marked(text);
    const bontot::error_list errors = reading::rubric_errors(marked.text);
    BOOST_TEST(
        reading::show(errors) ==
        reading::show({{message::quota_last, "/grades/1/quota"}}, marked.marks)
    );
    reading::remember(told, errors);
    reading::check_all_told(told, {"quota_", "tie_"});
}

BOOST_AUTO_TEST_CASE(what_was_meant_is_said)
{
    const bontot::error_list errors = reading::rubric_errors(
        reading::rubric_text({{"tail", chain(R"(["indicator:1.22", "fact:a.leest"])")}})
    );
    BOOST_TEST_REQUIRE(errors.size() == 2U);
    BOOST_TEST(
        reading::sentence(errors[0], bontot::language::en) ==
        "There is no indicator \"1.22\" (nearest: \"1.2\")."
    );
    BOOST_TEST(
        reading::sentence(errors[1], bontot::language::en) ==
        "There is no fact \"a.leest\" (nearest: \"a.least\")."
    );
}

BOOST_AUTO_TEST_CASE(quotas_are_read)
{
    const auto sheet = reading::good_rubric(reading::rubric_text(
        {{"grades",
          quota(R"({"share": 0.2, "of": "next"})") +
              R"({"id": "g2", "quota": {"share": "1", "of": "or_better", "counted": "after", "raised": 1, "within": "all"}},)"
              R"({"id": "g3", "quota": {"share": 1e-12, "of": "all", "counted": "before", "within": "group"}},)"
              R"({"id": "g4", "quota": {"count": "3", "within": "all"}},)"}}
    ));
    BOOST_TEST(!sheet->grades[0].quota.has_value());
    BOOST_TEST(grade(*sheet, 1) == "next 0.2  0 before group");
    BOOST_TEST(grade(*sheet, 2) == "or_better 1 1 0 after all");
    BOOST_TEST(grade(*sheet, 3) == "all 0.000000000001  0 before group");
    BOOST_TEST(grade(*sheet, 4) == "fixed 0  3 before all");
}

BOOST_AUTO_TEST_CASE(the_chain_is_read)
{
    const auto sheet = reading::good_rubric(reading::rubric_text(
        {{"tail", chain(R"(["total", "criterion:1", "-indicator:1.2", "fact:a.n", "-fact:a.m"])")}}
    ));
    const auto& keys = sheet->tie_chain;
    BOOST_TEST_REQUIRE(keys.size() == 5U);
    const bool lower[] = {false, false, true, false, true};
    for (std::size_t i = 0; i < 5; ++i)
        BOOST_TEST(keys[i].lower_first == lower[i]);
    BOOST_TEST((keys[0].what == tie_key::kind::total));
    BOOST_TEST((keys[1].what == tie_key::kind::node));
    BOOST_TEST(keys[1].index == sheet->find_node("1"));
    BOOST_TEST((keys[2].what == tie_key::kind::node));
    BOOST_TEST(keys[2].index == sheet->find_node("1.2"));
    BOOST_TEST((keys[3].what == tie_key::kind::fact));
    BOOST_TEST(keys[3].index == sheet->find_fact("a.n"));
    BOOST_TEST(keys[4].index == sheet->find_fact("a.m"));
    BOOST_TEST(keys[4].name == "-fact:a.m");
}

BOOST_AUTO_TEST_CASE(the_total_alone_ranks_when_nothing_is_said)
{
    for (const char* tail : {"", ",\n\"cohort\": {}"}) {
        const auto sheet = reading::good_rubric(reading::rubric_text({{"tail", tail}}));
        BOOST_TEST_REQUIRE(sheet->tie_chain.size() == 1U);
        BOOST_TEST((sheet->tie_chain[0].what == tie_key::kind::total));
        BOOST_TEST(!sheet->tie_chain[0].lower_first);
        BOOST_TEST(sheet->tie_chain[0].name == "total");
    }
}

BOOST_AUTO_TEST_CASE(a_syntax_error_makes_no_false_errors)
{
    std::string text = reading::rubric_text({{"grades", quota(R"({"share": 0.2, "of": "next"})")}});
    const std::size_t from = text.find("\"quota\"");
    const std::size_t to = text.find("\"rest\"");
    for (std::size_t size = from; size < to; ++size) {
        for (const bontot::diagnostic& each : reading::rubric_errors(text.substr(0, size))) {
            const std::string code(message_code(each.code));
            BOOST_TEST_CONTEXT(text.substr(from, size - from))
            {
                BOOST_TEST(code.substr(0, 5) == "json_");
            }
        }
    }
    // Facts and criteria behind the fault may hold what the chain names.
    text = R"({"cohort": {"tie_chain": ["criterion:1", "indicator:9", "fact:b"]}, "facts": [)";
    for (const bontot::diagnostic& each : reading::rubric_errors(text)) {
        const std::string code(message_code(each.code));
        BOOST_TEST(code.find("unknown") == std::string::npos, code);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace rubric_cohort_unit
