// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Constants;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Out;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeOut;
import org.bontot.ffi.SizeT;

/**
 * One published scoring sheet, compiled. Immutable: one rubric serves all threads. Freed by
 * {@link #close} or by the garbage collector; what was made with it stays. Using a closed one
 * throws MisuseException.
 */
public final class Rubric extends Owned<Pointers.Rubric> {
    private final String id;
    private final String version;
    private final String label;
    private final String labelEn;
    private final List<Fact> facts;
    private final Map<String, Fact> factsById;
    private final List<Role> roles;
    private final List<RubricGrade> grades;
    private final List<RubricNode> nodes;
    private final List<String> gateIds;
    private final List<String> fieldIds;

    private Rubric(Handle<Pointers.Rubric> handle) {
        super(handle);
        try (Lease<Pointers.Rubric> rubric = handle.lend()) {
            RubricReading reading = new RubricReading(rubric.pointer);
            id = reading.id();
            version = reading.version();
            label = reading.label(Language.VI);
            labelEn = reading.label(Language.EN);
            facts = reading.facts();
            factsById = facts.stream().collect(Collectors.toMap(Fact::id, Function.identity()));
            roles = reading.roles();
            grades = reading.grades();
            nodes = reading.nodes();
            gateIds = reading.gateIds();
            fieldIds = reading.fieldIds();
        }
    }

    /** Returns the ids of the rubrics that the library carries. */
    public static List<String> builtins() {
        BontotLibrary library = Loader.library();
        List<String> ids = new ArrayList<>();
        for (int index = 0; index < library.bontot_builtin_count().toInt(); index++) {
            ids.add(Calls.zeroEnded(library.bontot_builtin_id(new SizeT(index))));
        }
        return ids;
    }

    /** Returns a rubric that the library carries. Throws NotFoundException. */
    public static Rubric builtin(String id) {
        return builtin(id, Language.VI);
    }

    /** Returns a rubric that the library carries. Throws NotFoundException, in the language. */
    public static Rubric builtin(String id, Language language) {
        if (id.indexOf('\0') >= 0) {
            throw new NotFoundException("there is no built-in rubric \"" + id.replace("\0", "\\0") + '"');
        }
        byte[] wanted = Utf8.of(id + '\0');
        return new Rubric(Calls.made(Kind.RUBRIC, language, (library, out, error) ->
                library.bontot_rubric_builtin(out, wanted, null, error)));
    }

    /** Reads a rubric (format bontot-rubric/1). Throws InputException with all that is wrong. */
    public static Rubric load(Source source) {
        return load(source, Options.defaults());
    }

    /** Reads a rubric. Throws InputException with all that is wrong. */
    public static Rubric load(Source source, Options options) {
        return source.read(text -> new Rubric(options.lent(chosen ->
                Calls.made(Kind.RUBRIC, options.language(), (library, out, error) ->
                        library.bontot_rubric_load(out, text, new SizeT(text.length), chosen, error)))));
    }

    /**
     * Returns the id of the rubric that a dossier names, before it is read with one. Throws
     * NotFoundException when it names none.
     */
    public static String idNamedBy(Source dossier) {
        return dossier.read(text -> Calls.written(Language.VI, (library, out, error) ->
                library.bontot_dossier_rubric_id(out, text, new SizeT(text.length), null, error)));
    }

    public String id() {
        return id;
    }

    public String version() {
        return version;
    }

    /** Returns the label in a language. */
    public String label(Language language) {
        return language == Language.EN ? labelEn : label;
    }

    /** Returns the facts of the unit, by slot. */
    public List<Fact> facts() {
        return facts;
    }

    /** Returns the fact of an id, or nothing. */
    public Optional<Fact> fact(String wanted) {
        return Optional.ofNullable(factsById.get(wanted));
    }

    /** Returns the roles, in order of precedence: the mark of the last one counts. */
    public List<Role> roles() {
        return roles;
    }

    /** Returns the grades, best first. */
    public List<RubricGrade> grades() {
        return grades;
    }

    /** Returns the criteria and indicators, each before those below it. */
    public List<RubricNode> nodes() {
        return nodes;
    }

    /** Returns all that the rubric says of itself. */
    public RubricOutline outline() {
        try (Lease<Pointers.Rubric> rubric = handle().lend()) {
            return new OutlineReading(rubric.pointer).outline();
        }
    }

    SizeT slot(String fact) {
        return place(fact(fact).map(Fact::slot).orElse(-1));
    }

    SizeT node(String wanted) {
        return place(nodes.stream().map(RubricNode::id).collect(Collectors.toList()).indexOf(wanted));
    }

    SizeT role(String wanted) {
        return place(roles.stream().map(Role::id).collect(Collectors.toList()).indexOf(wanted));
    }

    SizeT gate(String wanted) {
        return place(gateIds.indexOf(wanted));
    }

    SizeT field(String wanted) {
        return place(fieldIds.indexOf(wanted));
    }

    /** What is not there the library says. */
    private static SizeT place(int index) {
        return index < 0 ? Constants.BONTOT_NONE : new SizeT(index);
    }

    /** Returns a reference that says nothing, to be filled piece by piece. */
    public Reference reference() {
        return reference(Options.defaults());
    }

    /** Returns a reference that says nothing, whose errors are in the language of the options. */
    public Reference reference(Options options) {
        try (Lease<Pointers.Rubric> rubric = handle().lend()) {
            return new Reference(this, options.language(), options.lent(chosen ->
                    Calls.made(Kind.REFERENCE, options.language(), (library, out, error) ->
                            library.bontot_reference_new(out, rubric.pointer, chosen, error))));
        }
    }

