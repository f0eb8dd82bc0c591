// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_LINT_HPP
#define BONTOT_WRITE_JSON_LINT_HPP

#include <bontot/lint.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/writer.hpp>

#include <algorithm>
#include <string_view>

namespace bontot::detail {

/** Writes findings in the format bontot-lint/1. */
class lint_json
{
public:
    lint_json(string& out, const rubric& sheet, const lint_findings& findings, language in)
        : json_(out), sheet_(sheet), findings_(findings), in_(in)
    {}

    void write();

private:
    [[nodiscard]] number count(check_severity severity) const;

    void write_finding(const lint_finding& finding);

    /** Writes the facts as they stand in a dossier: `members` and the like beside `facts`. */
    void write_witness(const lint_witness& witness);

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

    static bool is_part(const lint_fact& each);

    json_writer<string> json_;
    const rubric& sheet_;
    const lint_findings& findings_;
    language in_;
};

} // namespace bontot::detail

#endif
