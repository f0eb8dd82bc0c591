# SPDX-License-Identifier: BSL-1.0
"""FEEL as trees: each knows its text and its value, so that the judge needs no parser.

A value is a Decimal, bool, str, datetime.date, list, dict, None (FEEL's null)
or UNKNOWN. Numbers have 34 digits and round half-even, as the standard says.
"""

import datetime
import decimal
from decimal import Decimal

CONTEXT = decimal.Context(
    prec=34, Emin=-6143, Emax=6144, rounding=decimal.ROUND_HALF_EVEN, clamp=1, traps=[]
)


class _Unknown:
    """What a dossier does not say; never equal to anything, itself included, in FEEL."""

    def __repr__(self):
        return "UNKNOWN"

    def __bool__(self):
        raise TypeError("whether an unknown value holds is unknown")


UNKNOWN = _Unknown()


class Expression:
    """A tree with its text; `nullable` unless all of its parts are of the kinds that surely have a value.

    The ones that have are listed in docs/design.md (4.4); the engine need not look closer, nor does the judge.
    """

    atomic = True
    nullable = False
    is_literal = False

    def value(self, scope):
        raise NotImplementedError

    def inner(self):
        """The text as an operand of something else."""
        return self.text if self.atomic else f"({self.text})"


class Literal(Expression):
    is_literal = True

    def __init__(self, value):
        self.constant = value
        self.text = literal_text(value)
        self.atomic = not self.text.startswith("-")
        self.nullable = isinstance(value, datetime.date)

    def value(self, scope):
        return self.constant


def literal_text(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime.date):
        return f'date("{value.isoformat()}")'
    return f'"{value}"'


class Fact(Expression):
    """A fact of the unit, read by its dotted id; or unit.kind, period.from and their like."""

    def __init__(self, id):
        self.text = id

    def value(self, scope):
        return scope[self.text]


class Part(Expression):
    """A whole list of the dossier: members, evidence, history, results."""

    def __init__(self, name):
        self.text = name

    def value(self, scope):
        return scope[self.text]


class Field(Expression):
    """A field of the element at hand: bare within a filter, behind a name within some and every."""

    def __init__(self, name, of=""):
        self.name = name
        self.text = f"{of}.{name}" if of else name

    def value(self, scope):
        return scope["item"].get(self.name, UNKNOWN)


class Arithmetic(Expression):
    atomic = False
    OPERATIONS = {
        "+": CONTEXT.add,
        "-": CONTEXT.subtract,
        "*": CONTEXT.multiply,
        "/": CONTEXT.divide,
    }

    def __init__(self, operation, left, right):
        self.text = f"{left.inner()} {operation} {right.inner()}"
        self.operation, self.left, self.right = operation, left, right
        self.nullable = left.nullable or right.nullable or operation == "/"

    def value(self, scope):
        left, right = self.left.value(scope), self.right.value(scope)
        if left is UNKNOWN or right is UNKNOWN:
            return UNKNOWN
        if left is None or right is None or (self.operation == "/" and right == 0):
            return None
        return in_range(self.OPERATIONS[self.operation](left, right))


def in_range(number):
    return number if number.is_finite() else None


class Compare(Expression):
    atomic = False

    def __init__(self, operation, left, right):
        self.text = f"{left.inner()} {operation} {right.inner()}"
        self.operation, self.left, self.right = operation, left, right
        self.nullable = left.nullable or right.nullable

    def value(self, scope):
        return compared(self.operation, self.left.value(scope), self.right.value(scope))


def compared(operation, left, right):
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    if operation == "=":
        return left == right
    if operation == "!=":
        return left != right
    if left is None or right is None:
        return None
    if operation == "<":
        return left < right
    if operation == "<=":
        return left <= right
    if operation == ">":
        return left > right
    return left >= right


class Junction(Expression):
    """`and` or `or` of any number of operands."""

    atomic = False

    def __init__(self, word, *operands):
        self.text = f" {word} ".join(each.inner() for each in operands)
        self.decisive = word == "or"
        self.operands = operands
        self.nullable = any(each.nullable for each in operands)

    def value(self, scope):
        return joined(self.decisive, [each.value(scope) for each in self.operands])


