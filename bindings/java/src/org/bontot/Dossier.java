// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Constants;
import org.bontot.ffi.Out;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeOut;
import org.bontot.ffi.SizeT;
import org.bontot.ffi.Structs;

/**
 * Facts, evidence, marks, members and history of one unit in one period: read from JSON, or built
 * fact by fact. For any thread: changes wait for those who score it. A setter whose value the
 * rubric refuses throws InputException, of a fact that it does not have NotFoundException; then
 * nothing is changed.
 */
public final class Dossier extends Owned<Pointers.Dossier> {
    private final Rubric rubric;
    private final Options options;

    Dossier(Rubric rubric, Options options, Handle<Pointers.Dossier> handle) {
        super(handle);
        this.rubric = rubric;
        this.options = options;
    }

    /** A call that changes a dossier. */
    interface Change {
        int status(BontotLibrary library, Pointers.Dossier dossier, Out<Pointers.Error> error);
    }

    Rubric rubric() {
        return rubric;
    }

    Dossier change(Change change) {
        try (Lease<Pointers.Dossier> dossier = handle().lendAlone()) {
            Calls.call(options.language(), (library, error) ->
                    change.status(library, dossier.pointer, error));
        }
        return this;
    }

    /** Reads a dossier from JSON in place of this one. After any error this one is as it was. */
    public Dossier read(Source source) {
        return source.read(text -> options.lent(chosen -> change((library, dossier, error) ->
                library.bontot_dossier_read(dossier, text, new SizeT(text.length), chosen, error))));
    }

    /** Says who the unit is. */
    public Dossier setUnit(String id, String name) {
        byte[] first = Utf8.of(id);
        byte[] second = Utf8.of(name);
        return change((library, dossier, error) -> library.bontot_dossier_set_unit(
                dossier, first, new SizeT(first.length), second, new SizeT(second.length), error));
    }

    /** Says of which kind the unit is: one that the rubric is for; "" is not said. */
    public Dossier setUnitKind(String kind) {
        return setUnitField(Constants.BONTOT_UNIT_KIND, kind);
    }

    /** Says in which group the unit is ranked; "" is not said. */
    public Dossier setUnitGroup(String group) {
        return setUnitField(Constants.BONTOT_UNIT_GROUP, group);
    }

    /** Says the id of the unit above it; "" is not said. */
    public Dossier setUnitParent(String parent) {
        return setUnitField(Constants.BONTOT_UNIT_PARENT, parent);
    }

    private Dossier setUnitField(int field, String text) {
        byte[] given = Utf8.of(text);
        return change((library, dossier, error) -> library.bontot_dossier_set_unit_field(
                dossier, field, given, new SizeT(given.length), error));
    }

    /** Forgets all that it says. */
    public Dossier reset() {
        return change(BontotLibrary::bontot_dossier_reset);
    }

    /** Says that a list is there, be it empty: without it one into which nothing was put is unknown. */
    public Dossier give(DossierPart part) {
        return change((library, dossier, error) ->
                library.bontot_dossier_give(dossier, part.ordinal(), error));
    }

    /** Removes all of a part, which then is unknown. */
    public Dossier remove(DossierPart part) {
        return change((library, dossier, error) ->
                library.bontot_dossier_remove(dossier, part.ordinal(), error));
    }

    /** Says which period it is about. */
    public Dossier setPeriod(LocalDate from, LocalDate to) {
        byte[] first = Utf8.of(from.toString());
        byte[] last = Utf8.of(to.toString());
        return change((library, dossier, error) -> library.bontot_dossier_set_period(
                dossier, first, new SizeT(first.length), last, new SizeT(last.length), error));
    }

    /** Sets a number, exactly. */
    public Dossier set(String fact, BigDecimal number) {
        if (Numbers.fits(number)) {
            return setNumber(fact, Numbers.of(number));
        }
        if (rubric.fact(fact).filter(each -> each.type() == FactType.NUMBER).isPresent()) {
            return setTyped(fact, number.toPlainString());
        }
        return setNumber(fact, Numbers.of(BigDecimal.ZERO)); // refused, whatever the number
    }

    /** Sets a number. */
    public Dossier set(String fact, long number) {
        return setNumber(fact, Numbers.of(BigDecimal.valueOf(number)));
    }

