<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** One thing that is wrong with a row. */
final readonly class RowError
{
    public function __construct(
        public int $row,
        /** The id of the fact; "" when it is about several, or about the result. */
        public string $fact,
        public string $code,
        /** The sentence in Vietnamese. */
        public string $message,
        /** The sentence in English. */
        public string $messageEn,
    ) {
    }
}

/** What scoring a table gave: lists with a cell for each row. */
final readonly class ColumnResults
{
    public function __construct(
        /** @var list<int> the totals that are sure, to be divided by 10 ** $scale */
        public array $points,
        /** @var list<int> the totals that can be reached, likewise */
        public array $possible,
        /** @var list<int> from 0 to 1, to be divided by 10 ** 12 */
        public array $completeness,
        /** @var list<int> indices into $grades; -1 in a row without results */
        public array $grade,
        /** @var list<int> */
        public array $gradePossible,
        /** @var list<int> 0: scored; 1: the values contradict the rubric or each other; 2: a figure does not fit */
        public array $status,
        /** @var array<string, array{points: list<int>, possible: list<int>}> by the id of the node */
        public array $nodes,
        /** @var list<string> the ids of the grades, best first */
        public array $grades,
        public int $scale,
        /** @var list<RowError> of the first rows, at most 1,000 */
        public array $errors,
        /** Of all. */
        public int $errorCount,
        public int $wrongRows,
    ) {
    }

    /** Returns a figure of $points or $possible as an exact number in text. */
    public function decimal(int $figure): string
    {
        $digits = str_pad(ltrim((string) $figure, '-'), $this->scale + 1, '0', STR_PAD_LEFT);
        $text = $this->scale === 0 ? $digits : substr_replace($digits, '.', -$this->scale, 0);
        return $figure < 0 ? "-$text" : $text;
    }
}

/** A column as the library takes it. For this package alone. */
final readonly class Cells
{
    private const NUMBER = '~^(-?)(\d+)(?:\.(\d+))?$~D';
    private const MOST_DIGITS = 38;

    private function __construct(
        public int $type,
        public int $scale,
        /** The bytes of the cells; of texts, of their offsets. */
        public string $values,
        /** What the offsets of texts are into. */
        public string $text = '',
    ) {
    }

    /** @param list<mixed> $given */
    public static function from(Fact $fact, array $given): self
    {
        return match ($fact->type) {
            'number' => self::numbers($fact, $given),
            'boolean' => self::truths($fact, $given),
            default => self::texts($fact, $given),
        };
    }

    private static function wrong(Fact $fact, int $row, string $wanted, mixed $value): \TypeError
    {
        return new \TypeError("$fact->id, row $row: a $fact->type is $wanted, not " . get_debug_type($value));
    }

    private static function numbers(Fact $fact, array $given): self
    {
        $parts = [];
        foreach ($given as $row => $value) {
            $parts[] = self::parts($fact, $row, $value ?? 0);
        }
        $scale = max([0, ...array_map(fn ($each) => strlen($each[2]), $parts)]);
        $digits = array_map(fn ($each) => ltrim($each[1] . str_pad($each[2], $scale, '0'), '0') ?: '0', $parts);
        if (max([0, ...array_map(strlen(...), $digits)]) <= 18) {
            $amounts = array_map(fn ($each, $text) => (int) ($each[0] . $text), $parts, $digits);
            return new self(Constants::BONTOT_COLUMN_INT64, $scale, pack('q*', ...$amounts));
        }
        if (max(array_map(strlen(...), $digits)) > self::MOST_DIGITS) {
            throw new MisuseException("a number of $fact->id does not fit 128 bits with $scale decimals");
        }
        $wide = array_map(fn ($each, $text) => self::wide($text, $each[0] === '-'), $parts, $digits);
        return new self(Constants::BONTOT_COLUMN_DECIMAL128, $scale, implode('', $wide));
    }

    /** @return array{string, string, string} the sign, and the digits before and behind the point */
    private static function parts(Fact $fact, int $row, mixed $value): array
    {
        if (is_float($value)) {
            $written = var_export($value, true);
            throw new \TypeError(
                "$fact->id, row $row: $written is a float, a binary fraction, and scores are exact; "
                . "write it as text, '$written'",
            );
        }
        if ((!is_int($value) && !is_string($value)) || !preg_match(self::NUMBER, (string) $value, $found)) {
            throw self::wrong($fact, $row, "an int or text such as '-12.5'", $value);
        }
        return [$found[1], $found[2], $found[3] ?? ''];
    }

    /** Returns a number of up to 38 digits as 16 bytes in two's complement, the low half first. */
    private static function wide(string $digits, bool $isNegative): string
    {
        $bytes = [];
        for ($place = 0; $place < 16; ++$place) {
            [$digits, $bytes[]] = self::divided($digits);
        }
        if ($isNegative) {
            $carry = 1;
            foreach ($bytes as &$byte) {
                $byte = (~$byte & 0xff) + $carry;
                $carry = $byte >> 8;
                $byte &= 0xff;
            }
        }
        $halves = array_chunk($bytes, 8);
        // Each half is in the machine's byte order.
        $isLittle = pack('S', 1) === "\1\0";
        return pack('C*', ...array_merge(...array_map($isLittle ? null : array_reverse(...), $halves)));
    }

    /** @return array{string, int} a number divided by 256, and the remainder */
    private static function divided(string $digits): array
    {
        $quotient = '';
        $rest = 0;
        foreach (str_split($digits, 9) as $part) {
            $rest = $rest * 10 ** strlen($part) + (int) $part;
            $quotient .= str_pad((string) intdiv($rest, 256), strlen($part), '0', STR_PAD_LEFT);
            $rest %= 256;
        }
        return [$quotient, $rest];
    }

    private static function truths(Fact $fact, array $given): self
    {
        foreach ($given as $row => $value) {
            if ($value !== null && !is_bool($value)) {
                throw self::wrong($fact, $row, 'true or false', $value);
            }
        }
        return new self(Constants::BONTOT_COLUMN_BOOLEAN_BYTES, 0, pack('C*', ...array_map(intval(...), $given)));
    }

    private static function texts(Fact $fact, array $given): self
    {
        $offsets = [0];
        foreach ($given as $row => $value) {
            if ($value !== null && !is_string($value)) {
                throw self::wrong($fact, $row, 'text', $value);
            }
            $offsets[] = end($offsets) + strlen($value ?? '');
        }
        return new self(Constants::BONTOT_COLUMN_TEXT64, 0, pack('q*', ...$offsets), implode('', $given));
    }
}

