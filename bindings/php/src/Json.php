<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

/** JSON without loss: a number is text, never a float. */
final class Json
{
    private const DEEPEST = 100; // the library reads 64 levels, and says where there are more
    private const NUMBER = '~"(?:[^"\\\\]++|\\\\.)*+"(*SKIP)(*FAIL)|-?\d++(?:\.\d++)?+(?:[eE][+-]?\d++)?+~';

    /**
     * Returns the value of JSON text, as arrays; a number is a string, and an object without members is a
     * stdClass, so that it is written as it was read.
     *
     * @throws \JsonException
     */
    public static function parse(string $text): mixed
    {
        return self::asArrays(self::decode($text, false));
    }

    /** Likewise, with arrays alone. For this package alone. */
    public static function arrays(string $text): array
    {
        return self::decode($text, true);
    }

    private static function asArrays(mixed $value): mixed
    {
        $members = (array) $value;
        return match (true) {
            $value instanceof \stdClass && $members === [] => $value,
            $value instanceof \stdClass, is_array($value) => array_map(self::asArrays(...), $members),
            default => $value,
        };
    }

    private static function decode(string $text, bool $asArrays): mixed
    {
        $quoted = preg_replace(self::NUMBER, '"$0"', $text);
        if ($quoted === null) {
            throw new \JsonException('this text cannot be read: ' . preg_last_error_msg());
        }
        return json_decode($quoted, $asArrays, 512, JSON_THROW_ON_ERROR);
    }

    /**
     * Returns a value as JSON text, exactly.
     *
     * Takes arrays, stdClass (for an object that may be empty), strings, int, bool, null and whole numbers of GMP.
     *
     * @throws \TypeError for all else, float included; it says where, as a JSON Pointer
     */
    public static function stringify(mixed $value): string
    {
        return self::dump($value, []);
    }

    /** @param list<string|int> $path */
    private static function dump(mixed $value, array $path): string
    {
        if (count($path) > self::DEEPEST) {
            $place = self::pointer(array_slice($path, 0, 8));
            throw new \TypeError(sprintf('nested deeper than %d levels at %s...', self::DEEPEST, $place));
        }
        return match (true) {
            is_array($value) => self::dumpArray($value, $path),
            $value instanceof \stdClass => self::dumpMembers((array) $value, $path),
            is_string($value) => self::text($value, $path),
            is_int($value), is_bool($value), $value === null => json_encode($value),
            $value instanceof \GMP, $value instanceof \BcMath\Number => (string) $value,
            default => throw new \TypeError('at ' . self::pointer($path) . ': ' . self::refusal($value)),
        };
    }

    /** @param list<string|int> $path */
    private static function text(string $text, array $path): string
    {
        try {
            return json_encode($text, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
        } catch (\JsonException) {
            throw new \TypeError('at ' . self::pointer($path) . ': this text is not UTF-8');
        }
    }

    /** @param list<string|int> $path */
    private static function dumpArray(array $value, array $path): string
    {
        if (!array_is_list($value)) {
            return self::dumpMembers($value, $path);
        }
        $items = [];
        foreach ($value as $index => $each) {
            $items[] = self::dump($each, [...$path, $index]);
        }
        return '[' . implode(',', $items) . ']';
    }

    /** @param list<string|int> $path */
    private static function dumpMembers(array $value, array $path): string
    {
        $members = [];
        foreach ($value as $key => $each) {
            $members[] = self::text((string) $key, $path) . ':' . self::dump($each, [...$path, $key]);
        }
        return '{' . implode(',', $members) . '}';
    }

    private static function refusal(mixed $value): string
    {
        if (is_float($value)) {
            $written = var_export($value, true);
            return "$written is a float, a binary fraction, and scores are exact; write it as text, '$written'";
        }
        if ($value instanceof \DateTimeInterface) {
            return "a moment is another day elsewhere; write the day as text, '2026-12-31'";
        }
        return 'a value of type ' . get_debug_type($value) . ' cannot be written as JSON';
    }

    /** @param list<string|int> $path */
    private static function pointer(array $path): string
    {
        $parts = array_map(fn ($key) => '/' . str_replace(['~', '/'], ['~0', '~1'], (string) $key), $path);
        return $parts === [] ? '"" (the whole)' : implode('', $parts);
    }
}
