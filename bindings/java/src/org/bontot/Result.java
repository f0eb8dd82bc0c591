// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Constants;
import org.bontot.ffi.Pointers;

/** What evaluating one dossier says. Labels and sentences are in the language of the evaluation. */
public final class Result extends Told implements ResultSource {
    private final Handle<Pointers.Result> handle;
    private final Head head;
    private final List<Node> criteria;
    private final List<Gate> gates;
    private final List<Check> checks;
    private final List<Finding> findings;
    private final List<Missing> missing;
    private final List<RoleColumn> columns;

    Result(Handle<Pointers.Result> handle, Language language) {
        this(handle, language, written(handle).json(language));
    }

    /** Takes what a handle said, which may own nothing any more. */
    Result(Handle<Pointers.Result> handle, Language language, String json) {
        super(written(handle), language, json);
        this.handle = handle;
        Said said = said();
        head = Head.of(said);
        criteria = said.objects("criteria", each -> Node.of(each, Optional.empty()));
        gates = said.objects("gates", Gate::of);
        checks = said.objects("checks", Check::of);
        findings = said.objects("findings", Finding::of);
        missing = said.objects("missing", Missing::of);
        columns = said.objects("columns", RoleColumn::of);
    }

    private static Written<Pointers.Result> written(Handle<Pointers.Result> handle) {
        return new Written<>(handle, BontotLibrary::bontot_result_write);
    }

    /**
     * What it is about, and what it comes to.
     *
     * @param grade the grade that is sure
     * @param byException whether a gate that fired was lifted by a recorded exception
     * @param asOf the last role whose marks counted; empty: the rubric has no roles
     * @param gradePossible the id of the best grade that is still possible
     * @param reachable the ids of all grades that are reachable, best first
     * @param completeness from 0 to 1
     */
    public record Head(
            String rubricId, String rubricVersion, String unitId, String unitName,
            Optional<Days> period, Interval total, Grade grade, boolean byException,
            Optional<String> asOf, String gradePossible, List<String> reachable,
            BigDecimal completeness) {
        static Head of(Said said) {
            Said rubric = said.object("rubric");
            Said unit = said.object("unit");
            Said grade = said.object("grade");
            return new Head(
                    rubric.text("id"), rubric.text("version"), unit.text("id"), unit.textOr("name", ""),
                    said.maybeDays("period"), Interval.of(said.object("total")), Grade.of(grade),
                    grade.truth("by_exception"), said.maybeText("as_of"), said.text("grade_possible"),
                    said.texts("reachable"), said.number("completeness"));
        }
    }

    /**
     * A criterion, or an indicator below one.
     *
     * @param parent the id of the node above; empty for a criterion
     * @param kind of a criterion
     * @param good of a criterion of which the rubric says when it is good
     * @param reason why it has its points; "" for a sum
     * @param notes what changed the points after that
     * @param children the nodes directly below
     * @param facts the facts that its rule read, where they are known: BigDecimal, Boolean or String
     * @param evidence the ids of the documents that prove it
     * @param missing what it waits for, named as in {@link Missing#item}
     * @param clause where it stands in the published text, or ""
     * @param marks what each role gave, in order of precedence
     */
    public record Node(
            String id, String label, Optional<String> parent, Optional<CriterionKind> kind,
            State state, Optional<Truth> good, BigDecimal points, BigDecimal possible, BigDecimal max,
            String reason, List<String> notes, List<Node> children, Map<String, Object> facts,
            List<String> evidence, List<String> missing, String clause, List<Mark> marks) {
        static Node of(Said said, Optional<String> parent) {
            Optional<String> id = Optional.of(said.text("id"));
            return new Node(
                    said.text("id"), said.text("label"), parent,
                    said.maybeConstant(CriterionKind.class, "kind"), said.constant(State.class, "state"),
                    said.maybeOpen("good"), said.number("points"), said.number("possible"),
                    said.number("max"), said.maybeObject("reason").map(each -> each.text("text")).orElse(""),
                    said.objects("notes", each -> each.text("text")),
                    said.objects("indicators", each -> of(each, id)), said.map("facts", value -> value),
                    said.texts("evidence"), said.texts("missing"), said.textOr("clause", ""),
                    said.named("marks", (role, mark) -> Mark.of(role, Said.of(mark))));
        }

        /** Returns this node, then all below it, each before those below it. */
        public Stream<Node> walk() {
            return Stream.concat(Stream.of(this), children.stream().flatMap(Node::walk));
        }
    }

