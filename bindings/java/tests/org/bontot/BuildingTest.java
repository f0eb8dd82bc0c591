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

/** Dossiers and references that are built piece by piece are what JSON says. */
public final class BuildingTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static Dossier begun(Rubric rubric) {
        return rubric.dossier(Options.in(Language.EN)).setUnit("U", "Chi b\u1ed9 U").setPeriod(FIRST, LAST);
    }

    @Test
    public void marksAndEvidence() {
        Rubric rubric = Sheets.rubric(Sheets.MARKED);
        Dossier built = begun(rubric).set("n", 4).set("flag", false)
                .setMark("1.2", "self", new BigDecimal("7.5"))
                .setMark("1.2", "appraised", BigDecimal.ONE).clearMark("1.2", "appraised");
        built.addEvidence("E1").set(Document.Field.KIND, "report").set(Document.Field.NUMBER, "12-BC/CB")
                .set(Document.Field.ISSUED, LocalDate.of(2026, 12, 5)).supports("1.1");
        Result read = rubric.evaluate(Source.map(Sheets.dossier(
                "U", Sheets.map("n", 4, "flag", false), "marks", Map.of("1.2", Map.of("self", new BigDecimal("7.5"))),
                "evidence", List.of(Sheets.map("id", "E1", "kind", "report", "number", "12-BC/CB", "issued",
                        LocalDate.of(2026, 12, 5), "supports", List.of("1.1"))))), Options.in(Language.EN));
        assertEquals(read, built.evaluate());
        // 4 + 7.5, rounded down to 2s
        Support.assertSame("10", built.evaluate().total().points());
        assertEquals(State.UNKNOWN, built.remove(DossierPart.MARKS).evaluate().node("1.2").state());
        assertEquals(State.UNPROVEN, built.remove(DossierPart.EVIDENCE).give(DossierPart.EVIDENCE)
                .evaluate().node("1.1").state());
    }

    @Test
    public void aMarkWithANote() {
        Rubric rubric = Sheets.rubric(Sheets.COMMITTEE);
        LocalDate day = LocalDate.of(2027, 1, 2);
        Dossier built = begun(rubric).set("avg", 3).setMark("M", "self", new BigDecimal(6))
                .setMark("M", "final", new BigDecimal(5), new MarkNote("", "late", "B", Optional.of(day)));
        assertEquals(
                List.of(
                        new Result.Mark("self", new BigDecimal(6), "", "", "", Optional.empty()),
                        new Result.Mark("final", new BigDecimal(5), "", "late", "B", Optional.of(day))),
                built.evaluate().node("M").marks());
        assertThrows(NotFoundException.class, () -> built.setMark("M", "chief", BigDecimal.ONE));
        assertThrows(NotFoundException.class, () -> built.setMark("Z", "self", BigDecimal.ONE));
        assertThrows(InputException.class, () -> built.setMark("M", "self", new BigDecimal(11)));
        assertThrows(NoFitException.class, () -> built.setMark("M", "self", BigDecimal.TEN.pow(30)));
    }

    @Test
    public void members() {
        Rubric rubric = Rubric.builtin(Support.RUBRIC_ID);
        Dossier built = rubric.dossier(Options.in(Language.EN)).setUnit("U", "")
                .setPeriod(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
        Member member = built.addMember("DV-01").set("official", true).set("disciplined", false).set("breaches", 0)
                .set("grade", "good").setTyped("residence_confirmed", "true").set("spoke", true);
        built.addMember("DV-02").set("disciplined", true);
        InputException twice = assertThrows(InputException.class, () -> built.addMember("DV-02"));
        assertTrue(twice.getMessage(), twice.entries().get(0).pointer().startsWith("/members"));
        assertThrows(InputException.class, () -> member.set("grade", "best"));
        assertThrows(InputException.class, () -> member.set("official", "yes"));
        assertThrows(NotFoundException.class, () -> member.set("nothing", 1));
        member.clear("breaches").set("breaches", new BigDecimal("0.0"));
        Result read = rubric.evaluate(Source.text("""
                {"format": "bontot-dossier/1", "unit": {"id": "U"},
                 "period": {"from": "2023-01-01", "to": "2023-12-31"}, "facts": {}, "members": [
                  {"id": "DV-01", "official": true, "disciplined": false, "breaches": 0, "grade": "good",
                   "residence_confirmed": true, "spoke": true},
                  {"id": "DV-02", "disciplined": true}]}"""), Options.in(Language.EN));
        assertEquals(read, built.evaluate());
    }

    @Test
    public void anExceptionAndTheUnit() {
        Rubric rubric = Sheets.rubric(Sheets.COMMITTEE);
        Dossier built = begun(rubric).set("avg", new BigDecimal("7.5")).set("blame", true)
                .setMark("M", "self", new BigDecimal(5)).setUnitGroup("north").setUnitParent("P")
                .addException("g", "a flood", "the committee", null);
        Result result = built.evaluate();
        assertEquals("top", result.grade().id());
        assertEquals(
                Optional.of(new Result.LiftedBy("a flood", "the committee", Optional.empty())),
                result.gates().get(0).lifted());
        assertThrows(NotFoundException.class, () -> built.addException("h", "a", "b", LAST));
        assertEquals("rest", built.remove(DossierPart.EXCEPTIONS).evaluate().grade().id());
        assertEquals("rest", built.reset().evaluate().grade().id());
    }

    @Test
    public void aReferenceIsBuilt() {
        Rubric rubric = Sheets.rubric(Sheets.COMMITTEE);
        Reference built = rubric.reference(Options.in(Language.EN)).setPeriod(FIRST, LAST)
                .setTyped(Reference.Scope.ALL, "", "avg", "2")
                .set(Reference.Scope.GROUP, "north", "avg", new BigDecimal(3))
                .set(Reference.Scope.UNIT, "U", "avg", new BigDecimal("7.5"))
                .addException("U", "g", "a flood", "the committee", LocalDate.of(2027, 1, 10));
        assertThrows(InputException.class,
                () -> built.set(Reference.Scope.ALL, "", "blame", BigDecimal.ONE));
        assertThrows(NotFoundException.class,
                () -> built.set(Reference.Scope.ALL, "", "nothing", BigDecimal.ONE));
        assertThrows(NotFoundException.class, () -> built.addException("U", "h", "a", "b", null));
        Source dossier = Source.map(Sheets.dossier(
                "U", Sheets.map("blame", true), "marks", Map.of("M", Map.of("self", 5))));
        Result result = rubric.evaluate(dossier, Options.defaults().reference(built));
        Support.assertSame("12.5", result.total().points());
        assertTrue(result.head().byException());
        Source other = Source.map(Sheets.dossier("V", Sheets.map("blame", false)));
        Support.assertSame(
                "2", rubric.evaluate(other, Options.defaults().reference(built)).node("L").points());
    }

    @Test
    public void aReferenceThatWasReadIsImmutable() {
        Rubric rubric = Sheets.rubric(Sheets.COMMITTEE);
        Reference read = rubric.reference(Source.text("{\"format\": \"bontot-reference/1\"}"));
        assertThrows(MisuseException.class,
                () -> read.set(Reference.Scope.ALL, "", "avg", BigDecimal.ONE));
    }

    @Test
    public void dossiersUnderTwoRubrics() {
        Rubric before = Sheets.rubric(Sheets.RANKED);
        Rubric after = Sheets.rubric(Sheets.RANKED.replace("\"min_total\": 9", "\"min_total\": 10"));
        try (RubricDiff diff = RubricDiff.between(before, after, Options.defaults())) {
            assertEquals(RubricDiff.Move.DOWN, diff.add(begun(before).set("n", 9), begun(after).set("n", 9)));
            assertEquals(1, diff.count(RubricDiff.Move.DOWN));
            assertThrows(MisuseException.class, () -> diff.add(begun(after).set("n", 9), begun(after)));
        }
    }

    @Test
    public void depthLimit() {
        InputException error = assertThrows(InputException.class,
                () -> Rubric.load(Source.text(Sheets.TYPES), Options.in(Language.EN).depthLimit(2)));
        assertTrue(error.getMessage(), error.getMessage().contains("2"));
        assertThrows(IllegalArgumentException.class, () -> Options.defaults().depthLimit(-1));
    }

    @Test
    public void names() {
        try (FeelNames names = FeelNames.in(Language.EN)) {
            names.set("n", new BigDecimal("0.1")).set("m", 2).set("yes", true).set("t", "t\u1ed1t")
                    .set("day", LocalDate.of(2026, 2, 28)).setUnknown("u").setExpression("list", "[n, m, 3]");
            assertEquals("5.1", names.evaluate("sum(list)"));
            assertEquals("28", names.evaluate("day.day"));
            assertEquals("true", names.evaluate("yes and t = \"t\u1ed1t\""));
            assertEquals("unknown", names.evaluate("u + 1"));
            assertEquals("3", names.set("n", 1).evaluate("n + m"));
            InputException error = assertThrows(InputException.class, () -> names.evaluate("n + )"));
            assertEquals(5, error.entries().get(0).expressionColumn());
            assertThrows(InputException.class, () -> names.set("", 1));
            assertThrows(NoFitException.class, () -> names.set("n", BigDecimal.TEN.pow(20)));
        }
    }
}
