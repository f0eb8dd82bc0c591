// SPDX-License-Identifier: BSL-1.0
// Proves paths against trying every set of lines: path_search [cases] [first].
//
// Each case is a random rubric of up to 12 lines that can rise, with a dossier. For every set of
// them the facts, marks and documents that raise it are put into the dossier, and it is evaluated
// as any other; the path has to be the first of the cheapest sets that reach the grade.
#include "path_cases.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace bontot_test;

/** Raises lines of a dossier. */
class raiser
{
public:
    raiser(const bontot::dossier& given, const std::vector<raising>& lines)
        : given_(given), lines_(lines)
    {
        for (const raising& each : lines) {
            nodes_.push_back(given.sheet->find_node(each.node));
            slots_.push_back(given.sheet->find_fact(each.fact));
        }
    }

    /** Evaluates with the lines of a set, the first of which is the highest bit of `count`. */
    const bontot::result& evaluate(std::uint32_t set)
    {
        bontot::dossier raised(given_.sheet);
        raised.from = given_.from;
        raised.to = given_.to;
        raised.slots = given_.slots;
        raised.marks = given_.marks;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if ((set >> (lines_.size() - 1 - i) & 1U) != 0) raise(raised, i);
        }
        bontot::evaluate(raised, result_);
        return result_;
    }

    [[nodiscard]] int effort(std::uint32_t set) const
    {
        int out = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if ((set >> (lines_.size() - 1 - i) & 1U) != 0) out += lines_[i].effort;
        }
        return out;
    }

    /** Returns the set of the lines of a path, or -1 when it has another step. */
    [[nodiscard]] std::int64_t set_of(const bontot::path& path) const
    {
        std::uint32_t out = 0;
        for (const bontot::path_step& step : path.steps) {
            std::size_t i = 0;
            while (i < nodes_.size() && nodes_[i] != step.index)
                ++i;
            if (i == nodes_.size() || step.what != bontot::wait::kind::node) return -1;
            out |= 1U << (lines_.size() - 1 - i);
        }
        return out;
    }

private:
    void raise(bontot::dossier& raised, std::size_t i)
    {
        const raising& line = lines_[i];
        if (line.marks) {
            for (bontot::mark_record& each : raised.marks) {
                if (each.node == nodes_[i]) each.points = number_of(line.value);
            }
        } else if (!line.fact.empty()) {
            const bool is_word = line.value == "a" || line.value == "true";
            raised.slots[slots_[i]] = line.value == "true" ? bontot::feel::value::boolean(true)
                                      : is_word
                                          ? bontot::feel::value::text(line.value)
                                          : bontot::feel::value::number(number_of(line.value));
        }
        if (!line.proves) return;
        bontot::evidence_record record;
        record.kind = "k";
        record.supports = std::span<const std::uint32_t>(&nodes_[i], 1);
        raised.evidence.insert(raised.evidence.end(), 2, record);
    }

    static bontot::number number_of(const std::string& text)
    {
        bontot::number out;
        (void)bontot::number::parse(text, out);
        return out;
    }

    const bontot::dossier& given_;
    const std::vector<raising>& lines_;
    std::vector<std::uint32_t> nodes_;
    std::vector<std::uint32_t> slots_;
    bontot::result result_;
};

/** The first of the cheapest sets that reach a grade; -1: none does. */
std::int64_t cheapest_set(raiser& lines, std::size_t count, std::uint32_t grade, int at_most)
{
    std::int64_t best = -1;
    int least = at_most;
    for (std::uint32_t set = 1U << count; set-- > 0;) {
        const int effort = lines.effort(set);
        if (effort > least || (effort == least && best >= 0)) continue;
        if (lines.evaluate(set).grade > grade) continue;
        best = set;
        least = effort;
    }
    return best;
}

struct tally
{
    long outcomes[4] = {0, 0, 0, 0};
    long steps = 0;
};

/** Compares one path with all sets; returns what is wrong. */
std::string
compare(const path_case& tc, const bontot::dossier& given, std::uint32_t grade, tally& seen)
{
    bontot::path path;
    bontot::path_to(given, grade, path);
    ++seen.outcomes[static_cast<int>(path.outcome)];
    raiser lines(given, tc.lines);
    if (path.outcome == bontot::path_outcome::reached) {
        return path.before.grade <= grade ? "" : "not reached";
    }
    constexpr int any_effort = 1000;
    const bool is_found = path.outcome == bontot::path_outcome::found;
    const int effort = is_found ? static_cast<int>(path.effort) : any_effort;
    const std::int64_t best = cheapest_set(lines, tc.lines.size(), grade, effort);
    if (!is_found && best >= 0) return "there is a way: " + std::to_string(best);
    if (!is_found) return path.outcome == bontot::path_outcome::forbidden ? "" : "conflict";
    seen.steps += static_cast<long>(path.steps.size());
    const std::int64_t chosen = lines.set_of(path);
    if (chosen != best) return std::to_string(chosen) + " in place of " + std::to_string(best);
    if (lines.evaluate(static_cast<std::uint32_t>(best)).points != path.after.points) {
        return "other points";
    }
    return path.falls.empty() ? "" : "a line fell";
}

std::shared_ptr<bontot::dossier> read(const path_case& tc, std::string& fault)
{
    const auto told = [&fault](const bontot::error_list& errors) {
        const bontot::diagnostic& first = errors.front();
        fault = std::string(message_code(first.code)) + " at " + std::string(first.pointer);
    };
    const auto sheet = bontot::read_rubric(tc.rubric);
    if (!sheet) {
        told(sheet.error());
        return nullptr;
    }
    auto out = bontot::read_dossier(*sheet, tc.dossier);
    if (out) return *out;
    told(out.error());
    return nullptr;
}

} // namespace

int main(int count, char** arguments)
{
    const long cases = count > 1 ? std::atol(arguments[1]) : 10'000;
    const long first = count > 2 ? std::atol(arguments[2]) : 0;
    tally seen;
    long wrong = 0;
    long compared = 0;
    for (long i = first; i < first + cases; ++i) {
        const int lines = 1 + static_cast<int>(i % 12);
        const path_case tc = path_case_writer(static_cast<std::uint64_t>(i)).write(lines);
        std::string fault;
        const auto given = read(tc, fault);
        if (given) {
            const auto grade = static_cast<std::uint32_t>(i % (tc.grade_count - 1));
            fault = compare(tc, *given, grade, seen);
            ++compared;
        }
        if (fault.empty()) continue;
        ++wrong;
        std::printf("case %ld: %s\n", i, fault.c_str());
        if (wrong == 1) std::printf("%s\n%s\n", tc.rubric.c_str(), tc.dossier.c_str());
    }
    std::printf(
        "%ld cases: %ld reached, %ld found with %ld steps, %ld conflicts, %ld forbidden\n",
        compared, seen.outcomes[0], seen.outcomes[1], seen.steps, seen.outcomes[2], seen.outcomes[3]
    );
    return wrong == 0 && compared == cases ? 0 : 1;
}
