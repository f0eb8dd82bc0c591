// SPDX-License-Identifier: BSL-1.0
// What an index finds is what a look at each entry would find.

#include "support/random_facts.hpp"
#include "support/sheets.hpp"

#include <bontot/date.hpp>
#include <bontot/dossier.hpp>
#include <bontot/memory.hpp>

#include <bontot/base/known_ids.hpp>
#include <bontot/base/name_lists.hpp>
#include <bontot/base/nearest.hpp>
#include <bontot/base/sorted_places.hpp>
#include <bontot/result/document_index.hpp>
#include <bontot/write/text/page.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace indexes_unit {

namespace {

using bontot::none;
using bontot::detail::document_index;
using bontot::detail::document_standing;
using bontot_test::dice;

/** The restricted Damerau-Levenshtein distance, by its definition. */
std::size_t slips(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> table(
        a.size() + 1, std::vector<std::size_t>(b.size() + 1)
    );
    for (std::size_t i = 0; i <= a.size(); ++i)
        table[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        table[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
            table[i][j] =
                std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + other});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    }
    return table[a.size()][b.size()];
}

std::string random_word(dice& random)
{
    constexpr std::size_t sizes[] = {0, 1, 2, 3, 5, 8, 13, 31, 63, 64, 65};
    std::string out(sizes[random.below(std::size(sizes))], 'a');
    for (char& each : out)
        each = static_cast<char>('a' + random.below(3));
    return out;
}

/** What is meant by a word: the nearest, at most a third of whose letters differ. */
std::string meant_by(std::string_view word, std::span<const std::string> candidates)
{
    std::string best;
    std::size_t least = word.size() / 3 + 1;
    for (const std::string& each : candidates) {
        if (word.size() > 64 || each.size() > 64) continue;
        const std::size_t apart = slips(word, each);
        if (apart < least || (apart == least && best.empty() && apart == 1)) {
            least = apart;
            best = each;
        }
    }
    return best;
}

/** Some records, of few documents. */
std::vector<bontot::evidence_record> random_records(dice& random, std::size_t node_count)
{
    static constexpr std::string_view numbers[] = {"", "1", "2", "10"};
    static constexpr std::uint32_t nodes[] = {0, 1, 2, 0, 1};
    std::vector<bontot::evidence_record> out(random.below(12));
    for (bontot::evidence_record& each : out) {
        each.kind = random.below(5) == 0 ? "minutes" : "report";
        each.number = numbers[random.below(std::size(numbers))];
        each.issuer = random.below(6) == 0 ? "" : "office";
        const auto day = static_cast<std::int64_t>(1 + random.below(2));
        if (random.below(6) != 0) each.issued = bontot::make_date(2023, 1, day);
        const std::size_t first = random.below(node_count);
        each.supports = std::span(nodes).subspan(first, random.below(3));
    }
    return out;
}

bool is_same_document(const bontot::evidence_record& a, const bontot::evidence_record& b)
{
    const bool is_known = !a.kind.empty() && !a.number.empty() && !a.issuer.empty() && a.issued;
    return is_known && a.kind == b.kind && a.number == b.number && a.issuer == b.issuer &&
           a.issued == b.issued;
}

bool supports(const bontot::evidence_record& record, std::uint32_t node)
{
    for (const std::uint32_t each : record.supports) {
        if (each == node) return true;
    }
    return false;
}

/** Design 6.1: of the records of one document those in full count first, and each standing once. */
bool is_repeated(
    std::span<const bontot::evidence_record> records, std::span<const document_standing> standings,
    std::uint32_t node, std::size_t which
)
{
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (i == which || !supports(records[i], node)) continue;
        if (!is_same_document(records[i], records[which])) continue;
        const bool is_in_full = standings[i] == document_standing::yes;
        if (is_in_full && standings[which] != document_standing::yes) return true;
        if (i < which && standings[i] == standings[which]) return true;
    }
    return false;
}

} // namespace

BOOST_AUTO_TEST_SUITE(test_indexes)

BOOST_AUTO_TEST_CASE(nearest_words)
{
    dice random;
    for (int round = 0; round < 3000; ++round) {
        const std::string word = random_word(random);
        std::vector<std::string> candidates;
        for (std::size_t i = random.below(5); i > 0; --i)
            candidates.push_back(random_word(random));
        bontot::detail::nearest meant(word);
        for (const std::string& each : candidates)
            meant.offer(each);
        BOOST_TEST(meant.best() == meant_by(word, candidates));
    }
}

BOOST_AUTO_TEST_CASE(records_of_documents)
{
    constexpr std::uint32_t node_count = 3;
    dice random;
    document_index index(bontot::default_memory());
    for (int round = 0; round < 3000; ++round) {
        const auto records = random_records(random, node_count);
        std::vector<document_standing> standings(records.size());
        for (document_standing& each : standings)
            each = static_cast<document_standing>(random.below(4));
        index.clear();
        // As a search adds documents: some are taken up later than others.
        index.take_up(std::span(records).first(random.below(records.size() + 1)), node_count);
        index.take_up(records, node_count);
        for (std::uint32_t node = 0; node < node_count; ++node) {
            index.begin(records);
            index.for_each(node, [&](std::uint32_t i) { index.note(i, standings[i]); });
            std::vector<std::uint32_t> seen;
            index.for_each(node, [&](std::uint32_t i) {
                seen.push_back(i);
                if (standings[i] == document_standing::no) return;
                const bool expected = is_repeated(records, standings, node, i);
                BOOST_TEST(index.is_repeated(i, standings[i]) == expected);
            });
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < records.size(); ++i) {
                if (supports(records[i], node)) expected.push_back(i);
            }
            BOOST_TEST(seen == expected, boost::test_tools::per_element());
            BOOST_TEST(index.has_several(node) == (expected.size() > 1));
        }
    }
}

