#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Installs a build into a temporary folder, moves that elsewhere, and builds and runs each project of this
# folder against what was moved.
#
#   tests/consumers/run.sh BUILD                  all of them that need no more than what is installed
#   tests/consumers/run.sh BUILD subdirectory     bontot's sources inside another project, which builds them
#
# CC, CXX, CFLAGS and CXXFLAGS as usual.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
if [ $# -lt 1 ] || [ $# -gt 2 ] || [ "${2-subdirectory}" != subdirectory ] || [ ! -f "$1/CMakeCache.txt" ]; then
    echo "usage: tests/consumers/run.sh BUILD [subdirectory]" >&2
    exit 2
fi
build=$(cd "$1" && pwd)
dossier=$root/tests/data/dossiers/example.json
points=85.50896656535
grade="Grade: good"
facts='{"done":null}'

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
unset PYTHONPATH PYTHONHOME BONTOT_LIBRARY LD_LIBRARY_PATH

stop() {
    echo "consumers: $*" >&2
    exit 1
}

# expect NAME TEXT COMMAND...: the command writes a line with this text first.
expect() {
    local name=$1 wanted=$2 got
    shift 2
    got=$("$@" | head -n 1) || stop "$name failed"
    [ "$got" = "$wanted" ] || stop "$name says '$got' and not '$wanted'"
    echo "$name: $got"
}

# project NAME FOLDER OPTIONS...: configures and builds a project into $folder/NAME.
project() {
    local name=$1 sources=$2
    shift 2
    if ! cmake -S "$here/$sources" -B "$folder/$name" -G Ninja "$@" >"$folder/log" 2>&1 ||
        ! cmake --build "$folder/$name" >"$folder/log" 2>&1; then
        cat "$folder/log" >&2
        stop "$name cannot be built"
    fi
}

# strong ARCHIVE: what it wants of C++, it wants strongly; a linker looks into no archive for the rest.
strong() {
    local weak
    weak=$(nm "$1" | grep -m 3 '^ *w _Z' || true)
    [ -z "$weak" ] || stop "$1 may be linked without $weak"
}

if [ $# -eq 2 ]; then
    launcher=()
    if command -v ccache >/dev/null; then
        launcher=(-D CMAKE_C_COMPILER_LAUNCHER=ccache -D CMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    project subdirectory subdirectory -D BONTOT="$root" -D CMAKE_BUILD_TYPE=Release "${launcher[@]}"
    expect "C, add_subdirectory" $points "$folder/subdirectory/consumer" "$dossier"
    for kind in core headers; do
        expect "C++ $kind, add_subdirectory" "$grade" "$folder/subdirectory/consumer_$kind"
    done
    expect "C++ core and another Boost.JSON, add_subdirectory" "$facts" "$folder/subdirectory/consumer_own_json"
    exit
fi

cmake --install "$build" --prefix "$folder/first" >/dev/null
cmake --install "$build" --prefix "$folder/first" --component python >/dev/null
mv "$folder/first" "$folder/moved"
prefix=$folder/moved
libraries=$(dirname "$(find "$prefix" -name 'libbontot.so')")
version=$("$prefix/bin/bontot" --version | sed 's/.* //')

# What each component has, and that nothing in it knows where it was built or first installed.
cmake --install "$build" --prefix "$folder/part" --component runtime >/dev/null
expect "runtime alone" "libbontot.so.0 libbontot.so.$version" \
    sh -c "cd '$folder/part' && find . -type f -o -type l | sed 's,.*/,,' | sort | xargs"
if grep -rlIF -e "$folder/first" -e "$build" "$prefix"; then stop "these files know where they were"; fi

expect "command" "Grade: Three-good cell (possible: Four-good cell)" "$prefix/bin/bontot" evaluate "$dossier" --lang en
for file in man/man1/bontot.1 bash-completion/completions/bontot; do
    [ -s "$prefix/share/$file" ] || stop "share/$file is missing"
done

# Nothing that is installed looks for libraries where it is started.
status=0
"$root/tests/tooling/check_runpath.py" "$prefix" || status=$?
[ $status = 0 ] || [ $status = 77 ] || stop "libraries are looked for in the working directory"

at=(-D CMAKE_PREFIX_PATH="$prefix")
project c c "${at[@]}"
expect "C, find_package" $points "$folder/c/consumer" "$dossier"
project cpp cpp "${at[@]}"
expect "C++, find_package" $points "$folder/cpp/consumer" "$dossier"
project core core "${at[@]}"
expect "C++ core, find_package" "$grade" "$folder/core/consumer"
expect "C++ core and another Boost.JSON, find_package" "$facts" "$folder/core/consumer_own_json"
project headers headers "${at[@]}" # without a build type: all bodies at once
expect "C++ headers, find_package" "$grade" "$folder/headers/consumer"
strong "$libraries/libbontot_core.a"
others=$(nm -g "$libraries/libbontot_core.a" | grep -m 3 5boost4json || true)
[ -z "$others" ] || stop "the archive of the core shows or wants Boost.JSON: $others"

archive=$libraries/libbontot.a
if [ -e "$archive" ]; then
    project static c "${at[@]}" -D LIBRARY=static
    expect "C, archive by find_package" $points "$folder/static/consumer" "$dossier"
    others=$(nm -g --defined-only "$archive" | awk 'NF == 3 && $3 !~ /^bontot_/' | head -n 3)
    [ -z "$others" ] || stop "the archive shows more than bontot.h: $others"
    strong "$archive"
fi

# by_pkg_config NAME COMPILER SOURCE OPTIONS...: -L and -l as pkg-config tells them.
by_pkg_config() {
    local name=$1 compiler=$2 source=$3
    shift 3
    # shellcheck disable=SC2046 # options, a word each
    $compiler "$here/$source" "$@" $(pkg-config --cflags --libs bontot) -o "$folder/by_pkg_config"
    expect "$name, pkg-config" $points env LD_LIBRARY_PATH="$libraries" "$folder/by_pkg_config" "$dossier"
}
export PKG_CONFIG_PATH=$libraries/pkgconfig
if command -v pkg-config >/dev/null; then
    pkg-config --validate bontot
    expect "pkg-config" "$version" pkg-config --modversion bontot
    by_pkg_config C "${CC:-cc} ${CFLAGS-}" c/main.c -std=c99
    by_pkg_config C++ "${CXX:-c++} ${CXXFLAGS-}" cpp/main.cpp -std=c++17
    if [ -e "$archive" ]; then
        rm "$libraries"/libbontot.so
        # shellcheck disable=SC2046
        ${CC:-cc} ${CFLAGS-} "$here/c/main.c" $(pkg-config --cflags --libs --static bontot) -o "$folder/archived"
        expect "C, archive by pkg-config" $points "$folder/archived" "$dossier"
        if [ "$(${CXX:-c++} ${CXXFLAGS-} -print-file-name=libstdc++.a)" != libstdc++.a ] &&
            [[ " ${CXXFLAGS-} " != *" -stdlib=libc++ "* ]]; then
            # shellcheck disable=SC2046
            ${CC:-cc} ${CFLAGS-} -static "$here/c/main.c" $(pkg-config --cflags --libs --static bontot) \
                -o "$folder/static_program"
            expect "C, static program by pkg-config" $points "$folder/static_program" "$dossier"
        fi
    fi
else
    echo "pkg-config is not installed: passed over"
fi

packages=$(dirname "$(dirname "$(find "$prefix" -path '*/bontot/__init__.py')")")
expect "Python" "bontot $version, 7 rubrics" env PYTHONPATH="$packages" LD_LIBRARY_PATH="$libraries" \
    python3 -c "import bontot; from importlib.metadata import version
print('bontot ' + version('bontot') + ',', len(bontot.Rubric.builtins()), 'rubrics')"
