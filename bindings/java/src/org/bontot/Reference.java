// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Out;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;
import org.bontot.ffi.Structs;

/**
 * Facts, exceptions and findings about evidence that a committee gives (format
 * bontot-reference/1). Made by {@link Rubric#reference}, and good for dossiers of that rubric
 * object: read, and then immutable, or filled piece by piece, which throws MisuseException while it
 * is used, and InputException or NotFoundException for what is wrong; then nothing is changed.
 */
public final class Reference extends Owned<Pointers.Reference> {
    private final Rubric rubric;
    private final Language language;

    Reference(Rubric rubric, Language language, Handle<Pointers.Reference> handle) {
        super(handle);
        this.rubric = rubric;
        this.language = language;
    }

    /** Whom a fact is given for: in the order of the header. Of several the last one counts. */
    public enum Scope {
        /** All units; the name is "". */
        ALL,
        /** The units of a group, by its name. */
        GROUP,
        /** One unit, by its id. */
        UNIT
    }

    /** A call that changes a reference. */
    private interface Change {
        int status(
                BontotLibrary library, Pointers.Reference reference, Out<Pointers.Error> error);
    }

    private Reference change(Change change) {
        try (Lease<Pointers.Reference> reference = handle().lendAlone()) {
            Calls.call(language, (library, error) ->
                    change.status(library, reference.pointer, error));
        }
        return this;
    }

    /** Says which period it is for. */
    public Reference setPeriod(LocalDate from, LocalDate to) {
        byte[] first = Utf8.of(from.toString());
        byte[] last = Utf8.of(to.toString());
        return change((library, reference, error) -> library.bontot_reference_set_period(
                reference, first, new SizeT(first.length), last, new SizeT(last.length), error));
    }

    /** Gives a number. */
    public Reference set(Scope whom, String name, String fact, BigDecimal number) {
        byte[] given = Utf8.of(name);
        Structs.Number.ByValue value = Numbers.of(number);
        return change((library, reference, error) -> library.bontot_reference_set_number(
                reference, whom.ordinal(), given, new SizeT(given.length), rubric.slot(fact), value, error));
    }

    /** Gives a fact of any type, from a text as it is typed. */
    public Reference setTyped(Scope whom, String name, String fact, String text) {
        byte[] given = Utf8.of(name);
        byte[] value = Utf8.of(text);
        return change((library, reference, error) -> library.bontot_reference_set(
                reference, whom.ordinal(), given, new SizeT(given.length), rubric.slot(fact), value,
                new SizeT(value.length), error));
    }

    /** Lifts a gate for a unit, with a reason, by an authority; the date may be null. */
    public Reference addException(
            String unit, String gate, String reason, String authority, LocalDate date) {
        byte[] whom = Utf8.of(unit);
        byte[] why = Utf8.of(reason);
        byte[] who = Utf8.of(authority);
        byte[] day = Utf8.of(date == null ? "" : date.toString());
        return change((library, reference, error) -> library.bontot_reference_add_exception(
                reference, whom, new SizeT(whom.length), rubric.gate(gate), why, new SizeT(why.length), who,
                new SizeT(who.length), day, new SizeT(day.length), error));
    }

    /** Says what a document of a unit was found to be: "verified", "rejected" or "false". */
    public Reference addFinding(String unit, String document, String status) {
        byte[] whom = Utf8.of(unit);
        byte[] what = Utf8.of(document);
        byte[] found = Utf8.of(status);
        return change((library, reference, error) -> library.bontot_reference_add_finding(
                reference, whom, new SizeT(whom.length), what, new SizeT(what.length), found,
                new SizeT(found.length), error));
    }
}
