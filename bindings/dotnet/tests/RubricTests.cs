// SPDX-License-Identifier: BSL-1.0
using System;
using System.IO;
using System.Linq;
using System.Text;

namespace Bontot.Tests
{
    /// <summary>Rubrics: the built-in ones, those of one's own, and what they say about themselves.</summary>
    internal static class RubricTests
    {
        private static readonly FileInfo[] Sources =
            new DirectoryInfo(Path.Combine(Data.Root, "src/rubrics")).GetFiles("*.json").OrderBy(each => each.Name).ToArray();

        public static void BuiltinsAreThoseOfTheSourceFolder()
        {
            Check.True(Sources.Length > 0, "that there are sources");
            Check.Same(Sources.Select(each => Path.GetFileNameWithoutExtension(each.Name)),
                Rubric.Builtins.OrderBy(each => each, StringComparer.Ordinal));
        }

        public static void ContentsAreThoseOfTheSource()
        {
            foreach (var source in Sources)
            {
                var said = Json.Parse(Data.Text(source));
                foreach (var rubric in new[] { Rubric.Builtin(Path.GetFileNameWithoutExtension(source.Name)), Rubric.Load(source),
                    Rubric.Load(Data.Text(source)), Rubric.Load(File.ReadAllBytes(source.FullName)) })
                {
                    Check.Equal($"{said["id"].Text} {said["version"].Text}", rubric.ToString());
                    Check.Equal(said["label"]["vi"].Text, rubric.Label);
                    Check.Equal(said["label"]["en"].Text, rubric.LabelEn);
                    Check.Same(
                        said["facts"].Select(each => each).Where(each => each.MaybeText("of") != "member")
                            .Select(each => $"{each["id"].Text} {each["type"].Text} {each["label"]["vi"].Text} {each["label"]["en"].Text}"),
                        rubric.Facts.Select(each => $"{each.Id} {each.Type.ToString().ToLowerInvariant()} {each.Label} {each.LabelEn}"));
                    Check.Same(Enumerable.Range(0, rubric.Facts.Count), rubric.Facts.Select(each => each.Slot));
                    Check.Same(said.List("grades", each => each["id"].Text), rubric.Grades.Select(each => each.Id));
                    Check.Same(
                        said.List("criteria", each => each["id"].Text),
                        rubric.Nodes.Where(each => each.Parent == null).Select(each => each.Id));
                }
            }
        }

        public static void PlacesByName()
        {
            using (var rubric = Rubric.Builtin(Data.RubricId))
            {
                foreach (var fact in rubric.Facts)
                {
                    Check.Equal(fact.Slot, rubric.SlotOf(fact.Id));
                }
                Check.Equal("1", rubric.Nodes[rubric.Nodes[rubric.NodeOf("1.1")].Parent.Value].Id);
                Check.Throws<NotFoundException>(() => rubric.SlotOf("nothing"));
                Check.Throws<NotFoundException>(() => rubric.NodeOf("9.9"));
            }
        }

        public static void UnknownIds()
        {
            foreach (var id in new[] { "nothing", "", Data.RubricId + "\0", "tốt", "\ud800", null })
            {
                Check.Throws<NotFoundException>(() => Rubric.Builtin(id));
            }
            Check.Throws<FileNotFoundException>(() => Rubric.Load(new FileInfo("/nowhere.json")));
            Check.Throws<ArgumentNullException>(() => Rubric.Load((string)null));
        }

        public static void TextsForPeople()
        {
            using (var rubric = Rubric.Builtin(Data.RubricId))
            {
                Check.Contains(rubric.Label, rubric.Describe());
                Check.Contains(rubric.LabelEn, rubric.Describe(Data.English));
                var facts = Json.Parse(rubric.Template())["facts"];
                Check.Same(rubric.Facts.Select(each => each.Id).OrderBy(each => each),
                    facts.Members.Select(each => each.Key).OrderBy(each => each));
                Check.True(facts.Members.All(each => each.Value.IsNull), "that a template knows nothing");
            }
        }

        public static void Examples()
        {
            using (var rubric = Rubric.Load(Sheets.Committee))
            {
                var report = rubric.Test(Data.English);
                Check.Equal(0, report.Failed);
                Check.Equal("PASS  /examples/0  one\n1 examples passed, 0 failed\n", report.Text);
            }
            using (var rubric = Rubric.Load(Sheets.Committee.Replace("\"points\": 3}", "\"points\": 4}")))
            {
                Check.Equal(1, rubric.Test().Failed);
            }
        }

        public static void Roles()
        {
            using (var rubric = Rubric.Load(Sheets.Committee))
            {
                Check.Same(new[] { "self self self", "final duyệt decision" },
                    rubric.Roles.Select(each => $"{each.Id} {each.Label} {each.LabelEn}"));
            }
        }

        public static void LintFinds()
        {
            var sheet = Sheets.Small.Replace("\"max\": 20", "\"max\": 30");
            using (var rubric = Rubric.Load(sheet))
            {
                var lint = rubric.Lint(sheet);
                Check.Same(lint.Select(each => each.Code), Json.Parse(lint.ToJson())["findings"].Select(each => each["code"].Text));
                var finding = lint.Single(each => each.Pointer == "/criteria/0/max");
                Check.Equal("children_below_max Error 1 1", $"{finding.Code} {finding.Severity} {finding.Node} {finding.Line}");
                var place = sheet.IndexOf("30,", StringComparison.Ordinal);
                Check.Equal(place + 1, finding.Column);
                Check.Equal(Encoding.UTF8.GetByteCount(sheet.Substring(0, place)), (int)finding.Offset);
                Check.Equal("The parts add up to 20 points at most, less than the maximum of 30 that is printed.", finding.MessageEn);
                Check.Equal("the value 20", finding.WitnessEn);
                Check.True(finding.Message != finding.MessageEn && finding.Witness != finding.WitnessEn, "that there is Vietnamese");
                Check.Equal(null, lint[0].Node);
                Check.Equal("", lint[0].Witness);
                Check.Equal(0, rubric.Lint()[0].Line);
            }
        }
    }
}
