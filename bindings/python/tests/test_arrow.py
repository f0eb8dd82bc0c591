# SPDX-License-Identifier: BSL-1.0
"""Batches of the Arrow C data interface: made by hand here, and by pyarrow where it is installed."""

import array
import ctypes
import gc
import importlib
import struct
import unittest
from decimal import Decimal

import bontot
from bontot import _arrow, _ffi
from test_columns import rubric

try:
    pyarrow = importlib.import_module("pyarrow")
except ImportError:
    pyarrow = None


class Batch:
    """A batch of columns (name, format, buffers), which counts what is released."""

    def __init__(self, rows, *columns):
        self.released = []
        self._kept = []
        self._rows = rows
        self._columns = columns
        self._release_schema = _ffi.ReleaseSchema(self._release)
        self._release_array = _ffi.ReleaseArray(self._release)

    def _release(self, pointer):
        self.released.append(type(pointer.contents).__name__)
        pointer.contents.release = type(pointer.contents.release)()

    def _pointers(self, kind, items):
        self._kept.append(items)
        made = (ctypes.POINTER(kind) * len(items))(*map(ctypes.pointer, items))
        self._kept.append(made)
        return made

    def _column(self, name, format, *buffers):
        schema = _ffi.ArrowSchema(format=format, name=name, release=self._release_schema)
        self._kept.append(buffers)
        addresses = [None if each is None else ctypes.addressof(each) for each in buffers]
        places = (ctypes.c_void_p * len(buffers))(*addresses)
        self._kept.append(places)
        nulls = 0 if not buffers or buffers[0] is None else -1
        array = _ffi.ArrowArray(
            length=self._rows, null_count=nulls, n_buffers=len(buffers), buffers=places, release=self._release_array
        )
        return schema, array

    def __arrow_c_array__(self, requested_schema=None):
        columns = [self._column(*each) for each in self._columns]
        schemas = self._pointers(_ffi.ArrowSchema, [schema for schema, _ in columns])
        arrays = self._pointers(_ffi.ArrowArray, [array for _, array in columns])
        no_mask = (ctypes.c_void_p * 1)(None)
        self._kept.append(no_mask)
        schema = _ffi.ArrowSchema(
            format=b"+s", name=b"", n_children=len(columns), children=schemas, release=self._release_schema
        )
        whole = _ffi.ArrowArray(
            length=self._rows, n_buffers=1, buffers=no_mask, n_children=len(columns), children=arrays,
            release=self._release_array,
        )
        return _arrow._capsule(schema, b"arrow_schema"), _arrow._capsule(whole, b"arrow_array")


def buffer(code, *items):
    """Memory with these items."""
    return ctypes.create_string_buffer(array.array(code, items).tobytes())


def texts(*words):
    ends = [sum(len(word.encode()) for word in words[:count]) for count in range(len(words) + 1)]
    return buffer("i", *ends), ctypes.create_string_buffer("".join(words).encode())


def read(exporter):
    """The columns of a batch by name: Decimal, str or None in each row."""
    schema_capsule, array_capsule = exporter.__arrow_c_array__()
    schema = ctypes.cast(_arrow._pointer_of(schema_capsule, b"arrow_schema"), _ffi.SchemaPointer).contents
    whole = ctypes.cast(_arrow._pointer_of(array_capsule, b"arrow_array"), _ffi.ArrayPointer).contents
    found = {}
    for index in range(schema.n_children):
        field, column = schema.children[index].contents, whole.children[index].contents
        found[field.name.decode()] = [cell(field.format, column, row) for row in range(whole.length)]
    return found


