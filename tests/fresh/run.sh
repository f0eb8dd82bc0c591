#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs both README commands in a fresh Debian 12 that has nothing but git.
#
#   tests/fresh/run.sh [FOLDER]
#
# debootstrap makes the system in FOLDER (default: a temporary one; removed at the
# end either way), from the mirror that apt is set up with. The tree as it stands,
# without ignored files, is copied into it by git clone. Needs root, debootstrap and
# the right to chroot and mount; exits with 77 (skipped), and says why, without them.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
suite=bookworm

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

[ "$(id -u)" -eq 0 ] || skip "this needs root"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"
command -v git >/dev/null || skip "git is not installed"
unshare --mount true 2>/dev/null || skip "mounting is not allowed here"

folder=${1:-$(mktemp -d /var/tmp/bontot-fresh.XXXXXX)}
system=$folder/system
mkdir -p "$system"
cleanup() {
    for mounted in dev/pts proc; do
        if mountpoint -q "$system/$mounted"; then umount "$system/$mounted"; fi
    done
    rm -rf --one-file-system "$system" "$system.log" "$folder/tree"
    rmdir "$folder" 2>/dev/null || true
}
trap cleanup EXIT
trap 'exit 1' HUP INT TERM

echo "==> Making a fresh Debian ($suite, $(mirror)) in $system"
log=$system.log
if ! debootstrap --variant=minbase --include=git "$suite" "$system" "$(mirror)" >"$log" 2>&1; then
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

echo "==> Cloning the tree into it"
mkdir "$folder/tree"
git -C "$root" ls-files -z --cached --others --exclude-standard |
    tar -C "$root" --ignore-failed-read --null --files-from=- -cf - | tar -C "$folder/tree" -xf -
git -C "$folder/tree" init -q -b main
git -C "$folder/tree" add -A
git -C "$folder/tree" -c user.name=bontot -c user.email=bontot@localhost \
    commit -q -m "The tree as it stands"
mv "$folder/tree/.git" "$system/root/bontot.git"

inside() {
    chroot "$system" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        sh -euc "$1" </dev/null
}
inside 'git clone -q /root/bontot.git /root/bontot'
quickstart=cmake/quickstart.sh
for command in $quickstart $quickstart "$quickstart test" "$quickstart test"; do
    echo
    echo "# $command"
    begin=$SECONDS
    inside "cd /root/bontot && $command"
    echo "==> $command took $((SECONDS - begin)) s"
done
