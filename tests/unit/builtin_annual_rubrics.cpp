// SPDX-License-Identifier: BSL-1.0
// The built-in annual rankings of an organisation and of a member: bands, conditions, what the
// regulation leaves open, knock-outs and their exceptions.

#include "support/builtin.hpp"

namespace builtin_annual_rubrics_unit {

namespace {

using bontot_test::builtin;
using bontot_test::builtin_dossier;
using bontot_test::fact_list;
using bontot_test::scores;
using bontot_test::show;

constexpr const char* organisation_facts =
    "tasks.assigned = 40; tasks.completed = 40; tasks.on_time = 40; tasks.exceeded = 12;"
    "discipline.subordinates = 0; discipline.leaders = 0; discipline.duty = 0;"
    "defects.due = 2; defects.fixed = 2; personnel.concluded = 0; disunity.concluded = 0;"
    "decline.concluded = 0; economy.targets_missed = 0; order.due = 3; order.ranked = 3";

constexpr const char* member_facts =
    "tasks.assigned = 20; tasks.completed = 20; tasks.on_time = 20; tasks.exceeded = 6;"
    "discipline.duty = 0; banned.acts = 0; eligibility.exempt = false;"
    "eligibility.suspended = false; eligibility.months = 6";

/** The two marks of one role. */
std::string marks(const std::string& general, const std::string& tasks)
{
    return "'marks': {'1.1': {'final': " + general + "}, '2.1': {'final': " + tasks + "}}";
}

const std::string excellent_marks = marks("28", "65");

std::string exception_of(const std::string& gate)
{
    return ", 'exceptions': [{'gate': '" + gate +
           "', 'reason': 'force majeure', 'authority': 'upper committee', 'date': '2025-12-20'}]";
}

scores rate(
    std::string_view rubric, const char* base, const std::string& changes,
    const std::string& more = excellent_marks
)
{
    const std::string json =
        builtin_dossier(fact_list(base).set(changes), "2025-01-01", "2025-12-31", more);
    const auto read = bontot::read_dossier(builtin(rubric), json);
    BOOST_TEST_REQUIRE(!!read, show(read.error()));
    return scores(**read);
}

scores organisation(const std::string& changes, const std::string& more = excellent_marks)
{
    return rate("xep-loai-to-chuc-366-2025", organisation_facts, changes, more);
}

scores member(const std::string& changes, const std::string& more = excellent_marks)
{
    return rate("xep-loai-dang-vien-366-2025", member_facts, changes, more);
}

/** What changes, the grades that can be reached, and what is left to people. */
struct rated_row
{
    const char* changes;
    const char* reachable;
    const char* findings = "";
};

template <class Rate>
void check_rated(const Rate& rated, std::initializer_list<rated_row> rows)
{
    for (const rated_row& row : rows) {
        BOOST_TEST_CONTEXT(row.changes)
        {
            const scores got = rated(row.changes);
            BOOST_TEST(got.reachable() == row.reachable);
            BOOST_TEST(got.findings() == row.findings);
        }
    }
}

/** Bands on the total: `general` of 30, `tasks` of 70. */
template <class Rate>
void check_bands(const Rate& rated)
{
    constexpr struct
    {
        const char* general;
        const char* tasks;
        const char* total;
        const char* grade;
    } test_cases[] = {
        {"30", "70", "100", "xuat-sac"},
        {"25", "65", "90", "xuat-sac"},
        {"25", "64.99", "89.99", "tot"},
        {"20", "50", "70", "tot"},
        {"20", "49.99", "69.99", "hoan-thanh"},
        {"10", "40", "50", "hoan-thanh"},
        {"10", "39.99", "49.99", "khong-hoan-thanh"},
        {"0", "0", "0", "khong-hoan-thanh"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.total)
        {
            const scores got = rated("", marks(tc.general, tc.tasks));
            BOOST_TEST(got.total() == tc.total);
            BOOST_TEST(got.total_max() == "100");
            BOOST_TEST(got.reachable() == tc.grade);
        }
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_builtin_annual_rubrics)

BOOST_AUTO_TEST_CASE(bands)
{
    check_bands([](const std::string& changes, const std::string& more) {
        return organisation(changes, more);
    });
    check_bands([](const std::string& changes, const std::string& more) {
        return member(changes, more);
    });
}

/** The last role in order counts, whichever order the marks stand in. */
BOOST_AUTO_TEST_CASE(roles)
{
    const scores got = organisation(
        "", "'marks': {'1.1': {'final': 27, 'self': 30}, '2.1': {'appraised': 60, 'self': 69}}"
    );
    BOOST_TEST(got.total() == "87");
    BOOST_TEST(got.grade() == "tot");
    const scores own = organisation("", "'marks': {'1.1': {'self': 30}, '2.1': {'self': 69}}");
    BOOST_TEST(own.total() == "99");
    // A group that nobody has marked is missing, not 0.
    const scores half = organisation("", "'marks': {'1.1': {'self': 30}}");
    BOOST_TEST(half.total() == "30..100");
    BOOST_TEST(half.grade() == "khong-hoan-thanh");
    BOOST_TEST(half.grade_possible() == "xuat-sac");
}

/** 30 % of 40 are 12; 20 % of 40 are 8; 70 % of 40 are 28. */
BOOST_AUTO_TEST_CASE(conditions_of_an_organisation)
{
    const char* const open = "reason_no_value at grade:hoan-thanh";
    check_rated(
        [](const char* changes) { return organisation(changes); },
        {{"", "xuat-sac"},
         {"tasks.exceeded = 11", "tot"},
         {"discipline.leaders = 1", "tot"},
         {"discipline.subordinates = 1", "tot"},
         {"defects.fixed = 1", "tot"},
         {"tasks.on_time = 39", "hoan-thanh"},
         {"tasks.on_time = 32", "hoan-thanh"},
         {"tasks.on_time = 31", "hoan-thanh khong-hoan-thanh", open},
         {"tasks.completed = 39; tasks.on_time = 39", "hoan-thanh khong-hoan-thanh", open},
         {"tasks.completed = 28; tasks.on_time = 28", "hoan-thanh khong-hoan-thanh", open},
         {"tasks.completed = 27; tasks.on_time = 27", "khong-hoan-thanh", open},
         {"tasks.exceeded = -", "xuat-sac tot"}}
    );
}

BOOST_AUTO_TEST_CASE(knock_outs_of_an_organisation)
{
    check_rated(
        [](const char* changes) { return organisation(changes); },
        {{"personnel.concluded = 1", "khong-hoan-thanh"},
         {"disunity.concluded = 1", "khong-hoan-thanh"},
         {"discipline.leaders = 1; discipline.duty = 1", "khong-hoan-thanh"},
         {"decline.concluded = 1", "khong-hoan-thanh"},
         {"economy.targets_missed = 5", "khong-hoan-thanh"},
         {"personnel.concluded = -", "xuat-sac khong-hoan-thanh"}}
    );
    // All five or any of them: the text does not say.
    for (const char* missed : {"1", "2", "3", "4"}) {
        const scores got = organisation("economy.targets_missed = " + std::string(missed));
        BOOST_TEST(got.reachable() == "xuat-sac"); // a gate without a value does not fire
        BOOST_TEST(got.findings() == "reason_no_value at gate:g6");
        BOOST_TEST(got.check(1) == "no");
    }
    BOOST_TEST(organisation("economy.targets_missed = 5").check(1) == "yes");
}

BOOST_AUTO_TEST_CASE(exceptions_of_an_organisation)
{
    constexpr struct
    {
        const char* changes;
        const char* gate;
        const char* reachable;
    } test_cases[] = {
        {"personnel.concluded = 1", "g1", "xuat-sac"},
        {"disunity.concluded = 1", "g2", "xuat-sac"},
        {"discipline.leaders = 1; discipline.duty = 1", "g3", "tot"},
        {"decline.concluded = 1", "g4", "xuat-sac"},
        {"tasks.completed = 27; tasks.on_time = 27", "g5", "hoan-thanh khong-hoan-thanh"},
        {"economy.targets_missed = 5", "g6", "xuat-sac"},
        {"economy.targets_missed = 3", "g6", "xuat-sac"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.gate << " " << tc.changes)
        {
            const scores got = organisation(tc.changes, excellent_marks + exception_of(tc.gate));
            BOOST_TEST(got.reachable() == tc.reachable);
        }
    }
    const scores other = organisation(
        "personnel.concluded = 1; disunity.concluded = 1", excellent_marks + exception_of("g1")
    );
    BOOST_TEST(other.grade() == "khong-hoan-thanh");
    BOOST_TEST(other.get().by_exception);
}

/** Who is ranked before: counted from their results of the year, or given. */
BOOST_AUTO_TEST_CASE(order_of_assessment)
{
    BOOST_TEST(organisation("order.ranked = 2").check(0) == "no");
    const std::string results =
        ", 'results': ["
        "{'unit': 'DV-1', 'rubric': 'xep-loai-dang-vien-366-2025', 'from': '2025-01-01',"
        " 'to': '2025-12-31', 'grade': 'tot', 'points': 80},"
        "{'unit': 'DV-2', 'rubric': 'xep-loai-dang-vien-366-2025', 'from': '2025-01-01',"
        " 'to': '2025-12-31', 'grade': 'tot', 'points': 81},"
        "{'unit': 'DV-2', 'rubric': 'xep-loai-dang-vien-366-2025', 'from': '2024-01-01',"
        " 'to': '2024-12-31', 'grade': 'tot', 'points': 82},"
        "{'unit': 'CB-1', 'rubric': 'sinh-hoat-hd42-2025', 'from': '2025-11-01',"
        " 'to': '2025-11-30', 'grade': 'tot', 'points': 95}]";
    const std::string more = excellent_marks + results;
    BOOST_TEST(organisation("order.ranked = -", more).check(0) == "no");
    BOOST_TEST(organisation("order.ranked = -; order.due = 2", more).check(0) == "yes");
    const auto read = bontot::read_dossier(
        builtin("xep-loai-to-chuc-366-2025"),
        builtin_dossier(fact_list(organisation_facts), "2025-01-01", "2025-12-31", more)
    );
    BOOST_TEST_REQUIRE(!read);
    BOOST_TEST(show(read.error()) == "dossier_fact_and_results at /facts/order.ranked");
}

/** 30 % of 20 are 6; 20 % are 4; half are 10. */
BOOST_AUTO_TEST_CASE(conditions_of_a_member)
{
    const char* const open = "reason_no_value at grade:hoan-thanh";
    check_rated(
        [](const char* changes) { return member(changes); },
        {{"", "xuat-sac"},
         {"tasks.exceeded = 5", "tot"},
         {"tasks.on_time = 19", "hoan-thanh"},
         {"tasks.on_time = 16", "hoan-thanh"},
         {"tasks.on_time = 15", "hoan-thanh khong-hoan-thanh", open},
         {"tasks.completed = 19; tasks.on_time = 19", "hoan-thanh khong-hoan-thanh", open},
         {"tasks.completed = 10; tasks.on_time = 10", "hoan-thanh khong-hoan-thanh", open},
         {"tasks.completed = 9; tasks.on_time = 9", "khong-hoan-thanh", open},
         {"discipline.duty = 1", "khong-hoan-thanh"},
         {"banned.acts = 1", "khong-hoan-thanh"},
         {"banned.acts = -", "xuat-sac khong-hoan-thanh"}}
    );
}

BOOST_AUTO_TEST_CASE(exceptions_of_a_member)
{
    constexpr struct
    {
        const char* changes;
        const char* gate;
        const char* reachable;
    } test_cases[] = {
        {"discipline.duty = 1", "g1", "xuat-sac"},
        {"banned.acts = 1", "g2", "xuat-sac"},
        {"tasks.completed = 9; tasks.on_time = 9", "g3", "hoan-thanh khong-hoan-thanh"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.gate)
        {
            const scores got = member(tc.changes, excellent_marks + exception_of(tc.gate));
            BOOST_TEST(got.reachable() == tc.reachable);
            BOOST_TEST(got.get().by_exception);
        }
    }
}

/** Exempt, suspended, or admitted less than six months ago: not reviewed. */
BOOST_AUTO_TEST_CASE(eligibility_of_a_member)
{
    constexpr struct
    {
        const char* changes;
        const char* checks;
    } test_cases[] = {
        {"", "yes yes yes"},
        {"eligibility.exempt = true", "no yes yes"},
        {"eligibility.suspended = true", "yes no yes"},
        {"eligibility.months = 5", "yes yes no"},
    };
    for (const auto& tc : test_cases) {
        const scores got = member(tc.changes);
        BOOST_TEST(got.check(0) + " " + got.check(1) + " " + got.check(2) == tc.checks);
    }
}

BOOST_AUTO_TEST_CASE(contradictions)
{
    constexpr struct
    {
        const char* rubric;
        const char* changes;
        const char* errors; /**< where */
    } test_cases[] = {
        {"xep-loai-to-chuc-366-2025", "tasks.exceeded = 40", ""},
        {"xep-loai-to-chuc-366-2025", "tasks.exceeded = 41", "tasks.exceeded"},
        {"xep-loai-to-chuc-366-2025", "tasks.completed = 39", "tasks.on_time"},
        {"xep-loai-to-chuc-366-2025", "tasks.completed = 41", "tasks.completed"},
        {"xep-loai-to-chuc-366-2025", "discipline.duty = 1", "discipline.duty"},
        {"xep-loai-to-chuc-366-2025", "defects.fixed = 3", "defects.fixed"},
        {"xep-loai-to-chuc-366-2025", "order.ranked = 4", "order.ranked"},
        {"xep-loai-dang-vien-366-2025", "tasks.exceeded = 20", ""},
        {"xep-loai-dang-vien-366-2025", "tasks.exceeded = 21", "tasks.exceeded"},
        {"xep-loai-dang-vien-366-2025", "tasks.completed = 19", "tasks.on_time"},
        {"xep-loai-dang-vien-366-2025", "tasks.completed = 21", "tasks.completed"},
    };
    for (const auto& tc : test_cases) {
        BOOST_TEST_CONTEXT(tc.rubric << " " << tc.changes)
        {
            const bool is_member =
                std::string_view(tc.rubric).find("dang-vien") != std::string::npos;
            const fact_list facts =
                fact_list(is_member ? member_facts : organisation_facts).set(tc.changes);
            const auto read = bontot::read_dossier(
                builtin(tc.rubric), builtin_dossier(facts, "2025-01-01", "2025-12-31")
            );
            const std::string place = tc.errors;
            BOOST_TEST(
                (read ? "" : show(read.error())) ==
                (place.empty() ? "" : "dossier_inconsistent at /facts/" + place)
            );
        }
    }
}

/** Excellent: 20 % of those rated good, 25 % where the committee decides so. */
BOOST_AUTO_TEST_CASE(quota_of_excellent)
{
    for (const char* id : {"xep-loai-to-chuc-366-2025", "xep-loai-dang-vien-366-2025"}) {
        const auto sheet = builtin(id);
        BOOST_TEST_REQUIRE(sheet->grades[0].quota.has_value());
        const bontot::quota_rule& quota = *sheet->grades[0].quota;
        BOOST_TEST(show(quota.share) == "0.2");
        BOOST_TEST(show(quota.raised.value()) == "0.25");
        BOOST_TEST((quota.base == bontot::quota_base::next));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace builtin_annual_rubrics_unit
