// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;

namespace Bontot
{
    /// <summary>What became of a criterion or indicator.</summary>
    public enum NodeState
    {
        /// <summary>A gate or an option made it 0.</summary>
        Voided = Constants.BONTOT_VOIDED,

        NotApplicable = Constants.BONTOT_NOT_APPLICABLE,

        /// <summary>No step fits, or there is no value: people decide.</summary>
        Uncovered = Constants.BONTOT_UNCOVERED,

        /// <summary>A fact or mark is missing.</summary>
        Unknown = Constants.BONTOT_UNKNOWN,

        /// <summary>Evidence is missing.</summary>
        Unproven = Constants.BONTOT_UNPROVEN,

        /// <summary>The most.</summary>
        Met = Constants.BONTOT_MET,

        /// <summary>The least.</summary>
        Unmet = Constants.BONTOT_UNMET,

        Partly = Constants.BONTOT_PARTLY,
    }

    /// <summary>Of which kind a criterion is; those below it are of the same.</summary>
    public enum NodeKind
    {
        Base = Constants.BONTOT_BASE,
        Bonus = Constants.BONTOT_BONUS,
        Penalty = Constants.BONTOT_PENALTY,
    }

    /// <summary>A criterion, or an indicator below one. Immutable.</summary>
    public sealed class Node
    {
        private readonly Interval figures;

        internal Node(Json said, Node parent)
        {
            Id = said["id"].Text;
            Label = said["label"].Text;
            Parent = parent;
            Kind = parent?.Kind ?? Words.Kind(said["kind"].Text);
            State = Words.State(said["state"].Text);
            HasGood = said.Has("good");
            Good = said.Maybe("good")?.MaybeTruth;
            figures = new Interval(said);
            Reason = said.Maybe("reason")?["text"].Text ?? "";
            Notes = said.List("notes", each => each["text"].Text);
            Children = said.List("indicators", each => new Node(each, this));
            Facts = Values(said.Maybe("facts"));
            Evidence = said.Texts("evidence");
            Missing = said.Texts("missing");
            Clause = said.MaybeText("clause", "");
            Marks = said.Maybe("marks")?.Members.Select(each => new Mark(each.Key, each.Value)).ToList().AsReadOnly()
                ?? (IReadOnlyList<Mark>)new Mark[0];
        }

        public string Id { get; }

        public string Label { get; }

        /// <summary>The node above; null for a criterion.</summary>
        public Node Parent { get; }

        public NodeKind Kind { get; }

        public NodeState State { get; }

        /// <summary>Whether the rubric says when this criterion is good.</summary>
        public bool HasGood { get; }

        /// <summary>Whether it is; null: it depends on what is missing, or the rubric does not say.</summary>
        public bool? Good { get; }

        /// <summary>What is sure, whatever is missing.</summary>
        public decimal Points => figures.Points;

        public string PointsText => figures.PointsText;

        /// <summary>What can be reached with what is missing.</summary>
        public decimal Possible => figures.Possible;

        public string PossibleText => figures.PossibleText;

        /// <summary>The printed maximum.</summary>
        public decimal Max => figures.Max;

        public string MaxText => figures.MaxText;

        /// <summary>Why it has its points; "" for a sum.</summary>
        public string Reason { get; }

        /// <summary>What changed the points after that.</summary>
        public IReadOnlyList<string> Notes { get; }

        /// <summary>The nodes directly below.</summary>
        public IReadOnlyList<Node> Children { get; }

        /// <summary>The facts that its rule read, where they are known.</summary>
        public IReadOnlyDictionary<string, FactValue> Facts { get; }

        /// <summary>The ids of the documents that prove it.</summary>
        public IReadOnlyList<string> Evidence { get; }

        /// <summary>What it waits for, named as in Missing.Item.</summary>
        public IReadOnlyList<string> Missing { get; }

        /// <summary>Where it stands in the published text, or "".</summary>
        public string Clause { get; }

        /// <summary>What each role gave, in order of precedence.</summary>
        public IReadOnlyList<Mark> Marks { get; }

        /// <summary>Yields this node, then all below it, each before those below it.</summary>
        public IEnumerable<Node> Walk()
        {
            return new[] { this }.Concat(Children.SelectMany(each => each.Walk()));
        }

        public override string ToString()
        {
            return $"{Id}: {figures}";
        }

        private static IReadOnlyDictionary<string, FactValue> Values(Json said)
        {
            var values = new Dictionary<string, FactValue>(StringComparer.Ordinal);
            foreach (var each in said?.Members ?? Enumerable.Empty<KeyValuePair<string, Json>>())
            {
                values.Add(each.Key, FactValue.From(each.Value));
            }
            return values;
        }
    }
}
