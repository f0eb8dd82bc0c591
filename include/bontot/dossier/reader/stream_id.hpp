// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_STREAM_ID_HPP
#define BONTOT_DOSSIER_READER_STREAM_ID_HPP

#include <bontot/arena.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/dossier/reader/stream_passing.hpp>
#include <bontot/json/plain_json.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Finds which rubric a dossier names, if nothing before the name is unusual. */
class rubric_id_stream
{
public:
    /** @param most_depth How deep objects and lists may stand in each other: at least 2. */
    rubric_id_stream(const plain_json& json, std::size_t most_depth)
        : json_(json), passing_(json_, nullptr), levels_(most_depth)
    {}

    /** @return The id, which lies in the copy of the text; null: another reader must look. */
    std::optional<std::string_view> find()
    {
        passing_.each_member([&](std::string_view name) {
            if (name != "rubric") return passing_.pass(levels_ - 1);
            find_within();
            return false; // what stands behind it is not read
        });
        return found_;
    }

private:
    void find_within()
    {
        passing_.each_member([&](std::string_view name) {
            if (name != "id") return passing_.pass(levels_ - 2);
            std::string_view id;
            if (json_.take_rare_text(id)) found_ = id;
            return false;
        });
    }

    plain_json json_;
    passing_stream passing_;
    std::size_t levels_;
    std::optional<std::string_view> found_;
};

/** Finds the id of the rubric that a dossier names, if that is easy. */
inline std::optional<string>
find_plain_rubric_id(std::string_view json, const reading_limits& limits, memory& source)
{
    constexpr std::size_t most_bytes = 1U << 20U;
    constexpr std::size_t most_depth = 64; // which the stack can easily bear
    constexpr std::size_t usual_bytes = 512;
    if (json.size() > std::min(limits.bytes, most_bytes) || limits.depth < 2) return {};
    const std::size_t depth = std::min(limits.depth, most_depth);
    char begin[usual_bytes + plain_json::room_behind]; // most name the rubric before much else
    const plain_json first(json.substr(0, usual_bytes), begin);
    auto found = rubric_id_stream(first, depth).find();
    arena store(source);
    if (!found && json.size() > usual_bytes)
        found = rubric_id_stream(plain_json(json, store), depth).find();
    if (!found) return {};
    return string(*found, allocator<char>(source));
}

} // namespace bontot::detail

#endif
