// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Tables: every row is what its dossier is, and what is wrong is said row by row. */
public final class TableTest {
    private final Rubric rubric = Sheets.rubric(Sheets.TYPES);

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static Optional<Points> points(String sure, String possible) {
        return Optional.of(new Points(decimal(sure), decimal(possible)));
    }

    /** 58.3 % is 5.83 points, 72.5 % is 7.25; met is 10, and may be. */
    @Test
    public void figures() {
        TableScores scores = FactTable.of(rubric)
                .floats("share", new double[] {58.3, 72.5, 100.5}, 1)
                .truths("met", Arrays.asList(true, null, true))
                .scale(3).nodes("1", "1.2").evaluate(Options.in(Language.EN));
        assertEquals(3, scores.rows());
        assertEquals(TableScores.RowStatus.SCORED, scores.status(0));
        assertEquals(points("15.830", "21.830"), scores.total(0));
        assertEquals(points("7.250", "23.250"), scores.total(1));
        assertEquals(points("15.830", "15.830"), scores.node("1", 0));
        assertEquals(points("0.000", "10.000"), scores.node("1.2", 1));
        assertEquals(Optional.of("good"), scores.grade(0));
        assertEquals(Optional.of("other"), scores.grade(1));
        assertEquals(Optional.of("good"), scores.gradePossible(1));
        assertEquals(TableScores.RowStatus.WRONG, scores.status(2));
        assertEquals(Optional.empty(), scores.total(2));
        assertEquals(Optional.empty(), scores.grade(2));
        assertEquals(Optional.empty(), scores.completeness(2));
        assertArrayEquals(new long[] {15830, 7250, 0}, scores.points());
        assertArrayEquals(new long[] {21830, 23250, 0}, scores.possible());
        assertEquals(1, scores.errorCount());
        assertEquals(1, scores.wrongRows());
        TableScores.RowError error = scores.errors().get(0);
        assertEquals(2, error.row());
        assertEquals("share", error.fact());
        assertEquals("The fact share is 100.5, but must be from 0 to 100.", error.messageEn());
        assertThrows(NotFoundException.class, () -> scores.node("2", 0));
    }

