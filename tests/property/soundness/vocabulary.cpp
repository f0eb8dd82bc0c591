// SPDX-License-Identifier: BSL-1.0
#include "vocabulary.hpp"

#include <algorithm>

namespace soundness {

std::string quoted(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::string literal(const std::string& text)
{
    return "\\'" + text + "\\'";
}

std::vector<const fact*> vocabulary::of_kind(fact_kind kind) const
{
    std::vector<const fact*> out;
    for (const fact& each : facts) {
        if (each.kind == kind) out.push_back(&each);
    }
    return out;
}

namespace {

fact integer_fact(const std::string& id, int low, int high)
{
    fact out{id, fact_kind::number, {}, true, {}};
    out.more =
        ", 'integer': true, 'min': " + std::to_string(low) + ", 'max': " + std::to_string(high);
    for (int i = low; i <= high; ++i)
        out.values.push_back(std::to_string(i));
    return out;
}

fact choice_fact(const std::string& id, const std::vector<std::string>& choices)
{
    fact out{id, fact_kind::choice, ", 'choices': [", false, {}};
    for (const std::string& each : choices) {
        out.more += (out.values.empty() ? "'" : ", '") + each + "'";
        out.values.push_back("'" + each + "'");
    }
    out.more += "]";
    return out;
}

fact boolean_fact(const std::string& id)
{
    return {id, fact_kind::boolean, {}, false, {"false", "true"}};
}

fact date_fact(const std::string& id)
{
    return {
        id,
        fact_kind::date,
        {},
        false,
        {"'2025-12-31'", "'2026-01-01'", "'2026-06-30'", "'2026-07-01'", "'2028-02-29'"}};
}

/** The facts that every rubric may have, whatever its size. */
std::vector<fact> all_facts(dice& random)
{
    fact part{"h", fact_kind::number, ", 'min': 0, 'max': 1", false, {}};
    part.values = {"0", "0.000000000001", "0.5", "0.999", "1"};
    fact signed_part{"d", fact_kind::number, ", 'min': '-1.5', 'max': 2", false, {}};
    signed_part.values = {"-1.5", "-1", "-0.25", "0", "0.5", "1.999", "2"};
    fact counted{"c", fact_kind::number, ", 'integer': true, 'min': 0", true, {}};
    counted.values = {"0", "1", "2", "3", "4", "9", "1000000"};
    fact free{"x", fact_kind::number, {}, false, {}};
    free.values = {"-1000000000", "-3", "-0.5", "0",        "0.5",
                   "1",           "2",  "3",    "3.000001", "1000000000"};
    fact word{"word", fact_kind::text, {}, false, {"'a'", "'ab'", "'b'", "'longer'"}};
    return {
        integer_fact("n", 0, random.between(1, 4)),
        integer_fact("m", random.between(-1, 1), random.between(2, 4)),
        integer_fact("area.k", 2, 2 + random.between(0, 3)),
        part,
        signed_part,
        counted,
        free,
        boolean_fact("flag"),
        boolean_fact("area.other"),
        word,
        date_fact("day"),
        choice_fact("level", {"high", "mid", "low"}),
        choice_fact("mood", {"fine", "poor"})};
}

} // namespace

vocabulary make_vocabulary(dice& random, int size)
{
    vocabulary out;
    const std::vector<fact> all = all_facts(random);
    constexpr unsigned shares[] = {25, 50, 100};
    for (const fact& each : all) {
        if (!random.chance(shares[size])) continue;
        out.facts.push_back(each);
        if (random.chance(15)) out.facts.back().more += ", 'given_by': 'committee'";
    }
    // Some fact there must be to write a condition, a count and a choice with.
    for (const std::size_t each : {std::size_t{0}, std::size_t{7}, std::size_t{11}}) {
        const bool has_it = !out.of_kind(all[each].kind).empty();
        if (!has_it) out.facts.push_back(all[each]);
    }
    constexpr unsigned parts[] = {15, 40, 80};
    if (random.chance(parts[size])) {
        fact weight{"weight", fact_kind::number, {}, false, {"-2", "0", "0.5", "3"}};
        out.fields = {
            boolean_fact("blamed"), integer_fact("faults", 0, 2), weight,
            choice_fact("rank", {"official", "reserve"}), date_fact("joined")};
    }
    out.reads_history = random.chance(parts[size]);
    out.reads_results = random.chance(parts[size]);
    if (out.reads_results) {
        fact derived{"months.top", fact_kind::number, {}, true, {"0", "1", "2", "3", "12"}};
        derived.more = ", 'integer': true, 'min': 0, 'from_results': {'rubrics': ['month-*'], "
                       "'value': 'count(results[grade = " +
                       literal("top") + "])'}";
        derived.is_derived = true;
        out.facts.push_back(derived);
    }
    out.reads_evidence = random.chance(parts[size]);
    out.reads_unit = random.chance(parts[size]);
    return out;
}

std::string fact_json(const fact& of, bool is_field)
{
    constexpr const char* types[] = {"number", "boolean", "text", "date", "choice"};
    return "{'id': '" + of.id + "', 'type': '" + types[static_cast<int>(of.kind)] + "'" + of.more +
           (is_field ? ", 'of': 'member'}" : "}");
}

} // namespace soundness
