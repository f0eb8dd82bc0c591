// SPDX-License-Identifier: BSL-1.0

#include "builtin_rubrics.hpp"
#include "support/reading.hpp"

#include <bontot/evaluate.hpp>
#include <bontot/write_rubric.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace write_rubric_unit {

namespace {

using bontot::language;

std::string template_of(const bontot::rubric& sheet, language in)
{
    std::string out;
    append_template(out, sheet, in);
    return out;
}

std::string description_of(const bontot::rubric& sheet, language in)
{
    std::string out;
    append_description(out, sheet, in);
    return out;
}

struct named_sheet
{
    std::string name;
    reading::rubric_ptr sheet;
};

/** The rubrics that the library carries, and small ones with what those lack. */
std::vector<named_sheet> all_sheets()
{
    std::vector<named_sheet> out;
    for (const auto& each : bontot::detail::builtin_rubrics())
        out.push_back({std::string(each.id), reading::good_rubric(each.json)});
    for (const char* const period : {"month", "quarter", "half_year", "year"}) {
        const std::string head =
            R"("roles": ["committee \"A\""], "period": ")" + std::string(period) + "\",";
        out.push_back({period, reading::good_rubric(reading::rubric_text({{"head", head}}))});
    }
    out.push_back(
        {"a version with a quote", reading::good_rubric(reading::rubric_text(
                                       {{"id", R"("id": "a\"b\\c", "version": "1\n\t\u0007",)"}}
                                   ))}
    );
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_write_rubric)

BOOST_AUTO_TEST_CASE(a_template_is_a_dossier_of_which_nothing_is_known)
{
    const std::vector<named_sheet> sheets = all_sheets();
    BOOST_TEST(sheets.size() >= 7U);
    for (const named_sheet& each : sheets) {
        for (const language in : {language::vi, language::en}) {
            BOOST_TEST_CONTEXT(each.name)
            {
                const std::string text = template_of(*each.sheet, in);
                BOOST_TEST(reading::show(reading::dossier_errors(each.sheet, text)) == "");
                const reading::dossier_ptr given = reading::good_dossier(each.sheet, text);
                for (std::size_t i = 0; i < each.sheet->facts.size(); ++i)
                    BOOST_TEST(given->slots[i].is_unknown());
                BOOST_TEST(given->marks.empty());
                BOOST_TEST(given->evidence.empty());
                bontot::result out;
                evaluate(*given, out);
                for (std::size_t i = 0; i < out.nodes.size(); ++i) {
                    const bontot::rubric_node& rule = each.sheet->nodes[i];
                    BOOST_TEST_CONTEXT(rule.id)
                    {
                        if (rule.good) BOOST_TEST((out.nodes[i].good == bontot::truth::open));
                        if (rule.score.kind == bontot::score_kind::group) continue;
                        BOOST_TEST((out.nodes[i].state == bontot::node_state::unknown));
                        BOOST_TEST(
                            to_text(out.nodes[i].possible).view() == to_text(rule.max).view()
                        );
                    }
                }
                BOOST_TEST(out.grade == each.sheet->grades.size() - 1);
                BOOST_TEST(out.grade_possible == 0U);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_template_names_every_fact)
{
    for (const named_sheet& each : all_sheets()) {
        const std::string text = template_of(*each.sheet, language::vi);
        for (const bontot::fact_spec& fact : each.sheet->facts) {
            const std::string id(fact.id);
            BOOST_TEST(text.find("\"" + id + "\": null") != std::string::npos);
            BOOST_TEST(
                text.find("\"" + id + "\": \"" + std::string(fact.label.vi)) != std::string::npos
            );
        }
        for (const bontot::fact_spec& fact : each.sheet->member_facts)
            BOOST_TEST(
                text.find("\"members." + std::string(fact.id) + "\": ") != std::string::npos
            );
    }
}

BOOST_AUTO_TEST_CASE(a_description_names_everything)
{
    for (const named_sheet& each : all_sheets()) {
        for (const language in : {language::vi, language::en}) {
            BOOST_TEST_CONTEXT(each.name)
            {
                const std::string text = description_of(*each.sheet, in);
                BOOST_TEST(bontot::is_valid_utf8(text));
                for (const bontot::rubric_node& node : each.sheet->nodes)
                    BOOST_TEST(text.find(std::string(node.id) + "  ") != std::string::npos);
                for (const bontot::grade_rule& grade : each.sheet->grades)
                    BOOST_TEST(text.find("[" + std::string(grade.id) + "]") != std::string::npos);
                for (const bontot::gate_rule& gate : each.sheet->gates)
                    BOOST_TEST(text.find(std::string(gate.id) + "  ") != std::string::npos);
                std::size_t start = 0;
                while (start < text.size()) {
                    const std::size_t end = std::min(text.find('\n', start), text.size());
                    const std::string row = text.substr(start, end - start);
                    const bool is_one_word = row.find(' ', row.find_first_not_of(' ')) == row.npos;
                    BOOST_TEST((bontot::display_width(row) <= 100 || is_one_word), row);
                    start = end + 1;
                }
            }
        }
    }
}

/** Who may have a grade, and what ranks them, each way of saying it once. */
BOOST_AUTO_TEST_CASE(quotas_and_the_tie_chain)
{
    const auto sheet = reading::good_rubric(reading::rubric_text(
        {{"grades",
          R"({"id": "g1", "min_total": 4, "quota": {"share": 0.125, "of": "next", "raised": 0.25}},)"
          R"({"id": "g2", "min_total": 3, "quota": {"share": 1, "of": "or_better", "within": "all"}},)"
          R"({"id": "g3", "min_total": 2, "quota": {"share": 0.5, "of": "all", "counted": "after"}},)"
          R"({"id": "g4", "min_total": 1, "quota": {"count": 3}},)"},
         {"tail", R"(, "cohort": {"tie_chain": ["total", "-fact:a.n", "criterion:1"]})"}}
    ));
    const std::string text = description_of(*sheet, language::en);
    for (const char* words :
         {"in each group at most 12.5 % of those rated g2 (25 % where the committee decides so)\n",
          "over all groups at most 100 % of those rated g3 or better\n",
          "in each group at most 50 % of all assessed, counted after the moves\n",
          "in each group at most 3\n", "Ranked by: the total; a.n (the lower first); 1 1\n"})
        BOOST_TEST(text.find(words) != std::string::npos, words);
    const auto plain = reading::good_rubric(reading::rubric_text());
    BOOST_TEST(description_of(*plain, language::en).find("Ranked by") == std::string::npos);
    BOOST_TEST(
        description_of(*sheet, language::vi).find("12,5 % s\u1ed1 \u0111\u01a1n v\u1ecb") !=
        std::string::npos
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace write_rubric_unit
