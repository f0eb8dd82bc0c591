<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

/** What a dossier comes to. */
final readonly class PathSide
{
    public function __construct(public string $points, public Grade $grade)
    {
    }

    /** For this package alone. */
    public static function from(?array $said): ?self
    {
        return $said === null
            ? null
            : new self($said['points'], new Grade($said['grade']['id'], $said['grade']['label']));
    }
}

/** One thing to change. */
final readonly class PathChange
{
    public function __construct(
        /** A fact's id, `members.` and a field, `evidence:` or `mark:` and a line's id. */
        public string $item,
        public string $label,
        /** Null: it is missing, or differs among the members. */
        public string|bool|null $before,
        public string|bool|null $after,
        /** How many members change, or documents are to be added; 0 of what is counted by none. */
        public int $count,
        /** Whose mark it is. */
        public ?string $role,
        /** @var list<string> what documents will do; empty: any */
        public array $kinds,
        /** Of evidence, what is asked of it: "submitted" or "verified". */
        public ?string $status,
    ) {
    }

    /** For this package alone. */
    public static function from(array $said): self
    {
        return new self(
            $said['item'],
            $said['label'],
            $said['from'],
            $said['to'],
            (int) ($said['count'] ?? 0),
            $said['role'] ?? null,
            $said['kinds'] ?? [],
            $said['status'] ?? null,
        );
    }
}

/** One line that rises to its most, or a condition that must hold besides. */
final readonly class PathStep
{
    public function __construct(
        /** A line's id; of a condition `good:`, `gate:` or `grade:` and an id, or the node that is to apply. */
        public string $at,
        public string $label,
        /** Of a line: what it has. Null of a condition. */
        public ?string $points,
        public ?string $after,
        /** 0 of a condition. */
        public int $effort,
        /** No facts were found for it: people must see how. */
        public bool $isOpen,
        /** @var list<PathChange> */
        public array $changes,
        public string $text,
    ) {
    }

    /** For this package alone. */
    public static function from(array $said): self
    {
        return new self(
            $said['at'],
            $said['label'] ?? '',
            $said['points'] ?? null,
            $said['after'] ?? null,
            (int) $said['effort'],
            $said['open'],
            array_map(PathChange::from(...), $said['changes']),
            $said['text'],
        );
    }
}

/** A line that has less with all steps done. */
final readonly class PathFall
{
    public function __construct(
        public string $at,
        public string $label,
        public string $points,
        public string $after,
    ) {
    }
}

/** Something that stands in the way. */
final readonly class Obstacle
{
    public function __construct(
        public string $code,
        /** The id of a gate, grade, criterion or line. */
        public ?string $at,
        public ?string $asked,
        public ?string $best,
        public string $text,
    ) {
    }
}

/** A way to a grade: a complete copy, immutable. */
final class Path extends Told
{
    protected const WRITER = 'bontot_path_write'; // JSON in the format bontot-path/1

    /** Where to. */
    public readonly Grade $grade;
    /** "reached", "found", "conflict" or "forbidden". */
    public readonly string $outcome;
    /** The sum over the steps. */
    public readonly int $effort;
    public readonly PathSide $before;
    /** With all steps done; of "found" and "conflict" only. */
    public readonly ?PathSide $after;
    /** @var list<PathStep> */
    public readonly array $steps;
    /** @var list<PathFall> */
    public readonly array $falls;
    /** @var list<Obstacle> */
    public readonly array $obstacles;

    /** For this package alone. */
    public function __construct(Handle $handle, public readonly string $language)
    {
        $said = $this->tell($handle, $language);
        $this->grade = new Grade($said['to']['id'], $said['to']['label']);
        $this->outcome = $said['outcome'];
        $this->effort = (int) $said['effort'];
        $this->before = PathSide::from($said['before']);
        $this->after = PathSide::from($said['after'] ?? null);
        $this->steps = array_map(PathStep::from(...), $said['steps']);
        $this->falls = array_map(
            fn ($each) => new PathFall($each['at'], $each['label'], $each['points'], $each['after']),
            $said['falls'],
        );
        $this->obstacles = array_map(
            fn ($each) => new Obstacle(
                $each['code'],
                $each['at'] ?? null,
                $each['asked'] ?? null,
                $each['best'] ?? null,
                $each['text'],
            ),
            $said['obstacles'],
        );
    }
}
