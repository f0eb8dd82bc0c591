// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.PointerType;

/** What owns one handle of the library. */
abstract class Owned<P extends PointerType> implements AutoCloseable {
    private final Handle<P> handle;

    Owned(Handle<P> handle) {
        this.handle = handle;
    }

    final Handle<P> handle() {
        return handle;
    }

    /** Frees what the library holds; more than once does nothing. The garbage collector does it too. */
    @Override
    public void close() {
        handle.close();
    }
}
