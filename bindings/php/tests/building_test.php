<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{Dossier, InputException, MisuseException, Names, NoFitException, NotFoundException, Rubric, RubricDiff};

/*
 * Dossiers and references that are built piece by piece say what their JSON says.
 */

const BUILT = [
    'format' => 'bontot-rubric/1', 'id' => 's', 'version' => '1', 'label' => ['vi' => 'Mẫu', 'en' => 'Sheet'],
    'period' => 'year', 'valid_from' => '2026-01-01', 'applies_to' => ['unit_kinds' => ['cell']],
    'source' => [
        'document' => '01-HD', 'issued' => '2026-01-05', 'issuer' => 'Ban', 'uri' => 'https://a.b',
        'note' => ['vi' => 'Chú', 'en' => 'Note'],
    ],
    'roles' => ['self', ['id' => 'final', 'label' => ['vi' => 'duyệt', 'en' => 'decision'], 'overrides' => true]],
    'total' => ['min' => 0, 'max' => 40],
    'facts' => [
        ['id' => 'n', 'type' => 'number', 'integer' => true, 'min' => 0, 'max' => 10, 'unit' => ['vi' => 'việc', 'en' => 'tasks']],
        ['id' => 'blame', 'type' => 'boolean'],
        ['id' => 'avg', 'type' => 'number', 'given_by' => 'committee', 'max' => '9.5'],
        ['id' => 'pick', 'type' => 'choice', 'choices' => ['yes', 'no']],
        ['id' => 'age', 'of' => 'member', 'type' => 'number', 'min' => 18],
        ['id' => 'born', 'of' => 'member', 'type' => 'date'],
        ['id' => 'vote', 'of' => 'member', 'type' => 'boolean'],
        ['id' => 'rank', 'of' => 'member', 'type' => 'choice', 'choices' => ['a', 'b']],
    ],
    'consistency' => [['id' => 'c', 'assert' => 'n < 9', 'message' => ['vi' => 'Nhiều.', 'en' => 'Many.']]],
    'criteria' => [
        ['id' => '1', 'max' => 30, 'kind' => 'base', 'clause' => '1', 'label' => ['vi' => 'Một', 'en' => 'One'], 'indicators' => [
            ['id' => 'F', 'max' => 10, 'effort' => 3, 'score' => ['formula' => 'n'],
                'evidence' => ['kinds' => ['report'], 'status' => 'verified']],
            ['id' => 'M', 'max' => 10, 'score' => ['mark' => ['step' => '0.5']]],
            ['id' => 'V', 'max' => 10, 'score' => ['condition' => 'count(members[vote = true]) >= 1']],
        ]],
        ['id' => '2', 'max' => 10, 'kind' => 'bonus', 'indicators' => [['id' => 'A', 'max' => 10, 'score' => ['formula' => 'avg']]]],
    ],
    'gates' => [
        ['id' => 'g', 'when' => 'blame', 'clause' => 'g1', 'label' => ['vi' => 'Cổng', 'en' => 'Gate'],
            'effect' => ['grade_at_most' => 'rest']],
        ['id' => 'd', 'when' => 'blame', 'effect' => ['grade_down' => 1]],
        ['id' => 'v', 'when' => 'blame', 'effect' => ['void' => 'V']],
    ],
    'grades' => [
        ['id' => 'top', 'min_total' => 12, 'clause' => '3', 'quota' => ['share' => '0.2', 'of' => 'next']],
        ['id' => 'rest'],
    ],
    'checks' => [
        ['id' => 'k', 'severity' => 'warning', 'assert' => 'n > 0', 'clause' => '5', 'message' => ['vi' => 'Ít.', 'en' => 'Few.']],
    ],
];

const SAID = HEAD + [
    'unit' => ['id' => 'U', 'name' => 'Chi bộ', 'kind' => 'cell', 'group' => 'north', 'parent' => 'P'],
    'facts' => ['n' => 8, 'blame' => false],
    'marks' => ['M' => ['self' => '6.5', 'final' => [
        'points' => 5, 'comment' => 'c', 'reason' => 'late', 'by' => 'B', 'date' => '2027-01-02',
    ]]],
    'members' => [
        ['id' => 'A', 'age' => 30, 'born' => '1996-02-01', 'vote' => true, 'rank' => 'b'],
        ['id' => 'B', 'vote' => false],
    ],
    'evidence' => [[
        'id' => 'E', 'supports' => ['F'], 'kind' => 'report', 'number' => '12', 'issued' => '2026-11-01', 'status' => 'verified',
    ]],
    'history' => [['from' => '2025-01-01', 'to' => '2025-12-31', 'rubric' => 's', 'grade' => 'top', 'points' => '12.5']],
];

