<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

/** Points as exact numbers in text, fit for bcmath. */
final readonly class Interval
{
    public function __construct(
        /** What is sure, whatever is missing. */
        public string $points,
        /** What can be reached with what is missing. */
        public string $possible,
        /** The printed maximum. */
        public string $max,
    ) {
    }
}

/** What is sure, and what can be reached. */
final readonly class Points
{
    public function __construct(public string $points, public string $possible)
    {
    }
}

final readonly class Grade
{
    public function __construct(public string $id, public string $label)
    {
    }
}

/** The first and the last day, such as "2026-01-01". */
final readonly class Period
{
    public function __construct(public string $from, public string $to)
    {
    }

    /** For this package alone. */
    public static function from(?array $said): ?self
    {
        return $said === null ? null : new self($said['from'], $said['to']);
    }
}

/** A recorded exception. */
final readonly class LiftedBy
{
    public function __construct(public string $reason, public string $authority, public ?string $date)
    {
    }
}

final readonly class Gate
{
    public function __construct(
        public string $id,
        /** Null: it depends on what is missing. */
        public ?bool $fired,
        /** The exception by which it has no effect. */
        public ?LiftedBy $lifted,
    ) {
    }
}

/** Points that one role gave to a line. */
final readonly class Mark
{
    public function __construct(
        public string $role,
        public string $points,
        public string $comment,
        public string $reason,
        public string $by,
        public ?string $date,
    ) {
    }
}

/** What the result would be as of one role. */
final readonly class Column
{
    public function __construct(
        public string $role,
        public Points $total,
        public string $grade,
        public string $gradePossible,
        /** @var array<string, Points> by the id of criterion or indicator */
        public array $nodes,
    ) {
    }
}

/** A policy check, which changes no points. */
final readonly class Check
{
    public function __construct(
        public string $id,
        /** "pass", "fail" or "unknown". */
        public string $outcome,
        /** "info", "warning" or "error". */
        public string $severity,
        public string $text,
    ) {
    }
}

/** Something that the dossier lacks. */
final readonly class Missing
{
    public function __construct(
        /** Such as "petitions.upheld", "members.grade", "evidence:3.1" or "mark:2.2". */
        public string $item,
        public string $label,
        /** The points that wait for it, over all its lines. */
        public string $worth,
        /** @var list<string> the lines that wait for it */
        public array $lines,
        /** @var list<string> what else those lines wait for */
        public array $also,
        /** @var list<string> what else waits for it, such as "grade:excellent" */
        public array $decides,
    ) {
    }
}

/** Something that people must look at, such as a division by 0. */
final readonly class Finding
{
    public function __construct(public string $code, public string $at, public ?string $expression)
    {
    }
}

/** A criterion, or an indicator below one. */
final readonly class Node
{
    public function __construct(
        public string $id,
        public string $label,
        /** The id of the node above; null for a criterion. */
        public ?string $parent,
        /** Of a criterion "base", "bonus" or "penalty"; null for an indicator. */
        public ?string $kind,
        /** "voided", "not_applicable", "uncovered", "unknown", "unproven", "met", "unmet" or "partly". */
        public string $state,
        /** Whether the rubric says when this criterion is good. */
        public bool $hasGood,
        /** Whether it is; null: it depends on what is missing, or the rubric does not say. */
        public ?bool $good,
        public string $points,
        public string $possible,
        public string $max,
        /** Why it has its points; "" for a sum. */
        public string $reason,
        /** @var list<string> what changed the points after that */
        public array $notes,
        /** @var list<Node> the nodes directly below */
        public array $children,
        /** @var array<string, string|bool> the facts that its rule read, where they are known; a number is text */
        public array $facts,
        /** @var list<string> the ids of the documents that prove it */
        public array $evidence,
        /** @var list<string> what it waits for, named as in Missing */
        public array $missing,
        /** Where it stands in the published text, or "". */
        public string $clause,
        /** @var list<Mark> what each role gave, in order of precedence */
        public array $marks,
    ) {
    }

    /** For this package alone. */
    public static function from(array $said, ?string $parent): self
    {
        return new self(
            id: $said['id'],
            label: $said['label'],
            parent: $parent,
            kind: $said['kind'] ?? null,
            state: $said['state'],
            hasGood: array_key_exists('good', $said),
            good: $said['good'] ?? null,
            points: $said['points'],
            possible: $said['possible'],
            max: $said['max'],
            reason: $said['reason']['text'] ?? '',
            notes: array_column($said['notes'] ?? [], 'text'),
            children: array_map(fn ($each) => self::from($each, $said['id']), $said['indicators'] ?? []),
            facts: $said['facts'] ?? [],
            evidence: $said['evidence'] ?? [],
            missing: $said['missing'] ?? [],
            clause: $said['clause'] ?? '',
            marks: self::marks($said['marks'] ?? []),
        );
    }

    /** @return list<Mark> */
    private static function marks(array $said): array
    {
        $marks = [];
        foreach ($said as $role => $each) {
            $each += ['comment' => '', 'reason' => '', 'by' => '', 'date' => null];
            $marks[] = new Mark(
                (string) $role,
                $each['points'],
                $each['comment'],
                $each['reason'],
                $each['by'],
                $each['date'],
            );
        }
        return $marks;
    }
}

