// SPDX-License-Identifier: BSL-1.0
// Changes to a JSON text, from a seed: some keep its grammar, some do not.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_JSON_MUTATION_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_JSON_MUTATION_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bontot_test {

class json_mutation
{
public:
    explicit json_mutation(std::uint32_t seed) : random_(seed) {}

    std::size_t below(std::size_t count) { return random_() % count; }

    /** Changes a text in one place. */
    void operator()(std::string& text)
    {
        if (text.empty()) return;
        using change = void (json_mutation::*)(std::string&);
        constexpr change changes[] = {&json_mutation::change_byte,   &json_mutation::cut,
                                      &json_mutation::move_value,    &json_mutation::move_value,
                                      &json_mutation::odd_value,     &json_mutation::odd_value,
                                      &json_mutation::swap_members,  &json_mutation::swap_members,
                                      &json_mutation::drop_member,   &json_mutation::drop_member,
                                      &json_mutation::repeat_member, &json_mutation::add_blank};
        (this->*changes[below(std::size(changes))])(text);
    }

private:
    struct span
    {
        std::size_t begin;
        std::size_t end;
    };

    void change_byte(std::string& text)
    {
        constexpr std::string_view bytes("\"\\{}[]:,019.-+eE tfnu\n\t/\xC3\xCC\xE1\xFF\0", 30);
        text[below(text.size())] = bytes[below(bytes.size())];
    }

    void cut(std::string& text) { text.resize(below(text.size())); }

    void add_blank(std::string& text)
    {
        constexpr std::string_view blanks(" \t\r\n\v");
        const std::vector<span> all = values(text);
        if (all.empty()) return;
        const span at = all[below(all.size())];
        text.insert(below(2) == 0 ? at.begin : at.end, 1, blanks[below(blanks.size())]);
    }

    /** Puts one value or name in the place of another one. */
    void move_value(std::string& text)
    {
        const std::vector<span> all = values(text);
        if (all.empty()) return;
        const span from = all[below(all.size())];
        const span to = all[below(all.size())];
        text.replace(to.begin, to.end - to.begin, text.substr(from.begin, from.end - from.begin));
    }

    void odd_value(std::string& text)
    {
        static const std::string odd[] = {
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-0.0",
            "1",
            "-1",
            "2.50",
            "00",
            "1.",
            ".5",
            "1.000",
            "1e1",
            "1E-2",
            "100",
            "999999999999999999",
            "1234567890123456789",
            "0.0000000000000000001",
            "\"\"",
            "\"1.000\"",
            "\"2.5\"",
            "\"2,5\"",
            "\"-1\"",
            "[]",
            "{}",
            "[1]",
            "[null]",
            "{\"id\": 1}",
            "\"2026-02-29\"",
            "\"2024-02-29\"",
            "\"2026-2-28\"",
            "\"0000-01-01\"",
            "\"-026-01-01\"",
            "\"a\\u0062\"",
            "\"\\\"\"",
            "\"12 - BC//CB\"",
            "\"12\xE2\x80\x91"
            "BC\"",
            "\"a\xCC\x80\"",
            "\"\xC3\x90\xC3\xA0\"",
            "\"\xC4\x90\"",
            "\"\xFF\"",
            "\"\xC0\xAF\"",
            "\"\xED\xA0\x80\"",
            "\"\xF4\x90\x80\x80\"",
            "\"\xF0\x9F\x98\x80\"",
            "\"\xE0\x9F\xBF\"",
            "\"\x7F\"",
            "\"verified\"",
            "\"false\"",
            "\"bontot-dossier/1\"",
            "nul",
            "truefalse",
            "\"x"};
        const std::vector<span> all = values(text);
        if (all.empty()) return;
        const span at = all[below(all.size())];
        text.replace(at.begin, at.end - at.begin, odd[below(std::size(odd))]);
    }

    void swap_members(std::string& text)
    {
        const std::vector<span> all = members(text);
        if (all.size() < 2) return;
        span first = all[below(all.size())];
        span second = all[below(all.size())];
        if (first.begin > second.begin) std::swap(first, second);
        if (first.begin == second.begin) return;
        const std::string late = text.substr(second.begin, second.end - second.begin);
        const std::string early = text.substr(first.begin, first.end - first.begin);
        text.replace(second.begin, late.size(), early);
        text.replace(first.begin, early.size(), late);
    }

    void drop_member(std::string& text)
    {
        const std::vector<span> all = members(text);
        if (all.size() < 2) return;
        const std::size_t which = below(all.size());
        const std::size_t begin = which == 0 ? all[0].begin : all[which - 1].end;
        const std::size_t end = which == 0 ? all[1].begin : all[which].end;
        text.erase(begin, end - begin);
    }

    void repeat_member(std::string& text)
    {
        const std::vector<span> all = members(text);
        if (all.empty()) return;
        const span what = all[below(all.size())];
        const std::string copy = "," + text.substr(what.begin, what.end - what.begin);
        text.insert(all[below(all.size())].end, copy);
    }

    /** Returns where texts, numbers and words stand. */
    static std::vector<span> values(std::string_view text)
    {
        std::vector<span> out;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            at = end_of_value(text, at);
            if (at > begin) out.push_back({begin, at});
            at = std::max(at, begin + 1);
        }
        return out;
    }

    static std::size_t end_of_value(std::string_view text, std::size_t at)
    {
        if (text[at] != '"')
            return std::min(text.find_first_of("{}[]:, \n\r\t\"", at), text.size());
        for (++at; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\') ++at;
        }
        return std::min(at + 1, text.size());
    }

    /** Returns the members, or elements, of an object or list of the text. */
    std::vector<span> members(std::string_view text)
    {
        std::vector<std::size_t> openings;
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] == '{' || text[at] == '[') openings.push_back(at);
            at = std::max(end_of_value(text, at), at + 1);
        }
        std::vector<span> out;
        if (openings.empty()) return out;
        std::size_t at = openings[below(openings.size())] + 1;
        std::size_t begin = at;
        for (int depth = 0; at < text.size() && depth >= 0;) {
            const char c = text[at];
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            const bool ends = depth < 0 || (depth == 0 && c == ',');
            if (ends) out.push_back({begin, at});
            if (ends) begin = at + 1;
            at = std::max(end_of_value(text, at), at + 1);
        }
        return out;
    }

    std::mt19937 random_;
};

} // namespace bontot_test

#endif
