// SPDX-License-Identifier: BSL-1.0
// What bontot.h promises of threads: const handles serve many at once, and parts of one table are
// scored at once. Each thread checks that it finds what one alone found; the thread sanitizer sees
// the rest. Prints what is wrong, and nothing else; returns the number of failures.
#include <bontot/bontot.h>

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr std::size_t thread_count = 8;

std::atomic<int> failures{0};

void check(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "%s\n", what);
    if (failures < 100) ++failures;
}

template <class Handle, void (*Free)(Handle*)>
struct freed_by
{
    void operator()(Handle* handle) const { Free(handle); }
};

template <class Handle, void (*Free)(Handle*)>
using owned = std::unique_ptr<Handle, freed_by<Handle, Free>>;

using owned_options = owned<bontot_options, bontot_options_free>;
using owned_rubric = owned<bontot_rubric, bontot_rubric_free>;
using owned_dossier = owned<bontot_dossier, bontot_dossier_free>;
using owned_result = owned<bontot_result, bontot_result_free>;

owned_options options_in(bontot_language language)
{
    bontot_options* out = nullptr;
    check(bontot_options_new(&out) == BONTOT_OK, "options are made");
    check(bontot_options_set_language(out, language) == BONTOT_OK, "a language is set");
    return owned_options(out);
}

/** Takes what a call wrote, or nothing. */
std::string taken(bontot_status status, bontot_text* text)
{
    check(status == BONTOT_OK, "a text is written");
    std::string out;
    if (status == BONTOT_OK) out = bontot_text_data(text, nullptr);
    bontot_text_free(text);
    return out;
}

std::string written(const bontot_result* result, bontot_format format, const bontot_options* in)
{
    bontot_text* text = nullptr;
    const bontot_status status = bontot_result_write(&text, result, format, in, nullptr);
    return taken(status, text);
}

std::string described(const bontot_rubric* rubric, const bontot_options* in)
{
    bontot_text* text = nullptr;
    const bontot_status status = bontot_rubric_describe(&text, rubric, in, nullptr);
    return taken(status, text);
}

owned_dossier loaded(const bontot_rubric* rubric, const std::string& json)
{
    bontot_dossier* out = nullptr;
    check(
        bontot_dossier_load(&out, rubric, json.data(), json.size(), nullptr, nullptr) == BONTOT_OK,
        "a dossier is loaded"
    );
    return owned_dossier(out);
}

owned_result evaluated(const bontot_dossier* dossier)
{
    bontot_result* out = nullptr;
    check(bontot_result_new(&out, nullptr, nullptr) == BONTOT_OK, "a result is made");
    check(bontot_evaluate(out, dossier, nullptr) == BONTOT_OK, "a dossier is evaluated");
    return owned_result(out);
}

template <class Function>
void run_in_threads(const Function& function)
{
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < thread_count; ++i)
        threads.emplace_back([&function, i] { function(i); });
    for (std::thread& each : threads)
        each.join();
}

constexpr bontot_format formats[] = {BONTOT_JSON, BONTOT_TEXT, BONTOT_SUMMARY};

/** A language, and what one thread alone writes in it. */
struct expectation
{
    owned_options options;
    std::string texts[std::size(formats)];
    std::string description;

    expectation(bontot_language in, const bontot_rubric* rubric, const bontot_dossier* dossier)
        : options(options_in(in)), description(described(rubric, options.get()))
    {
        for (const bontot_format each : formats)
            texts[each] = written(evaluated(dossier).get(), each, options.get());
    }
};

