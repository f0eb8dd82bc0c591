// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.time.LocalDate;
import java.util.Objects;

/** A period: its first and its last day. */
public record Days(LocalDate from, LocalDate to) {
    public Days {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
