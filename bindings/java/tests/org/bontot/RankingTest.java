// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.Test;

/** Cohorts and rankings: places and quotas that were worked out by hand, and errors. */
public final class RankingTest {
    private final Rubric rubric = Sheets.rubric(Sheets.RANKED);
    private final List<Result> results = new ArrayList<>();
    private final Ranking ranking;

    /** North: A and B are best and equal; five are good, of whom 20 % is one. O can be anything. */
    public RankingTest() {
        BigDecimal most = new BigDecimal("9.5");
        results.add(evaluated("A", "north", Sheets.map("n", most, "late", 1)));
        results.add(evaluated("B", "north", Sheets.map("n", most, "late", 1)));
        for (int late = 0; late < 5; late++) {
            results.add(evaluated("G" + late, "north", Sheets.map("n", 8, "late", late)));
        }
        results.add(evaluated("O", "north", Map.of()));
        results.add(evaluated("H", null, Sheets.map("n", 10)));
        ranking = Bontot.rank(rubric, results, Options.defaults());
    }

    private Result evaluated(String unit, String group, Map<String, Object> facts) {
        Map<String, Object> who = Sheets.map("id", unit, "name", "Chi b\u1ed9 " + unit);
        if (group != null) {
            who.put("group", group);
        }
        return rubric.evaluate(Source.map(Sheets.dossier(unit, facts, "unit", who)));
    }

    @Test
    public void places() {
        assertEquals("small", ranking.rubricId());
        assertEquals(List.of("total", "-fact:late"), ranking.tieChain());
        assertEquals("2026-12-31", ranking.period().orElseThrow().to().toString());
        assertEquals(
                List.of("H", "A", "B", "G0", "G1", "G2", "G3", "G4", "O"),
                ranking.places().stream().map(Ranking.Place::unitId).toList());
        BigDecimal points = new BigDecimal("9.5");
        Ranking.Key total = new Ranking.Key(Optional.of(points), Optional.of(points));
        Ranking.Key late = new Ranking.Key(Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.ONE));
        assertEquals(
                new Ranking.Place(
                        "B", "Chi b\u1ed9 B", Optional.of("north"), OptionalInt.of(1), OptionalInt.of(1), true,
                        new Points(points, points), Map.of("total", total, "-fact:late", late), "best", "best",
                        Ranking.PlaceState.UNDECIDED, "good", "best"),
                ranking.place("B"));
        Ranking.Place alone = ranking.place("H");
        assertEquals(Optional.empty(), alone.group());
        assertEquals(Ranking.PlaceState.MOVES, alone.state());
        assertEquals(new Ranking.Key(Optional.empty(), Optional.empty()), alone.keys().get("-fact:late"));
        Ranking.Place open = ranking.place("O");
        assertEquals(OptionalInt.empty(), open.rank());
        assertEquals(Ranking.PlaceState.OPEN, open.state());
        assertEquals(new Points(BigDecimal.ZERO, BigDecimal.TEN), open.total());
        assertThrows(NotFoundException.class, () -> ranking.place("Z"));
    }

    @Test
    public void quotas() {
        Ranking.Quota nobody = ranking.quotas().get(0);
        assertEquals(OptionalInt.of(0), nobody.base());
        assertEquals(1, nobody.moved());
        assertEquals(
                new Ranking.Quota(
                        "best", false, Optional.of("north"), Optional.of(new BigDecimal("0.2")), false,
                        OptionalInt.of(5), 1, 2, 0, 0, 2, 1),
                ranking.quotas().get(1));
        Ranking.Quota good = ranking.quotas().get(2);
        assertTrue(good.isOverAll());
        assertEquals(9, good.allowed());
        assertEquals(Optional.empty(), good.share());
        Ranking.Movement first = ranking.movements().get(0);
        assertEquals(new Ranking.Movement("H", false, "best", "good", first.toPossible(), nobody), first);
        assertSame(nobody, first.quota());
        assertEquals(
                List.of("A", "B"),
                ranking.movements().stream().filter(Ranking.Movement::isUndecided)
                        .map(Ranking.Movement::unitId).toList());
    }

    @Test
    public void raised() {
        for (Options options : List.of(
                Options.defaults().raisedIn("north"), Options.defaults().raisedEverywhere(),
                Options.defaults().raisedIn("").raisedIn("north"))) {
            Ranking raised = Bontot.rank(rubric, results, options);
            assertEquals(2, raised.quotas().get(1).allowed());
            assertTrue(raised.quotas().get(1).isRaised());
        }
        InputException error = assertThrows(InputException.class,
                () -> Bontot.rank(rubric, results, Options.defaults().raisedIn("nort")));
        assertEquals("cohort_no_group", error.entries().get(0).code());
    }

    @Test
    public void sources() {
        List<ResultSource> mixed = new ArrayList<>();
        for (int index = 0; index < results.size(); index++) {
            Result result = results.get(index);
            mixed.add(List.of(
                    Source.text(result.toJson()), Source.map(result.toMap()), Summary.of(result), result)
                    .get(index % 4));
        }
        Collections.reverse(mixed);
        assertEquals(ranking, Bontot.rank(rubric, mixed, Options.defaults()));
    }

    @Test
    public void cohortAndRankingOutliveWhatTheyAreOf() {
        Rubric own = Sheets.rubric(Sheets.RANKED);
        Cohort cohort = Cohort.of(own);
        own.close();
        assertEquals(List.of(), cohort.rank().places());
        results.forEach(cohort::add);
        Ranking early = cohort.rank();
        assertEquals(ranking, early);
        cohort.add(evaluated("Z", "north", Sheets.map("n", 1)));
        assertEquals(10, cohort.size());
        cohort.close();
        assertEquals(ranking.toText(Language.EN), early.toText(Language.EN));
        early.close();
        assertThrows(MisuseException.class, () -> early.toText(Language.EN));
        assertEquals(9, early.places().size());
    }

    @Test
    public void errorsOfAllResults() {
        Source broken = Source.text(results.get(1).toJson().replaceFirst(".$", ""));
        InputException error = assertThrows(InputException.class, () -> Bontot.rank(
                rubric, List.of(results.get(0), results.get(0), broken, results.get(1)), Options.in(Language.EN)));
        assertEquals(
                "cohort_repeated_unit /1/unit/id, json_incomplete /2",
                error.entries().stream().map(each -> each.code() + " " + each.pointer())
                        .collect(Collectors.joining(", ")));
    }

    @Test
    public void written() {
        assertEquals("bontot-ranking/1", ranking.toMap().get("format"));
        assertTrue(ranking.toText(Language.EN).contains("people in charge"));
        assertEquals("Ranking small: 9 units, 3 move or are undecided", ranking.toString());
    }
}
