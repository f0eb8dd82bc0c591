// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** What a policy check came to. */
public enum Outcome {
    PASS,
    FAIL,
    /** It depends on what is missing. */
    UNKNOWN
}
