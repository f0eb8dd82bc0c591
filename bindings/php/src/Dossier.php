<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** Facts of one unit in one period. Made by Rubric::dossier and Rubric::read. */
final class Dossier extends Closing
{
    private const SETTERS = [
        'text' => 'bontot_dossier_set_text',
        'choice' => 'bontot_dossier_set_text',
        'date' => 'bontot_dossier_set_date',
    ];

    private const UNIT_FIELDS = [
        'kind' => Constants::BONTOT_UNIT_KIND,
        'group' => Constants::BONTOT_UNIT_GROUP,
        'parent' => Constants::BONTOT_UNIT_PARENT,
    ];
    private const PARTS = [
        'facts' => Constants::BONTOT_PART_FACTS,
        'marks' => Constants::BONTOT_PART_MARKS,
        'members' => Constants::BONTOT_PART_MEMBERS,
        'evidence' => Constants::BONTOT_PART_EVIDENCE,
        'history' => Constants::BONTOT_PART_HISTORY,
        'results' => Constants::BONTOT_PART_RESULTS,
        'exceptions' => Constants::BONTOT_PART_EXCEPTIONS,
    ];
    private const EVIDENCE_FIELDS = [
        'kind' => Constants::BONTOT_EVIDENCE_KIND,
        'number' => Constants::BONTOT_EVIDENCE_NUMBER,
        'issuer' => Constants::BONTOT_EVIDENCE_ISSUER,
        'issued' => Constants::BONTOT_EVIDENCE_ISSUED,
        'submitted' => Constants::BONTOT_EVIDENCE_SUBMITTED,
        'title' => Constants::BONTOT_EVIDENCE_TITLE,
        'uri' => Constants::BONTOT_EVIDENCE_URI,
        'sha256' => Constants::BONTOT_EVIDENCE_SHA256,
        'status' => Constants::BONTOT_EVIDENCE_STATUS,
    ];

    /** For this package alone. */
    public function __construct(Handle $handle, private readonly Rubric $rubric)
    {
        $this->own($handle);
    }

    private function call(string $name, array $given, string $language): self
    {
        $this->handle()->use(fn (CData $dossier) => Call::status($name, [$dossier, ...$given], $language));
        return $this;
    }

    /** Sets who the unit is. */
    public function setUnit(string $id, string $name = '', string $language = 'vi'): self
    {
        return $this->call('bontot_dossier_set_unit', [...Call::sized($id), ...Call::sized($name)], $language);
    }

    /** Sets the first and the last day, such as "2026-01-01". */
    public function setPeriod(string $from, string $to, string $language = 'vi'): self
    {
        return $this->call('bontot_dossier_set_period', [...Call::sized($from), ...Call::sized($to)], $language);
    }

    /**
     * Sets a fact by its id: a number is text or int; a date is text; null is unknown. A float is refused, since it
     * is a binary fraction and scores are exact.
     *
     * Throws an InputException; then the fact is as it was.
     */
    public function set(string $fact, mixed $value, string $language = 'vi'): self
    {
        $known = $this->rubric->facts[$fact] ?? null;
        $slot = $known?->slot ?? Constants::BONTOT_NONE;
        if ($value === null) {
            return $this->call('bontot_dossier_clear', [$slot], $language);
        }
        if (is_bool($value)) {
            return $this->call('bontot_dossier_set_boolean', [$slot, (int) $value], $language);
        }
        if (is_int($value)) {
            return $this->call('bontot_dossier_set_number', [$slot, Numbers::of($value, 0)], $language);
        }
        if (!is_string($value)) {
            Json::stringify(['facts' => [$fact => $value]]); // says what is wrong with it, unless it is a whole number
            return $this->setTyped($fact, (string) $value, $language);
        }
        $setter = self::SETTERS[$known?->type ?? ''] ?? null;
        return $setter === null
            ? $this->setTyped($fact, $value, $language)
            : $this->call($setter, [$slot, ...Call::sized($value)], $language);
    }

    /** Sets a number as coefficient / 10 ** scale. */
    public function setNumber(string $fact, int $coefficient, int $scale = 0, string $language = 'vi'): self
    {
        $slot = ($this->rubric->facts[$fact] ?? null)?->slot ?? Constants::BONTOT_NONE;
        return $this->call('bontot_dossier_set_number', [$slot, Numbers::of($coefficient, $scale)], $language);
    }

