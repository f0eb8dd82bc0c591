// SPDX-License-Identifier: BSL-1.0
"use strict";

// What several tests share: where things are.

const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const BINDING = path.resolve(__dirname, "..");
const ROOT = path.resolve(BINDING, "../..");
const DOSSIERS = path.join(ROOT, "tests", "data", "dossiers");

/** Returns the URL of one of the dossiers. */
const dossier = (name) => pathToFileURL(path.join(DOSSIERS, `${name}.json`));

/** Returns the rows of a table of expectations, as objects; never none. */
function tsv(name) {
    const [head, ...lines] = fs.readFileSync(path.join(DOSSIERS, name), "utf8").trim().split("\n");
    const keys = head.split("\t");
    if (lines.length === 0) {
        throw new Error(`${name} has no rows`);
    }
    return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, index) => [keys[index], cell])));
}

/** Runs a program in another Node, with BONTOT_LIBRARY as given or unset. */
function runNode(program, { library, cwd, flags = [], args = [], binding = BINDING } = {}) {
    const env = { ...process.env, BONTOT_BINDING: binding };
    delete env.BONTOT_LIBRARY;
    delete env.NODE_TEST_CONTEXT;
    if (library !== undefined) {
        env.BONTOT_LIBRARY = library;
    }
    const head = "const bontot = require(process.env.BONTOT_BINDING); const given = process.argv.slice(1);\n";
    const given = [...flags, "-e", head + program, "--", ...args];
    return spawnSync(process.execPath, given, { cwd, env, encoding: "utf8", timeout: 60000 });
}

/** Returns the error that an action throws. */
function thrown(action) {
    try {
        action();
    } catch (error) {
        return error;
    }
    throw new Error("nothing was thrown");
}

module.exports = {
    BINDING,
    DOSSIERS,
    EXAMPLE: dossier("example"),
    LIBRARY: process.env.BONTOT_LIBRARY && path.resolve(process.env.BONTOT_LIBRARY),
    ROOT,
    RUBRIC_ID: "bon-tot-2023",
    dossier,
    runNode,
    thrown,
    tsv,
};
