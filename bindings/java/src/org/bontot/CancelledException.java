// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.List;

/** A function of the caller's said to stop. */
public final class CancelledException extends BontotException {
    private static final long serialVersionUID = 1L;

    CancelledException(String message) {
        super(message);
    }

    CancelledException(String message, List<ErrorEntry> entries, Language language) {
        super(message, entries, language);
    }
}
