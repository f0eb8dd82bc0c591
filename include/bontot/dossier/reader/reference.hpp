// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_REFERENCE_HPP
#define BONTOT_DOSSIER_READER_REFERENCE_HPP

#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/reference.hpp>

#include <bontot/dossier/completing.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Gives one dossier what a reference says of its unit. */
class reference_giving
{
public:
    reference_giving(
        dossier& out, const reference& from, const json_document* document, diagnosis& faults
    )
        : out_(out), from_(from), document_(document), faults_(faults),
          given_(allocator<const feel::value*>(out.store.source()))
    {}

    void give();

private:
    void find_facts();

    /** Tells every fact that the dossier gives otherwise. */
    [[nodiscard]] bool contradicts();

    void give_facts();

    void give_statuses();
    void show_statuses(std::span<const std::uint32_t> documents);

    /** Adds a fault at a member of the dossier's text, or without a place. */
    void
    add(message code, std::string_view part, std::string_view key,
        std::initializer_list<std::string_view> arguments);

    [[nodiscard]] std::uint32_t place_of(std::string_view part, std::string_view key) const;

    dossier& out_;
    const reference& from_;
    const json_document* document_;
    diagnosis& faults_;
    vector<const feel::value*> given_; /**< by slot: what the committee says, or null */
};

/** Gives a dossier what the committee says of its unit; tells what contradicts it. */
inline void give_reference(
    dossier& out, const reference& from, const json_document* document, diagnosis& faults
)
{
    reference_giving(out, from, document, faults).give();
}

} // namespace bontot::detail

#endif
