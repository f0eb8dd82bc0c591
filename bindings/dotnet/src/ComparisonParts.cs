// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;

namespace Bontot
{
    /// <summary>Where a node stands.</summary>
    public enum Presence
    {
        Both = Constants.BONTOT_IN_BOTH,
        BeforeOnly = Constants.BONTOT_BEFORE_ONLY,
        AfterOnly = Constants.BONTOT_AFTER_ONLY,
    }

    /// <summary>A figure on both sides; 0 where there is none. Immutable.</summary>
    public sealed class Move
    {
        private readonly Exact before;
        private readonly Exact after;
        private readonly Exact difference;

        internal Move(Json said)
        {
            before = said["before"].Number;
            after = said["after"].Number;
            difference = said["difference"].Number;
        }

        public decimal Before => before.Value;

        public string BeforeText => before.Text;

        public decimal After => after.Value;

        public string AfterText => after.Text;

        /// <summary>After less Before, exactly.</summary>
        public decimal Difference => difference.Value;

        public string DifferenceText => difference.Text;

        public override string ToString()
        {
            return $"{BeforeText} to {AfterText}";
        }
    }

    /// <summary>Whose result one side is, and what it comes to. Immutable.</summary>
    public sealed class Compared
    {
        private readonly Exact completeness;

        internal Compared(Json said)
        {
            RubricId = said["rubric"]["id"].Text;
            RubricVersion = said["rubric"]["version"].Text;
            UnitId = said["unit"]["id"].Text;
            UnitName = said["unit"].MaybeText("name", "");
            Period = Periods.From(said.Maybe("period"));
            AsOf = said.MaybeText("as_of");
            Grade = new Grade(said["grade"]);
            GradePossible = said["grade_possible"].Text;
            ByException = said["grade"]["by_exception"].Truth;
            completeness = said["completeness"].Number;
        }

        public string RubricId { get; }

        public string RubricVersion { get; }

        public string UnitId { get; }

        public string UnitName { get; }

        public Period Period { get; }

        /// <summary>The last role whose marks counted, or null.</summary>
        public string AsOf { get; }

        public Grade Grade { get; }

        public string GradePossible { get; }

        public bool ByException { get; }

        public decimal Completeness => completeness.Value;

        public string CompletenessText => completeness.Text;
    }

    /// <summary>A criterion or indicator of either side. The difference of its points is the sum of its children's
    /// and of Remainder. Immutable.</summary>
    public sealed class NodeChange
    {
        private static readonly Exact Nothing = new Exact("0");
        private readonly Exact remainder;
        private readonly Exact possibleRemainder;

        internal NodeChange(Json said, NodeChange parent)
        {
            Id = said["id"].Text;
            Label = said["label"].Text;
            Clause = said.MaybeText("clause", "");
            Parent = parent;
            Where = (Presence)Words.Place(said["in"].Text, "both", "before", "after");
            Elsewhere = Other(said, "moved_to") ?? Other(said, "moved_from");
            Points = new Move(said["points"]);
            Possible = new Move(said["possible"]);
            Max = new Move(said["max"]);
            remainder = said.Maybe("remainder")?["points"].Number ?? Nothing;
            possibleRemainder = said.Maybe("remainder")?["possible"].Number ?? Nothing;
            Changed = said["changed"].Truth;
            Before = said.Maybe("before") == null ? null : new NodeSide(said["before"]);
            After = said.Maybe("after") == null ? null : new NodeSide(said["after"]);
            Facts = said.Maybe("facts")?.Members.Select(each => new FactChange(each.Key, each.Value)).ToList()
                ?? new List<FactChange>();
            Marks = said.Maybe("marks")?.Members.Select(each => new MarkChange(each.Key, each.Value)).ToList()
                ?? new List<MarkChange>();
            EvidenceAdded = said.Maybe("evidence")?.Texts("added") ?? new string[0];
            EvidenceRemoved = said.Maybe("evidence")?.Texts("removed") ?? new string[0];
            Children = said.List("indicators", each => new NodeChange(each, this));
        }

        public string Id { get; }

        public string Label { get; }

        public string Clause { get; }

        /// <summary>The node above; null for a criterion.</summary>
        public NodeChange Parent { get; }

        public Presence Where { get; }

        /// <summary>Of one that stands under another parent on the other side: the id of that parent, "" when it
        /// is a criterion there. Else null.</summary>
        public string Elsewhere { get; }

        public Move Points { get; }

        public Move Possible { get; }

        public Move Max { get; }

        /// <summary>What the children's differences do not say: rounding, clamp, rescaling, a void, the highest.</summary>
        public decimal Remainder => remainder.Value;

        public string RemainderText => remainder.Text;

        public decimal PossibleRemainder => possibleRemainder.Value;

