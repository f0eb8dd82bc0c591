# SPDX-License-Identifier: BSL-1.0
"""What this package raises."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Optional, Tuple

Language = Literal["vi", "en"]


@dataclass(frozen=True)
class ErrorEntry:
    """One thing that is wrong with a text, and where."""

    code: str
    """Stable, such as "dossier_out_of_range"."""
    message: str
    """The sentence in Vietnamese."""
    message_en: str
    """The sentence in English."""
    pointer: str
    """The place as a JSON Pointer; "" is the whole text."""
    offset: int
    """The place in bytes, from 0."""
    line: int
    """From 1; 0 when there is no text, as with a dossier given as a dict."""
    column: int
    """In code points, from 1; 0 when there is no text."""
    expression_column: int
    """The column within a FEEL expression, from 1; 0 when it is about none."""

    def describe(self, language: Language = "vi", source: str = "") -> str:
        """Returns one line: source:line:column, the pointer and [expression column], the sentence."""
        places = [source] if source else []
        if self.line:
            places.append(f"{self.line}:{self.column}")
        place = ":".join(places)
        if self.pointer:
            place += f" {self.pointer}" if place else self.pointer
        if self.pointer and self.expression_column:
            place += f" [{self.expression_column}]"
        sentence = self.message if language == "vi" else self.message_en
        return f"{place}: {sentence}" if place else sentence

    def __str__(self) -> str:
        return self.describe()

    def without_text(self) -> ErrorEntry:
        """Returns the entry for one who never saw the text: its pointer alone tells the place."""
        return replace(self, offset=0, line=0, column=0)


class BontotError(Exception):
    """What the library reports; the base of every exception of this package.

    `str()` shows every entry on a line of its own, in the language of the call.
    """

    def __init__(
        self,
        message: str,
        entries: Tuple[ErrorEntry, ...] = (),
        language: Language = "vi",
        source: Optional[str] = None,
    ) -> None:
        super().__init__(message, entries, language, source)
        self.message = message
        """What happened, when there are no entries."""
        self.entries = entries
        """Everything that is wrong, in the order of the text."""
        self.language: Language = language
        self.source = source
        """The path of the file with the errors, if it was one."""

    def __str__(self) -> str:
        lines = [entry.describe(self.language, self.source or "") for entry in self.entries]
        return "\n".join(lines) or self.message


class InputError(BontotError, ValueError):
    """A rubric, dossier or expression has errors."""


class NotFoundError(BontotError, LookupError):
    """There is nothing of that name."""


class MisuseError(BontotError, ValueError):
    """A wrong argument, or an object that is closed."""


class OutOfMemory(BontotError, MemoryError):
    """Memory is out."""


class NoFitError(BontotError, OverflowError):
    """A value does not fit where it should go."""


class InternalError(BontotError):
    """A fault of the library: please report it."""


class CancelledError(BontotError):
    """A function of yours said to stop."""


class LibraryError(BontotError):
    """The library cannot be found or loaded, or is of another version."""
