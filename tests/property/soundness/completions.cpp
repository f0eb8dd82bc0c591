// SPDX-License-Identifier: BSL-1.0
#include "completions.hpp"
#include "dossier_maker.hpp"

#include <algorithm>
#include <stdexcept>

namespace soundness {

using bontot::evidence_record;
using bontot::evidence_status;
using bontot::rubric;
namespace feel = bontot::feel;

namespace {

bontot::number number_of(const std::string& text)
{
    bontot::number out;
    if (bontot::number::parse(text, out) != bontot::number_status::ok) {
        throw std::logic_error("no number: " + text);
    }
    return out;
}

bontot::date day_of(const std::string& text)
{
    const auto day = bontot::make_date(
        std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)), std::stoi(text.substr(8, 2))
    );
    if (!day) throw std::logic_error("no date: " + text);
    return *day;
}

std::string unquoted(const std::string& json)
{
    return json.front() == '\'' ? json.substr(1, json.size() - 2) : json;
}

} // namespace

completions::completions(
    const bontot::dossier& given, bontot::dossier& working, const sheet_text& sheet,
    std::uint32_t as_of, dice& random, coverage& met
)
    : given_(given), working_(working), sheet_(sheet), as_of_(as_of), random_(random), met_(met)
{
    open_facts();
    if (!sheet.words.fields.empty()) open_members();
    if (sheet.words.reads_history) open_past(rubric::history, "history");
    if (sheet.words.reads_results) open_past(rubric::results, "results");
    if (sheet.words.reads_unit) open_unit();
    open_marks();
    if (!given.evidence_given && random.chance(50)) {
        open_evidence_list();
        return;
    }
    for (std::size_t i = 0; i < sheet.proven.size(); ++i) {
        const std::uint32_t node = given.sheet->find_node(sheet.proven[i]);
        if (!has_late_document(node)) open_evidence(node, sheet.kinds[i]);
    }
    if (sheet.words.reads_evidence) return;
    for (std::size_t i = 0; i < given.evidence.size(); ++i)
        open_verification(i);
}

std::size_t completions::count(std::size_t most) const
{
    std::size_t out = 1;
    for (const open_part& each : parts_) {
        out *= each.ways.size();
        if (out > most) return most + 1;
    }
    return out;
}

bool completions::complete(const std::vector<std::size_t>& ways)
{
    working_.slots = given_.slots;
    working_.marks = given_.marks;
    working_.evidence = given_.evidence;
    for (const auto& each : rebuilt_)
        working_.slots[each.first] = each.second;
    for (std::size_t i = 0; i < parts_.size(); ++i)
        parts_[i].give(ways[i]);
    return given_.sheet->consistency.empty() || check_dossier(working_).empty();
}

void completions::add(
    std::string name, std::vector<std::string> ways, std::function<void(std::size_t)> give
)
{
    parts_.push_back({std::move(name), std::move(ways), std::move(give)});
}

std::string_view completions::keep(const std::string& text)
{
    texts_.push_back(text);
    return texts_.back();
}

feel::value completions::value_of(const fact& of, const std::string& json)
{
    switch (of.kind) {
    case fact_kind::number:
        return feel::value::number(number_of(json));
    case fact_kind::boolean:
        return feel::value::boolean(json == "true");
    case fact_kind::date:
        return feel::value::date(day_of(unquoted(json)));
    case fact_kind::text:
    case fact_kind::choice:
        break;
    }
    return feel::value::text(keep(unquoted(json)));
}

feel::value completions::context(const std::vector<std::pair<std::string, feel::value>>& of)
{
    contexts_.emplace_back();
    for (const auto& each : of)
        contexts_.back().push_back({given_.sheet->symbol_of(each.first), each.second});
    return feel::value::context(std::span<const feel::field>(contexts_.back()));
}

void completions::open_facts()
{
    constexpr const char* kinds[] = {"number", "boolean", "text", "date", "choice"};
    for (const fact& each : sheet_.words.facts) {
        const std::uint32_t slot = given_.sheet->find_fact(each.id);
        if (!given_.slots[slot].is_unknown()) continue;
        lists_.emplace_back();
        for (const std::string& value : each.values)
            lists_.back().push_back(value_of(each, value));
        const std::vector<feel::value>& values = lists_.back();
        add(each.id, each.values, [this, slot, &values](std::size_t way) {
            if (way != left_open) working_.slots[slot] = values[way];
        });
        met_.met(std::string("missing ") + kinds[static_cast<int>(each.kind)]);
    }
}

