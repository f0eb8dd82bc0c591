# SPDX-License-Identifier: BSL-1.0
"""What is read: a dict, JSON text, or a file; and many of them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import BinaryIO, Iterable, Iterator, Mapping, Tuple, Union

from . import _json
from ._errors import InputError

Source = _json.Source

Sources = Union[Iterable[Source], str, bytes, "os.PathLike[str]"]
"""Many: an iterable of them, such as an open file of lines; or lines of JSON as one text or file."""



def text_of(source: Source) -> bytes:
    """Returns the UTF-8 text of a dict, JSON text or file. Raises TypeError, OSError."""
    return _json.dumps(source) if isinstance(source, Mapping) else _json.text_of(source)


@contextmanager
def errors_of(source: Source) -> Iterator[None]:
    """Makes errors name the file; those of a dict name no line, since nobody has seen its text."""
    try:
        yield
    except InputError as error:
        if isinstance(source, Mapping):
            error.entries = tuple(entry.without_text() for entry in error.entries)
        elif isinstance(source, os.PathLike):
            error.source = os.fspath(source)
        raise


def each_of(sources: Sources, longest: int) -> Iterator[Tuple[int, Source]]:
    """Yields of each its number, from 1, and what it is; blank lines are counted alone.

    Of a line of a file that is longer than the library reads, no more is kept.
    """
    for number, source in enumerate(_listed(sources, longest), 1):
        if not isinstance(source, (str, bytes)):
            yield number, source
        elif source.strip():
            yield number, source.rstrip("\r\n") if isinstance(source, str) else source.rstrip(b"\r\n")


def _listed(sources: Sources, longest: int) -> Iterable[Source]:
    if isinstance(sources, str):
        return sources.split("\n")
    if isinstance(sources, bytes):
        return sources.split(b"\n")
    if isinstance(sources, os.PathLike):
        return _lines_of(sources, longest)
    if isinstance(sources, Mapping):
        raise TypeError("expected many dossiers, not one dict")
    return sources


def _lines_of(path: os.PathLike[str], longest: int) -> Iterator[bytes]:
    with open(path, "rb") as file:
        while line := file.readline(longest + 1):
            yield line
            if len(line) > longest and not line.endswith(b"\n"):
                _skip_line(file)


def _skip_line(file: BinaryIO) -> None:
    while rest := file.readline(1 << 20):
        if rest.endswith(b"\n"):
            return
