// SPDX-License-Identifier: BSL-1.0
"use strict";

// One module for require and import, and the types that tell of it.

const assert = require("node:assert/strict");
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { BINDING, EXAMPLE, RUBRIC_ID } = require("./support.js");

const required = require("bontot");

test("require and import give the same", async () => {
    const imported = await import("bontot");
    const { default: whole, ...named } = imported;
    assert.equal(whole, required);
    assert.deepEqual(Object.keys(named).sort(), Object.keys(required).sort());
    for (const [name, value] of Object.entries(named)) {
        assert.equal(value, required[name]);
    }
    const result = imported.Rubric.builtin(RUBRIC_ID).evaluate(EXAMPLE);
    assert.ok(result instanceof required.Result);
});

test("the types name what is there", () => {
    const types = fs.readFileSync(path.join(BINDING, "src", "index.d.ts"), "utf8");
    const found = [...types.matchAll(/^export (?:class|const|function\*?) (\w+)/gm)].map(([, name]) => name);
    assert.deepEqual(found.sort(), Object.keys(required).sort());
    const classes = [...types.matchAll(/^export class (\w+)(?: extends \w+)? (?:implements \w+ )?\{\n([^]*?)^\}/gm)];
    assert.ok(classes.length >= 5);
    for (const [, name, body] of classes) {
        const methods = [...body.matchAll(/^ {4}(static )?(\w+)\(/gm)].filter(([, , method]) => method !== "constructor");
        for (const [, isStatic, method] of methods) {
            const owner = isStatic ? required[name] : required[name].prototype;
            assert.equal(typeof owner[method], "function", `${name}.${method}`);
        }
    }
});

const compiler = path.join(BINDING, "node_modules", "typescript", "bin", "tsc");

test("a program in TypeScript", { skip: !fs.existsSync(compiler) && "typescript is not installed" }, () => {
    const done = spawnSync(process.execPath, [compiler, "--project", __dirname], { encoding: "utf8" });
    assert.equal(done.stdout + done.stderr, "");
    assert.equal(done.status, 0);
});
