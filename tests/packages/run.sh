#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Makes Debian's packages of a build of the preset deb, lets lintian look at them, installs them into a fresh
# Debian 12 by apt-get, runs what is in it, and removes them. Where no fresh Debian can be made, it is an empty
# folder by dpkg, and the host's libraries and Python.
#
#   tests/packages/run.sh BUILD [FOLDER]
#
# FOLDER keeps the packages. Needs dpkg-deb, fakeroot and lintian; says so, and exits with 77 (skipped), where
# one is missing.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
if [ $# -lt 1 ] || [ $# -gt 2 ] || [ ! -f "$1/CPackConfig.cmake" ]; then
    echo "usage: tests/packages/run.sh BUILD [FOLDER]" >&2
    exit 2
fi
build=$(cd "$1" && pwd)
for command in dpkg dpkg-deb dpkg-shlibdeps lintian; do
    command -v $command >/dev/null || {
        echo "skipped: $command is not installed"
        exit 77
    }
done

folder=$(mktemp -d /var/tmp/bontot-packages.XXXXXX)
# shellcheck source=tests/fresh/system.sh
. "$root/tests/fresh/system.sh"
cleanup() {
    remove_system
    rm -rf --one-file-system "$folder"
}
trap cleanup EXIT
trap 'exit 1' HUP INT TERM
packages=${2-$folder/packages}
dossier=$root/tests/data/dossiers/example.json
mkdir -p "$packages"
unset PYTHONPATH PYTHONHOME BONTOT_LIBRARY LD_LIBRARY_PATH

stop() {
    echo "packages: $*" >&2
    exit 1
}

(cd "$build" && cpack -G DEB -B "$folder/work" >"$folder/log" 2>&1) || {
    cat "$folder/log" >&2
    stop "cpack failed"
}
rm -f "$packages"/*.deb
cp "$folder"/work/*.deb "$packages"
names=$(for deb in "$packages"/*.deb; do dpkg-deb -f "$deb" Package; done | sort | xargs)
[ "$names" = "bontot libbontot-dev libbontot0 python3-bontot" ] || stop "there are $names"

# lintian warns root unless it is told that this is no mistake.
lintian --allow-root --fail-on error "$packages"/*.deb || stop "lintian found errors"
echo "lintian found no error"

# used_in RUN: what is installed runs, by a command that takes a line of shell.
used_in() {
    local version grade python
    version=$("$1" "bontot --version")
    grade=$("$1" "bontot evaluate '$dossier' --lang en | head -n 1")
    [ "$grade" = "Grade: Three-good cell (possible: Four-good cell)" ] || stop "the command says $grade"
    python=$("$1" "python3 -c 'import bontot; print(\"bontot\", bontot.__version__)'")
    [ "$python" = "$version" ] || stop "Python has $python, the command is $version"
    echo "$version runs, from the command and from Python"
}

in_fresh_system() {
    make_system "$folder/system" apt # nothing beside what every system has
    mkdir "$system/root/packages"
    cp "$packages"/*.deb "$dossier" "$system/root/packages"
    dossier=/root/packages/example.json
    inside 'export DEBIAN_FRONTEND=noninteractive
        apt-get update -q >/dev/null
        apt-get install -q -y --no-install-recommends /root/packages/*.deb >/root/log 2>&1 || { cat /root/log; false; }'
    used_in inside
    inside "dpkg --verify $names; apt-get purge -q -y $names >/dev/null 2>&1"
}

in_folder() {
    system=$folder/system
    mkdir -p "$system"/var/lib/dpkg/{info,updates,triggers} "$system/var/log"
    touch "$system/var/lib/dpkg/status"
    local dpkg=(dpkg --root="$system" --log="$folder/dpkg.log" --force-depends --force-script-chrootless)
    [ "$(id -u)" -eq 0 ] || dpkg+=(--force-not-root)
    "${dpkg[@]}" -i "$packages"/*.deb >"$folder/log" 2>&1 || { cat "$folder/log" && stop "dpkg cannot install them"; }
    used_in with_folder
    "${dpkg[@]}" --verify $names
    "${dpkg[@]}" -P $names >"$folder/log" 2>&1 || { cat "$folder/log" && stop "dpkg cannot remove them"; }
}

with_folder() {
    local libraries
    libraries=$(dirname "$(find "$system/usr/lib" -name 'libbontot.so.0')")
    env PATH="$system/usr/bin:$PATH" LD_LIBRARY_PATH="$libraries" \
        PYTHONPATH="$system/usr/lib/python3/dist-packages" PYTHONDONTWRITEBYTECODE=1 sh -euc "$1"
}

if reason=$(why_not); then
    echo "no fresh Debian, because $reason: into a folder"
    in_folder
else
    in_fresh_system
fi
left=$(cd "$system/usr" && find . -path '*bontot*' -type f -print -quit)
[ -z "$left" ] || stop "removed, they leave $left"
echo "$names: installed, run and removed"
