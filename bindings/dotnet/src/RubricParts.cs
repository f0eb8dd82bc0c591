// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;

namespace Bontot
{
    /// <summary>What a fact is.</summary>
    public enum FactType
    {
        Number = Constants.BONTOT_FACT_NUMBER,
        Boolean = Constants.BONTOT_FACT_BOOLEAN,
        Text = Constants.BONTOT_FACT_TEXT,
        Date = Constants.BONTOT_FACT_DATE,
        Choice = Constants.BONTOT_FACT_CHOICE,
    }

    /// <summary>How the points of a node come about.</summary>
    public enum ScoreKind
    {
        /// <summary>No line: from the nodes below it.</summary>
        Group = Constants.BONTOT_SCORE_GROUP,

        Condition = Constants.BONTOT_SCORE_CONDITION,
        Choice = Constants.BONTOT_SCORE_CHOICE,
        Steps = Constants.BONTOT_SCORE_STEPS,
        Proportional = Constants.BONTOT_SCORE_PROPORTIONAL,
        Deductions = Constants.BONTOT_SCORE_DEDUCTIONS,
        Additions = Constants.BONTOT_SCORE_ADDITIONS,

        /// <summary>People give them.</summary>
        Mark = Constants.BONTOT_SCORE_MARK,

        Formula = Constants.BONTOT_SCORE_FORMULA,
    }

    /// <summary>What a gate does when it fires.</summary>
    public enum GateEffect
    {
        VoidsNode = Constants.BONTOT_VOIDS_NODE,

        /// <summary>A criterion is not good.</summary>
        NotGood = Constants.BONTOT_NOT_GOOD,

        /// <summary>No better grade than this.</summary>
        GradeAtMost = Constants.BONTOT_GRADE_AT_MOST,

        /// <summary>So many grades down.</summary>
        GradeDown = Constants.BONTOT_GRADE_DOWN,

        GradeIs = Constants.BONTOT_GRADE_IS,
    }

    /// <summary>Something that a rubric names. Immutable.</summary>
    public class Labelled
    {
        internal Labelled(string id, Both label)
        {
            Id = id;
            Label = label.Vi;
            LabelEn = label.En;
        }

        public string Id { get; }

        /// <summary>In Vietnamese.</summary>
        public string Label { get; }

        /// <summary>In English.</summary>
        public string LabelEn { get; }

        public override string ToString()
        {
            return Id;
        }
    }

    /// <summary>What a fact is made from.</summary>
    internal sealed class FactParts
    {
        internal int Number;
        internal string Id;
        internal Both Label;
        internal Both Unit;
        internal FactType Type;
        internal Func<int, string> Bound;
        internal bool IsInteger;
        internal bool IsByCommittee;
        internal bool IsFromResults;
        internal bool IsRead;
        internal IReadOnlyList<string> Choices;
    }

    /// <summary>One fact of the unit, or of members, that a rubric asks for. Immutable.</summary>
    public sealed class Fact : Labelled
    {
        private readonly Exact? least;
        private readonly Exact? most;

        internal Fact(FactParts parts)
            : base(parts.Id, parts.Label)
        {
            Slot = parts.Number;
            Type = parts.Type;
            Unit = parts.Unit.Vi;
            UnitEn = parts.Unit.En;
            least = Exact.Maybe(parts.Bound(Constants.BONTOT_LEAST));
            most = Exact.Maybe(parts.Bound(Constants.BONTOT_MOST));
            IsInteger = parts.IsInteger;
            IsByCommittee = parts.IsByCommittee;
            IsFromResults = parts.IsFromResults;
            IsRead = parts.IsRead;
            Choices = parts.Choices;
        }

        /// <summary>Its place in the rubric, from 0.</summary>
        public int Slot { get; }

        public FactType Type { get; }

        /// <summary>What it is counted in, in Vietnamese; "": the rubric does not say.</summary>
        public string Unit { get; }

        /// <summary>In English.</summary>
        public string UnitEn { get; }

        /// <summary>The end of a number's range; null: it has none.</summary>
        public decimal? Least => least?.Value;

        public string LeastText => least?.Text;

        /// <summary>The end of a number's range; null: it has none.</summary>
        public decimal? Most => most?.Value;

        public string MostText => most?.Text;

        public bool IsInteger { get; }

        /// <summary>Whether the committee gives it, in a reference.</summary>
        public bool IsByCommittee { get; }

        /// <summary>Whether it is worked out from results of others, where there are such.</summary>
        public bool IsFromResults { get; }

        /// <summary>Whether the rubric reads it in any way at all.</summary>
        public bool IsRead { get; }

        /// <summary>Empty: it is no choice.</summary>
        public IReadOnlyList<string> Choices { get; }
    }

    /// <summary>Who gives marks. Immutable.</summary>
    public sealed class Role : Labelled
    {
        internal Role(string id, Both label, bool overrides)
            : base(id, label)
        {
            Overrides = overrides;
        }

        /// <summary>Whether it may mark any line, in place of what its rules give.</summary>
        public bool Overrides { get; }
    }

    /// <summary>A grade of a rubric. Immutable.</summary>
    public sealed class RubricGrade : Labelled
    {
        internal RubricGrade(string id, Both label, string clause, bool hasQuota)
            : base(id, label)
        {
            Clause = clause;
            HasQuota = hasQuota;
        }

