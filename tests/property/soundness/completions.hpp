// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TESTS_PROPERTY_SOUNDNESS_COMPLETIONS_HPP
#define BONTOT_TESTS_PROPERTY_SOUNDNESS_COMPLETIONS_HPP

#include "coverage.hpp"
#include "sheet_maker.hpp"

#include <bontot/dossier.hpp>

#include <deque>
#include <functional>

namespace soundness {

/** One thing that a dossier lacks, and the ways in which it may be given. */
struct open_part
{
    std::string name;
    std::vector<std::string> ways; /**< in words, for a failure's message */
    std::function<void(std::size_t)> give;
};

/** All that a dossier lacks, and the dossier in which it is given, way by way.

    Completing (design 7.2) fills absent facts within their ranges, gives absent
    lists, adds evidence and gives missing marks; nothing else. Of evidence:
    to what there is, no false or late document is added; nothing is added to a
    line that has a late document, because the day by which it could have been
    submitted has passed; a document in time that is not verified may become so.
    An expression that reads `evidence` sees the list that was given: a list
    that is present is complete.
*/
class completions
{
public:
    /** @param given Must outlive this, like the sheet.
        @param as_of The last role whose marks count.
    */
    completions(
        const bontot::dossier& given, bontot::dossier& working, const sheet_text& sheet,
        std::uint32_t as_of, dice& random, coverage& met
    );
    completions(const completions&) = delete;
    completions& operator=(const completions&) = delete;

    /** Returns how many completions there are, at most `most` + 1. */
    [[nodiscard]] std::size_t count(std::size_t most) const;

    [[nodiscard]] const std::vector<open_part>& parts() const { return parts_; }

    /** Completes the working dossier: each part in its way; `left_open` leaves a part as it is.

        @return Whether it keeps the rules of consistency.
    */
    bool complete(const std::vector<std::size_t>& ways);

    static constexpr std::size_t left_open = static_cast<std::size_t>(-1);

private:
    void open_facts();
    void open_members();
    void open_member_fields(std::span<const bontot::feel::value> given);
    void open_member_list();
    void open_past(bontot::rubric::reserved which, const std::string& name);
    void open_past_list(std::uint32_t slot, const std::string& name);
    void
    open_field(const std::string& name, const fact& of, std::vector<bontot::feel::field>& fields);
    void open_unit();
    void open_marks();
    void open_evidence_list();
    void open_evidence(std::uint32_t node, const std::string& kind);
    void open_verification(std::size_t record);
    bontot::evidence_record document(std::uint32_t node, std::string_view kind, std::size_t number);
    bontot::feel::value document_context(const bontot::evidence_record& of);
    bool is_late(const bontot::evidence_record& record, std::uint32_t node) const;
    bool has_late_document(std::uint32_t node) const;

    bontot::feel::value value_of(const fact& of, const std::string& json);
    bontot::feel::value context(const std::vector<std::pair<std::string, bontot::feel::value>>& of);
    std::string_view keep(const std::string& text);
    void
    add(std::string name, std::vector<std::string> ways, std::function<void(std::size_t)> give);

    const bontot::dossier& given_;
    bontot::dossier& working_;
    const sheet_text& sheet_;
    std::uint32_t as_of_;
    dice& random_;
    coverage& met_;
    std::vector<open_part> parts_;
    // What values of the working dossier look at; elements never move.
    std::deque<std::string> texts_;
    std::deque<std::vector<bontot::feel::field>> contexts_;
    std::deque<std::vector<bontot::feel::value>> lists_;
    std::deque<std::vector<std::uint32_t>> supports_;
    std::vector<std::pair<std::uint32_t, bontot::feel::value>> rebuilt_;
};

} // namespace soundness

#endif
