// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.TreeSet;
import org.bontot.LibraryException;

/** Finds and loads the library: as an argument says, then BONTOT_LIBRARY, then beside the jar. */
public final class Loader {
    /** The version of this package and of the library that it needs. */
    public static final String VERSION = "0.2.0";

    private static final String FILE_NAME = System.mapLibraryName("bontot");
    private static volatile BontotLibrary loaded;
    private static Path loadedFrom;

    private Loader() {
    }

    /**
     * Loads the library from a file, before anything else is used. Throws LibraryException when it
     * cannot be loaded, is of another version, or when another file has been loaded already.
     */
    public static synchronized void load(Path file) {
        Path wanted = file.toAbsolutePath();
        if (loaded == null) {
            remember(wanted);
        } else if (!wanted.equals(loadedFrom)) {
            throw new LibraryException(
                    "cannot load " + wanted + ": " + loadedFrom + " is loaded already");
        }
    }

    /**
     * Returns the library; finds and loads it when that has not happened yet. Throws
     * LibraryException, which says how to say where the library is.
     */
    public static BontotLibrary library() {
        BontotLibrary found = loaded;
        return found != null ? found : loadFirst();
    }

    private static synchronized BontotLibrary loadFirst() {
        return loaded != null ? loaded : remember(find(System.getenv(), folder()));
    }

    private static BontotLibrary remember(Path file) {
        loaded = open(file, VERSION);
        loadedFrom = file;
        return loaded;
    }

    /** Returns the path of the library: what BONTOT_LIBRARY says, or the one in the jar's folder. */
    static Path find(Map<String, String> environment, Path folder) {
        String named = environment.get("BONTOT_LIBRARY");
        if (named != null && !named.isEmpty()) {
            return Path.of(named).toAbsolutePath();
        }
        TreeSet<Path> beside = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILE_NAME + "*")) {
            files.forEach(beside::add);
        } catch (IOException error) {
            throw new LibraryException("cannot look into the folder of the jar: " + error + "; " + ways(folder));
        }
        if (beside.isEmpty()) {
            throw new LibraryException("the library " + FILE_NAME + " is not found: " + ways(folder));
        }
        return beside.first().toAbsolutePath();
    }

    /** Opens a library, and checks its version and that it has every function. */
    static BontotLibrary open(Path file, String version) {
        // What is no file is not given to JNA, which would look for it elsewhere.
        if (!Files.isRegularFile(file)) {
            throw new LibraryException("there is no file " + file + ": " + ways(folder()));
        }
        try {
            NativeLibrary opened = NativeLibrary.getInstance(file.toString());
            String found = opened.getFunction("bontot_version").invokeString(new Object[0], false);
            if (!found.equals(version)) {
                throw new LibraryException(
                        file + " is version " + found + ", but this package needs " + version);
            }
            for (Method method : BontotLibrary.class.getDeclaredMethods()) {
                opened.getFunction(method.getName());
            }
            Map<String, ?> options =
                    Map.of(BontotLibrary.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name());
            return Native.load(file.toString(), BontotLibrary.class, options);
        } catch (UnsatisfiedLinkError error) {
            throw new LibraryException(
                    "cannot load the library " + file + " (" + error.getMessage() + "): " + ways(folder()));
        }
    }

    private static String ways(Path folder) {
        return "call Bontot.load(path) before anything else, or set BONTOT_LIBRARY to the path of "
                + FILE_NAME + ", or put " + FILE_NAME + " beside the jar (" + folder + ")";
    }

    /** Returns the folder of the jar, or of the folder of classes, that this class came from. */
    private static Path folder() {
        CodeSource source = Loader.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new LibraryException("it is not known where the classes came from: call Bontot.load(path)");
        }
        try {
            return Path.of(source.getLocation().toURI()).toAbsolutePath().getParent();
        } catch (URISyntaxException error) {
            throw new LibraryException("it is not known where the classes came from: " + error);
        }
    }
}
