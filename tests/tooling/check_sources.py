#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks the sources for what can be computed.

check_sources.py CHECK...           complains, and exits with 1, when a rule is broken
check_sources.py umbrella --write   mends the umbrella headers' include lists

ascii     code is ASCII
spdx      the licence stands in the first line; after #! and <?php, in the next
guards    the include guard is the path
umbrella  bontot.hpp and feel.hpp include exactly the headers of their folders
includes  a header includes itself what it takes of the standard library and of Boost
macros    public headers define macros called BONTOT_ only
version   the version stands in version.h alone; a binding's own copy equals it
citations what comments cite as "design 7.2" is a section of docs/design.md
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
INCLUDE = ROOT / "include"
C_LIKE = {".h", ".hpp", ".ipp", ".c", ".cpp", ".map"}
CODE = C_LIKE | {".py", ".sh", ".cmake", ".cs", ".js", ".mjs", ".ts", ".mts", ".cts", ".php", ".java"}
NOT_OURS = {"build", "node_modules"}
LICENCE = "SPDX-License-Identifier: BSL-1.0"


def files(suffixes, *folders):
    found = sorted(
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in suffixes and NOT_OURS.isdisjoint(path.relative_to(ROOT).parts)
    )
    if not found:
        sys.exit(f"no file found in {' '.join(folders)}")
    return found


def name(path):
    return path.relative_to(ROOT).as_posix()


def ascii_only():
    for path in files(CODE, "include", "src", "docs"):
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            for column, byte in enumerate(line, 1):
                if byte > 0x7E or (byte < 0x20 and byte != 0x09):
                    yield f"{name(path)}:{number}:{column}: 0x{byte:02x} is not printable ASCII"
                    break


def spdx():
    scripts = [ROOT / "CMakeLists.txt", ROOT / "tests" / "CMakeLists.txt", ROOT / ".ci" / "run"]
    for path in files(CODE, "include", "src", "tests", "cmake", "bindings", "docs") + scripts:
        lines = path.read_text(encoding="utf-8").splitlines()
        first = next((line for line in lines if not line.startswith("#!") and line != "<?php"), "")
        if LICENCE not in first:
            yield f"{name(path)}:1: the first line does not name the licence"


def guards():
    for path in files({".h", ".hpp", ".ipp"}, "include", "src"):
        public = INCLUDE in path.parents
        inside = path.relative_to(INCLUDE / "bontot" if public else ROOT / "src")
        guard = "BONTOT_" + re.sub(r"\W", "_", inside.as_posix()).upper()
        text = path.read_text(encoding="ascii", errors="replace")
        found = re.search(r"^#ifndef (\w+)\n#define (\w+)$", text, flags=re.MULTILINE)
        if not found or found.groups() != (guard, guard):
            yield f"{name(path)}: the include guard is not {guard}"


def umbrella(write=False):
    for header, folder in (("bontot.hpp", ""), ("feel.hpp", "feel")):
        path = INCLUDE / "bontot" / header
        if not path.exists():
            yield f"{name(path)}: missing"
            continue
        inside = sorted((INCLUDE / "bontot" / folder).glob("*.hpp"))
        left_out = (path, INCLUDE / "bontot" / "src.hpp")  # the bodies
        expected = [f"#include <{p.relative_to(INCLUDE).as_posix()}>" for p in inside if p not in left_out]
        text = path.read_text(encoding="ascii")
        present = re.findall(r"^#include <bontot/.*>$", text, flags=re.MULTILINE)
        if header == "bontot.hpp":
            expected = sorted(expected + ["#include <bontot/version.h>"])
        if present == expected:
            continue
        if write and present:
            start, end = text.index(present[0]), text.index(present[-1]) + len(present[-1])
            path.write_text(text[:start] + "\n".join(expected) + text[end:], encoding="ascii")
            continue
        for line in expected:
            if line not in present:
                yield f"{name(path)}: lacks {line}"
        for line in present:
            if line not in expected:
                yield f"{name(path)}: has {line} too much"
        if sorted(present) == sorted(expected):
            yield f"{name(path)}: the includes are not sorted"


