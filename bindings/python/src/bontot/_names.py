# SPDX-License-Identifier: BSL-1.0
"""Names and their values, for expressions."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Mapping, Optional, Tuple, Union

from ._errors import Language
from ._handles import Closing, NamesHandle, call, options, sized, written
from ._values import day_text, foreign_number

NamedValue = Union[int, Decimal, bool, str, datetime.date, None]
"""A str is a text; None is unknown."""


class Names(Closing):
    """Names and their values, which FEEL expressions may use. They belong to one thread at a time."""

    def __init__(
        self, values: Optional[Mapping[str, NamedValue]] = None, *, language: Language = "vi"
    ) -> None:
        self._language: Language = language
        with options(language) as chosen:
            self._handle = NamesHandle.made_by("bontot_names_new", chosen, language=language)
        for name, value in (values or {}).items():
            self.set(name, value)

    def set(self, name: str, value: NamedValue) -> None:
        """Sets a name to a value, in place of the one it had. Raises InputError when no name can be so."""
        setter, *arguments = _setter(name, value)
        self._call(setter, *sized(name), *arguments)

    def define(self, name: str, expression: str) -> None:
        """Sets a name to the value of an expression over the names so far: a list, a context, a duration, any
        value that FEEL has. Raises InputError with the column in the expression."""
        self._call("bontot_names_set_expression", *sized(name), *sized(expression))

    def evaluate(self, expression: str, *, language: Optional[Language] = None) -> str:
        """Evaluates an expression over the names, as `feel`."""
        chosen = language or self._language
        with self._handle.use() as names:
            return written("bontot_names_evaluate", names, *sized(expression), None, language=chosen)

    def _call(self, name: str, *arguments: object) -> None:
        with self._handle.use() as names:
            call(name, names, *arguments, language=self._language)


def _setter(name: str, value: NamedValue) -> Tuple[Any, ...]:
    if value is None:
        return ("bontot_names_set_unknown",)
    if isinstance(value, bool):
        return "bontot_names_set_boolean", int(value)
    if isinstance(value, str):
        return ("bontot_names_set_text", *sized(value))
    if isinstance(value, datetime.date):
        return ("bontot_names_set_date", *sized(day_text(value)))
    if isinstance(value, (int, float, Decimal)):
        return "bontot_names_set_number", foreign_number(name, value)
    raise TypeError(f"{name}: a value is a number, truth, date, str or None, not {type(value).__name__}")
