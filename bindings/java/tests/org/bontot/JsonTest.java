// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** JSON without loss, in and out. */
public final class JsonTest {
    private static final String DIGITS = "1234567890123456789012345678901234";

    @Test
    public void writtenExactly() {
        assertEquals("7", Json.of(7));
        assertEquals("-9223372036854775808", Json.of(Long.MIN_VALUE));
        assertEquals("-" + BigInteger.TEN.pow(40), Json.of(BigInteger.TEN.pow(40).negate()));
        assertEquals("true", Json.of(true));
        assertEquals("null", Json.of(null));
        assertEquals("0.10", Json.of(new BigDecimal("0.10")));
        assertEquals(DIGITS, Json.of(new BigDecimal(DIGITS)));
        assertEquals("1E+3", Json.of(new BigDecimal("1E+3")));
        assertEquals("1E-9", Json.of(new BigDecimal("1E-9")));
        assertEquals("\"2023-01-02\"", Json.of(LocalDate.of(2023, 1, 2)));
        assertEquals("\"\u0111\u1ea3ng \\\"t\u1ed1t\\\"\\u000a\\\\\"", Json.of("\u0111\u1ea3ng \"t\u1ed1t\"\n\\"));
        assertEquals("{\"a/b\":[1,[2,{}],[]]}", Json.of(Map.of("a/b", List.of(1, List.of(2, Map.of()), List.of()))));
        assertEquals("[null]", Json.of(Collections.singletonList(null)));
    }

    private static void assertRefused(String message, Object value) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> Json.of(value));
        assertTrue(error.getMessage(), error.getMessage().matches("(?s).*" + message + ".*"));
    }

    @Test
    public void refused() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);
        assertRefused("/facts/tax.due.*Double.*BigDecimal", Map.of("facts", Map.of("tax.due", 0.1)));
        assertRefused("/a/1.*Float", Map.of("a", List.of(1, 0.5f)));
        assertRefused("/a~0~1: .*LocalDateTime", Map.of("a~/", LocalDateTime.MIN));
        assertRefused("/a: the key 1 is no String", Map.of("a", Map.of(1, 2)));
        assertRefused("at /a: a value of type", Map.of("a", Set.of(1)));
        assertRefused("the whole", 1.5);
        assertRefused("nested", Map.of("a", circle));
    }

    @Test
    public void readWhole() {
        assertEquals(
                Map.of("a", List.of(new BigDecimal("1.50"), true, "\u0111\n\"\\/ \ud83c\udfc5"), "b", Map.of()),
                JsonReader.read(" {\"a\" : [1.50, true, \"\\u0111\\n\\\"\\\\\\/ \\ud83c\\udfc5\"],\t\"b\":{}}\n"));
        assertEquals(Arrays.asList(null, false, new BigDecimal("-1E+2"), List.of()), JsonReader.read("[null,false,-1E+2,[]]"));
        assertEquals(List.of("z", "a"), List.copyOf(((Map<?, ?>) JsonReader.read("{\"z\":1,\"a\":2}")).keySet()));
    }

    @Test
    public void whatIsReadCannotBeChanged() {
        Said said = Said.read("{\"a\":[1]}");
        assertThrows(UnsupportedOperationException.class, () -> said.members().clear());
        assertThrows(UnsupportedOperationException.class, () -> ((List<?>) said.members().get("a")).clear());
    }

    @Test
    public void whatIsNoJsonIsAFaultOfTheLibrary() {
        for (String wrong : List.of("", "{", "[1", "\"a", "nul", "1 2", "{\"a\" 1}", "\"\\x\"", "\"\\u12", "{1:2}")) {
            assertThrows(wrong, InternalException.class, () -> JsonReader.read(wrong));
        }
    }

    @Test
    public void surrogatesWithoutTheOtherStayForTheLibrary() {
        assertArrayEquals(new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xC4, (byte) 0x91},
                Utf8.of("a\ud800\u0111"));
        assertArrayEquals(new byte[] {(byte) 0xF0, (byte) 0x9F, (byte) 0x8F, (byte) 0x85}, Utf8.of("\ud83c\udfc5"));
    }
}
