// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.Optional;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;

/**
 * One set of dossiers under an old and a new rubric: who changes grade, and what causes it. For any
 * thread; it holds counts and the last dossier's outcome, however many are added.
 */
public final class RubricDiff extends Owned<Pointers.Diff> {
    private final Options options;

    private RubricDiff(Handle<Pointers.Diff> handle, Options options) {
        super(handle);
        this.options = options;
    }

    /** What became of a grade that is sure: in the order of the header. */
    public enum Move {
        SAME,
        UP,
        DOWN,
        /** No rubric ranks the two grades. */
        OTHER
    }

    /** Makes one without dossiers. The options say how dossiers are read. */
    public static RubricDiff between(Rubric before, Rubric after, Options options) {
        try (Lease<Pointers.Rubric> old = before.handle().lend();
                Lease<Pointers.Rubric> young = after.handle().lend()) {
            return new RubricDiff(options.lent(chosen ->
                    Calls.made(Kind.DIFF, options.language(), (library, out, error) ->
                            library.bontot_diff_new(out, old.pointer, young.pointer, chosen, error))),
                    options);
        }
    }

    /**
     * Evaluates a dossier under both rubrics, counts what comes of it, and returns it. Throws
     * InputException when a rubric refuses it, which is counted.
     */
    public Move add(Source dossier) {
        return dossier.read(text -> {
            try (Lease<Pointers.Diff> diff = handle().lendAlone()) {
                Calls.call(options.language(), (library, error) ->
                        library.bontot_diff_add(diff.pointer, text, new SizeT(text.length), error));
                return Move.values()[Loader.library().bontot_diff_last_move(diff.pointer)];
            }
        });
    }

    /**
     * Evaluates a unit's dossiers, one made with each rubric, and counts what comes of them. Throws
     * InputException when one breaks a rule, which is counted as refused.
     */
    public Move add(Dossier before, Dossier after) {
        try (Lease<Pointers.Diff> diff = handle().lendAlone();
                Lease<Pointers.Dossier> old = before.handle().lend();
                Lease<Pointers.Dossier> young = after.handle().lend()) {
            Calls.call(options.language(), (library, error) -> library.bontot_diff_add_dossiers(
                    diff.pointer, old.pointer, young.pointer, error));
            return Move.values()[Loader.library().bontot_diff_last_move(diff.pointer)];
        }
    }

    /** Returns which rubric refused the last dossier. */
    public Optional<Side> refusedBy() {
        try (Lease<Pointers.Diff> diff = handle().lend()) {
            int side = Loader.library().bontot_diff_refused_by(diff.pointer);
            return side < 0 ? Optional.empty() : Optional.of(Side.values()[side]);
        }
    }

    /** Returns what became of the last dossier's grade; empty: it was refused, or there is none. */
    public Optional<Move> lastMove() {
        try (Lease<Pointers.Diff> diff = handle().lend()) {
            int move = Loader.library().bontot_diff_last_move(diff.pointer);
            return move < 0 ? Optional.empty() : Optional.of(Move.values()[move]);
        }
    }

    /** Returns how many grades moved so. */
    public long count(Move move) {
        try (Lease<Pointers.Diff> diff = handle().lend()) {
            return Loader.library().bontot_diff_count(diff.pointer, move.ordinal());
        }
    }

    /** Returns how many dossiers were refused. */
    public long refusedCount() {
        try (Lease<Pointers.Diff> diff = handle().lend()) {
            return Loader.library().bontot_diff_refused_count(diff.pointer);
        }
    }

    /**
     * Returns the last dossier's grades and points, and what a change of grade needs, as JSON (format
     * bontot-rubric-diff/1). Throws NotFoundException when it was refused, or there is none.
     */
    public String lastToJson() {
        return last().json(options.language());
    }

    /** Returns the same as text for people. */
    public String lastToText(Language language) {
        return last().text(language, false);
    }

    /** Returns the counts of all as JSON (format bontot-rubric-diff/1). */
    public String toJson() {
        return all().json(options.language());
    }

    /** Returns the counts of all as text for people. */
    public String toText(Language language) {
        return all().text(language, false);
    }

    private Written<Pointers.Diff> last() {
        return new Written<>(handle(), BontotLibrary::bontot_diff_write_last);
    }

    private Written<Pointers.Diff> all() {
        return new Written<>(handle(), BontotLibrary::bontot_diff_write);
    }
}
