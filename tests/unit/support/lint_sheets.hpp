// SPDX-License-Identifier: BSL-1.0
// Small rubrics for lint, with a label everywhere, and what lint says of them as short texts.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_LINT_SHEETS_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_LINT_SHEETS_HPP

#include <bontot/lint.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace bontot_test {

/** The parts of a rubric that a test of lint is about; what is left out is sound.

    In all of them ' stands for ", `@x` for an id and label, `#x` for an id and message.
*/
struct lint_parts
{
    std::string lines = "{@L, 'max': 10, 'score': {'mark': {}}}"; /**< of the criterion C */
    std::string facts = {};
    std::string of_criterion = {}; /**< further members, such as `'good': {...},` */
    std::string criteria = {};     /**< in place of C */
    std::string consistency = {};
    std::string gates = {};
    std::string grades = "{@top, 'min_total': 8}, {@rest}";
    std::string checks = {};
    std::string more = {}; /**< further members of the rubric, each with a comma behind it */
};

/** Writes out ' and @x and #x. */
inline std::string spelled_out(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c != '@' && c != '#') {
            out += c == '\'' ? '"' : c;
            continue;
        }
        std::string id;
        while (i + 1 < text.size() && text[i + 1] != ',' && text[i + 1] != '}')
            id += text[++i];
        out += "\"id\": \"" + id + (c == '@' ? "\", \"label\": " : "\", \"message\": ");
        out += "{\"vi\": \"muc " + id + "\", \"en\": \"item " + id + "\"}";
    }
    return out;
}

inline std::string lint_json(const lint_parts& parts)
{
    std::string criteria = parts.criteria;
    if (criteria.empty()) {
        criteria =
            "{@C, 'max': 10, " + parts.of_criterion + " 'indicators': [" + parts.lines + "]}";
    }
    return spelled_out(
        "{'format': 'bontot-rubric/1', @test, 'version': '1', 'roles': ['committee'], " +
        parts.more + "'facts': [" + parts.facts + "], 'consistency': [" + parts.consistency +
        "], 'criteria': [" + criteria + "], 'gates': [" + parts.gates + "], 'grades': [" +
        parts.grades + "], 'checks': [" + parts.checks + "]}"
    );
}

inline std::shared_ptr<const bontot::rubric> read_sheet(const std::string& json)
{
    const auto read = bontot::read_rubric(json);
    std::string wrong;
    if (!read) {
        for (const bontot::diagnostic& each : read.error()) {
            append_diagnostic(wrong, each, bontot::language::en);
            wrong += " (" + std::string(each.pointer) + ") ";
        }
    }
    BOOST_TEST_REQUIRE(read.has_value(), wrong << " in " << json);
    return *read;
}

/** Shows the witness in English. */
inline std::string witness_of(const bontot::lint_finding& finding)
{
    std::string out;
    append_witness(out, finding.witness, bontot::language::en);
    return out;
}

/** Shows findings: "code /pointer" each, in their order. */
inline std::string show(const bontot::lint_findings& findings)
{
    std::string out;
    for (const bontot::lint_finding& each : findings) {
        if (!out.empty()) out += ", ";
        out += lint_code(each);
        out += ' ';
        out += each.what.pointer;
    }
    return out;
}

inline std::string lint_of(const lint_parts& parts)
{
    return show(bontot::lint(*read_sheet(lint_json(parts))));
}

/** A planted fault with all that lint says of it, and the same sheet without the fault, of which
    it says nothing. */
struct lint_case
{
    const char* name;
    lint_parts fault;
    const char* found;
    lint_parts sound;
};

} // namespace bontot_test

#endif
