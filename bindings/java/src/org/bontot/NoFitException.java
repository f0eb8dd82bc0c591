// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.List;

/** A value does not fit where it should go. */
public final class NoFitException extends BontotException {
    private static final long serialVersionUID = 1L;

    NoFitException(String message) {
        super(message);
    }

    NoFitException(String message, List<ErrorEntry> entries, Language language) {
        super(message, entries, language);
    }
}
