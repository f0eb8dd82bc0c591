// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_SYNTAX_NAMES_IPP
#define BONTOT_FEEL_SYNTAX_NAMES_IPP

#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>

#include <bontot/base/nearest.hpp>
#include <bontot/feel/code/code.hpp>
#include <bontot/feel/syntax/compiler.hpp>
#include <bontot/feel/syntax/lexer.hpp>
#include <bontot/feel/syntax/matching.hpp>
#include <bontot/feel/syntax/scopes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace bontot::feel::detail {

/** Returns the place in the order by name where a scope stands, or would. */
vector<std::uint32_t>::iterator scope_list::place_of(std::uint32_t index)
{
    return std::lower_bound(
        by_name_.begin(), by_name_.end(), index,
        [this](std::uint32_t each, std::uint32_t sought) {
            const int order = scopes_[each].name.compare(scopes_[sought].name);
            return order < 0 || (order == 0 && each < sought);
        }
    );
}

void scope_list::push(scope made)
{
    const auto index = static_cast<std::uint32_t>(scopes_.size());
    const bool is_item = made.name.empty();
    scopes_.push_back(std::move(made));
    if (is_item) {
        items_.push_back(index);
    } else {
        by_name_.insert(place_of(index), index);
    }
}

void scope_list::shrink(std::size_t size)
{
    for (std::size_t i = scopes_.size(); i > size; --i) {
        if (scopes_[i - 1].name.empty()) {
            items_.pop_back();
        } else {
            by_name_.erase(place_of(static_cast<std::uint32_t>(i - 1)));
        }
        scopes_.pop_back();
    }
}

bool match_letter(const lexer& source, char letter, std::size_t& at)
{
    const std::string_view text = source.source();
    if (letter == ' ') {
        const std::size_t next = source.skip_blanks(at);
        const bool is_blank = next > at;
        at = next;
        return is_blank;
    }
    if (letter == '.') at = source.skip_blanks(at);
    if (at >= text.size() || text[at] != letter) return false;
    ++at;
    if (letter == '.') at = source.skip_blanks(at);
    return true;
}

/** Returns where a name ends that stands at a place, or npos.

    The name must end where the word in the source does.
*/
std::size_t compiler::match_name(std::string_view name, std::size_t at) const
{
    const std::string_view source = lexer_.source();
    for (const char letter : name) {
        const bool is_here = at < source.size() && source[at] == letter;
        // most names do not begin as the source does: that is told without a call
        if (!is_here && letter != ' ' && letter != '.') return std::string_view::npos;
        if (!match_letter(lexer_, letter, at)) return std::string_view::npos;
    }
    const bool is_cut = name.empty() || lexer_.continues_name_at(at);
    return is_cut ? std::string_view::npos : at;
}

/** Calls `found(place, end)` for each field of a context whose name stands here: with the place
    of the first one that has this name, and where the name ends. */
template <class Found>
void compiler::match_field(const type& content, const Found& found) const
{
    const auto name_of = [&](std::uint32_t each) {
        return std::string_view(content.fields()[each].name);
    };
    name_matcher(lexer_, name_of, source_memory_)
        .match(
            content.fields_by_name(), now_.begin,
            [&](std::span<const std::uint32_t> same, std::size_t end) { found(same.front(), end); }
        );
}

/** Returns whether a filter's item may have any field. */
bool compiler::has_open_item(const scope& where) const
{
    return where.content.is_any() ||
           (where.content.is(type::shape::context) && where.content.is_open());
}

/** Returns the innermost variable of a loop, or entry, whose name stands here. */
compiler::target compiler::find_local() const
{
    target found;
    if (scopes_.by_name().empty()) return found;
    const auto name_of = [this](std::uint32_t each) {
        return std::string_view(scopes_[each].name);
    };
    name_matcher(lexer_, name_of, source_memory_)
        .match(
            scopes_.by_name(), now_.begin,
            [&](std::span<const std::uint32_t> same, std::size_t end) {
                const bool is_inner =
                    found.what == target::kind::nothing || same.back() > found.index;
                if (!is_inner) return;
                found.what = target::kind::local;
                found.index = same.back();
                found.end = end;
            }
        );
    return found;
}

