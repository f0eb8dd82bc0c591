// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import com.sun.jna.IntegerType;
import com.sun.jna.Native;

/** C's size_t, as wide as the platform has it. */
public final class SizeT extends IntegerType {
    private static final long serialVersionUID = 1L;

    /** Makes a 0, for JNA. */
    public SizeT() {
        this(0);
    }

    /** Makes a size; -1 is SIZE_MAX, whatever the width. */
    public SizeT(long value) {
        this(Native.SIZE_T_SIZE, value);
    }

    /** Makes a size of a platform where it has so many bytes. */
    SizeT(int bytes, long value) {
        super(bytes, value, true);
    }

    /** Returns it as an int. Throws ArithmeticException when Java has no array of that size. */
    public int toInt() {
        if (longValue() < 0) {
            throw new ArithmeticException("the size " + Long.toUnsignedString(longValue()) + " does not fit");
        }
        return Math.toIntExact(longValue());
    }
}
