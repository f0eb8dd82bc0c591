// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_SHARED_IPP
#define BONTOT_RUBRIC_READER_SHARED_IPP

#include <bontot/error.hpp>
#include <bontot/feel/program.hpp>
#include <bontot/feel/type.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/rubric.hpp>
#include <bontot/text.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/base/nearest.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/reader/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace bontot::detail {

/** The normaliser that texts and choices go through, as FEEL's literals are given to it. */
inline void normalize_literal(string& out, std::string_view text)
{
    append_normalized(out, text);
}

std::uint32_t rubric_reading::keep(feel::program&& program)
{
    out_.programs.push_back(std::move(program));
    return static_cast<std::uint32_t>(out_.programs.size() - 1);
}

/** Tells FEEL's issues with the place in the rubric and in the expression. */
void rubric_reading::tell(std::uint32_t at, const feel::issue_list& issues)
{
    if (faults.is_full()) return;
    for (const feel::issue& each : issues) {
        diagnostic& added = faults.add(each.code, at);
        for (const string& argument : each.arguments)
            added.arguments.push_back(argument);
        added.offset = source_offset(doc.source(), doc[at].offset, each.offset);
        added.expression_column = each.column;
    }
}

/** Compiles the FEEL text at a place; @ref none after a fault, which is told. */
std::uint32_t rubric_reading::compile(std::uint32_t at, gives wanted, bool is_check)
{
    if (at == absent || !names_known_) return none;
    const bool is_literal = doc[at].kind == json_kind::number && wanted == gives::number;
    if (!is_literal && !expect(at, json_kind::text, message::want_expression)) return none;
    feel::compile_options options;
    options.check = feel::checking::strict;
    options.allow_is_known = is_check;
    options.normalize = &normalize_literal;
    auto compiled = feel::compile(doc[at].text, out_.names, options);
    if (!compiled) {
        tell(at, compiled.error());
        return none;
    }
    const feel::type result = compiled->result();
    const auto shape =
        wanted == gives::boolean ? feel::type::shape::boolean : feel::type::shape::number;
    const bool is_wrong = wanted != gives::anything && !result.is_any() && !result.is(shape);
    if (is_wrong) {
        faults.add(
            wanted == gives::boolean ? message::expression_not_boolean
                                     : message::expression_not_number,
            at
        );
        return none;
    }
    return keep(std::move(*compiled));
}

/** Compiles a unary test over a value of a type. */
std::uint32_t rubric_reading::compile_test(std::uint32_t at, const feel::type& input)
{
    if (at == absent || !names_known_) return none;
    if (!expect(at, json_kind::text, message::want_expression)) return none;
    feel::compile_options options;
    options.check = feel::checking::strict;
    options.normalize = &normalize_literal;
    auto compiled = feel::compile_unary_tests(doc[at].text, out_.names, input, options);
    if (compiled) return keep(std::move(*compiled));
    tell(at, compiled.error());
    return none;
}

/** Reads `{"vi": ..., "en": ...}`; a language that is not given is said with the other's words. */
bilingual rubric_reading::bilingual_at(std::uint32_t at)
{
    bilingual out;
    if (at == absent || !expect_object(at, {"vi", "en"})) return out;
    out.vi = text_of(at, "vi");
    out.en = text_of(at, "en");
    if (out.en.empty()) out.en = out.vi;
    if (out.vi.empty()) out.vi = out.en;
    return out;
}

bilingual rubric_reading::label_of(std::uint32_t object, std::string_view key, bool is_required)
{
    const std::uint32_t at = is_required ? require(object, key) : find(object, key);
    return bilingual_at(at);
}

/** Reads the id of an object: 1 to 100 letters without blanks and control characters. */
std::string_view rubric_reading::id_of(std::uint32_t object)
{
    const std::uint32_t at = require(object, "id");
    const std::optional<std::string_view> id = text(at);
    if (!id) return {};
    bool is_good = is_id_length(*id);
    for (const char c : *id)
        is_good = is_good && static_cast<unsigned char>(c) > 0x20 && c != 0x7f;
    if (is_good) return keep(*id);
    faults.add(message::reading_bad_id, at, {shown(*id)});
    return {};
}

/** Returns an optional text, kept; empty when it is not there. */
std::string_view rubric_reading::text_of(std::uint32_t object, std::string_view key)
{
    const std::uint32_t at = find(object, key);
    if (at == absent) return {};
    const std::optional<std::string_view> found = text(at);
    return found ? keep(*found) : std::string_view();
}

std::span<const std::string_view> rubric_reading::texts_at(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return {};
    auto list = list_of<std::string_view>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const std::optional<std::string_view> each = text(i);
        if (!each) continue;
        if (each->empty()) faults.add(message::reading_empty_text, i);
        string normal{allocator<char>(source())};
        append_normalized(normal, *each);
        list.push_back(keep(std::string_view(normal)));
    }
    return keep(list);
}

/** Reads `{step, mode}`. */
std::optional<rounding_rule> rubric_reading::rounding_at(std::uint32_t at, names keys)
{
    if (!expect_object(at, keys)) return {};
    const std::uint32_t step_at = require(at, "step");
    const std::optional<number> step = number_of(step_at);
    const std::uint32_t mode_at = find(at, "mode");
    rounding_rule out;
    if (mode_at != absent) {
        const auto mode = word_of(mode_at, {"half_up", "half_even", "down", "up"});
        constexpr rounding_mode modes[] = {
            rounding_mode::half_up, rounding_mode::half_even, rounding_mode::down,
            rounding_mode::up};
        if (mode) out.mode = modes[*mode];
    }
    if (!step) return {};
    if (*step <= number(0) || settle(*step) != *step) {
        faults.add(message::rubric_bad_step, step_at);
        return {};
    }
    out.step = *step;
    return out;
}

/** Refuses an id that others have: one fault for each of them. */
void rubric_reading::refuse_repeated(std::uint32_t object, std::string_view id, std::size_t times)
{
    if (times == 0) return;
    const std::uint32_t at = find(object, "id");
    for (; times > 0 && !faults.is_full(); --times)
        faults.add(message::reading_repeated_id, at, {shown(id)});
}

/** Refuses a list that is longer than any real one by far. */
bool rubric_reading::is_too_long(std::uint32_t list, std::size_t most)
{
    if (doc[list].count <= most) return false;
    faults.add(message::rubric_too_many, list, {std::to_string(most)});
    return true;
}

std::uint32_t rubric_reading::criterion_named(std::uint32_t at, std::string_view id)
{
    const std::uint32_t found = out_.find_node(id);
    if (found != none && out_.nodes[found].parent == none) return found;
    if (!nodes_known_ || faults.is_full()) return none;
    nearest meant(id);
    for (std::uint32_t i = 0; i < out_.nodes.size(); i = out_.nodes[i].end) {
        if (out_.nodes[i].id == id) return i; // an indicator has it as well, which was refused
        meant.offer(out_.nodes[i].id);
    }
    faults.add(message::rubric_unknown_criterion, at, {shown(id), suggestion(meant)});
    return none;
}

} // namespace bontot::detail

#endif
