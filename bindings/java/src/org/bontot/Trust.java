// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import org.bontot.ffi.Constants;

/** Who is believed when a dossier is read. */
public enum Trust {
    /** A dossier may carry everything itself. */
    ALL(Constants.BONTOT_TRUST_ALL),
    /** Not what only a committee can say. */
    COMMITTEE(Constants.BONTOT_TRUST_COMMITTEE);

    final int number;

    Trust(int number) {
        this.number = number;
    }
}
