// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lines of fields, as the corpus wants them. */
final class CorpusLines {
    private final StringBuilder out = new StringBuilder();

    static String field(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    CorpusLines line(Object... fields) {
        out.append(Arrays.stream(fields).map(each -> field(shown(each))).collect(Collectors.joining("\t")));
        out.append('\n');
        return this;
    }

    CorpusLines text(String text) {
        out.append(text);
        return this;
    }

    private static String shown(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.map(CorpusLines::shown).orElse("-");
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    CorpusLines errors(BontotException error) {
        for (ErrorEntry each : error.entries()) {
            line(
                    each.code(), each.pointer(), each.offset(), each.line(), each.column(),
                    each.expressionColumn(), each.message(), each.messageEn());
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
