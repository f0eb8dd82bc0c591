# SPDX-License-Identifier: BSL-1.0
"""The ownership: one class for each handle of the library, and the calls that fill or read them.

Whatever the library hands over is stored in a handle before the call returns,
and is freed by its `close`, once. Borrowed text is copied at once.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import weakref
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from types import TracebackType
from typing import Any, Callable, ClassVar, Dict, Iterator, Mapping, Optional, Tuple, Type, TypeVar

from . import _ffi
from ._errors import (
    BontotError,
    CancelledError,
    ErrorEntry,
    InputError,
    InternalError,
    Language,
    MisuseError,
    NoFitError,
    NotFoundError,
    OutOfMemory,
)

Self = TypeVar("Self", bound="Handle")
AnyClosing = TypeVar("AnyClosing", bound="Closing")

_EXCEPTIONS: Dict[int, Type[BontotError]] = {
    _ffi.BONTOT_BAD_INPUT: InputError,
    _ffi.BONTOT_NOT_FOUND: NotFoundError,
    _ffi.BONTOT_MISUSE: MisuseError,
    _ffi.BONTOT_NO_MEMORY: OutOfMemory,
    _ffi.BONTOT_NO_FIT: NoFitError,
    _ffi.BONTOT_INTERNAL: InternalError,
    _ffi.BONTOT_CANCELLED: CancelledError,
}

_LANGUAGES: Dict[str, int] = {"vi": _ffi.BONTOT_VI, "en": _ffi.BONTOT_EN}


def language_number(language: Language) -> int:
    """Returns what the library calls a language. Raises MisuseError when there is no such."""
    if language not in _LANGUAGES:
        raise MisuseError(f'the language is "vi" or "en", not {language!r}')
    return _LANGUAGES[language]


_live: weakref.WeakSet[Handle] = weakref.WeakSet()


def _renew_locks() -> None:
    """In a process that was forked: what another thread held at that moment would be held for ever."""
    for handle in _live:
        handle._lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_locks)


class Handle:
    """Owns one object of the library, or nothing yet.

    Thread safe: closing while other threads use it frees it after the last of them.
    """

    pointer_type: ClassVar[Any]
    release: ClassVar[str]
    noun: ClassVar[str]

    def __init__(self) -> None:
        self._free: Callable[[Any], None] = getattr(_ffi.library(), self.release)
        self._pointer = self.pointer_type()
        self._users = 0
        self._is_closing = False
        self._lock = threading.Lock()  # __del__ looks for it
        _live.add(self)

    @classmethod
    def made_by(cls: Type[Self], maker: str, *inputs: object, language: Language = "vi") -> Self:
        """Calls a function that makes such an object. Raises what it reports, in the language."""
        handle = cls()
        call(maker, handle.slot(), *inputs, language=language)
        return handle

    def slot(self) -> Any:
        """Returns where the library stores the object."""
        return ctypes.byref(self._pointer)

    @contextmanager
    def use(self) -> Iterator[Any]:
        """Lends the pointer, which is not freed meanwhile. Raises MisuseError when it is closed."""
        with self._lock:
            if self._is_closing or not self._pointer:
                raise MisuseError(f"this {self.noun} is closed")
            self._users += 1
        try:
            yield self._pointer
        finally:
            with self._lock:
                self._users -= 1
                self._free_when_unused()

    def close(self) -> None:
        """Frees the object; more than once does nothing."""
        with self._lock:
            self._is_closing = True
            self._free_when_unused()

    def _free_when_unused(self) -> None:
        if self._is_closing and self._users == 0 and self._pointer:
            pointer, self._pointer = self._pointer, self.pointer_type()
            self._free(pointer)

    def __reduce__(self) -> Any:
        raise TypeError(f"a {self.noun} cannot be copied or pickled: the library owns it")

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def __del__(self, _is_finalizing: Callable[[], bool] = sys.is_finalizing) -> None:
        # A constructor that failed leaves no lock; at exit the process frees all.
        if hasattr(self, "_lock") and not _is_finalizing():
            self.close()


class Closing:
    """Lends an object of Python the `close` of the handle that it owns, and `with`."""

    _handle: Any
    """The one Handle that it owns; set by the class itself."""

    def close(self) -> None:
        """Frees what the library holds; more than once does nothing. The garbage collector does it too."""
        self._handle.close()

    def __enter__(self: AnyClosing) -> AnyClosing:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()


class RubricHandle(Handle):
    pointer_type = _ffi.RubricPointer
    release = "bontot_rubric_free"
    noun = "rubric"


class ReferenceHandle(Handle):
    pointer_type = _ffi.ReferencePointer
    release = "bontot_reference_free"
    noun = "reference"


class DossierHandle(Handle):
    pointer_type = _ffi.DossierPointer
    release = "bontot_dossier_free"
    noun = "dossier"


class ResultHandle(Handle):
    pointer_type = _ffi.ResultPointer
    release = "bontot_result_free"
    noun = "result"


class ReportHandle(Handle):
    pointer_type = _ffi.ReportPointer
    release = "bontot_report_free"
    noun = "report"


class SummaryHandle(Handle):
    pointer_type = _ffi.SummaryPointer
    release = "bontot_summary_free"
    noun = "summary"


class ComparisonHandle(Handle):
    pointer_type = _ffi.ComparisonPointer
    release = "bontot_comparison_free"
    noun = "comparison"


class CohortHandle(Handle):
    pointer_type = _ffi.CohortPointer
    release = "bontot_cohort_free"
    noun = "cohort"


class RankingHandle(Handle):
    pointer_type = _ffi.RankingPointer
    release = "bontot_ranking_free"
    noun = "ranking"


class DiffHandle(Handle):
    pointer_type = _ffi.DiffPointer
    release = "bontot_diff_free"
    noun = "difference of rubrics"


class LinesHandle(Handle):
    pointer_type = _ffi.LinesPointer
    release = "bontot_lines_free"
    noun = "text of lines"


class NamesHandle(Handle):
    pointer_type = _ffi.NamesPointer
    release = "bontot_names_free"
    noun = "list of names"


class LintHandle(Handle):
    pointer_type = _ffi.LintPointer
    release = "bontot_lint_free"
    noun = "list of findings"


class PathHandle(Handle):
    pointer_type = _ffi.PathPointer
    release = "bontot_path_free"
    noun = "path"


class TextHandle(Handle):
    pointer_type = _ffi.TextPointer
    release = "bontot_text_free"
    noun = "text"


class OptionsHandle(Handle):
    pointer_type = _ffi.OptionsPointer
    release = "bontot_options_free"
    noun = "options object"

    def set(self, setter: str, *values: Any) -> None:
        with self.use() as pointer:
            call(setter, pointer, *values)


class ErrorHandle(Handle):
    pointer_type = _ffi.ErrorPointer
    release = "bontot_error_free"
    noun = "error"

    def entries(self) -> Tuple[ErrorEntry, ...]:
        """Returns copies of all entries; none when the library stored no error."""
        if not self._pointer:
            return ()
        with self.use() as pointer:
            return entries_of(pointer)


def entries_of(error: Any, most: Optional[int] = None) -> Tuple[ErrorEntry, ...]:
    """Returns copies of the entries of an error that is lent, or of the first ones."""
    count = _ffi.library().bontot_error_count(error)
    return tuple(_entry(error, index) for index in range(count if most is None else min(count, most)))


def _entry(error: Any, index: int) -> ErrorEntry:
    library = _ffi.library()

    def text(name: str, *language: int) -> str:
        # What the caller gave is quoted, and it may be no UTF-8.
        found: bytes = getattr(library, name)(error, index, *language)
        return found.decode(errors="replace")

    return ErrorEntry(
        code=text("bontot_error_code"),
        message=text("bontot_error_message", _ffi.BONTOT_VI),
        message_en=text("bontot_error_message", _ffi.BONTOT_EN),
        pointer=text("bontot_error_pointer"),
        offset=library.bontot_error_offset(error, index),
        line=library.bontot_error_line(error, index),
        column=library.bontot_error_column(error, index),
        expression_column=library.bontot_error_expression_column(error, index),
    )


def call(name: str, *arguments: object, language: Language = "vi") -> None:
    """Calls a function that returns a status. Raises the exception of that status."""
    function = getattr(_ffi.library(), name)
    entries: Tuple[ErrorEntry, ...] = ()
    if function.argtypes[-1] is _ffi.ErrorOut:
        with ErrorHandle() as report:
            status = function(*arguments, report.slot())
            entries = report.entries()
    else:
        status = function(*arguments)
    if status != _ffi.BONTOT_OK:
        word = _ffi.library().bontot_status_name(status).decode()
        raise _EXCEPTIONS.get(status, InternalError)(f"{name}: {word}", entries, language)


def borrowed(name: str, *arguments: object) -> str:
    """Calls a function that lends text, and returns a copy."""
    length = ctypes.c_size_t()
    place = getattr(_ffi.library(), name)(*arguments, ctypes.byref(length))
    if not place:
        raise InternalError(f"{name}: there is no text")
    return ctypes.string_at(place, length.value).decode()


def figure(name: str, *arguments: object) -> Optional[Decimal]:
    """Calls a function that writes a figure into a buffer; None: there is no such figure."""
    room = ctypes.create_string_buffer(_ffi.BONTOT_NUMBER_ROOM)
    try:
        call(name, *arguments, room, len(room))
    except NotFoundError:
        return None
    return Decimal(room.value.decode())


def written(maker: str, *inputs: object, language: Language = "vi") -> str:
    """Calls a function that makes a text, and returns a copy."""
    with TextHandle.made_by(maker, *inputs, language=language) as text, text.use() as pointer:
        return borrowed("bontot_text_data", pointer)


def sized(text: str) -> Tuple[bytes, int]:
    """A text as the library takes it: its bytes, and how many; a lone surrogate stays one, for the library to report."""
    encoded = text.encode("utf-8", "surrogatepass")
    return encoded, len(encoded)


@dataclass(frozen=True)
class Limits:
    """What a text that is read may be at most."""

    size: int = 64 << 20
    """In bytes."""
    depth: int = 64
    """How deep lists and objects may lie within each other."""


_TRUST: Dict[str, int] = {"all": _ffi.BONTOT_TRUST_ALL, "committee": _ffi.BONTOT_TRUST_COMMITTEE}


@contextmanager
def options(
    language: Language = "vi",
    *,
    colour: bool = False,
    allow_other_rubric: bool = False,
    trust: str = "all",
    reference: Optional[ReferenceHandle] = None,
    raised: Tuple[str, ...] = (),
    raised_everywhere: bool = False,
    period: Optional[Tuple[str, str]] = None,
    ignored: Tuple[str, ...] = (),
    decimals: Optional[Mapping[str, int]] = None,
    as_of: Optional[str] = None,
    limits: Optional[Limits] = None,
) -> Iterator[Any]:
    """Lends options."""
    number = language_number(language)
    if trust not in _TRUST:
        raise MisuseError(f'trust is "all" or "committee", not {trust!r}')
    with OptionsHandle.made_by("bontot_options_new") as handle:
        handle.set("bontot_options_set_language", number)
        handle.set("bontot_options_set_colour", int(colour))
        handle.set("bontot_options_set_other_rubric", int(allow_other_rubric))
        handle.set("bontot_options_set_trust", _TRUST[trust])
        if reference is not None:
            with reference.use() as given:
                handle.set("bontot_options_set_reference", given)
        handle.set("bontot_options_raise_everywhere", int(raised_everywhere))
        for group in raised:
            handle.set("bontot_options_raise_group", *sized(group))
        if as_of is not None:
            handle.set("bontot_options_set_as_of", *sized(as_of))
        if limits is not None:
            handle.set("bontot_options_set_size_limit", limits.size)
            handle.set("bontot_options_set_depth_limit", limits.depth)
        _set_table(handle, period, ignored, decimals or {})
        with handle.use() as pointer:
            yield pointer


def _set_table(
    handle: OptionsHandle,
    period: Optional[Tuple[str, str]],
    ignored: Tuple[str, ...],
    decimals: Mapping[str, int],
) -> None:
    """Sets what options say of tables."""
    if period is not None:
        handle.set("bontot_options_set_period", *sized(period[0]), *sized(period[1]))
    for column in ignored:
        handle.set("bontot_options_ignore_column", *sized(column))
    for column, count in decimals.items():
        handle.set("bontot_options_set_decimals", *sized(column), count)
