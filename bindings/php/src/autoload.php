<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

/*
 * Makes the classes and functions of Bontot known, where Composer does not: require this file.
 *
 * All files are read at once: they are few, use each other, and may be preloaded.
 */

foreach (
    [
        'Constants', 'Exceptions', 'Json', 'Library', 'Handle', 'Sources', 'Told', 'Result', 'Path', 'Lint',
        'Introspection', 'Rubric', 'Reference', 'Numbers', 'Dossier', 'Names', 'Lines', 'Comparison', 'Cohort', 'RubricDiff',
        'Columns', 'functions',
    ] as $name
) {
    require_once __DIR__ . "/$name.php";
}
