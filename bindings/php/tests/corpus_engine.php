<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

/*
 * The corpus through this binding: tests/corpus/README.md says what is asked and what is answered.
 */

require __DIR__ . '/../src/autoload.php';
require __DIR__ . '/corpus_pieces.php';

use Bontot\{BontotException, Call, Cohort, Constants, Dossier, InputException, Node, Options, Rubric, RubricDiff};
use FFI\CData;

// ---- Fields ----

function field(mixed $text): string
{
    $signs = ['\\' => '\\\\', "\t" => '\t', "\n" => '\n', "\r" => '\r'];
    return strtr((string) ($text ?? '-'), $signs);
}

function line(mixed ...$fields): string
{
    return implode("\t", array_map(field(...), $fields)) . "\n";
}

function yes_no(bool $value): string
{
    return $value ? 'yes' : 'no';
}

function error_lines(BontotException $error): string
{
    return implode('', array_map(fn ($entry) => line(
        $entry->code,
        $entry->pointer,
        $entry->offset,
        $entry->line,
        $entry->column,
        $entry->expressionColumn,
        $entry->message,
        $entry->messageEn,
    ), $error->entries));
}

/** Returns what an action returns, or the status and errors of what it throws. */
function outcome(callable $action): array
{
    try {
        return ['ok', $action()];
    } catch (BontotException $error) {
        $status = match ($error::class) {
            Bontot\InputException::class => 'bad_input',
            Bontot\NotFoundException::class => 'not_found',
            Bontot\MisuseException::class => 'misuse',
            Bontot\OutOfMemoryException::class => 'no_memory',
            Bontot\NoFitException::class => 'no_fit',
            default => 'internal',
        };
        return [$status, error_lines($error)];
    }
}

// ---- A case ----

function input_of(string $text): ?string
{
    if (!preg_match('~^file:(.*?)(?:#(\d+))?$~Ds', $text, $found)) {
        return $text === '-' ? null : $text;
    }
    $bytes = file_get_contents($found[1]);
    return isset($found[2]) ? lines_of($bytes)[(int) $found[2] - 1] : $bytes;
}

/** @return list<string> */
function lines_of(string $bytes): array
{
    $lines = explode("\n", $bytes);
    if (end($lines) === '') {
        array_pop($lines);
    }
    return $lines;
}

final class One
{
    public readonly string $id;
    public readonly string $operation;
    public readonly string $language;
    public readonly array $inputs;
    public ?Rubric $rubric = null;
    private readonly string $rubricName;
    /** @var list<array{string, string}> */
    private readonly array $options;
    private ?Bontot\Reference $reference = null;

    public function __construct(string $text)
    {
        $fields = explode("\t", $text);
        [$this->id, $this->operation, $this->rubricName, $this->language, $options] = $fields;
        $pairs = $options === '-' ? [] : explode(';', $options);
        $this->options = array_map(fn ($pair) => explode('=', $pair, 2), $pairs);
        $this->inputs = array_map(input_of(...), array_slice($fields, 5));
    }

    public function prepare(): void
    {
        if ($this->rubricName !== '-') {
            $this->rubric = $this->load($this->rubricName);
        }
        $reference = $this->option('reference');
        if ($reference !== null) {
            $this->reference = $this->rubric->reference(input_of($reference), $this->language);
        }
    }

    public function load(string $name): Rubric
    {
        return str_starts_with($name, 'file:')
            ? Rubric::fromJson(input_of($name), $this->language)
            : Rubric::builtin($name, $this->language);
    }

    /** @return list<string> */
    public function all(string $name): array
    {
        return array_column(array_filter($this->options, fn ($pair) => $pair[0] === $name), 1);
    }

    public function option(string $name): ?string
    {
        return $this->all($name)[0] ?? null;
    }

    public function has(string $name): bool
    {
        return $this->all($name) !== [];
    }

    public function reference(): ?Bontot\Reference
    {
        return $this->reference;
    }

    /** How dossiers are read. */
    public function reading(): array
    {
        return [
            'language' => $this->language,
            'allowOtherRubric' => $this->has('other_rubric'),
            'reference' => $this->reference,
            'trust' => $this->option('trust') ?? 'all',
        ];
    }

    public function evaluate(string|Dossier $source, ?Rubric $rubric = null, string $role = 'as_of'): Bontot\Result
    {
        return ($rubric ?? $this->rubric)->evaluate($source, ...[...$this->reading(), 'asOf' => $this->option($role)]);
    }

    /** Writes something as the case asks. */
    public function write(object $told): string
    {
        return match ($this->option('format') ?? 'json') {
            'text' => $told->toText($this->language, $this->has('colour')),
            'summary' => $told->toSummary(),
            default => $told->toJson($this->language),
        };
    }
}

