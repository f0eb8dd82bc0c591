// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.List;

/** A wrong argument, or an object that is closed. */
public final class MisuseException extends BontotException {
    private static final long serialVersionUID = 1L;

    MisuseException(String message) {
        super(message);
    }

    MisuseException(String message, List<ErrorEntry> entries, Language language) {
        super(message, entries, language);
    }
}
