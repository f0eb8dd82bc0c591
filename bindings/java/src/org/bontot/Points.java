// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;

/**
 * Points as an interval.
 *
 * @param points what is sure, whatever is missing
 * @param possible what can be reached with what is missing
 */
public record Points(BigDecimal points, BigDecimal possible) {
    static Points of(Said said) {
        return new Points(said.number("points"), said.number("possible"));
    }
}
