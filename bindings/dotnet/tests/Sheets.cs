// SPDX-License-Identifier: BSL-1.0
using System;

namespace Bontot.Tests
{
    /// <summary>Small rubrics and dossiers, whose figures are worked out in the tests.</summary>
    internal static class Sheets
    {
        internal static readonly Bontot.Period Year = new Bontot.Period(new DateTime(2026, 1, 1), new DateTime(2026, 12, 31));

        internal const string Period = @"""period"": {""from"": ""2026-01-01"", ""to"": ""2026-12-31""}";

        /// <summary>L has avg points, which the committee gives; M is marked; a gate takes the grade.</summary>
        internal const string Committee = @"{
            ""format"": ""bontot-rubric/1"", ""id"": ""s"", ""version"": ""1"", ""label"": {""en"": ""Sheet""},
            ""roles"": [""self"", {""id"": ""final"", ""label"": {""vi"": ""duyệt"", ""en"": ""decision""}, ""overrides"": true}],
            ""facts"": [{""id"": ""avg"", ""type"": ""number"", ""min"": 0, ""max"": 10, ""given_by"": ""committee""},
                        {""id"": ""blame"", ""type"": ""boolean""}],
            ""criteria"": [{""id"": ""1"", ""max"": 20, ""indicators"": [
                {""id"": ""L"", ""max"": 10, ""score"": {""formula"": ""avg""}},
                {""id"": ""M"", ""max"": 10, ""score"": {""mark"": {}}}]}],
            ""grades"": [{""id"": ""top"", ""min_total"": 12}, {""id"": ""rest""}],
            ""gates"": [{""id"": ""g"", ""when"": ""blame"", ""effect"": {""grade_at_most"": ""rest""}}],
            ""examples"": [{""label"": {""en"": ""one""}, ""expect"": {""points"": 3}, ""dossier"": {
                ""format"": ""bontot-dossier/1"", ""unit"": {""id"": ""U""}, " + Period + @", ""facts"": {""avg"": 3}}}]}";

        internal const string CommitteeDossier = @"{""format"": ""bontot-dossier/1"", ""unit"": {""id"": ""U""}, " + Period + @",
            ""facts"": {""blame"": true}, ""marks"": {""M"": {""self"": 6, ""final"": {
                ""points"": 5, ""reason"": ""late"", ""by"": ""B"", ""date"": ""2027-01-02""}}}}";

        internal const string Reference = @"{""format"": ""bontot-reference/1"", ""facts"": {""avg"": 7.5},
            ""exceptions"": [{""unit"": ""U"", ""gate"": ""g"", ""reason"": ""a flood"", ""authority"": ""the committee""}]}";

        /// <summary>1.1 has n points and needs a report; 1.2 is marked; the sum is rounded down to even points.</summary>
        internal const string Small = @"{""format"": ""bontot-rubric/1"", ""id"": ""small"", ""version"": ""1"", ""label"": {""vi"": ""Nhỏ"", ""en"": ""Small""}, ""roles"": [""self"", ""appraised""], ""facts"": [{""id"": ""n"", ""type"": ""number""}, {""id"": ""flag"", ""type"": ""boolean""}], ""criteria"": [{""id"": ""1"", ""label"": {""vi"": ""Một"", ""en"": ""One""}, ""max"": 20, ""good"": {""min_points"": 10}, ""rounding"": {""step"": 2, ""mode"": ""down""}, ""indicators"": [{""id"": ""1.1"", ""max"": 10, ""score"": {""formula"": ""n""}, ""evidence"": {""kinds"": [""report""]}}, {""id"": ""1.2"", ""max"": 10, ""score"": {""mark"": {""step"": ""0.5""}}}]}], ""gates"": [{""id"": ""g"", ""when"": ""flag"", ""effect"": {""grade_down"": 1}}], ""grades"": [{""id"": ""high"", ""min_total"": 12}, {""id"": ""low""}], ""checks"": [{""id"": ""k"", ""severity"": ""info"", ""assert"": ""n > 5"", ""message"": {""vi"": ""Ít."", ""en"": ""Few.""}}]}";

        internal static string SmallDossier(string facts, string mark, string document)
        {
            return $@"{{""format"": ""bontot-dossier/1"", ""unit"": {{""id"": ""U"", ""name"": ""Chi bộ""}}, {Period}, ""facts"": {{{facts}}},
                ""marks"": {{""1.2"": {{""self"": {mark}}}}},
                ""evidence"": [{{""id"": ""{document}"", ""supports"": [""1.1""], ""kind"": ""report""}}]}}";
        }

        /// <summary>n points; a fifth of the good ones may be the best, and half where that is raised.</summary>
        internal const string Ranked = @"{""format"": ""bontot-rubric/1"", ""id"": ""small"", ""version"": ""1"",
            ""label"": {""vi"": ""Nhỏ"", ""en"": ""Small""},
            ""facts"": [{""id"": ""n"", ""type"": ""number"", ""min"": 0, ""max"": 10}, {""id"": ""late"", ""type"": ""number""}],
            ""criteria"": [{""id"": ""1"", ""max"": 10, ""indicators"": [{""id"": ""1.1"", ""max"": 10, ""score"": {""formula"": ""n""}}]}],
            ""grades"": [{""id"": ""best"", ""min_total"": 9, ""quota"": {""share"": ""0.2"", ""raised"": ""0.5"", ""of"": ""next""}},
                         {""id"": ""good"", ""min_total"": 7, ""quota"": {""count"": 9, ""within"": ""all""}}, {""id"": ""rest""}],
            ""cohort"": {""tie_chain"": [""total"", ""-fact:late""]}}";

        internal static string RankedDossier(string unit, string group, string facts)
        {
            var member = group == null ? "" : $@", ""group"": ""{group}""";
            return $@"{{""format"": ""bontot-dossier/1"", ""unit"": {{""id"": ""{unit}"", ""name"": ""Chi bộ {unit}""{member}}}, {Period}, ""facts"": {{{facts}}}}}";
        }

