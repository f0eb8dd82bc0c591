# SPDX-License-Identifier: BSL-1.0
"""The signatures are those of the header, every one of them; and they work."""

import ctypes
import re
import unittest
from decimal import Decimal

import bontot
from bontot import _ffi, _handles
from support import BINDING, EXAMPLE, ROOT, RUBRIC_ID

HEADERS = ROOT / "include" / "bontot"
HEADER = re.sub(r"/\*.*?\*/", " ", (HEADERS / "bontot.h").read_text(encoding="ascii"), flags=re.DOTALL)
NOUNS = re.findall(r"typedef struct bontot_(\w+) bontot_\1;", HEADER)
NUMBERS = re.findall(r"typedef int32_t bontot_(\w+);", HEADER)
FUNCTION = re.compile(r"BONTOT_API\s+([\w\s*]+?)\b(bontot_\w+)\(([^()]*)\)\s*;")


def one_space(text):
    return " ".join(text.replace("*", " * ").split())


def kinds():
    """The foreign type of every C type in the header, but for returned text."""
    found = {
        "void": None,
        "void *": ctypes.c_void_p,
        "double": ctypes.c_double,
        "int32_t": ctypes.c_int32,
        "uint64_t": ctypes.c_uint64,
        "size_t": ctypes.c_size_t,
        "size_t *": ctypes.POINTER(ctypes.c_size_t),
        "const char *": ctypes.c_char_p,
        "char *": ctypes.POINTER(ctypes.c_char),
        "bontot_number": _ffi.Number,
        "bontot_number *": ctypes.POINTER(_ffi.Number),
        "const bontot_number *": ctypes.POINTER(_ffi.Number),
        "const bontot_table *": ctypes.POINTER(_ffi.Table),
        "const bontot_table_results *": ctypes.POINTER(_ffi.TableResults),
        "const bontot_error *": ctypes.POINTER(_ffi.Error),
        "struct ArrowSchema *": ctypes.POINTER(_ffi.ArrowSchema),
        "const struct ArrowSchema *": ctypes.POINTER(_ffi.ArrowSchema),
        "struct ArrowArray *": ctypes.POINTER(_ffi.ArrowArray),
        "const struct ArrowArray *": ctypes.POINTER(_ffi.ArrowArray),
        "bontot_allocate": _ffi.Allocate,
        "bontot_release": _ffi.Release,
        "bontot_line_done": _ffi.LineDone,
        "bontot_find_rubric": _ffi.FindRubric,
    }
    found.update((f"bontot_{name}", ctypes.c_int32) for name in NUMBERS)
    for noun in NOUNS:
        pointer = ctypes.POINTER(getattr(_ffi, noun.capitalize()))
        found.update({f"bontot_{noun} *": pointer, f"const bontot_{noun} *": pointer})
        found[f"bontot_{noun} * *"] = ctypes.POINTER(pointer)
    return found


KINDS = kinds()


def parameters(text):
    """The types of a parameter list, without the names."""
    if one_space(text) in ("", "void"):
        return []
    return [re.sub(r"(?<=[\s*])\w+$", "", one_space(each)).strip() for each in text.split(",")]


def result_kind(returned, types):
    """Text that comes with its length is not cut at a zero byte."""
    if returned == "const char *" and types[-1:] == ["size_t *"]:
        return _ffi.Sized
    return KINDS[returned]


