// SPDX-License-Identifier: BSL-1.0
#include "dice.hpp"
#include "law.hpp"
#include "tightness.hpp"
#include "vocabulary.hpp"

#include <bontot/evaluate.hpp>

#include <algorithm>
#include <stdexcept>

namespace soundness {

namespace {

namespace feel = bontot::feel;
using bontot::number;

constexpr const char* kinds[] = {"condition",  "choice",    "steps", "proportional",
                                 "deductions", "additions", "mark"};

number number_of(const std::string& text)
{
    number out;
    if (number::parse(text, out) != bontot::number_status::ok) throw std::logic_error(text);
    return out;
}

/** A whole number of halves, written out: -3 is -1.5. */
std::string halves(int count)
{
    return std::string(count < 0 ? "-" : "") + std::to_string(std::abs(count) / 2) +
           (count % 2 == 0 ? "" : ".5");
}

/** One line, the only one that reads its fact, and what may be given for that. */
struct line_text
{
    std::string id;
    std::string kind;
    std::string facts; /**< JSON of the fact, or "" */
    std::string json;
    std::vector<std::string> values; /**< of the fact or mark: every critical one */
    bool is_marked = false;
    int documents = 0; /**< how many are asked for */
};

/** Makes the lines. All literals are halves, so that the quarters are all critical values. */
class line_maker
{
public:
    explicit line_maker(dice& random) : random_(random) {}

    line_text make(std::size_t index)
    {
        out_ = line_text();
        out_.id = "L" + std::to_string(index);
        fact_ = "f" + std::to_string(index);
        least_ = random_.chance(25) ? random_.between(-2, 4) : 0;
        most_ = least_ + random_.between(1, 16);
        out_.kind = kinds[random_.one_of(std::size(kinds))];
        const std::string score = score_rule();
        out_.json = "{'id': '" + out_.id + "', 'max': " + halves(most_) + ", ";
        if (least_ != 0) out_.json += "'min': " + halves(least_) + ", ";
        if (random_.chance(25)) out_.json += evidence();
        if (random_.chance(20)) {
            out_.json +=
                "'rounding': {'step': '" + random_.pick(steps_) + "', 'mode': 'half_up'}, ";
        }
        out_.json += "'score': {'" + out_.kind + "': " + score + "}}";
        return out_;
    }

private:
    std::string score_rule()
    {
        if (out_.kind == "condition") return condition();
        if (out_.kind == "choice") return choice();
        if (out_.kind == "steps") return steps();
        if (out_.kind == "proportional") {
            number_fact(false);
            const int from = random_.between(-4, 8);
            const int to = from + (random_.chance(50) ? 1 : -1) * random_.between(1, 6);
            return "{'value': '" + fact_ + "', 'from': ['" + halves(from) + "', '" + halves(to) +
                   "'], 'points': [" + points() + ", " + points() + "]}";
        }
        if (out_.kind == "mark") return mark();
        number_fact(true);
        std::string line = "[{'count': '" + fact_ + "', 'each': " + halves(random_.between(0, 5));
        if (random_.chance(50)) line += ", 'cap': " + halves(random_.between(0, 12));
        return line + "}]";
    }

    std::string points() { return halves(random_.between(least_, most_)); }

    void number_fact(bool is_count)
    {
        const bool is_whole = random_.chance(60);
        const int low = random_.between(is_count ? -1 : -6, 6);
        const int high = low + random_.between(2, 10);
        const bool has_low = random_.chance(is_count ? 95 : 80);
        const bool has_high = random_.chance(75);
        out_.facts = "{'id': '" + fact_ + "', 'type': 'number'";
        if (is_whole) out_.facts += ", 'integer': true";
        if (has_low) out_.facts += ", 'min': '" + halves(low) + "'";
        if (has_high) out_.facts += ", 'max': '" + halves(high) + "'";
        out_.facts += "}";
        for (int quarter = -60; quarter <= 160; ++quarter) {
            const bool is_within =
                (!has_low || quarter >= 2 * low) && (!has_high || quarter <= 2 * high);
            if (!is_within || (is_whole && quarter % 4 != 0)) continue;
            const number value = *divide(number(quarter), number(4));
            out_.values.push_back(shown(value));
        }
    }

    std::string comparison()
    {
        static const std::vector<std::string> signs = {" > ", " >= ", " < ", " <= ", " = ", " != "};
        const std::string a = halves(random_.between(-6, 12));
        const std::string b = halves(random_.between(-6, 12));
        const bool is_ordered = number_of(a) <= number_of(b);
        switch (random_.one_of(5)) {
        case 0:
            return fact_ + " between " + (is_ordered ? a + " and " + b : b + " and " + a);
        case 1:
            return fact_ + " in " +
                   (is_ordered ? "(" + a + ".." + b + "]" : "[" + b + ".." + a + ")");
        case 2:
            return fact_ + " in (" + a + ", > " + b + ")";
        default:
            return fact_ + random_.pick(signs) + a;
        }
    }

