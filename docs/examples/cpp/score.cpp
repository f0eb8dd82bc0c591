// SPDX-License-Identifier: BSL-1.0
// Scores dossiers by a rubric, and says where points were lost and what is missing:
// score RUBRIC DOSSIERS...
#include <bontot/bontot.hpp>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>

using sheet_pointer = std::shared_ptr<const bontot::rubric>;
constexpr auto vi = bontot::language::vi;

static std::string read_file(const std::string& name)
{
    std::ifstream file(name, std::ios::binary);
    if (!file) throw std::runtime_error(name + ": cannot be opened");
    return {std::istreambuf_iterator<char>(file), {}};
}

// A text that is itself a line of a file has the number of that line.
static void
print_errors(const std::string& file, const bontot::error_list& errors, std::size_t line = 0)
{
    for (const bontot::diagnostic& each : errors) {
        std::string sentence;
        append_diagnostic(sentence, each, vi);
        std::cout << file << ':' << (line != 0 ? line : each.line) << ':' << each.column << ": "
                  << sentence << '\n';
    }
}

static std::string if_more(const bontot::number& points, const bontot::number& possible)
{
    if (points == possible) return "\n";
    return " (possible: " + std::string(to_text(possible).view()) + ")\n";
}

static void print_result(const bontot::result& result)
{
    const bontot::rubric& sheet = *result.sheet;
    std::cout << (result.unit_name.empty() ? result.unit_id : result.unit_name) << ": "
              << sheet.grades[result.grade].label.in(vi) << ", " << to_text(result.points).view()
              << " points" << if_more(result.points, result.possible);
    for (std::uint32_t i = 0; i < sheet.nodes.size(); ++i) {
        const bontot::rubric_node& line = sheet.nodes[i];
        const bontot::node_result& scored = result.nodes[i];
        // What has lines below it is none. Lost is what cannot be had any more.
        if (line.end != i + 1 || scored.possible == scored.max) continue;
        std::string reason;
        append_reason(reason, result, i, vi);
        std::cout << "  " << line.id << ' ' << line.label.in(vi) << ": "
                  << to_text(scored.points).view() << " of " << to_text(scored.max).view()
                  << if_more(scored.points, scored.possible) << "      " << reason << '\n';
    }
    for (const bontot::missing_item& each : result.missing) {
        std::string label;
        append_missing(label, result, each, vi);
        std::cout << "  missing: " << label << ", worth " << to_text(settle(each.worth)).view()
                  << '\n';
    }
}

// Returns whether nothing is wrong with a dossier.
static bool score(
    const sheet_pointer& sheet, const std::string& file, const std::string& text,
    std::size_t line = 0
)
{
    const auto dossier = bontot::read_dossier(sheet, text);
    if (!dossier) {
        print_errors(file, dossier.error(), line);
        return false;
    }
    bontot::result result;
    evaluate(**dossier, result);
    print_result(result);
    return true;
}

static bool score_lines(const sheet_pointer& sheet, const std::string& file)
{
    std::istringstream text(read_file(file));
    bool is_right = true;
    std::string line;
    for (std::size_t number = 1; std::getline(text, line); ++number) {
        const bool is_blank = line.find_first_not_of(" \t\r") == std::string::npos;
        if (!is_blank && !score(sheet, file, line, number)) is_right = false;
    }
    return is_right;
}

int main(int argc, char** argv)
try {
    if (argc < 3) throw std::runtime_error("usage: score RUBRIC DOSSIERS...");
    const auto sheet = bontot::read_rubric(read_file(argv[1]));
    if (!sheet) {
        print_errors(argv[1], sheet.error());
        return 1;
    }
    bool is_right = true;
    for (const std::string file : std::span(argv + 2, argv + argc)) {
        const bool lines = file.ends_with(".ndjson");
        if (!(lines ? score_lines(*sheet, file) : score(*sheet, file, read_file(file))))
            is_right = false;
    }
    return is_right ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
}
