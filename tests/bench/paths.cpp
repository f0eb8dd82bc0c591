// SPDX-License-Identifier: BSL-1.0
// The ways from a dossier to its result, through the C ABI, beside Boost.JSON's parsers on the same
// text. A new way is a new row of the table `paths`.
//
//   paths RUBRIC DOSSIERS              times of all, as one line of JSON (microseconds of processor
//                                      time a dossier, the best of several rounds), and allocations
//   paths --names                      the names of our own paths
//   paths RUBRIC DOSSIERS --count PATH runs one path over all dossiers twice, for callgrind: the
//                                      second time is in the function `bench_measured`
#include "fact_table.hpp"
#include "null_parser.hpp"
#include "workload.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <new>
#include <string_view>
#include <thread>

namespace bench {

namespace {

/** Counts what the library asks its host for. */
struct counted_memory
{
    std::size_t calls = 0;

    static void* allocate(void* payload, std::size_t size, std::size_t alignment)
    {
        ++static_cast<counted_memory*>(payload)->calls;
        return ::operator new(size, std::align_val_t(alignment), std::nothrow);
    }
    static void release(void*, void* place, std::size_t, std::size_t alignment)
    {
        ::operator delete(place, std::align_val_t(alignment));
    }
};

/** What one thread needs to score the dossiers again and again. */
class scorer
{
public:
    scorer(
        const bontot_rubric* rubric, const std::vector<std::string>& lines, counted_memory* memory
    )
        : rubric_(rubric), lines_(lines)
    {
        bontot_options* options = nullptr;
        expect_ok(bontot_options_new(&options), "options");
        options_.reset(options);
        if (memory != nullptr) {
            const bontot_status status = bontot_options_set_memory(
                options, counted_memory::allocate, counted_memory::release, memory
            );
            expect_ok(status, "memory");
        }
        bontot_result* result = nullptr;
        expect_ok(bontot_result_new(&result, options, nullptr), "result");
        result_.reset(result);
        parser_ = std::make_unique<null_parser>(boost::json::parse_options{});
    }

    [[nodiscard]] std::size_t size() const { return lines_.size(); }

    /** Boost.JSON's events of a dossier, and nothing done with them. */
    std::size_t parse_events(std::size_t at) { return parse_with(*parser_, lines_[at]); }

    /** A dossier as Boost.JSON's tree. */
    std::size_t parse_tree(std::size_t at)
    {
        return boost::json::parse(lines_[at]).as_object().size();
    }

    std::size_t summary_of(std::size_t at) { return text_to_text(at, BONTOT_SUMMARY); }
    std::size_t explained(std::size_t at) { return text_to_text(at, BONTOT_JSON); }

    /** A dossier read, and nothing more. */
    std::size_t read_only(std::size_t at) { return read(at) == nullptr ? 0U : 1U; }

    /** A dossier that is read already, into a result that was used before. */
    std::size_t evaluate_only(std::size_t at)
    {
        while (loaded_.size() < lines_.size())
            loaded_.push_back(load(loaded_.size()));
        expect_ok(bontot_evaluate(result_.get(), loaded_[at].get(), nullptr), "evaluate");
        return bontot_result_node_count(result_.get());
    }

    /** A dossier that a program sets fact by fact, into a result that was used before. */
    std::size_t by_handles(std::size_t at)
    {
        if (facts_.empty()) prepare_handles();
        for (std::size_t slot = 0; slot < facts_[at].size(); ++slot)
            set(slot, facts_[at][slot]);
        expect_ok(bontot_evaluate(result_.get(), built_.get(), nullptr), "evaluate");
        return bontot_result_node_count(result_.get());
    }

    /** All dossiers as a table, again and again, so that it is long: at its first row. */
    std::size_t by_columns(std::size_t at)
    {
        if (at != 0) return 0;
        if (!table_) table_ = std::make_unique<fact_table>(rubric_, lines_, table_rows);
        table_->score(0, table_rows, options_.get());
        return table_rows;
    }

    static constexpr std::size_t table_rows = 20000;

private:
    dossier_handle load(std::size_t at)
    {
        const std::string& line = lines_[at];
        bontot_dossier* out = nullptr;
        const bontot_status status =
            bontot_dossier_load(&out, rubric_, line.data(), line.size(), options_.get(), nullptr);
        expect_ok(status, "a dossier is read");
        return dossier_handle(out);
    }

