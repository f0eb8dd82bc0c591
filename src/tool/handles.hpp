// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_TOOL_HANDLES_HPP
#define BONTOT_TOOL_HANDLES_HPP

#include <bontot/bontot.h>

#include <cstddef>
#include <memory>
#include <string_view>

namespace bontot::tool {

template <auto Free>
struct handle_deleter
{
    template <class Object>
    void operator()(Object* object) const noexcept
    {
        Free(object);
    }
};

using error_handle = std::unique_ptr<bontot_error, handle_deleter<bontot_error_free>>;
using options_handle = std::unique_ptr<bontot_options, handle_deleter<bontot_options_free>>;
using text_handle = std::unique_ptr<bontot_text, handle_deleter<bontot_text_free>>;
using rubric_handle = std::unique_ptr<bontot_rubric, handle_deleter<bontot_rubric_free>>;
using dossier_handle = std::unique_ptr<bontot_dossier, handle_deleter<bontot_dossier_free>>;
using reference_handle = std::unique_ptr<bontot_reference, handle_deleter<bontot_reference_free>>;
using result_handle = std::unique_ptr<bontot_result, handle_deleter<bontot_result_free>>;

/** The place where a C call stores what it makes: `bontot_options_new(made(options))`.

    The handle has the object once the full expression ends.
*/
template <class Handle>
class made
{
public:
    explicit made(Handle& into) : into_(into) {}
    made(const made&) = delete;
    made& operator=(const made&) = delete;
    ~made() { into_.reset(place_); }

    operator typename Handle::pointer *() noexcept { return &place_; }

private:
    Handle& into_;
    typename Handle::pointer place_ = nullptr;
};

/** Returns a text's bytes, which live as long as the text. */
inline std::string_view view_of(const text_handle& text)
{
    std::size_t length = 0;
    const char* const data = bontot_text_data(text.get(), &length);
    return {data, length};
}

} // namespace bontot::tool

#endif
