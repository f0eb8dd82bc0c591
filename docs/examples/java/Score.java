// SPDX-License-Identifier: BSL-1.0

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bontot.*;

/** Scores dossiers by a rubric, and says where points were lost and what is missing: Score RUBRIC DOSSIERS... */
final class Score {
    private final PrintStream out = new PrintStream(
            new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private boolean isRight = true;

    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println("usage: Score RUBRIC DOSSIERS...");
            System.exit(2);
        }
        Score score = new Score();
        try {
            score.run(Path.of(arguments[0]), Stream.of(arguments).skip(1).map(Path::of).collect(Collectors.toList()));
        } catch (IOException | UncheckedIOException | BontotException error) {
            System.err.println(error);
            System.exit(2);
        }
        System.exit(score.isRight ? 0 : 1);
    }

    private void run(Path sheet, List<Path> files) throws IOException {
        try (Rubric rubric = Rubric.load(Source.file(sheet))) {
            for (Path file : files) {
                if (file.toString().endsWith(".ndjson")) {
                    scoreLines(rubric, file);
                } else {
                    scoreDossier(rubric, file);
                }
            }
        } catch (InputException error) {
            error.entries().forEach(entry -> print(sheet, entry.line(), entry));
        }
    }

    private void scoreDossier(Rubric rubric, Path file) {
        try (Result result = rubric.evaluate(Source.file(file))) {
            print(result);
        } catch (InputException error) {
            error.entries().forEach(entry -> print(file, entry.line(), entry));
        }
    }

    private void scoreLines(Rubric rubric, Path file) throws IOException {
        LineScorer.all(Files.readAllBytes(file), rubric, null, Options.defaults(), line -> {
            line.errors().forEach(entry -> print(file, line.number(), entry));
            if (line.isScored()) {
                print(line.result());
            }
            return true; // go on
        });
    }

    private void print(Path file, long line, ErrorEntry entry) {
        out.printf("%s:%d:%d: %s\n", file, line, entry.column(), entry.message());
        isRight = false;
    }

    private void print(Result result) {
        String name = result.head().unitName().isEmpty() ? result.head().unitId() : result.head().unitName();
        Interval total = result.total();
        out.printf("%s: %s, %s points%s\n", name, result.grade().label(), total.points().toPlainString(),
                possible(total.points(), total.possible()));
        for (Result.Node node : result.nodes()) {
            // A line has lost what it cannot have any more, whatever is handed in; what has lines is none.
            if (node.children().isEmpty() && node.possible().compareTo(node.max()) < 0) {
                out.printf("  %s %s: %s of %s%s\n", node.id(), node.label(), node.points().toPlainString(),
                        node.max().toPlainString(), possible(node.points(), node.possible()));
                out.println("      " + Stream.concat(Stream.of(node.reason()), node.notes().stream())
                        .collect(Collectors.joining("; ")));
            }
        }
        for (Result.Missing item : result.missing()) {
            out.printf("  missing: %s, worth %s\n", item.label(), item.worth().toPlainString());
        }
    }

    private static String possible(BigDecimal points, BigDecimal possible) {
        return points.compareTo(possible) == 0 ? "" : " (possible: " + possible.toPlainString() + ")";
    }
}
