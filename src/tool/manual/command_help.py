# SPDX-License-Identifier: BSL-1.0
"""Reads what `bontot --help` and `bontot COMMAND --help` say, in English."""

import re
import subprocess
from dataclasses import dataclass, field


@dataclass
class Entry:
    """A positional, an option or the name of a command below."""

    names: list[str]
    value: str
    many: bool
    required: bool
    about: str

    def choices(self):
        """The values that it takes, when they are few."""
        return self.value.split("|") if "|" in self.value else []


@dataclass
class Command:
    path: list[str]
    about: str
    usage: str
    positionals: list[Entry] = field(default_factory=list)
    options: list[Entry] = field(default_factory=list)
    below: list["Command"] = field(default_factory=list)

    def all_below(self):
        """The commands below that do something, each with its whole path."""
        for command in self.below:
            if command.below:
                yield from command.all_below()
            else:
                yield command


def english(text):
    """Of "English / Vietnamese" the English."""
    return text.split(" / ")[0].strip()


def entry(head, about):
    words = head.split(" ")
    names = words[0].split(",")
    rest = [word for word in words[1:] if word not in ("...", "REQUIRED")]
    return Entry(names, " ".join(rest), "..." in words, "REQUIRED" in words, english(about))


def read_sections(lines):
    """{"Options": [Entry, ...], ...}"""
    sections, current = {}, None
    for line in lines:
        title = re.fullmatch(r"(\w+):", line)
        row = re.fullmatch(r"  (\S.*?)(?:  +(\S.*))?", line)
        if title:
            current = sections.setdefault(title[1], [])
        elif row and current is not None:
            current.append(entry(row[1], row[2] or ""))
        elif line.strip() and current:
            current[-1].about = english(line)
    return sections


def read(tool, path=()):
    """The command of a path, with all below it."""
    text = subprocess.run([tool, *path, "--help"], check=True, capture_output=True, encoding="utf-8").stdout
    lines = text.splitlines()
    usage = next(line for line in lines if line.startswith("Usage: "))
    sections = read_sections(lines[lines.index(usage) + 1 :])
    return Command(
        list(path),
        english(lines[0]),
        usage.removeprefix("Usage: "),
        sections.get("Positionals", []),
        sections.get("Options", []),
        [read(tool, (*path, each.names[0])) for each in sections.get("Subcommands", [])],
    )
