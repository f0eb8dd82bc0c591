// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.Pointer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.bontot.RubricOutline.Label;
import org.bontot.RubricOutline.Range;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Constants;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeOut;
import org.bontot.ffi.SizeT;

/** Copies the outline of a rubric that is lent. */
final class OutlineReading {
    private final BontotLibrary library = Loader.library();
    private final Pointers.Rubric rubric;

    OutlineReading(Pointers.Rubric rubric) {
        this.rubric = rubric;
    }

    /** A function that lends a text of the rubric. */
    private interface Whole {
        Pointer text(Pointers.Rubric rubric, SizeOut length);
    }

    /** A function that lends a text of one item. */
    private interface Of {
        Pointer text(Pointers.Rubric rubric, SizeT index, SizeOut length);
    }

    /** A function that lends a text of one item in a language. */
    private interface In {
        Pointer text(Pointers.Rubric rubric, SizeT index, int language, SizeOut length);
    }

    /** A function that lends one of the texts of one item. */
    private interface Within {
        Pointer text(Pointers.Rubric rubric, SizeT index, SizeT place, SizeOut length);
    }

    /** A function that writes an end of a range of one item. */
    private interface Bound {
        int status(Pointers.Rubric rubric, SizeT index, int bound, byte[] buffer, SizeT room);
    }

    RubricOutline outline() {
        return new RubricOutline(
                origin(), months(), all(library.bontot_rubric_unit_kind_count(rubric), kind ->
                        text(library::bontot_rubric_unit_kind, kind)),
                range((given, unused, bound, buffer, room) ->
                        library.bontot_rubric_total_bound_text(given, bound, buffer, room), 0),
                facts(), fields(), roles(), grades(), nodes(), gates(), checks(), rules());
    }

    private RubricOutline.Origin origin() {
        return new RubricOutline.Origin(
                text(library::bontot_rubric_document), day(library::bontot_rubric_issued),
                text(library::bontot_rubric_issuer), text(library::bontot_rubric_uri),
                label((given, unused, language, length) ->
                        library.bontot_rubric_note(given, language, length), 0),
                day(library::bontot_rubric_valid_from));
    }

    private OptionalInt months() {
        int months = library.bontot_rubric_period_months(rubric);
        return months == 0 ? OptionalInt.empty() : OptionalInt.of(months);
    }

    private List<RubricOutline.FactLine> facts() {
        return all(library.bontot_rubric_fact_count(rubric), slot -> {
            SizeT at = new SizeT(slot);
            return new RubricOutline.FactLine(
                    text(library::bontot_rubric_fact_id, slot),
                    FactType.values()[library.bontot_rubric_fact_type(rubric, at)],
                    label(library::bontot_rubric_fact_label, slot), label(library::bontot_rubric_fact_unit, slot),
                    range(library::bontot_rubric_fact_bound_text, slot),
                    library.bontot_rubric_fact_is_integer(rubric, at) == 1,
                    library.bontot_rubric_fact_is_by_committee(rubric, at) == 1,
                    library.bontot_rubric_fact_is_from_results(rubric, at) == 1,
                    library.bontot_rubric_fact_is_read(rubric, at) == 1,
                    texts(library.bontot_rubric_fact_choice_count(rubric, at),
                            library::bontot_rubric_fact_choice, slot));
        });
    }

    private List<RubricOutline.FactLine> fields() {
        return all(library.bontot_rubric_field_count(rubric), field -> {
            SizeT at = new SizeT(field);
            return new RubricOutline.FactLine(
                    text(library::bontot_rubric_field_id, field),
                    FactType.values()[library.bontot_rubric_field_type(rubric, at)],
                    label(library::bontot_rubric_field_label, field),
                    label(library::bontot_rubric_field_unit, field),
                    range(library::bontot_rubric_field_bound_text, field),
                    library.bontot_rubric_field_is_integer(rubric, at) == 1, false,
                    library.bontot_rubric_field_is_from_results(rubric, at) == 1,
                    library.bontot_rubric_field_is_read(rubric, at) == 1,
                    texts(library.bontot_rubric_field_choice_count(rubric, at),
                            library::bontot_rubric_field_choice, field));
        });
    }

    private List<RubricOutline.RoleLine> roles() {
        return all(library.bontot_rubric_role_count(rubric), role -> new RubricOutline.RoleLine(
                text(library::bontot_rubric_role_id, role), label(library::bontot_rubric_role_label, role),
                library.bontot_rubric_role_overrides(rubric, new SizeT(role)) == 1));
    }

    private List<RubricOutline.GradeLine> grades() {
        return all(library.bontot_rubric_grade_count(rubric), grade -> new RubricOutline.GradeLine(
                text(library::bontot_rubric_grade_id, grade), label(library::bontot_rubric_grade_label, grade),
                text(library::bontot_rubric_grade_clause, grade),
                library.bontot_rubric_grade_has_quota(rubric, new SizeT(grade)) == 1));
    }

    private List<RubricOutline.NodeLine> nodes() {
        return all(library.bontot_rubric_node_count(rubric), this::node);
    }

