// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is said of a mark; "" is not said.
 *
 * @param reason why the role overrides what the rules give
 * @param by who marked it
 */
public record MarkNote(String comment, String reason, String by, Optional<LocalDate> date) {
    /** Nothing is said. */
    public static final MarkNote NONE = new MarkNote("", "", "", Optional.empty());
}