$rubric = Rubric::fromJson(json_encode(BUILT));
$built = function () use ($rubric): Dossier {
    $dossier = $rubric->dossier()->setUnit('U', 'Chi bộ')->setPeriod('2026-01-01', '2026-12-31');
    $dossier->setUnitField('kind', 'cell')->setUnitField('group', 'north')->setUnitField('parent', 'P');
    $dossier->set('n', 8)->set('blame', false)->setMark('M', 'self', '6.5');
    $dossier->setMark('M', 'final', 5, comment: 'c', reason: 'late', by: 'B', date: '2027-01-02');
    same(0, $dossier->addMember('A', ['age' => '30', 'born' => '1996-02-01', 'vote' => true, 'rank' => 'b']));
    same(1, $dossier->addMember('B', ['vote' => false]));
    $said = ['kind' => 'report', 'number' => '12', 'issued' => '2026-11-01', 'status' => 'verified'];
    $dossier->addEvidence('E', ['F'], $said);
    return $dossier->addHistory('2025-01-01', '2025-12-31', 's', 'top', '12.5');
};

return [
    'a whole dossier' => function () use ($rubric, $built) {
        $result = $rubric->evaluate($built());
        same($rubric->evaluate(SAID)->toJson(), $result->toJson());
        // 8 proven + 5 marked last + 10 for a vote.
        same(['23', 'top'], [$result->total->points, $result->grade->id]);
    },

    'what is taken back' => function () use ($rubric, $built) {
        $dossier = $built()->clearMark('M', 'final')->remove('members')->remove('evidence')->give('evidence');
        $rest = ['marks' => ['M' => ['self' => '6.5']], 'evidence' => []] + array_diff_key(SAID, ['members' => 0]);
        same($rubric->evaluate($rest)->toJson(), $rubric->evaluate($dossier)->toJson());
        $dossier->reset();
        same($rubric->evaluate($rubric->dossier())->toJson(), $rubric->evaluate($dossier)->toJson());
    },

    'what is wrong with a piece' => function () use ($built) {
        $dossier = $built();
        $error = thrown(InputException::class, fn () => $dossier->setMark('M', 'self', '6.3'));
        same(['/marks/M/self/points'], array_column($error->entries, 'pointer'));
        thrown(NotFoundException::class, fn () => $dossier->setMark('nothing', 'self', 1));
        thrown(NotFoundException::class, fn () => $dossier->setMark('M', 'nobody', 1));
        thrown(InputException::class, fn () => $dossier->addMember('A'));
        thrown(InputException::class, fn () => $dossier->setMember(0, 'age', 17));
        thrown(NotFoundException::class, fn () => $dossier->setMember(0, 'nothing', 17));
        thrown(NotFoundException::class, fn () => $dossier->setMember(7, 'age', 30));
        thrown(TypeError::class, fn () => $dossier->setMember(0, 'age', 30.5), '~30\.5 is a float~');
        thrown(TypeError::class, fn () => $dossier->setMark('M', 'self', 6.5), '~6\.5 is a float~');
        thrown(TypeError::class, fn () => $dossier->setMark('M', 'self', 'many'));
        thrown(NoFitException::class, fn () => $dossier->setMark('M', 'self', str_repeat('9', 30)));
        thrown(InputException::class, fn () => $dossier->addEvidence('E'));
        thrown(MisuseException::class, fn () => $dossier->addEvidence('X', [], ['colour' => 'red']));
        thrown(MisuseException::class, fn () => $dossier->setUnitField('size', '1'));
        thrown(MisuseException::class, fn () => $dossier->give('everything'));
        thrown(InputException::class, fn () => $dossier->addException('g', '', ''));
        thrown(InputException::class, fn () => $dossier->addHistory('x', 'y'));
    },

    'a reference' => function () use ($rubric) {
        $reference = $rubric->newReference()->setPeriod('2026-01-01', '2026-12-31');
        $reference->set('avg', '7.5')->set('avg', 2, group: 'south')->set('avg', '7.25', unit: 'U');
        $reference->addException('U', 'g', 'a flood', 'the committee', '2027-01-10');
        $reference->addFinding('U', 'E', 'rejected');
        thrown(MisuseException::class, fn () => $reference->set('avg', 1, 'a', 'b'));
        thrown(TypeError::class, fn () => $reference->set('avg', 0.5), '~0\.5 is a float~');
        thrown(InputException::class, fn () => $reference->set('n', 1));
        $given = ['facts' => ['n' => 8, 'blame' => true]] + SAID;
        $result = $rubric->evaluate($given, reference: $reference);
        $read = $rubric->reference([
            'format' => 'bontot-reference/1', 'period' => HEAD['period'], 'facts' => ['avg' => '7.5'],
            'groups' => ['south' => ['avg' => 2]], 'units' => ['U' => ['avg' => '7.25']],
            'exceptions' => [
                ['unit' => 'U', 'gate' => 'g', 'reason' => 'a flood', 'authority' => 'the committee', 'date' => '2027-01-10'],
            ],
            'evidence' => [['unit' => 'U', 'id' => 'E', 'status' => 'rejected']],
        ]);
        same($rubric->evaluate($given, reference: $read)->toJson(), $result->toJson());
        same('7.25', $result->node('A')->points);
    },

    'dossiers in memory under two rubrics' => function () use ($rubric, $built) {
        $strict = Rubric::fromJson(json_encode(['grades' => [['id' => 'top', 'min_total' => 30], ['id' => 'rest']]] + BUILT));
        $diff = new RubricDiff($rubric, $strict);
        same('down', $diff->addDossiers($built(), $strict->read(SAID)));
        thrown(MisuseException::class, fn () => $diff->addDossiers($built(), $built()));
        same(['same' => 0, 'up' => 0, 'down' => 1, 'other' => 0, 'refused' => 0], $diff->counts());
    },

    'names' => function () {
        $names = (new Names())->set('a', 2)->set('b', '0.5')->set('c', true)->set('d', null)->setNumber('e', '0.25');
        $names->setDate('f', '2026-12-31')->setExpression('g', '[a, e]');
        foreach (['a + e' => '2.25', 'b' => '"0.5"', 'c and d' => 'unknown', 'f.month' => '12', 'count(g)' => '2'] as $expression => $value) {
            same($value, $names->evaluate($expression));
        }
        thrown(TypeError::class, fn () => $names->setNumber('h', 0.1), '~0\.1 is a float~');
        thrown(InputException::class, fn () => $names->setDate('h', '2026-02-30'));
        $error = thrown(InputException::class, fn () => $names->evaluate('a + zz'));
        same('feel_unknown_name', $error->entries[0]->code);
        $names->close();
        thrown(MisuseException::class, fn () => $names->evaluate('1'), '~^this set of names is closed$~');
    },

    'what a rubric says of itself' => function () use ($rubric) {
        $said = $rubric->details();
        same(['01-HD', '2026-01-05', 'Ban', 'https://a.b', 'Chú', 'Note'], array_values(get_object_vars($said->source)));
        same(['2026-01-01', 12, ['cell']], [$said->validFrom, $said->periodMonths, $said->unitKinds]);
        same(['0', '40'], [$said->total->min, $said->total->max]);
        [$n, , $avg, $pick] = $said->facts;
        same(['việc', 'tasks', '0', '10', true, true], [$n->unit, $n->unitEn, $n->bounds->min, $n->bounds->max, $n->isInteger, $n->isRead]);
        same([null, '9.5', true, false], [$avg->bounds->min, $avg->bounds->max, $avg->isByCommittee, $avg->isInteger]);
        same([['yes', 'no'], false], [$pick->choices, $pick->isRead]);
        same(['age' => 'number', 'born' => 'date', 'vote' => 'boolean', 'rank' => 'choice'], array_column($said->fields, 'type', 'id'));
        same('18', $said->fields[0]->bounds->min);
        same([false, true], array_column($said->roles, 'overrides'));
        same([['3', ''], [true, false]], [array_column($said->grades, 'clause'), array_column($said->grades, 'hasQuota')]);
        [$one, $f, $m] = $said->nodes;
        same(['Một', 'One', '1', 'base', '30', 'group'], [$one->label, $one->labelEn, $one->clause, $one->kind, $one->points->max, $one->score]);
        same(['1', 'formula', 3, ['n'], true, ['report']], [$f->parent, $f->score, $f->effort, $f->facts, $f->asksEvidence, $f->evidenceKinds]);
        same(['mark', '0.5', true, ['self', 'final']], [$m->score, $m->markStep, $m->takesMarks, $m->markedBy]);
        same(['final'], $f->markedBy);
        same(['grade_at_most', 'grade_down', 'voids_node'], array_column($said->gates, 'effect'));
        same(['rest', 1, 'V'], array_column($said->gates, 'target'));
        same(['Gate', 'g1'], [$said->gates[0]->labelEn, $said->gates[0]->clause]);
        same(['k', 'Ít.', 'Few.', '5', 'warning'], array_values(get_object_vars($said->checks[0])));
        same(['c', 'Nhiều.', 'Many.'], array_values(get_object_vars($said->rules[0])));
    },
];
