// SPDX-License-Identifier: BSL-1.0
// Version, status, options and text.
#include "dates.hpp"

using namespace bontot::c_api;

const char* bontot_version(void)
{
    return BONTOT_VERSION_STRING;
}

const char* bontot_status_name(bontot_status status)
{
    switch (status) {
    case BONTOT_OK:
        return "ok";
    case BONTOT_BAD_INPUT:
        return "bad_input";
    case BONTOT_NOT_FOUND:
        return "not_found";
    case BONTOT_MISUSE:
        return "misuse";
    case BONTOT_NO_MEMORY:
        return "no_memory";
    case BONTOT_NO_FIT:
        return "no_fit";
    case BONTOT_INTERNAL:
        return "internal";
    case BONTOT_CANCELLED:
        return "cancelled";
    default:
        return "?";
    }
}

bontot_status bontot_options_new(bontot_options** out)
{
    return guarded(nullptr, [&] {
        require(out, "out");
        *out = make_handle<bontot_options>(runtime_memory());
    });
}

bontot_status bontot_options_set_language(bontot_options* options, bontot_language language)
{
    if (options == nullptr || (language != BONTOT_VI && language != BONTOT_EN)) {
        return BONTOT_MISUSE;
    }
    options->in = language_of(language);
    return BONTOT_OK;
}

bontot_status bontot_options_set_size_limit(bontot_options* options, size_t bytes)
{
    if (options == nullptr) return BONTOT_MISUSE;
    options->reading.limits.bytes = bytes;
    return BONTOT_OK;
}

bontot_status bontot_options_set_depth_limit(bontot_options* options, size_t levels)
{
    constexpr size_t most_levels = 1000; // reading takes some of the stack for each
    if (options == nullptr || levels > most_levels) return BONTOT_MISUSE;
    options->reading.limits.depth = levels;
    return BONTOT_OK;
}

bontot_status bontot_options_set_as_of(bontot_options* options, const char* role, size_t length)
{
    return guarded(nullptr, [&] {
        require(options, "options");
        options->as_of = text_in(role, length, "role");
    });
}

bontot_status bontot_options_set_other_rubric(bontot_options* options, int32_t accept)
{
    if (options == nullptr) return BONTOT_MISUSE;
    options->reading.allow_other_rubric = accept != 0;
    return BONTOT_OK;
}

bontot_status bontot_options_set_trust(bontot_options* options, bontot_trust trust)
{
    const bool is_known = trust == BONTOT_TRUST_ALL || trust == BONTOT_TRUST_COMMITTEE;
    if (options == nullptr || !is_known) return BONTOT_MISUSE;
    options->reading.trusted =
        trust == BONTOT_TRUST_COMMITTEE ? bontot::trust::committee : bontot::trust::all;
    return BONTOT_OK;
}

bontot_status
bontot_options_set_reference(bontot_options* options, const bontot_reference* reference)
{
    if (options == nullptr) return BONTOT_MISUSE;
    options->committee = reference == nullptr ? nullptr : reference->content;
    options->reading.committee = options->committee.get();
    return BONTOT_OK;
}

bontot_status bontot_options_set_colour(bontot_options* options, int32_t colour)
{
    if (options == nullptr) return BONTOT_MISUSE;
    options->colour = colour != 0;
    return BONTOT_OK;
}

bontot_status bontot_options_raise_group(bontot_options* options, const char* group, size_t length)
{
    return guarded(nullptr, [&] {
        require(options, "options");
        options->raised.emplace_back(text_in(group, length, "group"));
    });
}

bontot_status bontot_options_raise_everywhere(bontot_options* options, int32_t raise)
{
    if (options == nullptr) return BONTOT_MISUSE;
    options->is_raised_everywhere = raise != 0;
    return BONTOT_OK;
}

bontot_status bontot_options_set_period(
    bontot_options* options, const char* from, size_t from_length, const char* to, size_t to_length
)
{
    return guarded(nullptr, [&] {
        require(options, "options");
        // Both are looked at before either is read: what cannot be a text is misuse.
        const std::string_view begin = text_in(from, from_length, "from");
        const std::string_view end = text_in(to, to_length, "to");
        const bontot::date first = date_in(begin);
        options->to = date_in(end);
        options->from = first;
    });
}

bontot_status bontot_options_ignore_column(bontot_options* options, const char* name, size_t length)
{
    return guarded(nullptr, [&] {
        require(options, "options");
        options->ignored.emplace_back(text_in(name, length, "name"));
    });
}

bontot_status bontot_options_set_decimals(
    bontot_options* options, const char* name, size_t length, int32_t decimals
)
{
    return guarded(nullptr, [&] {
        require(options, "options");
        const bontot::string column(text_in(name, length, "name"));
        options->decimals.push_back({column, decimals});
    });
}

bontot_status bontot_options_set_memory(
    bontot_options* options, bontot_allocate allocate, bontot_release release, void* payload
)
{
    if (options == nullptr || (allocate == nullptr) != (release == nullptr)) return BONTOT_MISUSE;
    return guarded(nullptr, [&] {
        options->given = allocate == nullptr
                             ? runtime_memory()
                             : std::make_shared<hooked_memory>(allocate, release, payload);
    });
}

void bontot_options_free(bontot_options* options)
{
    free_handle(options);
}

const char* bontot_text_data(const bontot_text* text, size_t* length)
{
    return text == nullptr ? no_text(length) : text_out(text->text, length);
}

void bontot_text_free(bontot_text* text)
{
    free_handle(text);
}
