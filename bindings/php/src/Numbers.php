<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** Exact numbers on their way into the library. For this package alone. */
final class Numbers
{
    private const WRITTEN = '~^(-?)(\d+)(?:\.(\d+))?$~D';

    /** Returns a number as the library takes it. */
    public static function from(int|string|float $value): CData
    {
        if (is_float($value)) {
            Json::stringify($value); // says what is wrong with it
        }
        if (!preg_match(self::WRITTEN, (string) $value, $found)) {
            throw new \TypeError("'$value' is not a number such as '-12.5'");
        }
        $digits = $found[1] . $found[2] . ($found[3] ?? '');
        $coefficient = filter_var(preg_replace('~^(-?)0+(?=\d)~', '$1', $digits), FILTER_VALIDATE_INT);
        if ($coefficient === false && ltrim($digits, '-0') !== '') {
            throw new NoFitException("$value has more digits than fit 64 bits");
        }
        return self::of((int) $coefficient, strlen($found[3] ?? ''));
    }

    /** Returns coefficient / 10 ** scale as the library takes it. */
    public static function of(int $coefficient, int $scale): CData
    {
        $number = Library::get()->new('bontot_number');
        $number->coefficient = $coefficient;
        $number->scale = $scale;
        return $number;
    }

    /** Returns the address of a number that lives on; null where there is none. */
    public static function address(?CData $number): ?CData
    {
        return $number === null ? null : \FFI::addr($number);
    }
}
