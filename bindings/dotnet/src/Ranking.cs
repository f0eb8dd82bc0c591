// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>What is proposed for a cohort (format bontot-ranking/1). It decides nothing.</summary>
    public sealed class Ranking : Document
    {
        private readonly RankingHandle handle;

        internal Ranking(RankingHandle handle, string json)
            : base(handle, json)
        {
            this.handle = handle;
            var said = Json.Parse(json);
            RubricId = said["rubric"]["id"].Text;
            RubricVersion = said["rubric"]["version"].Text;
            Period = Periods.From(said.Maybe("period"));
            TieChain = said.Texts("tie_chain");
            Places = said.List("groups", each => each).SelectMany(Group).ToList().AsReadOnly();
            Quotas = said.List("quotas", each => new Quota(each));
            Movements = said.List("movements", each => new Movement(each, Quotas));
        }

        public string RubricId { get; }

        public string RubricVersion { get; }

        public Period Period { get; }

        public IReadOnlyList<string> TieChain { get; }

        /// <summary>Group by group in the order of their names; in each the best first, then those not ranked.</summary>
        public IReadOnlyList<Place> Places { get; }

        public IReadOnlyList<Quota> Quotas { get; }

        public IReadOnlyList<Movement> Movements { get; }

        /// <summary>Returns where a unit stands.</summary>
        /// <exception cref="NotFoundException">There is no such unit.</exception>
        public Place Place(string unit)
        {
            return Places.FirstOrDefault(each => each.UnitId == unit)
                ?? throw new NotFoundException($"there is no unit \"{unit}\"");
        }

        internal override int Write(out TextHandle made, int format, OptionsHandle options, out ErrorHandle error)
        {
            return Function<bontot_ranking_write>.Call(out made, handle, format, options, out error);
        }

        private static IEnumerable<Place> Group(Json group)
        {
            var name = group.MaybeText("group");
            return group.List("places", each => new Place(each, name)).Concat(group.List("open", each => new Place(each, name)));
        }
    }

    /// <summary>What is proposed for a unit.</summary>
    public enum PlaceState
    {
        /// <summary>It keeps its grade.</summary>
        Kept = Constants.BONTOT_PLACE_KEPT,

        /// <summary>Over a quota: it falls to a lower grade.</summary>
        Moves = Constants.BONTOT_PLACE_MOVES,

        /// <summary>A tie, or something missing: people decide.</summary>
        Undecided = Constants.BONTOT_PLACE_UNDECIDED,

        /// <summary>Its grade is not proven: not counted.</summary>
        Open = Constants.BONTOT_PLACE_OPEN,
    }

    /// <summary>Where a unit stands in its group. Immutable.</summary>
    public sealed class Place
    {
        private readonly Figures figures;

        internal Place(Json said, string group)
        {
            var isRanked = said.Has("rank");
            UnitId = said["unit"]["id"].Text;
            UnitName = said["unit"].MaybeText("name", "");
            Group = group;
            Rank = said.Maybe("rank")?.Integer;
            RankPossible = said.Maybe("rank_possible")?.Integer;
            Tied = said.Maybe("tied")?.Truth ?? false;
            figures = new Figures(said);
            Keys = (said.Maybe("keys")?.Members ?? Enumerable.Empty<KeyValuePair<string, Json>>())
                .ToDictionary(each => each.Key, each => new KeyRange(each.Value));
            Grade = said["grade"].Text;
            GradePossible = isRanked ? Grade : said["grade_possible"].Text;
            State = isRanked
                ? (PlaceState)Words.Place(said["state"].Text, "kept", "moves", "undecided")
                : PlaceState.Open;
            Proposed = isRanked ? said["proposed"].Text : Grade;
            ProposedPossible = isRanked ? said["proposed_possible"].Text : GradePossible;
        }

        public string UnitId { get; }

        public string UnitName { get; }

        /// <summary>Null: the unit has no group.</summary>
        public string Group { get; }

        /// <summary>From 1, at worst; null: its grade is not proven, so it is not ranked.</summary>
        public int? Rank { get; }

        /// <summary>At best.</summary>
        public int? RankPossible { get; }

        /// <summary>Whether another unit is equal in all keys.</summary>
        public bool Tied { get; }

        /// <summary>Of the total, what is sure.</summary>
        public decimal Points => figures.Points;

        public string PointsText => figures.PointsText;

        public decimal Possible => figures.Possible;

        public string PossibleText => figures.PossibleText;

        /// <summary>What it is ranked by. Empty: it is not ranked.</summary>
        public IReadOnlyDictionary<string, KeyRange> Keys { get; }

        /// <summary>The grade that was assessed, at worst.</summary>
        public string Grade { get; }

        public string GradePossible { get; }

        public PlaceState State { get; }

        /// <summary>The worst grade that it may end with.</summary>
        public string Proposed { get; }

        public string ProposedPossible { get; }

        public override string ToString()
        {
            return $"{UnitId}: {Rank?.ToString() ?? "-"} {Proposed}";
        }
    }

    /// <summary>A figure that units are ranked by; where something is missing, from its least to its most.
    /// Immutable.</summary>
    public sealed class KeyRange
    {
        private readonly Exact? least;
        private readonly Exact? most;

        internal KeyRange(Json said)
        {
            var ends = said.IsList
                ? said.Select(each => each.IsNull ? (Exact?)null : each.Number)
                : new Exact?[] { said.Number, said.Number };
            least = ends[0];
            most = ends[1];
        }

        /// <summary>Null: there is no bound.</summary>
        public decimal? Least => least?.Value;

        public string LeastText => least?.Text;

        /// <summary>Null: there is no bound.</summary>
        public decimal? Most => most?.Value;

        public string MostText => most?.Text;
    }

    /// <summary>What a quota says for one group, or over all. Immutable.</summary>
    public sealed class Quota
    {
        private readonly Exact? share;

        internal Quota(Json said)
        {
            Grade = said["grade"].Text;
            OverAll = said["within"].Text == "all";
            Group = said.MaybeText("group");
            share = said.MaybeNumber("share");
            Raised = said.Maybe("raised")?.Truth ?? false;
            Base = said.Maybe("base")?.Integer;
            Allowed = said["allowed"].Integer;
            Held = said["held"].Integer;
            Kept = said["kept"].Integer;
            Moved = said["moved"].Integer;
            Undecided = said["undecided"].Integer;
            Open = said["open"].Integer;
        }

        public string Grade { get; }

        public bool OverAll { get; }

        public string Group { get; }

        /// <summary>Null: it is a number of units.</summary>
        public decimal? Share => share?.Value;

        public string ShareText => share?.Text;

        public bool Raised { get; }

        /// <summary>The units that the share is taken of.</summary>
        public int? Base { get; }

        public int Allowed { get; }

        /// <summary>How many have the grade, or may come to it: Kept + Moved + Undecided.</summary>
        public int Held { get; }

        public int Kept { get; }

        public int Moved { get; }

        public int Undecided { get; }

        /// <summary>Not counted: their grade is not proven.</summary>
        public int Open { get; }
    }

    /// <summary>A unit that falls by a quota, or that people must decide about. Immutable.</summary>
    public sealed class Movement
    {
        internal Movement(Json said, IReadOnlyList<Quota> quotas)
        {
            UnitId = said["unit"].Text;
            Undecided = said["state"].Text == "undecided";
            Grade = said["from"].Text;
            To = said["to"].Text;
            ToPossible = said["to_possible"].Text;
            Quota = quotas[said["quota"].Integer];
        }

        public string UnitId { get; }

        /// <summary>Whether it may keep the grade as well.</summary>
        public bool Undecided { get; }

        public string Grade { get; }

        /// <summary>The grade that it falls to, at worst.</summary>
        public string To { get; }

        public string ToPossible { get; }

        public Quota Quota { get; }
    }
}
