// SPDX-License-Identifier: BSL-1.0
// The same module as require("bontot") gives, so that there is one library and one set of classes.
import bontot from "./index.js";

export const {
    BontotError,
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
    MisuseError,
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
