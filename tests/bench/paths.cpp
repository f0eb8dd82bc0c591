// SPDX-License-Identifier: BSL-1.0
// The ways from a dossier to its result, through the C ABI, beside Boost.JSON's parsers on the same
// text; and what is done with rubrics. A new way is a new row of the table `paths`.
//
//   paths RUBRIC DOSSIERS      times of what is done with the sample, as one line of JSON
//                              (microseconds of processor time a dossier, the best of several
//                              rounds), and allocations
//   paths --names              our own paths: name, what it is run over, and what is counted
//   paths --count PATH[,PATH]... RUBRIC DOSSIERS...
//                              runs each path over all dossiers twice, for callgrind: the second
//                              time is in the function `bench_measured`; prints for each how many
//                              dossiers that are
//
// DOSSIERS is a file with a dossier a line (.ndjson), or with one dossier.
#include "scorer.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <thread>

namespace bench {

namespace {

// What a path is run over: dossiers of the benchmark's workload under its rubric; or under the
// flagship rubric, the example, or all four dossiers that the tests have for it.
constexpr std::string_view sample = "sample";
constexpr std::string_view example = "example";
constexpr std::string_view flagship = "flagship";

struct path
{
    std::string_view name;
    std::string_view over;
    std::string_view counted; /**< what is counted once a dossier, of our own */
    std::size_t (scorer::*run)(std::size_t at);
    void (scorer::*prepare)() = nullptr; /**< before each time, and not counted */

    [[nodiscard]] bool is_ours() const { return !counted.empty(); }

