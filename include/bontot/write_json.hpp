// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_HPP
#define BONTOT_WRITE_JSON_HPP

#include <bontot/result.hpp>
#include <bontot/version.h>

#include <bontot/detail/json_text.hpp>
#include <bontot/impl/reason_text.hpp>
#include <bontot/impl/result_words.hpp>

namespace bontot {

namespace detail {

/** Writes a result in the format bontot-result/1. */
template <class String>
class result_json
{
public:
    result_json(String& out, const result& about, language in)
        : json_(out), about_(about), sheet_(*about.sheet), in_(in), teller_(about, in)
    {}

    void write()
    {
        json_.begin_object();
        write_head();
        write_total();
        json_.begin_array("criteria");
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end)
            write_node(i);
        json_.end_array();
        write_gates();
        write_checks();
        write_findings();
        write_missing();
        json_.end_object();
    }

private:
    void write_head()
    {
        json_.text("format", "bontot-result/1");
        json_.text("engine", BONTOT_VERSION_STRING);
        json_.begin_object("rubric");
        json_.text("id", sheet_.id);
        json_.text("version", sheet_.version);
        json_.end_object();
        json_.begin_object("unit");
        json_.text("id", about_.unit_id);
        write_words("name", about_.unit_name);
        write_words("kind", about_.unit_kind);
        write_words("group", about_.unit_group);
        json_.end_object();
        if (about_.from && about_.to) {
            json_.begin_object("period");
            write_day("from", about_.from);
            write_day("to", about_.to);
            json_.end_object();
        }
        if (about_.as_of != none) json_.text("as_of", sheet_.roles[about_.as_of].id);
    }

    /** Writes a text that says something; an empty one is left out. */
    void write_words(std::string_view key, std::string_view words)
    {
        if (!words.empty()) json_.text(key, words);
    }

    void write_day(std::string_view key, const std::optional<date>& day)
    {
        if (!day) return;
        string text;
        append_date(text, *day);
        json_.text(key, text);
    }

    void write_total()
    {
        json_.begin_object("total");
        json_.amount("points", about_.points);
        json_.amount("possible", about_.possible);
        json_.amount("max", about_.max);
        json_.end_object();
        const grade_rule& grade = sheet_.grades[about_.grade];
        json_.begin_object("grade");
        json_.text("id", grade.id);
        json_.text("label", grade.label.in(in_));
        json_.boolean("by_exception", about_.by_exception);
        json_.end_object();
        json_.text("grade_possible", sheet_.grades[about_.grade_possible].id);
        json_.begin_array("reachable");
        for (const std::uint32_t each : about_.reachable)
            json_.text({}, sheet_.grades[each].id);
        json_.end_array();
        json_.amount("completeness", about_.completeness);
        if (!about_.columns.empty()) write_columns();
        write_ranking();
    }

    /** What a cohort asks that the rest does not say: grades below, facts that part ties. */
    void write_ranking()
    {
        bool has_facts = false;
        for (const tie_key& key : sheet_.tie_chain)
            has_facts = has_facts || key.what == tie_key::kind::fact;
        if (!has_quota(sheet_) && !has_facts) return;
        json_.begin_object("ranking");
        if (has_quota(sheet_)) {
            json_.begin_object("grades");
            for (std::uint32_t i = 0; i < sheet_.grades.size(); ++i)
                write_truth(sheet_.grades[i].id, about_.grade_meets(i));
            json_.end_object();
        }
        if (has_facts) {
            json_.begin_object("facts");
            for (const tie_key& key : sheet_.tie_chain) {
                if (key.what != tie_key::kind::fact) continue;
                write_fact(sheet_.facts[key.index].id, about_.facts[key.index]);
            }
            json_.end_object();
        }
        json_.end_object();
    }

