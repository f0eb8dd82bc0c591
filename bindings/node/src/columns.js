// SPDX-License-Identifier: BSL-1.0
"use strict";

// Tables of facts in columns: what goes in, what comes out, row by row what is wrong.

const koffi = require("koffi");
const { Decimal } = require("./decimal.js");
const { MisuseError, NotFoundError } = require("./errors.js");
const { library, structs } = require("./ffi.js");
const { Closing, closing, entriesOf, handles, withOptions } = require("./handles.js");
const { encoded, kindOf } = require("./json.js");
const { CONSTANTS } = require("./signatures.js");

const MOST_ERRORS = 1000;
const LITTLE = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

const NUMBERS = new Map([
    [Int8Array, "INT8"],
    [Uint8Array, "UINT8"],
    [Int16Array, "INT16"],
    [Uint16Array, "UINT16"],
    [Int32Array, "INT32"],
    [Uint32Array, "UINT32"],
    [BigInt64Array, "INT64"],
    [BigUint64Array, "UINT64"],
    [Float32Array, "FLOAT32"],
    [Float64Array, "FLOAT64"],
]);

/** Where an array lies; one of no items lies nowhere. */
const addressOf = (array) => (array?.byteLength ? koffi.address(array) : null);

/** Returns the bytes of structs of one type, one behind the other. */
function packed(name, items) {
    const size = koffi.sizeof(structs[name]);
    const bytes = Buffer.alloc(Math.max(1, size * items.length));
    items.forEach((item, index) => koffi.encode(bytes, index * size, structs[name], { size, ...item }));
    return bytes;
}

/** A column as the library takes it: its cells, and what else it points to. */
function columnOf(fact, given, settings) {
    const kind = [...NUMBERS.keys()].find((each) => given?.constructor === each);
    if (kind) {
        return typedColumn(fact, given, NUMBERS.get(kind), settings);
    }
    if (!Array.isArray(given)) {
        throw new TypeError(`the column ${fact.id} is a typed array or an array, not ${kindOf(given)}`);
    }
    const makers = { number: numbers, boolean: truths };
    const column = (makers[fact.type] ?? texts)(fact, given);
    return { ...column, rows: given.length, valid: Uint8Array.from(given, isKnown) };
}

const isKnown = (value) => value !== null && value !== undefined;

function typedColumn(fact, given, type, { scales = {}, decimals = {} }) {
    const rows = given.length;
    if (fact.type === "boolean") {
        if (given.BYTES_PER_ELEMENT !== 1) {
            throw new MisuseError(`the column of the boolean fact ${fact.id} must have a byte for each row`);
        }
        return { type: "BOOLEAN_BYTES", scale: 0, values: given, rows };
    }
    if (fact.type === "date" && type === "INT32") {
        return { type: "DATE32", scale: 0, values: given, rows };
    }
    if (fact.type !== "number") {
        throw new MisuseError(`the column of ${fact.id}, a ${fact.type}, must be an array of texts`);
    }
    const isFloat = type.startsWith("FLOAT");
    if (isFloat && decimals[fact.id] === undefined) {
        throw new MisuseError(
            `the column of ${fact.id} holds binary fractions: say in \`decimals\` how many decimals they have`,
        );
    }
    return { type, scale: (isFloat ? decimals : scales)[fact.id] ?? 0, values: given, rows };
}

function numbers(fact, given) {
    const exact = given.map((value, row) => (isKnown(value) ? exactOf(fact, row, value) : new Decimal(0)));
    const scale = exact.reduce((most, each) => Math.max(most, each.scale), 0);
    const amounts = exact.map((each) => each.coefficient * 10n ** BigInt(scale - each.scale));
    if (amounts.every((amount) => BigInt.asIntN(64, amount) === amount)) {
        return { type: "INT64", scale, values: BigInt64Array.from(amounts) };
    }
    const halves = amounts.flatMap((amount) => {
        if (BigInt.asIntN(128, amount) !== amount) {
            throw new MisuseError(`a number of ${fact.id} does not fit 128 bits with ${scale} decimals`);
        }
        const pair = [BigInt.asUintN(64, amount), BigInt.asUintN(64, amount >> 64n)];
        return LITTLE ? pair : pair.reverse();
    });
    return { type: "DECIMAL128", scale, values: BigUint64Array.from(halves) };
}

function exactOf(fact, row, value) {
    try {
        return new Decimal(value);
    } catch (error) {
        throw new TypeError(`${fact.id}, row ${row}: ${error.message}`);
    }
}

function truths(fact, given) {
    const wrong = given.find((value) => isKnown(value) && typeof value !== "boolean");
    if (wrong !== undefined) {
        throw new TypeError(`${fact.id}: a boolean is true or false, not ${kindOf(wrong)}`);
    }
    return { type: "BOOLEAN_BYTES", scale: 0, values: Uint8Array.from(given, Number) };
}

function texts(fact, given) {
    const pieces = given.map((value) => {
        if (isKnown(value) && typeof value !== "string") {
            throw new TypeError(`${fact.id}: a ${fact.type} is text, not ${kindOf(value)}`);
        }
        return encoded(value ?? "");
    });
    const offsets = new BigInt64Array(given.length + 1);
    pieces.forEach((piece, row) => {
        offsets[row + 1] = offsets[row] + BigInt(piece.length);
    });
    return { type: "TEXT64", scale: 0, values: offsets, text: Buffer.concat(pieces) };
}

/** Takes a mask, where 0 is unknown, together with the unknown cells of an array. */
function masked(id, column, mask) {
    const bytes = Uint8Array.from(mask, Number);
    if (bytes.length !== column.rows) {
        throw new MisuseError(`the mask of ${id} must have a cell for each of ${column.rows} rows`);
    }
    const valid = column.valid ? bytes.map((value, row) => value & column.valid[row]) : bytes;
    return { ...column, valid };
}

