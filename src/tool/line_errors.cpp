// SPDX-License-Identifier: BSL-1.0
#include "line_errors.hpp"

namespace bontot::tool {

namespace {

void append_json_text(std::string& out, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        } else {
            out += c;
        }
    }
    out += '"';
}

} // namespace

void line_errors::begin(std::string& out, std::uint64_t line)
{
    out_ = &out;
    line_ = line;
    count_ = 0;
}

void line_errors::begin_record(std::string_view code, std::string_view message)
{
    std::string& out = *out_;
    if (count_++ == 0) {
        out += R"({"format":"bontot-errors/1","line":)";
        out += std::to_string(line_);
        out += R"(,"errors":[)";
    } else {
        out += ',';
    }
    out += R"({"code":)";
    append_json_text(out, code);
    out += R"(,"message":)";
    append_json_text(out, message);
}

std::string line_errors::line_name() const
{
    return std::string(stream_name_) + ':' + std::to_string(line_);
}

void line_errors::append_text(
    const bontot_error* error, std::size_t entry, const error_source& about, hidden_values& hiding
)
{
    if (about.name.empty()) {
        append_entry(*out_, error, entry, {line_name(), {}}, hiding, in_);
        return;
    }
    if (about.name != stream_name_) *out_ += line_name() + ": ";
    append_entry(*out_, error, entry, about, hiding, in_);
}

void line_errors::add(const bontot_error* error, const error_source& about)
{
    hidden_values hiding(about.text);
    for (std::size_t i = 0; error != nullptr && i < bontot_error_count(error); ++i) {
        if (!as_json_) {
            ++count_;
            append_text(error, i, about, hiding);
            continue;
        }
        begin_record(bontot_error_code(error, i), bontot_error_message(error, i, in_));
        *out_ += R"(,"pointer":)";
        append_json_text(*out_, bontot_error_pointer(error, i));
        if (about.text.data() != nullptr && bontot_error_line(error, i) != 0) {
            *out_ += R"(,"column":)";
            *out_ += std::to_string(bontot_error_column(error, i));
        }
        if (!about.name.empty() && about.name != stream_name_) {
            *out_ += R"(,"source":)";
            append_json_text(*out_, about.name);
        }
        *out_ += '}';
    }
}

void line_errors::add(phrase why, std::initializer_list<std::string_view> with)
{
    if (as_json_) {
        begin_record(code_of(why), say(why, in_, with));
        *out_ += '}';
        return;
    }
    ++count_;
    append_refusal(*out_, line_name(), why, in_, with);
}

bool line_errors::end()
{
    if (as_json_ && count_ > 0) *out_ += "]}\n";
    return count_ > 0;
}

} // namespace bontot::tool
