# SPDX-License-Identifier: BSL-1.0
"""Writes operations on numbers with what Python's decimal says they give.

Usage: number_ops.py FILE [SEED]

One operation a line, tab separated: name, operands, expected. A result out of range is `null`.
number_ops.cpp reads the file and recomputes every line.
"""

import decimal
import random
import re
import struct
import sys
from decimal import Decimal

PLAIN_LIMIT = 40
DIGITS = 34
MIN_EXPONENT, MAX_EXPONENT = -6176, 6111
REFERENCE = decimal.Context(
    prec=DIGITS, Emin=-6143, Emax=6144, rounding=decimal.ROUND_HALF_EVEN, clamp=1, traps=[]
)
EXACT = decimal.Context(
    prec=30000, Emin=decimal.MIN_EMIN, Emax=decimal.MAX_EMAX, traps=[decimal.Inexact]
)
LONG = decimal.Context(
    prec=30000, Emin=decimal.MIN_EMIN, Emax=decimal.MAX_EMAX, traps=[]
)
PRECISE = decimal.Context(prec=150, Emin=decimal.MIN_EMIN, Emax=decimal.MAX_EMAX, traps=[])
MODES = {
    "half_even": decimal.ROUND_HALF_EVEN,
    "half_up": decimal.ROUND_HALF_UP,
    "half_down": decimal.ROUND_HALF_DOWN,
    "up": decimal.ROUND_UP,
    "down": decimal.ROUND_DOWN,
    "floor": decimal.ROUND_FLOOR,
    "ceiling": decimal.ROUND_CEILING,
}
GRAMMAR = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


# What is expected.


def canonical(value):
    """Returns the shortest exact text as bontot prints it, or null."""
    if value is None or not value.is_finite():
        return "null"
    if value == 0:
        return "0"
    sign, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    stripped = text.rstrip("0")
    exponent += len(text) - len(stripped)
    point = len(stripped) + exponent
    if exponent >= 0:
        plain = stripped + "0" * exponent
    elif point > 0:
        plain = stripped[:point] + "." + stripped[point:]
    else:
        plain = "0." + "0" * -point + stripped
    minus = "-" if sign else ""
    if len(minus + plain) <= PLAIN_LIMIT:
        return minus + plain
    fraction = "." + stripped[1:] if len(stripped) > 1 else ""
    return f"{minus}{stripped[0]}{fraction}e{point - 1:+d}"


def fit(exact):
    """Rounds an exact value to a number; None if it is out of range."""
    result = REFERENCE.plus(exact)
    if not result.is_finite() or (result == 0) != (exact == 0):
        return None
    return result


def nonzero(result, exactly_zero):
    return None if (result == 0) != exactly_zero else result


def expect_parse(text):
    if not GRAMMAR.fullmatch(text):
        return "syntax"
    mantissa, _, exponent = text.lower().partition("e")
    if not re.search("[1-9]", mantissa):
        return "0"
    if exponent and abs(int(exponent)) > 10**9:
        return "null"
    return canonical(fit(LONG.create_decimal(text)))


def expect_power(base, exponent):
    if exponent == 0:
        return Decimal(1)
    if base == 0:
        return None if exponent < 0 else Decimal(0)
    if abs(exponent) <= 64:
        whole = EXACT.power(base, abs(exponent))
        if exponent > 0:
            return fit(whole)
        return nonzero(REFERENCE.divide(Decimal(1), whole), False)
    magnitude = PRECISE.power(base.copy_abs(), Decimal(exponent))
    if not magnitude.is_finite() or magnitude == 0:
        return None
    return fit(-magnitude if base < 0 and exponent % 2 else magnitude)


def expect_round(value, scale, mode):
    if value == 0 or value.as_tuple().exponent >= -scale:
        return value
    unit = Decimal((0, (1,), -scale))
    rounded = value.quantize(unit, rounding=MODES[mode], context=LONG)
    result = REFERENCE.plus(rounded)
    return result if result.is_finite() else None


def aligned(left, right):
    """Returns both values as integers of one unit, and the unit's exponent."""
    exponent = min(left.as_tuple().exponent, right.as_tuple().exponent)
    parts = []
    for value in (left, right):
        sign, digits, own = value.as_tuple()
        whole = int("".join(map(str, digits))) * 10 ** (own - exponent)
        parts.append(-whole if sign else whole)
    return parts[0], parts[1], exponent


def expect_modulo(left, right):
    if right == 0:
        return None
    dividend, divisor, exponent = aligned(left, right)
    return fit(EXACT.scaleb(Decimal(dividend % divisor), exponent))


