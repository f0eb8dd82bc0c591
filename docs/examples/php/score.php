<?php
// SPDX-License-Identifier: BSL-1.0
// Scores dossiers by a rubric, and says where points were lost and what is missing: score.php RUBRIC DOSSIERS...

declare(strict_types=1);

require __DIR__ . '/../../../bindings/php/src/autoload.php'; // where Composer installs it: vendor/autoload.php

use Bontot\{ErrorEntry, InputException, Interval, Node, Result, Rubric};
use function Bontot\evaluateLines;

/**
 * The line is that of the text, unless the text is itself a line of a file.
 *
 * @param list<ErrorEntry> $entries
 */
function printErrors(string $file, array $entries, ?int $line = null): void
{
    foreach ($entries as $entry) {
        echo "$file:", $line ?? $entry->line, ":$entry->column: $entry->message\n";
    }
}

function possible(Interval|Node $figures): string
{
    return $figures->points === $figures->possible ? '' : " (possible: $figures->possible)";
}

function printResult(Result $result): void
{
    $total = $result->total;
    $name = $result->unitName !== '' ? $result->unitName : $result->unitId;
    echo "$name: {$result->grade->label}, $total->points points", possible($total), "\n";
    foreach ($result->nodes() as $node) {
        // A line has lost what it cannot have any more, whatever is handed in; what has lines is none.
        if ($node->children === [] && $node->possible !== $node->max) { // equal figures have equal texts
            echo "  $node->id $node->label: $node->points of $node->max", possible($node), "\n";
            echo '      ', implode('; ', [$node->reason, ...$node->notes]), "\n";
        }
    }
    foreach ($result->missing as $item) {
        echo "  missing: $item->label, worth $item->worth\n";
    }
}

/** Returns whether nothing was wrong. */
function scoreFile(Rubric $rubric, string $file): bool
{
    if (!str_ends_with($file, '.ndjson')) {
        try {
            printResult($rubric->evaluate(new SplFileInfo($file)));
            return true;
        } catch (InputException $error) {
            printErrors($file, $error->entries);
            return false;
        }
    }
    $isRight = true;
    foreach (evaluateLines($rubric, new SplFileInfo($file)) as $each) {
        if ($each->error !== null) {
            printErrors($file, $each->error->entries, $each->line);
            $isRight = false;
        } else {
            printResult($each->result);
        }
    }
    return $isRight;
}

/** @param list<string> $files */
function main(string $sheet, array $files): int
{
    try {
        $rubric = Rubric::fromFile(new SplFileInfo($sheet));
    } catch (InputException $error) {
        printErrors($sheet, $error->entries);
        return 1;
    }
    $right = array_map(fn (string $file) => scoreFile($rubric, $file), $files);
    return in_array(false, $right, true) ? 1 : 0;
}

if ($argc < 3) {
    fwrite(STDERR, "usage: score.php RUBRIC DOSSIERS...\n");
    exit(2);
}
try {
    exit(main($argv[1], array_slice($argv, 2)));
} catch (LogicException | RuntimeException $error) { // no such file, or a folder
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(2);
}
