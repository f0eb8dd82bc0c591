// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the library reports; the base of every exception of this package. Its message shows every
 * entry on a line of its own, in the language of the call.
 */
public abstract class BontotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String summary;
    private final List<ErrorEntry> entries;
    private final Language language;

    BontotException(String message) {
        this(message, List.of(), Language.VI);
    }

    BontotException(String message, List<ErrorEntry> entries, Language language) {
        this.summary = message;
        this.entries = List.copyOf(entries);
        this.language = language;
    }

    /** Returns everything that is wrong, in the order of the text. */
    public List<ErrorEntry> entries() {
        return entries;
    }

    /** Returns the language of the call. */
    public Language language() {
        return language;
    }

    /** Returns what happened, when there are no entries. */
    String summary() {
        return summary;
    }

    @Override
    public String getMessage() {
        return described(null);
    }

    String described(String source) {
        if (entries.isEmpty()) {
            return summary;
        }
        return entries.stream()
                .map(entry -> entry.describe(language, source))
                .collect(Collectors.joining("\n"));
    }
}