def joined(decisive, values):
    """Returns the decisive value if there is one; else unknown before null before the other."""
    if any(value is decisive for value in values):
        return decisive
    if any(value is UNKNOWN for value in values):
        return UNKNOWN
    if any(value is None for value in values):
        return None
    return not decisive


class Not(Expression):
    def __init__(self, operand):
        self.text = f"not({operand.text})"
        self.operand = operand
        self.nullable = operand.nullable

    def value(self, scope):
        value = self.operand.value(scope)
        return (not value) if value is True or value is False else value


class Between(Expression):
    atomic = False

    def __init__(self, operand, low, high):
        self.text = f"{operand.inner()} between {low.inner()} and {high.inner()}"
        self.operand, self.low, self.high = operand, low, high
        self.nullable = operand.nullable or low.nullable or high.nullable

    def value(self, scope):
        value = self.operand.value(scope)
        ends = [
            compared(">=", value, self.low.value(scope)),
            compared("<=", value, self.high.value(scope)),
        ]
        return joined(False, ends)


class In(Expression):
    """A value against unary tests, any of which may hold."""

    atomic = False

    def __init__(self, operand, tests):
        shown = ", ".join(test.text for test in tests)
        self.text = f"{operand.inner()} in ({shown})"
        self.operand, self.tests = operand, tests
        self.nullable = operand.nullable or any(test.nullable for test in tests)

    def value(self, scope):
        value = self.operand.value(scope)
        return joined(True, [test.holds(value, scope) for test in self.tests])


class If(Expression):
    atomic = False

    def __init__(self, condition, then, otherwise):
        self.text = f"if {condition.text} then {then.inner()} else {otherwise.inner()}"
        self.condition, self.then, self.otherwise = condition, then, otherwise
        self.nullable = any(each.nullable for each in (condition, then, otherwise))

    def value(self, scope):
        condition = self.condition.value(scope)
        if condition is True:
            return self.then.value(scope)
        if condition is not UNKNOWN:
            return self.otherwise.value(scope)
        then, otherwise = self.then.value(scope), self.otherwise.value(scope)
        return then if compared("=", then, otherwise) is True else UNKNOWN


class Call(Expression):
    """A built-in over numbers: abs, floor, ceiling, min, max."""

    def __init__(self, name, *operands):
        self.name, self.operands = name, operands
        self.text = f"{name}({', '.join(each.text for each in operands)})"
        self.nullable = name != "abs" or operands[0].nullable

    def value(self, scope):
        values = [each.value(scope) for each in self.operands]
        if any(value is UNKNOWN for value in values):
            return UNKNOWN
        if any(value is None for value in values):
            return None
        if self.name == "floor":
            return values[0].to_integral_value(decimal.ROUND_FLOOR)
        if self.name == "ceiling":
            return values[0].to_integral_value(decimal.ROUND_CEILING)
        return {"abs": lambda: abs(values[0]), "min": lambda: min(values), "max": lambda: max(values)}[self.name]()


class IsKnown(Expression):
    def __init__(self, operand):
        self.text = f"is known({operand.text})"
        self.operand = operand

    def value(self, scope):
        return self.operand.value(scope) is not UNKNOWN


class Filter(Expression):
    """list[test]: the elements whose test is true; unknown when the test of one is."""

    def __init__(self, part, test):
        self.text = f"{part.text}[{test.text}]"
        self.part, self.test = part, test
        self.nullable = test.nullable

    def value(self, scope):
        elements = self.part.value(scope)
        if elements is UNKNOWN:
            return UNKNOWN
        tests = [self.test.value({**scope, "item": each}) for each in elements]
        if any(test is UNKNOWN for test in tests):
            return UNKNOWN
        return [each for each, test in zip(elements, tests) if test is True]


class Pluck(Expression):
    """list.field: the field of every element."""

    def __init__(self, part, name):
        self.text = f"{part.text}.{name}"
        self.part, self.name = part, name
        self.nullable = part.nullable

    def value(self, scope):
        elements = self.part.value(scope)
        return elements if elements is UNKNOWN else [each.get(self.name, UNKNOWN) for each in elements]


