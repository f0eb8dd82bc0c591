// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_COMPARISON_HPP
#define BONTOT_WRITE_JSON_COMPARISON_HPP

#include <bontot/compare.hpp>
#include <bontot/date.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>

#include <bontot/json/writer.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Writes a comparison in the format bontot-comparison/1. */
class comparison_json
{
public:
    comparison_json(string& out, const comparison& about, language in)
        : json_(out), about_(about), in_(in)
    {}

    void write();

private:
    void write_head(std::string_view key, const compared_result& side);

    void write_date(std::string_view key, const date& day);

    void write_figures(
        const moved_figure& points, const moved_figure& possible, const moved_figure& max
    );

    void write_remainder(const number& points, const number& possible);

    void write_node(std::uint32_t index);

    /** Its parent on the other side; null when it is a criterion there. */
    void write_elsewhere(const node_comparison& node);

    void write_change(const node_comparison& node);

    void write_side(std::string_view key, const node_side& side);

    void write_fact(const fact_change& change);

    void write_value(std::string_view key, const std::optional<fact_summary>& fact);

    void write_amount(std::string_view key, const std::optional<number>& amount);

    void write_missing_from(
        std::string_view key, std::span<const std::string_view> all,
        std::span<const std::string_view> others
    );

    void write_truth(std::string_view key, truth what);

    void write_gates();

    void write_checks();

    json_writer<string> json_;
    const comparison& about_;
    language in_;
};

} // namespace bontot::detail

#endif
