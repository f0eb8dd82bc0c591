// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** Of which kind a criterion is. */
public enum CriterionKind {
    BASE,
    BONUS,
    PENALTY
}