    /** Points that one role gave to a line. */
    public record Mark(
            String role, BigDecimal points, String comment, String reason, String by,
            Optional<LocalDate> date) {
        static Mark of(String role, Said said) {
            return new Mark(
                    role, said.number("points"), said.textOr("comment", ""), said.textOr("reason", ""),
                    said.textOr("by", ""), said.maybeDate("date"));
        }
    }

    /**
     * A gate.
     *
     * @param lifted the exception by which it has no effect, although it fires or may fire
     */
    public record Gate(String id, Truth fired, Optional<LiftedBy> lifted) {
        static Gate of(Said said) {
            return new Gate(
                    said.text("id"), said.open("fired"), said.maybeObject("lifted").map(LiftedBy::of));
        }
    }

    /** A recorded exception. */
    public record LiftedBy(String reason, String authority, Optional<LocalDate> date) {
        static LiftedBy of(Said said) {
            return new LiftedBy(said.text("reason"), said.text("authority"), said.maybeDate("date"));
        }
    }

    /**
     * A policy check, which changes no points.
     *
     * @param text what is the matter when it fails
     */
    public record Check(String id, Outcome outcome, Severity severity, String text) {
        static Check of(Said said) {
            return new Check(
                    said.text("id"), said.constant(Outcome.class, "outcome"),
                    said.constant(Severity.class, "severity"), said.text("text"));
        }
    }

    /** Something that people must look at, such as a division by 0. */
    public record Finding(String code, String at, Optional<String> expression) {
        static Finding of(Said said) {
            return new Finding(said.text("code"), said.text("at"), said.maybeText("expression"));
        }
    }

    /**
     * Something that the dossier lacks.
     *
     * @param item such as "petitions.upheld", "members.grade", "evidence:3.1" or "mark:2.2"
     * @param worth the points that wait for it, over all its lines
     * @param lines the lines that wait for it
     * @param also what else those lines wait for
     * @param decides what else waits for it, such as "grade:excellent"
     */
    public record Missing(
            String item, String label, BigDecimal worth, List<String> lines, List<String> also,
            List<String> decides) {
        static Missing of(Said said) {
            return new Missing(
                    said.text("item"), said.text("label"), said.number("worth"), said.texts("lines"),
                    said.texts("also"), said.texts("decides"));
        }
    }

    /**
     * What the result would be as of one role.
     *
     * @param nodes by the id of criterion or indicator
     */
    public record RoleColumn(
            String role, Points total, String grade, String gradePossible, Map<String, Points> nodes) {
        static RoleColumn of(Said said) {
            return new RoleColumn(
                    said.text("role"), Points.of(said), said.text("grade"), said.text("grade_possible"),
                    said.map("nodes", each -> Points.of(Said.of(each))));
        }
    }

    /** Returns what it is about, and what it comes to. */
    public Head head() {
        return head;
    }

    public Interval total() {
        return head.total();
    }

    /** Returns the grade that is sure. */
    public Grade grade() {
        return head.grade();
    }

    public List<Node> criteria() {
        return criteria;
    }

    /** Returns all criteria and indicators, each before those below it. */
    public List<Node> nodes() {
        return criteria.stream().flatMap(Node::walk).collect(Collectors.toUnmodifiableList());
    }

    /** Returns the criterion or indicator of an id. Throws NotFoundException. */
    public Node node(String id) {
        return criteria.stream().flatMap(Node::walk).filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFoundException("there is no criterion or indicator " + id));
    }

    public List<Gate> gates() {
        return gates;
    }

    public List<Check> checks() {
        return checks;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** Returns what is missing, what is worth most first. */
    public List<Missing> missing() {
        return missing;
    }

    /** Returns the roles side by side, when several gave marks. */
    public List<RoleColumn> columns() {
        return columns;
    }

    /** Returns the figures alone as JSON in one short line (format bontot-summary/1). */
    public String toSummary() {
        return content().in(Constants.BONTOT_SUMMARY, language(), false);
    }

    Handle<Pointers.Result> handle() {
        return handle;
    }

    @Override
    public String toString() {
        Interval total = total();
        return "Result " + head.unitId() + ": " + grade().id() + ", " + total.points() + " to "
                + total.possible() + " of " + total.max();
    }
}
