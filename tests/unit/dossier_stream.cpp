// SPDX-License-Identifier: BSL-1.0
// The quick reader of plain dossiers: what it takes, and that it reads as the general reader does.

#include "support/builtin.hpp"
#include "support/counting_memory.hpp"
#include "support/dossier_words.hpp"
#include "support/json_mutation.hpp"
#include "support/plain_dossiers.hpp"
#include "support/reading.hpp"

#include <bontot/dossier.hpp>
#include <bontot/evaluate.hpp>
#include <bontot/rubric_id.hpp>
#include <bontot/write_json.hpp>
#include <bontot/write_rubric.hpp>

#include <bontot/dossier/reader/reader.hpp>
#include <bontot/dossier/reader/stream.hpp>

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace dossier_stream_unit {

namespace {

using bontot_test::full_text;
using bontot_test::history_text;
using bontot_test::list_of;
using bontot_test::members_text;
using bontot_test::nested;
using bontot_test::other_rows;
using bontot_test::plain_row;
using bontot_test::plain_rows;
using bontot_test::plain_text;
using bontot_test::sheet_with;
using bontot_test::words_of;
using reading::dossier_text;
using reading::parts;

const reading::rubric_ptr& sheet()
{
    static const reading::rubric_ptr made = sheet_with();
    return made;
}

bool is_plain(
    const reading::rubric_ptr& of, std::string_view text,
    const bontot::dossier_options& options = {}
)
{
    const reading::exact_text exact(text);
    bontot::dossier out(of);
    return bontot::detail::read_plain_dossier(out, exact.view(), options);
}

/** What the general reader says: a dossier in words, or errors. */
std::string general(
    const reading::rubric_ptr& of, std::string_view text,
    const bontot::dossier_options& options = {}
)
{
    bontot::dossier out(of);
    const bontot::error_list errors = bontot::detail::read_any_dossier(out, text, options);
    return errors.empty() ? words_of(out) : reading::show(errors);
}

/** Reads a text in both ways and into a dossier that was used; returns whether it was plain. */
bool check_alike(
    bontot::dossier& used, std::string_view text, const bontot::dossier_options& options = {}
)
{
    const std::string expected = general(used.sheet, text, options);
    const reading::exact_text exact(text);
    const bontot::error_list errors = bontot::read_dossier_into(used, exact.view(), options);
    const std::string found = errors.empty() ? words_of(used) : reading::show(errors);
    BOOST_TEST(found == expected, "read differently: " << text);
    bontot::dossier out(used.sheet);
    if (!bontot::detail::read_plain_dossier(out, exact.view(), options)) return false;
    const std::string plain = words_of(out);
    BOOST_TEST(plain == expected, "read differently as a plain one: " << text);
    return true;
}

/** A sheet and a dossier for it to begin from. */
struct seed
{
    reading::rubric_ptr sheet;
    std::string text;
};

/** The dossiers of the built-in rubrics, and those of the tests that can be read. */
std::vector<seed> usual_seeds()
{
    std::vector<seed> out;
    for (const auto& each : bontot::detail::builtin_rubrics()) {
        const reading::rubric_ptr of = bontot_test::builtin(each.id);
        for (const bontot::example_rule& example : of->examples)
            out.push_back({of, std::string(example.dossier)});
    }
    const std::filesystem::path folder = std::filesystem::path(BONTOT_TEST_DATA) / "dossiers";
    for (const auto& each : std::filesystem::directory_iterator(folder)) {
        if (each.path().extension() != ".json") continue;
        std::ifstream in(each.path(), std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(in), {});
        const bontot::string id = bontot::read_rubric_id(text).value();
        const reading::rubric_ptr of = bontot_test::builtin(std::string_view(id));
        bontot::dossier probe(of);
        if (bontot::detail::read_any_dossier(probe, text, {}).empty())
            out.push_back({of, std::move(text)});
    }
    return out;
}

std::vector<seed> all_seeds()
{
    std::vector<seed> out = usual_seeds();
    for (const std::string& text : {plain_text(), dossier_text(), full_text()})
        out.push_back({sheet(), text});
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(dossier_stream)

BOOST_AUTO_TEST_CASE(plain_dossiers_are_read_at_once)
{
    bontot::dossier used(sheet());
    for (const plain_row& row : plain_rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const std::string text = plain_text(row.given);
            BOOST_TEST(reading::dossier_errors(sheet(), text).empty());
            BOOST_TEST(check_alike(used, text));
        }
    }
}

BOOST_AUTO_TEST_CASE(all_others_are_left_to_the_general_reader)
{
    bontot::dossier used(sheet());
    for (const plain_row& row : other_rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(!check_alike(used, plain_text(row.given)));
        }
    }
    const std::string text = full_text();
    for (const std::string& each :
         {text + "x", text + '\0', "\xEF\xBB\xBF" + text, std::string("[]"), std::string()})
        BOOST_TEST(!check_alike(used, each));
    BOOST_TEST(check_alike(used, " \t\r\n" + text + " \t\r\n"));
    for (std::size_t size = 0; size < text.size(); ++size)
        BOOST_TEST(!is_plain(sheet(), std::string_view(text).substr(0, size)));
}

/** Every letter of two bytes, and all that begins like letters of three and four, at every place of
    a word. */
BOOST_AUTO_TEST_CASE(texts_are_checked_to_be_utf8)
{
    constexpr std::string_view thirds[] = {"", "a", "\x80", "\xBF", "\xC3", "\x80\x80", "\x8F\xBF"};
    const auto is_taken = [](const std::string& text) {
        bontot::arena store;
        std::string_view out;
        bontot::detail::plain_json json('"' + text + '"', store);
        return json.take_text(out) && out == text && json.is_at_end();
    };
    for (int lead = 0x80; lead <= 0xFF; ++lead) {
        for (int second = 0x70; second <= 0xCF; ++second) {
            for (std::size_t third = 0; third < std::size(thirds); ++third) {
                std::string text((static_cast<std::size_t>(second) + third) % 8, 'x');
                text += static_cast<char>(lead);
                text += static_cast<char>(second);
                text += thirds[third];
                const bool is_text = bontot::is_valid_utf8(text);
                BOOST_TEST((is_taken(text) == is_text), lead << " " << second << " " << third);
                text += "\xE1\xBB\x99 tail \xC4\x91";
                BOOST_TEST((is_taken(text) == is_text), lead << " " << second << " " << third);
            }
        }
    }
    for (std::size_t before = 0; before < 9; ++before) {
        for (const std::string letter :
             {"\xC4\x91", "\xE1\xBB\x99", "\xE2\x80\x93", "\xF0\x9F\x98\x80"}) {
            const std::string text = std::string(before, 'x') + letter + "y" + letter;
            for (std::size_t size = 0; size <= text.size(); ++size) {
                const std::string part = text.substr(0, size);
                BOOST_TEST((is_taken(part) == bontot::is_valid_utf8(part)));
            }
        }
    }
}

/** Every byte at every place of some days, and all days that there may be in some years. */
BOOST_AUTO_TEST_CASE(days_are_read_as_elsewhere)
{
    const auto check = [](const std::string& text) {
        const reading::exact_text exact(text);
        BOOST_TEST(
            (bontot::detail::day_of_ten(exact.view().data()) == bontot::parse_date(text)), text
        );
    };
    for (const std::string text : {"2024-02-29", "2026-10-31", "0001-01-01", "9999-12-09"}) {
        for (std::size_t place = 0; place < text.size(); ++place) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string changed = text;
                changed[place] = static_cast<char>(byte);
                check(changed);
            }
        }
    }
    for (const char* const year :
         {"0000", "0001", "0400", "1900", "2000", "2023", "2024", "9999"}) {
        for (int month_and_day = 0; month_and_day < 10000; ++month_and_day) {
            std::string text = std::string(year) + "-00-00";
            int rest = month_and_day;
            for (const std::size_t place : {9U, 8U, 6U, 5U}) {
                text[place] = static_cast<char>('0' + rest % 10);
                rest /= 10;
            }
            check(text);
        }
    }
}