/** What evaluating one dossier says: complete copies, immutable, that need no library. */
final class Result extends Told
{
    protected const WRITER = 'bontot_result_write'; // JSON in the format bontot-result/1

    public readonly string $rubricId;
    public readonly string $rubricVersion;
    public readonly string $unitId;
    public readonly string $unitName;
    public readonly ?Period $period;
    public readonly Interval $total;
    /** The grade that is sure. */
    public readonly Grade $grade;
    /** Whether a gate that fired was lifted by a recorded exception. */
    public readonly bool $byException;
    /** The last role whose marks counted; null: the rubric has no roles. */
    public readonly ?string $asOf;
    /** The id of the best grade that is still possible. */
    public readonly string $gradePossible;
    /** @var list<string> the ids of all grades that are reachable, best first */
    public readonly array $reachable;
    /** From 0 to 1. */
    public readonly string $completeness;
    /** @var list<Node> */
    public readonly array $criteria;
    /** @var list<Gate> */
    public readonly array $gates;
    /** @var list<Check> */
    public readonly array $checks;
    /** @var list<Finding> */
    public readonly array $findings;
    /** @var list<Missing> what is worth most first */
    public readonly array $missing;
    /** @var list<Column> the roles side by side, when several gave marks */
    public readonly array $columns;

    /** For this package alone. */
    public function __construct(Handle $handle, public readonly string $language, ?string $text = null)
    {
        $said = $text === null ? $this->tell($handle, $language) : $this->tellOnly($handle, $text, $language);
        $this->takeHead($said);
        $this->criteria = array_map(fn ($each) => Node::from($each, null), $said['criteria']);
        $this->gates = array_map(self::gate(...), $said['gates']);
        $this->checks = array_map(
            fn ($each) => new Check($each['id'], $each['outcome'], $each['severity'], $each['text']),
            $said['checks'],
        );
        $this->findings = array_map(
            fn ($each) => new Finding($each['code'], $each['at'], $each['expression'] ?? null),
            $said['findings'],
        );
        $this->missing = array_map(
            fn ($each) => new Missing(
                $each['item'],
                $each['label'],
                $each['worth'],
                $each['lines'],
                $each['also'],
                $each['decides'],
            ),
            $said['missing'],
        );
        $this->columns = array_map(self::column(...), $said['columns'] ?? []);
    }

    /** Copies the result of a line, which is lent, and owns none. For this package alone. */
    public static function ofLine(\FFI\CData $result, string $language): self
    {
        $text = Options::lend(
            fn (\FFI\CData $options) => Call::written(
                self::WRITER,
                [$result, Constants::BONTOT_JSON, $options],
                $language,
            ),
            language: $language,
        );
        return new self(new Handle('result'), $language, $text);
    }

    private function takeHead(array $said): void
    {
        $this->rubricId = $said['rubric']['id'];
        $this->rubricVersion = $said['rubric']['version'];
        $this->unitId = $said['unit']['id'];
        $this->unitName = $said['unit']['name'] ?? '';
        $this->period = Period::from($said['period'] ?? null);
        $this->total = new Interval($said['total']['points'], $said['total']['possible'], $said['total']['max']);
        $this->grade = new Grade($said['grade']['id'], $said['grade']['label']);
        $this->byException = $said['grade']['by_exception'];
        $this->asOf = $said['as_of'] ?? null;
        $this->gradePossible = $said['grade_possible'];
        $this->reachable = $said['reachable'];
        $this->completeness = $said['completeness'];
    }

    /**
     * Returns all criteria and indicators, each before those below it.
     *
     * @return list<Node>
     */
    public function nodes(): array
    {
        return self::walk($this->criteria);
    }

    /** Returns the criterion or indicator of an id. */
    public function node(string $id): Node
    {
        foreach ($this->nodes() as $node) {
            if ($node->id === $id) {
                return $node;
            }
        }
        throw new NotFoundException("there is no criterion or indicator '$id'");
    }

    /** Returns the figures alone as JSON in one short line (format bontot-summary/1). */
    public function toSummary(): string
    {
        return $this->writtenAs(Constants::BONTOT_SUMMARY, $this->language);
    }

    private static function gate(array $said): Gate
    {
        $lifted = $said['lifted'] ?? null;
        $by = $lifted ? new LiftedBy($lifted['reason'], $lifted['authority'], $lifted['date'] ?? null) : null;
        return new Gate($said['id'], $said['fired'], $by);
    }

    private static function column(array $said): Column
    {
        $points = fn ($each) => new Points($each['points'], $each['possible']);
        return new Column(
            $said['role'],
            $points($said),
            $said['grade'],
            $said['grade_possible'],
            array_map($points, $said['nodes']),
        );
    }
}
