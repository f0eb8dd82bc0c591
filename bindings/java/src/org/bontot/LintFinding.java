// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bontot.ffi.Pointers;

/**
 * One thing in a rubric that is likely not meant so.
 *
 * @param code its kind, such as "step_gap"
 * @param pointer where it is in the rubric: a JSON Pointer
 * @param text what is wrong, for people, in the language that was asked for
 * @param node the id of the criterion or indicator that it is about
 * @param line from 1, when the text was given
 * @param column from 1, in code points
 */
public record LintFinding(
        String code, Severity severity, String pointer, String text, Witness witness,
        Optional<String> node, OptionalInt line, OptionalInt column) {
    /**
     * What shows a finding.
     *
     * @param text for people; empty when there is nothing more to show
     * @param value the value in the gap, or the best that can be reached
     * @param dossier parts of a dossier that shows it: "facts", "members" and so on
     * @param ranges of each fact that was looked at, "min" and "max" where there are some
     */
    public record Witness(
            String text, Optional<BigDecimal> value, Map<String, Object> dossier,
            Map<String, Object> ranges) {
        static Witness of(Said said) {
            Map<String, Object> dossier = new LinkedHashMap<>(said.members());
            List.of("text", "value", "ranges").forEach(dossier::remove);
            return new Witness(
                    said.textOr("text", ""), said.maybeNumber("value"), dossier,
                    said.map("ranges", each -> each));
        }
    }

    static LintFinding of(Said said) {
        return new LintFinding(
                said.text("code"), said.constant(Severity.class, "severity"), said.text("pointer"),
                said.text("text"), Witness.of(said.maybeObject("witness").orElse(new Said(Map.of()))),
                said.maybeText("node"), said.maybeWhole("line"), said.maybeWhole("column"));
    }

    /** Reads what lint found. */
    static List<LintFinding> all(Handle<Pointers.Lint> handle, Language language) {
        try (Lease<Pointers.Lint> lint = handle.lend()) {
            String json = Options.in(language).lent(chosen ->
                    Calls.written(language, (library, out, error) ->
                            library.bontot_lint_write(out, lint.pointer, chosen, error)));
            return Said.read(json).objects("findings", LintFinding::of);
        }
    }

    @Override
    public String toString() {
        return text + " [" + code + "] (" + pointer + ")";
    }
}
