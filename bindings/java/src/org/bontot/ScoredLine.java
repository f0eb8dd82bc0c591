// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.List;
import org.bontot.ffi.Constants;
import org.bontot.ffi.Pointers;

/**
 * What came of one line: a result, or errors. What it says can be asked for until the function that
 * takes it returns; after that it throws MisuseException, and what was returned stays.
 */
public final class ScoredLine {
    private final long number;
    private final Language language;
    private final List<ErrorEntry> errors;
    private Pointers.Result lent;

    ScoredLine(long number, Language language, Pointers.Result lent, Pointers.Error error) {
        this.number = number;
        this.language = language;
        this.lent = lent;
        this.errors = error == null ? List.of() : List.copyOf(Calls.entries(error, Integer.MAX_VALUE));
    }

    /** Returns its number, from 1. */
    public long number() {
        return number;
    }

    /** Returns all that is wrong with it; nothing: it is scored. */
    public List<ErrorEntry> errors() {
        return errors;
    }

    public boolean isScored() {
        return errors.isEmpty();
    }

    /** Returns the result, of which only the text is not written any more. */
    public Result result() {
        return new Result(Handle.empty(Kind.RESULT), language, toJson());
    }

    /** Returns the result as JSON in one line (format bontot-result/1). */
    public String toJson() {
        return written(Constants.BONTOT_JSON, language);
    }

    /** Returns the figures alone as JSON in one short line (format bontot-summary/1). */
    public String toSummary() {
        return written(Constants.BONTOT_SUMMARY, language);
    }

    /** Returns the result as text for people. */
    public String toText(Language other) {
        return written(Constants.BONTOT_TEXT, other);
    }

    private String written(int format, Language other) {
        if (lent == null) {
            throw new MisuseException(
                    isScored() ? "this line is over" : "line " + number + " has errors, and no result");
        }
        return Options.in(other).lent(chosen -> Calls.written(other, (library, out, error) ->
                library.bontot_result_write(out, lent, format, chosen, error)));
    }

    /** Forgets what was lent. */
    void end() {
        lent = null;
    }
}
