// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rubric, dossier or expression has errors: all of them are in {@link #entries}. */
public final class InputException extends BontotException {
    private static final long serialVersionUID = 1L;

    private final String source;

    InputException(String message, List<ErrorEntry> entries, Language language) {
        this(message, entries, language, null);
    }

    private InputException(String message, List<ErrorEntry> entries, Language language, String source) {
        super(message, entries, language);
        this.source = source;
    }

    /** Returns the path of the file with the errors, if it was one. */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    @Override
    public String getMessage() {
        return described(source);
    }

    /** Returns the same errors of a file. */
    InputException in(Path file) {
        return like(entries(), file.toString());
    }

    /** Returns the same errors for one who never saw the text. */
    InputException withoutText() {
        return like(entries().stream().map(ErrorEntry::withoutText).collect(Collectors.toList()), null);
    }

    private InputException like(List<ErrorEntry> entries, String file) {
        InputException made = new InputException(summary(), entries, language(), file);
        made.setStackTrace(getStackTrace());
        return made;
    }
}
