#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Installs DuckDB's library and its binding for Node (npm, @duckdb/node-api) for tests and benchmark,
# and prints the folder: $BONTOT_BENCH_WORK/duckdb, by default in $TMPDIR.
set -eu
folder=${BONTOT_BENCH_WORK:-${TMPDIR:-/tmp}/bontot-bench}/duckdb
if [ ! -d "$folder/node_modules/@duckdb/node-api" ]; then
    if ! command -v npm >/dev/null 2>&1; then
        echo "skipped: npm, which installs DuckDB, is not installed" >&2
        exit 77
    fi
    mkdir -p "$folder"
    if ! (cd "$folder" && npm install --silent --no-fund --no-audit @duckdb/node-api) >&2; then
        echo "skipped: npm could not install @duckdb/node-api" >&2
        exit 77
    fi
fi
echo "$folder"
