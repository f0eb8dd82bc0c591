# SPDX-License-Identifier: BSL-1.0
"""Tables of facts in columns: what goes in, what comes out, row by row what is wrong."""

from __future__ import annotations

import array
import ctypes
import datetime
import difflib
import importlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from . import _ffi
from ._buffers import Lent, lend
from ._errors import Language, MisuseError, NotFoundError
from ._handles import ReportHandle, borrowed, entries_of, options
from ._rubric import Rubric
from ._sheet import Fact

Day = Union[datetime.date, str]

MOST_ERRORS = 1000
_BLOCK_ROWS = 1024  # parts of a table begin at multiples of the library's blocks
_EPOCH = datetime.date(1970, 1, 1).toordinal()

_INTEGERS: Mapping[Tuple[bool, int], int] = {
    (True, 1): _ffi.BONTOT_COLUMN_INT8,
    (False, 1): _ffi.BONTOT_COLUMN_UINT8,
    (True, 2): _ffi.BONTOT_COLUMN_INT16,
    (False, 2): _ffi.BONTOT_COLUMN_UINT16,
    (True, 4): _ffi.BONTOT_COLUMN_INT32,
    (False, 4): _ffi.BONTOT_COLUMN_UINT32,
    (True, 8): _ffi.BONTOT_COLUMN_INT64,
    (False, 8): _ffi.BONTOT_COLUMN_UINT64,
}
_FLOATS: Mapping[int, int] = {4: _ffi.BONTOT_COLUMN_FLOAT32, 8: _ffi.BONTOT_COLUMN_FLOAT64}


@dataclass(frozen=True)
class Decimals:
    """A column of numbers as 128 bits each, in two's complement, the low half first."""

    data: Any
    """A buffer of 16 bytes for each row."""
    scale: int
    """How many decimals they have."""


@dataclass(frozen=True)
class RowError:
    """One thing that is wrong with a row."""

    row: int
    fact: str
    """The id of the fact; "" when it is about several, or about the result."""
    code: str
    message: str
    """The sentence in Vietnamese."""
    message_en: str
    """The sentence in English."""


@dataclass(frozen=True)
class NodePoints:
    """The points of one criterion or indicator, a cell for each row."""

    points: Any
    possible: Any


@dataclass(frozen=True)
class ColumnResults:
    """What scoring a table gave: arrays with a cell for each row, of NumPy where that is there."""

    points: Any
    """The totals that are sure: integers, to be divided by 10 to the power of `scale`."""
    possible: Any
    """The totals that can be reached, likewise."""
    completeness: Any
    """From 0 to 1: integers, to be divided by 10 to the power of 12."""
    grade: Any
    """Indices into `grades`; -1 in a row without results."""
    grade_possible: Any
    status: Any
    """0: scored; 1: the values contradict the rubric or each other; 2: a figure does not fit `scale`."""
    nodes: Dict[str, NodePoints]
    """By id."""
    grades: Tuple[str, ...]
    """The ids of the grades, best first."""
    scale: int
    errors: Tuple[RowError, ...]
    """Of the first rows, at most 1,000."""
    error_count: int
    """Of all."""
    wrong_rows: int

    def __len__(self) -> int:
        return len(self.status)

    def decimal(self, figure: int) -> Decimal:
        """Returns a figure of `points` or `possible` as an exact decimal."""
        return Decimal(int(figure)).scaleb(-self.scale)


@dataclass
class _Column:
    """A column as the library takes it, and what it points to."""

    type: int
    scale: int
    rows: int
    values: Lent
    text: Optional[Lent] = None
    valid: Optional[Lent] = None


