// SPDX-License-Identifier: BSL-1.0
// Builders for tests of cohorts: units by their points, and rankings as short texts.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_COHORTS_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_COHORTS_HPP

#include "sheets.hpp"

#include <bontot/ranking.hpp>

namespace bontot_test {

/** Parts of the sheet that units are ranked by: `a` of 60 points and `b` of 40.

    Best, at 90 points, has the quota; then good at 70, fair at 50, other.
*/
struct cohort_sheet
{
    std::string quota = {};     /**< of the grade best: `'quota': {...}` */
    std::string good_more = {}; /**< more keys of the grade good, behind a comma */
    std::string fair_more = {};
    std::string chain = "'total'";
};

inline std::shared_ptr<const bontot::rubric> make_sheet(const cohort_sheet& parts)
{
    const auto criterion = [](const std::string& id, const std::string& max) {
        return "{'id': '" + id + "', 'max': " + max + ", 'indicators': [{'id': '" + id +
               ".1', 'max': " + max + ", 'score': {'formula': '" + id + "'}}]}";
    };
    const std::string quota = parts.quota.empty() ? "" : ", 'quota': {" + parts.quota + "}";
    return make_rubric(
        {.criteria = criterion("a", "60") + ", " + criterion("b", "40"),
         .grades = "{'id': 'best', 'min_total': 90" + quota + "}, {'id': 'good', 'min_total': 70" +
                   parts.good_more + "}, {'id': 'fair', 'min_total': 50" + parts.fair_more +
                   "}, {'id': 'other'}",
         .facts = "{'id': 'a', 'type': 'number', 'min': 0, 'max': 60}, "
                  "{'id': 'b', 'type': 'number', 'min': 0, 'max': 40}, "
                  "{'id': 'late', 'type': 'number', 'min': 0}, "
                  "{'id': 'extra', 'type': 'number'}, "
                  "{'id': 'flag', 'type': 'boolean'}",
         .more = "'cohort': {'tie_chain': [" + parts.chain + "]}"}
    );
}

/** A unit: its id, its facts, its group. */
struct unit_case
{
    std::string id;
    std::string facts;
    std::string group = {};
};

/** A unit with so many points, of which `a` gives 60 as long as they last. */
inline unit_case points(const std::string& id, int total, const std::string& group = {})
{
    const int a = std::min(total, 60);
    return {id, "'a': " + std::to_string(a) + ", 'b': " + std::to_string(total - a), group};
}

/** Units named prefix1, prefix2, ... with points from `most` downwards. */
inline std::vector<unit_case>
falling(const std::string& prefix, int count, int most, const std::string& group = {})
{
    std::vector<unit_case> out;
    for (int i = 0; i < count; ++i)
        out.push_back(points(prefix + std::to_string(i + 1), most - i, group));
    return out;
}

/** Units with equal points. */
inline std::vector<unit_case>
level(const std::string& prefix, int count, int total, const std::string& group = {})
{
    std::vector<unit_case> out;
    for (int i = 0; i < count; ++i)
        out.push_back(points(prefix + std::to_string(i + 1), total, group));
    return out;
}

inline std::vector<unit_case> operator+(std::vector<unit_case> a, const std::vector<unit_case>& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

inline bontot::result
result_of_unit(const std::shared_ptr<const bontot::rubric>& sheet, const unit_case& unit)
{
    const auto dossier = make_dossier(sheet, {unit.facts});
    bontot::set_unit(*dossier, unit.id, unit.id, "", unit.group);
    bontot::result out;
    bontot::evaluate(*dossier, out);
    return out;
}

/** Units of one sheet, and what ranking them gives as text. */
class ranked_units
{
public:
    explicit ranked_units(
        const std::shared_ptr<const bontot::rubric>& sheet, const std::vector<unit_case>& units,
        const bontot::ranking_options& options = {}
    )
        : cohort_(sheet), ranking_(cohort_, bontot::default_memory())
    {
        for (const unit_case& each : units) {
            const bontot::error_list faults = cohort_.add(result_of_unit(sheet, each));
            BOOST_TEST_REQUIRE(faults.empty(), show(faults));
        }
        auto read = bontot::rank(cohort_, options);
        BOOST_TEST_REQUIRE(read.has_value());
        ranking_ = std::move(*read);
    }
    ranked_units(const cohort_sheet& parts, const std::vector<unit_case>& units)
        : ranked_units(make_sheet(parts), units)
    {}

    ranked_units(const ranked_units&) = delete; // the ranking points to the cohort
    ranked_units& operator=(const ranked_units&) = delete;

    /** "north: A1 B2= C2= D4-5, E?": ranks by group, = tied, ? open. */
    [[nodiscard]] std::string order() const
    {
        std::string out;
        for (const bontot::ranking_group& group : ranking_.groups) {
            if (!out.empty()) out += "; ";
            if (ranking_.groups.size() > 1) out += std::string(group.name) + ": ";
            for (std::uint32_t i = group.first; i < group.end; ++i) {
                const bontot::ranking_place& place = ranking_.places[i];
                if (i > group.first) out += " ";
                out += id_of(i);
                out += place.rank == 0 ? "?" : ":" + std::to_string(place.rank_possible);
                if (place.rank != place.rank_possible) out += "-" + std::to_string(place.rank);
                if (place.is_tied) out += "=";
            }
        }
        return out;
    }

    /** "best 8>1: 5 = 1 + 4 + 0": base, allowed, held = kept + moved + undecided. */
    [[nodiscard]] std::string quotas() const
    {
        std::string out;
        for (const bontot::quota_line& each : ranking_.quotas) {
            if (!out.empty()) out += "; ";
            out += ranking_.of->sheet().grades[each.grade].id;
            if (each.group != bontot::none && ranking_.groups.size() > 1)
                out += " " + std::string(ranking_.groups[each.group].name);
            out += " " + std::to_string(each.base) + ">" + std::to_string(each.allowed) + ": " +
                   std::to_string(each.held) + " = " + std::to_string(each.kept) + " + " +
                   std::to_string(each.moved) + " + " + std::to_string(each.undecided);
            if (each.open > 0) out += ", open " + std::to_string(each.open);
        }
        return out;
    }

    /** "B best>good C? best>good": who falls, ? who is undecided. */
    [[nodiscard]] std::string movements() const
    {
        std::string out;
        for (const bontot::movement& each : ranking_.movements) {
            if (!out.empty()) out += ", ";
            out += id_of(each.place) + (each.is_undecided ? "? " : " ");
            out += grade_id(ranking_.quotas[each.quota].grade) + ">" + grade_id(each.to_possible);
            if (each.to != each.to_possible) out += "/" + grade_id(each.to);
        }
        return out;
    }

    /** "A best, B good!, C best/good?": the grade that is proposed, ! moved, ? undecided. */
    [[nodiscard]] std::string proposals() const
    {
        std::string out;
        for (std::uint32_t i = 0; i < ranking_.places.size(); ++i) {
            const bontot::ranking_place& place = ranking_.places[i];
            if (!out.empty()) out += ", ";
            out += id_of(i) + " " + grade_id(place.proposed_possible);
            if (place.proposed != place.proposed_possible) out += "/" + grade_id(place.proposed);
            constexpr const char* states[] = {"", "!", "?", "~"};
            out += states[static_cast<std::size_t>(place.state)];
        }
        return out;
    }

    [[nodiscard]] const bontot::ranking& get() const { return ranking_; }
    [[nodiscard]] const bontot::cohort& units() const { return cohort_; }

private:
    [[nodiscard]] std::string id_of(std::uint32_t place) const
    {
        return std::string(ranking_.entry_of(ranking_.places[place]).unit_id);
    }
    [[nodiscard]] std::string grade_id(std::uint32_t grade) const
    {
        return std::string(ranking_.of->sheet().grades[grade].id);
    }

    bontot::cohort cohort_;
    bontot::ranking ranking_;
};

} // namespace bontot_test

#endif
