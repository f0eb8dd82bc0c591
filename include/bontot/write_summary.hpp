// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_SUMMARY_HPP
#define BONTOT_WRITE_SUMMARY_HPP

#include <bontot/result.hpp>

#include <bontot/detail/json_text.hpp>

namespace bontot {

namespace detail {

/** Writes a result in the format bontot-summary/1. */
template <class String>
class summary_json
{
public:
    summary_json(String& out, const result& about) : json_(out), about_(about), sheet_(*about.sheet)
    {}

    void write()
    {
        json_.begin_object();
        json_.text("format", "bontot-summary/1");
        write_head();
        json_.begin_object("total");
        json_.amount("points", about_.points);
        json_.amount("possible", about_.possible);
        json_.amount("max", about_.max);
        json_.end_object();
        json_.text("grade", sheet_.grades[about_.grade].id);
        json_.text("grade_possible", sheet_.grades[about_.grade_possible].id);
        json_.begin_object("criteria");
        for (std::uint32_t i = 0; i < sheet_.nodes.size(); i = sheet_.nodes[i].end)
            write_criterion(i);
        json_.end_object();
        json_.end_object();
    }

private:
    void write_head()
    {
        json_.text("unit", about_.unit_id);
        json_.begin_object("rubric");
        json_.text("id", sheet_.id);
        json_.text("version", sheet_.version);
        json_.end_object();
        if (!about_.from || !about_.to) return;
        json_.begin_object("period");
        write_day("from", *about_.from);
        write_day("to", *about_.to);
        json_.end_object();
    }

    void write_day(std::string_view key, const date& day)
    {
        string text;
        append_date(text, day);
        json_.text(key, text);
    }

    void write_criterion(std::uint32_t index)
    {
        const node_result& node = about_.nodes[index];
        json_.begin_object(sheet_.nodes[index].id);
        json_.amount("points", node.points);
        json_.amount("possible", node.possible);
        json_.end_object();
    }

    json_writer<String> json_;
    const result& about_;
    const rubric& sheet_;
};

} // namespace detail

/** Appends the figures of a result as one short line of JSON in the format bontot-summary/1,
    without a newline: what a program asks that scores many units.

    The same result gives the same bytes on every platform.
*/
template <class String>
void append_summary(String& out, const result& about)
{
    detail::summary_json<String>(out, about).write();
}

} // namespace bontot

#endif
