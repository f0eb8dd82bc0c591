// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_DIAGNOSIS_HPP
#define BONTOT_JSON_DIAGNOSIS_HPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <bontot/json/document.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace bontot::detail {

/** Shortens what a message shows of somebody's text: an id of 10,000 characters fills no screen. */
std::string_view shown(std::string_view text);

/** Collects what is wrong with one text, and at the end says where in lines and columns. */
class diagnosis
{
public:
    explicit diagnosis(memory& source) : errors_(allocator<diagnostic>(source)) {}

    /** Tells which document the values are of; before it, only places in the text are known. */
    void look_at(const json_document& document) { document_ = &document; }

    /** Adds a fault of a value. */
    diagnostic&
    add(message code, std::uint32_t at, std::initializer_list<std::string_view> arguments = {});

    /** Adds a fault of a member's name. */
    diagnostic&
    add_key(message code, std::uint32_t at, std::initializer_list<std::string_view> arguments = {});

    /** Adds a fault at a byte of the text. */
    diagnostic&
    add_at(message code, std::size_t offset, std::initializer_list<std::string_view> arguments);

    /** Returns whether further faults are only counted, so that nothing need be found out for them.
     */
    [[nodiscard]] bool is_full() const { return errors_.size() > most_errors; }

    [[nodiscard]] bool empty() const { return errors_.empty(); }
    [[nodiscard]] std::size_t size() const { return errors_.size(); }

    /** Returns the faults in the order of their places, each with its line and column.

        Without a text (one whose data is null) there are no lines, and they stay 0.
    */
    [[nodiscard]] error_list take(std::string_view text);

private:
    using memory_ref = allocator<char>;

    /** Sorts what was added by place, and by when it was added where places are the same.

        Numbers are sorted in place of the faults: std::stable_sort of those is much code.
    */
    void sort();

    static constexpr std::size_t most_errors = 1000;

    error_list errors_;
    diagnostic overflow_;
    const json_document* document_ = nullptr;
};

} // namespace bontot::detail

#endif
