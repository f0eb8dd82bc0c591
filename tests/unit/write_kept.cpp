// SPDX-License-Identifier: BSL-1.0
// A writer writes again what it wrote before, with what differs filled in: the bytes are those that
// are written without anything remembered.

#include "support/builtin.hpp"
#include "support/counting_memory.hpp"
#include "support/random_facts.hpp"

#include <bontot/write_json.hpp>

#include <bontot/number/text.hpp>

namespace write_kept_unit {

namespace {

using bontot::language;
using bontot_test::dice;
using bontot_test::make_dossier;
using bontot_test::make_rubric;
using bontot_test::one_line;
using sheet_ptr = std::shared_ptr<const bontot::rubric>;

/** What is written of a dossier by nobody who saw another. */
std::string fresh_json(const bontot::dossier& given, language in, std::uint32_t as_of)
{
    bontot::result about;
    evaluate(given, about, as_of);
    std::string out;
    append_json(out, about, in);
    return out;
}

/** A result and a writer that are used again and again. */
struct used
{
    bontot::result about;
    bontot::result_writer writer;

    std::string json(const bontot::dossier& given, language in, std::uint32_t as_of = bontot::none)
    {
        evaluate(given, about, as_of);
        std::string out = "before";
        writer.append(out, about, in);
        BOOST_TEST_REQUIRE(out.substr(0, 6) == "before");
        return out.substr(6);
    }

