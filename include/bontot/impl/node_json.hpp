// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_NODE_JSON_HPP
#define BONTOT_IMPL_NODE_JSON_HPP

#include <bontot/result.hpp>

#include <bontot/detail/json_text.hpp>
#include <bontot/impl/kept_texts.hpp>
#include <bontot/impl/reason_text.hpp>
#include <bontot/impl/result_words.hpp>

namespace bontot::detail {

/** Writes criteria and indicators of a result, and what the rest of it is made of. */
class node_json
{
public:
    /** Writes of a result.

        @param kept What is known of results of this rubric, or null.
    */
    node_json(text_buffer& out, const result& about, language in, kept_texts* kept)
        : json_(out), about_(about), sheet_(*about.sheet), in_(in), kept_(kept),
          teller_(about, in, kept == nullptr ? nullptr : &kept->notes())
    {}

    /** Returns how many parts there are that are the same in all results of a rubric. */
    static std::size_t part_count(const rubric& sheet)
    {
        return first_node_part + sheet.nodes.size();
    }

protected:
    // The parts: the head, then of each node its beginning.
    static constexpr std::size_t head_part = 0;
    static constexpr std::size_t first_node_part = 1;

    /** Writes what is the same in all results of a rubric, or the same of it again. */
    template <class Function>
    void part(std::size_t which, const Function& write)
    {
        const kept_text** const known = kept_ == nullptr ? nullptr : &kept_->part(which);
        if (known != nullptr && *known != nullptr) {
            json_.out().append_padded((*known)->text, (*known)->size);
            json_.continue_with((*known)->needs_comma);
            return;
        }
        const std::size_t begin = json_.out().size();
        write();
        if (known != nullptr) *known = keep(begin, {});
    }

    /** Writes a text that says something; an empty one is left out. */
    void write_words(json_key key, std::string_view words)
    {
        if (!words.empty()) json_.text(key, words);
    }

    void write_day(json_key key, const std::optional<date>& day)
    {
        if (day) json_.text_by(key, [&](auto& out) { append_date(out, *day); });
    }

    /** Writes a node, or a line of a case that was met before with what differs filled in. */
    void write_node(std::uint32_t index)
    {
        const std::uint32_t its_case = about_.nodes[index].line_case;
        if (kept_ == nullptr || its_case == none || has_marks(index)) {
            write_anew(index);
            return;
        }
        const kept_text*& known = kept_->line(its_case);
        if (known != nullptr) {
            fill(*known, index);
            return;
        }
        const std::size_t begin = json_.out().size();
        kept_->notes().start();
        write_anew(index);
        kept_->notes().stop();
        known = keep(begin, kept_->notes().holes());
    }

    void write_item_name(json_key key, const missing_item& item)
    {
        json_.text_by(key, [&](auto& out) { append_item_name(out, sheet_, item); });
    }

    /** Writes a fact; of a boolean the case of its line tells the value. */
    void write_fact(std::uint32_t slot)
    {
        const feel::value& given = about_.facts[slot];
        json_.name(sheet_.facts[slot].id);
        const std::size_t begin = json_.out().size();
        append_value(given);
        if (given.kind() != feel::kind::boolean) note(text_hole::kind::value, slot, begin);
    }

    static std::string_view truth_word(truth what)
    {
        constexpr std::string_view words[] = {"false", "true", "null"};
        return words[static_cast<std::size_t>(what)];
    }

    void write_truth(json_key key, truth what) { json_.raw(key, truth_word(what)); }

private:
    const kept_text* keep(std::size_t begin, std::span<const text_hole> holes)
    {
        const std::string_view written = json_.out().view().substr(begin);
        return kept_->keep(written, begin, holes, json_.needs_comma());
    }

    [[nodiscard]] bool has_marks(std::uint32_t index) const
    {
        for (const mark_record& each : about_.marks) {
            if (each.node == index) return true;
        }
        return false;
    }

    void fill(const kept_text& line, std::uint32_t index)
    {
        std::size_t written = 0;
        for (const text_hole& hole : line.holes) {
            json_.out().append_padded(line.text + written, hole.begin - written);
            written = hole.begin;
            fill_hole(hole, about_.nodes[index]);
        }
        json_.out().append_padded(line.text + written, line.size - written);
        json_.continue_with(line.needs_comma);
    }

