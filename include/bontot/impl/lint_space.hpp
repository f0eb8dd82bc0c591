// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_IMPL_LINT_SPACE_HPP
#define BONTOT_IMPL_LINT_SPACE_HPP

#include <bontot/impl/lint_meaning.hpp>

#include <algorithm> // std::sort, std::unique, std::set_intersection

namespace bontot::detail {

/** How much work is left: lint ends soon whatever the rubric, and says nothing of the rest.

    A step is what takes about a tenth of a microsecond.
*/
class lint_budget
{
public:
    /** Takes some of it; returns whether there was so much. */
    bool spend(std::uint64_t steps)
    {
        const bool is_there = steps <= left_;
        left_ = is_there ? left_ - steps : 0;
        return is_there;
    }

private:
    std::uint64_t left_ = 4'000'000;
};

/** All complete dossiers as some expressions see them, parted into cases.

    What each fact may be is cut at every value that the expressions name; within a case, each
    lies in one piece. So what only compares facts with such values is decided in every case,
    and everything else is bounded. Cases that break a consistency rule are left out, so are those
    in which a condition that is assumed can not hold.
*/
class lint_space
{
public:
    lint_space(const rubric& sheet, lint_budget& budget, memory& source)
        : sheet_(sheet), budget_(budget), source_(source), terms_(source_),
          rules_(allocator<std::uint32_t>(source_)), assumed_(allocator<std::uint32_t>(source_)),
          marks_(allocator<number>(source_)), texts_(allocator<std::string_view>(source_)),
          axes_(allocator<axis>(source_))
    {}

    /** Adds an expression that is looked at; returns its term, or @ref no_term. */
    std::uint32_t add(std::uint32_t program)
    {
        const feel::program& what = sheet_.programs[program];
        const std::size_t size = what.data() == nullptr ? 0 : what.data()->code.size();
        if (!budget_.spend(size * (terms_.size() + size) / 16 + 1)) return no_term;
        return terms_.add(what);
    }

    /** Leaves out the cases in which a condition can not be true. */
    void assume(std::uint32_t program)
    {
        if (program == none) return;
        const std::uint32_t root = add(program);
        if (root != no_term) assumed_.push_back(root);
    }

    /** Looks at dossiers that break consistency rules, too. */
    void forget_rules() { has_rules_ = false; }

    /** Calls a function with the ranges of all terms in each case.

        @return Whether every case was seen.
    */
    template <class Function>
    bool each_case(const Function& function)
    {
        if (has_rules_) add_rules();
        find_marks();
        vector<lint_range> plain(terms_.size(), lint_range(), allocator<lint_range>(source_));
        work_out(plain, nullptr);
        make_axes(plain);
        vector<lint_range> ranges(plain);
        std::size_t cases = 1;
        for (const axis& each : axes_)
            cases *= each.pieces.size();
        if (!budget_.spend(cases * (terms_.size() + 1))) return false;
        vector<std::size_t> chosen(axes_.size(), 0, allocator<std::size_t>(source_));
        for (std::size_t i = 0; i < cases; ++i) {
            if (work_out(ranges, &chosen) && is_allowed(ranges)) function(ranges);
            for (std::size_t digit = 0; digit < chosen.size(); ++digit) {
                if (++chosen[digit] < axes_[digit].pieces.size()) break;
                chosen[digit] = 0;
            }
        }
        return true;
    }

private:
    /** A term that is cut into pieces: a fact, or what is counted. */
    struct axis
    {
        std::uint32_t term;
        vector<lint_range> pieces;
    };

    static constexpr std::size_t most_cases = 4096;
    static constexpr std::size_t most_marks = 64;

    void add_rules();
    void find_marks();
    void mark(const feel::value& constant, int depth = 0);
    void make_axes(const vector<lint_range>& plain);
    [[nodiscard]] bool is_cut(std::uint32_t term, const lint_range& range) const;
    [[nodiscard]] axis axis_of(std::uint32_t term, const lint_range& range) const;
    void cut_numbers(axis& into, const lint_range& range, unsigned kind) const;
    void cut_texts(axis& into, std::uint32_t term, const lint_range& range) const;
    bool work_out(vector<lint_range>& ranges, const vector<std::size_t>* chosen) const;
    [[nodiscard]] bool is_allowed(const vector<lint_range>& ranges) const;

    const rubric& sheet_;
    lint_budget& budget_;
    memory& source_;
    lint_terms terms_;
    vector<std::uint32_t> rules_;
    vector<std::uint32_t> assumed_;
    vector<number> marks_;
    vector<std::string_view> texts_;
    vector<axis> axes_;
    bool has_rules_ = true;
};

/** Adds the consistency rules that read a fact which the expressions read. */
inline void lint_space::add_rules()
{
    vector<std::uint32_t> read{allocator<std::uint32_t>(source_)};
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        if (terms_[i].operation == feel::detail::opcode::load) read.push_back(terms_[i].wide);
    }
    for (const check_rule& rule : sheet_.consistency) {
        const auto variables = sheet_.programs[rule.assertion].variables();
        const bool is_shared = std::any_of(variables.begin(), variables.end(), [&](auto slot) {
            return std::find(read.begin(), read.end(), slot) != read.end();
        });
        const std::uint32_t root = is_shared ? add(rule.assertion) : no_term;
        if (root != no_term) rules_.push_back(root);
    }
}

/** Collects the values that the expressions name, at which facts are cut. */
inline void lint_space::find_marks()
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

inline void lint_space::mark(const feel::value& constant, int depth)
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

inline void lint_space::make_axes(const vector<lint_range>& plain)
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
inline bool lint_space::is_cut(std::uint32_t term, const lint_range& range) const
{
    using feel::detail::opcode;
    const opcode what = terms_[term].operation;
    const bool is_source = what == opcode::load || what == opcode::call || what == opcode::path ||
                           what == opcode::quantify_end;
    constexpr unsigned plain = lint_range::yes | lint_range::no | lint_range::null |
                               lint_range::numbers | lint_range::days | lint_range::texts;
    return is_source && !terms_[term].in_loop && range.is_only(plain);
}

inline lint_space::axis lint_space::axis_of(std::uint32_t term, const lint_range& range) const
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

inline void lint_space::cut_numbers(axis& into, const lint_range& range, unsigned kind) const
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

inline void lint_space::cut_texts(axis& into, std::uint32_t term, const lint_range& range) const
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
    for (const std::string_view each : sheet_.facts[of.wide].choices) {
        piece.text = each;
        into.pieces.push_back(piece);
    }
}

/** Works out the ranges of all terms in a case; false when the case can not be. */
inline bool
lint_space::work_out(vector<lint_range>& ranges, const vector<std::size_t>* chosen) const
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

inline bool lint_space::is_allowed(const vector<lint_range>& ranges) const
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
