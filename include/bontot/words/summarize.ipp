// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WORDS_SUMMARIZE_IPP
#define BONTOT_WORDS_SUMMARIZE_IPP

#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/result_summary.hpp>
#include <bontot/rubric.hpp>
#include <bontot/version.h>

#include <bontot/base/id_order.hpp>
#include <bontot/words/reason.hpp>
#include <bontot/words/result.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Summarizes one result; what a file would say of it, in both languages. */
class summarizing
{
public:
    summarizing(const result& about, sentences how, result_summary& out)
        : about_(about), sheet_(*about.sheet), how_(how), out_(out),
          scratch_(allocator<char>(out.store.source()))
    {}

    void run()
    {
        out_.keeps = about_.sheet;
        out_.engine = BONTOT_VERSION_STRING;
        take_head();
        take_grade();
        out_.nodes.reserve(sheet_.nodes.size());
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); ++i)
            out_.nodes.push_back(node_at(i));
        take_gates();
        take_checks();
        take_ranking();
    }

private:
    template <class T>
    [[nodiscard]] vector<T> list_of() const
    {
        return vector<T>(allocator<T>(out_.store.source()));
    }
    template <class T>
    [[nodiscard]] std::span<const T> kept(const vector<T>& list)
    {
        return out_.store.copy(std::span<const T>(list));
    }

    void take_head()
    {
        out_.rubric_id = sheet_.id;
        out_.rubric_version = sheet_.version;
        out_.unit_id = out_.store.copy(about_.unit_id);
        out_.unit_name = out_.store.copy(about_.unit_name);
        out_.unit_kind = out_.store.copy(about_.unit_kind);
        out_.unit_group = out_.store.copy(about_.unit_group);
        if (about_.from && about_.to) {
            out_.from = about_.from;
            out_.to = about_.to;
        }
        if (about_.as_of != none) out_.as_of = sheet_.roles[about_.as_of].id;
        out_.by_exception = about_.by_exception;
        out_.points = about_.points;
        out_.possible = about_.possible;
        out_.max = about_.max;
        out_.completeness = about_.completeness;
    }

    void take_grade()
    {
        out_.grade = sheet_.grades[about_.grade].id;
        out_.grade_label = sheet_.grades[about_.grade].label;
        out_.grade_possible = sheet_.grades[about_.grade_possible].id;
        auto ids = list_of<std::string_view>();
        for (const std::uint32_t each : about_.reachable)
            ids.push_back(sheet_.grades[each].id);
        out_.reachable = kept(ids);
    }

    node_summary node_at(std::uint32_t index)
    {
        const rubric_node& rule = sheet_.nodes[index];
        const node_result& node = about_.nodes[index];
        node_summary out;
        out.id = rule.id;
        out.label = rule.label;
        out.clause = rule.clause;
        out.parent = rule.parent;
        out.end = rule.end;
        out.depth = rule.depth;
        out.kind = rule.kind;
        out.is_line = rule.score.kind != score_kind::group;
        out.points = node.points;
        out.possible = node.possible;
        out.max = node.max;
        out.state = node.state;
        if (rule.good) out.good = node.good;
        out.reasons = reasons_of(node);
        if (!out.is_line) return out;
        out.facts = facts_of(index);
        out.evidence = evidence_of(node);
        out.missing = missing_of(index);
        out.marks = marks_of(index);
        return out;
    }

    std::span<const reason_summary> reasons_of(const node_result& node)
    {
        auto list = list_of<reason_summary>();
        for (const reason& why : node.reasons) {
            bilingual text;
            if (how_ == sentences::told) {
                text = {sentence(why, language::vi), sentence(why, language::en)};
            }
            list.push_back({reason_code(why.code), text});
        }
        return kept(list);
    }

    std::string_view sentence(const reason& why, language in)
    {
        scratch_.clear();
        teller(about_, in).append_reason(scratch_, why);
        return out_.store.copy(scratch_);
    }

    std::span<const fact_summary> facts_of(std::uint32_t index)
    {
        auto list = list_of<fact_summary>();
        for (const std::uint32_t slot : slots_of(sheet_, index)) {
            if (slot >= about_.facts.size() || about_.facts[slot].is_unknown()) continue;
            list.push_back(fact_of(sheet_.facts[slot].id, about_.facts[slot]));
        }
        return kept(list);
    }

    fact_summary fact_of(std::string_view id, const feel::value& given)
    {
        fact_summary out;
        out.id = id;
        if (given.kind() == feel::kind::number) {
            out.what = fact_summary::type::number;
            out.amount = given.as_number();
        } else if (given.kind() == feel::kind::boolean) {
            out.what = fact_summary::type::boolean;
            out.holds = given.as_boolean();
        } else if (given.kind() == feel::kind::date) {
            scratch_.clear();
            append_date(scratch_, given.as_date());
            out.words = out_.store.copy(scratch_);
        } else {
            out.words = out_.store.copy(given.as_text());
        }
        return out;
    }

    std::span<const std::string_view> evidence_of(const node_result& node)
    {
        auto list = list_of<std::string_view>();
        for (std::uint32_t i = 0; i < node.evidence_count; ++i)
            list.push_back(out_.store.copy(about_.evidence[node.first_evidence + i]));
        return kept(list);
    }

    std::span<const std::string_view> missing_of(std::uint32_t index)
    {
        auto list = list_of<std::string_view>();
        for (const wait& each : about_.waits_of(index)) {
            scratch_.clear();
            append_item_name(scratch_, sheet_, about_.missing[each.item]);
            list.push_back(out_.store.copy(scratch_));
        }
        return kept(list);
    }

    std::span<const mark_summary> marks_of(std::uint32_t index)
    {
        auto list = list_of<mark_summary>();
        for (const mark_record& each : about_.marks_of(index)) {
            list.push_back(
                {sheet_.roles[each.role].id, each.points, out_.store.copy(each.comment),
                 out_.store.copy(each.reason), out_.store.copy(each.by), each.day}
            );
        }
        return kept(list);
    }

    void take_gates()
    {
        auto list = list_of<gate_summary>();
        for (std::size_t i = 0; i < sheet_.gates.size(); ++i) {
            gate_summary gate;
            gate.id = sheet_.gates[i].id;
            gate.fired = about_.gates[i];
            const exception_record* const lifted =
                about_.exception_of(static_cast<std::uint32_t>(i));
            if (lifted != nullptr && gate.fired != truth::no) {
                gate.is_lifted = true;
                gate.lifted_reason = out_.store.copy(lifted->reason);
                gate.lifted_authority = out_.store.copy(lifted->authority);
                gate.lifted_day = lifted->day;
            }
            list.push_back(gate);
        }
        out_.gates = kept(list);
    }

    void take_checks()
    {
        auto list = list_of<check_summary>();
        for (std::size_t i = 0; i < sheet_.checks.size(); ++i) {
            const check_rule& check = sheet_.checks[i];
            list.push_back({check.id, about_.checks[i], check.severity, check.text});
        }
        out_.checks = kept(list);
    }

    void take_ranking()
    {
        auto grades = list_of<grade_summary>();
        for (std::uint32_t i = 0; has_quota(sheet_) && i < sheet_.grades.size(); ++i)
            grades.push_back({sheet_.grades[i].id, about_.grade_meets(i)});
        out_.grades = kept(grades);
        auto facts = list_of<tie_fact_summary>();
        for (const tie_key& key : sheet_.tie_chain) {
            if (key.what != tie_key::kind::fact) continue;
            const feel::value& given = about_.facts[key.index];
            const bool is_known = given.kind() == feel::kind::number;
            facts.push_back(
                {sheet_.facts[key.index].id,
                 is_known ? std::optional<number>(given.as_number()) : std::nullopt}
            );
        }
        out_.tie_facts = kept(facts);
    }

    const result& about_;
    const rubric& sheet_;
    sentences how_;
    result_summary& out_;
    string scratch_;
};

} // namespace bontot::detail

namespace bontot {

result_summary summarize(const result& about, sentences how, memory& source)
{
    result_summary out(source);
    detail::summarizing(about, how, out).run();
    return out;
}

} // namespace bontot

#endif
