// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_STREAM_PAST_HPP
#define BONTOT_DOSSIER_READER_STREAM_PAST_HPP

#include <bontot/feel/value.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/reader/stream_base.hpp>
#include <bontot/dossier/reader/stream_list.hpp>
#include <bontot/dossier/reader/stream_passing.hpp>
#include <bontot/json/plain_json.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace bontot::detail {

/** Reads grades of earlier periods, and results of members, sub-units or months. */
class past_stream
{
public:
    explicit past_stream(dossier_stream_base& from)
        : from_(from), names_(from.out.store), passing_(from.json, &names_)
    {}

    bool read_history();
    bool read_results();

private:
    using base = dossier_stream_base;
    using entries = arena_list<feel::value>;

    /** What a whole result says beyond a short one. */
    struct whole_result
    {
        std::string_view format;
        std::string_view grade;
        std::string_view grade_possible;
        std::optional<number> points;
        std::optional<number> possible;
    };

    [[nodiscard]] bool is_whole_next() const;
    bool read_in_short(past_grade& entry);
    bool read_whole(past_grade& entry);
    bool read_part(std::string_view name, past_grade& entry, whole_result& more);
    bool read_id(std::string_view& id);
    bool read_total(whole_result& to);
    bool read_period(past_grade& to);
    bool keep(const entries& read, rubric::reserved where, std::size_t first_day);

    static constexpr std::size_t short_key_count = 6;
    static constexpr std::size_t entry_depth = 3; // in a list of the dossier

    dossier_stream_base& from_;
    passing_stream::name_list names_;
    passing_stream passing_;
    base::followers<short_key_count> after_;
};

inline bool past_stream::read_history()
{
    if (from_.json.take_null()) return true;
    static constexpr base::member<past_grade> table[] = {
        {"from", [](base& from, past_grade& to) { return from.read_date(to.from); }},
        {"to", [](base& from, past_grade& to) { return from.read_date(to.to); }},
        {"rubric", [](base& from, past_grade& to) { return from.read_text_or_null(to.rubric); }},
        {"grade", [](base& from, past_grade& to) { return from.read_text_or_null(to.grade); }},
        {"points", [](base& from, past_grade& to) { return from.read_number_or_null(to.points); }}};
    base::followers<std::size(table)> after;
    entries all(from_.out.store);
    const bool is_read = from_.read_list([&] {
        past_grade entry;
        if (!from_.read_members<2>(table, after, entry)) return false;
        all.push_back(history_context(from_.sheet, from_.out.store, entry));
        return true;
    });
    return is_read && keep(all, rubric::history, first_day_of_history);
}

inline bool past_stream::read_results()
{
    if (from_.json.take_null()) return true;
    entries all(from_.out.store);
    const bool is_read = from_.read_list([&] {
        past_grade entry;
        if (!(is_whole_next() ? read_whole(entry) : read_in_short(entry))) return false;
        all.push_back(results_context(from_.sheet, from_.out.store, entry));
        return true;
    });
    return is_read && keep(all, rubric::results, first_day_of_results);
}

inline bool past_stream::read_in_short(past_grade& entry)
{
    static constexpr base::member<past_grade> table[short_key_count] = {
        {"unit", [](base& from, past_grade& to) { return from.json.take_rare_text(to.unit); }},
        {"rubric", [](base& from, past_grade& to) { return from.json.take_rare_text(to.rubric); }},
        {"from", [](base& from, past_grade& to) { return from.read_date_or_null(to.from); }},
        {"to", [](base& from, past_grade& to) { return from.read_date_or_null(to.to); }},
        {"grade", [](base& from, past_grade& to) { return from.read_text_or_null(to.grade); }},
        {"points", [](base& from, past_grade& to) { return from.read_number_or_null(to.points); }}};
    return from_.read_members<2>(table, after_, entry) && !entry.unit.empty() &&
           !entry.rubric.empty();
}

/** Tells whether an entry is a result as it was written, by the name that those begin with. */
inline bool past_stream::is_whole_next() const
{
    static constexpr plain_key format = "format";
    plain_json ahead = from_.json;
    return ahead.take('{') && ahead.take('"') && ahead.take_key(format);
}

/** Reads from a whole result what a short one says; what is open in it is unknown. */
inline bool past_stream::read_whole(past_grade& entry)
{
    whole_result more;
    const bool is_read =
        passing_.each_member([&](std::string_view name) { return read_part(name, entry, more); });
    if (!is_read || more.format != "bontot-result/1" || !more.points || !more.possible)
        return false;
    if (more.grade == more.grade_possible) entry.grade = more.grade;
    if (*more.points == *more.possible) entry.points = more.points;
    return !entry.unit.empty() && !entry.rubric.empty() && !more.grade.empty() &&
           !more.grade_possible.empty();
}

inline bool past_stream::read_part(std::string_view name, past_grade& entry, whole_result& more)
{
    if (name == "format") return from_.json.take_rare_text(more.format);
    if (name == "unit") return read_id(entry.unit);
    if (name == "rubric") return read_id(entry.rubric);
    if (name == "period") return from_.json.take_null() || read_period(entry);
    if (name == "grade") return read_id(more.grade);
    if (name == "grade_possible") return from_.json.take_rare_text(more.grade_possible);
    if (name == "total") return read_total(more);
    return passing_.pass(from_.levels_within(entry_depth));
}

inline bool past_stream::read_id(std::string_view& id)
{
    return passing_.each_member([&](std::string_view name) {
        if (name == "id") return from_.json.take_rare_text(id);
        return passing_.pass(from_.levels_within(entry_depth + 1));
    });
}

inline bool past_stream::read_total(whole_result& to)
{
    return passing_.each_member([&](std::string_view name) {
        if (name == "points") return from_.read_number(to.points.emplace());
        if (name == "possible") return from_.read_number(to.possible.emplace());
        return passing_.pass(from_.levels_within(entry_depth + 1));
    });
}

inline bool past_stream::read_period(past_grade& to)
{
    return passing_.each_member([&](std::string_view name) {
        if (name == "from") return from_.read_date_or_null(to.from);
        if (name == "to") return from_.read_date_or_null(to.to);
        return passing_.pass(from_.levels_within(entry_depth + 1));
    });
}

/** Gives FEEL entries in the order of their days, which most dossiers keep. */
inline bool past_stream::keep(const entries& read, rubric::reserved where, std::size_t first_day)
{
    constexpr std::size_t most_moved = 64;
    const std::span<feel::value> all = read.items();
    const earlier_entry is_earlier{first_day};
    if (!std::is_sorted(all.begin(), all.end(), is_earlier)) {
        if (all.size() > most_moved) return false;
        for (auto at = all.begin(); at != all.end(); ++at)
            std::rotate(std::upper_bound(all.begin(), at, *at, is_earlier), at, at + 1);
    }
    from_.out.slots[from_.sheet.reserved_slot(where)] = feel::value::list(all);
    return true;
}

} // namespace bontot::detail

#endif
