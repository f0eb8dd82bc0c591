#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Builds bontot.jar for Java 17, with javac and jar alone.
#
#   bindings/java/build.sh FOLDER    writes FOLDER/bontot.jar
#
# Needs JNA: /usr/share/java/jna.jar (Debian's libjna-java), or what BONTOT_JNA names. A library beside
# the jar (libbontot.so) is found by it.
set -euo pipefail

source=$(cd "$(dirname "$0")" && pwd)
folder=${1:?"usage: build.sh FOLDER"}
jna=${BONTOT_JNA:-/usr/share/java/jna.jar}
[ -e "$jna" ] || {
    echo "there is no $jna: install libjna-java, or set BONTOT_JNA" >&2
    exit 1
}

# A run of seconds: light compilation and one collecting thread take half of the processor time.
short=(-J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC)

rm -rf "$folder/classes"
mkdir -p "$folder/classes"
find "$source/src" -name '*.java' -print0 | sort -z |
    xargs -0 javac "${short[@]}" --release 17 -encoding UTF-8 -Xlint:all -Werror -cp "$jna" -d "$folder/classes"
jar "${short[@]}" --create --file "$folder/bontot.jar" --manifest "$source/manifest.mf" -C "$folder/classes" .
