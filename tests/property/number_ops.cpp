// SPDX-License-Identifier: BSL-1.0
// Recomputes what number_ops.py wrote and reports every line that comes out differently.
// Usage: number_ops FILE LEAST_COUNT

#include <bontot/number.hpp>

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using bontot::number;
using bontot::rounding_mode;
using fields = std::vector<std::string>;

number read(const std::string& text)
{
    number out;
    if (number::parse(text, out) != bontot::number_status::ok) {
        throw std::runtime_error("operand not read");
    }
    return out;
}

/// Returns the text of a result, once it is known to be read back as the same value.
std::string show(const std::optional<number>& value)
{
    if (!value) return "null";
    const bontot::number_text text = to_text(*value);
    std::string plain;
    append_plain(plain, *value);
    for (const std::string& each : {std::string(text.view()), plain}) {
        if (read(each) != *value) return "not read back: " + each;
    }
    return std::string(text.view());
}

std::string show_parsed(const std::string& text)
{
    number out(-77);
    const bontot::number_status status = number::parse(text, out);
    if (status == bontot::number_status::ok) return show(out);
    if (out != -77) return "changed by a failure";
    return status == bontot::number_status::syntax ? "syntax" : "null";
}

std::string show_order(const number& left, const number& right)
{
    const std::weak_ordering order = left <=> right;
    if ((right <=> left) != (0 <=> order)) return "not antisymmetric";
    if ((left == right) != (order == 0)) return "<=> against ==";
    return order < 0 ? "-1" : order > 0 ? "1" : "0";
}

std::string show_scaled(const number& value)
{
    std::int64_t coefficient = 0;
    std::int32_t scale = 0;
    if (!value.to_scaled(coefficient, scale)) return "null";
    if (number::scaled(coefficient, scale) != value) return "not the same scaled";
    if (value.is_integer() != (scale == 0)) return "is_integer differs";
    const std::optional<std::int64_t> whole = value.to_int64();
    if (whole.has_value() != (scale == 0)) return "to_int64 differs";
    if (whole && *whole != coefficient) return "to_int64 differs";
    return std::to_string(coefficient) + " " + std::to_string(scale);
}

rounding_mode mode_of(const std::string& name)
{
    static const std::map<std::string, rounding_mode> modes{
        {"half_even", rounding_mode::half_even}, {"half_up", rounding_mode::half_up},
        {"half_down", rounding_mode::half_down}, {"up", rounding_mode::up},
        {"down", rounding_mode::down},           {"floor", rounding_mode::floor},
        {"ceiling", rounding_mode::ceiling}};
    return modes.at(name);
}

std::string compute(const fields& line)
{
    const std::string& name = line.at(0);
    if (name == "parse") return show_parsed(line.at(1));
    const number first = read(line.at(1));
    if (name == "settle") return show(settle(first));
    if (name == "scaled") return show_scaled(first);
    if (name == "double") return std::to_string(std::bit_cast<std::uint64_t>(first.to_double()));
    if (name == "power") return show(power(first, std::stoll(line.at(2))));
    if (name == "round") return show(round(first, std::stoll(line.at(2)), mode_of(line.at(3))));
    const number second = read(line.at(2));
    if (name == "compare") return show_order(first, second);
    if (name == "add") return show(add(first, second));
    if (name == "subtract") return show(subtract(first, second));
    if (name == "multiply") return show(multiply(first, second));
    if (name == "divide") return show(divide(first, second));
    if (name == "modulo") return show(modulo(first, second));
    if (name == "multiple") return show(round_to_multiple(first, second, mode_of(line.at(3))));
    throw std::runtime_error("unknown operation");
}

fields split(const std::string& line)
{
    fields out;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, '\t');) {
        out.push_back(field);
    }
    return out;
}

/// Returns what is wrong with a line, or nothing.
std::string check(const std::string& line)
{
    try {
        const fields parts = split(line);
        const std::string result = compute(parts);
        return result == parts.back() ? std::string() : result;
    } catch (const std::exception& error) {
        return error.what();
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: number_ops FILE LEAST_COUNT\n";
        return 2;
    }
    std::ifstream file(argv[1]);
    const long least = std::atol(argv[2]);
    long count = 0;
    long mismatches = 0;
    for (std::string line; std::getline(file, line);) {
        ++count;
        const std::string wrong = check(line);
        if (wrong.empty()) continue;
        ++mismatches;
        std::cerr << argv[1] << ':' << count << ": " << line << "\n  came out as " << wrong << '\n';
    }
    std::cout << count << " operations, " << mismatches << " mismatches\n";
    return mismatches == 0 && count >= least ? 0 : 1;
}
