// SPDX-License-Identifier: BSL-1.0
#include "guard.hpp"

using namespace bontot::c_api;

bontot_status bontot_cohort_new(
    bontot_cohort** out, const bontot_rubric* rubric, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(out, "out");
        require(rubric, "rubric");
        const shared_memory source = memory_of(options);
        auto content = bontot::make_shared_in<bontot::cohort>(*source, rubric->sheet, *source);
        *out = make_handle<bontot_cohort>(source, keep_with(std::move(content), source));
    });
}

bontot_status
bontot_cohort_add(bontot_cohort* cohort, const bontot_result* result, bontot_error** error)
{
    return guarded(error, [&] {
        require(cohort, "cohort");
        require(result, "result");
        if (result->content.grade == bontot::none)
            refuse(BONTOT_MISUSE, bontot::message::api_not_evaluated, {});
        accept(cohort->content->add(result->content));
    });
}

bontot_status bontot_cohort_add_summary(
    bontot_cohort* cohort, const bontot_summary* summary, bontot_error** error
)
{
    return guarded(error, [&] {
        require(cohort, "cohort");
        require(summary, "summary");
        accept(cohort->content->add(summary->content));
    });
}

bontot_status bontot_cohort_add_json(
    bontot_cohort* cohort, const char* json, size_t length, const bontot_options* options,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(cohort, "cohort");
        const shared_memory source = memory_of(options);
        const bontot::reading_limits limits =
            options == nullptr ? bontot::reading_limits() : options->reading.limits;
        auto read = bontot::read_result_summary(text_in(json, length, "json"), limits, *source);
        if (!read) throw refusal{BONTOT_BAD_INPUT, read.error()};
        accept(cohort->content->add(*read));
    });
}

size_t bontot_cohort_count(const bontot_cohort* cohort)
{
    return cohort == nullptr ? 0 : cohort->content->entries().size();
}

void bontot_cohort_free(bontot_cohort* cohort)
{
    free_handle(cohort);
}
