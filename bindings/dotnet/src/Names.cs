// SPDX-License-Identifier: BSL-1.0
using System;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>Names and their values, for expressions. Setting belongs to one thread at a time.</summary>
    public sealed class Names : IDisposable
    {
        private readonly NamesHandle handle;

        public Names()
        {
            Status.Check(Function<bontot_names_new>.Call(out handle, OptionsHandle.None, out var error), error, Language.Vietnamese);
        }

        public Names Set(string name, decimal value)
        {
            if (!Number.TryFrom(value, out var number))
            {
                return SetExpression(name, Exact.Written(value));
            }
            var id = Name(name);
            return Done(Function<bontot_names_set_number>.Call(handle, id.Bytes, id.Length, number, out var error), error);
        }

        public Names Set(string name, bool value)
        {
            var id = Name(name);
            return Done(Function<bontot_names_set_boolean>.Call(handle, id.Bytes, id.Length, value ? 1 : 0, out var error), error);
        }

        public Names Set(string name, string value)
        {
            var (id, text) = (Name(name), Utf8.Of(value ?? throw new ArgumentNullException(nameof(value), "SetUnknown makes a name unknown")));
            return Done(
                Function<bontot_names_set_text>.Call(handle, id.Bytes, id.Length, text.Bytes, text.Length, out var error), error);
        }

        /// <summary>Sets a name to a date.</summary>
        public Names Set(string name, DateTime value)
        {
            var (id, text) = (Name(name), Utf8.Of(Period.Day(value)));
            return Done(
                Function<bontot_names_set_date>.Call(handle, id.Bytes, id.Length, text.Bytes, text.Length, out var error), error);
        }

        public Names SetUnknown(string name)
        {
            var id = Name(name);
            return Done(Function<bontot_names_set_unknown>.Call(handle, id.Bytes, id.Length, out var error), error);
        }

        /// <summary>Sets a name to the value of an expression over the names so far: a list, a context, a
        /// duration, any value that FEEL has.</summary>
        public Names SetExpression(string name, string expression)
        {
            var (id, source) = (Name(name), Utf8.Of(expression ?? throw new ArgumentNullException(nameof(expression))));
            return Done(
                Function<bontot_names_set_expression>.Call(handle, id.Bytes, id.Length, source.Bytes, source.Length, out var error), error);
        }

        /// <summary>Evaluates an expression over the names, as Feel.Evaluate.</summary>
        public string Evaluate(string expression, Options options = null)
        {
            var source = Utf8.Of(expression ?? throw new ArgumentNullException(nameof(expression)));
            return Text.Written(options, (out TextHandle made, OptionsHandle chosen, out ErrorHandle error) =>
                Function<bontot_names_evaluate>.Call(out made, handle, source.Bytes, source.Length, chosen, out error));
        }

        public void Dispose()
        {
            handle.Dispose();
        }

        private static Utf8 Name(string name)
        {
            return Utf8.Of(name ?? throw new ArgumentNullException(nameof(name)));
        }

        private Names Done(int status, ErrorHandle error)
        {
            Status.Check(status, error, Language.Vietnamese);
            return this;
        }
    }
}
