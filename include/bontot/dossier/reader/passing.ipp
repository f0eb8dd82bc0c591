// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_PASSING_IPP
#define BONTOT_DOSSIER_READER_PASSING_IPP

#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/reader/reading.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>

#include <cstdint>
#include <string_view>

namespace bontot::detail {

bool dossier_reading::passes_fact(std::uint32_t at, bool of_member)
{
    const rubric* const other = options_.also_known;
    if (other == nullptr) return false;
    const std::string_view id = doc[at].key;
    const std::uint32_t found = of_member ? other->find_member_fact(id) : other->find_fact(id);
    return pass_over(of_member ? "members." : "", id, found != none);
}

bool dossier_reading::passes_node(std::string_view id, bool is_mark)
{
    const rubric* const other = options_.also_known;
    const bool is_known = other != nullptr && other->find_node(id) != none;
    return pass_over(is_mark ? "mark:" : "evidence:", id, is_known);
}

/** A line that people mark in the other rubric only. */
bool dossier_reading::passes_mark(std::string_view id)
{
    const rubric* const other = options_.also_known;
    const std::uint32_t node = other == nullptr ? none : other->find_node(id);
    return pass_over("mark:", id, node != none && may_be_marked(*other, node));
}

bool dossier_reading::passes_role(std::string_view id)
{
    const rubric* const other = options_.also_known;
    return pass_over("role:", id, other != nullptr && other->find_role(id) != none);
}

bool dossier_reading::passes_gate(std::uint32_t exception_at)
{
    const rubric* const other = options_.also_known;
    const std::uint32_t at = find(exception_at, "gate");
    if (other == nullptr || at == absent || doc[at].kind != json_kind::text) return false;
    const bool is_ours = sheet_.find_gate(doc[at].text) != none;
    const bool is_theirs = other->find_gate(doc[at].text) != none;
    return pass_over("gate:", doc[at].text, is_theirs && !is_ours);
}

/** Notes what is passed over, if it is known to the other rubric. */
bool dossier_reading::pass_over(std::string_view prefix, std::string_view id, bool is_known)
{
    if (!is_known) return false;
    string name(prefix, allocator<char>(out_.store.source()));
    name += id;
    out_.passed_over.push_back(out_.store.copy(std::string_view(name)));
    return true;
}

} // namespace bontot::detail

#endif
