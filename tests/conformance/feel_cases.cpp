// SPDX-License-Identifier: BSL-1.0

// Runs FEEL cases from data files and compares what they give.
//
//     feel_cases [disputed.tsv] cases.jsonl...
//
// One JSON object a line: id, expression, context, expected; or id, expression,
// names, error, column for what must not compile. A .tsv file lists cases that
// are held to be wrong against the standard: id, tab, reason; they are run and
// counted apart. Ends with 1 on any failure, unreadable line or missing file.

#include <bontot/feel.hpp>

#include <bontot/feel/values/duration.hpp>

#include <boost/json.hpp>

#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>

namespace {

namespace feel = bontot::feel;
namespace json = boost::json;

std::string_view view(const json::string& text)
{
    return {text.data(), text.size()};
}

bontot::number to_number(std::string_view text)
{
    bontot::number found;
    if (bontot::number::parse(text, found) != bontot::number_status::ok) {
        throw std::runtime_error("not a number: " + std::string(text));
    }
    return found;
}

/** Makes FEEL values of JSON ones; they live in the region. */
class value_maker
{
public:
    value_maker(bontot::arena& region, feel::symbol_table& symbols)
        : region_(region), symbols_(symbols)
    {}

    feel::value make(const json::value& from)
    {
        switch (from.kind()) {
        case json::kind::null:
            return feel::value::null();
        case json::kind::bool_:
            return feel::value::boolean(from.get_bool());
        case json::kind::string:
            return feel::value::text(region_.copy(view(from.get_string())));
        case json::kind::array:
            return list(from.get_array());
        case json::kind::object:
            return object(from.get_object());
        default:
            throw std::runtime_error("a bare number stands in the case");
        }
    }

private:
    feel::value list(const json::array& from)
    {
        bontot::vector<feel::value> items;
        for (const json::value& each : from)
            items.push_back(make(each));
        return feel::value::list(region_.copy(std::span<const feel::value>(items)));
    }

    feel::value object(const json::object& from)
    {
        if (from.size() == 1 && from.begin()->key()[0] == '$') return special(*from.begin());
        bontot::vector<feel::field> fields;
        for (const json::key_value_pair& each : from) {
            const std::string_view key(each.key().data(), each.key().size());
            fields.push_back({symbols_.intern(key), make(each.value())});
        }
        return feel::value::context(region_.copy(std::span<const feel::field>(fields)));
    }

    feel::value special(const json::key_value_pair& from)
    {
        const std::string_view key(from.key().data(), from.key().size());
        if (key == "$unknown") return feel::value::unknown();
        const std::string_view text = view(from.value().as_string());
        if (key == "$num") return feel::value::number(to_number(text));
        if (key == "$date") {
            const std::optional<bontot::date> day = bontot::parse_date(text);
            if (day) return feel::value::date(*day);
        } else {
            const feel::value found = feel::detail::parse_duration(text);
            if (!found.is_null()) return found;
        }
        throw std::runtime_error("not readable: " + std::string(text));
    }

    bontot::arena& region_;
    feel::symbol_table& symbols_;
};

/** Returns how many decimals a JSON number shows. */
std::int64_t shown_decimals(std::string_view text)
{
    const std::size_t exponent = text.find_first_of("eE");
    const std::string_view digits = text.substr(0, exponent);
    const std::size_t point = digits.find('.');
    auto decimals =
        static_cast<std::int64_t>(point == std::string_view::npos ? 0 : digits.size() - point - 1);
    if (exponent != std::string_view::npos) {
        decimals -= std::stoll(std::string(text.substr(exponent + 1)));
    }
    return decimals;
}

/** Compares what came out with what the case expects. */
class comparison
{
public:
    explicit comparison(const feel::symbol_table& symbols) : symbols_(symbols) {}

    bool holds(const feel::value& got, const json::value& expected) const
    {
        if (expected.is_null()) return got.is_null();
        if (expected.is_bool()) {
            return got.is(feel::kind::boolean) && got.as_boolean() == expected.get_bool();
        }
        if (expected.is_string()) {
            return got.is(feel::kind::text) && got.as_text() == view(expected.get_string());
        }
        if (expected.is_array()) return list_holds(got, expected.get_array());
        return expected.is_object() && object_holds(got, expected.get_object());
    }

private:
    bool list_holds(const feel::value& got, const json::array& expected) const
    {
        if (!got.is(feel::kind::list) || got.as_list().size() != expected.size()) return false;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (!holds(got.as_list()[i], expected[i])) return false;
        }
        return true;
    }

    bool object_holds(const feel::value& got, const json::object& expected) const
    {
        if (expected.size() == 1 && expected.begin()->key()[0] == '$') {
            return special_holds(got, *expected.begin());
        }
        if (!got.is(feel::kind::context) || got.as_context().size() != expected.size())
            return false;
        for (const feel::field& each : got.as_context()) {
            const std::string_view name = symbols_.text(each.name);
            const auto found = expected.find(json::string_view(name.data(), name.size()));
            if (found == expected.end() || !holds(each.content, found->value())) return false;
        }
        return true;
    }

