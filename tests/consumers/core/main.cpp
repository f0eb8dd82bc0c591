// SPDX-License-Identifier: BSL-1.0
// A program over the C++ core: the archive, or headers alone with the files of ../headers.
#include <bontot/bontot.hpp>

#include <iostream>

int main()
{
    const auto sheet = bontot::read_rubric(R"json({
      "format": "bontot-rubric/1", "id": "tasks", "version": "1", "label": {"en": "Tasks"},
      "facts": [{"id": "done", "type": "number", "min": 0, "max": 40}],
      "criteria": [{"id": "1", "max": 8, "indicators": [{"id": "1.1", "max": 8,
        "score": {"formula": "8 * done / 40"}}]}],
      "grades": [{"id": "good", "min_total": 7}, {"id": "other"}]})json");
    const auto given = bontot::read_dossier(sheet.value(), R"json({
      "format": "bontot-dossier/1", "unit": {"id": "CB-1"},
      "period": {"from": "2026-01-01", "to": "2026-12-31"}, "facts": {"done": 37}})json");
    bontot::result result;
    bontot::evaluate(*given.value(), result);
    bontot::string text;
    bontot::append_text(text, result, {bontot::language::en});
    std::cout << text;
}
