// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_READING_HPP
#define BONTOT_IMPL_DOSSIER_READING_HPP

#include <bontot/dossier.hpp>

#include <bontot/impl/exception_reading.hpp>

namespace bontot::detail {

inline constexpr std::string_view dossier_format = "bontot-dossier/1";

/** Tells whether some role may mark a node. */
[[nodiscard]] inline bool may_be_marked(const rubric& sheet, std::uint32_t node)
{
    const score_kind kind = sheet.nodes[node].score.kind;
    if (kind == score_kind::mark) return true;
    const auto overrides = [](const role_spec& role) { return role.overrides; };
    return kind != score_kind::group &&
           std::any_of(sheet.roles.begin(), sheet.roles.end(), overrides);
}

/** Reads one dossier; its parts are in the files dossier_*.hpp beside this one. */
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

    /** Bounds the memory that a hostile list of members can ask for. */
    static constexpr std::size_t most_member_fields = 10000000;

    // dossier_reader.hpp
    void read_rubric_name(std::uint32_t at);
    void read_unit(std::uint32_t at);
    void read_period(std::uint32_t at);
    void read_exceptions(std::uint32_t at);
    [[nodiscard]] bool is_distrusting() const { return options_.trusted == trust::committee; }

    // dossier_passing.hpp
    bool passes_fact(std::uint32_t at, bool of_member);
    bool passes_node(std::string_view id, bool is_mark);
    bool passes_mark(std::string_view id);
    bool passes_role(std::string_view id);
    bool passes_gate(std::uint32_t exception_at);
    bool pass_over(std::string_view prefix, std::string_view id, bool is_known);

    // dossier_past.hpp
    void read_history(std::uint32_t at);
    feel::value history_entry(std::uint32_t at);
    void read_results(std::uint32_t at);
    feel::value result_entry(std::uint32_t at);
    feel::value whole_result(std::uint32_t at);
    std::span<const feel::value> in_order(vector<feel::value>& entries, std::size_t from);

    // dossier_sources.hpp
    void derive_facts(std::uint32_t facts_at);
    void derive(
        const fact_spec& fact, const feel::value& member, feel::value& content,
        std::uint32_t given_at
    );
    vector<feel::value> results_for(const fact_spec& fact, const feel::value& member) const;
    feel::value checked(const fact_spec& fact, const feel::value& derived);

    // dossier_facts.hpp
    void read_facts(std::uint32_t at);
    void read_members(std::uint32_t at);
    feel::value read_member(std::uint32_t at);
    void check_repeated_ids(vector<std::uint32_t>& ids);

    // dossier_evidence.hpp
    void read_evidence(std::uint32_t at);
    void read_document(std::uint32_t at, const document_places& places);
    void read_status(std::uint32_t at, evidence_record& record);
    std::string_view kept_document_number(std::string_view printed);
    std::span<const std::uint32_t> read_supports(std::uint32_t at);
    std::uint32_t node_named(std::uint32_t at, std::string_view id, bool is_key);

    // dossier_marks.hpp
    void read_marks(std::uint32_t at);
    void read_mark(std::uint32_t at, std::uint32_t node);
    std::uint32_t role_named(std::uint32_t at, const rubric_node& line);
    bool read_points(std::uint32_t at, const rubric_node& line, mark_record& mark);
    void check_words(std::uint32_t at, const rubric_node& line, const mark_record& mark);

    dossier& out_;
    const dossier_options& options_;
    std::uint32_t results_at_ = absent;
};

} // namespace bontot::detail

#endif
