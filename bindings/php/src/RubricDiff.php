<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** Counts what becomes of dossiers under an old and a new rubric; holds counts and the last dossier's outcome. */
final class RubricDiff extends Closing
{
    private const MOVES = [
        Constants::BONTOT_MOVE_SAME => 'same',
        Constants::BONTOT_MOVE_UP => 'up',
        Constants::BONTOT_MOVE_DOWN => 'down',
        Constants::BONTOT_MOVE_OTHER => 'other',
    ];
    private const SIDES = [Constants::BONTOT_BEFORE => 'before', Constants::BONTOT_AFTER => 'after'];

    public function __construct(Rubric $before, Rubric $after, string $language = 'vi', string $trust = 'all')
    {
        $this->own($before->handle()->use(fn (CData $old) => $after->handle()->use(
            fn (CData $young) => Options::lend(
                fn (CData $options) => Handle::madeBy('diff', 'bontot_diff_new', [$old, $young, $options], $language),
                language: $language,
                trust: $trust,
            ),
        )));
    }

    /**
     * Evaluates a dossier under both, and returns what became of its grade: "same", "up", "down" or "other".
     *
     * Throws an InputException when a rubric refuses it, which is counted: see refusedBy.
     */
    public function add(array|string|\SplFileInfo $dossier, string $language = 'vi'): string
    {
        $text = Call::sized(Sources::text($dossier));
        return $this->handle()->use(function (CData $diff) use ($dossier, $text, $language) {
            Sources::errorsOf($dossier, fn () => Call::status('bontot_diff_add', [$diff, ...$text], $language));
            return self::MOVES[Library::get()->bontot_diff_last_move($diff)];
        });
    }

    /** Likewise with a unit's dossiers in memory, one of each rubric. */
    public function addDossiers(Dossier $before, Dossier $after, string $language = 'vi'): string
    {
        return $this->handle()->use(function (CData $diff) use ($before, $after, $language) {
            $before->handle()->use(fn (CData $old) => $after->handle()->use(
                fn (CData $young) => Call::status('bontot_diff_add_dossiers', [$diff, $old, $young], $language),
            ));
            return self::MOVES[Library::get()->bontot_diff_last_move($diff)];
        });
    }

    /** Returns which rubric refused the last dossier, "before" (the old one) or "after"; null: none did. */
    public function refusedBy(): ?string
    {
        $side = $this->handle()->use(fn (CData $diff) => Library::get()->bontot_diff_refused_by($diff));
        return self::SIDES[$side] ?? null;
    }

    /**
     * Returns how many grades moved so, and how many dossiers were refused.
     *
     * @return array{same: int, up: int, down: int, other: int, refused: int}
     */
    public function counts(): array
    {
        return $this->handle()->use(function (CData $diff) {
            $counts = [];
            foreach (self::MOVES as $move => $word) {
                $counts[$word] = Library::get()->bontot_diff_count($diff, $move);
            }
            return [...$counts, 'refused' => Library::get()->bontot_diff_refused_count($diff)];
        });
    }

    /** Returns the last dossier's outcome as JSON (format bontot-rubric-diff/1). */
    public function lastToJson(string $language = 'vi'): string
    {
        return $this->written('bontot_diff_write_last', Constants::BONTOT_JSON, $language);
    }

    /** Returns the last dossier's outcome as text for people. */
    public function lastToText(string $language = 'vi', bool $colour = false): string
    {
        return $this->written('bontot_diff_write_last', Constants::BONTOT_TEXT, $language, $colour);
    }

    /** Returns the counts of all as JSON in the format bontot-rubric-diff/1. */
    public function toJson(string $language = 'vi'): string
    {
        return $this->written('bontot_diff_write', Constants::BONTOT_JSON, $language);
    }

    /** Returns what toJson() holds, as an array; a number is a string. */
    public function toArray(string $language = 'vi'): array
    {
        return Json::parse($this->toJson($language));
    }

    /** Returns the counts of all as text for people. */
    public function toText(string $language = 'vi', bool $colour = false): string
    {
        return $this->written('bontot_diff_write', Constants::BONTOT_TEXT, $language, $colour);
    }

    private function written(string $writer, int $format, string $language, bool $colour = false): string
    {
        return $this->handle()->use(fn (CData $diff) => Options::lend(
            fn (CData $options) => Call::written($writer, [$diff, $format, $options], $language),
            language: $language,
            colour: $colour,
        ));
    }
}
