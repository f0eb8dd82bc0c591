// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_BUILD_REFERENCE_BUILDER_IPP
#define BONTOT_BUILD_REFERENCE_BUILDER_IPP

#include <bontot/date.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/reference.hpp>
#include <bontot/reference_builder.hpp>
#include <bontot/rubric.hpp>

#include <bontot/build/piece_checks.hpp>
#include <bontot/dossier/checks.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot {

error_list reference_builder::set_period(std::string_view from, std::string_view to)
{
    const string pointer("/period");
    const std::optional<date> first = needed_day(from, pointer, "from");
    const std::optional<date> last = needed_day(to, pointer, "to");
    if (first && last) {
        out_.from = first;
        out_.to = last;
    }
    return faults_.take({});
}

error_list reference_builder::set_fact(
    reference::scope whom, std::string_view name, std::uint32_t slot, const feel::value& given
)
{
    constexpr std::string_view parts[] = {"/facts", "/groups", "/units"};
    const fact_spec& fact = out_.sheet->facts[slot];
    string pointer(parts[static_cast<std::size_t>(whom)]);
    if (whom != reference::scope::all) detail::append_pointer_key(pointer, name);
    detail::append_pointer_key(pointer, fact.id);
    if (!fact.by_committee) {
        add(message::reference_not_given, pointer, {fact.id});
        return faults_.take({});
    }
    feel::value kept;
    if (const auto fault = detail::check_value(out_.store, fact, given, kept)) {
        detail::add_at_pointer(faults_, *fault, pointer);
        return faults_.take({});
    }
    reference::given_fact* given_before = nullptr;
    out_.facts_of[static_cast<std::size_t>(whom)].for_each(name, [&](std::uint32_t index) {
        if (out_.facts[index].slot == slot) given_before = &out_.facts[index];
    });
    if (given_before != nullptr) {
        given_before->content = kept;
    } else {
        out_.add(reference::given_fact{whom, out_.store.copy(name), slot, kept});
    }
    return faults_.take({});
}

error_list reference_builder::add_exception(const allowed_exception& given)
{
    const string pointer = detail::entry_pointer("/exceptions", out_.exceptions.size());
    exception_record kept;
    kept.gate = given.gate;
    need_text(given.unit, pointer, "unit");
    need_text(given.reason, pointer, "reason");
    need_text(given.authority, pointer, "authority");
    kept.day = day_in(given.day, pointer, "date");
    if (!faults_.empty()) return faults_.take({});
    kept.reason = out_.store.copy(given.reason);
    kept.authority = out_.store.copy(given.authority);
    out_.add(reference::given_exception{out_.store.copy(given.unit), kept});
    return faults_.take({});
}

error_list reference_builder::add_finding(
    std::string_view unit, std::string_view document, std::string_view status
)
{
    const string pointer = detail::entry_pointer("/evidence", out_.evidence.size());
    need_text(unit, pointer, "unit");
    need_text(document, pointer, "id");
    const auto which = detail::place_of_word(reference::status_words, status);
    if (!which) {
        add(message::reading_unknown_word, pointer + "/status",
            {detail::shown(status), detail::list_of_words(reference::status_words)});
    }
    if (!faults_.empty()) return faults_.take({});
    reference::given_status kept;
    kept.unit = out_.store.copy(unit);
    kept.document = out_.store.copy(document);
    kept.status = static_cast<evidence_status>(*which + 1);
    out_.add(kept);
    return faults_.take({});
}

} // namespace bontot

#endif
