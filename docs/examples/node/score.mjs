// SPDX-License-Identifier: BSL-1.0
// Scores dossiers by a rubric, and says where points were lost and what is missing: score.mjs RUBRIC DOSSIERS...
import { InputError, Rubric, evaluateLines, file } from "bontot";

let isRight = true;

/** The line is that of the text, unless the text is itself a line of a file. */
function printErrors(path, entries, line) {
    for (const entry of entries) {
        console.log(`${path}:${line ?? entry.line}:${entry.column}: ${entry.message}`);
    }
    isRight = false;
}

/** Does something that errors in a file may stop. */
function reading(path, action) {
    try {
        return action();
    } catch (error) {
        if (!(error instanceof InputError)) throw error;
        printErrors(path, error.entries);
        return null;
    }
}

function possible({ points, possible }) {
    return points.equals(possible) ? "" : ` (possible: ${possible})`;
}

function printResult(result) {
    const { total } = result;
    console.log(`${result.unitName || result.unitId}: ${result.grade.label}, ${total.points} points${possible(total)}`);
    for (const node of result.nodes) {
        // A line has lost what it cannot have any more, whatever is handed in; what has lines is none.
        if (node.children.length > 0 || node.possible.equals(node.max)) continue;
        console.log(`  ${node.id} ${node.label}: ${node.points} of ${node.max}${possible(node)}`);
        console.log(`      ${[node.reason, ...node.notes].join("; ")}`);
    }
    for (const item of result.missing) {
        console.log(`  missing: ${item.label}, worth ${item.worth}`);
    }
}

function scoreFile(rubric, path) {
    if (!path.endsWith(".ndjson")) {
        const result = reading(path, () => rubric.evaluate(file(path)));
        if (result) printResult(result);
        return;
    }
    for (const { line, result, error } of evaluateLines(rubric, file(path))) {
        if (error) printErrors(path, error.entries, line);
        else printResult(result);
    }
}

const [sheet, ...paths] = process.argv.slice(2);
if (paths.length === 0) {
    console.error("usage: score.mjs RUBRIC DOSSIERS...");
    process.exitCode = 2;
} else {
    try {
        const rubric = reading(sheet, () => Rubric.fromFile(file(sheet)));
        if (rubric) paths.forEach((path) => scoreFile(rubric, path));
        process.exitCode = isRight ? 0 : 1;
    } catch (error) {
        console.error(error.message);
        process.exitCode = 2;
    }
}
