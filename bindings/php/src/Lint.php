<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** What shows a finding. */
final readonly class LintWitness
{
    public function __construct(
        /** For people; empty when there is nothing more to show. */
        public string $text,
        /** The value in the gap, or the best that can be reached. */
        public ?string $value,
        /** Parts of a dossier that shows it: "facts", "members" and so on; numbers are text. */
        public array $dossier,
        /** @var array<string, array> of each fact that was looked at, "min" and "max" where there are some */
        public array $ranges,
    ) {
    }

    /** For this package alone. */
    public static function from(array $said): self
    {
        $dossier = array_diff_key($said, ['text' => 0, 'value' => 0, 'ranges' => 0]);
        return new self($said['text'] ?? '', $said['value'] ?? null, $dossier, $said['ranges'] ?? []);
    }
}

/** One thing in a rubric that is likely not meant so. */
final readonly class LintFinding
{
    public function __construct(
        /** Its kind, such as "step_gap". */
        public string $code,
        /** "info", "warning" or "error". */
        public string $severity,
        /** Where it is in the rubric: a JSON Pointer. */
        public string $pointer,
        /** What is wrong, for people, in the language that was asked for. */
        public string $text,
        public LintWitness $witness,
        /** The id of the criterion or indicator that it is about. */
        public ?string $node,
        /** From 1, when the text was given. */
        public ?int $line,
        /** From 1, in code points. */
        public ?int $column,
    ) {
    }

    /**
     * Reads what lint found, and frees the handle. For this package alone.
     *
     * @return list<LintFinding>
     */
    public static function all(Handle $handle, string $language): array
    {
        $text = $handle->useOnce(fn (CData $lint) => Options::lend(
            fn (CData $options) => Call::written('bontot_lint_write', [$lint, $options], $language),
            language: $language,
        ));
        return array_map(self::from(...), Json::arrays($text)['findings']);
    }

    private static function from(array $said): self
    {
        return new self(
            $said['code'],
            $said['severity'],
            $said['pointer'],
            $said['text'],
            LintWitness::from($said['witness'] ?? []),
            $said['node'] ?? null,
            isset($said['line']) ? (int) $said['line'] : null,
            isset($said['column']) ? (int) $said['column'] : null,
        );
    }
}
