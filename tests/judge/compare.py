# SPDX-License-Identifier: BSL-1.0
"""What the library says against what the judge says: the paths where they differ."""

import json
from decimal import Decimal
from fractions import Fraction


def differences(said, expected):
    """Returns (path, the library's, the judge's) for everything that differs."""
    found = []
    for path, theirs, ours in pairs(json.loads(said, parse_float=Decimal), expected):
        if isinstance(ours, Fraction) and isinstance(theirs, (int, Decimal)) and not isinstance(theirs, bool):
            theirs = Fraction(theirs)
        if theirs != ours:
            found.append((path, shown(theirs), shown(ours)))
    return found


def minimal(found):
    """The differences of the deepest nodes: what is above them follows from them, mostly."""
    ids = [path.split("/")[0] for path, _, _ in found]
    is_above = lambda id: any(other != id and other.startswith(f"{id}.") for other in ids)
    deepest = [each for each, id in zip(found, ids) if id[:1].isdigit() and not is_above(id)]
    return deepest or found


def shown(value):
    return float(value) if isinstance(value, Fraction) else value


def pairs(result, expected):
    yield "as_of", result.get("as_of"), expected["as_of"]
    for key in ("points", "possible", "max"):
        yield f"total/{key}", result["total"][key], expected["total"][key]
    yield "grade", result["grade"]["id"], expected["grade"]
    yield "grade/by_exception", result["grade"].get("by_exception"), expected["by_exception"]
    for key in ("grade_possible", "reachable", "completeness"):
        yield key, result[key], expected[key]
    yield from node_pairs(result["criteria"], expected)
    yield "gates", [(each["id"], each["fired"]) for each in result["gates"]], expected["gates"]
    yield from column_pairs(result.get("columns", ()), expected["columns"])
    yield "checks", [(each["id"], each["outcome"]) for each in result["checks"]], expected["checks"]


def column_pairs(columns, expected):
    yield "columns", [column["role"] for column in columns], list(expected)
    for column in columns:
        role, ours = column["role"], expected.get(column["role"])
        if ours is None:
            continue
        for key in ("grade", "grade_possible"):
            yield f"columns/{role}/{key}", column[key], ours[key]
        for key in ("points", "possible"):
            yield f"columns/{role}/{key}", column[key], ours["total"][key]
        for id, figures in column["nodes"].items():
            for key in ("points", "possible"):
                yield f"columns/{role}/{id}/{key}", figures[key], ours["nodes"][id][key]


def node_pairs(nodes, expected):
    seen = list(walk(nodes))
    yield "nodes", [node["id"] for node in seen], list(expected["nodes"])
    for node in seen:
        ours = expected["nodes"][node["id"]]
        for key in ("points", "possible", "max", "state"):
            yield f"{node['id']}/{key}", node[key], ours[key]
        yield f"{node['id']}/good", node.get("good", "none"), expected["good"].get(node["id"], "none")


def walk(nodes):
    for node in nodes:
        yield node
        yield from walk(node.get("indicators", ()))
