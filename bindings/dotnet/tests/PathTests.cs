// SPDX-License-Identifier: BSL-1.0
using System;
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>Paths to a grade: what was worked out by hand, and errors.</summary>
    internal static class PathTests
    {
        private static readonly Rubric Sheet = Rubric.Load(Sheets.Path);

        public static void Found()
        {
            var path = Sheet.PathTo(Sheets.PathDossier(2), "high", Data.English);
            Check.Equal("Found high 3", $"{path.Outcome} {path.Grade.Id} {path.Effort}");
            Check.Equal("0 low 10 high", $"{path.Before.Points} {path.Before.Grade.Id} {path.After.Points} {path.After.Grade.Id}");
            Check.Same(new[] { "1.1 0 7.5 2 False", "1.2 0 2.5 1 False" },
                path.Steps.Select(each => $"{each.At} {each.PointsText} {each.AfterText} {each.Effort} {each.IsOpen}"));
            var change = path.Steps[0].Changes.Single();
            Check.Equal("n Count 2 4 0", $"{change.Item} {change.Label} {change.Before} {change.After} {change.Count}");
            Check.Contains("Count: 2 → 4", path.Steps[0].Text);
            var document = path.Steps[1].Changes.Single();
            Check.Equal("evidence:1.2 1 report verified", $"{document.Item} {document.Count} {document.Kinds.Single()} {document.Status}");
            Check.Equal("bontot-path/1", Json.Parse(path.ToJson())["format"].Text);
        }

        public static void NextBetterGrade()
        {
            using (var dossier = Sheet.ReadDossier(Sheets.PathDossier(2)))
            {
                var path = dossier.PathTo();
                Check.Equal("mid 1 1.2", $"{path.Grade.Id} {path.Effort} {path.Steps.Single().At}");
            }
        }

        public static void ReachedAndForbidden()
        {
            var reached = Sheet.PathTo(Sheets.PathDossier(2), "low");
            Check.Equal("Reached 0 True", $"{reached.Outcome} {reached.Steps.Count} {reached.After == null}");
            var forbidden = Sheet.PathTo(Sheets.PathDossier(2, "true"), "high");
            Check.Equal("Forbidden gate g ",
                $"{forbidden.Outcome} {forbidden.Obstacles[0].Code} {forbidden.Obstacles[0].At} {forbidden.Obstacles[0].Asked}");
        }

        public static void WordsNeedTheLibrary()
        {
            var path = Sheet.PathTo(Sheets.PathDossier(2), "high");
            Check.Contains("Việc cần làm", path.ToText());
            path.Dispose();
            path.Dispose();
            Check.Equal(2, path.Steps.Count);
            Check.Throws<ObjectDisposedException>(() => path.ToText());
        }

        public static void Errors()
        {
            Check.Equal("api_no_grade", Check.Throws<NotFoundException>(() => Sheet.PathTo(Sheets.PathDossier(2), "best")).Entries[0].Code);
            Check.Throws<NotFoundException>(() => Sheet.PathTo(Sheets.PathDossier(2), asOf: "nobody"));
            Check.Throws<InputException>(() => Sheet.PathTo(Sheets.PathDossier(-1)));
        }
    }
}
