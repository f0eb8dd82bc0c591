// SPDX-License-Identifier: BSL-1.0
// A program over the archive that reads what the core writes with a Boost.JSON of its own.
#include <bontot/bontot.hpp>

#include <boost/json/src.hpp>

#include <iostream>

int main()
{
    const auto sheet = bontot::read_rubric(R"json({
      "format": "bontot-rubric/1", "id": "tasks", "version": "1", "label": {"en": "Tasks"},
      "facts": [{"id": "done", "type": "number"}],
      "criteria": [{"id": "1", "max": 8, "indicators": [{"id": "1.1", "max": 8,
        "score": {"formula": "done"}}]}],
      "grades": [{"id": "any"}]})json");
    bontot::string text;
    bontot::append_template(text, *sheet.value(), bontot::language::en);
    const boost::json::value dossier = boost::json::parse({text.data(), text.size()});
    std::cout << dossier.at("facts") << '\n';
}