    /** Reads what a committee gives for its units. Throws InputException with all that is wrong. */
    public Reference reference(Source source) {
        return reference(source, Options.defaults());
    }

    /** Reads what a committee gives for its units. Throws InputException with all that is wrong. */
    public Reference reference(Source source, Options options) {
        return source.read(text -> {
            try (Lease<Pointers.Rubric> rubric = handle().lend()) {
                return new Reference(this, options.language(), options.lent(chosen ->
                        Calls.made(Kind.REFERENCE, options.language(), (library, out, error) ->
                                library.bontot_reference_load(
                                        out, rubric.pointer, text, new SizeT(text.length), chosen, error))));
            }
        });
    }

    /** Returns an empty dossier, of which every fact is unknown, to be filled fact by fact. */
    public Dossier dossier() {
        return dossier(Options.defaults());
    }

    /** Returns an empty dossier, whose errors are in the language of the options. */
    public Dossier dossier(Options options) {
        try (Lease<Pointers.Rubric> rubric = handle().lend()) {
            return new Dossier(this, options, options.lent(chosen ->
                    Calls.made(Kind.DOSSIER, options.language(), (library, out, error) ->
                            library.bontot_dossier_new(out, rubric.pointer, chosen, error))));
        }
    }

    /** Reads a dossier (format bontot-dossier/1). Throws InputException with all that is wrong. */
    public Dossier dossier(Source source, Options options) {
        return source.read(text -> {
            try (Lease<Pointers.Rubric> rubric = handle().lend()) {
                return new Dossier(this, options, options.lent(chosen ->
                        Calls.made(Kind.DOSSIER, options.language(), (library, out, error) ->
                                library.bontot_dossier_load(
                                        out, rubric.pointer, text, new SizeT(text.length), chosen, error))));
            }
        });
    }

    /** Scores a dossier, in Vietnamese. Throws InputException with all that is wrong with it. */
    public Result evaluate(Source dossier) {
        return evaluate(dossier, Options.defaults());
    }

    /**
     * Scores a dossier. Throws InputException with all that is wrong with it, whose entries have a
     * line and column when it is a text or a file, and NotFoundException when there is no such role.
     */
    public Result evaluate(Source dossier, Options options) {
        try (Dossier read = dossier(dossier, options)) {
            return read.evaluate(options);
        }
    }

    /** Returns the outcome of the policy checks of a dossier. Throws as evaluate does. */
    public List<Result.Check> check(Source dossier, Options options) {
        try (Result result = evaluate(dossier, options)) {
            return result.checks();
        }
    }

    /**
     * Finds what a unit has to change to reach a grade, by its id, with the least total effort.
     * Throws NotFoundException when there is no such grade or role.
     */
    public GradePath path(Source dossier, String grade, Options options) {
        try (Dossier read = dossier(dossier, options)) {
            return read.path(Objects.requireNonNull(grade), options);
        }
    }

    /** Finds the path to the next better grade than the dossier has. */
    public GradePath path(Source dossier, Options options) {
        try (Dossier read = dossier(dossier, options)) {
            return read.path(options);
        }
    }

    /** Evaluates the rubric's examples. */
    public ExampleReport test(Language language) {
        SizeOut failed = new SizeOut();
        String text = written(language, (library, out, rubric, chosen, error) ->
                library.bontot_rubric_test(out, failed, rubric, chosen, error));
        return new ExampleReport(failed.value().toInt(), text);
    }

    /** Looks for faults: maxima that do not add up, grades that nobody can have, steps with gaps. */
    public List<LintFinding> lint(Language language) {
        return lint(new byte[0], language);
    }

    /** Looks for faults; the text that the rubric was read from gives them lines and columns. */
    public List<LintFinding> lint(Source source, Language language) {
        return lint(source.read(), language);
    }

    private List<LintFinding> lint(byte[] text, Language language) {
        try (Lease<Pointers.Rubric> rubric = handle().lend();
                Handle<Pointers.Lint> lint = Calls.made(Kind.LINT, language, (library, out, error) ->
                        library.bontot_rubric_lint(
                                out, rubric.pointer, text, new SizeT(text.length), null, error))) {
            return LintFinding.all(lint, language);
        }
    }

    /**
     * Returns an empty dossier as JSON: every fact is null, and stands in "guide" with label, type
     * and range.
     */
    public String template(Language language) {
        return written(language, BontotLibrary::bontot_rubric_template);
    }

    /** Returns the rubric as text for people: criteria, lines, how each is scored, gates, checks. */
    public String describe(Language language) {
        return written(language, BontotLibrary::bontot_rubric_describe);
    }

    /** A function that writes something about a rubric. */
    private interface Writer {
        int status(
                BontotLibrary library, Out<Pointers.Text> out, Pointers.Rubric rubric,
                Pointers.Options options, Out<Pointers.Error> error);
    }

    private String written(Language language, Writer writer) {
        try (Lease<Pointers.Rubric> rubric = handle().lend()) {
            return Options.in(language).lent(chosen ->
                    Calls.written(language, (library, out, error) ->
                            writer.status(library, out, rubric.pointer, chosen, error)));
        }
    }

    @Override
    public String toString() {
        return "Rubric " + id + " " + version;
    }
}
