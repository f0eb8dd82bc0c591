// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_JSON_BUILDER_IPP
#define BONTOT_JSON_BUILDER_IPP

#include <bontot/message.hpp>
#include <bontot/number.hpp>
#include <bontot/text.hpp>

#include <bontot/json/builder.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/parse.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bontot::detail {

json_builder::json_builder(json_document& out, std::string_view source, std::size_t most_values)
    : out_(out), source_(source), pending_(out.nodes_.get_allocator()),
      order_(out.nodes_.get_allocator()), repeated_(out.nodes_.get_allocator()),
      most_values_(most_values)
{
    out_.source_ = source;
    if (has_byte_order_mark(source)) cursor_ = 3;
}

bool json_builder::on_object_end(std::size_t count, error_code&)
{
    find_repeated(open_);
    return close(count);
}

bool json_builder::on_key(string_view part, std::size_t, error_code&)
{
    if (is_in_source(part)) {
        key_offset_ = offset_of(part) - 1;
        cursor_ = std::size_t{key_offset_} + part.size() + 2;
        key_ = {part.data(), part.size()};
        return true;
    }
    gather(part);
    key_offset_ = next_token();
    skip_text();
    key_ = out_.texts_.copy(std::string_view(pending_));
    pending_.clear();
    return true;
}

bool json_builder::on_string(string_view part, std::size_t, error_code& ec)
{
    if (is_in_source(part)) {
        cursor_ = offset_of(part) - 1;
        if (!add(json_kind::text, ec)) return false;
        cursor_ += part.size() + 2;
        out_.nodes_.back().text = {part.data(), part.size()};
        return true;
    }
    gather(part);
    if (!add(json_kind::text, ec)) return false;
    skip_text();
    out_.nodes_.back().text = out_.texts_.copy(std::string_view(pending_));
    pending_.clear();
    return true;
}

bool json_builder::on_bool(bool value, error_code& ec)
{
    if (!add(json_kind::boolean, ec)) return false;
    out_.nodes_.back().boolean = value;
    cursor_ += value ? 4 : 5;
    return true;
}

bool json_builder::on_null(error_code& ec)
{
    if (!add(json_kind::null, ec)) return false;
    cursor_ += 4;
    return true;
}

void json_builder::cut_off()
{
    drop_last_number();
    if (depth_ == 0) return;
    const auto size = out_.size();
    for (std::uint32_t i = open_; size > 0; i = out_.nodes_[i].parent) {
        out_.nodes_[i].end = size;
        out_.nodes_[i].cut_off = true;
        if (out_.nodes_[i].kind == json_kind::object) find_repeated(i);
        if (i == 0) break;
    }
}

bool json_builder::is_in_source(string_view part) const
{
    const std::less_equal<const char*> not_after;
    return pending_.empty() && not_after(source_.data() + 1, part.data()) &&
           not_after(part.data() + part.size(), source_.data() + source_.size());
}

bool json_builder::gather(string_view part)
{
    pending_.append(part.data(), part.size());
    return true;
}

std::uint32_t json_builder::next_token()
{
    const auto is_between = [](char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ':' ||
               c == ']' || c == '}';
    };
    while (cursor_ < source_.size() && is_between(source_[cursor_]))
        ++cursor_;
    return static_cast<std::uint32_t>(cursor_);
}

void json_builder::skip_text()
{
    for (++cursor_; cursor_ < source_.size() && source_[cursor_] != '"'; ++cursor_) {
        if (source_[cursor_] == '\\') ++cursor_;
    }
    ++cursor_;
}

bool json_builder::add(json_kind kind, error_code& ec)
{
    if (out_.nodes_.size() >= most_values_) {
        too_many_ = true;
        ec = boost::json::error::input_error;
        return false;
    }
    const std::uint32_t index = out_.size();
    const std::uint32_t offset = next_token();
    const std::uint32_t position = index > 0 ? out_.nodes_[open_].count++ : 0;
    out_.nodes_.push_back(json_node{
        key_, {}, offset, key_offset_, open_, index + 1, 0, position, kind, false, false});
    key_ = {};
    return true;
}

bool json_builder::open(json_kind kind, error_code& ec)
{
    if (!add(kind, ec)) return false;
    open_ = out_.size() - 1;
    ++cursor_;
    ++depth_;
    return true;
}

bool json_builder::close(std::size_t)
{
    json_node& node = out_.nodes_[open_];
    node.end = out_.size();
    open_ = node.parent;
    --depth_;
    return true;
}

bool json_builder::number(string_view part, error_code& ec)
{
    if (part.data() + part.size() == source_.data() + source_.size() || !is_in_source(part)) {
        return number_at_cursor(ec);
    }
    cursor_ = offset_of(part);
    if (!add(json_kind::number, ec)) return false;
    cursor_ += part.size();
    out_.nodes_.back().text = {part.data(), part.size()};
    return true;
}

bool json_builder::number_at_cursor(error_code& ec)
{
    if (!add(json_kind::number, ec)) return false;
    const std::size_t start = cursor_;
    const std::string_view digits = "+-.eE0123456789";
    while (cursor_ < source_.size() && digits.find(source_[cursor_]) != digits.npos)
        ++cursor_;
    out_.nodes_.back().text = source_.substr(start, cursor_ - start);
    return true;
}

