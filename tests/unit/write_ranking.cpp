// SPDX-License-Identifier: BSL-1.0

#include "support/cohorts.hpp"

#include <bontot/version.h>
#include <bontot/write_ranking.hpp>

namespace write_ranking_unit {

namespace {

using bontot::language;
using bontot_test::cohort_sheet;
using bontot_test::make_sheet;
using bontot_test::points;
using bontot_test::quoted;
using bontot_test::ranked_units;
using bontot_test::unit_case;

/** North: 1 of 4 good. A stays, C and D are over the line. X is open. South: 1, and 0 allowed. */
ranked_units small_ranking(bool raised_north = false)
{
    const std::string_view north = "north";
    const auto raised = std::span<const std::string_view>(&north, raised_north ? 1 : 0);
    std::vector<unit_case> given = {
        {"A", "'a': 60, 'b': 35.5, 'late': 2", "north"},
        {"C", "'a': 60, 'b': 35, 'late': 1", "north"},
        {"D", "'a': 60, 'b': 35, 'late': 1", "north"},
        {"X", "'a': 60", "north"},
        {"E", "'a': 60, 'b': 35", "south"},
    };
    for (const char* id : {"P", "Q", "R", "S"})
        given.push_back(points(id, 80, "north"));
    return ranked_units(
        make_sheet(
            {.quota = "'share': 0.25, 'raised': 0.5, 'of': 'next'",
             .chain = "'total', '-fact:late'"}
        ),
        given, {raised, false}
    );
}

std::string json_of(const ranked_units& about)
{
    std::string out;
    append_json(out, about.get());
    return out;
}

std::string text_of(const ranked_units& about, language in, bool colour = false)
{
    std::string out;
    append_text(out, about.get(), {in, colour});
    return out;
}

/** Returns a line of a text by a part of it, blanks in a row as one. */
std::string line_with(const std::string& text, const std::string& part)
{
    const std::size_t at = text.find(part);
    if (at == std::string::npos) return "none";
    const std::size_t from = text.rfind('\n', at) + 1;
    std::string out;
    for (const char c : text.substr(from, text.find('\n', at) - from)) {
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    }
    return out;
}

/** Tells whether a text has some words, wherever its lines break. */
bool says(const std::string& text, const std::string& words)
{
    std::string flat;
    for (const char c : text) {
        const char blank = c == '\n' ? ' ' : c;
        if (blank != ' ' || flat.empty() || flat.back() != ' ') flat += blank;
    }
    return flat.find(words) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_write_ranking)

BOOST_AUTO_TEST_CASE(whole_json)
{
    const std::string_view engine = BONTOT_VERSION_STRING;
    std::string expected =
        "{'format':'bontot-ranking/1','engine':'" + std::string(engine) +
        "','rubric':{'id':'test','version':'1'},"
        "'period':{'from':'2026-01-01','to':'2026-12-31'},'tie_chain':['total','-fact:late'],"
        "'groups':[{'group':'north','places':["
        "{'rank':1,'rank_possible':1,'tied':false,'unit':{'id':'A','name':'A'},'points':95.5,"
        "'possible':95.5,"
        "'keys':{'total':95.5,'-fact:late':2},'grade':'best','state':'kept','proposed':'best',"
        "'proposed_possible':'best'},"
        "{'rank':2,'rank_possible':2,'tied':true,'unit':{'id':'C','name':'C'},'points':95,"
        "'possible':95,"
        "'keys':{'total':95,'-fact:late':1},'grade':'best','state':'moves','proposed':'good',"
        "'proposed_possible':'good'},"
        "{'rank':2,'rank_possible':2,'tied':true,'unit':{'id':'D','name':'D'},'points':95,"
        "'possible':95,"
        "'keys':{'total':95,'-fact:late':1},'grade':'best','state':'moves','proposed':'good',"
        "'proposed_possible':'good'},";
    for (const char* id : {"P", "Q", "R", "S"}) {
        // None of the four says how often it was late: any order is possible.
        expected += "{'rank':7,'rank_possible':4,'tied':false,'unit':{'id':'" + std::string(id) +
                    "','name':'" + id +
                    "'},'points':80,'possible':80,'keys':{'total':80,'-fact:late':[0,null]},'grade'"
                    ":'good','state':'kept',"
                    "'proposed':'good','proposed_possible':'good'},";
    }
    expected.pop_back();
    expected +=
        "],'open':[{'unit':{'id':'X','name':'X'},'points':60,'possible':100,'grade':'fair',"
        "'grade_possible':'best','reachable':['best','good','fair']}]},"
        "{'group':'south','places':[{'rank':1,'rank_possible':1,'tied':false,"
        "'unit':{'id':'E','name':'E'},'points':95,'possible':95,'keys':{'total':95,'-fact:late':[0,"
        "null]},'grade':'best',"
        "'state':'moves','proposed':'good','proposed_possible':'good'}],'open':[]}],"
        "'quotas':[{'grade':'best','within':'group','group':'north','share':0.25,'raised':false,"
        "'of':'next','counted':'before','base':4,'allowed':1,'held':3,'kept':1,'moved':2,"
        "'undecided':0,'open':1},"
        "{'grade':'best','within':'group','group':'south','share':0.25,'raised':false,"
        "'of':'next','counted':'before','base':0,'allowed':0,'held':1,'kept':0,'moved':1,"
        "'undecided':0,'open':0}],"
        "'movements':[{'unit':'C','state':'moves','from':'best','to':'good',"
        "'to_possible':'good','quota':0},"
        "{'unit':'D','state':'moves','from':'best','to':'good','to_possible':'good','quota':0},"
        "{'unit':'E','state':'moves','from':'best','to':'good','to_possible':'good','quota':1}]}";
    BOOST_TEST(json_of(small_ranking()) == quoted(expected));
}

BOOST_AUTO_TEST_CASE(other_json)
{
    const std::string raised = json_of(small_ranking(true));
    BOOST_TEST(raised.find(quoted("'share':0.5,'raised':true")) != std::string::npos);
    const ranked_units counts(
        cohort_sheet{.quota = "'count': 1, 'within': 'all'", .good_more = ", 'requires': 'flag'"},
        {points("A", 95), points("B", 95)}
    );
    const std::string json = json_of(counts);
    BOOST_TEST(json.find(quoted("'groups':[{'group':null,")) != std::string::npos);
    BOOST_TEST(
        json.find(quoted("'quotas':[{'grade':'best','within':'all','count':1,'allowed':1,'held':2,"
                         "'kept':0,'moved':0,'undecided':2,'open':0}]")) != std::string::npos
    );
    BOOST_TEST(
        json.find(quoted("{'unit':'A','state':'undecided','from':'best','to':'fair',"
                         "'to_possible':'good','quota':0}")) != std::string::npos
    );
    const ranked_units after(
        cohort_sheet{.quota = "'share': 0.5, 'of': 'or_better', 'counted': 'after'"},
        {points("A", 95)}
    );
    BOOST_TEST(
        json_of(after).find(quoted("'group':null,'share':0.5,'raised':false,'of':'or_better',"
                                   "'counted':'after','base':1,'allowed':0")) != std::string::npos
    );
}

BOOST_AUTO_TEST_CASE(text_in_english)
{
    const std::string text = text_of(small_ranking(), language::en);
    BOOST_TEST(text.substr(0, 8) == "Ranking\n");
    BOOST_TEST(line_with(text, "Units:") == "Units: 9 (of which 1 have no proven grade)");
    BOOST_TEST(line_with(text, "Ranked by") == "Ranked by: the total; late (the lower first)");
    BOOST_TEST(line_with(text, "A [A]") == "1 A [A] 95.5 best");
    BOOST_TEST(line_with(text, "C [C]") == "2= C [C] 95 best -> good");
    BOOST_TEST(line_with(text, "P [P]") == "4-7 P [P] 80 good");
    BOOST_TEST(line_with(text, "----") == "---- at most 1 best ----");
    BOOST_TEST(text.find("at most 1 best") > text.find("A [A]"));
    BOOST_TEST(text.find("at most 1 best") < text.find("C [C]"));
    BOOST_TEST(says(
        text, "best (Group north): at most 1, 25 % of 4 rated good, rounded down; 3 have it: 1 "
              "keep it, 2 move, 0 undecided; 1 without a proven grade are not counted"
    ));
    const std::string moved = text.substr(text.find("Over a quota"));
    BOOST_TEST(line_with(moved, "D [D]") == "D [D]: best -> good");
    BOOST_TEST(line_with(moved, "X [X]") == "X [X] 60 - 100 best - fair");
    BOOST_TEST(text.find("undecided, ") == std::string::npos);
    BOOST_TEST(text.find('\x1b') == std::string::npos);
    BOOST_TEST(text_of(small_ranking(), language::en, true).find('\x1b') != std::string::npos);
}

BOOST_AUTO_TEST_CASE(text_of_ties_and_other_quotas)
{
    const ranked_units tied(
        cohort_sheet{.quota = "'count': 1, 'within': 'all'"},
        {points("A", 95, "x"), points("B", 95, "y")}
    );
    const std::string text = text_of(tied, language::en);
    BOOST_TEST(
        line_with(text, "best (all groups)") ==
        "best (all groups): at most 1; 2 have it: 0 keep it, 0 move, 2 undecided"
    );
    BOOST_TEST(line_with(text, "A [A]") == "1 A [A] 95 best - good ?");
    BOOST_TEST(line_with(text.substr(text.find("Not parted")), "B [B]") == "B [B]: best ? good");
    const ranked_units after(
        cohort_sheet{.quota = "'share': 0.125, 'of': 'all', 'counted': 'after'"}, {points("A", 95)}
    );
    BOOST_TEST(says(
        text_of(after, language::en),
        "best: at most 0, 12.5 % of 1 assessed, rounded down, counted after the moves; 1 have it: "
        "0 keep it, 1 move"
    ));
    BOOST_TEST(line_with(text_of(after, language::en), "Order") == "Order");
}

/** Vietnamese writes 12,5 %, dates day first, and every sentence in its own letters. */
BOOST_AUTO_TEST_CASE(text_in_vietnamese)
{
    const std::string text = text_of(small_ranking(), language::vi);
    BOOST_TEST(line_with(text, "A [A]") == "1 A [A] 95,5 best");
    BOOST_TEST(line_with(text, "01/01/2026").find("01/01/2026 - 31/12/2026") != std::string::npos);
    BOOST_TEST(says(
        text, "best (Nh\u00f3m north): kh\u00f4ng qu\u00e1 1 \u0111\u01a1n v\u1ecb, "
              "l\u00e0 25 % c\u1ee7a 4 \u0111\u01a1n v\u1ecb x\u1ebfp lo\u1ea1i good, "
              "l\u00e0m tr\u00f2n xu\u1ed1ng; c\u00f3 3:"
    ));
    for (const char* english : {"Ranking", "Group", "rated", "at most"})
        BOOST_TEST(text.find(english) == std::string::npos);
}

/** Nothing that a unit is called can break the page. */
BOOST_AUTO_TEST_CASE(names_are_made_safe)
{
    const ranked_units got(cohort_sheet{}, {points("A\x1b[31m", 95, "g\n\x1b[0m")});
    const std::string text = text_of(got, language::en);
    BOOST_TEST(text.find('\x1b') == std::string::npos);
    std::size_t start = 0;
    for (std::size_t end = 0; (end = text.find('\n', start)) != std::string::npos; start = end + 1)
        BOOST_TEST(end - start <= 100U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace write_ranking_unit