/** A table on its way into the library. For this package alone. */
final class Table
{
    private const MOST_ERRORS = 1000;
    private const FIGURES = [
        'points' => 'int64_t',
        'possible' => 'int64_t',
        'completeness' => 'int64_t',
        'grade' => 'int32_t',
        'grade_possible' => 'int32_t',
        'status' => 'uint8_t',
    ];
    private const CODES = ['int64_t' => 'q*', 'int32_t' => 'l*', 'uint8_t' => 'C*'];

    private \FFI $library;
    private int $rows;
    private CData $table;
    private CData $results;
    /** @var array<string, CData> */
    private array $figures = [];
    /** @var array<string, array{points: CData, possible: CData}> */
    private array $places = [];
    /** @var list<CData> what only addresses are kept of */
    private array $kept = [];

    /**
     * @param array<string, list<mixed>> $columns
     * @param ?list<string> $nodes
     */
    public function __construct(private readonly Rubric $rubric, array $columns, ?array $nodes, private readonly int $scale)
    {
        $this->library = Library::get();
        $this->rows = self::rows($columns);
        $structs = $this->array('bontot_column', count($columns));
        foreach (array_keys($columns) as $place => $id) {
            $this->fill($structs[$place], (string) $id, $columns[$id]);
        }
        $this->table = $this->library->new('bontot_table');
        $this->table->size = \FFI::sizeof($this->table);
        $this->table->columns = $this->library->cast('bontot_column*', \FFI::addr($structs));
        $this->table->column_count = count($columns);
        $this->makeRoom($nodes ?? self::criteria($rubric));
    }

    private static function rows(array $columns): int
    {
        $counts = array_unique(array_map(count(...), $columns));
        if (count($counts) !== 1) {
            $found = implode(', ', $counts) ?: 'no columns';
            throw new MisuseException("all columns must have the same number of rows; there are: $found");
        }
        return reset($counts);
    }

    /** @return list<string> */
    private static function criteria(Rubric $rubric): array
    {
        $criteria = array_filter($rubric->nodes, fn (RubricNode $node) => $node->parent === null);
        return array_column($criteria, 'id');
    }

    /** Returns an array that lives as long as this; one of no items has room for one. */
    private function array(string $type, int $count): CData
    {
        return $this->kept[] = $this->library->new(sprintf('%s[%d]', $type, max(1, $count)));
    }

