// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.Map;

/**
 * What the library tells of something that it made: a complete, immutable copy, for any thread.
 * Only what is written as text needs the library; after {@link #close} that throws
 * MisuseException, and all else stays. Two are equal when they say the same.
 */
public abstract sealed class Told implements AutoCloseable
        permits Result, Comparison, Ranking, GradePath {
    private final Written<?> content;
    private final Language language;
    private final String json;

    /** Copies all that a handle says. */
    Told(Written<?> content, Language language) {
        this(content, language, content.json(language));
    }

    /** Takes what a handle said. */
    Told(Written<?> content, Language language, String json) {
        this.content = content;
        this.language = language;
        this.json = json;
    }

    /** Returns the language of labels and sentences. */
    public Language language() {
        return language;
    }

    /** Returns all of it as JSON in one line; its member "format" says in which format. */
    public String toJson() {
        return json;
    }

    /** Returns what {@link #toJson} holds: maps, lists, String, BigDecimal, Boolean and null. */
    public Map<String, Object> toMap() {
        return said().members();
    }

    /** Returns it as text for people, at most 100 columns wide. */
    public String toText(Language language) {
        return content.text(language, false);
    }

    /** Returns it as text for people; in colour for a terminal. */
    public String toColouredText(Language language) {
        return content.text(language, true);
    }

    /** Frees what the library holds; more than once does nothing. The garbage collector does it too. */
    @Override
    public void close() {
        content.handle().close();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Told told && getClass() == told.getClass()
                && language == told.language && json.equals(told.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    Said said() {
        return Said.read(json);
    }

    Written<?> content() {
        return content;
    }
}
