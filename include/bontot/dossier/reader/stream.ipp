// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_STREAM_IPP
#define BONTOT_DOSSIER_READER_STREAM_IPP

#include <bontot/dossier.hpp>

#include <bontot/dossier/reader/stream.hpp>

#include <cstddef>
#include <string_view>

namespace bontot::detail {

bool read_plain_dossier(dossier& out, std::string_view json, const dossier_options& options)
{
    constexpr std::size_t most_bytes = 1U << 20U; // keeps the values within their limit too
    constexpr std::size_t most_depth = 4; // what a document supports, what a role says of its mark
    const bool is_usual = options.trusted == trust::all && options.committee == nullptr &&
                          options.also_known == nullptr && json.size() <= most_bytes &&
                          json.size() <= options.limits.bytes && options.limits.depth >= most_depth;
    return is_usual && dossier_stream(out, options, json).read();
}

} // namespace bontot::detail

#endif
