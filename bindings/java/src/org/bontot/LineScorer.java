// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.lang.ref.Reference;
import java.util.function.Function;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Out;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;

/**
 * Scores many dossiers, a line for each (NDJSON), in a text that comes piece by piece. What is wrong
 * with a line is the line's own error. Fed by one thread at a time; others wait.
 */
public final class LineScorer extends Owned<Pointers.Lines> {
    private final LineCalls calls;
    private final Language language;

    private LineScorer(Handle<Pointers.Lines> handle, LineCalls calls, Language language) {
        super(handle);
        this.calls = calls;
        this.language = language;
    }

    /**
     * Makes one of a rubric, for lines that name none or one that the finder does not find. The
     * finder may be null, or the rubric; the finder returns null where there is none. The options
     * say how each line is read, and as of which role it is scored.
     */
    public static LineScorer of(
            Rubric rubric, Function<String, Rubric> finder, Options options, LineDone done) {
        LineCalls calls = new LineCalls(done, finder, options.language());
        try (LentOrNull given = new LentOrNull(rubric)) {
            return new LineScorer(options.lent(chosen ->
                    Calls.made(Kind.LINES, options.language(), (library, out, error) ->
                            library.bontot_lines_new(
                                    out, given.pointer(), calls.find, calls.done, null, chosen, error))),
                    calls, options.language());
        }
    }

    /**
     * Scores all lines of a text. Returns whether it went to the end: false, when the receiver said
     * to stop.
     */
    public static boolean all(
            byte[] text, Rubric rubric, Function<String, Rubric> finder, Options options, LineDone done) {
        try (LineCalls calls = new LineCalls(done, finder, options.language());
                LentOrNull given = new LentOrNull(rubric)) {
            return options.lent(chosen -> went(calls, options.language(), (library, error) ->
                    library.bontot_evaluate_lines(
                            text, new SizeT(text.length), given.pointer(), calls.find, calls.done, null, chosen,
                            error)));
        }
    }

    /** A rubric that is lent, if there is one. */
    private static final class LentOrNull implements AutoCloseable {
        private final Lease<Pointers.Rubric> lease;

        LentOrNull(Rubric rubric) {
            lease = rubric == null ? null : rubric.handle().lend();
        }

        Pointers.Rubric pointer() {
            return lease == null ? null : lease.pointer;
        }

        @Override
        public void close() {
            if (lease != null) {
                lease.close();
            }
        }
    }

    private static boolean went(LineCalls calls, Language language, Calls.Call call) {
        try {
            Calls.call(language, call);
            calls.rethrow();
            return true;
        } catch (CancelledException error) {
            calls.rethrow();
            return false;
        } finally {
            calls.close();
            // The library calls its functions, which it knows the addresses of alone.
            Reference.reachabilityFence(calls);
        }
    }

    /** A call that goes on with the text. */
    private interface Feeding {
        int status(BontotLibrary library, Pointers.Lines lines, Out<Pointers.Error> error);
    }

    private boolean go(Feeding feeding) {
        try (Lease<Pointers.Lines> lines = handle().lendAlone()) {
            if (calls.isCalled()) {
                throw new MisuseException("lines are not fed by the function that takes them");
            }
            return went(calls, language, (library, error) ->
                    feeding.status(library, lines.pointer, error));
        }
    }

    /**
     * Scores the lines that end in a piece, of any length. Returns false when the receiver said to
     * stop, now or before.
     */
    public boolean feed(byte[] piece) {
        return go((library, lines, error) ->
                library.bontot_lines_feed(lines, piece, new SizeT(piece.length), error));
    }

    /** Scores the last line, if it has no line end, and ends the text. */
    public boolean end() {
        return go(BontotLibrary::bontot_lines_end);
    }

    /** Returns how many lines were scored or had errors. */
    public long count() {
        try (Lease<Pointers.Lines> lines = handle().lend()) {
            return Loader.library().bontot_lines_count(lines.pointer);
        }
    }

    /** Returns how many lines had errors. */
    public long wrongCount() {
        try (Lease<Pointers.Lines> lines = handle().lend()) {
            return Loader.library().bontot_lines_wrong_count(lines.pointer);
        }
    }
}
