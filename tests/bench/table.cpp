// SPDX-License-Identifier: BSL-1.0
// What scoring a table of facts takes, a row, on one thread and on two, as JSON.
//
//   table RUBRIC DOSSIERS ROWS    rows repeat the dossiers
#include "fact_table.hpp"

#include <algorithm>
#include <ctime>
#include <thread>

namespace {

double now(clockid_t clock)
{
    timespec moment{};
    clock_gettime(clock, &moment);
    return static_cast<double>(moment.tv_sec) * 1e6 + static_cast<double>(moment.tv_nsec) * 1e-3;
}

/** Scores all rows on so many threads. */
void score_on(const bench::fact_table& table, std::size_t count)
{
    std::vector<std::thread> threads;
    std::size_t first = 0;
    for (std::size_t part = 1; part <= count; ++part) {
        const std::size_t end = table.rows() * part / count;
        threads.emplace_back([&table, first, end] { table.score(first, end - first, nullptr); });
        first = end;
    }
    for (std::thread& each : threads)
        each.join();
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 4) {
        std::fprintf(stderr, "table RUBRIC DOSSIERS ROWS\n");
        return 2;
    }
    constexpr int rounds = 5;
    constexpr std::size_t most = 20000;
    const bench::rubric_handle rubric = bench::load_rubric(arguments[1]);
    const std::size_t rows = std::strtoul(arguments[3], nullptr, 10);
    const bench::fact_table table(rubric.get(), bench::file_lines(arguments[2], most), rows);
    double processor = 1e18;
    double one = 1e18;
    double two = 1e18;
    for (int round = 0; round < rounds; ++round) {
        const double begin = now(CLOCK_THREAD_CPUTIME_ID);
        table.score(0, rows, nullptr);
        processor = std::min(processor, now(CLOCK_THREAD_CPUTIME_ID) - begin);
        const double first = now(CLOCK_MONOTONIC);
        score_on(table, 1);
        const double second = now(CLOCK_MONOTONIC);
        score_on(table, 2);
        one = std::min(one, second - first);
        two = std::min(two, now(CLOCK_MONOTONIC) - second);
    }
    std::printf(
        "{\"rows\":%zu,\"microseconds\":%.4f,\"two_threads\":%.3f}\n", rows,
        processor / static_cast<double>(rows), one / two
    );
    return 0;
}
