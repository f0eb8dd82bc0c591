#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes a C program that calls every function of bontot.h wrongly, in each of a few ways.

make_misuse.py HEADER OUT

Each pair of a text and its length is also given wrongly while all else is right: that must be misuse, told by the
name of the argument, or of a search must find nothing. A new function is called without a change here; a new kind of handle wants a line in every_handle.h.
"""

import re
import sys
from pathlib import Path

FUNCTION = re.compile(r"BONTOT_API\s+([\w\s*]+?)\b(bontot_\w+)\(([^()]*)\)\s*;")
HEAD = """/* SPDX-License-Identifier: BSL-1.0 */
/* Made of bontot.h by make_misuse.py. */
#define _DEFAULT_SOURCE /* for pages that may not be read */
#include "every_handle.h"
#include "page.h"

"""


def one_space(text):
    return " ".join(text.replace("*", " * ").split())


def without_comments(text):
    return re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)


class Argument:
    def __init__(self, text, before):
        self.type = re.sub(r"(?<=[\s*])\w+$", "", one_space(text)).strip()
        self.name = one_space(text).split()[-1]
        self.is_length = self.type == "size_t" and before is not None and before.type == "const char *"
        made = re.fullmatch(r"bontot_(\w+) \* \*", self.type)
        taken = re.fullmatch(r"(?:const )?bontot_(\w+) \*", self.type)
        self.made = made[1] if made else None
        self.taken = taken[1] if taken and taken[1] in handles else None

    def is_enum(self):
        return self.type in enums

    def is_pointer(self):
        return "*" in self.type or self.type in ("bontot_allocate", "bontot_release", *callbacks)


class Way:
    """One way of calling functions wrongly: what is given for each argument."""

    def __init__(self, name, handle, text, length, index, number, takes_out):
        self.name, self.handle, self.text, self.length = name, handle, text, length
        self.index, self.number, self.takes_out = index, number, takes_out

    def value(self, argument):
        if argument.made is not None:
            return f"&made.{argument.made}" if self.takes_out else "NULL"
        if argument.taken is not None:
            return f"own->{argument.taken}" if self.handle else "NULL"
        if argument.type == "const char *":
            return self.text
        if argument.is_pointer():
            return "NULL"
        if argument.type == "size_t":
            return self.length if argument.is_length else self.index
        return "no_number" if argument.type == "bontot_number" else self.number


WAYS = (
    Way("nothing", False, "NULL", "0", "0", "0", False),
    Way("far", False, "NULL", "SIZE_MAX", "SIZE_MAX", "INT32_MAX", False),
    Way("no_text", True, "NULL", "1", "SIZE_MAX", "INT32_MAX", True),
    Way("no_room", True, '"x"', "1", "SIZE_MAX", "INT32_MAX", False),
    Way("not_utf8", True, '"\\xFF\\xFE"', "2", "SIZE_MAX - 1", "-7", True),
    Way("too_long", True, '"x"', "SIZE_MAX", "0", "0", True),
)


def call(way, returned, name, arguments):
    """A call, and what may not come of it."""
    text = f"{name}({', '.join(way.value(each) for each in arguments)})"
    is_free = name.endswith("_free")
    if is_free and way.handle:
        return []
    if returned == "void":
        return [f"    {text};"]
    if returned != "bontot_status":
        needs_handle = any(each.taken for each in arguments) and not way.handle
        if returned == "const char *" and needs_handle:
            return [f"    CHECK({text} == NULL);"]
        return [f"    (void){text};"]
    # What is not the name of a value, and no handle at all, is refused for sure.
    enum = any(each.is_enum() for each in arguments) and way.index.startswith("SIZE_MAX")
    is_wrong = way.name == "nothing" or enum
    return [f"    refused(own, &made, {text}, {1 if is_wrong else 0}, __LINE__);"]


RIGHT_TEXTS = {"from": "2023-01-01", "to": "2023-12-31", "date": "2023-01-01", "json": "{}"}


def right_value(argument, before):
    """What is right for an argument, or at least wrong in no way that is looked at before texts."""
    if argument.made is not None:
        return f"&made.{argument.made}"
    if argument.taken is not None:
        return f"own->{argument.taken}"
    if argument.type == "const char *":
        return f'"{RIGHT_TEXTS.get(argument.name, "x")}"'
    if argument.is_length:
        return str(len(RIGHT_TEXTS.get(before.name, "x")))
    if argument.type == "bontot_line_done":
        return "pass_over"
    if argument.is_pointer():
        return "NULL"
    return "one" if argument.type == "bontot_number" else "0"


def calls_with_pair(returned, name, arguments):
    """A call for each text with its length: that pair is given by whoever calls, all else is right."""
    lines = []
    takes_error = any(each.made == "error" for each in arguments)
    for at, length in enumerate(arguments):
        if not length.is_length:
            continue
        before = (None, *arguments)
        values = [right_value(each, before[i]) for i, each in enumerate(arguments)]
        values[at - 1 : at + 1] = ["text", "length"]
        text = f"{name}({', '.join(values)})"
        if returned == "size_t":
            lines.append(f"    CHECK({text} == BONTOT_NONE);")
        elif takes_error:
            lines.append(f'    pair_refused(&made, {text}, "\\"{arguments[at - 1].name}\\"", code, __LINE__);')
        else:
            lines.append(f"    CHECK({text} == BONTOT_MISUSE);")
    return lines


def arguments_of(parameters):
    out = []
    if one_space(parameters) not in ("", "void"):
        for each in parameters.split(","):
            out.append(Argument(each, out[-1] if out else None))
    return out


def pairs(declared):
    """The function that gives each pair wrongly, and the one that calls it with all that is wrong."""
    lines = ["static void call_with_pair(const handles *own, const char *text, size_t length, const char *code) {"]
    lines += ["    handles made = no_handles;", "    const bontot_number one = {1, 0};", "    (void)code;"]
    for returned, name, parameters in declared:
        lines += calls_with_pair(one_space(returned), name, arguments_of(parameters))
    lines += ["}", "", "static void call_with_pairs(const handles *own) {"]
    lines += ["    const char *last = last_byte_of_page();", "    CHECK(last != NULL);"]
    lines.append('    call_with_pair(own, NULL, 1, "api_null");')
    for length in ("SIZE_MAX", "(size_t)PTRDIFF_MAX + 1"):
        lines.append(f'    call_with_pair(own, last, {length}, "api_bad_argument");')
    return [*lines, "}", ""]


def main():
    header, out = map(Path, sys.argv[1:])
    text = without_comments(header.read_text(encoding="ascii"))
    global handles, enums, callbacks
    handles = set(re.findall(r"typedef struct bontot_(\w+) bontot_\1;", text))
    enums = {f"bontot_{name}" for name in re.findall(r"typedef int32_t bontot_(\w+);", text)}
    callbacks = set(re.findall(r"typedef [\w\s*]+\(\*(bontot_\w+)\)", text))
    lines = [HEAD]
    declared = FUNCTION.findall(text)
    for way in WAYS:
        lines.append(f"static void call_with_{way.name}(const handles *own) {{")
        lines.append("    handles made = no_handles;")
        lines.append("    const bontot_number no_number = {INT64_MIN, INT32_MIN};")
        lines.append("    (void)no_number;")
        for returned, name, parameters in declared:
            lines += call(way, one_space(returned), name, arguments_of(parameters))
        lines += ["}", ""]
    lines += pairs(declared)
    lines.append("int main(int count, char **arguments) {")
    lines.append("    handles own = no_handles;")
    lines.append("    (void)count;")
    lines.append("    make_handles(&own, arguments[1]);")
    lines += [f"    call_with_{way.name}(&own);" for way in WAYS if way.name != "too_long"]
    lines.append("    call_with_pairs(&own);")
    lines += ["#if !defined(__SANITIZE_ADDRESS__)", "    call_with_too_long(&own);", "#else"]
    lines += ["    (void)call_with_too_long; /* that reads where a length lies is what it looks for */", "#endif"]
    lines += ["    free_handles(&own);", "    return failures;", "}", ""]
    out.write_text("\n".join(lines), encoding="ascii")


if __name__ == "__main__":
    main()
