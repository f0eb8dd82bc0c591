// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_SUMMARY_HPP
#define BONTOT_WRITE_JSON_SUMMARY_HPP

#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/writer.hpp>

#include <cstdint>
#include <string_view>

namespace bontot::detail {

/** Writes a result in the format bontot-summary/1. */
class summary_json
{
public:
    summary_json(string& out, const result& about) : json_(out), about_(about), sheet_(*about.sheet)
    {}

    void write();

private:
    void write_head();

    void write_day(std::string_view key, const date& day);

    void write_criterion(std::uint32_t index);

    json_writer<string> json_;
    const result& about_;
    const rubric& sheet_;
};

} // namespace bontot::detail

#endif
