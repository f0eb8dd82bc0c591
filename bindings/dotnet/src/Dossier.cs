// SPDX-License-Identifier: BSL-1.0
using System;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>
    /// Facts, evidence, marks, members and history of one unit in one period: read from JSON, or filled piece by
    /// piece. Belongs to one thread at a time. Keeps its rubric alive.
    /// </summary>
    public sealed partial class Dossier : IDisposable
    {
        private readonly DossierHandle handle;
        private readonly Rubric rubric;

        internal Dossier(DossierHandle handle, Rubric rubric)
        {
            this.handle = handle;
            this.rubric = rubric;
        }

        /// <summary>Returns the id of the rubric that a dossier names, before it is read with one.</summary>
        /// <exception cref="NotFoundException">It names none.</exception>
        public static string RubricIdOf(Source json, Options options = null)
        {
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_dossier_rubric_id>.Call(out var made, json.Bytes, json.Length, chosen, out var error);
                using (made)
                {
                    Status.Check(status, error, options.Language, json.File);
                    return Text.Borrowed(made, (out UIntPtr length) => Function<bontot_text_data>.Call(made, out length));
                }
            }
        }

        internal DossierHandle Handle => handle;

        /// <summary>Reads a dossier into this object, which forgets what it held, and soon needs no more memory
        /// when that is done again and again. After an exception it is as it was.</summary>
        public void Read(Source json, Options options = null)
        {
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_dossier_read>.Call(handle, json.Bytes, json.Length, chosen, out var error);
                Status.Check(status, error, options.Language, json.File);
            }
        }

        public Dossier SetUnit(string id, string name = "")
        {
            var first = Utf8.Of(id ?? throw new ArgumentNullException(nameof(id)));
            var second = Utf8.Of(name ?? "");
            return Done(Function<bontot_dossier_set_unit>.Call(
                handle, first.Bytes, first.Length, second.Bytes, second.Length, out var error), error);
        }

        public Dossier SetPeriod(DateTime from, DateTime to)
        {
            return SetPeriod(Period.Day(from), Period.Day(to));
        }

        /// <summary>Sets the period by days that are written YYYY-MM-DD.</summary>
        public Dossier SetPeriod(string from, string to)
        {
            var first = Utf8.Of(from ?? throw new ArgumentNullException(nameof(from)));
            var last = Utf8.Of(to ?? throw new ArgumentNullException(nameof(to)));
            return Done(Function<bontot_dossier_set_period>.Call(
                handle, first.Bytes, first.Length, last.Bytes, last.Length, out var error), error);
        }

        /// <summary>Sets a fact that is a number.</summary>
        /// <exception cref="InputException">It is of another type, or out of the fact's range; as it was.</exception>
        /// <exception cref="NotFoundException">The rubric has no such fact.</exception>
        public Dossier Set(string fact, decimal value)
        {
            return Number.TryFrom(value, out var number)
                ? Done(Function<bontot_dossier_set_number>.Call(handle, Slot(fact), number, out var error), error)
                : SetTyped(fact, Exact.Written(value));
        }

        public Dossier Set(string fact, bool value)
        {
            return Done(Function<bontot_dossier_set_boolean>.Call(handle, Slot(fact), value ? 1 : 0, out var error), error);
        }

        /// <summary>Sets a fact that is a text or a choice.</summary>
        public Dossier Set(string fact, string value)
        {
            var text = Utf8.Of(value ?? throw new ArgumentNullException(nameof(value), "Clear makes a fact unknown"));
            return Done(Function<bontot_dossier_set_text>.Call(handle, Slot(fact), text.Bytes, text.Length, out var error), error);
        }

        public Dossier Set(string fact, DateTime value)
        {
            return SetDate(fact, Period.Day(value));
        }

        /// <summary>Sets a fact that is a date, which is written YYYY-MM-DD.</summary>
        public Dossier SetDate(string fact, string day)
        {
            var text = Utf8.Of(day ?? throw new ArgumentNullException(nameof(day)));
            return Done(Function<bontot_dossier_set_date>.Call(handle, Slot(fact), text.Bytes, text.Length, out var error), error);
        }

        /// <summary>Makes a fact unknown.</summary>
        public Dossier Clear(string fact)
        {
            return Done(Function<bontot_dossier_clear>.Call(handle, Slot(fact), out var error), error);
        }

        /// <summary>Sets a fact from a text as it is typed: a number of any length, true or false, a date
        /// YYYY-MM-DD, a choice or a text, by the fact's type.</summary>
        public Dossier SetTyped(string fact, string text)
        {
            var id = Utf8.Of(fact ?? throw new ArgumentNullException(nameof(fact)));
            var value = Utf8.Of(text ?? throw new ArgumentNullException(nameof(text)));
            return Done(Function<bontot_dossier_set>.Call(
                handle, id.Bytes, id.Length, value.Bytes, value.Length, out var error), error);
        }

        /// <summary>Gives a dossier that was filled fact by fact what a committee says of its unit, once the unit
        /// is set.</summary>
        public Dossier Apply(Reference reference)
        {
            if (reference == null)
            {
                throw new ArgumentNullException(nameof(reference));
            }
            return Done(Function<bontot_dossier_apply>.Call(handle, reference.Handle, out var error), error);
        }

        /// <summary>Scores the dossier.</summary>
        /// <param name="options">The language.</param>
        /// <param name="asOf">The last role whose marks count; null: every role's.</param>
        /// <exception cref="InputException">Facts that were set break a rule of consistency.</exception>
        /// <exception cref="NotFoundException">The rubric has no such role.</exception>
        public Result Evaluate(Options options = null, string asOf = null)
        {
            options = options ?? Options.Default;
            Status.Check(
                Function<bontot_result_new>.Call(out var made, OptionsHandle.None, out var error), error, options.Language);
            try
            {
                EvaluateInto(made, options.Language, asOf);
                return new Result(made, options.Language);
            }
            catch
            {
                made.Dispose();
                throw;
            }
        }

        /// <summary>Finds what the unit has to change to reach a grade, with the least total effort.</summary>
        /// <param name="grade">Its id; null: the next better one than it has.</param>
        /// <param name="options">The language.</param>
        /// <param name="asOf">The last role whose marks count; null: every role's.</param>
        /// <exception cref="NotFoundException">The rubric has no such grade or role.</exception>
        public GradePath PathTo(string grade = null, Options options = null, string asOf = null)
        {
            options = options ?? Options.Default;
            var to = Utf8.Of(grade);
            var role = Utf8.Of(asOf);
            var status = Function<bontot_path_to>.Call(
                out var made, handle, to.Bytes, to.Length, role.Bytes, role.Length, OptionsHandle.None, out var error);
            Status.Check(status, error, options.Language);
            return new GradePath(made, options.Language);
        }

        public void Dispose()
        {
            handle.Dispose();
        }

        private void EvaluateInto(ResultHandle made, Language language, string asOf)
        {
            if (asOf == null)
            {
                Status.Check(Function<bontot_evaluate>.Call(made, handle, out var error), error, language);
                return;
            }
            var role = Utf8.Of(asOf);
            var status = Function<bontot_evaluate_as_of>.Call(made, handle, role.Bytes, role.Length, out var wrong);
            Status.Check(status, wrong, language);
        }

        private UIntPtr Slot(string fact)
        {
            return (UIntPtr)(uint)rubric.SlotOf(fact);
        }

        private Dossier Done(int status, ErrorHandle error)
        {
            Status.Check(status, error, Language.Vietnamese);
            return this;
        }
    }
}
