// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Test;

/** Rubrics: the built-in ones, those of one's own, and what they say of themselves. */
public final class RubricTest {
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(Support.ROOT.resolve("src/rubrics"))) {
            List<Path> found = files.filter(each -> each.toString().endsWith(".json")).sorted().toList();
            assertFalse(found.isEmpty());
            return found;
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    @Test
    public void allBuiltinsOfTheSourceFolder() throws IOException {
        assertEquals(
                sources().stream().map(RubricTest::stem).toList(),
                Rubric.builtins().stream().sorted().toList());
    }

    @Test
    public void whatTheySayIsWhatTheSourceSays() throws IOException {
        for (Path source : sources()) {
            Said said = Said.read(Support.text(source));
            List<Said> facts = said.objects("facts", each -> each).stream()
                    .filter(each -> !each.textOr("of", "").equals("member")).toList();
            for (Rubric rubric : List.of(Rubric.builtin(stem(source)), Rubric.load(Source.file(source)))) {
                assertEquals(said.text("id"), rubric.id());
                assertEquals(said.text("version"), rubric.version());
                assertEquals(said.object("label").text("vi"), rubric.label(Language.VI));
                assertEquals(said.object("label").text("en"), rubric.label(Language.EN));
                assertEquals(
                        IntStream.range(0, facts.size()).mapToObj(slot -> fact(facts.get(slot), slot)).toList(),
                        rubric.facts());
                assertEquals(
                        said.objects("grades", each -> each.text("id")),
                        rubric.grades().stream().map(RubricGrade::id).toList());
                assertEquals(
                        said.objects("criteria", each -> each.text("id")),
                        rubric.nodes().stream().filter(each -> each.parent().isEmpty())
                                .map(RubricNode::id).toList());
            }
        }
    }

    private static Fact fact(Said said, int slot) {
        Said label = said.object("label");
        return new Fact(
                said.text("id"), slot, FactType.valueOf(said.text("type").toUpperCase(Locale.ROOT)),
                label.text("vi"), label.text("en"));
    }

    @Test
    public void factsByTheirIds() {
        Rubric rubric = Rubric.builtin(Support.RUBRIC_ID);
        assertEquals(rubric.facts().get(3), rubric.fact(rubric.facts().get(3).id()).orElseThrow());
        assertEquals(Optional.empty(), rubric.fact("nothing"));
        assertEquals(
                Optional.of("1"),
                rubric.nodes().stream().filter(each -> each.id().equals("1.1")).findFirst().orElseThrow().parent());
        assertEquals("Rubric bon-tot-2023 1.0.0", rubric.toString());
    }

    @Test
    public void templateIsADossier() {
        Rubric rubric = Rubric.builtin(Support.RUBRIC_ID);
        for (Language language : Language.values()) {
            Map<String, Object> facts = Said.read(rubric.template(language)).object("facts").members();
            assertEquals(rubric.facts().stream().map(Fact::id).collect(Collectors.toSet()), facts.keySet());
            assertTrue(facts.values().stream().allMatch(each -> each == null));
            assertTrue(rubric.describe(language).contains(rubric.label(language)));
        }
    }

    @Test
    public void theRubricThatADossierNames() {
        assertEquals(Support.RUBRIC_ID, Rubric.idNamedBy(Source.file(Support.EXAMPLE)));
        assertThrows(NotFoundException.class, () -> Rubric.idNamedBy(Source.text("{}")));
        assertThrows(InputException.class, () -> Rubric.idNamedBy(Source.text("{")));
    }

    @Test
    public void sizeLimit() {
        InputException error = assertThrows(InputException.class,
                () -> Rubric.load(Source.text(Sheets.TYPES), Options.defaults().sizeLimit(100)));
        assertTrue(error.getMessage(), error.getMessage().contains("100"));
        assertThrows(IllegalArgumentException.class, () -> Options.defaults().sizeLimit(-1));
    }

    @Test
    public void aGapThatLintFinds() {
        String sheet = """
                {"format": "bontot-rubric/1", "id": "test", "label": {"vi": "a", "en": "b"}, "version": "1",
                 "facts": [{"id": "n", "type": "number", "min": 0, "max": 1, "label": {"vi": "n", "en": "n"}}],
                 "criteria": [{"id": "C", "max": 10, "label": {"vi": "C", "en": "C"}, "indicators": [
                  {"id": "L", "label": {"vi": "L", "en": "L"}, "max": 10, "score": {"steps": {"value": "n",
                   "table": [{"when": "> 0.5", "points": 10}, {"when": "< 0.5", "points": 0}]}}}]}],
                 "grades": [{"id": "top", "min_total": 8, "label": {"vi": "t", "en": "t"}},
                            {"id": "rest", "label": {"vi": "r", "en": "r"}}]}""";
        Rubric rubric = Sheets.rubric(sheet);
        LintFinding found = rubric.lint(Language.EN).get(0);
        assertEquals(1, rubric.lint(Language.EN).size());
        assertEquals("step_gap", found.code());
        assertEquals(Severity.ERROR, found.severity());
        assertEquals(Optional.of("L"), found.node());
        assertEquals("/criteria/0/indicators/0/score/steps/table", found.pointer());
        assertEquals("No row of this table fits the value 0.5: people would have to decide.", found.text());
        assertEquals(found.text() + " [step_gap] (" + found.pointer() + ")", found.toString());
        assertEquals(Optional.of(Support.decimal("0.5")), found.witness().value());
        assertEquals(Map.of("facts", Map.of("n", Support.decimal("0.5"))), found.witness().dossier());
        assertTrue(found.line().isEmpty());
        LintFinding placed = rubric.lint(Source.text(sheet), Language.VI).get(0);
        assertEquals(5, placed.line().orElseThrow());
        assertEquals(13, placed.column().orElseThrow());
    }

    @Test
    public void examples() {
        assertEquals(
                new ExampleReport(0, "PASS  /examples/0  one\n1 examples passed, 0 failed\n"),
                Sheets.rubric(Sheets.COMMITTEE).test(Language.EN));
        Rubric wrong = Sheets.rubric(Sheets.COMMITTEE.replace("\"points\": 3}", "\"points\": 4}"));
        assertEquals(1, wrong.test(Language.EN).failed());
    }
}
