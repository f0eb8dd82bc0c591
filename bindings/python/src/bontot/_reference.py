# SPDX-License-Identifier: BSL-1.0
"""What an assessing committee gives for its units."""

from __future__ import annotations

from types import TracebackType
from typing import Optional, Type

from ._handles import ReferenceHandle


class Reference:
    """Facts, exceptions and findings about evidence that a committee gives (format bontot-reference/1).

    Made by `Rubric.reference`, and good for dossiers of that rubric object.
    Immutable: one serves all threads.
    """

    def __init__(self, handle: ReferenceHandle) -> None:
        self._handle = handle

    def close(self) -> None:
        """Frees the reference; more than once does nothing."""
        self._handle.close()

    def __enter__(self) -> Reference:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()
