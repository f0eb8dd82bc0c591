// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bontot.ffi.SizeT;

/** The corpus through Java: what is asked, and what is answered, is in tests/corpus/README.md. */
public final class CorpusEngine {
    private static final List<Class<?>> STATUSES = List.of(
            InputException.class, NotFoundException.class, MisuseException.class, NoMemoryException.class,
            NoFitException.class, InternalException.class);
    private static final List<String> NAMES =
            List.of("bad_input", "not_found", "misuse", "no_memory", "no_fit", "internal");

    private final CorpusCase of;
    private final Language language;
    private final CorpusLines out = new CorpusLines();
    private Options options;
    private Rubric rubric;
    private Reference reference;

    private CorpusEngine(CorpusCase of) {
        this.of = of;
        this.language = of.language();
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream printed = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (CorpusCase each : CorpusCase.read(Path.of(arguments[0]))) {
            printed.print(new CorpusEngine(each).answer() + "\n");
        }
        printed.flush();
    }

    private String answer() {
        String status = "ok";
        String text;
        try {
            prepare();
            run();
            text = out.toString();
        } catch (BontotException error) {
            status = nameOf(error);
            text = new CorpusLines().errors(error).toString();
        }
        return of.id() + "\t" + status + "\t" + CorpusLines.field(text);
    }

    private static String nameOf(BontotException error) {
        if (error instanceof LibraryException) {
            throw error; // then there is nothing to run
        }
        return NAMES.get(STATUSES.indexOf(error.getClass()));
    }

    private void prepare() {
        options = Options.in(language);
        if (of.has("other_rubric")) {
            options = options.allowOtherRubric();
        }
        if (of.option("trust").equals(Optional.of("committee"))) {
            options = options.trust(Trust.COMMITTEE);
        }
        of.option("period").map(each -> each.split("/")).ifPresent(each ->
                options = options.period(new Days(LocalDate.parse(each[0]), LocalDate.parse(each[1]))));
        for (String group : of.all("raise")) {
            options = options.raisedIn(group);
        }
        if (of.has("raise_everywhere")) {
            options = options.raisedEverywhere();
        }
        if (!of.rubric().equals("-")) {
            rubric = rubricNamed(of.rubric());
        }
        of.option("reference").ifPresent(each -> {
            reference = rubric.reference(Source.bytes(CorpusCase.bytes(each)), options);
            options = options.reference(reference);
        });
    }

    private Rubric rubricNamed(String name) {
        return name.startsWith("file:")
                ? Rubric.load(Source.bytes(CorpusCase.bytes(name)), options) : Rubric.builtin(name, language);
    }

    private void run() {
        switch (of.operation()) {
            case "builtins" -> Rubric.builtins().forEach(out::line);
            case "rubric" -> tellRubric();
            case "describe" -> out.text(rubric.describe(language));
            case "template" -> out.text(rubric.template(language));
            case "test" -> {
                ExampleReport report = rubric.test(language);
                out.line(report.failed()).text(report.text());
            }
            case "lint" -> out.text(linted());
            case "evaluate" -> out.text(written(evaluated(0, rubric, "as_of")));
            case "figures" -> tellFigures(evaluated(0, rubric, "as_of"));
            case "named" -> out.text(Rubric.idNamedBy(source(0)));
            case "many" -> scoreMany();
            case "compare" -> out.text(written(compared()));
            case "path" -> out.text(written(path()));
            case "rank" -> out.text(written(ranked()));
            case "diff" -> tellDiff();
            case "feel" -> out.text(felt());
            case "build", "assemble" -> out.text(written(built()));
            case "columns" -> tellTable();
            default -> throw new IllegalArgumentException("there is no operation " + of.operation());
        }
    }

    private Source source(int number) {
        return Source.bytes(of.input(number));
    }

    private String format() {
        return of.option("format").orElse("json");
    }

    private String written(Told told) {
        return switch (format()) {
            case "json" -> told.toJson();
            case "text" -> of.has("colour") ? told.toColouredText(language) : told.toText(language);
            default -> ((Result) told).toSummary();
        };
    }

    private Options asOf(String option) {
        return of.option(option).map(options::asOf).orElse(options);
    }

    private Result evaluated(int input, Rubric with, String role) {
        return with.evaluate(source(input), asOf(role));
    }

    // ---- rubrics

