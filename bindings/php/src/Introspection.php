<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** One fact of the unit that a rubric asks for. */
final readonly class Fact
{
    public function __construct(
        public string $id,
        /** Its place in the rubric, from 0. */
        public int $slot,
        /** "number", "boolean", "text", "date" or "choice". */
        public string $type,
        /** In Vietnamese. */
        public string $label,
        public string $labelEn,
    ) {
    }
}

/** A role that gives marks, or a grade. */
final readonly class Labelled
{
    public function __construct(
        public string $id,
        /** In Vietnamese. */
        public string $label,
        public string $labelEn,
    ) {
    }
}

/** A criterion or indicator of a rubric. */
final readonly class RubricNode
{
    public function __construct(public string $id, public ?string $parent)
    {
    }
}

/** The document that a rubric comes from; "" is what it does not say. */
final readonly class RubricSource
{
    public function __construct(
        public string $document,
        public string $issued,
        public string $issuer,
        public string $uri,
        public string $note,
        public string $noteEn,
    ) {
    }
}

/** Numbers that something is never below or above; null: there is no such bound. */
final readonly class Bounds
{
    public function __construct(public ?string $min, public ?string $max)
    {
    }
}

/** All that is known of a fact of the unit, or of members. */
final readonly class FactDetails
{
    public function __construct(
        public string $id,
        /** "number", "boolean", "text", "date" or "choice". */
        public string $type,
        public string $label,
        public string $labelEn,
        /** What it is counted in, such as "tasks", or "". */
        public string $unit,
        public string $unitEn,
        public Bounds $bounds,
        public bool $isInteger,
        /** Whether the committee gives it, in a reference. */
        public bool $isByCommittee,
        /** Whether it is worked out from results of others, where there are such. */
        public bool $isFromResults,
        /** Whether the rubric reads it in any way at all. */
        public bool $isRead,
        /** @var list<string> */
        public array $choices,
    ) {
    }
}

final readonly class RoleDetails
{
    public function __construct(
        public string $id,
        public string $label,
        public string $labelEn,
        /** Whether it may mark any line, in place of what its rules give. */
        public bool $overrides,
    ) {
    }
}

final readonly class GradeDetails
{
    public function __construct(
        public string $id,
        public string $label,
        public string $labelEn,
        /** Where in its document it stands, or "". */
        public string $clause,
        /** Whether only so many units may have it. */
        public bool $hasQuota,
    ) {
    }
}

final readonly class NodeDetails
{
    public function __construct(
        public string $id,
        public ?string $parent,
        public string $label,
        public string $labelEn,
        public string $clause,
        /** Of its criterion: "base", "bonus" or "penalty". */
        public string $kind,
        public Bounds $points,
        /** "group", which is no line, "condition", "choice", "steps" and so on, as in the rubric's JSON. */
        public string $score,
        /** What it costs to raise it, from 1 to 100; 0: it can not be changed any more. */
        public int $effort,
        /** @var list<string> the facts that its own rules read */
        public array $facts,
        /** Whether any role may mark it. */
        public bool $takesMarks,
        /** @var list<string> the roles that may mark it */
        public array $markedBy,
        /** What marks are multiples of. */
        public ?string $markStep,
        /** Whether a mark below the maximum needs a comment. */
        public bool $asksComment,
        public bool $asksEvidence,
        /** @var list<string> the kinds of document that it accepts; empty: any or none */
        public array $evidenceKinds,
    ) {
    }
}

final readonly class GateDetails
{
    public function __construct(
        public string $id,
        public string $label,
        public string $labelEn,
        public string $clause,
        /** "voids_node", "not_good", "grade_at_most", "grade_down" or "grade_is". */
        public string $effect,
        /** The id of a node or grade, or how many grades down. */
        public string|int $target,
    ) {
    }
}

final readonly class CheckDetails
{
    public function __construct(
        public string $id,
        public string $message,
        public string $messageEn,
        public string $clause,
        /** "info", "warning" or "error". */
        public string $severity,
    ) {
    }
}