    private Dossier setNumber(String fact, Structs.Number.ByValue number) {
        return set(fact, (library, dossier, slot, error) ->
                library.bontot_dossier_set_number(dossier, slot, number, error));
    }

    public Dossier set(String fact, boolean truth) {
        return set(fact, (library, dossier, slot, error) ->
                library.bontot_dossier_set_boolean(dossier, slot, truth ? 1 : 0, error));
    }

    /** Sets a text or a choice. */
    public Dossier set(String fact, String text) {
        byte[] given = Utf8.of(text);
        return set(fact, (library, dossier, slot, error) -> library.bontot_dossier_set_text(
                dossier, slot, given, new SizeT(given.length), error));
    }

    public Dossier set(String fact, LocalDate date) {
        byte[] given = Utf8.of(date.toString());
        return set(fact, (library, dossier, slot, error) -> library.bontot_dossier_set_date(
                dossier, slot, given, new SizeT(given.length), error));
    }

    /** Makes a fact unknown. */
    public Dossier clear(String fact) {
        return set(fact, (library, dossier, slot, error) ->
                library.bontot_dossier_clear(dossier, slot, error));
    }

    /** Sets a fact of any type from a text as it is typed. */
    public Dossier setTyped(String fact, String text) {
        byte[] id = Utf8.of(fact);
        byte[] given = Utf8.of(text);
        return change((library, dossier, error) -> library.bontot_dossier_set(
                dossier, id, new SizeT(id.length), given, new SizeT(given.length), error));
    }

    /** Gives a line the points of a role, in place of any that the role gave it before. */
    public Dossier setMark(String line, String role, BigDecimal points) {
        return setMark(line, role, points, MarkNote.NONE);
    }

    /** Gives a line the points of a role, and says why. */
    public Dossier setMark(String line, String role, BigDecimal points, MarkNote note) {
        Structs.Number.ByValue number = Numbers.of(points);
        byte[] comment = Utf8.of(note.comment());
        byte[] reason = Utf8.of(note.reason());
        byte[] by = Utf8.of(note.by());
        byte[] date = Utf8.of(note.date().map(LocalDate::toString).orElse(""));
        return change((library, dossier, error) -> library.bontot_dossier_set_mark(
                dossier, rubric.node(line), rubric.role(role), number, comment,
                new SizeT(comment.length), reason, new SizeT(reason.length), by, new SizeT(by.length),
                date, new SizeT(date.length), error));
    }

    /** Takes the points of a role from a line. */
    public Dossier clearMark(String line, String role) {
        return change((library, dossier, error) ->
                library.bontot_dossier_clear_mark(dossier, rubric.node(line), rubric.role(role), error));
    }

    /** Adds a member, of whom all facts are unknown. */
    public Member addMember(String id) {
        byte[] name = Utf8.of(id);
        SizeOut place = new SizeOut();
        change((library, dossier, error) -> library.bontot_dossier_add_member(
                place, dossier, name, new SizeT(name.length), error));
        return new Member(this, place.value());
    }

    /** Adds a document that supports nothing yet. */
    public Document addEvidence(String id) {
        byte[] name = Utf8.of(id);
        SizeOut place = new SizeOut();
        change((library, dossier, error) -> library.bontot_dossier_add_evidence(
                place, dossier, name, new SizeT(name.length), error));
        return new Document(this, place.value());
    }

    /** Adds the grade of an earlier period; rubric and grade may be "", points null. */
    public Dossier addHistory(Days period, String rubricId, String grade, BigDecimal points) {
        byte[] from = Utf8.of(period.from().toString());
        byte[] to = Utf8.of(period.to().toString());
        byte[] rubricName = Utf8.of(rubricId);
        byte[] gradeName = Utf8.of(grade);
        Structs.Number number = points == null ? null : Numbers.at(points);
        return change((library, dossier, error) -> library.bontot_dossier_add_history(
                dossier, from, new SizeT(from.length), to, new SizeT(to.length), rubricName,
                new SizeT(rubricName.length), gradeName, new SizeT(gradeName.length), number, error));
    }

    /** Adds the result of a member, a sub-unit or a month. */
    public Dossier addResult(Result result) {
        try (Lease<Pointers.Result> given = result.handle().lend()) {
            return change((library, dossier, error) ->
                    library.bontot_dossier_add_result_of(dossier, given.pointer, error));
        }
    }

