// SPDX-License-Identifier: BSL-1.0
// What is measured: a function for each thing that a program does with a rubric, a dossier or a
// result, through the C ABI.
#ifndef BONTOT_TESTS_BENCH_SCORER_HPP
#define BONTOT_TESTS_BENCH_SCORER_HPP

#include "fact_table.hpp"
#include "null_parser.hpp"
#include "workload.hpp"

#include <new>

namespace bench {

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
        const rubric_source& source, const std::vector<std::string>& lines, counted_memory* memory
    )
        : rubric_text_(source.text), rubric_(source.handle.get()), lines_(lines)
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
        result_ = new_result();
        parser_ = std::make_unique<null_parser>(boost::json::parse_options{});
    }

    [[nodiscard]] std::size_t size() const { return lines_.size(); }

    /** Boost.JSON's events of a dossier, and nothing done with them. */
    std::size_t parse_events(std::size_t at)
    {
        const std::size_t seen = parse_with(*parser_, lines_[at]);
        expect(seen != 0, "a dossier is parsed");
        return seen;
    }

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
        expect_ok(bontot_evaluate(result_.get(), loaded(at), nullptr), "evaluate");
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

    /** The rubric from its text, and freed again. */
    std::size_t rubric_from_text(std::size_t)
    {
        bontot_rubric* out = nullptr;
        const bontot_status status = bontot_rubric_load(
            &out, rubric_text_.data(), rubric_text_.size(), options_.get(), nullptr
        );
        expect_ok(status, "a rubric is read");
        const rubric_handle made(out);
        return bontot_rubric_node_count(out);
    }

    /** A dossier read into a new handle, which is freed again. */
    std::size_t read_anew(std::size_t at) { return load(at) == nullptr ? 0U : 1U; }

    /** Makes a result of each dossier, none of them written yet. */
    void prepare_results()
    {
        unwritten_.clear();
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            unwritten_.push_back(new_result());
            expect_ok(bontot_evaluate(unwritten_[at].get(), loaded(at), nullptr), "evaluate");
        }
    }

    /** A whole result as JSON, the first that its handle writes: nothing is remembered yet. */
    std::size_t write_only(std::size_t at) { return write(unwritten_[at].get(), BONTOT_JSON); }

    /** The path of a dossier that is read already to the best grade, and freed again. */
    std::size_t path_to_best(std::size_t at)
    {
        std::size_t length = 0;
        const char* const best = bontot_rubric_grade_id(rubric_, 0, &length);
        bontot_path* out = nullptr;
        const bontot_status status =
            bontot_path_to(&out, loaded(at), best, length, nullptr, 0, options_.get(), nullptr);
        expect_ok(status, "path");
        const path_handle made(out);
        expect(bontot_path_outcome(out) == BONTOT_PATH_FOUND, "there is a path");
        return bontot_path_step_count(out);
    }

    /** What is likely not meant so in the rubric, and freed again. */
    std::size_t lint(std::size_t)
    {
        bontot_lint* out = nullptr;
        const bontot_status status = bontot_rubric_lint(
            &out, rubric_, rubric_text_.data(), rubric_text_.size(), options_.get(), nullptr
        );
        expect_ok(status, "lint");
        const lint_handle made(out);
        return 1 + bontot_lint_count(out);
    }

private:
    result_handle new_result()
    {
        bontot_result* out = nullptr;
        expect_ok(bontot_result_new(&out, options_.get(), nullptr), "result");
        return result_handle(out);
    }

    /** Returns a dossier that was read before the first was asked for. */
    const bontot_dossier* loaded(std::size_t at)
    {
        while (loaded_.size() < lines_.size())
            loaded_.push_back(load(loaded_.size()));
        return loaded_[at].get();
    }

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
        return write(result_.get(), format);
    }

    std::size_t write(const bontot_result* result, bontot_format format)
    {
        bontot_text* written = nullptr;
        const bontot_status status =
            bontot_result_write(&written, result, format, options_.get(), nullptr);
        expect_ok(status, "write");
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

    const std::string& rubric_text_;
    const bontot_rubric* rubric_;
    const std::vector<std::string>& lines_;
    options_handle options_;
    result_handle result_;
    dossier_handle built_;
    dossier_handle read_;
    std::vector<std::vector<given_fact>> facts_;
    std::vector<dossier_handle> loaded_;
    std::vector<result_handle> unwritten_;
    std::unique_ptr<fact_table> table_;
    std::unique_ptr<null_parser> parser_;
};

} // namespace bench

#endif
