<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** Names and their values, for expressions. */
final class Names extends Closing
{
    public function __construct()
    {
        $this->own(Handle::madeBy('names', 'bontot_names_new', [null]));
    }

    private function call(string $name, array $given, string $language): self
    {
        $this->handle()->use(fn (CData $names) => Call::status($name, [$names, ...$given], $language));
        return $this;
    }

    /** Sets a name to a whole number, a boolean, a text, or null, which is unknown. */
    public function set(string $name, int|bool|string|null $value, string $language = 'vi'): self
    {
        return match (true) {
            $value === null => $this->call('bontot_names_set_unknown', Call::sized($name), $language),
            is_bool($value) => $this->call('bontot_names_set_boolean', [...Call::sized($name), (int) $value], $language),
            is_int($value) => $this->setNumber($name, $value, $language),
            default => $this->call('bontot_names_set_text', [...Call::sized($name), ...Call::sized($value)], $language),
        };
    }

    /** Sets a name to a number that is written as text, such as "0.93". */
    public function setNumber(string $name, int|string|float $number, string $language = 'vi'): self
    {
        return $this->call('bontot_names_set_number', [...Call::sized($name), Numbers::from($number)], $language);
    }

    /** Sets a name to a day, such as "2026-12-31". */
    public function setDate(string $name, string $day, string $language = 'vi'): self
    {
        return $this->call('bontot_names_set_date', [...Call::sized($name), ...Call::sized($day)], $language);
    }

    /** Sets a name to the value of an expression over the names so far: a list, a context, any value that FEEL has. */
    public function setExpression(string $name, string $expression, string $language = 'vi'): self
    {
        $given = [...Call::sized($name), ...Call::sized($expression)];
        return $this->call('bontot_names_set_expression', $given, $language);
    }

    /** Evaluates an expression, and returns its value as text. */
    public function evaluate(string $expression, string $language = 'vi'): string
    {
        return $this->handle()->use(fn (CData $names) => Options::lend(
            fn (CData $options) => Call::written(
                'bontot_names_evaluate',
                [$names, ...Call::sized($expression), $options],
                $language,
            ),
            language: $language,
        ));
    }
}
