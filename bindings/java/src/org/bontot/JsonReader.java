// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON that the library writes; a number is a BigDecimal, an object keeps its order. */
final class JsonReader {
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Returns the value of JSON text, whose maps and lists cannot be changed. */
    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        if (reader.next() != '\0') {
            throw reader.wrong();
        }
        return value;
    }

    private Object value() {
        char first = next();
        switch (first) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    /** Returns the character that follows white space, '\0' at the end, and stays before it. */
    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void take(char wanted) {
        if (next() != wanted) {
            throw wrong();
        }
        at++;
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        take('{');
        while (next() != '}') {
            if (!members.isEmpty()) {
                take(',');
            }
            next();
            String key = string();
            take(':');
            members.put(key, value());
        }
        at++;
        return Collections.unmodifiableMap(members);
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        take('[');
        while (next() != ']') {
            if (!items.isEmpty()) {
                take(',');
            }
            items.add(value());
        }
        at++;
        return Collections.unmodifiableList(items);
    }

    private String string() {
        take('"');
        StringBuilder found = new StringBuilder();
        while (true) {
            int stop = at;
            while (stop < text.length() && text.charAt(stop) != '"' && text.charAt(stop) != '\\') {
                stop++;
            }
            if (stop == text.length()) {
                throw wrong();
            }
            found.append(text, at, stop);
            at = stop + 1;
            if (text.charAt(stop) == '"') {
                return found.toString();
            }
            found.append(escaped());
        }
    }

    private char escaped() {
        char kind = at < text.length() ? text.charAt(at++) : '\0';
        int known = "\"\\/bfnrt".indexOf(kind);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (kind != 'u' || at + 4 > text.length()) {
            throw wrong();
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }

    private Object word(String wanted, Object value) {
        if (!text.startsWith(wanted, at)) {
            throw wrong();
        }
        at += wanted.length();
        return value;
    }

    private BigDecimal number() {
        int begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (begin == at) {
            throw wrong();
        }
        return new BigDecimal(text.substring(begin, at));
    }

    private InternalException wrong() {
        return new InternalException("the library's JSON has an error at " + at);
    }
}