// ---- The operations ----

function rubric_lines(One $one): string
{
    $rubric = $one->rubric;
    $told = line('rubric', $rubric->id, $rubric->version, $rubric->label, $rubric->labelEn);
    foreach ($rubric->facts as $fact) {
        $told .= line('fact', $fact->slot, $fact->id, $fact->type, $fact->label, $fact->labelEn);
    }
    foreach (['role' => $rubric->roles, 'grade' => $rubric->grades] as $word => $all) {
        foreach ($all as $each) {
            $told .= line($word, $each->id, $each->label, $each->labelEn);
        }
    }
    foreach ($rubric->nodes as $node) {
        $told .= line('node', $node->id, $node->parent);
    }
    return $told;
}

function node_line(Node $node): string
{
    $good = $node->good === null ? 'open' : yes_no($node->good);
    // The library's own reason says in one sentence what the JSON has as reason and notes.
    $reason = implode('; ', array_filter([$node->reason, ...$node->notes], fn ($each) => $each !== ''));
    return line(
        'node',
        $node->id,
        $node->parent,
        $node->label,
        $node->kind,
        $node->state,
        $node->hasGood ? $good : '-',
        $node->points,
        $node->possible,
        $node->max,
        $reason,
    );
}

function figures(One $one): string
{
    $result = $one->evaluate($one->inputs[0]);
    $total = $result->total;
    $told = line('total', $total->points, $total->possible, $total->max, $result->completeness);
    $grade = $result->grade;
    $told .= line('grade', $grade->id, $grade->label, $result->gradePossible, yes_no($result->byException));
    $told .= line('as_of', $result->asOf);
    foreach ($result->reachable as $id) {
        $told .= line('reachable', $id);
    }
    $told .= implode('', array_map(node_line(...), $result->nodes()));
    foreach ($result->checks as $check) {
        $told .= line('check', $check->id, $check->outcome, $check->severity, $check->text);
    }
    return $told;
}

function many(One $one): string
{
    $told = '';
    foreach (lines_of($one->inputs[0]) as $index => $text) {
        $told .= line($index + 1, ...outcome(fn () => $one->write($one->evaluate($text))));
    }
    return $told;
}

function compare_two(One $one): string
{
    $after = $one->has('after') ? $one->load($one->option('after')) : $one->rubric;
    $saved = fn (Bontot\Result $result) => $one->has('saved') ? $result->toJson() : $result;
    $old = $one->evaluate($one->inputs[0]);
    $young = $one->evaluate($one->inputs[1], $after, 'after_as_of');
    return $one->write(Bontot\compare($saved($old), $saved($young), $one->language));
}

function path_of(One $one): string
{
    $settings = [...$one->reading(), 'to' => $one->option('to'), 'asOf' => $one->option('as_of')];
    return $one->write($one->rubric->path($one->inputs[0], ...$settings));
}

function ranked(One $one): string
{
    $cohort = new Cohort($one->rubric);
    foreach (lines_of($one->inputs[0]) as $text) {
        $result = $one->evaluate($text);
        $cohort->add($one->has('saved') ? $result->toJson() : $result, $one->language);
    }
    return $one->write($cohort->rank($one->all('raise'), $one->has('raise_everywhere'), $one->language));
}

/** What became of the last dossier of a difference, to be written as the case asks. */
final readonly class Last
{
    public function __construct(private RubricDiff $diff)
    {
    }

    public function toJson(string $language): string
    {
        return $this->diff->lastToJson($language);
    }

    public function toText(string $language, bool $colour): string
    {
        return $this->diff->lastToText($language, $colour);
    }
}

function difference(One $one): string
{
    $after = $one->load($one->option('after'));
    $diff = new RubricDiff($one->rubric, $after, $one->language, $one->option('trust') ?? 'all');
    $told = '';
    foreach (lines_of($one->inputs[0]) as $index => $text) {
        try {
            $told .= line($index + 1, $diff->add($text, $one->language), $one->write(new Last($diff)));
        } catch (InputException $error) {
            $told .= line($index + 1, $diff->refusedBy(), error_lines($error));
        }
    }
    return $told . line(...array_values($diff->counts())) . $one->write($diff);
}

/** The idiom asks the rubric for a fact's type; the corpus asks for the setter of one type. */
function set_by_slot(string $name, Dossier $dossier, string $fact, string $text, One $one): void
{
    $slot = ($one->rubric->facts[$fact] ?? null)?->slot ?? Constants::BONTOT_NONE;
    $dossier->handle()->use(fn (CData $given) => Call::status($name, [$given, $slot, ...Call::sized($text)]));
}

