#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs every fenced block of a README, so that what it shows is what happens.

A block in sh, c, cpp, python, js, php, csharp or java is run in the project's folder;
a text block that is the next block under the same heading is what it has to print. C is
compiled as C99 and linked with the built library, C++ with the core's archive. In sh,
`bontot` is the built command, wherever the README says it lies. A block that
calls cmake/quickstart.sh would build and test all over again: only the
script's presence is checked here; .ci/run and tests/fresh/run.sh run it.
In js, `bontot` is the package in bindings/node, where npm installed what it
needs; in csharp, Bontot is the assembly that Mono makes of bindings/dotnet.
`sh skipped` (the word behind the language) marks what cannot be run in a test,
an installation for example.
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
C_FLAGS = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
CXX_FLAGS = ["-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
QUICKSTART = re.compile(r"(?:\./)?(cmake/quickstart\.sh)\b")
BUILT_TOOL = re.compile(r"(?<![\w/])(?:\./)?build/[\w./]*?\bbontot(?=\s|$)", flags=re.MULTILINE)
FENCE = re.compile(r"(\s*)(`{3,}|~{3,})\s*(.*)$")


class Block:
    def __init__(self, language, words, line, text):
        self.language = language
        self.words = words
        self.line = line
        self.text = text
        self.output = None


class Wrong(Exception):
    """A snippet does not do what the README says."""


def fenced_blocks(text, file_name):
    """All fenced blocks, and where headings stand between them (None)."""
    found = []
    lines = text.splitlines()
    index = 0
    while index < len(lines):
        opening = FENCE.match(lines[index])
        if not opening:
            if re.match(r"#{1,6} ", lines[index]):
                found.append(None)
            index += 1
            continue
        indent, fence, info = opening.groups()
        start = index + 1
        end = start
        while end < len(lines) and lines[end].strip() != fence:
            end += 1
        if end == len(lines):
            sys.exit(f"{file_name}:{start}: this block is never closed")
        words = info.split()
        body = "".join(f"{line.removeprefix(indent)}\n" for line in lines[start:end])
        found.append(Block(words[0] if words else "", words[1:], start, body))
        index = end + 1
    return found


def snippets(text, file_name):
    """The blocks to run, each with the output that follows it."""
    blocks = fenced_blocks(text, file_name)
    found = []
    previous = None
    for block in blocks:
        if block is not None and block.language in ("sh", "c", "cpp", "python", "js", "php", "csharp", "java"):
            found.append(block)
            previous = block
            continue
        if block is not None and block.language == "text" and previous is not None:
            previous.output = block.text
        elif block is not None and block.language == "":
            sys.exit(f"{file_name}:{block.line}: this block names no language (text, if none)")
        previous = None
    return found


def run(command, **more):
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        **more,
    )
    if done.returncode != 0:
        said = f"exit code {done.returncode} from: {' '.join(command)}\n"
        raise Wrong(f"{said}{done.stdout}{done.stderr}".rstrip())
    return done.stdout


