#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Makes a wheel of the Python binding that carries the library, installs it into a
# virtual environment without a package index, and scores a dossier with it from
# another folder.
#   tests/python/install_test.sh LIBRARY     (build/release/libbontot.so)
# Needs Debian's python3-venv, python3-setuptools and python3-wheel; says so, and
# exits with 77 (skipped), where they are missing.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
python=/usr/bin/python3
[ -x "$python" ] || python=python3
if [ $# -ne 1 ] || [ ! -e "$1" ]; then
    echo "usage: tests/python/install_test.sh LIBRARY" >&2
    exit 2
fi
library=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")

for module in ensurepip setuptools wheel; do
    "$python" -c "import $module" 2>/dev/null || {
        echo "skipped: $python has no $module (python3-venv, python3-setuptools, python3-wheel)"
        exit 77
    }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM

# A copy: setuptools writes into the folder that it builds from.
cp -R "$root/bindings/python" "$folder/binding"
cp "$root/tests/data/dossiers/example.json" "$folder/example.json"

unset PYTHONPATH PYTHONHOME
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
"$python" -m venv --system-site-packages "$folder/venv"
BONTOT_LIBRARY=$library "$folder/venv/bin/python" -m pip wheel --quiet \
    --no-build-isolation --no-index --no-deps --wheel-dir "$folder/wheels" "$folder/binding"
"$folder/venv/bin/python" - "$folder/wheels" "$library" <<'WHEEL'
import sys
import zipfile
from pathlib import Path

(wheel,) = Path(sys.argv[1]).iterdir()
assert "-py3-none-linux_" in wheel.name, wheel
with zipfile.ZipFile(wheel) as parts:
    names = [each for each in parts.namelist() if ".dist-info/" not in each]
    assert {"bontot/libbontot.so", "bontot/py.typed", "bontot/__init__.py"} <= set(names), names
    assert all(each.startswith("bontot/") for each in names), names
    assert parts.read("bontot/libbontot.so") == Path(sys.argv[2]).read_bytes()
print(f"{wheel.name}: {len(names)} files")
WHEEL
"$folder/venv/bin/python" -m pip install --quiet --no-index "$folder"/wheels/*.whl

cat >"$folder/score.py" <<'SCORE'
import sys
from pathlib import Path

import bontot

assert Path(bontot.__file__).is_relative_to(sys.prefix), bontot.__file__
result = bontot.Rubric.builtin("bon-tot-2023").evaluate(Path("example.json"))
print(result.to_text(), end="")
SCORE

cd "$folder"
echo "with BONTOT_LIBRARY:"
BONTOT_LIBRARY=$library "$folder/venv/bin/python" score.py >with_variable.txt
cat with_variable.txt

echo "with the library that the wheel carried:"
unset BONTOT_LIBRARY
"$folder/venv/bin/python" score.py >beside.txt
cmp with_variable.txt beside.txt
echo "the same"
