// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.io.Serializable;

/**
 * One thing that is wrong with a text, and where.
 *
 * @param code stable, such as "dossier_out_of_range"
 * @param message the sentence in Vietnamese
 * @param messageEn the sentence in English
 * @param pointer the place as a JSON Pointer; "" is the whole text
 * @param offset the place in bytes, from 0
 * @param line from 1; 0 when there is no text, as with a dossier given as a map
 * @param column in code points, from 1; 0 when there is no text
 * @param expressionColumn the column within a FEEL expression, from 1; 0 when it is about none
 */
public record ErrorEntry(
        String code, String message, String messageEn, String pointer, long offset, long line,
        long column, long expressionColumn) implements Serializable {
    /** Returns the sentence in a language. */
    public String messageIn(Language language) {
        return language == Language.EN ? messageEn : message;
    }

    /** Returns one line: line:column, the pointer and [expression column], the sentence. */
    public String describe(Language language) {
        return describe(language, null);
    }

    /** Returns one line, which begins with the source of the text, unless that is null. */
    String describe(Language language, String source) {
        StringBuilder place = new StringBuilder(source == null ? "" : source);
        if (line != 0) {
            place.append(place.length() == 0 ? "" : ":").append(line).append(':').append(column);
        }
        if (!pointer.isEmpty()) {
            place.append(place.length() == 0 ? "" : " ").append(pointer);
            place.append(expressionColumn == 0 ? "" : " [" + expressionColumn + "]");
        }
        return place.append(place.length() == 0 ? "" : ": ").append(messageIn(language)).toString();
    }

    /** Returns the entry for one who never saw the text: its pointer alone tells the place. */
    ErrorEntry withoutText() {
        return new ErrorEntry(code, message, messageEn, pointer, 0, 0, 0, expressionColumn);
    }

    /** Returns the entry with another pointer. */
    ErrorEntry at(String other) {
        return new ErrorEntry(code, message, messageEn, other, offset, line, column, expressionColumn);
    }
}
