# SPDX-License-Identifier: BSL-1.0
"""Lines that are scored as they come, with functions of yours that take what comes of each."""

from __future__ import annotations

import ctypes
from contextlib import ExitStack
from typing import Any, Callable, Dict, Optional, Union

from . import _ffi, _json
from ._errors import CancelledError, InputError, Language, MisuseError
from ._handles import Closing, LinesHandle, call, entries_of, options, written
from ._many import FORMS, Form, Written
from ._reference import Reference
from ._rubric import Rubric, Trust

Done = Callable[[Written], object]
"""Takes what came of a line; True says to stop."""

Find = Callable[[str], Optional[Rubric]]
"""Finds the rubric that a line names, by its id; None: there is none."""


class _Calls:
    """The functions of yours, as the library calls them. What they raise stops it, and is raised again."""

    def __init__(self, done: Done, find: Optional[Find], form: Form, language: Language) -> None:
        if form not in FORMS:
            raise MisuseError(f'the form is "summary", "json" or "text", not {form!r}')
        self._done, self._find = done, find
        self._form, self._language = FORMS[form], language
        self._kept = ExitStack()
        self._found: Dict[str, Any] = {}
        self.raised: Optional[BaseException] = None
        self.done = _ffi.LineDone(self._take)
        self.find = _ffi.FindRubric(self._look_up) if find is not None else _ffi.FindRubric(0)

    def _take(self, _payload: Any, number: int, result: Any, error: Any) -> int:
        try:
            if self.raised is None and self._done(self._written(number, result, error)) is not True:
                return 0
        except BaseException as raised:
            self.raised = raised
        return 1

    def _written(self, number: int, result: Any, error: Any) -> Written:
        if error:
            return Written(number, None, InputError("the line has errors", entries_of(error), self._language))
        with options(self._language) as chosen:
            text = written("bontot_result_write", result, self._form, chosen, language=self._language)
        return Written(number, text, None)

    def _look_up(self, _payload: Any, id: bytes, length: int) -> Optional[int]:
        try:
            name = id[:length].decode("utf-8", "replace")
            if self.raised is None and name not in self._found:
                assert self._find is not None
                rubric = self._find(name)
                lent = None if rubric is None else self._kept.enter_context(rubric._handle.use())
                self._found[name] = None if lent is None else ctypes.cast(lent, ctypes.c_void_p).value
            return self._found.get(name)
        except BaseException as raised:
            self.raised = raised
        return None

    def close(self) -> None:
        self._kept.close()


class Lines(Closing):
    """Scores lines of JSON, each a dossier, from text that comes piece by piece.

    `done` is called with what came of each line: the text of its result, as
    `Rubric.write_many` yields it, or its errors. When it returns True, or
    raises, no more is scored: the call that scores raises CancelledError, or
    what `done` raised. A line is scored by the rubric that it names, if `find`
    finds that, else by `rubric`. It belongs to one thread at a time.
    """

    def __init__(
        self,
        done: Done,
        rubric: Optional[Rubric] = None,
        *,
        find: Optional[Find] = None,
        form: Form = "summary",
        language: Language = "vi",
        allow_other_rubric: bool = False,
        reference: Optional[Reference] = None,
        trust: Trust = "all",
        as_of: Optional[str] = None,
    ) -> None:
        self._language: Language = language
        self._calls = _Calls(done, find, form, language)
        with ExitStack() as lent:
            sheet = None if rubric is None else lent.enter_context(rubric._handle.use())
            chosen = lent.enter_context(
                options(
                    language,
                    allow_other_rubric=allow_other_rubric,
                    reference=None if reference is None else reference._handle,
                    trust=trust,
                    as_of=as_of,
                )
            )
            calls = (self._calls.find, self._calls.done, None)
            self._handle = LinesHandle.made_by("bontot_lines_new", sheet, *calls, chosen, language=language)

    def feed(self, text: Union[str, bytes]) -> None:
        """Scores the lines that end in a piece of any length, and keeps what is behind them."""
        piece = _json.encoded(text) if isinstance(text, str) else text
        self._run("bontot_lines_feed", piece, len(piece))

    def end(self) -> None:
        """Scores the last line, if it has no line end, and ends the text."""
        self._run("bontot_lines_end")

    @property
    def count(self) -> int:
        """How many lines were scored or had errors."""
        with self._handle.use() as lines:
            count: int = _ffi.library().bontot_lines_count(lines)
            return count

    @property
    def wrong_count(self) -> int:
        """How many had errors."""
        with self._handle.use() as lines:
            count: int = _ffi.library().bontot_lines_wrong_count(lines)
            return count

    def close(self) -> None:
        """Frees what the library holds; more than once does nothing. The garbage collector does it too."""
        super().close()
        self._calls.close()

    def _run(self, name: str, *arguments: object) -> None:
        with self._handle.use() as lines:
            _raising(self._calls, name, lines, *arguments, language=self._language)


def evaluate_lines(
    text: Union[str, bytes],
    done: Done,
    rubric: Optional[Rubric] = None,
    *,
    find: Optional[Find] = None,
    form: Form = "summary",
    language: Language = "vi",
    allow_other_rubric: bool = False,
    reference: Optional[Reference] = None,
    trust: Trust = "all",
    as_of: Optional[str] = None,
) -> None:
    """Scores all lines of a text that is in memory, as `Lines` does."""
    given = _json.encoded(text) if isinstance(text, str) else text
    calls = _Calls(done, find, form, language)
    try:
        with ExitStack() as lent:
            sheet = None if rubric is None else lent.enter_context(rubric._handle.use())
            chosen = lent.enter_context(
                options(
                    language,
                    allow_other_rubric=allow_other_rubric,
                    reference=None if reference is None else reference._handle,
                    trust=trust,
                    as_of=as_of,
                )
            )
            arguments = (given, len(given), sheet, calls.find, calls.done, None, chosen)
            _raising(calls, "bontot_evaluate_lines", *arguments, language=language)
    finally:
        calls.close()


def _raising(calls: _Calls, name: str, *arguments: object, language: Language) -> None:
    """Calls a function that scores lines. Raises what a function of yours raised."""
    try:
        call(name, *arguments, language=language)
    except CancelledError:
        if calls.raised is None:
            raise
        raised, calls.raised = calls.raised, None
        raise raised from None
