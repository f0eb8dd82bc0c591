# SPDX-License-Identifier: BSL-1.0
"""What results, comparisons, rankings and paths have in common: they can be written out."""

from __future__ import annotations

from typing import Any, ClassVar, Dict

from . import _ffi, _json
from ._errors import Language
from ._handles import Closing, options, written


class Told(Closing):
    """Lends an object the texts that the library writes of the handle that it owns."""

    _text: str
    """The JSON; set by the class itself."""
    _writer: ClassVar[str]
    """The function of the library that writes the handle."""

    def to_json(self) -> str:
        """Returns all of it as JSON in one line; its member `format` says in which format."""
        return self._text

    def to_dict(self) -> Dict[str, Any]:
        """Returns what `to_json` holds, as a new dict; a number is an int or a Decimal."""
        parsed: Dict[str, Any] = _json.loads(self._text)
        return parsed

    def to_text(self, language: Language = "vi", colour: bool = False) -> str:
        """Returns it as text for people, at most 100 columns wide; in colour for a terminal."""
        with self._handle.use() as content, options(language, colour=colour) as chosen:
            return written(self._writer, content, _ffi.BONTOT_TEXT, chosen, language=language)