    /** Returns how many dossiers it scores when it goes through the workload. */
    [[nodiscard]] std::size_t items(std::size_t lines) const
    {
        return run == &scorer::by_columns ? scorer::table_rows : lines;
    }
};

// A dossier is read into a handle, and evaluated into a result, that were used before.
constexpr path paths[] = {
    {"boost_events", sample, "", &scorer::parse_events},
    {"boost_tree", sample, "", &scorer::parse_tree},
    // A to D
    {"summary", sample, "text to summary line", &scorer::summary_of},
    {"explained", sample, "text to whole result as JSON, lines remembered", &scorer::explained},
    {"handles", sample, "facts set one by one, and evaluated", &scorer::by_handles},
    {"columns", sample, "a row of a table of columns, evaluated", &scorer::by_columns},
    // parts of them
    {"read", sample, "text to dossier", &scorer::read_only},
    {"evaluate", sample, "a dossier that is read, evaluated", &scorer::evaluate_only},

    {"read_rubric", example, "text of the rubric to rubric, and freed", &scorer::rubric_from_text},
    {"lint", example, "lint of the rubric, with its text, and freed", &scorer::lint},
    {"example_load", example, "text to new dossier, and freed", &scorer::read_anew},
    {"example_evaluate", example, "a dossier that is read, evaluated", &scorer::evaluate_only},
    {"example_write", example, "a result to JSON, the first of its handle, and freed",
     &scorer::write_only, &scorer::prepare_results},
    {"path", example, "path of a dossier that is read to the best grade, and freed",
     &scorer::path_to_best},
    {"flagship_load", flagship, "text to dossier, the mean of four", &scorer::read_only},
    {"flagship_summary", flagship, "text to summary line, the mean of four", &scorer::summary_of},
};

/** Returns the path of a name, or null. */
const path* find_path(std::string_view name)
{
    for (const path& each : paths) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

std::size_t run_all(scorer& with, const path& what)
{
    std::size_t out = 0;
    for (std::size_t at = 0; at < with.size(); ++at)
        out += (with.*what.run)(at);
    return out;
}

} // namespace

} // namespace bench

/** What callgrind counts; not inlined, and found by its name. */
extern "C" std::size_t bench_measured(bench::scorer* with, const bench::path* what);
extern "C" __attribute__((noinline)) std::size_t
bench_measured(bench::scorer* with, const bench::path* what)
{
    return bench::run_all(*with, *what);
}

namespace bench {

namespace {

std::atomic<std::size_t> seen{0}; // so that no work can be left out

double now(clockid_t clock)
{
    timespec moment{};
    clock_gettime(clock, &moment);
    return static_cast<double>(moment.tv_sec) * 1e6 + static_cast<double>(moment.tv_nsec) * 1e-3;
}

/** Microseconds of this thread's processor time. */
double time_of(scorer& with, const path& what)
{
    const double begin = now(CLOCK_THREAD_CPUTIME_ID);
    seen += bench_measured(&with, &what);
    return now(CLOCK_THREAD_CPUTIME_ID) - begin;
}

/** Microseconds by the clock on the wall that some threads take, each with a part of the dossiers.
 */
double wall_of(std::vector<scorer>& parts, const path& what)
{
    std::vector<std::thread> threads;
    const double begin = now(CLOCK_MONOTONIC);
    for (scorer& part : parts)
        threads.emplace_back([&part, &what] { seen += run_all(part, what); });
    for (std::thread& each : threads)
        each.join();
    return now(CLOCK_MONOTONIC) - begin;
}

void print_times(const rubric_source& rubric, const std::vector<std::string>& lines, int rounds)
{
    scorer with(rubric, lines, nullptr);
    std::vector<double> best(std::size(paths), 1e18);
    for (int round = -1; round < rounds; ++round) { // the first warms up
        for (std::size_t i = 0; i < std::size(paths); ++i) {
            if (paths[i].over != sample) continue;
            const double taken = time_of(with, paths[i]);
            if (round >= 0) best[i] = std::min(best[i], taken);
        }
    }
    for (std::size_t i = 0; i < std::size(paths); ++i) {
        if (paths[i].over != sample) continue;
        const double each = best[i] / static_cast<double>(paths[i].items(lines.size()));
        std::printf("\"%s\":%.3f,", std::string(paths[i].name).c_str(), each);
    }
}

/** How many calls for memory a dossier takes once every one has been scored. */
void print_allocations(const rubric_source& rubric, const std::vector<std::string>& lines)
{
    std::printf("\"allocations\":{");
    const char* comma = "";
    for (const path& what : paths) {
        if (what.over != sample || !what.is_ours()) continue;
        counted_memory memory;
        scorer with(rubric, lines, &memory);
        run_all(with, what);
        const std::size_t before = memory.calls;
        run_all(with, what);
        const double each = static_cast<double>(memory.calls - before) /
                            static_cast<double>(what.items(lines.size()));
        std::printf("%s\"%s\":%.2f", comma, std::string(what.name).c_str(), each);
        comma = ",";
    }
    std::printf("},");
}

/** How many times as fast two threads are as one. */
void print_two_threads(
    const rubric_source& rubric, const std::vector<std::string>& lines, int rounds
)
{
    const path& what = *find_path("summary");
    const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 2);
    const std::vector<std::string> halves[] = {{lines.begin(), middle}, {middle, lines.end()}};
    std::vector<scorer> one;
    one.emplace_back(rubric, lines, nullptr);
    std::vector<scorer> two;
    for (const auto& half : halves)
        two.emplace_back(rubric, half, nullptr);
    double best_one = 1e18;
    double best_two = 1e18;
    for (int round = 0; round < rounds; ++round) {
        best_one = std::min(best_one, wall_of(one, what));
        best_two = std::min(best_two, wall_of(two, what));
    }
    std::printf("\"two_threads\":%.3f,", best_one / best_two);
}

int print_names()
{
    for (const path& each : paths) {
        if (!each.is_ours()) continue;
        const std::string name(each.name);
        const std::string over(each.over);
        std::printf("%s\t%s\t%s\n", name.c_str(), over.c_str(), std::string(each.counted).c_str());
    }
    return 0;
}

int print_all(const char* rubric_path, const char* dossiers)
{
    constexpr int rounds = 7;
    constexpr std::size_t most = 4000;
    const rubric_source rubric = load_source(rubric_path);
    const std::vector<std::string> lines = file_lines(dossiers, most);
    std::printf("{");
    print_times(rubric, lines, rounds);
    print_allocations(rubric, lines);
    print_two_threads(rubric, lines, rounds);
    std::printf("\"dossiers\":%zu}\n", lines.size());
    return 0;
}

/** Runs a path a second time where callgrind counts. */
void count_path(
    const rubric_source& rubric, const std::vector<std::string>& dossiers, const path& what
)
{
    scorer with(rubric, dossiers, nullptr);
    if (what.prepare != nullptr) (with.*what.prepare)();
    seen += run_all(with, what);
    if (what.prepare != nullptr) (with.*what.prepare)();
    seen += bench_measured(&with, &what);
    std::printf("%zu\n", what.items(dossiers.size()));
}

/** Counts the paths whose names stand with commas between them. */
int count_paths(
    std::string_view names, const char* rubric_path, const std::vector<std::string>& files
)
{
    const rubric_source rubric = load_source(rubric_path);
    std::vector<std::string> dossiers;
    for (const std::string& file : files) {
        if (file.ends_with(".ndjson")) {
            for (std::string& line : file_lines(file, SIZE_MAX))
                dossiers.push_back(std::move(line));
        } else {
            dossiers.push_back(file_text(file));
        }
    }
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(','), names.size());
        const path* const what = find_path(names.substr(0, end));
        expect(what != nullptr, "there is a path of this name");
        count_path(rubric, dossiers, *what);
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return 0;
}

int run(const std::vector<const char*>& arguments)
{
    const std::size_t count = arguments.size();
    const std::string_view first = count > 0 ? arguments[0] : "";
    if (count == 1 && first == "--names") return print_names();
    if (count >= 4 && first == "--count") {
        return count_paths(arguments[1], arguments[2], {arguments.begin() + 3, arguments.end()});
    }
    if (count == 2) return print_all(arguments[0], arguments[1]);
    std::fprintf(stderr, "paths [--count PATH[,PATH]...] RUBRIC DOSSIERS...\n");
    return 2;
}

} // namespace

} // namespace bench

int main(int count, char** arguments)
{
    return bench::run({arguments + 1, arguments + count});
}
