// SPDX-License-Identifier: BSL-1.0
// The quick reader of dossiers, as a whole.
#ifndef BONTOT_DOSSIER_READER_STREAM_HPP
#define BONTOT_DOSSIER_READER_STREAM_HPP

#include <bontot/dossier.hpp>

#include <bontot/dossier/completing.hpp>
#include <bontot/dossier/reader/reading.hpp>
#include <bontot/dossier/reader/sources.hpp>
#include <bontot/dossier/reader/stream_base.hpp>
#include <bontot/dossier/reader/stream_evidence.hpp>
#include <bontot/dossier/reader/stream_facts.hpp>
#include <bontot/dossier/reader/stream_marks.hpp>
#include <bontot/dossier/reader/stream_members.hpp>
#include <bontot/dossier/reader/stream_passing.hpp>
#include <bontot/dossier/reader/stream_past.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/fact_check.hpp>

#include <cstddef>
#include <iterator>
#include <string_view>

namespace bontot::detail {

/** Reads a dossier that has nothing unusual, from its text straight into its slots. */
class dossier_stream
{
public:
    dossier_stream(dossier& out, const dossier_options& options, std::string_view json)
        : from_(out, options, json)
    {}

    bool read();

private:
    using base = dossier_stream_base;

    static bool read_format(base& from);
    static bool read_rubric_name(base& from);
    static bool read_unit(base& from);
    static bool read_period(base& from);
    static bool pass_guide(base& from);
    bool complete();

    base from_;
};

inline bool dossier_stream::read()
{
    static constexpr base::member<dossier> table[] = {
        {"format", [](base& from, dossier&) { return read_format(from); }},
        {"unit", [](base& from, dossier&) { return read_unit(from); }},
        {"period", [](base& from, dossier&) { return read_period(from); }},
        {"rubric", [](base& from, dossier&) { return read_rubric_name(from); }},
        {"facts", [](base& from, dossier&) { return fact_stream(from).read(); }},
        {"marks", [](base& from, dossier&) { return mark_stream(from).read(); }},
        {"members", [](base& from, dossier&) { return member_stream(from).read(); }},
        {"history", [](base& from, dossier&) { return past_stream(from).read_history(); }},
        {"results", [](base& from, dossier&) { return past_stream(from).read_results(); }},
        {"exceptions", [](base& from, dossier&) { return exception_stream(from).read(); }},
        {"evidence", [](base& from, dossier&) { return evidence_stream(from).read(); }},
        {"guide", [](base& from, dossier&) { return pass_guide(from); }}};
    base::followers<std::size(table)> after;
    return from_.read_members<3>(table, after, from_.out) && from_.json.is_at_end() && complete();
}

inline bool dossier_stream::read_format(base& from)
{
    std::string_view name;
    return from.json.take_rare_text(name) && name == dossier_format;
}

inline bool dossier_stream::read_rubric_name(base& from)
{
    struct name
    {
        std::string_view id;
        std::string_view version;
    } given{from.sheet.id, from.sheet.version};
    static constexpr base::member<name> table[] = {
        {"id", [](base& source, name& to) { return source.json.take_rare_text(to.id); }},
        {"version", [](base& source, name& to) { return source.json.take_rare_text(to.version); }}};
    base::followers<std::size(table)> after;
    if (!from.read_members<1>(table, after, given)) return false;
    const bool is_ours = given.id == from.sheet.id && given.version == from.sheet.version;
    return is_ours || from.options.allow_other_rubric;
}

inline bool dossier_stream::read_unit(base& from)
{
    static constexpr base::member<dossier> table[] = {
        {"id", [](base& source, dossier& to) { return source.json.take_rare_text(to.unit_id); }},
        {"name", [](base& source, dossier& to) { return source.read_text_or_null(to.unit_name); }},
        {"kind",
         [](base& source, dossier& to) { return source.read_normal_or_null(to.unit_kind); }},
        {"group",
         [](base& source, dossier& to) { return source.read_text_or_null(to.unit_group); }},
        {"parent",
         [](base& source, dossier& to) { return source.read_text_or_null(to.unit_parent); }}};
    base::followers<std::size(table)> after;
    dossier& out = from.out;
    if (!from.read_members<1>(table, after, out) || !is_id_length(out.unit_id)) return false;
    return out.unit_kind.empty() || from.options.allow_other_rubric ||
           is_unit_kind(from.sheet, out.unit_kind);
}

inline bool dossier_stream::read_period(base& from)
{
    static constexpr base::member<dossier> table[] = {
        {"from", [](base& source, dossier& to) { return source.read_date(to.from); }},
        {"to", [](base& source, dossier& to) { return source.read_date(to.to); }}};
    base::followers<std::size(table)> after;
    const dossier& out = from.out;
    if (!from.read_members<2>(table, after, from.out)) return false;
    return !(*out.to < *out.from) && is_period(*out.from, *out.to, from.sheet.period_months);
}

/** Passes over what explains an empty dossier to people. */
inline bool dossier_stream::pass_guide(base& from)
{
    passing_stream::name_list names(from.out.store);
    passing_stream passing(from.json, &names);
    return passing.pass(from.levels_within(1));
}

/** Gives FEEL what depends on all of the dossier, and tells whether its consistency holds. */
inline bool dossier_stream::complete()
{
    dossier& out = from_.out;
    complete_slots(out);
    if (out.evidence_given) complete_evidence(out);
    diagnosis faults(out.store.source());
    fact_deriving(out, faults, nullptr).run();
    check_consistency(out, nullptr, out.working, faults);
    return faults.empty();
}

/** Reads a dossier into one that is empty, if there is nothing unusual about it.

    @return Whether it was read; if not, what the dossier holds means nothing.
*/
[[nodiscard]] bool
read_plain_dossier(dossier& out, std::string_view json, const dossier_options& options);

} // namespace bontot::detail

#endif