    /** Reads into the handle that was used before. */
    const bontot_dossier* read(std::size_t at)
    {
        if (!read_) {
            bontot_dossier* made = nullptr;
            expect_ok(bontot_dossier_new(&made, rubric_, options_.get(), nullptr), "dossier");
            read_.reset(made);
        }
        const std::string& line = lines_[at];
        const bontot_status status =
            bontot_dossier_read(read_.get(), line.data(), line.size(), options_.get(), nullptr);
        expect_ok(status, "a dossier is read");
        return read_.get();
    }

    std::size_t text_to_text(std::size_t at, bontot_format format)
    {
        expect_ok(bontot_evaluate(result_.get(), read(at), nullptr), "evaluate");
        bontot_text* written = nullptr;
        expect_ok(
            bontot_result_write(&written, result_.get(), format, options_.get(), nullptr), "write"
        );
        const text_handle text(written);
        std::size_t length = 0;
        bontot_text_data(written, &length);
        return length;
    }

    void prepare_handles()
    {
        for (const std::string& line : lines_)
            facts_.push_back(facts_of(rubric_, line));
        bontot_dossier* made = nullptr;
        expect_ok(bontot_dossier_new(&made, rubric_, options_.get(), nullptr), "dossier");
        built_.reset(made);
        expect_ok(bontot_dossier_set_unit(made, "U", 1, "", 0, nullptr), "unit");
        const bontot_status status =
            bontot_dossier_set_period(made, "2023-01-01", 10, "2023-12-31", 10, nullptr);
        expect_ok(status, "period");
    }

    void set(std::size_t slot, const given_fact& fact)
    {
        bontot_status status = BONTOT_OK;
        switch (fact.what) {
        case given_fact::type::missing:
            status = bontot_dossier_clear(built_.get(), slot, nullptr);
            break;
        case given_fact::type::boolean:
            status = bontot_dossier_set_boolean(built_.get(), slot, fact.truth ? 1 : 0, nullptr);
            break;
        case given_fact::type::number:
            status = bontot_dossier_set_number(built_.get(), slot, fact.number, nullptr);
            break;
        }
        expect_ok(status, "a fact is set");
    }

    const bontot_rubric* rubric_;
    const std::vector<std::string>& lines_;
    options_handle options_;
    result_handle result_;
    dossier_handle built_;
    dossier_handle read_;
    std::vector<std::vector<given_fact>> facts_;
    std::vector<dossier_handle> loaded_;
    std::unique_ptr<fact_table> table_;
    std::unique_ptr<null_parser> parser_;
};

struct path
{
    std::string_view name;
    std::size_t (scorer::*run)(std::size_t at);
    bool is_ours;
    bool is_table = false;

