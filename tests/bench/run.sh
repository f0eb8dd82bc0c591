#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds the benchmark (needs libbenchmark-dev) and prints each part's time beside
# boost::json::parse of the same text, as a ratio within one run; then what it takes to rank
# 100,000 units. Not a test.
set -eu
cd "$(dirname "$0")/../.."
cmake --preset release -DBONTOT_BUILD_BENCH=ON >/dev/null
cmake --build build/release --target bontot_bench bontot_rank_bench >/dev/null
build/release/tests/bontot_bench --benchmark_format=json --benchmark_repetitions=5 \
    --benchmark_report_aggregates_only=true 2>/dev/null | python3 -c '
import json, sys
times = {b["run_name"]: b["cpu_time"] for b in json.load(sys.stdin)["benchmarks"]
         if b["aggregate_name"] == "median"}
base = times["boost_json_parse"]
for name, time in times.items():
    print(f"{name:20} {time / 1000:9.2f} us   {time / base:6.2f} x boost::json::parse")
'
build/release/tests/bontot_rank_bench
