// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Constants;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Out;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeOut;
import org.bontot.ffi.SizeT;

/** The calls that fill handles or read them: every status and every borrowed text passes here. */
final class Calls {
    private Calls() {
    }

    /** A call that stores what it found wrong. */
    interface Call {
        int status(BontotLibrary library, Out<Pointers.Error> error);
    }

    /** A call that can only fail by what its caller did wrong. */
    interface PlainCall {
        int status(BontotLibrary library);
    }

    /** A call that makes an object. */
    interface Maker<P extends PointerType> {
        int status(BontotLibrary library, Out<P> out, Out<Pointers.Error> error);
    }

    /** A call that lends text. */
    interface Lender {
        Pointer text(BontotLibrary library, SizeOut length);
    }

    /** A call that writes text into a buffer. */
    interface Writer {
        int status(BontotLibrary library, byte[] buffer, SizeT room);
    }

    /** Calls a function. Throws the exception of its status, in the language. */
    static void call(Language language, Call call) {
        BontotLibrary library = Loader.library();
        try (Handle<Pointers.Error> error = Handle.empty(Kind.ERROR)) {
            int status = call.status(library, error.slot());
            if (status != Constants.BONTOT_OK) {
                throw exception(status, entries(error), language);
            }
        }
    }

    /** Calls a function that stores no error. Throws the exception of its status. */
    static void plainly(PlainCall call) {
        int status = call.status(Loader.library());
        if (status != Constants.BONTOT_OK) {
            throw exception(status, List.of(), Language.VI);
        }
    }

    /** Calls a function that makes an object, and returns the handle. */
    static <P extends PointerType> Handle<P> made(Kind<P> kind, Language language, Maker<P> maker) {
        return filled(Handle.empty(kind), language, maker);
    }

    /** Calls a function that fills a handle, which is empty, and returns it. */
    static <P extends PointerType> Handle<P> filled(
            Handle<P> handle, Language language, Maker<P> maker) {
        call(language, (library, error) -> maker.status(library, handle.slot(), error));
        return handle;
    }

    /** Calls a function that makes a text, and returns a copy. */
    static String written(Language language, Maker<Pointers.Text> maker) {
        try (Handle<Pointers.Text> text = made(Kind.TEXT, language, maker);
                Lease<Pointers.Text> lease = text.lend()) {
            return borrowed((library, length) -> library.bontot_text_data(lease.pointer, length));
        }
    }

    /** Calls a function that lends text, and returns a copy. */
    static String borrowed(Lender lender) {
        String found = borrowedOrNull(lender);
        if (found == null) {
            throw new InternalException("there is no text");
        }
        return found;
    }

    /** Calls a function that lends text or returns NULL, and returns a copy or null. */
    static String borrowedOrNull(Lender lender) {
        SizeOut length = new SizeOut();
        Pointer place = lender.text(Loader.library(), length);
        if (place == null) {
            return null;
        }
        return new String(place.getByteArray(0, length.value().toInt()), StandardCharsets.UTF_8);
    }

    /** Calls a function that writes a figure, and returns it. */
    static BigDecimal figure(Writer writer) {
        byte[] buffer = new byte[Constants.BONTOT_NUMBER_ROOM];
        plainly(library -> writer.status(library, buffer, new SizeT(buffer.length)));
        int length = 0;
        while (buffer[length] != 0) {
            length++;
        }
        return new BigDecimal(new String(buffer, 0, length, StandardCharsets.US_ASCII));
    }

    /** Returns a copy of text that ends in a zero byte. */
    static String zeroEnded(Pointer text) {
        // What the caller gave is quoted, and it may be no UTF-8: then it is replaced.
        return text.getString(0, StandardCharsets.UTF_8.name());
    }

    private static List<ErrorEntry> entries(Handle<Pointers.Error> error) {
        if (error.isEmpty()) {
            return List.of();
        }
        try (Lease<Pointers.Error> lease = error.lend()) {
            return entries(lease.pointer, Integer.MAX_VALUE);
        }
    }

    /** Returns copies of the entries of an error that is lent, or of the first ones. */
    static List<ErrorEntry> entries(Pointers.Error error, int most) {
        int count = Math.min(Loader.library().bontot_error_count(error).toInt(), most);
        List<ErrorEntry> found = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            found.add(entry(Loader.library(), error, new SizeT(index)));
        }
        return found;
    }

    private static ErrorEntry entry(BontotLibrary library, Pointers.Error error, SizeT index) {
        return new ErrorEntry(
                zeroEnded(library.bontot_error_code(error, index)),
                zeroEnded(library.bontot_error_message(error, index, Constants.BONTOT_VI)),
                zeroEnded(library.bontot_error_message(error, index, Constants.BONTOT_EN)),
                zeroEnded(library.bontot_error_pointer(error, index)),
                library.bontot_error_offset(error, index).longValue(),
                library.bontot_error_line(error, index).longValue(),
                library.bontot_error_column(error, index).longValue(),
                library.bontot_error_expression_column(error, index).longValue());
    }

    static BontotException exception(int status, List<ErrorEntry> entries, Language language) {
        String name = zeroEnded(Loader.library().bontot_status_name(status));
        return switch (status) {
            case Constants.BONTOT_BAD_INPUT -> new InputException(name, entries, language);
            case Constants.BONTOT_NOT_FOUND -> new NotFoundException(name, entries, language);
            case Constants.BONTOT_MISUSE -> new MisuseException(name, entries, language);
            case Constants.BONTOT_NO_MEMORY -> new NoMemoryException(name, entries, language);
            case Constants.BONTOT_CANCELLED -> new CancelledException(name, entries, language);
            case Constants.BONTOT_NO_FIT -> new NoFitException(name, entries, language);
            default -> new InternalException(name, entries, language);
        };
    }
}
