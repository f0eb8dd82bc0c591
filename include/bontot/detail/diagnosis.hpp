// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_DETAIL_DIAGNOSIS_HPP
#define BONTOT_DETAIL_DIAGNOSIS_HPP

#include <bontot/error.hpp>
#include <bontot/text.hpp>

#include <bontot/detail/json_document.hpp>
#include <bontot/detail/text_places.hpp>
#include <bontot/detail/utf8.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <numeric>

namespace bontot::detail {

/** Shortens what a message shows of somebody's text: an id of 10,000 characters fills no screen. */
inline std::string_view shown(std::string_view text)
{
    constexpr std::size_t most = 60;
    return cut_between_letters(text, most);
}

/** Collects what is wrong with one text, and at the end says where in lines and columns. */
class diagnosis
{
public:
    explicit diagnosis(memory& source) : errors_(allocator<diagnostic>(source)) {}

    /** Tells which document the values are of; before it, only places in the text are known. */
    void look_at(const json_document& document) { document_ = &document; }

    /** Adds a fault of a value. */
    diagnostic&
    add(message code, std::uint32_t at, std::initializer_list<std::string_view> arguments = {})
    {
        diagnostic& added = add_at(code, (*document_)[at].offset, arguments);
        if (errors_.size() <= most_errors) added.pointer = document_->pointer(at);
        return added;
    }

    /** Adds a fault of a member's name. */
    diagnostic&
    add_key(message code, std::uint32_t at, std::initializer_list<std::string_view> arguments = {})
    {
        diagnostic& added = add(code, at, arguments);
        added.offset = (*document_)[at].key_offset;
        return added;
    }

    /** Adds a fault at a byte of the text. */
    diagnostic&
    add_at(message code, std::size_t offset, std::initializer_list<std::string_view> arguments)
    {
        if (errors_.size() > most_errors) return overflow_;
        if (errors_.size() == most_errors) {
            code = message::reading_more_errors;
            offset = static_cast<std::size_t>(-1); // stands last
        }
        const memory_ref where{errors_.get_allocator()};
        diagnostic added{code, vector<string>(where), string(where), offset, 0, 0, 0};
        for (const std::string_view each : arguments)
            added.arguments.emplace_back(each, where);
        errors_.push_back(std::move(added));
        return errors_.back();
    }

    /** Returns whether further faults are only counted, so that nothing need be found out for them.
     */
    [[nodiscard]] bool is_full() const { return errors_.size() > most_errors; }

    [[nodiscard]] bool empty() const { return errors_.empty(); }
    [[nodiscard]] std::size_t size() const { return errors_.size(); }

    /** Returns the faults in the order of their places, each with its line and column.

        Without a text (one whose data is null) there are no lines, and they stay 0.
    */
    [[nodiscard]] error_list take(std::string_view text)
    {
        sort();
        if (text.data() == nullptr) return std::move(errors_);
        text_places places(text);
        for (diagnostic& each : errors_)
            places.find(each);
        return std::move(errors_);
    }

private:
    using memory_ref = allocator<char>;

    /** Sorts what was added by place, and by when it was added where places are the same.

        Numbers are sorted in place of the faults: std::stable_sort of those is much code.
    */
    void sort()
    {
        if (errors_.size() < 2) return;
        const memory_ref where{errors_.get_allocator()};
        vector<std::uint32_t> order(errors_.size(), 0, where);
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return errors_[a].offset != errors_[b].offset ? errors_[a].offset < errors_[b].offset
                                                          : a < b;
        });
        error_list sorted(where);
        sorted.reserve(errors_.size());
        for (const std::uint32_t at : order)
            sorted.push_back(std::move(errors_[at]));
        errors_ = std::move(sorted);
    }

    static constexpr std::size_t most_errors = 1000;

    error_list errors_;
    diagnostic overflow_;
    const json_document* document_ = nullptr;
};

} // namespace bontot::detail

#endif