def expect_multiple(value, step, mode):
    if step <= 0:
        return None
    whole, unit, exponent = aligned(value, step)
    quotient, rest = divmod(abs(whole), unit)
    negative = whole < 0
    away = {
        "half_even": 2 * rest > unit or (2 * rest == unit and quotient % 2 == 1),
        "half_up": 2 * rest >= unit,
        "half_down": 2 * rest > unit,
        "up": rest > 0,
        "down": False,
        "floor": rest > 0 and negative,
        "ceiling": rest > 0 and not negative,
    }[mode]
    result = EXACT.scaleb(Decimal((quotient + away) * unit), exponent)
    return fit(-result if negative else result)


def expect_scaled(value):
    if value == 0:
        return "0 0"
    sign, digits, exponent = value.as_tuple()
    coefficient = int("".join(map(str, digits)))
    while coefficient % 10 == 0 and exponent < 0:
        coefficient //= 10
        exponent += 1
    coefficient *= (-1 if sign else 1) * 10 ** max(exponent, 0)
    if not -(2**63) <= coefficient < 2**63:
        return "null"
    return f"{coefficient} {max(-exponent, 0)}"


# Operands.


def digits_of(rng, count):
    kind = rng.random()
    if kind < 0.1:
        return "9" * count
    if kind < 0.2:
        return "1" + "0" * (count - 1)
    if kind < 0.3 and count > 1:
        return str(rng.randrange(10 ** (count - 2), 10 ** (count - 1))) + "5"
    return str(rng.randrange(10 ** (count - 1), 10**count))


def operand(rng):
    """Returns the text of a number that is exactly representable."""
    sign = rng.choice(["", "", "-"])
    kind = rng.random()
    if kind < 0.35:
        return sign + rng.choice([
            str(rng.randrange(0, 101)),
            f"{rng.randrange(0, 10000) / 100:.2f}",
            f"{rng.randrange(0, 1000) / 10:.1f}",
            f"{rng.randrange(0, 10**7) / 1000:.3f}",
            str(rng.randrange(0, 10**9)),
        ])
    if kind < 0.42:
        return sign + rng.choice(["0", "0.00", "0e10", "0e-6176", "0E+6111"])
    if kind < 0.62:
        return f"{sign}{digits_of(rng, rng.randrange(1, 35))}e{rng.randrange(-40, 12)}"
    if kind < 0.75:
        return f"{sign}{digits_of(rng, 34)}e{rng.randrange(-40, 5)}"
    if kind < 0.82:
        return f"{sign}{digits_of(rng, rng.randrange(1, 35))}e{rng.randrange(-6176, 6112)}"
    if kind < 0.88:
        return f"{sign}{digits_of(rng, rng.randrange(1, 35))}e{rng.randrange(-6176, -6130)}"
    if kind < 0.94:
        return f"{sign}{digits_of(rng, rng.randrange(1, 35))}e{rng.randrange(6070, 6112)}"
    word = rng.choice([2**32 - 1, 2**32, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 10**19, 2**112])
    return f"{sign}{word + rng.randrange(-2, 3)}e{rng.randrange(-25, 8)}"


def other_form(rng, text):
    """Returns the same value with another exponent, if there is one."""
    sign, digits, exponent = Decimal(text).as_tuple()
    whole = int("".join(map(str, digits)))
    zeros = rng.randrange(0, 35 - len(str(whole)))
    zeros = min(zeros, exponent - MIN_EXPONENT)
    return f"{'-' if sign else ''}{whole}{'0' * zeros if whole else ''}e{exponent - zeros}"


def opposite(text):
    return text[1:] if text.startswith("-") else "-" + text


def pair(rng):
    left = operand(rng)
    kind = rng.random()
    if kind < 0.5:
        return left, operand(rng)
    if kind < 0.6:
        return left, rng.choice([lambda text: text, opposite])(other_form(rng, left))
    if kind < 0.8:
        # What decides the rounding of a full coefficient: a half, and a little about it.
        exponent = rng.randrange(-120, 60)
        left = f"{digits_of(rng, 34)}e{exponent}"
        low = rng.choice(["5", "50", "500001", "499999", "1", "9", "5" + "0" * 32 + "1", "4" + "9" * 33])
        right = f"{low}e{max(exponent - len(low) - rng.choice([0, 0, 0, 0, 1, 2, 36]), MIN_EXPONENT)}"
        return rng.choice([left, "-" + left]), rng.choice([right, "-" + right])
    if kind < 0.83:
        # About the greatest number and the least.
        left = f"{digits_of(rng, 34)}e{rng.choice([MAX_EXPONENT, MIN_EXPONENT])}"
        return rng.choice([left, "-" + left]), rng.choice([left, f"-{digits_of(rng, 34)}e6111", "5e6110"])
    # Far apart, about where a sum stops seeing the lesser one.
    exponent = rng.randrange(-3000, 3000)
    apart = rng.choice([rng.randrange(18, 22), rng.randrange(30, 40), rng.randrange(60, 76), 900])
    left = f"{digits_of(rng, rng.randrange(1, 35))}e{exponent}"
    right = f"{digits_of(rng, rng.randrange(1, 35))}e{exponent - apart}"
    texts = [rng.choice([left, "-" + left]), rng.choice([right, "-" + right])]
    rng.shuffle(texts)
    return tuple(texts)


