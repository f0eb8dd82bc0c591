// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Pointers;

/** What a unit has to change to reach a grade. */
public final class GradePath extends Told {
    private final Grade grade;
    private final Reach reach;
    private final int effort;
    private final End before;
    private final Optional<End> after;
    private final List<Step> steps;
    private final List<Fall> falls;
    private final List<Obstacle> obstacles;

    GradePath(Handle<Pointers.Path> handle, Language language) {
        super(new Written<>(handle, BontotLibrary::bontot_path_write), language);
        Said said = said();
        grade = Grade.of(said.object("to"));
        reach = said.constant(Reach.class, "outcome");
        effort = said.whole("effort");
        before = End.of(said.object("before"));
        after = said.maybeObject("after").map(End::of);
        steps = said.objects("steps", Step::of);
        falls = said.objects("falls", Fall::of);
        obstacles = said.objects("obstacles", Obstacle::of);
    }

    /** Whether there is a path. */
    public enum Reach {
        /** The grade, or a better one, is reached. */
        REACHED,
        /** With all steps done together it is reached. */
        FOUND,
        /** The steps stand in each other's way. */
        CONFLICT,
        /** No lines lead there. */
        FORBIDDEN
    }

    /** What a dossier comes to. */
    public record End(BigDecimal points, Grade grade) {
        static End of(Said said) {
            return new End(said.number("points"), Grade.of(said.object("grade")));
        }
    }

    /**
     * One line that rises to its most, or a condition that must hold besides.
     *
     * @param at a line's id; of a condition "good:", "gate:" or "grade:" and an id, or the node that
     *     is to apply
     * @param points of a line: what it has
     * @param effort 0 of a condition
     * @param isOpen no facts were found for it: people must see how
     * @param changes none: it comes with the steps before, or is open
     */
    public record Step(
            String at, String label, Optional<BigDecimal> points, Optional<BigDecimal> after,
            int effort, boolean isOpen, List<Change> changes, String text) {
        static Step of(Said said) {
            return new Step(
                    said.text("at"), said.textOr("label", ""), said.maybeNumber("points"),
                    said.maybeNumber("after"), said.whole("effort"), said.truth("open"),
                    said.objects("changes", Change::of), said.text("text"));
        }
    }

    /**
     * One thing to change.
     *
     * @param item a fact's id, "members." and a field, "evidence:" or "mark:" and a line's id
     * @param before BigDecimal, Boolean or String; empty: it is missing, or differs among the
     *     members; of evidence, how many documents there are
     * @param count how many members change, or documents are to be added; 0 of what none counts
     * @param role whose mark it is
     * @param kinds what documents will do; empty: any
     * @param status of evidence, what is asked of it: "submitted" or "verified"
     */
    public record Change(
            String item, String label, Optional<Object> before, Optional<Object> after, int count,
            Optional<String> role, List<String> kinds, Optional<String> status) {
        static Change of(Said said) {
            return new Change(
                    said.text("item"), said.text("label"), said.maybe("from", each -> each),
                    said.maybe("to", each -> each), said.maybeWhole("count").orElse(0),
                    said.maybeText("role"), said.texts("kinds"), said.maybeText("status"));
        }
    }

    /** A line that has less with all steps done. */
    public record Fall(String at, String label, BigDecimal points, BigDecimal after) {
        static Fall of(Said said) {
            return new Fall(
                    said.text("at"), said.text("label"), said.number("points"), said.number("after"));
        }
    }

    /**
     * Something that stands in the way.
     *
     * @param at the id of a gate, grade, criterion or line
     */
    public record Obstacle(
            String code, Optional<String> at, Optional<BigDecimal> asked, Optional<BigDecimal> best,
            String text) {
        static Obstacle of(Said said) {
            return new Obstacle(
                    said.text("code"), said.maybeText("at"), said.maybeNumber("asked"),
                    said.maybeNumber("best"), said.text("text"));
        }
    }

    /** Returns where to. */
    public Grade grade() {
        return grade;
    }

    public Reach reach() {
        return reach;
    }

    /** Returns the sum over the steps. */
    public int effort() {
        return effort;
    }

    public End before() {
        return before;
    }

    /** Returns what comes of all steps; of {@link Reach#FOUND} and {@link Reach#CONFLICT} only. */
    public Optional<End> after() {
        return after;
    }

    public List<Step> steps() {
        return steps;
    }

    public List<Fall> falls() {
        return falls;
    }

    public List<Obstacle> obstacles() {
        return obstacles;
    }

    @Override
    public String toString() {
        return "GradePath to " + grade.id() + ": " + reach + ", " + steps.size() + " steps";
    }
}
