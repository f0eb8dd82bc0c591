// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_FACT_READING_HPP
#define BONTOT_RUBRIC_FACT_READING_HPP

#include <bontot/arena.hpp>
#include <bontot/date.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Reads values of a rubric's facts: what dossiers and references share. */
class fact_reading : public json_reading
{
protected:
    fact_reading(const json_document& document, diagnosis& found, const rubric& sheet, arena& store)
        : json_reading(document, found), sheet_(sheet), store_(store), scratch_(store.source())
    {}

    feel::value fact_value(std::uint32_t at, const fact_spec& fact);
    feel::value number_value(std::uint32_t at, const fact_spec& fact);
    feel::value text_value(std::uint32_t at, const fact_spec& fact);
    void unknown_fact(std::uint32_t at, const vector<fact_spec>& facts);

    void read_format(std::uint32_t at, std::string_view wanted);
    std::string_view kept_text(std::uint32_t at);
    std::string_view normalized(std::string_view text);
    std::string_view text_of(std::uint32_t object, std::string_view key);
    std::string_view required_text(std::uint32_t object, std::string_view key);
    std::optional<date> known_date_of(std::uint32_t object, std::string_view key);

    template <class T>
    vector<T> list_of() const
    {
        return vector<T>(allocator<T>(store_.source()));
    }

    const rubric& sheet_;
    arena& store_;

private:
    string scratch_;
};

} // namespace bontot::detail

#endif
