<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{InputException, MisuseException, NotFoundException, Rubric};
use function Bontot\evaluateColumns;

/*
 * Tables of facts in columns: what may be a column, what comes out, what is refused.
 */

// A has n points, B ten when the flag is set; C ten for "yes", ten for a day in 2026.
const TABLE = [
    'format' => 'bontot-rubric/1', 'id' => 's', 'version' => '1', 'label' => ['en' => 'Sheet'], 'period' => 'year',
    'facts' => [
        ['id' => 'm.n', 'type' => 'number', 'min' => 0, 'max' => 10],
        ['id' => 'flag', 'type' => 'boolean'],
        ['id' => 'pick', 'type' => 'choice', 'choices' => ['yes', 'no', 'ừ']],
        ['id' => 'day', 'type' => 'date'],
        ['id' => 'word', 'type' => 'text'],
    ],
    'criteria' => [
        ['id' => 'A', 'max' => 10, 'indicators' => [['id' => 'A1', 'max' => 10, 'score' => ['formula' => 'm.n']]]],
        ['id' => 'B', 'max' => 10, 'indicators' => [['id' => 'B1', 'max' => 10, 'score' => ['condition' => 'flag']]]],
        ['id' => 'C', 'max' => 20, 'indicators' => [
            ['id' => 'C1', 'max' => 10, 'score' => ['condition' => 'pick = "yes"']],
            ['id' => 'C2', 'max' => 10, 'score' => ['condition' => 'day in [period.from..period.to]']],
        ]],
    ],
    'grades' => [['id' => 'top', 'min_total' => 15], ['id' => 'rest']],
];

$rubric = Rubric::fromJson(json_encode(TABLE));
$score = fn (array $columns, mixed ...$more) => evaluateColumns(
    $rubric,
    $columns,
    ...$more + ['period' => ['2026-01-01', '2026-12-31']],
);
// The points of each row; null where there are none.
$points = function (array $column, string $fact = 'm.n', string $node = 'A') use ($score) {
    $results = $score([$fact => $column], scale: 3);
    $told = fn (int $figure, int $status) => $status === 0 ? $results->decimal($figure) : null;
    return array_map($told, $results->nodes[$node]['points'], $results->status);
};

return [
    'results' => function () use ($score) {
        $results = $score([
            'm.n' => ['7.5', 2, 11, null],
            'flag' => [true, false, true, true],
            'pick' => ['yes', 'no', 'yes', null],
            'day' => ['2026-05-01', '2025-05-01', null, '2026-12-31'],
        ], scale: 2, language: 'en');
        same([3750, 200, 0, 2000], $results->points);
        same([3750, 200, 0, 4000], $results->possible);
        same([10 ** 12, 10 ** 12, 0, 10 ** 12 / 2], $results->completeness);
        same([0, 1, -1, 0], $results->grade);
        same([0, 1, -1, 0], $results->gradePossible);
        same([0, 0, 1, 0], $results->status);
        same([['top', 'rest'], ['A', 'B', 'C']], [$results->grades, array_keys($results->nodes)]);
        same(['points' => [2000, 0, 0, 1000], 'possible' => [2000, 0, 0, 2000]], $results->nodes['C']);
        same(['37.50', '-0.05'], [$results->decimal(3750), $results->decimal(-5)]);
        same([1, 1, 1], [$results->errorCount, $results->wrongRows, count($results->errors)]);
        $error = $results->errors[0];
        same([2, 'm.n', 'dossier_out_of_range'], [$error->row, $error->fact, $error->code]);
        same('The fact m.n is 11, but must be from 0 to 10.', $error->messageEn);
    },

    'chosen nodes' => function () use ($score) {
        $results = $score(['m.n' => [5]], nodes: ['C2', 'A1'], scale: 1);
        same(['C2', 'A1'], array_keys($results->nodes));
        same([50], $results->nodes['A1']['points']);
        thrown(NotFoundException::class, fn () => $score(['m.n' => [5]], nodes: ['D']));
    },

    'numbers' => function () use ($score, $points) {
        same(['2.500', '0.000', '3.000', '10.000'], $points(['2.5', null, 3, '10']));
        // Points have 12 decimals; 9.99...9 is rounded up to 10.
        same(['10.000', '0.125'], $points(['9.' . str_repeat('9', 33), '0.125']));
        same([null, '1.000', null], $points(['1' . str_repeat('0', 30), 1, '-1' . str_repeat('0', 30)]));
        // Beyond 64 bits, and back: each digit counts.
        $given = ['1234567890123456789012', '-1', '-1234567890123456789012.5', PHP_INT_MAX, PHP_INT_MIN];
        $said = array_column($score(['m.n' => $given], language: 'en')->errors, 'messageEn');
        foreach ($given as $row => $value) {
            same("The fact m.n is $value, but must be from 0 to 10.", $said[$row]);
        }
        thrown(TypeError::class, fn () => $points([1.5]), "~row 0: 1\.5 is a float, .* '1\.5'~");
        foreach ([true, 'x', '1e3', '', ' 1', "1\n", []] as $wrong) {
            thrown(TypeError::class, fn () => $points([$wrong]), '~m\.n, row 0~');
        }
        thrown(MisuseException::class, fn () => $points(['0.' . str_repeat('0', 39) . '1', 10]));
    },

    'booleans, texts and days' => function () use ($points) {
        same(['10.000', '0.000', '0.000'], $points([true, false, null], 'flag', 'B'));
        same(['10.000', '0.000', null, '0.000'], $points(['yes', 'ừ', 'maybe', null], 'pick', 'C'));
        same(['10.000', '0.000'], $points(['2026-01-01', '1970-01-01'], 'day', 'C'));
        foreach ([['flag', 'B', 1], ['pick', 'C', 1], ['day', 'C', new DateTimeImmutable()]] as [$fact, $node, $wrong]) {
            thrown(TypeError::class, fn () => $points([$wrong], $fact, $node), "~$fact, row 0~");
        }
    },

    'what is wrong with a table' => function () use ($score) {
        thrown(NotFoundException::class, fn () => $score(['nothing' => [1]]));
        thrown(MisuseException::class, fn () => $score(['m.n' => [1], 'flag' => []]));
        thrown(MisuseException::class, fn () => $score([]));
        thrown(TypeError::class, fn () => $score(['m.n' => ['a' => 1]]));
        thrown(MisuseException::class, fn () => $score(['m.n' => [1]], scale: 13));
        thrown(InputException::class, fn () => $score(['m.n' => [1]], period: ['x', 'y']));
        same([], $score(['m.n' => []])->status);
        $many = $score(['m.n' => array_fill(0, 3000, 11)]);
        same([1000, 3000, 3000], [count($many->errors), $many->errorCount, $many->wrongRows]);
    },
];
