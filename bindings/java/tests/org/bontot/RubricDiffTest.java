// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import org.junit.Test;

/** One set of dossiers under two rubrics. */
public final class RubricDiffTest {
    private final Rubric before = Sheets.rubric(Sheets.RANKED);
    // 10 of 10 lines are asked of the best, where 9 were enough.
    private final Rubric after = Sheets.rubric(
            Sheets.RANKED.replace("\"min_total\": 9", "\"min_total\": 10").replace("\"version\": \"1\"", "\"version\": \"2\""));

    private static Source dossier(String unit, Object n) {
        return Source.map(Sheets.dossier(unit, Sheets.map("n", n, "late", 0)));
    }

    @Test
    public void counts() {
        try (RubricDiff diff = RubricDiff.between(before, after, Options.in(Language.EN))) {
            assertEquals(Optional.empty(), diff.lastMove());
            assertThrows(NotFoundException.class, diff::lastToJson);
            assertEquals(RubricDiff.Move.SAME, diff.add(dossier("A", 10)));
            assertEquals(RubricDiff.Move.DOWN, diff.add(dossier("B", 9)));
            assertEquals(Optional.of(RubricDiff.Move.DOWN), diff.lastMove());
            Said last = Said.read(diff.lastToJson());
            assertEquals("bontot-rubric-diff/1", last.text("format"));
            assertTrue(diff.lastToText(Language.EN).contains("B"));
            InputException error = assertThrows(InputException.class, () -> diff.add(dossier("C", 11)));
            assertEquals("/facts/n", error.entries().get(0).pointer());
            assertEquals(0, error.entries().get(0).line());
            assertEquals(Optional.of(Side.BEFORE), diff.refusedBy());
            assertEquals(Optional.empty(), diff.lastMove());
            assertEquals(1, diff.count(RubricDiff.Move.SAME));
            assertEquals(1, diff.count(RubricDiff.Move.DOWN));
            assertEquals(0, diff.count(RubricDiff.Move.UP));
            assertEquals(1, diff.refusedCount());
            assertEquals("bontot-rubric-diff/1", Said.read(diff.toJson()).text("format"));
            assertTrue(diff.toText(Language.EN).length() > 20);
        }
    }
}