void completions::open_members()
{
    const std::uint32_t slot = given_.sheet->reserved_slot(rubric::members);
    const feel::value members = given_.slots[slot];
    if (members.is_unknown()) {
        open_member_list();
    } else {
        open_member_fields(members.as_list());
    }
}

/** The fields that members lack: contexts of our own stand for those of the dossier. */
void completions::open_member_fields(std::span<const feel::value> given)
{
    std::vector<feel::value> members;
    for (const feel::value& each : given) {
        const auto fields = each.as_context();
        contexts_.emplace_back(fields.begin(), fields.end());
        std::vector<feel::field>& own = contexts_.back();
        members.push_back(feel::value::context(std::span<const feel::field>(own)));
        for (std::size_t i = 0; i < sheet_.words.fields.size(); ++i) {
            feel::value& content = own[i + 1].content;
            if (!content.is_unknown()) continue;
            const fact& of = sheet_.words.fields[i];
            lists_.emplace_back();
            for (const std::string& value : of.values)
                lists_.back().push_back(value_of(of, value));
            const std::vector<feel::value>& values = lists_.back();
            add("members." + of.id, of.values, [&content, &values](std::size_t way) {
                content = way == left_open ? feel::value() : values[way];
            });
            met_.met("missing field of a member");
        }
    }
    lists_.push_back(std::move(members));
    rebuilt_.emplace_back(
        given_.sheet->reserved_slot(rubric::members),
        feel::value::list(std::span<const feel::value>(lists_.back()))
    );
}

void completions::open_member_list()
{
    const std::uint32_t slot = given_.sheet->reserved_slot(rubric::members);
    std::vector<std::string> ways;
    std::vector<feel::value> lists;
    for (std::size_t way = 0; way < 5; ++way) {
        std::string words;
        std::vector<feel::value> members;
        for (std::size_t i = 0, count = way == 0 ? 0 : random_.one_of(4); i < count; ++i) {
            std::vector<std::pair<std::string, feel::value>> fields;
            fields.emplace_back("id", feel::value::text(keep("M" + std::to_string(i))));
            for (const fact& of : sheet_.words.fields) {
                const std::string value = random_.pick(of.values);
                const bool is_known = random_.chance(95);
                fields.emplace_back(of.id, is_known ? value_of(of, value) : feel::value());
                words += (is_known ? value : "?") + " ";
            }
            members.push_back(context(fields));
            words += "| ";
        }
        lists_.push_back(std::move(members));
        lists.push_back(feel::value::list(std::span<const feel::value>(lists_.back())));
        ways.push_back(words);
    }
    lists_.push_back(lists);
    const std::vector<feel::value>& values = lists_.back();
    add("members", ways, [this, slot, &values](std::size_t way) {
        if (way != left_open) working_.slots[slot] = values[way];
    });
    met_.met("missing members");
}

/** The fields that entries of `history` or `results` lack, or the whole list. */
void completions::open_past(rubric::reserved which, const std::string& name)
{
    const std::uint32_t slot = given_.sheet->reserved_slot(which);
    const feel::value past = given_.slots[slot];
    if (past.is_unknown()) return open_past_list(slot, name);
    static const fact fields[] = {
        {"grade", fact_kind::text, {}, false, {"'top'", "'low'"}},
        {"points", fact_kind::number, {}, false, {"0", "4.5", "5", "9"}}};
    std::vector<feel::value> entries;
    for (const feel::value& each : past.as_list()) {
        const auto given = each.as_context();
        contexts_.emplace_back(given.begin(), given.end());
        std::vector<feel::field>& own = contexts_.back();
        entries.push_back(feel::value::context(std::span<const feel::field>(own)));
        for (const fact& of : fields)
            open_field(name, of, own);
    }
    lists_.push_back(std::move(entries));
    rebuilt_.emplace_back(slot, feel::value::list(std::span<const feel::value>(lists_.back())));
}

