// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_HPP
#define BONTOT_WRITE_TEXT_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>

#include <bontot/base/append_through.hpp>

#include <cstdint>

namespace bontot {

/** How a result is laid out as text. */
struct text_options
{
    language in = language::vi;
    bool colour = false; /**< ANSI colours; only sensible on a terminal */
};

} // namespace bontot

namespace bontot::detail {

void write_missing(string& out, const result& about, const missing_item& item, language in);
void write_reason(string& out, const result& about, std::uint32_t node, language in);
void write_text(string& out, const result& about, const text_options& options);

} // namespace bontot::detail

namespace bontot {

/** Appends why a node has its points: its reasons, one sentence after the other. */
template <class String>
void append_reason(String& out, const result& about, std::uint32_t node, language in)
{
    detail::append_through(out, [&](string& text) { detail::write_reason(text, about, node, in); });
}

/** Appends what people call something that a dossier lacks, an item of @ref result::missing. */
template <class String>
void append_missing(String& out, const result& about, const missing_item& item, language in)
{
    detail::append_through(out, [&](string& text) {
        detail::write_missing(text, about, item, in);
    });
}

/** Appends a result as text for people, at most 100 columns wide. */
template <class String>
void append_text(String& out, const result& about, const text_options& options)
{
    detail::append_through(out, [&](string& text) { detail::write_text(text, about, options); });
}

} // namespace bontot

#endif
