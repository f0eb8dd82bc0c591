# SPDX-License-Identifier: BSL-1.0
"""What an assessing committee gives for its units."""

from __future__ import annotations

from contextlib import ExitStack
from decimal import Decimal
from typing import Optional, Tuple, Union

from . import _ffi
from ._errors import Language, MisuseError
from ._handles import Closing, ReferenceHandle, RubricHandle, call, sized
from ._values import Day, day_text, foreign_number, optional_day


class Reference(Closing):
    """Facts, exceptions and findings about evidence that a committee gives (format bontot-reference/1).

    Made by `Rubric.reference`, and good for dossiers of that rubric object. One
    serves all threads. One that said nothing when it was made is filled piece by
    piece; one that was read, or is in use at the moment, is immutable, and
    filling it raises MisuseError.
    """

    def __init__(self, handle: ReferenceHandle, rubric: RubricHandle, language: Language) -> None:
        self._handle = handle
        self._language: Language = language
        self._kept = ExitStack()  # the rubric is asked for numbers, also once it is closed elsewhere
        self._sheet = self._kept.enter_context(rubric.use())

    def set_period(self, first: Day, last: Day) -> None:
        """Sets the period that it is for."""
        self._call("bontot_reference_set_period", *sized(day_text(first)), *sized(day_text(last)))

    def set(
        self,
        fact: str,
        value: Union[int, Decimal, str],
        *,
        group: Optional[str] = None,
        unit: Optional[str] = None,
    ) -> None:
        """Gives a fact that the committee gives, for all units, those of a group, or one unit.

        A str is read as it is typed. Raises InputError for what is wrong, and
        NotFoundError when there is no such fact.
        """
        whom, name = _scope(group, unit)
        with self._handle.use():
            slot = _ffi.library().bontot_rubric_fact_slot(self._sheet, *sized(fact))
        if isinstance(value, str):
            self._call("bontot_reference_set", whom, *sized(name), slot, *sized(value))
        else:
            number = foreign_number(fact, value)
            self._call("bontot_reference_set_number", whom, *sized(name), slot, number)

    def add_exception(
        self, unit: str, gate: str, reason: str, authority: str, date: Optional[Day] = None
    ) -> None:
        """Lifts a gate, by its id, for a unit."""
        with self._handle.use():
            number = _ffi.library().bontot_rubric_gate_find(self._sheet, *sized(gate))
        texts = (*sized(reason), *sized(authority), *optional_day(date))
        self._call("bontot_reference_add_exception", *sized(unit), number, *texts)

    def add_finding(self, unit: str, document: str, status: str) -> None:
        """Sets the status of a document of a unit: "verified", "rejected" or "false"."""
        self._call("bontot_reference_add_finding", *sized(unit), *sized(document), *sized(status))

    def close(self) -> None:
        """Frees what the library holds; more than once does nothing. The garbage collector does it too."""
        super().close()
        self._kept.close()

    def _call(self, name: str, *arguments: object) -> None:
        with self._handle.use() as reference:
            call(name, reference, *arguments, language=self._language)


def _scope(group: Optional[str], unit: Optional[str]) -> Tuple[int, str]:
    if group is not None and unit is not None:
        raise MisuseError("a fact is given for a group or for a unit, not both")
    if unit is not None:
        return _ffi.BONTOT_FOR_UNIT, unit
    return (_ffi.BONTOT_FOR_ALL, "") if group is None else (_ffi.BONTOT_FOR_GROUP, group)