    /** Adds the result of a member, a sub-unit or a month, in short. */
    public Dossier addResult(ShortResult result) {
        byte[] unit = Utf8.of(result.unitId());
        byte[] rubricName = Utf8.of(result.rubricId());
        byte[] from = Utf8.of(result.period().map(each -> each.from().toString()).orElse(""));
        byte[] to = Utf8.of(result.period().map(each -> each.to().toString()).orElse(""));
        byte[] grade = Utf8.of(result.grade());
        Structs.Number number = result.points().map(Numbers::at).orElse(null);
        return change((library, dossier, error) -> library.bontot_dossier_add_result(
                dossier, unit, new SizeT(unit.length), rubricName, new SizeT(rubricName.length), from,
                new SizeT(from.length), to, new SizeT(to.length), grade, new SizeT(grade.length), number,
                error));
    }

    /** Lifts a gate of the unit, with a reason, by an authority; the date may be null. */
    public Dossier addException(String gate, String reason, String authority, LocalDate date) {
        byte[] why = Utf8.of(reason);
        byte[] who = Utf8.of(authority);
        byte[] day = Utf8.of(date == null ? "" : date.toString());
        return change((library, dossier, error) -> library.bontot_dossier_add_exception(
                dossier, rubric.gate(gate), why, new SizeT(why.length), who, new SizeT(who.length), day,
                new SizeT(day.length), error));
    }

    /** Gives it what a committee says of its unit, once the unit is set. */
    public Dossier apply(Reference reference) {
        try (Lease<Pointers.Reference> given = reference.handle().lend()) {
            return change((library, dossier, error) ->
                    library.bontot_dossier_apply(dossier, given.pointer, error));
        }
    }

    /** Scores it, in the language that it was made with. */
    public Result evaluate() {
        return evaluate(options);
    }

    /**
     * Scores it, as of a role if the options say one. Throws InputException when it breaks a rule of
     * consistency, NotFoundException when there is no such role.
     */
    public Result evaluate(Options how) {
        Handle<Pointers.Result> result = Calls.made(Kind.RESULT, how.language(),
                (library, out, error) -> library.bontot_result_new(out, null, error));
        try (Lease<Pointers.Dossier> dossier = handle().lend();
                Lease<Pointers.Result> into = result.lendAlone()) {
            Optional<byte[]> role = how.role().map(Utf8::of);
            Calls.call(how.language(), (library, error) -> role.isEmpty()
                    ? library.bontot_evaluate(into.pointer, dossier.pointer, error)
                    : library.bontot_evaluate_as_of(
                            into.pointer, dossier.pointer, role.get(), new SizeT(role.get().length), error));
        }
        return new Result(result, how.language());
    }

    /** Finds the path to a grade, by its id. Throws NotFoundException when there is no such grade. */
    public GradePath path(String grade, Options how) {
        return pathTo(Utf8.of(grade), how);
    }

    /** Finds the path to the next better grade than it has. */
    public GradePath path(Options how) {
        return pathTo(null, how);
    }

    private GradePath pathTo(byte[] grade, Options how) {
        byte[] role = how.role().map(Utf8::of).orElse(null);
        try (Lease<Pointers.Dossier> dossier = handle().lend()) {
            return new GradePath(Calls.made(Kind.PATH, how.language(), (library, out, error) ->
                    library.bontot_path_to(
                            out, dossier.pointer, grade, length(grade), role, length(role), null, error)),
                    how.language());
        }
    }

    private static SizeT length(byte[] text) {
        return new SizeT(text == null ? 0 : text.length);
    }

    /** A call that changes one fact. */
    private interface FactChange {
        int status(
                BontotLibrary library, Pointers.Dossier dossier, SizeT slot, Out<Pointers.Error> error);
    }

    private Dossier set(String fact, FactChange change) {
        Optional<Fact> found = rubric.fact(fact);
        if (found.isEmpty()) {
            return setTyped(fact, ""); // refused, with the name of the nearest fact
        }
        SizeT slot = new SizeT(found.get().slot());
        return change((library, dossier, error) -> change.status(library, dossier, slot, error));
    }
}
