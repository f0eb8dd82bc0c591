// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_LINE_ERRORS_HPP
#define BONTOT_TOOL_LINE_ERRORS_HPP

#include "errors.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace bontot::tool {

/** Where the errors of one line are gathered, in the form in which they will be written:
    as text for people, or as one line of JSON (format bontot-errors/1). */
class line_errors
{
public:
    line_errors(bool as_json, std::string_view stream_name, bontot_language in)
        : as_json_(as_json), stream_name_(stream_name), in_(in)
    {}

    /** Begins with a line; its errors will be appended to a text. */
    void begin(std::string& out, std::uint64_t line);

    /** Adds what a call says about the line's text, another source, or no text: one without a
        name. */
    void add(const bontot_error* error, const error_source& about);

    /** Adds what the command itself says about the line. */
    void add(phrase why, std::initializer_list<std::string_view> with);

    /** Ends the line; returns whether it had errors. */
    bool end();

private:
    void begin_record(std::string_view code, std::string_view message);
    void append_text(
        const bontot_error* error, std::size_t entry, const error_source& about,
        hidden_values& hiding
    );
    [[nodiscard]] std::string line_name() const;

    bool as_json_;
    std::string_view stream_name_;
    bontot_language in_;
    std::string* out_ = nullptr;
    std::uint64_t line_ = 0;
    std::size_t count_ = 0;
};

} // namespace bontot::tool

#endif
