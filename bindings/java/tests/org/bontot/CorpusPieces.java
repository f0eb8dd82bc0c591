// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.bontot.ffi.SizeT;

/** The steps of `assemble` that `build` has not: what a dossier has beside facts. */
final class CorpusPieces {
    private final Dossier dossier;

    CorpusPieces(Dossier dossier) {
        this.dossier = dossier;
    }

    void step(String verb, CorpusWords words) {
        switch (verb) {
            case "unit-kind" -> dossier.setUnitKind(words.rest());
            case "unit-group" -> dossier.setUnitGroup(words.rest());
            case "unit-parent" -> dossier.setUnitParent(words.rest());
            case "mark" -> mark(words);
            case "override" -> override(words);
            case "unmark" -> dossier.clearMark(words.next(), words.next());
            case "member" -> dossier.addMember(words.rest());
            case "of-member" -> member(words).setTyped(words.next(), words.rest());
            case "clear-member" -> member(words).clear(words.next());
            case "evidence" -> addEvidence(words);
            case "history" -> dossier.addHistory(
                    words.maybePeriod().orElseThrow(), words.next(), words.next(), words.maybeNumber().orElse(null));
            case "result" -> addResult(words);
            case "exception" -> addException(words);
            case "give" -> dossier.give(part(words));
            case "remove" -> dossier.remove(part(words));
            case "reset" -> dossier.reset();
            default -> throw new IllegalArgumentException("there is no step " + verb);
        }
    }

    private void mark(CorpusWords words) {
        String line = words.next();
        String role = words.next();
        BigDecimal points = words.number();
        String day = words.next();
        try {
            Optional<LocalDate> date = new CorpusWords(day).maybeDay();
            dossier.setMark(line, role, points, new MarkNote(words.rest(), "", "", date));
        } catch (DateTimeParseException noDay) {
            markOn(Utf8.of(day), line, role, points, Utf8.of(words.rest()));
        }
    }

    /** A date of Java's is one; here it need not be. */
    private void markOn(byte[] day, String line, String role, BigDecimal points, byte[] comment) {
        byte[] none = new byte[0];
        SizeT no = new SizeT(0);
        dossier.change((library, pointer, error) -> library.bontot_dossier_set_mark(
                pointer, dossier.rubric().node(line), dossier.rubric().role(role), Numbers.of(points), comment,
                new SizeT(comment.length), none, no, none, no, day, new SizeT(day.length), error));
    }

    private void override(CorpusWords words) {
        String line = words.next();
        String role = words.next();
        BigDecimal points = words.number();
        String by = words.next();
        dossier.setMark(line, role, points, new MarkNote("", words.rest(), by, Optional.empty()));
    }

    /** The idiom has the member that was added; a number need not be of one. */
    private Member member(CorpusWords words) {
        return new Member(dossier, new SizeT(Integer.parseInt(words.next())));
    }

    private void addEvidence(CorpusWords words) {
        Document document = dossier.addEvidence(words.next());
        String nodes = words.next();
        say(document, Document.Field.KIND, words);
        say(document, Document.Field.NUMBER, words);
        say(document, Document.Field.ISSUED, words);
        say(document, Document.Field.SUBMITTED, words);
        say(document, Document.Field.STATUS, words);
        if (!nodes.isEmpty()) {
            for (String node : nodes.split(",")) {
                document.supports(node);
            }
        }
    }

    private static void say(Document document, Document.Field field, CorpusWords words) {
        String text = words.next();
        if (!text.isEmpty()) {
            document.set(field, text);
        }
    }

    private void addResult(CorpusWords words) {
        dossier.addResult(new ShortResult(
                words.next(), words.next(), words.maybePeriod(), words.next(), words.maybeNumber()));
    }

    private void addException(CorpusWords words) {
        String gate = words.next();
        LocalDate date = words.maybeDay().orElse(null);
        String authority = words.next();
        dossier.addException(gate, words.rest(), authority, date);
    }

    private static DossierPart part(CorpusWords words) {
        return DossierPart.valueOf(words.rest().toUpperCase(Locale.ROOT));
    }
}
