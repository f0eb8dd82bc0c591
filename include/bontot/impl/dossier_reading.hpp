// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_READING_HPP
#define BONTOT_IMPL_DOSSIER_READING_HPP

#include <bontot/dossier.hpp>

#include <bontot/impl/exception_reading.hpp>

namespace bontot::detail {

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
    /** Bounds the memory that a hostile list of members can ask for. */
    static constexpr std::size_t most_member_fields = 10000000;

    // dossier_reader.hpp
    void read_rubric_name(std::uint32_t at);
    void read_unit(std::uint32_t at);
    void read_period(std::uint32_t at);
    void read_exceptions(std::uint32_t at);
    [[nodiscard]] bool is_distrusting() const { return options_.trusted == trust::committee; }

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
    feel::value read_document(std::uint32_t at);
    std::span<const std::uint32_t> read_supports(std::uint32_t at);
    std::uint32_t node_named(std::uint32_t at, std::string_view id, bool is_key);

    // dossier_marks.hpp
    void read_marks(std::uint32_t at);
    [[nodiscard]] bool is_marked(std::uint32_t node) const;
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
