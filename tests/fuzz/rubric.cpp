// SPDX-License-Identifier: BSL-1.0
// A rubric of any bytes: read, and when it is good, written and filled with an empty dossier.

#include "promises.hpp"

#include <bontot/evaluate.hpp>
#include <bontot/lint.hpp>
#include <bontot/write_json.hpp>
#include <bontot/write_rubric.hpp>
#include <bontot/write_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto sheet = bontot::read_rubric(text);
    if (!sheet) {
        fuzz::check_errors(sheet.error(), text);
        return 0;
    }
    std::string out;
    append_description(out, **sheet, bontot::language::vi);
    fuzz::promise(bontot::is_valid_utf8(out), "a description is UTF-8");
    out.clear();
    for (const bontot::lint_finding& each : bontot::lint(**sheet, text)) {
        append_diagnostic(out, each.what, bontot::language::vi);
        append_witness(out, each.witness, bontot::language::en);
        fuzz::promise(each.what.line > 0, "a finding has a place");
    }
    fuzz::promise(bontot::is_valid_utf8(out), "findings are UTF-8");
    out.clear();
    append_template(out, **sheet, bontot::language::en);
    const auto empty = bontot::read_dossier(*sheet, out);
    if (!empty) {
        // The rules of the sheet may say that nothing is not enough; the form is right.
        for (const bontot::diagnostic& each : empty.error()) {
            fuzz::promise(
                each.code == bontot::message::dossier_inconsistent, "a template is a dossier"
            );
        }
        return 0;
    }
    bontot::result result;
    evaluate(**empty, result);
    out.clear();
    append_json(out, result, bontot::language::vi);
    append_text(out, result, bontot::text_options{});
    fuzz::promise(bontot::is_valid_utf8(out), "a result is UTF-8");
    return 0;
}
