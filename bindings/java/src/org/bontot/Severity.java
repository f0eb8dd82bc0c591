// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** How grave a check or finding is. */
public enum Severity {
    INFO,
    WARNING,
    ERROR
}
