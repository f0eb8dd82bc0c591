// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_PRINTING_IPP
#define BONTOT_FEEL_VALUES_PRINTING_IPP

#include <bontot/date.hpp>
#include <bontot/feel/symbols.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/feel/values/arithmetic.hpp>
#include <bontot/feel/values/duration.hpp>
#include <bontot/feel/values/effort.hpp>
#include <bontot/feel/values/printing.hpp>

#include <cstddef>
#include <string_view>

namespace bontot::feel::detail {

void value_printer::print(const value& what)
{
    if (what.is(kind::text)) {
        add(what.as_text());
    } else {
        nested(what, 0);
    }
}

/** Counts one value; returns false when the work or the text has come to its limit. */
bool value_printer::has_work()
{
    if (out_.size() > end_) work_.stop();
    return work_.spend(1);
}

void value_printer::nested(const value& what, int depth)
{
    if (depth > max_nesting || !has_work()) return add("...");
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

void value_printer::quoted(std::string_view text)
{
    out_ += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out_ += '\\';
        out_ += c;
    }
    out_ += '"';
}

void value_printer::list(const value& what, int depth)
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

void value_printer::context(const value& what, int depth)
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

void value_printer::range(const range_value& what, int depth)
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

void value_printer::comparison(const range_value& what, int depth)
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

void write_value(string& out, const value& what, const symbol_table& symbols)
{
    constexpr std::size_t most_bytes = std::size_t{256} << 20U;
    effort work(host_effort);
    value_printer(out, symbols, work, most_bytes).print(what);
}

} // namespace bontot::feel::detail

#endif
