#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Scores every dossier in tests/data/dossiers with several builds of the command
# and under several locales, and compares the results byte for byte.
#
#   tests/determinism/run.sh              builds with gcc and clang, Debug and Release
#   tests/determinism/run.sh COMMAND...   compares commands that have been built already
#
# Exits with 77 (skipped) when there are fewer than two builds to compare.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"

# Locales with a decimal comma; one that is not installed is named, not passed over in silence.
locales=(C)
for name in de_DE.utf8 vi_VN.utf8 fr_FR.utf8; do
    if locale -a 2>/dev/null | grep -qx "$name"; then locales+=("$name"); fi
done
[ "${#locales[@]}" -gt 1 ] || echo "no locale with a decimal comma is installed: only C is tried"

commands=("$@")
if [ "${#commands[@]}" -eq 0 ]; then
    for compiler in gcc/g++ clang/clang++; do
        command -v "${compiler#*/}" >/dev/null || {
            echo "${compiler#*/} is not installed: left out"
            continue
        }
        for type in Debug Release; do
            build=build/determinism/${compiler%/*}-$type
            echo "==> Building in $build"
            CC=${compiler%/*} CXX=${compiler#*/} cmake -S . -B "$build" -G Ninja --log-level=WARNING \
                -D CMAKE_BUILD_TYPE="$type" -D BONTOT_BUILD_TESTS=OFF
            cmake --build "$build" --parallel "$(nproc)"
            commands+=("$build/bontot")
        done
    done
fi
if [ "${#commands[@]}" -lt 2 ]; then
    echo "skipped: one build alone has nothing to be compared with"
    exit 77
fi

"${commands[0]}" evaluate --help 2>&1 | grep -q -e --format || {
    echo "skipped: the command has no evaluate --format yet"
    exit 77
}

# What one command says about one dossier; a dossier with errors has its errors compared.
evaluate() {
    LC_ALL=$1 "$2" evaluate "$3" --format json 2>&1 || echo "exit code $?"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
compared=0
scored=0
for dossier in tests/data/dossiers/*.json; do
    evaluate C "${commands[0]}" "$dossier" >"$work/expected"
    if [ "$(head -c 1 "$work/expected")" = "{" ]; then scored=$((scored + 1)); fi
    for command in "${commands[@]}"; do
        for locale in "${locales[@]}"; do
            evaluate "$locale" "$command" "$dossier" >"$work/found"
            if ! cmp -s "$work/expected" "$work/found"; then
                echo "$dossier: $command under $locale differs from ${commands[0]} under C:"
                diff "$work/expected" "$work/found" | head -n 10
                exit 1
            fi
            compared=$((compared + 1))
        done
    done
done
if [ "$scored" -eq 0 ]; then
    echo "no dossier could be scored; the last one said:"
    cat "$work/expected"
    exit 1
fi
echo "$scored dossiers scored by ${#commands[@]} builds under ${locales[*]}:" \
    "$compared results, all the same"
