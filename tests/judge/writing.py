# SPDX-License-Identifier: BSL-1.0
"""Rubrics and dossiers as JSON text: trees as their FEEL, dates and numbers as their digits."""

import datetime
import json
from decimal import Decimal


def text_of(value):
    """JSON text. Every other number that is not whole is written as text, as the formats allow."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{text_of(each)}" for key, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(text_of(each) for each in value) + "]"
    if isinstance(value, Decimal):
        digits = format(value, "f")
        return f'"{digits}"' if digits[-2:-1] == "." else digits
    if isinstance(value, datetime.date):
        return f'"{value.isoformat()}"'
    return json.dumps(value.text if hasattr(value, "text") else value, ensure_ascii=False)


def readable(value):
    """The same for people."""
    return json.dumps(json.loads(text_of(value)), ensure_ascii=False, indent=1)
