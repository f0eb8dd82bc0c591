# SPDX-License-Identifier: BSL-1.0
"""Dossiers that are built piece by piece, without JSON."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Mapping, Optional, Tuple, Union

from . import _ffi
from ._errors import Language, MisuseError, NoFitError
from ._handles import Closing, DossierHandle, PathHandle, ResultHandle, call, options, sized
from ._path import Path, path_from
from ._reference import Reference
from ._result import Result, result_from

if TYPE_CHECKING:
    from ._rubric import Rubric, Trust

Day = Union[datetime.date, str]
Value = Union[int, Decimal, bool, str, datetime.date, None]
"""The value of a fact. A str is read as it is typed, by the type of the fact; None is unknown."""

_MOST_SCALE = 6000


class Dossier(Closing):
    """A dossier that is built piece by piece; at first every fact is unknown.

    Each call raises InputError when what it says is wrong, or NotFoundError
    when the rubric has no such thing; then the dossier is as it was. It belongs
    to one thread at a time, and keeps its rubric alive.
    """

    def __init__(
        self,
        rubric: Rubric,
        unit_id: str = "",
        unit_name: str = "",
        *,
        period: Optional[Tuple[Day, Day]] = None,
        trust: Trust = "all",
        language: Language = "vi",
    ) -> None:
        self._language: Language = language
        self._slots = {fact.id: fact.slot for fact in rubric.facts}
        with rubric._handle.use() as sheet, options(language, trust=trust) as chosen:
            self._handle = DossierHandle.made_by("bontot_dossier_new", sheet, chosen, language=language)
        if unit_id or unit_name:
            self.set_unit(unit_id, unit_name)
        if period is not None:
            self.set_period(*period)

    def set_unit(self, id: str, name: str = "") -> None:
        """Says who the unit is."""
        self._call("bontot_dossier_set_unit", *sized(id), *sized(name))

    def set_period(self, first: Day, last: Day) -> None:
        """Sets the first and the last day."""
        self._call("bontot_dossier_set_period", *sized(day_text(first)), *sized(day_text(last)))

    def set(self, fact: str, value: Value) -> None:
        """Sets a fact by its id: number, truth, date or text, or a str as it is typed.

        Raises NoFitError for a number of more than 64 bits, which a str can hold,
        and TypeError for a float, since scores are exact.
        """
        slot = self._slots.get(fact)
        if slot is None or isinstance(value, str):
            # Of a fact that is not there, the library says what may be meant.
            typed = value if isinstance(value, str) else ""
            self._call("bontot_dossier_set", *sized(fact), *sized(typed))
            return
        setter, *arguments = _setter(fact, value)
        self._call(setter, slot, *arguments)

    def update(self, facts: Mapping[str, Value]) -> None:
        """Sets several facts, one after the other; the first error ends it."""
        for fact, value in facts.items():
            self.set(fact, value)

    def clear(self, fact: str) -> None:
        """Makes a fact unknown."""
        self.set(fact, None)

    def apply(self, reference: Reference) -> None:
        """Takes over what a committee says of the unit, once the unit is set. Raises InputError when
        that contradicts the dossier, or is of another rubric; then nothing is changed."""
        with reference._handle.use() as given:
            self._call("bontot_dossier_apply", given)

    def evaluate(self, *, language: Optional[Language] = None, as_of: Optional[str] = None) -> Result:
        """Scores the dossier as it is now.

        Raises InputError when it breaks a rule of consistency, and NotFoundError
        when there is no such role.
        """
        chosen = language or self._language
        handle = ResultHandle.made_by("bontot_result_new", None, language=chosen)
        with self._handle.use() as dossier:
            evaluate_into(handle, dossier, as_of, chosen)
        return result_from(handle, chosen)

    def path(
        self, to: Optional[str] = None, *, language: Optional[Language] = None, as_of: Optional[str] = None
    ) -> Path:
        """Finds what the unit has to change to reach a grade, as `Rubric.path`."""
        chosen = language or self._language
        with self._handle.use() as dossier:
            return path_to(dossier, to, as_of, chosen)

    def _call(self, name: str, *arguments: object) -> None:
        with self._handle.use() as dossier:
            call(name, dossier, *arguments, language=self._language)


def evaluate_into(handle: ResultHandle, dossier: Any, as_of: Optional[str], language: Language) -> None:
    """Scores a dossier that is lent into a result."""
    with handle.use() as result:
        if as_of is None:
            call("bontot_evaluate", result, dossier, language=language)
        else:
            call("bontot_evaluate_as_of", result, dossier, *sized(as_of), language=language)


def path_to(dossier: Any, to: Optional[str], as_of: Optional[str], language: Language) -> Path:
    """Finds the path of a dossier that is lent."""
    grade, role = optional(to), optional(as_of)
    handle = PathHandle.made_by("bontot_path_to", dossier, *grade, *role, None, language=language)
    return path_from(handle, language)


def optional(text: Optional[str]) -> Tuple[Optional[bytes], int]:
    return (None, 0) if text is None else sized(text)


def day_text(day: Day) -> str:
    if isinstance(day, datetime.datetime):
        raise TypeError(f"{day!r} has a time of day; use its date()")
    return day if isinstance(day, str) else day.isoformat()


def _setter(fact: str, value: Value) -> Tuple[Any, ...]:
    """Says which function takes a value that is no str, and what it is given."""
    if value is None:
        return ("bontot_dossier_clear",)
    if isinstance(value, bool):
        return "bontot_dossier_set_boolean", int(value)
    if isinstance(value, (int, Decimal)):
        return "bontot_dossier_set_number", foreign_number(fact, value)
    if isinstance(value, datetime.date):
        return ("bontot_dossier_set_date", *sized(day_text(value)))
    if isinstance(value, float):
        raise TypeError(f"{fact}: {value!r} is a float, and scores are exact; use decimal.Decimal or a str")
    raise TypeError(f"{fact}: a fact is a number, truth, date or str, not {type(value).__name__}")


def foreign_number(name: str, value: Union[int, Decimal]) -> _ffi.Number:
    """Returns coefficient and scale. Raises NoFitError when the library's struct cannot hold them."""
    exact = Decimal(value)
    if not exact.is_finite():
        raise MisuseError(f"{name}: {value} is not a number; None is an unknown value")
    sign, digits, exponent = exact.as_tuple()
    assert isinstance(exponent, int)
    coefficient = int("".join(map(str, digits)) or "0")
    scale = max(0, -exponent)
    if exponent > 18 or scale > _MOST_SCALE or coefficient * 10 ** max(0, exponent) >= 2**63:
        raise NoFitError(f"{name}: {value} has more than 64 bits; give it as a str")
    shifted = coefficient * 10 ** max(0, exponent)
    return _ffi.Number(-shifted if sign else shifted, scale)
