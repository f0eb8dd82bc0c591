#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Sets up, builds and shows bontot, or tests it, on Debian 12.
#
#   cmake/quickstart.sh               installs what is missing, builds, scores the example dossier
#   cmake/quickstart.sh test          installs what the tests need, builds, runs all tests
#   cmake/quickstart.sh --yes ...     removes a package that stands in the way without asking
#
# Works from any folder, as root or with sudo. Everything built is in build/quickstart.
set -eu

build_packages="g++ cmake ninja-build libboost1.81-dev libcli11-dev zlib1g-dev"
test_packages="python3 python3-venv python3-setuptools python3-wheel"

say() { printf '==> %s\n' "$*"; }
stop() {
    printf 'quickstart: %s\n' "$*" >&2
    exit 1
}

usage() { sed -n '3,10s/^# \{0,1\}//p' "$0"; }

test=no
yes=no
for argument in "$@"; do
    case $argument in
    test) test=yes ;;
    --yes | -y) yes=yes ;;
    --help | -h)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
done

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/quickstart
cd "$root"

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# The command line to run something as root; empty when we are root already.
as_root=
become_root() {
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null 2>&1 ||
        stop "these packages have to be installed by root, and there is no sudo: $*"
    as_root="sudo env DEBIAN_FRONTEND=noninteractive"
}

may_remove() {
    [ -n "$1" ] || return 0
    say "This would remove packages that are installed:" $1
    [ "$yes" = no ] || return 0
    [ -t 0 ] || stop "nothing was changed; call it again with --yes to allow this"
    printf 'Remove them? [y/N] '
    read -r answer
    case $answer in
    y | Y | yes) ;;
    *) stop "nothing was changed" ;;
    esac
}

install_missing() {
    missing=
    for package in "$@"; do
        is_installed "$package" || missing="$missing $package"
    done
    if [ -z "$missing" ]; then
        say "All Debian packages are there:" "$@"
        return 0
    fi
    become_root $missing
    export DEBIAN_FRONTEND=noninteractive
    say "Reading the package lists (apt-get update)"
    $as_root apt-get update -q >/dev/null ||
        say "apt-get update reported an error; going on with the lists that are there"
    plan=$(apt-get -s install --no-install-recommends $missing) ||
        stop "apt-get cannot install:$missing"
    may_remove "$(printf '%s\n' "$plan" | sed -n 's/^Remv \([^ ]*\).*/\1/p')"
    say "Installing Debian packages:$missing"
    $as_root apt-get install -q -y --no-install-recommends $missing </dev/null
}

packages=$build_packages
[ "$test" = no ] || packages="$packages $test_packages"
if command -v apt-get >/dev/null 2>&1; then
    install_missing $packages
else
    say "No apt-get here: what Debian calls $packages has to be there already"
fi

say "Building in build/quickstart"
if [ "$test" = yes ]; then with_tests=ON; else with_tests=OFF; fi
cmake -S . -B build/quickstart -G Ninja -D CMAKE_BUILD_TYPE=Release \
    -D BONTOT_BUILD_TESTS=$with_tests --log-level=WARNING
cmake --build build/quickstart --parallel "$(nproc)"

if [ "$test" = yes ]; then
    say "Running the tests"
    ctest --test-dir build/quickstart --parallel "$(nproc)" --output-on-failure --no-tests=error
else
    say "Scoring tests/data/dossiers/example.json"
    "$build/bontot" evaluate tests/data/dossiers/example.json --lang vi
fi
