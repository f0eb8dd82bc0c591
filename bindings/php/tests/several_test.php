<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{Cohort, InputException, MisuseException, NotFoundException, Rubric, RubricDiff};
use function Bontot\{compare, rank};

/*
 * Several results compared, ranked, and under two rubrics; paths and lint; figures that were worked out by hand.
 */

const COMPARED = [
    'format' => 'bontot-rubric/1', 'id' => 'small', 'version' => '1', 'label' => ['vi' => 'Nhỏ', 'en' => 'Small'],
    'roles' => ['self', 'appraised'],
    'facts' => [['id' => 'n', 'type' => 'number'], ['id' => 'flag', 'type' => 'boolean']],
    'criteria' => [[
        'id' => '1', 'label' => ['vi' => 'Một', 'en' => 'One'], 'max' => 20, 'good' => ['min_points' => 10],
        'rounding' => ['step' => 2, 'mode' => 'down'],
        'indicators' => [
            ['id' => '1.1', 'max' => 10, 'score' => ['formula' => 'n'], 'evidence' => ['kinds' => ['report']]],
            ['id' => '1.2', 'max' => 10, 'score' => ['mark' => ['step' => '0.5']]],
        ],
    ]],
    'gates' => [['id' => 'g', 'when' => 'flag', 'effect' => ['grade_down' => 1]]],
    'grades' => [['id' => 'high', 'min_total' => 12], ['id' => 'low']],
    'checks' => [
        ['id' => 'k', 'severity' => 'info', 'assert' => 'n > 5', 'message' => ['vi' => 'Ít.', 'en' => 'Few.']],
    ],
];

const RANKED = [
    'format' => 'bontot-rubric/1', 'id' => 'small', 'version' => '1', 'label' => ['vi' => 'Nhỏ', 'en' => 'Small'],
    'facts' => [['id' => 'n', 'type' => 'number', 'min' => 0, 'max' => 10], ['id' => 'late', 'type' => 'number']],
    'criteria' => [
        ['id' => '1', 'max' => 10, 'indicators' => [['id' => '1.1', 'max' => 10, 'score' => ['formula' => 'n']]]],
    ],
    'grades' => [
        ['id' => 'best', 'min_total' => 9, 'quota' => ['share' => '0.2', 'raised' => '0.5', 'of' => 'next']],
        ['id' => 'good', 'min_total' => 7, 'quota' => ['count' => 9, 'within' => 'all']],
        ['id' => 'rest'],
    ],
    'cohort' => ['tie_chain' => ['total', '-fact:late']],
];

const STEPPED = [
    'format' => 'bontot-rubric/1', 'id' => 'test', 'version' => '1', 'label' => ['vi' => 'mục', 'en' => 'item'],
    'facts' => [['id' => 'n', 'type' => 'number', 'min' => 0, 'max' => 1]],
    'criteria' => [['id' => 'C', 'max' => 10, 'indicators' => [['id' => 'L', 'max' => 10, 'score' => ['steps' => [
        'value' => 'n', 'table' => [['when' => '> 0.5', 'points' => 10], ['when' => '< 0.5', 'points' => 0]],
    ]]]]]],
    'grades' => [['id' => 'top', 'min_total' => 8], ['id' => 'rest']],
];

const SMALL = [
    'format' => 'bontot-rubric/1', 'id' => 'small', 'version' => '1', 'label' => ['vi' => 'Nhỏ', 'en' => 'Small'],
    'facts' => [
        ['id' => 'n', 'type' => 'number', 'integer' => true, 'min' => 0, 'label' => ['vi' => 'Số', 'en' => 'Count']],
        ['id' => 'bad', 'type' => 'boolean'],
    ],
    'criteria' => [['id' => '1', 'max' => 10, 'indicators' => [
        ['id' => '1.1', 'max' => '7.5', 'effort' => 2, 'score' => ['condition' => 'n >= 4']],
        ['id' => '1.2', 'max' => '2.5', 'score' => ['condition' => 'n >= 1'],
            'evidence' => ['kinds' => ['report'], 'status' => 'verified']],
    ]]],
    'gates' => [['id' => 'g', 'when' => 'bad', 'effect' => ['grade_down' => 1]]],
    'grades' => [['id' => 'high', 'min_total' => 10], ['id' => 'mid', 'min_total' => 2], ['id' => 'low']],
];

