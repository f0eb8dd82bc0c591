// SPDX-License-Identifier: BSL-1.0
// The normal form of columns: every type of cell, what is unknown, what is wrong.

#include "support/sheets.hpp"

#include <bontot/columns.hpp>

#include <bontot/table/importer.hpp>

#include <cmath>
#include <limits>

namespace column_block_unit {

namespace {

using bontot::column_type;
using bontot::fact_column;
using bontot::detail::cell_form;
using bontot::detail::decimal_cell;

/** Returns the cells of a block as text: "5", "unknown", or the code of what is wrong. */
std::string
cells_of(std::string_view fact, fact_column column, std::size_t first, std::size_t count)
{
    static const auto sheet =
        bontot_test::make_rubric({.criteria = bontot_test::one_line("'score': {'formula': 'x'}")});
    column.slot = sheet->find_fact(fact);
    bontot::memory& source = bontot::default_memory();
    bontot::detail::column_importer importer(sheet->facts[column.slot], column, source);
    std::vector<std::uint8_t> wrong(count, 0);
    importer.read(first, count, wrong.data());
    const bontot::detail::column_cells& cells = importer.cells();
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        bontot::feel::value value;
        if (cells.form == cell_form::values) value = cells.values[i];
        if (cells.form == cell_form::truths && cells.truths[i] < 2)
            value = bontot::feel::value::boolean(cells.truths[i] == 1);
        const bool is_known = cells.known == nullptr || cells.known[i] == 1;
        if (cells.form == cell_form::amounts && is_known)
            value =
                bontot::feel::value::number(bontot::number::scaled(cells.amounts[i], cells.scale));
        if (!out.empty()) out += " ";
        if (wrong[i] != 0) {
            BOOST_TEST(value.is_unknown());
            const auto fault = importer.fault_of(first + i);
            BOOST_TEST_REQUIRE(fault.has_value());
            out += message_code(fault->code);
        } else {
            BOOST_TEST(!importer.fault_of(first + i).has_value());
            append_text(out, value, sheet->names.symbols());
        }
    }
    return out;
}

template <class T>
std::string cells(std::string_view fact, column_type type, std::int32_t scale, std::vector<T> given)
{
    fact_column column;
    column.type = type;
    column.scale = scale;
    column.values = given.data();
    return cells_of(fact, column, 0, given.size());
}

/** Texts one behind the other, with their offsets. */
template <class Offset>
struct packed_texts
{
    explicit packed_texts(const std::vector<std::string_view>& texts)
    {
        for (const std::string_view each : texts) {
            characters += each;
            offsets.push_back(static_cast<Offset>(characters.size()));
        }
    }
    [[nodiscard]] fact_column column() const
    {
        fact_column out;
        out.type = sizeof(Offset) == 4 ? column_type::text32 : column_type::text64;
        out.values = offsets.data();
        out.text = characters.data();
        return out;
    }
    [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }

    std::string characters;
    std::vector<Offset> offsets{0};
};

std::string texts(std::string_view fact, const std::vector<std::string_view>& given)
{
    const packed_texts<std::int32_t> few(given);
    const packed_texts<std::int64_t> many(given);
    const std::string out = cells_of(fact, few.column(), 0, few.size());
    BOOST_TEST(cells_of(fact, many.column(), 0, many.size()) == out);
    return out;
}

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

} // namespace

BOOST_AUTO_TEST_SUITE(test_column_block)

/** n is a whole number 0..10, k 5..10, h any number 0..1, c counted from 0; x has no range. */
BOOST_AUTO_TEST_CASE(integers)
{
    using i64 = std::int64_t;
    const auto at = [](std::string_view fact, std::int32_t scale, std::vector<i64> given) {
        return cells<i64>(fact, column_type::int64, scale, std::move(given));
    };
    BOOST_TEST(at("n", 0, {0, 10, 3}) == "0 10 3");
    BOOST_TEST(
        at("n", 0, {-1, 11, most, least, 4}) ==
        "dossier_out_of_range dossier_out_of_range dossier_out_of_range dossier_out_of_range 4"
    );
    BOOST_TEST(
        at("n", 2, {100, 150, 1000, 1001}) == "1 dossier_not_integer 10 dossier_out_of_range"
    );
    BOOST_TEST(
        at("h", 3, {0, 1000, 125, 1001, -1}) ==
        "0 1 0.125 dossier_out_of_range dossier_out_of_range"
    );
    BOOST_TEST(
        at("c", 0, {most, 0, -1, least}) ==
        "9223372036854775807 0 dossier_below_range dossier_below_range"
    );
    BOOST_TEST(at("x", 1, {most, least, 5}) == "922337203685477580.7 -922337203685477580.8 0.5");
    BOOST_TEST(at("x", 38, {1}) == "0.00000000000000000000000000000000000001");
    BOOST_TEST(at("h", 38, {most}) == "0.00000000000000000009223372036854775807");
    BOOST_TEST(at("n", 38, {0, 1}) == "0 dossier_not_integer");
    BOOST_TEST(at("n", 18, {1000000000000000000, 1}) == "1 dossier_not_integer");
}

