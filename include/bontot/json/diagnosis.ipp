// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_DIAGNOSIS_IPP
#define BONTOT_JSON_DIAGNOSIS_IPP

#include <bontot/error.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/number.hpp>

#include <bontot/base/utf8.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/text_places.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <numeric>
#include <string_view>
#include <utility>

namespace bontot::detail {

std::string_view shown(std::string_view text)
{
    constexpr std::size_t most = 60;
    return cut_between_letters(text, most);
}

diagnostic&
diagnosis::add(message code, std::uint32_t at, std::initializer_list<std::string_view> arguments)
{
    diagnostic& added = add_at(code, (*document_)[at].offset, arguments);
    if (errors_.size() <= most_errors) added.pointer = document_->pointer(at);
    return added;
}

diagnostic& diagnosis::add_key(
    message code, std::uint32_t at, std::initializer_list<std::string_view> arguments
)
{
    diagnostic& added = add(code, at, arguments);
    added.offset = (*document_)[at].key_offset;
    return added;
}

diagnostic& diagnosis::add_at(
    message code, std::size_t offset, std::initializer_list<std::string_view> arguments
)
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

error_list diagnosis::take(std::string_view text)
{
    sort();
    if (text.data() == nullptr) return std::move(errors_);
    text_places places(text);
    for (diagnostic& each : errors_)
        places.find(each);
    return std::move(errors_);
}

void diagnosis::sort()
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

} // namespace bontot::detail

#endif
