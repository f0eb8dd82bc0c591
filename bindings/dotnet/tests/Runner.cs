// SPDX-License-Identifier: BSL-1.0
using System;
using System.Linq;
using System.Reflection;

namespace Bontot.Tests
{
    /// <summary>Runs every public static method of the classes whose names end in Tests.</summary>
    internal static class Runner
    {
        private static int Main(string[] arguments)
        {
            if (arguments.Length > 1 && arguments[0] == "--child")
            {
                return Child.Act(arguments[1], arguments.Skip(2).ToArray());
            }
            if (arguments.Length == 2 && arguments[0] == "--corpus")
            {
                return CorpusEngine.Answer(arguments[1]);
            }
            var tests =
                from type in typeof(Runner).Assembly.GetTypes()
                where type.Name.EndsWith("Tests", StringComparison.Ordinal)
                from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                where arguments.Length == 0 || arguments.Any($"{type.Name}.{method.Name}".Contains)
                orderby type.Name, method.Name
                select method;
            var failed = 0;
            var passed = 0;
            foreach (var test in tests.ToList())
            {
                if (Passes(test))
                {
                    ++passed;
                }
                else
                {
                    ++failed;
                }
            }
            Console.WriteLine($"{passed} passed, {failed} failed");
            return failed == 0 && passed > 0 ? 0 : 1;
        }

        private static bool Passes(MethodInfo test)
        {
            try
            {
                test.Invoke(null, null);
                return true;
            }
            catch (TargetInvocationException error)
            {
                Console.WriteLine($"FAILED {test.DeclaringType.Name}.{test.Name}: {error.InnerException}");
                return false;
            }
        }
    }
}
