// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import org.bontot.ffi.Constants;

/** The language of labels and sentences. */
public enum Language {
    /** Vietnamese. */
    VI(Constants.BONTOT_VI),
    /** English. */
    EN(Constants.BONTOT_EN);

    final int number;

    Language(int number) {
        this.number = number;
    }
}