    /** The roles side by side: the total, the grade and every node as of each. */
    void write_columns()
    {
        json_.begin_array("columns");
        for (const column& each : about_.columns) {
            json_.begin_object();
            json_.text("role", sheet_.roles[each.role].id);
            write_points(each.total);
            json_.text("grade", sheet_.grades[each.grade].id);
            json_.text("grade_possible", sheet_.grades[each.grade_possible].id);
            json_.begin_object("nodes");
            for (std::size_t i = 0; i < sheet_.nodes.size(); ++i) {
                json_.begin_object(sheet_.nodes[i].id);
                write_points(about_.column_nodes[each.first_node + i]);
                json_.end_object();
            }
            json_.end_object();
            json_.end_object();
        }
        json_.end_array();
    }

    void write_points(const column_points& of)
    {
        json_.amount("points", of.points);
        json_.amount("possible", of.possible);
    }

    void write_node(std::uint32_t index)
    {
        const rubric_node& rule = sheet_.nodes[index];
        const node_result& node = about_.nodes[index];
        json_.begin_object();
        json_.text("id", rule.id);
        json_.text("label", rule.label.in(in_));
        if (rule.depth == 0) json_.text("kind", kind_word(rule.kind));
        json_.amount("points", node.points);
        json_.amount("possible", node.possible);
        json_.amount("max", node.max);
        if (rule.good) write_truth("good", node.good);
        json_.text("state", state_word(node.state));
        write_reasons(node);
        if (rule.score.kind == score_kind::group) {
            json_.begin_array("indicators");
            for (std::uint32_t i = index + 1; i < rule.end; i = sheet_.nodes[i].end)
                write_node(i);
            json_.end_array();
        } else {
            write_line(index);
        }
        if (!rule.clause.empty()) json_.text("clause", rule.clause);
        json_.end_object();
    }

    /** The first reason, and as notes what changed the points after it. */
    void write_reasons(const node_result& node)
    {
        for (std::size_t i = 0; i < node.reasons.size(); ++i) {
            const reason& why = node.reasons[i];
            if (i == 1) json_.begin_array("notes");
            json_.begin_object(i == 0 ? "reason" : "");
            json_.text("code", reason_code(why.code));
            scratch_.clear();
            teller_.append_reason(scratch_, why);
            json_.text("text", scratch_);
            json_.end_object();
        }
        if (node.reasons.size() > 1) json_.end_array();
    }

    void write_line(std::uint32_t index)
    {
        json_.begin_object("facts");
        for (const std::uint32_t slot : slots_of(sheet_, index)) {
            const bool is_known = slot < about_.facts.size() && !about_.facts[slot].is_unknown();
            if (is_known) write_fact(sheet_.facts[slot].id, about_.facts[slot]);
        }
        json_.end_object();
        const node_result& node = about_.nodes[index];
        json_.begin_array("evidence");
        for (std::uint32_t i = 0; i < node.evidence_count; ++i) {
            json_.text({}, about_.evidence[node.first_evidence + i]);
        }
        json_.end_array();
        write_marks(index);
        json_.begin_array("missing");
        for (const wait& each : about_.waits) {
            if (each.what != wait::kind::node || each.index != index) continue;
            string name;
            append_item_name(name, sheet_, about_.missing[each.item]);
            json_.text({}, name);
        }
        json_.end_array();
    }

    /** What each role marked a line with; left out where nobody did. */
    void write_marks(std::uint32_t index)
    {
        bool has_marks = false;
        for (std::uint32_t role = 0; role < sheet_.roles.size(); ++role) {
            for (const mark_record& each : about_.marks) {
                if (each.node != index || each.role != role) continue;
                if (!has_marks) json_.begin_object("marks");
                has_marks = true;
                json_.begin_object(sheet_.roles[role].id);
                json_.amount("points", each.points);
                write_words("comment", each.comment);
                write_words("reason", each.reason);
                write_words("by", each.by);
                write_day("date", each.day);
                json_.end_object();
            }
        }
        if (has_marks) json_.end_object();
    }