    /** Returns the address of bytes, which are copied. */
    private function bytes(string $bytes): ?CData
    {
        if ($bytes === '') {
            return null;
        }
        $room = $this->array('char', strlen($bytes));
        \FFI::memcpy($room, $bytes, strlen($bytes));
        return $this->library->cast('char*', \FFI::addr($room));
    }

    private function fill(CData $struct, string $id, array $given): void
    {
        $fact = $this->rubric->facts[$id] ?? throw new NotFoundException("the rubric has no fact '$id'");
        if (!array_is_list($given)) {
            throw new \TypeError("the column $id is a list, without keys");
        }
        $cells = Cells::from($fact, $given);
        $valid = pack('C*', ...array_map(fn ($value) => (int) ($value !== null), $given));
        $struct->size = \FFI::sizeof($struct);
        $struct->slot = $fact->slot;
        $struct->type = $this->rows === 0 ? Constants::BONTOT_COLUMN_NOTHING : $cells->type;
        $struct->scale = $cells->scale;
        $struct->values = $this->bytes($cells->values);
        $struct->text = $this->bytes($cells->text);
        $struct->valid_bytes = $valid === '' ? null : $this->library->cast('uint8_t*', $this->bytes($valid));
    }

    private function makeRoom(array $nodes): void
    {
        $this->results = $this->library->new('bontot_table_results');
        $this->results->size = \FFI::sizeof($this->results);
        $this->results->scale = $this->scale;
        foreach (self::FIGURES as $name => $type) {
            $this->figures[$name] = $this->array($type, $this->rows);
            $this->results->$name = $this->library->cast("$type*", \FFI::addr($this->figures[$name]));
        }
        $structs = $this->array('bontot_node_column', count($nodes));
        foreach ($nodes as $place => $id) {
            $this->placeNode($structs[$place], $id);
        }
        $this->results->nodes = $this->library->cast('bontot_node_column*', \FFI::addr($structs));
        $this->results->node_count = count($nodes);
    }

    private function placeNode(CData $struct, string $id): void
    {
        $place = array_search($id, array_column($this->rubric->nodes, 'id'), true);
        if ($place === false) {
            throw new NotFoundException("the rubric has no criterion or indicator '$id'");
        }
        $struct->size = \FFI::sizeof($struct);
        $struct->node = $place;
        foreach (['points', 'possible'] as $name) {
            $this->places[$id][$name] = $this->array('int64_t', $this->rows);
            $struct->$name = $this->library->cast('int64_t*', \FFI::addr($this->places[$id][$name]));
        }
    }

    /** @param ?array{string, string} $period */
    public function score(?array $period, string $language): ColumnResults
    {
        $report = $this->rubric->handle()->use(fn (CData $rubric) => Options::lend(
            fn (CData $options) => Handle::madeBy('report', 'bontot_evaluate_columns', [
                $rubric, \FFI::addr($this->table), 0, $this->rows, \FFI::addr($this->results), $options,
            ], $language),
            language: $language,
            period: $period,
        ));
        return $report->useOnce($this->told(...));
    }

    private function told(CData $report): ColumnResults
    {
        $figures = [];
        foreach (self::FIGURES as $name => $type) {
            $figures[$name] = $this->read($this->figures[$name], $type);
        }
        $node = fn (array $place) => array_map(fn (CData $room) => $this->read($room, 'int64_t'), $place);
        return new ColumnResults(
            $figures['points'],
            $figures['possible'],
            $figures['completeness'],
            $figures['grade'],
            $figures['grade_possible'],
            $figures['status'],
            array_map($node, $this->places),
            array_column($this->rubric->grades, 'id'),
            $this->scale,
            self::errors($report),
            $this->library->bontot_report_error_count($report),
            $this->library->bontot_report_wrong_rows($report),
        );
    }

    /** @return list<int> */
    private function read(CData $room, string $type): array
    {
        $size = $this->rows * \FFI::sizeof($this->library->type($type));
        return $size === 0 ? [] : array_values(unpack(self::CODES[$type], \FFI::string(\FFI::addr($room[0]), $size)));
    }

    /** @return list<RowError> */
    private static function errors(CData $report): array
    {
        $errors = Library::get()->bontot_report_errors($report);
        $found = [];
        foreach ($errors === null ? [] : Call::entries($errors, self::MOST_ERRORS) as $index => $entry) {
            $found[] = new RowError(
                Library::get()->bontot_report_row($report, $index),
                explode('/', $entry->pointer, 3)[2] ?? '',
                $entry->code,
                $entry->message,
                $entry->messageEn,
            );
        }
        return $found;
    }
}
