// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_COHORT_RANKING_IPP
#define BONTOT_COHORT_RANKING_IPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/ranking.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/nearest.hpp>
#include <bontot/base/sorted.hpp>
#include <bontot/cohort/cohort.hpp>
#include <bontot/cohort/work.hpp>
#include <bontot/json/diagnosis.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Complains of raised shares that would make no difference: the committee meant something. */
inline void check_raised(const ranking& about, const ranking_options& options, diagnosis& faults)
{
    bool within_groups = false;
    bool anywhere = false;
    for (const grade_rule& grade : about.of->sheet().grades) {
        if (!grade.quota || !grade.quota->raised) continue;
        anywhere = true;
        within_groups = within_groups || !grade.quota->over_all;
    }
    const bool names_groups = !options.raised_groups.empty();
    if ((options.raised_everywhere && !anywhere) || (names_groups && !within_groups)) {
        add_fault(faults, message::cohort_no_raised, "");
        return;
    }
    for (const std::string_view name : options.raised_groups) {
        const auto name_of = [](const ranking_group& group) { return group.name; };
        const auto found = first_not_below(about.groups, name, name_of);
        if (found != about.groups.end() && found->name == name) continue;
        nearest meant(name);
        for (const ranking_group& group : about.groups)
            meant.offer(group.name);
        add_fault(faults, message::cohort_no_group, "", {shown(name), suggestion(meant)});
    }
}

} // namespace bontot::detail

namespace bontot {

result_of<ranking> rank(const cohort& units, const ranking_options& options, memory& source)
{
    ranking out(units, source);
    detail::ranking_work(options, out, source).run();
    detail::diagnosis faults(source);
    detail::check_raised(out, options, faults);
    if (!faults.empty()) return faults.take({});
    return result_of<ranking>(std::move(out));
}

} // namespace bontot

#endif