BOOST_AUTO_TEST_CASE(options_are_kept)
{
    const std::string text = plain_text();
    bontot::dossier_options options;
    options.trusted = bontot::trust::committee;
    BOOST_TEST(!is_plain(sheet(), text, options));
    options = {};
    options.also_known = sheet().get();
    BOOST_TEST(!is_plain(sheet(), text, options));
    options = {};
    options.limits.bytes = text.size();
    BOOST_TEST(is_plain(sheet(), text, options));
    options.limits.bytes = text.size() - 1;
    BOOST_TEST(!is_plain(sheet(), text, options));
    options = {};
    options.limits.depth = 4;
    BOOST_TEST(is_plain(sheet(), text, options));
    options.limits.depth = 3;
    BOOST_TEST(!is_plain(sheet(), text, options));
    options = {};
    options.allow_other_rubric = true;
    const std::string other = plain_text(
        {{"rubric", R"("rubric": {"id": "big", "version": "2"},)"},
         {"unit", R"("unit": {"id": "x", "kind": "union"},)"}}
    );
    BOOST_TEST(is_plain(sheet(), other, options));
    BOOST_TEST(!is_plain(sheet(), other));
}

BOOST_AUTO_TEST_CASE(usual_dossiers_are_read_at_once)
{
    const std::vector<seed> seeds = all_seeds();
    BOOST_TEST(seeds.size() > 20U);
    for (const seed& each : seeds) {
        bontot::dossier used(each.sheet);
        BOOST_TEST(check_alike(used, each.text), "not read at once: " << each.text);
    }
}

