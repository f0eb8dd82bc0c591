// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_REFERENCE_HPP
#define BONTOT_REFERENCE_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/make_room.hpp>
#include <bontot/base/name_lists.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace bontot {

/** An approved exception: a gate that does not fire for one unit. Texts lie where it is kept. */
struct exception_record
{
    std::uint32_t gate = none; /**< index in the rubric's gates */
    std::string_view reason;
    std::string_view authority;
    std::optional<date> day;
};

/** What the assessing committee gives for its units (design 6.2).

    Immutable once read; many threads may read it at once.

    @par Object lifetimes
    Keeps its rubric alive. Texts and lists lie in @ref store.
*/
struct reference
{
    /** Whom a value is for. The later counts more. */
    enum class scope : std::uint8_t
    {
        all,
        group,
        unit
    };

    /** The value of a fact that is given by the committee. */
    struct given_fact
    {
        scope whom = scope::all;
        std::string_view name; /**< of the group, or id of the unit */
        std::uint32_t slot = none;
        feel::value content;
    };

    struct given_exception
    {
        std::string_view unit;
        exception_record content;
    };

    /** What the committee found about a document. */
    struct given_status
    {
        std::string_view unit;
        std::string_view document;
        evidence_status status = evidence_status::verified;
    };

    /** What a committee may say of a document: every status but that it was submitted. */
    static constexpr std::span<const std::string_view> status_words =
        std::span(evidence_status_words).subspan<1>();

    explicit reference(std::shared_ptr<const rubric> of, memory& source = default_memory())
        : sheet(std::move(of)), store(source), facts(allocator<given_fact>(source)),
          exceptions(allocator<given_exception>(source)), evidence(allocator<given_status>(source)),
          facts_of{names(source), names(source), names(source)}, exceptions_of(source),
          evidence_of(source)
    {}

    /** Adds something, whose texts lie in @ref store; on an exception nothing is changed. */
    void add(const given_fact& given)
    {
        detail::make_room(facts);
        const auto index = static_cast<std::uint32_t>(facts.size());
        facts_of[static_cast<std::size_t>(given.whom)].add(given.name, index);
        facts.push_back(given);
    }
    void add(const given_exception& given)
    {
        detail::make_room(exceptions);
        exceptions_of.add(given.unit, static_cast<std::uint32_t>(exceptions.size()));
        exceptions.push_back(given);
    }
    void add(const given_status& given)
    {
        detail::make_room(evidence);
        evidence_of.add(given.unit, static_cast<std::uint32_t>(evidence.size()));
        evidence.push_back(given);
    }

    std::shared_ptr<const rubric> sheet;
    arena store;
    std::optional<date> from;
    std::optional<date> to;
    vector<given_fact> facts;
    vector<given_exception> exceptions;
    vector<given_status> evidence;

    // Which of these are about whom: one reference is for thousands of units.
    using names = detail::name_lists;
    names facts_of[3]; /**< by scope, then by name */
    names exceptions_of;
    names evidence_of;
};

/** Reads what the committee gives, from JSON in the reference format.

    @param json UTF-8 text. Not retained.
    @return The reference, or all errors that the text has.

    @par Exception safety
    Strong guarantee. Memory allocations may throw.
*/
[[nodiscard]] result_of<std::shared_ptr<const reference>> read_reference(
    const std::shared_ptr<const rubric>& sheet, std::string_view json,
    const reading_limits& limits = {}, memory& source = default_memory()
);

} // namespace bontot

#endif
