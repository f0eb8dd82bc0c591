# SPDX-License-Identifier: BSL-1.0
"""Values of Python as the library takes them."""

from __future__ import annotations

import ctypes
import datetime
from decimal import Decimal
from typing import Any, Optional, Tuple, Union

from . import _ffi
from ._errors import MisuseError, NoFitError
from ._handles import sized

Day = Union[datetime.date, str]

_MOST_SCALE = 6000


def day_text(day: Day) -> str:
    if isinstance(day, datetime.datetime):
        raise TypeError(f"{day!r} has a time of day; use its date()")
    return day if isinstance(day, str) else day.isoformat()


def optional_day(day: Optional[Day]) -> Tuple[bytes, int]:
    return sized("" if day is None else day_text(day))


def optional_number(name: str, number: Union[int, Decimal, None]) -> Any:
    """What points to a number, or to none."""
    return None if number is None else ctypes.byref(foreign_number(name, number))


def foreign_number(name: str, value: Union[int, Decimal]) -> _ffi.Number:
    """Returns coefficient and scale. Raises NoFitError when the library's struct cannot hold them."""
    if isinstance(value, float):
        raise TypeError(f"{name}: {value!r} is a float, and scores are exact; use decimal.Decimal or a str")
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
