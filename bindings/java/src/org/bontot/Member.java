// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.bontot.ffi.SizeT;
import org.bontot.ffi.Structs;

/** A member that was added to a dossier; facts are set as those of a unit. */
public final class Member {
    private final Dossier dossier;
    private final SizeT place;

    Member(Dossier dossier, SizeT place) {
        this.dossier = dossier;
        this.place = place;
    }

    public Member set(String field, BigDecimal number) {
        Structs.Number.ByValue given = Numbers.of(number);
        dossier.change((library, pointer, error) -> library.bontot_dossier_set_member_number(
                pointer, place, dossier.rubric().field(field), given, error));
        return this;
    }

    public Member set(String field, long number) {
        return set(field, BigDecimal.valueOf(number));
    }

    public Member set(String field, boolean truth) {
        dossier.change((library, pointer, error) -> library.bontot_dossier_set_member_boolean(
                pointer, place, dossier.rubric().field(field), truth ? 1 : 0, error));
        return this;
    }

    /** Sets a text or a choice. */
    public Member set(String field, String text) {
        byte[] given = Utf8.of(text);
        dossier.change((library, pointer, error) -> library.bontot_dossier_set_member_text(
                pointer, place, dossier.rubric().field(field), given, new SizeT(given.length), error));
        return this;
    }

    public Member set(String field, LocalDate date) {
        byte[] given = Utf8.of(date.toString());
        dossier.change((library, pointer, error) -> library.bontot_dossier_set_member_date(
                pointer, place, dossier.rubric().field(field), given, new SizeT(given.length), error));
        return this;
    }

    /** Sets a fact of any type from a text as it is typed. */
    public Member setTyped(String field, String text) {
        byte[] given = Utf8.of(text);
        dossier.change((library, pointer, error) -> library.bontot_dossier_set_member(
                pointer, place, dossier.rubric().field(field), given, new SizeT(given.length), error));
        return this;
    }

    /** Makes a fact unknown. */
    public Member clear(String field) {
        dossier.change((library, pointer, error) -> library.bontot_dossier_clear_member(
                pointer, place, dossier.rubric().field(field), error));
        return this;
    }
}