class Fold(Expression):
    """count, sum, min or max of a list; the last three have no value over an empty one."""

    def __init__(self, name, operand):
        self.text = f"{name}({operand.text})"
        self.name, self.operand = name, operand
        self.nullable = name != "count" or operand.nullable

    def value(self, scope):
        values = self.operand.value(scope)
        if values is UNKNOWN:
            return UNKNOWN
        if self.name == "count":
            return Decimal(len(values))
        if not values:
            return None
        if any(value is UNKNOWN for value in values):
            return UNKNOWN
        if self.name == "sum":
            total = Decimal(0)
            for value in values:
                total = CONTEXT.add(total, value)
            return total
        return min(values) if self.name == "min" else max(values)


class Quantified(Expression):
    """some or every element satisfies a test, which reads its fields behind `x`."""

    atomic = False

    def __init__(self, word, part, test):
        self.text = f"{word} x in {part.text} satisfies {test.inner()}"
        self.decisive = word == "some"
        self.part, self.test = part, test
        self.nullable = test.nullable

    def value(self, scope):
        elements = self.part.value(scope)
        if elements is UNKNOWN:
            return UNKNOWN
        return joined(self.decisive, [self.test.value({**scope, "item": each}) for each in elements])


class Streak(Expression):
    """streak(for y in list return test): how many of the last ones in a row hold."""

    def __init__(self, part, test):
        self.text = f"streak(for x in {part.text} return {test.text})"
        self.nullable = True
        self.part, self.test = part, test

    def value(self, scope):
        elements = self.part.value(scope)
        if elements is UNKNOWN:
            return UNKNOWN
        length = 0
        for each in reversed(elements):
            test = self.test.value({**scope, "item": each})
            if test is UNKNOWN:
                return UNKNOWN
            if test is not True:
                break
            length += 1
        return Decimal(length)


class Either:
    """Unary tests with commas between them, any of which may hold."""

    def __init__(self, tests):
        self.text = ", ".join(test.text for test in tests)
        self.tests = tests
        self.bounds = [bound for test in tests for bound in test.bounds]
        self.nullable = any(test.nullable for test in tests)

    def holds(self, value, scope):
        return joined(True, [test.holds(value, scope) for test in self.tests])


class Test:
    """A unary test: a comparison with an end, or a range between two."""

    def __init__(self, operation, end):
        self.text = f"{operation} {end.inner()}" if operation != "=" else end.inner()
        self.operation, self.end = operation, end
        self.bounds = [end]
        self.nullable = end.nullable

    def holds(self, value, scope):
        return compared(self.operation, value, self.end.value(scope))


class Range:
    """A range with open or closed ends, as a unary test."""

    def __init__(self, low, high, has_low, has_high):
        self.text = f"{'[' if has_low else '('}{low.text}..{high.text}{']' if has_high else ')'}"
        self.low, self.high, self.has_low, self.has_high = low, high, has_low, has_high
        self.bounds = [low, high]
        self.nullable = low.nullable or high.nullable

    def holds(self, value, scope):
        ends = [
            compared(">=" if self.has_low else ">", value, self.low.value(scope)),
            compared("<=" if self.has_high else "<", value, self.high.value(scope)),
        ]
        return joined(False, ends)


def pieces(tree):
    """The expressions and tests right below one."""
    found = [getattr(tree, name) for name in PIECES if hasattr(tree, name)]
    for name in ("operands", "tests", "bounds"):
        found += getattr(tree, name, ())
    return [each for each in found if not isinstance(each, str)]


PIECES = ("left", "right", "operand", "low", "high", "condition", "then", "otherwise", "part", "test")


def everything(tree):
    """A tree and all below it."""
    yield tree
    for each in pieces(tree):
        yield from everything(each)


def compares_one_fact(tree):
    """The id of the one fact that a tree compares with literals, if it does nothing else; else None."""
    kinds = (Literal, Fact, Compare, Junction, Not, Between, In, If, Either, Test, Range)
    below = list(everything(tree))
    if not all(isinstance(each, kinds) and not each.nullable for each in below):
        return None
    read = {each.text for each in below if isinstance(each, Fact)}
    return read.pop() if len(read) == 1 else None


def literals(tree):
    """The numbers that are written in a tree."""
    constants = [each.constant for each in everything(tree) if isinstance(each, Literal)]
    return [each for each in constants if isinstance(each, Decimal)]
