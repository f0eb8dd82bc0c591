# SPDX-License-Identifier: BSL-1.0
"""Judges one case: what the library says, what it must say, and where the two differ."""

import bontot

from compare import differences
from library import load, result_of
from verdict import contradicted, evaluate


def tried(case, sheet=None):
    """Returns (differences, what must be said; None where the dossier is refused)."""
    refused = contradicted(case.rubric, case.dossier, case.reference)
    try:
        said = result_of(sheet or load(case.rubric), case)
    except bontot.BontotError as error:
        return [("error", str(error), "no error")], None
    if refused or said is None:
        same = refused and said is None
        return ([] if same else [("refused", said is None, refused)]), None
    expected = evaluate(case.rubric, case.dossier, case.reference, case.as_of)
    return differences(said, expected), expected
