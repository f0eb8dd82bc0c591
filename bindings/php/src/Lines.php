<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** What came of a line: its number, from 1, and either the result or the error. */
final readonly class LineOutcome
{
    public function __construct(public int $line, public ?Result $result, public ?InputException $error)
    {
    }
}

/**
 * Scores the lines of a text that comes piece by piece, and keeps what came of each until it is taken.
 *
 * toText() of such a result throws, as if it was closed.
 */
final class LineReader extends Closing
{
    private Inbox $inbox;

    /** @param ?callable(string): ?Rubric $find the rubric that a line names, by its id, or null: there is none */
    public function __construct(
        ?Rubric $rubric,
        ?callable $find = null,
        string $language = 'vi',
        bool $allowOtherRubric = false,
        ?Reference $reference = null,
        string $trust = 'all',
        ?string $asOf = null,
        ?int $sizeLimit = null,
        ?int $depthLimit = null,
    ) {
        $this->inbox = $inbox = new Inbox($language, $find);
        $make = fn (?CData $given, CData $options) => Handle::madeBy('lines', 'bontot_lines_new', [
            $given, $inbox->finder(), $inbox->take(...), null, $options,
        ], $language);
        $this->own(Options::lend(
            fn (CData $options) => $rubric === null
                ? $make(null, $options)
                : $rubric->handle()->use(fn (CData $given) => $make($given, $options)),
            ...compact('language', 'allowOtherRubric', 'reference', 'trust', 'asOf', 'sizeLimit', 'depthLimit'),
        ));
    }

    private function call(string $name, array $given): void
    {
        try {
            $this->handle()->use(
                fn (CData $lines) => Call::status($name, [$lines, ...$given], $this->inbox->language),
            );
        } catch (BontotException $error) {
            throw $this->inbox->thrown() ?? $error;
        }
    }

    /** Scores the lines that end in a piece, and keeps what is behind them. */
    public function feed(string $piece): void
    {
        $this->call('bontot_lines_feed', Call::sized($piece));
    }

    /** Scores the last line, if it has no line end, and ends the text. */
    public function end(): void
    {
        $this->call('bontot_lines_end', []);
    }

    /**
     * Returns what came of the lines since it was last asked.
     *
     * @return list<LineOutcome>
     */
    public function take(): array
    {
        return $this->inbox->emptied();
    }

    /** Returns how many lines were scored or had errors. */
    public function count(): int
    {
        return $this->handle()->use(fn (CData $lines) => Library::get()->bontot_lines_count($lines));
    }

    /** Returns how many lines had errors. */
    public function wrongCount(): int
    {
        return $this->handle()->use(fn (CData $lines) => Library::get()->bontot_lines_wrong_count($lines));
    }
}

/** Where the library puts what came of lines; nothing is thrown through it. For this package alone. */
final class Inbox
{
    private const GO_ON = 0;
    private const STOP = 1;

    /** @var list<LineOutcome> */
    private array $outcomes = [];
    private ?\Throwable $thrown = null;
    /** It is kept from being freed until the line is done. */
    private ?Rubric $found = null;

    public function __construct(public readonly string $language, private readonly mixed $find)
    {
    }

    /** Takes what came of a line. */
    public function take(?CData $payload, int $line, ?CData $result, ?CData $error): int
    {
        if ($this->thrown !== null) {
            return self::STOP;
        }
        try {
            $this->outcomes[] = new LineOutcome(
                $line,
                $result === null ? null : $this->copied($result),
                $error === null ? null : new InputException('a line has errors', Call::entries($error), $this->language),
            );
            return self::GO_ON;
        } catch (\Throwable $thrown) {
            $this->thrown = $thrown;
            return self::STOP;
        }
    }

    /** The library's result is good until the function returns; the copy owns none. */
    private function copied(CData $result): Result
    {
        return Result::ofLine($result, $this->language);
    }

    /** Returns what finds the rubric of a line, for the library. */
    public function finder(): ?\Closure
    {
        return $this->find === null ? null : function (?CData $payload, mixed $id, int $length): ?CData {
            try {
                $this->found = ($this->find)(is_string($id) ? $id : \FFI::string($id, $length));
                return $this->found?->handle()->use(fn (CData $rubric) => $rubric);
            } catch (\Throwable $thrown) {
                $this->thrown = $thrown;
                return null;
            }
        };
    }

    public function thrown(): ?\Throwable
    {
        [$thrown, $this->thrown] = [$this->thrown, null];
        return $thrown;
    }

    /** @return list<LineOutcome> */
    public function emptied(): array
    {
        [$outcomes, $this->outcomes] = [$this->outcomes, []];
        return $outcomes;
    }
}
