// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bontot.ffi.Callbacks;
import org.bontot.ffi.Pointers;
import org.junit.Test;

/** The functions that the library calls. */
public final class CallbacksTest {
    private final Map<Pointer, Memory> heap = new ConcurrentHashMap<>();
    private final Callbacks.Allocate allocate = (payload, size, alignment) -> {
        Memory block = new Memory(size.longValue() + alignment.longValue());
        long bits = Pointer.nativeValue(block);
        long place = (bits + alignment.longValue() - 1) / alignment.longValue() * alignment.longValue();
        Pointer found = new Pointer(place);
        heap.put(found, block);
        return found;
    };
    private final Callbacks.Release release = (payload, place, size, alignment) ->
            assertTrue(heap.remove(place) != null);

    private Handle<Pointers.Rubric> made(Callbacks.Allocate source) {
        byte[] id = Utf8.of(Support.RUBRIC_ID + '\0');
        return Options.defaults().lent(options -> {
            Calls.plainly(library -> library.bontot_options_set_memory(options, source, release, null));
            return Calls.made(Kind.RUBRIC, Language.VI, (library, out, error) ->
                    library.bontot_rubric_builtin(out, id, options, error));
        });
    }

    @Test
    public void memoryOfOnesOwn() {
        try (Handle<Pointers.Rubric> rubric = made(allocate)) {
            assertFalse(heap.isEmpty());
            try (Lease<Pointers.Rubric> lease = rubric.lend()) {
                assertEquals(Support.RUBRIC_ID, new RubricReading(lease.pointer).id());
            }
        }
        assertEquals(Map.of(), heap);
        Reference.reachabilityFence(this);
    }

    @Test
    public void whenMemoryIsOut() {
        Callbacks.Allocate none = (payload, size, alignment) -> null;
        assertThrows(NoMemoryException.class, () -> made(none));
        assertEquals(Map.of(), heap);
    }
}
