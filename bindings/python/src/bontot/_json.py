# SPDX-License-Identifier: BSL-1.0
"""JSON without loss: numbers are int and decimal.Decimal, never float."""

from __future__ import annotations

import datetime
import json
import os
from decimal import Decimal
from typing import Any, Mapping, Tuple, Union

Source = Union[Mapping[str, Any], str, bytes, "os.PathLike[str]"]
"""A dict, JSON text (str or bytes), or a file (os.PathLike, never str)."""

_DEEPEST = 100  # the library reads 64 levels, and says where there are more


def text_of(source: Union[str, bytes, os.PathLike[str]]) -> bytes:
    """Returns the UTF-8 text of JSON that is given as text, bytes or file.

    Raises OSError when a file cannot be read, TypeError for anything else.
    """
    if isinstance(source, str):
        return encoded(source)
    if isinstance(source, bytes):
        return source
    if isinstance(source, os.PathLike):
        with open(source, "rb") as file:
            return file.read()
    raise TypeError(f"expected JSON as str or bytes, or a path, not {type(source).__name__}")


def encoded(text: str) -> bytes:
    """Returns UTF-8; a lone surrogate stays one, for the library to report with its place."""
    return text.encode("utf-8", "surrogatepass")


def dumps(value: object) -> bytes:
    """Returns a value as UTF-8 JSON text.

    Takes dict, list, tuple, str, int, bool, None, decimal.Decimal and
    datetime.date. Raises TypeError for anything else, float included, and
    ValueError for a Decimal that is no number, or nesting without end; both
    say where, as a JSON Pointer.
    """
    return encoded(_dump(value, ()))


def loads(text: str) -> Any:
    """Returns the value of JSON text; a number is an int or, with a point or exponent, a Decimal."""
    return json.loads(text, parse_float=Decimal, parse_int=_whole)


def _whole(digits: str) -> int:
    return int(Decimal(digits))  # int(str) refuses 4300 digits and more


def _dump(value: object, path: Tuple[str, ...]) -> str:
    if len(path) > _DEEPEST:
        raise ValueError(f"nested deeper than {_DEEPEST} levels at {_pointer(path[:8])}...")
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (int, Decimal)):
        return _number(Decimal(value), path)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return f'"{value.isoformat()}"'
    if isinstance(value, Mapping):
        return "{" + ",".join(_member(key, each, path) for key, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(_dump(each, (*path, str(i))) for i, each in enumerate(value)) + "]"
    raise TypeError(f"at {_pointer(path)}: {_refusal(value)}")


def _number(value: Decimal, path: Tuple[str, ...]) -> str:
    if not value.is_finite():
        raise ValueError(f"at {_pointer(path)}: {value} is not a number; None is an unknown value")
    return str(value)  # JSON's grammar, with an exponent where plain digits would be endless


def _member(key: object, value: object, path: Tuple[str, ...]) -> str:
    if not isinstance(key, str):
        raise TypeError(f"at {_pointer(path)}: the key {key!r} is not a str")
    return f"{_dump(key, path)}:{_dump(value, (*path, key))}"


def _refusal(value: object) -> str:
    if isinstance(value, float):
        return f"{value!r} is a float, and scores are exact; use decimal.Decimal or a str"
    if isinstance(value, datetime.datetime):
        return f"{value!r} has a time of day; use its date()"
    return f"a value of type {type(value).__name__} cannot be written as JSON"


def _pointer(path: Tuple[str, ...]) -> str:
    return "".join("/" + key.replace("~", "~0").replace("/", "~1") for key in path) or '"" (the whole)'
