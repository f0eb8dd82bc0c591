// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Out;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;
import org.bontot.ffi.Structs;

/** Names and their values, for FEEL expressions. For any thread: changes wait for evaluations. */
public final class FeelNames extends Owned<Pointers.Names> {
    private final Language language;

    private FeelNames(Handle<Pointers.Names> handle, Language language) {
        super(handle);
        this.language = language;
    }

    /** Makes one without names, whose errors are in a language. */
    public static FeelNames in(Language language) {
        return new FeelNames(Calls.made(Kind.NAMES, language, (library, out, error) ->
                library.bontot_names_new(out, null, error)), language);
    }

    /** A call that changes one name. */
    private interface Change {
        int status(
                BontotLibrary library, Pointers.Names names, byte[] name, SizeT length,
                Out<Pointers.Error> error);
    }

    private FeelNames change(String name, Change change) {
        byte[] given = Utf8.of(name);
        try (Lease<Pointers.Names> names = handle().lendAlone()) {
            Calls.call(language, (library, error) ->
                    change.status(library, names.pointer, given, new SizeT(given.length), error));
        }
        return this;
    }

    /** Sets a name to a number. Throws NoFitException for one beyond 64 bits. */
    public FeelNames set(String name, BigDecimal number) {
        Structs.Number.ByValue value = Numbers.of(number);
        return change(name, (library, names, given, length, error) ->
                library.bontot_names_set_number(names, given, length, value, error));
    }

    public FeelNames set(String name, long number) {
        return set(name, BigDecimal.valueOf(number));
    }

    public FeelNames set(String name, boolean truth) {
        return change(name, (library, names, given, length, error) ->
                library.bontot_names_set_boolean(names, given, length, truth ? 1 : 0, error));
    }

    public FeelNames set(String name, String text) {
        byte[] value = Utf8.of(text);
        return change(name, (library, names, given, length, error) -> library.bontot_names_set_text(
                names, given, length, value, new SizeT(value.length), error));
    }

    /** Sets a name to a date, which in an expression is one. */
    public FeelNames set(String name, LocalDate date) {
        byte[] value = Utf8.of(date.toString());
        return change(name, (library, names, given, length, error) -> library.bontot_names_set_date(
                names, given, length, value, new SizeT(value.length), error));
    }

    public FeelNames setUnknown(String name) {
        return change(name, BontotLibrary::bontot_names_set_unknown);
    }

    /** Sets a name to the value of an expression over the names so far. */
    public FeelNames setExpression(String name, String expression) {
        byte[] source = Utf8.of(expression);
        return change(name, (library, names, given, length, error) ->
                library.bontot_names_set_expression(
                        names, given, length, source, new SizeT(source.length), error));
    }

    /** Evaluates an expression, and returns its value as text. */
    public String evaluate(String expression) {
        byte[] source = Utf8.of(expression);
        try (Lease<Pointers.Names> names = handle().lend()) {
            return Calls.written(language, (library, out, error) -> library.bontot_names_evaluate(
                    out, names.pointer, source, new SizeT(source.length), null, error));
        }
    }
}
