// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DIFF_RUBRIC_DIFF_IPP
#define BONTOT_DIFF_RUBRIC_DIFF_IPP

#include <bontot/error.hpp>
#include <bontot/evaluate.hpp>
#include <bontot/memory.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>
#include <bontot/rubric_diff.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/sorted.hpp>
#include <bontot/diff/causes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

namespace bontot {

rubric_diff::rubric_diff(
    std::shared_ptr<const rubric> before, std::shared_ptr<const rubric> after,
    const dossier_options& options, memory& source
)
    : source_(source), options_(options), names_(source), before_(std::move(before), source),
      after_(std::move(after), source), last_(source), causes_(allocator<diff_cause>(source)),
      matrix_(allocator<std::uint64_t>(source)), passed_over_(allocator<passed_over_count>(source)),
      passed_order_(allocator<std::uint32_t>(source)), passed_now_(allocator<std::size_t>(source))
{
    options_.allow_other_rubric = true;
    matrix_.resize(before_.sheet->grades.size() * after_.sheet->grades.size(), 0);
}

error_list rubric_diff::add(std::string_view json)
{
    has_last_ = false;
    passed_now_.clear();
    error_list errors = evaluate_side(before_, after_, json);
    refused_by_after_ = errors.empty();
    if (errors.empty()) errors = evaluate_side(after_, before_, json);
    return counted(std::move(errors));
}

error_list rubric_diff::add(const dossier& before, const dossier& after)
{
    has_last_ = false;
    passed_now_.clear();
    error_list errors = evaluate_side(before_, before);
    refused_by_after_ = errors.empty();
    if (errors.empty()) errors = evaluate_side(after_, after);
    return counted(std::move(errors));
}

/** Counts what was evaluated last, or that it was refused; returns why. */
error_list rubric_diff::counted(error_list errors)
{
    if (!errors.empty()) {
        ++refused_;
        return errors;
    }
    last_ = compare(
        summarize(before_.decided, sentences::left_out, source_),
        summarize(after_.decided, sentences::left_out, source_), source_
    );
    causes_.clear();
    move_ = find_move();
    const bool falls = move_ != grade_move::up;
    if (move_ != grade_move::same) {
        detail::cause_finding(
            last_, falls ? before_.decided : after_.decided,
            falls ? after_.decided : before_.decided, falls, causes_
        )
            .run();
    }
    // From here on nothing fails: a dossier is counted as a whole.
    has_last_ = true;
    ++moves_[static_cast<std::size_t>(move_)];
    ++matrix_
        [std::size_t{before_.decided.grade} * after_.sheet->grades.size() + after_.decided.grade];
    const auto is_open = [](const result& of) { return of.grade != of.grade_possible; };
    open_ += is_open(before_.decided) || is_open(after_.decided) ? 1U : 0U;
    for (const std::size_t each : passed_now_)
        ++passed_over_[each].dossiers;
    return errors;
}

error_list rubric_diff::evaluate_side(side& here, const side& other, std::string_view json)
{
    dossier_options options = options_;
    options.also_known = other.sheet.get();
    auto read = read_dossier(here.sheet, json, options, source_);
    if (!read) return read.error();
    evaluate(**read, here.decided);
    note_passed_over(**read, &here == &after_);
    return error_list(allocator<diagnostic>(source_));
}

error_list rubric_diff::evaluate_side(side& here, const dossier& given)
{
    whole_dossier completed;
    error_list errors = completed.complete(given);
    if (errors.empty()) evaluate(completed.content(), here.decided);
    return errors;
}

/** Remembers what was passed over, each once a dossier. */
void rubric_diff::note_passed_over(const dossier& given, bool by_after)
{
    vector<std::string_view> names(given.passed_over);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    sort_passed_over(); // what came when memory was out
    const auto key_of = [this](std::uint32_t each) {
        return std::pair(passed_over_[each].name, passed_over_[each].by_after);
    };
    for (const std::string_view name : names) {
        const std::pair key(name, by_after);
        const auto found = detail::first_not_below(passed_order_, key, key_of);
        if (found != passed_order_.end() && key_of(*found) == key) {
            passed_now_.push_back(*found);
            continue;
        }
        passed_now_.push_back(passed_over_.size());
        passed_over_.push_back({names_.copy(name), by_after, 0});
    }
    sort_passed_over();
}

/** Takes what was passed over for the first time into the order. */
void rubric_diff::sort_passed_over()
{
    if (passed_order_.size() == passed_over_.size()) return;
    const auto key_of = [this](std::uint32_t each) {
        return std::pair(passed_over_[each].name, passed_over_[each].by_after);
    };
    vector<std::uint32_t> added{allocator<std::uint32_t>(source_)};
    for (std::size_t i = passed_order_.size(); i < passed_over_.size(); ++i)
        added.push_back(static_cast<std::uint32_t>(i));
    const auto is_before = [&key_of](std::uint32_t a, std::uint32_t b) {
        return key_of(a) < key_of(b);
    };
    std::sort(added.begin(), added.end(), is_before);
    vector<std::uint32_t> all(passed_over_.size(), 0, allocator<std::uint32_t>(source_));
    std::merge(
        passed_order_.begin(), passed_order_.end(), added.begin(), added.end(), all.begin(),
        is_before
    );
    passed_order_.swap(all);
}

/** Ranks the two grades in a rubric that knows both; the new one first. */
grade_move rubric_diff::find_move() const
{
    const std::string_view old = before_.sheet->grades[before_.decided.grade].id;
    const std::string_view young = after_.sheet->grades[after_.decided.grade].id;
    if (old == young) return grade_move::same;
    for (const rubric* sheet : {after_.sheet.get(), before_.sheet.get()}) {
        const std::uint32_t from = sheet->find_grade(old);
        const std::uint32_t to = sheet->find_grade(young);
        if (from != none && to != none) return to < from ? grade_move::up : grade_move::down;
    }
    return grade_move::other;
}

} // namespace bontot

#endif
