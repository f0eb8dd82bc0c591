// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.time.LocalDate;
import org.bontot.ffi.SizeT;

/** A document that was added to a dossier as evidence. */
public final class Document {
    private final Dossier dossier;
    private final SizeT place;

    Document(Dossier dossier, SizeT place) {
        this.dossier = dossier;
        this.place = place;
    }

    /** What is said of a document: in the order of the header. */
    public enum Field {
        KIND,
        NUMBER,
        ISSUER,
        ISSUED,
        SUBMITTED,
        TITLE,
        URI,
        SHA256,
        /** "submitted", as when it is not said, "verified", "rejected" or "false". */
        STATUS
    }

    /** Says something of it; "" is not said. */
    public Document set(Field field, String text) {
        byte[] given = Utf8.of(text);
        dossier.change((library, pointer, error) -> library.bontot_dossier_set_evidence(
                pointer, place, field.ordinal(), given, new SizeT(given.length), error));
        return this;
    }

    /** Says when it was issued or submitted. */
    public Document set(Field field, LocalDate date) {
        return set(field, date.toString());
    }

    /** Says that it supports a criterion or indicator. */
    public Document supports(String node) {
        dossier.change((library, pointer, error) ->
                library.bontot_dossier_add_support(pointer, place, dossier.rubric().node(node), error));
        return this;
    }
}
