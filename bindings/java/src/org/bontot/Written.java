// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.PointerType;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Constants;
import org.bontot.ffi.Out;
import org.bontot.ffi.Pointers;

/** A handle that the library writes in several formats. */
record Written<P extends PointerType>(Handle<P> handle, Writer<P> writer) {
    /** The function that writes it. */
    interface Writer<P extends PointerType> {
        int status(
                BontotLibrary library, Out<Pointers.Text> out, P content, int format,
                Pointers.Options options, Out<Pointers.Error> error);
    }

    String json(Language language) {
        return in(Constants.BONTOT_JSON, language, false);
    }

    String text(Language language, boolean colour) {
        return in(Constants.BONTOT_TEXT, language, colour);
    }

    String in(int format, Language language, boolean colour) {
        try (Lease<P> content = handle.lend();
                Handle<Pointers.Options> options = Options.in(language).made(colour);
                Lease<Pointers.Options> chosen = options.lend()) {
            return Calls.written(language, (library, out, error) -> writer.status(
                    library, out, content.pointer, format, chosen.pointer, error));
        }
    }
}
