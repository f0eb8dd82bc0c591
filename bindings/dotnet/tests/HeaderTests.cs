// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Bontot.Tests
{
    /// <summary>The signatures are those of the header, every one of them; and the library has them all.</summary>
    internal static class HeaderTests
    {
        private static readonly string Header = Regex.Replace(Data.Header, @"/\*.*?\*/", " ", RegexOptions.Singleline);
        private static readonly Dictionary<string, string> Kinds = AllKinds();

        private static IEnumerable<Type> Delegates =>
            typeof(Functions).GetNestedTypes(BindingFlags.NonPublic).Where(each => typeof(Delegate).IsAssignableFrom(each));

        public static void TheTableIsTheHeader()
        {
            var declared = new Dictionary<string, string>();
            foreach (Match found in Regex.Matches(Header, @"BONTOT_API\s+([\w\s*]+?)\b(bontot_\w+)\(([^()]*)\)\s*;"))
            {
                declared.Add(found.Groups[2].Value, Signature(found));
            }
            Check.Equal(Regex.Matches(Header, @"^BONTOT_API\b", RegexOptions.Multiline).Count, declared.Count);
            Check.Same(declared.Keys.OrderBy(each => each), Delegates.Select(each => each.Name).OrderBy(each => each));
            foreach (var each in Delegates)
            {
                Check.Equal(declared[each.Name], Shown(each), each.Name);
                Check.Equal(CallingConvention.Cdecl, each.GetCustomAttribute<UnmanagedFunctionPointerAttribute>().CallingConvention);
            }
        }

        public static void TheLibraryHasThemAll()
        {
            foreach (var each in Delegates)
            {
                Check.True(Library.Address(each.Name) != IntPtr.Zero, each.Name);
            }
            Check.Contains("lacks bontot_nothing", Check.Throws<LibraryException>(() => Library.Address("bontot_nothing")).Message);
        }

        public static void Callbacks()
        {
            var found = Regex.Matches(Header, @"typedef ([\w *]+?)\(\*bontot_(\w+)\)\(([^()]*)\);").Cast<Match>().ToList();
            Check.True(found.Count > 0, "that there are callbacks");
            foreach (var each in found)
            {
                var type = typeof(Functions).Assembly.GetType("Bontot." + Pascal(each.Groups[2].Value), true);
                Check.Equal(Signature(each, true), Shown(type), type.Name);
                Check.Equal(CallingConvention.Cdecl, type.GetCustomAttribute<UnmanagedFunctionPointerAttribute>().CallingConvention);
            }
        }

        public static void Constants()
        {
            var declared = Regex.Matches(Header, @"^#define (BONTOT_[A-Z_0-9]+) +(\d+)\b", RegexOptions.Multiline).Cast<Match>()
                .Select(each => $"{each.Groups[1].Value} {each.Groups[2].Value}");
            var ours = typeof(Constants).GetFields(BindingFlags.NonPublic | BindingFlags.Static)
                .Select(each => $"{each.Name} {each.GetRawConstantValue()}");
            Check.Same(declared.OrderBy(each => each), ours.OrderBy(each => each));
            Check.Contains("#define BONTOT_NONE SIZE_MAX", Header);
            Check.True(UIntPtr.Size < 8 || Index.None.ToUInt64() == ulong.MaxValue, "BONTOT_NONE");
        }

        public static void EachHandleHasATypeOfItsOwn()
        {
            var nouns = Regex.Matches(Header, @"typedef struct bontot_(\w+) bontot_\1;").Cast<Match>();
            var types = typeof(Handle).Assembly.GetTypes().Where(each => each.BaseType == typeof(Handle));
            Check.Same(nouns.Select(each => Pascal(each.Groups[1].Value) + "Handle").OrderBy(each => each),
                types.Select(each => each.Name).OrderBy(each => each));
        }

        public static void Structs()
        {
            foreach (Match found in Regex.Matches(Header, @"typedef struct bontot_(\w+) \{([^}]*)\} bontot_\1;"))
            {
                var name = Pascal(found.Groups[1].Value);
                var type = typeof(Number).Assembly.GetType($"Bontot.{name}Struct") ?? typeof(Number).Assembly.GetType($"Bontot.{name}", true);
                var fields = type.GetFields(BindingFlags.NonPublic | BindingFlags.Instance);
                var members = Regex.Matches(found.Groups[2].Value, @"([\w ]+?\*? ?)(\w+);").Cast<Match>();
                Check.Same(members.Select(each => $"{Field(each.Groups[1].Value)} {Pascal(each.Groups[2].Value)}"),
                    fields.Select(each => $"{each.FieldType.Name} {each.Name}"), name);
            }
            Check.Equal(16, Marshal.SizeOf(typeof(Number)));
        }

        public static void OneVersion()
        {
            var text = File.ReadAllText(Path.Combine(Data.Root, "include/bontot/version.h"));
            var numbers = new[] { "MAJOR", "MINOR", "PATCH" }.Select(part => Regex.Match(text, $@"_{part} (\d+)").Groups[1].Value);
            Check.Equal(Library.Version, string.Join(".", numbers));
            var project = File.ReadAllText(Path.Combine(Data.Root, "bindings/dotnet/Bontot.csproj"));
            Check.Contains($"<Version>{Library.Version}</Version>", project);
        }

        private static Dictionary<string, string> AllKinds()
        {
            var kinds = new Dictionary<string, string>
            {
                ["void"] = "Void", ["void *"] = "IntPtr", ["double"] = "Double", ["int32_t"] = "Int32", ["uint64_t"] = "UInt64",
                ["int64_t"] = "Int64", ["size_t"] = "UIntPtr", ["size_t *"] = "UIntPtr&", ["const char *"] = "Byte[]",
                    ["char *"] = "Byte[]",
                ["bontot_number"] = "Number", ["bontot_number *"] = "Number&", ["const bontot_number *"] = "Number[]", ["const bontot_table *"] = "TableStruct&",
                ["const bontot_table_results *"] = "TableResultsStruct&",
            };
            foreach (var arrow in new[] { "struct ArrowSchema *", "struct ArrowArray *" })
            {
                kinds[arrow] = kinds["const " + arrow] = "IntPtr";
            }
            foreach (Match found in Regex.Matches(Header, @"typedef int32_t bontot_(\w+);"))
            {
                kinds["bontot_" + found.Groups[1].Value] = "Int32";
            }
            foreach (Match found in Regex.Matches(Header, @"\(\*bontot_(\w+)\)"))
            {
                kinds["bontot_" + found.Groups[1].Value] = Pascal(found.Groups[1].Value);
            }
            foreach (Match found in Regex.Matches(Header, @"typedef struct bontot_(\w+) bontot_\1;"))
            {
                var noun = found.Groups[1].Value;
                kinds[$"bontot_{noun} *"] = kinds[$"const bontot_{noun} *"] = Pascal(noun) + "Handle";
                kinds[$"bontot_{noun} * *"] = Pascal(noun) + "Handle&";
            }
            return kinds;
        }

        // What a callback is given is lent: bare pointers.
        private static string Signature(Match found, bool isCallback = false)
        {
            var returned = Spaced(found.Groups[1].Value);
            // What is returned is lent: text, and the errors of a report.
            var kind = returned.EndsWith("*", StringComparison.Ordinal) ? "IntPtr" : Kinds[returned];
            var list = Spaced(found.Groups[3].Value);
            var types = list == "void" ? new List<string>()
                : list.Split(',').Select(each => Regex.Replace(Spaced(each), @"(?<=[\s*])\w+$", "").Trim())
                    .Select(each => isCallback && each.EndsWith("*", StringComparison.Ordinal) ? "IntPtr" : Kinds[each]).ToList();
            // ReleaseHandle has the bare pointer.
            if (found.Groups[2].Value.EndsWith("_free", StringComparison.Ordinal))
            {
                types[0] = "IntPtr";
            }
            return $"{kind} ({string.Join(", ", types)})";
        }

        private static string Shown(Type type)
        {
            var invoke = type.GetMethod("Invoke");
            return $"{invoke.ReturnType.Name} ({string.Join(", ", invoke.GetParameters().Select(each => each.ParameterType.Name))})";
        }

        private static string Field(string declared)
        {
            var type = Spaced(declared);
            return type.EndsWith("*", StringComparison.Ordinal) ? "IntPtr" : Kinds[type];
        }

        private static string Spaced(string text)
        {
            return Regex.Replace(text.Replace("*", " * "), @"\s+", " ").Trim();
        }

        private static string Pascal(string name)
        {
            return string.Concat(name.Split('_').Select(each => char.ToUpperInvariant(each[0]) + each.Substring(1)));
        }
    }
}
