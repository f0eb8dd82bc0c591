// SPDX-License-Identifier: BSL-1.0
"use strict";

// An exact number, since JavaScript has none with decimals.

const { inspect } = require("node:util");

const WRITTEN = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const MOST_DIGITS = 100000; // an exponent may ask for digits without end

/** Returns what is wrong with a number of JavaScript, or "". */
function refusal(value) {
    if (Number.isSafeInteger(value)) {
        return "";
    }
    if (Number.isInteger(value)) {
        return `${value} is beyond the whole numbers that a number holds; write it as a bigint or as text`;
    }
    if (Number.isFinite(value)) {
        return `${value} is a binary fraction, and scores are exact; write it as text, "${value}", or as a Decimal`;
    }
    return `${value} is not a number; null is an unknown value`;
}

function split(text) {
    const found = WRITTEN.exec(text);
    if (!found) {
        throw new TypeError(`"${text}" is not a decimal number such as "-12.5"`);
    }
    const [, sign, whole, fraction = "", exponent = "0"] = found;
    const scale = fraction.length - Number(exponent);
    if (Math.abs(scale) > MOST_DIGITS) {
        throw new TypeError(`"${text}" has more than ${MOST_DIGITS} digits`);
    }
    const digits = BigInt(whole + fraction) * 10n ** BigInt(Math.max(0, -scale));
    return [sign ? -digits : digits, Math.max(0, scale)];
}

function written(coefficient, scale) {
    const isNegative = coefficient < 0n;
    const digits = String(isNegative ? -coefficient : coefficient).padStart(scale + 1, "0");
    const point = digits.length - scale;
    const text = scale ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits;
    return isNegative ? `-${text}` : text;
}

/**
 * An exact decimal number, immutable: coefficient / 10 ** scale, and its text.
 *
 * In a template it is its text. Operators of JavaScript would turn it into a binary fraction, and so
 * throw; `plus`, `minus`, `times` and `compare` are exact.
 */
class Decimal {
    constructor(value) {
        let text;
        if (value instanceof Decimal) {
            text = value.text;
        } else if (typeof value === "bigint" || typeof value === "string") {
            text = String(value);
        } else if (typeof value === "number") {
            const wrong = refusal(value);
            if (wrong) {
                throw new TypeError(wrong);
            }
            text = String(value);
        } else {
            throw new TypeError(`a decimal is made of text, a bigint or a whole number, not of ${typeof value}`);
        }
        const [coefficient, scale] = split(text);
        /** As it was written, but without an exponent. */
        this.text = written(coefficient, scale);
        Object.defineProperty(this, "coefficient", { value: coefficient });
        Object.defineProperty(this, "scale", { value: scale });
        Object.freeze(this);
    }

    /** Returns coefficient / 10 ** scale. */
    static of(coefficient, scale) {
        return new Decimal(written(BigInt(coefficient), scale));
    }

    /** Returns both coefficients at the greater of the two scales, and that scale. */
    static #aligned(a, b) {
        const scale = Math.max(a.scale, b.scale);
        const at = (each) => each.coefficient * 10n ** BigInt(scale - each.scale);
        return [at(a), at(b), scale];
    }

    plus(other) {
        const [a, b, scale] = Decimal.#aligned(this, new Decimal(other));
        return Decimal.of(a + b, scale);
    }

    minus(other) {
        const [a, b, scale] = Decimal.#aligned(this, new Decimal(other));
        return Decimal.of(a - b, scale);
    }

    times(other) {
        const factor = new Decimal(other);
        return Decimal.of(this.coefficient * factor.coefficient, this.scale + factor.scale);
    }

    /** Returns -1, 0 or 1: whether it is less than, equal to or greater than the other. */
    compare(other) {
        const [a, b] = Decimal.#aligned(this, new Decimal(other));
        return a < b ? -1 : Number(a > b);
    }

    /** Returns whether the two are the same number: 1.50 equals 1.5. */
    equals(other) {
        return this.compare(other) === 0;
    }

    toString() {
        return this.text;
    }

    /** Returns text, which bontot's formats take for a number. */
    toJSON() {
        return this.text;
    }

    [Symbol.toPrimitive](hint) {
        if (hint === "string") {
            return this.text;
        }
        throw new TypeError(
            "operators would make a Decimal a binary fraction; use plus, minus, times, compare or toString()",
        );
    }

    [inspect.custom](_depth, options) {
        return options.stylize(this.text, "number");
    }
}

module.exports = { Decimal, refusal };
