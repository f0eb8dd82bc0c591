# SPDX-License-Identifier: BSL-1.0
"""Many dossiers, one after the other, in the memory of one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Iterator, Literal, Mapping, Optional

from . import _ffi
from ._errors import InputError, Language, MisuseError
from ._dossier import evaluate_into
from ._handles import DossierHandle, Limits, ResultHandle, RubricHandle, call, written
from ._result import Result, result_from
from ._sources import Source, Sources, each_of, errors_of, text_of

Form = Literal["summary", "json", "text"]

FORMS: Mapping[str, int] = {"summary": _ffi.BONTOT_SUMMARY, "json": _ffi.BONTOT_JSON, "text": _ffi.BONTOT_TEXT}


@dataclass(frozen=True)
class Scored:
    """What became of one dossier of many: a result, or an error."""

    number: int
    """Its place, from 1; of lines the number of the line."""
    result: Optional[Result]
    error: Optional[InputError]


@dataclass(frozen=True)
class Written:
    """What became of one dossier of many: the text of its result, or an error."""

    number: int
    text: Optional[str]
    error: Optional[InputError]


class _Reader:
    """Reads one dossier after the other into one handle, and scores it."""

    def __init__(self, rubric: RubricHandle, chosen: Any, language: Language, as_of: Optional[str]) -> None:
        self._chosen, self._language, self._as_of = chosen, language, as_of
        with rubric.use() as sheet:
            self.handle = DossierHandle.made_by("bontot_dossier_new", sheet, chosen, language=language)

    def score(self, source: Source, handle: ResultHandle) -> None:
        text = text_of(source)
        with errors_of(source), self.handle.use() as dossier:
            call("bontot_dossier_read", dossier, text, len(text), self._chosen, language=self._language)
            evaluate_into(handle, dossier, self._as_of, self._language)


def evaluate_each(
    rubric: RubricHandle,
    dossiers: Sources,
    chosen: Any,
    language: Language,
    as_of: Optional[str],
    limits: Limits,
) -> Iterator[Scored]:
    """Scores dossiers with options that are lent, each into a result of its own."""
    reader = _Reader(rubric, chosen, language, as_of)
    with reader.handle:
        for number, source in each_of(dossiers, limits.size):
            handle = ResultHandle.made_by("bontot_result_new", None, language=language)
            try:
                reader.score(source, handle)
            except InputError as error:
                handle.close()
                yield Scored(number, None, _named(error, dossiers, number))
            else:
                yield Scored(number, result_from(handle, language), None)


def write_each(
    rubric: RubricHandle,
    dossiers: Sources,
    form: Form,
    chosen: Any,
    language: Language,
    as_of: Optional[str],
    limits: Limits,
) -> Iterator[Written]:
    """Scores dossiers with options that are lent, all into one result, and writes it out each time."""
    if form not in FORMS:
        raise MisuseError(f'the form is "summary", "json" or "text", not {form!r}')
    reader = _Reader(rubric, chosen, language, as_of)
    with reader.handle, ResultHandle.made_by("bontot_result_new", None, language=language) as handle:
        for number, source in each_of(dossiers, limits.size):
            try:
                reader.score(source, handle)
            except InputError as error:
                yield Written(number, None, _named(error, dossiers, number))
                continue
            with handle.use() as result:
                text = written("bontot_result_write", result, FORMS[form], chosen, language=language)
            yield Written(number, text, None)


def _named(error: InputError, dossiers: Sources, number: int) -> InputError:
    """Makes the error of a line of a file say which line it is."""
    if isinstance(dossiers, os.PathLike):
        error.source = f"{os.fspath(dossiers)}:{number}"
    return error
