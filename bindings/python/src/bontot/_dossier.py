# SPDX-License-Identifier: BSL-1.0
"""Dossiers that are built piece by piece, without JSON."""

from __future__ import annotations

import ctypes
import datetime
from contextlib import ExitStack
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Iterable, Literal, Mapping, Optional, Tuple, Union

from . import _ffi
from ._errors import Language, MisuseError, NotFoundError
from ._handles import Closing, DossierHandle, PathHandle, ResultHandle, call, options, sized
from ._path import Path, path_from
from ._reference import Reference
from ._result import Result, result_from
from ._values import Day, day_text, foreign_number, optional_day, optional_number

if TYPE_CHECKING:
    from ._rubric import Rubric, Trust

Value = Union[int, Decimal, bool, str, datetime.date, None]
"""The value of a fact. A str is read as it is typed, by the type of the fact; None is unknown."""

Part = Literal["facts", "marks", "members", "evidence", "history", "results", "exceptions"]

_PARTS: Mapping[str, int] = {
    "facts": _ffi.BONTOT_PART_FACTS,
    "marks": _ffi.BONTOT_PART_MARKS,
    "members": _ffi.BONTOT_PART_MEMBERS,
    "evidence": _ffi.BONTOT_PART_EVIDENCE,
    "history": _ffi.BONTOT_PART_HISTORY,
    "results": _ffi.BONTOT_PART_RESULTS,
    "exceptions": _ffi.BONTOT_PART_EXCEPTIONS,
}
_UNIT_PARTS: Mapping[str, int] = {
    "kind": _ffi.BONTOT_UNIT_KIND,
    "group": _ffi.BONTOT_UNIT_GROUP,
    "parent": _ffi.BONTOT_UNIT_PARENT,
}
_OF_MEMBERS: Mapping[str, str] = {
    "bontot_dossier_clear": "bontot_dossier_clear_member",
    "bontot_dossier_set_boolean": "bontot_dossier_set_member_boolean",
    "bontot_dossier_set_number": "bontot_dossier_set_member_number",
    "bontot_dossier_set_date": "bontot_dossier_set_member_date",
}


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
        self._kept = ExitStack()  # the rubric is asked for numbers, also once it is closed elsewhere
        self._sheet = self._kept.enter_context(rubric._handle.use())
        with options(language, trust=trust) as chosen:
            self._handle = DossierHandle.made_by("bontot_dossier_new", self._sheet, chosen, language=language)
        if unit_id or unit_name:
            self.set_unit(unit_id, unit_name)
        if period is not None:
            self.set_period(*period)

    def set_unit(self, id: str, name: str = "", *, kind: str = "", group: str = "", parent: str = "") -> None:
        """Says who the unit is; `kind` is one that the rubric is for, `group` whom it is ranked with, `parent`
        the id of the unit above it."""
        self._call("bontot_dossier_set_unit", *sized(id), *sized(name))
        for part, text in {"kind": kind, "group": group, "parent": parent}.items():
            if text:
                self.set_unit_part(part, text)

    def set_unit_part(self, part: str, text: str) -> None:
        """Sets the "kind", "group" or "parent" of the unit; "": it is not said."""
        if part not in _UNIT_PARTS:
            raise MisuseError(f"a part of the unit is one of {', '.join(_UNIT_PARTS)}, not {part!r}")
        self._call("bontot_dossier_set_unit_field", _UNIT_PARTS[part], *sized(text))

    def set_period(self, first: Day, last: Day) -> None:
        """Sets the first and the last day."""
        self._call("bontot_dossier_set_period", *sized(day_text(first)), *sized(day_text(last)))

    def set(self, fact: str, value: Value) -> None:
        """Sets a fact by its id: number, truth, date or text, or a str as it is typed.

        Raises NoFitError for a number of more than 64 bits, which a str can hold,
        and TypeError for a float, since scores are exact.
        """
        slot = self._slot(fact)
        if slot == _ffi.BONTOT_NONE or isinstance(value, str):
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

    def mark(
        self,
        node: str,
        role: str,
        points: Union[int, Decimal],
        *,
        comment: str = "",
        reason: str = "",
        by: str = "",
        date: Optional[Day] = None,
    ) -> None:
        """Gives a line the points of a role, in place of any that the role gave it before."""
        given = foreign_number(node, points)
        texts = (*sized(comment), *sized(reason), *sized(by), *optional_day(date))
        self._call("bontot_dossier_set_mark", self._node(node), self._role(role), given, *texts)

    def unmark(self, node: str, role: str) -> None:
        """Takes the points of a role from a line, if there are some."""
        self._call("bontot_dossier_clear_mark", self._node(node), self._role(role))

    def add_member(self, id: str, facts: Optional[Mapping[str, Value]] = None) -> Member:
        """Adds a member, and sets its facts; those that are not given are unknown."""
        number = ctypes.c_size_t()
        with self._handle.use() as dossier:
            call(
                "bontot_dossier_add_member", ctypes.byref(number), dossier, *sized(id), language=self._language
            )
        member = Member(self, number.value)
        member.update(facts or {})
        return member

    def add_evidence(
        self,
        id: str,
        supports: Iterable[str] = (),
        *,
        kind: str = "",
        number: str = "",
        issuer: str = "",
        issued: Optional[Day] = None,
        submitted: Optional[Day] = None,
        title: str = "",
        uri: str = "",
        sha256: str = "",
        status: str = "",
    ) -> None:
        """Adds a document that supports criteria and indicators, by their ids."""
        place = ctypes.c_size_t()
        with self._handle.use() as dossier:
            call(
                "bontot_dossier_add_evidence", ctypes.byref(place), dossier, *sized(id), language=self._language
            )
        for field, text in (
            (_ffi.BONTOT_EVIDENCE_KIND, kind),
            (_ffi.BONTOT_EVIDENCE_NUMBER, number),
            (_ffi.BONTOT_EVIDENCE_ISSUER, issuer),
            (_ffi.BONTOT_EVIDENCE_ISSUED, "" if issued is None else day_text(issued)),
            (_ffi.BONTOT_EVIDENCE_SUBMITTED, "" if submitted is None else day_text(submitted)),
            (_ffi.BONTOT_EVIDENCE_TITLE, title),
            (_ffi.BONTOT_EVIDENCE_URI, uri),
            (_ffi.BONTOT_EVIDENCE_SHA256, sha256),
            (_ffi.BONTOT_EVIDENCE_STATUS, status),
        ):
            if text:
                self._call("bontot_dossier_set_evidence", place.value, field, *sized(text))
        for node in supports:
            self._call("bontot_dossier_add_support", place.value, self._node(node))

    def add_history(
        self,
        first: Day,
        last: Day,
        *,
        rubric: str = "",
        grade: str = "",
        points: Union[int, Decimal, None] = None,
    ) -> None:
        """Adds the grade of an earlier period."""
        days = (*sized(day_text(first)), *sized(day_text(last)))
        self._call(
            "bontot_dossier_add_history", *days, *sized(rubric), *sized(grade), optional_number("points", points)
        )

    def add_result(self, result: Result) -> None:
        """Adds the result of a member, a sub-unit or a month; what is open in it is not taken."""
        with result._handle.use() as given:
            self._call("bontot_dossier_add_result_of", given)

    def add_result_in_short(
        self,
        unit: str,
        rubric: str,
        *,
        period: Optional[Tuple[Day, Day]] = None,
        grade: str = "",
        points: Union[int, Decimal, None] = None,
    ) -> None:
        """Adds a result of which only this is known; unit and rubric by their ids."""
        first, last = ("", "") if period is None else map(day_text, period)
        texts = (*sized(unit), *sized(rubric), *sized(first), *sized(last), *sized(grade))
        self._call("bontot_dossier_add_result", *texts, optional_number("points", points))

    def add_exception(self, gate: str, reason: str, authority: str, date: Optional[Day] = None) -> None:
        """Lifts a gate of the unit, by its id."""
        number = self._number("bontot_rubric_gate_find", "gate", gate)
        texts = (*sized(reason), *sized(authority), *optional_day(date))
        self._call("bontot_dossier_add_exception", number, *texts)

    def give(self, part: Part) -> None:
        """Says that a list is there, be it empty: "members", "evidence", "history" or "results"."""
        self._call("bontot_dossier_give", _part(part))

    def remove(self, part: Part) -> None:
        """Removes all of a part, which then is unknown."""
        self._call("bontot_dossier_remove", _part(part))

    def reset(self) -> None:
        """Forgets all that it says."""
        self._call("bontot_dossier_reset")

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

    def _slot(self, fact: str) -> int:
        with self._handle.use():  # closed, it has no rubric either
            slot: int = _ffi.library().bontot_rubric_fact_slot(self._sheet, *sized(fact))
            return slot

    def _number(self, finder: str, noun: str, id: str) -> int:
        """The number of something in the rubric. Raises NotFoundError."""
        with self._handle.use():
            number: int = getattr(_ffi.library(), finder)(self._sheet, *sized(id))
        if number == _ffi.BONTOT_NONE:
            raise NotFoundError(f"the rubric has no {noun} {id!r}")
        return number

    def _node(self, id: str) -> int:
        return self._number("bontot_rubric_node_find", "criterion or indicator", id)

    def _role(self, id: str) -> int:
        return self._number("bontot_rubric_role_find", "role", id)

    def close(self) -> None:
        """Frees what the library holds; more than once does nothing. The garbage collector does it too."""
        super().close()
        self._kept.close()


