// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Pointers;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

/** Everything is freed, once, whatever happens; and handles do not mix. */
public final class HandleTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final AtomicInteger freed = new AtomicInteger();
    private final Kind<Pointers.Rubric> counted = new Kind<>("rubric", Pointers.Rubric::new, (library, pointer) -> {
        freed.incrementAndGet();
        library.bontot_rubric_free(pointer);
    });

    private Handle<Pointers.Rubric> made() {
        byte[] id = Utf8.of(Support.RUBRIC_ID + '\0');
        return Calls.made(counted, Language.VI, (library, out, error) ->
                library.bontot_rubric_builtin(out, id, null, error));
    }

    private static void assertClosed(String noun, ThrowingRunnable use) {
        MisuseException error = assertThrows(MisuseException.class, use);
        assertEquals("this " + noun + " is closed", error.getMessage());
    }

    @Test
    public void closingTwiceFreesOnce() {
        Handle<Pointers.Rubric> handle = made();
        handle.close();
        handle.close();
        assertEquals(1, freed.get());
        assertClosed("rubric", handle::lend);
    }

    @Test
    public void whatIsForgottenIsFreed() throws InterruptedException {
        for (int count = 0; count < 20; count++) {
            made();
        }
        for (int wait = 0; freed.get() < 20 && wait < 200; wait++) {
            System.gc();
            Thread.sleep(10);
        }
        assertEquals(20, freed.get());
    }

    @Test
    public void whatIsKeptIsNotFreed() throws InterruptedException {
        Handle<Pointers.Rubric> handle = made();
        for (int wait = 0; wait < 10; wait++) {
            System.gc();
            Thread.sleep(5);
        }
        try (Lease<Pointers.Rubric> lease = handle.lend()) {
            assertEquals(Support.RUBRIC_ID, new RubricReading(lease.pointer).id());
        }
        assertEquals(0, freed.get());
    }

    @Test
    public void whatIsLentIsNotFreed() throws InterruptedException {
        Lease<Pointers.Rubric> lease = made().lend();
        for (int wait = 0; wait < 10; wait++) {
            System.gc();
            Thread.sleep(5);
        }
        assertEquals(0, freed.get());
        assertEquals(Support.RUBRIC_ID, new RubricReading(lease.pointer).id());
        lease.close();
    }

    @Test
    public void closingWhileInUseWaits() {
        Handle<Pointers.Rubric> handle = made();
        try (Lease<Pointers.Rubric> lease = handle.lend()) {
            handle.close();
            assertEquals(0, freed.get());
            assertEquals(Support.RUBRIC_ID, new RubricReading(lease.pointer).id());
            assertClosed("rubric", handle::lend);
        }
        assertEquals(1, freed.get());
    }

    @Test
    public void aChangeWaitsForReaders() throws InterruptedException {
        Handle<Pointers.Rubric> handle = made();
        CountDownLatch changed = new CountDownLatch(1);
        Thread changer;
        try (Lease<Pointers.Rubric> first = handle.lend(); Lease<Pointers.Rubric> second = handle.lend()) {
            changer = new Thread(() -> {
                try (Lease<Pointers.Rubric> alone = handle.lendAlone()) {
                    changed.countDown();
                }
            });
            changer.start();
            assertFalse(changed.await(50, TimeUnit.MILLISECONDS));
        }
        assertTrue(changed.await(10, TimeUnit.SECONDS));
        changer.join();
    }

    @Test
    public void aMakerThatFailsLeavesNothing() {
        byte[] id = Utf8.of("nothing\0");
        Handle<Pointers.Rubric> handle = Handle.empty(counted);
        assertThrows(NotFoundException.class, () -> Calls.filled(handle, Language.VI,
                (library, out, error) -> library.bontot_rubric_builtin(out, id, null, error)));
        assertThrows(IllegalStateException.class, () -> Calls.filled(handle, Language.VI,
                (library, out, error) -> {
                    throw new IllegalStateException();
                }));
        assertTrue(handle.isEmpty());
        handle.close();
        assertEquals(0, freed.get());
    }

    @Test
    public void whatIsMadeBeforeAnExceptionIsFreed() {
        byte[] id = Utf8.of(Support.RUBRIC_ID + '\0');
        Handle<Pointers.Rubric> handle = Handle.empty(counted);
        assertThrows(IllegalStateException.class, () -> Calls.filled(handle, Language.VI,
                (library, out, error) -> {
                    library.bontot_rubric_builtin(out, id, null, error);
                    throw new IllegalStateException();
                }));
        handle.close();
        assertEquals(1, freed.get());
    }

    @Test
    public void useAfterClose() {
        Rubric rubric = Rubric.builtin(Support.RUBRIC_ID);
        Source example = Source.file(Support.EXAMPLE);
        Result result = rubric.evaluate(example);
        Dossier dossier = rubric.dossier();
        Cohort cohort = Cohort.of(rubric);
        Summary summary = Summary.of(result);
        RubricDiff diff = RubricDiff.between(rubric, rubric, Options.defaults());
        String text = result.toText(Language.VI);
        rubric.close();
        rubric.close();
        assertClosed("rubric", () -> rubric.evaluate(example));
        assertClosed("rubric", () -> rubric.describe(Language.VI));
        assertClosed("rubric", () -> rubric.lint(Language.VI));
        assertClosed("rubric", rubric::dossier);
        assertClosed("rubric", () -> Cohort.of(rubric));
        assertClosed("rubric", () -> FactTable.of(rubric).truths("rules.issued", List.of(true)).evaluate());
        assertEquals(Support.RUBRIC_ID, rubric.id());
        assertEquals(text, result.toText(Language.VI)); // it keeps its rubric alive
        cohort.add(summary);
        for (AutoCloseable each : List.of(result, dossier, cohort, summary, diff)) {
            closeTwice(each);
        }
        assertClosed("result", () -> result.toText(Language.VI));
        assertClosed("result", result::toSummary);
        assertClosed("result", () -> Summary.of(result));
        assertClosed("result", () -> Bontot.compare(result, result, Language.VI));
        assertClosed("dossier", () -> dossier.set("tax.due", 1));
        assertClosed("dossier", dossier::evaluate);
        assertClosed("cohort", cohort::rank);
        assertClosed("cohort", cohort::size);
        assertClosed("rubric diff", diff::toJson);
        assertEquals(result.grade().id(), ((Map<?, ?>) result.toMap().get("grade")).get("id"));
    }

    private static void closeTwice(AutoCloseable each) {
        try {
            each.close();
            each.close();
        } catch (Exception error) {
            throw new AssertionError(error);
        }
    }

    @Test
    public void theClosedAreNotAddedButTheOthersStay() {
        try (Rubric rubric = Rubric.builtin(Support.RUBRIC_ID); Cohort cohort = Cohort.of(rubric)) {
            Result result = rubric.evaluate(Source.file(Support.EXAMPLE));
            result.close();
            assertClosed("result", () -> cohort.add(result));
            assertEquals(0, cohort.size());
        }
    }

    /** One program, with and without a handle that is given for another. */
    private List<Diagnostic<? extends JavaFileObject>> compiled(String wrong) {
        String program = "package org.bontot.ffi;\n"
                + "class Mixed {\n"
                + "    static void mix(BontotLibrary library, Pointers.Rubric rubric, Pointers.Result result) {\n"
                + "        library.bontot_result_free(" + wrong + ");\n"
                + "    }\n"
                + "}\n";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Mixed.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return program;
                    }
                };
        List<String> options =
                List.of("-proc:none", "-cp", Support.classPath(), "-d", folder.getRoot().toString());
        compiler.getTask(null, null, found, options, null, List.of(source)).call();
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR).collect(Collectors.toList());
    }

    @Test
    public void handlesThatAreMixedDoNotCompile() {
        assertEquals(List.of(), compiled("result"));
        List<Diagnostic<? extends JavaFileObject>> found = compiled("rubric");
        assertEquals(1, found.size());
        assertTrue(found.get(0).getMessage(null), found.get(0).getMessage(null).contains("Pointers.Rubric"));
    }

    @Test
    public void handlesThatAreMixedBehindTheCompilersBackAreRefused() throws ReflectiveOperationException {
        Method free = BontotLibrary.class.getMethod("bontot_result_free", Pointers.Result.class);
        Pointers.Rubric rubric = new Pointers.Rubric(null);
        assertThrows(IllegalArgumentException.class, () -> free.invoke(Loader.library(), rubric));
    }

    /** Ends with everything alive. */
    public static final class Alive {
        static final List<Object> KEPT = new ArrayList<>();

        public static void main(String[] arguments) {
            Rubric rubric = Rubric.builtin(Support.RUBRIC_ID);
            Result result = rubric.evaluate(Source.file(Path.of(arguments[0])));
            Cohort cohort = Cohort.of(rubric);
            cohort.add(result);
            KEPT.addAll(List.of(rubric, result, cohort, cohort.rank(), rubric.dossier(), KEPT));
            if (arguments.length > 1) {
                System.exit(0);
            }
        }
    }

    @Test
    public void theProcessEndsWithHandlesAlive() throws Exception {
        for (List<String> how : List.of(List.<String>of(), List.of("exit"))) {
            List<String> arguments = new ArrayList<>(List.of(Support.EXAMPLE.toString()));
            arguments.addAll(how);
            Support.Done done = Support.java(
                    Support.classPath(), Alive.class.getName(), Support.LIBRARY, Support.ROOT,
                    arguments.toArray(new String[0]));
            assertEquals(new Support.Done(0, "", ""), done);
        }
    }
}
