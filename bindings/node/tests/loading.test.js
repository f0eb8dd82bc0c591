// SPDX-License-Identifier: BSL-1.0
"use strict";

// The library is found by argument, then by BONTOT_LIBRARY, then beside the package; never elsewhere.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const bontot = require("..");
const ffi = require("../src/ffi.js");
const { BINDING, LIBRARY, runNode, thrown } = require("./support.js");

const COUNT = "console.log(bontot.Rubric.builtins().length)";
const LOAD = `bontot.load(given[0]); ${COUNT}`;
const WAYS = ["bontot.load(path)", "BONTOT_LIBRARY", "beside the package"];
const count = `${bontot.Rubric.builtins().length}\n`;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bontot-"));
test.after(() => fs.rmSync(folder, { recursive: true }));

/** The package in a folder of its own, without a library beside it. */
function copied(name) {
    const binding = path.join(folder, name);
    fs.cpSync(path.join(BINDING, "src"), path.join(binding, "src"), { recursive: true });
    fs.copyFileSync(path.join(BINDING, "package.json"), path.join(binding, "package.json"));
    fs.symlinkSync(path.join(BINDING, "node_modules"), path.join(binding, "node_modules"));
    return binding;
}

const told = ({ stdout, stderr }) => [stdout, stderr];

test("an argument before the variable", () => {
    const done = runNode(LOAD, { library: path.join(folder, "nothing"), args: [LIBRARY] });
    assert.deepEqual(told(done), [count, ""]);
});

test("the variable before the neighbour", () => {
    const binding = copied("variable");
    fs.writeFileSync(path.join(binding, "src", "libbontot.so"), "not a library");
    assert.deepEqual(told(runNode(COUNT, { binding, library: LIBRARY })), [count, ""]);
});

test("the neighbour", () => {
    const binding = copied("neighbour");
    fs.symlinkSync(LIBRARY, path.join(binding, "src", "libbontot.so.0"));
    assert.deepEqual(told(runNode(COUNT, { binding })), [count, ""]);
});

test("not from the working directory, and the error names the three ways", () => {
    fs.symlinkSync(LIBRARY, path.join(folder, "libbontot.so"));
    const done = runNode(COUNT, { binding: copied("nowhere"), cwd: folder });
    assert.notEqual(done.status, 0);
    for (const way of ["LibraryError", ...WAYS]) {
        assert.ok(done.stderr.includes(way), way);
    }
});

test("an empty variable is none", () => {
    const said = runNode(COUNT, { binding: copied("empty"), library: "" });
    assert.match(said.stderr, /LibraryError: the library libbontot\.so is not found/);
});

test("what is no library", () => {
    const text = path.join(folder, "text.so");
    fs.writeFileSync(text, "not a library");
    for (const file of [text, path.join(folder, "absent.so"), "libc.so.6"]) {
        const error = thrown(() => ffi.openLibrary(file));
        assert.equal(error.name, "LibraryError");
        assert.ok(error.message.includes(file));
    }
});

test("a library of another version", () => {
    const error = thrown(() => ffi.openLibrary(LIBRARY, "99.0.0"));
    assert.equal(error.name, "LibraryError");
    assert.equal(error.message, `${LIBRARY} is version ${bontot.version}, but this package needs 99.0.0`);
});

test("loading again", () => {
    bontot.load(LIBRARY);
    assert.throws(() => bontot.load(path.join(folder, "another.so")), { name: "LibraryError" });
});
