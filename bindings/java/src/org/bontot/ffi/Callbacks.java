// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;

/**
 * The functions that the library calls. Whoever implements one lets no exception out of it: JNA
 * would print it and return 0.
 */
public final class Callbacks {
    private Callbacks() {
    }

    /** bontot_allocate. */
    public interface Allocate extends Callback {
        Pointer call(Pointer payload, SizeT size, SizeT alignment);
    }

    /** bontot_release. */
    public interface Release extends Callback {
        void call(Pointer payload, Pointer place, SizeT size, SizeT alignment);
    }

    /** bontot_line_done. */
    public interface LineDone extends Callback {
        int call(Pointer payload, long line, Pointers.Result result, Pointers.Error error);
    }

    /** bontot_find_rubric. */
    public interface FindRubric extends Callback {
        Pointers.Rubric call(Pointer payload, Pointer id, SizeT length);
    }
}