function columnsOf(rubric, given, settings) {
    for (const name of ["masks", "scales", "decimals"]) {
        const stray = Object.keys(settings[name] ?? {}).find((id) => !(id in given));
        if (stray !== undefined) {
            throw new MisuseError(`${name} has ${stray}, but columns has not`);
        }
    }
    return Object.entries(given).map(([id, cells]) => {
        const fact = rubric.factNamed(id);
        if (!fact) {
            throw new NotFoundError(`the rubric has no fact ${id}`);
        }
        const column = { slot: fact.slot, ...columnOf(fact, cells, settings) };
        const mask = settings.masks?.[id];
        return mask ? masked(id, column, mask) : column;
    });
}

function rowCount(columns) {
    const counts = new Set(columns.map((column) => column.rows));
    if (counts.size !== 1) {
        const found = [...counts].join(", ") || "no columns";
        throw new MisuseError(`all columns must have the same number of rows; there are: ${found}`);
    }
    return [...counts][0];
}

function structOf(column) {
    return {
        slot: column.slot,
        type: CONSTANTS[`BONTOT_COLUMN_${column.rows ? column.type : "NOTHING"}`],
        scale: column.scale,
        values: addressOf(column.values),
        text: addressOf(column.text),
        valid_bits: null,
        valid_bytes: addressOf(column.valid),
        offset: 0,
        dictionary: null,
        dictionary_size: 0,
    };
}

/** The arrays that the library writes into. */
class Outputs {
    constructor(rubric, rows, nodes, scale) {
        this.scale = scale;
        this.figures = {
            points: new BigInt64Array(rows),
            possible: new BigInt64Array(rows),
            completeness: new BigInt64Array(rows),
            grade: new Int32Array(rows),
            grade_possible: new Int32Array(rows),
            status: new Uint8Array(rows),
        };
        const ids = nodes ?? rubric.nodes.filter((node) => node.parent === null).map((node) => node.id);
        this.nodes = ids.map((id) => ({
            id,
            node: nodeNamed(rubric, id),
            points: new BigInt64Array(rows),
            possible: new BigInt64Array(rows),
        }));
    }

    /** Returns the struct that says where results go, and what it points to. */
    packed() {
        const places = this.nodes.map(({ node, points, possible }) => ({
            node,
            points: addressOf(points),
            possible: addressOf(possible),
        }));
        const nodes = packed("node_column", places);
        const figures = Object.entries(this.figures).map(([name, array]) => [name, addressOf(array)]);
        const results = packed("table_results", [
            {
                scale: this.scale,
                ...Object.fromEntries(figures),
                nodes: addressOf(nodes),
                node_count: places.length,
            },
        ]);
        return [results, nodes];
    }
}

function nodeNamed(rubric, id) {
    const place = rubric.nodes.findIndex((node) => node.id === id);
    if (place < 0) {
        throw new NotFoundError(`the rubric has no criterion or indicator ${id}`);
    }
    return place;
}

/** What scoring a table gave: arrays with a cell for each row. */
class ColumnResults {
    constructor(outputs, grades, report) {
        this.points = outputs.figures.points;
        this.possible = outputs.figures.possible;
        this.completeness = outputs.figures.completeness;
        this.grade = outputs.figures.grade;
        this.gradePossible = outputs.figures.grade_possible;
        this.status = outputs.figures.status;
        this.nodes = Object.fromEntries(
            outputs.nodes.map(({ id, points, possible }) => [id, { points, possible }]),
        );
        this.grades = grades;
        this.scale = outputs.scale;
        Object.assign(this, report);
        Object.freeze(this);
    }

    /** How many rows there are. */
    get length() {
        return this.status.length;
    }

    /** Returns a figure of `points` or `possible` as an exact decimal. */
    decimal(figure) {
        return Decimal.of(figure, this.scale);
    }
}

/**
 * Scores a table: each row as a dossier that has its facts and nothing else. `columns` has for each
 * fact a typed array, or an array in which null is unknown; docs/columns.md says more.
 */
function evaluateColumns(rubric, columns, settings = {}) {
    const { nodes = null, scale = 12, period = null, language = "vi" } = settings;
    const taken = columnsOf(rubric, columns, settings);
    const rows = rowCount(taken);
    const outputs = new Outputs(rubric, rows, nodes, scale);
    const cells = packed("column", taken.map(structOf));
    const table = packed("table", [{ columns: addressOf(cells), column_count: taken.length }]);
    const [results, places] = outputs.packed();
    const kept = [taken, cells, places]; // only their addresses cross
    const report = Closing.handleOf(rubric).use((given) =>
        withOptions({ language, period }, (options) =>
            handles.report.madeBy(
                "bontot_evaluate_columns",
                [given, table, 0, rows, results, options],
                language,
            ),
        ),
    );
    kept.length = 0;
    const grades = rubric.grades.map((grade) => grade.id);
    return closing(report, (said) => new ColumnResults(outputs, grades, reportOf(said)));
}

function reportOf(report) {
    const errors = library().bontot_report_errors(report);
    const entries = errors ? entriesOf(errors, MOST_ERRORS) : [];
    return {
        errors: entries.map(({ pointer, code, message, messageEn }, index) => ({
            row: library().bontot_report_row(report, index),
            fact: pointer.slice(1).split("/").slice(1).join("/"),
            code,
            message,
            messageEn,
        })),
        errorCount: Number(library().bontot_report_error_count(report)),
        wrongRows: Number(library().bontot_report_wrong_rows(report)),
    };
}

module.exports = { ColumnResults, evaluateColumns };
