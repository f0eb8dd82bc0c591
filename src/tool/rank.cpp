// SPDX-License-Identifier: BSL-1.0
// Ranks results; dossiers are evaluated first. A ranking without some of the units would be no
// ranking: where anything is wrong, all of it is told, and nothing is ranked.
#include "commands.hpp"
#include "errors.hpp"
#include "evaluate_lines.hpp"
#include "lines.hpp"
#include "loading.hpp"
#include "output.hpp"
#include "rubric_shelf.hpp"

#include <algorithm>

namespace bontot::tool {

namespace {

using cohort_handle = std::unique_ptr<bontot_cohort, handle_deleter<bontot_cohort_free>>;
using ranking_handle = std::unique_ptr<bontot_ranking, handle_deleter<bontot_ranking_free>>;

/** One result or dossier, and where it stands. */
struct unit_text
{
    const std::string& file;
    std::string_view text;
    std::uint64_t line = 0; /**< 0: it is the whole file */

    [[nodiscard]] std::string name() const
    {
        return line == 0 ? file : file + ':' + std::to_string(line);
    }
};

/** Takes results and dossiers into a cohort, and tells what is wrong with them. */
class cohort_maker
{
public:
    explicit cohort_maker(const request& asked)
        : asked_(asked), in_(asked.language()), shelf_(asked)
    {
        expect_ok(bontot_result_new(made(result_), nullptr, nullptr), in_);
    }

    void add_file(const std::string& path)
    {
        try {
            if (has_lines(asked_, path)) {
                add_lines(path);
            } else {
                const input from = read_input(path, in_);
                add({from.name, from.text});
            }
        } catch (const stopped& reason) {
            if (reason.code != outcome::bad_input) throw;
            has_errors_ = true;
        }
    }

    [[nodiscard]] bool has_errors() const { return has_errors_; }

    /** Returns the cohort, or null when nothing could be added. */
    [[nodiscard]] const bontot_cohort* get() const { return cohort_.get(); }

private:
    void add_lines(const std::string& path)
    {
        byte_source source(path, in_);
        line_reader reader(source);
        line_block block;
        while (reader.next(block)) {
            each_line(block, [&](std::string_view line, std::uint64_t number) {
                add({source.name(), line, number});
                return true;
            });
            if (!block.problem) continue;
            const std::string number = std::to_string(block.problem->number);
            refuse_input(source.name(), block.problem->what, in_, {number});
        }
    }

    void add(const unit_text& unit)
    {
        if (!has_rubric(unit)) return;
        // What is tried first is a guess; the text's own format decides.
        const bool may_be_dossier = unit.text.find("bontot-dossier/") != unit.text.npos;
        if (may_be_dossier ? !add_dossier(unit, true) : !add_result(unit, true)) {
            may_be_dossier ? add_result(unit, false) : add_dossier(unit, false);
        }
    }

    /** Finds the rubric of all units: that of --rubric, or the one that the first of them names. */
    bool has_rubric(const unit_text& unit)
    {
        if (cohort_) return true;
        sheet_ = shelf_.given();
        if (sheet_ == nullptr) sheet_ = named_by(unit);
        if (sheet_ == nullptr) return false;
        expect_ok(bontot_cohort_new(made(cohort_), sheet_->rubric.get(), nullptr, nullptr), in_);
        return true;
    }

    const shelf_entry* named_by(const unit_text& unit)
    {
        text_handle id;
        error_handle error;
        const options_handle options = make_options(asked_);
        const bontot_status status = bontot_dossier_rubric_id(
            made(id), unit.text.data(), unit.text.size(), options.get(), made(error)
        );
        if (status == BONTOT_NOT_FOUND) {
            tell(unit, phrase::rubric_not_named);
            return nullptr;
        }
        if (!is_fine(status, error, unit)) return nullptr;
        const shelf_entry* const found = shelf_.find(view_of(id));
        if (found == nullptr) {
            tell(unit, phrase::rubric_not_built_in);
        } else if (found->reference_errors) {
            const error_source reference = source_of(shelf_.reference(), asked_);
            show_errors(found->reference_errors.get(), reference, in_);
            throw stopped{outcome::bad_input};
        }
        return found;
    }

