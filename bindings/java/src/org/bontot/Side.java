// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** One of two: what was before, what is after. */
public enum Side {
    BEFORE,
    AFTER
}
