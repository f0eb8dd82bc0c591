// SPDX-License-Identifier: BSL-1.0
// The one barrier between C++ and C: nothing passes it but a status.
#ifndef BONTOT_C_API_GUARD_HPP
#define BONTOT_C_API_GUARD_HPP

#include "handles.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bontot::c_api {

/** Leaves a call with a status other than BONTOT_OK and the entries that explain it. */
struct refusal
{
    bontot_status status;
    error_list errors;
};

/** Renders the entries of an error object. */
[[nodiscard]] vector<error_entry> entries_of(const error_list& errors);

/** Makes the error object; when memory is out, there is none. */
void store_error(bontot_error** error, const error_list& errors) noexcept;

/** Returns one fault without a place. */
[[nodiscard]] error_list one_fault(message code, std::initializer_list<std::string_view> arguments);

[[noreturn]] void
refuse(bontot_status status, message code, std::initializer_list<std::string_view> arguments);

/** Refuses what somebody wrote when something is wrong with it. */
inline void accept(error_list errors)
{
    if (!errors.empty()) throw refusal{BONTOT_BAD_INPUT, std::move(errors)};
}

/** Refuses an index. BONTOT_NONE, what a search gives that found nothing, is told by its name. */
[[noreturn]] inline void refuse_index(message code, std::size_t index)
{
    const std::string text = index == BONTOT_NONE ? "BONTOT_NONE" : std::to_string(index);
    refuse(BONTOT_NOT_FOUND, code, {text});
}

/** Refuses an argument that must not be NULL. */
inline void require(const void* argument, std::string_view name)
{
    if (argument == nullptr) refuse(BONTOT_MISUSE, message::api_null, {name});
}

/** Returns whether so many bytes can stand at a place. No object is longer than PTRDIFF_MAX, so a
    length of -1 that became a size_t is none. */
inline bool can_be_text(const char* text, std::size_t length) noexcept
{
    return length == 0 || (text != nullptr && length <= PTRDIFF_MAX);
}

/** Makes a view of a text that came in. A length that can be none, such as -1, is refused. */
inline std::string_view text_in(const char* text, std::size_t length, std::string_view name)
{
    if (length == 0) return std::string_view("");
    require(text, name);
    if (!can_be_text(text, length)) refuse(BONTOT_MISUSE, message::api_bad_argument, {name});
    return {text, length};
}

/** Makes a view of a text that need not be given; nothing when it is NULL. */
inline std::optional<std::string_view>
text_if_given(const char* text, std::size_t length, std::string_view name)
{
    if (text == nullptr && length == 0) return {};
    return text_in(text, length, name);
}

inline std::string_view text_in(const char* text, std::string_view name)
{
    require(text, name);
    return text;
}

/** Makes a view of an id that is looked for; where nothing can be read, nothing is found. */
inline std::string_view id_in(const char* id, std::size_t length) noexcept
{
    return can_be_text(id, length) ? std::string_view(id, length) : std::string_view();
}

/** Returns a text of a handle; every one ends in a zero byte. */
inline const char* text_out(std::string_view text, std::size_t* length) noexcept
{
    if (length != nullptr) *length = text.size();
    return text.empty() ? "" : text.data();
}

inline const char* no_text(std::size_t* length) noexcept
{
    if (length != nullptr) *length = 0;
    return nullptr;
}

/** Returns the place of what has an id, or BONTOT_NONE. */
template <class Items>
std::size_t index_of(const Items& items, std::string_view id) noexcept
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].id == id) return i;
    }
    return BONTOT_NONE;
}

inline language language_of(bontot_language in) noexcept
{
    return in == BONTOT_EN ? language::en : language::vi;
}

inline shared_memory memory_of(const bontot_options* options)
{
    return options == nullptr || !options->given ? runtime_memory() : options->given;
}

inline language language_of(const bontot_options* options) noexcept
{
    return options == nullptr ? language::vi : options->in;
}

template <class Function>
bontot_status guarded(bontot_error** error, const Function& function) noexcept
{
    if (error != nullptr) *error = nullptr;
    try {
        function();
        return BONTOT_OK;
    } catch (const refusal& refused) {
        store_error(error, refused.errors);
        return refused.status;
    } catch (const std::bad_alloc&) {
        return BONTOT_NO_MEMORY;
    } catch (...) {
        return BONTOT_INTERNAL;
    }
}

/** Makes an owned text with a function that appends to a string. */
template <class Function>
void write_text(bontot_text** out, const bontot_options* options, const Function& append)
{
    require(out, "out");
    const shared_memory source = memory_of(options);
    string text{allocator<char>(*source)};
    append(text);
    *out = make_handle<bontot_text>(source, std::move(text));
}

} // namespace bontot::c_api

#endif
