<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

/**
 * What rubrics, dossiers and results are given as: text and files are told apart by type.
 *
 * For this package alone.
 */
final class Sources
{
    /** Returns the UTF-8 text of JSON that is given as an array, as text, or as a file. */
    public static function text(array|string|\SplFileInfo $source): string
    {
        if (is_array($source)) {
            return $source === [] ? '{}' : Json::stringify($source);
        }
        return is_string($source) ? $source : self::file($source);
    }

    /** Makes errors name the file; those of an array name no line, since nobody has seen its text. */
    public static function errorsOf(array|string|\SplFileInfo $source, callable $action): mixed
    {
        try {
            return $action();
        } catch (InputException $error) {
            if (is_string($source)) {
                throw $error;
            }
            $entries = $error->entries;
            if (is_array($source)) {
                $entries = array_map(fn (ErrorEntry $entry) => $entry->withoutText(), $entries);
            }
            $path = is_array($source) ? '' : $source->getPathname();
            throw new InputException($error->what, $entries, $error->language, $path);
        }
    }

    /** Returns a file piece by piece, or the pieces that are given. */
    public static function pieces(\SplFileInfo|iterable $lines): iterable
    {
        if (!$lines instanceof \SplFileInfo || $lines instanceof \Traversable) {
            yield from $lines;
            return;
        }
        $file = $lines->openFile('rb');
        while (!$file->eof()) {
            yield (string) $file->fread(65536);
        }
    }

    private static function file(\SplFileInfo $file): string
    {
        if (!$file->isFile() || !$file->isReadable()) {
            throw new \RuntimeException("{$file->getPathname()} is no file that can be read");
        }
        return file_get_contents($file->getPathname());
    }
}
