// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import org.bontot.ffi.Structs;

/** Decimals as the library takes them: a coefficient of 64 bits, and how many digits are behind the point. */
final class Numbers {
    private Numbers() {
    }

    static boolean fits(BigDecimal number) {
        return whole(number).unscaledValue().bitLength() < Long.SIZE;
    }

    /** Returns a number that is passed itself. Throws NoFitException. */
    static Structs.Number.ByValue of(BigDecimal number) {
        return filled(new Structs.Number.ByValue(), number);
    }

    /** Returns a number whose address is passed. Throws NoFitException. */
    static Structs.Number at(BigDecimal number) {
        return filled(new Structs.Number(), number);
    }

    private static <N extends Structs.Number> N filled(N made, BigDecimal number) {
        if (!fits(number)) {
            throw new NoFitException(number + " has more digits than fit here");
        }
        made.coefficient = whole(number).unscaledValue().longValueExact();
        made.scale = whole(number).scale();
        return made;
    }

    private static BigDecimal whole(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
