// SPDX-License-Identifier: BSL-1.0
// Facts by seeded dice, and a sheet with every kind of line that has cases.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_RANDOM_FACTS_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_RANDOM_FACTS_HPP

#include "sheets.hpp"

#include <cstdint>
#include <iterator>

namespace bontot_test {

/** Numbers that look random and are the same everywhere. */
class dice
{
public:
    std::size_t below(std::size_t count)
    {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 33U) % count;
    }

private:
    std::uint64_t state_ = 20261124;
};

/** Sets facts at, near and between the numbers that sheets compare with; one in eight is missing.
 */
inline void fill(bontot::dossier& built, dice& random)
{
    constexpr const char* numbers[] = {"0",    "1",   "2",    "3",      "5",     "9.5",   "10",
                                       "20",   "46",  "50",   "59.99",  "60",    "61",    "65",
                                       "79.9", "80",  "80.5", "94",     "95",    "99",    "100",
                                       "0.8",  "0.9", "0.95", "0.0001", "120",   "1e-9",  "90",
                                       "7",    "49",  "0.5",  "12.345", "33.33", "66.67", "4"};
    for (std::uint32_t slot = 0; slot < built.sheet->facts.size(); ++slot) {
        const bontot::fact_spec& fact = built.sheet->facts[slot];
        bontot::feel::value given = bontot::feel::value::unknown();
        bontot::number amount;
        switch (fact.type) {
        case bontot::fact_type::number:
            (void)bontot::number::parse(numbers[random.below(std::size(numbers))], amount);
            given = bontot::feel::value::number(amount);
            break;
        case bontot::fact_type::boolean:
            given = bontot::feel::value::boolean(random.below(2) == 1);
            break;
        case bontot::fact_type::choice:
            given = bontot::feel::value::text(fact.choices[random.below(fact.choices.size())]);
            break;
        case bontot::fact_type::date:
            given = bontot::feel::value::date(bontot::date{2023, 5, 17});
            break;
        case bontot::fact_type::text:
            given = bontot::feel::value::text("x");
            break;
        }
        if (random.below(8) == 0) given = bontot::feel::value::unknown();
        // What is out of range stays as it was: also a value to try.
        (void)bontot::set_fact(built, slot, given);
    }
}

/** A sheet whose six lines have cases, one of each kind that can. */
inline std::shared_ptr<const bontot::rubric> every_kind_of_case()
{
    return make_rubric(
        {.criteria =
             "{'id': 'C', 'max': 60, 'good': {'min_points': 10, 'requires': 'flag'}, 'indicators':"
             "[{'id': 'A', 'max': 10, 'score': {'condition': 'x > 9.5 and flag'},"
             "  'at_most': [{'when': 'level = \\'low\\'', 'points': 3}]},"
             " {'id': 'B', 'max': 10, 'applies': 'other', 'not_applicable': 'share',"
             "  'score': {'steps': {'value': 'x', 'table': [{'when': '>= 80', 'points': 10},"
             "  {'when': '[50..60)', 'points': 7}, {'when': '< 50', 'points': 3}]}}},"
             " {'id': 'D', 'max': 10, 'requires': 'n >= 3', 'score': {'choice': {'fact': 'level',"
             "  'options': [{'is': 'high', 'points': 9}, {'is': 'low', 'points': 1, 'void': "
             "true}]}}},"
             " {'id': 'E', 'max': 10, 'score': {'proportional': {'value': 'x', 'from': [5, 95],"
             "  'points': [0, 10]}}},"
             " {'id': 'F', 'max': 10, 'score': {'proportional': {'value': 'h', 'from': [1, 0],"
             "  'points': [0, 10]}}},"
             " {'id': 'G', 'max': 10, 'score': {'formula': 'if flag and other then 8 else 2'}}]}"}
    );
}

} // namespace bontot_test

#endif
