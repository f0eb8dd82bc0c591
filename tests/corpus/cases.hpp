// SPDX-License-Identifier: BSL-1.0
// Reading the cases, and writing fields. What cannot be read throws: then there is no corpus to
// run.
#ifndef BONTOT_TESTS_CORPUS_CASES_HPP
#define BONTOT_TESTS_CORPUS_CASES_HPP

#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

using view = std::string_view;

inline std::string whole_file(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error(path + ": cannot be opened");
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/** Parts a text at each separator; an empty text has one part, which is empty. */
inline std::vector<view> parts(view text, char separator)
{
    std::vector<view> out;
    for (;;) {
        const std::size_t end = text.find(separator);
        out.push_back(text.substr(0, end));
        if (end == view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

/** Parts a text into lines; nothing stands behind the last line feed. */
inline std::vector<view> lines(view text)
{
    std::vector<view> out = parts(text, '\n');
    if (out.back().empty()) out.pop_back();
    return out;
}

/** Parts a text at the first separator; without one the second part is empty. */
inline std::pair<view, view> halves(view text, char separator)
{
    const std::size_t end = text.find(separator);
    if (end == view::npos) return {text, {}};
    return {text.substr(0, end), text.substr(end + 1)};
}

/** Appends a text in one field. */
inline void append_field(std::string& out, view text)
{
    constexpr view plain = "\\\t\n\r";
    constexpr view letters = "\\tnr";
    for (const char c : text) {
        const std::size_t which = plain.find(c);
        if (which == view::npos) {
            out += c;
        } else {
            out += '\\';
            out += letters[which];
        }
    }
}

/** Appends a line of fields. */
inline void append_line(std::string& out, const std::vector<std::string>& fields)
{
    for (const std::string& each : fields) {
        if (&each != &fields.front()) out += '\t';
        append_field(out, each);
    }
    out += '\n';
}

/** One line of the file of cases. */
class corpus_case
{
public:
    explicit corpus_case(view line) : fields_(parts(line, '\t'))
    {
        if (fields_.size() != 8) throw std::runtime_error("a case has not 8 fields");
    }

    [[nodiscard]] view id() const { return fields_[0]; }
    [[nodiscard]] view operation() const { return fields_[1]; }
    [[nodiscard]] view rubric() const { return fields_[2]; }
    [[nodiscard]] bool is_english() const { return fields_[3] == "en"; }

    /** Returns all values of an option. */
    [[nodiscard]] std::vector<view> values(view name) const
    {
        std::vector<view> out;
        for (const view each : parts(fields_[4], ';')) {
            if (halves(each, '=').first == name) out.push_back(halves(each, '=').second);
        }
        return out;
    }

    [[nodiscard]] std::optional<view> option(view name) const
    {
        const std::vector<view> all = values(name);
        return all.empty() ? std::nullopt : std::optional<view>(all.front());
    }

    [[nodiscard]] std::optional<std::string> input(std::size_t which) const
    {
        const view field = fields_[5 + which];
        return field == "-" ? std::nullopt : std::optional<std::string>(content(field));
    }

    /** Returns what an input is: a text, or what stands in a file or a line of it. */
    [[nodiscard]] static std::string content(view field)
    {
        constexpr view mark = "file:";
        if (field.substr(0, mark.size()) != mark) return std::string(field);
        const auto [path, number] = halves(field.substr(mark.size()), '#');
        std::string text = whole_file(std::string(path));
        if (number.empty()) return text;
        return std::string(lines(text).at(std::stoul(std::string(number)) - 1));
    }

private:
    std::vector<view> fields_;
};

} // namespace corpus

#endif
