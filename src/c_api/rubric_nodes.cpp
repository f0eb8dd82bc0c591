// SPDX-License-Identifier: BSL-1.0
// What a rubric says of its criteria and indicators.
#include "figures.hpp"
#include "guard.hpp"
#include "kinds.hpp"

#include <bontot/dossier/checks.hpp>
#include <bontot/rubric/uses.hpp>

using namespace bontot::c_api;

namespace {

const bontot::rubric_node* node_at(const bontot_rubric* rubric, std::size_t node)
{
    const bool is_there = rubric != nullptr && node < rubric->sheet->nodes.size();
    return is_there ? &rubric->sheet->nodes[node] : nullptr;
}

const bontot::evidence_rule* evidence_at(const bontot_rubric* rubric, std::size_t node)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    return found != nullptr && found->evidence ? &*found->evidence : nullptr;
}

bontot_score score_out(bontot::score_kind kind)
{
    switch (kind) {
    case bontot::score_kind::group:
        return BONTOT_SCORE_GROUP;
    case bontot::score_kind::condition:
        return BONTOT_SCORE_CONDITION;
    case bontot::score_kind::choice:
        return BONTOT_SCORE_CHOICE;
    case bontot::score_kind::steps:
        return BONTOT_SCORE_STEPS;
    case bontot::score_kind::proportional:
        return BONTOT_SCORE_PROPORTIONAL;
    case bontot::score_kind::deductions:
        return BONTOT_SCORE_DEDUCTIONS;
    case bontot::score_kind::additions:
        return BONTOT_SCORE_ADDITIONS;
    case bontot::score_kind::mark:
        return BONTOT_SCORE_MARK;
    case bontot::score_kind::formula:
        return BONTOT_SCORE_FORMULA;
    }
    return -1;
}

/** Returns the slot of a fact among those that a line reads, or how many of them there are. */
std::size_t facts_of(
    const bontot::rubric& sheet, const bontot::rubric_node& rule, std::size_t which, bool counts
)
{
    std::size_t count = 0;
    for (std::uint32_t slot = 0; slot < sheet.facts.size(); ++slot) {
        if (!bontot::detail::line_reads(sheet, rule, slot)) continue;
        if (!counts && count == which) return slot;
        ++count;
    }
    return counts ? count : BONTOT_NONE;
}

} // namespace

size_t bontot_rubric_node_count(const bontot_rubric* rubric)
{
    return rubric == nullptr ? 0 : rubric->sheet->nodes.size();
}

size_t bontot_rubric_node_find(const bontot_rubric* rubric, const char* id, size_t length)
{
    if (rubric == nullptr || id == nullptr) return BONTOT_NONE;
    const std::uint32_t node = rubric->sheet->find_node(id_in(id, length));
    return node == bontot::none ? BONTOT_NONE : node;
}

const char* bontot_rubric_node_id(const bontot_rubric* rubric, size_t node, size_t* length)
{
    const bool is_there = node < bontot_rubric_node_count(rubric);
    return is_there ? text_out(rubric->sheet->nodes[node].id, length) : no_text(length);
}

size_t bontot_rubric_node_parent(const bontot_rubric* rubric, size_t node)
{
    if (node >= bontot_rubric_node_count(rubric)) return BONTOT_NONE;
    const std::uint32_t parent = rubric->sheet->nodes[node].parent;
    return parent == bontot::none ? BONTOT_NONE : parent;
}

const char* bontot_rubric_node_label(
    const bontot_rubric* rubric, size_t node, bontot_language language, size_t* length
)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    if (found == nullptr) return no_text(length);
    return text_out(found->label.in(language_of(language)), length);
}

const char* bontot_rubric_node_clause(const bontot_rubric* rubric, size_t node, size_t* length)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    return found == nullptr ? no_text(length) : text_out(found->clause, length);
}

bontot_kind bontot_rubric_node_kind(const bontot_rubric* rubric, size_t node)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    return found == nullptr ? -1 : kind_out(found->kind);
}

bontot_status bontot_rubric_node_bound_text(
    const bontot_rubric* rubric, size_t node, bontot_bound bound, char* buffer, size_t room
)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    if (found == nullptr) return BONTOT_MISUSE;
    return bound_out(found->least, found->max, bound, buffer, room);
}

bontot_score bontot_rubric_node_score(const bontot_rubric* rubric, size_t node)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    return found == nullptr ? -1 : score_out(found->score.kind);
}

int32_t bontot_rubric_node_effort(const bontot_rubric* rubric, size_t node)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    return found == nullptr ? -1 : int32_t{found->effort.value_or(0)};
}

size_t bontot_rubric_node_fact_count(const bontot_rubric* rubric, size_t node)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    return found == nullptr ? 0 : facts_of(*rubric->sheet, *found, 0, true);
}

size_t bontot_rubric_node_fact(const bontot_rubric* rubric, size_t node, size_t fact)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    return found == nullptr ? BONTOT_NONE : facts_of(*rubric->sheet, *found, fact, false);
}

int32_t bontot_rubric_node_takes_marks(const bontot_rubric* rubric, size_t node, size_t role)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    if (found == nullptr) return -1;
    const bontot::rubric& sheet = *rubric->sheet;
    const bool is_any = role == BONTOT_NONE;
    if (!is_any && role >= sheet.roles.size()) return -1;
    const bool may_be = bontot::detail::may_be_marked(sheet, static_cast<std::uint32_t>(node));
    if (is_any || !may_be) return int32_t{may_be};
    return int32_t{bontot::detail::may_mark(sheet, static_cast<std::uint32_t>(role), *found)};
}

bontot_status bontot_rubric_node_mark_step_text(
    const bontot_rubric* rubric, size_t node, char* buffer, size_t room
)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    if (found == nullptr) return BONTOT_MISUSE;
    if (!found->score.mark_step) return BONTOT_NOT_FOUND;
    return digits_out(&*found->score.mark_step, buffer, room);
}

int32_t bontot_rubric_node_asks_comment(const bontot_rubric* rubric, size_t node)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    return found == nullptr ? -1 : int32_t{found->score.comment_below_max};
}

int32_t bontot_rubric_node_asks_evidence(const bontot_rubric* rubric, size_t node)
{
    const bontot::rubric_node* const found = node_at(rubric, node);
    return found == nullptr ? -1 : int32_t{found->evidence.has_value()};
}

size_t bontot_rubric_node_evidence_kind_count(const bontot_rubric* rubric, size_t node)
{
    const bontot::evidence_rule* const rule = evidence_at(rubric, node);
    return rule == nullptr ? 0 : rule->kinds.size();
}

const char* bontot_rubric_node_evidence_kind(
    const bontot_rubric* rubric, size_t node, size_t kind, size_t* length
)
{
    const bool is_there = kind < bontot_rubric_node_evidence_kind_count(rubric, node);
    return is_there ? text_out(evidence_at(rubric, node)->kinds[kind], length) : no_text(length);
}
