// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_STREAM_MARKS_HPP
#define BONTOT_DOSSIER_READER_STREAM_MARKS_HPP

#include <bontot/dossier.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/reference.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/dossier/checks.hpp>
#include <bontot/dossier/reader/stream_base.hpp>
#include <bontot/json/plain_json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Reads the marks. */
class mark_stream
{
public:
    explicit mark_stream(dossier_stream_base& from) : from_(from) {}

    bool read();

private:
    using base = dossier_stream_base;

    /** A mark as it was read; without points it says nothing. */
    struct given_mark
    {
        mark_record record;
        std::optional<number> points;
    };

    bool read_line(std::uint32_t node);
    bool read_role(given_mark& mark);
    bool read_content(given_mark& mark);
    bool keep(given_mark& mark);

    static constexpr std::size_t key_count = 5;

    base& from_;
    base::followers<key_count> after_;
};

inline bool mark_stream::read()
{
    plain_json& json = from_.json;
    if (json.take_null()) return true;
    if (!json.take('{')) return false;
    if (json.take('}')) return true;
    const std::size_t count = from_.sheet.nodes.size();
    char* const seen = from_.out.store.make_array<char>(count);
    std::memset(seen, 0, count);
    do {
        std::string_view id;
        if (!json.take_rare_text(id)) return false;
        const std::uint32_t node = from_.sheet.find_node(id);
        if (node == none || seen[node] != 0 || !may_be_marked(from_.sheet, node)) return false;
        seen[node] = 1;
        if (!json.take(':') || !read_line(node)) return false;
    } while (json.take(','));
    return json.take('}');
}

/** Reads the marks of one line. */
inline bool mark_stream::read_line(std::uint32_t node)
{
    plain_json& json = from_.json;
    if (!json.take('{')) return false;
    if (json.take('}')) return true;
    std::uint64_t seen = 0;
    do {
        given_mark mark;
        mark.record.node = node;
        if (!read_role(mark)) return false;
        // Two names may be composed to one role, which is more than unusual.
        if ((seen >> mark.record.role & 1U) != 0 || !json.take(':')) return false;
        seen |= std::uint64_t{1} << mark.record.role;
        if (!read_content(mark) || !keep(mark)) return false;
    } while (json.take(','));
    return json.take('}');
}

inline bool mark_stream::read_role(given_mark& mark)
{
    constexpr std::uint32_t most_roles = 64;
    std::string_view id;
    if (!from_.json.take_rare_text(id) || !from_.normalize(id)) return false;
    mark.record.role = from_.sheet.find_role(id);
    return mark.record.role < most_roles &&
           may_mark(from_.sheet, mark.record.role, from_.sheet.nodes[mark.record.node]);
}

/** Reads what a role gave: points, or an object with what was said about them. */
inline bool mark_stream::read_content(given_mark& mark)
{
    using given = given_mark;
    static constexpr base::member<given> table[key_count] = {
        {"points", [](base& from, given& to) { return from.read_number_or_null(to.points); }},
        {"comment",
         [](base& from, given& to) { return from.read_text_or_null(to.record.comment); }},
        {"reason", [](base& from, given& to) { return from.read_text_or_null(to.record.reason); }},
        {"by", [](base& from, given& to) { return from.read_text_or_null(to.record.by); }},
        {"date", [](base& from, given& to) { return from.read_date_or_null(to.record.day); }}};
    if (!from_.json.is_next('{')) return from_.read_number_or_null(mark.points);
    return from_.read_members<1>(table, after_, mark);
}

inline bool mark_stream::keep(given_mark& mark)
{
    if (!mark.points) return true;
    if (!may_have_points(from_.sheet.nodes[mark.record.node], *mark.points)) return false;
    mark.record.points = settle(*mark.points);
    bool is_lacking = false;
    each_lacking_words(from_.sheet, mark.record, [&](message) { is_lacking = true; });
    from_.out.marks.push_back(mark.record);
    return !is_lacking;
}

/** Reads exceptions of this unit. */
class exception_stream
{
public:
    explicit exception_stream(dossier_stream_base& from) : from_(from) {}

    bool read();

private:
    static bool read_gate(dossier_stream_base& from, exception_record& record);

    dossier_stream_base& from_;
};

inline bool exception_stream::read()
{
    using base = dossier_stream_base;
    using given = exception_record;
    static constexpr base::member<given> table[] = {
        {"gate", read_gate},
        {"reason", [](base& from, given& to) { return from.json.take_rare_text(to.reason); }},
        {"authority", [](base& from, given& to) { return from.json.take_rare_text(to.authority); }},
        {"date", [](base& from, given& to) { return from.read_date_or_null(to.day); }}};
    if (from_.json.take_null()) return true;
    base::followers<std::size(table)> after;
    return from_.read_list([&] {
        given& record = from_.out.exceptions.emplace_back();
        return from_.read_members<3>(table, after, record) && !record.reason.empty() &&
               !record.authority.empty();
    });
}

inline bool exception_stream::read_gate(dossier_stream_base& from, exception_record& record)
{
    std::string_view id;
    if (!from.json.take_rare_text(id)) return false;
    record.gate = from.sheet.find_gate(id);
    return record.gate != none;
}

} // namespace bontot::detail

#endif
