// SPDX-License-Identifier: BSL-1.0
// Names and their values, for expressions on their own.
#include "expressions.hpp"
#include "typed_values.hpp"

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

/** Copies values into a region, with all that they consist of. */
class value_copier
{
public:
    explicit value_copier(bontot::arena& store) : store_(store) {}

    feel::value copy(const feel::value& given)
    {
        constexpr int most_depth = 256;
        if (++depth_ > most_depth)
            refuse(BONTOT_BAD_INPUT, bontot::message::feel_too_deep, {std::to_string(most_depth)});
        const feel::value out = copied(given);
        --depth_;
        return out;
    }

private:
    feel::value copied(const feel::value& given)
    {
        switch (given.kind()) {
        case feel::kind::text:
            return feel::value::text(store_.copy(given.as_text()));
        case feel::kind::list:
            return list(given.as_list());
        case feel::kind::context:
            return context(given.as_context());
        case feel::kind::range:
            return range(given.as_range());
        case feel::kind::unknown:
        case feel::kind::null:
        case feel::kind::boolean:
        case feel::kind::number:
        case feel::kind::date:
        case feel::kind::days_duration:
        case feel::kind::months_duration:
            break;
        }
        return given;
    }

    feel::value list(std::span<const feel::value> given)
    {
        feel::value* const elements = store_.make_array<feel::value>(given.size());
        for (std::size_t i = 0; i < given.size(); ++i)
            ::new (static_cast<void*>(elements + i)) feel::value(copy(given[i]));
        return feel::value::list({elements, given.size()});
    }

    feel::value context(std::span<const feel::field> given)
    {
        feel::field* const fields = store_.make_array<feel::field>(given.size());
        for (std::size_t i = 0; i < given.size(); ++i) {
            ::new (static_cast<void*>(fields + i))
                feel::field{given[i].name, copy(given[i].content)};
        }
        return feel::value::context(fields, given.size());
    }

    feel::value range(const feel::range_value& given)
    {
        feel::range_value out = given;
        out.low = copy(given.low);
        out.high = copy(given.high);
        return feel::value::range(store_.copy(std::span<const feel::range_value>(&out, 1)).data());
    }

    bontot::arena& store_;
    int depth_ = 0;
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