    /** Sets a fact from a text as it is typed: a number, true or false, a date, a choice or a text. */
    public function setTyped(string $fact, string $text, string $language = 'vi'): self
    {
        return $this->call('bontot_dossier_set', [...Call::sized($fact), ...Call::sized($text)], $language);
    }

    /** Makes a fact unknown. */
    public function clear(string $fact, string $language = 'vi'): self
    {
        return $this->set($fact, null, $language);
    }

    /** Gives it what a committee says of its unit, once the unit is set. */
    public function apply(Reference $reference, string $language = 'vi'): self
    {
        return $reference->handle()->use(
            fn (CData $given) => $this->call('bontot_dossier_apply', [$given], $language),
        );
    }

    /** Forgets what it held, and reads another dossier of the same rubric in its place. */
    public function read(
        array|string|\SplFileInfo $source,
        string $language = 'vi',
        bool $allowOtherRubric = false,
        ?Reference $reference = null,
        string $trust = 'all',
        ?int $sizeLimit = null,
    ): self {
        $text = Call::sized(Sources::text($source));
        return Options::lend(
            fn (CData $options) => Sources::errorsOf(
                $source,
                fn () => $this->call('bontot_dossier_read', [...$text, $options], $language),
            ),
            ...compact('language', 'allowOtherRubric', 'reference', 'trust', 'sizeLimit'),
        );
    }

    /** Asks the rubric for the number of something by its id. */
    private function place(string $finder, string $id): int
    {
        return $this->rubric->handle()->use(
            fn (CData $rubric) => Library::get()->$finder($rubric, ...Call::sized($id)),
        );
    }

    /** Returns what the functions of the library take for these texts. */
    private static function all(string ...$texts): array
    {
        return array_merge(...array_map(Call::sized(...), array_values($texts)));
    }

    private static function named(array $words, string $word): int
    {
        return $words[$word]
            ?? throw new MisuseException('expected one of ' . implode(', ', array_keys($words)) . ", not $word");
    }

    /** Forgets all that it says. */
    public function reset(string $language = 'vi'): self
    {
        return $this->call('bontot_dossier_reset', [], $language);
    }

    /** Sets what else is said of the unit: its "kind", its "group", or its "parent"; "" is not said. */
    public function setUnitField(string $field, string $text, string $language = 'vi'): self
    {
        $number = self::named(self::UNIT_FIELDS, $field);
        return $this->call('bontot_dossier_set_unit_field', [$number, ...Call::sized($text)], $language);
    }

    /** Says that the list of "members", "evidence", "history" or "results" is there, be it empty. */
    public function give(string $part, string $language = 'vi'): self
    {
        return $this->call('bontot_dossier_give', [self::named(self::PARTS, $part)], $language);
    }

    /** Removes all of a part, which then is unknown. */
    public function remove(string $part, string $language = 'vi'): self
    {
        return $this->call('bontot_dossier_remove', [self::named(self::PARTS, $part)], $language);
    }

    /** Gives a line the points of a role, by their ids. */
    public function setMark(
        string $line,
        string $role,
        int|string|float $points,
        string $comment = '',
        string $reason = '',
        string $by = '',
        string $date = '',
        string $language = 'vi',
    ): self {
        $said = self::all($comment, $reason, $by, $date);
        $given = [...$this->places($line, $role), Numbers::from($points), ...$said];
        return $this->call('bontot_dossier_set_mark', $given, $language);
    }

    /** Takes the points of a role from a line. */
    public function clearMark(string $line, string $role, string $language = 'vi'): self
    {
        return $this->call('bontot_dossier_clear_mark', $this->places($line, $role), $language);
    }

    /** @return array{int, int} */
    private function places(string $line, string $role): array
    {
        return [$this->place('bontot_rubric_node_find', $line), $this->place('bontot_rubric_role_find', $role)];
    }

    /** Adds something to a list, and returns its number there. */
    private function added(string $name, string $id, string $language): int
    {
        $number = Library::get()->new('size_t');
        $this->handle()->use(fn (CData $dossier) => Call::status(
            $name,
            [\FFI::addr($number), $dossier, ...Call::sized($id)],
            $language,
        ));
        return $number->cdata;
    }

