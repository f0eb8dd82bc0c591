// SPDX-License-Identifier: BSL-1.0
"use strict";

// JSON without loss: a number is a Decimal, never a binary fraction.

const { Decimal, refusal } = require("./decimal.js");

const DEEPEST = 100; // the library reads 64 levels, and says where there are more
const LONE = /(\p{Surrogate})/u;
const TOKEN = /\s*(?:([{}[\]:,])|("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)|(true|false|null))/y;
const WORDS = { true: true, false: false, null: null };

/** Returns UTF-8; a lone surrogate stays one, for the library to report with its place. */
function encoded(text) {
    if (typeof text !== "string") {
        throw new TypeError(`expected a string, not ${kindOf(text)}`);
    }
    if (!LONE.test(text)) {
        return Buffer.from(text, "utf8");
    }
    const pieces = text.split(LONE).map((piece) => {
        const code = piece.charCodeAt(0);
        const isLone = piece.length === 1 && code >= 0xd800 && code <= 0xdfff;
        return isLone
            ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)])
            : Buffer.from(piece, "utf8");
    });
    return Buffer.concat(pieces);
}

/** Returns how a value is called in a sentence. */
function kindOf(value) {
    if (value === null || typeof value !== "object") {
        return value === null ? "null" : `a ${typeof value}`;
    }
    return `a value of type ${value.constructor?.name ?? "Object"}`;
}

function pointerOf(path) {
    const parts = path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`);
    return parts.join("") || '"" (the whole)';
}

function isPlain(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function dumpObject(value, path) {
    if (value instanceof Decimal) {
        return value.text;
    }
    if (Array.isArray(value)) {
        return `[${value.map((each, index) => dump(each, [...path, index])).join(",")}]`;
    }
    if (value instanceof Date) {
        throw new TypeError(
            `at ${pointerOf(path)}: a Date is a moment, which is another day elsewhere; write the day as "2026-12-31"`,
        );
    }
    if (!isPlain(value)) {
        throw new TypeError(`at ${pointerOf(path)}: ${kindOf(value)} cannot be written as JSON`);
    }
    const members = Object.entries(value).filter(([, each]) => each !== undefined);
    return `{${members.map(([key, each]) => `${JSON.stringify(key)}:${dump(each, [...path, key])}`).join(",")}}`;
}

function dump(value, path) {
    if (path.length > DEEPEST) {
        throw new TypeError(`nested deeper than ${DEEPEST} levels at ${pointerOf(path.slice(0, 8))}...`);
    }
    switch (typeof value) {
        case "string":
        case "boolean":
            return JSON.stringify(value);
        case "bigint":
            return String(value);
        case "number": {
            const wrong = refusal(value);
            if (wrong) {
                throw new TypeError(`at ${pointerOf(path)}: ${wrong}`);
            }
            return String(value);
        }
        case "object":
            return value === null ? "null" : dumpObject(value, path);
        default:
            throw new TypeError(`at ${pointerOf(path)}: ${kindOf(value)} cannot be written as JSON`);
    }
}

/**
 * Returns a value as JSON text, exactly. Takes plain objects, arrays, strings, booleans, null,
 * bigints, Decimals and whole numbers up to 2^53; throws a TypeError, which says where, for all else.
 */
function stringify(value) {
    return dump(value, []);
}

class Reader {
    constructor(text) {
        this.text = text;
        this.at = 0;
        this.next();
    }

    /** Steps to the next token; at the end it is "". */
    next() {
        TOKEN.lastIndex = this.at;
        const found = TOKEN.exec(this.text);
        if (!found) {
            if (this.text.slice(this.at).trim()) {
                throw new SyntaxError(`this is no JSON at character ${this.at}`);
            }
            this.token = "";
            return;
        }
        this.at = TOKEN.lastIndex;
        [, this.mark, this.string, this.number, this.word] = found;
        this.token = this.mark ?? this.string ?? this.number ?? this.word;
    }

    take(mark) {
        if (this.mark !== mark || this.token !== mark) {
            throw new SyntaxError(`expected ${mark} before character ${this.at}`);
        }
        this.next();
    }

    value() {
        if (this.token === "{") {
            return this.object();
        }
        if (this.token === "[") {
            return this.array();
        }
        let value;
        if (this.token !== "" && this.string !== undefined) {
            value = JSON.parse(this.string);
        } else if (this.token !== "" && this.number !== undefined) {
            value = new Decimal(this.number);
        } else if (this.token !== "" && this.word !== undefined) {
            value = WORDS[this.word];
        } else {
            throw new SyntaxError(`expected a value before character ${this.at}`);
        }
        this.next();
        return value;
    }

    /** Reads what stands between two marks, separated by commas. */
    items(open, close, item) {
        this.take(open);
        if (this.token !== close) {
            item();
            while (this.token === ",") {
                this.next();
                item();
            }
        }
        this.take(close);
    }

    object() {
        const members = {};
        this.items("{", "}", () => {
            const key = JSON.parse(this.string ?? "");
            this.next();
            this.take(":");
            // A key may be called __proto__.
            Object.defineProperty(members, key, {
                value: this.value(),
                configurable: true,
                enumerable: true,
                writable: true,
            });
        });
        return members;
    }

    array() {
        const items = [];
        this.items("[", "]", () => items.push(this.value()));
        return items;
    }
}

/** Returns the value of JSON text as the library writes it; a number is a Decimal. */
function parse(text) {
    const reader = new Reader(text);
    const value = reader.value();
    if (reader.token !== "") {
        throw new SyntaxError(`expected the end before character ${reader.at}`);
    }
    return value;
}

module.exports = { encoded, kindOf, parse, stringify };