    private RubricOutline.NodeLine node(int node) {
        SizeT at = new SizeT(node);
        SizeT parent = library.bontot_rubric_node_parent(rubric, at);
        return new RubricOutline.NodeLine(
                text(library::bontot_rubric_node_id, node),
                parent.equals(Constants.BONTOT_NONE)
                        ? Optional.empty() : Optional.of(text(library::bontot_rubric_node_id, parent.toInt())),
                label(library::bontot_rubric_node_label, node), text(library::bontot_rubric_node_clause, node),
                CriterionKind.values()[library.bontot_rubric_node_kind(rubric, at)],
                range(library::bontot_rubric_node_bound_text, node),
                RubricOutline.Score.values()[library.bontot_rubric_node_score(rubric, at)],
                library.bontot_rubric_node_effort(rubric, at), factsOf(at), markedBy(at),
                figure((buffer, room) -> library.bontot_rubric_node_mark_step_text(rubric, at, buffer, room)),
                library.bontot_rubric_node_asks_comment(rubric, at) == 1,
                library.bontot_rubric_node_asks_evidence(rubric, at) == 1,
                texts(library.bontot_rubric_node_evidence_kind_count(rubric, at),
                        library::bontot_rubric_node_evidence_kind, node));
    }

    private List<String> factsOf(SizeT node) {
        return all(library.bontot_rubric_node_fact_count(rubric, node), place -> text(
                library::bontot_rubric_fact_id,
                library.bontot_rubric_node_fact(rubric, node, new SizeT(place)).toInt()));
    }

    private List<String> markedBy(SizeT node) {
        return all(library.bontot_rubric_role_count(rubric), role -> role).stream()
                .filter(role -> library.bontot_rubric_node_takes_marks(rubric, node, new SizeT(role)) == 1)
                .map(role -> text(library::bontot_rubric_role_id, role)).collect(Collectors.toUnmodifiableList());
    }

    private List<RubricOutline.GateLine> gates() {
        return all(library.bontot_rubric_gate_count(rubric), gate -> {
            RubricOutline.Effect effect = RubricOutline.Effect
                    .values()[library.bontot_rubric_gate_effect(rubric, new SizeT(gate))];
            int target = library.bontot_rubric_gate_target(rubric, new SizeT(gate)).toInt();
            return new RubricOutline.GateLine(
                    text(library::bontot_rubric_gate_id, gate), label(library::bontot_rubric_gate_label, gate),
                    text(library::bontot_rubric_gate_clause, gate), effect, targetOf(effect, target));
        });
    }

    private String targetOf(RubricOutline.Effect effect, int target) {
        return switch (effect) {
            case VOIDS_NODE, NOT_GOOD -> text(library::bontot_rubric_node_id, target);
            case GRADE_DOWN -> String.valueOf(target);
            case GRADE_AT_MOST, GRADE_IS -> text(library::bontot_rubric_grade_id, target);
        };
    }

    private List<RubricOutline.CheckLine> checks() {
        return all(library.bontot_rubric_check_count(rubric), check -> new RubricOutline.CheckLine(
                text(library::bontot_rubric_check_id, check), label(library::bontot_rubric_check_message, check),
                text(library::bontot_rubric_check_clause, check),
                Severity.values()[library.bontot_rubric_check_severity(rubric, new SizeT(check))]));
    }

    private List<RubricOutline.RuleLine> rules() {
        return all(library.bontot_rubric_rule_count(rubric), rule -> new RubricOutline.RuleLine(
                text(library::bontot_rubric_rule_id, rule), label(library::bontot_rubric_rule_message, rule)));
    }

    private String text(Whole function) {
        return Calls.borrowed((unused, length) -> function.text(rubric, length));
    }

    private String text(Of function, int index) {
        return Calls.borrowed((unused, length) -> function.text(rubric, new SizeT(index), length));
    }

    private Label label(In function, int index) {
        return new Label(in(function, index, Language.VI), in(function, index, Language.EN));
    }

    private String in(In function, int index, Language language) {
        return Calls.borrowed((unused, length) ->
                function.text(rubric, new SizeT(index), language.number, length));
    }

    private List<String> texts(SizeT count, Within function, int index) {
        return all(count, place -> Calls.borrowed((unused, length) ->
                function.text(rubric, new SizeT(index), new SizeT(place), length)));
    }

    private Optional<LocalDate> day(Whole function) {
        String found = text(function);
        return found.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(found));
    }

    private Range range(Bound function, int index) {
        SizeT at = new SizeT(index);
        return new Range(
                figure((buffer, room) -> function.status(rubric, at, Constants.BONTOT_LEAST, buffer, room)),
                figure((buffer, room) -> function.status(rubric, at, Constants.BONTOT_MOST, buffer, room)));
    }

    /** A function that writes a figure, or says that there is none. */
    private interface Figure {
        int status(byte[] buffer, SizeT room);
    }

    private static Optional<BigDecimal> figure(Figure figure) {
        try {
            return Optional.of(Calls.figure((unused, buffer, room) -> figure.status(buffer, room)));
        } catch (NotFoundException error) {
            return Optional.empty();
        }
    }

    private static <T> List<T> all(SizeT count, IntFunction<T> make) {
        List<T> found = new ArrayList<>();
        for (int index = 0; index < count.toInt(); index++) {
            found.add(make.apply(index));
        }
        return Collections.unmodifiableList(found);
    }
}
