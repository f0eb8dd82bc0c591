# SPDX-License-Identifier: BSL-1.0
"""What the generator may use of the language."""

ALL = frozenset(
    {
        "roles",  # several roles, overriding marks, as_of
        "reference",  # given_by committee, the reference file, lifted gates
        "results",  # results, from_results, streak
        "good_lists",  # good_criteria as a list
        "share",  # grades on the share of the applicable maximum
    }
)