    /**
     * Adds a member, of whom these facts are known, and returns the number for setMember.
     *
     * @param array<string, mixed> $facts
     */
    public function addMember(string $id, array $facts = [], string $language = 'vi'): int
    {
        $member = $this->added('bontot_dossier_add_member', $id, $language);
        foreach ($facts as $field => $value) {
            $this->setMember($member, (string) $field, $value, $language);
        }
        return $member;
    }

    /** Sets a fact of a member, as set() sets one of the unit. */
    public function setMember(int $member, string $field, mixed $value, string $language = 'vi'): self
    {
        $place = $this->place('bontot_rubric_field_find', $field);
        $set = fn (string $name, mixed ...$given) => $this->call($name, [$member, $place, ...$given], $language);
        if ($value === null) {
            return $set('bontot_dossier_clear_member');
        }
        if (is_bool($value)) {
            return $set('bontot_dossier_set_member_boolean', (int) $value);
        }
        if (is_int($value)) {
            return $set('bontot_dossier_set_member_number', Numbers::of($value, 0));
        }
        if (!is_string($value)) {
            Json::stringify(['members' => [$member => [$field => $value]]]); // says what is wrong with it
        }
        $type = $this->rubric->handle()->use(
            fn (CData $rubric) => Library::get()->bontot_rubric_field_type($rubric, $place),
        );
        return match ($type) {
            Constants::BONTOT_FACT_TEXT, Constants::BONTOT_FACT_CHOICE
                => $set('bontot_dossier_set_member_text', ...Call::sized($value)),
            Constants::BONTOT_FACT_DATE => $set('bontot_dossier_set_member_date', ...Call::sized($value)),
            default => $set('bontot_dossier_set_member', ...Call::sized((string) $value)),
        };
    }

    /**
     * Adds a document, which supports criteria or indicators; what else is said of it is named as in the format
     * bontot-dossier/1: kind, number, issuer, issued, submitted, title, uri, sha256, status.
     *
     * @param list<string> $supports
     * @param array<string, string> $said
     */
    public function addEvidence(string $id, array $supports = [], array $said = [], string $language = 'vi'): self
    {
        $document = $this->added('bontot_dossier_add_evidence', $id, $language);
        foreach ($said as $field => $text) {
            $given = [$document, self::named(self::EVIDENCE_FIELDS, $field), ...Call::sized($text)];
            $this->call('bontot_dossier_set_evidence', $given, $language);
        }
        foreach ($supports as $node) {
            $place = $this->place('bontot_rubric_node_find', $node);
            $this->call('bontot_dossier_add_support', [$document, $place], $language);
        }
        return $this;
    }

    /** Adds the grade of an earlier period. */
    public function addHistory(
        string $from,
        string $to,
        string $rubric = '',
        string $grade = '',
        int|string|float|null $points = null,
        string $language = 'vi',
    ): self {
        $number = $points === null ? null : Numbers::from($points);
        $given = [...self::all($from, $to, $rubric, $grade), Numbers::address($number)];
        return $this->call('bontot_dossier_add_history', $given, $language);
    }

    /** Adds the result of a member, a sub-unit or a month that is in memory. */
    public function addResult(Result $result, string $language = 'vi'): self
    {
        return $result->handle()->use(
            fn (CData $given) => $this->call('bontot_dossier_add_result_of', [$given], $language),
        );
    }

    /** Adds the result of a member, a sub-unit or a month, in short. */
    public function addShortResult(
        string $unit,
        string $rubric,
        string $from = '',
        string $to = '',
        string $grade = '',
        int|string|float|null $points = null,
        string $language = 'vi',
    ): self {
        $number = $points === null ? null : Numbers::from($points);
        $given = [...self::all($unit, $rubric, $from, $to, $grade), Numbers::address($number)];
        return $this->call('bontot_dossier_add_result', $given, $language);
    }

    /** Lifts a gate of the unit. */
    public function addException(
        string $gate,
        string $reason,
        string $authority,
        string $date = '',
        string $language = 'vi',
    ): self {
        $place = $this->place('bontot_rubric_gate_find', $gate);
        $given = [$place, ...self::all($reason, $authority, $date)];
        return $this->call('bontot_dossier_add_exception', $given, $language);
    }
}
