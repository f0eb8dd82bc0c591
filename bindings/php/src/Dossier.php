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
            return $this->call('bontot_dossier_set_number', [$slot, self::number($value, 0)], $language);
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
        return $this->call('bontot_dossier_set_number', [$slot, self::number($coefficient, $scale)], $language);
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

    private static function number(int $coefficient, int $scale): CData
    {
        $number = Library::get()->new('bontot_number');
        $number->coefficient = $coefficient;
        $number->scale = $scale;
        return $number;
    }
}
