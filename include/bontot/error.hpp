// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_ERROR_HPP
#define BONTOT_ERROR_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>

#include <cstddef>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace bontot {

/** One thing that is wrong with a text that was read, and where. */
struct diagnostic
{
    message code = message{}; /**< what is wrong */
    vector<string> arguments; /**< what fills the message's places */
    string pointer;           /**< JSON Pointer (RFC 6901) of the value; "" is the whole text */
    std::size_t offset = 0;   /**< byte offset in the text, from 0 */
    std::size_t line = 0;     /**< from 1 */
    std::size_t column = 0;   /**< from 1, in code points */
    std::size_t expression_column = 0; /**< from 1, in code points, within a FEEL text; 0: none */
};

/** Everything that is wrong with a text: never empty when it is the error of a result. */
using error_list = vector<diagnostic>;

/** The outcome of reading: the thing, or all that is wrong with its text. */
template <class T>
using result_of = boost::system::result<T, error_list>;

} // namespace bontot

namespace bontot::detail {

/** Returns an argument as it is shown.

    One that begins with the byte FF names another message; one that begins
    with FE holds a Vietnamese and an English text, parted by FE. Neither byte
    can stand in a text that was read, so nobody's words pass for a marker.
*/
std::string_view argument_text(std::string_view argument, language in);

} // namespace bontot::detail

namespace bontot {

/** Appends the sentence of one diagnostic in a language, without its place. */
template <class String>
void append_diagnostic(String& out, const diagnostic& what, language in)
{
    constexpr std::size_t most = 6;
    std::string_view views[most];
    const std::size_t count = what.arguments.size() < most ? what.arguments.size() : most;
    for (std::size_t i = 0; i < count; ++i)
        views[i] = detail::argument_text(what.arguments[i], in);
    const std::size_t start = out.size();
    append_message(out, what.code, in, std::span<const std::string_view>(views, count));
    // Somebody's key may hold line breaks or terminal sequences: a message is one plain line.
    for (std::size_t i = start; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        if (byte < 0x20 || byte == 0x7F) out[i] = '?';
    }
}

/** Thrown by `.value()` of a result that holds errors. */
class reading_failed : public std::runtime_error
{
public:
    explicit reading_failed(error_list errors)
        : std::runtime_error("bontot: the text has errors"), errors_(std::move(errors))
    {}
    [[nodiscard]] const error_list& errors() const noexcept { return errors_; }

private:
    error_list errors_;
};

/** Found by Boost.System's result, through its arguments, when `.value()` meets an error. */
[[noreturn]] inline void
throw_exception_from_error(const bontot::error_list& errors, const boost::source_location&)
{
    throw bontot::reading_failed(errors);
}

} // namespace bontot

#endif
