// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Pointers;

/**
 * What moved between two results. The differences add up exactly: that of the points is the sum of
 * the criteria's and of the remainder.
 */
public final class Comparison extends Told {
    private final Compared before;
    private final Compared after;
    private final boolean isGradeChanged;
    private final Moves total;
    private final List<NodeChange> criteria;
    private final List<GateChange> gates;
    private final List<CheckChange> checks;

    Comparison(Handle<Pointers.Comparison> handle, Language language) {
        super(new Written<>(handle, BontotLibrary::bontot_comparison_write), language);
        Said said = said();
        before = Compared.of(said.object("before"));
        after = Compared.of(said.object("after"));
        isGradeChanged = said.truth("grade_changed");
        total = Moves.of(said.object("total"));
        criteria = said.objects("criteria", each -> NodeChange.of(each, Optional.empty()));
        gates = said.objects("gates", GateChange::of);
        checks = said.objects("checks", CheckChange::of);
    }

    /**
     * A figure on both sides; 0 where there is none.
     *
     * @param difference after - before, exactly
     */
    public record Move(BigDecimal before, BigDecimal after, BigDecimal difference) {
        static Move of(Said said) {
            return new Move(said.number("before"), said.number("after"), said.number("difference"));
        }
    }

    /**
     * The figures of the total or of a node.
     *
     * @param remainder what the differences below do not say: rounding, clamp, rescaling, a void
     */
    public record Moves(
            Move points, Move possible, Move max, BigDecimal remainder, BigDecimal possibleRemainder) {
        static Moves of(Said said) {
            Optional<Said> remainder = said.maybeObject("remainder");
            return new Moves(
                    Move.of(said.object("points")), Move.of(said.object("possible")),
                    Move.of(said.object("max")),
                    remainder.map(each -> each.number("points")).orElse(BigDecimal.ZERO),
                    remainder.map(each -> each.number("possible")).orElse(BigDecimal.ZERO));
        }
    }

    /** Where a node stands. */
    public enum Presence {
        BOTH,
        BEFORE,
        AFTER
    }

    /**
     * A criterion or indicator of either side.
     *
     * @param parent the id of the node above; empty for a criterion
     * @param elsewhere of one that stands under another parent on the other side: the id of that
     *     parent, "" when it is a criterion there
     * @param isChanged whether anything about it differs; the rest is told only then
     * @param facts the facts it used whose value is not the same
     * @param children the nodes directly below
     */
    public record NodeChange(
            String id, String label, String clause, Optional<String> parent, Presence where,
            Optional<String> elsewhere, Moves moves, boolean isChanged, Optional<NodeSide> before,
            Optional<NodeSide> after, List<FactChange> facts, List<String> evidenceAdded,
            List<String> evidenceRemoved, List<MarkChange> marks, List<NodeChange> children) {
        static NodeChange of(Said said, Optional<String> parent) {
            Optional<String> id = Optional.of(said.text("id"));
            Optional<Said> evidence = said.maybeObject("evidence");
            return new NodeChange(
                    said.text("id"), said.text("label"), said.textOr("clause", ""), parent,
                    said.constant(Presence.class, "in"), elsewhere(said), Moves.of(said),
                    said.truth("changed"), said.maybeObject("before").map(NodeSide::of),
                    said.maybeObject("after").map(NodeSide::of),
                    said.named("facts", (fact, each) -> FactChange.of(fact, Said.of(each))),
                    evidence.map(each -> each.texts("added")).orElse(List.of()),
                    evidence.map(each -> each.texts("removed")).orElse(List.of()),
                    said.named("marks", (role, each) -> MarkChange.of(role, Said.of(each))),
                    said.objects("indicators", each -> of(each, id)));
        }

        private static Optional<String> elsewhere(Said said) {
            for (String key : List.of("moved_to", "moved_from")) {
                if (said.has(key)) {
                    return Optional.of(said.textOr(key, ""));
                }
            }
            return Optional.empty();
        }

        /** Returns this node, then all below it, each before those below it. */
        public Stream<NodeChange> walk() {
            return Stream.concat(Stream.of(this), children.stream().flatMap(NodeChange::walk));
        }
    }

    /** What one result says of a criterion or indicator. */
    public record NodeSide(
            String label, String clause, State state, Optional<Truth> good, String reason,
            List<String> notes) {
        static NodeSide of(Said said) {
            return new NodeSide(
                    said.text("label"), said.textOr("clause", ""), said.constant(State.class, "state"),
                    said.maybeOpen("good"),
                    said.maybeObject("reason").map(each -> each.text("text")).orElse(""),
                    said.objects("notes", each -> each.text("text")));
        }
    }

