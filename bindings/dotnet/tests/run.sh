#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds the binding and its tests with Mono's compiler, and runs them: those whose names have an argument in them,
# or all. BONTOT_LIBRARY says where the library is. "--corpus FILE": answers the cases of tests/corpus instead.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
for tool in mcs mono; do
    command -v "$tool" >/dev/null || {
        echo "skipped: $tool is not installed"
        exit 77
    }
done
into=$(mktemp -d)
trap 'rm -rf "$into"' EXIT
"$here/../build.sh" "$into"
mcs -langversion:7 -warnaserror -debug -r:"$into/Bontot.dll" -r:System.Numerics.dll -out:"$into/Bontot.Tests.exe" "$here"/*.cs
BONTOT_ROOT=$root mono --debug "$into/Bontot.Tests.exe" "$@"
