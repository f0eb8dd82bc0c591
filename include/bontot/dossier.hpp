// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_HPP
#define BONTOT_DOSSIER_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/scratch.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/reference.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/known_ids.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace bontot {

/** A document that backs indicators. Texts lie in the dossier. */
struct evidence_record
{
    std::string_view id;
    std::string_view kind;
    std::string_view number; /**< spelled in one way, however it was printed */
    std::string_view issuer;
    std::optional<date> issued;
    std::optional<date> submitted;
    evidence_status status = evidence_status::submitted;
    std::span<const std::uint32_t> supports; /**< nodes */
    std::uint32_t room = 0; /**< so many fit where they lie, if @ref dossier_builder added them */
};

/** Points that a person gave to a line of score kind `mark`, or in place of what its rules give. */
struct mark_record
{
    std::uint32_t node = none;
    std::uint32_t role = 0; /**< index in the rubric's roles */
    number points;
    std::string_view comment;
    std::string_view reason; /**< why a role that overrides did so */
    std::string_view by;
    std::optional<date> day;
};

/** Facts, evidence, marks, members and history of one unit in one period.

    The slots are the rubric's: what is absent is FEEL's unknown. Not thread
    safe while it is changed; a const dossier may be read by many threads.

    @par Object lifetimes
    Keeps its rubric alive. Texts and lists lie in @ref store.
*/
struct dossier
{
    explicit dossier(std::shared_ptr<const rubric> of, memory& source = default_memory())
        : sheet(std::move(of)), store(source),
          slots(sheet->slot_count(), feel::value(), allocator<feel::value>(source)),
          evidence(allocator<evidence_record>(source)), marks(allocator<mark_record>(source)),
          exceptions(allocator<exception_record>(source)),
          passed_over(allocator<std::string_view>(source)),
          working(source), lists{list(source), list(source), list(source), list(source)},
          member_ids(source), document_ids(source), derived(allocator<derived_fact>(source))
    {}

    /** Forgets all that it holds but its rubric, and keeps the memory. */
    void clear() noexcept;

    /** A fact whose value comes from results. */
    struct derived_fact
    {
        std::uint32_t fact = 0; /**< a slot, or of a member the place in the member facts */
        std::uint32_t member = none;
    };

    std::shared_ptr<const rubric> sheet;
    arena store;
    std::string_view unit_id;
    std::string_view unit_name;
    std::string_view unit_kind;
    std::string_view unit_group;
    std::string_view unit_parent;
    std::optional<date> from;
    std::optional<date> to;
    vector<feel::value> slots;
    vector<evidence_record> evidence;
    vector<mark_record> marks;
    vector<exception_record> exceptions;
    vector<std::string_view> passed_over; /**< what only @ref dossier_options::also_known knows: a
                                               fact's id, or `members.`, `evidence:`, `mark:`,
                                               `role:` or `gate:` and an id; some repeatedly */
    bool evidence_given = false; /**< a list of evidence, be it empty, is there and complete */
    feel::scratch working;       /**< of the readers: where rules of consistency run */

    vector<feel::value> lists[4]; /**< what @ref dossier_builder makes lists of: members, evidence,
                                       history, results; a slot shows it, or one in @ref store */
    detail::known_ids member_ids; /**< of members that a @ref dossier_builder knows */
    detail::known_ids document_ids; /**< likewise of documents */
    vector<derived_fact> derived;   /**< facts that have their value from @ref rubric::results */
    bool results_pending = false;   /**< facts are still to be derived: see @ref whole_dossier */

private:
    static vector<feel::value> list(memory& source)
    {
        return vector<feel::value>(allocator<feel::value>(source));
    }
};

/** Who is believed. */
enum class trust : std::uint8_t
{
    all,      /**< one office keeps everything in one dossier */
    committee /**< what the unit cannot say about itself comes from the committee alone */
};

/** How a dossier is read, and how it may differ from its rubric. */
struct dossier_options
{
    reading_limits limits;
    trust trusted = trust::all;
    const reference* committee = nullptr; /**< what the committee gives, or null; not retained */
    bool allow_other_rubric = false; /**< accept a dossier filled for another rubric or version */
    const rubric* also_known = nullptr; /**< facts, lines, roles and gates that this rubric alone
                                             knows are passed over and listed; not retained */
};

