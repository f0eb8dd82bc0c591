// SPDX-License-Identifier: BSL-1.0
// Compiled, never run: the same package in a module of CommonJS.
import bontot = require("bontot");

const result: bontot.Result = bontot.Rubric.builtin("bon-tot-2023").evaluate(bontot.file("dossier.json"));
const worth: bontot.Decimal[] = result.missing.map((each) => each.worth);
console.log(worth);
