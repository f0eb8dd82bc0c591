// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;

namespace Bontot
{
    /// <summary>How grave something is.</summary>
    public enum Severity
    {
        Info = Constants.BONTOT_INFO,
        Warning = Constants.BONTOT_WARNING,
        Error = Constants.BONTOT_ERROR,
    }

    /// <summary>What became of a policy check.</summary>
    public enum CheckOutcome
    {
        Fail = Constants.BONTOT_NO,
        Pass = Constants.BONTOT_YES,

        /// <summary>It depends on what is missing.</summary>
        Unknown = Constants.BONTOT_OPEN,
    }

    /// <summary>A grade, with its label in one language. Immutable.</summary>
    public sealed class Grade
    {
        internal Grade(Json said)
        {
            Id = said["id"].Text;
            Label = said["label"].Text;
        }

        public string Id { get; }

        public string Label { get; }

        public override string ToString()
        {
            return Label;
        }
    }

    /// <summary>A gate, and whether it fired. Immutable.</summary>
    public sealed class Gate
    {
        internal Gate(Json said, string label)
        {
            Label = label;
            Id = said["id"].Text;
            Fired = said["fired"].MaybeTruth;
            Lifted = said.Maybe("lifted") == null ? null : new LiftedBy(said["lifted"]);
        }

        public string Id { get; }

        public string Label { get; }

        /// <summary>Null: it depends on what is missing.</summary>
        public bool? Fired { get; }

        /// <summary>The exception by which it has no effect, although it fires or may fire; else null.</summary>
        public LiftedBy Lifted { get; }
    }

    /// <summary>A recorded exception. Immutable.</summary>
    public sealed class LiftedBy
    {
        internal LiftedBy(Json said)
        {
            Reason = said["reason"].Text;
            Authority = said["authority"].Text;
            Date = said.Maybe("date")?.Date;
        }

        public string Reason { get; }

        public string Authority { get; }

        public DateTime? Date { get; }
    }

    /// <summary>Points that one role gave to a line. Immutable.</summary>
    public sealed class Mark
    {
        private readonly Exact points;

        internal Mark(string role, Json said)
        {
            Role = role;
            points = said["points"].Number;
            Comment = said.MaybeText("comment", "");
            Reason = said.MaybeText("reason", "");
            By = said.MaybeText("by", "");
            Date = said.Maybe("date")?.Date;
        }

        public string Role { get; }

        public decimal Points => points.Value;

        public string PointsText => points.Text;

        public string Comment { get; }

        public string Reason { get; }

        public string By { get; }

        public DateTime? Date { get; }
    }

    /// <summary>What the result would be as of one role. Immutable.</summary>
    public sealed class RoleColumn
    {
        internal RoleColumn(Json said)
        {
            Role = said["role"].Text;
            Total = new Figures(said);
            Grade = said["grade"].Text;
            GradePossible = said["grade_possible"].Text;
            Nodes = said["nodes"].Members.ToDictionary(each => each.Key, each => new Figures(each.Value));
        }

        public string Role { get; }

        public Figures Total { get; }

        /// <summary>The id of the grade that is sure.</summary>
        public string Grade { get; }

        public string GradePossible { get; }

        /// <summary>By the id of criterion or indicator.</summary>
        public IReadOnlyDictionary<string, Figures> Nodes { get; }
    }

    /// <summary>A policy check, which changes no points. Immutable.</summary>
    public sealed class PolicyCheck
    {
        internal PolicyCheck(Json said)
        {
            Id = said["id"].Text;
            Outcome = Words.Outcome(said["outcome"].Text);
            Severity = Words.Severity(said["severity"].Text);
            Message = said["text"].Text;
        }

        public string Id { get; }

        public CheckOutcome Outcome { get; }

        public Severity Severity { get; }

        /// <summary>What is the matter when it fails.</summary>
        public string Message { get; }
    }

    /// <summary>Something that the dossier lacks. Immutable.</summary>
    public sealed class Missing
    {
        private readonly Exact worth;

        internal Missing(Json said)
        {
            Item = said["item"].Text;
            Label = said["label"].Text;
            worth = said["worth"].Number;
            Lines = said.Texts("lines");
            Also = said.Texts("also");
            Decides = said.Texts("decides");
        }

        /// <summary>Such as "petitions.upheld", "members.grade", "evidence:3.1" or "mark:2.2".</summary>
        public string Item { get; }

        public string Label { get; }

        /// <summary>The points that wait for it, over all its lines.</summary>
        public decimal Worth => worth.Value;

        public string WorthText => worth.Text;

        /// <summary>The lines that wait for it.</summary>
        public IReadOnlyList<string> Lines { get; }

        /// <summary>What else those lines wait for.</summary>
        public IReadOnlyList<string> Also { get; }

        /// <summary>What else waits for it, such as "grade:excellent".</summary>
        public IReadOnlyList<string> Decides { get; }
    }

    /// <summary>Something that people must look at, such as a division by 0. Immutable.</summary>
    public sealed class Finding
    {
        internal Finding(Json said)
        {
            Code = said["code"].Text;
            At = said["at"].Text;
            Expression = said.MaybeText("expression");
        }

        public string Code { get; }

        public string At { get; }

        /// <summary>Null: it is about none.</summary>
        public string Expression { get; }
    }

    /// <summary>The library's words, as enumerations.</summary>
    internal static class Words
    {
        internal static NodeState State(string word)
        {
            return (NodeState)Place(word, "voided", "not_applicable", "uncovered", "unknown", "unproven", "met", "unmet", "partly");
        }

        internal static NodeKind Kind(string word)
        {
            return (NodeKind)Place(word, "base", "bonus", "penalty");
        }

        internal static CheckOutcome Outcome(string word)
        {
            return (CheckOutcome)Place(word, "fail", "pass", "unknown");
        }

        internal static Severity Severity(string word)
        {
            return (Severity)Place(word, "info", "warning", "error");
        }

        /// <summary>Returns where a word stands in the order of the constants of bontot.h.</summary>
        internal static int Place(string word, params string[] words)
        {
            var place = Array.IndexOf(words, word);
            return place < 0 ? throw new InternalException($"the library wrote \"{word}\", which is unknown here") : place;
        }
    }
}
