// SPDX-License-Identifier: BSL-1.0
"use strict";

// Ten at once give what one gives: other threads of one program, and workers with handles of their own.

const assert = require("node:assert/strict");
const path = require("node:path");
const test = require("node:test");
const { Worker } = require("node:worker_threads");
const { Rubric } = require("..");
const { BINDING, EXAMPLE, RUBRIC_ID, dossier, thrown } = require("./support.js");

const TEN = Array.from({ length: 10 }, (_, index) => index);
const NAMES = ["example", "full", "disciplined", "missing-third"];

const WORK = `
    const { parentPort, workerData } = require("node:worker_threads");
    const { Rubric } = require(workerData.binding);
    const rubric = Rubric.builtin(workerData.id);
    const result = rubric.evaluate(new URL(workerData.url));
    parentPort.postMessage(result.toJson());
    if (workerData.closes) {
        result.close();
        rubric.close();
    }`;

function inWorker(closes) {
    const workerData = { binding: path.join(BINDING, "src", "index.js"), id: RUBRIC_ID, url: EXAMPLE.href, closes };
    return new Promise((resolve, reject) => {
        let said = null;
        const worker = new Worker(WORK, { eval: true, workerData });
        worker.on("message", (message) => {
            said = message;
        });
        worker.on("error", reject);
        worker.on("exit", (code) => (code === 0 ? resolve(said) : reject(new Error(`exit code ${code}`))));
    });
}

test("ten workers, each with its own rubric, some of which leave it open", async () => {
    const rubric = Rubric.builtin(RUBRIC_ID);
    const expected = rubric.evaluate(EXAMPLE).toJson();
    const told = await Promise.all(TEN.map((index) => inWorker(index % 2 === 0)));
    assert.deepEqual(told, TEN.map(() => expected));
    assert.equal(rubric.evaluate(EXAMPLE).toJson(), expected); // theirs ended, ours did not
});

test("ten evaluations over one rubric at once", async () => {
    const rubric = Rubric.builtin(RUBRIC_ID);
    const expected = Object.fromEntries(NAMES.map((name) => [name, rubric.evaluate(dossier(name)).toJson()]));
    const tasks = Array.from({ length: 120 }, () => NAMES).flat(); // more than may be under way at once
    const told = await Promise.all(tasks.map((name) => rubric.evaluateAsync(dossier(name))));
    assert.deepEqual(told.map((result) => result.toJson()), tasks.map((name) => expected[name]));
});

test("evaluateAsync takes what evaluate takes, and throws what it throws", async () => {
    const rubric = Rubric.builtin(RUBRIC_ID);
    const settings = { language: "en" };
    assert.deepEqual(await rubric.evaluateAsync(EXAMPLE, settings), rubric.evaluate(EXAMPLE, settings));
    const eight = dossier("eight-errors");
    const wrong = thrown(() => rubric.evaluate(eight));
    await assert.rejects(rubric.evaluateAsync(eight), { name: "InputError", message: wrong.message });
    await assert.rejects(rubric.evaluateAsync(EXAMPLE, { asOf: "nobody" }), { name: "NotFoundError" });
    await assert.rejects(rubric.evaluateAsync(5), TypeError);
    await assert.rejects(rubric.evaluateAsync(rubric.dossier()), /may be changed meanwhile/);
});

test("closing while others evaluate", async () => {
    const rubric = Rubric.builtin(RUBRIC_ID);
    const expected = rubric.evaluate(EXAMPLE).toJson();
    const running = TEN.map(() => rubric.evaluateAsync(EXAMPLE));
    rubric.close();
    const told = await Promise.all(running);
    assert.deepEqual(told.map((result) => result.toJson()), TEN.map(() => expected));
    await assert.rejects(rubric.evaluateAsync(EXAMPLE), { message: "this rubric is closed" });
});
