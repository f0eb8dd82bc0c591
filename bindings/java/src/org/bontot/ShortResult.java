// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A result of others that feeds a rubric, in short.
 *
 * @param grade the id of the grade, or ""
 */
public record ShortResult(
        String unitId, String rubricId, Optional<Days> period, String grade, Optional<BigDecimal> points) {
}