BOOST_AUTO_TEST_CASE(narrower_and_unsigned_integers)
{
    BOOST_TEST(cells<std::int8_t>("x", column_type::int8, 0, {-128, 127}) == "-128 127");
    BOOST_TEST(cells<std::uint8_t>("x", column_type::uint8, 0, {255, 0}) == "255 0");
    BOOST_TEST(cells<std::int16_t>("x", column_type::int16, 1, {-32768, 1}) == "-3276.8 0.1");
    BOOST_TEST(cells<std::uint16_t>("x", column_type::uint16, 0, {65535}) == "65535");
    BOOST_TEST(cells<std::int32_t>("x", column_type::int32, 0, {-5, 7}) == "-5 7");
    BOOST_TEST(
        cells<std::int32_t>("n", column_type::int32, 0, {-5, 7}) == "dossier_out_of_range 7"
    );
    BOOST_TEST(cells<std::uint32_t>("x", column_type::uint32, 0, {4294967295U}) == "4294967295");
    constexpr std::uint64_t large = std::numeric_limits<std::uint64_t>::max();
    BOOST_TEST(
        cells<std::uint64_t>("x", column_type::uint64, 0, {1, large}) == "1 18446744073709551615"
    );
    BOOST_TEST(
        cells<std::uint64_t>("n", column_type::uint64, 0, {1, large}) == "1 dossier_out_of_range"
    );
}

BOOST_AUTO_TEST_CASE(decimals_of_128_bits)
{
    const auto at = [](std::string_view fact, std::int32_t scale, std::vector<decimal_cell> given) {
        return cells<decimal_cell>(fact, column_type::decimal128, scale, std::move(given));
    };
    const auto small = [](std::int64_t amount) {
        return decimal_cell{static_cast<std::uint64_t>(amount), amount < 0 ? -1 : 0};
    };
    BOOST_TEST(
        at("x", 1, {small(583), small(-583), small(0), small(least)}) ==
        "58.3 -58.3 0 -922337203685477580.8"
    );
    BOOST_TEST(
        at("n", 1, {small(50), small(55), small(-10)}) ==
        "5 dossier_not_integer dossier_out_of_range"
    );
    // 2^64 and -2^64, which have the digits of no 64 bits; then all are read as values.
    BOOST_TEST(
        at("x", 0, {{0, 1}, {0, -1}, small(7)}) == "18446744073709551616 -18446744073709551616 7"
    );
    BOOST_TEST(at("x", 0, {{std::uint64_t{1} << 63U, 0}}) == "9223372036854775808");
    BOOST_TEST(at("n", 0, {{0, 1}, small(7)}) == "dossier_out_of_range 7");
    // 10^34 - 1 is 0x1ED09BEAD87C0378D8E63FFFFFFFF.
    BOOST_TEST(at("x", 34, {{0x378D8E63FFFFFFFF, 0x1ED09BEAD87C0}}) == "0." + std::string(34, '9'));
    BOOST_TEST(at("x", 0, {{0x378D8E6400000000, 0x1ED09BEAD87C0}}) == "columns_too_long");
    BOOST_TEST(at("x", 0, {{0, std::numeric_limits<std::int64_t>::min()}}) == "columns_too_long");
}

