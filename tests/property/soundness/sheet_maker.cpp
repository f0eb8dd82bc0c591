// SPDX-License-Identifier: BSL-1.0
#include "dossier_maker.hpp"
#include "sheet_maker.hpp"

#include <cstdlib>

namespace soundness {

sheet_text sheet_maker::make()
{
    const std::string tree = criteria();
    std::string facts;
    for (const fact& each : words_.facts)
        join(facts, fact_json(each, false));
    for (const fact& each : words_.fields)
        join(facts, fact_json(each, true));
    std::string text = "{'format': 'bontot-rubric/1', 'id': 'made', 'version': '1', 'label': "
                       "{'en': 'made'}, 'roles': [" +
                       roles() + "], " + head() + "\n'facts': [" + facts + "],\n";
    text += "'consistency': [" + checks("r", random_.chance(25) ? 1 : 0) + "],\n";
    text += "'criteria': [" + tree + "],\n";
    text += "'grades': [" + grades() + "],\n'gates': [" + gates() + "],\n";
    text += "'checks': [" + checks("k", random_.one_of(3)) + "]}";
    out_.json = quoted(text);
    out_.words = words_;
    return out_;
}

std::string sheet_maker::roles()
{
    if (random_.chance(60)) return "'r0'";
    out_.roles = 3;
    return "'r0', {'id': 'r1', 'label': {'en': 'second'}}, {'id': 'r2', 'overrides': true}";
}

void sheet_maker::join(std::string& list, const std::string& item)
{
    if (!list.empty()) list += ", ";
    list += item;
}

/** Writes an amount of tenths: 35 is 3.5. */
std::string sheet_maker::tenths(int amount)
{
    const std::string sign = amount < 0 ? "-" : "";
    const int size = std::abs(amount);
    return sign + std::to_string(size / 10) + "." + std::to_string(size % 10);
}

std::string sheet_maker::points(const bounds& within)
{
    switch (random_.one_of(4)) {
    case 0:
        return tenths(within.low);
    case 1:
        return tenths(within.high);
    default:
        return tenths(random_.between(within.low, within.high));
    }
}

std::string sheet_maker::step()
{
    static const std::vector<std::string> steps = {"0.5", "0.25", "1", "0.3", "0.01", "3"};
    return random_.pick(steps);
}

std::string sheet_maker::mode()
{
    static const std::vector<std::string> modes = {"half_up", "half_even", "down", "up"};
    return random_.pick(modes);
}

std::string sheet_maker::head()
{
    std::string out;
    std::string rounding;
    for (const char* level : {"indicator", "criterion", "total"}) {
        if (!random_.chance(25)) continue;
        const std::string rule = "'step': '" + step() + "', 'mode': '" + mode() + "'}";
        join(rounding, std::string("{'at': '") + level + "', " + rule);
    }
    if (!rounding.empty()) out += "'rounding': [" + rounding + "], ";
    std::string total;
    if (random_.chance(30)) join(total, "'min': " + std::to_string(random_.between(-2, 3)));
    if (random_.chance(30)) join(total, "'max': " + std::to_string(random_.between(4, 30)));
    if (random_.chance(60)) {
        static const std::vector<std::string> bases = {"total", "base", "share"};
        const std::string basis = random_.pick(bases);
        is_share_ = basis == "share";
        join(total, "'grades_on': '" + basis + "'");
    }
    if (!total.empty()) out += "'total': {" + total + "}, ";
    return out;
}

std::string sheet_maker::criteria()
{
    std::string out;
    const std::size_t count = size_ == 0 ? 1 : 1 + random_.one_of(4);
    for (std::size_t i = 0; i < count; ++i) {
        static const std::vector<std::string> kinds = {"base", "base", "base", "bonus", "penalty"};
        join(out, "\n" + criterion(i, i == 0 ? "base" : random_.pick(kinds)));
    }
    return out;
}

std::string sheet_maker::criterion(std::size_t number, const std::string& kind)
{
    const std::string id = std::string(1, static_cast<char>('A' + number));
    nodes_.push_back(id);
    criteria_.push_back(id);
    kind_ = kind;
    bounds within{0, random_.between(3, 20) * 10};
    if (kind == "base" && random_.chance(3)) within.high = 0;
    if (kind == "base" && within.high > 0 && random_.chance(10))
        within.low = random_.between(-2, 2) * 5;
    if (kind == "penalty") within = {-random_.between(2, 10) * 10, 0};
    criteria_bounds_.push_back(within);
    std::string out = "{'id': '" + id + "', 'kind': '" + kind + "', 'max': " + tenths(within.high);
    if (within.low != 0) out += ", 'min': " + tenths(within.low);
    if (random_.chance(70)) out += good_rule(within);
    out += applicability(20) + rounding_of_node();
    return out + ", 'indicators': [" + indicators(id, 1, within) + "]}";
}

std::string sheet_maker::good_rule(const bounds& within)
{
    good_rules_.push_back(criteria_.back());
    const std::size_t which = random_.one_of(3);
    std::string out;
    if (which != 1) join(out, "'min_points': " + points(within));
    if (which != 0) join(out, "'requires': '" + feel_.condition() + "'");
    return ", 'good': {" + out + "}";
}

std::string sheet_maker::applicability(unsigned percent)
{
    if (!random_.chance(percent)) return {};
    static const std::vector<std::string> policies = {"full", "rescale", "share", "drop", "zero"};
    return ", 'applies': '" + feel_.condition() + "', 'not_applicable': '" +
           random_.pick(policies) + "'";
}

std::string sheet_maker::rounding_of_node()
{
    std::string out;
    if (random_.chance(8)) {
        out += ", 'rounding': {'step': '" + step() + "', 'mode': '" + mode() + "'}";
    }
    return out;
}

std::string sheet_maker::indicators(const std::string& prefix, int depth, const bounds& above)
{
    std::string out;
    const std::size_t most = size_ == 0 ? 3 : 4;
    const std::size_t count = 1 + random_.one_of(most);
    for (std::size_t i = 1; i <= count; ++i) {
        bounds within = above;
        if (kind_ != "penalty") {
            within = {0, random_.between(2, 20) * 5};
            if (random_.chance(4)) within.high = 0;
            if (kind_ == "base" && within.high > 0 && random_.chance(12)) {
                within.low = random_.between(-2, 2) * 5;
            }
            if (within.low > within.high) within.low = within.high;
        }
        join(out, "\n  " + indicator(prefix + std::to_string(i), depth, within));
    }
    return out;
}

std::string sheet_maker::indicator(const std::string& id, int depth, const bounds& within)
{
    nodes_.push_back(id);
    std::string out = "{'id': '" + id + "', 'max': " + tenths(within.high);
    if (within.low != 0 || kind_ == "penalty") out += ", 'min': " + tenths(within.low);
    out += applicability(22) + rounding_of_node() + limits(id, within);
    const bool is_parent = depth < 4 && random_.chance(depth == 1 ? 30 : 35);
    if (!is_parent) {
        out_.lines.push_back(id);
        out_.marks.push_back(tenths(random_.chance(50) ? within.low : within.high));
        return out + ", 'score': " + score(id, within) + "}";
    }
    if (random_.chance(30)) out += ", 'combine': 'highest'";
    return out + ", 'indicators': [" + indicators(id, depth + 1, within) + "]}";
}

std::string sheet_maker::limits(const std::string& id, const bounds& within)
{
    std::string out;
    if (random_.chance(14)) out += ", 'requires': '" + feel_.condition() + "'";
    if (random_.chance(14)) {
        std::string ceilings;
        for (std::size_t i = 0, count = 1 + random_.one_of(2); i < count; ++i) {
            join(
                ceilings, "{'when': '" + feel_.condition() + "', 'points': " + points(within) + "}"
            );
        }
        out += ", 'at_most': [" + ceilings + "]";
    }
    if (random_.chance(18)) out += evidence(id);
    return out;
}

std::string sheet_maker::evidence(const std::string& id)
{
    std::string rule;
    std::string kind = "report";
    if (random_.chance(50)) {
        kind = random_.chance(50) ? "report" : "minutes";
        join(rule, "'kinds': ['" + kind + "', 'photo']");
    }
    if (random_.chance(60)) {
        const bool is_fixed = random_.chance(50);
        const std::string count =
            is_fixed ? std::to_string(random_.between(0, 3)) : feel_.amount(0);
        join(rule, "'at_least': '" + count + "'");
    }
    if (random_.chance(50)) {
        join(rule, random_.chance(50) ? "'status': 'verified'" : "'status': 'submitted'");
    }
    if (random_.chance(30)) join(rule, "'within': 'period'");
    if (random_.chance(40))
        join(rule, "'due_days_after_period': " + std::to_string(random_.between(0, 30)));
    if (random_.chance(60)) {
        join(rule, random_.chance(70) ? "'short': 'proportional'" : "'short': 'unproven'");
    }
    out_.proven.push_back(id);
    out_.kinds.push_back(kind);
    return ", 'evidence': {" + rule + "}";
}

std::string sheet_maker::score(const std::string& id, const bounds& within)
{
    switch (random_.one_of(9)) {
    case 0:
        return "{'condition': '" + feel_.condition() + "'}";
    case 1:
        return choice(within);
    case 2:
        return steps(within);
    case 3:
        return text_steps(within);
    case 4:
        return proportional(within);
    case 5:
        return "{'deductions': [" + events(within) + "]}";
    case 6:
        return "{'additions': [" + events(within) + "]}";
    case 7:
        return mark(id, within);
    default:
        return "{'formula': '" + feel_.amount() + "'}";
    }
}

std::string sheet_maker::choice(const bounds& within)
{
    const fact& of = *random_.pick(words_.of_kind(fact_kind::choice));
    std::string options;
    for (const std::string& each : of.values) {
        if (!options.empty() && random_.chance(10)) continue;
        const std::string voids = random_.chance(20) ? ", 'void': true}" : "}";
        join(options, "{'is': " + each + ", 'points': " + points(within) + voids);
    }
    return "{'choice': {'fact': '" + of.id + "', 'options': [" + options + "]}}";
}

std::string sheet_maker::steps(const bounds& within)
{
    std::vector<std::string> tests;
    switch (random_.one_of(4)) {
    case 0:
        tests = {">= 2", "[1..2)", "< 1"};
        break;
    case 1:
        tests = {"<= 0", "(0..2)", ">= 2"};
        break;
    default:
        for (std::size_t i = 0, count = 1 + random_.one_of(4); i < count; ++i)
            tests.push_back(feel_.number_test());
        break;
    }
    std::string rows;
    for (const std::string& each : tests)
        join(rows, "{'when': '" + each + "', 'points': " + points(within) + "}");
    return "{'steps': {'value': '" + feel_.amount() + "', 'table': [" + rows + "]}}";
}

std::string sheet_maker::text_steps(const bounds& within)
{
    const fact& of = *random_.pick(words_.of_kind(fact_kind::choice));
    std::string rows;
    for (const std::string& each : of.values) {
        const std::string text = each.substr(1, each.size() - 2);
        const std::string when = random_.chance(15) ? "not(" + literal(text) + ")" : literal(text);
        join(rows, "{'when': '" + when + "', 'points': " + points(within) + "}");
    }
    return "{'steps': {'value': '" + of.id + "', 'table': [" + rows + "]}}";
}

std::string sheet_maker::proportional(const bounds& within)
{
    static const std::vector<std::string> ranges = {"0, 3",       "3, 0",  "1, 2", "2, -1",
                                                    "'0.5', 2.5", "-1, 1", "0, 7", "10, 1"};
    return "{'proportional': {'value': '" + feel_.amount() + "', 'from': [" + random_.pick(ranges) +
           "], 'points': [" + points(within) + ", " + points(within) + "]}}";
}

std::string sheet_maker::events(const bounds& within)
{
    static const std::vector<std::string> each = {"0", "0.5", "1", "2", "1.25", "3"};
    std::string out;
    for (std::size_t i = 0, count = 1 + random_.one_of(3); i < count; ++i) {
        std::string line =
            "{'count': '" + feel_.amount(0) + "', 'each': '" + random_.pick(each) + "'";
        const int cap = std::abs(within.high - within.low) / 2 + random_.between(0, 9);
        if (random_.chance(50)) line += ", 'cap': " + tenths(cap);
        join(out, line + "}");
    }
    return out;
}

std::string sheet_maker::mark(const std::string& id, const bounds& within)
{
    static const std::vector<std::string> steps = {"", "0.5", "1", "3"};
    constexpr int sizes[] = {5, 5, 10, 30};
    std::size_t which = random_.one_of(steps.size());
    // The bounds of nodes are halves, so that some half is always between them.
    if (which >= 2 && within.high < 30 && within.low > 0) which = 1;
    std::string grid;
    for (int at = -300; at <= 300; at += sizes[which]) {
        if (at >= within.low && at <= within.high) join(grid, tenths(at));
    }
    if (which == 0) join(grid, tenths(within.low) + ", " + tenths(within.high));
    out_.marked.push_back(id);
    out_.grids.push_back(grid);
    out_.marks.back() = elements_of(grid).front();
    const std::string step = steps[which].empty() ? "" : "'step': '" + steps[which] + "'";
    return "{'mark': {" + step + "}}";
}

std::string sheet_maker::gates()
{
    std::string out;
    out_.gates = random_.one_of(5);
    for (std::size_t i = 0; i < out_.gates; ++i) {
        std::string effect;
        static const std::vector<std::string> grade = {"g0", "g1"};
        switch (random_.one_of(6)) {
        case 0:
        case 1:
            effect = "'void': '" + random_.pick(nodes_) + "'";
            break;
        case 2:
            effect = "'not_good': '" + random_.pick(criteria_) + "'";
            break;
        case 3:
            effect = "'grade_at_most': '" + random_.pick(grade) + "'";
            break;
        case 4:
            effect = "'grade_down': 1";
            break;
        default:
            effect = "'grade_is': '" + random_.pick(grade) + "'";
            break;
        }
        join(
            out, "{'id': 'gate" + std::to_string(i) + "', 'when': '" + feel_.condition() +
                     "', 'effect': {" + effect + "}}"
        );
    }
    return out;
}

std::string sheet_maker::grades()
{
    std::string out;
    const std::size_t count = 2 + random_.one_of(4);
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_last = i + 1 == count;
        join(
            out, "{'id': 'g" + std::to_string(i) + "'" + (is_last ? "" : grade_conditions()) + "}"
        );
    }
    return out;
}

