// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>What evaluating one dossier says, with labels and sentences in the language of the evaluation
    /// (format bontot-result/1).</summary>
    public sealed class Result : Document
    {
        private readonly Exact completeness;

        internal Result(ResultHandle handle, Language language)
            : this(handle, language, Told(handle, Constants.BONTOT_JSON, language))
        {
        }

        private Result(ResultHandle handle, Language language, string json)
            : base(handle, json)
        {
            Handle = handle;
            Language = language;
            var said = Json.Parse(json);
            RubricId = said["rubric"]["id"].Text;
            RubricVersion = said["rubric"]["version"].Text;
            UnitId = said["unit"]["id"].Text;
            UnitName = said["unit"].MaybeText("name", "");
            UnitKind = Text.Borrowed(handle, (out UIntPtr length) => Function<bontot_result_unit_kind>.Call(handle, out length));
            UnitGroup = Text.Borrowed(handle, (out UIntPtr length) => Function<bontot_result_unit_group>.Call(handle, out length));
            RubricLabel = Text.Borrowed(handle, (out UIntPtr length) =>
                Function<bontot_result_rubric_label>.Call(handle, (int)language, out length));
            Period = Periods.From(said.Maybe("period"));
            Total = new Interval(said["total"]);
            Grade = new Grade(said["grade"]);
            ByException = said["grade"]["by_exception"].Truth;
            AsOf = said.MaybeText("as_of");
            GradePossible = said["grade_possible"].Text;
            Reachable = said.Texts("reachable");
            completeness = said["completeness"].Number;
            Criteria = said.List("criteria", each => new Node(each, null));
            Nodes = Criteria.SelectMany(each => each.Walk()).ToList().AsReadOnly();
            Gates = said.List("gates", each => each).Select((each, gate) => new Gate(each, GateLabel((uint)gate))).ToList().AsReadOnly();
            Checks = said.List("checks", each => new PolicyCheck(each));
            Findings = said.List("findings", each => new Finding(each));
            Missing = said.List("missing", each => new Missing(each));
            Columns = said.List("columns", each => new RoleColumn(each));
        }

        public Language Language { get; }

        public string RubricId { get; }

        public string RubricVersion { get; }

        public string RubricLabel { get; }

        public string UnitId { get; }

        public string UnitName { get; }

        /// <summary>"": the dossier does not say; likewise the group.</summary>
        public string UnitKind { get; }

        public string UnitGroup { get; }

        /// <summary>Null: the dossier has none.</summary>
        public Period Period { get; }

        public Interval Total { get; }

        /// <summary>The grade that is sure.</summary>
        public Grade Grade { get; }

        /// <summary>Whether a gate that fired was lifted by a recorded exception.</summary>
        public bool ByException { get; }

        /// <summary>The last role whose marks counted; null: the rubric has no roles.</summary>
        public string AsOf { get; }

        /// <summary>The id of the best grade that is still possible.</summary>
        public string GradePossible { get; }

        /// <summary>The ids of all grades that are reachable, best first.</summary>
        public IReadOnlyList<string> Reachable { get; }

        /// <summary>From 0 to 1.</summary>
        public decimal Completeness => completeness.Value;

        public string CompletenessText => completeness.Text;

        public IReadOnlyList<Node> Criteria { get; }

        /// <summary>All criteria and indicators, each before those below it.</summary>
        public IReadOnlyList<Node> Nodes { get; }

        public IReadOnlyList<Gate> Gates { get; }

        public IReadOnlyList<PolicyCheck> Checks { get; }

        public IReadOnlyList<Finding> Findings { get; }

        /// <summary>What is worth most first.</summary>
        public IReadOnlyList<Missing> Missing { get; }

        /// <summary>The roles side by side, when several gave marks.</summary>
        public IReadOnlyList<RoleColumn> Columns { get; }

        internal ResultHandle Handle { get; }

        /// <summary>Returns the criterion or indicator of an id.</summary>
        /// <exception cref="NotFoundException">There is none.</exception>
        public Node Node(string id)
        {
            return Nodes.FirstOrDefault(each => each.Id == id)
                ?? throw new NotFoundException($"there is no criterion or indicator \"{id}\"");
        }

        /// <summary>Returns the figures alone as JSON in one short line (format bontot-summary/1).</summary>
        public string ToSummary()
        {
            return Told(Handle, Constants.BONTOT_SUMMARY, Language);
        }

        public override string ToString()
        {
            return $"{UnitId}: {Grade.Id}, {Total}";
        }

        internal override int Write(out TextHandle made, int format, OptionsHandle options, out ErrorHandle error)
        {
            return Function<bontot_result_write>.Call(out made, Handle, format, options, out error);
        }

        private string GateLabel(uint gate)
        {
            return Text.Borrowed(Handle, (out UIntPtr length) =>
                Function<bontot_result_gate_label>.Call(Handle, (UIntPtr)gate, (int)Language, out length));
        }

        private static string Told(ResultHandle handle, int format, Language language)
        {
            return Text.Written(
                new Options { Language = language },
                (out TextHandle made, OptionsHandle options, out ErrorHandle error) =>
                    Function<bontot_result_write>.Call(out made, handle, format, options, out error));
        }
    }
}
