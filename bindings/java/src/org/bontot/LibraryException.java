// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/** The library cannot be found or loaded, or is of another version. */
public final class LibraryException extends BontotException {
    private static final long serialVersionUID = 1L;

    public LibraryException(String message) {
        super(message);
    }
}
