// SPDX-License-Identifier: BSL-1.0
// Names and their values, for expressions on their own.
#include "expressions.hpp"
#include "typed_values.hpp"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>

using namespace bontot::c_api;
namespace feel = bontot::feel;

struct bontot_names
{
    explicit bontot_names(shared_memory in)
        : source(std::move(in)), known(*source), store(*source),
          values(bontot::allocator<feel::value>(*source)), working(*source)
    {}

    shared_memory source;
    feel::environment known;
    bontot::arena store; /**< holds what the values consist of */
    bontot::vector<feel::value> values;
    feel::scratch working;
};

namespace {

/** Copies values into a region, with all that they consist of.

    What several values share is copied once, and shared again: [[a, a], [a, a]] has four leaves in
    three lists, and each further level doubles the leaves alone.
*/
class value_copier
{
public:
    explicit value_copier(bontot::arena& store)
        : store_(store), done_(bontot::allocator<done_entry>(store.source()))
    {}

    feel::value copy(const feel::value& given) { return copy_at(given, 1).content; }

private:
    static constexpr int most_depth = 256;

    /** Where a text, a list, a context or a range lies, its size, and which of these it is. */
    struct part
    {
        std::uintptr_t place = 0;
        std::size_t size = 0;
        feel::kind kind = feel::kind::unknown;

        friend auto operator<=>(const part&, const part&) = default;
    };

    struct copied
    {
        feel::value content;
        int height = 0; /**< how many levels are below it */
    };

    using done_entry = std::pair<const part, copied>;

    static part part_at(const void* place, std::size_t size, feel::kind kind)
    {
        return {reinterpret_cast<std::uintptr_t>(place), size, kind};
    }

    /** Returns the place of what a value consists of; what has no size consists of nothing. */
    static part part_of(const feel::value& given)
    {
        const feel::kind kind = given.kind();
        switch (kind) {
        case feel::kind::text:
            return part_at(given.as_text().data(), given.as_text().size(), kind);
        case feel::kind::list:
            return part_at(given.as_list().data(), given.as_list().size(), kind);
        case feel::kind::context:
            return part_at(given.as_context().data(), given.as_context().size(), kind);
        case feel::kind::range:
            return part_at(&given.as_range(), 1, kind);
        case feel::kind::unknown:
        case feel::kind::null:
        case feel::kind::boolean:
        case feel::kind::number:
        case feel::kind::date:
        case feel::kind::days_duration:
        case feel::kind::months_duration:
            break;
        }
        return {0, 0, kind};
    }

    copied copy_at(const feel::value& given, int depth)
    {
        const part which = part_of(given);
        const bool consists_of_parts = which.size > 0;
        const auto known = consists_of_parts ? done_.find(which) : done_.end();
        // A part that was copied elsewhere may lie deeper here.
        if (depth + (known == done_.end() ? 0 : known->second.height) > most_depth)
            refuse(BONTOT_BAD_INPUT, bontot::message::feel_too_deep, {std::to_string(most_depth)});
        if (known != done_.end()) return known->second;
        const copied out = copy_parts(given, depth);
        if (consists_of_parts) done_.emplace(which, out);
        return out;
    }

    copied copy_parts(const feel::value& given, int depth)
    {
        if (given.is(feel::kind::text)) return {feel::value::text(store_.copy(given.as_text()))};
        if (given.is(feel::kind::list)) return list(given.as_list(), depth);
        if (given.is(feel::kind::context)) return context(given.as_context(), depth);
        if (given.is(feel::kind::range)) return range(given.as_range(), depth);
        return {given};
    }

    /** Copies a part of something, and counts the levels of that. */
    feel::value below(const feel::value& given, int depth, int& height)
    {
        const copied out = copy_at(given, depth + 1);
        height = std::max(height, out.height + 1);
        return out.content;
    }

    copied list(std::span<const feel::value> given, int depth)
    {
        feel::value* const elements = store_.make_array<feel::value>(given.size());
        int height = 0;
        for (std::size_t i = 0; i < given.size(); ++i)
            ::new (static_cast<void*>(elements + i)) feel::value(below(given[i], depth, height));
        return {feel::value::list({elements, given.size()}), height};
    }

