// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** UTF-8 for the library, which reports what is wrong with a text itself, with its place. */
final class Utf8 {
    private Utf8() {
    }

    /** Returns UTF-8; a lone surrogate stays one, where Java would write a question mark. */
    static byte[] of(String text) {
        return hasLoneSurrogate(text) ? withSurrogates(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(Utf8::isSurrogate);
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static byte[] withSurrogates(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            if (isSurrogate(point)) {
                out.write(0xE0 | point >> 12);
                out.write(0x80 | point >> 6 & 0x3F);
                out.write(0x80 | point & 0x3F);
            } else {
                out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }
}
