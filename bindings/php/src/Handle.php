<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/**
 * Owns one object of the library, or nothing yet; frees it once, whatever happens.
 *
 * Whatever the library hands over is stored in a handle before the call returns. For this package alone.
 */
final class Handle
{
    /** What frees each kind of handle. */
    private const FREE = [
        'error' => 'bontot_error_free',
        'options' => 'bontot_options_free',
        'text' => 'bontot_text_free',
        'rubric' => 'bontot_rubric_free',
        'reference' => 'bontot_reference_free',
        'dossier' => 'bontot_dossier_free',
        'result' => 'bontot_result_free',
        'lines' => 'bontot_lines_free',
        'report' => 'bontot_report_free',
        'summary' => 'bontot_summary_free',
        'comparison' => 'bontot_comparison_free',
        'cohort' => 'bontot_cohort_free',
        'ranking' => 'bontot_ranking_free',
        'lint' => 'bontot_lint_free',
        'diff' => 'bontot_diff_free',
        'path' => 'bontot_path_free',
        'names' => 'bontot_names_free',
    ];

    /** What some are called in a sentence. */
    private const WORDS = [
        'lines' => 'reader of lines',
        'lint' => 'list of findings',
        'names' => 'set of names',
        'options' => 'options object',
    ];

    private \FFI $library;
    private CData $pointer;
    private int $users = 0;
    private bool $isClosing = false;

    public function __construct(private readonly string $noun)
    {
        $this->library = Library::get();
        $this->pointer = $this->library->new("bontot_$noun*");
    }

    /** Calls a function that makes such an object. */
    public static function madeBy(string $noun, string $maker, array $inputs, string $language = 'vi'): self
    {
        $handle = new self($noun);
        Call::status($maker, [$handle->slot(), ...$inputs], $language);
        return $handle;
    }

    /** Returns where the library stores the object. */
    public function slot(): CData
    {
        return \FFI::addr($this->pointer);
    }

    public function isOpen(): bool
    {
        return !$this->isClosing && !\FFI::isNull($this->pointer);
    }

    /**
     * Lends the pointer to an action, and returns what that returns.
     *
     * @template T
     * @param callable(CData): T $action
     * @return T
     */
    public function use(callable $action): mixed
    {
        if (!$this->isOpen()) {
            throw new MisuseException('this ' . (self::WORDS[$this->noun] ?? $this->noun) . ' is closed');
        }
        ++$this->users;
        try {
            return $action($this->pointer);
        } finally {
            --$this->users;
            $this->freeWhenUnused();
        }
    }

    /** Likewise, and closes it after that. */
    public function useOnce(callable $action): mixed
    {
        try {
            return $this->use($action);
        } finally {
            $this->close();
        }
    }

    /** Frees the object, once nothing uses it any more; more than once does nothing. */
    public function close(): void
    {
        $this->isClosing = true;
        $this->freeWhenUnused();
    }

    private function freeWhenUnused(): void
    {
        if (!$this->isClosing || $this->users > 0 || \FFI::isNull($this->pointer)) {
            return;
        }
        $pointer = $this->pointer;
        $this->pointer = $this->library->new("bontot_$this->noun*");
        $this->library->{self::FREE[$this->noun]}($pointer);
    }

    public function __destruct()
    {
        // A constructor that failed leaves no pointer.
        if (isset($this->pointer)) {
            $this->close();
        }
    }

    /** It cannot be copied: private, so that there never is a copy that frees the object as well. */
    private function __clone()
    {
    }

    public function __serialize(): array
    {
        throw new \LogicException("a $this->noun cannot be serialized: the library owns it");
    }
}

/** Calls that fill or read handles. For this package alone. */
final class Call
{
    private const LANGUAGES = ['vi' => Constants::BONTOT_VI, 'en' => Constants::BONTOT_EN];

    private const EXCEPTIONS = [
        Constants::BONTOT_BAD_INPUT => InputException::class,
        Constants::BONTOT_NOT_FOUND => NotFoundException::class,
        Constants::BONTOT_MISUSE => MisuseException::class,
        Constants::BONTOT_NO_MEMORY => OutOfMemoryException::class,
        Constants::BONTOT_NO_FIT => NoFitException::class,
        Constants::BONTOT_INTERNAL => InternalException::class,
        Constants::BONTOT_CANCELLED => CancelledException::class,
    ];

    /** Returns what the library calls a language. */
    public static function language(string $language): int
    {
        return self::LANGUAGES[$language]
            ?? throw new MisuseException("the language is 'vi' or 'en', not '$language'");
    }

    /** Calls a function that returns a status, and takes an error last. Throws the exception of that status. */
    public static function status(string $name, array $given, string $language = 'vi'): void
    {
        $report = new Handle('error');
        try {
            $status = Library::get()->$name(...[...$given, $report->slot()]);
            if ($status !== Constants::BONTOT_OK) {
                self::fail($name, $status, $report->isOpen() ? $report->use(self::entries(...)) : [], $language);
            }
        } finally {
            $report->close();
        }
    }

    /** Calls a function that returns a status alone. */
    public static function plain(string $name, mixed ...$given): void
    {
        $status = Library::get()->$name(...$given);
        if ($status !== Constants::BONTOT_OK) {
            self::fail($name, $status, [], 'vi');
        }
    }

    private static function fail(string $name, int $status, array $entries, string $language): never
    {
        $class = self::EXCEPTIONS[$status] ?? InternalException::class;
        throw new $class("$name: " . Library::get()->bontot_status_name($status), $entries, $language);
    }