    std::string condition()
    {
        if (random_.chance(70)) {
            number_fact(false);
            const std::string a = comparison();
            const std::string b = comparison();
            const std::vector<std::string> forms = {
                a,
                a,
                a,
                "not(" + a + ")",
                a + " and " + b,
                a + " or " + b,
                "if " + a + " then " + b + " else false"};
            return "'" + random_.pick(forms) + "'";
        }
        if (random_.chance(50)) {
            out_.facts = "{'id': '" + fact_ + "', 'type': 'boolean'}";
            out_.values = {"false", "true"};
            static const std::vector<std::string> forms = {
                "", " = false", " or true", " and 1 > 2", " != true"};
            return "'" + fact_ + random_.pick(forms) + "'";
        }
        choices(3);
        const std::vector<std::string> forms = {
            " = " + literal("b"), " != " + literal("a"),
            " in (" + literal("a") + ", " + literal("b") + ", " + literal("c") + ")"};
        return "'" + fact_ + random_.pick(forms) + "'";
    }

    void choices(int fewest = 1)
    {
        static const std::vector<std::string> all = {"'a'", "'b'", "'c'"};
        out_.values.assign(all.begin(), all.begin() + random_.between(fewest, 3));
        std::string list;
        for (const std::string& each : out_.values)
            list += (list.empty() ? "" : ", ") + each;
        out_.facts = "{'id': '" + fact_ + "', 'type': 'choice', 'choices': [" + list + "]}";
    }

    std::string choice()
    {
        choices();
        std::string options;
        for (const std::string& each : out_.values) {
            if (!options.empty() && random_.chance(15)) continue;
            options += options.empty() ? "" : ", ";
            options += "{'is': " + each + ", 'points': " + points() + "}";
        }
        return "{'fact': '" + fact_ + "', 'options': [" + options + "]}";
    }

    std::string steps()
    {
        std::vector<std::string> tests;
        if (random_.chance(25)) {
            choices();
            for (const std::string& each : out_.values)
                tests.push_back(literal(each.substr(1, 1)));
        } else {
            number_fact(false);
            const int first = random_.between(-4, 6);
            const int second = first + random_.between(1, 4);
            tests = {
                "< " + halves(first), "[" + halves(first) + ".." + halves(second) + "]",
                "> " + halves(second)};
            if (random_.chance(20)) tests = {"not(" + halves(first) + ")", halves(first)};
            if (random_.chance(20)) tests = {"0, 1", "2", "[3..5]", "!= 7"};
            if (random_.chance(15)) tests.pop_back();
        }
        std::string rows;
        for (const std::string& each : tests) {
            rows += rows.empty() ? "" : ", ";
            rows += "{'when': '" + each + "', 'points': " + points() + "}";
        }
        return "{'value': '" + fact_ + "', 'table': [" + rows + "]}";
    }

    std::string mark()
    {
        const std::string step = random_.pick(steps_);
        out_.is_marked = true;
        for (int half = least_; half <= most_; ++half) {
            const number points = number_of(halves(half));
            const bool is_on_grid =
                round_to_multiple(points, number_of(step), bontot::rounding_mode::down) == points;
            if (is_on_grid) out_.values.push_back(halves(half));
        }
        // A line without a mark on its grid cannot be completed.
        if (!out_.values.empty()) return "{'step': '" + step + "'}";
        out_.values = {halves(least_), halves(most_)};
        return "{}";
    }

    std::string evidence()
    {
        out_.documents = random_.between(1, 3);
        return "'evidence': {'at_least': " + std::to_string(out_.documents) +
               (random_.chance(50) ? ", 'short': 'proportional'}, " : "}, ");
    }

    dice& random_;
    line_text out_;
    std::string fact_;
    int least_ = 0; /**< in halves */
    int most_ = 0;
    const std::vector<std::string> steps_ = {"0.5", "1", "1.5", "3"};
};

/** A sheet of such lines, all of its facts missing, and the completions of one line or of all. */
class tight_sheet
{
public:
    tight_sheet(std::uint64_t seed, coverage& met) : random_(seed), met_(met) {}