/** Returns the field of a filter's item, or the item, that the name here means by its type. */
compiler::target compiler::find_in_item(std::size_t index) const
{
    const type& content = scopes_[index].content;
    target found;
    std::uint32_t place = 0;
    match_field(content, [&](std::uint32_t each, std::size_t end) {
        const bool is_better = found.what == target::kind::nothing || end > found.end ||
                               (end == found.end && each < place);
        if (!is_better) return;
        found.what = target::kind::field;
        found.end = end;
        place = each;
    });
    if (found.what == target::kind::field) {
        found.field = content.fields()[place].name;
    } else if (at_word("item")) {
        found.what = target::kind::local;
        found.end = now_.end;
    }
    found.index = index;
    return found;
}

/** Returns the declared variable with the longest name that stands here. */
compiler::target compiler::find_variable() const
{
    target found;
    const auto name_of = [this](std::uint32_t slot) { return names_.name(slot); };
    name_matcher(lexer_, name_of, source_memory_)
        .match(
            names_.beginning_with(lexer_.text(now_)), now_.begin,
            [&](std::span<const std::uint32_t> same, std::size_t end) {
                // of two that differ in their blanks alone, the newer one
                const bool is_better = found.what == target::kind::nothing || end > found.end ||
                                       (end == found.end && same.front() > found.index);
                if (!is_better) return;
                found.what = target::kind::variable;
                found.index = same.front();
                found.end = end;
            }
        );
    return found;
}

/** Returns what the name here means, the innermost scope first.

    @param scope_found Set to the scope it was found in, or 0.
*/
compiler::target compiler::find_target(std::size_t& scope_found) const
{
    target found = find_local();
    const std::span<const std::uint32_t> items = scopes_.items();
    for (std::size_t i = items.size(); i > 0; --i) {
        const bool is_outer = found.what != target::kind::nothing && items[i - 1] < found.index;
        if (is_outer) break;
        target inner = find_in_item(items[i - 1]);
        if (inner.what == target::kind::nothing) continue;
        found = std::move(inner);
        break;
    }
    const bool is_known = found.what != target::kind::nothing;
    scope_found = is_known ? found.index : 0;
    return is_known ? found : find_variable();
}

/** Reads a name.

    Of an item whose fields are not known, only the run can say whether it
    has a field of that name; if not, the name means what it does outside.
*/
operand compiler::parse_name()
{
    std::size_t function_end = 0;
    bool is_supported = true;
    const std::string_view function = find_function(function_end, is_supported);
    if (!function.empty() && !is_supported) {
        fail(message::feel_unsupported, now_.begin, {function});
        return begin_operand();
    }
    if (!function.empty()) return parse_call(function, function_end);
    std::size_t scope_found = 0;
    target found = find_target(scope_found);
    operand made = begin_operand();
    const string word(lexer_.text(now_), allocator<char>(source_memory_));
    vector<std::size_t> jumps{allocator<std::size_t>(source_memory_)};
    const bool is_word = found.what == target::kind::nothing || found.end == now_.end;
    if (is_word) probe_items(scope_found, word, jumps);
    if (found.what == target::kind::nothing) {
        if (jumps.empty()) return parse_unknown_name();
        emit_item_field(word);
        found.end = now_.end;
        made = finish_operand(made, type::any());
    } else {
        made = emit_target(made, found);
    }
    for (const std::size_t each : jumps)
        aim(each);
    if (!jumps.empty()) {
        made.content = type::any();
        made.slot = no_slot;
    }
    go_to(found.end);
    made.end = now_.begin;
    return made;
}

