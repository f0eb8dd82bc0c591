// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Out;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;

/**
 * Results of one rubric and period, to be ranked; it keeps a few hundred bytes of each. For any
 * thread: what adds waits for what ranks.
 */
public final class Cohort extends Owned<Pointers.Cohort> {
    private Cohort(Handle<Pointers.Cohort> handle) {
        super(handle);
    }

    /** Makes one without results. */
    public static Cohort of(Rubric rubric) {
        try (Lease<Pointers.Rubric> given = rubric.handle().lend()) {
            return new Cohort(Calls.made(Kind.COHORT, Language.VI, (library, out, error) ->
                    library.bontot_cohort_new(out, given.pointer, null, error)));
        }
    }

    /**
     * Adds the result of a unit, of which nothing is needed after that. The first one says which
     * period the cohort is of. Throws InputException with all that is wrong: faults of a text,
     * another rubric, version or period, a unit that is there already; then nothing is added.
     */
    public void add(ResultSource result) {
        add(result, Language.VI);
    }

    /** Adds the result of a unit. Throws as the other one does, in the language. */
    public void add(ResultSource result, Language language) {
        if (result instanceof Result evaluated) {
            try (Lease<Pointers.Result> given = evaluated.handle().lend()) {
                add(language, (library, cohort, error) ->
                        library.bontot_cohort_add(cohort, given.pointer, error));
            }
        } else if (result instanceof Summary summary) {
            try (Lease<Pointers.Summary> given = summary.handle().lend()) {
                add(language, (library, cohort, error) ->
                        library.bontot_cohort_add_summary(cohort, given.pointer, error));
            }
        } else {
            ((Source) result).read(text -> add(language, (library, cohort, error) ->
                    library.bontot_cohort_add_json(
                            cohort, text, new SizeT(text.length), null, error)));
        }
    }

    /** A call that adds something. */
    private interface Adding {
        int status(
                BontotLibrary library, Pointers.Cohort cohort,
                Out<Pointers.Error> error);
    }

    private Void add(Language language, Adding adding) {
        try (Lease<Pointers.Cohort> cohort = handle().lendAlone()) {
            Calls.call(language, (library, error) -> adding.status(library, cohort.pointer, error));
        }
        return null;
    }

    /** Returns how many units there are. */
    public int size() {
        try (Lease<Pointers.Cohort> cohort = handle().lend()) {
            return Loader.library().bontot_cohort_count(cohort.pointer).toInt();
        }
    }

    /** Ranks what was added so far; the order in which it was makes no difference. */
    public Ranking rank() {
        return rank(Options.defaults());
    }

    /**
     * Ranks what was added so far. Throws InputException when there is no group of a name that the
     * options raise, or no share to be raised.
     */
    public Ranking rank(Options options) {
        // The ranking reads what the cohort holds: it waits while results are added to that.
        Handle<Pointers.Ranking> ranking = Handle.emptyBeside(Kind.RANKING, handle());
        try (Lease<Pointers.Cohort> cohort = handle().lend()) {
            options.lent(chosen -> Calls.filled(ranking, options.language(), (library, out, error) ->
                    library.bontot_rank(out, cohort.pointer, chosen, error)));
        }
        return new Ranking(ranking, options.language());
    }
}
