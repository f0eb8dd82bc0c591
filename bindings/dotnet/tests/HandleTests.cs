// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;
using static Bontot.Functions;

namespace Bontot.Tests
{
    /// <summary>Everything is freed, once, whatever happens; and handles do not mix.</summary>
    internal static class HandleTests
    {
        public static void MixedHandlesAreRefused()
        {
            using (var rubric = Rubric.Builtin(Data.RubricId))
            using (var result = rubric.Evaluate(Data.Example))
            {
                // The compiler refuses it; so does reflection, which has no compiler.
                Delegate count = Function<bontot_rubric_fact_count>.Call;
                Check.Throws<ArgumentException>(() => count.DynamicInvoke(result.Handle));
                Check.True((UIntPtr)count.DynamicInvoke(rubric.Handle) != UIntPtr.Zero, "that the right one is taken");
            }
        }

        public static void DisposedTwiceFreesOnce()
        {
            var rubric = Rubric.Builtin(Data.RubricId);
            rubric.Dispose();
            rubric.Dispose();
            Check.True(rubric.Handle.IsClosed, "that it is closed");
            var result = Rubric.Builtin(Data.RubricId).Evaluate(Data.Example);
            result.Dispose();
            result.Dispose();
        }

        public static void UseAfterDispose()
        {
            var rubric = Rubric.Builtin(Data.RubricId);
            var dossier = rubric.ReadDossier(Data.Example);
            var result = dossier.Evaluate();
            var text = result.ToText();
            rubric.Dispose();
            Check.Throws<ObjectDisposedException>(() => rubric.Evaluate(Data.Example));
            Check.Throws<ObjectDisposedException>(() => rubric.Describe());
            Check.Throws<ObjectDisposedException>(() => rubric.Template());
            Check.Throws<ObjectDisposedException>(() => rubric.Lint());
            Check.Throws<ObjectDisposedException>(() => new Cohort(rubric));
            Check.Equal(Data.RubricId, rubric.Id);
            Check.Equal(text, result.ToText());
            Check.Equal(result.UnitId, dossier.Set("petitions.upheld", 0m).Evaluate().UnitId);
            dossier.Dispose();
            Check.Throws<ObjectDisposedException>(() => dossier.Evaluate());
            Check.Throws<ObjectDisposedException>(() => dossier.Set("petitions.upheld", 0m));
            result.Dispose();
            Check.Throws<ObjectDisposedException>(() => result.ToText());
            Check.Throws<ObjectDisposedException>(() => result.ToSummary());
            Check.Throws<ObjectDisposedException>(() => Summary.Of(result));
            Check.Contains("\"bontot-result/1\"", result.ToJson());
        }

        public static void ParentsMayGoFirst()
        {
            var rubric = Rubric.Builtin(Data.RubricId);
            var cohort = new Cohort(rubric);
            var result = rubric.Evaluate(Data.Example);
            rubric.Dispose();
            cohort.Add(result);
            var ranking = cohort.Rank();
            result.Dispose();
            cohort.Dispose();
            Collect();
            Check.Contains(result.UnitName.Substring(0, 15), ranking.ToText());
        }

        public static void TheCollectorFrees()
        {
            var rubric = LostRubric();
            Collect();
            Check.True(!rubric.IsAlive, "that what nobody holds is collected");
        }

        public static void ConstructorsThatThrow()
        {
            Check.Throws<NotFoundException>(() => Rubric.Builtin("nothing"));
            Check.Throws<InputException>(() => Rubric.Load("{"));
            Check.Throws<ArgumentNullException>(() => new Cohort(null));
            Check.Throws<ArgumentNullException>(() => new RubricDiff(null, null));
            Collect();
        }

        public static void WithMemoryOfOnesOwn()
        {
            var (blocks, most) = (0, int.MaxValue);
            Allocate allocate = (payload, size, alignment) =>
            {
                try
                {
                    if (--most < 0)
                    {
                        throw new InvalidOperationException("an exception that must not cross");
                    }
                    ++blocks;
                    return Marshal.AllocHGlobal((IntPtr)(long)size.ToUInt64());
                }
                catch (InvalidOperationException)
                {
                    return IntPtr.Zero;
                }
            };
            Release release = (payload, place, size, alignment) =>
            {
                --blocks;
                Marshal.FreeHGlobal(place);
            };
            using (var options = new Options().ToHandle())
            {
                Status.Check(Function<bontot_options_set_memory>.Call(options, allocate, release, IntPtr.Zero));
                var status = Function<bontot_rubric_builtin>.Call(out var rubric, Utf8.ZeroEnded(Data.RubricId), options, out var error);
                Status.Check(status, error, Language.English);
                Check.True(blocks > 0, "that our memory is used");
                rubric.Dispose();
                most = 3;
                status = Function<bontot_rubric_builtin>.Call(out rubric, Utf8.ZeroEnded(Data.RubricId), options, out error);
                Check.Throws<NoMemoryException>(() => Status.Check(status, error, Language.English));
                Check.True(rubric.IsInvalid, "that nothing was made");
            }
            Check.Equal(0, blocks);
            GC.KeepAlive(allocate);
            GC.KeepAlive(release);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static WeakReference LostRubric()
        {
            WeakReference found = null;
            // A thread of its own: what its stack held is gone when it has ended.
            var thread = new System.Threading.Thread(() => found = new WeakReference(Rubric.Builtin(Data.RubricId)));
            thread.Start();
            thread.Join();
            return found;
        }

        private static void Collect()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
    }
}