    private void tellRubric() {
        out.line("rubric", rubric.id(), rubric.version(), rubric.label(Language.VI), rubric.label(Language.EN));
        rubric.facts().forEach(each ->
                out.line("fact", each.slot(), each.id(), each.type(), each.label(), each.labelEn()));
        rubric.roles().forEach(each -> out.line("role", each.id(), each.label(), each.labelEn()));
        rubric.grades().forEach(each -> out.line("grade", each.id(), each.label(), each.labelEn()));
        rubric.nodes().forEach(each -> out.line("node", each.id(), each.parent()));
    }

    /** The idiom has findings, not their JSON. */
    private String linted() {
        byte[] text = of.input(0);
        try (var lent = rubric.handle().lend();
                var lint = Calls.made(Kind.LINT, language, (library, made, error) -> library.bontot_rubric_lint(
                        made, lent.pointer, text, new SizeT(text.length), null, error));
                var found = lint.lend()) {
            return options.lent(chosen -> Calls.written(language, (library, made, error) ->
                    library.bontot_lint_write(made, found.pointer, chosen, error)));
        }
    }

    // ---- results

    private static String yesOrNo(boolean truth) {
        return truth ? "yes" : "no";
    }

    private void tellFigures(Result result) {
        Interval total = result.total();
        Result.Head head = result.head();
        out.line("total", total.points(), total.possible(), total.max(), head.completeness());
        out.line(
                "grade", head.grade().id(), head.grade().label(), head.gradePossible(),
                yesOrNo(head.byException()));
        out.line("as_of", head.asOf());
        head.reachable().forEach(each -> out.line("reachable", each));
        result.nodes().forEach(each -> out.line(
                "node", each.id(), each.parent(), each.label(), each.kind(), each.state(), each.good(),
                each.points(), each.possible(), each.max(), why(each)));
        result.checks().forEach(each ->
                out.line("check", each.id(), each.outcome(), each.severity(), each.text()));
    }

    /** The library's sentence is the reason and the notes. */
    private static String why(Result.Node node) {
        return Stream.concat(Stream.of(node.reason()), node.notes().stream())
                .filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
    }

    private void scoreMany() {
        int number = 0;
        for (byte[] line : CorpusCase.lines(of.input(0))) {
            number++;
            try {
                out.line(number, "ok", written(rubric.evaluate(Source.bytes(line), options)));
            } catch (BontotException error) {
                out.line(number, nameOf(error), new CorpusLines().errors(error));
            }
        }
    }

    private Comparison compared() {
        Rubric second = of.option("after").map(this::rubricNamed).orElse(rubric);
        ResultSource before = saved(evaluated(0, rubric, "as_of"));
        return Bontot.compare(before, saved(evaluated(1, second, "after_as_of")), language);
    }

    private ResultSource saved(Result result) {
        return of.has("saved") ? Source.text(result.toJson()) : result;
    }

    private GradePath path() {
        Options chosen = asOf("as_of");
        return of.option("to").map(grade -> rubric.path(source(0), grade, chosen))
                .orElseGet(() -> rubric.path(source(0), chosen));
    }

    private Ranking ranked() {
        Cohort cohort = Cohort.of(rubric);
        for (byte[] line : CorpusCase.lines(of.input(0))) {
            cohort.add(saved(rubric.evaluate(Source.bytes(line), options)), language);
        }
        return cohort.rank(options);
    }

    private void tellDiff() {
        RubricDiff diff = RubricDiff.between(rubric, rubricNamed(of.option("after").orElseThrow()), options);
        boolean isText = format().equals("text");
        int number = 0;
        for (byte[] line : CorpusCase.lines(of.input(0))) {
            number++;
            try {
                RubricDiff.Move move = diff.add(Source.bytes(line));
                out.line(number, move, isText ? diff.lastToText(language) : diff.lastToJson());
            } catch (InputException error) {
                out.line(number, diff.refusedBy(), new CorpusLines().errors(error));
            }
        }
        out.line(
                diff.count(RubricDiff.Move.SAME), diff.count(RubricDiff.Move.UP),
                diff.count(RubricDiff.Move.DOWN), diff.count(RubricDiff.Move.OTHER), diff.refusedCount());
        out.text(isText ? diff.toText(language) : diff.toJson());
    }

    // ---- expressions, dossiers, tables

