// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Pointers;

/** What is proposed for a cohort: it decides nothing. */
public final class Ranking extends Told {
    private final String rubricId;
    private final String rubricVersion;
    private final Optional<Days> period;
    private final List<String> tieChain;
    private final List<Place> places;
    private final List<Quota> quotas;
    private final List<Movement> movements;

    Ranking(Handle<Pointers.Ranking> handle, Language language) {
        super(new Written<>(handle, BontotLibrary::bontot_ranking_write), language);
        Said said = said();
        rubricId = said.object("rubric").text("id");
        rubricVersion = said.object("rubric").text("version");
        period = said.maybeDays("period");
        tieChain = said.texts("tie_chain");
        List<Place> found = new ArrayList<>();
        for (Said group : said.objects("groups", each -> each)) {
            Optional<String> name = group.maybeText("group");
            found.addAll(group.objects("places", each -> Place.ranked(each, name)));
            found.addAll(group.objects("open", each -> Place.open(each, name)));
        }
        places = List.copyOf(found);
        quotas = said.objects("quotas", Quota::of);
        movements = said.objects("movements", each -> Movement.of(each, quotas));
    }

    /** What is proposed for a unit. */
    public enum PlaceState {
        /** It keeps its grade. */
        KEPT,
        /** Over a quota: it falls to a lower grade. */
        MOVES,
        /** A tie, or something missing: people decide. */
        UNDECIDED,
        /** Its grade is not proven: it is not counted. */
        OPEN
    }

    /**
     * What a unit is ranked by: the same twice where nothing is missing.
     *
     * @param least empty: there is no bound
     * @param most empty: there is no bound
     */
    public record Key(Optional<BigDecimal> least, Optional<BigDecimal> most) {
        static Key of(Object said) {
            if (said instanceof List<?> ends) {
                return new Key(end(ends.get(0)), end(ends.get(1)));
            }
            return new Key(end(said), end(said));
        }

        private static Optional<BigDecimal> end(Object said) {
            return Optional.ofNullable((BigDecimal) said);
        }
    }

    /**
     * Where a unit stands in its group.
     *
     * @param group empty: the unit has no group
     * @param rank from 1, at worst; empty: its grade is not proven, so it is not ranked
     * @param rankPossible at best
     * @param isTied whether another unit is equal in all keys
     * @param total of the result
     * @param keys what it is ranked by; empty: it is not ranked
     * @param grade that was assessed, at worst
     * @param proposed the worst grade that it may end with
     */
    public record Place(
            String unitId, String unitName, Optional<String> group, OptionalInt rank,
            OptionalInt rankPossible, boolean isTied, Points total, Map<String, Key> keys, String grade,
            String gradePossible, PlaceState state, String proposed, String proposedPossible) {
        static Place ranked(Said said, Optional<String> group) {
            Said unit = said.object("unit");
            return new Place(
                    unit.text("id"), unit.textOr("name", ""), group, said.maybeWhole("rank"),
                    said.maybeWhole("rank_possible"), said.truth("tied"), Points.of(said),
                    said.map("keys", Key::of), said.text("grade"), said.text("grade"),
                    said.constant(PlaceState.class, "state"), said.text("proposed"),
                    said.text("proposed_possible"));
        }

        static Place open(Said said, Optional<String> group) {
            Said unit = said.object("unit");
            return new Place(
                    unit.text("id"), unit.textOr("name", ""), group, OptionalInt.empty(),
                    OptionalInt.empty(), false, Points.of(said), Map.of(), said.text("grade"),
                    said.text("grade_possible"), PlaceState.OPEN, said.text("grade"),
                    said.text("grade_possible"));
        }
    }

    /**
     * What a quota says for one group, or over all.
     *
     * @param group empty: it is over all, or of the units without a group
     * @param share empty: it is a number of units
     * @param base the units that the share is taken of
     * @param held how many have the grade, or may come to it: kept + moved + undecided
     * @param open not counted: their grade is not proven
     */
    public record Quota(
            String grade, boolean isOverAll, Optional<String> group, Optional<BigDecimal> share,
            boolean isRaised, OptionalInt base, int allowed, int held, int kept, int moved,
            int undecided, int open) {
        static Quota of(Said said) {
            return new Quota(
                    said.text("grade"), said.text("within").equals("all"), said.maybeText("group"),
                    said.maybeNumber("share"), said.truth("raised"), said.maybeWhole("base"),
                    said.whole("allowed"), said.whole("held"), said.whole("kept"), said.whole("moved"),
                    said.whole("undecided"), said.whole("open"));
        }
    }

    /**
     * A unit that falls by a quota, or that people must decide about.
     *
     * @param isUndecided whether it may keep the grade as well
     * @param to the grade that it falls to, at worst
     */
    public record Movement(
            String unitId, boolean isUndecided, String grade, String to, String toPossible,
            Quota quota) {
        static Movement of(Said said, List<Quota> quotas) {
            return new Movement(
                    said.text("unit"), said.text("state").equals("undecided"), said.text("from"),
                    said.text("to"), said.text("to_possible"), quotas.get(said.whole("quota")));
        }
    }

    public String rubricId() {
        return rubricId;
    }

    public String rubricVersion() {
        return rubricVersion;
    }

    public Optional<Days> period() {
        return period;
    }

    public List<String> tieChain() {
        return tieChain;
    }

    /**
     * Returns the places, group by group in the order of their names; in each the best first, then
     * those that are not ranked.
     */
    public List<Place> places() {
        return places;
    }

    /** Returns where a unit stands. Throws NotFoundException. */
    public Place place(String unitId) {
        return places.stream().filter(each -> each.unitId().equals(unitId)).findFirst()
                .orElseThrow(() -> new NotFoundException("there is no unit " + unitId));
    }

    /** Returns the quotas: best grade first, each for every group or once over all. */
    public List<Quota> quotas() {
        return quotas;
    }

    /** Returns who falls or is undecided, quota by quota. */
    public List<Movement> movements() {
        return movements;
    }

    @Override
    public String toString() {
        return "Ranking " + rubricId + ": " + places.size() + " units, " + movements.size()
                + " move or are undecided";
    }
}
