# SPDX-License-Identifier: BSL-1.0
"""Results of many units, ranked, with the quotas applied."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Dict, Iterable, List, Literal, Mapping, Optional, Tuple, Union

from . import _ffi, _json
from ._comparison import ResultSource
from ._errors import ErrorEntry, InputError, Language, NotFoundError
from ._handles import Closing, CohortHandle, RankingHandle, call, options, written
from ._result import Result, period_from
from ._rubric import Rubric
from ._sources import errors_of, text_of
from ._told import Told

PlaceState = Literal["kept", "moves", "undecided", "open"]
KeyValue = Union[Decimal, Tuple[Optional[Decimal], Optional[Decimal]]]


@dataclass(frozen=True)
class Place:
    """Where a unit stands in its group."""

    unit_id: str
    unit_name: str
    group: Optional[str]
    """None: the unit has no group."""
    rank: Optional[int]
    """From 1, at worst; None: its grade is not proven, so it is not ranked."""
    rank_possible: Optional[int]
    """At best."""
    tied: bool
    """Whether another unit is equal in all keys."""
    points: Decimal
    """Of the total, what is sure."""
    possible: Decimal
    keys: Mapping[str, KeyValue]
    """What it is ranked by; where something is missing, (least, most), None for no bound. Empty: it is not ranked."""
    grade: str
    """That was assessed, at worst."""
    grade_possible: str
    state: PlaceState
    """moves: over a quota. undecided: people decide. open: its grade is not proven."""
    proposed: str
    """The worst grade that it may end with."""
    proposed_possible: str


@dataclass(frozen=True)
class Quota:
    """What a quota says for one group, or over all."""

    grade: str
    over_all: bool
    group: Optional[str]
    share: Optional[Decimal]
    """None: it is a number of units."""
    raised: bool
    base: Optional[int]
    """The units that the share is taken of."""
    allowed: int
    held: int
    """How many have the grade, or may come to it: kept + moved + undecided."""
    kept: int
    moved: int
    undecided: int
    open: int
    """Not counted: their grade is not proven."""


@dataclass(frozen=True)
class Movement:
    """A unit that falls by a quota, or that people must decide about."""

    unit_id: str
    undecided: bool
    """Whether it may keep the grade as well."""
    grade: str
    to: str
    """The grade that it falls to, at worst."""
    to_possible: str
    quota: Quota


@dataclass(frozen=True, repr=False)
class Ranking(Told):
    """What is proposed for a cohort: a complete copy, immutable, for any thread.

    Only `to_text` needs the library; after `close` it raises MisuseError, and
    all else stays.
    """

    _writer = "bontot_ranking_write"  # JSON in the format bontot-ranking/1

    rubric_id: str
    rubric_version: str
    period: Optional[Tuple[datetime.date, datetime.date]]
    tie_chain: Tuple[str, ...]
    places: Tuple[Place, ...]
    """Group by group in the order of their names; in each the best first, then those not ranked."""
    quotas: Tuple[Quota, ...]
    movements: Tuple[Movement, ...]
    _text: str = field(compare=False)
    _handle: RankingHandle = field(compare=False)

    @property
    def groups(self) -> Dict[Optional[str], Tuple[Place, ...]]:
        """The places by group."""
        out: Dict[Optional[str], List[Place]] = {}
        for place in self.places:
            out.setdefault(place.group, []).append(place)
        return {group: tuple(places) for group, places in out.items()}

    def place(self, unit_id: str) -> Place:
        """Returns where a unit stands. Raises NotFoundError."""
        for place in self.places:
            if place.unit_id == unit_id:
                return place
        raise NotFoundError(f"there is no unit {unit_id!r}")

    def __repr__(self) -> str:
        moved = sum(1 for each in self.movements if not each.undecided)
        undecided = len(self.movements) - moved
        return f"<bontot.Ranking {self.rubric_id}: {len(self.places)} units, {moved} move, {undecided} undecided>"


class Cohort(Closing):
    """Results of one rubric and period, to be ranked; it keeps a few hundred bytes of each.

    `len()` is how many units there are. Adding belongs to one thread at a
    time. Freed by `close`, at the end of a `with`, or by the garbage collector.
    """

    def __init__(self, rubric: Rubric) -> None:
        with rubric._handle.use() as pointer:
            self._handle = CohortHandle.made_by("bontot_cohort_new", pointer, None)

    def add(self, result: ResultSource, *, language: Language = "vi") -> None:
        """Adds the result of a unit: what `Rubric.evaluate` returned and is not closed, or a result
        in the format bontot-result/1: a dict, JSON text (str or bytes), or a file (os.PathLike).

        The first one says which period the cohort is of. Raises InputError
        with all that is wrong: faults of a text, another rubric, version or
        period, a unit that is there already; then nothing is added.
        """
        with self._handle.use() as cohort:
            if isinstance(result, Result):
                with result._handle.use() as given:
                    call("bontot_cohort_add", cohort, given, language=language)
                return
            text = text_of(result)
            with errors_of(result):
                call("bontot_cohort_add_json", cohort, text, len(text), None, language=language)

    def rank(
        self, *, raised: Iterable[str] = (), raised_everywhere: bool = False, language: Language = "vi"
    ) -> Ranking:
        """Ranks what was added so far; the order in which it was makes no difference.

        `raised` names the groups in which the committee raised the share of a
        quota ("": that of the units without a group). Raises InputError when
        there is no such group, or no share to be raised.
        """
        if isinstance(raised, str):
            raise TypeError("raised is a list of groups, not one str")
        with self._handle.use() as cohort, options(
            language, raised=tuple(raised), raised_everywhere=raised_everywhere
        ) as chosen:
            handle = RankingHandle.made_by("bontot_rank", cohort, chosen, language=language)
        with handle.use() as ranking:
            text = written("bontot_ranking_write", ranking, _ffi.BONTOT_JSON, None, language=language)
        return _ranking(text, handle)

    def __len__(self) -> int:
        with self._handle.use() as cohort:
            count: int = _ffi.library().bontot_cohort_count(cohort)
            return count

    def __repr__(self) -> str:
        return f"<bontot.Cohort of {len(self)}>"


def rank(
    rubric: Rubric,
    results: Iterable[ResultSource],
    *,
    raised: Iterable[str] = (),
    raised_everywhere: bool = False,
    language: Language = "vi",
) -> Ranking:
    """Ranks results, each as `Cohort.add` takes it, as they come: a generator is not kept in memory.

    Raises InputError with all that is wrong with any of them, each pointer
    beginning with the number of the result, from 0.
    """
    wrong: List[ErrorEntry] = []
    with Cohort(rubric) as cohort:
        for number, result in enumerate(results):
            try:
                cohort.add(result, language=language)
            except InputError as error:
                wrong.extend(replace(each, pointer=f"/{number}{each.pointer}") for each in error.entries)
        if wrong:
            raise InputError("some results cannot be ranked", tuple(wrong), language)
        return cohort.rank(raised=raised, raised_everywhere=raised_everywhere, language=language)


def _ranking(text: str, handle: RankingHandle) -> Ranking:
    said = _json.loads(text)
    quotas = tuple(_quota(each) for each in said["quotas"])
    return Ranking(
        rubric_id=said["rubric"]["id"],
        rubric_version=said["rubric"]["version"],
        period=period_from(said.get("period")),
        tie_chain=tuple(said["tie_chain"]),
        places=tuple(_places(said["groups"])),
        quotas=quotas,
        movements=tuple(
            Movement(
                unit_id=each["unit"],
                undecided=each["state"] == "undecided",
                grade=each["from"],
                to=each["to"],
                to_possible=each["to_possible"],
                quota=quotas[each["quota"]],
            )
            for each in said["movements"]
        ),
        _text=text,
        _handle=handle,
    )


def _places(groups: Iterable[Mapping[str, Any]]) -> Iterable[Place]:
    for group in groups:
        for each in (*group["places"], *group["open"]):
            is_ranked = "rank" in each
            yield Place(
                unit_id=each["unit"]["id"],
                unit_name=each["unit"].get("name", ""),
                group=group["group"],
                rank=each.get("rank"),
                rank_possible=each.get("rank_possible"),
                tied=each.get("tied", False),
                points=Decimal(each["points"]),
                possible=Decimal(each["possible"]),
                keys={key: _key(value) for key, value in each.get("keys", {}).items()},
                grade=each["grade"],
                grade_possible=each["grade"] if is_ranked else each["grade_possible"],
                state=each["state"] if is_ranked else "open",
                proposed=each["proposed"] if is_ranked else each["grade"],
                proposed_possible=each["proposed_possible"] if is_ranked else each["grade_possible"],
            )


def _key(said: Any) -> KeyValue:
    if isinstance(said, list):
        least, most = (None if end is None else Decimal(end) for end in said)
        return (least, most)
    return Decimal(said)


def _quota(said: Mapping[str, Any]) -> Quota:
    share = said.get("share")
    return Quota(
        grade=said["grade"],
        over_all=said["within"] == "all",
        group=said.get("group"),
        share=None if share is None else Decimal(share),
        raised=said.get("raised", False),
        base=said.get("base"),
        allowed=said["allowed"],
        held=said["held"],
        kept=said["kept"],
        moved=said["moved"],
        undecided=said["undecided"],
        open=said["open"],
    )
