// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The words of a step, which are taken one after the other. */
final class CorpusWords {
    private String left;

    CorpusWords(String step) {
        left = step;
    }

    /** Takes a word; "-" stands for none, which is "". */
    String next() {
        String[] parts = left.split(" ", 2);
        left = parts.length > 1 ? parts[1] : "";
        return parts[0].equals("-") ? "" : parts[0];
    }

    /** Returns what stands behind the words that were taken. */
    String rest() {
        return left;
    }

    BigDecimal number() {
        return BigDecimal.valueOf(Long.parseLong(next()), Integer.parseInt(next()));
    }

    Optional<BigDecimal> maybeNumber() {
        return left.isEmpty() ? Optional.empty() : Optional.of(number());
    }

    Optional<LocalDate> maybeDay() {
        return Optional.of(next()).filter(each -> !each.isEmpty()).map(LocalDate::parse);
    }

    /** Takes two days, of which none or both are there. */
    Optional<Days> maybePeriod() {
        Optional<LocalDate> from = maybeDay();
        Optional<LocalDate> to = maybeDay();
        return from.map(first -> new Days(first, to.orElseThrow()));
    }
}
