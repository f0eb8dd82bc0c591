// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_TEXT_PATH_HPP
#define BONTOT_WRITE_TEXT_PATH_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>
#include <bontot/rubric.hpp>
#include <bontot/write_text.hpp>

#include <bontot/write/path_words.hpp>
#include <bontot/write/text/page.hpp>

#include <cstddef>
#include <string_view>

namespace bontot::detail {

/** Writes a path for the person who has to walk it: what to do, in numbered steps. */
class path_text
{
public:
    path_text(string& out, const path& about, const text_options& options)
        : page_(out, options.colour), about_(about), sheet_(*about.sheet), in_(options.in),
          words_(about, options.in)
    {}

    void write();

private:
    [[nodiscard]] std::string_view say(message code) const { return message_text(code, in_); }

    [[nodiscard]] string titled(message title, std::string_view words) const;

    void title(message code);

    void write_outcome();

    [[nodiscard]] string standing(const result& side) const;

    void write_steps();

    void write_step(std::size_t place, const path_step& step);

    [[nodiscard]] string name_of(const path_step& step) const;

    void write_falls();

    void write_obstacles();

    text_page page_;
    const path& about_;
    const rubric& sheet_;
    language in_;
    path_words words_;
};

} // namespace bontot::detail

#endif
