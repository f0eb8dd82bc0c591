// SPDX-License-Identifier: BSL-1.0
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>What a rubric says about itself, and what a result says of whom it is.</summary>
    internal static class InspectTests
    {
        private static readonly Rubric Sheet = Rubric.Load(Sheets.Inspected);

        public static void Origin()
        {
            var origin = Sheet.Origin;
            Check.Equal("1-HD 2026-01-05 Board x:y 2026-01-01",
                $"{origin.Document} {origin.Issued} {origin.Issuer} {origin.Uri} {origin.ValidFrom}");
            Check.Equal("chu note 12 cell,board",
                $"{origin.Note} {origin.NoteEn} {Sheet.PeriodMonths} {string.Join(",", Sheet.UnitKinds)}");
            Check.Equal("0 99.5", $"{Sheet.TotalLeast} {Sheet.TotalMostText}");
        }

        public static void Facts()
        {
            var n = Sheet.Facts[0];
            Check.Equal("n viec tasks 1 40 True False False True",
                $"{n.Id} {n.Unit} {n.UnitEn} {n.Least} {n.MostText} {n.IsInteger} {n.IsByCommittee} {n.IsFromResults} {n.IsRead}");
            var c = Sheet.Facts[1];
            Check.Equal("Choice x,y True", $"{c.Type} {string.Join(",", c.Choices)} {c.Least == null && c.UnitEn == ""}");
            Check.True(Sheet.Facts[2].IsByCommittee && Sheet.Facts[3].IsFromResults && !Sheet.Facts[4].IsRead, "what is known of facts");
            var (score, post) = (Sheet.Fields[0], Sheet.Fields[1]);
            Check.Equal("score Score Number points 0.5  False False",
                $"{score.Id} {score.LabelEn} {score.Type} {score.Unit} {score.LeastText} {score.MostText} {score.IsInteger} {score.IsRead}");
            Check.Equal("post head True 1", $"{post.Id} {post.Choices.Single()} {post.IsRead} {Sheet.FieldOf("post")}");
            Check.Throws<NotFoundException>(() => Sheet.FieldOf("n"));
        }

        public static void Nodes()
        {
            var expected = new[]
            {
                "1 Base Group 0 60 1", "1.1 Base Formula 0 10 7", "1.2 Base Choice 0 10 0", "1.3 Base Condition 0 20 1",
                "1.4 Base Mark 0 20 1", "2 Bonus Group 0 5 1", "3.1 Penalty Deductions -5 0 1",
            };
            Check.Same(expected, Sheet.Nodes.Where(each => each.Id != "2.1" && each.Id != "3")
                .Select(each => $"{each.Id} {each.Kind} {each.Score} {each.LeastText} {each.Most} {each.Effort}"));
            var (criterion, marked, proven) = (Sheet.Nodes[0], Sheet.Nodes[Sheet.NodeOf("1.4")], Sheet.Nodes[Sheet.NodeOf("1.3")]);
            Check.Equal("Mot One I", $"{criterion.Label} {criterion.LabelEn} {criterion.Clause}");
            Check.Same(new[] { 0, 3 }, Sheet.Nodes[1].Facts);
            Check.Same(new[] { "self", "final" }, marked.MarkedBy);
            Check.Same(new[] { "final" }, Sheet.Nodes[Sheet.NodeOf("1.2")].MarkedBy);
            Check.Equal("0.5 True  False", $"{marked.MarkStep} {marked.AsksComment} {proven.MarkStepText} {proven.AsksComment}");
            Check.Equal("True report,minutes", $"{proven.AsksEvidence} {string.Join(",", proven.EvidenceKinds)}");
        }

        public static void GatesChecksRules()
        {
            Check.Same(
                new[] { $"VoidsNode {Sheet.NodeOf("3.1")}", "NotGood 0", "GradeAtMost 1", "GradeDown 1", "GradeIs 1" },
                Sheet.Gates.Select(each => $"{each.Effect} {each.Target}"));
            Check.Equal("g1 Cong Gate II 3",
                $"{Sheet.Gates[0].Id} {Sheet.Gates[0].Label} {Sheet.Gates[0].LabelEn} {Sheet.Gates[0].Clause} {Sheet.GateOf("g4")}");
            var check = Sheet.Checks.Single();
            Check.Equal("c1 kem low IV Warning", $"{check.Id} {check.Message} {check.MessageEn} {check.Clause} {check.Severity}");
            Check.Equal("k sai wrong", $"{Sheet.Rules.Single().Id} {Sheet.Rules[0].Message} {Sheet.Rules[0].MessageEn}");
            Check.Same(new[] { "top III True", "rest  False" }, Sheet.Grades.Select(each => $"{each.Id} {each.Clause} {each.HasQuota}"));
            Check.Same(new[] { "self False", "final True" }, Sheet.Roles.Select(each => $"{each.Id} {each.Overrides}"));
            Check.Throws<NotFoundException>(() => Sheet.GateOf("g9"));
            Check.Throws<NotFoundException>(() => Sheet.RoleOf("last"));
        }

        public static void ResultOfWhom()
        {
            var result = Sheet.Evaluate(Sheets.InspectedDossier, Data.English);
            Check.Equal("s 2 Sheet U Name cell G",
                $"{result.RubricId} {result.RubricVersion} {result.RubricLabel} {result.UnitId} {result.UnitName} {result.UnitKind} {result.UnitGroup}");
            Check.Same(new[] { "g1 Gate True", "g2 g2 ", "g3 g3 False", "g4 g4 True", "g5 g5 False" },
                result.Gates.Select(each => $"{each.Id} {each.Label} {each.Fired}"));
            Check.Equal("flood board 2027-01-10",
                $"{result.Gates[3].Lifted.Reason} {result.Gates[3].Lifted.Authority} {result.Gates[3].Lifted.Date:yyyy-MM-dd}");
            Check.Equal("no_value 1.1 100 / (n - 20) + r - r",
                $"{result.Findings.Single().Code} {result.Findings[0].At} {result.Findings[0].Expression}");
            Check.Same(new[] { "evidence:1.3 20", "c 10", "members 5", "avg 0" },
                result.Missing.Select(each => $"{each.Item} {each.WorthText}"));
        }
    }
}
