// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** What a fact is: in the order of the header. */
public enum FactType {
    NUMBER,
    BOOLEAN,
    TEXT,
    DATE,
    CHOICE
}
