// SPDX-License-Identifier: BSL-1.0
// Ranks a hundred thousand units of a thousand groups (or as many as the arguments say) and prints
// how long each step took and the most memory that was held. Not a test; see run.sh.
#include <bontot/bontot.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/resource.h>

namespace {

/** Three keys, of which two have many ties; quotas of two grades, one counted after the moves. */
constexpr const char* sheet_json = R"({"format": "bontot-rubric/1", "id": "bench", "version": "1",
"label": {"vi": "bench", "en": "bench"},
"facts": [{"id": "n", "type": "number", "min": 0, "max": 100}, {"id": "late", "type": "number"}],
"criteria": [{"id": "1", "max": 100, "indicators": [{"id": "1.1", "max": 100,
"score": {"formula": "n"}}]}],
"grades": [{"id": "best", "min_total": 60, "quota": {"share": "0.2", "of": "next"}},
{"id": "good", "min_total": 30, "requires": "late < 9",
"quota": {"share": "0.5", "of": "next", "counted": "after", "within": "all"}},
{"id": "fair", "min_total": 10}, {"id": "rest"}],
"cohort": {"tie_chain": ["total", "-fact:late", "criterion:1"]}})";

class stopwatch
{
public:
    void lap(const char* what)
    {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double> taken = now - begin_;
        std::printf("%-24s %8.3f s\n", what, taken.count());
        begin_ = std::chrono::steady_clock::now();
    }

private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

/** Adds a unit whose facts depend on its number alone. */
void add_unit(bontot::cohort& units, bontot::dossier& given, bontot::result& scored, unsigned i)
{
    const unsigned mixed = i * 2654435761U;
    const std::string group = "group-" + std::to_string(mixed % 1000U);
    const auto points = bontot::number::scaled(static_cast<std::int64_t>((mixed >> 8U) % 1001U), 1);
    (void)set_fact(given, 0, bontot::feel::value::number(points));
    (void)set_fact(given, 1, bontot::feel::value::number((mixed >> 20U) % 12U));
    set_unit(given, "unit-" + std::to_string(i), "A unit with a name of some length", "", group);
    evaluate(given, scored);
    if (!units.add(scored).empty()) std::abort();
}

} // namespace

int main(int count, char** arguments)
{
    const auto unit_count =
        static_cast<unsigned>(count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 100000);
    const auto sheet = bontot::read_rubric(sheet_json).value();
    stopwatch watch;
    bontot::cohort units(sheet);
    bontot::result scored;
    for (unsigned i = 0; i < unit_count; ++i) {
        bontot::dossier given(sheet);
        add_unit(units, given, scored, i);
    }
    watch.lap("evaluate and add");
    const auto ranked = bontot::rank(units);
    if (!ranked) return EXIT_FAILURE;
    watch.lap("rank");
    bontot::string json;
    append_json(json, *ranked);
    watch.lap("write JSON");
    bontot::string text;
    append_text(text, *ranked, {});
    watch.lap("write text");
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::printf(
        "%u units, %zu movements, %.0f MiB at most\n", unit_count, ranked->movements.size(),
        static_cast<double>(used.ru_maxrss) / 1024.0
    );
    return EXIT_SUCCESS;
}
