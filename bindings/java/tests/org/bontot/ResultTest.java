// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Test;

/** Results: every figure that was worked out by hand, and the shape of what is returned. */
public final class ResultTest {
    private static final Map<String, Optional<Truth>> GOOD = Map.of(
            "", Optional.empty(), "null", Optional.of(Truth.OPEN), "true", Optional.of(Truth.YES),
            "false", Optional.of(Truth.NO));
    private static final Set<String> SUMMARY = Set.of("total", "grade", "reachable", "completeness");

    private final Rubric rubric = Rubric.builtin(Support.RUBRIC_ID);
    private final Result result = rubric.evaluate(Source.file(Support.EXAMPLE));

    @Test
    public void everyFigure() throws IOException {
        Map<String, List<Map<String, String>>> rows = Support.tsv("expected.tsv").stream()
                .collect(Collectors.groupingBy(row -> row.get("dossier"), TreeMap::new, Collectors.toList()));
        assertTrue(rows.keySet().containsAll(Set.of("example", "full", "disciplined", "missing-third")));
        rows.forEach((name, mine) -> {
            Result found = rubric.evaluate(Source.file(Support.DOSSIERS.resolve(name + ".json")));
            List<String> lines = mine.stream().map(row -> row.get("node"))
                    .filter(node -> !SUMMARY.contains(node)).toList();
            assertEquals(lines, found.nodes().stream().map(Result.Node::id).toList());
            assertEquals(lines.size() + SUMMARY.size(), mine.size());
            mine.forEach(row -> check(found, row));
        });
    }

    private static void check(Result result, Map<String, String> row) {
        switch (row.get("node")) {
            case "total":
                assertEquals(interval(row), result.total());
                break;
            case "grade":
                assertEquals(row.get("points"), result.grade().id());
                assertEquals(row.get("possible"), result.head().gradePossible());
                break;
            case "reachable":
                assertEquals(List.of(row.get("points").split(",")), result.head().reachable());
                break;
            case "completeness":
                assertEquals(new BigDecimal(row.get("points")), result.head().completeness());
                break;
            default:
                Result.Node node = result.node(row.get("node"));
                assertEquals(interval(row), new Interval(node.points(), node.possible(), node.max()));
                assertEquals(GOOD.get(row.get("good")), node.good());
                if (!row.get("state").isEmpty()) {
                    assertEquals(row.get("state"), node.state().name().toLowerCase());
                }
        }
    }

    private static Interval interval(Map<String, String> row) {
        return new Interval(
                new BigDecimal(row.get("points")), new BigDecimal(row.get("possible")),
                new BigDecimal(row.get("max")));
    }

    @Test
    public void head() {
        Result.Head head = result.head();
        assertEquals(rubric.id(), head.rubricId());
        assertEquals(rubric.version(), head.rubricVersion());
        assertEquals("CB-THVX", head.unitId());
        assertTrue(head.unitName().contains("illustrative figures"));
        assertEquals(
                Optional.of(new Days(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31))), head.period());
        assertFalse(head.byException());
        assertEquals(Optional.empty(), head.asOf());
        assertEquals("Result CB-THVX: ba-tot, 85.50896656535 to 89.175633232016 of 100", result.toString());
    }

    @Test
    public void tree() {
        for (Result.Node criterion : result.criteria()) {
            assertEquals(Optional.empty(), criterion.parent());
            assertEquals(Optional.of(CriterionKind.BASE), criterion.kind());
            for (Result.Node line : criterion.children()) {
                assertEquals(Optional.of(criterion.id()), line.parent());
                assertFalse(line.reason().isEmpty());
            }
        }
        Result.Node line = result.node("1.4");
        assertEquals(
                Map.of("workers.count", new BigDecimal(6), "workers.income_trend", "held"), line.facts());
        assertEquals("1\u00b61", result.node("1.1").clause());
        assertThrows(NotFoundException.class, () -> result.node("9.9"));
    }

    @Test
    public void missing() {
        Result.Missing document = result.missing().stream()
                .filter(each -> each.item().equals("evidence:3.1")).findFirst().orElseThrow();
        assertEquals(List.of("3.1"), document.lines());
        assertEquals(new BigDecimal("0.666666666667"), document.worth());
        assertEquals(List.of("evidence:3.1"), result.node("3.1").missing());
        assertTrue(result.missing().get(0).worth().compareTo(document.worth()) > 0);
    }

    @Test
    public void checks() {
        List<Result.Check> checks = rubric.check(Source.file(Support.EXAMPLE), Options.defaults());
        assertEquals(result.checks(), checks);
        assertEquals(
                List.of("k1", "k2", "k3", "k4", "k5", "k6"), checks.stream().map(Result.Check::id).toList());
    }

    @Test
    public void writtenInEveryFormat() {
        Map<String, Object> said = result.toMap();
        assertEquals("bontot-result/1", said.get("format"));
        assertEquals(-1, result.toJson().indexOf('\n'));
        Map<String, Object> summary = Said.read(result.toSummary()).members();
        assertEquals("bontot-summary/1", summary.get("format"));
        assertEquals(said.get("total"), summary.get("total"));
        assertEquals(result.grade().id(), summary.get("grade"));
        assertFalse(result.toText(Language.VI).contains("\u001b"));
        assertTrue(result.toColouredText(Language.VI).contains("\u001b["));
    }

    @Test
    public void languages() {
        Result english = rubric.evaluate(Source.file(Support.EXAMPLE), Options.in(Language.EN));
        assertEquals(result.total(), english.total());
        assertEquals("Three-good cell", english.grade().label());
        assertNotEquals(result.grade().label(), english.grade().label());
        assertNotEquals(result.node("1.1").reason(), english.node("1.1").reason());
        assertEquals(result.toText(Language.VI), english.toText(Language.VI));
        assertNotEquals(result, english);
    }

    @Test
    public void valuesCannotBeChanged() {
        assertThrows(UnsupportedOperationException.class, () -> result.criteria().clear());
        assertThrows(UnsupportedOperationException.class, () -> result.node("1.4").facts().clear());
        assertThrows(UnsupportedOperationException.class, () -> result.head().reachable().clear());
        assertThrows(UnsupportedOperationException.class, () -> result.nodes().clear());
        assertEquals(result, rubric.evaluate(Source.file(Support.EXAMPLE)));
        assertEquals(result.hashCode(), rubric.evaluate(Source.file(Support.EXAMPLE)).hashCode());
    }

    @Test
    public void pilotRubric() {
        Result pilot = Rubric.builtin("bon-tot-pilot-2023")
                .evaluate(Source.file(Support.DOSSIERS.resolve("pilot.json")));
        assertEquals("fit", pilot.grade().id());
        assertEquals(3, pilot.criteria().size());
        pilot.criteria().forEach(each -> assertEquals(Optional.of(Truth.YES), each.good()));
    }
}
