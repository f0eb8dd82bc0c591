// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>Which of two rubrics.</summary>
    public enum Side
    {
        Before = Constants.BONTOT_BEFORE,
        After = Constants.BONTOT_AFTER,
    }

    /// <summary>What became of a grade that is sure.</summary>
    public enum GradeMove
    {
        Same = Constants.BONTOT_MOVE_SAME,
        Up = Constants.BONTOT_MOVE_UP,
        Down = Constants.BONTOT_MOVE_DOWN,

        /// <summary>No rubric ranks the two grades.</summary>
        Other = Constants.BONTOT_MOVE_OTHER,
    }

    /// <summary>What became of one dossier under two rubrics. Immutable.</summary>
    public sealed class DiffOutcome
    {
        internal DiffOutcome(GradeMove? move, Side? refusedBy, IReadOnlyList<ErrorEntry> errors, string json)
        {
            Move = move;
            RefusedBy = refusedBy;
            Errors = errors;
            Json = json;
        }

        /// <summary>Null: it was refused.</summary>
        public GradeMove? Move { get; }

        /// <summary>Which rubric refused it; null: none did.</summary>
        public Side? RefusedBy { get; }

        /// <summary>Why it was refused; else empty.</summary>
        public IReadOnlyList<ErrorEntry> Errors { get; }

        /// <summary>Its grades and points, and what a change of grade needs (format bontot-rubric-diff/1); null:
        /// it was refused.</summary>
        public string Json { get; }
    }

    /// <summary>
    /// One set of dossiers under an old and a new rubric: who changes grade, and what causes it. Belongs to one
    /// thread at a time; holds counts, however many are added.
    /// </summary>
    public sealed class RubricDiff : IDisposable
    {
        private readonly DiffHandle handle;
        private readonly Options options;

        /// <summary>Makes one without dossiers.</summary>
        /// <param name="before">The old rubric.</param>
        /// <param name="after">The new one.</param>
        /// <param name="options">How dossiers are read, and the language of what is written.</param>
        public RubricDiff(Rubric before, Rubric after, Options options = null)
        {
            if (before == null || after == null)
            {
                throw new ArgumentNullException(before == null ? nameof(before) : nameof(after));
            }
            this.options = options ?? Options.Default;
            using (var chosen = this.options.ToHandle())
            {
                var status = Function<bontot_diff_new>.Call(out handle, before.Handle, after.Handle, chosen, out var error);
                Status.Check(status, error, this.options.Language);
            }
        }

        /// <summary>How many dossiers a rubric refused.</summary>
        public long Refused => (long)Function<bontot_diff_refused_count>.Call(handle);

        /// <summary>Evaluates a dossier under both rubrics, and counts what comes of it. One that a rubric
        /// refuses is counted too; that is no exception, but told by what is returned.</summary>
        public DiffOutcome Add(Source dossier)
        {
            var status = Function<bontot_diff_add>.Call(handle, dossier.Bytes, dossier.Length, out var error);
            return Outcome(status, error, dossier.File);
        }

        /// <summary>Evaluates a unit's dossiers, one under each rubric, and counts what comes of them.</summary>
        /// <exception cref="MisuseException">One is of another rubric object.</exception>
        public DiffOutcome Add(Dossier before, Dossier after)
        {
            if (before == null || after == null)
            {
                throw new ArgumentNullException(before == null ? nameof(before) : nameof(after));
            }
            var status = Function<bontot_diff_add_dossiers>.Call(handle, before.Handle, after.Handle, out var error);
            return Outcome(status, error, null);
        }

        /// <summary>Returns how many grades moved so.</summary>
        public long Count(GradeMove move)
        {
            return (long)Function<bontot_diff_count>.Call(handle, (int)move);
        }

        /// <summary>Returns the last dossier's outcome as text for people.</summary>
        /// <exception cref="NotFoundException">It was refused, or there is none.</exception>
        public string LastToText()
        {
            return LastTo(Constants.BONTOT_TEXT);
        }

        /// <summary>Returns the counts of all as JSON in one line (format bontot-rubric-diff/1).</summary>
        public string ToJson()
        {
            return To(Constants.BONTOT_JSON);
        }

        /// <summary>Returns the counts of all as text for people.</summary>
        public string ToText()
        {
            return To(Constants.BONTOT_TEXT);
        }

        public void Dispose()
        {
            handle.Dispose();
        }

        private DiffOutcome Outcome(int status, ErrorHandle error, string file)
        {
            var refused = Function<bontot_diff_refused_by>.Call(handle);
            if (status == Constants.BONTOT_BAD_INPUT && refused >= 0)
            {
                using (error)
                {
                    return new DiffOutcome(null, (Side)refused, Status.Entries(error, int.MaxValue), null);
                }
            }
            Status.Check(status, error, options.Language, file);
            var move = (GradeMove)Function<bontot_diff_last_move>.Call(handle);
            return new DiffOutcome(move, null, new ErrorEntry[0], LastTo(Constants.BONTOT_JSON));
        }

        private string To(int format)
        {
            return Text.Written(options, (out TextHandle made, OptionsHandle chosen, out ErrorHandle error) =>
                Function<bontot_diff_write>.Call(out made, handle, format, chosen, out error));
        }

        private string LastTo(int format)
        {
            return Text.Written(options, (out TextHandle made, OptionsHandle chosen, out ErrorHandle error) =>
                Function<bontot_diff_write_last>.Call(out made, handle, format, chosen, out error));
        }
    }
}
