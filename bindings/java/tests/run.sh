#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Builds the jar and its tests, and runs these with JUnit 4.
#
#   bindings/java/tests/run.sh FOLDER [TEST...]          builds in FOLDER; TEST is a class, such as org.bontot.ResultTest
#   bindings/java/tests/run.sh FOLDER --corpus CASES     prints what the binding makes of the corpus' cases
#
# BONTOT_LIBRARY names the library. Exit code 77: something that is needed is not installed.
set -euo pipefail

binding=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "${1:?"usage: run.sh FOLDER [TEST...]"}"
folder=$(cd "$1" && pwd)
shift
jna=${BONTOT_JNA:-/usr/share/java/jna.jar}
junit=/usr/share/java/junit4.jar:/usr/share/java/hamcrest.jar

skip() {
    echo "skipped: $1"
    exit 77
}
command -v javac >/dev/null || skip "javac is not installed (openjdk-17-jdk-headless)"
[ -e "$jna" ] || skip "JNA is not installed (libjna-java)"
[ -e "${junit%%:*}" ] || skip "JUnit is not installed (junit4)"
library=$(realpath -s "${BONTOT_LIBRARY:?"must name the library"}")

# As in build.sh.
short=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC)

"$binding/build.sh" "$folder"
rm -rf "$folder/tests"
mkdir "$folder/tests"
path=$folder/bontot.jar:$jna:$junit
find "$binding/tests" -name '*.java' -print0 | sort -z |
    xargs -0 javac "${short[@]/#/-J}" --release 17 -encoding UTF-8 -Xlint:all,-try -Werror -cp "$path" -d "$folder/tests"
java=(java "${short[@]}" -ea -Dfile.encoding=UTF-8 -cp "$folder/tests:$path")
cd "$binding/../.."
export BONTOT_LIBRARY=$library
[ "${1-}" != --corpus ] || exec "${java[@]}" org.bontot.CorpusEngine "$2"

tests=("$@")
if [ "${#tests[@]}" -eq 0 ]; then
    mapfile -t tests < <(cd bindings/java/tests && find . -name '*Test.java' -printf '%P\n' | sort | sed 's/\.java$//; s,/,.,g')
fi
exec "${java[@]}" org.junit.runner.JUnitCore "${tests[@]}"
