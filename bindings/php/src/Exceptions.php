<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

/** One thing that is wrong with a text, and where. */
final readonly class ErrorEntry
{
    public function __construct(
        /** Stable, such as "dossier_out_of_range". */
        public string $code,
        /** The sentence in Vietnamese. */
        public string $message,
        /** The sentence in English. */
        public string $messageEn,
        /** The place as a JSON Pointer; "" is the whole text. */
        public string $pointer,
        /** The place in bytes, from 0. */
        public int $offset = 0,
        /** From 1; 0 when there is no text, as with a dossier given as an array. */
        public int $line = 0,
        /** In code points, from 1; 0 when there is no text. */
        public int $column = 0,
        /** The column within a FEEL expression, from 1; 0 when it is about none. */
        public int $expressionColumn = 0,
    ) {
    }

    /** Returns one line: source:line:column, the pointer and [expression column], the sentence. */
    public function describe(string $language = 'vi', string $source = ''): string
    {
        $places = $source === '' ? [] : [$source];
        if ($this->line > 0) {
            $places[] = "$this->line:$this->column";
        }
        $place = implode(':', $places);
        if ($this->pointer !== '') {
            $place .= ($place === '' ? '' : ' ') . $this->pointer;
            $place .= $this->expressionColumn > 0 ? " [$this->expressionColumn]" : '';
        }
        $sentence = $language === 'en' ? $this->messageEn : $this->message;
        return $place === '' ? $sentence : "$place: $sentence";
    }

    /** Returns the entry for one who never saw the text: its pointer alone tells the place. */
    public function withoutText(): self
    {
        return new self(
            $this->code,
            $this->message,
            $this->messageEn,
            $this->pointer,
            expressionColumn: $this->expressionColumn,
        );
    }

    /** Returns the entry with a pointer that begins with something more. */
    public function below(string $pointer): self
    {
        $said = get_object_vars($this);
        $said['pointer'] = $pointer . $this->pointer;
        return new self(...$said);
    }
}

/** What the library reports: its message has every entry on a line of its own, in the language of the call. */
class BontotException extends \RuntimeException
{
    /** @param list<ErrorEntry> $entries everything that is wrong, in the order of the text */
    final public function __construct(
        /** What happened, when there are no entries. */
        public readonly string $what,
        public readonly array $entries = [],
        public readonly string $language = 'vi',
        /** The path of the file with the errors, if it was one. */
        public readonly string $source = '',
    ) {
        $lines = array_map(fn (ErrorEntry $entry) => $entry->describe($language, $source), $entries);
        parent::__construct($lines === [] ? $what : implode("\n", $lines));
    }
}

/** A rubric, dossier or expression has errors. */
final class InputException extends BontotException
{
}

/** There is nothing of that name. */
final class NotFoundException extends BontotException
{
}

/** A wrong argument, or an object that is closed. */
final class MisuseException extends BontotException
{
}

/** Memory is out. */
final class OutOfMemoryException extends BontotException
{
}

/** A value does not fit where it should go. */
final class NoFitException extends BontotException
{
}

/** A fault of the library: please report it. */
final class InternalException extends BontotException
{
}

/** A function of the caller's said to stop, and nothing is scored any more. */
final class CancelledException extends BontotException
{
}

/** The library cannot be found or loaded, or is of another version. */
final class LibraryException extends BontotException
{
}