/** Reads a dossier into the slots of a rubric.

    @param json UTF-8 text in the dossier format. Not retained.
    @return The dossier, or all errors that the text has, consistency rules included.

    @par Exception safety
    Strong guarantee. Memory allocations may throw.
*/
[[nodiscard]] result_of<std::shared_ptr<dossier>> read_dossier(
    const std::shared_ptr<const rubric>& sheet, std::string_view json,
    const dossier_options& options = {}, memory& source = default_memory()
);

/** Reads a dossier into one that exists, which forgets what it held and keeps its rubric.

    One that is used again and again soon needs no more memory for dossiers
    that have nothing unusual.

    @param json UTF-8 text in the dossier format. Not retained.
    @return Nothing, or all errors that the text has; then the dossier is as @ref dossier::clear
    leaves it.

    @par Exception safety
    Memory allocations may throw; then what the dossier holds means nothing until it is read into
    or cleared.
*/
[[nodiscard]] error_list
read_dossier_into(dossier& out, std::string_view json, const dossier_options& options = {});

/** Says who the unit of a dossier is that is being built. Texts are copied. */
void set_unit(
    dossier& built, std::string_view id, std::string_view name, std::string_view kind = {},
    std::string_view group = {}
);

/** Sets the period of a dossier that is being built.

    @return Nothing, or what is wrong with it; then the dossier is as it was.
*/
[[nodiscard]] error_list set_period(dossier& built, const date& from, const date& to);

/** Gives a dossier that was built what the committee says of its unit.

    @return What contradicts it; then nothing of that is changed.
*/
[[nodiscard]] error_list apply_reference(dossier& built, const reference& from);

/** Returns the rules of consistency that a dossier breaks; empty when it can be scored.

    A dossier that was read from JSON breaks none.
*/
[[nodiscard]] error_list check_dossier(const dossier& built);

/** A dossier that was built, with the facts that its results say, and checked.

    @par Object lifetimes
    What it completes must outlive it and not change. Its memory is that of the dossier.
*/
class whole_dossier
{
public:
    /** Works out the facts that come from results and checks consistency.

        @return What is wrong with the dossier; then there is no @ref content.
    */
    [[nodiscard]] error_list complete(const dossier& given);

    [[nodiscard]] const dossier& content() const { return *content_; }

private:
    void make(const dossier& given);

    const dossier* content_ = nullptr;
    std::shared_ptr<dossier> copy_; /**< of one whose facts were to be derived */
};

/** Sets a fact of a dossier that is being built.

    @param slot The index of the fact in the rubric's facts.
    @param given A FEEL value of the fact's type; its text is copied.
    @return Nothing when it fits, or what is wrong with it.
*/
[[nodiscard]] error_list set_fact(dossier& built, std::uint32_t slot, const feel::value& given);

/** Sets a fact if that takes no more than a look: unknown, a boolean, a number well in its range.

    @return Whether it did. If not, the dossier is as it was, and @ref set_fact tells why or does
   it.
*/
[[nodiscard]] bool
set_plain_fact(dossier& built, std::uint32_t slot, const feel::value& given) noexcept;

/** Likewise a number, coefficient * 10^-scale.

    @param scale From 0 to 6176: a precondition.
*/
[[nodiscard]] bool
set_plain_number(dossier& built, std::uint32_t slot, std::int64_t coefficient, int scale) noexcept;

// A host calls these for every fact of every dossier: a call less is an eighth of their time.

inline bool set_plain_fact(dossier& built, std::uint32_t slot, const feel::value& given) noexcept
{
    const vector<fact_spec>& facts = built.sheet->facts;
    if (slot >= facts.size()) return false;
    const fact_spec& fact = facts[slot];
    // Made where they stay: what was written a moment ago in parts is slow to copy as a whole.
    void* const place = &built.slots[slot];
    if (given.is(feel::kind::boolean) && fact.type == fact_type::boolean) {
        ::new (place) feel::value(feel::value::boolean(given.as_boolean()));
    } else if (given.is(feel::kind::number) && fact.quick.surely_has(given.as_number())) {
        ::new (place) feel::value(feel::value::number(given.as_number()));
    } else if (given.is_unknown()) {
        ::new (place) feel::value();
    } else {
        return false;
    }
    return true;
}

inline bool
set_plain_number(dossier& built, std::uint32_t slot, std::int64_t coefficient, int scale) noexcept
{
    const vector<fact_spec>& facts = built.sheet->facts;
    if (slot >= facts.size() || !facts[slot].quick.surely_has(coefficient, scale)) return false;
    void* const place = &built.slots[slot];
    ::new (place) feel::value(feel::value::number(number::scaled(coefficient, scale)));
    return true;
}

} // namespace bontot

#endif
