// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>Whether there is a path.</summary>
    public enum PathOutcome
    {
        /// <summary>The grade, or a better one, is reached.</summary>
        Reached = Constants.BONTOT_PATH_REACHED,

        /// <summary>With all steps done together it is reached.</summary>
        Found = Constants.BONTOT_PATH_FOUND,

        /// <summary>The steps stand in each other's way.</summary>
        Conflict = Constants.BONTOT_PATH_CONFLICT,

        /// <summary>No lines lead there.</summary>
        Forbidden = Constants.BONTOT_PATH_FORBIDDEN,
    }

    /// <summary>What a unit has to change to reach a grade (format bontot-path/1).</summary>
    public sealed class GradePath : Document
    {
        private readonly PathHandle handle;

        internal GradePath(PathHandle handle, Language language)
            : this(handle, language, Told(handle, language))
        {
        }

        private GradePath(PathHandle handle, Language language, string json)
            : base(handle, json)
        {
            this.handle = handle;
            Language = language;
            var said = Json.Parse(json);
            Grade = new Grade(said["to"]);
            Outcome = (PathOutcome)Words.Place(said["outcome"].Text, "reached", "found", "conflict", "forbidden");
            Effort = said.Maybe("effort")?.Integer;
            Before = new PathSide(said["before"]);
            After = said.Maybe("after") == null ? null : new PathSide(said["after"]);
            Steps = said.List("steps", each => new PathStep(each));
            Falls = said.List("falls", each => new PathFall(each));
            Obstacles = said.List("obstacles", each => new Obstacle(each));
        }

        public Language Language { get; }

        /// <summary>Where to.</summary>
        public Grade Grade { get; }

        public PathOutcome Outcome { get; }

        /// <summary>The sum over the steps; null: there is no path.</summary>
        public int? Effort { get; }

        public PathSide Before { get; }

        /// <summary>With all steps done; of Found and Conflict only, else null.</summary>
        public PathSide After { get; }

        public IReadOnlyList<PathStep> Steps { get; }

        public IReadOnlyList<PathFall> Falls { get; }

        public IReadOnlyList<Obstacle> Obstacles { get; }

        internal override int Write(out TextHandle made, int format, OptionsHandle options, out ErrorHandle error)
        {
            return Function<bontot_path_write>.Call(out made, handle, format, options, out error);
        }

        private static string Told(PathHandle handle, Language language)
        {
            return Text.Written(
                new Options { Language = language },
                (out TextHandle made, OptionsHandle options, out ErrorHandle error) =>
                    Function<bontot_path_write>.Call(out made, handle, Constants.BONTOT_JSON, options, out error));
        }
    }

    /// <summary>What a dossier comes to. Immutable.</summary>
    public sealed class PathSide
    {
        private readonly Exact points;

        internal PathSide(Json said)
        {
            points = said["points"].Number;
            Grade = new Grade(said["grade"]);
        }

        public decimal Points => points.Value;

        public string PointsText => points.Text;

        public Grade Grade { get; }
    }

    /// <summary>One line that rises to its most, or a condition that must hold besides. Immutable.</summary>
    public sealed class PathStep
    {
        private readonly Exact? points;
        private readonly Exact? after;

        internal PathStep(Json said)
        {
            At = said["at"].Text;
            Label = said.MaybeText("label", "");
            points = said.MaybeNumber("points");
            after = said.MaybeNumber("after");
            Effort = said["effort"].Integer;
            IsOpen = said["open"].Truth;
            Changes = said.List("changes", each => new PathChange(each));
            Text = said["text"].Text;
        }

        /// <summary>A line's id; of a condition "good:", "gate:" or "grade:" and an id, or the node that is to
        /// apply.</summary>
        public string At { get; }

        public string Label { get; }

        /// <summary>Of a line: what it has. Null of a condition.</summary>
        public decimal? Points => points?.Value;

        public string PointsText => points?.Text;

        /// <summary>Of a line: what it has then. Null of a condition.</summary>
        public decimal? After => after?.Value;

        public string AfterText => after?.Text;

        /// <summary>0 of a condition.</summary>
        public int Effort { get; }

        /// <summary>No facts were found for it: people must see how.</summary>
        public bool IsOpen { get; }

        /// <summary>Empty: it comes with the steps before, or is open.</summary>
        public IReadOnlyList<PathChange> Changes { get; }

        /// <summary>All of it in one sentence.</summary>
        public string Text { get; }

        public override string ToString()
        {
            return $"{At} {Text}";
        }
    }

    /// <summary>One thing to change. Immutable.</summary>
    public sealed class PathChange
    {
        internal PathChange(Json said)
        {
            Item = said["item"].Text;
            Label = said["label"].Text;
            Before = FactValue.From(said["from"]);
            After = FactValue.From(said["to"]);
            Count = said.Maybe("count")?.Integer ?? 0;
            Role = said.MaybeText("role");
            Kinds = said.Texts("kinds");
            Status = said.MaybeText("status");
        }

        /// <summary>A fact's id, "members." and a field, "evidence:" or "mark:" and a line's id.</summary>
        public string Item { get; }

        public string Label { get; }

        /// <summary>Null: it is missing, or differs among the members. Of evidence, how many documents there are.</summary>
        public FactValue Before { get; }

        public FactValue After { get; }

        /// <summary>How many members change, or documents are to be added; 0 of what is counted by none.</summary>
        public int Count { get; }

        /// <summary>Whose mark it is, or null.</summary>
        public string Role { get; }

        /// <summary>What documents will do; empty: any.</summary>
        public IReadOnlyList<string> Kinds { get; }

        /// <summary>Of evidence, what is asked of it: "submitted" or "verified"; else null.</summary>
        public string Status { get; }
    }

    /// <summary>A line that has less with all steps done. Immutable.</summary>
    public sealed class PathFall
    {
        private readonly Exact points;
        private readonly Exact after;

        internal PathFall(Json said)
        {
            At = said["at"].Text;
            Label = said["label"].Text;
            points = said["points"].Number;
            after = said["after"].Number;
        }

        public string At { get; }

        public string Label { get; }

        public decimal Points => points.Value;

        public string PointsText => points.Text;

        public decimal After => after.Value;

        public string AfterText => after.Text;
    }

    /// <summary>Something that stands in the way. Immutable.</summary>
    public sealed class Obstacle
    {
        private readonly Exact? asked;
        private readonly Exact? best;

        internal Obstacle(Json said)
        {
            Code = said["code"].Text;
            At = said.MaybeText("at");
            asked = said.MaybeNumber("asked");
            best = said.MaybeNumber("best");
            Text = said["text"].Text;
        }

        /// <summary>Stable, such as "gate" or "total".</summary>
        public string Code { get; }

        /// <summary>The id of a gate, grade, criterion or line, or null.</summary>
        public string At { get; }

        public decimal? Asked => asked?.Value;

        public string AskedText => asked?.Text;

        public decimal? Best => best?.Value;

        public string BestText => best?.Text;

        public string Text { get; }
    }
}
