// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_LINT_HPP
#define BONTOT_WRITE_LINT_HPP

#include <bontot/lint.hpp>
#include <bontot/version.h>

#include <bontot/detail/json_text.hpp>
#include <bontot/impl/result_words.hpp> // severity_word

#include <algorithm>

namespace bontot {

namespace detail {

/** Writes findings in the format bontot-lint/1. */
template <class String>
class lint_json
{
public:
    lint_json(String& out, const rubric& sheet, const lint_findings& findings, language in)
        : json_(out), sheet_(sheet), findings_(findings), in_(in)
    {}

    void write()
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

private:
    [[nodiscard]] number count(check_severity severity) const
    {
        return number(std::count_if(
            findings_.begin(), findings_.end(),
            [severity](const lint_finding& each) { return each.severity == severity; }
        ));
    }

    void write_finding(const lint_finding& finding)
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

    /** Writes the facts as they stand in a dossier: `members` and the like beside `facts`. */
    void write_witness(const lint_witness& witness)
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

    template <class Choice>
    void write_facts(const lint_witness& witness, std::string_view key, const Choice& is_chosen)
    {
        if (std::none_of(witness.facts.begin(), witness.facts.end(), is_chosen)) return;
        json_.begin_object(key);
        for (const lint_fact& each : witness.facts) {
            if (!is_chosen(each)) continue;
            if (!each.json.empty()) {
                json_.raw(each.name, each.json);
                continue;
            }
            json_.begin_object(each.name);
            if (each.least) json_.amount("min", *each.least);
            if (each.most) json_.amount("max", *each.most);
            json_.end_object();
        }
        json_.end_object();
    }

    static bool is_part(const lint_fact& each)
    {
        constexpr std::string_view parts[] = {"members", "evidence", "history",
                                              "results", "unit",     "period"};
        return std::find(std::begin(parts), std::end(parts), each.name) != std::end(parts);
    }

    json_writer<String> json_;
    const rubric& sheet_;
    const lint_findings& findings_;
    language in_;
};

} // namespace detail

/** Appends what lint found as JSON (format bontot-lint/1), with texts in one language.

    @param sheet The rubric that was looked at.
*/
template <class String>
void append_json(String& out, const rubric& sheet, const lint_findings& findings, language in)
{
    detail::lint_json<String>(out, sheet, findings, in).write();
}

} // namespace bontot

#endif
