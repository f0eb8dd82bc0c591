// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bontot.ffi.BontotLibrary;
import org.bontot.ffi.Pointers;

/**
 * What there is to know of a kind of handle.
 *
 * @param noun what messages call it
 * @param wrap makes the typed pointer
 * @param free the one function that frees it
 */
record Kind<P extends PointerType>(
        String noun, Function<Pointer, P> wrap, BiConsumer<BontotLibrary, P> free) {
    static final Kind<Pointers.Error> ERROR =
            new Kind<>("error", Pointers.Error::new, BontotLibrary::bontot_error_free);
    static final Kind<Pointers.Options> OPTIONS =
            new Kind<>("options object", Pointers.Options::new, BontotLibrary::bontot_options_free);
    static final Kind<Pointers.Text> TEXT =
            new Kind<>("text", Pointers.Text::new, BontotLibrary::bontot_text_free);
    static final Kind<Pointers.Rubric> RUBRIC =
            new Kind<>("rubric", Pointers.Rubric::new, BontotLibrary::bontot_rubric_free);
    static final Kind<Pointers.Reference> REFERENCE =
            new Kind<>("reference", Pointers.Reference::new, BontotLibrary::bontot_reference_free);
    static final Kind<Pointers.Dossier> DOSSIER =
            new Kind<>("dossier", Pointers.Dossier::new, BontotLibrary::bontot_dossier_free);
    static final Kind<Pointers.Result> RESULT =
            new Kind<>("result", Pointers.Result::new, BontotLibrary::bontot_result_free);
    static final Kind<Pointers.Report> REPORT =
            new Kind<>("report", Pointers.Report::new, BontotLibrary::bontot_report_free);
    static final Kind<Pointers.Summary> SUMMARY =
            new Kind<>("summary", Pointers.Summary::new, BontotLibrary::bontot_summary_free);
    static final Kind<Pointers.Comparison> COMPARISON =
            new Kind<>("comparison", Pointers.Comparison::new, BontotLibrary::bontot_comparison_free);
    static final Kind<Pointers.Cohort> COHORT =
            new Kind<>("cohort", Pointers.Cohort::new, BontotLibrary::bontot_cohort_free);
    static final Kind<Pointers.Ranking> RANKING =
            new Kind<>("ranking", Pointers.Ranking::new, BontotLibrary::bontot_ranking_free);
    static final Kind<Pointers.Lint> LINT =
            new Kind<>("list of findings", Pointers.Lint::new, BontotLibrary::bontot_lint_free);
    static final Kind<Pointers.Diff> DIFF =
            new Kind<>("rubric diff", Pointers.Diff::new, BontotLibrary::bontot_diff_free);
    static final Kind<Pointers.Lines> LINES =
            new Kind<>("scorer of lines", Pointers.Lines::new, BontotLibrary::bontot_lines_free);
    static final Kind<Pointers.Names> NAMES =
            new Kind<>("set of names", Pointers.Names::new, BontotLibrary::bontot_names_free);
    static final Kind<Pointers.Path> PATH =
            new Kind<>("path", Pointers.Path::new, BontotLibrary::bontot_path_free);
}
