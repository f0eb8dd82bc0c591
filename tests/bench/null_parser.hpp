// SPDX-License-Identifier: BSL-1.0
// What stands beside us: Boost.JSON that parses a text and does nothing with it.
#ifndef BONTOT_TESTS_BENCH_NULL_PARSER_HPP
#define BONTOT_TESTS_BENCH_NULL_PARSER_HPP

#include <boost/json/basic_parser_impl.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bench {

/** Takes every event and keeps how many bytes of texts there were, so that none is left out. */
struct null_handler
{
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;

    std::size_t seen = 0;

    bool count(std::size_t more)
    {
        seen += more;
        return true;
    }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return true; }
    bool on_object_end(std::size_t, error_code&) { return true; }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t, error_code&) { return true; }
    bool on_key_part(string_view, std::size_t, error_code&) { return true; }
    bool on_key(string_view text, std::size_t, error_code&) { return count(text.size()); }
    bool on_string_part(string_view, std::size_t, error_code&) { return true; }
    bool on_string(string_view text, std::size_t, error_code&) { return count(text.size()); }
    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, string_view, error_code&) { return count(1); }
    bool on_uint64(std::uint64_t, string_view, error_code&) { return count(1); }
    bool on_double(double, string_view, error_code&) { return count(1); }
    bool on_bool(bool, error_code&) { return count(1); }
    bool on_null(error_code&) { return true; }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }
};

using null_parser = boost::json::basic_parser<null_handler>;

/** Parses a text with a parser that is used again and again. */
inline std::size_t parse_with(null_parser& parser, std::string_view text)
{
    parser.reset();
    boost::json::error_code ec;
    parser.write_some(false, text.data(), text.size(), ec);
    return ec ? 0 : parser.handler().seen;
}

} // namespace bench

#endif
