// SPDX-License-Identifier: BSL-1.0
// What one evaluation takes beside parsing the same text into a Boost.JSON tree. See run.sh.
#include "builtin_rubrics.hpp"

#include <bontot/bontot.hpp>

#include <boost/json/parse.hpp>

#include <benchmark/benchmark.h>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string file_text(const char* path)
{
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

const std::string& dossier_text()
{
    static const std::string text = file_text(BONTOT_TEST_DATA "/dossiers/full.json");
    return text;
}

std::shared_ptr<const bontot::rubric> sheet()
{
    static const auto read =
        bontot::read_rubric(bontot::detail::builtin_rubrics().front().json).value();
    return read;
}

void boost_json_parse(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(boost::json::parse(dossier_text()));
}
BENCHMARK(boost_json_parse);

void read_rubric(benchmark::State& state)
{
    const std::string_view json = bontot::detail::builtin_rubrics().front().json;
    for (auto _ : state)
        benchmark::DoNotOptimize(bontot::read_rubric(json));
}
BENCHMARK(read_rubric);

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

void write_json(benchmark::State& state)
{
    const auto given = bontot::read_dossier(sheet(), dossier_text()).value();
    bontot::result result;
    bontot::evaluate(*given, result);
    bontot::string text;
    for (auto _ : state) {
        text.clear();
        bontot::append_json(text, result, bontot::language::vi);
        benchmark::DoNotOptimize(text.data());
    }
}
BENCHMARK(write_json);

} // namespace

BENCHMARK_MAIN();