def factor(rng):
    """Returns a number whose products and quotients often end in a half or out of range."""
    kind = rng.random()
    if kind < 0.4:
        return operand(rng)
    if kind < 0.7:
        return f"{rng.choice(['', '-'])}{digits_of(rng, rng.choice([17, 18, 34]))}e{rng.randrange(-30, 5)}"
    if kind < 0.85:
        return str(rng.choice([2, 4, 5, 8, 16, 25, 64, 0.5, 0.2, 0.05, 3, 7, 9, 11, 90, 100]))
    return f"{digits_of(rng, rng.randrange(1, 35))}e{rng.choice([-1, 1]) * rng.randrange(3000, 3200)}"


# Operations.


def parse_text(rng):
    kind = rng.random()
    if kind < 0.4:
        return operand(rng)
    if kind < 0.7:
        count = rng.randrange(30, 90)
        digits = digits_of(rng, rng.choice([34, 35])) + rng.choice(["", "5", "50", "49", "51"])
        digits += "0" * (count // 2) + rng.choice(["", "1"])
        point = rng.randrange(0, len(digits) + 1)
        whole, fraction = digits[:point] or "0", digits[point:]
        text = whole + ("." + fraction if fraction else "")
        return rng.choice(["", "-"]) + text + rng.choice(
            ["", f"e{rng.randrange(-6250, -6100)}", f"E+{rng.randrange(6050, 6130)}", "e0005"])
    if kind < 0.8:
        zeros = rng.randrange(0, 7000)
        return f"0.{'0' * zeros}{digits_of(rng, 20)}e{zeros + rng.randrange(-20, 20)}"
    if kind < 0.9:
        return rng.choice(["1", "0", "-1.5", "0.000"]) + rng.choice("eE") + rng.choice(
            ["", "+", "-"]) + rng.choice(["999999999999", "9" * 40, "6144", "6145", "6176", "6177"])
    broken = list(operand(rng))
    broken.insert(rng.randrange(0, len(broken) + 1), rng.choice("0+-.eE x1"))
    return "".join(broken)


def make_parse(rng):
    text = parse_text(rng)
    return "parse", text, expect_parse(text)


def make_compare(rng):
    left, right = pair(rng)
    return "compare", left, right, str(int(EXACT.compare(Decimal(left), Decimal(right))))


def make_add(rng):
    left, right = pair(rng)
    return "add", left, right, canonical(REFERENCE.add(Decimal(left), Decimal(right)))


def make_subtract(rng):
    left, right = pair(rng)
    return "subtract", left, right, canonical(REFERENCE.subtract(Decimal(left), Decimal(right)))


def make_multiply(rng):
    left, right = (factor(rng), factor(rng)) if rng.random() < 0.6 else pair(rng)
    a, b = Decimal(left), Decimal(right)
    return "multiply", left, right, canonical(nonzero(REFERENCE.multiply(a, b), a == 0 or b == 0))


def make_divide(rng):
    left, right = (factor(rng), factor(rng)) if rng.random() < 0.6 else pair(rng)
    a, b = Decimal(left), Decimal(right)
    result = None if b == 0 else nonzero(REFERENCE.divide(a, b), a == 0)
    return "divide", left, right, canonical(result)


def make_modulo(rng):
    left, right = pair(rng)
    return "modulo", left, right, canonical(expect_modulo(Decimal(left), Decimal(right)))


def make_power(rng):
    kind = rng.random()
    if kind < 0.3:
        base = operand(rng)
        exponent = rng.randrange(-6, 7)
    elif kind < 0.5:
        base = f"{rng.choice(['', '-'])}{rng.randrange(0, 300)}e{rng.randrange(-4, 3)}"
        exponent = rng.randrange(-64, 65)
    elif kind < 0.65:
        near_one = rng.choice(["1." + "0" * 32 + "1", "0." + "9" * 34, "1.0001", "0.999", "1.00000001"])
        base = rng.choice([near_one, "-" + near_one])
        exponent = rng.choice([-1, 1]) * rng.choice([rng.randrange(1, 30), rng.randrange(1, 10**6)])
    elif kind < 0.8:
        base = rng.choice(["1." + "0" * 32 + "1", "0." + "9" * 33, "-1", "1", "1.0000000000000000001",
                           "2", "10", "0.1", "-100", "0", "0.5"])
        exponent = rng.choice([2**63 - 1, -(2**63), 10**18 + 1, -(10**15), rng.randrange(-(2**63), 2**63)])
    elif kind < 0.9:
        base = rng.choice(["10", "-10", "0.1", "100", "-0.01", "1000"])
        exponent = rng.randrange(-6300, 6300)
    else:
        base = f"{rng.choice(['', '-'])}{digits_of(rng, 34)}e{rng.randrange(-36, -30)}"
        exponent = rng.choice([-1, 1]) * rng.randrange(1, 3000)
    return "power", base, str(exponent), canonical(expect_power(Decimal(base), exponent))


def make_round(rng):
    text = operand(rng)
    exponent = Decimal(text).as_tuple().exponent
    near = -exponent - rng.randrange(-2, 40)
    scale = rng.choice([near, near, near, rng.randrange(-40, 40), rng.randrange(-6200, 6200)])
    if rng.random() < 0.3:
        whole = rng.randrange(1, 10 ** rng.randrange(1, 20))
        cut = rng.randrange(1, 14)
        text = f"{rng.choice(['', '-'])}{whole}{rng.choice(['5', '49', '51', '50'])}{'0' * cut}e{-cut - 3}"
        scale = rng.randrange(1, 4)
    mode = rng.choice(list(MODES))
    return "round", text, str(scale), mode, canonical(expect_round(Decimal(text), scale, mode))


def make_multiple(rng):
    mode = rng.choice(list(MODES))
    kind = rng.random()
    if kind < 0.5:
        step = rng.choice(["0.5", "0.25", "0.05", "1", "2", "5", "0.3", "0.10", "10", "3e-7"])
        halves = Decimal(step) * rng.randrange(-400, 400) / 2
        value = rng.choice([f"{halves:f}", operand(rng), f"{halves + Decimal('1e-20'):f}"])
    elif kind < 0.7:
        step = f"{digits_of(rng, 34)}e{rng.randrange(-5, 5)}"
        value = f"{rng.choice(['', '-'])}{digits_of(rng, 34)}e{rng.randrange(-7, 8)}"
    else:
        value, step = pair(rng)
        step = step.lstrip("-")
    return "multiple", value, step, mode, canonical(
        expect_multiple(Decimal(value), Decimal(step), mode))


def make_settle(rng):
    text = operand(rng)
    if rng.random() < 0.5:
        text = f"{rng.choice(['', '-'])}{digits_of(rng, rng.randrange(1, 35))}e{rng.randrange(-34, -11)}"
    return "settle", text, canonical(expect_round(Decimal(text), 12, "half_even"))


def make_double(rng):
    text = operand(rng)
    if rng.random() < 0.6:
        text = f"{rng.choice(['', '-'])}{digits_of(rng, rng.randrange(1, 35))}e{rng.randrange(-360, 310)}"
    # Zero has no sign here.
    bits = struct.unpack("<Q", struct.pack("<d", float(text) if Decimal(text) else 0.0))[0]
    return "double", text, str(bits)


def make_scaled(rng):
    text = rng.choice([operand(rng), str(rng.choice([2**63 - 1, -(2**63), 2**63, -(2**63) - 1]))])
    return "scaled", text, expect_scaled(Decimal(text))


COUNTS = {
    make_parse: 12000, make_compare: 12000, make_add: 16000, make_subtract: 12000,
    make_multiply: 14000, make_divide: 14000, make_modulo: 9000, make_power: 8000,
    make_round: 14000, make_multiple: 9000, make_settle: 6000, make_double: 8000,
    make_scaled: 5000,
}


def main():
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20250101
    with open(sys.argv[1], "w", encoding="ascii", newline="\n") as out:
        for make, count in COUNTS.items():
            rng = random.Random(f"{seed} {make.__name__}")
            for _ in range(count):
                out.write("\t".join(make(rng)) + "\n")


if __name__ == "__main__":
    decimal.setcontext(LONG)
    main()
