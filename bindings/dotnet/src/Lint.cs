// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections;
using System.Collections.Generic;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>One thing in a rubric that is likely not meant so. Immutable.</summary>
    public sealed class LintFinding
    {
        internal LintFinding(LintHandle lint, UIntPtr finding)
        {
            Code = Utf8.Copy(Function<bontot_lint_code>.Call(lint, finding));
            Severity = (Severity)Function<bontot_lint_severity>.Call(lint, finding);
            Pointer = Text.Borrowed(lint, (out UIntPtr length) => Function<bontot_lint_pointer>.Call(lint, finding, out length));
            Message = Sentence(lint, finding, Language.Vietnamese);
            MessageEn = Sentence(lint, finding, Language.English);
            Witness = Shown(lint, finding, Language.Vietnamese);
            WitnessEn = Shown(lint, finding, Language.English);
            Node = Text.Borrowed(lint, (out UIntPtr length) => Function<bontot_lint_node>.Call(lint, finding, out length));
            Offset = (long)Function<bontot_lint_offset>.Call(lint, finding).ToUInt64();
            Line = (int)Function<bontot_lint_line>.Call(lint, finding).ToUInt64();
            Column = (int)Function<bontot_lint_column>.Call(lint, finding).ToUInt64();
        }

        /// <summary>Its kind, such as "step_gap".</summary>
        public string Code { get; }

        public Severity Severity { get; }

        /// <summary>Where it is in the rubric: a JSON Pointer.</summary>
        public string Pointer { get; }

        /// <summary>What is wrong, in Vietnamese.</summary>
        public string Message { get; }

        /// <summary>In English.</summary>
        public string MessageEn { get; }

        /// <summary>What shows it, in Vietnamese; "": nothing more to show.</summary>
        public string Witness { get; }

        /// <summary>In English.</summary>
        public string WitnessEn { get; }

        /// <summary>The id of the criterion or indicator that it is about, or null.</summary>
        public string Node { get; }

        /// <summary>The place in bytes, from 0.</summary>
        public long Offset { get; }

        /// <summary>From 1; 0 when no text was given.</summary>
        public int Line { get; }

        /// <summary>From 1, in code points; 0 when no text was given.</summary>
        public int Column { get; }

        public override string ToString()
        {
            return $"{Message} [{Code}] ({Pointer})";
        }

        private static string Sentence(LintHandle lint, UIntPtr finding, Language language)
        {
            return Text.Borrowed(lint, (out UIntPtr length) =>
                Function<bontot_lint_message>.Call(lint, finding, (int)language, out length));
        }

        private static string Shown(LintHandle lint, UIntPtr finding, Language language)
        {
            return Text.Borrowed(lint, (out UIntPtr length) =>
                Function<bontot_lint_witness>.Call(lint, finding, (int)language, out length));
        }
    }

    /// <summary>What lint found in a rubric, in its order. Immutable, and needs the library no more.</summary>
    public sealed class Lint : IReadOnlyList<LintFinding>
    {
        private readonly IReadOnlyList<LintFinding> findings;
        private readonly string json;

        internal Lint(LintHandle lint, Options options)
        {
            findings = Index.Each(Function<bontot_lint_count>.Call(lint), finding => new LintFinding(lint, finding));
            json = Text.Written(options, (out TextHandle made, OptionsHandle chosen, out ErrorHandle error) =>
                Function<bontot_lint_write>.Call(out made, lint, chosen, out error));
        }

        public int Count => findings.Count;

        public LintFinding this[int index] => findings[index];

        /// <summary>Returns all of it as JSON in one line (format bontot-lint/1).</summary>
        public string ToJson()
        {
            return json;
        }

        public IEnumerator<LintFinding> GetEnumerator()
        {
            return findings.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator()
        {
            return GetEnumerator();
        }
    }
}