$marked = fn (mixed $n, mixed $mark, string $document, array $more = []) => HEAD + [
    'unit' => ['id' => 'U', 'name' => 'Chi bộ'], 'facts' => ['n' => $n] + $more,
    'marks' => ['1.2' => ['self' => $mark]],
    'evidence' => [['id' => $document, 'supports' => ['1.1'], 'kind' => 'report']],
];
$rubric = Rubric::fromJson(json_encode(COMPARED));
// 1.1 + 1.2 = 4 + 7.5 = 11.5, rounded down to 10; then 6 + 7 = 13, rounded down to 12.
$before = $rubric->evaluate($marked(4, '7.5', 'E1', ['flag' => false]), language: 'en');
$after = $rubric->evaluate($marked(6, 7, 'E2'), language: 'en');
$moved = compare($before, $after, 'en');

$ranked = Rubric::fromJson(json_encode(RANKED));
$unit = fn (string $id, array $facts, ?string $group = 'north') => HEAD + [
    'unit' => ['id' => $id, 'name' => "Chi bộ $id"] + ($group === null ? [] : ['group' => $group]),
    'facts' => (object) $facts,
];
// North: A and B are best and equal; five are good, of whom 20 % is one. O can be anything.
$dossiers = [$unit('A', ['n' => '9.5', 'late' => 1]), $unit('B', ['n' => '9.5', 'late' => 1])];
foreach (range(0, 4) as $late) {
    $dossiers[] = $unit("G$late", ['n' => 8, 'late' => $late]);
}
array_push($dossiers, $unit('O', []), $unit('H', ['n' => 10], null));
$results = array_map(fn ($each) => $ranked->evaluate($each), $dossiers);
$ranking = rank($ranked, $results);

$counted = fn (int $n, bool $bad = false) => HEAD + ['unit' => ['id' => 'U'], 'facts' => ['n' => $n, 'bad' => $bad]];
$small = Rubric::fromJson(json_encode(SMALL));