BOOST_AUTO_TEST_CASE(changed_dossiers_are_read_alike)
{
    std::size_t plain = 0;
    std::uint32_t number = 0;
    for (const seed& each : all_seeds()) {
        const int rounds = each.text == full_text() ? 4000 : 150;
        bontot::dossier used(each.sheet);
        bontot_test::json_mutation change(++number);
        for (int i = 0; i < rounds; ++i) {
            std::string text = each.text;
            const std::size_t changes = 1 + change.below(3);
            for (std::size_t j = 0; j < changes; ++j)
                change(text);
            plain += check_alike(used, text) ? 1U : 0U;
        }
    }
    BOOST_TEST(plain > 1000U);
}

/** The small parts of a dossier, each changed much: of a long text most changes meet the rest. */
BOOST_AUTO_TEST_CASE(changed_parts_are_read_alike)
{
    constexpr int rounds = 300;
    std::size_t plain = 0;
    bontot::dossier used(sheet());
    bontot_test::json_mutation change(2023);
    const auto change_all = [&](const plain_row& row) {
        for (int i = 0; i < rounds; ++i) {
            parts given = row.given;
            for (auto& each : given) {
                if (each.second.size() > 2000) return;
                change(each.second);
            }
            plain += check_alike(used, plain_text(given)) ? 1U : 0U;
        }
    };
    for (const plain_row& row : plain_rows)
        change_all(row);
    for (const plain_row& row : other_rows)
        change_all(row);
    BOOST_TEST(plain > 2000U);
}

BOOST_AUTO_TEST_CASE(other_options_are_read_alike)
{
    const reading::rubric_ptr other = bontot_test::builtin("bon-tot-2023");
    std::vector<bontot::dossier_options> all(5);
    all[0].trusted = bontot::trust::committee;
    all[1].also_known = other.get();
    all[2].allow_other_rubric = true;
    all[3].limits.depth = 4;
    all[4].limits.bytes = 2000;
    for (const bontot::dossier_options& options : all) {
        bontot::dossier used(sheet());
        for (const plain_row& row : plain_rows)
            check_alike(used, plain_text(row.given), options);
        for (const plain_row& row : other_rows)
            check_alike(used, plain_text(row.given), options);
        check_alike(used, full_text(), options);
    }
}

BOOST_AUTO_TEST_CASE(depth_is_kept)
{
    bontot::dossier used(sheet());
    const std::string whole = R"(, "results": [{"format": "bontot-result/1", "unit": {"id": "U",
        "x": $}, "rubric": {"id": "r"}, "grade": {"id": "a"}, "grade_possible": "a", "x": $,
        "total": {"points": 1, "possible": 2, "x": $}, "period": {"x": $}}])";
    for (std::size_t depth = 3; depth < 10; ++depth) {
        bontot::dossier_options options;
        options.limits.depth = depth;
        for (std::size_t count = 0; count < 10; ++count) {
            const std::string guide = plain_text({{"tail", ", \"guide\": " + nested(count)}});
            const bool is_guide_read = check_alike(used, guide, options);
            BOOST_TEST(is_guide_read == (depth > 3 && count + 1 <= depth));
            for (std::size_t place = 0; place < 4; ++place) {
                std::string tail = whole;
                for (std::size_t i = 0; i < 4; ++i)
                    tail.replace(tail.find('$'), 1, i == place ? nested(count) : "1");
                const std::size_t around = place == 1 ? 3 : 4;
                const bool is_read = check_alike(used, plain_text({{"tail", tail}}), options);
                BOOST_TEST(is_read == (depth > 3 && count + around <= depth));
            }
        }
    }
    bontot::dossier_options deep;
    deep.limits.depth = 1000;
    const std::string text = plain_text({{"tail", ", \"guide\": " + nested(500)}});
    BOOST_TEST(!check_alike(used, text, deep));
    BOOST_TEST(reading::dossier_errors(sheet(), text).size() == 1U);
}

