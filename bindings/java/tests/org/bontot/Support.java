// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What several tests share. They run in the project's folder. */
public final class Support {
    public static final Path ROOT = Path.of("").toAbsolutePath();
    public static final Path BINDING = ROOT.resolve("bindings/java");
    public static final Path DOSSIERS = ROOT.resolve("tests/data/dossiers");
    public static final Path EXAMPLE = DOSSIERS.resolve("example.json");
    public static final String RUBRIC_ID = "bon-tot-2023";
    public static final Path LIBRARY = Path.of(System.getenv("BONTOT_LIBRARY"));

    private Support() {
    }

    public static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    public static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    public static void assertSame(String expected, BigDecimal found) {
        assertTrue(expected + " is not " + found, new BigDecimal(expected).compareTo(found) == 0);
    }

    /** Returns the rows of a table of expectations, by column; never none. */
    public static List<Map<String, String>> tsv(String name) throws IOException {
        List<String> lines = Files.readAllLines(DOSSIERS.resolve(name), StandardCharsets.UTF_8);
        String[] columns = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            assertEquals(line, columns.length, cells.length);
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < columns.length; column++) {
                row.put(columns[column], cells[column]);
            }
            rows.add(row);
        }
        assertTrue(name + " has no rows", !rows.isEmpty());
        return rows;
    }

    /** What another Java did. */
    public record Done(int code, String out, String err) {
    }

    /** Runs a class in another Java, with BONTOT_LIBRARY as given, or unset when it is null. */
    public static Done java(String path, String main, Path library, Path folder, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", path, main));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("bontot", ".out");
        Path err = Files.createTempFile("bontot", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("BONTOT_LIBRARY");
        if (library != null) {
            builder.environment().put("BONTOT_LIBRARY", library.toString());
        }
        Process process = builder.start();
        assertTrue("it does not end", process.waitFor(60, TimeUnit.SECONDS));
        Done done = new Done(process.exitValue(), text(out), text(err));
        Files.delete(out);
        Files.delete(err);
        return done;
    }

    public static String classPath() {
        return System.getProperty("java.class.path");
    }
}