def cell(format, column, row):
    if column.buffers[0] and not ctypes.string_at(column.buffers[0] + row // 8, 1)[0] >> row % 8 & 1:
        return None
    if format == b"u":
        begin, end = struct.unpack("=ii", ctypes.string_at(column.buffers[1] + 4 * row, 8))
        return ctypes.string_at(column.buffers[2] + begin, end - begin).decode()
    assert format == b"d:38,12"
    amount = int.from_bytes(ctypes.string_at(column.buffers[1] + 16 * row, 16), "little", signed=True)
    return Decimal(amount).scaleb(-12).normalize()


class ArrowTest(unittest.TestCase):
    def setUp(self):
        self.batch = Batch(
            3,
            (b"m.n", b"l", buffer("B", 0b011), buffer("q", 7, 11, 99)),
            (b"flag", b"b", None, buffer("B", 0b101)),
            (b"pick", b"u", None, *texts("yes", "no", "ừ")),
        )

    def test_results(self):
        results = bontot.evaluate_arrow(rubric, self.batch, language="en")
        self.assertEqual(len(results), 3)
        found = read(results)
        self.assertEqual(
            list(found),
            ["points", "possible", "A.points", "A.possible", "B.points", "B.possible", "C.points", "C.possible",
             "completeness", "grade", "grade_possible", "error"],
        )
        self.assertEqual(found["points"], [27, None, 10])
        self.assertEqual(found["possible"], [37, None, 30])
        self.assertEqual(found["A.possible"], [7, None, 10])
        self.assertEqual(found["completeness"], [Decimal("0.75"), None, Decimal("0.5")])
        self.assertEqual(found["grade"], ["top", None, "rest"])
        self.assertEqual(found["grade_possible"], ["top", None, "top"])
        self.assertEqual(found["error"], [None, "The fact m.n is 11, but must be from 0 to 10.", None])

    def test_the_batch_is_released_once_by_its_capsules(self):
        bontot.evaluate_arrow(rubric, self.batch)
        gc.collect()
        self.assertEqual(sorted(self.batch.released), ["ArrowArray", "ArrowSchema"])

    def test_it_is_released_when_it_is_refused(self):
        wrong = Batch(1, (b"m.m", b"l", None, buffer("q", 1)))
        with self.assertRaisesRegex(bontot.InputError, r'\(nearest: "m.n"\)'):
            bontot.evaluate_arrow(rubric, wrong, language="en")
        gc.collect()
        self.assertEqual(sorted(wrong.released), ["ArrowArray", "ArrowSchema"])

    def test_ignored_columns_and_decimals(self):
        batch = Batch(2, (b"unit", b"l", None, buffer("q", 1, 2)), (b"m.n", b"g", None, buffer("d", 2.5, 0.25)))
        with self.assertRaises(bontot.InputError) as raised:
            bontot.evaluate_arrow(rubric, batch)
        codes = [(each.pointer, each.code) for each in raised.exception.entries]
        self.assertEqual(codes, [("/unit", "columns_no_fact"), ("/m.n", "columns_no_decimals")])
        found = read(bontot.evaluate_arrow(rubric, batch, ignore=["unit"], decimals={"m.n": 1}, language="en"))
        self.assertEqual(found["A.points"], [Decimal("2.5"), None])
        self.assertIn("decimals", found["error"][1])

    def test_period(self):
        days = Batch(2, (b"day", b"tdD", None, buffer("i", 20454, 20453)))
        found = read(bontot.evaluate_arrow(rubric, days, period=("2026-01-01", "2026-12-31")))
        self.assertEqual(found["C.points"], [10, 0])

    def test_results_are_given_away_once(self):
        results = bontot.evaluate_arrow(rubric, self.batch)
        before = len(_arrow._lent)
        capsules = results.__arrow_c_array__()
        self.assertEqual(len(_arrow._lent), before + 2)
        with self.assertRaises(bontot.MisuseError):
            results.__arrow_c_array__()
        del capsules
        gc.collect()
        self.assertEqual(len(_arrow._lent), before)


@unittest.skipIf(pyarrow is None, "pyarrow is not installed")
class PyarrowTest(unittest.TestCase):
    def test_there_and_back(self):
        batch = pyarrow.record_batch(
            {
                "m.n": pyarrow.array([Decimal("7.5"), None, Decimal("11.0")], pyarrow.decimal128(4, 1)),
                "flag": [True, False, None],
                "pick": pyarrow.array(["yes", "no", None]).dictionary_encode(),
                "unit": ["U1", "U2", "U3"],
            }
        )
        found = pyarrow.record_batch(bontot.evaluate_arrow(rubric, batch, ignore=["unit"], language="en"))
        found.validate(full=True)
        self.assertEqual(found["points"].to_pylist(), [Decimal("27.5"), Decimal(0), None])
        self.assertEqual(found["grade_possible"].to_pylist(), ["top", "top", None])
        self.assertEqual(found["error"].to_pylist()[2], "The fact m.n is 11, but must be from 0 to 10.")
        tail = pyarrow.record_batch(bontot.evaluate_arrow(rubric, batch.slice(1, 1), ignore=["unit"]))
        self.assertEqual(tail["possible"].to_pylist(), [Decimal(20)])

    def test_metadata(self):
        field = pyarrow.field("m.n", pyarrow.float64(), metadata={"bontot.decimals": "1"})
        batch = pyarrow.record_batch([pyarrow.array([2.5])], schema=pyarrow.schema([field]))
        found = pyarrow.record_batch(bontot.evaluate_arrow(rubric, batch))
        self.assertEqual(found["A.points"].to_pylist(), [Decimal("2.5")])


if __name__ == "__main__":
    unittest.main()
