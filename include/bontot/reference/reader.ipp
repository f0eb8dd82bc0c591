// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_REFERENCE_READER_IPP
#define BONTOT_REFERENCE_READER_IPP

#include <bontot/error.hpp>
#include <bontot/feel/value.hpp>
#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/reference.hpp>
#include <bontot/rubric.hpp>

#include <bontot/base/id_order.hpp>
#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/parse.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/reference/exception_reading.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace bontot::detail {

/** Reads one reference file. */
class reference_reading : public exception_reading
{
public:
    reference_reading(const json_document& document, diagnosis& found, reference& out)
        : exception_reading(document, found, *out.sheet, out.store), out_(out)
    {}

    void read()
    {
        const bool is_object = expect_object(
            0, {"format", "rubric", "period", "facts", "groups", "units", "exceptions", "evidence"}
        );
        if (!is_object) return;
        read_format(require(0, "format"), "bontot-reference/1");
        read_rubric_name(find(0, "rubric"));
        read_period(find(0, "period"));
        const std::uint32_t facts = find_known(0, "facts");
        if (facts != absent) read_facts(facts, reference::scope::all, {});
        read_named(find_known(0, "groups"), reference::scope::group);
        read_named(find_known(0, "units"), reference::scope::unit);
        read_exceptions(find_known(0, "exceptions"));
        read_evidence(find_known(0, "evidence"));
    }

private:
    void read_rubric_name(std::uint32_t at)
    {
        if (at == absent || !expect_object(at, {"id", "version"})) return;
        const std::uint32_t id_at = require(at, "id");
        const std::optional<std::string_view> id = text(id_at);
        const std::uint32_t version_at = find(at, "version");
        const std::optional<std::string_view> version = text(version_at);
        if (id && *id != sheet_.id) {
            faults.add(message::reference_other_rubric, id_at, {shown(*id), sheet_.id});
        } else if (version && *version != sheet_.version) {
            faults.add(
                message::reference_other_rubric, version_at, {shown(*version), sheet_.version}
            );
        }
    }

    void read_period(std::uint32_t at)
    {
        if (at == absent || !expect_object(at, {"from", "to"})) return;
        out_.from = date_of(require(at, "from"));
        out_.to = date_of(require(at, "to"));
    }

    void read_named(std::uint32_t at, reference::scope whom)
    {
        if (at == absent || !expect(at, json_kind::object, message::want_object)) return;
        for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end)
            read_facts(i, whom, store_.copy(doc[i].key));
    }

    void read_facts(std::uint32_t at, reference::scope whom, std::string_view name)
    {
        if (!expect(at, json_kind::object, message::want_object)) return;
        for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
            const std::uint32_t slot = sheet_.find_fact(doc[i].key);
            if (slot == none) {
                unknown_fact(i, sheet_.facts);
                continue;
            }
            const fact_spec& fact = sheet_.facts[slot];
            if (!fact.by_committee) {
                faults.add_key(message::reference_not_given, i, {fact.id});
                continue;
            }
            const feel::value given = fact_value(i, fact);
            if (given.is_unknown()) continue;
            out_.add(reference::given_fact{whom, name, slot, given});
        }
    }

    void read_exceptions(std::uint32_t at)
    {
        if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
        for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
            if (!expect_object(i, {"unit", "gate", "reason", "authority", "date"})) continue;
            const std::string_view unit = required_text(i, "unit");
            const exception_record read = read_exception(i);
            out_.add(reference::given_exception{unit, read});
        }
    }

    void read_evidence(std::uint32_t at)
    {
        if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
        for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
            if (!expect_object(i, {"unit", "id", "status", "by", "date"})) continue;
            reference::given_status read;
            read.unit = required_text(i, "unit");
            read.document = required_text(i, "id");
            const std::uint32_t status = require(i, "status");
            if (status != absent) {
                const auto which = word_of(status, reference::status_words);
                if (which) read.status = static_cast<evidence_status>(*which + 1);
            }
            text_of(i, "by");
            known_date_of(i, "date");
            out_.add(read);
        }
    }

    reference& out_;
};

} // namespace bontot::detail

namespace bontot {

result_of<std::shared_ptr<const reference>> read_reference(
    const std::shared_ptr<const rubric>& sheet, std::string_view json, const reading_limits& limits,
    memory& source
)
{
    detail::json_document document(source);
    detail::diagnosis faults(source);
    const detail::json_limits json_limits{limits.bytes, limits.depth};
    const std::shared_ptr<reference> out = make_shared_in<reference>(source, sheet, source);
    if (detail::parse_json(document, json, json_limits, faults)) {
        detail::reference_reading(document, faults, *out).read();
    }
    if (!faults.empty()) return faults.take(json);
    return std::shared_ptr<const reference>(out);
}

} // namespace bontot

#endif
