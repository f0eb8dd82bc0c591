# SPDX-License-Identifier: BSL-1.0
"""The memory of objects with the buffer protocol, read-only ones included, without a copy."""

from __future__ import annotations

import ctypes
from typing import Any, Optional

from ._errors import MisuseError


class _PyBuffer(ctypes.Structure):
    """CPython's Py_buffer."""

    _fields_ = [
        ("buf", ctypes.c_void_p),
        ("obj", ctypes.c_void_p),
        ("len", ctypes.c_ssize_t),
        ("itemsize", ctypes.c_ssize_t),
        ("readonly", ctypes.c_int),
        ("ndim", ctypes.c_int),
        ("format", ctypes.c_char_p),
        ("shape", ctypes.c_void_p),
        ("strides", ctypes.c_void_p),
        ("suboffsets", ctypes.c_void_p),
        ("internal", ctypes.c_void_p),
    ]


_get = ctypes.pythonapi.PyObject_GetBuffer
_get.argtypes = [ctypes.py_object, ctypes.POINTER(_PyBuffer), ctypes.c_int]
_get.restype = ctypes.c_int
_release = ctypes.pythonapi.PyBuffer_Release
_release.argtypes = [ctypes.POINTER(_PyBuffer)]
_release.restype = None
_SIMPLE = 0


class Lent:
    """Memory that some object lends as long as this object lives."""

    def __init__(self, view: memoryview) -> None:
        self.view = view
        """A contiguous view of it, which keeps the memory where it is."""
        buffer = _PyBuffer()
        _get(view, ctypes.byref(buffer), _SIMPLE)
        self.address: Optional[int] = buffer.buf
        _release(ctypes.byref(buffer))
        self.size = view.nbytes
        """In bytes."""
        self.item_size = view.itemsize
        self.code = view.format.lstrip("@=<")
        """What an item is, as the module struct calls it."""


def lend(given: Any) -> Lent:
    """Returns the memory of an object. Raises TypeError when it has no buffer, MisuseError when it is not flat."""
    view = memoryview(given)
    if view.ndim != 1:
        raise MisuseError(f"a column has one dimension, not {view.ndim}")
    if view.format.startswith((">", "!")):
        raise MisuseError("a column must be in the machine's byte order")
    if not view.c_contiguous:
        code: Any = view.format.lstrip("@=<")
        view = memoryview(view.tobytes()).cast(code)
    return Lent(view)