class SignaturesTest(unittest.TestCase):
    def test_the_table_is_the_header(self):
        declared = {}
        for returned, name, text in FUNCTION.findall(HEADER):
            self.assertNotIn(name, declared)
            types = parameters(text)
            declared[name] = (result_kind(one_space(returned), types), tuple(KINDS[each] for each in types))
        self.assertEqual(len(declared), len(re.findall(r"^BONTOT_API\b", HEADER, flags=re.MULTILINE)))
        self.assertEqual(sorted(_ffi.SIGNATURES), sorted(declared))
        for name, signature in declared.items():
            with self.subTest(name):
                self.assertEqual(_ffi.SIGNATURES[name], signature)

    def test_no_function_stands_twice(self):
        source = (BINDING / "src" / "bontot" / "_ffi.py").read_text(encoding="utf-8")
        self.assertEqual(len(re.findall(r'^    "bontot_\w+": \(', source, flags=re.MULTILINE)), len(_ffi.SIGNATURES))

    def test_callbacks(self):
        found = re.findall(r"typedef ([\w *]+?)\(\*bontot_(\w+)\)\(([^()]*)\);", HEADER)
        self.assertEqual([name for _, name, _ in found], ["allocate", "release", "line_done", "find_rubric"])
        for returned, name, text in found:
            callback = getattr(_ffi, name.title().replace("_", ""))
            # ctypes takes an address from a callback, but no pointer.
            is_pointer = "*" in returned
            self.assertIs(callback._restype_, ctypes.c_void_p if is_pointer else KINDS[one_space(returned)])
            self.assertEqual(callback._argtypes_, tuple(KINDS[each] for each in parameters(text)))

    def test_handles_are_opaque_and_distinct(self):
        types = [getattr(_ffi, noun.capitalize()) for noun in NOUNS]
        self.assertEqual(len(set(types)), len(NOUNS))
        for each in types:
            self.assertFalse(hasattr(each, "_fields_"))

    def test_number_struct(self):
        body = re.search(r"typedef struct bontot_number \{([^}]*)\}", HEADER)[1]
        names = {"int64_t": ctypes.c_int64, "int32_t": ctypes.c_int32}
        fields = [(name, names[kind]) for kind, name in re.findall(r"(\w+) (\w+);", body)]
        self.assertEqual(_ffi.Number._fields_, fields)

    def test_structs_with_a_size(self):
        names = {
            "size_t": ctypes.c_size_t,
            "int32_t": ctypes.c_int32,
            "bontot_column_type": ctypes.c_int32,
            "const bontot_column *": ctypes.POINTER(_ffi.Column),
            "const struct bontot_column *": ctypes.POINTER(_ffi.Column),
            "const bontot_node_column *": ctypes.POINTER(_ffi.NodeColumn),
        }
        found = re.findall(r"typedef struct bontot_(\w+) \{([^}]*)\} bontot_\1;", HEADER)
        structs = {name: body for name, body in found if name != "number"}
        self.assertEqual(sorted(structs), ["column", "node_column", "table", "table_results"])
        for name, body in structs.items():
            ours = getattr(_ffi, name.title().replace("_", ""))._fields_
            fields = re.findall(r"([\w ]+?[ *]+)(\w+);", body)
            self.assertEqual([each for each, _ in ours], [each for _, each in fields], name)
            self.assertEqual(ours[0], ("size", ctypes.c_size_t))
            for (_, kind), (declared, field) in zip(ours, fields):
                with self.subTest(f"{name}.{field}"):
                    wanted = names.get(one_space(declared), ctypes.c_void_p)
                    self.assertIs(kind, wanted)

    def test_structs_of_arrow(self):
        names = {
            "int64_t": ctypes.c_int64,
            "const char *": ctypes.c_char_p,
            "const void * *": ctypes.POINTER(ctypes.c_void_p),
        }
        for name, release in (("ArrowSchema", _ffi.ReleaseSchema), ("ArrowArray", _ffi.ReleaseArray)):
            ours = getattr(_ffi, name)
            names[f"struct {name} *"] = ctypes.POINTER(ours)
            names[f"struct {name} * *"] = ctypes.POINTER(ctypes.POINTER(ours))
            body = re.search(rf"struct {name} \{{([^}}]*)\}};", HEADER)[1]
            declared = re.sub(r"void \(\*release\)\(struct \w+ \*\)", "release_type release", body)
            fields = re.findall(r"([\w ]+?[ *]+)(\w+);", declared)
            self.assertEqual([each for each, _ in ours._fields_], [each for _, each in fields])
            for (_, kind), (declared_type, field) in zip(ours._fields_, fields):
                wanted = names.get(one_space(declared_type), ctypes.c_void_p)
                if field == "metadata":  # it has zero bytes within
                    wanted = ctypes.c_void_p
                self.assertIs(kind, release if field == "release" else wanted, f"{name}.{field}")

    def test_constants(self):
        declared = {name: int(value) for name, value in re.findall(r"#define (BONTOT_\w+) (\d+)\b", HEADER)}
        self.assertRegex(HEADER, r"#define BONTOT_NONE SIZE_MAX\b")
        declared["BONTOT_NONE"] = ctypes.c_size_t(-1).value
        ours = {name: value for name, value in vars(_ffi).items() if name.startswith("BONTOT_")}
        self.assertEqual(ours, declared)

    def test_version_is_that_of_header_manifest_and_library(self):
        lines = (HEADERS / "version.h").read_text(encoding="ascii")
        parts = re.findall(r"^#define BONTOT_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$", lines, flags=re.MULTILINE)
        manifest = (BINDING / "pyproject.toml").read_text(encoding="utf-8")
        self.assertEqual(bontot.__version__, ".".join(parts))
        self.assertIn(f'\nversion = "{bontot.__version__}"\n', manifest)
        self.assertEqual(_ffi.library().bontot_version().decode(), bontot.__version__)