class Member:
    """A member of a dossier that is built, whose facts are set as those of the unit."""

    def __init__(self, dossier: Dossier, number: int) -> None:
        self._dossier = dossier
        self._number = number

    def set(self, fact: str, value: Value) -> None:
        """Sets a fact of the member by its id, as `Dossier.set`."""
        field = self._dossier._number("bontot_rubric_field_find", "fact of members", fact)
        if isinstance(value, str):
            self._dossier._call("bontot_dossier_set_member", self._number, field, *sized(value))
            return
        setter, *arguments = _setter(fact, value)
        self._dossier._call(_OF_MEMBERS[setter], self._number, field, *arguments)

    def update(self, facts: Mapping[str, Value]) -> None:
        """Sets several facts, one after the other; the first error ends it."""
        for fact, value in facts.items():
            self.set(fact, value)

    def clear(self, fact: str) -> None:
        """Makes a fact unknown."""
        self.set(fact, None)


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


def _part(part: str) -> int:
    if part not in _PARTS:
        raise MisuseError(f"a part is one of {', '.join(_PARTS)}, not {part!r}")
    return _PARTS[part]


def _setter(fact: str, value: Value) -> Tuple[Any, ...]:
    """Says which function takes a value that is no str, and what it is given."""
    if value is None:
        return ("bontot_dossier_clear",)
    if isinstance(value, bool):
        return "bontot_dossier_set_boolean", int(value)
    if isinstance(value, (int, float, Decimal)):
        return "bontot_dossier_set_number", foreign_number(fact, value)
    if isinstance(value, datetime.date):
        return ("bontot_dossier_set_date", *sized(day_text(value)))
    raise TypeError(f"{fact}: a fact is a number, truth, date or str, not {type(value).__name__}")
