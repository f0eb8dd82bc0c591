// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;

/** Where the library is, and what is done without a rubric or with several results. */
public final class Bontot {
    /** The version of this package and of the library that it needs. */
    public static final String VERSION = Loader.VERSION;

    private Bontot() {
    }

    /**
     * Loads the library from a file, before anything else of this package is used. Throws
     * LibraryException when it cannot be loaded, is of another version than this package, or when
     * another file has been loaded already.
     */
    public static void load(Path file) {
        Loader.load(file);
    }

    /** Evaluates a FEEL expression, and returns its value as text. */
    public static String feel(String expression) {
        return feel(expression, null, Language.VI);
    }

    /**
     * Evaluates a FEEL expression, and returns its value as text. The facts give the names, with
     * values as {@link Source#map} takes them; null is unknown, and a date is a text there, so that
     * the expression says date(name). Throws InputException with the column in the expression.
     */
    public static String feel(String expression, Map<String, ?> facts, Language language) {
        byte[] source = Utf8.of(expression);
        byte[] given = facts == null ? null : Utf8.of(Json.of(facts));
        return Calls.written(language, (library, out, error) -> library.bontot_feel_evaluate(
                out, source, new SizeT(source.length), given, new SizeT(given == null ? 0 : given.length),
                null, error));
    }

    /**
     * Compares two results node by node, by the ids of the nodes. What is JSON has its labels and
     * sentences in one language, which is then shown whatever the language is. Throws
     * InputException with all that is wrong with it.
     */
    public static Comparison compare(ResultSource before, ResultSource after, Language language) {
        try (Summarized old = new Summarized(before, language);
                Summarized young = new Summarized(after, language);
                Lease<Pointers.Summary> first = old.summary.handle().lend();
                Lease<Pointers.Summary> second = young.summary.handle().lend()) {
            return new Comparison(Calls.made(Kind.COMPARISON, language, (library, out, error) ->
                    library.bontot_compare(out, first.pointer, second.pointer, null, error)), language);
        }
    }

    /** A summary, which is closed again unless it was given. */
    private static final class Summarized implements AutoCloseable {
        final Summary summary;
        private final boolean isGiven;

        Summarized(ResultSource source, Language language) {
            isGiven = source instanceof Summary;
            if (source instanceof Summary given) {
                summary = given;
            } else if (source instanceof Result result) {
                summary = Summary.of(result);
            } else {
                summary = Summary.read((Source) source, Options.in(language));
            }
        }

        @Override
        public void close() {
            if (!isGiven) {
                summary.close();
            }
        }
    }

    /**
     * Ranks results as they come: what an iterator makes one after the other is not kept. Throws
     * InputException with all that is wrong with any of them, each pointer beginning with the number
     * of the result, from 0.
     */
    public static Ranking rank(
            Rubric rubric, Iterable<? extends ResultSource> results, Options options) {
        List<ErrorEntry> wrong = new ArrayList<>();
        try (Cohort cohort = Cohort.of(rubric)) {
            int number = 0;
            for (ResultSource result : results) {
                String place = "/" + number++;
                try {
                    cohort.add(result, options.language());
                } catch (InputException error) {
                    error.entries().forEach(each -> wrong.add(each.at(place + each.pointer())));
                }
            }
            if (!wrong.isEmpty()) {
                throw new InputException("some results cannot be ranked", wrong, options.language());
            }
            return cohort.rank(options);
        }
    }
}