# What of the standard library and of Boost our headers take, and where it is declared.
DECLARED_IN = {
    "algorithm": "adjacent_find all_of any_of binary_search clamp copy_n fill fill_n find is_sorted lower_bound "
    "max min none_of partition_point rotate sort stable_sort unique upper_bound",
    "array": "array",
    "atomic": "atomic_flag memory_order_acquire memory_order_release",
    "bit": "bit_width countl_zero countr_zero endian",
    "charconv": "from_chars",
    "chrono": "chrono",
    "cmath": "fma nearbyint trunc",
    "compare": "weak_ordering",
    "concepts": "integral same_as",
    "condition_variable": "condition_variable",
    "cstddef": "max_align_t ptrdiff_t size_t",
    "cstdint": "int16_t int32_t int64_t int8_t uint16_t uint32_t uint64_t uint8_t uintptr_t",
    "cstdio": "FILE fclose",
    "cstdlib": "abs",
    "cstring": "memcmp memcpy memset",
    "deque": "deque",
    "exception": "current_exception exception exception_ptr rethrow_exception",
    "filesystem": "filesystem",
    "functional": "equal_to hash less",
    "initializer_list": "initializer_list",
    "iterator": "begin end forward_iterator_tag prev size",
    "limits": "numeric_limits",
    "map": "map",
    "memory": "align allocate_shared shared_ptr uninitialized_copy uninitialized_copy_n uninitialized_fill_n "
    "unique_ptr",
    "mutex": "lock_guard mutex once_flag unique_lock",
    "new": "align_val_t bad_alloc bad_array_new_length",
    "numeric": "iota",
    "optional": "nullopt optional",
    "set": "set",
    "span": "span",
    "stdexcept": "runtime_error",
    "string": "basic_string char_traits string to_string",
    "string_view": "string_view",
    "system_error": "errc",
    "thread": "thread",
    "type_traits": "false_type is_array_v is_convertible_v is_same_v is_trivially_copyable_v "
    "is_trivially_destructible_v true_type",
    "unordered_map": "unordered_map",
    "utility": "exchange forward move pair",
    "vector": "vector",
    "boost/assert/source_location.hpp": "boost::source_location",
    "boost/json/basic_parser_impl.hpp": "boost::json::error_code boost::json::string_view",
    "boost/system/result.hpp": "boost::system::result",
}


def includes():
    declared_in = {}
    for header, names in DECLARED_IN.items():
        for each in names.split():
            declared_in[each if each.startswith("boost::") else "std::" + each] = header
    for path in files({".hpp"}, "include", "src"):
        text = re.sub(r'//.*|"(?:\\.|[^"\\\n])*"', "", path.read_text(encoding="ascii"))
        present = set(re.findall(r"^#include <(.*)>$", text, flags=re.MULTILINE))
        for taken in sorted(set(re.findall(r"\b(?:std::\w+|boost(?:::\w+)+)", text))):
            if taken not in declared_in:
                yield f"{name(path)}: takes {taken}: say in check_sources.py where that is declared"
            elif declared_in[taken] not in present:
                yield f"{name(path)}: takes {taken} and lacks #include <{declared_in[taken]}>"


def macros():
    for path in files({".h", ".hpp", ".ipp"}, "include"):
        text = path.read_text(encoding="ascii", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            found = re.match(r"\s*#\s*define\s+(\w+)", line)
            # The Arrow C data interface says how its own macros are called.
            if found and not found[1].startswith(("BONTOT_", "ARROW_")):
                yield f"{name(path)}:{number}: {found[1]} does not begin with BONTOT_"


def version():
    text = (INCLUDE / "bontot" / "version.h").read_text(encoding="ascii")
    parts = [re.search(rf"_{part} (\d+)", text)[1] for part in ("MAJOR", "MINOR", "PATCH")]
    number = ".".join(parts)
    second = re.compile(rf"(?<![\w.]){re.escape(number)}(?![\w.])")
    for path in files(CODE, "src", "cmake") + [ROOT / "CMakeLists.txt"]:
        for line_number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if second.search(line):
                yield f"{name(path)}:{line_number}: {number} is written in version.h alone"
    copy = re.compile(r"^[\W_]*version[\W_]*[=:]\s*[\"'](\d[^\"']*)[\"']", flags=re.IGNORECASE)
    for path in sorted((ROOT / "bindings").rglob("*.*")):
        if path.suffix not in {".py", ".toml", ".json"} or not NOT_OURS.isdisjoint(path.relative_to(ROOT).parts):
            continue
        if path.name == "package-lock.json":  # it has the versions of others, too
            continue
        for line_number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = copy.match(line)
            if found and found[1] != number:
                yield f"{name(path)}:{line_number}: {found[1]}, but version.h says {number}"


def citations():
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    sections = set(re.findall(r"^#+ (\d+(?:\.\d+)?)\.? ", text, flags=re.MULTILINE))
    # Such as "design 5.5, 5.6 and 7", "design 5 to 7", "the design (7.2)"; a line of a comment may end in between.
    between = r"(?:\s|//|#)+"
    cited = re.compile(
        rf"\bdesign{between}\(?(\d+(?:\.\d+)?(?:,?{between}(?:(?:and|to){between})?\d+(?:\.\d+)?)*)",
        flags=re.IGNORECASE,
    )
    for path in files(CODE, "include", "src", "tests", "cmake", "bindings", "docs"):
        text = path.read_text(encoding="utf-8")
        for found in cited.finditer(text):
            for section in re.findall(r"\d+(?:\.\d+)?", found[1]):
                if section not in sections:
                    line = text.count("\n", 0, found.start()) + 1
                    yield f"{name(path)}:{line}: docs/design.md has no section {section}"


CHECKS = {
    "ascii": ascii_only,
    "spdx": spdx,
    "guards": guards,
    "umbrella": umbrella,
    "includes": includes,
    "macros": macros,
    "version": version,
    "citations": citations,
}


def main():
    arguments = sys.argv[1:]
    if arguments == ["umbrella", "--write"]:
        complaints = list(umbrella(write=True))
    elif arguments and all(argument in CHECKS for argument in arguments):
        complaints = [complaint for argument in arguments for complaint in CHECKS[argument]()]
    else:
        sys.exit(__doc__)
    for complaint in complaints:
        print(complaint)
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
