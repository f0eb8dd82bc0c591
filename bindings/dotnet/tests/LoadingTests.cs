// SPDX-License-Identifier: BSL-1.0
using System;
using System.IO;
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>The library is found by argument, then by BONTOT_LIBRARY, then beside the assembly; never elsewhere.</summary>
    internal static class LoadingTests
    {
        private static readonly string Count = Rubric.Builtins.Count + "\n";

        private static string Loaded => Path.GetFullPath(Environment.GetEnvironmentVariable("BONTOT_LIBRARY"));

        public static void ArgumentBeforeVariable()
        {
            Check.Equal(Count, Child.Run("load", "/nowhere/libbontot.so", null, Loaded).Output);
        }

        public static void VariableBeforeNeighbour()
        {
            InFolder(folder =>
            {
                File.WriteAllText(Path.Combine(folder, "libbontot.so"), "not a library");
                Check.Equal(Count, Child.Run("count", Loaded, folder).Output);
            });
        }

        public static void Neighbour()
        {
            InFolder(folder =>
            {
                File.Copy(Loaded, Path.Combine(folder, "libbontot.so.0"));
                Check.Equal(Count, Child.Run("count", null, folder).Output);
            });
        }

        public static void NotFromTheWorkingDirectory()
        {
            InFolder(folder =>
            {
                var apart = Directory.CreateDirectory(Path.Combine(folder, "apart")).FullName;
                File.Copy(Loaded, Path.Combine(apart, "libbontot.so"));
                var before = Directory.GetCurrentDirectory();
                Directory.SetCurrentDirectory(apart);
                try
                {
                    var error = Check.Throws<LibraryException>(() => Library.Find(folder, null));
                    foreach (var way in new[] { "Bontot.Library.Load(path)", "BONTOT_LIBRARY", "beside the assembly" })
                    {
                        Check.Contains(way, error.Message);
                    }
                }
                finally
                {
                    Directory.SetCurrentDirectory(before);
                }
            });
        }

        public static void NotFoundSaysTheThreeWays()
        {
            InFolder(folder =>
            {
                var done = Child.Run("count", null, folder);
                Check.True(done.Code != 0, "that it fails");
                Check.Contains("LibraryException: the library libbontot.so is not found", done.Errors);
                Check.Contains("BONTOT_LIBRARY", done.Errors);
            });
        }

        public static void AnEmptyVariableIsNone()
        {
            InFolder(folder => Check.Throws<LibraryException>(() => Library.Find(folder, "")));
        }

        public static void WhatIsNoLibrary()
        {
            InFolder(folder =>
            {
                var text = Path.Combine(folder, "text.so");
                File.WriteAllText(text, "not a library");
                foreach (var path in new[] { text, Path.Combine(folder, "absent.so"), "libc.so.6" })
                {
                    Check.Contains(path, Check.Throws<LibraryException>(() => Library.Open(path, Library.Version)).Message);
                }
            });
        }

        public static void LibraryOfAnotherVersion()
        {
            var error = Check.Throws<LibraryException>(() => Library.Open(Loaded, "99.0.0"));
            Check.Equal($"{Loaded} is version {Library.Version}, but this assembly needs 99.0.0", error.Message);
        }

        public static void LoadingAgain()
        {
            Library.Load(Loaded);
            Check.Contains("is loaded already", Check.Throws<LibraryException>(() => Library.Load("/nowhere/other.so")).Message);
            Check.Throws<ArgumentNullException>(() => Library.Load(null));
        }

        public static void ProcessEndWithHandlesAlive()
        {
            var done = Child.Run("alive", Loaded);
            Check.Equal("0 True\n ", $"{done.Code} {done.Output} {done.Errors}");
        }

        // A folder with the assemblies and no library beside them.
        private static void InFolder(Action<string> act)
        {
            var folder = Path.Combine(Path.GetTempPath(), "bontot-" + Guid.NewGuid().ToString("N"));
            Directory.CreateDirectory(folder);
            try
            {
                foreach (var file in Directory.GetFiles(Path.GetDirectoryName(typeof(Child).Assembly.Location), "Bontot*")
                    .Where(each => !each.EndsWith(".xml", StringComparison.Ordinal)))
                {
                    File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
                }
                act(folder);
            }
            finally
            {
                Directory.Delete(folder, true);
            }
        }
    }
}
