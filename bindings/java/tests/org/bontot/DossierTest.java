// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What can be given as a dossier: JSON of every kind, and fact by fact; and expressions. */
public final class DossierTest {
    private static final String DIGITS = "1234567890123456789012345678901234";

    private final Rubric builtin = Rubric.builtin(Support.RUBRIC_ID);
    private final Rubric types = Sheets.rubric(Sheets.TYPES);

    @Test
    public void allSourcesGiveTheSame() throws IOException {
        String text = Support.text(Support.EXAMPLE);
        Result expected = builtin.evaluate(Source.file(Support.EXAMPLE));
        for (Source source : List.of(
                Source.text(text), Source.bytes(text.getBytes(StandardCharsets.UTF_8)),
                Source.map(Said.read(text).members()))) {
            assertEquals(expected, builtin.evaluate(source));
        }
    }

    @Test
    public void aTextIsNeverAPath() {
        Source path = Source.text(Support.EXAMPLE.toString());
        assertThrows(InputException.class, () -> builtin.evaluate(path));
    }

    @Test
    public void anotherRubric() throws IOException {
        Map<String, Object> dossier = new LinkedHashMap<>(Said.read(Support.text(Support.EXAMPLE)).members());
        dossier.put("rubric", Map.of("id", Support.RUBRIC_ID, "version", "0.0.1"));
        Source source = Source.map(dossier);
        InputException error = assertThrows(InputException.class, () -> builtin.evaluate(source));
        assertEquals("/rubric/version", error.entries().get(0).pointer());
        assertEquals(
                builtin.evaluate(Source.file(Support.EXAMPLE)),
                builtin.evaluate(source, Options.defaults().allowOtherRubric()));
    }

    /** 5.83 of the share, 10 for met; 2 for each of the three others. */
    @Test
    public void builtFactByFact() {
        Dossier dossier = types.dossier(Options.in(Language.EN))
                .setUnit("U", "Chi b\u1ed9").setPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))
                .set("share", new BigDecimal("58.3")).set("met", true).set("trend", "rose")
                .set("day", LocalDate.of(2026, 7, 1)).set("word", "t\u1ed1t");
        Result result = dossier.evaluate();
        Support.assertSame("21.83", result.total().points());
        Support.assertSame("15.83", result.node("1").points());
        assertEquals("Chi b\u1ed9", result.head().unitName());
        assertEquals(
                Optional.of(new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))),
                result.head().period());
        Support.assertSame("19.83", dossier.set("day", LocalDate.of(2026, 6, 30)).evaluate().total().points());
        Result open = dossier.clear("met").evaluate();
        Support.assertSame("9.83", open.total().points());
        Support.assertSame("19.83", open.total().possible());
        Support.assertSame("19.83", dossier.setTyped("met", "true").evaluate().total().points());
        Support.assertSame("14.83", dossier.set("share", 8).evaluate().total().points().add(Support.decimal("0.03")));
    }

    @Test
    public void numbersAreExact() {
        Dossier dossier = types.dossier();
        for (String number : List.of("1E+1", "10.00", "10")) {
            Support.assertSame("1", dossier.set("share", new BigDecimal(number)).evaluate().node("1.1").points());
        }
        // beyond 64 bits: 20 digits behind the point
        dossier.set("share", new BigDecimal("0.12345678901234567890"));
        assertEquals(
                new BigDecimal("0.1234567890123456789"), dossier.evaluate().node("1.1").facts().get("share"));
        InputException error =
                assertThrows(InputException.class, () -> dossier.set("share", new BigDecimal(DIGITS)));
        assertEquals("dossier_out_of_range", error.entries().get(0).code());
    }

    @Test
    public void wrongValuesChangeNothing() {
        Dossier dossier = types.dossier(Options.in(Language.EN)).set("share", 50);
        for (Runnable wrong : List.<Runnable>of(
                () -> dossier.set("share", true), () -> dossier.set("share", 101),
                () -> dossier.set("share", "50"), () -> dossier.set("share", LocalDate.of(2026, 1, 1)))) {
            InputException error = assertThrows(InputException.class, wrong::run);
            assertEquals("/facts/share", error.entries().get(0).pointer());
        }
        assertThrows(InputException.class, () -> dossier.setTyped("share", "1.234")); // or 1234
        assertThrows(InputException.class, () -> dossier.set("trend", "stayed"));
        assertThrows(InputException.class, () -> dossier.set("met", new BigDecimal(DIGITS)));
        NotFoundException error = assertThrows(NotFoundException.class, () -> dossier.set("shares", 1));
        assertTrue(error.getMessage(), error.getMessage().contains("share"));
        Support.assertSame("5", dossier.evaluate().node("1.1").points());
    }

    @Test
    public void readInPlace() {
        Dossier dossier = types.dossier().set("met", true);
        dossier.read(Source.map(Sheets.dossier("V", Sheets.map("share", 30))));
        Support.assertSame("3", dossier.evaluate().total().points());
        assertEquals("V", dossier.evaluate().head().unitId());
        assertThrows(InputException.class, () -> dossier.read(Source.text("{}")));
        assertEquals("V", dossier.evaluate().head().unitId());
    }

    @Test
    public void expressions() {
        assertEquals("3", Bontot.feel("1 + 2"));
        assertEquals("true", Bontot.feel("0.1 + 0.2 = 0.3"));
        assertEquals(DIGITS, feel("x", "x", new BigDecimal(DIGITS)));
        assertEquals("\"Chi b\u1ed9 \ud83c\udfc5\"", feel("\"Chi \" + t\u00ean", "t\u00ean", "b\u1ed9 \ud83c\udfc5"));
        assertEquals("2023", feel("date(d).year", "d", LocalDate.of(2023, 12, 31)));
        assertEquals("3", feel("count(xs)", "xs", List.of(1, 2, 3)));
        assertEquals("3", feel("string length(x)", "x", "a\0b"));
        assertEquals("unknown", feel("x + 1", "x", null));
        assertThrows(IllegalArgumentException.class, () -> feel("x", "x", 0.1));
    }

    private static String feel(String expression, String name, Object value) {
        return Bontot.feel(expression, Sheets.map(name, value), Language.EN);
    }
}