BOOST_AUTO_TEST_CASE(doubles)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto at = [](std::string_view fact, std::int32_t scale, std::vector<double> given) {
        return cells<double>(fact, column_type::float64, scale, std::move(given));
    };
    BOOST_TEST(at("x", 1, {58.3, -0.1, 0.0, -0.0, 1e14}) == "58.3 -0.1 0 0 100000000000000");
    BOOST_TEST(at("x", 1, {0.25}) == "columns_not_decimal");
    BOOST_TEST(at("x", 2, {0.25, 0.1 + 0.2}) == "0.25 columns_not_decimal");
    BOOST_TEST(at("x", 0, {1.5, 2}) == "columns_not_decimal 2");
    BOOST_TEST(
        at("x", 1, {nan, infinity, -infinity, 7}) ==
        "columns_not_decimal columns_not_decimal columns_not_decimal 7"
    );
    // Sixteen digits and more: 0.1 is nearest to the decimal that is written so; 123.456 is not;
    // 2^60 is exact.
    BOOST_TEST(at("x", 15, {0.1, 123.456}) == "0.1 123.456000000000003");
    BOOST_TEST(
        at("x", 0, {1152921504606846976.0, 9007199254740993.0}) ==
        "1152921504606846976 9007199254740992"
    );
    BOOST_TEST(at("x", 1, {900719925474099.3}) == "columns_not_decimal"); // as near to .2
    BOOST_TEST(at("x", 1, {900719925474099.5}) == "900719925474099.5");
    BOOST_TEST(at("x", 2, {9007199254740993.25}) == "9007199254740994");
    BOOST_TEST(
        at("x", 0, {9223372036854775808.0, -9223372036854775808.0, 1e300}) ==
        "columns_not_decimal columns_not_decimal columns_not_decimal"
    );
    BOOST_TEST(
        at("n", 1, {10, 10.5, -3, 2.5}) ==
        "10 dossier_out_of_range dossier_out_of_range dossier_not_integer"
    );
    BOOST_TEST(at("h", 15, {0.3, 1.0000000000000002}) == "0.3 columns_not_decimal");
}

BOOST_AUTO_TEST_CASE(floats)
{
    const auto at = [](std::string_view fact, std::int32_t scale, std::vector<float> given) {
        return cells<float>(fact, column_type::float32, scale, std::move(given));
    };
    BOOST_TEST(at("x", 1, {58.3F, -0.1F, 0.25F}) == "58.3 -0.1 columns_not_decimal");
    BOOST_TEST(
        at("x", 2, {0.25F, std::numeric_limits<float>::infinity()}) == "0.25 columns_not_decimal"
    );
    BOOST_TEST(at("x", 15, {0.1F}) == "0.100000001490116"); // its nearest with so many decimals
    BOOST_TEST(at("n", 0, {11, 3}) == "dossier_out_of_range 3");
}

BOOST_AUTO_TEST_CASE(truths)
{
    BOOST_TEST(
        cells<std::uint8_t>("flag", column_type::boolean_bytes, 0, {0, 1, 255}) == "false true true"
    );
    // 0x35 is 1 0 1 0 1 1 0 0 from the least significant on, 0x02 is 0 1.
    const std::uint8_t bits[] = {0x35, 0x02};
    fact_column column;
    column.type = column_type::boolean_bits;
    column.values = bits;
    BOOST_TEST(
        cells_of("flag", column, 0, 10) == "true false true false true true false false false true"
    );
    column.offset = 2;
    BOOST_TEST(cells_of("flag", column, 1, 7) == "false true true false false false true");
}

BOOST_AUTO_TEST_CASE(words_choices_and_days)
{
    BOOST_TEST(texts("word", {"a", "", "bc"}) == "a  bc");
    // E and a combining circumflex become one letter.
    BOOST_TEST(texts("word", {"E\xCC\x82", "\xC3\x90"}) == "\xC3\x8A \xC4\x90");
    BOOST_TEST(texts("word", {"\xFF", "ok"}) == "json_not_utf8 ok");
    BOOST_TEST(
        texts("level", {"low", "high", "lo", ""}) ==
        "low high dossier_unknown_choice dossier_unknown_choice"
    );
    BOOST_TEST(
        texts("day", {"2026-02-28", "2026-02-29", "12026-01-01", ""}) ==
        "2026-02-28 reading_bad_date reading_bad_date reading_bad_date"
    );
    // 2000-02-29 is day 11016; year 1 begins 719162 days before 1970, year 10000 2932897 after.
    BOOST_TEST(
        cells<std::int32_t>("day", column_type::date32, 0, {0, 11016, -719162, 2932896}) ==
        "1970-01-01 2000-02-29 0001-01-01 9999-12-31"
    );
    BOOST_TEST(
        cells<std::int32_t>("day", column_type::date32, 0, {-719163, 2932897, 2147483647}) ==
        "reading_bad_date reading_bad_date reading_bad_date"
    );
}

BOOST_AUTO_TEST_CASE(broken_offsets)
{
    const std::int32_t offsets[] = {0, 3, 1, 1, -4};
    fact_column column;
    column.type = column_type::text32;
    column.values = offsets;
    column.text = "abc";
    BOOST_TEST(cells_of("word", column, 0, 4) == "abc columns_bad_offsets  columns_bad_offsets");
    column.text = nullptr;
    BOOST_TEST(cells_of("word", column, 0, 3) == "columns_bad_offsets columns_bad_offsets ");
}

