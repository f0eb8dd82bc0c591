// SPDX-License-Identifier: BSL-1.0
// A dossier of any bytes for a rubric that the library carries: read, and when it is good, scored
// and written.

#include "builtin_rubrics.hpp"
#include "promises.hpp"

#include <bontot/evaluate.hpp>
#include <bontot/write_json.hpp>
#include <bontot/write_text.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace {

std::shared_ptr<const bontot::rubric> carried_rubric()
{
    for (const auto& each : bontot::detail::builtin_rubrics()) {
        if (each.id == "bon-tot-2023") return bontot::read_rubric(each.json).value();
    }
    return nullptr;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::shared_ptr<const bontot::rubric> sheet = carried_rubric();
    fuzz::promise(sheet != nullptr, "the library carries bon-tot-2023");
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto given = bontot::read_dossier(sheet, text);
    if (!given) {
        fuzz::check_errors(given.error(), text);
        return 0;
    }
    bontot::result result;
    evaluate(**given, result);
    fuzz::promise(result.points <= result.possible, "what is sure is at most what is possible");
    fuzz::promise(result.grade >= result.grade_possible, "the sure grade is not the better one");
    std::string out;
    append_json(out, result, bontot::language::vi);
    append_text(out, result, bontot::text_options{});
    fuzz::promise(bontot::is_valid_utf8(out), "a result is UTF-8");
    return 0;
}
