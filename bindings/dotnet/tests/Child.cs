// SPDX-License-Identifier: BSL-1.0
using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>What a process of its own printed.</summary>
    internal sealed class ChildOutput
    {
        internal int Code;
        internal string Output;
        internal string Errors;
    }

    /// <summary>Small programs that need a process of their own: this program, started again.</summary>
    internal static class Child
    {
        private static object kept;

        internal static int Act(string program, string[] arguments)
        {
            switch (program)
            {
                case "count":
                    Console.WriteLine(Rubric.Builtins.Count);
                    return 0;
                case "load":
                    Library.Load(arguments[0]);
                    goto case "count";
                case "alive":
                    var rubric = Rubric.Builtin(Data.RubricId);
                    kept = new object[] { rubric, rubric.ReadDossier(Data.Example), rubric.Evaluate(Data.Example), new Cohort(rubric) };
                    Console.WriteLine(kept != null);
                    return 0;
                default:
                    return 2;
            }
        }

        /// <summary>Runs one with BONTOT_LIBRARY as given, or unset.</summary>
        internal static ChildOutput Run(string program, string library, string folder = null, params string[] arguments)
        {
            var self = typeof(Child).Assembly.Location;
            var assembly = folder == null ? self : Path.Combine(folder, Path.GetFileName(self));
            var all = new[] { assembly, "--child", program }.Concat(arguments).Select(each => $"\"{each}\"");
            var start = new ProcessStartInfo(Process.GetCurrentProcess().MainModule.FileName, string.Join(" ", all))
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder ?? Data.Root,
            };
            start.EnvironmentVariables.Remove("BONTOT_LIBRARY");
            start.EnvironmentVariables["BONTOT_ROOT"] = Data.Root;
            if (library != null)
            {
                start.EnvironmentVariables["BONTOT_LIBRARY"] = library;
            }
            using (var process = Process.Start(start))
            {
                var errors = process.StandardError.ReadToEndAsync();
                var output = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                return new ChildOutput { Code = process.ExitCode, Output = output, Errors = errors.Result };
            }
        }
    }
}
