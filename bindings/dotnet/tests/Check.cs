// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;

namespace Bontot.Tests
{
    /// <summary>A check does not hold.</summary>
    internal sealed class CheckException : Exception
    {
        internal CheckException(string message)
            : base(message)
        {
        }
    }

    internal static class Check
    {
        internal static void Equal<T>(T expected, T actual, string where = "")
        {
            if (!Equals(expected, actual))
            {
                throw new CheckException($"{where} expected {Shown(expected)}, but it is {Shown(actual)}".Trim());
            }
        }

        internal static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, string where = "")
        {
            var (wanted, found) = (expected.ToList(), actual.ToList());
            if (!wanted.SequenceEqual(found))
            {
                throw new CheckException($"{where} expected {List(wanted)}, but there is {List(found)}".Trim());
            }
        }

        internal static void True(bool holds, string what = "it")
        {
            if (!holds)
            {
                throw new CheckException($"{what} does not hold");
            }
        }

        internal static void Contains(string part, string whole)
        {
            True(whole.Contains(part), $"that \"{part}\" is in \"{whole}\"");
        }

        internal static T Throws<T>(Action act)
            where T : Exception
        {
            try
            {
                act();
            }
            catch (Exception error) when (error.GetType() == typeof(T))
            {
                return (T)error;
            }
            throw new CheckException($"there is no {typeof(T).Name}");
        }

        private static string List<T>(IEnumerable<T> values)
        {
            return "[" + string.Join(", ", values.Select(each => Shown(each))) + "]";
        }

        private static string Shown(object value)
        {
            return value == null ? "null" : $"<{value}>";
        }
    }
}
