// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_BUILDER_HPP
#define BONTOT_DOSSIER_BUILDER_HPP

#include <bontot/dossier.hpp>
#include <bontot/error.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/build/piece_checks.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot {

namespace detail {
struct past_grade;
} // namespace detail

/** A part of a dossier. */
enum class dossier_part : std::uint8_t
{
    facts,
    marks,
    members,
    evidence,
    history,
    results,
    exceptions
};

/** What may be said of a document beside its id and what it supports. */
enum class document_field : std::uint8_t
{
    kind,
    number,
    issuer,
    issued,
    submitted,
    title, /**< this and the next two are not used, and not kept */
    uri,
    sha256,
    status
};

/** Points that a role gives a line. */
struct given_mark
{
    std::uint32_t node = none;
    std::uint32_t role = none;
    number points;
    std::string_view comment;
    std::string_view reason;
    std::string_view by;
    std::string_view day; /**< YYYY-MM-DD, or empty */
};

/** The grade of an earlier period, or what evaluating another dossier gave. */
struct given_grade
{
    std::string_view unit; /**< of a result */
    std::string_view rubric;
    std::string_view from; /**< YYYY-MM-DD, or empty of a result */
    std::string_view to;
    std::string_view grade;
    std::optional<number> points;
};

/** An exception that a dossier carries itself. */
struct given_exception
{
    std::uint32_t gate = none;
    std::string_view reason;
    std::string_view authority;
    std::string_view day; /**< YYYY-MM-DD, or empty */
};

/** How strict the building of a dossier is: as its reader with the options of these names. */
struct building_options
{
    trust trusted = trust::all;
    bool allow_other_rubric = false; /**< accepts units of any kind */
};

/** Fills a dossier piece by piece, with the checks of its reader.

    What a call finds wrong it returns, with pointers as in the dossier's
    JSON, and nothing is changed; likewise when memory is out. Texts are UTF-8
    and copied; indices must be those of the rubric or of what was added.

    @par Object lifetimes
    Keeps a reference to the dossier, which may be used without it at any time.
*/
class dossier_builder : private detail::piece_checks
{
public:
    explicit dossier_builder(dossier& out, const building_options& options = {})
        : piece_checks(out.store.source()), out_(out), sheet_(*out.sheet), options_(options)
    {}

    [[nodiscard]] error_list set_unit(std::string_view id, std::string_view name);
    [[nodiscard]] error_list set_unit_kind(std::string_view kind);
    void set_unit_group(std::string_view group);
    void set_unit_parent(std::string_view parent);
    [[nodiscard]] error_list set_period(std::string_view from, std::string_view to);

    [[nodiscard]] error_list set_fact(std::uint32_t slot, const feel::value& given);

    /** Sets a mark, in place of any that the role gave the line before. */
    [[nodiscard]] error_list set_mark(const given_mark& given);
    void clear_mark(std::uint32_t node, std::uint32_t role) noexcept;

    /** Adds a member of whom all facts are unknown; it is the last one. */
    [[nodiscard]] error_list add_member(std::string_view id);
    /** @param field The index of the fact in the rubric's facts of members. */
    [[nodiscard]] error_list
    set_member_fact(std::size_t member, std::uint32_t field, const feel::value& given);
    [[nodiscard]] std::size_t member_count() const;

    /** Adds a document that supports nothing; it is the last one. */
    [[nodiscard]] error_list add_document(std::string_view id);
    /** Says something of a document; an empty text is what is not said. */
    [[nodiscard]] error_list
    set_document(std::size_t document, document_field field, std::string_view text);
    void add_support(std::size_t document, std::uint32_t node);

    [[nodiscard]] error_list add_history(const given_grade& given);
    [[nodiscard]] error_list add_result(const given_grade& given);
    /** Adds what a result in memory says, without what is open in it. */
    [[nodiscard]] error_list add_result(const result& given);
    [[nodiscard]] error_list add_exception(const given_exception& given);

    /** Says that a list is there and complete, be it empty. */
    void give(dossier_part part);
    /** Removes all of a part, which then is unknown. */
    void remove(dossier_part part) noexcept;

private:
    error_list add_past(const detail::past_grade& given);
    bool set_document_day(evidence_record& record, document_field field, std::string_view text);
    bool set_document_status(evidence_record& record, std::string_view text);
    void show_document(std::size_t document) noexcept;

    vector<feel::value>& list(rubric::reserved which);
    void show(rubric::reserved which) noexcept;
    void forget(rubric::reserved which) noexcept;
    [[nodiscard]] std::size_t count_of(rubric::reserved which) const;
    feel::field* fields_of(rubric::reserved which, std::size_t entry);
    void forget_derived() noexcept;
    void results_changed() noexcept;

    dossier& out_;
    const rubric& sheet_;
    building_options options_;
};

} // namespace bontot

#endif
