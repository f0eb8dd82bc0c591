// SPDX-License-Identifier: BSL-1.0
// How a dossier handle is changed piece by piece, and what it says as a whole.
#ifndef BONTOT_C_API_BUILDING_HPP
#define BONTOT_C_API_BUILDING_HPP

#include "typed_values.hpp"

#include <cstddef>
#include <cstdint>

namespace bontot::c_api {

/** Changes a dossier with a function that takes its builder and returns what is wrong. */
template <class Change>
void build(bontot_dossier* dossier, const Change& change)
{
    require(dossier, "dossier");
    dossier->is_changed = true;
    dossier_builder builder(*dossier->content, dossier->building);
    accept(change(builder));
}

/** Checks an index that came in against how many there are. */
inline std::uint32_t index_in(std::size_t index, std::size_t count, message code)
{
    if (index < count) return static_cast<std::uint32_t>(index);
    refuse_index(code, index);
}

/** What a dossier handle says, checked, with the facts that its results say. */
class whole
{
public:
    explicit whole(const bontot_dossier& of) : content_(of.content.get())
    {
        if (!of.is_changed) return;
        accept(completed_.complete(*of.content));
        content_ = &completed_.content();
    }

    [[nodiscard]] const dossier& content() const { return *content_; }

private:
    const dossier* content_;
    whole_dossier completed_;
};

} // namespace bontot::c_api

#endif
