// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** What is known of a condition. */
public enum Truth {
    NO,
    YES,
    /** It depends on what is missing. */
    OPEN
}