std::string sheet_maker::grade_conditions()
{
    std::string out;
    const int most = is_share_ ? 10 : 300;
    if (random_.chance(50)) out += ", 'min_total': " + tenths(random_.between(0, most));
    if (random_.chance(15)) out += ", 'above_total': " + tenths(random_.between(0, most));
    if (random_.chance(25)) out += ", 'min_points': {" + per_criterion(false) + "}";
    if (random_.chance(25)) out += ", 'min_share': {" + per_criterion(true) + "}";
    if (random_.chance(20)) out += ", 'no_zero_criterion': true";
    if (!good_rules_.empty() && random_.chance(30)) {
        const std::string least = std::to_string(1 + random_.one_of(good_rules_.size()));
        const std::string named = "['" + random_.pick(good_rules_) + "']";
        const std::vector<std::string> forms = {"'all'", least, named};
        out += ", 'good_criteria': " + random_.pick(forms);
    }
    if (random_.chance(25)) out += ", 'requires': '" + feel_.condition() + "'";
    return out;
}

std::string sheet_maker::per_criterion(bool of_share)
{
    const std::size_t which = random_.one_of(criteria_.size());
    const std::string least =
        of_share ? tenths(random_.between(1, 10)) : points(criteria_bounds_[which]);
    return "'" + criteria_[which] + "': '" + least + "'";
}

std::string sheet_maker::checks(const std::string& name, std::size_t count)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        join(
            out, "{'id': '" + name + std::to_string(i) + "', 'assert': '" + feel_.condition() + "'}"
        );
    }
    return out;
}

} // namespace soundness