/** A rule of consistency, without which a dossier is wrong. */
final readonly class RuleDetails
{
    public function __construct(public string $id, public string $message, public string $messageEn)
    {
    }
}

/** All that a rubric says of itself. */
final readonly class RubricDetails
{
    public function __construct(
        public RubricSource $source,
        /** The day from which it is valid, or "". */
        public string $validFrom,
        /** How many months a period is long; 0: any length. */
        public int $periodMonths,
        /** @var list<string> the kinds of unit that it is for; empty: any */
        public array $unitKinds,
        public Bounds $total,
        /** @var list<FactDetails> */
        public array $facts,
        /** @var list<FactDetails> the facts of members */
        public array $fields,
        /** @var list<RoleDetails> */
        public array $roles,
        /** @var list<GradeDetails> */
        public array $grades,
        /** @var list<NodeDetails> */
        public array $nodes,
        /** @var list<GateDetails> */
        public array $gates,
        /** @var list<CheckDetails> */
        public array $checks,
        /** @var list<RuleDetails> */
        public array $rules,
    ) {
    }
}

/** Asks a rubric that is lent. For this package alone. */
final class Introspection
{
    public const TYPES = ['number', 'boolean', 'text', 'date', 'choice'];
    private const KINDS = ['base', 'bonus', 'penalty'];
    private const SEVERITIES = ['info', 'warning', 'error'];
    private const EFFECTS = ['voids_node', 'not_good', 'grade_at_most', 'grade_down', 'grade_is'];
    private const SCORES = [
        'group', 'condition', 'choice', 'steps', 'proportional', 'deductions', 'additions', 'mark', 'formula',
    ];

    private \FFI $library;

    public function __construct(private readonly CData $rubric)
    {
        $this->library = Library::get();
    }

    /** Returns one of each that a function counts. */
    private function each(string $counter, callable $told, mixed ...$given): array
    {
        $all = [];
        for ($index = 0, $count = $this->library->$counter($this->rubric, ...$given); $index < $count; ++$index) {
            $all[] = $told($index);
        }
        return $all;
    }

    private function text(string $name, mixed ...$given): string
    {
        return Call::borrowed($name, $this->rubric, ...$given);
    }

    /** @return array{string, string} in Vietnamese and in English */
    private function both(string $name, mixed ...$given): array
    {
        return [
            $this->text($name, ...[...$given, Constants::BONTOT_VI]),
            $this->text($name, ...[...$given, Constants::BONTOT_EN]),
        ];
    }

    /** @return list<string> */
    private function texts(string $counter, string $teller, mixed ...$given): array
    {
        return $this->each($counter, fn (int $index) => $this->text($teller, ...[...$given, $index]), ...$given);
    }

    private function flag(string $name, mixed ...$given): bool
    {
        return $this->library->$name($this->rubric, ...$given) === 1;
    }

    private function bounds(string $name, mixed ...$given): Bounds
    {
        $bound = fn (int $which) => Call::figureOrNull($name, $this->rubric, ...[...$given, $which]);
        return new Bounds($bound(Constants::BONTOT_LEAST), $bound(Constants::BONTOT_MOST));
    }

    /** @return list<Fact> */
    public function facts(): array
    {
        return $this->each('bontot_rubric_fact_count', fn (int $slot) => new Fact(
            $this->text('bontot_rubric_fact_id', $slot),
            $slot,
            self::TYPES[$this->library->bontot_rubric_fact_type($this->rubric, $slot)],
            ...$this->both('bontot_rubric_fact_label', $slot),
        ));
    }

    /** @return list<Labelled> */
    public function roles(): array
    {
        return $this->each('bontot_rubric_role_count', fn (int $role) => new Labelled(
            $this->text('bontot_rubric_role_id', $role),
            ...$this->both('bontot_rubric_role_label', $role),
        ));
    }

    /** @return list<Labelled> */
    public function grades(): array
    {
        return $this->each('bontot_rubric_grade_count', fn (int $grade) => new Labelled(
            $this->text('bontot_rubric_grade_id', $grade),
            ...$this->both('bontot_rubric_grade_label', $grade),
        ));
    }

