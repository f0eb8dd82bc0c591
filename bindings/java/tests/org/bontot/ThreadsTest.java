// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.Test;

/** Ten at once give what one gives. */
public final class ThreadsTest {
    private static final int TEN = 10;
    private static final List<String> NAMES = List.of("example", "full", "disciplined", "missing-third");

    private final Rubric rubric = Rubric.builtin(Support.RUBRIC_ID);
    private final Result expected = rubric.evaluate(Source.file(Support.EXAMPLE));

    private static <T> List<T> inTen(int tasks, IntFunction<T> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(TEN);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int index = 0; index < tasks; index++) {
                int number = index;
                running.add(pool.submit(() -> task.apply(number)));
            }
            List<T> found = new ArrayList<>();
            for (Future<T> each : running) {
                found.add(each.get());
            }
            return found;
        } catch (ExecutionException error) {
            throw new AssertionError(error.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Result evaluated(String name) {
        return rubric.evaluate(Source.file(Support.DOSSIERS.resolve(name + ".json")));
    }

    @Test
    public void tenEvaluationsAtOnce() throws Exception {
        CyclicBarrier gate = new CyclicBarrier(TEN);
        List<Result> results = inTen(TEN, index -> {
            try {
                gate.await();
            } catch (Exception error) {
                throw new AssertionError(error);
            }
            return evaluated("example");
        });
        assertEquals(Collections.nCopies(TEN, expected), results);
    }

    @Test
    public void aPoolOverOneRubric() throws Exception {
        List<Result> alone = NAMES.stream().map(this::evaluated).toList();
        List<Result> results = inTen(40, index -> evaluated(NAMES.get(index % NAMES.size())));
        for (int index = 0; index < results.size(); index++) {
            assertEquals(alone.get(index % NAMES.size()), results.get(index));
        }
    }

    @Test
    public void oneResultForAllThreads() throws Exception {
        List<String> texts = List.of(expected.toText(Language.VI), expected.toText(Language.EN));
        List<String> found = inTen(200, index -> expected.toText(Language.values()[index % 2]));
        for (int index = 0; index < found.size(); index++) {
            assertEquals(texts.get(index % 2), found.get(index));
        }
    }

    @Test
    public void errorsStayWithTheirThread() throws Exception {
        List<Long> columns = inTen(100, index -> assertThrows(
                InputException.class, () -> Bontot.feel(" ".repeat(index) + ")"))
                .entries().get(0).expressionColumn());
        for (int index = 0; index < columns.size(); index++) {
            assertEquals(index + 1L, (long) columns.get(index));
        }
    }

    @Test
    public void closingWhileOthersEvaluate() throws Exception {
        List<Object> results = inTen(40, index -> {
            if (index == 20) {
                rubric.close();
            }
            try {
                return evaluated("example");
            } catch (MisuseException error) {
                return error.getMessage();
            }
        });
        Set<Object> kinds = new HashSet<>(results);
        assertTrue(kinds.remove("this rubric is closed"));
        assertEquals(Set.of(expected), kinds);
    }

    @Test
    public void oneDossierChangedByAllThreads() throws Exception {
        Dossier dossier = rubric.dossier(Source.file(Support.EXAMPLE), Options.defaults());
        Set<Result> found = new HashSet<>(inTen(200, index -> {
            dossier.set("tasks.overdue", index % 2);
            return dossier.evaluate();
        }));
        Set<Result> alone = Set.of(
                dossier.set("tasks.overdue", 0).evaluate(), dossier.set("tasks.overdue", 1).evaluate());
        assertEquals(2, alone.size());
        assertEquals(alone, found);
    }

    @Test
    public void aRankingReadWhileItsCohortGrows() throws Exception {
        Cohort cohort = Cohort.of(rubric);
        cohort.add(expected);
        Ranking ranking = cohort.rank();
        String text = ranking.toText(Language.EN);
        inTen(200, index -> {
            if (index % 2 == 0) {
                try (Dossier one = rubric.dossier(Source.file(Support.EXAMPLE), Options.defaults())) {
                    cohort.add(one.setUnit("U" + index, "").evaluate());
                }
            } else {
                assertEquals(text.lines().count(), ranking.toText(Language.EN).lines().count());
            }
            return null;
        });
        assertEquals(101, cohort.size());
        assertEquals(101, cohort.rank().places().size());
    }
}