    /** Compares what it writes with what is written without anything remembered. */
    void check(const bontot::dossier& given, language in, std::uint32_t as_of = bontot::none)
    {
        const std::string expected = fresh_json(given, in, as_of);
        BOOST_TEST_REQUIRE(json(given, in, as_of) == expected);
    }
};

bontot::dossier unit_of(const sheet_ptr& sheet)
{
    bontot::dossier out(sheet);
    bontot::set_unit(out, "U", "a \"unit\"");
    (void)bontot::set_period(out, bontot::date{2023, 1, 1}, bontot::date{2023, 12, 31});
    return out;
}

/** Writes many dossiers, by turns in both languages, and each afresh. */
void write_many(const sheet_ptr& sheet, int rounds)
{
    dice random;
    bontot::dossier built = unit_of(sheet);
    used ours;
    for (int round = 0; round < rounds; ++round) {
        bontot_test::fill(built, random);
        ours.check(built, round % 2 == 0 ? language::vi : language::en);
    }
}

/** Lines in whose labels and texts something is escaped. */
sheet_ptr sheet_with_escapes()
{
    return make_rubric(
        {.criteria =
             "{'id': 'C', 'max': 20, 'indicators': ["
             "{'id': 'P', 'label': {'vi': 'ti \\u0022le\\u0022', 'en': 'a \\\\ share'}, 'max': 10,"
             " 'score': {'proportional': {'value': 'x', 'from': [5, 95], 'points': [0, 10]}}},"
             "{'id': 'S', 'max': 10, 'clause': 'a.1', 'score':"
             " {'choice': {'fact': 'level', 'options': [{'is': 'l\\u0022ow', 'points': 3}]}}}]}",
         .facts = "{'id': 'x', 'label': {'vi': 'so \\u0022x\\u0022', 'en': 'x\\t'}, 'type': "
                  "'number'}, {'id': 'level', 'type': 'choice', 'choices': ['l\\u0022ow', 'mid']}"}
    );
}

/** Evaluates and writes three dossiers; an allocation may fail. */
void write_three(
    const std::vector<std::shared_ptr<bontot::dossier>>& given, bontot::result_writer& writer
)
{
    bontot::result about;
    std::string out;
    for (const auto& each : given) {
        evaluate(*each, about);
        writer.append(out, about, language::vi);
        writer.append(out, about, language::en);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_write_kept)

BOOST_AUTO_TEST_CASE(built_in_rubrics)
{
    for (const bontot::detail::builtin_rubric& each : bontot::detail::builtin_rubrics())
        write_many(bontot_test::builtin(each.id), 300);
}

BOOST_AUTO_TEST_CASE(every_kind)
{
    write_many(bontot_test::every_kind_of_case(), 3000);
    write_many(sheet_with_escapes(), 1000);
}

/** What is filled in, by hand: the value 14 lies between 5 and 95, so (14 - 5) / 9 = 1 point. */
BOOST_AUTO_TEST_CASE(what_differs_is_filled_in)
{
    const sheet_ptr sheet = sheet_with_escapes();
    used ours;
    for (const char* x : {"50", "41", "32.000"})
        ours.json(*make_dossier(sheet, {"'x': " + std::string(x) + ""}), language::en);
    const auto given = make_dossier(sheet, {"'x': 14"});
    const std::string json = ours.json(*given, language::en);
    const std::string line =
        R"({"id":"P","label":"a \\ share","points":1,"possible":1,"max":10,)"
        R"("state":"partly","reason":{"code":"proportional","text":"x\u0009: 14; )";
    BOOST_TEST(json.find(line) != std::string::npos, json);
    BOOST_TEST(json.find(R"("facts":{"x":14},"evidence":[],"missing":[]})") != std::string::npos);
    // So near to 95 that the points settle to 10.
    const auto near = make_dossier(sheet, {"'x': 94.9999999999999999"});
    const std::string points = R"("points":10,"possible":10,"max":10,"state":"met")";
    BOOST_TEST(ours.json(*near, language::en).find(points) != std::string::npos);
}

/** The writer remembers one rubric, and of another with the same names nothing of the first. */
BOOST_AUTO_TEST_CASE(another_rubric)
{
    dice random;
    used ours;
    for (int round = 0; round < 60; ++round) {
        const std::string points = std::to_string(round / 3 % 4 + 1); // three times the same
        const auto sheet = make_rubric(
            {.criteria = one_line(
                 "'score': {'condition': 'flag'}, 'label': {'vi': 'V" + points + "', 'en': 'E" +
                 points + "'}"
             )}
        );
        bontot::dossier built = unit_of(sheet);
        for (int i = 0; i < 4; ++i) {
            bontot_test::fill(built, random);
            ours.check(built, i % 2 == 0 ? language::vi : language::en);
        }
    }
}

/** A mark that does not count as of an earlier role is shown, of its line and no other. */
BOOST_AUTO_TEST_CASE(marks)
{
    const auto sheet = make_rubric(
        {.criteria = one_line("'score': {'condition': 'flag'}"),
         .roles = "'committee', {'id': 'board', 'overrides': true}"}
    );
    const auto plain = make_dossier(sheet, {"'flag': true"});
    const auto marked = make_dossier(
        sheet, {"'flag': true", "'marks': {'L': {'board': {'points': 4, 'reason': 'late'}}}"}
    );
    for (const bool starts_marked : {true, false}) {
        used ours;
        for (int round = 0; round < 6; ++round) {
            const bool is_marked = (round % 2 == 0) == starts_marked;
            ours.check(is_marked ? *marked : *plain, language::vi, 0);
            BOOST_TEST(ours.about.nodes[1].line_case != bontot::none);
            ours.check(is_marked ? *marked : *plain, language::vi);
        }
    }
}

/** A buffer takes text piece by piece, grows, and is used again. */
BOOST_AUTO_TEST_CASE(text_buffer)
{
    bontot::detail::text_buffer buffer(bontot::default_memory());
    for (int round = 0; round < 2; ++round) {
        std::string expected;
        buffer.clear();
        for (int i = 0; i < 2000; ++i) {
            const bontot::number amount = bontot::number::scaled(i * 7919 - 100000, i % 5);
            bontot::detail::append_decimal(buffer, amount, ',');
            bontot::detail::append_decimal(expected, amount, ',');
            const std::string piece(static_cast<std::size_t>(i % 70), 'a');
            buffer += piece;
            buffer += ';';
            buffer.append(3, 'z');
            expected += piece + ";zzz";
        }
        BOOST_TEST(buffer.view() == expected);
    }
}

BOOST_AUTO_TEST_CASE(memory_runs_out)
{
    const sheet_ptr sheet = bontot_test::every_kind_of_case();
    const std::vector<std::shared_ptr<bontot::dossier>> given = {
        make_dossier(sheet, {"'x': 60, 'flag': true, 'level': 'low'"}),
        make_dossier(sheet, {"'x': 61.5, 'flag': true, 'level': 'low', 'h': 0.5"}),
        make_dossier(sheet, {"'x': 62, 'h': 0.25"})};
    bool has_failed = true;
    for (std::size_t at = 0; has_failed; ++at) {
        counting_memory source;
        {
            used ours{bontot::result(), bontot::result_writer(source)};
            source.fails_at = at;
            try {
                write_three(given, ours.writer);
                has_failed = false;
            } catch (const std::bad_alloc&) {
                BOOST_TEST(at < 1000U);
            }
            source.fails_at = static_cast<std::size_t>(-1);
            for (const auto& each : given) {
                ours.check(*each, language::vi);
                ours.check(*each, language::en);
            }
        }
        BOOST_TEST(source.blocks == 0U);
        BOOST_TEST((has_failed || at > 10U));
    }
}

BOOST_AUTO_TEST_CASE(once_warm_nothing_is_allocated)
{
    const sheet_ptr sheet = bontot_test::every_kind_of_case();
    counting_memory source;
    bontot::result_writer writer(source);
    std::size_t calls = 0;
    for (int round = 0; round < 2; ++round) {
        calls = source.calls;
        dice random;
        bontot::dossier built = unit_of(sheet);
        bontot::result about;
        for (int i = 0; i < 500; ++i) {
            bontot_test::fill(built, random);
            evaluate(built, about);
            std::string out;
            writer.append(out, about, i % 3 == 0 ? language::vi : language::en);
        }
    }
    BOOST_TEST(source.calls == calls);
}

/** Three values each of four facts are 81 cases, with labels of 64 KiB in two languages more than
 * 10 MiB. */
BOOST_AUTO_TEST_CASE(what_is_remembered_is_bounded)
{
    const std::string label(65536, 'a');
    const auto sheet = make_rubric(
        {.criteria = one_line(
             "'score': {'condition': 'p and q and r and s'}, 'label': {'vi': '" + label +
             "', 'en': '" + label + "'}"
         ),
         .facts = "{'id': 'p', 'type': 'boolean'}, {'id': 'q', 'type': 'boolean'},"
                  "{'id': 'r', 'type': 'boolean'}, {'id': 's', 'type': 'boolean'}"}
    );
    BOOST_TEST_REQUIRE(sheet->nodes[1].cases.count == 81U);
    counting_memory source;
    used ours{bontot::result(), bontot::result_writer(source)};
    bontot::dossier built = unit_of(sheet);
    for (int round = 0; round < 162; ++round) {
        int rest = round % 81;
        for (std::uint32_t slot = 0; slot < 4; ++slot) {
            const int value = rest % 3;
            rest /= 3;
            const auto given = value == 2 ? bontot::feel::value::unknown()
                                          : bontot::feel::value::boolean(value == 1);
            BOOST_TEST_REQUIRE(bontot::set_fact(built, slot, given).empty());
        }
        ours.check(built, language::vi);
        ours.check(built, language::en);
    }
    // The region doubles its blocks: of 4 MiB it may hold 8, besides the buffer; of 10 MiB 16.
    BOOST_TEST(source.bytes > bontot::detail::kept_texts::most_bytes / 2);
    BOOST_TEST(source.bytes < 2 * bontot::detail::kept_texts::most_bytes + 500000);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace write_kept_unit
