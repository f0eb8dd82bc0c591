// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_LINT_IPP
#define BONTOT_WRITE_JSON_LINT_IPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>
#include <bontot/version.h>
#include <bontot/write_comparison.hpp>
#include <bontot/write_path.hpp>
#include <bontot/write_ranking.hpp>
#include <bontot/write_rubric_diff.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/words/result.hpp>
#include <bontot/write/json/lint.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace bontot::detail {

void lint_json::write()
{
    json_.begin_object();
    json_.text("format", "bontot-lint/1");
    json_.text("engine", BONTOT_VERSION_STRING);
    json_.begin_object("rubric");
    json_.text("id", sheet_.id);
    json_.text("version", sheet_.version);
    json_.end_object();
    json_.begin_object("summary");
    json_.amount("errors", count(check_severity::error));
    json_.amount("warnings", count(check_severity::warning));
    json_.amount("infos", count(check_severity::info));
    json_.end_object();
    json_.begin_array("findings");
    for (const lint_finding& each : findings_)
        write_finding(each);
    json_.end_array();
    json_.end_object();
}

number lint_json::count(check_severity severity) const
{
    return number(std::count_if(
        findings_.begin(), findings_.end(),
        [severity](const lint_finding& each) { return each.severity == severity; }
    ));
}

void lint_json::write_finding(const lint_finding& finding)
{
    json_.begin_object();
    json_.text("code", lint_code(finding));
    json_.text("severity", severity_word(finding.severity));
    json_.text("pointer", finding.what.pointer);
    if (finding.what.line != 0) {
        json_.amount("line", number(finding.what.line));
        json_.amount("column", number(finding.what.column));
    }
    if (finding.node != none) json_.text("node", sheet_.nodes[finding.node].id);
    string text;
    append_diagnostic(text, finding.what, in_);
    json_.text("text", text);
    write_witness(finding.witness);
    json_.end_object();
}

void lint_json::write_witness(const lint_witness& witness)
{
    if (!witness.value && witness.facts.empty()) return;
    json_.begin_object("witness");
    string text;
    append_witness(text, witness, in_);
    json_.text("text", text);
    if (witness.value) json_.amount("value", *witness.value);
    write_facts(witness, "facts", [](const lint_fact& each) {
        return !each.json.empty() && !is_part(each);
    });
    for (const lint_fact& each : witness.facts) {
        if (!each.json.empty() && is_part(each)) json_.raw(each.name, each.json);
    }
    write_facts(witness, "ranges", [](const lint_fact& each) { return each.json.empty(); });
    json_.end_object();
}

bool lint_json::is_part(const lint_fact& each)
{
    constexpr std::string_view parts[] = {"members", "evidence", "history",
                                          "results", "unit",     "period"};
    return std::find(std::begin(parts), std::end(parts), each.name) != std::end(parts);
}

void write_json(string& out, const rubric& sheet, const lint_findings& findings, language in)
{
    lint_json(out, sheet, findings, in).write();
}

} // namespace bontot::detail

#endif