    /** The facts are JSON here, which need not be right; the idiom takes a map. */
    private String felt() {
        byte[] expression = of.input(0);
        byte[] facts = of.inputs().get(1).equals("-") ? null : of.input(1);
        return Calls.written(language, (library, made, error) -> library.bontot_feel_evaluate(
                made, expression, new SizeT(expression.length), facts,
                new SizeT(facts == null ? 0 : facts.length), null, error));
    }

    private Result built() {
        Dossier dossier = rubric.dossier(options);
        for (String step : of.inputs().get(0).split(";")) {
            String[] words = step.split(" ", 2);
            step(dossier, words[0], words.length > 1 ? words[1] : "");
        }
        return dossier.evaluate(asOf("as_of"));
    }

    private void step(Dossier dossier, String verb, String rest) {
        String[] words = rest.split(" ", 2);
        String first = words[0];
        String second = words.length > 1 ? words[1] : "";
        switch (verb) {
            case "unit" -> dossier.setUnit(first, second);
            case "period" -> setPeriod(dossier, Utf8.of(first), Utf8.of(second));
            case "set" -> dossier.setTyped(first, second);
            case "number" -> dossier.set(first, new CorpusWords(second).number());
            case "boolean" -> dossier.set(first, second.equals("true"));
            case "text" -> dossier.set(first, second);
            case "date" -> setDate(dossier, rubric.fact(first).orElseThrow().slot(), Utf8.of(second));
            case "clear" -> dossier.clear(first);
            case "apply" -> dossier.apply(reference);
            default -> new CorpusPieces(dossier).step(verb, new CorpusWords(rest));
        }
    }

    /** A date of Java's is one; here it need not be. */
    private void setPeriod(Dossier dossier, byte[] from, byte[] to) {
        try (var lease = dossier.handle().lendAlone()) {
            Calls.call(language, (library, error) -> library.bontot_dossier_set_period(
                    lease.pointer, from, new SizeT(from.length), to, new SizeT(to.length), error));
        }
    }

    private void setDate(Dossier dossier, int slot, byte[] day) {
        try (var lease = dossier.handle().lendAlone()) {
            Calls.call(language, (library, error) -> library.bontot_dossier_set_date(
                    lease.pointer, new SizeT(slot), day, new SizeT(day.length), error));
        }
    }

    private void tellTable() {
        List<String[]> rows = new ArrayList<>();
        for (byte[] line : CorpusCase.lines(of.input(0))) {
            rows.add(new String(line, StandardCharsets.UTF_8).split(",", -1));
        }
        String[] heads = rows.remove(0);
        FactTable table = FactTable.of(rubric);
        of.option("scale").ifPresent(each -> table.scale(Integer.parseInt(each)));
        for (int column = 0; column < heads.length; column++) {
            int place = column;
            put(table, heads[column].split(":"), rows.stream().map(row -> row[place]).toList());
        }
        TableScores scores = table.evaluate(options);
        for (int row = 0; row < scores.rows(); row++) {
            out.line(rowOf(scores, row).toArray());
        }
        scores.errors().forEach(each ->
                out.line("error", each.row(), each.code(), each.message(), each.messageEn()));
        out.line("wrong", scores.wrongRows());
    }

    private static void put(FactTable table, String[] head, List<String> cells) {
        List<Boolean> known = cells.stream().map(each -> !each.isEmpty()).toList();
        switch (head[1]) {
            case "number" -> table.numbers(
                    head[0], cells.stream().mapToLong(each -> each.isEmpty() ? 0 : Long.parseLong(each)).toArray(),
                    Integer.parseInt(head[2]));
            case "boolean" -> table.truths(head[0], cells.stream().map(each -> each.equals("true")).toList());
            default -> table.texts(head[0], cells);
        }
        table.known(head[0], known);
    }

    private List<Object> rowOf(TableScores scores, int row) {
        List<Object> fields = new ArrayList<>(Arrays.asList(
                scores.status(row).ordinal(), scores.points()[row], scores.possible()[row],
                scores.completeness(row).map(BigDecimal::unscaledValue).map(Object::toString).orElse("0"),
                scores.grade(row), scores.gradePossible(row)));
        for (RubricNode each : rubric.nodes()) {
            if (each.parent().isEmpty()) {
                fields.add(scores.node(each.id(), row).map(found -> found.points().unscaledValue().toString()).orElse("0"));
                fields.add(scores.node(each.id(), row).map(found -> found.possible().unscaledValue().toString()).orElse("0"));
            }
        }
        return fields;
    }
}
