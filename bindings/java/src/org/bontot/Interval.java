// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;

/**
 * Points as an interval, exact as the rubric's points are.
 *
 * @param points what is sure, whatever is missing
 * @param possible what can be reached with what is missing
 * @param max the printed maximum
 */
public record Interval(BigDecimal points, BigDecimal possible, BigDecimal max) {
    static Interval of(Said said) {
        return new Interval(said.number("points"), said.number("possible"), said.number("max"));
    }
}
