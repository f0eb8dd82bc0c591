// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.List;

/** Memory is out. */
public final class NoMemoryException extends BontotException {
    private static final long serialVersionUID = 1L;

    NoMemoryException(String message) {
        super(message);
    }

    NoMemoryException(String message, List<ErrorEntry> entries, Language language) {
        super(message, entries, language);
    }
}
