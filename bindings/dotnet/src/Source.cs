// SPDX-License-Identifier: BSL-1.0
using System;
using System.IO;

namespace Bontot
{
    /// <summary>JSON that is to be read: text (string), UTF-8 (byte[]) or a file (FileInfo), told apart by
    /// type, never by how a text looks.</summary>
    public struct Source
    {
        private readonly Utf8 text;

        private Source(Utf8 text, string file)
        {
            this.text = text;
            File = file;
        }

        /// <summary>The path of the file, if it is one; else null.</summary>
        public string File { get; }

        internal byte[] Bytes => text.Bytes ?? throw new ArgumentNullException("source", "there is no text and no file");

        internal UIntPtr Length => text.Length;

        public static implicit operator Source(string json)
        {
            return new Source(Utf8.Of(json ?? throw new ArgumentNullException(nameof(json))), null);
        }

        public static implicit operator Source(byte[] json)
        {
            return new Source(Utf8.Of(json ?? throw new ArgumentNullException(nameof(json))), null);
        }

        /// <summary>Reads the file.</summary>
        public static implicit operator Source(FileInfo file)
        {
            var path = (file ?? throw new ArgumentNullException(nameof(file))).ToString();
            return new Source(Utf8.Of(System.IO.File.ReadAllBytes(file.FullName)), path);
        }
    }
}
