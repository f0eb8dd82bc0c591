// SPDX-License-Identifier: BSL-1.0
using System;
using System.Collections.Generic;
using static Bontot.Functions;

namespace Bontot
{
    /// <summary>Copies what a rubric says about itself.</summary>
    internal sealed class RubricContents
    {
        private readonly RubricHandle rubric;

        internal RubricContents(RubricHandle rubric)
        {
            this.rubric = rubric;
        }

        internal delegate IntPtr Labeller(int language, out UIntPtr length);

        internal string Said(Text.Lender lend)
        {
            return Text.Borrowed(rubric, lend);
        }

        /// <summary>Returns a text in Vietnamese and in English.</summary>
        internal Both Both(Labeller lend)
        {
            return new Both(
                Said((out UIntPtr length) => lend(Constants.BONTOT_VI, out length)),
                Said((out UIntPtr length) => lend(Constants.BONTOT_EN, out length)));
        }

        internal IReadOnlyList<Fact> Facts()
        {
            return Index.Each(Function<bontot_rubric_fact_count>.Call(rubric), slot => new Fact(new FactParts
            {
                Number = (int)slot,
                Id = Said((out UIntPtr length) => Function<bontot_rubric_fact_id>.Call(rubric, slot, out length)),
                Label = Both((int language, out UIntPtr length) =>
                    Function<bontot_rubric_fact_label>.Call(rubric, slot, language, out length)),
                Unit = Both((int language, out UIntPtr length) =>
                    Function<bontot_rubric_fact_unit>.Call(rubric, slot, language, out length)),
                Type = (FactType)Function<bontot_rubric_fact_type>.Call(rubric, slot),
                Bound = end => Text.Filled((buffer, room) =>
                    Function<bontot_rubric_fact_bound_text>.Call(rubric, slot, end, buffer, room)),
                IsInteger = Function<bontot_rubric_fact_is_integer>.Call(rubric, slot) == 1,
                IsByCommittee = Function<bontot_rubric_fact_is_by_committee>.Call(rubric, slot) == 1,
                IsFromResults = Function<bontot_rubric_fact_is_from_results>.Call(rubric, slot) == 1,
                IsRead = Function<bontot_rubric_fact_is_read>.Call(rubric, slot) == 1,
                Choices = Index.Each(Function<bontot_rubric_fact_choice_count>.Call(rubric, slot), choice =>
                    Said((out UIntPtr length) => Function<bontot_rubric_fact_choice>.Call(rubric, slot, choice, out length))),
            }));
        }

        internal IReadOnlyList<Fact> Fields()
        {
            return Index.Each(Function<bontot_rubric_field_count>.Call(rubric), field => new Fact(new FactParts
            {
                Number = (int)field,
                Id = Said((out UIntPtr length) => Function<bontot_rubric_field_id>.Call(rubric, field, out length)),
                Label = Both((int language, out UIntPtr length) =>
                    Function<bontot_rubric_field_label>.Call(rubric, field, language, out length)),
                Unit = Both((int language, out UIntPtr length) =>
                    Function<bontot_rubric_field_unit>.Call(rubric, field, language, out length)),
                Type = (FactType)Function<bontot_rubric_field_type>.Call(rubric, field),
                Bound = end => Text.Filled((buffer, room) =>
                    Function<bontot_rubric_field_bound_text>.Call(rubric, field, end, buffer, room)),
                IsInteger = Function<bontot_rubric_field_is_integer>.Call(rubric, field) == 1,
                IsFromResults = Function<bontot_rubric_field_is_from_results>.Call(rubric, field) == 1,
                IsRead = Function<bontot_rubric_field_is_read>.Call(rubric, field) == 1,
                Choices = Index.Each(Function<bontot_rubric_field_choice_count>.Call(rubric, field), choice =>
                    Said((out UIntPtr length) => Function<bontot_rubric_field_choice>.Call(rubric, field, choice, out length))),
            }));
        }

        internal IReadOnlyList<Role> Roles()
        {
            return Index.Each(Function<bontot_rubric_role_count>.Call(rubric), role => new Role(
                Said((out UIntPtr length) => Function<bontot_rubric_role_id>.Call(rubric, role, out length)),
                Both((int language, out UIntPtr length) => Function<bontot_rubric_role_label>.Call(rubric, role, language, out length)),
                Function<bontot_rubric_role_overrides>.Call(rubric, role) == 1));
        }

        internal IReadOnlyList<RubricGrade> Grades()
        {
            return Index.Each(Function<bontot_rubric_grade_count>.Call(rubric), grade => new RubricGrade(
                Said((out UIntPtr length) => Function<bontot_rubric_grade_id>.Call(rubric, grade, out length)),
                Both((int language, out UIntPtr length) => Function<bontot_rubric_grade_label>.Call(rubric, grade, language, out length)),
                Said((out UIntPtr length) => Function<bontot_rubric_grade_clause>.Call(rubric, grade, out length)),
                Function<bontot_rubric_grade_has_quota>.Call(rubric, grade) == 1));
        }

