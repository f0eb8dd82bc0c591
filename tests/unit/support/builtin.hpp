// SPDX-License-Identifier: BSL-1.0
// The built-in rubrics, and dossiers for them from short texts.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_BUILTIN_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_BUILTIN_HPP

#include "builtin_rubrics.hpp"
#include "sheets.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bontot_test {

inline std::shared_ptr<const bontot::rubric> builtin(std::string_view id)
{
    for (const bontot::detail::builtin_rubric& each : bontot::detail::builtin_rubrics()) {
        if (each.id != id) continue;
        auto read = bontot::read_rubric(each.json);
        BOOST_TEST_REQUIRE(!!read, show(read.error()));
        return *read;
    }
    BOOST_FAIL("there is no built-in rubric " << id);
    return nullptr;
}

/** The facts of a dossier, or other members of a JSON object, in their order. */
class fact_list
{
public:
    /** Reads "a = 1; b = 'x'". */
    explicit fact_list(std::string_view text) { set(text); }

    /** Sets facts; `-` as a value leaves the fact out. */
    fact_list& set(std::string_view text)
    {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(';'), text.size());
            const std::string_view part = text.substr(0, end);
            const std::size_t equals = part.find('=');
            if (equals != std::string_view::npos)
                set(trimmed(part.substr(0, equals)), trimmed(part.substr(equals + 1)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return *this;
    }

    /** Returns members of a JSON object, with ' for ". */
    [[nodiscard]] std::string members() const
    {
        std::string out;
        for (const auto& [key, value] : facts_) {
            if (value == "-") continue;
            if (!out.empty()) out += ", ";
            out += "'" + key + "': " + value;
        }
        return out;
    }

private:
    static std::string trimmed(std::string_view text)
    {
        const std::size_t first = text.find_first_not_of(" \n");
        if (first == std::string_view::npos) return {};
        const std::size_t last = text.find_last_not_of(" \n");
        return std::string(text.substr(first, last - first + 1));
    }
    void set(const std::string& key, const std::string& value)
    {
        for (auto& fact : facts_) {
            if (fact.first == key) {
                fact.second = value;
                return;
            }
        }
        facts_.emplace_back(key, value);
    }

    std::vector<std::pair<std::string, std::string>> facts_;
};

/** A dossier for a built-in rubric: its facts, and more members such as `'marks': {...}`. */
inline std::string builtin_dossier(
    const fact_list& facts, std::string_view from, std::string_view to, std::string_view more = {}
)
{
    std::string out = "{'format': 'bontot-dossier/1', 'unit': {'id': 'U'}, 'period': {'from': '";
    out += from;
    out += "', 'to': '";
    out += to;
    out += "'}, 'facts': {" + facts.members() + "}";
    if (!more.empty()) {
        out += ", ";
        out += more;
    }
    return quoted(out + "}");
}

} // namespace bontot_test

#endif
