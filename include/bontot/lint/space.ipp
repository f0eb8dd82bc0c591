// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_LINT_SPACE_IPP
#define BONTOT_LINT_SPACE_IPP

#include <bontot/date.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/lint/meaning.hpp>
#include <bontot/lint/space.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace bontot::detail {

bool lint_budget::spend(std::uint64_t steps)
{
    const bool is_there = steps <= left_;
    left_ = is_there ? left_ - steps : 0;
    return is_there;
}

std::uint32_t lint_space::add(std::uint32_t program)
{
    const feel::program& what = sheet_.programs[program];
    const std::size_t size = what.data() == nullptr ? 0 : what.data()->code.size();
    if (!budget_.spend(size * (terms_.size() + size) / 16 + 1)) return no_term;
    return terms_.add(what);
}

void lint_space::assume(std::uint32_t program)
{
    if (program == none) return;
    const std::uint32_t root = add(program);
    if (root != no_term) assumed_.push_back(root);
}

/** Adds the consistency rules that read a fact which the expressions read. */
void lint_space::add_rules()
{
    vector<std::uint32_t> rules{allocator<std::uint32_t>(source_)};
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        if (terms_[i].operation != feel::detail::opcode::load) continue;
        const auto readers = index_.rules_of(terms_[i].wide);
        rules.insert(rules.end(), readers.begin(), readers.end());
    }
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    for (const std::uint32_t rule : rules) {
        if (budget_.is_spent()) return;
        const std::uint32_t root = add(sheet_.consistency[rule].assertion);
        if (root != no_term) rules_.push_back(root);
    }
}

/** Collects the values that the expressions name, at which facts are cut. */
void lint_space::find_marks()
{
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        if (terms_[i].operation == feel::detail::opcode::constant) mark(terms_[i].constant);
    }
    std::sort(marks_.begin(), marks_.end());
    marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
    std::sort(texts_.begin(), texts_.end());
    texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
    if (marks_.size() > most_marks) marks_.resize(most_marks);
    if (texts_.size() > most_marks) texts_.resize(most_marks);
}

void lint_space::mark(const feel::value& constant, int depth)
{
    constexpr int deepest = 8;
    switch (constant.kind()) {
    case feel::kind::number:
        marks_.push_back(constant.as_number());
        break;
    case feel::kind::date:
        marks_.push_back(number(day_number(constant.as_date())));
        break;
    case feel::kind::text:
        texts_.push_back(constant.as_text());
        break;
    case feel::kind::range:
        if (depth > deepest) break;
        mark(constant.as_range().low, depth + 1);
        mark(constant.as_range().high, depth + 1);
        break;
    case feel::kind::list:
        if (depth > deepest) break;
        for (const feel::value& each : constant.as_list())
            mark(each, depth + 1);
        break;
    default:
        break;
    }
}

void lint_space::make_axes(const vector<lint_range>& plain)
{
    std::size_t cases = 1;
    for (std::uint32_t i = 0; i < terms_.size(); ++i) {
        if (!is_cut(i, plain[i])) continue;
        axis made = axis_of(i, plain[i]);
        const bool is_useful = made.pieces.size() > 1 && cases * made.pieces.size() <= most_cases;
        if (!is_useful) continue;
        cases *= made.pieces.size();
        axes_.push_back(std::move(made));
    }
}

/** Tells whether a term is cut: a fact, or what can be bounded no better, such as a count. */
bool lint_space::is_cut(std::uint32_t term, const lint_range& range) const
{
    using feel::detail::opcode;
    const opcode what = terms_[term].operation;
    const bool is_source = what == opcode::load || what == opcode::call || what == opcode::path ||
                           what == opcode::quantify_end;
    constexpr unsigned plain = lint_range::yes | lint_range::no | lint_range::null |
                               lint_range::numbers | lint_range::days | lint_range::texts;
    return is_source && !terms_[term].in_loop && range.is_only(plain);
}

lint_space::axis lint_space::axis_of(std::uint32_t term, const lint_range& range) const
{
    axis out{term, vector<lint_range>(allocator<lint_range>(source_))};
    for (const unsigned kind : {lint_range::yes, lint_range::no, lint_range::null}) {
        if (range.may(kind)) out.pieces.push_back(lint_range::of(kind));
    }
    for (const unsigned kind : {lint_range::numbers, lint_range::days}) {
        if (range.may(kind)) cut_numbers(out, range, kind);
    }
    if (range.may(lint_range::texts)) cut_texts(out, term, range);
    return out;
}

void lint_space::cut_numbers(axis& into, const lint_range& range, unsigned kind) const
{
    lint_range rest = range;
    rest.kinds = static_cast<std::uint8_t>(kind);
    for (const number& at : marks_) {
        lint_range below = lint_range::between({}, at, range.whole);
        below.kinds = rest.kinds;
        below.high_open = true;
        lint_range point = lint_range::between(at, at, range.whole);
        point.kinds = rest.kinds;
        for (const lint_range& each : {meet(rest, below), meet(rest, point)}) {
            if (each.kinds != 0) into.pieces.push_back(each);
        }
        lint_range above = lint_range::between(at, {}, range.whole);
        above.kinds = rest.kinds;
        above.low_open = true;
        rest = meet(rest, above);
        if (rest.kinds == 0) return;
    }
    into.pieces.push_back(rest);
}

void lint_space::cut_texts(axis& into, std::uint32_t term, const lint_range& range) const
{
    const lint_term& of = terms_[term];
    const bool is_fact =
        of.operation == feel::detail::opcode::load && of.wide < sheet_.facts.size();
    lint_range piece = lint_range::of(lint_range::texts);
    if (!is_fact || sheet_.facts[of.wide].choices.empty()) {
        piece.text = range.text;
        into.pieces.push_back(piece);
        return;
    }
    if (sheet_.facts[of.wide].choices.size() > most_cases) return; // too many cases anyway
    for (const std::string_view each : sheet_.facts[of.wide].choices) {
        piece.text = each;
        into.pieces.push_back(piece);
    }
}

/** Works out the ranges of all terms in a case; false when the case can not be. */
bool lint_space::work_out(vector<lint_range>& ranges, const vector<std::size_t>* chosen) const
{
    const lint_meaning meaning(sheet_, terms_);
    std::size_t next = 0;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        ranges[i] = meaning(i, ranges);
        const bool is_axis = chosen != nullptr && next < axes_.size() && axes_[next].term == i;
        if (!is_axis) continue;
        ranges[i] = meet(ranges[i], axes_[next].pieces[(*chosen)[next]]);
        if (ranges[i].kinds == 0) return false;
        ++next;
    }
    return true;
}

bool lint_space::is_allowed(const vector<lint_range>& ranges) const
{
    for (const std::uint32_t rule : rules_) {
        if (ranges[rule].is_only(lint_range::no)) return false;
    }
    for (const std::uint32_t each : assumed_) {
        if (!ranges[each].may(lint_range::yes)) return false;
    }
    return true;
}

} // namespace bontot::detail

#endif