def evaluate_columns(
    rubric: Rubric,
    columns: Mapping[str, object],
    *,
    masks: Optional[Mapping[str, object]] = None,
    scales: Optional[Mapping[str, int]] = None,
    decimals: Optional[Mapping[str, int]] = None,
    period: Optional[Tuple[Day, Day]] = None,
    nodes: Optional[Sequence[str]] = None,
    scale: int = 12,
    threads: int = 1,
    language: Language = "vi",
) -> ColumnResults:
    """Scores a table: each row as a dossier that has its facts and nothing else.

    `columns` has a column for each fact, by id; facts without one are unknown.
    A column is an object with the buffer protocol, such as a NumPy array, or a
    list in which None is unknown; or `Decimals`. Of numbers, `scales` says how
    many decimals integers have (6 with a scale of 1 is 0.6), and `decimals`
    how many those of floats have: such a value is the decimal number that is
    nearest, and one that does not convert back is an error of its row. Lists
    of numbers hold int or Decimal, of dates datetime.date or str. Dates in a
    buffer are days since 1970-01-01 (int32, or NumPy's datetime64).

    `masks` has for a column a buffer of bytes or booleans: 0 is unknown.
    `nodes` are the ids whose points are returned; by default the criteria.
    `scale` is how many decimals points are returned with; a row with points
    that have more is not scored. With several `threads` each takes a part.

    Raises MisuseError or InputError for what is wrong with the table itself;
    what is wrong with rows is in the result.
    """
    facts = {fact.id: fact for fact in rubric.facts}
    taken = {
        id: _column(_fact(facts, id), given, (scales or {}).get(id), (decimals or {}).get(id))
        for id, given in columns.items()
    }
    for name, more in (("masks", masks), ("scales", scales), ("decimals", decimals)):
        for id in more or ():
            if id not in taken:
                raise MisuseError(f"{name} has {id!r}, but columns has not")
    for id, mask in (masks or {}).items():
        _add_mask(id, taken[id], mask)
    rows = _row_count(taken)
    out = _Outputs(rubric, rows, nodes, scale)
    table = (_ffi.Column * len(taken))()
    for place, (id, column) in zip(table, taken.items()):
        _fill(place, facts[id].slot, column)
    given_table = _ffi.Table(ctypes.sizeof(_ffi.Table), table, len(taken))
    parts = _parts(rows, threads)
    with rubric._handle.use() as handle, options(language, period=day_texts(period)) as chosen:

        def run(part: Tuple[int, int]) -> ReportHandle:
            return ReportHandle.made_by(
                "bontot_evaluate_columns",
                handle,
                ctypes.byref(given_table),
                part[0],
                part[1],
                ctypes.byref(out.results),
                chosen,
                language=language,
            )

        if len(parts) == 1:
            reports = [run(parts[0])]
        else:
            with ThreadPoolExecutor(len(parts)) as pool:
                reports = list(pool.map(run, parts))
    return out.finish(reports)


