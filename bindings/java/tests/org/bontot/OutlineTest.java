// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bontot.RubricOutline.Label;
import org.bontot.RubricOutline.Range;
import org.junit.Test;

/** What a rubric says of itself, against its text. */
public final class OutlineTest {
    private final RubricOutline types = Sheets.rubric(Sheets.TYPES).outline();
    private final RubricOutline marked = Sheets.rubric(Sheets.MARKED).outline();
    private final RubricOutline committee = Sheets.rubric(Sheets.COMMITTEE).outline();

    private static Range range(String least, String most) {
        return new Range(Optional.ofNullable(least).map(BigDecimal::new), Optional.ofNullable(most).map(BigDecimal::new));
    }

    @Test
    public void facts() {
        assertEquals(
                new RubricOutline.FactLine(
                        "share", FactType.NUMBER, new Label("share", "share"), new Label("", ""), range("0", "100"),
                        false, false, false, true, List.of()),
                types.facts().get(0));
        assertEquals(List.of("rose", "fell"), types.facts().get(2).choices());
        assertTrue(committee.facts().get(0).isByCommittee());
        assertFalse(committee.facts().get(1).isByCommittee());
        assertTrue(Sheets.rubric(Sheets.STEPS).outline().facts().get(0).isInteger());
    }

    @Test
    public void nodes() {
        RubricOutline.NodeLine criterion = marked.nodes().get(0);
        assertEquals(Optional.empty(), criterion.parent());
        assertEquals(new Label("M\u1ed9t", "One"), criterion.label());
        assertEquals(CriterionKind.BASE, criterion.kind());
        assertEquals(RubricOutline.Score.GROUP, criterion.score());
        assertEquals(Optional.of(new BigDecimal(20)), criterion.range().most());
        RubricOutline.NodeLine first = marked.nodes().get(1);
        assertEquals(RubricOutline.Score.FORMULA, first.score());
        assertEquals(List.of("n"), first.facts());
        assertTrue(first.asksEvidence());
        assertEquals(List.of("report"), first.evidenceKinds());
        RubricOutline.NodeLine second = marked.nodes().get(2);
        assertEquals(RubricOutline.Score.MARK, second.score());
        assertEquals(List.of("self", "appraised"), second.markedBy());
        assertEquals(Optional.of(new BigDecimal("0.5")), second.markStep());
        assertFalse(second.asksEvidence());
        assertEquals(2, Sheets.rubric(Sheets.STEPS).outline().nodes().get(1).effort());
    }

    @Test
    public void rolesGradesGatesChecks() {
        assertEquals(
                List.of(
                        new RubricOutline.RoleLine("self", new Label("self", "self"), false),
                        new RubricOutline.RoleLine("final", new Label("duy\u1ec7t", "decision"), true)),
                committee.roles());
        assertEquals(
                List.of(true, true, false),
                Sheets.rubric(Sheets.RANKED).outline().grades().stream().map(RubricOutline.GradeLine::hasQuota).toList());
        assertEquals(
                List.of(new RubricOutline.GateLine(
                        "g", new Label("g", "g"), "", RubricOutline.Effect.GRADE_DOWN, "1")),
                marked.gates());
        assertEquals("rest", committee.gates().get(0).target());
        assertEquals(RubricOutline.Effect.GRADE_AT_MOST, committee.gates().get(0).effect());
        assertEquals(
                List.of(new RubricOutline.CheckLine("k", new Label("\u00cdt.", "Few."), "", Severity.INFO)),
                marked.checks());
    }

    @Test
    public void aBuiltinRubric() {
        Said said = Said.read(Sheets.textOf(Support.ROOT.resolve("src/rubrics/bon-tot-2023.json")));
        RubricOutline outline = Rubric.builtin(Support.RUBRIC_ID).outline();
        assertEquals(said.object("source").text("document"), outline.origin().document());
        assertEquals(said.object("source").text("issuer"), outline.origin().issuer());
        assertEquals(said.object("source").text("issued"), outline.origin().issued().orElseThrow().toString());
        assertEquals(OptionalInt.of(12), outline.periodMonths());
        List<Said> fields = said.objects("facts", each -> each).stream()
                .filter(each -> each.textOr("of", "").equals("member")).toList();
        assertEquals(
                fields.stream().map(each -> each.text("id")).toList(),
                outline.fields().stream().map(RubricOutline.FactLine::id).toList());
        assertEquals(
                said.objects("gates", each -> each.text("id")),
                outline.gates().stream().map(RubricOutline.GateLine::id).toList());
        assertEquals(
                said.objects("consistency", each -> each.text("id")),
                outline.rules().stream().map(RubricOutline.RuleLine::id).toList());
        for (Said field : fields) {
            RubricOutline.FactLine found = outline.fields().stream()
                    .filter(each -> each.id().equals(field.text("id"))).findFirst().orElseThrow();
            assertEquals(field.texts("choices"), found.choices());
            assertEquals(field.maybeNumber("min"), found.range().least());
            assertEquals(field.object("label").text("vi"), found.label().in(Language.VI));
        }
    }

    @Test
    public void theTotal() {
        assertEquals(range(null, null), marked.total());
        Rubric bounded = Sheets.rubric(Sheets.TYPES.replace(
                "\"grades\"", "\"total\": {\"min\": 0, \"max\": \"25.5\"}, \"grades\""));
        assertEquals(range("0", "25.5"), bounded.outline().total());
        assertEquals("", marked.origin().document());
    }
}
