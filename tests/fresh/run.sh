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
# shellcheck source=tests/fresh/system.sh
. "$root/tests/fresh/system.sh"

if reason=$(why_not); then skip "$reason"; fi
command -v git >/dev/null || skip "git is not installed"

folder=${1:-$(mktemp -d /var/tmp/bontot-fresh.XXXXXX)}
cleanup() {
    remove_system
    rm -rf --one-file-system "$folder/tree"
    rmdir "$folder" 2>/dev/null || true
}
trap cleanup EXIT
trap 'exit 1' HUP INT TERM
make_system "$folder/system" git

echo "==> Cloning the tree into it"
mkdir "$folder/tree"
git -C "$root" ls-files -z --cached --others --exclude-standard |
    tar -C "$root" --ignore-failed-read --null --files-from=- -cf - | tar -C "$folder/tree" -xf -
git -C "$folder/tree" init -q -b main
git -C "$folder/tree" add -A
git -C "$folder/tree" -c user.name=bontot -c user.email=bontot@localhost \
    commit -q -m "The tree as it stands"
mv "$folder/tree/.git" "$system/root/bontot.git"

inside 'git clone -q /root/bontot.git /root/bontot'
quickstart=cmake/quickstart.sh
for command in $quickstart $quickstart "$quickstart test" "$quickstart test"; do
    echo
    echo "# $command"
    begin=$SECONDS
    inside "cd /root/bontot && $command"
    echo "==> $command took $((SECONDS - begin)) s"
done
