// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** What became of a criterion or indicator. */
public enum State {
    /** A gate or an option made it 0. */
    VOIDED,
    NOT_APPLICABLE,
    /** No step fits, or there is no value: people decide. */
    UNCOVERED,
    /** A fact or mark is missing. */
    UNKNOWN,
    /** Evidence is missing. */
    UNPROVEN,
    /** The most. */
    MET,
    /** The least. */
    UNMET,
    PARTLY
}
