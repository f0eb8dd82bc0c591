// SPDX-License-Identifier: BSL-1.0
// Random rubrics whose lines do not share facts, each with a dossier in which lines lost points.
#ifndef BONTOT_TESTS_PROPERTY_PATH_CASES_HPP
#define BONTOT_TESTS_PROPERTY_PATH_CASES_HPP

#include <bontot/bontot.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace bontot_test {

/** A small generator whose numbers are the same everywhere (splitmix64). */
class dice
{
public:
    explicit dice(std::uint64_t seed) : state_(seed) {}

    /** Returns a number from 0 to count - 1. */
    int below(int count)
    {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        mixed ^= mixed >> 31U;
        return static_cast<int>(mixed % static_cast<std::uint64_t>(count));
    }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool one_in(int count) { return below(count) == 0; }

private:
    std::uint64_t state_;
};

/** What raises one line to its most. */
struct raising
{
    std::string node;
    int effort = 1;
    std::string fact;  /**< empty: none */
    std::string value; /**< JSON */
    bool marks = false;
    bool proves = false;
};

struct path_case
{
    std::string rubric;
    std::string dossier;
    std::vector<raising> lines; /**< in the order of the total */
    int grade_count = 0;
};

/** Writes one random case. */
class path_case_writer
{
public:
    explicit path_case_writer(std::uint64_t seed) : roll_(seed) {}

    path_case write(int lines)
    {
        own_left_ = lines > 3 ? roll_.below(3) : 0;
        left_ = lines - own_left_;
        const bool has_bonus = roll_.one_in(3);
        const bool has_penalty = roll_.one_in(3);
        const int base = roll_.between(1, 3);
        std::string criteria;
        for (int i = 0; i < base; ++i)
            add(criteria, criterion("base", i + 1, base + has_bonus + has_penalty - i));
        if (has_bonus) add(criteria, criterion("bonus", 8, 1 + has_penalty));
        if (has_penalty) add(criteria, criterion("penalty", 9, 1));
        std::string rubric = "{'format': 'bontot-rubric/1', 'id': 'p', 'version': '1',"
                             "'label': {'en': 'p'}, 'roles': ['r'], " +
                             rounding() + total() + "'facts': [" + facts_ + "], 'criteria': [" +
                             criteria + "], 'gates': [" + gates() + "], 'grades': [" + grades() +
                             "]}";
        std::string dossier = "{'format': 'bontot-dossier/1', 'unit': {'id': 'u'}, 'period': "
                              "{'from': '2026-01-01', 'to': '2026-12-31'}, 'facts': {" +
                              values_ + "}, 'marks': {" + marks_ + "}, 'evidence': []}";
        return {quoted(rubric), quoted(dossier), raisings_, grade_count_};
    }

private:
    static std::string quoted(std::string text)
    {
        for (char& each : text) {
            if (each == '\'') each = '"';
        }
        return text;
    }

    static void add(std::string& list, const std::string& item)
    {
        if (!list.empty()) list += ", ";
        list += item;
    }

    /** Writes quarters as a decimal. */
    static std::string quarters(int count)
    {
        constexpr const char* parts[] = {"", ".25", ".5", ".75"};
        const int whole = count < 0 ? -count : count;
        return (count < 0 ? "-" : "") + std::to_string(whole / 4) + parts[whole % 4];
    }

    // Conditions that no fact can change.
    static constexpr const char* never = "period.from > date(\\'2100-01-01\\')";
    static constexpr const char* always = "period.from < date(\\'2100-01-01\\')";

    static std::string condition(const char* which)
    {
        std::string out;
        for (const char* at = which; *at != '\0'; ++at) {
            if (*at != '\\')
                out += *at;
            else {
                out += "\\\"";
                ++at;
            }
        }
        return out;
    }

