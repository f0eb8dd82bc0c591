<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

/*
 * The steps of `assemble` that `build` has not: marks, members, evidence, and what else a dossier has beside facts.
 */

use Bontot\Dossier;

/** Splits off so many words, "" for "-" and for what is missing, and what is behind them. */
function words(string $text, int $count): array
{
    $all = array_pad(explode(' ', $text, $count + 1), $count + 1, '');
    $behind = array_pop($all);
    return [...array_map(fn ($word) => $word === '-' ? '' : $word, $all), $behind];
}

/** Writes coefficient / 10 ** scale; the idiom has numbers as text. */
function decimal(string $coefficient, int $scale): string
{
    $sign = str_starts_with($coefficient, '-') ? '-' : '';
    $digits = str_pad(ltrim($coefficient, '-'), $scale + 1, '0', STR_PAD_LEFT);
    return $sign . ($scale === 0 ? $digits : substr_replace($digits, '.', -$scale, 0));
}

/** A number is a coefficient and a scale; without them it is not said. */
function number_in(string $text): ?string
{
    [$coefficient, $scale] = explode(' ', $text) + ['', '0'];
    return $coefficient === '' ? null : decimal($coefficient, (int) $scale);
}

function mark(Dossier $dossier, string $rest): void
{
    [$node, $role, $coefficient, $scale, $date, $comment] = words($rest, 5);
    $dossier->setMark($node, $role, decimal($coefficient, (int) $scale), comment: $comment, date: $date);
}

function override(Dossier $dossier, string $rest): void
{
    [$node, $role, $coefficient, $scale, $by, $reason] = words($rest, 5);
    $dossier->setMark($node, $role, decimal($coefficient, (int) $scale), reason: $reason, by: $by);
}

function evidence(Dossier $dossier, string $rest): void
{
    [$id, $nodes, $kind, $number, $issued, $submitted, $status] = words($rest, 7);
    $said = array_filter(compact('kind', 'number', 'issued', 'submitted', 'status'), fn ($text) => $text !== '');
    $dossier->addEvidence($id, $nodes === '' ? [] : explode(',', $nodes), $said);
}

function history(Dossier $dossier, string $rest): void
{
    [$from, $to, $rubric, $grade, $points] = words($rest, 4);
    $dossier->addHistory($from, $to, $rubric, $grade, number_in($points));
}

function short_result(Dossier $dossier, string $rest): void
{
    [$unit, $rubric, $from, $to, $grade, $points] = words($rest, 5);
    $dossier->addShortResult($unit, $rubric, $from, $to, $grade, number_in($points));
}

function exception(Dossier $dossier, string $rest): void
{
    [$gate, $date, $authority, $reason] = words($rest, 3);
    $dossier->addException($gate, $reason, $authority, $date);
}

/** Sets a fact of a member; null makes it unknown. */
function of_member(Dossier $dossier, string $rest, bool $clears = false): void
{
    [$member, $field, $text] = words($rest, 2);
    $dossier->setMember((int) $member, $field, $clears ? null : $text);
}

/** Does a step. */
function piece(Dossier $dossier, string $verb, string $rest): void
{
    match ($verb) {
        'unit-kind', 'unit-group', 'unit-parent' => $dossier->setUnitField(substr($verb, strlen('unit-')), $rest),
        'mark' => mark($dossier, $rest),
        'override' => override($dossier, $rest),
        'unmark' => $dossier->clearMark(...explode(' ', $rest)),
        'member' => $dossier->addMember($rest),
        'of-member' => of_member($dossier, $rest),
        'clear-member' => of_member($dossier, $rest, clears: true),
        'evidence' => evidence($dossier, $rest),
        'history' => history($dossier, $rest),
        'result' => short_result($dossier, $rest),
        'exception' => exception($dossier, $rest),
        'give' => $dossier->give($rest),
        'remove' => $dossier->remove($rest),
        'reset' => $dossier->reset(),
    };
}