    void write_fact(std::string_view id, const feel::value& given)
    {
        string text;
        switch (given.kind()) {
        case feel::kind::number:
            json_.amount(id, given.as_number());
            break;
        case feel::kind::boolean:
            json_.boolean(id, given.as_boolean());
            break;
        case feel::kind::text:
            json_.text(id, given.as_text());
            break;
        case feel::kind::date:
            append_date(text, given.as_date());
            json_.text(id, text);
            break;
        default:
            json_.null(id);
            break;
        }
    }

    void write_truth(std::string_view key, truth what)
    {
        if (what == truth::open) {
            json_.null(key);
        } else {
            json_.boolean(key, what == truth::yes);
        }
    }

    void write_gates()
    {
        json_.begin_array("gates");
        for (std::size_t i = 0; i < sheet_.gates.size(); ++i) {
            json_.begin_object();
            json_.text("id", sheet_.gates[i].id);
            write_truth("fired", about_.gates[i]);
            const exception_record* const lifted =
                about_.exception_of(static_cast<std::uint32_t>(i));
            if (lifted != nullptr && about_.gates[i] != truth::no) {
                json_.begin_object("lifted");
                json_.text("reason", lifted->reason);
                json_.text("authority", lifted->authority);
                write_day("date", lifted->day);
                json_.end_object();
            }
            json_.end_object();
        }
        json_.end_array();
    }

    void write_checks()
    {
        json_.begin_array("checks");
        for (std::size_t i = 0; i < sheet_.checks.size(); ++i) {
            const check_rule& check = sheet_.checks[i];
            json_.begin_object();
            json_.text("id", check.id);
            json_.text("outcome", outcome_word(about_.checks[i]));
            json_.text("severity", severity_word(check.severity));
            json_.text("text", check.text.in(in_));
            json_.end_object();
        }
        json_.end_array();
    }

    void write_findings()
    {
        json_.begin_array("findings");
        for (const finding& each : about_.findings) {
            json_.begin_object();
            json_.text("code", reason_code(each.code));
            string at;
            append_waiting_name(at, sheet_, each.what, each.index);
            json_.text("at", at);
            if (each.program != none)
                json_.text("expression", sheet_.programs[each.program].source());
            json_.end_object();
        }
        json_.end_array();
    }

    void write_missing()
    {
        json_.begin_array("missing");
        for (std::uint32_t i = 0; i < about_.missing.size(); ++i) {
            const missing_item& item = about_.missing[i];
            string name;
            string label;
            append_item_name(name, sheet_, item);
            append_item_label(label, about_, item, in_);
            json_.begin_object();
            json_.text("item", name);
            json_.text("label", label);
            json_.amount("worth", settle(item.worth));
            write_waits("lines", i, true);
            json_.begin_array("also");
            each_other_item(about_, i, [this](std::uint32_t other) {
                string other_name;
                append_item_name(other_name, sheet_, about_.missing[other]);
                json_.text({}, other_name);
            });
            json_.end_array();
            write_waits("decides", i, false);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_waits(std::string_view key, std::uint32_t item, bool lines)
    {
        json_.begin_array(key);
        for (const wait& each : about_.waits) {
            if (each.item != item || (each.what == wait::kind::node) != lines) continue;
            string name;
            append_waiting_name(name, sheet_, each.what, each.index);
            json_.text({}, name);
        }
        json_.end_array();
    }

    json_writer<String> json_;
    const result& about_;
    const rubric& sheet_;
    language in_;
    teller teller_;
    string scratch_;
};

} // namespace detail

/** Appends a result as JSON in the format bontot-result/1, labels and sentences in one language.

    The same result gives the same bytes on every platform.
*/
template <class String>
void append_json(String& out, const result& about, language in)
{
    detail::result_json<String>(out, about, in).write();
}

} // namespace bontot

#endif