    std::string criterion(const char* kind, int number, int still)
    {
        const bool is_penalty = kind[0] == 'p';
        is_penalty_ = is_penalty;
        const int share = still <= 1 ? left_ : roll_.below(left_ + 1);
        const std::string id = std::to_string(number);
        const children below = nodes(id, share, 1);
        std::string out = "{'id': '" + id + "', 'kind': '" + kind + "', ";
        if (is_penalty) {
            out += "'min': " + quarters(-below.points) + ", 'max': 0, ";
        } else {
            const int max = std::max(1, below.points - (roll_.one_in(3) ? below.points / 4 : 0));
            out += "'max': " + quarters(max) + ", ";
            if (kind[0] == 'b' && kind[1] == 'a') base_max_ += max;
            criteria_.push_back({id, max, kind[1] == 'a'});
        }
        if (roll_.one_in(2)) {
            out += "'good': {'min_points': " +
                   quarters(is_penalty ? -1 : roll_.below(below.points + 1));
            if (roll_.one_in(4))
                out += ", 'requires': '" + condition(roll_.one_in(2) ? never : always) + "'";
            out += "}, ";
            ++good_count_;
            good_id_ = id;
        }
        return out + "'indicators': [" + below.json + "]}";
    }

    struct children
    {
        std::string json;
        int points = 0;
    };

    children nodes(const std::string& above, int lines, int depth)
    {
        children out;
        int number = 0;
        while (lines > 0 || number == 0) {
            const std::string id = above + "." + std::to_string(++number);
            if (depth < 3 && lines > 1 && roll_.one_in(4)) {
                const int share = roll_.between(1, lines);
                lines -= share;
                const std::size_t place = raisings_.size();
                const children below = nodes(id, share, depth + 1);
                const int max = std::max(1, below.points - (roll_.one_in(4) ? 1 : 0));
                std::string group = "{'id': '" + id + "', " + range(max);
                if (roll_.one_in(3)) group += "'combine': 'highest', ";
                group += not_applicable(12);
                group += own_rules(id, place);
                add(out.json, group + "'indicators': [" + below.json + "]}");
                out.points += max;
            } else {
                const int max = roll_.between(1, 20);
                add(out.json, line(id, max, lines > 0));
                lines -= lines > 0 ? 1 : 0;
                out.points += max;
            }
        }
        return out;
    }

    [[nodiscard]] std::string range(int max) const
    {
        if (is_penalty_) return "'min': " + quarters(-max) + ", 'max': 0, ";
        return "'max': " + quarters(max) + ", ";
    }

    std::string not_applicable(int odds)
    {
        if (!roll_.one_in(odds)) return {};
        constexpr const char* policies[] = {"full", "rescale", "share", "drop", "zero"};
        return "'applies': '" + condition(never) + "', 'not_applicable': '" +
               policies[roll_.below(5)] + "', ";
    }

    /** Rules of a parent itself: it may lack evidence, which is something to raise, too. */
    std::string own_rules(const std::string& id, std::size_t place)
    {
        if (own_left_ == 0 || !roll_.one_in(3)) return {};
        --own_left_;
        raising own;
        own.node = id;
        own.effort = roll_.between(1, 3);
        own.proves = true;
        raisings_.insert(raisings_.begin() + static_cast<std::ptrdiff_t>(place), own);
        return "'effort': " + std::to_string(own.effort) +
               ", 'evidence': {'kinds': ['k'], 'short': '" +
               (roll_.one_in(2) ? "unproven" : "proportional") + "', 'at_least': 2}, ";
    }