    bool special_holds(const feel::value& got, const json::key_value_pair& expected) const
    {
        const std::string_view key(expected.key().data(), expected.key().size());
        if (key == "$unknown") return got.is_unknown();
        const std::string_view text = view(expected.value().as_string());
        if (key == "$num") {
            if (!got.is(feel::kind::number)) return false;
            const auto rounded = bontot::round(
                got.as_number(), shown_decimals(text), bontot::rounding_mode::half_even
            );
            return got.as_number() == to_number(text) || (rounded && *rounded == to_number(text));
        }
        if (key == "$date") {
            const std::optional<bontot::date> day = bontot::parse_date(text);
            return got.is(feel::kind::date) && day && got.as_date() == *day;
        }
        const feel::value wanted = feel::detail::parse_duration(text);
        return !wanted.is_null() && feel::equals(got, wanted).is_true();
    }

    const feel::symbol_table& symbols_;
};

std::string describe(const feel::issue_list& issues)
{
    std::string text = "issue";
    for (const feel::issue& each : issues) {
        text += ' ';
        text += bontot::message_code(each.code);
        text += " at column " + std::to_string(each.column);
    }
    return text;
}

/** Runs a case that must not compile; returns what went wrong. */
std::string run_error_case(const json::object& one)
{
    feel::environment names;
    if (const json::value* const list = one.if_contains("names")) {
        for (const json::value& each : list->as_array())
            names.add(view(each.as_string()), feel::type::number());
    }
    feel::compile_options options;
    options.check = feel::checking::standard;
    const auto compiled = feel::compile(view(one.at("expression").as_string()), names, options);
    if (compiled.has_value()) return "it compiled";
    const feel::issue_list issues = compiled.error();
    const feel::issue& first = issues.front();
    const std::string wanted = "feel_" + std::string(view(one.at("error").as_string()));
    const std::string_view code = bontot::message_code(first.code);
    const bool is_kind = code == wanted || code == wanted + "_near";
    const bool is_place = static_cast<std::int64_t>(first.column) == one.at("column").as_int64();
    return is_kind && is_place ? std::string() : describe(issues);
}

/** Runs a case that gives a value; returns what went wrong. */
std::string run_value_case(const json::object& one)
{
    feel::environment names;
    bontot::arena region;
    bontot::vector<feel::value> variables;
    for (const json::key_value_pair& each : one.at("context").as_object()) {
        names.add({each.key().data(), each.key().size()}, feel::type::any());
        variables.push_back(value_maker(region, names.symbols()).make(each.value()));
    }
    feel::compile_options options;
    options.check = feel::checking::standard;
    options.allow_is_known = true;
    const auto compiled = feel::compile(view(one.at("expression").as_string()), names, options);
    if (compiled.has_error()) return describe(compiled.error());
    feel::scratch working;
    const feel::value got = feel::run(*compiled, variables, working);
    if (comparison(names.symbols()).holds(got, one.at("expected"))) return {};
    std::string text;
    feel::append_text(text, got, names.symbols());
    return "got " + text;
}

std::string run_case(const json::object& one)
{
    try {
        return one.contains("error") ? run_error_case(one) : run_value_case(one);
    } catch (const std::exception& failure) {
        return std::string("exception: ") + failure.what();
    }
}

std::map<std::string, std::string> read_disputed(const std::string& path)
{
    std::map<std::string, std::string> found;
    std::ifstream file(path);
    if (!file) throw std::runtime_error(path + " can not be read");
    for (std::string line; std::getline(file, line);) {
        const std::size_t tab = line.find('\t');
        if (!line.empty() && line[0] != '#') found[line.substr(0, tab)] = line.substr(tab + 1);
    }
    return found;
}

void report(const json::object& one, const std::string& failure, std::string_view why)
{
    std::cout << view(one.at("id").as_string()) << ": " << one.at("expression") << " expected ";
    if (one.contains("error")) {
        std::cout << one.at("error") << " at column " << one.at("column");
    } else {
        std::cout << one.at("expected");
    }
    std::cout << ", " << failure << why << '\n';
}

/** Runs all cases of a file; returns whether every one passed or is disputed. */
bool run_file(const std::string& path, const std::map<std::string, std::string>& disputed)
{
    std::ifstream file(path);
    std::size_t lines = 0;
    std::size_t passed = 0;
    std::size_t apart = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty()) continue;
        ++lines;
        boost::system::error_code fault;
        const json::value one = json::parse(line, fault);
        if (fault || !one.is_object()) {
            std::cout << path << ": case " << lines << " can not be read\n";
            continue;
        }
        const std::string failure = run_case(one.get_object());
        const auto reason = disputed.find(std::string(view(one.at("id").as_string())));
        const bool is_disputed = reason != disputed.end();
        apart += is_disputed ? 1U : 0U;
        passed += failure.empty() && !is_disputed ? 1U : 0U;
        if (!failure.empty()) {
            const std::string why = is_disputed ? " (disputed: " + reason->second + ")" : "";
            report(one.get_object(), failure, why);
        }
    }
    std::cout << path << ": " << lines << " cases, " << passed << " passed";
    if (apart > 0) std::cout << ", " << apart << " disputed";
    std::cout << '\n';
    return lines > 0 && passed + apart == lines;
}

} // namespace

int main(int argc, char** argv)
{
    std::map<std::string, std::string> disputed;
    bool all_passed = argc > 1;
    for (int i = 1; i < argc; ++i) {
        const std::string path = argv[i];
        const bool is_list = path.size() > 4 && path.substr(path.size() - 4) == ".tsv";
        if (is_list) {
            disputed = read_disputed(path);
        } else {
            all_passed = run_file(path, disputed) && all_passed;
        }
    }
    return all_passed ? 0 : 1;
}
