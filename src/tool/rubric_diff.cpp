// SPDX-License-Identifier: BSL-1.0
// One set of dossiers under an old and a new rubric.
#include "commands.hpp"
#include "errors.hpp"
#include "lines.hpp"
#include "loading.hpp"
#include "output.hpp"

namespace bontot::tool {

namespace {

using diff_handle = std::unique_ptr<bontot_diff, handle_deleter<bontot_diff_free>>;

rubric_handle
load_named(const request& asked, const std::string& name, const bontot_options* options)
{
    request mine = asked;
    mine.rubric = name;
    return load_rubric(mine, options);
}

/** Writes the last dossier's change, or the counts of all. */
template <class Write>
void put(
    const Write& write, const bontot_diff* diff, const request& asked, const bontot_options* options
)
{
    const bontot_format format = asked.format == "json" ? BONTOT_JSON : BONTOT_TEXT;
    text_handle text;
    error_handle error;
    expect_ok(write(made(text), diff, format, options, made(error)), error, {}, asked.language());
    put_text(view_of(text), asked.language());
}

/** Holds the dossiers of a stream against both rubrics, and writes the changes as they come. */
class diff_run
{
public:
    diff_run(bontot_diff* diff, const request& asked, const bontot_options* options)
        : diff_(diff), asked_(asked), options_(options), in_(asked.language()),
          source_(asked.file, in_)
    {}

    outcome run()
    {
        line_reader reader(source_);
        line_block block;
        while (reader.next(block)) {
            each_line(block, [this](std::string_view line, std::uint64_t number) {
                add_line(line, number);
                return true;
            });
            if (block.problem) tell_problem(*block.problem);
        }
        if (has_changes_ && asked_.format != "json") put_text("\n", in_);
        put(bontot_diff_write, diff_, asked_, options_);
        const bool is_refused = is_cut_ || bontot_diff_refused_count(diff_) > 0;
        return is_refused ? outcome::bad_input : outcome::done;
    }

private:
    void add_line(std::string_view line, std::uint64_t number)
    {
        error_handle error;
        const bontot_status status = bontot_diff_add(diff_, line.data(), line.size(), made(error));
        if (status == BONTOT_BAD_INPUT) {
            const bool is_new = bontot_diff_refused_by(diff_) == BONTOT_AFTER;
            const std::string_view note =
                say(is_new ? phrase::diff_by_new : phrase::diff_by_old, in_);
            show_errors(error.get(), {source_.name(), line, number, note, asked_.show_values}, in_);
            return;
        }
        if (status != BONTOT_OK) stop_after(status);
        if (bontot_diff_last_move(diff_) == BONTOT_MOVE_SAME) return;
        put(bontot_diff_write_last, diff_, asked_, options_);
        has_changes_ = true;
    }

    /** The stream can not be read on; what stood before counts. */
    void tell_problem(const read_problem& problem)
    {
        std::string out;
        append_refusal(out, source_.name(), problem.what, in_, {std::to_string(problem.number)});
        complain(out);
        is_cut_ = true;
    }

    bontot_diff* diff_;
    const request& asked_;
    const bontot_options* options_;
    bontot_language in_;
    byte_source source_;
    bool has_changes_ = false;
    bool is_cut_ = false;
};

} // namespace

outcome run_rubric_diff(const request& asked)
{
    const bontot_language in = asked.language();
    expect_one_standard_input({asked.before_rubric, asked.after_rubric, asked.file}, in);
    const options_handle options = make_options(asked);
    const rubric_handle before = load_named(asked, asked.before_rubric, options.get());
    const rubric_handle after = load_named(asked, asked.after_rubric, options.get());
    diff_handle diff;
    error_handle error;
    expect_ok(
        bontot_diff_new(made(diff), before.get(), after.get(), options.get(), made(error)), error,
        {}, in
    );
    return diff_run(diff.get(), asked, options.get()).run();
}

} // namespace bontot::tool
