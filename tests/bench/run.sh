#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds what is measured and prints a table: each way of scoring beside what else there is, as
# ratios within one run. Not a test.
#
#   tests/bench/run.sh                  the table
#   tests/bench/run.sh --parts          the parts of an evaluation (needs libbenchmark-dev)
#   tests/bench/run.sh --rank           what it takes to rank 100,000 units
#   tests/bench/run.sh --deep           the table, with 10 GB through the command
#   tests/bench/run.sh --duckdb         installs @duckdb/node-api (npm) for the table, if it is missing
#   tests/bench/run.sh --lua            installs liblua5.4-dev (apt-get, as root) for the table, if it is missing
#
# The workload is made of ../shared/bench. It, DuckDB and nothing else are kept in $BONTOT_BENCH_WORK,
# by default a folder in $TMPDIR.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${BONTOT_BENCH_WORK:-${TMPDIR:-/tmp}/bontot-bench}
shared=${BONTOT_SHARED_DIR:-$root/../shared}
python=python3
[ ! -x /usr/bin/python3 ] || python=/usr/bin/python3

parts=no
rank=no
deep=
for argument in "$@"; do
    case $argument in
    --parts) parts=yes ;;
    --rank) rank=yes ;;
    --lua)
        [ -d /usr/include/lua5.4 ] || { apt-get update -q && apt-get install -q -y liblua5.4-dev; } >/dev/null
        ;;
    --deep) deep=--deep ;;
    --duckdb)
        BONTOT_BENCH_WORK=$work "$root/tests/duckdb/install.sh" >/dev/null
        ;;
    *)
        sed -n '3,15s/^# \{0,1\}//p' "$0"
        exit 2
        ;;
    esac
done

build=$root/build/bench
cmake -S "$root" -B "$build" -G Ninja -D CMAKE_BUILD_TYPE=Release -D BONTOT_BUILD_BENCH=ON \
    --log-level=WARNING >/dev/null
if [ "$rank" = yes ]; then
    cmake --build "$build" --target bontot_rank_bench >/dev/null
    exec "$build/tests/bontot_rank_bench"
fi
mkdir -p "$work"
"$python" "$root/tests/bench/check_exact.py" make "$shared" "$work/data"
if [ "$parts" = yes ]; then
    cmake --build "$build" --target bontot_bench >/dev/null
    BONTOT_BENCH_RUBRIC=$root/tests/bench/rubric.json BONTOT_BENCH_DOSSIERS=$work/data/d.ndjson \
        "$build/tests/bontot_bench" --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
    exit
fi
cmake --build "$build" --target bontot_tool bontot_paths bontot_table bontot_start >/dev/null
exec "$python" "$root/tests/bench/table.py" "$build" "$work/data" --shared "$shared" \
    --duckdb "$work/duckdb" $deep
