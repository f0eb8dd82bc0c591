// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What scoring a table gave, row by row: copies, for any thread. */
public final class TableScores {
    private static final int COMPLETENESS_SCALE = 12;

    private final List<RubricGrade> grades;
    private final int scale;
    private final long[] points;
    private final long[] possible;
    private final long[] completeness;
    private final int[] grade;
    private final int[] gradePossible;
    private final byte[] status;
    private final Map<String, Figures> nodes = new LinkedHashMap<>();
    private final List<RowError> errors;
    private final long errorCount;
    private final long wrongRows;

    TableScores(
            List<RubricGrade> grades, List<String> nodeIds, TableRun run, List<RowError> errors,
            long errorCount, long wrongRows) {
        this.grades = grades;
        scale = run.scale();
        points = run.points();
        possible = run.possible();
        completeness = run.completeness();
        grade = run.grade();
        gradePossible = run.gradePossible();
        status = run.status();
        for (int place = 0; place < nodeIds.size(); place++) {
            nodes.put(nodeIds.get(place), new Figures(run.nodePoints(place), run.nodePossible(place)));
        }
        this.errors = List.copyOf(errors);
        this.errorCount = errorCount;
        this.wrongRows = wrongRows;
    }

    private record Figures(long[] points, long[] possible) {
    }

    /** What became of a row: in the order of the header. */
    public enum RowStatus {
        SCORED,
        /** Its values contradict the rubric or each other. */
        WRONG,
        /** A figure has more decimals than asked for, or does not fit 64 bits. */
        NO_FIT
    }

    /**
     * One thing that is wrong with a row.
     *
     * @param fact the id of the fact; "" when it is about several, or about the result
     * @param message the sentence in Vietnamese
     * @param messageEn the sentence in English
     */
    public record RowError(int row, String fact, String code, String message, String messageEn) {
    }

    public int rows() {
        return status.length;
    }

    public RowStatus status(int row) {
        return RowStatus.values()[status[row]];
    }

    /** Returns the total; empty: the row is not scored. */
    public Optional<Points> total(int row) {
        return scored(row, points, possible);
    }

    /** Returns the points of a criterion or indicator that was asked for; empty: it is not scored. */
    public Optional<Points> node(String id, int row) {
        Figures figures = nodes.get(id);
        if (figures == null) {
            throw new NotFoundException("there are no points of " + id);
        }
        return scored(row, figures.points, figures.possible);
    }

    private Optional<Points> scored(int row, long[] sure, long[] most) {
        return status(row) != RowStatus.SCORED ? Optional.empty() : Optional.of(new Points(
                BigDecimal.valueOf(sure[row], scale), BigDecimal.valueOf(most[row], scale)));
    }

    /** Returns the completeness, from 0 to 1; empty: the row is not scored. */
    public Optional<BigDecimal> completeness(int row) {
        return status(row) != RowStatus.SCORED
                ? Optional.empty() : Optional.of(BigDecimal.valueOf(completeness[row], COMPLETENESS_SCALE));
    }

    /** Returns the id of the grade that is sure; empty: the row is not scored. */
    public Optional<String> grade(int row) {
        return gradeAt(grade[row]);
    }

    /** Returns the id of the best grade that is still possible. */
    public Optional<String> gradePossible(int row) {
        return gradeAt(gradePossible[row]);
    }

    private Optional<String> gradeAt(int index) {
        return index < 0 ? Optional.empty() : Optional.of(grades.get(index).id());
    }

    /** Returns how many decimals {@link #points} and {@link #possible} have. */
    public int scale() {
        return scale;
    }

    /** Returns a copy of the totals that are sure, each * 10^scale; 0 in a row that is not scored. */
    public long[] points() {
        return points.clone();
    }

    /** Returns a copy of the totals that can be reached, likewise. */
    public long[] possible() {
        return possible.clone();
    }

    /** Returns the errors of the first rows, at most 1,000. */
    public List<RowError> errors() {
        return errors;
    }

    /** Returns how many errors there were. */
    public long errorCount() {
        return errorCount;
    }

    /** Returns how many rows have no results. */
    public long wrongRows() {
        return wrongRows;
    }
}