    /** @return list<RubricNode> */
    public function nodes(): array
    {
        return $this->each('bontot_rubric_node_count', fn (int $node) => new RubricNode(
            $this->text('bontot_rubric_node_id', $node),
            $this->parent($node),
        ));
    }

    private function parent(int $node): ?string
    {
        $parent = $this->library->bontot_rubric_node_parent($this->rubric, $node);
        return Call::borrowedOrNull('bontot_rubric_node_id', $this->rubric, $parent);
    }

    public function details(): RubricDetails
    {
        return new RubricDetails(
            source: $this->source(),
            validFrom: $this->text('bontot_rubric_valid_from'),
            periodMonths: $this->library->bontot_rubric_period_months($this->rubric),
            unitKinds: $this->texts('bontot_rubric_unit_kind_count', 'bontot_rubric_unit_kind'),
            total: $this->bounds('bontot_rubric_total_bound_text'),
            facts: $this->each('bontot_rubric_fact_count', $this->fact(...)),
            fields: $this->each('bontot_rubric_field_count', $this->field(...)),
            roles: $this->each('bontot_rubric_role_count', $this->role(...)),
            grades: $this->each('bontot_rubric_grade_count', $this->grade(...)),
            nodes: $this->each('bontot_rubric_node_count', $this->node(...)),
            gates: $this->each('bontot_rubric_gate_count', $this->gate(...)),
            checks: $this->each('bontot_rubric_check_count', $this->check(...)),
            rules: $this->each('bontot_rubric_rule_count', $this->rule(...)),
        );
    }

    private function source(): RubricSource
    {
        return new RubricSource(
            $this->text('bontot_rubric_document'),
            $this->text('bontot_rubric_issued'),
            $this->text('bontot_rubric_issuer'),
            $this->text('bontot_rubric_uri'),
            ...$this->both('bontot_rubric_note'),
        );
    }

    private function fact(int $slot): FactDetails
    {
        [$label, $labelEn] = $this->both('bontot_rubric_fact_label', $slot);
        [$unit, $unitEn] = $this->both('bontot_rubric_fact_unit', $slot);
        return new FactDetails(
            $this->text('bontot_rubric_fact_id', $slot),
            self::TYPES[$this->library->bontot_rubric_fact_type($this->rubric, $slot)],
            $label,
            $labelEn,
            $unit,
            $unitEn,
            $this->bounds('bontot_rubric_fact_bound_text', $slot),
            $this->flag('bontot_rubric_fact_is_integer', $slot),
            $this->flag('bontot_rubric_fact_is_by_committee', $slot),
            $this->flag('bontot_rubric_fact_is_from_results', $slot),
            $this->flag('bontot_rubric_fact_is_read', $slot),
            $this->texts('bontot_rubric_fact_choice_count', 'bontot_rubric_fact_choice', $slot),
        );
    }

    private function field(int $field): FactDetails
    {
        [$label, $labelEn] = $this->both('bontot_rubric_field_label', $field);
        [$unit, $unitEn] = $this->both('bontot_rubric_field_unit', $field);
        return new FactDetails(
            $this->text('bontot_rubric_field_id', $field),
            self::TYPES[$this->library->bontot_rubric_field_type($this->rubric, $field)],
            $label,
            $labelEn,
            $unit,
            $unitEn,
            $this->bounds('bontot_rubric_field_bound_text', $field),
            $this->flag('bontot_rubric_field_is_integer', $field),
            false,
            $this->flag('bontot_rubric_field_is_from_results', $field),
            $this->flag('bontot_rubric_field_is_read', $field),
            $this->texts('bontot_rubric_field_choice_count', 'bontot_rubric_field_choice', $field),
        );
    }

    private function role(int $role): RoleDetails
    {
        [$label, $labelEn] = $this->both('bontot_rubric_role_label', $role);
        $overrides = $this->flag('bontot_rubric_role_overrides', $role);
        return new RoleDetails($this->text('bontot_rubric_role_id', $role), $label, $labelEn, $overrides);
    }