return [
    'a comparison' => function () use ($moved) {
        same(['before' => '10', 'after' => '12', 'difference' => '2'], get_object_vars($moved->points));
        same(['0', true], [$moved->remainder, $moved->gradeChanged]);
        same(['low', 'low', 'high'], [$moved->before->grade->id, $moved->after->grade->id, $moved->after->gradePossible]);
        [$criterion, $first, $second] = $moved->nodes();
        // 2 = 2 - 0.5 + 0.5
        same(['2', '0.5'], [$criterion->points->difference, $criterion->remainder]);
        same([null, '1', 'both', null], [$criterion->parent, $first->parent, $criterion->where, $criterion->elsewhere]);
        same(['4', '6'], [$first->facts['n']->before, $first->facts['n']->after]);
        same([['E2'], ['E1']], [$first->evidenceAdded, $first->evidenceRemoved]);
        same(['-0.5', '7.5', '7'], [$second->points->difference, $second->marks['self']->before, $second->marks['self']->after]);
        same(['n: 6: 6 points', 'partly'], [$first->after->reason, $first->after->state]);
        same(['g', 'no', 'open', false, false], array_values(get_object_vars($moved->gates[0])));
        same(['k', 'fail', 'pass', 'info', 'Few.'], array_values(get_object_vars($moved->checks[0])));
        is(str_contains($moved->toText(), '4 → 6 (+2)'));
        thrown(NotFoundException::class, fn () => $moved->node('9'));
    },

    'a node that stands elsewhere' => function () use ($before, $marked) {
        $young = Rubric::fromJson(json_encode([
            'id' => 'young', 'gates' => [], 'checks' => [],
            'criteria' => [['id' => '2', 'max' => 8, 'indicators' => [['id' => '1.1', 'max' => 8, 'score' => ['formula' => 'n']]]]],
        ] + COMPARED));
        $given = array_diff_key($marked(4, 1, 'E1', ['flag' => true]), ['marks' => 0]);
        $all = compare($before, $young->evaluate($given));
        same(['after', 'before'], array_column($all->criteria, 'where'));
        $node = $all->node('1.1');
        same(['after', '2', '1', null], [$node->where, $node->parent, $node->elsewhere, $node->before]);
        same([null], array_column($all->gates, 'after'));
    },

    'sources of a comparison' => function () use ($before, $after, $moved) {
        same($moved->toJson(), compare($before->toJson(), $after, 'en')->toJson());
        $error = thrown(InputException::class, fn () => compare($before, "{\n\"format\": 1}"));
        $entry = array_column($error->entries, null, 'pointer')['/format'];
        same(['reading_wrong_type', 2], [$entry->code, $entry->line]);
        // Numbers of an array are text, and a fact that is text is another one.
        thrown(TypeError::class, fn () => compare($before->toArray(), $after));
        $error = thrown(InputException::class, fn () => compare(dossier('example'), $after));
        same(dossier('example')->getPathname(), $error->source);
    },

    'places' => function () use ($ranking) {
        same(['H', 'A', 'B', 'G0', 'G1', 'G2', 'G3', 'G4', 'O'], array_column($ranking->places, 'unitId'));
        $b = $ranking->place('B');
        same(['Chi bộ B', 'north', 1, 1, true], [$b->unitName, $b->group, $b->rank, $b->rankPossible, $b->tied]);
        same(['total' => '9.5', '-fact:late' => '1'], $b->keys);
        same(['best', 'undecided', 'good', 'best'], [$b->grade, $b->state, $b->proposed, $b->proposedPossible]);
        $h = $ranking->place('H');
        same([null, 'moves', 'good', [null, null]], [$h->group, $h->state, $h->proposed, $h->keys['-fact:late']]);
        $o = $ranking->place('O');
        same([null, 'open', 'rest', 'best', '0', '10'], [$o->rank, $o->state, $o->grade, $o->gradePossible, $o->points, $o->possible]);
        thrown(NotFoundException::class, fn () => $ranking->place('Z'));
    },

    'quotas' => function () use ($ranking, $ranked, $results) {
        [$nobody, $north, $good] = $ranking->quotas;
        same([null, 0, 0, 1], [$nobody->group, $nobody->base, $nobody->allowed, $nobody->moved]);
        same(['best', 'north', false, '0.2'], [$north->grade, $north->group, $north->overAll, $north->share]);
        same([5, 1, 2, 0, 2, 1], [$north->base, $north->allowed, $north->held, $north->kept, $north->undecided, $north->open]);
        same([true, null, null, null, 9], [$good->overAll, $good->group, $good->share, $good->base, $good->allowed]);
        same(['H', 'A', 'B'], array_column($ranking->movements, 'unitId'));
        same([false, true, true], array_column($ranking->movements, 'undecided'));
        is($ranking->movements[0]->quota === $nobody);
        foreach ([['raised' => ['north']], ['raisedEverywhere' => true], ['raised' => new ArrayIterator(['', 'north'])]] as $how) {
            $raised = rank($ranked, $results, ...$how)->quotas;
            same([0, 2], [$raised[0]->allowed, $raised[1]->allowed]);
        }
        $error = thrown(InputException::class, fn () => rank($ranked, $results, raised: ['nort']));
        same('cohort_no_group', $error->entries[0]->code);
    },

    'a cohort, one by one, and what is wrong with results' => function () use ($ranking, $ranked, $results) {
        $cohort = new Cohort($ranked);
        foreach ($results as $index => $result) {
            $cohort->add($index % 2 === 1 ? $result : $result->toJson());
        }
        same(count($results), count($cohort));
        same($ranking->toJson(), $cohort->rank()->toJson());
        thrown(InputException::class, fn () => $cohort->add($results[0]));
        $cohort->close();
        thrown(MisuseException::class, fn () => count($cohort), '~^this cohort is closed$~');
        $given = (function () use ($results) {
            yield $results[0];
            yield '{"format": 1}';
            yield $results[0];
        })();
        $error = thrown(InputException::class, fn () => rank($ranked, $given));
        $lines = array_column($error->entries, 'line', 'pointer');
        same(1, $lines['/1/format']);
        same('/2', substr(array_key_last($lines), 0, 2));
    },

    'dossiers under two rubrics' => function () use ($rubric, $marked) {
        $grades = [['id' => 'high', 'min_total' => 14], ['id' => 'low']];
        $strict = Rubric::fromJson(json_encode(['grades' => $grades] + COMPARED));
        $diff = new RubricDiff($rubric, $strict, 'en');
        same(null, $diff->refusedBy());
        thrown(NotFoundException::class, $diff->lastToJson(...));
        // 8 + 5 = 13, rounded down to 12: high of 12, low of 14.
        same('down', $diff->add($marked(8, 5, 'E', ['flag' => false])));
        same('down', json_decode($diff->lastToJson())->move);
        same('same', $diff->add($marked(0, 5, 'E', ['flag' => false])));
        thrown(InputException::class, fn () => $diff->add($marked('x', 5, 'E')));
        same('before', $diff->refusedBy());
        same(['same' => 1, 'up' => 0, 'down' => 1, 'other' => 0, 'refused' => 1], $diff->counts());
        same('bontot-rubric-diff/1', $diff->toArray()['format']);
        is(strlen($diff->toText('en')) > 20);
    },

    'a path' => function () use ($small, $counted) {
        $path = $small->path($counted(2), to: 'high', language: 'en');
        same(['found', 'high', 3], [$path->outcome, $path->grade->id, $path->effort]);
        same(['0', 'low', '10', 'high'], [
            $path->before->points, $path->before->grade->id, $path->after->points, $path->after->grade->id,
        ]);
        [$first, $second] = $path->steps;
        same(['1.1', '7.5', 2, false], [$first->at, $first->after, $first->effort, $first->isOpen]);
        same(['n', 'Count', '2', '4', 0, null, [], null], array_values(get_object_vars($first->changes[0])));
        $document = $second->changes[0];
        same(['evidence:1.2', 1, ['report'], 'verified'], [$document->item, $document->count, $document->kinds, $document->status]);
        same('bontot-path/1', $path->toArray()['format']);
        $path->close();
        thrown(MisuseException::class, $path->toText(...));
    },

    'other paths' => function () use ($small, $counted) {
        same('mid', $small->path($counted(2))->grade->id);
        $reached = $small->path($counted(2), 'low');
        same(['reached', [], null], [$reached->outcome, $reached->steps, $reached->after]);
        $forbidden = $small->path($counted(2, true), 'high');
        same(['forbidden', 'gate', 'g'], [$forbidden->outcome, $forbidden->obstacles[0]->code, $forbidden->obstacles[0]->at]);
        $error = thrown(NotFoundException::class, fn () => $small->path($counted(2), 'best'));
        same('api_no_grade', $error->entries[0]->code);
        thrown(NotFoundException::class, fn () => $small->path($counted(2), asOf: 'nobody'));
        thrown(InputException::class, fn () => $small->path($counted(-1)));
    },

    'lint' => function () {
        $text = json_encode(STEPPED, JSON_PRETTY_PRINT);
        $faulty = Rubric::fromJson($text);
        $gap = fn (array $all) => array_column($all, null, 'code')['step_gap'] ?? null;
        $found = $gap($faulty->lint(language: 'en'));
        same(['step_gap', 'error', 'L'], [$found->code, $found->severity, $found->node]);
        same('/criteria/0/indicators/0/score/steps/table', $found->pointer);
        same('No row of this table fits the value 0.5: people would have to decide.', $found->text);
        same(['the value 0.5; n = 0.5', '0.5'], [$found->witness->text, $found->witness->value]);
        same(['facts' => ['n' => '0.5']], $found->witness->dossier);
        same([null, null], [$found->line, $found->column]);
        $shown = HEAD + ['unit' => ['id' => 'A']] + $found->witness->dossier;
        same('uncovered', $faulty->evaluate($shown)->node('L')->state);
        $placed = $gap($faulty->lint($text));
        $before = strstr($text, '"table": ', true);
        same(substr_count($before, "\n") + 1, $placed->line);
        same(strlen(strrchr($before, "\n")) + strlen('"table": '), $placed->column);
        same(null, $gap(Rubric::fromJson(str_replace('< 0.5', '<= 0.5', $text))->lint()));
        is(in_array('gate_without_effect', array_column(Rubric::builtin(RUBRIC_ID)->lint(), 'code'), true));
    },
];
