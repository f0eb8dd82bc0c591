// SPDX-License-Identifier: BSL-1.0
"use strict";

// Loading the library, and its functions with checked arguments. Nothing is owned here.

const fs = require("node:fs");
const path = require("node:path");
const koffi = require("koffi");
const { LibraryError } = require("./errors.js");
const { CALLBACKS, FUNCTIONS, HANDLES, INTEGERS, STRUCTS } = require("./signatures.js");

/** The version of this package and of the library that it needs. */
const VERSION = require("../package.json").version;

const WAYS =
    "call bontot.load(path) before anything else, or set BONTOT_LIBRARY to the path of libbontot.so, " +
    "or put libbontot.so beside the package's sources";

/** A pointer that is lent, with what it points to. */
class Lent {
    constructor(noun, address) {
        this.noun = noun;
        this.address = address;
        Object.freeze(this);
    }
}

/** Room in which the library stores a pointer. */
class Slot {
    constructor(noun) {
        this.noun = noun;
        this.room = new BigUint64Array(1);
        Object.freeze(this);
    }

    get address() {
        return this.room[0];
    }
}

const integers = new Set(INTEGERS);
const nouns = new Set(HANDLES);

const structs = {};

function foreign(kind) {
    if (kind.endsWith("*") || kind in CALLBACKS) {
        return "void *";
    }
    return integers.has(kind) ? "int32_t" : (structs[kind] ?? kind);
}

for (const [name, members] of Object.entries(STRUCTS)) {
    const types = Object.entries(members).map(([member, kind]) => [member, foreign(kind)]);
    structs[name] = koffi.struct(Object.fromEntries(types));
}

/** Returns what makes an argument of this kind one that the foreign side takes. */
function converter(name, kind, place) {
    const noun = kind.replace(/\*+$/, "");
    const refuse = (wanted, value) => {
        const given = value instanceof Lent || value instanceof Slot ? `a ${value.noun}` : `a ${typeof value}`;
        return new TypeError(`${name} takes ${wanted} as argument ${place + 1}, not ${given}`);
    };
    if (nouns.has(noun) && kind.endsWith("**")) {
        return (value) => {
            if (!(value instanceof Slot) || value.noun !== noun) {
                throw refuse(`room for a ${noun}`, value);
            }
            return value.room;
        };
    }
    if (nouns.has(noun) && kind.endsWith("*")) {
        return (value) => {
            if (value !== null && (!(value instanceof Lent) || value.noun !== noun)) {
                throw refuse(`a ${noun}`, value);
            }
            return value && value.address;
        };
    }
    if (kind === "char*" || kind === "size_t*") {
        return (value) => {
            if (value !== null && !ArrayBuffer.isView(value)) {
                throw refuse("bytes", value);
            }
            return value;
        };
    }
    return (value) => value;
}

// The foreign side refuses more than some hundred calls that run or wait.
const MOST_CALLS = 32;
const waiting = [];
let running = 0;

/** Runs an action, which returns a promise, when fewer than the most are running. */
async function inTurn(action) {
    if (running === MOST_CALLS) {
        await new Promise((resolve) => waiting.push(resolve));
    } else {
        running += 1;
    }
    try {
        return await action();
    } finally {
        const next = waiting.shift();
        if (next) {
            next();
        } else {
            running -= 1;
        }
    }
}

/** Returns a function of the library whose arguments are checked before they cross. */
function declared(opened, name) {
    const [returned, ...parameters] = FUNCTIONS[name];
    // Text that comes with its length is an address; it may have zero bytes within.
    const isStatic = returned === "char*" && parameters.at(-1) !== "size_t*";
    const native = opened.func(name, isStatic ? "str" : foreign(returned), parameters.map(foreign));
    const converters = parameters.map((kind, place) => converter(name, kind, place));
    const converted = (given) => {
        if (given.length !== converters.length) {
            throw new TypeError(`${name} takes ${converters.length} arguments, not ${given.length}`);
        }
        return given.map((value, place) => converters[place](value));
    };
    const noun = returned.replace(/\*$/, "");
    const back = nouns.has(noun) ? (address) => (address ? new Lent(noun, address) : null) : (value) => value;
    const call = (...given) => back(native(...converted(given)));
    const other = (given) =>
        new Promise((resolve, reject) => {
            // `given` stays reachable from here until the other thread has filled it.
            const done = (error, value) => (error ? reject(error) : resolve(back(value, given)));
            native.async(...converted(given), done);
        });
    call.async = (...given) => inTurn(() => other(given));
    return call;
}

function open(file) {
    try {
        return koffi.load(file);
    } catch (error) {
        throw new LibraryError(`cannot load the library ${file} (${error.message}): ${WAYS}`);
    }
}

/** Makes a function of JavaScript one that the library may call, from this thread, until it is unregistered. */
function register(kind, action) {
    const [returned, ...parameters] = CALLBACKS[kind];
    return koffi.register(action, koffi.pointer(koffi.proto(foreign(returned), parameters.map(foreign))));
}

/** Opens a library, checks its version, and declares its functions. */
function openLibrary(file, wanted = VERSION) {
    const opened = open(file);
    try {
        const version = declared(opened, "bontot_version")();
        if (version !== wanted) {
            throw new LibraryError(`${file} is version ${version}, but this package needs ${wanted}`);
        }
        const entries = Object.keys(FUNCTIONS).map((name) => [name, declared(opened, name)]);
        return Object.freeze(Object.fromEntries(entries));
    } catch (error) {
        if (error instanceof LibraryError) {
            throw error;
        }
        throw new LibraryError(`${file} is not the library of this package: ${error.message}`);
    }
}

/** Returns the path of the library: what BONTOT_LIBRARY says, or the one in the folder. */
function find(folder) {
    const named = process.env.BONTOT_LIBRARY;
    if (named) {
        return path.resolve(named);
    }
    const beside = fs.readdirSync(folder).filter((name) => /^libbontot\.so(\.|$)/.test(name));
    if (beside.length === 0) {
        throw new LibraryError(`the library libbontot.so is not found: ${WAYS} (${folder})`);
    }
    return path.join(folder, beside.sort()[0]);
}

let loaded = null;
let loadedFrom = "";

function remember(file) {
    loaded = openLibrary(file);
    loadedFrom = file;
    return loaded;
}

/**
 * Loads the library from a file, before anything else of this package is used.
 *
 * Throws a LibraryError when it cannot be loaded, is of another version than this package, or when
 * another file has been loaded already.
 */
function load(file) {
    const wanted = path.resolve(file);
    if (loaded === null) {
        remember(wanted);
    } else if (wanted !== loadedFrom) {
        throw new LibraryError(`cannot load ${wanted}: ${loadedFrom} is loaded already`);
    }
}

/** Returns the library; finds and loads it when that has not happened yet. */
function library() {
    return loaded ?? remember(find(__dirname));
}

module.exports = { Lent, Slot, VERSION, find, library, load, openLibrary, register, structs };
