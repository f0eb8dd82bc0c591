// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_SOURCES_HPP
#define BONTOT_DOSSIER_READER_SOURCES_HPP

#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/name_lists.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Tells whether a rubric's id is one of those named; a `*` at the end stands for any ending. */
bool is_named(std::span<const std::string_view> patterns, std::string_view id);

/** Works out the facts that come from results, where there are such results. */
class fact_deriving
{
public:
    /** @param document What the dossier was read from, for places; or null. */
    fact_deriving(dossier& out, diagnosis& faults, const json_document* document)
        : out_(out), sheet_(*out.sheet), faults_(faults), document_(document),
          by_unit_(out.store.source())
    {}

    void run();

private:
    /** The object of the text in which a fact is given, or @ref absent; and its pointer. */
    struct given_at
    {
        std::uint32_t object;
        std::uint32_t member; /**< @ref none: a fact of the unit */
    };

    [[nodiscard]] feel::value& results() const
    {
        return out_.slots[sheet_.reserved_slot(rubric::results)];
    }

    [[nodiscard]] std::uint32_t find(std::uint32_t object, std::string_view key) const
    {
        return json_reading(*document_, faults_).find_known(object, key);
    }
    [[nodiscard]] std::uint32_t part(std::string_view name) const
    {
        return document_ == nullptr ? absent : find(0, name);
    }

    void derive_members(std::span<const feel::value> members);
    void derive_member(std::span<const feel::field> fields, std::uint32_t member, std::uint32_t at);
    void derive(
        const fact_spec& fact, const feel::value& member, feel::value& content,
        const dossier::derived_fact& which, given_at place
    );
    void refuse_given(const fact_spec& fact, given_at place);
    vector<feel::value> results_for(const fact_spec& fact, const feel::value& member) const;
    feel::value checked(const fact_spec& fact, const feel::value& derived);

    dossier& out_;
    const rubric& sheet_;
    diagnosis& faults_;
    const json_document* document_;
    name_lists by_unit_; /**< places of results */
};

} // namespace bontot::detail

#endif