        /// <summary>Where it stands in the published text, or "".</summary>
        public string Clause { get; }

        /// <summary>Whether only so many units may have it.</summary>
        public bool HasQuota { get; }
    }

    /// <summary>A gate of a rubric. Immutable.</summary>
    public sealed class RubricGate : Labelled
    {
        internal RubricGate(string id, Both label, string clause, GateEffect effect, int target)
            : base(id, label)
        {
            Clause = clause;
            Effect = effect;
            Target = target;
        }

        /// <summary>Where it stands in the published text, or "".</summary>
        public string Clause { get; }

        public GateEffect Effect { get; }

        /// <summary>The number of a node or grade, or how many grades.</summary>
        public int Target { get; }
    }

    /// <summary>A policy check of a rubric. Immutable.</summary>
    public sealed class RubricCheck
    {
        internal RubricCheck(string id, Both message, string clause, Severity severity)
        {
            Id = id;
            Message = message.Vi;
            MessageEn = message.En;
            Clause = clause;
            Severity = severity;
        }

        public string Id { get; }

        /// <summary>What it says when it fails, in Vietnamese.</summary>
        public string Message { get; }

        /// <summary>In English.</summary>
        public string MessageEn { get; }

        /// <summary>Where it stands in the published text, or "".</summary>
        public string Clause { get; }

        public Severity Severity { get; }
    }

    /// <summary>A rule of consistency, without which a dossier is wrong. Immutable.</summary>
    public sealed class RubricRule
    {
        internal RubricRule(string id, Both message)
        {
            Id = id;
            Message = message.Vi;
            MessageEn = message.En;
        }

        public string Id { get; }

        /// <summary>What it says when it does not hold, in Vietnamese.</summary>
        public string Message { get; }

        /// <summary>In English.</summary>
        public string MessageEn { get; }
    }

    /// <summary>What a node is made from.</summary>
    internal sealed class NodeParts
    {
        internal string Id;
        internal Both Label;
        internal string Clause;
        internal int? Parent;
        internal NodeKind Kind;
        internal Func<int, string> Bound;
        internal ScoreKind Score;
        internal int Effort;
        internal IReadOnlyList<int> Facts;
        internal IReadOnlyList<string> MarkedBy;
        internal string MarkStep;
        internal bool AsksComment;
        internal bool AsksEvidence;
        internal IReadOnlyList<string> EvidenceKinds;
    }

    /// <summary>A criterion of a rubric, or an indicator below one. Immutable.</summary>
    public sealed class RubricNode : Labelled
    {
        private readonly Exact least;
        private readonly Exact most;
        private readonly Exact? markStep;

        internal RubricNode(NodeParts parts)
            : base(parts.Id, parts.Label)
        {
            Clause = parts.Clause;
            Parent = parts.Parent;
            Kind = parts.Kind;
            least = new Exact(parts.Bound(Constants.BONTOT_LEAST));
            most = new Exact(parts.Bound(Constants.BONTOT_MOST));
            Score = parts.Score;
            Effort = parts.Effort;
            Facts = parts.Facts;
            MarkedBy = parts.MarkedBy;
            markStep = Exact.Maybe(parts.MarkStep);
            AsksComment = parts.AsksComment;
            AsksEvidence = parts.AsksEvidence;
            EvidenceKinds = parts.EvidenceKinds;
        }

        /// <summary>Where it stands in the published text, or "".</summary>
        public string Clause { get; }

        /// <summary>The number of the one that it is under; null: it is a criterion.</summary>
        public int? Parent { get; }

        public NodeKind Kind { get; }

        /// <summary>The least points that it may have.</summary>
        public decimal Least => least.Value;

        public string LeastText => least.Text;

        /// <summary>The most points that it may have.</summary>
        public decimal Most => most.Value;

        public string MostText => most.Text;

        public ScoreKind Score { get; }

        /// <summary>What it costs to raise the line, from 1 to 100; 0: it can not be changed any more.</summary>
        public int Effort { get; }

        /// <summary>The slots of the facts that its own rules read.</summary>
        public IReadOnlyList<int> Facts { get; }

        /// <summary>The ids of the roles that may mark it.</summary>
        public IReadOnlyList<string> MarkedBy { get; }

        /// <summary>What its marks are multiples of; null: of nothing.</summary>
        public decimal? MarkStep => markStep?.Value;

        public string MarkStepText => markStep?.Text;

        /// <summary>Whether a mark below the maximum needs a comment.</summary>
        public bool AsksComment { get; }

        /// <summary>Whether the line asks for evidence.</summary>
        public bool AsksEvidence { get; }

        /// <summary>The kinds of document that it accepts; empty: any or none.</summary>
        public IReadOnlyList<string> EvidenceKinds { get; }
    }

    /// <summary>What became of the examples of a rubric. Immutable.</summary>
    public sealed class ExampleReport
    {
        internal ExampleReport(int failed, string text)
        {
            Failed = failed;
            Text = text;
        }

        /// <summary>How many did not give what they expect.</summary>
        public int Failed { get; }

        /// <summary>A line for each, and what differs.</summary>
        public string Text { get; }
    }
}
