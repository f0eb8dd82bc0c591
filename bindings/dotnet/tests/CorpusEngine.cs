// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Bontot.Tests
{
    /// <summary>The corpus through the idiom of this binding. What is asked, and what is answered, is in
    /// tests/corpus/README.md.</summary>
    internal sealed class CorpusEngine
    {
        private readonly CorpusCase asked;
        private readonly CorpusText told = new CorpusText();
        private readonly Options options;
        private Rubric rubric;

        private CorpusEngine(CorpusCase asked)
        {
            this.asked = asked;
            options = new Options { Language = asked.Language };
        }

        internal static int Answer(string cases)
        {
            using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)))
            {
                foreach (var line in File.ReadAllText(cases).Split('\n').Where(each => each != "" && each[0] != '#'))
                {
                    var asked = new CorpusCase(line);
                    output.Write($"{asked.Id}\t{new CorpusEngine(asked).Answer()}\n");
                }
            }
            return 0;
        }

        private string Answer()
        {
            try
            {
                Prepare();
                Operations()[asked.Operation]();
                return $"ok\t{CorpusText.Field(told.ToString())}";
            }
            catch (BontotException error)
            {
                var wrong = new CorpusText();
                wrong.Errors(error.Entries);
                return $"{Word(error)}\t{CorpusText.Field(wrong.ToString())}";
            }
            finally
            {
                options.Reference?.Dispose();
                rubric?.Dispose();
            }
        }

        private Dictionary<string, Action> Operations()
        {
            return new Dictionary<string, Action>
            {
                ["builtins"] = () => Rubric.Builtins.ToList().ForEach(each => told.Line(each)),
                ["rubric"] = TellRubric,
                ["describe"] = () => told.Whole(rubric.Describe(options)),
                ["template"] = () => told.Whole(rubric.Template(options)),
                ["test"] = Test,
                ["lint"] = () => told.Whole(rubric.Lint(asked.Input(1) == null ? (Source?)null : asked.Input(1), options).ToJson()),
                ["evaluate"] = () => told.Whole(Written(Evaluated())),
                ["figures"] = () => Figures(Evaluated()),
                ["named"] = () => told.Whole(Dossier.RubricIdOf(asked.Input(1), options)),
                ["many"] = Many,
                ["compare"] = Compare,
                ["path"] = () => told.Whole(Written(rubric.PathTo(asked.Input(1), asked.Option("to"), options, asked.Option("as_of")))),
                ["rank"] = Rank,
                ["diff"] = Diff,
                ["feel"] = () => told.Whole(Feel.Evaluate(asked.InputText(1),
                    asked.Input(2) == null ? (Source?)null : asked.Input(2), options)),
                ["build"] = Build,
                ["assemble"] = Build,
                ["columns"] = Columns,
            };
        }

        private void Prepare()
        {
            options.AllowOtherRubric = asked.Has("other_rubric");
            options.Trust = asked.Option("trust") == "committee" ? Trust.Committee : Trust.All;
            options.RaisedGroups = asked.All("raise").ToList();
            options.RaiseEverywhere = asked.Has("raise_everywhere");
            var days = asked.Option("period")?.Split('/').Select(CorpusWords.Day).ToList();
            options.Period = days == null ? null : new Period(days[0], days[1]);
            rubric = asked.Rubric == "-" ? null : Named(asked.Rubric);
            options.Reference = asked.Has("reference") ? rubric.ReadReference(CorpusCase.Bytes(asked.Option("reference")), options) : null;
        }

        private void TellRubric()
        {
            told.Line("rubric", rubric.Id, rubric.Version, rubric.Label, rubric.LabelEn);
            foreach (var each in rubric.Facts)
            {
                told.Line("fact", each.Slot, each.Id, Lower(each.Type), each.Label, each.LabelEn);
            }
            foreach (var each in rubric.Roles)
            {
                told.Line("role", each.Id, each.Label, each.LabelEn);
            }
            foreach (var each in rubric.Grades)
            {
                told.Line("grade", each.Id, each.Label, each.LabelEn);
            }
            foreach (var each in rubric.Nodes)
            {
                told.Line("node", each.Id, each.Parent == null ? null : rubric.Nodes[each.Parent.Value].Id);
            }
        }

        private void Test()
        {
            var report = rubric.Test(options);
            told.Line(report.Failed);
            told.Whole(report.Text);
        }

        private void Figures(Result result)
        {
            told.Line("total", Exact.Written(result.Total.Points), Exact.Written(result.Total.Possible),
                Exact.Written(result.Total.Max), Exact.Written(result.Completeness));
            told.Line("grade", result.Grade.Id, result.Grade.Label, result.GradePossible, result.ByException ? "yes" : "no");
            told.Line("as_of", result.AsOf);
            foreach (var each in result.Reachable)
            {
                told.Line("reachable", each);
            }
            foreach (var each in result.Nodes)
            {
                var good = !each.HasGood ? "-" : each.Good == null ? "open" : each.Good.Value ? "yes" : "no";
                told.Line(
                    "node", each.Id, each.Parent?.Id, each.Label, each.Parent == null ? Lower(each.Kind) : null, State(each.State), good,
                    Exact.Written(each.Points), Exact.Written(each.Possible), Exact.Written(each.Max),
                    string.Join("; ", new[] { each.Reason }.Concat(each.Notes).Where(part => part != "")));
            }
            foreach (var each in result.Checks)
            {
                told.Line("check", each.Id, Lower(each.Outcome), Lower(each.Severity), each.Message);
            }
        }

        private void Many()
        {
            using (var dossier = rubric.NewDossier())
            {
                var number = 0;
                foreach (var line in asked.InputLines(1))
                {
                    var outcome = new CorpusText();
                    var word = "ok";
                    try
                    {
                        dossier.Read(line, options);
                        outcome.Whole(Written(dossier.Evaluate(options)));
                    }
                    catch (BontotException error)
                    {
                        word = Word(error);
                        outcome.Errors(error.Entries);
                    }
                    told.Line(++number, word, outcome);
                }
            }
        }

        private void Compare()
        {
            var second = asked.Has("after") ? Named(asked.Option("after")) : rubric;
            using (var before = Summarized(rubric.Evaluate(asked.Input(1), options, asked.Option("as_of"))))
            using (var after = Summarized(second.Evaluate(asked.Input(2), options, asked.Option("after_as_of"))))
            {
                told.Whole(Written(Comparison.Of(before, after, options)));
            }
        }

        private void Rank()
        {
            using (var cohort = new Cohort(rubric))
            {
                foreach (var line in asked.InputLines(1))
                {
                    var result = rubric.Evaluate(line, options);
                    if (asked.Has("saved"))
                    {
                        cohort.AddJson(result.ToJson(), options);
                    }
                    else
                    {
                        cohort.Add(result, options);
                    }
                }
                told.Whole(Written(cohort.Rank(options)));
            }
        }

        private void Diff()
        {
            using (var young = Named(asked.Option("after")))
            using (var diff = new RubricDiff(rubric, young, options))
            {
                var number = 0;
                foreach (var line in asked.InputLines(1))
                {
                    var outcome = diff.Add(line);
                    var text = new CorpusText();
                    text.Errors(outcome.Errors);
                    if (outcome.Move != null)
                    {
                        text.Whole(asked.Format == "text" ? diff.LastToText() : outcome.Json);
                    }
                    told.Line(++number, outcome.Move == null ? Lower(outcome.RefusedBy) : Lower(outcome.Move), text);
                }
                var moves = new[] { GradeMove.Same, GradeMove.Up, GradeMove.Down, GradeMove.Other };
                told.Line(moves.Select(each => (object)diff.Count(each)).Concat(new object[] { diff.Refused }).ToArray());
                told.Whole(asked.Format == "text" ? diff.ToText() : diff.ToJson());
            }
        }

        private void Build()
        {
            using (var dossier = rubric.NewDossier(options))
            {
                var pieces = new CorpusPieces(dossier, rubric);
                foreach (var step in asked.InputText(1).Split(';'))
                {
                    if (!pieces.Take(step))
                    {
                        Step(dossier, step.Split(new[] { ' ' }, 3));
                    }
                }
                told.Whole(Written(dossier.Evaluate(options, asked.Option("as_of"))));
            }
        }

        private void Step(Dossier dossier, string[] words)
        {
            var third = words.Length > 2 ? words[2] : "";
            switch (words[0])
            {
                case "unit":
                    dossier.SetUnit(words[1], third);
                    break;
                case "period":
                    dossier.SetPeriod(words[1], third);
                    break;
                case "set":
                    dossier.SetTyped(words[1], third);
                    break;
                case "number":
                    dossier.Set(words[1], new CorpusWords(third).Number());
                    break;
                case "boolean":
                    dossier.Set(words[1], third == "true");
                    break;
                case "text":
                    dossier.Set(words[1], third);
                    break;
                case "date":
                    dossier.SetDate(words[1], third);
                    break;
                case "clear":
                    dossier.Clear(words[1]);
                    break;
                default:
                    dossier.Apply(options.Reference);
                    break;
            }
        }

        private void Columns()
        {
            var lines = asked.InputLines(1).Select(Encoding.UTF8.GetString).ToList();
            var rows = lines.Skip(1).Select(each => each.Split(',')).ToList();
            var table = new FactTable(rubric, rows.Count);
            foreach (var column in lines[0].Split(',')
                .Select((head, place) => new { head = head.Split(':'), cells = rows.Select(each => each[place]).ToArray() }))
            {
                switch (column.head[1])
                {
                    case "number":
                        table.AddIntegers(
                            column.head[0], column.cells.Select(each => each == "" ? 0 : long.Parse(each)).ToArray(),
                            int.Parse(column.head[2]), column.cells.Select(each => each != "").ToArray());
                        break;
                    case "boolean":
                        table.Add(column.head[0], column.cells.Select(each => each == "" ? (bool?)null : each == "true").ToArray());
                        break;
                    default:
                        table.Add(column.head[0], column.cells.Select(each => each == "" ? null : each).ToArray());
                        break;
                }
            }
            TellTable(table.Evaluate(scale: int.Parse(asked.Option("scale") ?? "12"), options: options));
        }

        private void TellTable(TableResults results)
        {
            for (var row = 0; row < results.Count; ++row)
            {
                var cells = new object[]
                {
                    results.Status[row], results.Points[row], results.Possible[row], results.Completeness[row],
                    results.GradeId(results.Grade[row]), results.GradeId(results.GradePossible[row]),
                };
                told.Line(cells.Concat(results.Nodes.Values.SelectMany(each =>
                    new object[] { each.Points[row], each.Possible[row] })).ToArray());
            }
            foreach (var error in results.Errors)
            {
                told.Line("error", error.Row, error.Code, error.Message, error.MessageEn);
            }
            told.Line("wrong", results.WrongRows);
        }

        private Rubric Named(string name)
        {
            return name.StartsWith("file:", StringComparison.Ordinal) ? Rubric.Load(CorpusCase.Bytes(name),
                options) : Rubric.Builtin(name, options);
        }

        private Result Evaluated()
        {
            return rubric.Evaluate(asked.Input(1), options, asked.Option("as_of"));
        }

        private Summary Summarized(Result result)
        {
            return asked.Has("saved") ? Summary.Load(result.ToJson(), options) : Summary.Of(result);
        }

        private string Written(Document document)
        {
            switch (asked.Format)
            {
                case "text":
                    return document.ToText(asked.Language, asked.Has("colour"));
                case "summary":
                    return ((Result)document).ToSummary();
                default:
                    return document.ToJson();
            }
        }

        private static string Lower(object word)
        {
            return word.ToString().ToLowerInvariant();
        }

        private static string State(NodeState state)
        {
            return state == NodeState.NotApplicable ? "not_applicable" : Lower(state);
        }

        private static string Word(BontotException error)
        {
            var classes = new[]
            {
                typeof(InputException), typeof(NotFoundException), typeof(MisuseException), typeof(NoMemoryException),
                    typeof(NoFitException),
            };
            return new[] { "internal", "bad_input", "not_found", "misuse", "no_memory",
                "no_fit" }[Array.IndexOf(classes, error.GetType()) + 1];
        }
    }
}
