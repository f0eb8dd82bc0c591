// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import com.sun.jna.Native;
import org.junit.Test;

/** C's size_t, on 64 bits and on 32. */
public final class SizeTest {
    @Test
    public void itIsAsWideAsThePlatforms() {
        assertEquals(Native.SIZE_T_SIZE, new SizeT(1).toNative().getClass() == Long.class ? 8 : 4);
        assertEquals(Native.SIZE_T_SIZE == 8 ? -1L : 0xFFFFFFFFL, Constants.BONTOT_NONE.longValue());
    }

    @Test
    public void of32BitsItHasNoSign() {
        SizeT none = new SizeT(4, -1);
        assertEquals(0xFFFFFFFFL, none.longValue());
        assertEquals(0xFFFFFFFF, none.toNative());
        assertEquals(3_000_000_000L, new SizeT(4, 3_000_000_000L).longValue());
        assertEquals(none, new SizeT(4, 0xFFFFFFFFL));
        assertThrows(IllegalArgumentException.class, () -> new SizeT(4, 1L << 32));
        assertThrows(ArithmeticException.class, none::toInt);
    }

    @Test
    public void of64BitsItHasNoneEither() {
        SizeT none = new SizeT(8, -1);
        assertEquals(-1L, none.toNative());
        assertThrows(ArithmeticException.class, none::toInt);
        assertThrows(ArithmeticException.class, new SizeT(8, 1L << 31)::toInt);
        assertEquals(Integer.MAX_VALUE, new SizeT(8, Integer.MAX_VALUE).toInt());
        assertNotEquals(none, new SizeT(8, 0xFFFFFFFFL));
    }

    @Test
    public void whatIsStoredIsRead() {
        SizeOut out = new SizeOut();
        for (int each = 0; each < Native.SIZE_T_SIZE; each++) {
            out.getPointer().setByte(each, (byte) 0xFF);
        }
        assertEquals(Constants.BONTOT_NONE, out.value());
    }
}
