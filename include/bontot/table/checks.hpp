// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TABLE_CHECKS_HPP
#define BONTOT_TABLE_CHECKS_HPP

#include <bontot/columns.hpp>
#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>

#include <bontot/json/diagnosis.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace bontot::detail {

/** Some rows of a table, one after the other. */
struct row_range
{
    std::size_t first = 0;
    std::size_t count = 0;
};

/** Finds what is wrong with a table as such, whatever its rows hold. */
class table_checker
{
public:
    table_checker(const rubric& sheet, memory& source) : sheet_(sheet), faults_(source) {}

    [[nodiscard]] error_list
    check(const fact_table& table, const row_range& rows, const column_outputs& out);

private:
    void
    tell(std::string_view pointer, message code, std::initializer_list<std::string_view> arguments)
    {
        faults_.add_at(code, 0, arguments).pointer = string(pointer);
    }

    [[nodiscard]] static bool is_aligned(const void* place, std::size_t size)
    {
        return reinterpret_cast<std::uintptr_t>(place) % size == 0;
    }

    template <class T>
    void check_output(std::string_view pointer, std::initializer_list<T*> arrays)
    {
        for (const T* each : arrays) {
            if (!is_aligned(each, alignof(T)))
                tell(pointer, message::api_bad_argument, {pointer.substr(1)});
        }
    }

    void check_scale(std::string_view pointer, std::int32_t scale, std::int32_t most);

    void check_column(std::span<const fact_column> columns, std::size_t at);

    void check_data(std::string_view place, const fact_spec& fact, const fact_column& column);

    void check_offset(std::string_view place, const fact_spec& fact, const fact_column& column);

    [[nodiscard]] static bool is_whole_dictionary(const fact_column& texts);

    [[nodiscard]] static bool is_text(column_type type)
    {
        return type == column_type::text32 || type == column_type::text64;
    }

    [[nodiscard]] static bool is_of_type(const fact_spec& fact, const fact_column& column);

    [[nodiscard]] static std::size_t alignment_of(column_type type);

    const rubric& sheet_;
    diagnosis faults_;
    row_range rows_;
};

} // namespace bontot::detail

#endif
