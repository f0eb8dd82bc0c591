<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** What became of the examples of a rubric. */
final readonly class ExampleReport
{
    public function __construct(
        /** How many did not give what they expect. */
        public int $failed,
        /** A line for each, and what differs. */
        public string $text,
    ) {
    }
}

/** One published scoring sheet, compiled. Made by builtin, fromJson or fromFile. */
final class Rubric extends Closing
{
    public readonly string $id;
    public readonly string $version;
    /** In Vietnamese. */
    public readonly string $label;
    public readonly string $labelEn;
    /** @var array<string, Fact> by id, in the order of the slots */
    public readonly array $facts;
    /** @var list<Labelled> in order of precedence: the mark of the last one counts */
    public readonly array $roles;
    /** @var list<Labelled> best first */
    public readonly array $grades;
    /** @var list<RubricNode> criteria and indicators, each before those below it */
    public readonly array $nodes;

    private function __construct(Handle $handle)
    {
        $this->own($handle);
        $handle->use(function (CData $rubric) {
            $this->id = Call::borrowed('bontot_rubric_id', $rubric);
            $this->version = Call::borrowed('bontot_rubric_version', $rubric);
            $this->label = Call::borrowed('bontot_rubric_label', $rubric, Constants::BONTOT_VI);
            $this->labelEn = Call::borrowed('bontot_rubric_label', $rubric, Constants::BONTOT_EN);
            $asked = new Introspection($rubric);
            $this->facts = array_column($asked->facts(), null, 'id');
            $this->roles = $asked->roles();
            $this->grades = $asked->grades();
            $this->nodes = $asked->nodes();
        });
    }

    /**
     * Returns the ids of the rubrics that the library carries.
     *
     * @return list<string>
     */
    public static function builtins(): array
    {
        $library = Library::get();
        $ids = [];
        for ($index = 0, $count = $library->bontot_builtin_count(); $index < $count; ++$index) {
            $ids[] = $library->bontot_builtin_id($index);
        }
        return $ids;
    }

    /** Returns a rubric that the library carries. */
    public static function builtin(string $id, string $language = 'vi'): self
    {
        if (str_contains($id, "\0")) {
            throw new NotFoundException('the id of a built-in rubric has no zero bytes');
        }
        return new self(Handle::madeBy('rubric', 'bontot_rubric_builtin', [$id, null], $language));
    }

    /** Reads a rubric from JSON text (format bontot-rubric/1). Throws an InputException with all that is wrong. */
    public static function fromJson(
        string $text,
        string $language = 'vi',
        ?int $sizeLimit = null,
        ?int $depthLimit = null,
    ): self {
        return Options::lend(
            fn (CData $options) => new self(
                Handle::madeBy('rubric', 'bontot_rubric_load', [...Call::sized($text), $options], $language),
            ),
            sizeLimit: $sizeLimit,
            depthLimit: $depthLimit,
        );
    }

    /** Reads a rubric from a JSON file. */
    public static function fromFile(\SplFileInfo $file, string $language = 'vi'): self
    {
        return Sources::errorsOf($file, fn () => self::fromJson(Sources::text($file), $language));
    }

    /** Returns the label in a language. */
    public function labelIn(string $language): string
    {
        return Call::language($language) === Constants::BONTOT_EN ? $this->labelEn : $this->label;
    }

    /** Returns all that the rubric says of itself. */
    public function details(): RubricDetails
    {
        return $this->handle()->use(fn (CData $rubric) => (new Introspection($rubric))->details());
    }

    /** Makes a reference that says nothing, to be filled. */
    public function newReference(): Reference
    {
        return new Reference($this->handle()->use(
            fn (CData $rubric) => Handle::madeBy('reference', 'bontot_reference_new', [$rubric, null]),
        ), $this);
    }

    /** Reads what a committee gives for its units (format bontot-reference/1). */
    public function reference(array|string|\SplFileInfo $source, string $language = 'vi'): Reference
    {
        $text = Call::sized(Sources::text($source));
        return Sources::errorsOf($source, fn () => $this->handle()->use(
            fn (CData $rubric) => new Reference(
                Handle::madeBy('reference', 'bontot_reference_load', [$rubric, ...$text, null], $language),
                $this,
            ),
        ));
    }

    /** Evaluates the rubric's examples. */
    public function test(string $language = 'vi'): ExampleReport
    {
        $failed = Library::get()->new('size_t');
        $text = $this->handle()->use(fn (CData $rubric) => Options::lend(
            fn (CData $options) => Call::written('bontot_rubric_test', [\FFI::addr($failed), $rubric, $options], $language),
            language: $language,
        ));
        return new ExampleReport($failed->cdata, $text);
    }

