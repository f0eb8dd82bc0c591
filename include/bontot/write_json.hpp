// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_WRITE_JSON_HPP
#define BONTOT_WRITE_JSON_HPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/result.hpp>

#include <bontot/base/text_buffer.hpp>
#include <bontot/words/kept_texts.hpp>

namespace bontot::detail {

void write_json(text_buffer& out, const result& about, language in);

} // namespace bontot::detail

namespace bontot {

/** Appends a result as JSON in the format bontot-result/1, labels and sentences in one language.

    The same result gives the same bytes on every platform.
*/
template <class String>
void append_json(String& out, const result& about, language in)
{
    detail::text_buffer text(default_memory());
    detail::write_json(text, about, in);
    out.append(text.view().data(), text.view().size());
}

/** Writes results as JSON one after the other, the same bytes as @ref append_json, and quicker.

    From the second result of a rubric on it remembers what it wrote of each line and case (@ref
    node_result::line_case), and fills in what differs. It keeps at most 4 MiB of text, forgets it
    when the rubric is another one, and once warm allocates nothing. Not thread safe.

    @par Object lifetimes
    Keeps the rubric of the last result alive.
*/
class result_writer
{
public:
    explicit result_writer(memory& source = default_memory()) : kept_(source), text_(source) {}

    /** Appends a result as JSON, labels and sentences in one language. */
    template <class String>
    void append(String& out, const result& about, language in)
    {
        write(about, in);
        out.append(text_.view().data(), text_.view().size());
    }

private:
    void write(const result& about, language in);

    detail::kept_texts kept_;
    detail::text_buffer text_;
};

} // namespace bontot

#endif
