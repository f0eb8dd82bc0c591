// SPDX-License-Identifier: BSL-1.0
// The parts of an evaluation, each on its own, beside Boost.JSON on the same text. See run.sh.
//
// The dossier is the first one of tests/bench's workload when BONTOT_BENCH_DOSSIERS names that file
// and BONTOT_BENCH_RUBRIC its rubric; else a small one of the built-in rubric.
#include "builtin_rubrics.hpp"
#include "null_parser.hpp"
#include "workload.hpp"

#include <bontot/bontot.hpp>

#include <benchmark/benchmark.h>
#include <cstdlib>

namespace {

const std::string& rubric_text()
{
    static const std::string text = [] {
        const char* const given = std::getenv("BONTOT_BENCH_RUBRIC");
        if (given != nullptr) return bench::file_text(given);
        return std::string(bontot::detail::builtin_rubrics().front().json);
    }();
    return text;
}

const std::string& dossier_text()
{
    static const std::string text = [] {
        const char* const given = std::getenv("BONTOT_BENCH_DOSSIERS");
        if (given != nullptr) return bench::file_lines(given, 1).front();
        return bench::file_text(BONTOT_TEST_DATA "/dossiers/full.json");
    }();
    return text;
}

std::shared_ptr<const bontot::rubric> sheet()
{
    static const auto read = bontot::read_rubric(rubric_text()).value();
    return read;
}

void boost_json_events(benchmark::State& state)
{
    bench::null_parser parser{boost::json::parse_options{}};
    for (auto _ : state)
        benchmark::DoNotOptimize(bench::parse_with(parser, dossier_text()));
}
BENCHMARK(boost_json_events);

void boost_json_tree(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(boost::json::parse(dossier_text()));
}
BENCHMARK(boost_json_tree);

void read_rubric(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(bontot::read_rubric(rubric_text()));
}
BENCHMARK(read_rubric);

void read_rubric_id(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(bontot::read_rubric_id(dossier_text()));
}
BENCHMARK(read_rubric_id);

void read_dossier(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(bontot::read_dossier(sheet(), dossier_text()));
}
BENCHMARK(read_dossier);

void evaluate(benchmark::State& state)
{
    const auto given = bontot::read_dossier(sheet(), dossier_text()).value();
    bontot::result result;
    for (auto _ : state) {
        bontot::evaluate(*given, result);
        benchmark::DoNotOptimize(result.points);
    }
}
BENCHMARK(evaluate);

/** Writes a result again and again. */
template <class Append>
void write(benchmark::State& state, const Append& append)
{
    const auto given = bontot::read_dossier(sheet(), dossier_text()).value();
    bontot::result result;
    bontot::evaluate(*given, result);
    bontot::string text;
    for (auto _ : state) {
        text.clear();
        append(text, result);
        benchmark::DoNotOptimize(text.data());
    }
}

void write_json(benchmark::State& state)
{
    write(state, [](bontot::string& out, const bontot::result& about) {
        bontot::append_json(out, about, bontot::language::vi);
    });
}
BENCHMARK(write_json);

void write_summary(benchmark::State& state)
{
    write(state, [](bontot::string& out, const bontot::result& about) {
        bontot::append_summary(out, about);
    });
}
BENCHMARK(write_summary);

void write_text(benchmark::State& state)
{
    write(state, [](bontot::string& out, const bontot::result& about) {
        bontot::append_text(out, about, bontot::text_options{bontot::language::vi, false});
    });
}
BENCHMARK(write_text);

} // namespace

BENCHMARK_MAIN();
