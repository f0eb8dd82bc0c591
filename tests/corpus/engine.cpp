// SPDX-License-Identifier: BSL-1.0
// The corpus through the C++ core alone, without the C ABI. What is asked, and what is answered, is
// in README.md; the argument is the file of cases.
#include "corpus/build.hpp"
#include "corpus/feel.hpp"
#include "corpus/run.hpp"
#include "corpus/table.hpp"
#include "corpus/told.hpp"

#include <iostream>

using namespace corpus;

namespace {

void run_builtins(run& r)
{
    for (const auto& each : bontot::detail::builtin_rubrics())
        append_line(r.out, {std::string(each.id)});
}

void run_describe(run& r)
{
    append_description(r.out, *r.rubric, r.in);
}

void run_template(run& r)
{
    append_template(r.out, *r.rubric, r.in);
}

void run_test(run& r)
{
    const auto outcomes = bontot::test_examples(r.rubric);
    std::size_t failed = 0;
    for (const bontot::example_outcome& each : outcomes)
        failed += each.passed() ? 0U : 1U;
    append_line(r.out, {number_text(failed)});
    append_example_report(r.out, *r.rubric, outcomes, r.in);
}

void run_lint(run& r)
{
    append_json(r.out, *r.rubric, bontot::lint(*r.rubric, r.text(0)), r.in);
}

void run_evaluate(run& r)
{
    const auto given = r.dossier(r.rubric, r.text(0));
    append_result(r, r.out, r.evaluated(*given));
}

void run_named(run& r)
{
    const bontot::string id = accepted(bontot::read_rubric_id(r.text(0)));
    if (id.empty()) refuse("not_found", bontot::message::api_no_rubric_named, {});
    r.out += id;
}

/** Tells of each line of the first input what a function says of it: a word, and a text. */
template <class Function>
void for_each_line(run& r, const Function& tell)
{
    const std::string text = r.text(0);
    std::size_t number = 0;
    for (const view line : lines(text)) {
        std::string answer;
        const std::string said = tell(line, answer);
        append_line(r.out, {number_text(++number), said, answer});
    }
}

void run_many(run& r)
{
    for_each_line(r, [&](view line, std::string& answer) -> std::string {
        try {
            append_result(r, answer, r.evaluated(*r.dossier(r.rubric, line)));
            return "ok";
        } catch (const refusal& refused) {
            append_errors(answer, refused.errors);
            return refused.status;
        }
    });
}

void append_change(const run& r, std::string& to, const bontot::rubric_diff& diff)
{
    if (r.has_format("text")) {
        append_change_text(to, diff, r.layout);
    } else {
        append_change_json(to, diff, r.in);
    }
}

void run_diff(run& r)
{
    using bontot::grade_move;
    constexpr const char* moves[] = {"same", "up", "down", "other"};
    bontot::rubric_diff diff(r.rubric, read_sheet(r.of.option("after").value()), r.reading);
    for_each_line(r, [&](view line, std::string& answer) -> std::string {
        const bontot::error_list errors = diff.add(line);
        if (errors.empty()) {
            append_change(r, answer, diff);
            return moves[static_cast<std::size_t>(diff.last_move())];
        }
        append_errors(answer, errors);
        return diff.is_refused_by_after() ? "after" : "before";
    });
    append_line(
        r.out,
        {std::to_string(diff.count(grade_move::same)), std::to_string(diff.count(grade_move::up)),
         std::to_string(diff.count(grade_move::down)),
         std::to_string(diff.count(grade_move::other)), std::to_string(diff.refused())}
    );
    r.append(r.out, diff);
}

/** Summarizes a result, or its JSON. */
bontot::result_summary summary_of(const run& r, const bontot::result& about)
{
    if (!r.of.option("saved")) return bontot::summarize(about);
    std::string json;
    append_json(json, about, r.in);
    return accepted(bontot::read_result_summary(json));
}

void run_rank(run& r)
{
    bontot::cohort units(r.rubric);
    const std::string text = r.text(0);
    for (const view line : lines(text)) {
        const bontot::result about = r.evaluated(*r.dossier(r.rubric, line));
        accept(r.of.option("saved") ? units.add(summary_of(r, about)) : units.add(about));
    }
    const std::vector<view> raised = r.of.values("raise");
    const bool is_everywhere = r.of.option("raise_everywhere").has_value();
    const bontot::ranking ranked = accepted(bontot::rank(units, {raised, is_everywhere}));
    if (r.has_format("text")) {
        append_text(r.out, ranked, r.layout);
    } else {
        append_json(r.out, ranked);
    }
}

void run_compare(run& r)
{
    const auto other = r.of.option("after");
    const shared_rubric later = other ? read_sheet(*other) : r.rubric;
    const auto first = r.evaluated(*r.dossier(r.rubric, r.text(0)));
    const auto before = summary_of(r, first);
    const auto second = r.evaluated(*r.dossier(later, r.text(1)), "after_as_of");
    r.append(r.out, bontot::compare(before, summary_of(r, second)));
}

void run_path(run& r)
{
    const auto given = r.dossier(r.rubric, r.text(0));
    std::uint32_t to = bontot::none;
    if (const auto grade = r.of.option("to"))
        to = find_id(r.rubric->grades, *grade, bontot::message::api_no_grade);
    bontot::path found;
    bontot::path_to(*given, to, found, r.role(*r.rubric, "as_of"));
    r.append(r.out, found);
}

struct operation
{
    view name;
    void (*body)(run&);
};

constexpr operation operations[] = {
    {"builtins", run_builtins}, {"rubric", tell_rubric},   {"describe", run_describe},
    {"template", run_template}, {"test", run_test},        {"lint", run_lint},
    {"evaluate", run_evaluate}, {"figures", tell_figures}, {"named", run_named},
    {"many", run_many},         {"diff", run_diff},        {"rank", run_rank},
    {"compare", run_compare},   {"path", run_path},        {"feel", run_feel},
    {"build", run_build},       {"columns", run_columns},  {"assemble", run_build}};

const operation& find_operation(view name)
{
    for (const operation& each : operations) {
        if (each.name == name) return each;
    }
    throw std::runtime_error("there is no operation " + std::string(name));
}

void answer(std::string& out, const corpus_case& of)
{
    std::string said;
    const char* status = "ok";
    try {
        run r(of);
        find_operation(of.operation()).body(r);
        said = r.out;
    } catch (const refusal& refused) {
        status = refused.status;
        append_errors(said, refused.errors);
    }
    append_line(out, {std::string(of.id()), status, said});
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "the argument is the file of cases\n";
        return 2;
    }
    const std::string file = whole_file(argv[1]);
    std::string out;
    for (const view line : lines(file)) {
        if (line.front() != '#') answer(out, corpus_case(line));
    }
    std::cout << out << std::flush;
    return std::cout ? 0 : 2;
}
