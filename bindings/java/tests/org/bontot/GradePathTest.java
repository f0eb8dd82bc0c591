// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Paths to a grade: what was worked out by hand, and errors. */
public final class GradePathTest {
    private final Rubric rubric = Sheets.rubric(Sheets.STEPS);

    private static Source dossier(int n, boolean bad) {
        return Source.map(Sheets.dossier("U", Sheets.map("n", n, "bad", bad)));
    }

    @Test
    public void found() {
        GradePath path = rubric.path(dossier(2, false), "high", Options.in(Language.EN));
        assertEquals(GradePath.Reach.FOUND, path.reach());
        assertEquals("high", path.grade().id());
        assertEquals(3, path.effort());
        assertEquals(new GradePath.End(BigDecimal.ZERO, new Grade("low", "low")), path.before());
        assertEquals(
                Optional.of(new GradePath.End(BigDecimal.TEN, new Grade("high", "high"))), path.after());
        GradePath.Step first = path.steps().get(0);
        assertEquals("1.1", first.at());
        assertEquals(Optional.of(new BigDecimal("7.5")), first.after());
        assertEquals(2, first.effort());
        assertTrue(first.text().contains("Count: 2 \u2192 4"));
        assertEquals(
                List.of(new GradePath.Change(
                        "n", "Count", Optional.of(new BigDecimal(2)), Optional.of(new BigDecimal(4)), 0,
                        Optional.empty(), List.of(), Optional.empty())),
                first.changes());
        GradePath.Change document = path.steps().get(1).changes().get(0);
        assertEquals("evidence:1.2", document.item());
        assertEquals(1, document.count());
        assertEquals(List.of("report"), document.kinds());
        assertEquals(Optional.of("verified"), document.status());
        assertEquals("GradePath to high: FOUND, 2 steps", path.toString());
        assertEquals("bontot-path/1", path.toMap().get("format"));
    }

    @Test
    public void theNextBetterGrade() {
        GradePath path = rubric.path(dossier(2, false), Options.defaults());
        assertEquals("mid", path.grade().id());
        assertEquals(List.of("1.2"), path.steps().stream().map(GradePath.Step::at).toList());
    }

    @Test
    public void reachedAndForbidden() {
        GradePath reached = rubric.path(dossier(2, false), "low", Options.defaults());
        assertEquals(GradePath.Reach.REACHED, reached.reach());
        assertEquals(Optional.empty(), reached.after());
        GradePath forbidden = rubric.path(dossier(2, true), "high", Options.defaults());
        assertEquals(GradePath.Reach.FORBIDDEN, forbidden.reach());
        assertEquals("gate", forbidden.obstacles().get(0).code());
        assertEquals(Optional.of("g"), forbidden.obstacles().get(0).at());
    }

    @Test
    public void onlyWordsNeedTheLibrary() {
        GradePath path = rubric.path(dossier(2, false), "high", Options.defaults());
        assertTrue(path.toText(Language.VI).contains("Vi\u1ec7c c\u1ea7n l\u00e0m"));
        path.close();
        path.close();
        assertEquals(2, path.steps().size());
        assertThrows(MisuseException.class, () -> path.toText(Language.VI));
    }

    @Test
    public void errors() {
        NotFoundException error = assertThrows(NotFoundException.class,
                () -> rubric.path(dossier(2, false), "best", Options.defaults()));
        assertEquals("api_no_grade", error.entries().get(0).code());
        assertThrows(NotFoundException.class,
                () -> rubric.path(dossier(2, false), Options.defaults().asOf("nobody")));
        assertThrows(InputException.class, () -> rubric.path(dossier(-1, false), Options.defaults()));
    }
}
