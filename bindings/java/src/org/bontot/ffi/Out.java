// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.ptr.ByReference;

/** Where the library stores a handle: NULL until then. */
public final class Out<P extends PointerType> extends ByReference {
    public Out() {
        super(Native.POINTER_SIZE);
        getPointer().setPointer(0, null);
    }

    /** Returns what is stored, or null. */
    public Pointer value() {
        return getPointer().getPointer(0);
    }

    /** Forgets what is stored. */
    public void clear() {
        getPointer().setPointer(0, null);
    }
}