    std::string run()
    {
        make();
        evaluate(*given_, wide_);
        std::vector<std::size_t> worst;
        std::vector<std::size_t> best;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            try_line(i, worst, best);
        compare("the total", wide_.points, total(worst).first);
        compare("the total", wide_.possible, total(best).second);
        return failure_.empty() ? failure_ : json_ + "\n" + shown(wide_) + failure_;
    }

private:
    void make()
    {
        line_maker make_line(random_);
        std::string facts;
        std::string tree;
        for (std::size_t i = 0, criteria = 1 + random_.one_of(2); i < criteria; ++i) {
            std::string indicators;
            for (std::size_t j = 0, count = 1 + random_.one_of(4); j < count; ++j) {
                lines_.push_back(make_line.make(lines_.size()));
                met_.met("tight " + lines_.back().kind);
                facts += facts.empty() || lines_.back().facts.empty() ? "" : ", ";
                facts += lines_.back().facts;
                indicators += (j == 0 ? "\n" : ",\n") + lines_.back().json;
            }
            tree += (i == 0 ? "" : ", ") + std::string("{'id': 'C") + std::to_string(i) +
                    "', 'max': 12, 'indicators': [" + indicators + "]}";
        }
        json_ = quoted(
            "{'format': 'bontot-rubric/1', 'id': 'tight', 'version': '1', 'label': {'en': "
            "'tight'}, 'roles': ['committee'], 'facts': [" +
            facts + "], 'criteria': [" + tree + "], 'grades': [{'id': 'g'}]}"
        );
        const auto read = bontot::read_rubric(json_);
        if (!read) throw std::logic_error("a tight sheet has errors: " + json_);
        const std::string dossier = quoted("{'format': 'bontot-dossier/1', 'unit': {'id': 'U'}, "
                                           "'period': {'from': '2026-01-01', 'to': '2026-12-31'}}");
        given_ = *bontot::read_dossier(*read, dossier);
        working_ = *bontot::read_dossier(*read, dossier);
    }

    /** Tries every value of a line, without documents and with all; keeps which was worst and best.
     */
    void try_line(std::size_t line, std::vector<std::size_t>& worst, std::vector<std::size_t>& best)
    {
        const std::uint32_t node = given_->sheet->find_node(lines_[line].id);
        const std::size_t count = lines_[line].values.size();
        std::size_t lowest = 0;
        std::size_t highest = 0;
        number low;
        number high;
        for (std::size_t way = 0; way < 2 * count; ++way) {
            clear();
            give(line, way);
            evaluate(*working_, narrow_);
            const bontot::node_result& got = narrow_.nodes[node];
            if (way == 0 || got.points < low) {
                low = got.points;
                lowest = way;
            }
            if (way == 0 || got.possible > high) {
                high = got.possible;
                highest = way;
            }
        }
        worst.push_back(lowest);
        best.push_back(highest);
        if (count == 0) throw std::logic_error("no value: " + lines_[line].json);
        const bool is_narrowed = wide_.nodes[node].points != given_->sheet->nodes[node].least ||
                                 wide_.nodes[node].possible != given_->sheet->nodes[node].max;
        if (is_narrowed) met_.met("tight and narrowed: " + lines_[line].kind);
        compare(lines_[line].id, wide_.nodes[node].points, low);
        compare(lines_[line].id, wide_.nodes[node].possible, high);
    }

    std::pair<number, number> total(const std::vector<std::size_t>& ways)
    {
        clear();
        for (std::size_t i = 0; i < ways.size(); ++i)
            give(i, ways[i]);
        evaluate(*working_, narrow_);
        return {narrow_.points, narrow_.possible};
    }

    void clear()
    {
        working_->slots = given_->slots;
        working_->marks = given_->marks;
        working_->evidence = given_->evidence;
    }

    /** Gives a line its value, and in the second half of the ways its documents as well. */
    void give(std::size_t line, std::size_t way)
    {
        const line_text& what = lines_[line];
        const std::uint32_t node = given_->sheet->find_node(what.id);
        const std::string& value = what.values[way % what.values.size()];
        if (what.is_marked) {
            bontot::mark_record mark;
            mark.node = node;
            mark.points = number_of(value);
            working_->marks.push_back(mark);
        } else {
            working_->slots[given_->sheet->find_fact("f" + std::to_string(line))] = value_of(value);
        }
        for (int i = 0; way >= what.values.size() && i < what.documents; ++i) {
            bontot::evidence_record document;
            document.supports = working_->store.copy(std::span<const std::uint32_t>(&node, 1));
            working_->evidence.push_back(document);
        }
    }

    static feel::value value_of(const std::string& value)
    {
        if (value == "true" || value == "false") return feel::value::boolean(value == "true");
        const std::string_view text = value;
        if (value[0] == '\'') return feel::value::text(text.substr(1, text.size() - 2));
        return feel::value::number(number_of(value));
    }

    void compare(const std::string& what, const number& end, const number& reached)
    {
        if (end == reached) return;
        failure_ += what + " has the end " + shown(end) + ", and reaches " + shown(reached) + "\n";
    }

    dice random_;
    coverage& met_;
    std::vector<line_text> lines_;
    std::string json_;
    std::shared_ptr<bontot::dossier> given_;
    std::shared_ptr<bontot::dossier> working_;
    bontot::result wide_;
    bontot::result narrow_;
    std::string failure_;
};

} // namespace

void expect_tight(coverage& met)
{
    for (const std::string each : kinds) {
        met.expect("tight " + each);
        met.expect("tight and narrowed: " + each);
    }
}

std::string try_tightness(std::uint64_t seed, coverage& met)
{
    return tight_sheet(seed, met).run();
}

} // namespace soundness
