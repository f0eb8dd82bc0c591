// SPDX-License-Identifier: BSL-1.0
using System;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>A part of a dossier.</summary>
    public enum DossierPart
    {
        Facts = Constants.BONTOT_PART_FACTS,
        Marks = Constants.BONTOT_PART_MARKS,
        Members = Constants.BONTOT_PART_MEMBERS,
        Evidence = Constants.BONTOT_PART_EVIDENCE,
        History = Constants.BONTOT_PART_HISTORY,
        Results = Constants.BONTOT_PART_RESULTS,
        Exceptions = Constants.BONTOT_PART_EXCEPTIONS,
    }

    /// <content>What is not a fact of the unit: marks, members, documents, what was before.</content>
    public sealed partial class Dossier
    {
        /// <summary>Forgets all that the dossier says.</summary>
        public Dossier Reset()
        {
            return Done(Function<bontot_dossier_reset>.Call(handle, out var error), error);
        }

        /// <summary>Sets of which kind the unit is; "": that is not said.</summary>
        public Dossier SetUnitKind(string kind)
        {
            return SetUnitField(Constants.BONTOT_UNIT_KIND, kind);
        }

        /// <summary>Sets whom the unit is ranked with.</summary>
        public Dossier SetUnitGroup(string group)
        {
            return SetUnitField(Constants.BONTOT_UNIT_GROUP, group);
        }

        /// <summary>Sets the id of the unit above it.</summary>
        public Dossier SetUnitParent(string parent)
        {
            return SetUnitField(Constants.BONTOT_UNIT_PARENT, parent);
        }

        /// <summary>Says that a list is there, be it empty: there are no members, no documents.</summary>
        public Dossier Give(DossierPart part)
        {
            return Done(Function<bontot_dossier_give>.Call(handle, (int)part, out var error), error);
        }

        /// <summary>Removes all of a part, which then is unknown.</summary>
        public Dossier Remove(DossierPart part)
        {
            return Done(Function<bontot_dossier_remove>.Call(handle, (int)part, out var error), error);
        }

        /// <summary>Gives a line the points of a role, in place of any that the role gave it before.</summary>
        /// <param name="line">Its id.</param>
        /// <param name="role">Its id.</param>
        /// <param name="points">How many.</param>
        /// <param name="comment">May be "" unless the rubric asks for it; so may the next ones.</param>
        /// <param name="reason">Why the role overrides another.</param>
        /// <param name="by">Who marked it.</param>
        /// <param name="date">When.</param>
        public Dossier SetMark(
            string line, string role, decimal points, string comment = "", string reason = "", string by = "", DateTime? date = null)
        {
            var (said, why, who, when) = (Utf8.Of(comment ?? ""), Utf8.Of(reason ?? ""), Utf8.Of(by ?? ""), Utf8.Of(Period.MaybeDay(date)));
            return Done(
                Function<bontot_dossier_set_mark>.Call(
                    handle, Node(line), Role(role), Number.From(points), said.Bytes, said.Length, why.Bytes, why.Length, who.Bytes,
                    who.Length, when.Bytes, when.Length, out var error),
                error);
        }

        /// <summary>Takes the points of a role from a line; it is no error if there are none.</summary>
        public Dossier ClearMark(string line, string role)
        {
            return Done(Function<bontot_dossier_clear_mark>.Call(handle, Node(line), Role(role), out var error), error);
        }

        /// <summary>Adds a member of whom all facts are unknown, to be filled.</summary>
        public Member AddMember(string id)
        {
            var name = Utf8.Of(id ?? throw new ArgumentNullException(nameof(id)));
            Done(Function<bontot_dossier_add_member>.Call(out var number, handle, name.Bytes, name.Length, out var error), error);
            return new Member(this, number, rubric);
        }

        /// <summary>Adds a document that supports nothing yet, to be filled.</summary>
        public Evidence AddEvidence(string id)
        {
            var name = Utf8.Of(id ?? throw new ArgumentNullException(nameof(id)));
            Done(Function<bontot_dossier_add_evidence>.Call(out var number, handle, name.Bytes, name.Length, out var error), error);
            return new Evidence(this, number, rubric);
        }

        /// <summary>Adds the grade of an earlier period; what is null is not said.</summary>
        public Dossier AddHistory(Period period, string rubricId = null, string grade = null, decimal? points = null)
        {
            var (first, last) = (Utf8.Of(Period.Day(period.From)), Utf8.Of(Period.Day(period.To)));
            var (sheet, had) = (Utf8.Of(rubricId ?? ""), Utf8.Of(grade ?? ""));
            return Done(
                Function<bontot_dossier_add_history>.Call(
                    handle, first.Bytes, first.Length, last.Bytes, last.Length, sheet.Bytes, sheet.Length, had.Bytes, had.Length,
                    Number.From(points), out var error),
                error);
        }

        /// <summary>Adds the result of a member, a sub-unit or a month, in short; what is null is not said.</summary>
        public Dossier AddResult(string unit, string rubricId, Period period = null, string grade = null, decimal? points = null)
        {
            var (whose, sheet) = (Utf8.Of(unit ?? ""), Utf8.Of(rubricId ?? ""));
            var (first, last) = (Utf8.Of(Period.MaybeDay(period?.From)), Utf8.Of(Period.MaybeDay(period?.To)));
            var had = Utf8.Of(grade ?? "");
            return Done(
                Function<bontot_dossier_add_result>.Call(
                    handle, whose.Bytes, whose.Length, sheet.Bytes, sheet.Length, first.Bytes, first.Length, last.Bytes, last.Length,
                    had.Bytes, had.Length, Number.From(points), out var error),
                error);
        }

        /// <summary>Adds the result of a member, a sub-unit or a month, without what is open in it.</summary>
        public Dossier AddResult(Result result)
        {
            if (result == null)
            {
                throw new ArgumentNullException(nameof(result));
            }
            return Done(Function<bontot_dossier_add_result_of>.Call(handle, result.Handle, out var error), error);
        }

        /// <summary>Lifts a gate of the unit.</summary>
        public Dossier AddException(string gate, string reason, string authority, DateTime? date = null)
        {
            var (why, who, when) = (Utf8.Of(reason ?? ""), Utf8.Of(authority ?? ""), Utf8.Of(Period.MaybeDay(date)));
            return Done(
                Function<bontot_dossier_add_exception>.Call(
                    handle, (UIntPtr)(uint)rubric.GateOf(gate), why.Bytes, why.Length, who.Bytes, who.Length, when.Bytes, when.Length,
                    out var error),
                error);
        }

        private Dossier SetUnitField(int field, string text)
        {
            var said = Utf8.Of(text ?? "");
            return Done(Function<bontot_dossier_set_unit_field>.Call(handle, field, said.Bytes, said.Length, out var error), error);
        }

        private UIntPtr Node(string line)
        {
            return (UIntPtr)(uint)rubric.NodeOf(line);
        }

        private UIntPtr Role(string role)
        {
            return (UIntPtr)(uint)rubric.RoleOf(role);
        }
    }

    /// <summary>A member of a dossier that is filled piece by piece.</summary>
    public sealed class Member
    {
        private readonly Dossier dossier;
        private readonly UIntPtr number;
        private readonly Rubric rubric;

        internal Member(Dossier dossier, UIntPtr number, Rubric rubric)
        {
            this.dossier = dossier;
            this.number = number;
            this.rubric = rubric;
        }

        public Member Set(string field, decimal value)
        {
            return Number.TryFrom(value, out var given)
                ? Done(Function<bontot_dossier_set_member_number>.Call(dossier.Handle, number, Field(field), given, out var error), error)
                : SetTyped(field, Exact.Written(value));
        }

        public Member Set(string field, bool value)
        {
            return Done(
                Function<bontot_dossier_set_member_boolean>.Call(dossier.Handle, number, Field(field), value ? 1 : 0, out var error), error);
        }

        /// <summary>Sets a fact that is a text or a choice.</summary>
        public Member Set(string field, string value)
        {
            var text = Utf8.Of(value ?? throw new ArgumentNullException(nameof(value), "Clear makes a fact unknown"));
            return Done(
                Function<bontot_dossier_set_member_text>.Call(
                    dossier.Handle, number, Field(field), text.Bytes, text.Length, out var error),
                error);
        }

        public Member Set(string field, DateTime value)
        {
            var text = Utf8.Of(Period.Day(value));
            return Done(
                Function<bontot_dossier_set_member_date>.Call(
                    dossier.Handle, number, Field(field), text.Bytes, text.Length, out var error),
                error);
        }

        /// <summary>Sets a fact from a text as it is typed, by its type.</summary>
        public Member SetTyped(string field, string typed)
        {
            var text = Utf8.Of(typed ?? throw new ArgumentNullException(nameof(typed)));
            return Done(
                Function<bontot_dossier_set_member>.Call(dossier.Handle, number, Field(field), text.Bytes, text.Length, out var error),
                error);
        }

        /// <summary>Makes a fact unknown.</summary>
        public Member Clear(string field)
        {
            return Done(Function<bontot_dossier_clear_member>.Call(dossier.Handle, number, Field(field), out var error), error);
        }

        private UIntPtr Field(string field)
        {
            return (UIntPtr)(uint)rubric.FieldOf(field);
        }

        private Member Done(int status, ErrorHandle error)
        {
            Status.Check(status, error, Language.Vietnamese);
            return this;
        }
    }

    /// <summary>A document of a dossier that is filled piece by piece.</summary>
    public sealed class Evidence
    {
        private readonly Dossier dossier;
        private readonly UIntPtr number;
        private readonly Rubric rubric;

        internal Evidence(Dossier dossier, UIntPtr number, Rubric rubric)
        {
            this.dossier = dossier;
            this.number = number;
            this.rubric = rubric;
        }

        public Evidence SetKind(string kind)
        {
            return Set(Constants.BONTOT_EVIDENCE_KIND, kind);
        }

        public Evidence SetNumber(string text)
        {
            return Set(Constants.BONTOT_EVIDENCE_NUMBER, text);
        }

        public Evidence SetIssuer(string issuer)
        {
            return Set(Constants.BONTOT_EVIDENCE_ISSUER, issuer);
        }

        public Evidence SetIssued(DateTime day)
        {
            return SetIssued(Period.Day(day));
        }

        /// <summary>Sets the day of issue, which is written YYYY-MM-DD.</summary>
        public Evidence SetIssued(string day)
        {
            return Set(Constants.BONTOT_EVIDENCE_ISSUED, day);
        }

        public Evidence SetSubmitted(DateTime day)
        {
            return SetSubmitted(Period.Day(day));
        }

        /// <summary>Sets the day of submission, which is written YYYY-MM-DD.</summary>
        public Evidence SetSubmitted(string day)
        {
            return Set(Constants.BONTOT_EVIDENCE_SUBMITTED, day);
        }

        /// <summary>Sets the title, which is not used in scoring, and not kept; so are address and digest.</summary>
        public Evidence SetTitle(string title)
        {
            return Set(Constants.BONTOT_EVIDENCE_TITLE, title);
        }

        public Evidence SetUri(string uri)
        {
            return Set(Constants.BONTOT_EVIDENCE_URI, uri);
        }

        public Evidence SetSha256(string digest)
        {
            return Set(Constants.BONTOT_EVIDENCE_SHA256, digest);
        }

        /// <summary>Sets the status: "submitted", as when it is not said, "verified", "rejected" or "false".</summary>
        public Evidence SetStatus(string status)
        {
            return Set(Constants.BONTOT_EVIDENCE_STATUS, status);
        }

        /// <summary>Says that the document supports a criterion or indicator.</summary>
        public Evidence Supports(string node)
        {
            var supported = (UIntPtr)(uint)rubric.NodeOf(node);
            return Done(Function<bontot_dossier_add_support>.Call(dossier.Handle, number, supported, out var error), error);
        }

        private Evidence Set(int field, string text)
        {
            var said = Utf8.Of(text ?? "");
            return Done(
                Function<bontot_dossier_set_evidence>.Call(dossier.Handle, number, field, said.Bytes, said.Length, out var error), error);
        }

        private Evidence Done(int status, ErrorHandle error)
        {
            Status.Check(status, error, Language.Vietnamese);
            return this;
        }
    }
}