    std::string line(const std::string& id, int max, bool counts)
    {
        std::string out = "{'id': '" + id + "', " + range(max);
        raising own;
        own.node = id;
        own.effort = roll_.between(1, most_effort_);
        const bool is_fixed = !counts || roll_.one_in(10);
        out += "'effort': " + (is_fixed ? "null" : std::to_string(own.effort)) + ", ";
        out += not_applicable(10);
        out += score(own, max);
        if (roll_.one_in(5) && (!is_fixed || own_left_ > 0)) {
            out += ", 'evidence': {'kinds': ['k']}";
            own.proves = true;
        }
        if (roll_.one_in(10)) {
            out += ", 'at_most': [{'when': '" + condition(always) +
                   "', 'points': " + quarters(is_penalty_ ? -max / 2 : max / 2) + "}]";
        }
        if (counts) --left_;
        if (is_fixed && own.proves) {
            // What cannot be changed any more can still be proven.
            --own_left_;
            own = raising{id, 1, {}, {}, false, true};
        }
        if (!is_fixed || own.proves) raisings_.push_back(own);
        return out + "}";
    }

    /** Writes how a line is scored, its fact, what it is, and what it has to be. */
    std::string score(raising& own, int max)
    {
        const std::string fact = "f" + std::to_string(++fact_count_);
        own.fact = fact;
        const std::string least = is_penalty_ ? quarters(-max) : "0";
        const std::string most = is_penalty_ ? "0" : quarters(max);
        const std::string middle = quarters(is_penalty_ ? -max / 2 : max / 2);
        switch (roll_.below(is_penalty_ ? 4 : 7)) {
        case 0:
            give(own, fact, "boolean", roll_.one_in(5) ? "true" : "false", "true");
            return "'score': {'condition': '" + fact + "'}";
        case 1:
            give(own, fact, "number", std::to_string(roll_.below(6)), "0");
            return "'score': {'deductions': [{'count': '" + fact + "', 'each': 0.75}]}";
        case 2: {
            constexpr const char* now[] = {"'a'", "'b'", "'c'"};
            own_choice(own, fact, now[roll_.below(3)]);
            return "'score': {'choice': {'fact': '" + fact +
                   "', 'options': [{'is': 'a', 'points': " + most +
                   "}, {'is': 'b', 'points': " + middle + "}, {'is': 'c', 'points': " + least +
                   (roll_.one_in(3) ? ", 'void': true" : "") + "}]}}";
        }
        case 3: {
            give(own, fact, "number", std::to_string(roll_.below(11)), "8");
            const std::string top = roll_.one_in(3) ? middle : most;
            return "'score': {'steps': {'value': '" + fact +
                   "', 'table': [{'when': '>= 8', 'points': " + top +
                   "}, {'when': '[4..8)', 'points': " + (top == most ? middle : least) +
                   "}, {'when': '< 4', 'points': " + least + "}]}}";
        }
        case 4:
            give(own, fact, "number", std::to_string(roll_.below(7)), "7");
            return "'score': {'proportional': {'value': '" + fact +
                   "', 'from': [0, 7], 'points': [0, " + most + "]}}";
        case 5:
            give(own, fact, "number", std::to_string(roll_.below(2)), "100");
            return "'score': {'additions': [{'count': '" + fact +
                   "', 'each': 0.5, 'cap': " + quarters(roll_.between(1, max)) + "}]}";
        default:
            own.fact.clear();
            own.marks = true;
            own.value = most;
            add(marks_, "'" + own.node + "': {'r': " + quarters(roll_.below(max + 1)) + "}");
            return "'score': {'mark': {'step': 0.25}}";
        }
    }

    void give(
        raising& own, const std::string& fact, const char* type, const std::string& now,
        const std::string& best
    )
    {
        const bool is_number = type[0] == 'n';
        add(facts_, "{'id': '" + fact + "', 'type': '" + type + "'" +
                        (is_number ? ", 'integer': true, 'min': 0" : "") + "}");
        add(values_, "'" + fact + "': " + now);
        own.value = best;
    }

    void own_choice(raising& own, const std::string& fact, const char* now)
    {
        add(facts_, "{'id': '" + fact + "', 'type': 'choice', 'choices': ['a', 'b', 'c']}");
        add(values_, "'" + fact + "': " + now);
        own.value = "a";
    }

