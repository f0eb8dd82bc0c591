// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;

namespace Bontot
{
    /// <summary>The language of labels and sentences.</summary>
    public enum Language
    {
        Vietnamese = Constants.BONTOT_VI,
        English = Constants.BONTOT_EN,
    }

    /// <summary>One thing that is wrong with a text, and where. Immutable.</summary>
    public sealed class ErrorEntry
    {
        internal ErrorEntry(string code, string message, string messageEn, string pointer, params long[] places)
        {
            Code = code;
            Message = message;
            MessageEn = messageEn;
            Pointer = pointer;
            Offset = places[0];
            Line = (int)places[1];
            Column = (int)places[2];
            ExpressionColumn = (int)places[3];
        }

        /// <summary>Stable, such as "dossier_out_of_range".</summary>
        public string Code { get; }

        /// <summary>The sentence in Vietnamese.</summary>
        public string Message { get; }

        /// <summary>The sentence in English.</summary>
        public string MessageEn { get; }

        /// <summary>The place as a JSON Pointer; "" is the whole text.</summary>
        public string Pointer { get; }

        /// <summary>The place in bytes, from 0.</summary>
        public long Offset { get; }

        /// <summary>From 1; 0 when there is no text.</summary>
        public int Line { get; }

        /// <summary>In code points, from 1; 0 when there is no text.</summary>
        public int Column { get; }

        /// <summary>The column within a FEEL expression, from 1; 0 when it is about none.</summary>
        public int ExpressionColumn { get; }

        /// <summary>Returns one line: source:line:column, the pointer and [expression column], the sentence.</summary>
        public string Describe(Language language = Language.Vietnamese, string source = null)
        {
            var places = new List<string>();
            if (!string.IsNullOrEmpty(source))
            {
                places.Add(source);
            }
            if (Line > 0)
            {
                places.Add($"{Line}:{Column}");
            }
            var place = string.Join(":", places);
            if (Pointer != "")
            {
                place += (place == "" ? "" : " ") + Pointer + (ExpressionColumn > 0 ? $" [{ExpressionColumn}]" : "");
            }
            var sentence = language == Language.English ? MessageEn : Message;
            return place == "" ? sentence : $"{place}: {sentence}";
        }

        public override string ToString()
        {
            return Describe();
        }
    }

    /// <summary>What the library reports. Message shows every entry on a line of its own, in the language of
    /// the call.</summary>
    public class BontotException : Exception
    {
        internal BontotException(string message)
            : this(message, new ErrorEntry[0], Language.Vietnamese, null)
        {
        }

        internal BontotException(string message, IReadOnlyList<ErrorEntry> entries, Language language, string source)
            : base(entries.Count == 0 ? message : string.Join("\n", entries.Select(each => each.Describe(language, source))))
        {
            Entries = entries;
            File = source;
        }

        /// <summary>Everything that is wrong, in the order of the text.</summary>
        public IReadOnlyList<ErrorEntry> Entries { get; }

        /// <summary>The path of the file with the errors, if it was one; else null.</summary>
        public string File { get; }
    }

    /// <summary>A rubric, dossier or expression has errors.</summary>
    public sealed class InputException : BontotException
    {
        internal InputException(string message, IReadOnlyList<ErrorEntry> entries, Language language, string source)
            : base(message, entries, language, source)
        {
        }
    }

    /// <summary>There is nothing of that name.</summary>
    public sealed class NotFoundException : BontotException
    {
        internal NotFoundException(string message)
            : base(message)
        {
        }

        internal NotFoundException(string message, IReadOnlyList<ErrorEntry> entries, Language language, string source)
            : base(message, entries, language, source)
        {
        }
    }

    /// <summary>A wrong argument.</summary>
    public sealed class MisuseException : BontotException
    {
        internal MisuseException(string message)
            : base(message)
        {
        }

        internal MisuseException(string message, IReadOnlyList<ErrorEntry> entries, Language language, string source)
            : base(message, entries, language, source)
        {
        }
    }

    /// <summary>The library is out of memory.</summary>
    public sealed class NoMemoryException : BontotException
    {
        internal NoMemoryException(string message, IReadOnlyList<ErrorEntry> entries, Language language, string source)
            : base(message, entries, language, source)
        {
        }
    }

    /// <summary>A value does not fit where it should go; of a decimal, the message says where its text is.</summary>
    public sealed class NoFitException : BontotException
    {
        internal NoFitException(string message)
            : base(message)
        {
        }

        internal NoFitException(string message, IReadOnlyList<ErrorEntry> entries, Language language, string source)
            : base(message, entries, language, source)
        {
        }
    }

    /// <summary>A function of the caller's said to stop.</summary>
    public sealed class CancelledException : BontotException
    {
        internal CancelledException(string message, IReadOnlyList<ErrorEntry> entries, Language language, string source)
            : base(message, entries, language, source)
        {
        }
    }

    /// <summary>A fault of the library: please report it.</summary>
    public sealed class InternalException : BontotException
    {
        internal InternalException(string message)
            : base(message)
        {
        }

        internal InternalException(string message, IReadOnlyList<ErrorEntry> entries, Language language, string source)
            : base(message, entries, language, source)
        {
        }
    }

    /// <summary>The library cannot be found or loaded, or is of another version.</summary>
    public sealed class LibraryException : BontotException
    {
        internal LibraryException(string message)
            : base(message)
        {
        }
    }
}
