<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** A figure on both sides; 0 where there is none. */
final readonly class Move
{
    public function __construct(
        public string $before,
        public string $after,
        /** after - before, exactly. */
        public string $difference,
    ) {
    }

    /** For this package alone. */
    public static function from(array $said): self
    {
        return new self($said['before'], $said['after'], $said['difference']);
    }
}

/** What one result says of a criterion or indicator. */
final readonly class NodeSide
{
    public function __construct(
        public string $label,
        public string $clause,
        public string $state,
        public bool $hasGood,
        public ?bool $good,
        public string $reason,
        /** @var list<string> */
        public array $notes,
    ) {
    }

    /** For this package alone. */
    public static function from(?array $said): ?self
    {
        return $said === null ? null : new self(
            $said['label'],
            $said['clause'] ?? '',
            $said['state'],
            array_key_exists('good', $said),
            $said['good'] ?? null,
            $said['reason']['text'] ?? '',
            array_column($said['notes'] ?? [], 'text'),
        );
    }
}

/** A value that is not the same on both sides; null: not known there. */
final readonly class ValueChange
{
    public function __construct(public string|bool|null $before, public string|bool|null $after)
    {
    }

    /** For this package alone. */
    public static function from(array $said): self
    {
        return new self($said['before'], $said['after']);
    }
}

/** A criterion or indicator of either side. */
final readonly class NodeChange
{
    public function __construct(
        public string $id,
        public string $label,
        public string $clause,
        /** The id of the node above; null for a criterion. */
        public ?string $parent,
        /** "both", "before" or "after". */
        public string $where,
        /** The parent on the other side of one that stands elsewhere there; "" when it is a criterion. */
        public ?string $elsewhere,
        public Move $points,
        public Move $possible,
        public Move $max,
        /** What the children's differences do not say: rounding, clamp, rescaling, a void, the highest. */
        public string $remainder,
        public string $possibleRemainder,
        /** Whether anything about it differs; the rest is told only then. */
        public bool $changed,
        public ?NodeSide $before,
        public ?NodeSide $after,
        /** @var array<string, ValueChange> the facts it used whose value is not the same */
        public array $facts,
        /** @var list<string> */
        public array $evidenceAdded,
        /** @var list<string> */
        public array $evidenceRemoved,
        /** @var array<string, ValueChange> by role */
        public array $marks,
        /** @var list<NodeChange> */
        public array $children,
    ) {
    }

    /** For this package alone. */
    public static function from(array $said, ?string $parent): self
    {
        return new self(
            id: $said['id'],
            label: $said['label'],
            clause: $said['clause'] ?? '',
            parent: $parent,
            where: $said['in'],
            elsewhere: self::elsewhere($said),
            points: Move::from($said['points']),
            possible: Move::from($said['possible']),
            max: Move::from($said['max']),
            remainder: $said['remainder']['points'] ?? '0',
            possibleRemainder: $said['remainder']['possible'] ?? '0',
            changed: $said['changed'],
            before: NodeSide::from($said['before'] ?? null),
            after: NodeSide::from($said['after'] ?? null),
            facts: array_map(ValueChange::from(...), $said['facts'] ?? []),
            evidenceAdded: $said['evidence']['added'] ?? [],
            evidenceRemoved: $said['evidence']['removed'] ?? [],
            marks: array_map(ValueChange::from(...), $said['marks'] ?? []),
            children: array_map(fn ($each) => self::from($each, $said['id']), $said['indicators'] ?? []),
        );
    }

    private static function elsewhere(array $said): ?string
    {
        foreach (['moved_to', 'moved_from'] as $key) {
            if (array_key_exists($key, $said)) {
                return $said[$key] ?? '';
            }
        }
        return null;
    }
}

/** A gate that is not the same on both sides. */
final readonly class GateChange
{
    public function __construct(
        public string $id,
        /** Whether it fired, "yes", "no" or "open"; null: there is no such gate. */
        public ?string $before,
        public ?string $after,
        public bool $wasLifted,
        public bool $isLifted,
    ) {
    }

    /** For this package alone. */
    public static function from(array $said): self
    {
        $fired = fn (string $side) => match (true) {
            !array_key_exists($side, $said) => null,
            $said[$side] === null => 'open',
            default => $said[$side] ? 'yes' : 'no',
        };
        $lifted = $said['lifted'] ?? ['before' => false, 'after' => false];
        return new self($said['id'], $fired('before'), $fired('after'), $lifted['before'], $lifted['after']);
    }
}

