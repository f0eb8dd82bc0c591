// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Constants;
import org.bontot.ffi.Loader;
import org.bontot.ffi.Pointers;
import org.bontot.ffi.SizeOut;
import org.bontot.ffi.SizeT;

/** Copies what a rubric that is lent says of itself. */
final class RubricReading {
    private final BontotLibrary library = Loader.library();
    private final Pointers.Rubric rubric;

    RubricReading(Pointers.Rubric rubric) {
        this.rubric = rubric;
    }

    /** A function that lends the text of one item. */
    private interface Of {
        Pointer text(Pointers.Rubric rubric, SizeT index, SizeOut length);
    }

    /** A function that lends the text of one item in a language. */
    private interface In {
        Pointer text(Pointers.Rubric rubric, SizeT index, int language, SizeOut length);
    }

    String id() {
        return Calls.borrowed((library, length) -> library.bontot_rubric_id(rubric, length));
    }

    String version() {
        return Calls.borrowed((library, length) -> library.bontot_rubric_version(rubric, length));
    }

    String label(Language language) {
        return Calls.borrowed(
                (library, length) -> library.bontot_rubric_label(rubric, language.number, length));
    }

    List<Fact> facts() {
        return all(library.bontot_rubric_fact_count(rubric), slot -> new Fact(
                text(library::bontot_rubric_fact_id, slot),
                slot,
                FactType.values()[library.bontot_rubric_fact_type(rubric, new SizeT(slot))],
                text(library::bontot_rubric_fact_label, slot, Language.VI),
                text(library::bontot_rubric_fact_label, slot, Language.EN)));
    }

    List<Role> roles() {
        return all(library.bontot_rubric_role_count(rubric), role -> new Role(
                text(library::bontot_rubric_role_id, role),
                text(library::bontot_rubric_role_label, role, Language.VI),
                text(library::bontot_rubric_role_label, role, Language.EN)));
    }

    List<RubricGrade> grades() {
        return all(library.bontot_rubric_grade_count(rubric), grade -> new RubricGrade(
                text(library::bontot_rubric_grade_id, grade),
                text(library::bontot_rubric_grade_label, grade, Language.VI),
                text(library::bontot_rubric_grade_label, grade, Language.EN)));
    }

    List<RubricNode> nodes() {
        return all(library.bontot_rubric_node_count(rubric), node -> {
            SizeT parent = library.bontot_rubric_node_parent(rubric, new SizeT(node));
            return new RubricNode(
                    text(library::bontot_rubric_node_id, node),
                    parent.equals(Constants.BONTOT_NONE)
                            ? Optional.empty()
                            : Optional.of(text(library::bontot_rubric_node_id, parent.toInt())));
        });
    }

    List<String> gateIds() {
        return all(library.bontot_rubric_gate_count(rubric),
                gate -> text(library::bontot_rubric_gate_id, gate));
    }

    List<String> fieldIds() {
        return all(library.bontot_rubric_field_count(rubric),
                field -> text(library::bontot_rubric_field_id, field));
    }

    private String text(Of function, int index) {
        return Calls.borrowed((unused, length) -> function.text(rubric, new SizeT(index), length));
    }

    private String text(In function, int index, Language language) {
        return Calls.borrowed((unused, length) ->
                function.text(rubric, new SizeT(index), language.number, length));
    }

    private static <T> List<T> all(SizeT count, IntFunction<T> make) {
        List<T> found = new ArrayList<>();
        for (int index = 0; index < count.toInt(); index++) {
            found.add(make.apply(index));
        }
        return Collections.unmodifiableList(found);
    }
}
