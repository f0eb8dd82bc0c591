// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>What a fact is.</summary>
    public enum FactType
    {
        Number = Constants.BONTOT_FACT_NUMBER,
        Boolean = Constants.BONTOT_FACT_BOOLEAN,
        Text = Constants.BONTOT_FACT_TEXT,
        Date = Constants.BONTOT_FACT_DATE,
        Choice = Constants.BONTOT_FACT_CHOICE,
    }

    /// <summary>Something that a rubric names, a role or a grade for example. Immutable.</summary>
    public class Labelled
    {
        internal Labelled(string id, string label, string labelEn)
        {
            Id = id;
            Label = label;
            LabelEn = labelEn;
        }

        public string Id { get; }

        /// <summary>In Vietnamese.</summary>
        public string Label { get; }

        /// <summary>In English.</summary>
        public string LabelEn { get; }

        public override string ToString()
        {
            return Id;
        }
    }

    /// <summary>One fact of the unit that a rubric asks for. Immutable.</summary>
    public sealed class Fact : Labelled
    {
        internal Fact(string id, string label, string labelEn, int slot, FactType type)
            : base(id, label, labelEn)
        {
            Slot = slot;
            Type = type;
        }

        /// <summary>Its place in the rubric, from 0.</summary>
        public int Slot { get; }

        public FactType Type { get; }
    }

    /// <summary>A criterion, or an indicator below one. Immutable.</summary>
    public sealed class RubricNode
    {
        internal RubricNode(string id, int? parent)
        {
            Id = id;
            Parent = parent;
        }

        public string Id { get; }

        /// <summary>The number of the one that it is under; null: it is a criterion.</summary>
        public int? Parent { get; }

        public override string ToString()
        {
            return Id;
        }
    }

    /// <summary>What became of the examples of a rubric. Immutable.</summary>
    public sealed class ExampleReport
    {
        internal ExampleReport(int failed, string text)
        {
            Failed = failed;
            Text = text;
        }

        /// <summary>How many did not give what they expect.</summary>
        public int Failed { get; }

        /// <summary>A line for each, and what differs.</summary>
        public string Text { get; }
    }

    /// <summary>Copies what a rubric says about itself.</summary>
    internal sealed class RubricContents
    {
        private readonly RubricHandle rubric;

        internal RubricContents(RubricHandle rubric)
        {
            this.rubric = rubric;
        }

        internal string Id =>
            Text.Borrowed(rubric, (out UIntPtr length) => Function<bontot_rubric_id>.Call(rubric, out length));

        internal string Version =>
            Text.Borrowed(rubric, (out UIntPtr length) => Function<bontot_rubric_version>.Call(rubric, out length));

        internal string Label(Language language)
        {
            return Text.Borrowed(rubric, (out UIntPtr length) =>
                Function<bontot_rubric_label>.Call(rubric, (int)language, out length));
        }

        internal IReadOnlyList<Fact> Facts()
        {
            return Index.Each(Function<bontot_rubric_fact_count>.Call(rubric), slot => new Fact(
                Text.Borrowed(rubric, (out UIntPtr length) => Function<bontot_rubric_fact_id>.Call(rubric, slot, out length)),
                FactLabel(slot, Language.Vietnamese),
                FactLabel(slot, Language.English),
                (int)slot,
                (FactType)Function<bontot_rubric_fact_type>.Call(rubric, slot)));
        }

        internal IReadOnlyList<Labelled> Roles()
        {
            return Index.Each(Function<bontot_rubric_role_count>.Call(rubric), role => new Labelled(
                Text.Borrowed(rubric, (out UIntPtr length) => Function<bontot_rubric_role_id>.Call(rubric, role, out length)),
                RoleLabel(role, Language.Vietnamese),
                RoleLabel(role, Language.English)));
        }

        internal IReadOnlyList<Labelled> Grades()
        {
            return Index.Each(Function<bontot_rubric_grade_count>.Call(rubric), grade => new Labelled(
                Text.Borrowed(rubric, (out UIntPtr length) => Function<bontot_rubric_grade_id>.Call(rubric, grade, out length)),
                GradeLabel(grade, Language.Vietnamese),
                GradeLabel(grade, Language.English)));
        }

        internal IReadOnlyList<RubricNode> Nodes()
        {
            return Index.Each(Function<bontot_rubric_node_count>.Call(rubric), node => new RubricNode(
                Text.Borrowed(rubric, (out UIntPtr length) => Function<bontot_rubric_node_id>.Call(rubric, node, out length)),
                Index.OrNull(Function<bontot_rubric_node_parent>.Call(rubric, node))));
        }

        private string FactLabel(UIntPtr slot, Language language)
        {
            return Text.Borrowed(rubric, (out UIntPtr length) =>
                Function<bontot_rubric_fact_label>.Call(rubric, slot, (int)language, out length));
        }

        private string RoleLabel(UIntPtr role, Language language)
        {
            return Text.Borrowed(rubric, (out UIntPtr length) =>
                Function<bontot_rubric_role_label>.Call(rubric, role, (int)language, out length));
        }

        private string GradeLabel(UIntPtr grade, Language language)
        {
            return Text.Borrowed(rubric, (out UIntPtr length) =>
                Function<bontot_rubric_grade_label>.Call(rubric, grade, (int)language, out length));
        }
    }
}