void completions::open_field(
    const std::string& name, const fact& of, std::vector<feel::field>& fields
)
{
    const feel::symbol symbol = given_.sheet->symbol_of(of.id);
    const auto found = std::find_if(fields.begin(), fields.end(), [symbol](const feel::field& f) {
        return f.name == symbol;
    });
    if (found == fields.end() || !found->content.is_unknown()) return;
    feel::value& content = found->content;
    lists_.emplace_back();
    for (const std::string& value : of.values)
        lists_.back().push_back(value_of(of, value));
    const std::vector<feel::value>& values = lists_.back();
    add(name + "." + of.id, of.values, [&content, &values](std::size_t way) {
        content = way == left_open ? feel::value() : values[way];
    });
    met_.met("missing field of " + name);
}

void completions::open_past_list(std::uint32_t slot, const std::string& name)
{
    lists_.emplace_back();
    std::vector<feel::value>& values = lists_.back();
    std::vector<std::string> ways;
    for (std::size_t way = 0; way < 4; ++way) {
        std::vector<feel::value> entries;
        std::string words;
        for (std::size_t i = 0; i < way; ++i) {
            const std::string year = std::to_string(2023 + i);
            const int points = random_.between(0, 9);
            const std::string grade = random_.chance(50) ? "top" : "low";
            entries.push_back(context(
                {{"unit", feel::value::text("M1")},
                 {"rubric", feel::value::text("other")},
                 {"from", feel::value::date(day_of(year + "-01-01"))},
                 {"to", feel::value::date(day_of(year + "-12-31"))},
                 {"grade", feel::value::text(keep(grade))},
                 {"points", feel::value::number(bontot::number(points))}}
            ));
            words += grade + " " + std::to_string(points) + " | ";
        }
        lists_.push_back(std::move(entries));
        values.push_back(feel::value::list(std::span<const feel::value>(lists_.back())));
        ways.push_back(words);
    }
    add(name, ways, [this, slot, &values](std::size_t way) {
        if (way != left_open) working_.slots[slot] = values[way];
    });
    met_.met("missing " + name);
}

void completions::open_unit()
{
    const std::uint32_t slot = given_.sheet->reserved_slot(rubric::unit);
    const auto fields = given_.slots[slot].as_context();
    contexts_.emplace_back(fields.begin(), fields.end());
    std::vector<feel::field>& own = contexts_.back();
    rebuilt_.emplace_back(slot, feel::value::context(std::span<const feel::field>(own)));
    static const std::vector<std::string> ways = {"cell", "office", "other"};
    for (feel::field& each : own) {
        if (!each.content.is_unknown()) continue;
        feel::value& content = each.content;
        add("unit", ways, [&content](std::size_t way) {
            content = way == left_open ? feel::value() : feel::value::text(ways[way]);
        });
        met_.met("missing part of the unit");
    }
}

void completions::open_marks()
{
    for (std::size_t i = 0; i < sheet_.marked.size(); ++i) {
        const std::uint32_t node = given_.sheet->find_node(sheet_.marked[i]);
        const bool is_given = std::any_of(
            given_.marks.begin(), given_.marks.end(),
            [&](const bontot::mark_record& each) {
                return each.node == node && each.role <= as_of_;
            }
        );
        if (is_given) continue;
        // A role that overrides decides otherwise; its mark is never missing.
        const bool is_second = sheet_.roles > 1 && as_of_ > 0 && random_.chance(50);
        const std::uint32_t role = is_second ? 1 : 0;
        std::vector<std::string> ways = elements_of(sheet_.grids[i]);
        while (ways.size() > 6)
            ways.erase(
                ways.begin() + static_cast<std::ptrdiff_t>(1 + random_.one_of(ways.size() - 2))
            );
        std::vector<bontot::number> points;
        for (const std::string& each : ways)
            points.push_back(number_of(each));
        add("mark " + sheet_.marked[i], ways, [this, node, points, role](std::size_t way) {
            if (way == left_open) return;
            bontot::mark_record mark;
            mark.role = role;
            mark.node = node;
            mark.points = points[way];
            working_.marks.push_back(mark);
        });
        met_.met("missing mark");
    }
}

/** Tells whether a document came after the day by which a line asks for it. */
bool completions::is_late(const evidence_record& record, std::uint32_t node) const
{
    const bontot::evidence_rule& rule = *given_.sheet->nodes[node].evidence;
    if (!rule.due_days_after_period || !record.submitted) return false;
    return day_number(*record.submitted) > day_number(*given_.to) + *rule.due_days_after_period;
}