/** A check that is not the same on both sides. */
final readonly class CheckChange
{
    public function __construct(
        public string $id,
        /** "pass", "fail" or "unknown"; null: there is no such check. */
        public ?string $before,
        public ?string $after,
        public string $severity,
        public string $text,
    ) {
    }
}

/** Whose result one side is, and what it comes to. */
final readonly class Compared
{
    public function __construct(
        public string $rubricId,
        public string $rubricVersion,
        public string $unitId,
        public string $unitName,
        public ?Period $period,
        public ?string $asOf,
        public Grade $grade,
        public string $gradePossible,
        public bool $byException,
        public string $completeness,
    ) {
    }

    /** For this package alone. */
    public static function from(array $said): self
    {
        return new self(
            $said['rubric']['id'],
            $said['rubric']['version'],
            $said['unit']['id'],
            $said['unit']['name'] ?? '',
            Period::from($said['period'] ?? null),
            $said['as_of'] ?? null,
            new Grade($said['grade']['id'], $said['grade']['label']),
            $said['grade_possible'],
            $said['grade']['by_exception'],
            $said['completeness'],
        );
    }
}

/** What moved between two results: a complete copy, immutable, whose differences add up exactly. */
final class Comparison extends Told
{
    protected const WRITER = 'bontot_comparison_write'; // JSON in the format bontot-comparison/1

    public readonly Compared $before;
    public readonly Compared $after;
    /** Whether another grade is sure or possible, or holds by exception. */
    public readonly bool $gradeChanged;
    public readonly Move $points;
    public readonly Move $possible;
    public readonly Move $max;
    /** Of the total: rounding and clamp. */
    public readonly string $remainder;
    public readonly string $possibleRemainder;
    /** @var list<NodeChange> */
    public readonly array $criteria;
    /** @var list<GateChange> */
    public readonly array $gates;
    /** @var list<CheckChange> */
    public readonly array $checks;

    private function __construct(Handle $handle, public readonly string $language)
    {
        $said = $this->tell($handle, $language);
        $this->before = Compared::from($said['before']);
        $this->after = Compared::from($said['after']);
        $this->gradeChanged = $said['grade_changed'];
        $this->points = Move::from($said['total']['points']);
        $this->possible = Move::from($said['total']['possible']);
        $this->max = Move::from($said['total']['max']);
        $this->remainder = $said['total']['remainder']['points'];
        $this->possibleRemainder = $said['total']['remainder']['possible'];
        $this->criteria = array_map(fn ($each) => NodeChange::from($each, null), $said['criteria']);
        $this->gates = array_map(GateChange::from(...), $said['gates']);
        $this->checks = array_map(
            fn ($each) => new CheckChange(
                $each['id'],
                $each['before'] ?? null,
                $each['after'] ?? null,
                $each['severity'],
                $each['text'],
            ),
            $said['checks'],
        );
    }

    /** Compares two results: see compare(). */
    public static function of(
        Result|string|\SplFileInfo $before,
        Result|string|\SplFileInfo $after,
        string $language = 'vi',
    ): self {
        $handle = self::summary($before, $language)->useOnce(
            fn (CData $old) => self::summary($after, $language)->useOnce(
                fn (CData $young) => Handle::madeBy('comparison', 'bontot_compare', [$old, $young, null], $language),
            ),
        );
        return new self($handle, $language);
    }

    private static function summary(Result|string|\SplFileInfo $source, string $language): Handle
    {
        if ($source instanceof Result) {
            return $source->handle()->use(
                fn (CData $result) => Handle::madeBy('summary', 'bontot_summary_of', [$result, null], $language),
            );
        }
        $text = Call::sized(Sources::text($source));
        return Sources::errorsOf(
            $source,
            fn () => Handle::madeBy('summary', 'bontot_summary_load', [...$text, null], $language),
        );
    }

    /**
     * Returns all criteria and indicators, each before those below it.
     *
     * @return list<NodeChange>
     */
    public function nodes(): array
    {
        return self::walk($this->criteria);
    }

    /** Returns the criterion or indicator of an id; of one that moved to another parent, where it is now. */
    public function node(string $id): NodeChange
    {
        $found = array_filter($this->nodes(), fn (NodeChange $node) => $node->id === $id);
        $now = array_filter($found, fn (NodeChange $node) => $node->where !== 'before');
        return current($now) ?: current($found)
            ?: throw new NotFoundException("there is no criterion or indicator '$id'");
    }
}
