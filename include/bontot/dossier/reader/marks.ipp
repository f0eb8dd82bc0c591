// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_MARKS_IPP
#define BONTOT_DOSSIER_READER_MARKS_IPP

#include <bontot/dossier.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/nearest.hpp>
#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/reader/reading.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>

#include <cstdint>
#include <optional>

namespace bontot::detail {

void dossier_reading::read_marks(std::uint32_t at)
{
    if (at == absent || doc[at].kind == json_kind::null) return;
    if (!expect(at, json_kind::object, message::want_object)) return;
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const std::uint32_t node = node_named(i, doc[i].key, true);
        if (node == none) continue;
        if (!may_be_marked(sheet_, node)) {
            if (!passes_mark(doc[i].key))
                faults.add_key(message::dossier_not_marked, i, {shown(doc[i].key)});
        } else if (expect(i, json_kind::object, message::want_object)) {
            for (std::uint32_t j = i + 1; j < doc[i].end; j = doc[j].end)
                read_mark(j, node);
        }
    }
}

/** Reads one role's mark: a number, or an object with what was said about it. */
void dossier_reading::read_mark(std::uint32_t at, std::uint32_t node)
{
    const rubric_node& line = sheet_.nodes[node];
    mark_record mark;
    mark.node = node;
    mark.role = role_named(at, line);
    if (mark.role == none || doc[at].kind == json_kind::null) return;
    std::uint32_t points_at = at;
    if (doc[at].kind == json_kind::object) {
        expect_object(at, {"points", "comment", "reason", "by", "date"});
        mark.comment = text_of(at, "comment");
        mark.reason = text_of(at, "reason");
        mark.by = text_of(at, "by");
        mark.day = known_date_of(at, "date");
        points_at = require(at, "points");
        if (points_at == absent || doc[points_at].kind == json_kind::null) return;
    }
    if (!read_points(points_at, line, mark)) return;
    each_lacking_words(sheet_, mark, [&](message code) { faults.add(code, at, {line.id}); });
    out_.marks.push_back(mark);
}

/** Returns the role that a member names and that may mark a line, or @ref none. */
std::uint32_t dossier_reading::role_named(std::uint32_t at, const rubric_node& line)
{
    const std::uint32_t role = sheet_.find_role(normalized(doc[at].key));
    if (role == none) {
        if (passes_role(normalized(doc[at].key)) || faults.is_full()) return none;
        nearest meant(doc[at].key);
        for (const role_spec& each : sheet_.roles)
            meant.offer(each.id);
        faults.add_key(message::dossier_unknown_role, at, {shown(doc[at].key), suggestion(meant)});
        return none;
    }
    if (may_mark(sheet_, role, line)) return role;
    if (!passes_mark(line.id))
        faults.add_key(message::dossier_role_overrides_not, at, {sheet_.roles[role].id, line.id});
    return none;
}

/** Reads a mark's points: within the line's bounds and on its grid. */
bool dossier_reading::read_points(std::uint32_t at, const rubric_node& line, mark_record& mark)
{
    const std::optional<number> points = number_of(at);
    if (!points) return false;
    if (const auto fault = check_points(line, *points)) {
        add(*fault, at);
        return false;
    }
    mark.points = settle(*points);
    return true;
}

} // namespace bontot::detail

#endif
