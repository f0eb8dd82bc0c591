// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small rubrics, whose figures are easily worked out by hand, and what is filled for them. */
final class Sheets {
    private Sheets() {
    }

    /** Two criteria under roles: 1.1 by a formula, with a document, 1.2 marked; a gate, a check. */
    static final String MARKED = """
            {"format": "bontot-rubric/1", "id": "small", "version": "1",
             "label": {"vi": "Nh\u1ecf", "en": "Small"}, "roles": ["self", "appraised"],
             "facts": [{"id": "n", "type": "number"}, {"id": "flag", "type": "boolean"}],
             "criteria": [{"id": "1", "label": {"vi": "M\u1ed9t", "en": "One"}, "max": 20,
               "good": {"min_points": 10}, "rounding": {"step": 2, "mode": "down"},
               "indicators": [
                 {"id": "1.1", "max": 10, "score": {"formula": "n"}, "evidence": {"kinds": ["report"]}},
                 {"id": "1.2", "max": 10, "score": {"mark": {"step": "0.5"}}}]}],
             "gates": [{"id": "g", "when": "flag", "effect": {"grade_down": 1}}],
             "grades": [{"id": "high", "min_total": 12}, {"id": "low"}],
             "checks": [{"id": "k", "severity": "info", "assert": "n > 5",
               "message": {"vi": "\u00cdt.", "en": "Few."}}]}""";

    /** One line, with quotas. */
    static final String RANKED = """
            {"format": "bontot-rubric/1", "id": "small", "version": "1",
             "label": {"vi": "Nh\u1ecf", "en": "Small"},
             "facts": [{"id": "n", "type": "number", "min": 0, "max": 10}, {"id": "late", "type": "number"}],
             "criteria": [{"id": "1", "max": 10, "indicators": [
               {"id": "1.1", "max": 10, "score": {"formula": "n"}}]}],
             "grades": [
               {"id": "best", "min_total": 9, "quota": {"share": "0.2", "raised": "0.5", "of": "next"}},
               {"id": "good", "min_total": 7, "quota": {"count": 9, "within": "all"}},
               {"id": "rest"}],
             "cohort": {"tie_chain": ["total", "-fact:late"]}}""";

    /** Two conditions with efforts, and a gate. */
    static final String STEPS = """
            {"format": "bontot-rubric/1", "id": "small", "version": "1",
             "label": {"vi": "Nh\u1ecf", "en": "Small"},
             "facts": [
               {"id": "n", "type": "number", "integer": true, "min": 0,
                "label": {"vi": "S\u1ed1", "en": "Count"}},
               {"id": "bad", "type": "boolean"}],
             "criteria": [{"id": "1", "max": 10, "indicators": [
               {"id": "1.1", "max": "7.5", "effort": 2, "score": {"condition": "n >= 4"}},
               {"id": "1.2", "max": "2.5", "score": {"condition": "n >= 1"},
                "evidence": {"kinds": ["report"], "status": "verified"}}]}],
             "gates": [{"id": "g", "when": "bad", "effect": {"grade_down": 1}}],
             "grades": [{"id": "high", "min_total": 10}, {"id": "mid", "min_total": 2}, {"id": "low"}]}""";

    /** What a committee gives, roles, an exception, an example. */
    static final String COMMITTEE = """
            {"format": "bontot-rubric/1", "id": "s", "version": "1", "label": {"en": "Sheet"},
             "roles": ["self", {"id": "final", "label": {"vi": "duy\u1ec7t", "en": "decision"}, "overrides": true}],
             "facts": [
               {"id": "avg", "type": "number", "min": 0, "max": 10, "given_by": "committee"},
               {"id": "blame", "type": "boolean"}],
             "criteria": [{"id": "1", "max": 20, "indicators": [
               {"id": "L", "max": 10, "score": {"formula": "avg"}},
               {"id": "M", "max": 10, "score": {"mark": {}}}]}],
             "grades": [{"id": "top", "min_total": 12}, {"id": "rest"}],
             "gates": [{"id": "g", "when": "blame", "effect": {"grade_at_most": "rest"}}],
             "examples": [{"label": {"en": "one"}, "expect": {"points": 3}, "dossier": {
               "format": "bontot-dossier/1", "unit": {"id": "U"},
               "period": {"from": "2026-01-01", "to": "2026-12-31"}, "facts": {"avg": 3}}}]}""";

    /** A fact of each type, a line for each. */
    static final String TYPES = """
            {"format": "bontot-rubric/1", "id": "types", "version": "1", "label": {"en": "Types"},
             "facts": [
               {"id": "share", "type": "number", "min": 0, "max": 100},
               {"id": "met", "type": "boolean"},
               {"id": "trend", "type": "choice", "choices": ["rose", "fell"]},
               {"id": "day", "type": "date"},
               {"id": "word", "type": "text"}],
             "criteria": [
               {"id": "1", "max": 20, "indicators": [
                 {"id": "1.1", "max": 10, "score": {"proportional": {"value": "share", "from": [0, 100], "points": [0, 10]}}},
                 {"id": "1.2", "max": 10, "score": {"condition": "met"}}]},
               {"id": "2", "max": 6, "indicators": [
                 {"id": "2.1", "max": 2, "score": {"condition": "trend = \\"rose\\""}},
                 {"id": "2.2", "max": 2, "score": {"condition": "day >= date(\\"2026-07-01\\")"}},
                 {"id": "2.3", "max": 2, "score": {"condition": "word = \\"t\u1ed1t\\""}}]}],
             "grades": [{"id": "good", "min_total": 15}, {"id": "other"}]}""";

    static String textOf(Path file) {
        return new String(Source.file(file).read(), StandardCharsets.UTF_8);
    }

    static Rubric rubric(String sheet) {
        return Rubric.load(Source.text(sheet));
    }

    /** Returns a map of keys and values, which may be null. */
    static Map<String, Object> map(Object... members) {
        Map<String, Object> made = new LinkedHashMap<>();
        for (int index = 0; index < members.length; index += 2) {
            made.put((String) members[index], members[index + 1]);
        }
        return made;
    }

    /** Returns a dossier of 2026 with facts, as keys and values, and what else it has. */
    static Map<String, Object> dossier(String unit, Map<String, Object> facts, Object... more) {
        Map<String, Object> made = map(
                "format", "bontot-dossier/1", "unit", map("id", unit, "name", "Chi b\u1ed9 " + unit),
                "period", map("from", "2026-01-01", "to", "2026-12-31"), "facts", facts);
        made.putAll(map(more));
        return made;
    }
}
