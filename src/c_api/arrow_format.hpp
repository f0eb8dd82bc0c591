// SPDX-License-Identifier: BSL-1.0
// What the texts of an Arrow type say: its format, and the metadata of a field.
#ifndef BONTOT_C_API_ARROW_FORMAT_HPP
#define BONTOT_C_API_ARROW_FORMAT_HPP

#include <bontot/columns.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <system_error>

namespace bontot::c_api {

/** Reads an integer in decimal digits, all of the text. */
template <class Integer>
std::optional<Integer> integer_in(std::string_view text)
{
    Integer out = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, out);
    if (problem != std::errc() || stopped != end) return {};
    return out;
}

/** Goes through the metadata of a field. Nothing says how long that is as a whole, so a size is
    believed only if it is not negative, and while the sum of all stays below a bound. */
class metadata_reader
{
public:
    explicit metadata_reader(const char* from) : at_(from) {}

    /** Finds the value of a key, empty when there is none; nothing: it is no metadata. */
    std::optional<std::string_view> find(std::string_view key)
    {
        if (at_ == nullptr) return std::string_view();
        std::int32_t count = integer();
        if (count < 0) return {};
        for (; count > 0; --count) {
            const std::optional<std::string_view> found = next();
            const std::optional<std::string_view> value = found ? next() : std::nullopt;
            if (!value) return {};
            if (*found == key) return value;
        }
        return std::string_view();
    }

private:
    std::int32_t integer()
    {
        std::int32_t out = 0;
        std::memcpy(&out, at_, sizeof out);
        at_ += sizeof out;
        return out;
    }

    std::optional<std::string_view> next()
    {
        const std::int32_t size = integer();
        if (size < 0 || size > room_) return {};
        room_ -= size;
        const std::string_view out(at_, static_cast<std::size_t>(size));
        at_ += size;
        return out;
    }

    const char* at_;
    std::int32_t room_ = std::int32_t{1} << 24; /**< bytes that keys and values may still have */
};

/** Reads "d:PRECISION,SCALE" with, at most, ",128" behind it. */
inline bool read_decimal_format(std::string_view format, fact_column& out)
{
    constexpr std::int32_t most_digits = 38;
    constexpr std::string_view prefix = "d:";
    constexpr std::string_view width = ",128";
    if (!format.starts_with(prefix)) return false;
    format.remove_prefix(prefix.size());
    const std::size_t comma = format.find(',');
    if (comma == std::string_view::npos) return false;
    const auto precision = integer_in<std::int32_t>(format.substr(0, comma));
    format.remove_prefix(comma + 1);
    if (format.ends_with(width)) format.remove_suffix(width.size());
    const auto scale = integer_in<std::int32_t>(format);
    if (!precision || *precision < 1 || *precision > most_digits || !scale) return false;
    out.type = column_type::decimal128;
    out.scale = *scale;
    return true;
}

/** Finds what the format of a column says; false: it is not read here. */
inline bool read_format(std::string_view format, fact_column& out)
{
    struct known_format
    {
        std::string_view name;
        column_type type;
    };
    constexpr known_format known[] = {{"n", column_type::nothing}, {"b", column_type::boolean_bits},
                                      {"c", column_type::int8},    {"C", column_type::uint8},
                                      {"s", column_type::int16},   {"S", column_type::uint16},
                                      {"i", column_type::int32},   {"I", column_type::uint32},
                                      {"l", column_type::int64},   {"L", column_type::uint64},
                                      {"f", column_type::float32}, {"g", column_type::float64},
                                      {"u", column_type::text32},  {"U", column_type::text64},
                                      {"tdD", column_type::date32}};
    for (const known_format& each : known) {
        if (each.name != format) continue;
        out.type = each.type;
        return true;
    }
    return read_decimal_format(format, out);
}

} // namespace bontot::c_api

#endif
