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

/** Asks a rubric that is lent. For this package alone. */
final class Introspection
{
    private const TYPES = ['number', 'boolean', 'text', 'date', 'choice'];

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
}
