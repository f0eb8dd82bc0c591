# SPDX-License-Identifier: BSL-1.0
"""Makes a case that differs smaller, as long as it still does."""

from dataclasses import replace

from compare import minimal
from trial import tried

TRIES = 3000


def shrunk(case):
    """Returns the case without all that it can do without."""
    aspect = aspect_of(case)
    tries = [TRIES]
    size = None
    while size != len(repr(case)) and tries[0] > 0:
        size = len(repr(case))
        for part in ("rubric", "dossier", "reference"):
            case = replace(case, **{part: smaller(case, part, aspect, tries)})
    return case


def smaller(case, part, aspect, tries):
    """Drops one key or element after the other from a part of the case."""
    whole = getattr(case, part)
    for path in sorted(paths(whole), key=last_first):
        if tries[0] <= 0:
            break
        candidate = without(whole, path)
        if candidate is None:
            continue
        tries[0] -= 1
        if aspect_of(replace(case, **{part: candidate})) == aspect:
            whole = candidate
    return whole


def aspect_of(case):
    """In what the two differ: points, state, ...; None where they do not, or one of them has errors."""
    try:
        found, _ = tried(case)
    except Exception:  # the judge itself needs what was dropped
        return None
    return minimal(found)[0][0].split("/")[-1] if found and found[0][0] != "error" else None


def last_first(path):
    """The order to drop in: whole branches first, of a list the last element first."""
    return len(path), [-step if isinstance(step, int) else 0 for step in path]


def paths(value, path=()):
    """All places of a JSON-like value below its top."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield (*path, key)
        yield from paths(each, (*path, key))


def without(value, path):
    """A copy without what is at a place; None when it is gone already."""
    key, rest = path[0], path[1:]
    if isinstance(value, dict):
        if key not in value:
            return None
        if not rest:
            return {each: value[each] for each in value if each != key}
        inner = without(value[key], rest)
        return None if inner is None else {**value, key: inner}
    if not isinstance(value, list) or key >= len(value):
        return None
    if not rest:
        return value[:key] + value[key + 1 :] if len(value) > 1 else None
    inner = without(value[key], rest)
    return None if inner is None else [*value[:key], inner, *value[key + 1 :]]
