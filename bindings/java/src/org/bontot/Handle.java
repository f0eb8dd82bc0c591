// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import java.lang.ref.Cleaner;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Out;

/**
 * Owns one object of the library, or nothing yet. Thread safe: closing while others use it frees
 * it after the last of them; what changes it has it alone.
 */
final class Handle<P extends PointerType> implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final State<P> state;
    private final Cleaner.Cleanable cleanable;

    private Handle(State<P> state) {
        this.state = state;
        this.cleanable = CLEANER.register(this, state);
    }

    /** Returns a handle that owns nothing yet. */
    static <P extends PointerType> Handle<P> empty(Kind<P> kind) {
        return new Handle<>(new State<>(kind, Loader.library(), new ReentrantReadWriteLock()));
    }

    /**
     * Returns a handle that owns nothing yet, and waits like another one: it must not be read while
     * that one is changed.
     */
    static <P extends PointerType> Handle<P> emptyBeside(Kind<P> kind, Handle<?> other) {
        return new Handle<>(new State<>(kind, Loader.library(), other.state.lock));
    }

    /** Returns where the library stores the object. */
    Out<P> slot() {
        return state.out;
    }

    /** Returns whether nothing is owned, or not any more. */
    boolean isEmpty() {
        return state.out.value() == null;
    }

    /** Lends the pointer for reading. Throws MisuseException when it is closed. */
    Lease<P> lend() {
        return new Lease<>(this, state.lock.readLock());
    }

    /** Lends the pointer for a change, to nobody else meanwhile. Throws as lend does. */
    Lease<P> lendAlone() {
        return new Lease<>(this, state.lock.writeLock());
    }

    P enter() {
        return state.enter();
    }

    void leave() {
        state.leave();
    }

    /** Frees the object, after those who use it; more than once does nothing. */
    @Override
    public void close() {
        cleanable.clean();
    }

    /** What the cleaner keeps: everything but the handle, which must be able to become garbage. */
    private static final class State<P extends PointerType> implements Runnable {
        final Kind<P> kind;
        final BontotLibrary library;
        final ReadWriteLock lock;
        final Out<P> out = new Out<>();
        private int users;
        private boolean isClosing;

        State(Kind<P> kind, BontotLibrary library, ReadWriteLock lock) {
            this.kind = kind;
            this.library = library;
            this.lock = lock;
        }

        synchronized P enter() {
            Pointer place = out.value();
            if (isClosing || place == null) {
                throw new MisuseException("this " + kind.noun() + " is closed");
            }
            users++;
            return kind.wrap().apply(place);
        }

        synchronized void leave() {
            users--;
            freeWhenUnused();
        }

        @Override
        public synchronized void run() {
            isClosing = true;
            freeWhenUnused();
        }

        private void freeWhenUnused() {
            Pointer place = out.value();
            if (isClosing && users == 0 && place != null) {
                out.clear();
                kind.free().accept(library, kind.wrap().apply(place));
            }
        }
    }
}