BOOST_AUTO_TEST_CASE(ids_while_they_grow)
{
    bontot::detail::known_ids index(bontot::default_memory());
    BOOST_TEST(index.note("b.c", 0) == 0U);
    BOOST_TEST(index.note("a", 1) == 0U);
    BOOST_TEST(index.note("b.a", 2) == 0U);
    BOOST_TEST(index.note("a", 3) == 1U);
    BOOST_TEST(index.note("a", 4) == 2U);
    BOOST_TEST(index.size() == 5U);
    BOOST_TEST(index.find("a") == 1U);
    BOOST_TEST(index.find("b") == none);
    BOOST_TEST(index.find_beginning("b.") == 0U);
    BOOST_TEST(index.find_beginning("b.a") == 2U);
    BOOST_TEST(index.find_beginning("c") == none);
    index.clear();
    BOOST_TEST(index.size() == 0U);
    BOOST_TEST(index.find("a") == none);
}

BOOST_AUTO_TEST_CASE(lists_by_name)
{
    bontot::detail::name_lists lists(bontot::default_memory());
    constexpr std::string_view added[] = {"u", "v", "u", "", "u"};
    for (std::uint32_t i = 0; i < std::size(added); ++i)
        lists.add(added[i], i);
    const auto of = [&](std::string_view name) {
        std::string out;
        lists.for_each(name, [&](std::uint32_t index) { out += std::to_string(index); });
        return out;
    };
    BOOST_TEST(of("u") == "024");
    BOOST_TEST(of("v") == "1");
    BOOST_TEST(of("") == "3");
    BOOST_TEST(of("w") == "");
    BOOST_TEST(lists.first("u") == 0U);
    BOOST_TEST(lists.first("w") == none);
}

BOOST_AUTO_TEST_CASE(sorted_texts)
{
    dice random;
    for (int round = 0; round < 500; ++round) {
        std::vector<std::string> words;
        for (std::size_t i = random.below(20); i > 0; --i)
            words.push_back(random_word(random));
        const std::vector<std::string_view> texts(words.begin(), words.end());
        const auto order = bontot::detail::order_of(texts, bontot::default_memory());
        for (int i = 0; i < 5; ++i) {
            const std::string wanted = random_word(random);
            const auto first = std::find(texts.begin(), texts.end(), wanted);
            const std::string_view* const expected = first == texts.end() ? nullptr : &*first;
            BOOST_TEST(bontot::detail::find_text(texts, order, wanted) == expected);
        }
    }
}

/** Of two facts whose ids are one a part of the other the later is refused, for the first such. */
BOOST_AUTO_TEST_CASE(related_facts)
{
    const auto errors = [](const std::string& ids) {
        std::string facts;
        for (const char id : ids) {
            if (!facts.empty()) facts += ", ";
            const char* const names[] = {"a", "a.b", "a.b.c", "ab", "a.c"};
            facts += "{'id': '" + std::string(names[id - '0']) + "', 'type': 'number'}";
        }
        return bontot_test::rubric_errors(
            {.criteria = bontot_test::one_line("'score': {'formula': '1'}"), .facts = facts}
        );
    };
    BOOST_TEST(errors("34") == "");
    BOOST_TEST(errors("14") == "");
    BOOST_TEST(errors("02") == "rubric_prefix_id at /facts/1/id");
    BOOST_TEST(errors("20") == "rubric_prefix_id at /facts/1/id");
    BOOST_TEST(errors("120") == "rubric_prefix_id at /facts/1/id, rubric_prefix_id at /facts/2/id");
    BOOST_TEST(errors("00") == "reading_repeated_id at /facts/1/id");
    BOOST_TEST(errors("340") == "rubric_prefix_id at /facts/2/id");
}

BOOST_AUTO_TEST_CASE(words_of_a_page)
{
    const auto paragraph = [](const std::string& words) {
        bontot::string out;
        bontot::detail::text_page(out, false).paragraph(0, words);
        return std::string(out.begin(), out.end());
    };
    const std::string fifty(50, 'x');
    // A word wider than half a page is cut there; what is left of it goes on as the next word.
    BOOST_TEST(paragraph(fifty) == fifty + "\n");
    BOOST_TEST(paragraph(fifty + "y") == fifty + " y\n");
    BOOST_TEST(paragraph(fifty + " z") == fifty + " z\n");
    BOOST_TEST(paragraph(fifty + fifty + "y") == fifty + "\n    " + fifty + " y\n");
    BOOST_TEST(paragraph("a b") == "a b\n");
    BOOST_TEST(paragraph("") == "\n");
    // Marks have no width: a word with as many as one likes is one word.
    std::string marked = "x";
    for (int i = 0; i < 100; ++i)
        marked += "\u0301";
    BOOST_TEST(paragraph(marked) == marked + "\n");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace indexes_unit
