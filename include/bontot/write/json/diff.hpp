// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_DIFF_HPP
#define BONTOT_WRITE_JSON_DIFF_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/rubric_diff.hpp>

#include <bontot/json/writer.hpp>
#include <bontot/number/text.hpp>

#include <cstdint>
#include <string_view>

namespace bontot::detail {

[[nodiscard]] std::string_view move_word(grade_move move);

/** Writes parts of a rubric diff in the format bontot-rubric-diff/1. */
class diff_json
{
public:
    diff_json(string& out, const rubric_diff& about, language in)
        : json_(out), about_(about), in_(in)
    {}

    void write_change();

    void write_counts();

private:
    void count(std::string_view key, std::uint64_t amount) { json_.amount(key, number(amount)); }

    void write_pair(std::string_view key, std::string_view before, std::string_view after);

    void write_cause(const diff_cause& cause);

    void write_rubric(std::string_view key, const rubric& sheet);

    void write_matrix();

    void write_passed_over();

    json_writer<string> json_;
    const rubric_diff& about_;
    language in_;
};

} // namespace bontot::detail

#endif
