// SPDX-License-Identifier: BSL-1.0
#include "guard.hpp"

using namespace bontot::c_api;

bontot_status bontot_reference_load(
    bontot_reference** out, const bontot_rubric* rubric, const char* json, size_t length,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(rubric, "rubric");
        const shared_memory source = memory_of(options);
        const bontot::reading_limits limits =
            options == nullptr ? bontot::reading_limits() : options->reading.limits;
        auto read =
            bontot::read_reference(rubric->sheet, text_in(json, length, "json"), limits, *source);
        if (!read) throw refusal{BONTOT_BAD_INPUT, read.error()};
        *out = make_handle<bontot_reference>(source, keep_with(std::move(*read), source));
    });
}

void bontot_reference_free(bontot_reference* reference)
{
    free_handle(reference);
}