        internal IReadOnlyList<RubricGate> Gates()
        {
            return Index.Each(Function<bontot_rubric_gate_count>.Call(rubric), gate => new RubricGate(
                Said((out UIntPtr length) => Function<bontot_rubric_gate_id>.Call(rubric, gate, out length)),
                Both((int language, out UIntPtr length) => Function<bontot_rubric_gate_label>.Call(rubric, gate, language, out length)),
                Said((out UIntPtr length) => Function<bontot_rubric_gate_clause>.Call(rubric, gate, out length)),
                (GateEffect)Function<bontot_rubric_gate_effect>.Call(rubric, gate),
                (int)Function<bontot_rubric_gate_target>.Call(rubric, gate)));
        }

        internal IReadOnlyList<RubricCheck> Checks()
        {
            return Index.Each(Function<bontot_rubric_check_count>.Call(rubric), check => new RubricCheck(
                Said((out UIntPtr length) => Function<bontot_rubric_check_id>.Call(rubric, check, out length)),
                Both((int language, out UIntPtr length) => Function<bontot_rubric_check_message>.Call(rubric, check, language, out length)),
                Said((out UIntPtr length) => Function<bontot_rubric_check_clause>.Call(rubric, check, out length)),
                (Severity)Function<bontot_rubric_check_severity>.Call(rubric, check)));
        }

        internal IReadOnlyList<RubricRule> Rules()
        {
            return Index.Each(Function<bontot_rubric_rule_count>.Call(rubric), rule => new RubricRule(
                Said((out UIntPtr length) => Function<bontot_rubric_rule_id>.Call(rubric, rule, out length)),
                Both((int language, out UIntPtr length) => Function<bontot_rubric_rule_message>.Call(rubric, rule, language, out length))));
        }

        internal IReadOnlyList<RubricNode> Nodes(IReadOnlyList<Role> roles)
        {
            return Index.Each(Function<bontot_rubric_node_count>.Call(rubric), node => new RubricNode(new NodeParts
            {
                Id = Said((out UIntPtr length) => Function<bontot_rubric_node_id>.Call(rubric, node, out length)),
                Label = Both((int language, out UIntPtr length) =>
                    Function<bontot_rubric_node_label>.Call(rubric, node, language, out length)),
                Clause = Said((out UIntPtr length) => Function<bontot_rubric_node_clause>.Call(rubric, node, out length)),
                Parent = Index.OrNull(Function<bontot_rubric_node_parent>.Call(rubric, node)),
                Kind = (NodeKind)Function<bontot_rubric_node_kind>.Call(rubric, node),
                Bound = end => Text.Filled((buffer, room) =>
                    Function<bontot_rubric_node_bound_text>.Call(rubric, node, end, buffer, room)),
                Score = (ScoreKind)Function<bontot_rubric_node_score>.Call(rubric, node),
                Effort = Function<bontot_rubric_node_effort>.Call(rubric, node),
                Facts = Index.Each(Function<bontot_rubric_node_fact_count>.Call(rubric, node), fact =>
                    (int)Function<bontot_rubric_node_fact>.Call(rubric, node, fact)),
                MarkedBy = MarkedBy(node, roles),
                MarkStep = Text.Filled((buffer, room) =>
                    Function<bontot_rubric_node_mark_step_text>.Call(rubric, node, buffer, room)),
                AsksComment = Function<bontot_rubric_node_asks_comment>.Call(rubric, node) == 1,
                AsksEvidence = Function<bontot_rubric_node_asks_evidence>.Call(rubric, node) == 1,
                EvidenceKinds = Index.Each(Function<bontot_rubric_node_evidence_kind_count>.Call(rubric, node), kind =>
                    Said((out UIntPtr length) => Function<bontot_rubric_node_evidence_kind>.Call(rubric, node, kind, out length))),
            }));
        }

        private IReadOnlyList<string> MarkedBy(UIntPtr node, IReadOnlyList<Role> roles)
        {
            var found = new List<string>();
            for (var role = 0; role < roles.Count; ++role)
            {
                if (Function<bontot_rubric_node_takes_marks>.Call(rubric, node, (UIntPtr)(uint)role) == 1)
                {
                    found.Add(roles[role].Id);
                }
            }
            return found.AsReadOnly();
        }
    }

    /// <summary>A text in both languages.</summary>
    internal struct Both
    {
        internal readonly string Vi;
        internal readonly string En;

        internal Both(string vi, string en)
        {
            Vi = vi;
            En = en;
        }
    }
}
