// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Comparisons: figures that were worked out by hand, sources of every kind, and errors. */
public final class ComparisonTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final Rubric rubric = Sheets.rubric(Sheets.MARKED);
    // 1.1 + 1.2 = 4 + 7.5 = 11.5, rounded down to 10; then 6 + 7 = 13, rounded down to 12.
    private final Result before = evaluated(Sheets.map("n", 4, "flag", false), new BigDecimal("7.5"), "E1");
    private final Result after = evaluated(Sheets.map("n", 6), 7, "E2");
    private final Comparison comparison = Bontot.compare(before, after, Language.EN);

    private Result evaluated(Map<String, Object> facts, Object mark, String document) {
        return rubric.evaluate(
                Source.map(Sheets.dossier(
                        "U", facts, "marks", Map.of("1.2", Map.of("self", mark)), "evidence",
                        List.of(Map.of("id", document, "supports", List.of("1.1"), "kind", "report")))),
                Options.in(Language.EN));
    }

    private static Comparison.Move move(String before, String after, String difference) {
        return new Comparison.Move(new BigDecimal(before), new BigDecimal(after), new BigDecimal(difference));
    }

    @Test
    public void total() {
        assertEquals(move("10", "12", "2"), comparison.total().points());
        assertEquals(BigDecimal.ZERO, comparison.total().remainder());
        assertEquals(new Grade("low", "low"), comparison.before().grade());
        // flag is not known any more: the gate may take a grade.
        assertEquals("low", comparison.after().grade().id());
        assertEquals("high", comparison.after().gradePossible());
        assertTrue(comparison.isGradeChanged());
        assertEquals(Optional.of("self"), comparison.after().asOf());
        assertEquals("Comparison U: low to low, 2", comparison.toString());
    }

    @Test
    public void nodes() {
        Comparison.NodeChange criterion = comparison.node("1");
        Comparison.NodeChange first = comparison.node("1.1");
        Comparison.NodeChange second = comparison.node("1.2");
        assertEquals(List.of(criterion, first, second), comparison.nodes());
        // 2 = 2 - 0.5 + 0.5
        assertEquals(new BigDecimal("0.5"), criterion.moves().remainder());
        assertEquals(List.of(first, second), criterion.children());
        assertEquals(Optional.of("1"), first.parent());
        assertEquals(Comparison.Presence.BOTH, criterion.where());
        assertEquals(move("4", "6", "2"), first.moves().points());
        assertEquals(
                List.of(new Comparison.FactChange("n", Optional.of(new BigDecimal(4)), Optional.of(new BigDecimal(6)))),
                first.facts());
        assertEquals(List.of("E2"), first.evidenceAdded());
        assertEquals(List.of("E1"), first.evidenceRemoved());
        assertEquals(move("7.5", "7", "-0.5"), second.moves().points());
        assertEquals(
                List.of(new Comparison.MarkChange(
                        "self", Optional.of(new BigDecimal("7.5")), Optional.of(new BigDecimal(7)))),
                second.marks());
        Comparison.NodeSide side = first.after().orElseThrow();
        assertEquals("n: 6: 6 points", side.reason());
        assertEquals(State.PARTLY, side.state());
        assertEquals(Optional.of(Truth.YES), criterion.after().orElseThrow().good());
        assertThrows(NotFoundException.class, () -> comparison.node("9"));
    }

    @Test
    public void gatesAndChecks() {
        assertEquals(
                List.of(new Comparison.GateChange("g", Optional.of(Truth.NO), Optional.of(Truth.OPEN), false, false)),
                comparison.gates());
        assertEquals(
                List.of(new Comparison.CheckChange(
                        "k", Optional.of(Outcome.FAIL), Optional.of(Outcome.PASS), Severity.INFO, "Few.")),
                comparison.checks());
    }

    @Test
    public void anotherRubricWithALineThatMoved() {
        Rubric young = Sheets.rubric("""
                {"format": "bontot-rubric/1", "id": "young", "version": "1", "label": {"en": "Young"},
                 "facts": [{"id": "n", "type": "number"}],
                 "criteria": [{"id": "2", "max": 8, "indicators": [
                   {"id": "1.1", "max": 8, "score": {"formula": "n"}}]}],
                 "grades": [{"id": "high", "min_total": 12}, {"id": "low"}]}""");
        Result there = young.evaluate(Source.map(Sheets.dossier("U", Sheets.map("n", 4))));
        Comparison all = Bontot.compare(before, there, Language.EN);
        assertEquals("young", all.after().rubricId());
        assertEquals(
                List.of(Comparison.Presence.AFTER, Comparison.Presence.BEFORE),
                all.criteria().stream().map(Comparison.NodeChange::where).toList());
        Comparison.NodeChange moved = all.node("1.1");
        assertEquals(Optional.of("2"), moved.parent());
        assertEquals(Optional.of("1"), moved.elsewhere());
        assertEquals(Optional.empty(), moved.before());
        assertEquals(Optional.empty(), all.gates().get(0).after());
    }

    @Test
    public void differencesAddUp() {
        Rubric builtin = Rubric.builtin(Support.RUBRIC_ID);
        List<Result> results = Stream.of("example", "full", "disciplined", "missing-third")
                .map(name -> builtin.evaluate(Source.file(Support.DOSSIERS.resolve(name + ".json")))).toList();
        for (Result first : results) {
            for (Result second : results) {
                Comparison all = Bontot.compare(first, second, Language.VI);
                BigDecimal sum = all.criteria().stream().map(each -> each.moves().points().difference())
                        .reduce(all.total().remainder(), BigDecimal::add);
                Support.assertSame(sum.toString(), all.total().points().difference());
                Support.assertSame(
                        second.total().points().subtract(first.total().points()).toString(),
                        all.total().points().difference());
            }
        }
    }

    @Test
    public void sources() throws IOException {
        Path file = temporary.getRoot().toPath().resolve("before.json");
        Files.writeString(file, before.toJson());
        for (ResultSource source : List.of(
                Source.text(before.toJson()), Source.map(before.toMap()), Source.file(file), Summary.of(before),
                Summary.read(Source.file(file), Options.defaults()))) {
            assertEquals(comparison, Bontot.compare(source, after, Language.EN));
        }
    }

    @Test
    public void languages() {
        // Of results in memory both languages are there, whatever they were evaluated in.
        assertEquals("M\u1ed9t", Bontot.compare(before, after, Language.VI).node("1").label());
        ResultSource text = Source.text(before.toJson());
        assertEquals("One", Bontot.compare(text, Source.text(after.toJson()), Language.VI).node("1").label());
    }

    @Test
    public void written() {
        assertEquals("bontot-comparison/1", comparison.toMap().get("format"));
        assertTrue(comparison.toText(Language.EN).contains("4 \u2192 6 (+2)"));
        assertTrue(comparison.toColouredText(Language.VI).contains("\u001b["));
        comparison.close();
        assertThrows(MisuseException.class, () -> comparison.toText(Language.EN));
        assertEquals(3, comparison.nodes().size());
    }

    @Test
    public void errors() {
        InputException error = assertThrows(InputException.class,
                () -> Bontot.compare(before, Source.text("{\n\"format\": 1}"), Language.VI));
        ErrorEntry entry = error.entries().stream().filter(each -> each.pointer().equals("/format"))
                .findFirst().orElseThrow();
        assertEquals("reading_wrong_type", entry.code());
        assertEquals(2, entry.line());
        error = assertThrows(InputException.class,
                () -> Bontot.compare(Source.file(Support.EXAMPLE), after, Language.VI)); // a dossier
        assertEquals(Optional.of(Support.EXAMPLE.toString()), error.source());
    }
}
