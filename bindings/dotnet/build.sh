#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds Bontot.dll with Mono's compiler (Debian: mono-mcs) into a folder, by default build/dotnet.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
into=${1:-$here/../../build/dotnet}
mkdir -p "$into"
mcs -langversion:7 -warnaserror -nowarn:1591 -optimize -target:library -doc:"$into/Bontot.xml" -r:System.Numerics.dll \
    -out:"$into/Bontot.dll" "$here"/src/*.cs
