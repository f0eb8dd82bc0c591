// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Bontot
{
    /// <summary>A value of the JSON that the library writes. Numbers stay text, so that nothing is rounded.</summary>
    internal sealed class Json
    {
        private readonly string text;
        private readonly List<Json> items;
        private readonly List<KeyValuePair<string, Json>> members;
        private readonly char kind;

        internal Json(char kind, string text, List<Json> items, List<KeyValuePair<string, Json>> members)
        {
            this.kind = kind;
            this.text = text;
            this.items = items;
            this.members = members;
        }

        internal bool IsNull => kind == 'n';

        internal bool IsBoolean => kind == 't' || kind == 'f';

        internal bool IsNumber => kind == '0';

        internal bool IsList => kind == '[';

        internal string Text => text;

        internal bool Truth => kind == 't';

        internal bool? MaybeTruth => IsNull ? (bool?)null : Truth;

        internal Exact Number => new Exact(text);

        internal int Integer => int.Parse(text, CultureInfo.InvariantCulture);

        internal DateTime Date => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        internal IEnumerable<KeyValuePair<string, Json>> Members => members ?? Enumerable.Empty<KeyValuePair<string, Json>>();

        /// <summary>A member that must be there.</summary>
        internal Json this[string name] =>
            Find(name) ?? throw new InternalException($"the library wrote no {name}");

        /// <summary>A member, or null when it is not there or null.</summary>
        internal Json Maybe(string name)
        {
            var found = Find(name);
            return found == null || found.IsNull ? null : found;
        }

        internal bool Has(string name)
        {
            return Find(name) != null;
        }

        internal string MaybeText(string name, string otherwise = null)
        {
            return Maybe(name)?.text ?? otherwise;
        }

        internal Exact? MaybeNumber(string name)
        {
            return Maybe(name)?.Number;
        }

        /// <summary>Returns what is made of each item of a member; of none when it is not there.</summary>
        internal IReadOnlyList<T> List<T>(string name, Func<Json, T> make)
        {
            var found = Maybe(name);
            return found == null ? new T[0] : found.Select(make);
        }

        internal IReadOnlyList<T> Select<T>(Func<Json, T> make)
        {
            return items.Select(make).ToList().AsReadOnly();
        }

        internal IReadOnlyList<string> Texts(string name)
        {
            return List(name, each => each.text);
        }

        internal static Json Parse(string json)
        {
            return new JsonReader(json).Whole();
        }

        private Json Find(string name)
        {
            foreach (var member in Members)
            {
                if (member.Key == name)
                {
                    return member.Value;
                }
            }
            return null;
        }
    }

    /// <summary>Reads what the library wrote, which is JSON without a fault.</summary>
    internal sealed class JsonReader
    {
        private readonly string json;
        private int place;

        internal JsonReader(string json)
        {
            this.json = json;
        }

        internal Json Whole()
        {
            try
            {
                var whole = Value();
                if (Next() != '\0')
                {
                    throw Fault();
                }
                return whole;
            }
            catch (IndexOutOfRangeException)
            {
                throw Fault();
            }
        }

        private Json Value()
        {
            var kind = Next();
            switch (kind)
            {
                case '{':
                    return new Json(kind, null, null, Members());
                case '[':
                    return new Json(kind, null, Items(), null);
                case '"':
                    return new Json(kind, Text(), null, null);
                case 't':
                case 'f':
                case 'n':
                    return new Json(kind, While(char.IsLetter), null, null);
                default:
                    var number = While(each => char.IsDigit(each) || "+-.eE".IndexOf(each) >= 0);
                    return number == "" ? throw Fault() : new Json('0', number, null, null);
            }
        }

        private List<KeyValuePair<string, Json>> Members()
        {
            var members = new List<KeyValuePair<string, Json>>();
            Take('{');
            while (Next() != '}')
            {
                if (members.Count > 0)
                {
                    Take(',');
                }
                Next();
                var name = Text();
                Take(':');
                members.Add(new KeyValuePair<string, Json>(name, Value()));
            }
            Take('}');
            return members;
        }

        private List<Json> Items()
        {
            var items = new List<Json>();
            Take('[');
            while (Next() != ']')
            {
                if (items.Count > 0)
                {
                    Take(',');
                }
                items.Add(Value());
            }
            Take(']');
            return items;
        }

        private string Text()
        {
            Take('"');
            var text = new StringBuilder();
            while (json[place] != '"')
            {
                var end = json.IndexOfAny(new[] { '"', '\\' }, place);
                text.Append(json, place, (end < 0 ? throw Fault() : end) - place);
                place = end;
                if (json[place] == '\\')
                {
                    text.Append(Escaped());
                }
            }
            Take('"');
            return text.ToString();
        }

        private char Escaped()
        {
            var letter = json[place + 1];
            place += 2;
            if (letter == 'u')
            {
                place += 4;
                return (char)int.Parse(json.Substring(place - 4, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            }
            var index = "bfnrt".IndexOf(letter);
            return index < 0 ? letter : "\b\f\n\r\t"[index];
        }

        private string While(Func<char, bool> fits)
        {
            var start = place;
            while (place < json.Length && fits(json[place]))
            {
                ++place;
            }
            return json.Substring(start, place - start);
        }

        private char Next()
        {
            While(char.IsWhiteSpace);
            return place < json.Length ? json[place] : '\0';
        }

        private void Take(char expected)
        {
            if (Next() != expected)
            {
                throw Fault();
            }
            ++place;
        }

        private InternalException Fault()
        {
            return new InternalException($"the library wrote what is no JSON, at {place}");
        }
    }
}
