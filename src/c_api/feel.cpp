// SPDX-License-Identifier: BSL-1.0
// FEEL on its own: names from a JSON object, one expression, its value as text.
#include "expressions.hpp"

#include <bontot/json/parse.hpp>
#include <bontot/json/reading.hpp>

using namespace bontot::c_api;
namespace feel = bontot::feel;
namespace detail = bontot::detail;

namespace {

/** Turns JSON values into FEEL values; the depth is bounded by the reader. */
class feel_facts
{
public:
    feel_facts(
        const detail::json_document& doc, detail::diagnosis& faults, feel::environment& names,
        bontot::arena& store
    )
        : reading_(doc, faults), names_(names), store_(store)
    {}

    /** Declares every member of the object as a name; a dossier's facts count as members too. */
    void declare(std::uint32_t object)
    {
        const detail::json_document& doc = reading_.doc;
        if (!reading_.expect(object, detail::json_kind::object, bontot::message::want_object)) {
            return;
        }
        const std::uint32_t format = reading_.find(object, "format");
        const bool is_dossier = format != detail::absent && doc[format].text == "bontot-dossier/1";
        for (std::uint32_t i = object + 1; i < doc[object].end; i = doc[i].end) {
            if (is_dossier && doc[i].key == "facts") {
                declare(i);
            } else {
                names_.add(doc[i].key, feel::type::any());
                values_.push_back(value_of(i));
            }
        }
    }

    [[nodiscard]] std::span<const feel::value> values() const { return values_; }

private:
    feel::value value_of(std::uint32_t at)
    {
        const detail::json_node& node = reading_.doc[at];
        switch (node.kind) {
        case detail::json_kind::null:
            return feel::value::unknown();
        case detail::json_kind::boolean:
            return feel::value::boolean(node.boolean);
        case detail::json_kind::text:
            return feel::value::text(store_.copy(node.text));
        case detail::json_kind::number:
            return feel::value::number(reading_.number_of(at).value_or(bontot::number(0)));
        case detail::json_kind::array:
            return list_of(at);
        case detail::json_kind::object:
            return context_of(at);
        }
        return feel::value::unknown();
    }

    feel::value list_of(std::uint32_t at)
    {
        const detail::json_document& doc = reading_.doc;
        feel::value* const elements = store_.make_array<feel::value>(doc[at].count);
        std::size_t count = 0;
        for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
            ::new (static_cast<void*>(elements + count++)) feel::value(value_of(i));
        }
        return feel::value::list({elements, count});
    }

    feel::value context_of(std::uint32_t at)
    {
        const detail::json_document& doc = reading_.doc;
        feel::field* const fields = store_.make_array<feel::field>(doc[at].count);
        std::size_t count = 0;
        for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
            ::new (static_cast<void*>(fields + count++))
                feel::field{names_.symbols().intern(doc[i].key), value_of(i)};
        }
        return feel::value::context({fields, count});
    }

    detail::json_reading reading_;
    feel::environment& names_;
    bontot::arena& store_;
    bontot::vector<feel::value> values_;
};

} // namespace

bontot_status bontot_feel_evaluate(
    bontot_text** out, const char* source, size_t length, const char* facts, size_t facts_length,
    const bontot_options* options, bontot_error** error
)
{
    return guarded(error, [&] {
        const shared_memory memory = memory_of(options);
        const std::string_view expression = text_in(source, length, "source");
        const auto json = text_if_given(facts, facts_length, "facts");
        feel::environment names(*memory);
        bontot::arena store(*memory);
        detail::json_document document(*memory);
        detail::diagnosis faults(*memory);
        feel_facts given(document, faults, names, store);
        if (json) {
            detail::json_limits limits;
            if (options != nullptr) limits.bytes = options->reading.limits.bytes;
            if (detail::parse_json(document, *json, limits, faults)) given.declare(0);
            if (!faults.empty()) throw refusal{BONTOT_BAD_INPUT, faults.take(*json)};
        }
        const feel::program program = compiled_or_refused(expression, names);
        feel::scratch scratch(*memory);
        const feel::value value = feel::run(program, given.values(), scratch);
        write_value(out, options, value, names.symbols());
    });
}
