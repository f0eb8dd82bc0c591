// SPDX-License-Identifier: BSL-1.0
// The operation `feel`: names from a JSON object, one expression, its value as text.
#ifndef BONTOT_TESTS_CORPUS_FEEL_HPP
#define BONTOT_TESTS_CORPUS_FEEL_HPP

#include "corpus/run.hpp"

#include <bontot/json/parse.hpp>
#include <bontot/json/writer.hpp>

namespace corpus {

namespace feel = bontot::feel;
namespace detail = bontot::detail;

/** Names and their values, from the members of a JSON object. */
class feel_names
{
public:
    explicit feel_names(const std::optional<std::string>& json)
        : document_(source_), faults_(source_), reading_(document_, faults_), store_(source_),
          environment(source_)
    {
        if (!json) return;
        if (detail::parse_json(document_, *json, {}, faults_)) declare(0);
        if (!faults_.empty()) throw refusal{"bad_input", faults_.take(*json)};
    }
    feel_names(const feel_names&) = delete;
    feel_names& operator=(const feel_names&) = delete;

private:
    bontot::memory& source_ = bontot::default_memory();
    detail::json_document document_;
    detail::diagnosis faults_;
    detail::json_reading reading_;
    bontot::arena store_;

public:
    feel::environment environment;
    bontot::vector<feel::value> values;

private:
    /** The facts of a dossier are names, too. */
    void declare(std::uint32_t object)
    {
        if (!reading_.expect(object, detail::json_kind::object, bontot::message::want_object)) {
            return;
        }
        const std::uint32_t format = reading_.find(object, "format");
        const bool is_dossier =
            format != detail::absent && document_[format].text == "bontot-dossier/1";
        for (std::uint32_t i = object + 1; i < document_[object].end; i = document_[i].end) {
            if (is_dossier && document_[i].key == "facts") {
                declare(i);
                continue;
            }
            environment.add(document_[i].key, feel::type::any());
            values.push_back(value_of(i));
        }
    }

    feel::value value_of(std::uint32_t at)
    {
        const detail::json_node& node = document_[at];
        if (node.kind == detail::json_kind::boolean) return feel::value::boolean(node.boolean);
        if (node.kind == detail::json_kind::text) return feel::value::text(store_.copy(node.text));
        if (node.kind == detail::json_kind::number)
            return feel::value::number(reading_.number_of(at).value_or(bontot::number(0)));
        if (node.kind == detail::json_kind::null) return feel::value::unknown();
        return members_of(at, node.kind == detail::json_kind::object);
    }

    feel::value members_of(std::uint32_t at, bool is_object)
    {
        const std::size_t count = document_[at].count;
        feel::value* const elements = store_.make_array<feel::value>(count);
        feel::field* const fields = store_.make_array<feel::field>(count);
        std::size_t next = 0;
        for (std::uint32_t i = at + 1; i < document_[at].end; i = document_[i].end, ++next) {
            ::new (static_cast<void*>(elements + next)) feel::value(value_of(i));
            ::new (static_cast<void*>(fields + next))
                feel::field{environment.symbols().intern(document_[i].key), elements[next]};
        }
        if (is_object) return feel::value::context({fields, count});
        return feel::value::list({elements, count});
    }
};

inline feel::program compiled(view source, feel::environment& names)
{
    feel::compile_options options;
    options.check = feel::checking::standard;
    options.allow_is_known = true;
    auto read = feel::compile(source, names, options);
    if (read) return std::move(*read);
    detail::diagnosis faults(bontot::default_memory());
    for (const feel::issue& each : read.error()) {
        bontot::diagnostic& added = faults.add_at(each.code, each.offset, {});
        added.arguments.assign(each.arguments.begin(), each.arguments.end());
        added.expression_column = each.column;
    }
    throw refusal{"bad_input", faults.take(source)};
}

inline void run_feel(run& r)
{
    const std::string source = r.text(0);
    feel_names names(r.of.input(1));
    const feel::program program = compiled(source, names.environment);
    feel::scratch scratch(bontot::default_memory());
    const feel::value value = feel::run(program, names.values, scratch);
    if (value.is(feel::kind::text)) {
        detail::append_json_text(r.out, value.as_text());
    } else {
        feel::append_text(r.out, value, names.environment.symbols());
    }
}

} // namespace corpus

#endif
