// SPDX-License-Identifier: BSL-1.0
using System;
using System.Runtime.InteropServices;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>
    /// Owns one object of the library, or nothing. The runtime makes it before the call that fills it, keeps
    /// it alive while a call uses it, and frees it once: by Dispose, after the last call that uses it, or by
    /// the finalizer. Using one that is disposed throws ObjectDisposedException.
    /// </summary>
    internal abstract class Handle : SafeHandle
    {
        protected Handle(bool owns = true)
            : base(IntPtr.Zero, owns)
        {
        }

        public override bool IsInvalid => handle == IntPtr.Zero;
    }

    internal sealed class ErrorHandle : Handle
    {
        public ErrorHandle()
        {
        }

        /// <summary>Lends an error that another object owns.</summary>
        internal ErrorHandle(IntPtr lent)
            : base(false)
        {
            SetHandle(lent);
        }

        protected override bool ReleaseHandle()
        {
            Function<bontot_error_free>.Call(handle);
            return true;
        }
    }

    internal sealed class OptionsHandle : Handle
    {
        /// <summary>NULL: the defaults.</summary>
        internal static readonly OptionsHandle None = new OptionsHandle();

        protected override bool ReleaseHandle()
        {
            Function<bontot_options_free>.Call(handle);
            return true;
        }
    }

    internal sealed class TextHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_text_free>.Call(handle);
            return true;
        }
    }

    internal sealed class RubricHandle : Handle
    {
        /// <summary>NULL: none.</summary>
        internal static readonly RubricHandle None = new RubricHandle();

        protected override bool ReleaseHandle()
        {
            Function<bontot_rubric_free>.Call(handle);
            return true;
        }
    }

    internal sealed class ReferenceHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_reference_free>.Call(handle);
            return true;
        }
    }

    internal sealed class DossierHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_dossier_free>.Call(handle);
            return true;
        }
    }

    internal sealed class ResultHandle : Handle
    {
        public ResultHandle()
        {
        }

        /// <summary>Lends a result that another object owns.</summary>
        internal ResultHandle(IntPtr lent)
            : base(false)
        {
            SetHandle(lent);
        }

        protected override bool ReleaseHandle()
        {
            Function<bontot_result_free>.Call(handle);
            return true;
        }
    }

    internal sealed class ReportHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_report_free>.Call(handle);
            return true;
        }
    }

    internal sealed class SummaryHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_summary_free>.Call(handle);
            return true;
        }
    }

    internal sealed class ComparisonHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_comparison_free>.Call(handle);
            return true;
        }
    }

    internal sealed class CohortHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_cohort_free>.Call(handle);
            return true;
        }
    }

    internal sealed class RankingHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_ranking_free>.Call(handle);
            return true;
        }
    }

    internal sealed class LintHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_lint_free>.Call(handle);
            return true;
        }
    }

    internal sealed class DiffHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_diff_free>.Call(handle);
            return true;
        }
    }

    internal sealed class PathHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_path_free>.Call(handle);
            return true;
        }
    }

    internal sealed class LinesHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_lines_free>.Call(handle);
            return true;
        }
    }

    internal sealed class NamesHandle : Handle
    {
        protected override bool ReleaseHandle()
        {
            Function<bontot_names_free>.Call(handle);
            return true;
        }
    }
}