    private function grade(int $grade): GradeDetails
    {
        [$label, $labelEn] = $this->both('bontot_rubric_grade_label', $grade);
        return new GradeDetails(
            $this->text('bontot_rubric_grade_id', $grade),
            $label,
            $labelEn,
            $this->text('bontot_rubric_grade_clause', $grade),
            $this->flag('bontot_rubric_grade_has_quota', $grade),
        );
    }

    private function node(int $node): NodeDetails
    {
        [$label, $labelEn] = $this->both('bontot_rubric_node_label', $node);
        $fact = fn (int $index) => $this->text(
            'bontot_rubric_fact_id',
            $this->library->bontot_rubric_node_fact($this->rubric, $node, $index),
        );
        return new NodeDetails(
            id: $this->text('bontot_rubric_node_id', $node),
            parent: $this->parent($node),
            label: $label,
            labelEn: $labelEn,
            clause: $this->text('bontot_rubric_node_clause', $node),
            kind: self::KINDS[$this->library->bontot_rubric_node_kind($this->rubric, $node)],
            points: $this->bounds('bontot_rubric_node_bound_text', $node),
            score: self::SCORES[$this->library->bontot_rubric_node_score($this->rubric, $node)],
            effort: $this->library->bontot_rubric_node_effort($this->rubric, $node),
            facts: $this->each('bontot_rubric_node_fact_count', $fact, $node),
            takesMarks: $this->flag('bontot_rubric_node_takes_marks', $node, Constants::BONTOT_NONE),
            markedBy: $this->markedBy($node),
            markStep: Call::figureOrNull('bontot_rubric_node_mark_step_text', $this->rubric, $node),
            asksComment: $this->flag('bontot_rubric_node_asks_comment', $node),
            asksEvidence: $this->flag('bontot_rubric_node_asks_evidence', $node),
            evidenceKinds: $this->texts(
                'bontot_rubric_node_evidence_kind_count',
                'bontot_rubric_node_evidence_kind',
                $node,
            ),
        );
    }

    /** @return list<string> */
    private function markedBy(int $node): array
    {
        $roles = array_filter(
            $this->roles(),
            fn (int $role) => $this->flag('bontot_rubric_node_takes_marks', $node, $role),
            ARRAY_FILTER_USE_KEY,
        );
        return array_values(array_column($roles, 'id'));
    }

    private function gate(int $gate): GateDetails
    {
        [$label, $labelEn] = $this->both('bontot_rubric_gate_label', $gate);
        $effect = $this->library->bontot_rubric_gate_effect($this->rubric, $gate);
        $target = $this->library->bontot_rubric_gate_target($this->rubric, $gate);
        return new GateDetails(
            $this->text('bontot_rubric_gate_id', $gate),
            $label,
            $labelEn,
            $this->text('bontot_rubric_gate_clause', $gate),
            self::EFFECTS[$effect],
            match ($effect) {
                Constants::BONTOT_GRADE_DOWN => $target,
                Constants::BONTOT_GRADE_AT_MOST, Constants::BONTOT_GRADE_IS => $this->text('bontot_rubric_grade_id', $target),
                default => $this->text('bontot_rubric_node_id', $target),
            },
        );
    }

    private function check(int $check): CheckDetails
    {
        [$message, $messageEn] = $this->both('bontot_rubric_check_message', $check);
        return new CheckDetails(
            $this->text('bontot_rubric_check_id', $check),
            $message,
            $messageEn,
            $this->text('bontot_rubric_check_clause', $check),
            self::SEVERITIES[$this->library->bontot_rubric_check_severity($this->rubric, $check)],
        );
    }

    private function rule(int $rule): RuleDetails
    {
        $id = $this->text('bontot_rubric_rule_id', $rule);
        return new RuleDetails($id, ...$this->both('bontot_rubric_rule_message', $rule));
    }
}
