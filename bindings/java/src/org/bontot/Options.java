// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeT;

/**
 * How something is read, scored or written. Immutable: each method returns another one, which
 * differs in what it says. What a call has no use for it ignores.
 */
public final class Options implements Cloneable {
    private static final Options DEFAULTS = new Options();

    private Language language = Language.VI;
    private Long sizeLimit;
    private Integer depthLimit;
    private boolean isOtherRubricAllowed;
    private Trust trust = Trust.ALL;
    private Reference reference;
    private String role;
    private Set<String> raisedGroups = Set.of();
    private boolean isRaisedEverywhere;
    private Days period;
    private Set<String> ignoredColumns = Set.of();
    private Map<String, Integer> decimals = Map.of();

    private Options() {
    }

    /** Returns the defaults: Vietnamese, everything believed, everyone's marks. */
    public static Options defaults() {
        return DEFAULTS;
    }

    /** Returns the defaults in a language. */
    public static Options in(Language language) {
        Options made = DEFAULTS.copy();
        made.language = Objects.requireNonNull(language);
        return made;
    }

    /** Says how many bytes a text that is read may have; by default 64 MiB. */
    public Options sizeLimit(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is not negative: " + bytes);
        }
        Options made = copy();
        made.sizeLimit = bytes;
        return made;
    }

    /** Says how deep lists and objects of a text that is read may lie within each other; 64. */
    public Options depthLimit(int levels) {
        if (levels < 0) {
            throw new IllegalArgumentException("a depth is not negative: " + levels);
        }
        Options made = copy();
        made.depthLimit = levels;
        return made;
    }

    /** Accepts a dossier that was filled for another rubric or version. */
    public Options allowOtherRubric() {
        Options made = copy();
        made.isOtherRubricAllowed = true;
        return made;
    }

    /** Says who is believed. */
    public Options trust(Trust who) {
        Options made = copy();
        made.trust = Objects.requireNonNull(who);
        return made;
    }

    /** Says what the committee gives: read with the rubric that the dossiers are read with. */
    public Options reference(Reference given) {
        Options made = copy();
        made.reference = Objects.requireNonNull(given);
        return made;
    }

    /** Says the last role whose marks count; by default every role's do. */
    public Options asOf(String lastRole) {
        Options made = copy();
        made.role = Objects.requireNonNull(lastRole);
        return made;
    }

    /** Says that the committee raised the share of a quota in a group: "" is that without a name. */
    public Options raisedIn(String group) {
        Options made = copy();
        made.raisedGroups = with(raisedGroups, group);
        return made;
    }

    /** Says that the committee raised the shares of all quotas that have a raised one. */
    public Options raisedEverywhere() {
        Options made = copy();
        made.isRaisedEverywhere = true;
        return made;
    }

    /** Says the period of the rows of a table. */
    public Options period(Days days) {
        Options made = copy();
        made.period = Objects.requireNonNull(days);
        return made;
    }

    /** Says of a column of an Arrow batch that it is ignored, because it is no fact. */
    public Options ignoreColumn(String name) {
        Options made = copy();
        made.ignoredColumns = with(ignoredColumns, name);
        return made;
    }

    /** Says how many decimals the floating-point numbers of a column of an Arrow batch have. */
    public Options decimals(String name, int count) {
        Options made = copy();
        made.decimals = new LinkedHashMap<>(decimals);
        made.decimals.put(Objects.requireNonNull(name), count);
        return made;
    }

    Language language() {
        return language;
    }

    Optional<String> role() {
        return Optional.ofNullable(role);
    }

    /** Lends the library's options to a call. */
    <R> R lent(Function<Pointers.Options, R> call) {
        try (Handle<Pointers.Options> made = made(false);
                Lease<Pointers.Options> chosen = made.lend()) {
            return call.apply(chosen.pointer);
        }
    }

    /** Makes the library's options; in colour for a terminal. */
    Handle<Pointers.Options> made(boolean colour) {
        Handle<Pointers.Options> handle = Handle.empty(Kind.OPTIONS);
        Calls.plainly(library -> library.bontot_options_new(handle.slot()));
        try (Lease<Pointers.Options> options = handle.lendAlone()) {
            setReading(options.pointer);
            setTables(options.pointer);
            Calls.plainly(library -> library.bontot_options_set_colour(options.pointer, colour ? 1 : 0));
        }
        return handle;
    }

    private void setReading(Pointers.Options options) {
        set(library -> library.bontot_options_set_language(options, language.number));
        if (sizeLimit != null) {
            set(library -> library.bontot_options_set_size_limit(options, new SizeT(sizeLimit)));
        }
        if (depthLimit != null) {
            set(library -> library.bontot_options_set_depth_limit(options, new SizeT(depthLimit)));
        }
        if (role != null) {
            byte[] last = Utf8.of(role);
            set(library -> library.bontot_options_set_as_of(options, last, new SizeT(last.length)));
        }
        if (isOtherRubricAllowed) {
            set(library -> library.bontot_options_set_other_rubric(options, 1));
        }
        set(library -> library.bontot_options_set_trust(options, trust.number));
        if (reference != null) {
            try (Lease<Pointers.Reference> given = reference.handle().lend()) {
                set(library -> library.bontot_options_set_reference(options, given.pointer));
            }
        }
    }

    private void setTables(Pointers.Options options) {
        for (String group : raisedGroups) {
            byte[] name = Utf8.of(group);
            set(library -> library.bontot_options_raise_group(options, name, new SizeT(name.length)));
        }
        if (isRaisedEverywhere) {
            set(library -> library.bontot_options_raise_everywhere(options, 1));
        }
        if (period != null) {
            byte[] from = Utf8.of(period.from().toString());
            byte[] to = Utf8.of(period.to().toString());
            set(library -> library.bontot_options_set_period(
                    options, from, new SizeT(from.length), to, new SizeT(to.length)));
        }
        for (String column : ignoredColumns) {
            byte[] name = Utf8.of(column);
            set(library -> library.bontot_options_ignore_column(options, name, new SizeT(name.length)));
        }
        decimals.forEach((column, count) -> {
            byte[] name = Utf8.of(column);
            set(library -> library.bontot_options_set_decimals(
                    options, name, new SizeT(name.length), count));
        });
    }

    private static void set(Calls.PlainCall call) {
        Calls.plainly(call);
    }

    private static Set<String> with(Set<String> names, String name) {
        Set<String> found = new LinkedHashSet<>(names);
        found.add(Objects.requireNonNull(name));
        return found;
    }

    private Options copy() {
        try {
            return (Options) clone();
        } catch (CloneNotSupportedException error) {
            throw new AssertionError(error);
        }
    }
}
