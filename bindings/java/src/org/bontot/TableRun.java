// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.Memory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Constants;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;
import org.bontot.ffi.Structs;

/** One scoring of a table: the memory that the library writes into, and the threads. */
final class TableRun {
    private static final int MOST_ERRORS = 1000;
    /** Parts of a table begin at multiples of the library's blocks. */
    private static final int BLOCK_ROWS = 1024;

    private final Rubric rubric;
    private final List<String> nodes;
    private final int rows;
    private final int scale;
    private final Language language;
    private final Structs.TableResults results = new Structs.TableResults();
    private final Memory points;
    private final Memory possible;
    private final Memory completeness;
    private final Memory grade;
    private final Memory gradePossible;
    private final Memory status;
    private final Memory[] nodeFigures;
    private final Structs.NodeColumn[] nodeColumns;

    TableRun(Rubric rubric, List<String> nodes, int rows, int scale, Language language) {
        this.rubric = rubric;
        this.nodes = List.copyOf(nodes);
        this.rows = rows;
        this.scale = scale;
        this.language = language;
        points = Cells.room(rows, Long.BYTES);
        possible = Cells.room(rows, Long.BYTES);
        completeness = Cells.room(rows, Long.BYTES);
        grade = Cells.room(rows, Integer.BYTES);
        gradePossible = Cells.room(rows, Integer.BYTES);
        status = Cells.room(rows, 1);
        nodeFigures = new Memory[2 * nodes.size()];
        nodeColumns = (Structs.NodeColumn[]) new Structs.NodeColumn().toArray(Math.max(1, nodes.size()));
        fill();
    }

    private void fill() {
        List<String> ids = rubric.nodes().stream().map(RubricNode::id).toList();
        for (int place = 0; place < nodes.size(); place++) {
            int node = ids.indexOf(nodes.get(place));
            if (node < 0) {
                throw new NotFoundException("the rubric has no criterion or indicator " + nodes.get(place));
            }
            nodeColumns[place].node = new SizeT(node);
            nodeColumns[place].points = nodeFigures[2 * place] = Cells.room(rows, Long.BYTES);
            nodeColumns[place].possible = nodeFigures[2 * place + 1] = Cells.room(rows, Long.BYTES);
            nodeColumns[place].fill();
        }
        results.scale = scale;
        results.points = points;
        results.possible = possible;
        results.completeness = completeness;
        results.grade = grade;
        results.grade_possible = gradePossible;
        results.status = status;
        results.nodes = nodeColumns[0].getPointer();
        results.node_count = new SizeT(nodes.size());
        results.fill();
    }

    TableScores score(
            Pointers.Rubric lent, Structs.Column[] columns, int columnCount, Pointers.Options options,
            int threads) {
        Structs.Table table = new Structs.Table();
        table.columns = columns[0].getPointer();
        table.column_count = new SizeT(columnCount);
        table.fill();
        int blocks = (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
        int parts = Math.max(1, Math.min(threads, blocks));
        List<Part> work = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int begin = firstRow(blocks, part, parts);
            int end = part + 1 == parts ? rows : firstRow(blocks, part + 1, parts);
            work.add(() -> Calls.made(Kind.REPORT, language, (library, out, error) ->
                    library.bontot_evaluate_columns(
                            out, lent, table, new SizeT(begin), new SizeT(end - begin), results, options,
                            error)));
        }
        try {
            return told(parts == 1 ? List.of(work.get(0).run()) : inThreads(work));
        } finally {
            Reference.reachabilityFence(columns);
            Reference.reachabilityFence(this);
        }
    }

    private static int firstRow(int blocks, int part, int parts) {
        return (int) ((long) blocks * part / parts * BLOCK_ROWS);
    }

    /** What one thread does. */
    private interface Part {
        Handle<Pointers.Report> run();
    }

    /** Runs all parts to their end, whatever becomes of one, since they read the same memory. */
    private static List<Handle<Pointers.Report>> inThreads(List<Part> work) {
        ExecutorService pool = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<Handle<Pointers.Report>>> running = new ArrayList<>();
            for (Part part : work) {
                running.add(pool.submit(part::run));
            }
            return ended(running);
        } finally {
            pool.shutdown();
        }
    }

    private static List<Handle<Pointers.Report>> ended(List<Future<Handle<Pointers.Report>>> running) {
        List<Handle<Pointers.Report>> reports = new ArrayList<>();
        Throwable failure = null;
        boolean isInterrupted = false;
        for (Future<Handle<Pointers.Report>> each : running) {
            boolean isDone = false;
            while (!isDone) {
                try {
                    reports.add(each.get());
                    isDone = true;
                } catch (InterruptedException error) {
                    isInterrupted = true;
                } catch (ExecutionException error) {
                    failure = error.getCause();
                    isDone = true;
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return reports;
    }

    private TableScores told(List<Handle<Pointers.Report>> reports) {
        List<TableScores.RowError> errors = new ArrayList<>();
        long errorCount = 0;
        long wrongRows = 0;
        for (Handle<Pointers.Report> report : reports) {
            try (report; Lease<Pointers.Report> lease = report.lend()) {
                errorCount += Loader.library().bontot_report_error_count(lease.pointer);
                wrongRows += Loader.library().bontot_report_wrong_rows(lease.pointer);
                addErrors(errors, lease.pointer);
            }
        }
        return new TableScores(rubric.grades(), nodes, this, errors, errorCount, wrongRows);
    }

    private static void addErrors(List<TableScores.RowError> found, Pointers.Report report) {
        BontotLibrary library = Loader.library();
        Pointers.Error errors = library.bontot_report_errors(report);
        if (errors == null) {
            return;
        }
        List<ErrorEntry> entries = Calls.entries(errors, MOST_ERRORS - found.size());
        for (int place = 0; place < entries.size(); place++) {
            ErrorEntry entry = entries.get(place);
            String fact = entry.pointer().substring(entry.pointer().indexOf('/', 1) + 1);
            SizeT row = library.bontot_report_row(report, new SizeT(place));
            found.add(new TableScores.RowError(
                    row.equals(Constants.BONTOT_NONE) ? -1 : row.toInt(), fact, entry.code(),
                    entry.message(), entry.messageEn()));
        }
    }

    int rows() {
        return rows;
    }

    int scale() {
        return scale;
    }

    long[] points() {
        return points.getLongArray(0, rows);
    }

    long[] possible() {
        return possible.getLongArray(0, rows);
    }

    long[] completeness() {
        return completeness.getLongArray(0, rows);
    }

    int[] grade() {
        return grade.getIntArray(0, rows);
    }

    int[] gradePossible() {
        return gradePossible.getIntArray(0, rows);
    }

    byte[] status() {
        return status.getByteArray(0, rows);
    }

    long[] nodePoints(int place) {
        return nodeFigures[2 * place].getLongArray(0, rows);
    }

    long[] nodePossible(int place) {
        return nodeFigures[2 * place + 1].getLongArray(0, rows);
    }
}
