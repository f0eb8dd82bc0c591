// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Bontot;

/// <summary>Scores dossiers by a rubric, and says where points were lost and what is missing.</summary>
static class Score
{
    static bool isRight = true;

    static int Main(string[] arguments)
    {
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("usage: Score RUBRIC DOSSIERS...");
            return 2;
        }
        Console.OutputEncoding = new UTF8Encoding(false);
        Console.Out.NewLine = "\n";
        try
        {
            using (var rubric = Rubric.Load(new FileInfo(arguments[0])))
            {
                foreach (var file in arguments.Skip(1))
                    ScoreFile(rubric, file);
            }
        }
        catch (InputException error)
        {
            PrintErrors(arguments[0], error.Entries);
        }
        catch (Exception error) when (error is IOException || error is UnauthorizedAccessException || error is BontotException)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
        return isRight ? 0 : 1;
    }

    static void ScoreFile(Rubric rubric, string file)
    {
        if (file.EndsWith(".ndjson", StringComparison.Ordinal))
        {
            Lines.Evaluate(new FileInfo(file), rubric, line =>
            {
                if (line.IsScored)
                    PrintResult(line.Result);
                else
                    PrintErrors(file, line.Errors, line.Line);
                return true; // go on
            });
            return;
        }
        try
        {
            PrintResult(rubric.Evaluate(new FileInfo(file)));
        }
        catch (InputException error)
        {
            PrintErrors(file, error.Entries);
        }
    }

    /// <summary>The line is that of the text, unless the text is itself a line of a file.</summary>
    static void PrintErrors(string file, IEnumerable<ErrorEntry> entries, long? line = null)
    {
        foreach (var entry in entries)
            Console.WriteLine($"{file}:{line ?? entry.Line}:{entry.Column}: {entry.Message}");
        isRight = false;
    }

    static void PrintResult(Result result)
    {
        var name = result.UnitName == "" ? result.UnitId : result.UnitName;
        var total = result.Total;
        // Of each figure the text is printed: a decimal would be written as the user's country writes it.
        Console.WriteLine($"{name}: {result.Grade.Label}, {total.PointsText} points{Possible(total.PointsText, total.PossibleText)}");
        // A line has lost what it cannot have any more, whatever is handed in; what has lines is none.
        foreach (var node in result.Nodes.Where(each => each.Children.Count == 0 && each.Possible < each.Max))
        {
            var possible = Possible(node.PointsText, node.PossibleText);
            Console.WriteLine($"  {node.Id} {node.Label}: {node.PointsText} of {node.MaxText}{possible}");
            Console.WriteLine("      " + string.Join("; ", new[] { node.Reason }.Concat(node.Notes)));
        }
        foreach (var item in result.Missing)
            Console.WriteLine($"  missing: {item.Label}, worth {item.WorthText}");
    }

    static string Possible(string points, string possible)
    {
        return points == possible ? "" : $" (possible: {possible})";
    }
}
