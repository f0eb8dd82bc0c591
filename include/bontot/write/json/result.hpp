// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_RESULT_HPP
#define BONTOT_WRITE_JSON_RESULT_HPP

#include <bontot/result.hpp>
#include <bontot/write_text.hpp>

#include <bontot/json/writer.hpp>
#include <bontot/write/json/node.hpp>

#include <cstdint>

namespace bontot::detail {

/** Writes a result in the format bontot-result/1. */
class result_json : private node_json
{
public:
    using node_json::node_json;
    using node_json::part_count;

    void write();

private:
    void write_head();

    void write_total();

    /** What a cohort asks that the rest does not say: grades below, facts that part ties. */
    void write_ranking();

    /** The roles side by side: the total, the grade and every node as of each. */
    void write_columns();

    void write_points(const column_points& of);

    void write_gates();

    void write_checks();

    void write_findings();

    void write_missing();

    void write_waits(json_key key, std::uint32_t item, bool lines);

    void write_waiting_name(json_key key, wait::kind what, std::uint32_t index)
    {
        json_.text_by(key, [&](auto& out) { append_waiting_name(out, sheet_, what, index); });
    }
};

} // namespace bontot::detail

#endif
