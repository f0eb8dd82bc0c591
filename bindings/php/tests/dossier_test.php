<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{Dossier, InputException, MisuseException, NotFoundException, Rubric};

/*
 * Dossiers that are built piece by piece, read again and again, or given by a committee.
 */

const SHEET = [
    'format' => 'bontot-rubric/1', 'id' => 's', 'version' => '1', 'label' => ['en' => 'Sheet'], 'period' => 'year',
    'facts' => [
        ['id' => 'n', 'type' => 'number', 'min' => 0, 'max' => 10],
        ['id' => 'flag', 'type' => 'boolean'],
        ['id' => 'pick', 'type' => 'choice', 'choices' => ['yes', 'no']],
        ['id' => 'day', 'type' => 'date'],
        ['id' => 'word', 'type' => 'text'],
    ],
    'criteria' => [['id' => '1', 'max' => 50, 'indicators' => [
        ['id' => 'N', 'max' => 10, 'score' => ['formula' => 'n']],
        ['id' => 'F', 'max' => 10, 'score' => ['condition' => 'flag']],
        ['id' => 'P', 'max' => 10, 'score' => ['condition' => 'pick = "yes"']],
        ['id' => 'D', 'max' => 10, 'score' => ['condition' => 'day = date("2026-05-01")']],
        ['id' => 'W', 'max' => 10, 'score' => ['condition' => 'word = "true"']],
    ]]],
    'grades' => [['id' => 'top', 'min_total' => 40], ['id' => 'rest']],
];

const COMMITTEE = [
    'format' => 'bontot-rubric/1', 'id' => 's', 'version' => '1', 'label' => ['en' => 'Sheet'],
    'roles' => ['self', ['id' => 'final', 'label' => ['vi' => 'duyệt', 'en' => 'decision'], 'overrides' => true]],
    'facts' => [
        ['id' => 'avg', 'type' => 'number', 'min' => 0, 'max' => 10, 'given_by' => 'committee'],
        ['id' => 'blame', 'type' => 'boolean'],
    ],
    'criteria' => [['id' => '1', 'max' => 20, 'indicators' => [
        ['id' => 'L', 'max' => 10, 'score' => ['formula' => 'avg']],
        ['id' => 'M', 'max' => 10, 'score' => ['mark' => ['step' => '0.5']]],
    ]]],
    'grades' => [['id' => 'top', 'min_total' => 12], ['id' => 'rest']],
    'gates' => [['id' => 'g', 'when' => 'blame', 'effect' => ['grade_at_most' => 'rest']]],
    'examples' => [['label' => ['en' => 'one'], 'expect' => ['points' => 3], 'dossier' => HEAD + [
        'unit' => ['id' => 'U'], 'facts' => ['avg' => 3],
    ]]],
];

const GIVEN = HEAD + ['unit' => ['id' => 'U'], 'facts' => ['blame' => true], 'marks' => ['M' => [
    'self' => 6, 'final' => ['points' => 5, 'reason' => 'late', 'by' => 'B', 'date' => '2027-01-02'],
]]];

const REFERENCE = [
    'format' => 'bontot-reference/1', 'facts' => ['avg' => '7.5'],
    'exceptions' => [['unit' => 'U', 'gate' => 'g', 'reason' => 'a flood', 'authority' => 'the committee']],
];

$rubric = Rubric::fromJson(json_encode(SHEET));
$committee = Rubric::fromJson(json_encode(COMMITTEE));
$points = fn (Dossier $given) => array_column(array_slice($rubric->evaluate($given)->nodes(), 1), 'points');

