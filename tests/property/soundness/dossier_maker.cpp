// SPDX-License-Identifier: BSL-1.0
#include "dossier_maker.hpp"

#include <algorithm>

namespace soundness {

std::vector<std::string> elements_of(const std::string& list)
{
    std::vector<std::string> out;
    std::size_t begin = 0;
    while (begin < list.size()) {
        const std::size_t end = std::min(list.find(", ", begin), list.size());
        out.push_back(list.substr(begin, end - begin));
        begin = end + 2;
    }
    return out;
}

namespace {

void join(std::string& list, const std::string& item)
{
    if (!list.empty()) list += ", ";
    list += item;
}

std::string facts_json(dice& random, const std::vector<fact>& facts, unsigned given)
{
    std::string out;
    for (const fact& each : facts) {
        const bool is_given = !each.is_derived && random.chance(given);
        if (is_given) join(out, "'" + each.id + "': " + random.pick(each.values));
    }
    return out;
}

std::string members_json(dice& random, const sheet_text& sheet, unsigned given)
{
    std::string out;
    for (std::size_t i = 0, count = random.one_of(4); i < count; ++i) {
        const std::string fields = facts_json(random, sheet.words.fields, given);
        join(
            out, "{'id': 'P" + std::to_string(i) + "'" + (fields.empty() ? "" : ", " + fields) + "}"
        );
    }
    return ", 'members': [" + out + "]";
}

/** Returns `history` or `results` with fields that are missing. */
std::string past_json(dice& random, const std::string& name, const std::string& more)
{
    std::string out;
    for (std::size_t i = 0, count = random.one_of(3); i < count; ++i) {
        const std::string year = std::to_string(2024 + i);
        std::string entry = "'from': '" + year + "-01-01', 'to': '" + year + "-12-31'" + more;
        if (random.chance(60)) entry += random.chance(50) ? ", 'grade': 'top'" : ", 'grade': 'low'";
        if (random.chance(60)) entry += ", 'points': " + std::to_string(random.between(3, 7));
        join(out, "{" + entry + "}");
    }
    return ", '" + name + "': [" + out + "]";
}

std::string document_json(dice& random, const sheet_text& sheet, std::size_t number)
{
    static const std::vector<std::string> kinds = {"report", "minutes", "photo", "letter"};
    static const std::vector<std::string> statuses = {"submitted", "submitted", "verified",
                                                      "verified",  "rejected",  "false"};
    std::string out = "'id': 'D" + std::to_string(number) + "', 'supports': [";
    std::string nodes;
    for (const std::string& each : sheet.proven) {
        if (random.chance(sheet.proven.size() > 2 ? 35 : 70)) join(nodes, "'" + each + "'");
    }
    out += nodes + "]";
    if (random.chance(90)) out += ", 'kind': '" + random.pick(kinds) + "'";
    // Few numbers, so that one document is sometimes entered twice.
    if (random.chance(80)) out += ", 'number': '" + std::to_string(random.between(1, 2)) + "-BC'";
    if (random.chance(80)) out += ", 'issuer': 'cell'";
    if (random.chance(85))
        out += random.chance(85) ? ", 'issued': '2026-12-05'" : ", 'issued': '2025-05-05'";
    if (random.chance(75)) {
        out += random.chance(70) ? ", 'submitted': '2026-12-20'" : ", 'submitted': '2027-03-01'";
    }
    const std::string status = random.pick(statuses);
    const bool tells = status != "false" || random.chance(40);
    if (tells) out += ", 'status': '" + status + "'";
    return "{" + out + "}";
}

std::string evidence_json(dice& random, const sheet_text& sheet)
{
    std::string out;
    for (std::size_t i = 0, count = random.one_of(5); i < count; ++i)
        join(out, document_json(random, sheet, i));
    return ", 'evidence': [" + out + "]";
}

/** Marks of any role on lines that are marked, of the one that overrides on any line. */
std::string marks_json(dice& random, const sheet_text& sheet, unsigned given)
{
    std::string out;
    for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
        const std::string& line = sheet.lines[i];
        std::string marks;
        const auto found = std::find(sheet.marked.begin(), sheet.marked.end(), line);
        for (std::size_t role = 0; role < std::min<std::size_t>(sheet.roles, 2); ++role) {
            const auto which = static_cast<std::size_t>(found - sheet.marked.begin());
            if (found == sheet.marked.end() || !random.chance(given)) continue;
            const std::string points = random.pick(elements_of(sheet.grids[which]));
            join(marks, "'r" + std::to_string(role) + "': " + points);
        }
        if (sheet.roles == 3 && random.chance(15)) {
            join(marks, "'r2': {'points': " + sheet.marks[i] + ", 'reason': 'so decided'}");
        }
        if (!marks.empty()) join(out, "'" + line + "': {" + marks + "}");
    }
    return ", 'marks': {" + out + "}";
}

std::string exceptions_json(dice& random, const sheet_text& sheet)
{
    std::string out;
    for (std::size_t i = 0; i < sheet.gates; ++i) {
        if (!random.chance(12)) continue;
        join(
            out, "{'gate': 'gate" + std::to_string(i) +
                     "', 'reason': 'so decided', 'authority': 'committee'}"
        );
    }
    return ", 'exceptions': [" + out + "]";
}

} // namespace

std::string make_dossier_json(dice& random, const sheet_text& sheet)
{
    static const std::vector<unsigned> shares = {0, 40, 60, 80, 100};
    const unsigned given = random.pick(shares);
    std::string out = "{'format': 'bontot-dossier/1', 'unit': {'id': 'U'";
    if (random.chance(given)) out += ", 'kind': 'cell'";
    if (random.chance(given)) out += ", 'group': 'office'";
    out += "}, 'period': {'from': '2026-01-01', 'to': '2026-12-31'}, 'facts': {";
    out += facts_json(random, sheet.words.facts, given) + "}";
    out += marks_json(random, sheet, given);
    if (!sheet.words.fields.empty() && random.chance(60)) {
        out += members_json(random, sheet, random.chance(60) ? 100 : 70);
    }
    if (sheet.words.reads_history && random.chance(60)) out += past_json(random, "history", "");
    if (sheet.words.reads_results && random.chance(60)) {
        const std::string rubric = random.chance(60) ? "month-1" : "other";
        out += past_json(random, "results", ", 'unit': 'M1', 'rubric': '" + rubric + "'");
    }
    out += exceptions_json(random, sheet);
    if (random.chance(70)) out += evidence_json(random, sheet);
    return quoted(out + "}");
}

} // namespace soundness
