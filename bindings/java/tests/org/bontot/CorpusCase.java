// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One line of the corpus: what is asked. */
record CorpusCase(
        String id, String operation, String rubric, Language language, String options,
        List<String> inputs) {
    static List<CorpusCase> read(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#")).map(line -> of(line.split("\t", -1))).toList();
    }

    private static CorpusCase of(String[] fields) {
        return new CorpusCase(
                fields[0], fields[1], fields[2], fields[3].equals("en") ? Language.EN : Language.VI,
                fields[4], Arrays.asList(fields).subList(5, 8));
    }

    /** Returns the values of an option, of which some may stand several times. */
    List<String> all(String name) {
        List<String> found = new ArrayList<>();
        for (String each : options.split(";", -1)) {
            if (each.startsWith(name + "=")) {
                found.add(each.substring(name.length() + 1));
            }
        }
        return found;
    }

    Optional<String> option(String name) {
        return all(name).stream().findFirst();
    }

    boolean has(String name) {
        return option(name).isPresent();
    }

    /** Returns an input: the text itself, or what its file or a line of that has. */
    byte[] input(int number) {
        return bytes(inputs.get(number));
    }

    static byte[] bytes(String field) {
        if (field.equals("-")) {
            return new byte[0];
        }
        if (!field.startsWith("file:")) {
            return field.getBytes(StandardCharsets.UTF_8);
        }
        String[] parts = field.substring("file:".length()).split("#");
        try {
            byte[] all = Files.readAllBytes(Path.of(parts[0]));
            return parts.length == 1 ? all : lines(all).get(Integer.parseInt(parts[1]) - 1);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Returns the lines of an input; what stands behind the last line feed is none when empty. */
    static List<byte[]> lines(byte[] text) {
        List<byte[]> found = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte each : text) {
            if (each == '\n') {
                found.add(line.toByteArray());
                line.reset();
            } else {
                line.write(each);
            }
        }
        if (line.size() > 0) {
            found.add(line.toByteArray());
        }
        return found;
    }
}
