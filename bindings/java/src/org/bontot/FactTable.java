// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.Structs;

/**
 * Many units at once, whose facts are in columns: each row is scored as a dossier that has its
 * facts and nothing else. Facts without a column are unknown, and so is null in a list. Filled by
 * one thread. A fact that the rubric does not have is a NotFoundException.
 */
public final class FactTable {
    private final Rubric rubric;
    private final Map<String, Cells> columns = new LinkedHashMap<>();
    private List<String> nodes;
    private int scale = 12;
    private int threads = 1;

    private FactTable(Rubric rubric) {
        this.rubric = rubric;
        this.nodes = rubric.nodes().stream().filter(each -> each.parent().isEmpty())
                .map(RubricNode::id).collect(Collectors.toList());
    }

    /** Returns a table without columns. */
    public static FactTable of(Rubric rubric) {
        return new FactTable(rubric);
    }

    /** Sets the column of a number: each is the cell * 10^-scale, exactly. */
    public FactTable numbers(String fact, long[] cells, int scale) {
        return put(fact, Cells.of(cells, scale));
    }

    /** Sets the column of a number: each is the cell * 10^-scale, exactly. */
    public FactTable numbers(String fact, int[] cells, int scale) {
        return put(fact, Cells.of(cells, scale));
    }

    public FactTable numbers(String fact, List<BigDecimal> cells) {
        return put(fact, Cells.ofNumbers(cells));
    }

    /**
     * Sets the column of a number that comes as floating point: each stands for the number with so
     * many decimals that is nearest, and one that does not convert back is an error of its row.
     */
    public FactTable floats(String fact, double[] cells, int decimals) {
        return put(fact, Cells.of(cells, decimals));
    }

    public FactTable truths(String fact, List<Boolean> cells) {
        return put(fact, Cells.ofTruths(cells));
    }

    /** Sets the column of a text or a choice. */
    public FactTable texts(String fact, List<String> cells) {
        return put(fact, Cells.ofTexts(cells));
    }

    public FactTable dates(String fact, List<LocalDate> cells) {
        return put(fact, Cells.ofDates(cells));
    }

    /** Says of a column that is there which of its cells are known. */
    public FactTable known(String fact, List<Boolean> isKnown) {
        Cells cells = columns.get(fact);
        if (cells == null || cells.rows() != isKnown.size()) {
            throw new IllegalArgumentException("there is no column " + fact + " of " + isKnown.size() + " rows");
        }
        return put(fact, cells.known(isKnown));
    }

    /** Says of which criteria and indicators the points are wanted; by default of the criteria. */
    public FactTable nodes(String... ids) {
        nodes = Arrays.asList(ids.clone());
        return this;
    }

    /** Says how many decimals points are told with, from 0 to 12; by default 12. */
    public FactTable scale(int decimals) {
        scale = decimals;
        return this;
    }

    /** Says how many threads score parts of it; by default 1. */
    public FactTable threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("there is at least one thread, not " + count);
        }
        threads = count;
        return this;
    }

    private FactTable put(String fact, Cells cells) {
        if (rubric.fact(fact).isEmpty()) {
            throw new NotFoundException("the rubric has no fact " + fact);
        }
        columns.put(fact, cells);
        return this;
    }

    /** Scores all rows. */
    public TableScores evaluate() {
        return evaluate(Options.defaults());
    }

    /**
     * Scores all rows; of the options count language and period. Throws MisuseException or
     * InputException for what is wrong with the table itself; what is wrong with rows is told there.
     */
    public TableScores evaluate(Options options) {
        int rows = rows();
        Structs.Column[] filled = (Structs.Column[]) new Structs.Column().toArray(Math.max(1, columns.size()));
        List<Map.Entry<String, Cells>> all = new ArrayList<>(columns.entrySet());
        for (int place = 0; place < all.size(); place++) {
            int slot = rubric.fact(all.get(place).getKey()).orElseThrow().slot();
            all.get(place).getValue().fill(filled[place], slot);
        }
        TableRun run = new TableRun(rubric, nodes, rows, scale, options.language());
        try (Lease<Pointers.Rubric> lease = rubric.handle().lend()) {
            return options.lent(chosen -> run.score(lease.pointer, filled, all.size(), chosen, threads));
        } finally {
            // The library reads the cells, of which it knows the addresses alone.
            java.lang.ref.Reference.reachabilityFence(all);
        }
    }

    private int rows() {
        if (columns.values().stream().map(Cells::rows).distinct().count() != 1) {
            String found = columns.entrySet().stream()
                    .map(each -> each.getKey() + " " + each.getValue().rows())
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "all columns must have the same number of rows; there are: "
                            + (found.isEmpty() ? "none" : found));
        }
        return columns.values().iterator().next().rows();
    }
}
