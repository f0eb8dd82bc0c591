// SPDX-License-Identifier: BSL-1.0
using System;
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>Cohorts, rankings and diffs: what was worked out by hand, sources of every kind, errors.</summary>
    internal static class CohortTests
    {
        private static readonly Rubric Sheet = Rubric.Load(Sheets.Ranked);

        // North: A and B are best and equal; five are good, of whom 20 % is one. O can be anything.
        private static readonly Result[] Results = new[]
        {
            Sheets.RankedDossier("A", "north", "\"n\": 9.5, \"late\": 1"), Sheets.RankedDossier("B", "north", "\"n\": 9.5, \"late\": 1"),
            Sheets.RankedDossier("G0", "north", "\"n\": 8, \"late\": 0"), Sheets.RankedDossier("G1", "north", "\"n\": 8, \"late\": 1"),
            Sheets.RankedDossier("G2", "north", "\"n\": 8, \"late\": 2"), Sheets.RankedDossier("G3", "north", "\"n\": 8, \"late\": 3"),
            Sheets.RankedDossier("G4", "north", "\"n\": 8, \"late\": 4"), Sheets.RankedDossier("O", "north", ""),
                Sheets.RankedDossier("H", null, "\"n\": 10"),
        }.Select(each => Sheet.Evaluate(each)).ToArray();

        private static readonly Ranking All = Ranked();

        public static void Places()
        {
            Check.Equal("small 1 total,-fact:late 2026-01-01 - 2026-12-31",
                $"{All.RubricId} {All.RubricVersion} {string.Join(",", All.TieChain)} {All.Period}");
            Check.Same(new[] { "H", "A", "B", "G0", "G1", "G2", "G3", "G4", "O" }, All.Places.Select(each => each.UnitId));
            var b = All.Place("B");
            Check.Equal("Chi bộ B north 1 1 True 9.5", $"{b.UnitName} {b.Group} {b.Rank} {b.RankPossible} {b.Tied} {b.PointsText}");
            Check.Equal("best Undecided good best", $"{b.Grade} {b.State} {b.Proposed} {b.ProposedPossible}");
            Check.Equal("9.5 9.5 1", $"{b.Keys["total"].LeastText} {b.Keys["total"].MostText} {b.Keys["-fact:late"].Least}");
            var h = All.Place("H");
            Check.Equal(" Moves good  ", $"{h.Group} {h.State} {h.Proposed} {h.Keys["-fact:late"].Least} {h.Keys["-fact:late"].Most}");
            var o = All.Place("O");
            Check.Equal(" Open rest best 0 10 0", $"{o.Rank} {o.State} {o.Grade} {o.GradePossible} {o.Points} {o.Possible} {o.Keys.Count}");
            Check.Throws<NotFoundException>(() => All.Place("Z"));
        }

        public static void Quotas()
        {
            var (nobody, north, good) = (All.Quotas[0], All.Quotas[1], All.Quotas[2]);
            Check.Equal(" 0 0 1", $"{nobody.Group} {nobody.Base} {nobody.Allowed} {nobody.Moved}");
            Check.Equal("best north False 0.2 5 1 2 0 2 1 False",
                $"{north.Grade} {north.Group} {north.OverAll} {north.ShareText} {north.Base} {north.Allowed} {north.Held} {north.Kept} {north.Undecided} {north.Open} {north.Raised}");
            Check.Equal("True    9", $"{good.OverAll} {good.Group} {good.Share} {good.Base} {good.Allowed}");
            var first = All.Movements[0];
            Check.Equal("H False best good", $"{first.UnitId} {first.Undecided} {first.Grade} {first.To}");
            Check.True(ReferenceEquals(nobody, first.Quota), "that it is the same quota");
            Check.Same(new[] { "A", "B" }, All.Movements.Where(each => each.Undecided).Select(each => each.UnitId));
        }

        public static void Raised()
        {
            foreach (var options in new[] { new Options { RaisedGroups = new[] { "", "north" } }, new Options { RaiseEverywhere = true } })
            {
                var raised = Ranked(options);
                Check.Same(new[] { 0, 2 }, raised.Quotas.Take(2).Select(each => each.Allowed));
                Check.True(raised.Quotas[1].Raised, "that it is raised");
            }
            Check.Equal("cohort_no_group",
                Check.Throws<InputException>(() => Ranked(new Options { RaisedGroups = new[] { "nort" } })).Entries[0].Code);
        }

        public static void SavedResults()
        {
            using (var cohort = new Cohort(Sheet))
            {
                foreach (var result in Results.Take(4).Reverse())
                {
                    cohort.AddJson(result.ToJson());
                }
                foreach (var result in Results.Skip(4))
                {
                    using (var summary = Summary.Load(result.ToJson()))
                    {
                        cohort.Add(summary);
                    }
                }
                Check.Equal(9, cohort.Count);
                Check.Equal(All, cohort.Rank());
            }
        }

        public static void Refused()
        {
            using (var cohort = new Cohort(Sheet))
            {
                cohort.Add(Results[0]);
                Check.Equal("cohort_repeated_unit /unit/id", Wrong(() => cohort.Add(Results[0])));
                var later = Sheets.RankedDossier("L", "north", "").Replace("2026", "2025");
                Check.Equal("cohort_other_period /period", Wrong(() => cohort.Add(Sheet.Evaluate(later))));
                Check.Equal("json_incomplete ", Wrong(() => cohort.AddJson(Results[1].ToJson().TrimEnd('}'))));
                Check.Throws<ArgumentNullException>(() => cohort.Add((Result)null));
                Check.Equal(1, cohort.Count);
                cohort.Dispose();
                cohort.Dispose();
                Check.Throws<ObjectDisposedException>(() => cohort.Rank());
            }
        }

        public static void Written()
        {
            Check.Equal("bontot-ranking/1", Json.Parse(All.ToJson())["format"].Text);
            Check.Contains("people in charge", All.ToText(Language.English));
            Check.Contains("\x1b[", All.ToText(colour: true));
        }

        public static void TwoRubrics()
        {
            using (var strict = Rubric.Load(Sheets.Ranked.Replace("\"min_total\": 9",
                "\"min_total\": 9.75").Replace("\"max\": 10}, {\"id\": \"late\"", "\"max\": 9.9}, {\"id\": \"late\"")))
            using (var diff = new RubricDiff(Sheet, strict, Data.English))
            {
                Check.Throws<NotFoundException>(() => diff.LastToText());
                var down = diff.Add(Sheets.RankedDossier("A", "north", "\"n\": 9.5"));
                Check.Equal("Down  0", $"{down.Move} {down.RefusedBy} {down.Errors.Count}");
                Check.Equal("bontot-rubric-diff/1", Json.Parse(down.Json)["format"].Text);
                Check.Contains("A", diff.LastToText());
                Check.Equal(GradeMove.Same, diff.Add(Sheets.RankedDossier("B", "north", "\"n\": 8")).Move);
                var refused = diff.Add(Sheets.RankedDossier("C", "north", "\"n\": 10"));
                Check.Equal(" After dossier_out_of_range ", $"{refused.Move} {refused.RefusedBy} {refused.Errors[0].Code} {refused.Json}");
                Check.Equal(Side.Before, diff.Add("{").RefusedBy);
                Check.Equal("1 0 1 0 2",
                    $"{diff.Count(GradeMove.Same)} {diff.Count(GradeMove.Up)} {diff.Count(GradeMove.Down)} {diff.Count(GradeMove.Other)} {diff.Refused}");
                Check.Equal("bontot-rubric-diff/1", Json.Parse(diff.ToJson())["format"].Text);
                Check.True(diff.ToText() != "", "that there is a text");
            }
        }

        private static string Wrong(Action act)
        {
            var entry = Check.Throws<InputException>(act).Entries[0];
            return $"{entry.Code} {entry.Pointer}";
        }

        private static Ranking Ranked(Options options = null)
        {
            using (var cohort = new Cohort(Sheet))
            {
                cohort.AddAll(Results);
                return cohort.Rank(options);
            }
        }
    }
}
