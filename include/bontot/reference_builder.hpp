// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_REFERENCE_BUILDER_HPP
#define BONTOT_REFERENCE_BUILDER_HPP

#include <bontot/dossier.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/reference.hpp>
#include <bontot/result.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/build/piece_checks.hpp>

#include <cstdint>
#include <string_view>

namespace bontot {

/** An exception that the committee allows a unit. */
struct allowed_exception
{
    std::string_view unit;
    std::uint32_t gate = none;
    std::string_view reason;
    std::string_view authority;
    std::string_view day; /**< YYYY-MM-DD, or empty */
};

/** Fills a reference piece by piece, with the checks of its reader.

    What a call finds wrong it returns, with pointers as in the reference's
    JSON, and nothing is changed; likewise when memory is out. Texts are UTF-8
    and copied; indices must be those of the rubric.

    @par Object lifetimes
    Keeps a reference to what it fills, which nobody else may use meanwhile.
*/
class reference_builder : private detail::piece_checks
{
public:
    explicit reference_builder(reference& out) : piece_checks(out.store.source()), out_(out) {}

    [[nodiscard]] error_list set_period(std::string_view from, std::string_view to);

    /** Gives a fact of a slot, in place of what was given to the same before.

        @param name Of the group, or the id of the unit.
    */
    [[nodiscard]] error_list set_fact(
        reference::scope whom, std::string_view name, std::uint32_t slot, const feel::value& given
    );
    [[nodiscard]] error_list add_exception(const allowed_exception& given);
    /** @param status "verified", "rejected" or "false". */
    [[nodiscard]] error_list
    add_finding(std::string_view unit, std::string_view document, std::string_view status);

private:
    reference& out_;
};

} // namespace bontot

#endif
