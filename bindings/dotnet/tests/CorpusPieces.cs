// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using System.Linq;
using static Bontot.Functions;

namespace Bontot.Tests
{
    /// <summary>The steps of assemble that build has not: what a dossier has beside facts.</summary>
    internal sealed class CorpusPieces
    {
        private readonly Dossier dossier;
        private readonly Rubric rubric;
        private readonly Dictionary<string, Action<CorpusWords>> steps;

        internal CorpusPieces(Dossier dossier, Rubric rubric)
        {
            this.dossier = dossier;
            this.rubric = rubric;
            steps = new Dictionary<string, Action<CorpusWords>>
            {
                ["unit-kind"] = words => dossier.SetUnitKind(words.Rest),
                ["unit-group"] = words => dossier.SetUnitGroup(words.Rest),
                ["unit-parent"] = words => dossier.SetUnitParent(words.Rest),
                ["mark"] = Mark,
                ["override"] = Override,
                ["unmark"] = words => dossier.ClearMark(words.Next(), words.Next()),
                ["member"] = words => dossier.AddMember(words.Rest),
                ["of-member"] = words => Member(words).SetTyped(words.Next(), words.Rest),
                ["clear-member"] = words => Member(words).Clear(words.Next()),
                ["evidence"] = AddEvidence,
                ["history"] = words => dossier.AddHistory(words.MaybePeriod(), words.Next(), words.Next(), words.MaybeNumber()),
                ["result"] = words => dossier.AddResult(
                    words.Next(), words.Next(), words.MaybePeriod(), words.Next(), words.MaybeNumber()),
                ["exception"] = AddException,
                ["give"] = words => dossier.Give(Part(words)),
                ["remove"] = words => dossier.Remove(Part(words)),
                ["reset"] = words => dossier.Reset(),
            };
        }

        /// <summary>Returns false when the step is none of these.</summary>
        internal bool Take(string step)
        {
            var words = new CorpusWords(step);
            if (!steps.TryGetValue(words.Next(), out var body))
            {
                return false;
            }
            body(words);
            return true;
        }

        private void Mark(CorpusWords words)
        {
            var (line, role, points, day) = (words.Next(), words.Next(), words.Number(), words.Next());
            try
            {
                dossier.SetMark(line, role, points, words.Rest, date: new CorpusWords(day).MaybeDay());
            }
            catch (FormatException)
            {
                MarkOn(day, line, role, points, words.Rest);
            }
        }

        // A DateTime is a day; here it need not be one.
        private void MarkOn(string day, string line, string role, decimal points, string comment)
        {
            var (node, marker) = ((UIntPtr)(uint)rubric.NodeOf(line), (UIntPtr)(uint)rubric.RoleOf(role));
            var (said, none, when) = (Utf8.Of(comment), Utf8.Of(""), Utf8.Of(day));
            var status = Function<bontot_dossier_set_mark>.Call(
                dossier.Handle, node, marker, Number.From(points), said.Bytes, said.Length, none.Bytes, none.Length, none.Bytes,
                none.Length, when.Bytes, when.Length, out var error);
            Status.Check(status, error, Language.Vietnamese);
        }

        private void Override(CorpusWords words)
        {
            var (line, role, points, by) = (words.Next(), words.Next(), words.Number(), words.Next());
            dossier.SetMark(line, role, points, reason: words.Rest, by: by);
        }

        // The idiom has the member that was added; a number need not be of one.
        private Member Member(CorpusWords words)
        {
            return new Member(dossier, (UIntPtr)uint.Parse(words.Next()), rubric);
        }

        private void AddEvidence(CorpusWords words)
        {
            var evidence = dossier.AddEvidence(words.Next());
            var nodes = words.Next();
            foreach (var set in new Func<string, Evidence>[]
                { evidence.SetKind, evidence.SetNumber, evidence.SetIssued, evidence.SetSubmitted, evidence.SetStatus })
            {
                var text = words.Next();
                if (text != "")
                {
                    set(text);
                }
            }
            foreach (var node in nodes.Split(',').Where(each => each != ""))
            {
                evidence.Supports(node);
            }
        }

        private void AddException(CorpusWords words)
        {
            var (gate, date, authority) = (words.Next(), words.MaybeDay(), words.Next());
            dossier.AddException(gate, words.Rest, authority, date);
        }

        private static DossierPart Part(CorpusWords words)
        {
            return (DossierPart)Enum.Parse(typeof(DossierPart), words.Rest, true);
        }
    }
}
