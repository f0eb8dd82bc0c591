// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import org.bontot.ffi.Pointers;

/**
 * Facts, exceptions and findings about evidence that a committee gives (format
 * bontot-reference/1). Made by {@link Rubric#reference}, and good for dossiers of that rubric
 * object. Immutable: one serves all threads.
 */
public final class Reference extends Owned<Pointers.Reference> {
    Reference(Handle<Pointers.Reference> handle) {
        super(handle);
    }
}
