<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{InputException, Json};
use function Bontot\feel;

/*
 * JSON without loss, floats refused with a sentence, and expressions.
 */

const DIGITS = '1234567890123456789012345678901234';

return [
    'written exactly' => function () {
        $cases = [
            [7, '7'],
            [PHP_INT_MIN, '-9223372036854775808'],
            [true, 'true'],
            [null, 'null'],
            ['0.10', '"0.10"'],
            ["chi bộ \"tốt\"\n", '"chi bộ \"tốt\"\n"'],
            [['a/b' => [1, [2, new stdClass(), []]]], '{"a/b":[1,[2,{},[]]]}'],
            [(object) ['a' => 1], '{"a":1}'],
        ];
        foreach ($cases as [$value, $text]) {
            same($text, Json::stringify($value));
        }
    },

    'what is not written says where, and what to write' => function () {
        $circle = new stdClass();
        $circle->a = $circle;
        $cases = [
            [['facts' => ['tax.due' => 0.1]], '~^at /facts/tax\.due: 0\.1 is a float, .* write it as text, \'0\.1\'$~'],
            [['facts' => ['n' => 2.0]], '~2\.0 is a float~'],
            [['a' => [1, NAN]], '~at /a/1: NAN is a float~'],
            [['a~/' => INF], '#/a~0~1#'],
            [['a' => new DateTimeImmutable('2026-01-01')], '~at /a: a moment is another day elsewhere~'],
            [['a' => new ArrayObject()], '~type ArrayObject~'],
            [["a" => "\xff"], '~at /a: this text is not UTF-8~'],
            [1.5, '~the whole~'],
            [$circle, '~nested deeper than 100~'],
        ];
        foreach ($cases as [$value, $pattern]) {
            thrown(TypeError::class, fn () => Json::stringify($value), $pattern);
        }
    },

    'read exactly' => function () {
        $read = Json::parse(' {"a" : [1, -2.50, 1e2, "x \" 5 \\\\", "7", true, null, {}], "b.1": 0.1} ');
        same(['1', '-2.50', '1e2', 'x " 5 \\', '7', true, null], array_slice($read['a'], 0, 7));
        is($read['a'][7] instanceof stdClass); // not a list
        same([], Json::parse('[]'));
        same('0.1', $read['b.1']);
        same(str_repeat('1', 5000), Json::parse(str_repeat('1', 5000)));
        same(str_repeat('é', 100000), Json::parse('"' . str_repeat('é', 100000) . '"'));
        foreach (['', '[1,]', '{', '1 2', 'nul'] as $wrong) {
            thrown(JsonException::class, fn () => Json::parse($wrong));
        }
    },

    'figures are fit for bcmath' => function () {
        $result = Bontot\Rubric::builtin(RUBRIC_ID)->evaluate(dossier('example'));
        $sum = array_reduce($result->criteria, fn ($so, $each) => bcadd($so, $each->points, 12), '0');
        same(0, bccomp($sum, $result->total->points, 12));
    },

    'expressions' => function () {
        $cases = [
            ['1 + 2', null, '3'],
            ['0.1 + 0.2 = 0.3', null, 'true'],
            ['x', '{"x": 2.5}', '2.5'],
            ['x + 1', '{"x": ' . DIGITS . '}', bcadd(DIGITS, '1')],
            ['x / 3 = 2', ['x' => 6], 'true'],
            ['"Chi bộ " + tên', ['tên' => 'bốn tốt 🏅'], '"Chi bộ bốn tốt 🏅"'],
            ['date(ngày).year', ['ngày' => '2023-12-31'], '2023'],
            ['count(xs)', ['xs' => [1, 2, 3]], '3'],
            ['string length(x)', ['x' => "a\0b"], '3'], // a zero byte does not cut
            ['1', [], '1'],
        ];
        foreach ($cases as [$expression, $facts, $value]) {
            same($value, feel($expression, $facts));
        }
        same(10, thrown(InputException::class, fn () => feel('"đảng" + )'))->entries[0]->expressionColumn);
        thrown(TypeError::class, fn () => feel('x', ['x' => 0.1]));
    },
];
