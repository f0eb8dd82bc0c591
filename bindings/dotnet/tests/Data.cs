// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>What several tests share: where things are.</summary>
    internal static class Data
    {
        internal const string RubricId = "bon-tot-2023";

        internal static readonly string Root = FindRoot();
        internal static readonly string Header = File.ReadAllText(Path.Combine(Root, "include/bontot/bontot.h"));
        internal static readonly FileInfo Example = Dossier("example");
        internal static readonly FileInfo Eight = Dossier("eight-errors");
        internal static readonly Options English = new Options { Language = Language.English };

        internal static FileInfo Dossier(string name)
        {
            return new FileInfo(Path.Combine(Root, "tests/data/dossiers", name + ".json"));
        }

        internal static string Text(FileInfo file)
        {
            return File.ReadAllText(file.FullName);
        }

        /// <summary>Returns the rows of a table of expectations; never none.</summary>
        internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Tsv(string name)
        {
            var lines = File.ReadAllLines(Path.Combine(Root, "tests/data/dossiers", name));
            var names = lines[0].Split('\t');
            var rows = lines.Skip(1).Select(line => (IReadOnlyDictionary<string, string>)line.Split('\t')
                .Select((cell, place) => new { cell, name = names[place] })
                .ToDictionary(each => each.name, each => each.cell)).ToList();
            Check.True(rows.Count > 0, $"that {name} has rows");
            return rows;
        }

        private static string FindRoot()
        {
            var named = Environment.GetEnvironmentVariable("BONTOT_ROOT");
            for (var folder = named ?? Directory.GetCurrentDirectory(); folder != null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "include/bontot/bontot.h")))
                {
                    return folder;
                }
            }
            throw new InvalidOperationException("run the tests in the project's folder, or set BONTOT_ROOT to it");
        }
    }
}