/** Writes code that takes a field from the items within the scope where the name is known. */
void compiler::probe_items(std::size_t last, const string& name, vector<std::size_t>& jumps)
{
    const std::span<const std::uint32_t> items = scopes_.items();
    for (std::size_t i = items.size(); i > 0 && items[i - 1] >= last; --i) {
        scope& where = scopes_[items[i - 1]];
        if (!has_open_item(where)) continue;
        where.is_used = true;
        // a field that the type lists is found without asking
        if (where.content.field_index(name) >= 0) continue;
        emit(opcode::probe, 0, names_.symbols().intern(name), where.place);
        jumps.push_back(emit(opcode::jump, 0));
    }
}

/** Writes code for a name that only the item of the outermost open filter may have. */
void compiler::emit_item_field(const string& name)
{
    for (const std::uint32_t item : scopes_.items()) {
        const scope& each = scopes_[item];
        if (!has_open_item(each)) continue;
        emit(opcode::copy, 1, each.place);
        emit(opcode::path, 0, names_.symbols().intern(name));
        return;
    }
}

operand compiler::emit_target(operand made, const target& found)
{
    if (found.what == target::kind::variable) {
        const auto slot = static_cast<std::uint32_t>(found.index);
        emit(opcode::load, 1, slot);
        data_->references.push_back({now_.begin, found.end - now_.begin, slot});
        made.slot = slot;
        made.content = names_.type_of(slot);
        return made;
    }
    scope& where = scopes_[found.index];
    where.is_used = true;
    emit(opcode::copy, 1, where.place);
    made.slot = where.slot;
    made.content = where.content;
    if (found.what == target::kind::local) return made;
    const std::ptrdiff_t index = where.content.field_index(found.field);
    made.content = where.content.fields()[static_cast<std::size_t>(index)].content;
    if (where.slot != no_slot) note_field(where.slot, found.field);
    made.slot = no_slot;
    const auto hint = static_cast<std::size_t>(index);
    emit(opcode::path, 0, names_.symbols().intern(found.field), hint);
    return made;
}

/** Reports a name that nobody declared, or a call of no built-in, and reads on. */
operand compiler::parse_unknown_name()
{
    operand made = begin_operand();
    const std::size_t begin = now_.begin;
    string name = parse_plain_name();
    if (at(sign::open)) return parse_unknown_function(name, begin);
    while (at(sign::dot)) {
        advance();
        if (!at(sign::word)) break;
        name += '.';
        name += lexer_.text(now_);
        advance();
    }
    if (failed_) return made;
    if (name == "partial" && fors_ > 0) {
        fail(message::feel_unsupported, begin, {name});
        return made;
    }
    report_unknown_name(name, begin);
    emit(opcode::null, 1);
    return finish_operand(made, type::any());
}

void compiler::report_unknown_name(const string& name, std::size_t begin)
{
    if (is_full()) return;
    bontot::detail::nearest guess(name);
    vector<const void*> offered{allocator<const void*>(source_memory_)};
    for (std::uint32_t slot = 0; slot < names_.size(); ++slot)
        guess.offer(names_.name(slot));
    for (const scope& each : scopes_) {
        guess.offer(each.name);
        if (!each.name.empty()) continue;
        // nested filters of one list have the same fields, which would change nothing
        const void* const which = each.content.identity();
        if (std::find(offered.begin(), offered.end(), which) != offered.end()) continue;
        offered.push_back(which);
        for (const type_field& inner : each.content.fields())
            guess.offer(inner.name);
    }
    if (guess.best().empty()) {
        add_issue(message::feel_unknown_name, begin, {name});
    } else {
        add_issue(message::feel_unknown_name_near, begin, {name, guess.best()});
    }
}

/** Reads words up to a keyword or a sign. */
string compiler::parse_plain_name()
{
    string name{allocator<char>(source_memory_)};
    while (at(sign::word) && !is_keyword(lexer_.text(now_))) {
        if (!name.empty()) name += ' ';
        name += lexer_.text(now_);
        advance();
    }
    if (name.empty())
        fail_here("\xFF"
                  "feel_want_name");
    return name;
}

} // namespace bontot::feel::detail

#endif
