// SPDX-License-Identifier: BSL-1.0
"use strict";

// Calls, with the table's types, what the idiom reads from JSON instead: both must say the same.

const assert = require("node:assert/strict");
const test = require("node:test");
const koffi = require("koffi");
const { Decimal, Rubric } = require("..");
const { library, structs } = require("../src/ffi.js");
const { Closing, borrowed, borrowedOrNull, call, handles, sized } = require("../src/handles.js");
const { CONSTANTS: C } = require("../src/signatures.js");
const { EXAMPLE, RUBRIC_ID } = require("./support.js");

const rubric = Rubric.builtin(RUBRIC_ID);
const result = rubric.evaluate(EXAMPLE);
const use = (object, action) => Closing.handleOf(object).use(action);

/** Calls a function that writes a figure's text into room of the caller's. */
function textOf(name, ...given) {
    const room = Buffer.alloc(C.BONTOT_NUMBER_ROOM);
    call(name, [...given, room, room.length]);
    return room.toString("utf8", 0, room.indexOf(0));
}

function numberOf(name, ...given) {
    const room = Buffer.alloc(koffi.sizeof(structs.number));
    call(name, [...given, room]);
    const { coefficient, scale } = koffi.decode(room, structs.number);
    return Decimal.of(coefficient, scale).text;
}

test("figures", () => {
    use(result, (given) => {
        for (const [figure, name] of [[C.BONTOT_POINTS, "points"], [C.BONTOT_POSSIBLE, "possible"], [C.BONTOT_MAX, "max"]]) {
            const exact = result.total[name].text;
            assert.equal(textOf("bontot_result_total_text", given, figure), exact);
            assert.equal(numberOf("bontot_result_total", given, figure), exact);
            assert.equal(library().bontot_result_total_double(given, figure), Number(exact));
        }
        assert.equal(textOf("bontot_result_completeness_text", given), result.completeness.text);
        assert.equal(borrowed("bontot_result_grade_label", given, C.BONTOT_VI), result.grade.label);
        assert.equal(borrowedOrNull("bontot_result_as_of", given), null);
    });
});

test("nodes", () => {
    const goods = { [C.BONTOT_NO]: false, [C.BONTOT_YES]: true, [C.BONTOT_OPEN]: null };
    use(result, (given) => {
        assert.equal(library().bontot_result_node_count(given), result.nodes.length);
        result.nodes.forEach((node, index) => {
            assert.equal(library().bontot_result_node_find(given, ...sized(node.id)), index);
            assert.equal(borrowed("bontot_result_node_id", given, index), node.id);
            const state = library().bontot_result_node_state(given, index);
            assert.equal(C[`BONTOT_${node.state.toUpperCase()}`], state);
            const good = library().bontot_result_node_good(given, index);
            assert.deepEqual([good !== -1, goods[good] ?? null], [node.hasGood, node.good]);
            const parent = library().bontot_result_node_parent(given, index);
            assert.equal(parent === C.BONTOT_NONE ? null : result.nodes[parent].id, node.parent);
            assert.equal(numberOf("bontot_result_node_points", given, index, C.BONTOT_POINTS), node.points.text);
        });
        assert.equal(library().bontot_result_node_find(given, ...sized("9.9")), C.BONTOT_NONE);
    });
});

test("a figure without room for it does not fit", () => {
    use(result, (given) => {
        const room = Buffer.alloc(2);
        const cramped = () => call("bontot_result_total_text", [given, C.BONTOT_POINTS, room, room.length]);
        assert.throws(cramped, { name: "NoFitError" });
    });
});

test("memory functions", () => {
    const heap = new Map();
    const allocate = koffi.register(
        (_payload, size, alignment) => {
            const block = koffi.alloc("char", Number(size) + Number(alignment));
            const start = BigInt(koffi.address(block));
            const place = ((start + BigInt(alignment) - 1n) / BigInt(alignment)) * BigInt(alignment);
            heap.set(place, block);
            return place;
        },
        koffi.pointer(koffi.proto("void *", ["void *", "size_t", "size_t"])),
    );
    const release = koffi.register(
        (_payload, place) => {
            koffi.free(heap.get(BigInt(place)));
            heap.delete(BigInt(place));
        },
        koffi.pointer(koffi.proto("void", ["void *", "void *", "size_t", "size_t"])),
    );
    const options = handles.options.madeBy("bontot_options_new", []);
    options.use((given) => {
        call("bontot_options_set_memory", [given, allocate, release, null]);
        const made = handles.rubric.madeBy("bontot_rubric_builtin", [Buffer.from(`${RUBRIC_ID}\0`), given]);
        assert.ok(heap.size > 0);
        made.close();
    });
    options.close();
    assert.equal(heap.size, 0);
    koffi.unregister(allocate);
    koffi.unregister(release);
});
