// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.Pointer;
import org.bontot.ffi.Pointers;

/** Batches of the Arrow C data interface, by the addresses of its structs. */
public final class ArrowBatch {
    private ArrowBatch() {
    }

    /**
     * Scores the rows of a batch, a struct array whose children are named by the facts' ids, into a
     * new one, which the caller imports or releases. The addresses are those of C's structs, as
     * {@code memoryAddress()} of Arrow's ArrowSchema and ArrowArray gives them; those of the
     * results are of empty structs. The batch is read in place, and neither kept nor released.
     * Throws InputException for what is wrong with the batch itself; then nothing is written.
     */
    public static void evaluate(
            Rubric rubric, long schema, long batch, long resultSchema, long result, Options options) {
        try (Lease<Pointers.Rubric> lease = rubric.handle().lend()) {
            options.lent(chosen -> {
                Calls.call(options.language(), (library, error) -> library.bontot_evaluate_arrow(
                        new Pointers.ArrowSchema(new Pointer(resultSchema)),
                        new Pointers.ArrowArray(new Pointer(result)), lease.pointer,
                        new Pointers.ArrowSchema(new Pointer(schema)),
                        new Pointers.ArrowArray(new Pointer(batch)), chosen, error));
                return null;
            });
        }
    }
}