def _fact(facts: Mapping[str, Fact], id: str) -> Fact:
    if id not in facts:
        near = difflib.get_close_matches(id, facts, 1)
        raise NotFoundError(f"the rubric has no fact {id!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    return facts[id]


def _column(fact: Fact, given: object, scale: Optional[int], decimals: Optional[int]) -> _Column:
    if isinstance(given, Decimals):
        lent = lend(given.data)
        return _Column(_ffi.BONTOT_COLUMN_DECIMAL128, given.scale, lent.size // 16, lent)
    if isinstance(given, (list, tuple)):
        return _list_column(fact, given)
    kind = getattr(getattr(given, "dtype", None), "kind", "")
    if kind in ("U", "O", "S"):
        return _list_column(fact, given.tolist())  # type: ignore[attr-defined]
    if kind == "M":
        return _numpy_days(given)
    return _buffer_column(fact, given, scale, decimals)


def _buffer_column(fact: Fact, given: object, scale: Optional[int], decimals: Optional[int]) -> _Column:
    lent = lend(given)
    code, rows = lent.code, lent.size // lent.item_size
    if fact.type == "boolean":
        if lent.item_size != 1:
            raise MisuseError(f"the column of the boolean fact {fact.id} must have a byte for each row")
        return _Column(_ffi.BONTOT_COLUMN_BOOLEAN_BYTES, 0, rows, lent)
    if fact.type == "date":
        if (code, lent.item_size) not in (("i", 4), ("l", 4)):
            raise MisuseError(f"the column of the date {fact.id} must hold int32, days since 1970-01-01")
        return _Column(_ffi.BONTOT_COLUMN_DATE32, 0, rows, lent)
    if fact.type != "number":
        raise MisuseError(f"the column of {fact.id}, a {fact.type}, must be a list of str")
    if code in ("f", "d"):
        if decimals is None:
            raise MisuseError(f"the column of {fact.id} holds floats: say in `decimals` how many decimals they have")
        return _Column(_FLOATS[lent.item_size], decimals, rows, lent)
    if code not in "bBhHiIlLqQ":
        raise MisuseError(f"the column of {fact.id} holds {code!r}, which is no number")
    return _Column(_INTEGERS[code.islower(), lent.item_size], scale or 0, rows, lent)


def _numpy_days(given: Any) -> _Column:
    numpy = importlib.import_module("numpy")
    days = given.astype("datetime64[D]").astype("int64")
    known = ~numpy.isnat(given)
    # Beyond 32 bits there is no date that the library takes: the greatest is one of them.
    fitting = numpy.where(known, numpy.clip(days, -(2**31), 2**31 - 1), 0).astype("int32")
    return _Column(_ffi.BONTOT_COLUMN_DATE32, 0, len(fitting), lend(fitting), valid=lend(known))


def _list_column(fact: Fact, given: Sequence[object]) -> _Column:
    known = bytes(value is not None for value in given)
    maker = {"number": _numbers, "boolean": _truths, "date": _days}.get(fact.type, _texts)
    try:
        column = maker(given)
    except TypeError as error:
        raise TypeError(f"{fact.id}: {error}") from None
    column.valid = lend(known)
    return column


def _numbers(given: Sequence[object]) -> _Column:
    exact = [_decimal(value) for value in given]
    exponents = [value.as_tuple().exponent for value in exact]
    scale = max([0] + [-each for each in exponents if isinstance(each, int)])
    amounts = [_coefficient(value, scale) for value in exact]
    if all(-(2**63) <= amount < 2**63 for amount in amounts):
        return _Column(_ffi.BONTOT_COLUMN_INT64, scale, len(amounts), lend(array.array("q", amounts)))
    data = b"".join(amount.to_bytes(16, "little", signed=True) for amount in amounts)
    return _Column(_ffi.BONTOT_COLUMN_DECIMAL128, scale, len(amounts), lend(data))


def _decimal(value: object) -> Decimal:
    if value is None:
        return Decimal(0)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise TypeError(f"a number is int or Decimal, not {type(value).__name__}")
    number = Decimal(value)
    if not number.is_finite():
        raise TypeError(f"{number} is no number")
    return number


def _coefficient(value: Decimal, scale: int) -> int:
    sign, digits, exponent = value.as_tuple()
    amount: int = int("".join(map(str, digits))) * 10 ** (int(exponent) + scale)
    if amount >= 2**127:
        raise MisuseError(f"{value} does not fit 128 bits with {scale} decimals")
    return -amount if sign else amount


def _truths(given: Sequence[object]) -> _Column:
    for value in given:
        if value is not None and not isinstance(value, bool):
            raise TypeError(f"a boolean is bool, not {type(value).__name__}")
    return _Column(_ffi.BONTOT_COLUMN_BOOLEAN_BYTES, 0, len(given), lend(bytes(map(bool, given))))


def _days(given: Sequence[object]) -> _Column:
    if any(isinstance(value, str) for value in given):
        return _texts([str(value) if isinstance(value, datetime.date) else value for value in given])
    days = array.array("i")
    for value in given:
        if value is not None and not isinstance(value, datetime.date):
            raise TypeError(f"a date is datetime.date or str, not {type(value).__name__}")
        days.append(0 if value is None else value.toordinal() - _EPOCH)
    return _Column(_ffi.BONTOT_COLUMN_DATE32, 0, len(days), lend(days))


def _texts(given: Sequence[object]) -> _Column:
    offsets = array.array("q", [0])
    pieces = []
    end = 0
    for value in given:
        if value is not None and not isinstance(value, (str, bytes)):
            raise TypeError(f"a text is str or UTF-8 in bytes, not {type(value).__name__}")
        piece = b"" if value is None else value if isinstance(value, bytes) else value.encode(errors="surrogatepass")
        pieces.append(piece)
        end += len(piece)
        offsets.append(end)
    text = lend(b"".join(pieces))
    return _Column(_ffi.BONTOT_COLUMN_TEXT64, 0, len(given), lend(offsets), text=text)


def _add_mask(id: str, column: _Column, mask: object) -> None:
    lent = lend(mask if not isinstance(mask, (list, tuple)) else bytes(map(bool, mask)))
    if lent.item_size != 1 or lent.size != column.rows:
        raise MisuseError(f"the mask of {id} must have a byte for each of {column.rows} rows")
    if column.valid is None:
        column.valid = lent
    else:
        column.valid = lend(bytes(a and b for a, b in zip(column.valid.view, lent.view)))


def _row_count(taken: Mapping[str, _Column]) -> int:
    counts = {column.rows for column in taken.values()}
    if len(counts) != 1:
        found = ", ".join(f"{id} {column.rows}" for id, column in taken.items()) or "none"
        raise MisuseError(f"all columns must have the same number of rows; there are: {found}")
    return counts.pop()


def _fill(place: Any, slot: int, column: _Column) -> None:
    place.size = ctypes.sizeof(_ffi.Column)
    place.slot = slot
    place.type = column.type if column.rows else _ffi.BONTOT_COLUMN_NOTHING
    place.scale = column.scale
    place.values = column.values.address
    place.text = column.text.address if column.text else None
    place.valid_bytes = column.valid.address if column.valid else None


def _parts(rows: int, threads: int) -> List[Tuple[int, int]]:
    if threads < 1:
        raise MisuseError("there is at least one thread")
    blocks = -(-rows // _BLOCK_ROWS)
    count = max(1, min(threads, blocks))
    bounds = [min(rows, blocks * part // count * _BLOCK_ROWS) for part in range(count)] + [rows]
    return [(begin, end - begin) for begin, end in zip(bounds, bounds[1:])]


def day_texts(period: Optional[Tuple[Day, Day]]) -> Optional[Tuple[str, str]]:
    """Returns a period as the library reads it."""
    return None if period is None else (str(period[0]), str(period[1]))


def _array_maker() -> Callable[[str, int], Any]:
    """Returns what makes an array of so many cells: of NumPy, or else of the standard library."""
    try:
        numpy = importlib.import_module("numpy")
    except ImportError:
        return lambda code, count: array.array(code, bytes(array.array(code).itemsize * count))
    return lambda code, count: numpy.zeros(count, dtype=code)


class _Outputs:
    """The arrays that the library writes into."""

    def __init__(self, rubric: Rubric, rows: int, nodes: Optional[Sequence[str]], scale: int) -> None:
        make = _array_maker()
        self._lent: List[Lent] = []
        self._scale = scale
        self.points, self.possible, self.completeness = (make("q", rows) for _ in range(3))
        self.grade, self.grade_possible = (make("i", rows) for _ in range(2))
        self.status = make("B", rows)
        library = _ffi.library()
        with rubric._handle.use() as handle:
            count = library.bontot_rubric_grade_count(handle)
            self.grades = tuple(borrowed("bontot_rubric_grade_id", handle, each) for each in range(count))
            places = _node_places(handle, nodes)
        self.nodes = {id: NodePoints(make("q", rows), make("q", rows)) for id in places}
        structs = (_ffi.NodeColumn * len(places))()
        for struct, id in zip(structs, places):
            struct.size = ctypes.sizeof(_ffi.NodeColumn)
            struct.node = places[id]
            struct.points = self._address(self.nodes[id].points)
            struct.possible = self._address(self.nodes[id].possible)
        self.results = _ffi.TableResults(
            ctypes.sizeof(_ffi.TableResults),
            scale,
            *map(self._address, (self.points, self.possible, self.completeness)),
            *map(self._address, (self.grade, self.grade_possible, self.status)),
            structs,
            len(places),
        )

    def _address(self, made: Any) -> Optional[int]:
        self._lent.append(lend(made))
        return self._lent[-1].address if self._lent[-1].size else None

    def finish(self, reports: Sequence[ReportHandle]) -> ColumnResults:
        library = _ffi.library()
        errors: List[RowError] = []
        error_count = wrong_rows = 0
        for report in reports:
            with report, report.use() as pointer:
                error_count += library.bontot_report_error_count(pointer)
                wrong_rows += library.bontot_report_wrong_rows(pointer)
                errors += _row_errors(pointer, MOST_ERRORS - len(errors))
        self._lent.clear()
        return ColumnResults(
            self.points,
            self.possible,
            self.completeness,
            self.grade,
            self.grade_possible,
            self.status,
            self.nodes,
            self.grades,
            self._scale,
            tuple(errors),
            error_count,
            wrong_rows,
        )


def _node_places(handle: Any, nodes: Optional[Sequence[str]]) -> Dict[str, int]:
    library = _ffi.library()
    if nodes is None:
        criteria = [
            node
            for node in range(library.bontot_rubric_node_count(handle))
            if library.bontot_rubric_node_parent(handle, node) == _ffi.BONTOT_NONE
        ]
        return {borrowed("bontot_rubric_node_id", handle, node): node for node in criteria}
    found = {}
    for id in nodes:
        name = id.encode()
        found[id] = library.bontot_rubric_node_find(handle, name, len(name))
        if found[id] == _ffi.BONTOT_NONE:
            raise NotFoundError(f"the rubric has no criterion or indicator {id!r}")
    return found


def _row_errors(report: Any, most: int) -> List[RowError]:
    library = _ffi.library()
    errors = library.bontot_report_errors(report)
    if not errors:
        return []
    found = []
    for place, entry in enumerate(entries_of(errors, most)):
        _, _, fact = entry.pointer[1:].partition("/")
        row = library.bontot_report_row(report, place)
        found.append(RowError(row, fact, entry.code, entry.message, entry.message_en))
    return found


