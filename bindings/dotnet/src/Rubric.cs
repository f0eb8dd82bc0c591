// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>
    /// One published scoring sheet, compiled. Immutable: one rubric serves all threads. Freed by Dispose or by
    /// the garbage collector; what was made with it stays.
    /// </summary>
    public sealed class Rubric : IDisposable
    {
        private readonly Exact? totalLeast;
        private readonly Exact? totalMost;

        private Rubric(RubricHandle handle)
        {
            Handle = handle;
            var contents = new RubricContents(handle);
            Id = contents.Said((out UIntPtr length) => Function<bontot_rubric_id>.Call(handle, out length));
            Version = contents.Said((out UIntPtr length) => Function<bontot_rubric_version>.Call(handle, out length));
            var label = contents.Both((int language, out UIntPtr length) => Function<bontot_rubric_label>.Call(handle, language, out length));
            Label = label.Vi;
            LabelEn = label.En;
            Origin = new RubricOrigin(handle, contents);
            PeriodMonths = Function<bontot_rubric_period_months>.Call(handle);
            UnitKinds = Index.Each(Function<bontot_rubric_unit_kind_count>.Call(handle), kind =>
                contents.Said((out UIntPtr length) => Function<bontot_rubric_unit_kind>.Call(handle, kind, out length)));
            totalLeast = TotalBound(Constants.BONTOT_LEAST);
            totalMost = TotalBound(Constants.BONTOT_MOST);
            Facts = contents.Facts();
            Fields = contents.Fields();
            Roles = contents.Roles();
            Grades = contents.Grades();
            Nodes = contents.Nodes(Roles);
            Gates = contents.Gates();
            Checks = contents.Checks();
            Rules = contents.Rules();
        }

        /// <summary>The ids of the rubrics that the library carries.</summary>
        public static IReadOnlyList<string> Builtins
        {
            get
            {
                var ids = new string[Function<bontot_builtin_count>.Call().ToUInt64()];
                for (var index = 0; index < ids.Length; ++index)
                {
                    ids[index] = Utf8.Copy(Function<bontot_builtin_id>.Call((UIntPtr)(uint)index));
                }
                return Array.AsReadOnly(ids);
            }
        }

        public string Id { get; }

        public string Version { get; }

        /// <summary>In Vietnamese.</summary>
        public string Label { get; }

        /// <summary>In English.</summary>
        public string LabelEn { get; }

        /// <summary>The document that it comes from.</summary>
        public RubricOrigin Origin { get; }

        /// <summary>How many months a period is long; 0: any length.</summary>
        public int PeriodMonths { get; }

        /// <summary>The kinds of unit that it is for; empty: any.</summary>
        public IReadOnlyList<string> UnitKinds { get; }

        /// <summary>What the total is never below; null: there is no bound.</summary>
        public decimal? TotalLeast => totalLeast?.Value;

        public string TotalLeastText => totalLeast?.Text;

        /// <summary>What the total is never above; null: there is no bound.</summary>
        public decimal? TotalMost => totalMost?.Value;

        public string TotalMostText => totalMost?.Text;

        /// <summary>The facts of the unit, by slot.</summary>
        public IReadOnlyList<Fact> Facts { get; }

        /// <summary>The facts of members, by number.</summary>
        public IReadOnlyList<Fact> Fields { get; }

        /// <summary>Who gives marks, in order of precedence: the mark of the last one counts.</summary>
        public IReadOnlyList<Role> Roles { get; }

        /// <summary>Best first.</summary>
        public IReadOnlyList<RubricGrade> Grades { get; }

        /// <summary>In the order in which they apply.</summary>
        public IReadOnlyList<RubricGate> Gates { get; }

        public IReadOnlyList<RubricCheck> Checks { get; }

        /// <summary>The rules of consistency.</summary>
        public IReadOnlyList<RubricRule> Rules { get; }

        /// <summary>The criteria and indicators, each before those below it.</summary>
        public IReadOnlyList<RubricNode> Nodes { get; }

        internal RubricHandle Handle { get; }

        /// <summary>Returns a rubric that the library carries.</summary>
        /// <exception cref="NotFoundException">There is none of this id.</exception>
        public static Rubric Builtin(string id, Options options = null)
        {
            if (id == null || id.IndexOf('\0') >= 0)
            {
                throw new NotFoundException($"there is no built-in rubric \"{id}\"");
            }
            options = options ?? Options.Default;
            var status = Function<bontot_rubric_builtin>.Call(out var made, Utf8.ZeroEnded(id), OptionsHandle.None, out var error);
            Status.Check(status, error, options.Language);
            return new Rubric(made);
        }

        /// <summary>Reads a rubric from JSON (format bontot-rubric/1).</summary>
        /// <exception cref="InputException">With everything that is wrong with it.</exception>
        public static Rubric Load(Source json, Options options = null)
        {
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_rubric_load>.Call(out var made, json.Bytes, json.Length, chosen, out var error);
                Status.Check(status, error, options.Language, json.File);
                return new Rubric(made);
            }
        }

        /// <summary>Returns the slot of a fact: its place in Facts.</summary>
        /// <exception cref="NotFoundException">The rubric has no such fact; likewise the next ones.</exception>
        public int SlotOf(string fact)
        {
            return Index.Of(Facts, fact, "fact");
        }

        /// <summary>Returns the number of a fact of members: its place in Fields.</summary>
        public int FieldOf(string field)
        {
            return Index.Of(Fields, field, "fact of members");
        }

        /// <summary>Returns the number of a criterion or indicator: its place in Nodes.</summary>
        public int NodeOf(string id)
        {
            return Index.Of(Nodes, id, "criterion or indicator");
        }

        /// <summary>Returns the number of a role: its place in Roles.</summary>
        public int RoleOf(string role)
        {
            return Index.Of(Roles, role, "role");
        }

        /// <summary>Returns the number of a gate: its place in Gates.</summary>
        public int GateOf(string gate)
        {
            return Index.Of(Gates, gate, "gate");
        }

        /// <summary>Returns the rubric as text for people: criteria, lines, how each is scored, gates, grades,
        /// checks.</summary>
        public string Describe(Options options = null)
        {
            return Text.Written(options, (out TextHandle made, OptionsHandle chosen, out ErrorHandle error) =>
                Function<bontot_rubric_describe>.Call(out made, Handle, chosen, out error));
        }

        /// <summary>Returns an empty dossier as JSON: every fact is null, and stands in "guide" with its label,
        /// type and range.</summary>
        public string Template(Options options = null)
        {
            return Text.Written(options, (out TextHandle made, OptionsHandle chosen, out ErrorHandle error) =>
                Function<bontot_rubric_template>.Call(out made, Handle, chosen, out error));
        }

        /// <summary>Evaluates the rubric's examples.</summary>
        public ExampleReport Test(Options options = null)
        {
            var failed = UIntPtr.Zero;
            var text = Text.Written(options, (out TextHandle made, OptionsHandle chosen, out ErrorHandle error) =>
                Function<bontot_rubric_test>.Call(out made, out failed, Handle, chosen, out error));
            return new ExampleReport((int)failed, text);
        }

        /// <summary>Looks for faults: maxima that do not add up, grades that nobody can have, steps with gaps.</summary>
        /// <param name="json">What the rubric was read from, for lines and columns; null: they are 0.</param>
        /// <param name="options">The language.</param>
        public Lint Lint(Source? json = null, Options options = null)
        {
            options = options ?? Options.Default;
            var length = json?.Length ?? UIntPtr.Zero;
            var status = Function<bontot_rubric_lint>.Call(
                out var made, Handle, json?.Bytes, length, OptionsHandle.None, out var error);
            Status.Check(status, error, options.Language, json?.File);
            using (made)
            {
                return new Lint(made, options);
            }
        }

        /// <summary>Reads what a committee gives for its units (format bontot-reference/1).</summary>
        /// <exception cref="InputException">With everything that is wrong with it.</exception>
        public Reference ReadReference(Source json, Options options = null)
        {
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_reference_load>.Call(
                    out var made, Handle, json.Bytes, json.Length, chosen, out var error);
                Status.Check(status, error, options.Language, json.File);
                return new Reference(made, this);
            }
        }

        /// <summary>Makes a reference that says nothing, to be filled piece by piece.</summary>
        public Reference NewReference()
        {
            var status = Function<bontot_reference_new>.Call(out var made, Handle, OptionsHandle.None, out var error);
            Status.Check(status, error, Language.Vietnamese);
            return new Reference(made, this);
        }

        /// <summary>Reads a dossier (format bontot-dossier/1).</summary>
        /// <exception cref="InputException">With everything that is wrong with it.</exception>
        public Dossier ReadDossier(Source json, Options options = null)
        {
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_dossier_load>.Call(
                    out var made, Handle, json.Bytes, json.Length, chosen, out var error);
                Status.Check(status, error, options.Language, json.File);
                return new Dossier(made, this);
            }
        }

        /// <summary>Makes an empty dossier, of which every fact is unknown, to be filled piece by piece.</summary>
        /// <param name="options">Trust counts: who is believed.</param>
        public Dossier NewDossier(Options options = null)
        {
            options = options ?? Options.Default;
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_dossier_new>.Call(out var made, Handle, chosen, out var error);
                Status.Check(status, error, options.Language);
                return new Dossier(made, this);
            }
        }

        /// <summary>Scores a dossier (format bontot-dossier/1).</summary>
        /// <param name="dossier">Text, UTF-8 or a file.</param>
        /// <param name="options">Language, AllowOtherRubric, Trust, Reference and SizeLimit count.</param>
        /// <param name="asOf">The last role whose marks count; null: every role's.</param>
        /// <exception cref="InputException">With everything that is wrong with it.</exception>
        /// <exception cref="NotFoundException">The rubric has no such role.</exception>
        public Result Evaluate(Source dossier, Options options = null, string asOf = null)
        {
            using (var read = ReadDossier(dossier, options))
            {
                return read.Evaluate(options, asOf);
            }
        }

        /// <summary>Finds what a unit has to change to reach a grade, with the least total effort.</summary>
        /// <param name="dossier">Text, UTF-8 or a file.</param>
        /// <param name="grade">Its id; null: the next better one than the dossier has.</param>
        /// <param name="options">As in <see cref="Evaluate"/>.</param>
        /// <param name="asOf">As in <see cref="Evaluate"/>.</param>
        /// <exception cref="NotFoundException">The rubric has no such grade or role.</exception>
        public GradePath PathTo(Source dossier, string grade = null, Options options = null, string asOf = null)
        {
            using (var read = ReadDossier(dossier, options))
            {
                return read.PathTo(grade, options, asOf);
            }
        }

        public void Dispose()
        {
            Handle.Dispose();
        }

        public override string ToString()
        {
            return $"{Id} {Version}";
        }

        private Exact? TotalBound(int end)
        {
            return Exact.Maybe(Text.Filled((buffer, room) =>
                Function<bontot_rubric_total_bound_text>.Call(Handle, end, buffer, room)));
        }
    }

    /// <summary>The document that a rubric comes from; "" is what the rubric does not say. Immutable.</summary>
    public sealed class RubricOrigin
    {
        internal RubricOrigin(RubricHandle rubric, RubricContents contents)
        {
            Document = contents.Said((out UIntPtr length) => Function<bontot_rubric_document>.Call(rubric, out length));
            Issued = contents.Said((out UIntPtr length) => Function<bontot_rubric_issued>.Call(rubric, out length));
            Issuer = contents.Said((out UIntPtr length) => Function<bontot_rubric_issuer>.Call(rubric, out length));
            Uri = contents.Said((out UIntPtr length) => Function<bontot_rubric_uri>.Call(rubric, out length));
            ValidFrom = contents.Said((out UIntPtr length) => Function<bontot_rubric_valid_from>.Call(rubric, out length));
            var note = contents.Both((int language, out UIntPtr length) => Function<bontot_rubric_note>.Call(rubric, language, out length));
            Note = note.Vi;
            NoteEn = note.En;
        }

        /// <summary>Its number.</summary>
        public string Document { get; }

        /// <summary>The day of its issue, YYYY-MM-DD.</summary>
        public string Issued { get; }

        public string Issuer { get; }

        public string Uri { get; }

        /// <summary>The day from which the rubric is valid, YYYY-MM-DD.</summary>
        public string ValidFrom { get; }

        /// <summary>A plain note about it, in Vietnamese.</summary>
        public string Note { get; }

        /// <summary>In English.</summary>
        public string NoteEn { get; }
    }
}