    /** Adds a result; false: it says itself that it is something else, which is not told. */
    bool add_result(const unit_text& unit, bool is_guess)
    {
        error_handle error;
        const bontot_status status = bontot_cohort_add_json(
            cohort_.get(), unit.text.data(), unit.text.size(), sheet_->options.get(), made(error)
        );
        if (is_guess && status == BONTOT_BAD_INPUT && has_other_format(error.get())) return false;
        if (is_fine(status, error, unit) && !asked_.as_of.empty())
            tell(unit, phrase::rank_as_of_result);
        return true;
    }

    bool add_dossier(const unit_text& unit, bool is_guess)
    {
        dossier_handle dossier;
        error_handle error;
        const bontot_status status = bontot_dossier_load(
            made(dossier), sheet_->rubric.get(), unit.text.data(), unit.text.size(),
            sheet_->options.get(), made(error)
        );
        if (is_guess && status == BONTOT_BAD_INPUT && has_other_format(error.get())) return false;
        if (!is_fine(status, error, unit)) return true;
        const bontot_status scored =
            evaluate_into(result_.get(), dossier.get(), asked_, made(error));
        if (!is_fine(scored, error, unit)) return true;
        const bontot_status added = bontot_cohort_add(cohort_.get(), result_.get(), made(error));
        is_fine(added, error, unit);
        return true;
    }

    /** Returns whether a call went well; else tells what is wrong with the unit. */
    bool is_fine(bontot_status status, const error_handle& error, const unit_text& unit)
    {
        if (status == BONTOT_OK) return true;
        if (status != BONTOT_BAD_INPUT && status != BONTOT_NOT_FOUND) stop_after(status);
        has_errors_ = true;
        for (std::size_t i = 0; error && i < bontot_error_count(error.get()); ++i) {
            if (bontot_error_line(error.get(), i) == 0) {
                show_entry(error.get(), i, {unit.name(), {}}, in_);
            } else {
                const std::size_t first = unit.line == 0 ? 1 : unit.line;
                show_entry(
                    error.get(), i, {unit.file, unit.text, first, {}, asked_.show_values}, in_
                );
            }
        }
        return false;
    }

    void tell(const unit_text& unit, phrase why)
    {
        has_errors_ = true;
        std::string out;
        append_refusal(out, unit.name(), why, in_, {builtin_ids()});
        complain(out);
    }

    const request& asked_;
    bontot_language in_;
    rubric_shelf shelf_;
    const shelf_entry* sheet_ = nullptr;
    cohort_handle cohort_;
    result_handle result_;
    bool has_errors_ = false;
};

void raise(const request& asked, bontot_options* options)
{
    for (const std::string& group : asked.raised) {
        const bontot_status status =
            group == "*" ? bontot_options_raise_everywhere(options, 1)
                         : bontot_options_raise_group(options, group.data(), group.size());
        expect_ok(status, asked.language());
    }
}

} // namespace

outcome run_rank(const request& asked)
{
    const bontot_language in = asked.language();
    const auto is_standard = [](const std::string& name) { return name == "-"; };
    const auto files = std::count_if(asked.files.begin(), asked.files.end(), is_standard);
    if (files + (asked.rubric == "-" ? 1 : 0) + (asked.reference == "-" ? 1 : 0) > 1)
        refuse_input("-", phrase::input_twice, in);
    request each = asked;
    each.file.clear();
    cohort_maker units(each);
    for (const std::string& path : asked.files)
        units.add_file(path);
    if (units.has_errors()) return outcome::bad_input;
    if (units.get() == nullptr) refuse_input(asked.files.front(), phrase::input_empty, in);
    const options_handle options = make_options(asked);
    raise(asked, options.get());
    ranking_handle ranking;
    error_handle error;
    const bontot_status status =
        bontot_rank(made(ranking), units.get(), options.get(), made(error));
    expect_ok(status, error, {"--raised", {}}, in);
    const bontot_format format = asked.format == "json" ? BONTOT_JSON : BONTOT_TEXT;
    text_handle text;
    expect_ok(
        bontot_ranking_write(made(text), ranking.get(), format, options.get(), made(error)), error,
        {}, in
    );
    put_text(view_of(text), in);
    return outcome::done;
}

} // namespace bontot::tool
