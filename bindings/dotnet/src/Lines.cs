// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Threading;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>What came of one line.</summary>
    public sealed class LineOutcome
    {
        private readonly ResultHandle lent;
        private readonly Language language;
        private Result result;

        internal LineOutcome(long line, ResultHandle lent, IReadOnlyList<ErrorEntry> errors, Language language)
        {
            Line = line;
            this.lent = lent;
            Errors = errors;
            this.language = language;
        }

        /// <summary>From 1.</summary>
        public long Line { get; }

        public bool IsScored => lent != null;

        /// <summary>What is wrong with the line; else empty.</summary>
        public IReadOnlyList<ErrorEntry> Errors { get; }

        /// <summary>A complete copy, made when it is first asked for, which must be before the function returns;
        /// its texts for people last as long. Null: the line has errors.</summary>
        /// <exception cref="ObjectDisposedException">The function has returned.</exception>
        public Result Result => lent == null ? null : result ?? (result = new Result(lent, language));
    }

    /// <summary>
    /// Many dossiers in one text, a line for each (NDJSON), scored one after the other. What is wrong with a line
    /// is the line's own error, and the next one is scored. Blank lines are passed over but counted. Belongs to one
    /// thread at a time.
    /// </summary>
    public sealed class Lines : IDisposable
    {
        private readonly LinesHandle handle;
        private readonly LineCalls calls;
        private readonly Options options;

        /// <summary>Begins a text that comes piece by piece.</summary>
        /// <param name="rubric">Scores the lines that name none that is found; null: such a line has an error.</param>
        /// <param name="done">Takes what came of a line; false: stop.</param>
        /// <param name="options">How lines are read, and AsOf; the size limit is that of a line.</param>
        /// <param name="find">Finds the rubric that a line names, by its id, or returns null; null: none is found.</param>
        /// <param name="cancel">Asked after each line.</param>
        public Lines(
            Rubric rubric, Func<LineOutcome, bool> done, Options options = null, Func<string, Rubric> find = null,
            CancellationToken cancel = default(CancellationToken))
        {
            this.options = options ?? Options.Default;
            calls = new LineCalls(done, find, this.options.Language, cancel);
            using (var chosen = this.options.ToHandle())
            {
                var status = Function<bontot_lines_new>.Call(
                    out handle, rubric?.Handle ?? RubricHandle.None, calls.Find, calls.Done, IntPtr.Zero, chosen, out var error);
                Status.Check(status, error, this.options.Language);
            }
        }

        /// <summary>How many lines were scored or had errors.</summary>
        public long Count => (long)Function<bontot_lines_count>.Call(handle);

        /// <summary>How many lines had errors.</summary>
        public long WrongCount => (long)Function<bontot_lines_wrong_count>.Call(handle);

        /// <summary>Scores all lines of a text; the parameters are as those of the constructor.</summary>
        /// <exception cref="CancelledException">The function said to stop.</exception>
        /// <exception cref="OperationCanceledException">The token said so.</exception>
        public static void Evaluate(
            Source text, Rubric rubric, Func<LineOutcome, bool> done, Options options = null, Func<string, Rubric> find = null,
            CancellationToken cancel = default(CancellationToken))
        {
            options = options ?? Options.Default;
            var calls = new LineCalls(done, find, options.Language, cancel);
            using (var chosen = options.ToHandle())
            {
                var status = Function<bontot_evaluate_lines>.Call(
                    text.Bytes, text.Length, rubric?.Handle ?? RubricHandle.None, calls.Find, calls.Done, IntPtr.Zero, chosen, out var error);
                calls.Check(status, error);
            }
            GC.KeepAlive(calls);
        }

        /// <summary>Scores the lines that end in a piece of UTF-8, of any length, and keeps what is behind them.</summary>
        public void Feed(byte[] piece)
        {
            var text = Utf8.Of(piece ?? throw new ArgumentNullException(nameof(piece)));
            Fed(Function<bontot_lines_feed>.Call(handle, text.Bytes, text.Length, out var error), error);
        }

        public void Feed(string piece)
        {
            var text = Utf8.Of(piece ?? throw new ArgumentNullException(nameof(piece)));
            Fed(Function<bontot_lines_feed>.Call(handle, text.Bytes, text.Length, out var error), error);
        }

        /// <summary>Scores the lines of a stream to its end; it is not closed.</summary>
        public void Read(Stream stream)
        {
            if (stream == null)
            {
                throw new ArgumentNullException(nameof(stream));
            }
            var piece = new byte[1 << 16];
            for (var count = stream.Read(piece, 0, piece.Length); count > 0; count = stream.Read(piece, 0, piece.Length))
            {
                Fed(Function<bontot_lines_feed>.Call(handle, piece, (UIntPtr)(uint)count, out var error), error);
            }
            End();
        }

        /// <summary>Scores the last line, if it has no line end, and ends the text.</summary>
        public void End()
        {
            Fed(Function<bontot_lines_end>.Call(handle, out var error), error);
        }

        public void Dispose()
        {
            handle.Dispose();
        }

        private void Fed(int status, ErrorHandle error)
        {
            calls.Check(status, error);
            GC.KeepAlive(this);
        }
    }

    /// <summary>What the library calls for lines. No exception leaves these functions: it stops the lines, and is
    /// thrown when the library has returned.</summary>
    internal sealed class LineCalls
    {
        private readonly Func<LineOutcome, bool> done;
        private readonly Func<string, Rubric> find;
        private readonly Language language;
        private readonly CancellationToken cancel;
        private ExceptionDispatchInfo thrown;
        private RubricHandle held;

        internal LineCalls(Func<LineOutcome, bool> done, Func<string, Rubric> find, Language language, CancellationToken cancel)
        {
            this.done = done ?? throw new ArgumentNullException(nameof(done));
            this.find = find;
            this.language = language;
            this.cancel = cancel;
            Done = OnDone;
            Find = find == null ? null : (FindRubric)OnFind;
        }

        /// <summary>Kept here, so that they live as long as the library may call them.</summary>
        internal LineDone Done { get; }

        internal FindRubric Find { get; }

        internal void Check(int status, ErrorHandle error)
        {
            LetGo();
            var stopped = thrown;
            thrown = null;
            if (stopped != null)
            {
                error.Dispose();
                stopped.Throw();
            }
            Status.Check(status, error, language);
        }

        private int OnDone(IntPtr payload, ulong line, IntPtr result, IntPtr error)
        {
            try
            {
                using (var lent = result == IntPtr.Zero ? null : new ResultHandle(result))
                using (var wrong = new ErrorHandle(error))
                {
                    var goesOn = thrown == null
                        && done(new LineOutcome((long)line, lent, Status.Entries(wrong, int.MaxValue), language));
                    cancel.ThrowIfCancellationRequested();
                    return goesOn ? 0 : 1;
                }
            }
            catch (Exception caught)
            {
                thrown = ExceptionDispatchInfo.Capture(caught);
                return 1;
            }
            finally
            {
                LetGo();
            }
        }

        private IntPtr OnFind(IntPtr payload, IntPtr id, UIntPtr length)
        {
            try
            {
                LetGo();
                var found = find(Utf8.Copy(id, length))?.Handle;
                if (found == null)
                {
                    return IntPtr.Zero;
                }
                var isHeld = false;
                found.DangerousAddRef(ref isHeld);
                held = found;
                return found.DangerousGetHandle();
            }
            catch (Exception caught)
            {
                thrown = ExceptionDispatchInfo.Capture(caught);
                return IntPtr.Zero;
            }
        }

        // The rubric of a line must live until the line is done, whoever disposes of it.
        private void LetGo()
        {
            held?.DangerousRelease();
            held = null;
        }
    }
}
