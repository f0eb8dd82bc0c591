// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_DETAIL_PRINTING_HPP
#define BONTOT_FEEL_DETAIL_PRINTING_HPP

#include <bontot/feel/detail/duration.hpp>
#include <bontot/feel/detail/effort.hpp>
#include <bontot/feel/value.hpp>

#include <string_view>

namespace bontot::feel::detail {

/** Writes values as FEEL text to anything with `+=` and `append`. */
template <class String>
class value_printer
{
public:
    value_printer(String& out, const symbol_table& symbols, effort& work)
        : out_(out), symbols_(symbols), work_(work)
    {}

    /** Prints a value; a text without quotes. */
    void print(const value& what)
    {
        if (what.is(kind::text)) {
            add(what.as_text());
        } else {
            nested(what, 0);
        }
    }

private:
    void add(std::string_view text) { out_.append(text.data(), text.size()); }

    void nested(const value& what, int depth)
    {
        if (depth > max_nesting || !work_.spend(1)) return add("...");
        switch (what.kind()) {
        case kind::unknown:
            return add("unknown");
        case kind::null:
            return add("null");
        case kind::boolean:
            return add(what.as_boolean() ? "true" : "false");
        case kind::number:
            return add(to_text(what.as_number()).view());
        case kind::text:
            return quoted(what.as_text());
        case kind::date:
            return append_date(out_, what.as_date());
        case kind::days_duration:
            return append_days(out_, what.as_seconds());
        case kind::months_duration:
            return append_months(out_, what.as_months());
        case kind::list:
            return list(what, depth);
        case kind::context:
            return context(what, depth);
        case kind::range:
            return range(what.as_range(), depth);
        }
    }

    void quoted(std::string_view text)
    {
        out_ += '"';
        for (const char c : text) {
            if (c == '"' || c == '\\') out_ += '\\';
            out_ += c;
        }
        out_ += '"';
    }

    void list(const value& what, int depth)
    {
        std::string_view separator = "[";
        for (const value& each : what.as_list()) {
            add(separator);
            separator = ", ";
            nested(each, depth + 1);
            if (work_.left() == 0) break;
        }
        if (what.as_list().empty()) add("[");
        out_ += ']';
    }

    void context(const value& what, int depth)
    {
        std::string_view separator = "{";
        for (const field& each : what.as_context()) {
            add(separator);
            separator = ", ";
            add(symbols_.text(each.name));
            add(": ");
            nested(each.content, depth + 1);
            if (work_.left() == 0) break;
        }
        if (what.as_context().empty()) add("{");
        out_ += '}';
    }

    void range(const range_value& what, int depth)
    {
        if (what.form != range_form::interval || !what.has_low || !what.has_high) {
            comparison(what, depth);
            return;
        }
        out_ += what.low_open ? '(' : '[';
        nested(what.low, depth + 1);
        add("..");
        nested(what.high, depth + 1);
        out_ += what.high_open ? ')' : ']';
    }

    void comparison(const range_value& what, int depth)
    {
        std::string_view sign = what.form == range_form::equal ? "(= " : "(!= ";
        if (what.form == range_form::interval) {
            if (what.has_low) sign = what.low_open ? "(> " : "(>= ";
            if (what.has_high) sign = what.high_open ? "(< " : "(<= ";
        }
        add(sign);
        const bool shows_high = what.form == range_form::interval && what.has_high;
        nested(shows_high ? what.high : what.low, depth + 1);
        out_ += ')';
    }

    String& out_;
    const symbol_table& symbols_;
    effort& work_;
};

} // namespace bontot::feel::detail

namespace bontot::feel {

template <class String>
void append_text(String& out, const value& what, const symbol_table& symbols)
{
    detail::effort work(detail::host_effort);
    detail::value_printer<String>(out, symbols, work).print(what);
}

} // namespace bontot::feel

#endif
