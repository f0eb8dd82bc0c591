// SPDX-License-Identifier: BSL-1.0
"use strict";

// bontot scores how well a unit meets a published set of criteria, and says why.

const { Cohort, Ranking, rank } = require("./cohort.js");
const { ColumnResults, evaluateColumns } = require("./columns.js");
const { Comparison, compare } = require("./comparison.js");
const { Decimal } = require("./decimal.js");
const { RubricDiff } = require("./diff.js");
const { Dossier, rubricIdOf } = require("./dossier.js");
const errors = require("./errors.js");
const { Names, feel } = require("./feel.js");
const { VERSION, load } = require("./ffi.js");
const { parse, stringify } = require("./json.js");
const { LineReader, evaluateLines } = require("./lines.js");
const { GradePath } = require("./path.js");
const { Reference } = require("./reference.js");
const { Result } = require("./result.js");
const { Rubric } = require("./rubric.js");
const { file } = require("./sources.js");

exports.BontotError = errors.BontotError;
exports.CancelledError = errors.CancelledError;
exports.Cohort = Cohort;
exports.ColumnResults = ColumnResults;
exports.Comparison = Comparison;
exports.Decimal = Decimal;
exports.Dossier = Dossier;
exports.ErrorEntry = errors.ErrorEntry;
exports.GradePath = GradePath;
exports.InputError = errors.InputError;
exports.InternalError = errors.InternalError;
exports.LibraryError = errors.LibraryError;
exports.LineReader = LineReader;
exports.MisuseError = errors.MisuseError;
exports.Names = Names;
exports.NoFitError = errors.NoFitError;
exports.NotFoundError = errors.NotFoundError;
exports.OutOfMemoryError = errors.OutOfMemoryError;
exports.Ranking = Ranking;
exports.Reference = Reference;
exports.Result = Result;
exports.Rubric = Rubric;
exports.RubricDiff = RubricDiff;
exports.compare = compare;
exports.evaluateColumns = evaluateColumns;
exports.evaluateLines = evaluateLines;
exports.feel = feel;
exports.file = file;
exports.load = load;
exports.parseJson = parse;
exports.rank = rank;
exports.rubricIdOf = rubricIdOf;
exports.stringifyJson = stringify;
exports.version = VERSION;