    @Test
    public void everyTypeOfColumn() {
        List<BigDecimal> shares = List.of(decimal("58.3"), decimal("60"), decimal("1E+1"));
        TableScores scores = FactTable.of(rubric)
                .numbers("share", shares)
                .texts("trend", Arrays.asList("rose", null, "fell"))
                .dates("day", Arrays.asList(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 1), null))
                .texts("word", Arrays.asList("t\u1ed1t", "", null))
                .evaluate(Options.defaults());
        List<Dossier> dossiers = List.of(
                rubric.dossier().set("share", shares.get(0)).set("trend", "rose")
                        .set("day", LocalDate.of(2026, 6, 30)).set("word", "t\u1ed1t"),
                rubric.dossier().set("share", shares.get(1)).set("day", LocalDate.of(2026, 7, 1)).set("word", ""),
                rubric.dossier().set("share", shares.get(2)).set("trend", "fell"));
        for (int row = 0; row < 3; row++) {
            Result result = dossiers.get(row).evaluate();
            Points total = scores.total(row).orElseThrow();
            Support.assertSame(result.total().points().toString(), total.points());
            Support.assertSame(result.total().possible().toString(), total.possible());
            Support.assertSame(
                    result.node("2").points().toString(), scores.node("2", row).orElseThrow().points());
            Support.assertSame(
                    result.head().completeness().toString(), scores.completeness(row).orElseThrow());
        }
        // 5.83 + 2 + 2 of the first: rose, and the word
        Support.assertSame("9.83", scores.total(0).orElseThrow().points());
    }

    @Test
    public void numbersOfEveryWidth() {
        List<TableScores> all = List.of(
                FactTable.of(rubric).numbers("share", new long[] {583, 725}, 1).evaluate(),
                FactTable.of(rubric).numbers("share", new int[] {583, 725}, 1).evaluate(),
                FactTable.of(rubric).numbers("share", List.of(decimal("58.30"), decimal("72.5"))).evaluate(),
                FactTable.of(rubric).numbers(
                        "share", List.of(decimal("58.30000000000000000000000000"), decimal("72.5"))).evaluate());
        for (TableScores scores : all) {
            Support.assertSame("5.83", scores.node("1", 0).orElseThrow().points());
            Support.assertSame("7.25", scores.node("1", 1).orElseThrow().points());
        }
        TableScores negative = FactTable.of(rubric)
                .numbers("share", List.of(decimal("-58.30000000000000000000000000"))).evaluate(Options.in(Language.EN));
        assertTrue(negative.errors().get(0).messageEn().contains("is -58.3,"));
        assertThrows(IllegalArgumentException.class,
                () -> FactTable.of(rubric).numbers("share", List.of(BigDecimal.TEN.pow(39))));
    }

    @Test
    public void knownCells() {
        TableScores scores = FactTable.of(rubric)
                .numbers("share", Arrays.asList(decimal("10"), decimal("20"), null))
                .known("share", List.of(true, false, true)).nodes("1.1").evaluate();
        for (int row = 0; row < 3; row++) {
            Points line = scores.node("1.1", row).orElseThrow();
            Support.assertSame(row == 0 ? "1" : "0", line.points());
            Support.assertSame(row == 0 ? "1" : "10", line.possible());
        }
    }

    @Test
    public void partsInSeveralThreads() {
        int rows = 5000;
        long[] shares = new long[rows];
        List<Boolean> met = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            shares[row] = row % 102; // 101 is wrong
            met.add(row % 3 == 0 ? null : row % 3 == 1);
        }
        TableScores alone = FactTable.of(rubric).numbers("share", shares, 0).truths("met", met).evaluate();
        TableScores many =
                FactTable.of(rubric).numbers("share", shares, 0).truths("met", met).threads(10).evaluate();
        assertArrayEquals(alone.points(), many.points());
        assertArrayEquals(alone.possible(), many.possible());
        assertEquals(rows / 102, alone.wrongRows());
        assertEquals(alone.errors(), many.errors());
        assertEquals(alone.errorCount(), many.errorCount());
    }

    @Test
    public void noRows() {
        TableScores scores = FactTable.of(rubric).numbers("share", new long[0], 0).evaluate();
        assertEquals(0, scores.rows());
        assertEquals(List.of(), scores.errors());
    }

    @Test
    public void figuresThatDoNotFit() {
        TableScores scores = FactTable.of(rubric).numbers("share", new long[] {583}, 1).scale(1).evaluate();
        assertEquals(TableScores.RowStatus.NO_FIT, scores.status(0));
    }

    @Test
    public void wrongTables() {
        FactTable table = FactTable.of(rubric).numbers("share", new long[] {1}, 0);
        assertThrows(NotFoundException.class, () -> table.numbers("shares", new long[] {1}, 0));
        assertThrows(NotFoundException.class, () -> table.nodes("9").evaluate());
        assertThrows(IllegalArgumentException.class, () -> FactTable.of(rubric).evaluate());
        assertThrows(IllegalArgumentException.class, () -> table.threads(0));
        assertThrows(IllegalArgumentException.class, () -> table.known("met", List.of(true)));
        IllegalArgumentException uneven = assertThrows(IllegalArgumentException.class,
                () -> FactTable.of(rubric).numbers("share", new long[] {1}, 0)
                        .truths("met", Collections.nCopies(2, true)).evaluate());
        assertTrue(uneven.getMessage(), uneven.getMessage().endsWith("share 1, met 2"));
        assertThrows(MisuseException.class, () -> FactTable.of(rubric).numbers("met", new long[] {1}, 0).evaluate());
        assertThrows(MisuseException.class, () -> FactTable.of(rubric).numbers("share", new long[] {1}, 0)
                .scale(13).evaluate());
    }

    @Test
    public void thePeriod() {
        Rubric monthly = Sheets.rubric(Sheets.TYPES.replace("\"version\"", "\"period\": \"month\", \"version\""));
        FactTable table = FactTable.of(monthly).numbers("share", new long[] {10}, 0);
        Days year = new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        Days month = new Days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));
        assertThrows(InputException.class, () -> table.evaluate(Options.defaults().period(year)));
        assertEquals(1, table.evaluate(Options.defaults().period(month)).rows());
    }
}
