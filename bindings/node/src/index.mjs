// SPDX-License-Identifier: BSL-1.0
// The same module as require("bontot") gives, so that there is one library and one set of classes.
import bontot from "./index.js";

export const {
    BontotError,
    CancelledError,
    Cohort,
    ColumnResults,
    Comparison,
    Decimal,
    Dossier,
    ErrorEntry,
    GradePath,
    InputError,
    InternalError,
    LibraryError,
    LineReader,
    MisuseError,
    Names,
    NoFitError,
    NotFoundError,
    OutOfMemoryError,
    Ranking,
    Reference,
    Result,
    Rubric,
    RubricDiff,
    compare,
    evaluateColumns,
    evaluateLines,
    feel,
    file,
    load,
    parseJson,
    rank,
    rubricIdOf,
    stringifyJson,
    version,
} = bontot;

export default bontot;