    void fill_hole(const text_hole& hole, const node_result& node)
    {
        json_escaper<text_buffer> words(json_.out());
        switch (hole.what) {
        case text_hole::kind::value:
            append_value(about_.facts[hole.slot]);
            break;
        case text_hole::kind::value_words:
            teller_.append_value(words, about_.facts[hole.slot]);
            break;
        case text_hole::kind::points:
            append_plain(json_.out(), node.points);
            break;
        case text_hole::kind::possible:
            append_plain(json_.out(), node.possible);
            break;
        case text_hole::kind::points_words:
            teller_.append_number(
                words, node.reasons.front().arguments[reason::proportional_points].amount
            );
            break;
        case text_hole::kind::state:
            words += state_word(node.state);
            break;
        }
    }

    void write_anew(std::uint32_t index)
    {
        const rubric_node& rule = sheet_.nodes[index];
        const node_result& node = about_.nodes[index];
        part(first_node_part + index, [&] {
            json_.begin_object();
            json_.text("id", rule.id);
            json_.text("label", rule.label.in(in_));
            if (rule.depth == 0) json_.text("kind", kind_word(rule.kind));
        });
        write_figures(rule, node);
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

    /** The points and what follows them; of a proportional line they follow the fact's value. */
    void write_figures(const rubric_node& rule, const node_result& node)
    {
        const bool follows = rule.score.kind == score_kind::proportional;
        text_buffer& out = json_.out();
        const auto note_from = [&](std::size_t begin, text_hole::kind what) {
            if (follows) note(what, none, begin);
        };
        json_.name("points");
        std::size_t begin = out.size();
        append_plain(out, node.points);
        note_from(begin, text_hole::kind::points);
        json_.name("possible");
        begin = out.size();
        append_plain(out, node.possible);
        note_from(begin, text_hole::kind::possible);
        json_.amount("max", node.max);
        if (rule.good) write_truth("good", node.good);
        json_.name("state");
        out += '"';
        begin = out.size();
        out += state_word(node.state);
        note_from(begin, text_hole::kind::state);
        out += '"';
    }

    /** Notes a hole that ends here. */
    void note(text_hole::kind what, std::uint32_t slot, std::size_t begin)
    {
        if (kept_ != nullptr) kept_->notes().note({what, slot, begin, json_.out().size()});
    }

    /** The first reason, and as notes what changed the points after it. */
    void write_reasons(const node_result& node)
    {
        for (std::size_t i = 0; i < node.reasons.size(); ++i) {
            const reason& why = node.reasons[i];
            if (i == 1) json_.begin_array("notes");
            json_.begin_object(i == 0 ? json_key("reason") : json_key());
            json_.text("code", reason_code(why.code));
            json_.text_by("text", [&](auto& out) { teller_.append_reason(out, why); });
            json_.end_object();
        }
        if (node.reasons.size() > 1) json_.end_array();
    }

    void write_line(std::uint32_t index)
    {
        json_.begin_object("facts");
        for (const std::uint32_t slot : slots_of(sheet_, index)) {
            const bool is_known = slot < about_.facts.size() && !about_.facts[slot].is_unknown();
            if (is_known) write_fact(slot);
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
            write_item_name({}, about_.missing[each.item]);
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

    void append_value(const feel::value& given)
    {
        text_buffer& out = json_.out();
        switch (given.kind()) {
        case feel::kind::number:
            append_plain(out, given.as_number());
            break;
        case feel::kind::boolean:
            out += given.as_boolean() ? "true" : "false";
            break;
        case feel::kind::text:
            append_json_text(out, given.as_text());
            break;
        case feel::kind::date:
            out += '"';
            append_date(out, given.as_date());
            out += '"';
            break;
        default:
            out += "null";
            break;
        }
    }

protected:
    json_writer<text_buffer> json_;
    const result& about_;
    const rubric& sheet_;
    language in_;
    kept_texts* kept_;
    teller teller_;
};

} // namespace bontot::detail

#endif
