// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_DOSSIER_READING_HPP
#define BONTOT_IMPL_DOSSIER_READING_HPP

#include <bontot/dossier.hpp>
#include <bontot/text.hpp>

#include <bontot/detail/json_reading.hpp>

namespace bontot::detail {

/** Reads one dossier; its parts are in the files dossier_*.hpp beside this one. */
class dossier_reading : public json_reading
{
public:
    dossier_reading(
        const json_document& document, diagnosis& found, dossier& out,
        const dossier_options& options
    )
        : json_reading(document, found), out_(out), sheet_(*out.sheet), options_(options),
          scratch_(out.store.source())
    {}

    void read();

private:
    /** Bounds the memory that a hostile list of members can ask for. */
    static constexpr std::size_t most_member_fields = 10000000;

    // dossier_reader.hpp
    void read_format(std::uint32_t at);
    void read_rubric_name(std::uint32_t at);
    void read_unit(std::uint32_t at);
    void read_period(std::uint32_t at);
    void read_history(std::uint32_t at);
    feel::value history_entry(std::uint32_t at);

    // dossier_facts.hpp
    void read_facts(std::uint32_t at);
    void read_members(std::uint32_t at);
    feel::value read_member(std::uint32_t at);
    feel::value fact_value(std::uint32_t at, const fact_spec& fact);
    feel::value number_value(std::uint32_t at, const fact_spec& fact);
    feel::value text_value(std::uint32_t at, const fact_spec& fact);
    void unknown_fact(std::uint32_t at, const vector<fact_spec>& facts);
    void check_repeated_ids(vector<std::uint32_t>& ids);

    // dossier_evidence.hpp
    void read_evidence(std::uint32_t at);
    feel::value read_document(std::uint32_t at);
    std::span<const std::uint32_t> read_supports(std::uint32_t at);
    void read_marks(std::uint32_t at);
    void read_mark(std::uint32_t at, std::uint32_t node);
    std::uint32_t node_named(std::uint32_t at, std::string_view id, bool is_key);

    std::string_view kept_text(std::uint32_t at);
    std::string_view normalized(std::string_view text);
    std::string_view text_of(std::uint32_t object, std::string_view key);
    feel::value known_text(std::string_view text) const;
    static feel::value known_date(const std::optional<date>& day);
    feel::value context_of(std::initializer_list<std::pair<std::string_view, feel::value>> fields);

    template <class T>
    vector<T> list_of() const
    {
        return vector<T>(allocator<T>(out_.store.source()));
    }

    dossier& out_;
    const rubric& sheet_;
    const dossier_options& options_;
    string scratch_;
};

} // namespace bontot::detail

#endif
