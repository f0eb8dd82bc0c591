<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{CancelledException, InputException, Json, LineReader, MisuseException, Rubric};
use function Bontot\evaluateLines;

/*
 * Many dossiers in one text: what came of each line, and functions that throw in the middle.
 */

const NAMES = ['example', 'full', 'eight-errors', 'missing-third'];

$rubric = Rubric::builtin(RUBRIC_ID);
$line = fn (string $name) => Json::stringify(Json::parse(file_get_contents(DOSSIERS . "/$name.json")));
$text = "{$line('example')}\n\n{$line('full')}\r\n{$line('eight-errors')}\n{$line('missing-third')}";

$check = function (array $outcomes) use ($rubric) {
    same([1, 3, 4, 5], array_column($outcomes, 'line'));
    foreach ($outcomes as $index => $each) {
        if (NAMES[$index] === 'eight-errors') {
            same([null, 8], [$each->result, count($each->error->entries)]);
            continue;
        }
        same(null, $each->error);
        same($rubric->evaluate(dossier(NAMES[$index]))->toJson(), $each->result->toJson());
    }
};

return [
    'a text, a file, pieces' => function () use ($rubric, $text, $check) {
        $saved = copied() . '/all.ndjson';
        file_put_contents($saved, $text);
        $pieces = str_split($text, 7);
        foreach ([$text, new SplFileInfo($saved), new SplFileObject($saved), $pieces, new ArrayIterator($pieces)] as $lines) {
            $check(iterator_to_array(evaluateLines($rubric, $lines), false));
        }
        unlink($saved);
        same([], iterator_to_array(evaluateLines($rubric, '')));
    },

    'the consumer may stop' => function () use ($rubric, $line) {
        foreach (evaluateLines($rubric, ["{$line('example')}\n", "{$line('full')}\n"]) as $each) {
            same(1, $each->line);
            break;
        }
    },

    'a reader counts, and its results own nothing' => function () use ($rubric, $text) {
        $reader = new LineReader($rubric, language: 'en');
        $reader->feed(substr($text, 0, 100));
        same(0, $reader->count());
        $reader->feed(substr($text, 100));
        $reader->end();
        same([4, 1], [$reader->count(), $reader->wrongCount()]);
        $first = $reader->take()[0]->result;
        same([], $reader->take());
        same($rubric->evaluate(dossier('example'), language: 'en')->grade->label, $first->grade->label);
        thrown(MisuseException::class, $first->toText(...), '~^this result is closed$~');
        thrown(MisuseException::class, fn () => $reader->feed("{}\n")); // after the end
        $reader->close();
        thrown(MisuseException::class, $reader->count(...), '~^this reader of lines is closed$~');
    },

    'lines find their rubrics' => function () use ($rubric, $line) {
        $asked = [];
        $find = function (string $id) use (&$asked, $rubric) {
            $asked[] = $id;
            return $id === RUBRIC_ID ? $rubric : null;
        };
        $lines = "{$line('example')}\n{$line('pilot')}";
        [$first, $second] = iterator_to_array(evaluateLines(null, $lines, $find), false);
        same($rubric->evaluate(dossier('example'))->toJson(), $first->result->toJson());
        is($second->error instanceof InputException);
        same([RUBRIC_ID, 'bon-tot-pilot-2023'], array_values(array_unique($asked)));
    },

    'what a function throws comes out behind the library, and nothing is scored any more' => function () use ($text) {
        $calls = 0;
        $find = function () use (&$calls) {
            ++$calls;
            throw new DomainException('mine');
        };
        $reader = new LineReader(null, $find);
        thrown(DomainException::class, fn () => $reader->feed("$text\n"), '~^mine$~');
        same(1, $calls);
        thrown(CancelledException::class, fn () => $reader->feed("{}\n"));
        same(1, $calls);
    },

    'a role, and limits of lines' => function () {
        $sheet = Rubric::fromJson(json_encode([
            'format' => 'bontot-rubric/1', 'id' => 's', 'version' => '1', 'label' => ['en' => 'Sheet'],
            'roles' => ['self', 'final'], 'facts' => [], 'grades' => [['id' => 'all']],
            'criteria' => [['id' => '1', 'max' => 10, 'indicators' => [['id' => 'M', 'max' => 10, 'score' => ['mark' => new stdClass()]]]]],
        ]));
        $line = json_encode(HEAD + [
            'unit' => ['id' => 'U'], 'facts' => new stdClass(), 'marks' => ['M' => ['self' => 6, 'final' => 5]],
        ]);
        $points = fn (mixed ...$settings) => evaluateLines($sheet, $line, ...$settings)->current()->result?->total->points;
        same(['5', '6'], [$points(), $points(asOf: 'self')]);
        same([null, null], [$points(sizeLimit: 20), $points(depthLimit: 2)]);
    },

    'the process may end with a reader open' => function () {
        $program = '$reader = new Bontot\LineReader(Bontot\Rubric::builtin("' . RUBRIC_ID . '")); $reader->feed("{");'
            . '$GLOBALS["kept"] = $reader;';
        same([0, '', ''], run_php($program, Bontot\Library::find(BINDING . '/src')));
    },
];
