// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_PATH_HPP
#define BONTOT_WRITE_JSON_PATH_HPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/writer.hpp>
#include <bontot/write/path_words.hpp>

#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** Writes a path in the format bontot-path/1. */
class path_json
{
public:
    path_json(string& out, const path& about, language in)
        : json_(out), about_(about), sheet_(*about.sheet), in_(in), words_(about, in)
    {}

    void write();

private:
    [[nodiscard]] bool is_evaluated() const
    {
        return about_.outcome == path_outcome::found || about_.outcome == path_outcome::conflict;
    }

    void write_head();

    void write_date(std::string_view key, const date& day);

    void write_grade(std::string_view key, std::uint32_t grade);

    void write_side(std::string_view key, const result& side);

    void write_step(const path_step& step);

    void write_change(const path_change& change);

    void write_kinds(std::uint32_t node);

    void write_value(std::string_view key, const feel::value& value);

    void write_fall(const path_fall& fall);

    void write_obstacle(const path_obstacle& obstacle);

    json_writer<string> json_;
    const path& about_;
    const rubric& sheet_;
    language in_;
    path_words words_;
};

} // namespace bontot::detail

#endif