    copied context(std::span<const feel::field> given, int depth)
    {
        feel::field* const fields = store_.make_array<feel::field>(given.size());
        int height = 0;
        for (std::size_t i = 0; i < given.size(); ++i) {
            ::new (static_cast<void*>(fields + i))
                feel::field{given[i].name, below(given[i].content, depth, height)};
        }
        return {feel::value::context(fields, given.size()), height};
    }

    copied range(const feel::range_value& given, int depth)
    {
        feel::range_value out = given;
        int height = 0;
        out.low = below(given.low, depth, height);
        out.high = below(given.high, depth, height);
        const auto kept = store_.copy(std::span<const feel::range_value>(&out, 1));
        return {feel::value::range(kept.data()), height};
    }

    bontot::arena& store_;
    std::map<part, copied, std::less<>, bontot::allocator<done_entry>> done_;
};

std::string_view name_in(const char* name, std::size_t length)
{
    const std::string_view given = utf8_in(name, length, "name");
    if (given.empty()) refuse(BONTOT_BAD_INPUT, bontot::message::reading_empty_text, {});
    return given;
}

/** Sets a name to a value that lies in the store of the names. */
void set(bontot_names& names, std::string_view name, const feel::value& given)
{
    names.values.reserve(names.known.size() + 1);
    const auto known = names.known.find(name);
    const std::uint32_t slot = known ? *known : names.known.add(name, feel::type::any());
    if (slot == names.values.size()) {
        names.values.push_back(given);
    } else {
        names.values[slot] = given;
    }
}

/** Runs an expression over names and hands its value on, which dies after that. */
template <class Use>
void run(bontot_names& names, std::string_view expression, const Use& use)
{
    const feel::program program = compiled_or_refused(expression, names.known);
    names.working.clear();
    use(feel::run(program, names.values, names.working));
}

} // namespace

bontot_status
bontot_names_new(bontot_names** out, const bontot_options* options, bontot_error** error)
{
    return guarded(error, [&] {
        require(out, "out");
        *out = make_handle<bontot_names>(memory_of(options));
    });
}

bontot_status bontot_names_set_number(
    bontot_names* names, const char* name, size_t name_length, bontot_number number,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(names, "names");
        set(*names, name_in(name, name_length), feel::value::number(number_in(number)));
    });
}

bontot_status bontot_names_set_boolean(
    bontot_names* names, const char* name, size_t name_length, int32_t truth, bontot_error** error
)
{
    return guarded(error, [&] {
        require(names, "names");
        set(*names, name_in(name, name_length), feel::value::boolean(truth != 0));
    });
}

bontot_status bontot_names_set_text(
    bontot_names* names, const char* name, size_t name_length, const char* text, size_t length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(names, "names");
        const std::string_view of = name_in(name, name_length);
        const std::string_view given = utf8_in(text, length, "text");
        set(*names, of, feel::value::text(names->store.copy(given)));
    });
}

bontot_status bontot_names_set_date(
    bontot_names* names, const char* name, size_t name_length, const char* text, size_t length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(names, "names");
        const std::string_view given = text_in(text, length, "text");
        const std::string_view of = name_in(name, name_length);
        set(*names, of, date_value(given));
    });
}

bontot_status bontot_names_set_unknown(
    bontot_names* names, const char* name, size_t name_length, bontot_error** error
)
{
    return guarded(error, [&] {
        require(names, "names");
        set(*names, name_in(name, name_length), feel::value::unknown());
    });
}

bontot_status bontot_names_set_expression(
    bontot_names* names, const char* name, size_t name_length, const char* source, size_t length,
    bontot_error** error
)
{
    return guarded(error, [&] {
        require(names, "names");
        const std::string_view of = name_in(name, name_length);
        run(*names, text_in(source, length, "source"), [&](const feel::value& value) {
            set(*names, of, value_copier(names->store).copy(value));
        });
    });
}

bontot_status bontot_names_evaluate(
    bontot_text** out, bontot_names* names, const char* source, size_t length,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        require(names, "names");
        run(*names, text_in(source, length, "source"), [&](const feel::value& value) {
            write_value(out, options, value, names->known.symbols());
        });
    });
}

void bontot_names_free(bontot_names* names)
{
    free_handle(names);
}