    /**
     * Returns copies of the entries of an error that is lent, or of the first ones.
     *
     * @return list<ErrorEntry>
     */
    public static function entries(CData $error, int $most = PHP_INT_MAX): array
    {
        $library = Library::get();
        $entries = [];
        for ($index = 0, $count = min($most, $library->bontot_error_count($error)); $index < $count; ++$index) {
            $entries[] = new ErrorEntry(
                $library->bontot_error_code($error, $index),
                $library->bontot_error_message($error, $index, Constants::BONTOT_VI),
                $library->bontot_error_message($error, $index, Constants::BONTOT_EN),
                $library->bontot_error_pointer($error, $index),
                $library->bontot_error_offset($error, $index),
                $library->bontot_error_line($error, $index),
                $library->bontot_error_column($error, $index),
                $library->bontot_error_expression_column($error, $index),
            );
        }
        return $entries;
    }

    /** Calls a function that lends text, and returns a copy, or null where there is none. */
    public static function borrowedOrNull(string $name, mixed ...$given): ?string
    {
        $length = Library::get()->new('size_t');
        $text = Library::get()->$name(...[...$given, \FFI::addr($length)]);
        return $text === null ? null : \FFI::string($text, $length->cdata);
    }

    /** Calls a function that lends text, and returns a copy. */
    public static function borrowed(string $name, mixed ...$given): string
    {
        return self::borrowedOrNull($name, ...$given) ?? throw new InternalException("$name: there is no text");
    }

    /** Calls a function that writes a figure or a date into room, and returns the text, or null: there is none. */
    public static function figureOrNull(string $name, mixed ...$given): ?string
    {
        $room = Library::get()->new('char[' . Constants::BONTOT_NUMBER_ROOM . ']');
        $status = Library::get()->$name(...[...$given, $room, \FFI::sizeof($room)]);
        if ($status === Constants::BONTOT_NOT_FOUND) {
            return null;
        }
        $status === Constants::BONTOT_OK || self::fail($name, $status, [], 'vi');
        return \FFI::string($room);
    }

    /** Calls a function that makes a text, and returns a copy. */
    public static function written(string $maker, array $inputs, string $language = 'vi'): string
    {
        $made = Handle::madeBy('text', $maker, $inputs, $language);
        return $made->useOnce(fn (CData $text) => self::borrowed('bontot_text_data', $text));
    }

    /**
     * Returns what a text is given as: the text and how many bytes it has.
     *
     * @return array{?string, int}
     */
    public static function sized(?string $text): array
    {
        return [$text, strlen($text ?? '')];
    }
}

/** How something is read or written. For this package alone. */
final class Options
{
    private const TRUST = ['all' => Constants::BONTOT_TRUST_ALL, 'committee' => Constants::BONTOT_TRUST_COMMITTEE];

    /**
     * Lends options to an action.
     *
     * @param iterable<string> $raised
     * @param ?array{string, string} $period
     */
    public static function lend(
        callable $action,
        string $language = 'vi',
        bool $colour = false,
        bool $allowOtherRubric = false,
        string $trust = 'all',
        ?Reference $reference = null,
        ?int $sizeLimit = null,
        ?int $depthLimit = null,
        ?string $asOf = null,
        iterable $raised = [],
        bool $raisedEverywhere = false,
        ?array $period = null,
    ): mixed {
        $believed = self::TRUST[$trust] ?? throw new MisuseException("trust is 'all' or 'committee', not '$trust'");
        $calls = [
            ['bontot_options_set_language', Call::language($language)],
            ['bontot_options_set_colour', (int) $colour],
            ['bontot_options_set_other_rubric', (int) $allowOtherRubric],
            ['bontot_options_set_trust', $believed],
            ['bontot_options_set_as_of', ...Call::sized($asOf ?? '')],
            ['bontot_options_raise_everywhere', (int) $raisedEverywhere],
            ...$sizeLimit === null ? [] : [['bontot_options_set_size_limit', $sizeLimit]],
            ...$depthLimit === null ? [] : [['bontot_options_set_depth_limit', $depthLimit]],
            ...$period === null ? [] : [['bontot_options_set_period', ...array_merge(...array_map(Call::sized(...), $period))]],
        ];
        foreach ($raised as $group) {
            $calls[] = ['bontot_options_raise_group', ...Call::sized($group)];
        }
        return self::made($calls, $reference, $action);
    }

    /** @param list<array{string, mixed}> $calls functions, and what they take behind the options */
    private static function made(array $calls, ?Reference $reference, callable $action): mixed
    {
        $made = new Handle('options');
        Call::plain('bontot_options_new', $made->slot());
        return $made->useOnce(function (CData $options) use ($calls, $reference, $action) {
            foreach ($calls as $call) {
                Call::plain($call[0], $options, ...array_slice($call, 1));
            }
            $reference?->handle()->use(
                fn (CData $given) => Call::plain('bontot_options_set_reference', $options, $given),
            );
            return $action($options);
        });
    }
}

/** Lends an object of PHP the `close` of the handle that it owns. */
abstract class Closing
{
    private Handle $owned;

    /** Takes the handle over. For this package alone. */
    final protected function own(Handle $handle): void
    {
        $this->owned = $handle;
    }

    /** Returns the handle. For this package alone. */
    final public function handle(): Handle
    {
        return $this->owned;
    }

    /** Frees what the library holds; more than once does nothing. The end of the object does it too. */
    final public function close(): void
    {
        $this->owned->close();
    }
}
