<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

/**
 * Evaluates a FEEL expression, and returns its value as text. `$facts` gives the names, with values as a
 * dossier's: an array, JSON text or a file.
 */
function feel(string $expression, array|string|\SplFileInfo|null $facts = null, string $language = 'vi'): string
{
    $given = Call::sized($facts === null ? null : Sources::text($facts));
    return Call::written('bontot_feel_evaluate', [...Call::sized($expression), ...$given, null], $language);
}

/** Returns the id of the rubric that a dossier names, without reading the rest of it. */
function rubricIdOf(array|string|\SplFileInfo $source, string $language = 'vi'): string
{
    $text = Call::sized(Sources::text($source));
    return Sources::errorsOf(
        $source,
        fn () => Call::written('bontot_dossier_rubric_id', [...$text, null], $language),
    );
}

/**
 * Compares two results node by node, by the ids of the nodes: each a Result that is not closed, or one in
 * the format bontot-result/1 as JSON text or a file.
 */
function compare(
    Result|string|\SplFileInfo $before,
    Result|string|\SplFileInfo $after,
    string $language = 'vi',
): Comparison {
    return Comparison::of($before, $after, $language);
}

/**
 * Ranks results, each as Cohort::add takes it, as they come: a generator is not kept in memory.
 *
 * Throws an InputException with all that is wrong, each pointer beginning with the number of the result.
 *
 * @param iterable<Result|string|\SplFileInfo> $results
 * @param iterable<string> $raised
 */
function rank(
    Rubric $rubric,
    iterable $results,
    iterable $raised = [],
    bool $raisedEverywhere = false,
    string $language = 'vi',
): Ranking {
    $cohort = new Cohort($rubric);
    $wrong = [];
    $number = 0;
    foreach ($results as $result) {
        try {
            $cohort->add($result, $language);
        } catch (InputException $error) {
            foreach ($error->entries as $entry) {
                $wrong[] = $entry->below("/$number");
            }
        }
        ++$number;
    }
    if ($wrong !== []) {
        throw new InputException('some results cannot be ranked', $wrong, $language);
    }
    return $cohort->rank($raised, $raisedEverywhere, $language);
}

/**
 * Scores a table: each row as a dossier that has its facts and nothing else.
 *
 * `$columns` has for each fact a list with a value for each row, null is unknown: numbers are int or text such as
 * '58.3', dates and choices are text. `$nodes` are the ids whose points are returned; by default the criteria.
 * `$scale` is how many decimals points are returned with; a row with points that have more is not scored.
 *
 * What is wrong with rows is in the result; what is wrong with the table itself is thrown.
 *
 * @param array<string, list<mixed>> $columns
 * @param ?list<string> $nodes
 * @param ?array{string, string} $period the first and the last day, of all rows
 */
function evaluateColumns(
    Rubric $rubric,
    array $columns,
    ?array $nodes = null,
    int $scale = 12,
    ?array $period = null,
    string $language = 'vi',
): ColumnResults {
    return (new Table($rubric, $columns, $nodes, $scale))->score($period, $language);
}

/**
 * Scores dossiers, a line for each, and yields what came of each. `$rubric` scores those that `$find`, by the
 * id that a line names, finds no other for; it may be null.
 *
 * @param string|\SplFileInfo|iterable<string> $lines a text, a file, or pieces of a text
 * @param ?callable(string): ?Rubric $find
 * @return \Generator<LineOutcome>
 */
function evaluateLines(
    ?Rubric $rubric,
    string|\SplFileInfo|iterable $lines,
    ?callable $find = null,
    string $language = 'vi',
    bool $allowOtherRubric = false,
    ?Reference $reference = null,
    string $trust = 'all',
    ?string $asOf = null,
    ?int $sizeLimit = null,
    ?int $depthLimit = null,
): \Generator {
    $settings = compact('allowOtherRubric', 'reference', 'trust', 'asOf', 'sizeLimit', 'depthLimit');
    $reader = new LineReader($rubric, $find, $language, ...$settings);
    try {
        foreach (is_string($lines) ? str_split($lines, 65536) : Sources::pieces($lines) as $piece) {
            $reader->feed($piece);
            foreach ($reader->take() as $outcome) {
                yield $outcome;
            }
        }
        $reader->end();
        foreach ($reader->take() as $outcome) {
            yield $outcome;
        }
    } finally {
        $reader->close();
    }
}