        /// <summary>A has m.n points; B ten when the flag is set; C ten for "yes" and ten for a day in the period.</summary>
        internal const string Columns = @"{""format"": ""bontot-rubric/1"", ""id"": ""s"", ""version"": ""1"", ""label"": {""en"": ""Sheet""}, ""period"": ""year"",
            ""facts"": [{""id"": ""m.n"", ""type"": ""number"", ""min"": 0, ""max"": 10}, {""id"": ""flag"", ""type"": ""boolean""},
                {""id"": ""pick"", ""type"": ""choice"", ""choices"": [""yes"", ""no"", ""ừ""]}, {""id"": ""day"", ""type"": ""date""}, {""id"": ""word"", ""type"": ""text""}],
            ""criteria"": [
                {""id"": ""A"", ""max"": 10, ""indicators"": [{""id"": ""A1"", ""max"": 10, ""score"": {""formula"": ""m.n""}}]},
                {""id"": ""B"", ""max"": 10, ""indicators"": [{""id"": ""B1"", ""max"": 10, ""score"": {""condition"": ""flag""}}]},
                {""id"": ""C"", ""max"": 20, ""indicators"": [
                    {""id"": ""C1"", ""max"": 10, ""score"": {""condition"": ""pick = \""yes\""""}},
                    {""id"": ""C2"", ""max"": 10, ""score"": {""condition"": ""day in [period.from..period.to]""}}]}],
            ""grades"": [{""id"": ""top"", ""min_total"": 15}, {""id"": ""rest""}]}";

        /// <summary>1.1 has 7.5 points from n = 4 on, with an effort of 2; 1.2 has 2.5 from 1 on, with a report.</summary>
        internal const string Path = @"{""format"": ""bontot-rubric/1"", ""id"": ""small"", ""version"": ""1"", ""label"": {""vi"": ""Nhỏ"", ""en"": ""Small""},
            ""facts"": [{""id"": ""n"", ""type"": ""number"", ""integer"": true, ""min"": 0, ""label"": {""vi"": ""Số"", ""en"": ""Count""}}, {""id"": ""bad"", ""type"": ""boolean""}],
            ""criteria"": [{""id"": ""1"", ""max"": 10, ""indicators"": [
                {""id"": ""1.1"", ""max"": ""7.5"", ""effort"": 2, ""score"": {""condition"": ""n >= 4""}},
                {""id"": ""1.2"", ""max"": ""2.5"", ""score"": {""condition"": ""n >= 1""}, ""evidence"": {""kinds"": [""report""], ""status"": ""verified""}}]}],
            ""gates"": [{""id"": ""g"", ""when"": ""bad"", ""effect"": {""grade_down"": 1}}],
            ""grades"": [{""id"": ""high"", ""min_total"": 10}, {""id"": ""mid"", ""min_total"": 2}, {""id"": ""low""}]}";

        internal static string PathDossier(int n, string bad = "false")
        {
            return $@"{{""format"": ""bontot-dossier/1"", ""unit"": {{""id"": ""U""}}, {Period}, ""facts"": {{""n"": {n}, ""bad"": {bad}}}}}";
        }

        /// <summary>Says everything that a rubric can say about itself.</summary>
        internal const string Inspected = @"{""format"": ""bontot-rubric/1"", ""id"": ""s"", ""version"": ""2"",""label"": {""vi"": ""To"", ""en"": ""Sheet""},
            ""source"": {""document"": ""1-HD"", ""issued"": ""2026-01-05"", ""issuer"": ""Board"", ""uri"": ""x:y"", ""note"": {""vi"": ""chu"", ""en"": ""note""}},""applies_to"": {""unit_kinds"": [""cell"", ""board""]}, ""period"": ""year"", ""valid_from"": ""2026-01-01"",
            ""total"": {""min"": 0, ""max"": ""99.5""},""roles"": [""self"", {""id"": ""final"", ""overrides"": true}],
            ""facts"": [{""id"": ""n"", ""type"": ""number"", ""integer"": true, ""min"": 1, ""max"": 40, ""unit"": {""vi"": ""viec"", ""en"": ""tasks""}},{""id"": ""c"", ""type"": ""choice"", ""choices"": [""x"", ""y""]},{""id"": ""avg"", ""type"": ""number"", ""given_by"": ""committee""},{""id"": ""r"", ""type"": ""number"", ""from_results"": {""rubrics"": [""m""], ""value"": ""count(results)""}},{""id"": ""idle"", ""type"": ""date""},
            {""id"": ""score"", ""of"": ""member"", ""type"": ""number"", ""min"": ""0.5"", ""unit"": {""en"": ""points""}, ""label"": {""vi"": ""Diem"", ""en"": ""Score""}},{""id"": ""post"", ""of"": ""member"", ""type"": ""choice"", ""choices"": [""head""]}],
            ""consistency"": [{""id"": ""k"", ""assert"": ""n >= r"", ""message"": {""vi"": ""sai"", ""en"": ""wrong""}}],
            ""criteria"": [{""id"": ""1"", ""max"": 60, ""clause"": ""I"", ""good"": {""min_points"": 50}, ""label"": {""vi"": ""Mot"", ""en"": ""One""}, ""indicators"": [
            {""id"": ""1.1"", ""max"": 10, ""effort"": 7, ""score"": {""formula"": ""100 / (n - 20) + r - r""}},
            {""id"": ""1.2"", ""max"": 10, ""effort"": null, ""score"": {""choice"": {""fact"": ""c"", ""options"": [{""is"": ""x"", ""points"": 10}, {""is"": ""y"", ""points"": 0}]}}},
            {""id"": ""1.3"", ""max"": 20, ""score"": {""condition"": ""true""}, ""evidence"": {""kinds"": [""report"", ""minutes""], ""at_least"": 1}},
            {""id"": ""1.4"", ""max"": 20, ""score"": {""mark"": {""step"": ""0.5"", ""comment"": ""below_max""}}}]},
            {""id"": ""2"", ""kind"": ""bonus"", ""max"": 5, ""indicators"": [{""id"": ""2.1"", ""max"": 5, ""score"": {""condition"": ""count(members[post = \""head\""]) > 0""}}]},
            {""id"": ""3"", ""kind"": ""penalty"", ""min"": -5, ""max"": 0, ""indicators"": [{""id"": ""3.1"", ""min"": -5, ""max"": 0, ""score"": {""deductions"": [{""count"": ""n"", ""each"": ""0.25""}]}}]}],
            ""gates"": [{""id"": ""g1"", ""when"": ""n > 3"", ""effect"": {""void"": ""3.1""}, ""clause"": ""II"", ""label"": {""vi"": ""Cong"", ""en"": ""Gate""}},{""id"": ""g2"", ""when"": ""c = \""y\"""", ""effect"": {""not_good"": ""1""}},
            {""id"": ""g3"", ""when"": ""false"", ""effect"": {""grade_at_most"": ""rest""}},{""id"": ""g4"", ""when"": ""n > 4"", ""effect"": {""grade_down"": 1}},{""id"": ""g5"", ""when"": ""n < 2"", ""effect"": {""grade_is"": ""rest""}}],
            ""grades"": [{""id"": ""top"", ""min_total"": 50, ""good_criteria"": ""all"", ""clause"": ""III"", ""quota"": {""count"": 3}}, {""id"": ""rest""}],
            ""checks"": [{""id"": ""c1"", ""assert"": ""avg > 1"", ""severity"": ""warning"", ""clause"": ""IV"", ""message"": {""vi"": ""kem"", ""en"": ""low""}}]}";

        /// <summary>With n = 20 line 1.1 divides by 0; c, the evidence of 1.3 and the members are missing; the gate
        /// g1 fires and voids 3.1; g4 fires and is lifted.</summary>
        internal const string InspectedDossier = @"{""format"": ""bontot-dossier/1"", ""unit"": {""id"": ""U"", ""name"": ""Name"", ""kind"": ""cell"", ""group"": ""G""}, ""period"": {""from"": ""2026-01-01"", ""to"": ""2026-12-31""},
            ""facts"": {""n"": 20},
            ""results"": [{""unit"": ""x"", ""rubric"": ""m""}],
            ""marks"": {""1.4"": {""self"": 20, ""final"": {""points"": 18, ""comment"": ""c"", ""reason"": ""r""}}},
            ""exceptions"": [{""gate"": ""g4"", ""reason"": ""flood"", ""authority"": ""board"", ""date"": ""2027-01-10""}],
            ""evidence"": [{""id"": ""E"", ""supports"": [""1.3""], ""kind"": ""letter""}]}";

        /// <summary>L has avg points, which the committee gives; E has ten with a verified document.</summary>
        internal const string Given = @"{""format"": ""bontot-rubric/1"", ""id"": ""s"", ""version"": ""1"", ""label"": {""en"": ""Sheet""},
            ""facts"": [{""id"": ""avg"", ""type"": ""number"", ""min"": 0, ""max"": 10, ""given_by"": ""committee""},
                {""id"": ""blame"", ""type"": ""boolean""}],
            ""criteria"": [{""id"": ""1"", ""max"": 20, ""indicators"": [
                {""id"": ""L"", ""max"": 10, ""score"": {""formula"": ""avg""}},
                {""id"": ""E"", ""max"": 10, ""score"": {""condition"": ""true""}, ""evidence"": {""at_least"": 1, ""status"": ""verified""}}]}],
            ""grades"": [{""id"": ""top"", ""min_total"": 12}, {""id"": ""rest""}],
            ""gates"": [{""id"": ""g"", ""when"": ""blame"", ""effect"": {""grade_at_most"": ""rest""}}]}";

        /// <summary>n times a factor, and a mark.</summary>
        internal static string Lines(string id, int factor)
        {
            return $@"{{""format"": ""bontot-rubric/1"", ""id"": ""{id}"", ""version"": ""1"", ""label"": {{""en"": ""Sheet""}},
                ""roles"": [""self"", ""final""], ""facts"": [{{""id"": ""n"", ""type"": ""number"", ""min"": 0, ""max"": 10}}],
                ""criteria"": [{{""id"": ""1"", ""max"": 30, ""indicators"": [
                    {{""id"": ""1.1"", ""max"": 20, ""score"": {{""formula"": ""n * {factor}""}}}},
                    {{""id"": ""1.2"", ""max"": 10, ""score"": {{""mark"": {{}}}}}}]}}],
                ""grades"": [{{""id"": ""good"", ""min_total"": 5}}, {{""id"": ""rest""}}]}}";
        }
    }
}
