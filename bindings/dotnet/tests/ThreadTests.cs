// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Bontot.Tests
{
    /// <summary>Ten at once give what one gives.</summary>
    internal static class ThreadTests
    {
        public static void TenOverOneRubric()
        {
            using (var rubric = Rubric.Builtin(Data.RubricId))
            {
                var names = new[] { "example", "full", "disciplined", "missing-third" };
                var expected = names.Select(each => rubric.Evaluate(Data.Dossier(each))).ToList();
                Check.Same(Repeat(expected),
                    Ten(index => names.Select(each => rubric.Evaluate(Data.Dossier(each))).ToList()).SelectMany(each => each));
            }
        }

        public static void OneResultForAll()
        {
            var result = Rubric.Builtin(Data.RubricId).Evaluate(Data.Example);
            var texts = new[] { result.ToText(), result.ToText(Language.English), result.ToSummary() };
            Check.Same(Repeat(texts),
                Ten(index => new[] { result.ToText(), result.ToText(Language.English), result.ToSummary() }).SelectMany(each => each));
        }

        public static void ErrorsStayWithTheirThread()
        {
            var columns = Ten(index => Check.Throws<InputException>(() => Feel.Evaluate(new string(' ', index) + ")"))
                .Entries[0].ExpressionColumn);
            Check.Same(Enumerable.Range(1, 10), columns);
        }

        public static void DisposedWhileOthersEvaluate()
        {
            for (var round = 0; round < 20; ++round)
            {
                var rubric = Rubric.Builtin(Data.RubricId);
                var expected = rubric.Evaluate(Data.Example);
                var results = Ten(index =>
                {
                    if (index == 5)
                    {
                        rubric.Dispose();
                    }
                    try
                    {
                        return rubric.Evaluate(Data.Example);
                    }
                    catch (ObjectDisposedException)
                    {
                        return null;
                    }
                });
                // The runtime closes a handle after the last call that uses it: until then calls may still begin.
                Check.Throws<ObjectDisposedException>(() => rubric.Evaluate(Data.Example));
                Check.True(results.All(each => each == null || each.Equals(expected)), "that all that was evaluated is right");
            }
        }

        private static T[] Ten<T>(Func<int, T> make)
        {
            var made = new T[10];
            var errors = new List<Exception>();
            using (var gate = new Barrier(made.Length))
            {
                var threads = Enumerable.Range(0, made.Length).Select(index => new Thread(() =>
                {
                    gate.SignalAndWait();
                    try
                    {
                        made[index] = make(index);
                    }
                    catch (Exception error)
                    {
                        lock (errors)
                        {
                            errors.Add(error);
                        }
                    }
                })).ToList();
                threads.ForEach(each => each.Start());
                threads.ForEach(each => each.Join());
            }
            return errors.Count == 0 ? made : throw new AggregateException(errors);
        }

        private static IEnumerable<T> Repeat<T>(IReadOnlyList<T> values)
        {
            return Enumerable.Range(0, 10).SelectMany(each => values);
        }
    }
}
