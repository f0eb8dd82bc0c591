// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** Roles, references and trust. */
public final class CommitteeTest {
    private static final Source REFERENCE = Source.text("""
            {"format": "bontot-reference/1", "facts": {"avg": 7.5},
             "exceptions": [{"unit": "U", "gate": "g", "reason": "a flood", "authority": "the committee"}]}""");

    private final Rubric rubric = Sheets.rubric(Sheets.COMMITTEE);
    private final Source dossier = Source.map(Sheets.dossier(
            "U", Sheets.map("blame", true), "marks",
            Map.of("M", Sheets.map("self", 6, "final", Map.of(
                    "points", 5, "reason", "late", "by", "B", "date", LocalDate.of(2027, 1, 2))))));

    @Test
    public void roles() {
        assertEquals(
                List.of(new Role("self", "self", "self"), new Role("final", "duy\u1ec7t", "decision")),
                rubric.roles());
    }

    @Test
    public void aReferenceWithAnException() {
        try (Reference reference = rubric.reference(REFERENCE)) {
            Result result = rubric.evaluate(dossier, Options.defaults().reference(reference));
            Support.assertSame("12.5", result.total().points());
            assertEquals("top", result.grade().id());
            assertTrue(result.head().byException());
            Result.LiftedBy lifted = new Result.LiftedBy("a flood", "the committee", Optional.empty());
            assertEquals(List.of(new Result.Gate("g", Truth.YES, Optional.of(lifted))), result.gates());
        }
    }

    @Test
    public void rolesSideBySide() {
        Options options = Options.defaults().reference(rubric.reference(REFERENCE));
        Result result = rubric.evaluate(dossier, options);
        Result alone = rubric.evaluate(dossier, options.asOf("self"));
        assertEquals(Optional.of("final"), result.head().asOf());
        assertEquals(Optional.of("self"), alone.head().asOf());
        assertEquals(List.of("self", "final"), result.columns().stream().map(Result.RoleColumn::role).toList());
        BigDecimal first = new BigDecimal("13.5");
        assertEquals(new Points(first, first), result.columns().get(0).total());
        assertEquals(new Points(new BigDecimal(6), new BigDecimal(6)), result.columns().get(0).nodes().get("M"));
        assertEquals(first, alone.total().points());
        assertEquals(List.of(), alone.columns());
        assertEquals(
                List.of(
                        new Result.Mark("self", new BigDecimal(6), "", "", "", Optional.empty()),
                        new Result.Mark("final", new BigDecimal(5), "", "late", "B",
                                Optional.of(LocalDate.of(2027, 1, 2)))),
                result.node("M").marks());
        assertThrows(NotFoundException.class, () -> rubric.evaluate(dossier, options.asOf("chief")));
    }

    @Test
    public void appliedToWhatWasBuilt() {
        Dossier built = rubric.dossier().setUnit("U", "")
                .setPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)).set("blame", true);
        built.apply(rubric.reference(REFERENCE));
        assertEquals(new BigDecimal("7.5"), built.evaluate().total().points());
        assertTrue(built.evaluate().head().byException());
    }

    @Test
    public void whoIsBelieved() {
        Source said = Source.map(Sheets.dossier("U", Sheets.map("avg", 9)));
        assertEquals(new BigDecimal(9), rubric.evaluate(said).total().points());
        InputException error = assertThrows(InputException.class,
                () -> rubric.evaluate(said, Options.defaults().trust(Trust.COMMITTEE)));
        assertEquals("dossier_committee_only", error.entries().get(0).code());
    }

    @Test
    public void aFaultyReferenceAndOneOfAnotherRubric() {
        InputException error = assertThrows(InputException.class, () -> rubric.reference(
                Source.text("{\"format\": \"bontot-reference/1\", \"facts\": {\"blame\": true}}")));
        assertEquals("/facts/blame", error.entries().get(0).pointer());
        try (Rubric other = Sheets.rubric(Sheets.COMMITTEE)) {
            Options options = Options.defaults().reference(other.reference(REFERENCE));
            error = assertThrows(InputException.class, () -> rubric.evaluate(dossier, options));
            assertEquals("reference_other_rubric", error.entries().get(0).code());
        }
    }
}