class CallsTest(unittest.TestCase):
    """Calls, with the table's types, what the idiom does not need."""

    def setUp(self):
        self.library = _ffi.library()
        self.rubric = bontot.Rubric.builtin(RUBRIC_ID)
        self.result = self.rubric.evaluate(EXAMPLE)

    def test_figures(self):
        buffer = ctypes.create_string_buffer(_ffi.BONTOT_NUMBER_ROOM)
        number = _ffi.Number()
        figures = ((_ffi.BONTOT_POINTS, "points"), (_ffi.BONTOT_POSSIBLE, "possible"), (_ffi.BONTOT_MAX, "max"))
        with self.result._handle.use() as result:
            for figure, name in figures:
                exact = getattr(self.result.total, name)
                _handles.call("bontot_result_total_text", result, figure, buffer, len(buffer))
                self.assertEqual(Decimal(buffer.value.decode()), exact)
                _handles.call("bontot_result_total", result, figure, ctypes.byref(number))
                self.assertEqual(Decimal(number.coefficient).scaleb(-number.scale), exact)
                self.assertEqual(self.library.bontot_result_total_double(result, figure), float(exact))
            _handles.call("bontot_result_completeness_text", result, buffer, len(buffer))
            self.assertEqual(Decimal(buffer.value.decode()), self.result.completeness)

    def test_nodes(self):
        number = _ffi.Number()
        states = {getattr(_ffi, f"BONTOT_{state.name}"): state for state in bontot.State}
        goods = {_ffi.BONTOT_NO: False, _ffi.BONTOT_YES: True, _ffi.BONTOT_OPEN: None}
        with self.result._handle.use() as result:
            self.assertEqual(self.library.bontot_result_node_count(result), len(self.result.nodes))
            for index, node in enumerate(self.result.nodes):
                id = node.id.encode()
                self.assertEqual(self.library.bontot_result_node_find(result, id, len(id)), index)
                self.assertEqual(_handles.borrowed("bontot_result_node_id", result, index), node.id)
                self.assertEqual(states[self.library.bontot_result_node_state(result, index)], node.state)
                good = self.library.bontot_result_node_good(result, index)
                self.assertEqual((good != -1, goods.get(good)), (node.has_good, node.good))
                parent = self.library.bontot_result_node_parent(result, index)
                if node.parent is None:
                    self.assertEqual(parent, _ffi.BONTOT_NONE)
                else:
                    self.assertEqual(self.result.nodes[parent].id, node.parent)
                _handles.call("bontot_result_node_points", result, index, _ffi.BONTOT_POINTS, ctypes.byref(number))
                self.assertEqual(Decimal(number.coefficient).scaleb(-number.scale), node.points)

    def test_dossier_built_fact_by_fact(self):
        with self.rubric._handle.use() as rubric:
            dossier = _handles.DossierHandle.made_by("bontot_dossier_new", rubric, None)
            slot = self.library.bontot_rubric_fact_slot(rubric, b"tax.due", 7)
        self.assertEqual(self.rubric.facts[slot].id, "tax.due")
        with dossier, dossier.use() as pointer:
            _handles.call("bontot_dossier_set_number", pointer, slot, _ffi.Number(1250, 1))
            _handles.call("bontot_dossier_set", pointer, b"tax.paid", 8, b"12", 2)
            _handles.call("bontot_dossier_clear", pointer, slot)
            with self.assertRaises(bontot.InputError) as caught:
                _handles.call("bontot_dossier_set_boolean", pointer, slot, 1)
        self.assertEqual([entry.pointer for entry in caught.exception.entries], ["/facts/tax.due"])

    def test_no_fit(self):
        buffer = ctypes.create_string_buffer(2)
        with self.result._handle.use() as result, self.assertRaises(bontot.NoFitError):
            _handles.call("bontot_result_total_text", result, _ffi.BONTOT_POINTS, buffer, len(buffer))

    def test_memory_functions(self):
        heap = {}

        @_ffi.Allocate
        def allocate(_payload, size, alignment):
            block = ctypes.create_string_buffer(size + alignment)
            place = -(-ctypes.addressof(block) // alignment) * alignment
            heap[place] = block
            return place

        @_ffi.Release
        def release(_payload, place, _size, _alignment):
            del heap[place]

        with _handles.OptionsHandle.made_by("bontot_options_new") as handle, handle.use() as options:
            _handles.call("bontot_options_set_memory", options, allocate, release, None)
            with _handles.RubricHandle.made_by("bontot_rubric_builtin", RUBRIC_ID.encode(), options):
                self.assertTrue(heap)
        self.assertFalse(heap)


if __name__ == "__main__":
    unittest.main()
