// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that a rubric says of itself: what a form that is filled, or a report, needs to know.
 *
 * @param periodMonths how long a period is; empty: of any length
 * @param unitKinds the kinds of unit that it is for; empty: any
 * @param total what the total is never below or above
 * @param facts of the unit, by slot
 * @param fields the facts of members
 * @param roles in order of precedence
 * @param grades best first
 * @param nodes criteria and indicators, each before those below it
 * @param gates in the order in which they apply
 * @param rules without which a dossier is wrong
 */
public record RubricOutline(
        Origin origin, OptionalInt periodMonths, List<String> unitKinds, Range total, List<FactLine> facts,
        List<FactLine> fields, List<RoleLine> roles, List<GradeLine> grades, List<NodeLine> nodes,
        List<GateLine> gates, List<CheckLine> checks, List<RuleLine> rules) {
    /** A text in both languages. */
    public record Label(String vi, String en) {
        public String in(Language language) {
            return language == Language.EN ? en : vi;
        }
    }

    /** What a number is never below or above; empty: there is no such bound. */
    public record Range(Optional<BigDecimal> least, Optional<BigDecimal> most) {
    }

    /** Where a rubric comes from, and from when on it is valid; "" and empty are not said. */
    public record Origin(
            String document, Optional<LocalDate> issued, String issuer, String uri, Label note,
            Optional<LocalDate> validFrom) {
    }

    /**
     * A fact of the unit, or of members.
     *
     * @param unit what it is counted in; "" is not said
     * @param isByCommittee whether the committee gives it, in a reference
     * @param isFromResults whether it is worked out from results of others, where there are such
     * @param isRead whether the rubric reads it in any way at all
     */
    public record FactLine(
            String id, FactType type, Label label, Label unit, Range range, boolean isInteger,
            boolean isByCommittee, boolean isFromResults, boolean isRead, List<String> choices) {
    }

    /**
     * A role.
     *
     * @param overrides whether it may mark any line, in place of what its rules give
     */
    public record RoleLine(String id, Label label, boolean overrides) {
    }

    /** A grade; its clause is where in its document it stands, or "". */
    public record GradeLine(String id, Label label, String clause, boolean hasQuota) {
    }

    /** How the points of a node come about: in the order of the header. */
    public enum Score {
        /** No line: from the nodes below it. */
        GROUP,
        CONDITION,
        CHOICE,
        STEPS,
        PROPORTIONAL,
        DEDUCTIONS,
        ADDITIONS,
        /** People give them. */
        MARK,
        FORMULA
    }

    /**
     * A criterion or indicator.
     *
     * @param kind of its criterion
     * @param effort what it costs to raise a line, from 1 to 100; 0: it can not be changed any more
     * @param facts the ids of the facts that its own rules read
     * @param markedBy the ids of the roles that may mark it
     * @param markStep what its marks are multiples of
     * @param asksComment whether a mark below the maximum needs a comment
     * @param evidenceKinds the kinds of document that it accepts; empty: any, or none
     */
    public record NodeLine(
            String id, Optional<String> parent, Label label, String clause, CriterionKind kind, Range range,
            Score score, int effort, List<String> facts, List<String> markedBy,
            Optional<BigDecimal> markStep, boolean asksComment, boolean asksEvidence,
            List<String> evidenceKinds) {
    }

    /** What a gate does when it fires: in the order of the header. */
    public enum Effect {
        VOIDS_NODE,
        /** A criterion is not good. */
        NOT_GOOD,
        /** No better grade than this. */
        GRADE_AT_MOST,
        /** So many grades down. */
        GRADE_DOWN,
        GRADE_IS
    }

    /**
     * A gate.
     *
     * @param target the id of the node or grade, or how many grades
     */
    public record GateLine(String id, Label label, String clause, Effect effect, String target) {
    }

    /** A policy check, and what it says when it fails. */
    public record CheckLine(String id, Label message, String clause, Severity severity) {
    }

    /** A rule of consistency, and what it says when it does not hold. */
    public record RuleLine(String id, Label message) {
    }
}
