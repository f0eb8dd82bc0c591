// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_BUILDER_HPP
#define BONTOT_JSON_BUILDER_HPP

#include <bontot/memory.hpp>
#include <bontot/number.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Receives Boost.JSON's events and builds a @ref json_document with the place of every value.

    The events carry no places, but what they say of a text or number is most
    often a part of the source itself. Where it is not (a text with escapes), a
    cursor walks the source beside the parser: at each event the next token is
    the one that the event is about.
*/
class json_builder
{
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;

    json_builder(json_document& out, std::string_view source, std::size_t most_values);

    static bool has_byte_order_mark(std::string_view source)
    {
        return source.substr(0, 3) == "\xEF\xBB\xBF";
    }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code& ec) { return open(json_kind::object, ec); }
    bool on_array_begin(error_code& ec) { return open(json_kind::array, ec); }
    bool on_array_end(std::size_t count, error_code&) { return close(count); }
    bool on_object_end(std::size_t count, error_code&);

    bool on_key_part(string_view part, std::size_t, error_code&) { return gather(part); }
    bool on_key(string_view part, std::size_t, error_code&);

    bool on_string_part(string_view part, std::size_t, error_code&) { return gather(part); }
    bool on_string(string_view part, std::size_t, error_code& ec);

    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, string_view part, error_code& ec) { return number(part, ec); }
    bool on_uint64(std::uint64_t, string_view part, error_code& ec) { return number(part, ec); }
    bool on_double(double, string_view part, error_code& ec) { return number(part, ec); }
    bool on_bool(bool value, error_code& ec);
    bool on_null(error_code& ec);
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

    /** Ends the containers that a syntax error left open. */
    void cut_off();

    /** Returns the members whose name stands twice in one object. */
    [[nodiscard]] std::span<const std::uint32_t> repeated() const { return repeated_; }
    [[nodiscard]] bool too_many() const { return too_many_; }
    /** Returns where the value stands that was one too many. */
    [[nodiscard]] std::size_t place_of_too_many() { return next_token(); }

private:
    /** Tells whether a text or number that an event gives is whole, and lies in the source. */
    [[nodiscard]] bool is_in_source(string_view part) const;

    [[nodiscard]] std::uint32_t offset_of(string_view part) const
    {
        return static_cast<std::uint32_t>(part.data() - source_.data());
    }

    bool gather(string_view part);

    std::uint32_t next_token();

    void skip_text();

    bool add(json_kind kind, error_code& ec);

    bool open(json_kind kind, error_code& ec);

    bool close(std::size_t);

    bool number(string_view part, error_code& ec);

    bool number_at_cursor(error_code& ec);

    /** A number at the very end may go on: nothing can be said of its value. */
    void drop_last_number();

    void find_repeated(std::uint32_t object);

    /** Tells whether the names of an object stand in their order, so that none is repeated. */
    [[nodiscard]] bool is_ascending(std::uint32_t object) const;

    /** Compares each name with each: with so few that is less work than to sort them. */
    void pair_repeated();

    static constexpr std::size_t most_paired = 16;

    json_document& out_;
    std::string_view source_;
    string pending_;
    vector<std::uint32_t> order_;
    vector<std::uint32_t> repeated_;
    std::size_t most_values_;
    std::size_t cursor_ = 0;
    std::string_view key_;
    std::uint32_t key_offset_ = 0;
    std::uint32_t open_ = 0;
    std::size_t depth_ = 0;
    bool too_many_ = false;
};

/** Says what a text that is not JSON is instead. */
void diagnose_syntax(
    diagnosis& faults, std::string_view source, std::size_t offset, boost::json::error_code ec,
    std::size_t most_depth
);

} // namespace bontot::detail

#endif