BOOST_AUTO_TEST_CASE(dictionaries)
{
    const packed_texts<std::int32_t> words({"zero", "low", "high", "2026-01-31"});
    fact_column dictionary = words.column();
    dictionary.offset = 1;
    const std::int8_t indices[] = {0, 1, 2, 3, -1};
    fact_column column;
    column.type = column_type::int8;
    column.values = indices;
    column.dictionary = &dictionary;
    column.dictionary_size = 3;
    BOOST_TEST(
        cells_of("level", column, 0, 5) ==
        "low high dossier_unknown_choice columns_bad_index columns_bad_index"
    );
    BOOST_TEST(cells_of("day", column, 2, 1) == "2026-01-31");
    const std::uint8_t valid[] = {0x0B}; // not "high"
    dictionary.valid_bits = valid;
    BOOST_TEST(cells_of("level", column, 0, 2) == "low unknown");
}

BOOST_AUTO_TEST_CASE(no_values_at_all)
{
    for (const char* const fact : {"n", "flag", "day", "word", "level"})
        BOOST_TEST(cells_of(fact, fact_column(), 0, 3) == "unknown unknown unknown", fact);
}

/** What is not valid is unknown, whatever stands in the cell, however many cells come before. */
BOOST_AUTO_TEST_CASE(validity)
{
    constexpr std::size_t count = 70;
    std::vector<std::int64_t> numbers;
    std::vector<double> doubles;
    std::vector<std::uint8_t> bits((count + 7) / 8, 0);
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_valid = i % 3 != 1 || i > 40;
        numbers.push_back(is_valid ? static_cast<std::int64_t>(i % 11) : 99);
        doubles.push_back(is_valid ? static_cast<double>(i % 11) : std::nan(""));
        bytes.push_back(is_valid ? 7 : 0);
        if (is_valid) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1U << (i % 8));
    }
    for (std::size_t offset = 0; offset < 20; ++offset) {
        for (std::size_t first = 0; first < 3; ++first) {
            const std::size_t rows = count - offset - first;
            std::string wanted;
            for (std::size_t i = offset + first; i < count; ++i) {
                if (!wanted.empty()) wanted += " ";
                wanted += bytes[i] != 0 ? std::to_string(numbers[i]) : "unknown";
            }
            fact_column column;
            column.offset = offset;
            column.type = column_type::int64;
            column.values = numbers.data();
            column.valid_bits = bits.data();
            BOOST_TEST(cells_of("n", column, first, rows) == wanted);
            column.type = column_type::float64;
            column.values = doubles.data();
            BOOST_TEST(cells_of("n", column, first, rows) == wanted);
            column.valid_bits = nullptr;
            column.valid_bytes = bytes.data();
            BOOST_TEST(cells_of("n", column, first, rows) == wanted);
        }
    }
}

/** A column in normal form is used where it is; another one is copied, with amounts in range. */
BOOST_AUTO_TEST_CASE(copies)
{
    const auto sheet =
        bontot_test::make_rubric({.criteria = bontot_test::one_line("'score': {'formula': 'x'}")});
    const std::uint32_t slot = sheet->find_fact("k"); // 5..10
    std::int64_t given[] = {5, 10, 7, 5, 10, 7, 5, 10};
    fact_column column;
    column.slot = slot;
    column.type = column_type::int64;
    column.values = given;
    bontot::detail::column_importer importer(sheet->facts[slot], column, bontot::default_memory());
    std::uint8_t wrong[8] = {};
    importer.read(0, 8, wrong);
    BOOST_TEST(importer.cells().amounts == given);
    BOOST_TEST(importer.cells().known == nullptr);
    BOOST_TEST((importer.cells().form == cell_form::amounts));
    given[2] = 4;
    importer.read(0, 8, wrong);
    BOOST_TEST(importer.cells().amounts != given);
    BOOST_TEST(importer.cells().amounts[1] == 10);
    BOOST_TEST(importer.cells().amounts[2] == 5);
    BOOST_TEST(int{importer.cells().known[1]} == 1);
    BOOST_TEST(int{importer.cells().known[2]} == 0);
    BOOST_TEST(int{wrong[2]} == 1);
    BOOST_TEST(importer.fault_count() == 1U);
    BOOST_TEST(given[2] == 4);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace column_block_unit
