// SPDX-License-Identifier: BSL-1.0
#include "expressions.hpp"

namespace soundness {

expressions::expressions(dice& random, const vocabulary& words) : random_(random), words_(words)
{
    add_numbers(words.of_kind(fact_kind::number));
    add_booleans(words.of_kind(fact_kind::boolean));
    add_texts();
    add_dates();
    if (!words.fields.empty()) add_members();
    if (words.reads_history) add_history();
    if (words.reads_results) add_results();
    add_others();
}

std::string expressions::condition(int depth)
{
    if (depth <= 0 || random_.chance(55)) return random_.pick(conditions_);
    const std::string a = condition(depth - 1);
    const std::string b = condition(depth - 1);
    switch (random_.one_of(7)) {
    case 0:
        return "(" + a + ") and (" + b + ")";
    case 1:
        return "(" + a + ") or (" + b + ")";
    case 2:
        return "not(" + a + ")";
    case 3:
        return "if " + a + " then " + b + " else " + condition(depth - 1);
    case 4:
        return "(" + a + ") = (" + b + ")";
    case 5:
        return "any([" + a + ", " + b + "])";
    default:
        return amount(depth - 1) + " > " + amount(depth - 1);
    }
}

std::string expressions::amount(int depth)
{
    if (depth <= 0 || random_.chance(65)) return random_.pick(amounts_);
    const std::string a = amount(depth - 1);
    const std::string b = amount(depth - 1);
    switch (random_.one_of(8)) {
    case 0:
        return "(" + a + ") + (" + b + ")";
    case 1:
        return "(" + a + ") * (" + b + ")";
    case 2:
        return "(" + a + ") - (" + b + ")";
    case 3:
        return "(" + a + ") / (" + b + ")";
    case 4:
        return "(if " + condition(depth - 1) + " then " + a + " else " + b + ")";
    case 5:
        return "max(" + a + ", " + b + ")";
    case 6:
        return "min([" + a + ", " + b + "])";
    default:
        return "sum([" + a + ", " + b + ", 1])";
    }
}

std::string expressions::number_test()
{
    static const std::vector<std::string> tests = {
        ">= 2", "> 2",       "< 1",      "<= 0", "[1..2)", "(0..3]",   "]0..2[",  "1",
        "2, 3", "not(1)",    "< 0, > 2", "-",    "0",      "= 1",      ">= 0.5",  "[0..1]",
        "!= 2", "? * 2 > 3", "(1..2)",   "3",    "<= 1",   "not(< 1)", "[-1..0]", ">= 3"};
    if (random_.chance(85)) return random_.pick(tests);
    return "> " + amount(0);
}

void expressions::add_numbers(const std::vector<const fact*>& numbers)
{
    for (const fact* each : numbers) {
        const std::string f = each->id;
        for (const char* rest :
             {" > 1", " >= 2", " = 1", " != 0", " < 3", " in [1..2]", " in (1, 3)", " in (> 2)",
              " between 1 and 2", " <= -1", " * 2 > 3", " > 100"}) {
            is(f + rest);
        }
        is("not(" + f + " < 2)");
        is("2 < " + f);
        is("6 / " + f + " > 2");
        is("abs(" + f + ") >= 1");
        is("list contains([1, 2], " + f + ")");
        is("some i in [1, 2] satisfies i = " + f);
        is("(if " + f + " > 1 then 3 else 4) = 3");
        is("if " + f + " > 1 then true else true");
        for (const char* rest : {"", "", "", " * 2", " + 1", " / 2", " ** 2"})
            gives(f + rest);
        gives("4 - " + f);
        gives("6 / " + f);
        gives("abs(" + f + " - 1)");
        gives("floor(" + f + ")");
        gives("round half up(" + f + ", 0)");
        gives("modulo(" + f + ", 2)");
        if (each->integer) is("even(" + f + ")");
    }
    for (std::size_t i = 1; i < numbers.size(); ++i)
        add_pairs(numbers[i - 1]->id, numbers[i]->id);
}

void expressions::add_pairs(const std::string& a, const std::string& b)
{
    is(a + " = " + b);
    is(a + " + " + b + " > 2");
    is(a + " * " + b + " >= 2");
    is(a + " / " + b + " > 1");
    is(a + " in [0.." + b + "]");
    gives(a + " + " + b);
    gives(a + " * " + b);
    gives(a + " / " + b);
    gives("max(" + a + ", " + b + ")");
    gives("mean(" + a + ", " + b + ")");
}

void expressions::add_booleans(const std::vector<const fact*>& booleans)
{
    for (const fact* each : booleans) {
        is(each->id);
        is(each->id);
        is("not(" + each->id + ")");
        is(each->id + " = true");
        is(each->id + " and 1 > 2");
        is(each->id + " or 2 > 1");
        gives("(if " + each->id + " then 1 else 2)");
        gives("(if " + each->id + " then 2 else 2)");
        gives("count([true, " + each->id + "][item = true])");
    }
    if (booleans.size() < 2) return;
    const std::string a = booleans[0]->id;
    const std::string b = booleans[1]->id;
    for (const char* sign : {" and ", " or ", " = ", " != "})
        is(a + sign + b);
    is("all([" + a + ", " + b + "])");
    is("any(" + a + ", " + b + ")");
}

void expressions::add_texts()
{
    for (const fact* each : words_.of_kind(fact_kind::text)) {
        const std::string f = each->id;
        is(f + " = " + literal("a"));
        is(f + " != " + literal("b"));
        is(f + " in (" + literal("a") + ", " + literal("ab") + ")");
        is("starts with(" + f + ", " + literal("a") + ")");
        is("contains(upper case(" + f + "), " + literal("B") + ")");
        is("string length(" + f + ") > 1");
        gives("string length(" + f + ")");
    }
    for (const fact* each : words_.of_kind(fact_kind::choice)) {
        const std::string f = each->id;
        const std::string first = each->values.front().substr(1, each->values.front().size() - 2);
        const std::string last = each->values.back().substr(1, each->values.back().size() - 2);
        is(f + " = " + literal(first));
        is(f + " != " + literal(first));
        is(f + " in (" + literal(first) + ", " + literal(last) + ")");
        is("list contains([" + literal(last) + "], " + f + ")");
        gives("(if " + f + " = " + literal(last) + " then 3 else 1)");
    }
}

void expressions::add_dates()
{
    for (const fact* each : words_.of_kind(fact_kind::date)) {
        const std::string f = each->id;
        const std::string middle = "date(" + literal("2026-06-30") + ")";
        is(f + " > " + middle);
        is(f + " = " + middle);
        is(f + " between period.from and period.to");
        is(f + ".month = 6");
        is(f + " + duration(" + literal("P1M") + ") >= date(" + literal("2026-07-31") + ")");
        is(f + " - period.from > duration(" + literal("P30D") + ")");
        gives(f + ".year - 2025");
        gives(f + ".month");
    }
}

void expressions::add_members()
{
    for (const char* each :
         {"count(members[blamed = true]) = 0", "count(members[blamed]) > 1",
          "some p in members satisfies p.faults > 1", "every p in members satisfies p.faults = 0",
          "some p in members satisfies p.blamed and p.faults > 0", "count(members) > 1",
          "sum(members.faults) > 2", "max(members.faults) >= 2", "mean(members.faults) > 1",
          "count(members) = 0", "sum(members[blamed = true].weight) > 0",
          "every p in members satisfies p.joined <= period.to", "list contains(members.faults, 2)",
          "count(distinct values(members.rank)) > 1",
          "count(members[faults > 0]) / count(members) <= 0.5", "members[1].faults = 0",
          "count(for p in members return p.faults + 1) > 1", "all(members.blamed)"}) {
        is(each);
    }
    is("count(members[rank = " + literal("reserve") + "]) >= 1");
    for (const char* each :
         {"count(members)", "count(members[blamed = true])", "sum(members.faults)",
          "max(members.faults)", "mean(members.weight)", "count(members[faults > 0 and blamed])",
          "sum(for p in members return p.faults * 2)", "members[1].weight",
          "count(members[blamed]) / count(members)",
          "sum(for p in members return if p.blamed then 1 else 0)"}) {
        gives(each);
    }
}

void expressions::add_history()
{
    is("count(history[grade = " + literal("top") + "]) >= 1");
    is("every y in history satisfies y.points > 4");
    is("history[1].grade = " + literal("top"));
    is("sum(history.points) > 9");
    is("some y in history satisfies y.from < period.from and y.points >= 5");
    gives("count(history)");
    gives("max(history.points)");
    gives("history[-1].points");
    gives("count(history[points >= 5])");
}

void expressions::add_results()
{
    is("streak(for r in results return r.grade = " + literal("top") + ") >= 2");
    is("count(results[grade = " + literal("top") + "]) / count(results) > 0.5");
    is("every r in results satisfies r.points >= 5");
    is("some r in results satisfies r.unit = " + literal("M1") + " and r.points > 4");
    gives("count(results)");
    gives("sum(results.points)");
    gives("mean(results[points > 4].points)");
    gives("streak(for r in results return r.points > 4)");
}

void expressions::add_others()
{
    if (words_.reads_evidence) {
        is("count(evidence) > 1");
        is("some e in evidence satisfies e.kind = " + literal("report"));
        is("count(evidence[status = " + literal("verified") + "]) > 0");
        is("every e in evidence satisfies e.issued <= period.to");
        gives("count(evidence)");
        gives("count(evidence[kind = " + literal("minutes") + "])");
    }
    if (words_.reads_unit) {
        is("unit.kind = " + literal("cell"));
        is("unit.group = " + literal("office") + " or unit.kind = " + literal("party"));
    }
}

} // namespace soundness
