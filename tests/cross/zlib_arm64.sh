#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Unpacks Debian's zlib for arm64 into FOLDER, with package lists of its own: the system gets no
# other architecture, whose packages could hold up its own.
#
#   tests/cross/zlib_arm64.sh FOLDER
#
# Does nothing when it is there. Exits with 77 (skipped), and says why, where it cannot be had.
set -euo pipefail

[ $# -eq 1 ] || {
    sed -n '6p' "$0" >&2
    exit 2
}
folder=$1
library=usr/lib/aarch64-linux-gnu/libz.a
[ ! -e "$folder/$library" ] || exit 0
command -v apt-get >/dev/null || {
    echo "skipped: zlib for arm64 comes by apt-get, which is not here"
    exit 77
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial"
touch "$work/state/status"
# As root, apt would read the lists as a user who may not enter the folder.
options=(
    -q
    -o APT::Architecture=arm64
    -o APT::Architectures=arm64
    -o APT::Sandbox::User=root
    -o Acquire::Languages=none
    -o "Dir::State=$work/state"
    -o "Dir::State::status=$work/state/status"
    -o "Dir::Cache=$work/cache"
)
download() {
    cd "$work" && apt-get "${options[@]}" update && apt-get "${options[@]}" download zlib1g-dev
}
if ! (download) >"$work/log" 2>&1; then
    tail -n 5 "$work/log"
    echo "skipped: zlib1g-dev for arm64 cannot be downloaded"
    exit 77
fi
mkdir -p "$folder"
dpkg-deb --extract "$work"/zlib1g-dev_*.deb "$folder"
[ -e "$folder/$library" ]
