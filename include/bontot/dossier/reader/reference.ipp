// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_REFERENCE_IPP
#define BONTOT_DOSSIER_READER_REFERENCE_IPP

#include <bontot/dossier.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/reference.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/name_lists.hpp>
#include <bontot/dossier/completing.hpp>
#include <bontot/dossier/reader/reference.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <span>
#include <string_view>

namespace bontot::detail {

void reference_giving::give()
{
    if (from_.sheet != out_.sheet) {
        add(message::reference_other_rubric, "rubric", {}, {from_.sheet->id, out_.sheet->id});
        return;
    }
    const bool has_both = from_.from && from_.to && out_.from && out_.to;
    if (has_both && (*from_.from != *out_.from || *from_.to != *out_.to)) {
        add(message::reference_other_period, "period", {}, {});
        return;
    }
    find_facts();
    if (contradicts()) return;
    give_facts();
    from_.exceptions_of.for_each(out_.unit_id, [this](std::uint32_t index) {
        exception_record own = from_.exceptions[index].content;
        own.reason = out_.store.copy(own.reason);
        own.authority = out_.store.copy(own.authority);
        out_.exceptions.push_back(own);
    });
    give_statuses();
}

/** Finds the value of each fact that is nearest to the unit; of several for the same the last. */
void reference_giving::find_facts()
{
    given_.assign(out_.sheet->facts.size(), nullptr);
    const std::string_view names[] = {{}, out_.unit_group, out_.unit_id};
    for (std::size_t whom = 0; whom < std::size(names); ++whom) {
        from_.facts_of[whom].for_each(names[whom], [this](std::uint32_t index) {
            given_[from_.facts[index].slot] = &from_.facts[index].content;
        });
    }
}

bool reference_giving::contradicts()
{
    bool found = false;
    for (std::uint32_t slot = 0; slot < given_.size(); ++slot) {
        const feel::value* const given = given_[slot];
        const feel::value& content = out_.slots[slot];
        if (given == nullptr || content.is_unknown()) continue;
        if (feel::equals(content, *given).is_true()) continue;
        const std::string_view id = out_.sheet->facts[slot].id;
        add(message::dossier_contradicts_reference, "facts", id, {id});
        found = true;
    }
    return found;
}

void reference_giving::give_facts()
{
    for (std::uint32_t slot = 0; slot < given_.size(); ++slot) {
        const feel::value* const given = given_[slot];
        if (given == nullptr) continue;
        // A choice lies in the rubric, any other text in the reference.
        const bool is_text = out_.sheet->facts[slot].type == fact_type::text;
        out_.slots[slot] = is_text ? feel::value::text(out_.store.copy(given->as_text())) : *given;
    }
}

/** Sets what the committee found about documents, also in what FEEL reads. */
void reference_giving::give_statuses()
{
    memory& source = out_.store.source();
    name_lists documents(source);
    bool has_any = false;
    from_.evidence_of.for_each(out_.unit_id, [&](std::uint32_t) { has_any = true; });
    if (!has_any) return;
    for (std::uint32_t i = 0; i < out_.evidence.size(); ++i)
        documents.add(out_.evidence[i].id, i);
    vector<std::uint32_t> changed{allocator<std::uint32_t>(source)};
    from_.evidence_of.for_each(out_.unit_id, [&](std::uint32_t index) {
        const reference::given_status& given = from_.evidence[index];
        const std::uint32_t document = documents.first(given.document);
        if (document == none) return;
        out_.evidence[document].status = given.status;
        changed.push_back(document);
    });
    if (out_.sheet->reads_evidence && !changed.empty()) show_statuses(changed);
}

void reference_giving::show_statuses(std::span<const std::uint32_t> documents)
{
    const std::uint32_t slot = out_.sheet->reserved_slot(rubric::evidence);
    const auto old = out_.slots[slot].as_list();
    vector<feel::value> list(old.begin(), old.end(), allocator<feel::value>(out_.store.source()));
    for (const std::uint32_t document : documents)
        list[document] = context_of_document(out_, out_.evidence[document]);
    out_.slots[slot] = feel::value::list(out_.store.copy(std::span<const feel::value>(list)));
}

void reference_giving::add(
    message code, std::string_view part, std::string_view key,
    std::initializer_list<std::string_view> arguments
)
{
    const std::uint32_t at = document_ == nullptr ? absent : place_of(part, key);
    if (at != absent) {
        faults_.add(code, at, arguments);
        return;
    }
    diagnostic& added = faults_.add_at(code, 0, arguments);
    added.pointer = string("/") + string(part);
    if (!key.empty()) added.pointer += string("/") + string(key);
}

std::uint32_t reference_giving::place_of(std::string_view part, std::string_view key) const
{
    const json_reading reading(*document_, faults_);
    const std::uint32_t at = reading.find(0, part);
    return at == absent || key.empty() ? at : reading.find(at, key);
}

} // namespace bontot::detail

namespace bontot {

error_list apply_reference(dossier& built, const reference& from)
{
    detail::diagnosis faults(built.store.source());
    detail::give_reference(built, from, nullptr, faults);
    return faults.take({});
}

} // namespace bontot

#endif
