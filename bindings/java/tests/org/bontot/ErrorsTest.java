// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;
import org.junit.Test;

/** Exceptions carry everything that is wrong, with its place. */
public final class ErrorsTest {
    private static final Path EIGHT = Support.DOSSIERS.resolve("eight-errors.json");

    private final Rubric rubric = Rubric.builtin(Support.RUBRIC_ID);

    private InputException error(Source dossier, Options options) {
        return assertThrows(InputException.class, () -> rubric.evaluate(dossier, options));
    }

    private InputException error(Source dossier) {
        return error(dossier, Options.defaults());
    }

    @Test
    public void eightErrors() throws IOException {
        String text = Support.text(EIGHT);
        List<String> expected = Support.tsv("eight-errors.expected.tsv").stream()
                .map(row -> row.get("pointer") + " " + row.get("line") + ":" + row.get("column")).toList();
        assertEquals(8, expected.size());
        List<Source> sources = List.of(
                Source.file(EIGHT), Source.text(text), Source.bytes(text.getBytes(StandardCharsets.UTF_8)));
        for (Source source : sources) {
            List<ErrorEntry> entries = error(source).entries();
            assertEquals(expected, entries.stream()
                    .map(each -> each.pointer() + " " + each.line() + ":" + each.column()).toList());
            for (ErrorEntry each : entries) {
                assertEquals(offset(text, each), each.offset());
                assertFalse(each.code().isEmpty() || each.message().isEmpty());
                assertNotEquals(each.message(), each.messageEn());
                assertEquals(0, each.expressionColumn());
            }
        }
    }

    /** The place in bytes, worked out from line and column. */
    private static long offset(String text, ErrorEntry entry) {
        String[] lines = text.split("(?<=\n)");
        StringBuilder before = new StringBuilder();
        for (int line = 0; line + 1 < entry.line(); line++) {
            before.append(lines[line]);
        }
        String last = lines[(int) entry.line() - 1];
        before.append(last, 0, last.offsetByCodePoints(0, (int) entry.column() - 1));
        return before.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    public void theMessageShowsAllWithPlaces() {
        InputException error = error(Source.file(EIGHT));
        assertEquals(Optional.of(EIGHT.toString()), error.source());
        assertEquals(
                error.entries().stream().map(each -> EIGHT + ":" + each.line() + ":" + each.column() + " "
                        + each.pointer() + ": " + each.message()).collect(Collectors.joining("\n")),
                error.getMessage());
        InputException english = error(Source.bytes(read(EIGHT)), Options.in(Language.EN));
        assertEquals(
                english.entries().stream().map(each -> each.describe(Language.EN))
                        .collect(Collectors.joining("\n")),
                english.getMessage());
        assertTrue(english.getMessage().startsWith("11:27 /facts/security.incidents: "));
    }

    private static byte[] read(Path file) {
        return Source.file(file).read();
    }

    @Test
    public void aMapHasNoLines() {
        Map<String, Object> given = Said.read(new String(read(EIGHT), StandardCharsets.UTF_8)).members();
        InputException error = error(Source.map(given));
        assertEquals(8, error.entries().size());
        assertEquals(Optional.empty(), error.source());
        for (ErrorEntry each : error.entries()) {
            assertEquals(0, each.offset() + each.line() + each.column());
        }
    }

    @Test
    public void whatIsNoJson() {
        byte[] text = read(Support.EXAMPLE);
        List<byte[]> cases = List.of(
                new byte[0], " ".getBytes(), "{".getBytes(), new byte[] {(byte) 0xFF}, "nul".getBytes(),
                "[".repeat(100000).getBytes(), Arrays.copyOf(text, text.length - 3), new byte[] {0},
                Utf8.of("{\"a\": \"\ud800\"}"), "{\"facts\": {\"tax.due\": 1e999999999}}".getBytes());
        for (byte[] each : cases) {
            for (ErrorEntry entry : error(Source.bytes(each)).entries()) {
                assertTrue(entry.line() >= 1 && entry.column() >= 1);
            }
        }
    }

    @Test
    public void columnsCountCodePoints() {
        Map<String, Long> columns = new HashMap<>();
        error(Source.text("{\"\u0111\u1ea3ng \ud83c\udfc5\": 1, \"b\u1ed9\": 2}")).entries()
                .forEach(each -> columns.put(each.pointer(), each.column()));
        assertEquals(2L, (long) columns.get("/\u0111\u1ea3ng \ud83c\udfc5"));
        assertEquals(15L, (long) columns.get("/b\u1ed9"));
    }

    @Test
    public void ofARubric() {
        InputException error = assertThrows(InputException.class, () -> Rubric.load(Source.file(EIGHT)));
        assertTrue(error.getMessage().startsWith(EIGHT + ":"));
        error = assertThrows(InputException.class,
                () -> Rubric.load(Source.text("{\"format\": \"bontot-rubric/1\", \"colour\": 1}")));
        assertTrue(error.entries().stream().anyMatch(each -> each.pointer().equals("/colour")));
    }

    @Test
    public void notFound() {
        NotFoundException error = assertThrows(NotFoundException.class, () -> Rubric.builtin("nothing"));
        assertTrue(error.getMessage().contains("nothing"));
        for (String id : List.of("", Support.RUBRIC_ID + '\0', "t\u1ed1t", "\ud800")) {
            assertThrows(NotFoundException.class, () -> Rubric.builtin(id));
        }
        String english = assertThrows(NotFoundException.class, () -> Rubric.builtin("x", Language.EN)).getMessage();
        assertTrue(english, english.contains("carries no rubric"));
    }

    @Test
    public void aFileThatIsNotThere() {
        Source absent = Source.file(Path.of("/nowhere/dossier.json"));
        assertThrows(UncheckedIOException.class, () -> rubric.evaluate(absent));
        assertThrows(UncheckedIOException.class, () -> Rubric.load(absent));
    }

    @Test
    public void oneClassAStatus() {
        List<Class<?>> classes = List.of(
                InputException.class, NotFoundException.class, MisuseException.class,
                NoMemoryException.class, NoFitException.class, InternalException.class,
                CancelledException.class);
        for (int status = 1; status <= classes.size(); status++) {
            assertEquals(classes.get(status - 1), Calls.exception(status, List.of(), Language.VI).getClass());
        }
        assertEquals("no_fit", Calls.exception(5, List.of(), Language.VI).getMessage());
    }

    @Test
    public void aBufferThatIsTooSmall() {
        Result result = rubric.evaluate(Source.file(Support.EXAMPLE));
        try (Lease<Pointers.Result> lease = result.handle().lend()) {
            assertThrows(NoFitException.class, () -> Calls.plainly(library ->
                    library.bontot_result_total_text(lease.pointer, 0, new byte[2], new SizeT(2))));
            Support.assertSame("85.50896656535", Calls.figure((library, buffer, room) ->
                    library.bontot_result_total_text(lease.pointer, 0, buffer, room)));
        }
    }

    @Test
    public void theyCanBeSent() throws Exception {
        InputException error = error(Source.file(EIGHT));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(error);
        InputException copy = (InputException)
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertEquals(error.getMessage(), copy.getMessage());
        assertEquals(error.entries(), copy.entries());
    }

    @Test
    public void ofAnExpression() {
        InputException error =
                assertThrows(InputException.class, () -> Bontot.feel("\"\u0111\u1ea3ng\" + )"));
        assertEquals(10, error.entries().get(0).expressionColumn());
    }
}
