// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.List;

/** A fault of the library: please report it. */
public final class InternalException extends BontotException {
    private static final long serialVersionUID = 1L;

    InternalException(String message) {
        super(message);
    }

    InternalException(String message, List<ErrorEntry> entries, Language language) {
        super(message, entries, language);
    }
}
