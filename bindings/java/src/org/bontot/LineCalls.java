// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bontot.ffi.Callbacks;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;

/**
 * The two functions that the library calls for lines. No exception leaves them: the first one is
 * kept, ends the scoring, and is thrown by whoever called the library.
 */
final class LineCalls implements AutoCloseable {
    private static final int GO_ON = 0;
    private static final int STOP = 1;

    final Callbacks.LineDone done = this::lineDone;
    final Callbacks.FindRubric find;

    private final LineDone receiver;
    private final Function<String, Rubric> finder;
    private final Language language;
    private final List<Lease<Pointers.Rubric>> found = new ArrayList<>();
    private Throwable thrown;
    private boolean isCalled;

    LineCalls(LineDone receiver, Function<String, Rubric> finder, Language language) {
        this.receiver = receiver;
        this.finder = finder;
        this.language = language;
        this.find = finder == null ? null : this::findRubric;
    }

    private int lineDone(Pointer payload, long number, Pointers.Result result, Pointers.Error error) {
        if (thrown != null) {
            return STOP;
        }
        try {
            ScoredLine line = new ScoredLine(number, language, result, error);
            isCalled = true;
            try {
                return receiver.done(line) ? GO_ON : STOP;
            } finally {
                isCalled = false;
                line.end();
                close();
            }
        } catch (Throwable problem) {
            thrown = problem;
            return STOP;
        }
    }

    private Pointers.Rubric findRubric(Pointer payload, Pointer id, SizeT length) {
        if (thrown != null) {
            return null;
        }
        try {
            byte[] name = id.getByteArray(0, length.toInt());
            isCalled = true;
            Rubric rubric = finder.apply(new String(name, StandardCharsets.UTF_8));
            isCalled = false;
            if (rubric == null) {
                return null;
            }
            Lease<Pointers.Rubric> lease = rubric.handle().lend();
            found.add(lease);
            return lease.pointer;
        } catch (Throwable problem) {
            thrown = problem;
            return null;
        }
    }

    /** Returns whether a function of the caller's runs now. */
    boolean isCalled() {
        return isCalled;
    }

    /** Throws what a function of the caller's threw. */
    void rethrow() {
        Throwable problem = thrown;
        if (problem instanceof RuntimeException exception) {
            throw exception;
        }
        if (problem instanceof Error error) {
            throw error;
        }
        if (problem != null) {
            throw new IllegalStateException(problem); // thrown behind the compiler's back
        }
    }

    /** Gives back the rubrics that were found, which the library needs until the line is done. */
    @Override
    public void close() {
        found.forEach(Lease::close);
        found.clear();
    }
}
