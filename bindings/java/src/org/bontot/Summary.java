// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;

/**
 * What comparing and ranking need of a result, of one in memory or of a file. Immutable: one serves
 * all threads.
 */
public final class Summary extends Owned<Pointers.Summary> implements ResultSource {
    private Summary(Handle<Pointers.Summary> handle) {
        super(handle);
    }

    /** Summarizes a result, of which nothing is needed after that. */
    public static Summary of(Result result) {
        try (Lease<Pointers.Result> given = result.handle().lend()) {
            return new Summary(Calls.made(Kind.SUMMARY, result.language(), (library, out, error) ->
                    library.bontot_summary_of(out, given.pointer, null, error)));
        }
    }

    /** Reads a result in the format bontot-result/1. Throws InputException with all that is wrong. */
    public static Summary read(Source source, Options options) {
        return source.read(text -> options.lent(chosen ->
                new Summary(Calls.made(Kind.SUMMARY, options.language(), (library, out, error) ->
                        library.bontot_summary_load(
                                out, text, new SizeT(text.length), chosen, error)))));
    }
}
