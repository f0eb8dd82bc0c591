// SPDX-License-Identifier: BSL-1.0
// NDJSON: each thread reads a block of lines, scores it, and hands what came of it on in order.
#include "byte_source.hpp"
#include "errors.hpp"
#include "evaluate_lines.hpp"
#include "line_scorer.hpp"
#include "open_file.hpp"
#include "ordered_work.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "system.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>

namespace bontot::tool {

namespace {

/** Where what came of the blocks goes, in their order. */
class lines_output
{
public:
    lines_output(const request& asked, std::uint64_t size) : in_(asked.language()), progress_(in_)
    {
        so_far_.size = size;
        if (asked.errors.empty()) return;
        errno = 0;
        errors_.reset(open_to_write(asked.errors));
        if (errors_ == nullptr) refuse_file(asked.errors, errno, in_);
    }

    /** Writes a block; false: there should be no more. */
    bool put(const scored_block& block)
    {
        is_abandoned_ = !block.output.empty() && !put_part(block.output, in_);
        put_errors(block.errors);
        if (!block.complaint.empty()) {
            progress_.hide();
            complain(block.complaint);
        }
        results_.add(block.results);
        so_far_.lines += block.lines;
        so_far_.bad += block.bad;
        so_far_.consumed = block.consumed;
        is_cut_ = is_cut_ || block.is_cut;
        progress_.show(so_far_);
        return !block.is_last && !is_abandoned_;
    }

    /** Tells what came of all; nothing once the reader of the output has gone away. */
    outcome finish()
    {
        progress_.hide();
        if (!is_abandoned_) {
            progress_.show_last(so_far_);
            std::string out =
                say(so_far_.bad == 0 ? phrase::table_head : phrase::table_head_bad, in_,
                    {std::to_string(so_far_.lines - so_far_.bad), std::to_string(so_far_.bad)});
            out += '\n';
            results_.append_tables(out, in_);
            complain(out);
        }
        return so_far_.bad > 0 || is_cut_ ? outcome::bad_input : outcome::done;
    }

private:
    void put_errors(std::string_view errors)
    {
        if (errors.empty()) return;
        if (errors_ == nullptr) {
            progress_.hide();
            complain(errors);
            return;
        }
        const int problem = write_text(errors_.get(), errors);
        if (problem != 0) refuse_output(problem, in_);
    }

    bontot_language in_;
    progress_line progress_;
    open_file errors_;
    advance so_far_;
    tally results_;
    bool is_cut_ = false;
    bool is_abandoned_ = false;
};

/** What the threads share. */
struct work
{
    const request& asked;
    byte_source& source;
    rubric_shelf& rubrics;
    lines_output& output;
    line_reader reader;
    std::mutex reading;
    ordered_results<scored_block> results;
};

/** Adds why the stream could not be read to its end. */
void add_problem(scored_block& out, const read_problem& problem, const work& with)
{
    out.is_last = true;
    out.is_cut = true;
    append_refusal(
        out.complaint, with.source.name(), problem.what, with.asked.language(),
        {std::to_string(problem.number)}
    );
}

void score_blocks(work& with)
{
    line_scorer scorer(with.asked, with.rubrics, with.source.name());
    line_block block;
    while (!with.results.has_ended()) {
        {
            const std::lock_guard lock(with.reading);
            if (!with.reader.next(block)) return;
        }
        scored_block out = scorer.score(block);
        if (block.problem && !out.is_last) add_problem(out, *block.problem, with);
        with.results.put(block.ordinal, std::move(out), [&](const scored_block& next) {
            return with.output.put(next);
        });
    }
}

/** Refuses what the options cannot mean for a stream. */
void check_request(const request& asked)
{
    const bontot_language in = asked.language();
    if (asked.format == "text") refuse_input("--format text", phrase::lines_format, in);
    for (const std::string& each : asked.sets)
        static_cast<void>(setting_of(each, in));
    std::error_code ignored;
    const bool would_overwrite =
        !asked.errors.empty() && asked.file != "-" &&
        std::filesystem::equivalent(path_of(asked.errors), path_of(asked.file), ignored);
    if (would_overwrite) refuse_input(asked.errors, phrase::errors_are_input, in);
}

std::size_t thread_count(const request& asked)
{
    if (asked.jobs > 0) return asked.jobs;
    return std::max(1U, std::thread::hardware_concurrency());
}

} // namespace

bool has_lines(const request& asked, std::string_view file)
{
    constexpr std::array<std::string_view, 4> endings{
        ".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz"};
    return asked.ndjson ||
           std::any_of(endings.begin(), endings.end(), [file](std::string_view each) {
               return file.ends_with(each);
           });
}

outcome evaluate_lines(const request& asked)
{
    constexpr std::size_t blocks_ahead = 4; // of each thread
    check_request(asked);
    rubric_shelf rubrics(asked);
    byte_source source(asked.file, asked.language());
    lines_output output(asked, source.size());
    const std::size_t threads = thread_count(asked);
    work shared{
        asked,
        source,
        rubrics,
        output,
        line_reader(source),
        {},
        ordered_results<scored_block>(threads * blocks_ahead)};
    run_threads(
        threads, [&shared] { score_blocks(shared); }, [&shared] { shared.results.end(); }
    );
    return output.finish();
}

} // namespace bontot::tool