void json_builder::drop_last_number()
{
    if (depth_ == 0 || out_.nodes_.empty()) return;
    const json_node& last = out_.nodes_.back();
    const bool is_open_ended =
        last.kind == json_kind::number && last.offset + last.text.size() == source_.size();
    if (!is_open_ended) return;
    --out_.nodes_[last.parent].count;
    out_.nodes_.pop_back();
}

void json_builder::find_repeated(std::uint32_t object)
{
    const std::uint32_t size = out_.size();
    if (is_ascending(object)) return;
    order_.clear();
    for (std::uint32_t i = object + 1; i < size; i = out_.nodes_[i].end)
        order_.push_back(i);
    if (order_.size() <= most_paired) {
        pair_repeated();
        return;
    }
    const auto earlier = [this](std::uint32_t a, std::uint32_t b) {
        const int order = out_.nodes_[a].key.compare(out_.nodes_[b].key);
        return order != 0 ? order < 0 : a < b;
    };
    std::sort(order_.begin(), order_.end(), earlier);
    for (std::size_t i = 1; i < order_.size(); ++i) {
        const bool same = out_.nodes_[order_[i]].key == out_.nodes_[order_[i - 1]].key;
        if (same) repeated_.push_back(order_[i]);
    }
}

bool json_builder::is_ascending(std::uint32_t object) const
{
    const std::uint32_t size = out_.size();
    std::uint32_t last = object + 1;
    if (last >= size) return true;
    for (std::uint32_t i = out_.nodes_[last].end; i < size; i = out_.nodes_[i].end) {
        if (out_.nodes_[i].key <= out_.nodes_[last].key) return false;
        last = i;
    }
    return true;
}

void json_builder::pair_repeated()
{
    for (std::size_t i = 1; i < order_.size(); ++i) {
        const std::string_view key = out_.nodes_[order_[i]].key;
        for (std::size_t j = 0; j < i; ++j) {
            if (out_.nodes_[order_[j]].key != key) continue;
            repeated_.push_back(order_[i]);
            break;
        }
    }
}

void diagnose_syntax(
    diagnosis& faults, std::string_view source, std::size_t offset, boost::json::error_code ec,
    std::size_t most_depth
)
{
    const std::size_t near = std::min(offset + 4, source.size());
    const std::size_t before = offset > 4 ? offset - 4 : 0;
    bool is_ascii = true;
    for (std::size_t i = before; i < near; ++i) {
        is_ascii = is_ascii && static_cast<unsigned char>(source[i]) < 0x80;
    }
    if (!is_ascii && !is_valid_utf8(source.substr(0, near)) && !is_valid_utf8(source)) {
        faults.add_at(message::json_not_utf8, offset, {});
    } else if (ec == boost::json::error::incomplete) {
        faults.add_at(message::json_incomplete, source.size(), {});
    } else if (ec == boost::json::error::too_deep) {
        faults.add_at(message::json_too_deep, offset, {std::to_string(most_depth)});
    } else if (ec == boost::json::error::exponent_overflow) {
        faults.add_at(message::json_number_range, offset, {});
    } else if (ec == boost::json::error::extra_data) {
        faults.add_at(message::json_extra_data, offset, {});
    } else if (source.empty()) {
        faults.add_at(message::json_incomplete, 0, {});
    } else {
        const std::string_view found = source.substr(offset, 1);
        const bool is_shown = !found.empty() && found[0] > ' ' && found[0] < 0x7f;
        faults.add_at(message::json_syntax, offset, {is_shown ? found : "?"});
    }
}

bool parse_json(
    json_document& out, std::string_view source, const json_limits& limits, diagnosis& faults
)
{
    if (source.size() > limits.bytes || source.size() >= 0xFFFFFFFFU) {
        const std::string most = std::to_string(limits.bytes);
        faults.add_at(message::json_too_large, 0, {most});
        return false;
    }
    // Windows editors put a byte order mark before UTF-8; it says nothing and is passed over.
    const std::size_t start = json_builder::has_byte_order_mark(source) ? 3 : 0;
    boost::json::parse_options options;
    options.max_depth = limits.depth;
    boost::json::basic_parser<json_builder> parser(options, out, source, limits.values);
    json_builder& builder = parser.handler();
    boost::json::error_code ec;
    std::size_t read =
        start + parser.write_some(false, source.data() + start, source.size() - start, ec);
    if (!ec) {
        read = std::min(source.find_first_not_of(" \n\r\t", read), source.size());
        if (read < source.size()) ec = boost::json::error::extra_data;
    }
    faults.look_at(out);
    if (ec) {
        if (builder.too_many()) {
            faults.add_at(message::json_too_many, builder.place_of_too_many(), {});
        } else {
            diagnose_syntax(faults, source, read, ec, limits.depth);
        }
        builder.cut_off();
    }
    for (const std::uint32_t each : builder.repeated()) {
        faults.add_key(message::json_repeated_key, each, {shown(out[each].key)});
    }
    return out.size() > 0;
}

} // namespace bontot::detail

#endif
