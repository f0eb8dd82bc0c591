# SPDX-License-Identifier: BSL-1.0
"""The library as the judge asks it: through the Python binding, in this process."""

import bontot

from writing import text_of


def load(rubric):
    """Returns the rubric as the library reads it."""
    return bontot.Rubric.from_json(text_of(rubric), language="en")


def result_of(sheet, case):
    """Returns the result's JSON text, or None when the dossier is refused because it contradicts itself.

    Raises bontot.InputError when it is refused for anything else.
    """
    given = case.reference
    try:
        reference = None if given is None else sheet.reference(text_of(given), language="en")
        with sheet.evaluate(
            text_of(case.dossier), language="en", reference=reference, trust=case.trust, as_of=case.as_of
        ) as result:
            return result.to_json()
    except bontot.InputError as error:
        if any(entry.code != "dossier_inconsistent" for entry in error.entries):
            raise
        return None
