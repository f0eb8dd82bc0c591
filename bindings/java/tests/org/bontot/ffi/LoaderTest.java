// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bontot.Bontot;
import org.bontot.LibraryException;
import org.bontot.Rubric;
import org.bontot.Support;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The library is found by argument, then by BONTOT_LIBRARY, then beside the jar; never elsewhere. */
public final class LoaderTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Path folder;

    /** Counts the built-in rubrics, with the library that the argument names, if there is one. */
    public static final class Count {
        public static void main(String[] arguments) {
            for (String each : arguments) {
                Bontot.load(Path.of(each));
            }
            System.out.println(Rubric.builtins().size());
        }
    }

    @Before
    public void setUp() {
        folder = temporary.getRoot().toPath().toAbsolutePath();
    }

    private static String expected() {
        return Rubric.builtins().size() + System.lineSeparator();
    }

    private Support.Done count(String path, Path library, String... arguments) throws Exception {
        return Support.java(path, Count.class.getName(), library, folder, arguments);
    }

    /** The class path with the jar in a folder of its own, where no library is. */
    private String pathWithCopy() throws IOException {
        Path jar = folder.resolve("jar");
        Files.createDirectory(jar);
        List<String> parts = Arrays.asList(Support.classPath().split(java.io.File.pathSeparator));
        Path original = Path.of(parts.stream().filter(each -> each.endsWith("/bontot.jar")).findFirst().orElseThrow());
        Files.copy(original, jar.resolve("bontot.jar"));
        return parts.stream().map(each -> each.equals(original.toString()) ? jar + "/bontot.jar" : each)
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    @Test
    public void argumentBeforeVariable() throws Exception {
        Support.Done done =
                count(Support.classPath(), folder.resolve("nothing"), Support.LIBRARY.toString());
        assertEquals("", done.err());
        assertEquals(expected(), done.out());
    }

    @Test
    public void variableBeforeNeighbour() throws Exception {
        String path = pathWithCopy();
        Files.writeString(folder.resolve("jar/libbontot.so"), "not a library");
        assertEquals(expected(), count(path, Support.LIBRARY).out());
    }

    @Test
    public void neighbour() throws Exception {
        String path = pathWithCopy();
        Files.createSymbolicLink(folder.resolve("jar/libbontot.so.0"), Support.LIBRARY);
        Support.Done done = count(path, null);
        assertEquals("", done.err());
        assertEquals(expected(), done.out());
    }

    @Test
    public void notFromTheWorkingDirectory() throws Exception {
        Files.createSymbolicLink(folder.resolve("libbontot.so"), Support.LIBRARY);
        Support.Done done = count(pathWithCopy(), null);
        assertNotEquals(0, done.code());
        for (String way : List.of("Bontot.load(path)", "BONTOT_LIBRARY", "beside the jar (" + folder + "/jar)")) {
            assertTrue(done.err(), done.err().contains(way));
        }
    }

    @Test
    public void anEmptyVariableIsNone() {
        assertThrows(LibraryException.class, () -> Loader.find(Map.of("BONTOT_LIBRARY", ""), folder));
    }

    @Test
    public void whatIsNoLibrary() throws IOException {
        Path text = folder.resolve("text.so");
        Files.writeString(text, "not a library");
        for (Path path : List.of(text, folder.resolve("absent.so"), folder)) {
            LibraryException error =
                    assertThrows(LibraryException.class, () -> Loader.open(path, Bontot.VERSION));
            assertTrue(error.getMessage(), error.getMessage().contains(path.toString()));
            assertTrue(error.getMessage(), error.getMessage().contains("Bontot.load(path)"));
        }
    }

    @Test
    public void aLibraryOfSomethingElse() throws IOException {
        Path other;
        try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
            other = maps.filter(each -> each.contains("/libc.so")).findFirst()
                    .map(each -> Path.of(each.substring(each.indexOf('/')))).orElseThrow();
        }
        LibraryException error =
                assertThrows(LibraryException.class, () -> Loader.open(other, Bontot.VERSION));
        assertTrue(error.getMessage(), error.getMessage().contains("bontot_version"));
    }

    @Test
    public void aLibraryOfAnotherVersion() {
        LibraryException error =
                assertThrows(LibraryException.class, () -> Loader.open(Support.LIBRARY, "99.0.0"));
        assertTrue(error.getMessage().contains("99.0.0"));
        assertTrue(error.getMessage().contains(Bontot.VERSION));
    }

    @Test
    public void loadingAgain() {
        Rubric.builtins();
        Bontot.load(Support.LIBRARY);
        assertThrows(LibraryException.class, () -> Bontot.load(folder.resolve("another.so")));
    }
}
