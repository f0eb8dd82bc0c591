// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_READING_HPP
#define BONTOT_DOSSIER_READER_READING_HPP

#include <bontot/dossier.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/reference/exception_reading.hpp>
#include <bontot/rubric/fact_check.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace bontot::detail {

inline constexpr std::string_view dossier_format = "bontot-dossier/1";

/** Reads one dossier; its bodies are in the files beside this one. */
class dossier_reading : public exception_reading
{
public:
    dossier_reading(
        const json_document& document, diagnosis& found, dossier& out,
        const dossier_options& options
    )
        : exception_reading(document, found, *out.sheet, out.store), out_(out), options_(options)
    {}

    void read();

private:
    /** What an evidence record may say, in the order in which most do. */
    enum document_key : std::size_t
    {
        document_id,
        document_supports,
        document_kind,
        document_number,
        document_issuer,
        document_issued,
        document_submitted,
        document_title,
        document_uri,
        document_sha256,
        document_status,
        document_key_count
    };
    static constexpr std::string_view document_keys[document_key_count] = {
        "id",        "supports", "kind", "number", "issuer", "issued",
        "submitted", "title",    "uri",  "sha256", "status"};
    struct document_places
    {
        std::uint32_t at[document_key_count];
    };

    // reader.ipp
    void read_rubric_name(std::uint32_t at);
    void read_unit(std::uint32_t at);
    void read_period(std::uint32_t at);
    void read_exceptions(std::uint32_t at);
    [[nodiscard]] bool is_distrusting() const { return options_.trusted == trust::committee; }

    // passing.ipp
    bool passes_fact(std::uint32_t at, bool of_member);
    bool passes_node(std::string_view id, bool is_mark);
    bool passes_mark(std::string_view id);
    bool passes_role(std::string_view id);
    bool passes_gate(std::uint32_t exception_at);
    bool pass_over(std::string_view prefix, std::string_view id, bool is_known);

    // past.ipp
    void read_history(std::uint32_t at);
    feel::value history_entry(std::uint32_t at);
    void read_results(std::uint32_t at);
    feel::value result_entry(std::uint32_t at);
    feel::value whole_result(std::uint32_t at);
    std::span<const feel::value> in_order(vector<feel::value>& entries, std::size_t from);

    // facts.ipp
    void read_facts(std::uint32_t at);
    void read_members(std::uint32_t at);
    feel::value read_member(std::uint32_t at);
    void check_repeated_ids(vector<std::uint32_t>& ids);

    // evidence.ipp
    void read_evidence(std::uint32_t at);
    void read_document(std::uint32_t at, const document_places& places);
    void read_status(std::uint32_t at, evidence_record& record);
    std::span<const std::uint32_t> read_supports(std::uint32_t at);
    std::uint32_t node_named(std::uint32_t at, std::string_view id, bool is_key);

    // marks.ipp
    void read_marks(std::uint32_t at);
    void read_mark(std::uint32_t at, std::uint32_t node);
    std::uint32_t role_named(std::uint32_t at, const rubric_node& line);
    bool read_points(std::uint32_t at, const rubric_node& line, mark_record& mark);

    void add(const given_fault& fault, std::uint32_t at);

    dossier& out_;
    const dossier_options& options_;
};

} // namespace bontot::detail

#endif
