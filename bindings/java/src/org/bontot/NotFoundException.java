// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.List;

/** There is nothing of that name. */
public final class NotFoundException extends BontotException {
    private static final long serialVersionUID = 1L;

    NotFoundException(String message) {
        super(message);
    }

    NotFoundException(String message, List<ErrorEntry> entries, Language language) {
        super(message, entries, language);
    }
}
