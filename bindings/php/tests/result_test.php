<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{Fact, InputException, Json, MisuseException, NotFoundException, Result, Rubric};
use function Bontot\rubricIdOf;

/*
 * Results: every figure that was worked out by hand, the shape of what is returned, what is a dossier.
 */

$rubric = Rubric::builtin(RUBRIC_ID);
$result = $rubric->evaluate(dossier('example'));
$text = file_get_contents(DOSSIERS . '/example.json');

$goods = ['' => [false, null], 'null' => [true, null], 'true' => [true, true], 'false' => [true, false]];
$check = fn (Result $found, array $row) => match ($row['node']) {
    'total' => same(
        [$row['points'], $row['possible'], $row['max']],
        [$found->total->points, $found->total->possible, $found->total->max],
    ),
    'grade' => same([$row['points'], $row['possible']], [$found->grade->id, $found->gradePossible]),
    'reachable' => same(explode(',', $row['points']), $found->reachable),
    'completeness' => same($row['points'], $found->completeness),
    default => check_node($found->node($row['node']), $row, $goods[$row['good']]),
};

function check_node(Bontot\Node $node, array $row, array $good): void
{
    same([$row['points'], $row['possible'], $row['max']], [$node->points, $node->possible, $node->max], $node->id);
    same($good, [$node->hasGood, $node->good], $node->id);
    is($row['state'] === '' || $row['state'] === $node->state, $node->id);
}

return [
    'every figure' => function () use ($rubric, $check) {
        $rows = tsv('expected.tsv');
        $names = array_unique(array_column($rows, 'dossier'));
        same([], array_diff(['example', 'full', 'disciplined', 'missing-third'], $names));
        foreach ($names as $name) {
            $found = $rubric->evaluate(dossier($name));
            $mine = array_filter($rows, fn ($row) => $row['dossier'] === $name);
            same(count($found->nodes()) + 4, count($mine));
            array_map(fn ($row) => $check($found, $row), $mine);
        }
    },

    'all sources give the same' => function () use ($rubric, $result, $text) {
        foreach ([$text, json_decode($text, true), Json::parse($text), dossier('example')] as $source) {
            $other = $rubric->evaluate($source);
            same($result->toJson(), $other->toJson());
            same($result->total, $other->total);
        }
    },

    'what is no source' => function () use ($rubric) {
        thrown(InputException::class, fn () => $rubric->evaluate(DOSSIERS . '/example.json')); // a text is never a path
        foreach ([null, 5, 0.5, new stdClass()] as $wrong) {
            thrown(TypeError::class, fn () => $rubric->evaluate($wrong));
        }
        thrown(RuntimeException::class, fn () => $rubric->evaluate(new SplFileInfo('/nowhere.json')), '~no file~');
    },

    'another rubric' => function () use ($rubric, $result, $text) {
        $given = json_decode($text, true);
        $given['rubric']['version'] = '0.0.1';
        $error = thrown(InputException::class, fn () => $rubric->evaluate($given));
        same('/rubric/version', $error->entries[0]->pointer);
        same($result->toJson(), $rubric->evaluate($given, allowOtherRubric: true)->toJson());
        same(RUBRIC_ID, rubricIdOf($given));
        thrown(NotFoundException::class, fn () => rubricIdOf(['format' => 'bontot-dossier/1']));
    },

    'the head' => function () use ($rubric, $result, $text) {
        $given = json_decode($text, true);
        same([$rubric->id, $rubric->version], [$result->rubricId, $result->rubricVersion]);
        same([$given['unit']['id'], $given['unit']['name']], [$result->unitId, $result->unitName]);
        same(['2023-01-01', '2023-12-31'], [$result->period->from, $result->period->to]);
        same([null, false], [$result->asOf, $result->byException]);
    },

    'the tree' => function () use ($result) {
        foreach ($result->criteria as $criterion) {
            same([null, 'base'], [$criterion->parent, $criterion->kind]);
            foreach ($criterion->children as $line) {
                same($criterion->id, $line->parent);
                is($line->reason !== '');
            }
        }
        same(['workers.count' => '6', 'workers.income_trend' => 'held'], $result->node('1.4')->facts);
        same('1¶1', $result->node('1.1')->clause);
        thrown(NotFoundException::class, fn () => $result->node('9.9'));
    },

    'what is missing' => function () use ($result) {
        $evidence = array_column($result->missing, null, 'item')['evidence:3.1'];
        same([['3.1'], '0.666666666667'], [$evidence->lines, $evidence->worth]);
        same(['evidence:3.1'], $result->node('3.1')->missing);
        same('meetings.rated_good', $result->missing[0]->item);
    },

    'written out' => function () use ($result) {
        same('bontot-result/1', $result->toArray()['format']);
        same($result->total->points, $result->toArray()['total']['points']);
        same('bontot-summary/1', Json::parse($result->toSummary())['format']);
        is(!str_contains($result->toText(), "\x1b"));
        is(str_contains($result->toText(colour: true), "\x1b["));
    },

    'languages' => function () use ($rubric, $result) {
        $english = $rubric->evaluate(dossier('example'), language: 'en');
        same($result->total, $english->total);
        is($english->grade->label !== $result->grade->label);
        same($result->toText(), $english->toText('vi'));
        same($result->toText('en'), $english->toText());
        thrown(MisuseException::class, fn () => $rubric->evaluate('{}', language: 'fr'), "~the language is~");
        same([$rubric->label, $rubric->labelEn], [$rubric->labelIn('vi'), $rubric->labelIn('en')]);
    },

    'immutable' => function () use ($rubric, $result) {
        foreach ([$result, $result->total, $result->node('1.1'), $rubric] as $value) {
            $change = function () use ($value) {
                $name = array_key_first(get_object_vars($value));
                $value->$name = 'other';
            };
            thrown(Error::class, $change, '~readonly~');
        }
    },

    'what rubrics tell' => function () use ($rubric, $result) {
        $pilot = Rubric::builtin('bon-tot-pilot-2023')->evaluate(dossier('pilot'));
        same('fit', $pilot->grade->id);
        same([true, true, true], array_column($pilot->criteria, 'good'));
        is(in_array(RUBRIC_ID, Rubric::builtins(), true));
        $fact = $rubric->facts['tax.due'];
        same([Fact::class, 'number'], [$fact::class, $fact->type]);
        same('tax.due', array_keys($rubric->facts)[$fact->slot]);
        same(array_column($result->nodes(), 'id'), array_column($rubric->nodes, 'id'));
        same(array_column($result->nodes(), 'parent'), array_column($rubric->nodes, 'parent'));
        is(in_array($result->grade->id, array_column($rubric->grades, 'id'), true));
        is(str_contains($rubric->describe('en'), $rubric->labelEn));
        is(array_key_exists('tax.due', Json::parse($rubric->template())['facts']));
    },
];