return [
    'fact by fact' => function () use ($rubric, $points) {
        $given = $rubric->dossier()->setUnit('U', 'Chi bộ')->setPeriod('2026-01-01', '2026-12-31');
        same(['0', '0', '0', '0', '0'], $points($given));
        $given->set('n', '2.5')->set('flag', true)->set('pick', 'yes')->set('day', '2026-05-01')->set('word', 'true');
        same(['2.5', '10', '10', '10', '10'], $points($given));
        $said = $rubric->evaluate($given);
        same(['U', 'Chi bộ', 'top'], [$said->unitId, $said->unitName, $said->grade->id]);
        $given->set('n', 7)->set('flag', false)->clear('pick')->set('day', null)->setTyped('word', 'other');
        same(['7', '0', '0', '0', '0'], $points($given));
        same('4.25', $points($given->setNumber('n', 425, 2))[0]);
    },

    'what is refused leaves the fact as it was' => function () use ($rubric, $points) {
        $given = $rubric->dossier()->set('n', 5);
        $error = thrown(InputException::class, fn () => $given->set('n', 11));
        same('/facts/n', $error->entries[0]->pointer);
        thrown(InputException::class, fn () => $given->set('flag', 'perhaps'));
        thrown(InputException::class, fn () => $given->set('n', true));
        thrown(TypeError::class, fn () => $given->set('n', 0.5), '~at /facts/n: 0\.5 is a float~');
        thrown(TypeError::class, fn () => $given->set('day', new DateTimeImmutable()), '~a moment~');
        foreach ([1, true, 'x', null] as $value) {
            thrown(NotFoundException::class, fn () => $given->set('nothing', $value));
        }
        same('5', $points($given)[0]);
    },

    'read again and again' => function () {
        $builtin = Rubric::builtin(RUBRIC_ID);
        $given = $builtin->read(dossier('example'));
        same($builtin->evaluate(dossier('example'))->toJson(), $builtin->evaluate($given)->toJson());
        same($builtin->path(dossier('example'))->toJson(), $builtin->path($given)->toJson());
        $given->read(dossier('full'));
        same($builtin->evaluate(dossier('full'))->toJson(), $builtin->evaluate($given)->toJson());
        thrown(InputException::class, fn () => $given->read('{'));
        same($builtin->evaluate(dossier('full'))->toJson(), $builtin->evaluate($given)->toJson());
        $given->close();
        thrown(MisuseException::class, fn () => $builtin->evaluate($given), '~^this dossier is closed$~');
    },

    'a rule of consistency is checked when it is evaluated' => function () {
        $rule = ['id' => 'c', 'assert' => 'n < 5', 'message' => ['vi' => 'Nhiều.', 'en' => 'Many.']];
        $strict = Rubric::fromJson(json_encode(SHEET + ['consistency' => [$rule]]));
        $given = $strict->dossier()->set('n', 6);
        thrown(InputException::class, fn () => $strict->evaluate($given, language: 'en'), '~Many\.~');
    },

    'roles and a reference' => function () use ($committee) {
        same(['duyệt', 'decision'], [$committee->roles[1]->label, $committee->roles[1]->labelEn]);
        $reference = $committee->reference(REFERENCE);
        $result = $committee->evaluate(GIVEN, reference: $reference);
        same(['12.5', 'top', true, 'final'], [$result->total->points, $result->grade->id, $result->byException, $result->asOf]);
        same(['a flood', null], [$result->gates[0]->lifted->reason, $result->gates[0]->lifted->date]);
        same(['self', 'final'], array_column($result->columns, 'role'));
        same('13.5', $result->columns[0]->total->points);
        $mark = $result->node('M')->marks[1];
        same(['final', '5', 'late', 'B', '2027-01-02'], [$mark->role, $mark->points, $mark->reason, $mark->by, $mark->date]);
        same('13.5', $committee->evaluate(GIVEN, reference: $reference, asOf: 'self')->total->points);
        thrown(NotFoundException::class, fn () => $committee->evaluate(GIVEN, asOf: 'nobody'));
        $built = $committee->dossier()->setUnit('U')->setPeriod('2026-01-01', '2026-12-31')->apply($reference);
        same('7.5', $committee->evaluate($built)->node('L')->points);
        $other = Rubric::fromJson(json_encode(COMMITTEE));
        $error = thrown(InputException::class, fn () => $other->evaluate(GIVEN, reference: $reference));
        same('reference_other_rubric', $error->entries[0]->code);
        $wrong = ['facts' => ['blame' => true]] + REFERENCE;
        $error = thrown(InputException::class, fn () => $committee->reference($wrong));
        same('/facts/blame', $error->entries[0]->pointer);
    },

    'trust' => function () use ($committee) {
        $said = ['facts' => ['avg' => 9]] + GIVEN;
        same('9', $committee->evaluate($said)->node('L')->points);
        $error = thrown(InputException::class, fn () => $committee->evaluate($said, trust: 'committee'));
        same(['dossier_committee_only'], array_column($error->entries, 'code'));
        thrown(MisuseException::class, fn () => $committee->evaluate($said, trust: 'nobody'));
    },

    'examples' => function () use ($committee) {
        $report = $committee->test('en');
        same([0, "PASS  /examples/0  one\n1 examples passed, 0 failed\n"], [$report->failed, $report->text]);
    },
];
