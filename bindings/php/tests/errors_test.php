<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{BontotException, InputException, NotFoundException, Rubric};

/*
 * Exceptions carry everything that is wrong, with its place.
 */

$rubric = Rubric::builtin(RUBRIC_ID);
$error_of = fn ($source, ...$more) => thrown(InputException::class, fn () => $rubric->evaluate($source, ...$more));
$eight = dossier('eight-errors');

return [
    'eight errors' => function () use ($error_of, $eight) {
        $bytes = file_get_contents($eight->getPathname());
        $lines = preg_split('~(?<=\n)~', $bytes);
        $rows = tsv('eight-errors.expected.tsv');
        same(8, count($rows));
        foreach ([$eight, $bytes] as $source) {
            $entries = $error_of($source)->entries;
            $found = array_map(fn ($each) => [$each->pointer, "$each->line", "$each->column"], $entries);
            same(array_map(fn ($row) => [$row['pointer'], $row['line'], $row['column']], $rows), $found);
            foreach ($entries as $entry) {
                $before = implode('', array_slice($lines, 0, $entry->line - 1));
                $before .= mb_substr_of($lines[$entry->line - 1], $entry->column - 1);
                same(strlen($before), $entry->offset);
                is($entry->code !== '' && $entry->message !== $entry->messageEn);
                same(0, $entry->expressionColumn);
            }
        }
    },

    'the message shows all, with their places' => function () use ($error_of, $eight) {
        $error = $error_of($eight);
        $path = $eight->getPathname();
        $lines = array_map(fn ($each) => "$path:$each->line:$each->column $each->pointer: $each->message", $error->entries);
        same(implode("\n", $lines), $error->getMessage());
        same($path, $error->source);
        $english = $error_of(file_get_contents($path), language: 'en');
        $lines = array_map(fn ($each) => $each->describe('en'), $english->entries);
        same(implode("\n", $lines), $english->getMessage());
    },

    'an array has no lines' => function () use ($error_of, $eight) {
        $error = $error_of(json_decode(file_get_contents($eight->getPathname()), true));
        $pointers = array_column($error->entries, 'pointer');
        $wanted = array_column(tsv('eight-errors.expected.tsv'), 'pointer');
        sort($pointers);
        sort($wanted);
        same($wanted, $pointers);
        foreach ($error->entries as $entry) {
            same([0, 0, 0], [$entry->offset, $entry->line, $entry->column]);
        }
    },

    'what is no JSON' => function () use ($error_of) {
        $text = file_get_contents(DOSSIERS . '/example.json');
        $cases = ['', ' ', '{', "\xff", "\xef\xbb\xbf{", 'nul', str_repeat('[', 100000), "{$text}x", substr($text, 0, -3)];
        array_push($cases, "\0", '{"facts": {"tax.due": 1e999999999}}', '{"facts": {"tax.due": NaN}}');
        foreach ($cases as $case) {
            foreach ($error_of($case)->entries as $entry) {
                is($entry->line >= 1 && $entry->column >= 1, substr($case, 0, 40));
            }
        }
    },

    'columns count code points' => function () use ($error_of) {
        $columns = array_column($error_of('{"đảng 🏅": 1, "bộ": 2}')->entries, 'column', 'pointer');
        same([2, 15], [$columns['/đảng 🏅'], $columns['/bộ']]);
    },

    'rubrics' => function () use ($eight) {
        $error = thrown(InputException::class, fn () => Rubric::fromFile($eight));
        is(str_starts_with($error->getMessage(), "{$eight->getPathname()}:"));
        $error = thrown(InputException::class, fn () => Rubric::fromJson('{"format": "bontot-rubric/1", "colour": 1}'));
        is(in_array('/colour', array_column($error->entries, 'pointer'), true));
        thrown(NotFoundException::class, fn () => Rubric::builtin('nothing'), '~nothing~');
        thrown(NotFoundException::class, fn () => Rubric::builtin(RUBRIC_ID . "\0x"));
        thrown(InputException::class, fn () => Rubric::fromJson(str_repeat(' ', 100), sizeLimit: 10));
    },

    'classes' => function () {
        foreach (['Input', 'NotFound', 'Misuse', 'OutOfMemory', 'NoFit', 'Internal', 'Cancelled', 'Library'] as $name) {
            $class = "Bontot\\{$name}Exception";
            $error = new $class('what');
            is($error instanceof BontotException && $error instanceof RuntimeException, $class);
            same(['what', []], [$error->getMessage(), $error->entries]);
        }
    },
];

/** Returns the first code points of a text. */
function mb_substr_of(string $text, int $count): string
{
    preg_match('~^.{' . $count . '}~su', $text, $found);
    return $found[0];
}
