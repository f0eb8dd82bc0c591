<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/**
 * Facts, exceptions and findings about evidence that a committee gives: good for dossiers of the rubric object that
 * made it. One that was made empty is filled by the methods; once it was used, or when it was read, it is immutable.
 */
final class Reference extends Closing
{
    /** For this package alone. */
    public function __construct(Handle $handle, private readonly Rubric $rubric)
    {
        $this->own($handle);
    }

    private function call(string $name, array $given, string $language): self
    {
        $this->handle()->use(fn (CData $reference) => Call::status($name, [$reference, ...$given], $language));
        return $this;
    }

    /** Sets the period that it is for. */
    public function setPeriod(string $from, string $to, string $language = 'vi'): self
    {
        return $this->call('bontot_reference_set_period', [...Call::sized($from), ...Call::sized($to)], $language);
    }

    /** Sets a fact by its id: for all units, or for those of a group, or for one unit. */
    public function set(
        string $fact,
        int|string|bool|float $value,
        ?string $group = null,
        ?string $unit = null,
        string $language = 'vi',
    ): self {
        if ($group !== null && $unit !== null) {
            throw new MisuseException('a fact is given for a group or for a unit, not for both');
        }
        $scope = match (true) {
            $unit !== null => Constants::BONTOT_FOR_UNIT,
            $group !== null => Constants::BONTOT_FOR_GROUP,
            default => Constants::BONTOT_FOR_ALL,
        };
        $slot = ($this->rubric->facts[$fact] ?? null)?->slot ?? Constants::BONTOT_NONE;
        $place = [$scope, ...Call::sized($unit ?? $group ?? ''), $slot];
        if (is_int($value)) {
            return $this->call('bontot_reference_set_number', [...$place, Numbers::of($value, 0)], $language);
        }
        $text = is_bool($value) ? json_encode($value) : $value;
        if (is_float($text)) {
            Json::stringify(['facts' => [$fact => $text]]); // says what is wrong with it
        }
        return $this->call('bontot_reference_set', [...$place, ...Call::sized($text)], $language);
    }

    /** Lifts a gate for a unit. */
    public function addException(
        string $unit,
        string $gate,
        string $reason,
        string $authority,
        string $date = '',
        string $language = 'vi',
    ): self {
        $place = $this->rubric->handle()->use(
            fn (CData $rubric) => Library::get()->bontot_rubric_gate_find($rubric, ...Call::sized($gate)),
        );
        $said = [...Call::sized($reason), ...Call::sized($authority), ...Call::sized($date)];
        return $this->call('bontot_reference_add_exception', [...Call::sized($unit), $place, ...$said], $language);
    }

    /** Sets the status of a document of a unit: "verified", "rejected" or "false". */
    public function addFinding(string $unit, string $document, string $status, string $language = 'vi'): self
    {
        $said = [...Call::sized($unit), ...Call::sized($document), ...Call::sized($status)];
        return $this->call('bontot_reference_add_finding', $said, $language);
    }
}