    /**
     * A fact that is not the same.
     *
     * @param before BigDecimal, Boolean or String; empty: not known, or read by no line
     */
    public record FactChange(String id, Optional<Object> before, Optional<Object> after) {
        static FactChange of(String id, Said said) {
            return new FactChange(
                    id, said.maybe("before", each -> each), said.maybe("after", each -> each));
        }
    }

    /**
     * A mark that is not the same.
     *
     * @param before empty: this role gave no mark
     */
    public record MarkChange(String role, Optional<BigDecimal> before, Optional<BigDecimal> after) {
        static MarkChange of(String role, Said said) {
            return new MarkChange(role, said.maybeNumber("before"), said.maybeNumber("after"));
        }
    }

    /**
     * A gate that is not the same.
     *
     * @param before whether it fired; empty: there is no such gate
     */
    public record GateChange(
            String id, Optional<Truth> before, Optional<Truth> after, boolean wasLifted,
            boolean isLifted) {
        static GateChange of(Said said) {
            Optional<Said> lifted = said.maybeObject("lifted");
            return new GateChange(
                    said.text("id"), said.maybeOpen("before"), said.maybeOpen("after"),
                    lifted.map(each -> each.truth("before")).orElse(false),
                    lifted.map(each -> each.truth("after")).orElse(false));
        }
    }

    /**
     * A check that is not the same.
     *
     * @param before empty: there is no such check
     */
    public record CheckChange(
            String id, Optional<Outcome> before, Optional<Outcome> after, Severity severity,
            String text) {
        static CheckChange of(Said said) {
            return new CheckChange(
                    said.text("id"), outcome(said, "before"), outcome(said, "after"),
                    said.constant(Severity.class, "severity"), said.text("text"));
        }

        private static Optional<Outcome> outcome(Said said, String side) {
            return said.maybeText(side).map(each -> Outcome.valueOf(each.toUpperCase(Locale.ROOT)));
        }
    }

    /**
     * Whose result one side is, and what it comes to.
     *
     * @param asOf the last role whose marks counted
     */
    public record Compared(
            String rubricId, String rubricVersion, String unitId, String unitName,
            Optional<Days> period, Optional<String> asOf, Grade grade, String gradePossible,
            boolean byException, BigDecimal completeness) {
        static Compared of(Said said) {
            Said rubric = said.object("rubric");
            Said unit = said.object("unit");
            Said grade = said.object("grade");
            return new Compared(
                    rubric.text("id"), rubric.text("version"), unit.text("id"), unit.textOr("name", ""),
                    said.maybeDays("period"), said.maybeText("as_of"), Grade.of(grade),
                    said.text("grade_possible"), grade.truth("by_exception"), said.number("completeness"));
        }
    }

    public Compared before() {
        return before;
    }

    public Compared after() {
        return after;
    }

    /** Returns whether another grade is sure or possible, or holds by exception. */
    public boolean isGradeChanged() {
        return isGradeChanged;
    }

    /** Returns the figures of the total. */
    public Moves total() {
        return total;
    }

    public List<NodeChange> criteria() {
        return criteria;
    }

    /** Returns all criteria and indicators, each before those below it. */
    public List<NodeChange> nodes() {
        return criteria.stream().flatMap(NodeChange::walk).collect(Collectors.toUnmodifiableList());
    }

    /**
     * Returns the criterion or indicator of an id; of one that moved to another parent, where it is
     * now. Throws NotFoundException.
     */
    public NodeChange node(String id) {
        List<NodeChange> found = nodes().stream().filter(each -> each.id().equals(id)).toList();
        if (found.isEmpty()) {
            throw new NotFoundException("there is no criterion or indicator " + id);
        }
        return found.stream().filter(each -> each.where() != Presence.BEFORE).findFirst()
                .orElse(found.get(0));
    }

    /** Returns the gates that are not the same. */
    public List<GateChange> gates() {
        return gates;
    }

    /** Returns the checks that are not the same. */
    public List<CheckChange> checks() {
        return checks;
    }

    @Override
    public String toString() {
        return "Comparison " + after.unitId() + ": " + before.grade().id() + " to " + after.grade().id()
                + ", " + total.points().difference();
    }
}
