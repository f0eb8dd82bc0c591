<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** What results, comparisons, rankings and paths have in common: they can be written out. */
abstract class Told extends Closing
{
    /** The function of the library that writes the handle. */
    protected const WRITER = '';

    private string $text;
    private string $language;

    /** Writes the handle as JSON, and returns what it holds. */
    final protected function tell(Handle $handle, string $language): array
    {
        $this->own($handle);
        $this->language = $language;
        $this->text = $this->writtenAs(Constants::BONTOT_JSON, $language);
        return Json::arrays($this->text);
    }

    /** Takes over what was told of something that is not owned: `toText` throws, as if it was closed. */
    final protected function tellOnly(Handle $nothing, string $text, string $language): array
    {
        $this->own($nothing);
        [$this->language, $this->text] = [$language, $text];
        return Json::arrays($text);
    }

    /** Returns all of it as JSON in one line; its member "format" says in which format. */
    final public function toJson(): string
    {
        return $this->text;
    }

    /**
     * Returns what toJson() holds, as an array, to be looked at: a number is a string, an empty object a stdClass.
     * What is kept and given back is toJson().
     */
    final public function toArray(): array
    {
        return Json::parse($this->text);
    }

    /** Returns it as text for people, at most 100 columns wide; in colour for a terminal. */
    final public function toText(?string $language = null, bool $colour = false): string
    {
        return $this->writtenAs(Constants::BONTOT_TEXT, $language ?? $this->language, $colour);
    }

    final protected function writtenAs(int $format, string $language, bool $colour = false): string
    {
        return $this->handle()->use(fn (CData $content) => Options::lend(
            fn (CData $options) => Call::written(static::WRITER, [$content, $format, $options], $language),
            language: $language,
            colour: $colour,
        ));
    }

    /** Returns all nodes, each before those below it. */
    final protected static function walk(array $nodes): array
    {
        $found = [];
        foreach ($nodes as $node) {
            array_push($found, $node, ...self::walk($node->children));
        }
        return $found;
    }
}
