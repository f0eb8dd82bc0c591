// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Many dossiers, a line for each; and functions of the caller's that throw. */
public final class LinesTest {
    private final Rubric rubric = Sheets.rubric(Sheets.RANKED);
    private final List<String> told = new ArrayList<>();

    private static String line(String unit, Object n) {
        return Json.of(Sheets.dossier(unit, Sheets.map("n", n, "late", 0)));
    }

    private static String named(String unit, Object n, String rubricId) {
        return Json.of(Sheets.dossier(unit, Sheets.map("n", n, "late", 0), "rubric", Sheets.map("id", rubricId)));
    }

    /** Scored, blank, scored, wrong, scored without a line end. */
    private static byte[] text() {
        return Utf8.of(line("A", 9) + "\n\n" + line("B", 7) + "\r\n" + line("C", 11) + "\n" + line("D", 1));
    }

    private boolean tell(ScoredLine line) {
        told.add(line.number() + " " + (line.isScored()
                ? line.result().head().unitId() + " " + line.result().total().points()
                : line.errors().get(0).pointer()));
        return true;
    }

    private static final List<String> ALL = List.of("1 A 9", "3 B 7", "4 /facts/n", "5 D 1");

    @Test
    public void aWholeText() {
        assertTrue(LineScorer.all(text(), rubric, null, Options.defaults(), this::tell));
        assertEquals(ALL, told);
    }

    @Test
    public void pieceByPiece() {
        for (int size : List.of(1, 7, 1000)) {
            told.clear();
            try (LineScorer scorer = LineScorer.of(rubric, null, Options.defaults(), this::tell)) {
                byte[] text = text();
                for (int at = 0; at < text.length; at += size) {
                    assertTrue(scorer.feed(Arrays.copyOfRange(text, at, Math.min(at + size, text.length))));
                }
                assertEquals(3, told.size());
                assertTrue(scorer.end());
                assertEquals(4, scorer.count());
                assertEquals(1, scorer.wrongCount());
                assertThrows(MisuseException.class, () -> scorer.feed(new byte[0]));
            }
            assertEquals(ALL, told);
        }
    }

    @Test
    public void whatIsTakenStays() {
        List<Result> results = new ArrayList<>();
        List<ScoredLine> lines = new ArrayList<>();
        LineScorer.all(Utf8.of(line("A", 9)), rubric, null, Options.in(Language.EN), line -> {
            assertTrue(line.toText(Language.EN).contains("A"));
            assertEquals("bontot-summary/1", Said.read(line.toSummary()).text("format"));
            results.add(line.result());
            return lines.add(line);
        });
        Result alone = rubric.evaluate(Source.text(line("A", 9)), Options.in(Language.EN));
        assertEquals(List.of(alone), results);
        assertThrows(MisuseException.class, () -> results.get(0).toText(Language.EN));
        assertThrows(MisuseException.class, lines.get(0)::toJson);
        assertEquals(1, lines.get(0).number());
    }

    @Test
    public void theReceiverSaysStop() {
        assertFalse(LineScorer.all(text(), rubric, null, Options.defaults(), line -> {
            tell(line);
            return line.number() < 3;
        }));
        assertEquals(ALL.subList(0, 2), told);
        try (LineScorer scorer = LineScorer.of(rubric, null, Options.defaults(), line -> false)) {
            assertFalse(scorer.feed(text()));
            assertFalse(scorer.feed(text()));
            assertFalse(scorer.end());
            assertEquals(1, scorer.count());
        }
    }

    @Test
    public void exceptionsOfTheReceiverComeOut() {
        IllegalStateException thrown = new IllegalStateException("mine");
        for (Throwable each : List.of(thrown, new StackOverflowError(), new IOException())) {
            told.clear();
            Throwable caught = assertThrows(Throwable.class, () ->
                    LineScorer.all(text(), rubric, null, Options.defaults(), line -> {
                        tell(line);
                        LinesTest.<RuntimeException>sneak(each);
                        return true;
                    }));
            assertSame(each, each instanceof IOException ? caught.getCause() : caught);
            assertEquals(ALL.subList(0, 1), told);
        }
        // and the rubric is as it was
        assertTrue(LineScorer.all(text(), rubric, null, Options.defaults(), line -> true));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    public void theRubricThatALineNames() {
        Rubric young = Sheets.rubric(
                Sheets.RANKED.replace("\"id\": \"small\"", "\"id\": \"young\"").replace("\"min_total\": 9", "\"min_total\": 10"));
        byte[] text = Utf8.of(String.join("\n", named("A", 9, "small"), named("B", 9, "young"), named("C", 9, "other")));
        List<String> grades = new ArrayList<>();
        LineDone receiver = line -> grades.add(line.isScored() ? line.result().grade().id() : "-");
        assertTrue(LineScorer.all(text, rubric, id -> id.equals("young") ? young : null, Options.defaults(), receiver));
        assertEquals(List.of("best", "good", "-"), grades);
        grades.clear();
        assertTrue(LineScorer.all(text, null, id -> id.equals("young") ? young : null, Options.defaults(), receiver));
        assertEquals(List.of("-", "good", "-"), grades);
    }

    @Test
    public void exceptionsOfTheFinderComeOut() {
        byte[] text = Utf8.of(named("A", 9, "young") + "\n" + named("B", 9, "young"));
        List<String> asked = new ArrayList<>();
        assertEquals("mine", assertThrows(IllegalStateException.class, () ->
                LineScorer.all(text, rubric, id -> {
                    asked.add(id);
                    throw new IllegalStateException("mine");
                }, Options.defaults(), this::tell)).getMessage());
        assertEquals(List.of("young"), asked);
        Rubric closed = Sheets.rubric(Sheets.RANKED);
        closed.close();
        assertThrows(MisuseException.class, () ->
                LineScorer.all(text, rubric, id -> closed, Options.defaults(), this::tell));
        assertEquals(List.of(), told);
    }

    @Test
    public void feedingFromWithin() {
        LineScorer[] self = new LineScorer[1];
        self[0] = LineScorer.of(rubric, null, Options.defaults(), line -> self[0].feed(text()));
        assertThrows(MisuseException.class, () -> self[0].feed(text()));
    }

    @Test
    public void asOfARole() {
        String marked = Json.of(Sheets.dossier(
                "U", Sheets.map("n", 4), "marks",
                Sheets.map("1.2", Sheets.map("self", 6, "appraised", 2)), "evidence", List.of()));
        List<Optional<String>> roles = new ArrayList<>();
        LineScorer.all(Utf8.of(marked), Sheets.rubric(Sheets.MARKED), null, Options.defaults().asOf("self"),
                line -> roles.add(line.result().head().asOf()));
        assertEquals(List.of(Optional.of("self")), roles);
    }

    @Test
    public void inTenThreads() throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int unit = 0; unit < 50; unit++) {
            text.writeBytes((line("U" + unit, 8) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        List<Thread> threads = new ArrayList<>();
        int[] counts = new int[10];
        for (int index = 0; index < counts.length; index++) {
            int mine = index;
            threads.add(new Thread(() -> LineScorer.all(
                    text.toByteArray(), rubric, null, Options.defaults(), line -> {
                        counts[mine] += line.isScored() ? 1 : 0;
                        return true;
                    })));
        }
        threads.forEach(Thread::start);
        for (Thread each : threads) {
            each.join();
        }
        assertEquals(500, Arrays.stream(counts).sum());
    }
}
