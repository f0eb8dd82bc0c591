// SPDX-License-Identifier: BSL-1.0
using System;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>Whom a fact is given for. Of several the last one here counts.</summary>
    public enum Scope
    {
        /// <summary>All units; the name is "".</summary>
        All = Constants.BONTOT_FOR_ALL,

        /// <summary>The units of a group, by its name.</summary>
        Group = Constants.BONTOT_FOR_GROUP,

        /// <summary>One unit, by its id.</summary>
        Unit = Constants.BONTOT_FOR_UNIT,
    }

    /// <summary>
    /// Facts, exceptions and findings about evidence that a committee gives. Made by Rubric.ReadReference, or by
    /// Rubric.NewReference to be filled piece by piece before it is used, and good for dossiers of that rubric object.
    /// Once filled, one serves all threads.
    /// </summary>
    public sealed class Reference : IDisposable
    {
        private readonly Rubric rubric;

        internal Reference(ReferenceHandle handle, Rubric rubric)
        {
            Handle = handle;
            this.rubric = rubric;
        }

        internal ReferenceHandle Handle { get; }

        public Reference SetPeriod(DateTime from, DateTime to)
        {
            var (first, last) = (Utf8.Of(Period.Day(from)), Utf8.Of(Period.Day(to)));
            return Done(
                Function<bontot_reference_set_period>.Call(Handle, first.Bytes, first.Length, last.Bytes, last.Length, out var error), error);
        }

        /// <summary>Sets a number that the committee gives.</summary>
        public Reference Set(string fact, decimal value, Scope scope = Scope.All, string name = "")
        {
            if (!Number.TryFrom(value, out var number))
            {
                return SetTyped(fact, Exact.Written(value), scope, name);
            }
            var whose = Utf8.Of(name ?? "");
            return Done(
                Function<bontot_reference_set_number>.Call(
                    Handle, (int)scope, whose.Bytes, whose.Length, Slot(fact), number, out var error),
                error);
        }

        /// <summary>Sets a fact from a text as it is typed, by the fact's type.</summary>
        public Reference SetTyped(string fact, string text, Scope scope = Scope.All, string name = "")
        {
            var (whose, value) = (Utf8.Of(name ?? ""), Utf8.Of(text ?? throw new ArgumentNullException(nameof(text))));
            return Done(
                Function<bontot_reference_set>.Call(
                    Handle, (int)scope, whose.Bytes, whose.Length, Slot(fact), value.Bytes, value.Length, out var error),
                error);
        }

        /// <summary>Lifts a gate for a unit.</summary>
        public Reference AddException(string unit, string gate, string reason, string authority, DateTime? date = null)
        {
            var (whose, why, who) = (Utf8.Of(unit ?? ""), Utf8.Of(reason ?? ""), Utf8.Of(authority ?? ""));
            var when = Utf8.Of(Period.MaybeDay(date));
            return Done(
                Function<bontot_reference_add_exception>.Call(
                    Handle, whose.Bytes, whose.Length, (UIntPtr)(uint)rubric.GateOf(gate), why.Bytes, why.Length, who.Bytes, who.Length,
                    when.Bytes, when.Length, out var error),
                error);
        }

        /// <summary>Sets the status of a document of a unit: "verified", "rejected" or "false".</summary>
        public Reference AddFinding(string unit, string document, string status)
        {
            var (whose, which, found) = (Utf8.Of(unit ?? ""), Utf8.Of(document ?? ""), Utf8.Of(status ?? ""));
            return Done(
                Function<bontot_reference_add_finding>.Call(
                    Handle, whose.Bytes, whose.Length, which.Bytes, which.Length, found.Bytes, found.Length, out var error),
                error);
        }

        public void Dispose()
        {
            Handle.Dispose();
        }

        private UIntPtr Slot(string fact)
        {
            return (UIntPtr)(uint)rubric.SlotOf(fact);
        }

        private Reference Done(int status, ErrorHandle error)
        {
            Status.Check(status, error, Language.Vietnamese);
            return this;
        }
    }
}
