// SPDX-License-Identifier: BSL-1.0
// What holds of everything that was read, however hostile the text. A broken promise ends the
// program.
#ifndef BONTOT_TESTS_FUZZ_PROMISES_HPP
#define BONTOT_TESTS_FUZZ_PROMISES_HPP

#include <bontot/error.hpp>
#include <bontot/text.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace fuzz {

inline void promise(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

/** Errors lie within the text, in its order, and can be told. */
inline void check_errors(const bontot::error_list& errors, std::string_view text)
{
    promise(!errors.empty(), "there is an error");
    promise(errors.size() <= 1001, "errors are capped");
    std::size_t last = 0;
    for (const bontot::diagnostic& each : errors) {
        promise(each.offset <= text.size(), "an error lies within the text");
        promise(each.offset >= last, "errors stand in the order of their places");
        promise(each.line >= 1 && each.column >= 1, "an error has a line and a column");
        last = each.offset;
        for (const auto in : {bontot::language::vi, bontot::language::en}) {
            std::string words;
            append_diagnostic(words, each, in);
            promise(!words.empty(), "an error has a sentence");
            promise(bontot::is_valid_utf8(words), "a sentence is UTF-8");
        }
    }
}

} // namespace fuzz

#endif
