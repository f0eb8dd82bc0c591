// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import com.sun.jna.Native;
import com.sun.jna.ptr.ByReference;

/** Where the library stores a size_t. */
public final class SizeOut extends ByReference {
    public SizeOut() {
        super(Native.SIZE_T_SIZE);
    }

    public SizeT value() {
        return new SizeT(Native.SIZE_T_SIZE == 8 ? getPointer().getLong(0) : getPointer().getInt(0));
    }
}