class Runner:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.library = Path(options.library).resolve()
        self.tool = Path(options.tool).resolve()

    def sh(self, block):
        script = re.search(QUICKSTART, block.text)
        if script:
            if not os.access(ROOT / script[1], os.X_OK):
                raise Wrong(f"{script[1]} is not an executable file")
            return None
        text = BUILT_TOOL.sub(str(self.tool), block.text)
        environment = dict(os.environ, PATH=f"{self.tool.parent}{os.pathsep}{os.environ['PATH']}")
        return run(["sh", "-eu", "-c", text], env=environment)

    def compiled(self, block, suffix, compiler, flags):
        if not re.search(r"\bmain\s*\(", block.text):
            raise Wrong("this is not a whole program: it has no main()")
        source = self.folder / f"snippet_{block.line}{suffix}"
        program = source.with_suffix("")
        source.write_text(block.text, encoding="utf-8")
        command = [*compiler.split(), *flags[0], f"-I{ROOT / 'include'}"]
        boost = [folder for folder in self.options.boost_include if folder != "/usr/include"]
        command += [f"-I{folder}" for folder in boost]
        command += [str(source), "-o", str(program), *flags[1]]
        run(command)
        return run([str(program)])

    def c(self, block):
        link = [str(self.library), f"-Wl,-rpath,{self.library.parent}"]
        return self.compiled(block, ".c", self.options.cc, (C_FLAGS, link))

    def cpp(self, block):
        # One that brings the bodies itself must not get them twice.
        own = "bontot/src.hpp" in block.text
        link = [] if own or not self.options.core else [self.options.core]
        if "bontot/bontot.h>" in block.text:
            link += [str(self.library), f"-Wl,-rpath,{self.library.parent}"]
        return self.compiled(block, ".cpp", self.options.cxx, (CXX_FLAGS, link))

    def python(self, block):
        source = self.folder / f"snippet_{block.line}.py"
        source.write_text(block.text, encoding="utf-8")
        return run([sys.executable, str(source)])

    def js(self, block):
        modules = self.folder / "node_modules"
        if not modules.exists():
            modules.mkdir()
            (modules / "bontot").symlink_to(ROOT / "bindings" / "node")
        source = self.folder / f"snippet_{block.line}.mjs"
        source.write_text(block.text, encoding="utf-8")
        return run(["node", str(source)])

    def php(self, block):
        source = self.folder / f"snippet_{block.line}.php"
        source.write_text(block.text, encoding="utf-8")
        return run(["php", "-d", f"include_path={ROOT}", str(source)])

    def csharp(self, block):
        built = self.folder / "dotnet"
        if not built.exists():
            run(["bindings/dotnet/build.sh", str(built)])
        source = built / f"snippet_{block.line}.cs"
        program = source.with_suffix(".exe")
        source.write_text(block.text, encoding="utf-8")
        run(["mcs", "-warnaserror", f"-r:{built / 'Bontot.dll'}", f"-out:{program}", str(source)])
        return run(["mono", str(program)])

    def java(self, block):
        built = self.folder / "java"
        if not built.exists():
            run(["bindings/java/build.sh", str(built)])
        source = self.folder / f"Snippet{block.line}.java"
        source.write_text(block.text, encoding="utf-8")
        jars = [str(built / "bontot.jar"), os.environ.get("BONTOT_JNA", "/usr/share/java/jna.jar")]
        encoding = ["-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8"]
        short = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # as in build.sh
        return run(["java", *short, *encoding, "-cp", os.pathsep.join(jars), str(source)])

    def check(self, block):
        printed = getattr(self, block.language)(block)
        if printed is None:
            return "is there (run by .ci/run)"
        if block.output is None:
            return "runs"
        if printed != block.output:
            texts = (block.output.splitlines(), printed.splitlines())
            rows = difflib.unified_diff(*texts, "the README says", "it prints", lineterm="")
            raise Wrong("\n".join(rows) or "the last line has no line end")
        return "runs, prints what is shown"


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("readme", help="the README, from the project's folder")
    parser.add_argument("--library", required=True, help="the built libbontot.so")
    parser.add_argument("--tool", required=True, help="the built command")
    parser.add_argument("--core", help="the archive of the C++ core")
    parser.add_argument("--boost-include", action="append", default=[], help="Boost's headers")
    parser.add_argument("--cc", default="cc", help="C compiler and flags")
    parser.add_argument("--cxx", default="c++", help="C++ compiler and flags")
    return parser.parse_args()


def main():
    options = arguments()
    found = snippets((ROOT / options.readme).read_text(encoding="utf-8"), options.readme)
    if not found:
        sys.exit(f"{options.readme}: no snippet found")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(options, Path(folder))
        for block in found:
            place = f"{options.readme}:{block.line}: {block.language}"
            if block.words == ["skipped"]:
                print(f"{place}: not run, marked as skipped")
                continue
            try:
                print(f"{place}: {runner.check(block)}")
            except (Wrong, subprocess.TimeoutExpired) as wrong:
                print(f"{place}: FAILED: {wrong}")
                failed += 1
    sys.exit(f"{failed} of {len(found)} snippets failed" if failed else 0)


if __name__ == "__main__":
    main()
