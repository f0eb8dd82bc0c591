# SPDX-License-Identifier: BSL-1.0
"""What an assessing committee gives for its units."""

from __future__ import annotations

from ._handles import Closing, ReferenceHandle


class Reference(Closing):
    """Facts, exceptions and findings about evidence that a committee gives (format bontot-reference/1).

    Made by `Rubric.reference`, and good for dossiers of that rubric object.
    Immutable: one serves all threads.
    """

    def __init__(self, handle: ReferenceHandle) -> None:
        self._handle = handle
