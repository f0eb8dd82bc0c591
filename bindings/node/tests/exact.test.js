// SPDX-License-Identifier: BSL-1.0
"use strict";

// Exact numbers, and JSON without loss.

const assert = require("node:assert/strict");
const { inspect } = require("node:util");
const test = require("node:test");
const { Decimal, feel, parseJson, stringifyJson } = require("..");
const { encoded } = require("../src/json.js");

const DIGITS = "1234567890123456789012345678901234";

test("what a Decimal is made of", () => {
    const cases = [
        ["12.50", 1250n, 2, "12.50"],
        ["-0.5", -5n, 1, "-0.5"],
        ["1e3", 1000n, 0, "1000"],
        ["1.25E-2", 125n, 4, "0.0125"],
        [DIGITS, BigInt(DIGITS), 0, DIGITS],
        [7n, 7n, 0, "7"],
        [-3, -3n, 0, "-3"],
    ];
    for (const [given, coefficient, scale, text] of cases) {
        const made = new Decimal(given);
        assert.deepEqual([made.coefficient, made.scale, made.text], [coefficient, scale, text]);
    }
    assert.equal(Decimal.of(-5n, 3).text, "-0.005");
    assert.equal(Decimal.of(15830n, 3).text, "15.830");
});

test("binary fractions are refused with a sentence", () => {
    assert.throws(() => new Decimal(0.1), /0\.1 is a binary fraction, .* write it as text, "0\.1"/);
    assert.throws(() => new Decimal(2 ** 60), /as a bigint or as text/);
    assert.throws(() => new Decimal(NaN), /null is an unknown value/);
    for (const wrong of ["", "1,5", "1.", ".5", "0x10", " 1", null, true, {}, "1e999999999"]) {
        assert.throws(() => new Decimal(wrong), TypeError, String(wrong));
    }
});

test("arithmetic is exact, and operators are refused", () => {
    const third = new Decimal("0.1");
    assert.equal(third.plus("0.2").text, "0.3");
    assert.equal(third.minus("0.25").text, "-0.15");
    assert.equal(third.times("0.02").text, "0.002");
    assert.deepEqual([third.compare("0.10"), third.compare(1), third.compare(-1)], [0, -1, 1]);
    assert.ok(new Decimal("1.50").equals("1.5"));
    for (const use of [() => third + 1, () => third < 1, () => Number(third), () => third == 0.1]) {
        assert.throws(use, /binary fraction/);
    }
});

test("how a Decimal looks", () => {
    const value = new Decimal("85.50896656535");
    assert.equal(`${value}`, "85.50896656535");
    assert.equal(inspect({ value }), "{ value: 85.50896656535 }");
    assert.equal(JSON.stringify({ value }), '{"value":"85.50896656535"}');
    assert.deepEqual(new Decimal("1"), new Decimal("1"));
    assert.notDeepEqual(new Decimal("1"), new Decimal("2"));
    assert.throws(() => Object.assign(value, { text: "1" }), TypeError);
});

test("written exactly", () => {
    const cases = [
        [7, "7"],
        [-(10n ** 40n), `-1${"0".repeat(40)}`],
        [true, "true"],
        [null, "null"],
        [new Decimal("0.10"), "0.10"],
        ["0.10", '"0.10"'],
        ['chi bộ "tốt"\n', '"chi bộ \\"tốt\\"\\n"'],
        [{ "a/b": [1, [2, {}]], left: undefined }, '{"a/b":[1,[2,{}]]}'],
        [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    ];
    for (const [value, text] of cases) {
        assert.equal(stringifyJson(value), text);
    }
});

test("what is not written", () => {
    const circle = [];
    circle.push(circle);
    const cases = [
        [{ facts: { "tax.due": 0.1 } }, /at \/facts\/tax\.due: 0\.1 is a binary fraction.*Decimal/],
        [{ a: [1, NaN] }, /at \/a\/1: NaN is not a number/],
        [{ "a~/": Infinity }, /\/a~0~1/],
        [{ a: new Date(0) }, /at \/a: a Date is a moment/],
        [{ a: new Set() }, /type Set/],
        [[undefined], /at \/0: a undefined cannot/],
        [1.5, /the whole/],
        [{ a: circle }, /nested deeper than 100/],
    ];
    for (const [value, message] of cases) {
        assert.throws(() => stringifyJson(value), { name: "TypeError", message });
    }
});

test("read exactly", () => {
    const read = parseJson(` {"a" : [1, -2.50, 1e2, "x\\u1ed9\\"", true, false, null, {}, []], "__proto__": 0} `);
    assert.deepEqual(read.a.slice(0, 3).map(String), ["1", "-2.50", "100"]);
    assert.deepEqual(read.a.slice(3), ['xộ"', true, false, null, {}, []]);
    assert.equal(Object.getPrototypeOf(read), Object.prototype);
    assert.equal(String(Object.entries(read)[1]), "__proto__,0");
    assert.equal(parseJson("1".repeat(5000)).coefficient, BigInt("1".repeat(5000)));
    for (const wrong of ["", "[1,]", "{", '{"a" 1}', "1 2", "nul", "[1}", "{,}", "-"]) {
        assert.throws(() => parseJson(wrong), /SyntaxError|TypeError/, wrong);
    }
});

test("a lone surrogate stays one, for the library to report", () => {
    assert.deepEqual([...encoded("a\ud800b")], [0x61, 0xed, 0xa0, 0x80, 0x62]);
    assert.deepEqual([...encoded("\u{1f3c5}")], [0xf0, 0x9f, 0x8f, 0x85]);
    assert.equal(stringifyJson("\ud800"), '"\\ud800"');
});

test("expressions", () => {
    const cases = [
        ["1 + 2", null, "3"],
        ["0.1 + 0.2 = 0.3", null, "true"],
        ["x", { x: new Decimal(DIGITS) }, DIGITS],
        ["x + 1", { x: BigInt(DIGITS) }, String(BigInt(DIGITS) + 1n)],
        ["x / 3 = 2", { x: new Decimal("6.00") }, "true"],
        ["x", '{"x": 2.5}', "2.5"],
        ['"Chi bộ " + tên', { tên: "bốn tốt 🏅" }, '"Chi bộ bốn tốt 🏅"'],
        ["date(ngày).year", { ngày: "2023-12-31" }, "2023"],
        ["count(xs)", { xs: [1, 2, 3] }, "3"],
        ["string length(x)", { x: "a\0b" }, "3"], // a zero byte does not cut
    ];
    for (const [expression, facts, value] of cases) {
        assert.equal(feel(expression, facts), value);
    }
    assert.throws(() => feel('"đảng" + )'), (error) => error.entries[0].expressionColumn === 10);
    assert.throws(() => feel("x", { x: 0.1 }), TypeError);
    assert.throws(() => feel(5), TypeError);
});