    /**
     * Looks for faults: maxima that do not add up, grades that nobody can have, steps with gaps.
     *
     * `$text`, the JSON that the rubric was read from or its file, gives the findings lines and columns.
     *
     * @return list<LintFinding>
     */
    public function lint(string|\SplFileInfo|null $text = null, string $language = 'vi'): array
    {
        $source = Call::sized($text === null ? null : Sources::text($text));
        $handle = $this->handle()->use(
            fn (CData $rubric) => Handle::madeBy('lint', 'bontot_rubric_lint', [$rubric, ...$source, null], $language),
        );
        return LintFinding::all($handle, $language);
    }

    /** Makes an empty dossier, of which every fact is unknown. */
    public function dossier(string $trust = 'all', string $language = 'vi'): Dossier
    {
        return $this->made('bontot_dossier_new', [], $language, ['trust' => $trust]);
    }

    /** Reads a dossier (format bontot-dossier/1), to be evaluated, changed, or asked for a path. */
    public function read(
        array|string|\SplFileInfo $source,
        string $language = 'vi',
        bool $allowOtherRubric = false,
        ?Reference $reference = null,
        string $trust = 'all',
        ?int $sizeLimit = null,
    ): Dossier {
        $settings = compact('allowOtherRubric', 'reference', 'trust', 'sizeLimit');
        $text = Call::sized(Sources::text($source));
        return Sources::errorsOf(
            $source,
            fn () => $this->made('bontot_dossier_load', $text, $language, $settings),
        );
    }

    private function made(string $maker, array $given, string $language, array $settings): Dossier
    {
        $handle = $this->handle()->use(fn (CData $rubric) => Options::lend(
            fn (CData $options) => Handle::madeBy('dossier', $maker, [$rubric, ...$given, $options], $language),
            ...[...$settings, 'language' => $language],
        ));
        return new Dossier($handle, $this);
    }

    /**
     * Scores a dossier (format bontot-dossier/1): an array, JSON text, a file, or a Dossier, which is
     * scored as it was read. `$asOf` is the last role whose marks count; null: every role's.
     *
     * Throws an InputException with everything that is wrong with it.
     */
    public function evaluate(
        array|string|\SplFileInfo|Dossier $source,
        string $language = 'vi',
        bool $allowOtherRubric = false,
        ?Reference $reference = null,
        string $trust = 'all',
        ?string $asOf = null,
        ?int $sizeLimit = null,
    ): Result {
        $settings = compact('language', 'allowOtherRubric', 'reference', 'trust', 'sizeLimit');
        $result = Handle::madeBy('result', 'bontot_result_new', [null], $language);
        $this->lent($source, $settings, fn (CData $dossier) => $result->use(
            fn (CData $room) => $asOf === null
                ? Call::status('bontot_evaluate', [$room, $dossier], $language)
                : Call::status('bontot_evaluate_as_of', [$room, $dossier, ...Call::sized($asOf)], $language),
        ));
        return new Result($result, $language);
    }

    /** Finds what a unit has to change to reach a grade; null: the next better one than it has. */
    public function path(
        array|string|\SplFileInfo|Dossier $source,
        ?string $to = null,
        string $language = 'vi',
        bool $allowOtherRubric = false,
        ?Reference $reference = null,
        string $trust = 'all',
        ?string $asOf = null,
        ?int $sizeLimit = null,
    ): Path {
        $settings = compact('language', 'allowOtherRubric', 'reference', 'trust', 'sizeLimit');
        $given = [...Call::sized($to), ...Call::sized($asOf), null];
        return new Path($this->lent(
            $source,
            $settings,
            fn (CData $dossier) => Handle::madeBy('path', 'bontot_path_to', [$dossier, ...$given], $language),
        ), $language);
    }

    /** Lends a dossier to an action: one that is there, or one that is read for it. */
    private function lent(array|string|\SplFileInfo|Dossier $source, array $settings, callable $action): mixed
    {
        return $source instanceof Dossier
            ? $source->handle()->use($action)
            : $this->read($source, ...$settings)->handle()->useOnce($action);
    }

    /** Returns an empty dossier as JSON: every fact is null, and stands in "guide" with label, type and range. */
    public function template(string $language = 'vi'): string
    {
        return $this->written('bontot_rubric_template', $language);
    }

    /** Returns the rubric as text for people: criteria, lines, how each is scored, gates, grades, checks. */
    public function describe(string $language = 'vi'): string
    {
        return $this->written('bontot_rubric_describe', $language);
    }

    private function written(string $maker, string $language): string
    {
        return $this->handle()->use(fn (CData $rubric) => Options::lend(
            fn (CData $options) => Call::written($maker, [$rubric, $options], $language),
            language: $language,
        ));
    }
}
