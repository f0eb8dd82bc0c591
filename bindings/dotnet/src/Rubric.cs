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
        private readonly Dictionary<string, int> slots = new Dictionary<string, int>(StringComparer.Ordinal);
        private readonly Dictionary<string, int> nodes = new Dictionary<string, int>(StringComparer.Ordinal);

        private Rubric(RubricHandle handle)
        {
            Handle = handle;
            var contents = new RubricContents(handle);
            Id = contents.Id;
            Version = contents.Version;
            Label = contents.Label(Language.Vietnamese);
            LabelEn = contents.Label(Language.English);
            Facts = contents.Facts();
            Roles = contents.Roles();
            Grades = contents.Grades();
            Nodes = contents.Nodes();
            for (var slot = 0; slot < Facts.Count; ++slot)
            {
                slots.Add(Facts[slot].Id, slot);
            }
            for (var node = 0; node < Nodes.Count; ++node)
            {
                nodes.Add(Nodes[node].Id, node);
            }
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

        /// <summary>The facts of the unit, by slot.</summary>
        public IReadOnlyList<Fact> Facts { get; }

        /// <summary>Who gives marks, in order of precedence: the mark of the last one counts.</summary>
        public IReadOnlyList<Labelled> Roles { get; }

        /// <summary>Best first.</summary>
        public IReadOnlyList<Labelled> Grades { get; }

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
        /// <exception cref="NotFoundException">The rubric has no such fact.</exception>
        public int SlotOf(string fact)
        {
            return slots.TryGetValue(fact ?? throw new ArgumentNullException(nameof(fact)), out var slot)
                ? slot
                : throw new NotFoundException($"the rubric has no fact \"{fact}\"");
        }

        /// <summary>Returns the number of a criterion or indicator: its place in Nodes.</summary>
        /// <exception cref="NotFoundException">The rubric has no such one.</exception>
        public int NodeOf(string id)
        {
            return nodes.TryGetValue(id ?? throw new ArgumentNullException(nameof(id)), out var node)
                ? node
                : throw new NotFoundException($"the rubric has no criterion or indicator \"{id}\"");
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
                return new Reference(made);
            }
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

        /// <summary>Makes an empty dossier, of which every fact is unknown, to be filled fact by fact.</summary>
        public Dossier NewDossier()
        {
            var status = Function<bontot_dossier_new>.Call(out var made, Handle, OptionsHandle.None, out var error);
            Status.Check(status, error, Language.Vietnamese);
            return new Dossier(made, this);
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
    }
}