        public string PossibleRemainderText => possibleRemainder.Text;

        /// <summary>Whether anything about it differs; the rest is told only then.</summary>
        public bool Changed { get; }

        public NodeSide Before { get; }

        public NodeSide After { get; }

        /// <summary>The facts it used whose value is not the same.</summary>
        public IReadOnlyList<FactChange> Facts { get; }

        public IReadOnlyList<MarkChange> Marks { get; }

        public IReadOnlyList<string> EvidenceAdded { get; }

        public IReadOnlyList<string> EvidenceRemoved { get; }

        /// <summary>The nodes directly below.</summary>
        public IReadOnlyList<NodeChange> Children { get; }

        /// <summary>Yields this node, then all below it, each before those below it.</summary>
        public IEnumerable<NodeChange> Walk()
        {
            return new[] { this }.Concat(Children.SelectMany(each => each.Walk()));
        }

        // The parent is null in the JSON when the node is a criterion there.
        private static string Other(Json said, string name)
        {
            return said.Has(name) ? said.MaybeText(name, "") : null;
        }
    }

    /// <summary>What one result says of a criterion or indicator. Immutable.</summary>
    public sealed class NodeSide
    {
        internal NodeSide(Json said)
        {
            Label = said["label"].Text;
            Clause = said.MaybeText("clause", "");
            State = Words.State(said["state"].Text);
            HasGood = said.Has("good");
            Good = said.Maybe("good")?.MaybeTruth;
            Reason = said.Maybe("reason")?["text"].Text ?? "";
            Notes = said.List("notes", each => each["text"].Text);
        }

        public string Label { get; }

        public string Clause { get; }

        public NodeState State { get; }

        public bool HasGood { get; }

        /// <summary>Of a criterion with a rule for it; null: open, or there is no rule.</summary>
        public bool? Good { get; }

        public string Reason { get; }

        public IReadOnlyList<string> Notes { get; }
    }

    /// <summary>A fact whose value is not the same. Immutable.</summary>
    public sealed class FactChange
    {
        internal FactChange(string id, Json said)
        {
            Id = id;
            Before = FactValue.From(said["before"]);
            After = FactValue.From(said["after"]);
        }

        public string Id { get; }

        /// <summary>Null: not known, or read by no line.</summary>
        public FactValue Before { get; }

        public FactValue After { get; }
    }

    /// <summary>A mark that is not the same. Immutable.</summary>
    public sealed class MarkChange
    {
        private readonly Exact? before;
        private readonly Exact? after;

        internal MarkChange(string role, Json said)
        {
            Role = role;
            before = said.MaybeNumber("before");
            after = said.MaybeNumber("after");
        }

        public string Role { get; }

        /// <summary>Null: this role gave no mark.</summary>
        public decimal? Before => before?.Value;

        public string BeforeText => before?.Text;

        public decimal? After => after?.Value;

        public string AfterText => after?.Text;
    }

    /// <summary>Whether a gate fired.</summary>
    public enum Fired
    {
        No = Constants.BONTOT_NO,
        Yes = Constants.BONTOT_YES,

        /// <summary>It depends on what is missing.</summary>
        Open = Constants.BONTOT_OPEN,
    }

    /// <summary>A gate that is not the same on both sides. Immutable.</summary>
    public sealed class GateChange
    {
        internal GateChange(Json said)
        {
            Id = said["id"].Text;
            Before = Side(said, "before");
            After = Side(said, "after");
            WasLifted = said.Maybe("lifted")?["before"].Truth ?? false;
            IsLifted = said.Maybe("lifted")?["after"].Truth ?? false;
        }

        public string Id { get; }

        /// <summary>Null: there is no such gate.</summary>
        public Fired? Before { get; }

        public Fired? After { get; }

        public bool WasLifted { get; }

        public bool IsLifted { get; }

        private static Fired? Side(Json said, string name)
        {
            if (!said.Has(name))
            {
                return null;
            }
            return said[name].IsNull ? Fired.Open : said[name].Truth ? Fired.Yes : Fired.No;
        }
    }

    /// <summary>A check that is not the same on both sides. Immutable.</summary>
    public sealed class CheckChange
    {
        internal CheckChange(Json said)
        {
            Id = said["id"].Text;
            Before = Side(said, "before");
            After = Side(said, "after");
            Severity = Words.Severity(said["severity"].Text);
            Message = said["text"].Text;
        }

        public string Id { get; }

        /// <summary>Null: there is no such check.</summary>
        public CheckOutcome? Before { get; }

        public CheckOutcome? After { get; }

        public Severity Severity { get; }

        public string Message { get; }

        private static CheckOutcome? Side(Json said, string name)
        {
            var word = said.MaybeText(name);
            return word == null ? (CheckOutcome?)null : Words.Outcome(word);
        }
    }
}