    /** Returns how many dossiers it scores when it goes through the workload. */
    [[nodiscard]] std::size_t items(std::size_t lines) const
    {
        return is_table ? scorer::table_rows : lines;
    }
};

constexpr path paths[] = {
    {"boost_events", &scorer::parse_events, false},
    {"boost_tree", &scorer::parse_tree, false},
    {"summary", &scorer::summary_of, true},       // A
    {"explained", &scorer::explained, true},      // B
    {"handles", &scorer::by_handles, true},       // C
    {"columns", &scorer::by_columns, true, true}, // D
    {"read", &scorer::read_only, true},           // part of A and B
    {"evaluate", &scorer::evaluate_only, true},   // part of A, B and C
};

/** Returns the path of a name, or null. */
const path* find_path(std::string_view name)
{
    for (const path& each : paths) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

std::size_t run_all(scorer& with, const path& what)
{
    std::size_t out = 0;
    for (std::size_t at = 0; at < with.size(); ++at)
        out += (with.*what.run)(at);
    return out;
}

} // namespace

} // namespace bench

/** What callgrind counts; not inlined, and found by its name. */
extern "C" std::size_t bench_measured(bench::scorer* with, const bench::path* what);
extern "C" __attribute__((noinline)) std::size_t
bench_measured(bench::scorer* with, const bench::path* what)
{
    return bench::run_all(*with, *what);
}

namespace bench {

namespace {

std::atomic<std::size_t> seen{0}; // so that no work can be left out

double now(clockid_t clock)
{
    timespec moment{};
    clock_gettime(clock, &moment);
    return static_cast<double>(moment.tv_sec) * 1e6 + static_cast<double>(moment.tv_nsec) * 1e-3;
}

/** Microseconds of this thread's processor time. */
double time_of(scorer& with, const path& what)
{
    const double begin = now(CLOCK_THREAD_CPUTIME_ID);
    seen += bench_measured(&with, &what);
    return now(CLOCK_THREAD_CPUTIME_ID) - begin;
}

/** Microseconds by the clock on the wall that some threads take, each with a part of the dossiers.
 */
double wall_of(std::vector<scorer>& parts, const path& what)
{
    std::vector<std::thread> threads;
    const double begin = now(CLOCK_MONOTONIC);
    for (scorer& part : parts)
        threads.emplace_back([&part, &what] { seen += run_all(part, what); });
    for (std::thread& each : threads)
        each.join();
    return now(CLOCK_MONOTONIC) - begin;
}

void print_times(const bontot_rubric* rubric, const std::vector<std::string>& lines, int rounds)
{
    scorer with(rubric, lines, nullptr);
    std::vector<double> best(std::size(paths), 1e18);
    for (int round = -1; round < rounds; ++round) { // the first warms up
        for (std::size_t i = 0; i < std::size(paths); ++i) {
            const double taken = time_of(with, paths[i]);
            if (round >= 0) best[i] = std::min(best[i], taken);
        }
    }
    for (std::size_t i = 0; i < std::size(paths); ++i) {
        const double each = best[i] / static_cast<double>(paths[i].items(lines.size()));
        std::printf("\"%s\":%.3f,", std::string(paths[i].name).c_str(), each);
    }
}

/** How many calls for memory a dossier takes once every one has been scored. */
void print_allocations(const bontot_rubric* rubric, const std::vector<std::string>& lines)
{
    std::printf("\"allocations\":{");
    const char* comma = "";
    for (const path& what : paths) {
        if (!what.is_ours) continue;
        counted_memory memory;
        scorer with(rubric, lines, &memory);
        run_all(with, what);
        const std::size_t before = memory.calls;
        run_all(with, what);
        const double each = static_cast<double>(memory.calls - before) /
                            static_cast<double>(what.items(lines.size()));
        std::printf("%s\"%s\":%.2f", comma, std::string(what.name).c_str(), each);
        comma = ",";
    }
    std::printf("},");
}

/** How many times as fast two threads are as one. */
void print_two_threads(
    const bontot_rubric* rubric, const std::vector<std::string>& lines, int rounds
)
{
    const path& what = *find_path("summary");
    const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 2);
    const std::vector<std::string> halves[] = {{lines.begin(), middle}, {middle, lines.end()}};
    std::vector<scorer> one;
    one.emplace_back(rubric, lines, nullptr);
    std::vector<scorer> two;
    for (const auto& half : halves)
        two.emplace_back(rubric, half, nullptr);
    double best_one = 1e18;
    double best_two = 1e18;
    for (int round = 0; round < rounds; ++round) {
        best_one = std::min(best_one, wall_of(one, what));
        best_two = std::min(best_two, wall_of(two, what));
    }
    std::printf("\"two_threads\":%.3f,", best_one / best_two);
}

void print_names()
{
    for (const path& each : paths) {
        if (each.is_ours) std::printf("%s\n", std::string(each.name).c_str());
    }
}

int run(int count, char** arguments)
{
    if (count == 2 && arguments[1] == std::string_view("--names")) {
        print_names();
        return 0;
    }
    if (count != 3 && !(count == 5 && arguments[3] == std::string_view("--count"))) {
        std::fprintf(stderr, "paths RUBRIC DOSSIERS [--count PATH]\n");
        return 2;
    }
    constexpr int rounds = 7;
    constexpr std::size_t most = 4000;
    const rubric_handle rubric = load_rubric(arguments[1]);
    const std::vector<std::string> lines = file_lines(arguments[2], most);
    if (count == 3) {
        std::printf("{");
        print_times(rubric.get(), lines, rounds);
        print_allocations(rubric.get(), lines);
        print_two_threads(rubric.get(), lines, rounds);
        std::printf("\"dossiers\":%zu}\n", lines.size());
        return 0;
    }
    const path* const what = find_path(arguments[4]);
    expect(what != nullptr, "there is a path of this name");
    scorer with(rubric.get(), lines, nullptr);
    seen += run_all(with, *what);
    seen += bench_measured(&with, what);
    std::printf("%zu\n", what->items(lines.size()));
    return 0;
}

} // namespace

} // namespace bench

int main(int count, char** arguments)
{
    return bench::run(count, arguments);
}