    std::string rounding()
    {
        if (roll_.one_in(2)) return {};
        constexpr const char* places[] = {"indicator", "criterion", "total"};
        constexpr const char* steps[] = {"0.5", "1", "0.1", "2"};
        constexpr const char* modes[] = {"half_up", "half_even", "down", "up"};
        std::string out;
        for (const char* place : places) {
            if (!roll_.one_in(3)) continue;
            add(out, std::string("{'at': '") + place + "', 'step': " + steps[roll_.below(4)] +
                         ", 'mode': '" + modes[roll_.below(4)] + "'}");
        }
        return "'rounding': [" + out + "], ";
    }

    std::string total()
    {
        if (roll_.one_in(2)) return {};
        constexpr const char* bases[] = {"total", "base", "share"};
        const int basis = roll_.below(3);
        reads_share_ = basis == 2;
        return "'total': {'min': 0, 'max': " + quarters(base_max_ + 4) + ", 'grades_on': '" +
               bases[basis] + "'}, ";
    }

    std::string gates()
    {
        if (!roll_.one_in(4)) return {};
        const std::string id =
            criteria_[static_cast<std::size_t>(roll_.below(static_cast<int>(criteria_.size())))].id;
        const std::string effects[] = {
            "{'not_good': '" + id + "'}", "{'void': '" + id + "'}", "{'grade_down': 1}",
            "{'grade_at_most': 'g1'}"};
        return "{'id': 'gate', 'when': '" + condition(roll_.one_in(2) ? always : never) +
               "', 'effect': " + effects[roll_.below(4)] + "}";
    }

    std::string grades()
    {
        grade_count_ = roll_.between(2, 4);
        std::string out;
        for (int i = 0; i + 1 < grade_count_; ++i) {
            std::string grade = "{'id': 'g" + std::to_string(i) + "'";
            const int percent = roll_.between(35 - 10 * i, 80 - 10 * i);
            grade += roll_.one_in(6) ? ", 'above_total': " : ", 'min_total': ";
            grade += reads_share_
                         ? "0." + std::string(percent < 10 ? "0" : "") + std::to_string(percent)
                         : quarters(base_max_ * percent / 100);
            const named& one =
                criteria_[static_cast<std::size_t>(roll_.below(static_cast<int>(criteria_.size()))
                )];
            if (roll_.one_in(3))
                grade += ", 'min_points': {'" + one.id + "': " + quarters(one.max * 3 / 4) + "}";
            if (roll_.one_in(6)) grade += ", 'min_share': {'" + one.id + "': 0.6}";
            if (roll_.one_in(4)) grade += ", 'no_zero_criterion': true";
            if (good_count_ > 0 && roll_.one_in(2)) {
                grade += ", 'good_criteria': ";
                const int which = roll_.below(3);
                grade += which == 0   ? "'all'"
                         : which == 1 ? std::to_string(roll_.between(1, good_count_))
                                      : "['" + good_id_ + "']";
            }
            add(out, grade + "}");
        }
        return out + ", {'id': 'g" + std::to_string(grade_count_ - 1) + "'}";
    }

    struct named
    {
        std::string id;
        int max;
        bool is_base;
    };

    dice roll_;
    int left_ = 0;     /**< lines to write that can rise */
    int own_left_ = 0; /**< parents to write that can rise */
    bool is_penalty_ = false;
    int most_effort_ = roll_.one_in(2) ? 1 : roll_.one_in(2) ? 5 : 60;
    int fact_count_ = 0;
    int base_max_ = 0; /**< in quarters */
    int good_count_ = 0;
    std::string good_id_; /**< a criterion with a rule for good */
    bool reads_share_ = false;
    int grade_count_ = 0;
    std::string facts_;
    std::string values_;
    std::string marks_;
    std::vector<raising> raisings_;
    std::vector<named> criteria_;
};

} // namespace bontot_test

#endif
