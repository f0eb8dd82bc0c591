// SPDX-License-Identifier: BSL-1.0
"use strict";

// Exact numbers on their way into the library.

const koffi = require("koffi");
const { Decimal } = require("./decimal.js");
const { NoFitError } = require("./errors.js");
const { structs } = require("./ffi.js");

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/** Returns a number as the library takes it, or null: it does not fit. */
function numberOrNull(value) {
    const { coefficient, scale } = new Decimal(value);
    return coefficient < LEAST || coefficient > MOST ? null : { coefficient, scale };
}

/** Returns a number as the library takes it. */
function numberOf(value) {
    const number = numberOrNull(value);
    if (number === null) {
        throw new NoFitError(`${value} has more digits than fit 64 bits`);
    }
    return number;
}

/** Returns the bytes of a number, to be passed by its address; null where there is none. */
function numberBytes(value) {
    if (value === null || value === undefined) {
        return null;
    }
    const bytes = Buffer.alloc(koffi.sizeof(structs.number));
    koffi.encode(bytes, structs.number, numberOf(value));
    return bytes;
}

module.exports = { numberBytes, numberOf, numberOrNull };
