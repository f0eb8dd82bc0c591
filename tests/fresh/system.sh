# SPDX-License-Identifier: BSL-1.0
# A fresh Debian 12 in a folder, for scripts that include this file (bash).
#
# why_not             writes why none can be made here, and is true then; else is false
# make_system FOLDER PACKAGES     by debootstrap, with these packages (such as git,python3), from the mirror that
#                     apt is set up with; exits with 77 (skipped), and says why, when that is not allowed
# inside COMMANDS     runs shell commands in it
# remove_system       unmounts and removes it; does nothing when there is none
# shellcheck shell=bash

suite=bookworm
system=

skip() {
    echo "skipped: $*"
    exit 77
}

# The first address of Debian's own archive in apt's sources, in either format.
mirror() {
    local found
    found=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
        sed -nE "s/^deb (\[[^]]*\] +)?(https?:[^ ]+) +$suite +.*/\2/p" | head -n 1)
    [ -n "$found" ] || found=$(awk -v suite="$suite" '
        /^URIs:/ { uri = $2 }
        /^Suites:/ { for (i = 2; i <= NF; i++) if ($i == suite && !done) { print uri; done = 1 } }
    ' /etc/apt/sources.list.d/*.sources 2>/dev/null)
    echo "${found:-http://deb.debian.org/debian}"
}

why_not() {
    [ "$(id -u)" -eq 0 ] || { echo "this needs root" && return; }
    command -v debootstrap >/dev/null || { echo "debootstrap is not installed" && return; }
    unshare --mount true 2>/dev/null || { echo "mounting is not allowed here" && return; }
    return 1
}

remove_system() {
    local mounted
    [ -n "$system" ] || return 0
    for mounted in dev/pts proc; do
        if mountpoint -q "$system/$mounted"; then umount "$system/$mounted"; fi
    done
    rm -rf --one-file-system "$system" "$system.log"
}

make_system() {
    local log=$1.log file
    system=$1
    mkdir -p "$system"
    echo "==> Making a fresh Debian ($suite, $(mirror)) in $system"
    if ! debootstrap --variant=minbase --include="$2" "$suite" "$system" "$(mirror)" >"$log" 2>&1; then
        tail -n 20 "$log"
        if grep -qiE 'operation not permitted|cannot create|mknod|noexec or nodev' "$log"; then
            skip "debootstrap is not allowed to work here"
        fi
        exit 1
    fi
    rm -rf "$system"/var/lib/apt/lists/*
    cp -L /etc/resolv.conf "$system/etc/resolv.conf"
    cp -L /etc/hosts "$system/etc/hosts"
    for file in /etc/apt/apt.conf.d/*[Pp]roxy*; do
        [ ! -f "$file" ] || cp "$file" "$system/etc/apt/apt.conf.d/"
    done
    chroot "$system" /bin/true || skip "chroot is not allowed here"
    mount -t proc proc "$system/proc" || echo "no /proc in the fresh system: going on without"
    mkdir -p "$system/dev/pts"
    mount -t devpts devpts "$system/dev/pts" -o newinstance,ptmxmode=0666,mode=620 ||
        echo "no /dev/pts in the fresh system: what needs a terminal is skipped"
    ln -sf pts/ptmx "$system/dev/ptmx"
}

inside() {
    chroot "$system" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        sh -euc "$1" </dev/null
}
