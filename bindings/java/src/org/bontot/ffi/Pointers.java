// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import com.sun.jna.Pointer;
import com.sun.jna.PointerType;

/**
 * A type of its own for each handle, so that one given for another does not compile. JNA makes
 * them with the constructor without arguments.
 */
public final class Pointers {
    private Pointers() {
    }

    /** bontot_error. */
    public static final class Error extends PointerType {
        public Error() {
        }

        public Error(Pointer place) {
            super(place);
        }
    }

    /** bontot_options. */
    public static final class Options extends PointerType {
        public Options() {
        }

        public Options(Pointer place) {
            super(place);
        }
    }

    /** bontot_reference. */
    public static final class Reference extends PointerType {
        public Reference() {
        }

        public Reference(Pointer place) {
            super(place);
        }
    }

    /** bontot_text. */
    public static final class Text extends PointerType {
        public Text() {
        }

        public Text(Pointer place) {
            super(place);
        }
    }

    /** bontot_rubric. */
    public static final class Rubric extends PointerType {
        public Rubric() {
        }

        public Rubric(Pointer place) {
            super(place);
        }
    }

    /** bontot_dossier. */
    public static final class Dossier extends PointerType {
        public Dossier() {
        }

        public Dossier(Pointer place) {
            super(place);
        }
    }

    /** bontot_result. */
    public static final class Result extends PointerType {
        public Result() {
        }

        public Result(Pointer place) {
            super(place);
        }
    }

    /** bontot_lines. */
    public static final class Lines extends PointerType {
        public Lines() {
        }

        public Lines(Pointer place) {
            super(place);
        }
    }

    /** bontot_report. */
    public static final class Report extends PointerType {
        public Report() {
        }

        public Report(Pointer place) {
            super(place);
        }
    }

    /** bontot_summary. */
    public static final class Summary extends PointerType {
        public Summary() {
        }

        public Summary(Pointer place) {
            super(place);
        }
    }

    /** bontot_comparison. */
    public static final class Comparison extends PointerType {
        public Comparison() {
        }

        public Comparison(Pointer place) {
            super(place);
        }
    }

    /** bontot_cohort. */
    public static final class Cohort extends PointerType {
        public Cohort() {
        }

        public Cohort(Pointer place) {
            super(place);
        }
    }

    /** bontot_ranking. */
    public static final class Ranking extends PointerType {
        public Ranking() {
        }

        public Ranking(Pointer place) {
            super(place);
        }
    }

    /** bontot_lint. */
    public static final class Lint extends PointerType {
        public Lint() {
        }

        public Lint(Pointer place) {
            super(place);
        }
    }

    /** bontot_diff. */
    public static final class Diff extends PointerType {
        public Diff() {
        }

        public Diff(Pointer place) {
            super(place);
        }
    }

    /** bontot_path. */
    public static final class Path extends PointerType {
        public Path() {
        }

        public Path(Pointer place) {
            super(place);
        }
    }

    /** bontot_names. */
    public static final class Names extends PointerType {
        public Names() {
        }

        public Names(Pointer place) {
            super(place);
        }
    }

    /** struct ArrowSchema. */
    public static final class ArrowSchema extends PointerType {
        public ArrowSchema() {
        }

        public ArrowSchema(Pointer place) {
            super(place);
        }
    }

    /** struct ArrowArray. */
    public static final class ArrowArray extends PointerType {
        public ArrowArray() {
        }

        public ArrowArray(Pointer place) {
            super(place);
        }
    }
}
