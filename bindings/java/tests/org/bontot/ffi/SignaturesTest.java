// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bontot.Bontot;
import org.bontot.Support;
import org.junit.BeforeClass;
import org.junit.Test;

/** The signatures are those of the header, every one of them. */
public final class SignaturesTest {
    private static String header;
    private static List<String> nouns;
    private static Set<String> numbers;
    private static Set<String> callbacks;

    @BeforeClass
    public static void readHeader() throws IOException {
        String text = Support.text(Support.ROOT.resolve("include/bontot/bontot.h"));
        header = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL).matcher(text).replaceAll(" ");
        nouns = found("typedef struct bontot_(\\w+) bontot_\\1;").map(each -> each.group(1)).toList();
        numbers = found("typedef int32_t (bontot_\\w+);").map(each -> each.group(1))
                .collect(Collectors.toSet());
        callbacks = found("typedef [\\w *]+?\\(\\*(bontot_\\w+)\\)\\(").map(each -> each.group(1))
                .collect(Collectors.toSet());
        assertFalse(nouns.isEmpty() || numbers.isEmpty() || callbacks.isEmpty());
    }

    private static Stream<MatchResult> found(String pattern) {
        return Pattern.compile(pattern).matcher(header).results();
    }

    private static String oneSpace(String text) {
        return text.replace("*", " * ").trim().replaceAll("\\s+", " ");
    }

    private static String camel(String name) {
        return Arrays.stream(name.split("_"))
                .map(each -> each.substring(0, 1).toUpperCase() + each.substring(1))
                .collect(Collectors.joining());
    }

    /** What Java calls a C type, written as Java's reflection writes it. */
    private static String kind(String type) {
        String bare = type.replace("const ", "");
        String name = bare.replace("bontot_", "").replaceAll("[ *]+$", "");
        if (numbers.contains(type) || type.equals("int32_t")) {
            return "int";
        }
        if (callbacks.contains(type)) {
            return inner("Callbacks", camel(name));
        }
        if (nouns.contains(name)) {
            String handle = inner("Pointers", camel(name));
            return bare.endsWith("* *") ? "org.bontot.ffi.Out<" + handle + ">" : handle;
        }
        Map<String, String> plain = Map.of(
                "void", "void", "double", "double", "uint64_t", "long", "size_t", "org.bontot.ffi.SizeT",
                "size_t *", "org.bontot.ffi.SizeOut", "char *", "byte[]",
                "bontot_number", inner("Structs", "Number$ByValue"), "void *", Pointer.class.getName());
        if (plain.containsKey(bare)) {
            return plain.get(bare);
        }
        if (bare.startsWith("struct Arrow")) {
            return inner("Pointers", bare.replaceAll("struct | \\*", ""));
        }
        return inner("Structs", camel(name));
    }

    private static String inner(String outer, String name) {
        return "org.bontot.ffi." + outer + "$" + name;
    }

    private static List<String> parameters(String text) {
        if (Set.of("", "void").contains(oneSpace(text))) {
            return List.of();
        }
        return Arrays.stream(text.split(",")).map(SignaturesTest::oneSpace)
                .map(each -> kind(each.replaceFirst("(?<=[\\s*])\\w+$", "").trim())).toList();
    }

    /** Text that is returned is a pointer, to be copied; text that is given is an array. */
    private static String returned(String type) {
        return type.equals("const char *") ? Pointer.class.getName() : kind(type);
    }

    private static String signature(Method method) {
        List<String> types = Arrays.stream(method.getGenericParameterTypes())
                .map(each -> each.getTypeName()).toList();
        return method.getReturnType().getName() + " " + types;
    }

    @Test
    public void theTableIsTheHeader() {
        Map<String, String> declared = new TreeMap<>();
        found("BONTOT_API\\s+([\\w\\s*]+?)\\b(bontot_\\w+)\\(([^()]*)\\)\\s*;").forEach(each ->
                declared.put(each.group(2),
                        returned(oneSpace(each.group(1))) + " " + parameters(each.group(3))));
        assertEquals(found("(?m)^BONTOT_API\\b").count(), declared.size());
        Map<String, String> ours = new TreeMap<>();
        for (Method method : BontotLibrary.class.getDeclaredMethods()) {
            assertEquals(method.getName(), null, ours.put(method.getName(), signature(method)));
        }
        assertEquals(String.join("\n", declared.keySet()), String.join("\n", ours.keySet()));
        declared.forEach((name, signature) -> assertEquals(name, signature, ours.get(name)));
    }

    @Test
    public void theCallbacksAreThoseOfTheHeader() {
        List<String> named = new ArrayList<>();
        // What the library passes is a pointer, also where it is text.
        found("typedef ([\\w *]+?)\\(\\*bontot_(\\w+)\\)\\(([^()]*)\\);").forEach(each -> {
            Class<?> ours = inner(Callbacks.class, camel(each.group(2)));
            Method method = ours.getDeclaredMethods()[0];
            assertTrue(Callback.class.isAssignableFrom(ours));
            assertEquals(
                    each.group(2),
                    kind(oneSpace(each.group(1))) + " "
                            + parameters(each.group(3)).toString().replace("byte[]", Pointer.class.getName()),
                    signature(method));
            named.add(ours.getSimpleName());
        });
        assertEquals(Callbacks.class.getDeclaredClasses().length, named.size());
    }

    private static Class<?> inner(Class<?> outer, String name) {
        return Arrays.stream(outer.getDeclaredClasses())
                .filter(each -> each.getSimpleName().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name));
    }

    @Test
    public void handlesAreDistinct() {
        Set<Class<?>> types = new HashSet<>();
        for (String noun : nouns) {
            Class<?> type = inner(Pointers.class, camel(noun));
            assertEquals(PointerType.class, type.getSuperclass());
            types.add(type);
        }
        assertEquals(nouns.size(), types.size());
        // and the two of Arrow
        assertEquals(nouns.size() + 2, Pointers.class.getDeclaredClasses().length);
    }

    @Test
    public void theStructsAreThoseOfTheHeader() {
        List<String> named = new ArrayList<>();
        found("typedef struct bontot_(\\w+) \\{([^}]*)\\} bontot_\\1;").forEach(each -> {
            Class<?> ours = inner(Structs.class, camel(each.group(1)));
            List<String> members = Pattern.compile("([\\w ]+?[ *]+)(\\w+);").matcher(each.group(2)).results()
                    .map(member -> memberKind(oneSpace(member.group(1))) + " " + member.group(2)).toList();
            List<String> order = Arrays.asList(ours.getAnnotation(FieldOrder.class).value());
            List<String> found = order.stream().map(name -> {
                try {
                    return ours.getField(name).getType().getSimpleName() + " " + name;
                } catch (NoSuchFieldException error) {
                    throw new AssertionError(error);
                }
            }).toList();
            assertEquals(each.group(1), members, found);
            named.add(ours.getSimpleName());
        });
        assertEquals(List.of("Number", "Column", "Table", "NodeColumn", "TableResults"), named);
    }

    private static String memberKind(String type) {
        if (type.endsWith("*")) {
            return "Pointer";
        }
        return type.equals("size_t") ? "SizeT" : type.equals("int64_t") ? "long" : "int";
    }

    @Test
    public void theStructsAreAsBigAsTheirMembers() {
        int word = com.sun.jna.Native.POINTER_SIZE;
        Map<Structure, Integer> words = Map.of(
                new Structs.Column(), 10, new Structs.Table(), 3, new Structs.NodeColumn(), 4,
                new Structs.TableResults(), 10);
        // type and scale of a column share a word of 64 bits, and take two of 32
        words.forEach((struct, count) -> assertEquals(
                struct.getClass().getSimpleName(),
                struct instanceof Structs.Column && word == 4 ? 11 * word : count * word, struct.size()));
    }

    @Test
    public void theConstantsAreThoseOfTheHeader() throws IllegalAccessException {
        Map<String, String> declared = new TreeMap<>();
        found("#define (BONTOT_\\w+) (\\d+)\\b").forEach(each -> declared.put(each.group(1), each.group(2)));
        assertEquals(1, found("#define BONTOT_NONE SIZE_MAX\\b").count());
        Map<String, String> ours = new TreeMap<>();
        for (Field field : Constants.class.getFields()) {
            assertTrue(Modifier.isStatic(field.getModifiers()));
            ours.put(field.getName(), String.valueOf(field.get(null)));
        }
        ours.remove("BONTOT_NONE");
        assertEquals(declared, ours);
    }

    @Test
    public void theVersionIsThatOfHeaderManifestAndLibrary() throws IOException {
        String text = Support.text(Support.ROOT.resolve("include/bontot/version.h"));
        String version = Pattern.compile("(?m)^#define BONTOT_VERSION_(?:MAJOR|MINOR|PATCH) (\\d+)$")
                .matcher(text).results().map(each -> each.group(1)).collect(Collectors.joining("."));
        String manifest = Support.text(Support.BINDING.resolve("manifest.mf"));
        assertEquals(version, Bontot.VERSION);
        assertTrue(manifest.contains("\nImplementation-Version: " + version + "\n"));
        assertEquals(version, Loader.library().bontot_version().getString(0));
    }
}