bool completions::has_late_document(std::uint32_t node) const
{
    return std::any_of(given_.evidence.begin(), given_.evidence.end(), [&](const auto& each) {
        const auto ours = each.supports;
        return std::find(ours.begin(), ours.end(), node) != ours.end() && is_late(each, node);
    });
}

evidence_record completions::document(std::uint32_t node, std::string_view kind, std::size_t number)
{
    evidence_record out;
    const std::string name = "X" + std::to_string(node) + "-" + std::to_string(number);
    out.id = keep(name);
    out.kind = kind;
    out.number = keep(name + "-BC");
    out.issuer = "committee";
    out.issued = bontot::make_date(2026, 11, 11);
    out.submitted = given_.to;
    out.status = evidence_status::verified;
    supports_.push_back({node});
    out.supports = supports_.back();
    return out;
}

/** Up to three good documents more for a node. */
void completions::open_evidence(std::uint32_t node, const std::string& kind)
{
    std::vector<evidence_record> more;
    for (std::size_t i = 0; i < 3; ++i)
        more.push_back(document(node, keep(kind), i));
    const std::vector<std::string> ways = {"0 more", "1 more", "2 more", "3 more"};
    add("evidence " + std::string(given_.sheet->nodes[node].id), ways,
        [this, more](std::size_t way) {
            if (way == left_open) return;
            working_.evidence.insert(
                working_.evidence.end(), more.begin(),
                more.begin() + static_cast<std::ptrdiff_t>(way)
            );
        });
    met_.met("evidence added");
}

void completions::open_verification(std::size_t record)
{
    const evidence_record& given = given_.evidence[record];
    const bool may_be_verified =
        given.status == evidence_status::submitted || given.status == evidence_status::rejected;
    const bool is_late_somewhere =
        std::any_of(given.supports.begin(), given.supports.end(), [&](std::uint32_t node) {
            return is_late(given, node);
        });
    if (!may_be_verified || is_late_somewhere || random_.chance(50)) return;
    add("status of " + std::string(given_.evidence[record].id), {"as it is", "verified"},
        [this, record](std::size_t way) {
            if (way == 1) working_.evidence[record].status = evidence_status::verified;
        });
    met_.met("evidence verified");
}

feel::value completions::document_context(const evidence_record& of)
{
    const auto text = [](std::string_view words) {
        return words.empty() ? feel::value() : feel::value::text(words);
    };
    constexpr const char* statuses[] = {"submitted", "verified", "rejected", "false"};
    return context(
        {{"id", text(of.id)},
         {"kind", text(of.kind)},
         {"number", text(of.number)},
         {"issuer", text(of.issuer)},
         {"issued", feel::value::date(*of.issued)},
         {"submitted", feel::value::date(*of.submitted)},
         {"status", text(statuses[static_cast<int>(of.status)])}}
    );
}

/** The whole list of evidence that was not given: documents for any of the nodes. */
void completions::open_evidence_list()
{
    const std::uint32_t slot = given_.sheet->reserved_slot(rubric::evidence);
    std::vector<std::vector<evidence_record>> records;
    std::vector<feel::value> values;
    std::vector<std::string> ways;
    for (std::size_t way = 0; way < 6; ++way) {
        std::vector<evidence_record> list;
        std::vector<feel::value> contexts;
        for (std::size_t i = 0; i < way && !sheet_.proven.empty(); ++i) {
            const std::size_t which = random_.one_of(sheet_.proven.size());
            const std::uint32_t node = given_.sheet->find_node(sheet_.proven[which]);
            list.push_back(document(node, keep(sheet_.kinds[which]), 10 * way + i));
            if (random_.chance(20)) list.back().status = evidence_status::rejected;
            if (random_.chance(20)) list.back().submitted = bontot::make_date(2027, 12, 1);
            contexts.push_back(document_context(list.back()));
        }
        ways.push_back(std::to_string(list.size()) + " documents");
        records.push_back(std::move(list));
        lists_.push_back(std::move(contexts));
        values.push_back(feel::value::list(std::span<const feel::value>(lists_.back())));
    }
    add("the list of evidence", ways, [this, slot, records, values](std::size_t way) {
        if (way == left_open) return;
        working_.slots[slot] = values[way];
        working_.evidence.assign(records[way].begin(), records[way].end());
    });
    met_.met("missing evidence list");
}

} // namespace soundness
