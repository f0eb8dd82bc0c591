# SPDX-License-Identifier: BSL-1.0
"""Batches of the Arrow C data interface, in and out, by the capsules of the Arrow PyCapsule interface."""

from __future__ import annotations

import ctypes
import threading
from contextlib import ExitStack
from typing import Any, Dict, Iterable, Mapping, Optional, Protocol, Tuple

from . import _ffi
from ._columns import Day, day_texts
from ._errors import Language, MisuseError
from ._handles import call, options
from ._rubric import Rubric

_SCHEMA = b"arrow_schema"
_ARRAY = b"arrow_array"

_Destructor = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_new_capsule = ctypes.pythonapi.PyCapsule_New
_new_capsule.argtypes = [ctypes.c_void_p, ctypes.c_char_p, _Destructor]
_new_capsule.restype = ctypes.py_object
_pointer_of = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)
# Within its destructor a capsule has no references, and must not be given one.
_dying_name = ctypes.PYFUNCTYPE(ctypes.c_char_p, ctypes.c_void_p)(("PyCapsule_GetName", ctypes.pythonapi))
_dying_pointer = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)

_lent: Dict[int, Any] = {}
"""The structs that capsules point to, by their addresses."""


def _destroy(capsule: int) -> None:
    struct = _lent.pop(_dying_pointer(capsule, _dying_name(capsule)), None)
    if struct is not None and struct.release:
        struct.release(ctypes.byref(struct))


_destructor = _Destructor(_destroy)


def _capsule(struct: Any, name: bytes) -> Any:
    address = ctypes.addressof(struct)
    _lent[address] = struct
    return _new_capsule(address, name, _destructor)


class ExportsArrow(Protocol):
    """What a batch has to have: a struct array whose fields are named by the ids of facts."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Tuple[Any, Any]: ...


class ArrowBatch:
    """The results of a batch, for whoever reads Arrow: `pyarrow.record_batch(batch)`, for one.

    It is given away once, without a copy. What is not given away is freed by
    the garbage collector.
    """

    def __init__(self, schema: Any, array: Any) -> None:
        self._schema = schema
        self._array = array
        self._lock = threading.Lock()
        self._rows = int(array.length)

    def __len__(self) -> int:
        return self._rows

    def __arrow_c_array__(self, requested_schema: Any = None) -> Tuple[Any, Any]:
        """Gives the results away. Raises MisuseError the second time."""
        with self._lock:
            schema, array = self._schema, self._array
            self._schema = self._array = None
        if schema is None:
            raise MisuseError("these results were given away already")
        return _capsule(schema, _SCHEMA), _capsule(array, _ARRAY)

    def __del__(self) -> None:
        for struct in (getattr(self, "_schema", None), getattr(self, "_array", None)):
            if struct is not None and struct.release:
                struct.release(ctypes.byref(struct))


def evaluate_arrow(
    rubric: Rubric,
    batch: ExportsArrow,
    *,
    ignore: Iterable[str] = (),
    decimals: Optional[Mapping[str, int]] = None,
    period: Optional[Tuple[Day, Day]] = None,
    language: Language = "vi",
) -> ArrowBatch:
    """Scores a batch of an Arrow library, which is read in place, as `evaluate_columns` does.

    Its fields are facts, by their ids, but for those to `ignore`. `decimals`
    says of floating-point fields how many decimals they have; the field's
    metadata may say it too, as "bontot.decimals". The results have the fields
    points, possible, ID.points and ID.possible of each criterion,
    completeness, grade, grade_possible, and error, in the language, for the
    rows where all others are null.

    Raises InputError for what is wrong with the batch itself.
    """
    schema_capsule, array_capsule = batch.__arrow_c_array__()
    schema, array = _ffi.ArrowSchema(), _ffi.ArrowArray()
    with ExitStack() as held:
        handle = held.enter_context(rubric._handle.use())
        chosen = held.enter_context(
            options(language, period=day_texts(period), ignored=tuple(ignore), decimals=decimals)
        )
        call(
            "bontot_evaluate_arrow",
            ctypes.byref(schema),
            ctypes.byref(array),
            handle,
            ctypes.cast(_pointer_of(schema_capsule, _SCHEMA), _ffi.SchemaPointer),
            ctypes.cast(_pointer_of(array_capsule, _ARRAY), _ffi.ArrayPointer),
            chosen,
            language=language,
        )
    return ArrowBatch(schema, array)