function step(Dossier $dossier, string $step, One $one): void
{
    [$verb, $rest] = explode(' ', $step, 2) + ['', ''];
    [$first, $last] = explode(' ', $rest, 2) + ['', ''];
    match ($verb) {
        'unit' => $dossier->setUnit($first, $last),
        'period' => $dossier->setPeriod($first, $last),
        'set' => $dossier->setTyped($first, $last),
        'number' => $dossier->setNumber($first, ...array_map(intval(...), explode(' ', $last))),
        'boolean' => $dossier->set($first, $last === 'true'),
        'text' => set_by_slot('bontot_dossier_set_text', $dossier, $first, $last, $one),
        'date' => set_by_slot('bontot_dossier_set_date', $dossier, $first, $last, $one),
        'clear' => $dossier->clear($first),
        'apply' => $dossier->apply($one->reference()),
        default => piece($dossier, $verb, $rest),
    };
}

function build(One $one): string
{
    $dossier = $one->rubric->dossier($one->option('trust') ?? 'all', $one->language);
    foreach (explode(';', $one->inputs[0]) as $step) {
        step($dossier, $step, $one);
    }
    return $one->write($one->evaluate($dossier));
}

/** A cell as a value of PHP; a number is coefficient / 10 ** scale. */
function cell(string $text, string $type, int $scale): mixed
{
    return match (true) {
        $text === '' => null,
        $type === 'number' => decimal($text, $scale),
        $type === 'boolean' => $text === 'true',
        default => $text,
    };
}

function table_of(string $text): array
{
    $lines = lines_of($text);
    $rows = array_map(fn ($row) => explode(',', $row), array_slice($lines, 1));
    $columns = [];
    foreach (explode(',', $lines[0]) as $place => $head) {
        [$fact, $type, $scale] = [...explode(':', $head), '0'];
        $columns[$fact] = array_map(fn ($row) => cell($row[$place] ?? '', $type, (int) $scale), $rows);
    }
    return $columns;
}

function columns(One $one): string
{
    $results = Bontot\evaluateColumns(
        $one->rubric,
        table_of($one->inputs[0]),
        scale: (int) ($one->option('scale') ?? 12),
        period: $one->has('period') ? explode('/', $one->option('period')) : null,
        language: $one->language,
    );
    $told = '';
    $grade = fn (int $index) => $index < 0 ? '-' : $results->grades[$index];
    foreach ($results->status as $row => $status) {
        $fields = [$status, $results->points[$row], $results->possible[$row], $results->completeness[$row]];
        array_push($fields, $grade($results->grade[$row]), $grade($results->gradePossible[$row]));
        foreach ($results->nodes as $node) {
            array_push($fields, $node['points'][$row], $node['possible'][$row]);
        }
        $told .= line(...$fields);
    }
    foreach ($results->errors as $error) {
        $told .= line('error', $error->row, $error->code, $error->message, $error->messageEn);
    }
    return $told . line('wrong', $results->wrongRows);
}

function tested(One $one): string
{
    $report = $one->rubric->test($one->language);
    return line($report->failed) . $report->text;
}

/** The idiom gives findings as values; the corpus asks for the JSON that they are read from. */
function lint_json(One $one): string
{
    $given = [...Call::sized($one->inputs[0]), null];
    $lint = $one->rubric->handle()->use(
        fn (CData $rubric) => Bontot\Handle::madeBy('lint', 'bontot_rubric_lint', [$rubric, ...$given], $one->language),
    );
    return $lint->useOnce(fn (CData $found) => Options::lend(
        fn (CData $options) => Call::written('bontot_lint_write', [$found, $options], $one->language),
        language: $one->language,
    ));
}

function operation(One $one): string
{
    return match ($one->operation) {
        'builtins' => implode('', array_map(line(...), Rubric::builtins())),
        'rubric' => rubric_lines($one),
        'describe' => $one->rubric->describe($one->language),
        'template' => $one->rubric->template($one->language),
        'test' => tested($one),
        'lint' => lint_json($one),
        'evaluate' => $one->write($one->evaluate($one->inputs[0])),
        'figures' => figures($one),
        'named' => Bontot\rubricIdOf($one->inputs[0], $one->language),
        'many' => many($one),
        'compare' => compare_two($one),
        'path' => path_of($one),
        'rank' => ranked($one),
        'diff' => difference($one),
        'feel' => Bontot\feel($one->inputs[0], $one->inputs[1], $one->language),
        'build', 'assemble' => build($one),
        'columns' => columns($one),
    };
}

foreach (lines_of(file_get_contents($argv[1])) as $text) {
    if (str_starts_with($text, '#')) {
        continue;
    }
    $one = new One($text);
    [$status, $output] = outcome(function () use ($one) {
        $one->prepare();
        return operation($one);
    });
    echo "$one->id\t$status\t" . field($output) . "\n";
}