void test_handles(const std::string& json)
{
    constexpr std::size_t rounds = 25;
    bontot_rubric* made = nullptr;
    check(
        bontot_rubric_builtin(&made, "bon-tot-2023", nullptr, nullptr) == BONTOT_OK,
        "a rubric is built in"
    );
    const owned_rubric rubric(made);
    const owned_dossier dossier = loaded(rubric.get(), json);
    const owned_result result = evaluated(dossier.get());
    const expectation expectations[] = {
        {BONTOT_VI, rubric.get(), dossier.get()}, {BONTOT_EN, rubric.get(), dossier.get()}};
    run_in_threads([&](std::size_t thread) {
        for (std::size_t round = 0; round < rounds; ++round) {
            const expectation& expected = expectations[(thread + round) % 2];
            const bontot_options* const in = expected.options.get();
            for (const bontot_format each : formats)
                check(written(result.get(), each, in) == expected.texts[each], "a shared result");
            const std::string own = written(evaluated(dossier.get()).get(), BONTOT_JSON, in);
            check(own == expected.texts[BONTOT_JSON], "a shared dossier");
            check(loaded(rubric.get(), json) != nullptr, "a dossier of a shared rubric");
            check(described(rubric.get(), in) == expected.description, "a shared rubric");
        }
    });
}

/** A has n points of 10. */
constexpr char sheet[] = R"({"format": "bontot-rubric/1", "id": "s", "version": "1",
    "label": {"en": "Sheet"}, "period": "year",
    "facts": [{"id": "n", "type": "number", "min": 0, "max": 10}],
    "criteria": [{"id": "A", "max": 10, "indicators": [
        {"id": "A1", "max": 10, "score": {"formula": "n"}}]}],
    "grades": [{"id": "top", "min_total": 5}, {"id": "rest"}]})";

constexpr std::size_t row_count = 5003; // the parts begin within bytes of the bits

/** Row i has n = i modulo 12, of which 11 is out of range; every seventh n is unknown. */
struct rows
{
    std::vector<std::int64_t> n = std::vector<std::int64_t>(row_count);
    std::vector<std::uint8_t> known = std::vector<std::uint8_t>(row_count / 8 + 1);
    std::vector<std::int64_t> points = std::vector<std::int64_t>(row_count, -1);
    std::vector<std::int64_t> possible = std::vector<std::int64_t>(row_count, -1);
    std::vector<std::uint8_t> status = std::vector<std::uint8_t>(row_count, 99);

    rows()
    {
        for (std::size_t i = 0; i < row_count; ++i) {
            n[i] = static_cast<std::int64_t>(i % 12);
            if (i % 7 != 0) known[i / 8] = static_cast<std::uint8_t>(known[i / 8] | 1U << (i % 8));
        }
    }

    void check_results() const
    {
        for (std::size_t i = 0; i < row_count; ++i) {
            const bool is_known = i % 7 != 0;
            const bool is_wrong = is_known && i % 12 == 11;
            const std::int64_t least = is_known && !is_wrong ? n[i] : 0;
            const std::int64_t most = is_known ? least : 10;
            check(status[i] == (is_wrong ? BONTOT_ROW_WRONG : BONTOT_ROW_SCORED), "a status");
            check(points[i] == least && possible[i] == most, "a row's points");
        }
    }
};

void test_table()
{
    bontot_rubric* made = nullptr;
    check(
        bontot_rubric_load(&made, sheet, sizeof sheet - 1, nullptr, nullptr) == BONTOT_OK,
        "a rubric is loaded"
    );
    const owned_rubric rubric(made);
    rows data;
    bontot_column column = BONTOT_COLUMN_INIT;
    column.type = BONTOT_COLUMN_INT64;
    column.values = data.n.data();
    column.valid_bits = data.known.data();
    bontot_table table = BONTOT_TABLE_INIT;
    table.columns = &column;
    table.column_count = 1;
    bontot_table_results results = BONTOT_TABLE_RESULTS_INIT;
    results.scale = 0;
    results.points = data.points.data();
    results.possible = data.possible.data();
    results.status = data.status.data();
    run_in_threads([&](std::size_t thread) {
        const std::size_t first = row_count * thread / thread_count;
        const std::size_t end = row_count * (thread + 1) / thread_count;
        const bontot_status status = bontot_evaluate_columns(
            nullptr, rubric.get(), &table, first, end - first, &results, nullptr, nullptr
        );
        check(status == BONTOT_OK, "a part of a table is scored");
    });
    data.check_results();
}

} // namespace

int main(int argument_count, char** arguments)
{
    if (argument_count < 2) return 100;
    std::ifstream file(std::string(arguments[1]) + "/dossiers/example.json", std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    test_handles(json);
    test_table();
    return failures;
}
