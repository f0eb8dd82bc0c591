// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Writes JSON without loss: numbers are exact, and a binary fraction is refused. */
final class Json {
    /** The library reads 64 levels, and says where there are more. */
    private static final int DEEPEST = 100;

    private final StringBuilder out = new StringBuilder();

    private Json() {
    }

    /**
     * Returns a value as JSON text. Throws IllegalArgumentException, which says where as a JSON
     * Pointer, for what JSON cannot hold exactly.
     */
    static String of(Object value) {
        Json writer = new Json();
        writer.write(value, new Place(null, "", 0));
        return writer.out.toString();
    }

    /** Where a value stands. */
    private record Place(Place above, String key, int depth) {
        Place below(Object key) {
            return new Place(this, String.valueOf(key), depth + 1);
        }

        String pointer() {
            return above == null ? "" : above.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
        }

        IllegalArgumentException refusal(String sentence) {
            String pointer = pointer();
            return new IllegalArgumentException(
                    "at " + (pointer.isEmpty() ? "\"\" (the whole)" : pointer) + ": " + sentence);
        }
    }

    private void write(Object value, Place place) {
        if (place.depth() > DEEPEST) {
            throw place.refusal("nested deeper than " + DEEPEST + " levels");
        }
        if (value == null || value instanceof Boolean || isExact(value)) {
            out.append(value);
        } else if (value instanceof String || value instanceof LocalDate) {
            quote(value.toString());
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, place);
        } else if (value instanceof List<?> list) {
            writeList(list, place);
        } else {
            throw place.refusal(refusalOf(value));
        }
    }

    private static boolean isExact(Object value) {
        return value instanceof BigDecimal || value instanceof BigInteger || value instanceof Integer
                || value instanceof Long || value instanceof Short || value instanceof Byte;
    }

    private static String refusalOf(Object value) {
        String type = value.getClass().getSimpleName();
        if (value instanceof Double || value instanceof Float) {
            return value + " is a " + type + ", and scores are exact; use a BigDecimal or a String";
        }
        return "a value of type " + type + " cannot be written as JSON";
    }

    private void writeMap(Map<?, ?> map, Place place) {
        char separator = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw place.refusal("the key " + entry.getKey() + " is no String");
            }
            out.append(separator);
            quote(key);
            out.append(':');
            write(entry.getValue(), place.below(key));
            separator = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private void writeList(List<?> list, Place place) {
        char separator = '[';
        int index = 0;
        for (Object each : list) {
            out.append(separator);
            write(each, place.below(index++));
            separator = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private void quote(String text) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            if (each == '"' || each == '\\') {
                out.append('\\').append(each);
            } else if (each < ' ') {
                out.append(String.format("\\u%04x", (int) each));
            } else {
                out.append(each);
            }
        }
        out.append('"');
    }
}
