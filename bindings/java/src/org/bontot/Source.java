// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** JSON that is given: as text, as bytes in UTF-8, as a file, or as a map. */
public final class Source implements ResultSource {
    private final byte[] json;
    private final Path file;
    private final boolean isMap;

    private Source(byte[] json, Path file, boolean isMap) {
        this.json = json;
        this.file = file;
        this.isMap = isMap;
    }

    /** Returns JSON that is a text, which is never a path. */
    public static Source text(String json) {
        return new Source(Utf8.of(json), null, false);
    }

    /** Returns JSON that is UTF-8, of which a copy is taken. */
    public static Source bytes(byte[] json) {
        return new Source(json.clone(), null, false);
    }

    /** Returns JSON in a file, which is read when it is needed; then UncheckedIOException is thrown. */
    public static Source file(Path path) {
        return new Source(null, Objects.requireNonNull(path), false);
    }

    /**
     * Returns JSON that is written of a map: of maps, lists, String, Boolean, null (unknown),
     * LocalDate, integers and BigDecimal. Throws IllegalArgumentException for anything else, also
     * for Double and Float, since scores are exact.
     */
    public static Source map(Map<String, ?> map) {
        return new Source(Utf8.of(Json.of(Objects.requireNonNull(map))), null, true);
    }

    /** Returns the text. Throws UncheckedIOException. */
    byte[] read() {
        if (file == null) {
            return json;
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Gives the text to a reader; errors name the file, and no line of what nobody has seen. */
    <R> R read(Function<byte[], R> reader) {
        byte[] text = read();
        try {
            return reader.apply(text);
        } catch (InputException error) {
            throw file != null ? error.in(file) : isMap ? error.withoutText() : error;
        }
    }
}
