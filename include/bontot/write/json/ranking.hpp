// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_RANKING_HPP
#define BONTOT_WRITE_JSON_RANKING_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/ranking.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/writer.hpp>

#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** Returns the stable word of what a ranking proposes for a unit. */
[[nodiscard]] std::string_view state_word(place_state state);

/** Writes a ranking in the format bontot-ranking/1. */
class ranking_json
{
public:
    ranking_json(string& out, const ranking& about)
        : json_(out), about_(about), sheet_(about.of->sheet())
    {}

    void write();

private:
    void write_head();

    void write_group(const ranking_group& group);

    void write_group_name(std::string_view name);

    void write_unit(const cohort_entry& entry);

    void write_points(const cohort_entry& entry);

    void write_place(const ranking_place& place);

    /** Each key as a number, or as what it can be: [least, most]. */
    void write_keys(std::uint32_t entry);

    void write_end(const number& end);

    void write_open(const cohort_entry& entry);

    void write_quota(const quota_line& line);

    void write_movement(const movement& each);

    [[nodiscard]] std::string_view grade_id(std::uint32_t grade) const
    {
        return sheet_.grades[grade].id;
    }

    json_writer<string> json_;
    const ranking& about_;
    const rubric& sheet_;
};

} // namespace bontot::detail

#endif
