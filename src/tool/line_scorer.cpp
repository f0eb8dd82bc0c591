// SPDX-License-Identifier: BSL-1.0
#include "line_scorer.hpp"

namespace bontot::tool {

namespace {

bool names_other_rubric(const bontot_error* error)
{
    constexpr std::string_view wanted = "dossier_other_rubric";
    for (std::size_t i = 0; error != nullptr && i < bontot_error_count(error); ++i) {
        if (bontot_error_code(error, i) == wanted) return true;
    }
    return false;
}

} // namespace

line_scorer::line_scorer(const request& asked, rubric_shelf& rubrics, std::string_view stream_name)
    : asked_(asked), rubrics_(rubrics), stream_name_(stream_name), in_(asked.language()),
      format_(asked.format == "json" ? BONTOT_JSON : BONTOT_SUMMARY),
      errors_(!asked.errors.empty(), stream_name, in_), options_(make_options(asked))
{
    expect_ok(bontot_result_new(made(result_), options_.get(), nullptr), in_);
}

error_source line_scorer::source_of_line(std::string_view line) const
{
    return {stream_name_, line, number_, {}, asked_.show_values};
}

bool line_scorer::is_fine(
    bontot_status status, const error_handle& error, const error_source& about
)
{
    if (status == BONTOT_OK) return true;
    if (status != BONTOT_BAD_INPUT && status != BONTOT_NOT_FOUND) stop_after(status);
    errors_.add(error.get(), about);
    return false;
}

bontot_status
line_scorer::read_with(const shelf_entry& entry, std::string_view line, error_handle& error)
{
    dossier_handle& into = dossiers_[&entry];
    if (!into) {
        const bontot_options* const options = entry.options.get();
        expect_ok(bontot_dossier_new(made(into), entry.rubric.get(), options, nullptr), in_);
    }
    return bontot_dossier_read(
        into.get(), line.data(), line.size(), entry.options.get(), made(error)
    );
}

bontot_dossier* line_scorer::read_named(std::string_view line, const shelf_entry*& entry)
{
    text_handle id;
    error_handle error;
    const bontot_status named =
        bontot_dossier_rubric_id(made(id), line.data(), line.size(), options_.get(), made(error));
    if (named == BONTOT_NOT_FOUND) {
        errors_.add(phrase::rubric_not_named, {builtin_ids()});
        return nullptr;
    }
    if (!is_fine(named, error, source_of_line(line))) return nullptr;
    entry = rubrics_.find(view_of(id));
    if (entry == nullptr) {
        errors_.add(phrase::rubric_not_built_in, {builtin_ids()});
    } else if (entry->reference_errors) {
        errors_.add(entry->reference_errors.get(), source_of(rubrics_.reference(), asked_));
    } else if (is_fine(read_with(*entry, line, error), error, source_of_line(line))) {
        return dossiers_[entry].get();
    }
    return nullptr;
}

bontot_dossier* line_scorer::read(std::string_view line, const shelf_entry*& entry)
{
    entry = rubrics_.given();
    if (entry == nullptr) return read_named(line, entry);
    error_handle error;
    const bontot_status status = read_with(*entry, line, error);
    if (status == BONTOT_BAD_INPUT && names_other_rubric(error.get())) {
        text_handle id;
        const bontot_status named =
            bontot_dossier_rubric_id(made(id), line.data(), line.size(), options_.get(), nullptr);
        if (named == BONTOT_OK && rubrics_.find(view_of(id)) != nullptr)
            return read_named(line, entry);
    }
    const bool is_read = is_fine(status, error, source_of_line(line));
    return is_read ? dossiers_[entry].get() : nullptr;
}

bool line_scorer::set_facts(bontot_dossier* dossier)
{
    bool is_all_fine = true;
    for (const std::string& each : asked_.sets) {
        const fact_setting given = setting_of(each, in_);
        error_handle error;
        const bontot_status status = bontot_dossier_set(
            dossier, given.fact.data(), given.fact.size(), given.value.data(), given.value.size(),
            made(error)
        );
        is_all_fine = is_fine(status, error, {given.name, {}}) && is_all_fine;
    }
    return is_all_fine;
}

void line_scorer::write(scored_block& out)
{
    text_handle text;
    expect_ok(
        bontot_result_write(made(text), result_.get(), format_, options_.get(), nullptr), in_
    );
    out.output += view_of(text);
    out.output += '\n';
}

bool line_scorer::score_line(std::string_view line, std::uint64_t number, scored_block& out)
{
    number_ = number;
    errors_.begin(out.errors, number);
    const shelf_entry* entry = nullptr;
    bontot_dossier* const dossier = read(line, entry);
    if (dossier != nullptr && set_facts(dossier)) {
        error_handle error;
        const bontot_status status = evaluate_into(result_.get(), dossier, asked_, made(error));
        if (is_fine(status, error, {})) {
            write(out);
            out.results.add(*entry, result_.get(), in_);
        }
    }
    ++out.lines;
    if (!errors_.end()) return true;
    ++out.bad;
    return !asked_.stop_on_error;
}

scored_block line_scorer::score(const line_block& block)
{
    scored_block out;
    out.consumed = block.consumed;
    each_line(block, [&](std::string_view line, std::uint64_t number) {
        out.is_last = !score_line(line, number, out);
        return !out.is_last;
    });
    return out;
}

} // namespace bontot::tool
