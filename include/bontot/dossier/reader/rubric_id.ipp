// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DOSSIER_READER_RUBRIC_ID_IPP
#define BONTOT_DOSSIER_READER_RUBRIC_ID_IPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>
#include <bontot/rubric_id.hpp>

#include <bontot/dossier/reader/rubric_id.hpp>
#include <bontot/dossier/reader/stream_id.hpp>
#include <bontot/json/builder.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/parse.hpp>
#include <bontot/json/reading.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** Receives Boost.JSON's events up to the text at /rubric/id, and stops there. */
class rubric_id_finder
{
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;

    explicit rubric_id_finder(memory& source) : text_(allocator<char>(source)) {}

    [[nodiscard]] bool has_found() const { return has_found_; }
    /** Returns what was found. */
    [[nodiscard]] string& found() { return text_; }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&)
    {
        if (depth_ == 1 && key_ == key::rubric) is_within_ = true;
        ++depth_;
        return begin_value();
    }
    bool on_array_begin(error_code&)
    {
        ++depth_;
        return begin_value();
    }
    bool on_object_end(std::size_t, error_code&)
    {
        --depth_;
        if (depth_ == 1) is_within_ = false;
        return true;
    }
    bool on_array_end(std::size_t, error_code&)
    {
        --depth_;
        return true;
    }
    bool on_key_part(string_view part, std::size_t, error_code&) { return gather(part); }
    bool on_key(string_view part, std::size_t, error_code&)
    {
        key_ = key::other;
        if (!is_looked_at()) return true;
        gather(part);
        if (depth_ == 1 && text_ == "rubric") key_ = key::rubric;
        if (depth_ == 2 && text_ == "id") key_ = key::id;
        text_.clear();
        return true;
    }
    bool on_string_part(string_view part, std::size_t, error_code&)
    {
        return !is_id() || gather(part);
    }
    bool on_string(string_view part, std::size_t, error_code& ec)
    {
        if (!is_id()) return true;
        gather(part);
        has_found_ = true;
        ec = boost::json::error::input_error; // stops the parser
        return false;
    }
    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, string_view, error_code&) { return true; }
    bool on_uint64(std::uint64_t, string_view, error_code&) { return true; }
    bool on_double(double, string_view, error_code&) { return true; }
    bool on_bool(bool, error_code&) { return true; }
    bool on_null(error_code&) { return true; }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

private:
    enum class key : std::uint8_t
    {
        other,
        rubric,
        id
    };

    /** Returns whether a name that stands here can be one of the two. */
    [[nodiscard]] bool is_looked_at() const { return depth_ == 1 || (depth_ == 2 && is_within_); }
    [[nodiscard]] bool is_id() const { return depth_ == 2 && is_within_ && key_ == key::id; }
    bool begin_value()
    {
        key_ = key::other;
        return true;
    }
    bool gather(string_view part)
    {
        if (is_looked_at()) text_.append(part.data(), part.size());
        return true;
    }

    string text_;
    std::size_t depth_ = 0;
    key key_ = key::other;
    bool is_within_ = false;
    bool has_found_ = false;
};

/** Reads the whole text, to say why no id was found in it. */
inline result_of<string>
explain_no_rubric_id(std::string_view json, const json_limits& limits, memory& source)
{
    json_document document(source);
    diagnosis faults(source);
    string out{allocator<char>(source)};
    if (parse_json(document, json, limits, faults)) {
        json_reading reading(document, faults);
        const bool is_object = reading.expect(0, json_kind::object, message::want_object);
        const std::uint32_t at = is_object ? reading.find(0, "rubric") : absent;
        if (at != absent && reading.expect_object(at, {"id", "version"})) {
            const auto id = reading.text(reading.require(at, "id"));
            if (id) out = *id;
        }
    }
    if (!faults.empty()) return faults.take(json);
    return out;
}

result_of<string>
find_any_rubric_id(std::string_view json, const reading_limits& limits, memory& source)
{
    const json_limits within{limits.bytes, limits.depth};
    const std::size_t start = json_builder::has_byte_order_mark(json) ? 3 : 0;
    boost::json::parse_options options;
    options.max_depth = limits.depth;
    boost::json::basic_parser<rubric_id_finder> parser(options, source);
    boost::json::error_code ec;
    if (json.size() <= limits.bytes) {
        parser.write_some(false, json.data() + start, json.size() - start, ec);
    }
    if (parser.handler().has_found()) return std::move(parser.handler().found());
    return explain_no_rubric_id(json, within, source);
}

} // namespace bontot::detail

namespace bontot {

result_of<string>
read_rubric_id(std::string_view json, const reading_limits& limits, memory& source)
{
    if (std::optional<string> found = detail::find_plain_rubric_id(json, limits, source))
        return std::move(*found);
    return detail::find_any_rubric_id(json, limits, source);
}

} // namespace bontot

#endif