BOOST_AUTO_TEST_CASE(more_facts_of_members_than_usual_are_left)
{
    for (const std::size_t count : {57U, 58U}) { // the sheet has six
        const reading::rubric_ptr wide = sheet_with("," + list_of(count, [](std::size_t i) {
                                                        return "{\"id\": \"x" + std::to_string(i) +
                                                               "\", \"of\": \"member\", \"type\": "
                                                               "\"number\"}";
                                                    }));
        bontot::dossier used(wide);
        const std::string members = R"({"id": "a", "x56": 7}, {"x55": 1, "id": "b", "x0": 2})";
        const bool is_read = check_alike(used, plain_text({{"members", members}}));
        BOOST_TEST(is_read == (wide->member_facts.size() < 64));
        BOOST_TEST(wide->member_facts.size() == count + 6);
    }
}

/** What evaluating a dossier wrote is read as a part of another one. */
BOOST_AUTO_TEST_CASE(whole_results_are_read_at_once)
{
    bontot::dossier used(sheet());
    for (const seed& each : usual_seeds()) {
        bontot::dossier given(each.sheet);
        BOOST_TEST_REQUIRE(bontot::read_dossier_into(given, each.text).empty());
        bontot::result result;
        bontot::evaluate(given, result);
        for (const auto in : {bontot::language::vi, bontot::language::en}) {
            bontot::string json;
            bontot::append_json(json, result, in);
            const std::string tail =
                ", \"results\": [" + std::string(json.data(), json.size()) + "]";
            BOOST_TEST(check_alike(used, plain_text({{"tail", tail}})), json);
        }
    }
}

BOOST_AUTO_TEST_CASE(templates_are_read_at_once)
{
    for (const auto& each : bontot::detail::builtin_rubrics()) {
        const reading::rubric_ptr of = bontot_test::builtin(each.id);
        for (const auto in : {bontot::language::vi, bontot::language::en}) {
            bontot::string text;
            bontot::append_template(text, *of, in);
            bontot::dossier used(of);
            BOOST_TEST(check_alike(used, std::string_view(text)), text);
        }
    }
}

BOOST_AUTO_TEST_CASE(memory_may_run_out_anywhere)
{
    const std::string expected = general(sheet(), full_text());
    counting_memory counted;
    bool is_read = false;
    for (std::size_t count = 0; !is_read; ++count) {
        BOOST_TEST_REQUIRE(count < 1000U);
        bontot::dossier used(sheet(), counted);
        counted.fails_at = counted.calls + count;
        try {
            BOOST_TEST(bontot::read_dossier_into(used, full_text()).empty());
            is_read = true;
        } catch (const std::bad_alloc&) {
            counted.fails_at = static_cast<std::size_t>(-1);
            used.clear();
            BOOST_TEST(words_of(used) == words_of(bontot::dossier(sheet())));
            BOOST_TEST(bontot::read_dossier_into(used, full_text()).empty());
        }
        BOOST_TEST(words_of(used) == expected);
    }
    counted.fails_at = static_cast<std::size_t>(-1);
    BOOST_TEST(counted.blocks == 0U);
}

BOOST_AUTO_TEST_CASE(nothing_of_the_dossier_before_is_kept)
{
    const std::string full = dossier_text();
    const std::string bare = R"({"format": "bontot-dossier/1", "unit": {"id": "U"},
        "period": {"from": "2025-01-01", "to": "2025-12-31"}})";
    const std::string expected = general(sheet(), bare);
    for (const std::string& before : {full, plain_text(), std::string("{"), std::string()}) {
        bontot::dossier used(sheet());
        (void)bontot::read_dossier_into(used, before);
        BOOST_TEST(bontot::read_dossier_into(used, bare).empty());
        BOOST_TEST(words_of(used) == expected);
        (void)bontot::read_dossier_into(used, before);
        BOOST_TEST(!bontot::read_dossier_into(used, "{").empty());
        BOOST_TEST(words_of(used) == words_of(bontot::dossier(sheet())));
    }
}

BOOST_AUTO_TEST_CASE(a_dossier_used_again_needs_no_more_memory)
{
    counting_memory counted;
    const std::string text = plain_text(
        {{"facts", "\"a.t\": \"\xC3\xA0 long text, longer than a small string\", "
                   "\"a.n\": 2, \"a.m\": 1"},
         {"history", history_text(10)},
         {"members", members_text(100)},
         {"tail", R"(, "guide": {"x": {"y": 1}},
                       "exceptions": [{"gate": "g1", "reason": "r", "authority": "a"}])"}}
    );
    {
        bontot::dossier used(sheet(), counted);
        for (int i = 0; i < 3; ++i)
            BOOST_TEST(bontot::read_dossier_into(used, text).empty());
        const std::size_t before = counted.calls;
        for (int i = 0; i < 20; ++i)
            BOOST_TEST(bontot::read_dossier_into(used, text).empty());
        BOOST_TEST(counted.calls == before);
    }
    BOOST_TEST(counted.blocks == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace dossier_stream_unit
