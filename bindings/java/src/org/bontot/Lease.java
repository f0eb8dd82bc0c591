// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.PointerType;
import java.lang.ref.Reference;
import java.util.concurrent.locks.Lock;

/** Lends a pointer from the try statement that makes it to that statement's end. */
final class Lease<P extends PointerType> implements AutoCloseable {
    final P pointer;

    private final Handle<P> handle;
    private final Lock lock;

    Lease(Handle<P> handle, Lock lock) {
        this.handle = handle;
        this.lock = lock;
        lock.lock();
        try {
            pointer = handle.enter();
        } catch (RuntimeException | Error error) {
            lock.unlock();
            throw error;
        }
    }

    @Override
    public void close() {
        try {
            handle.leave();
        } finally {
            lock.unlock();
            // Whoever uses the pointer uses the handle: until here it is no garbage.
            Reference.reachabilityFence(handle);
        }
    }
}
