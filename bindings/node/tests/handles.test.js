// SPDX-License-Identifier: BSL-1.0
"use strict";

// Everything is freed, once, whatever happens; and handles do not mix.

const assert = require("node:assert/strict");
const test = require("node:test");
const bontot = require("..");
const { Slot, library } = require("../src/ffi.js");
const { Closing, Handle, borrowed, handles } = require("../src/handles.js");
const { EXAMPLE, LIBRARY, RUBRIC_ID, dossier, runNode } = require("./support.js");

const { Rubric } = bontot;
const opened = () => Rubric.builtin(RUBRIC_ID);

test("mixed handles are refused", () => {
    const rubric = opened();
    const result = rubric.evaluate(EXAMPLE);
    Closing.handleOf(rubric).use((given) => {
        assert.throws(() => library().bontot_result_free(given), /takes a result as argument 1, not a rubric/);
        assert.throws(() => library().bontot_rubric_fact_count(5n), TypeError);
        assert.throws(() => library().bontot_rubric_id(given), /takes 2 arguments, not 1/);
        const room = new Slot("dossier");
        assert.throws(() => library().bontot_result_new(room, null, new Slot("error")), /room for a result/);
    });
    assert.throws(() => new bontot.Cohort(result), /not a result/);
    assert.throws(() => new bontot.Cohort({}), TypeError);
});

test("closing twice frees once", () => {
    const handle = handles.rubric.madeBy("bontot_rubric_builtin", [Buffer.from(`${RUBRIC_ID}\0`), null]);
    assert.ok(handle.isOpen && handle.slot.address);
    handle.close();
    assert.equal(handle.slot.address, 0n);
    handle.close();
    assert.ok(!handle.isOpen);
});

test("used after it was closed", () => {
    const rubric = opened();
    const result = rubric.evaluate(EXAMPLE);
    const text = result.toText();
    rubric.close();
    const closed = { name: "MisuseError", message: "this rubric is closed" };
    for (const use of [() => rubric.evaluate(EXAMPLE), () => rubric.describe(), () => rubric.template()]) {
        assert.throws(use, closed);
    }
    assert.equal(rubric.id, RUBRIC_ID);
    assert.equal(result.toText(), text); // it keeps its rubric alive
    result.close();
    assert.throws(() => result.toText(), { message: "this result is closed" });
    assert.throws(() => result.toSummary(), { name: "MisuseError" });
    assert.equal(result.toObject().grade.id, result.grade.id);
});

test("closing while it is in use waits", () => {
    const rubric = opened();
    const handle = Closing.handleOf(rubric);
    handle.use((given) => {
        rubric.close();
        assert.ok(handle.slot.address);
        assert.equal(borrowed("bontot_rubric_id", given), RUBRIC_ID);
        assert.throws(() => rubric.describe(), { name: "MisuseError" });
    });
    assert.equal(handle.slot.address, 0n);
});

test("Symbol.dispose closes", { skip: !Symbol.dispose && "there is no Symbol.dispose" }, () => {
    const rubric = opened();
    rubric[Symbol.dispose]();
    assert.throws(() => rubric.describe(), { name: "MisuseError" });
});

test("all but the result is freed at once", (context) => {
    const made = [];
    const lend = Handle.prototype.use;
    context.mock.method(Handle.prototype, "use", function use(action) {
        made.push(this);
        return lend.call(this, action);
    });
    const rubric = opened();
    const result = rubric.evaluate(EXAMPLE);
    result.toText({ language: "en", colour: true });
    assert.throws(() => rubric.evaluate(dossier("eight-errors")), { name: "InputError" });
    bontot.feel("1 + 1", { a: 1 });
    const open = new Set(made.filter((handle) => handle.isOpen));
    assert.ok(made.length > 10);
    assert.deepEqual(open, new Set([Closing.handleOf(rubric), Closing.handleOf(result)]));
});

test("the garbage collector frees what is forgotten", () => {
    const program = `
        const { library } = require(process.env.BONTOT_BINDING + "/src/ffi.js");
        let made = bontot.Rubric.builtins().map((id) => bontot.Rubric.builtin(id));
        const { Closing } = require(process.env.BONTOT_BINDING + "/src/handles.js");
        const slots = made.map((rubric) => Closing.handleOf(rubric).slot);
        made = null;
        (async () => {
            for (let turn = 0; turn < 50 && slots.some((slot) => slot.address); ++turn) {
                gc();
                await new Promise((resolve) => setTimeout(resolve, 10));
            }
            console.log(slots.filter((slot) => slot.address).length);
        })();`;
    const done = runNode(program, { library: LIBRARY, flags: ["--expose-gc"] });
    assert.deepEqual([done.stdout, done.stderr], ["0\n", ""]);
});

test("the process may end with handles alive", () => {
    const program = `
        const rubric = bontot.Rubric.builtin(given[0]);
        globalThis.kept = [rubric, rubric.evaluate(new URL(given[1])), rubric.dossier()];
        rubric.evaluateAsync(new URL(given[1]));`;
    const done = runNode(program, { library: LIBRARY, args: [RUBRIC_ID, EXAMPLE.href] });
    assert.deepEqual([done.status, done.stdout, done.stderr], [0, "", ""]);
    const left = runNode(`${program} process.exit(3);`, { library: LIBRARY, args: [RUBRIC_ID, EXAMPLE.href] });
    assert.deepEqual([left.status, left.stdout, left.stderr], [3, "", ""]);
});
