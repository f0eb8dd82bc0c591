// SPDX-License-Identifier: BSL-1.0
// A dossier in words: two dossiers are the same when their words are.
#ifndef BONTOT_TESTS_UNIT_SUPPORT_DOSSIER_WORDS_HPP
#define BONTOT_TESTS_UNIT_SUPPORT_DOSSIER_WORDS_HPP

#include <bontot/dossier.hpp>

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace bontot_test {

/** Writes every field of a dossier, each on a line of its own. */
class dossier_words
{
public:
    explicit dossier_words(const bontot::dossier& what) : what_(what) {}

    std::string write()
    {
        add("unit", what_.unit_id);
        add("name", what_.unit_name);
        add("kind", what_.unit_kind);
        add("group", what_.unit_group);
        add("parent", what_.unit_parent);
        add("from", what_.from);
        add("to", what_.to);
        add("evidence", what_.evidence_given ? "given" : "not given");
        for (const bontot::feel::value& each : what_.slots)
            add(each);
        for (const bontot::evidence_record& each : what_.evidence)
            add(each);
        for (const bontot::mark_record& each : what_.marks)
            add(each);
        for (const bontot::exception_record& each : what_.exceptions) {
            out_ += "exception " + std::to_string(each.gate) + "\n";
            add("reason", each.reason);
            add("authority", each.authority);
            add("date", each.day);
        }
        for (const std::string_view each : what_.passed_over)
            add("passed over", each);
        for (const bontot::dossier::derived_fact& each : what_.derived) {
            out_ += "derived " + std::to_string(each.fact) + " ";
            out_ += std::to_string(each.member) + "\n";
        }
        return out_;
    }

private:
    void add(const char* name, std::string_view text)
    {
        // A text that stands in a dossier ends in a zero byte, which the C ABI promises.
        if (!text.empty()) BOOST_TEST(text.data()[text.size()] == '\0');
        out_ += std::string(name) + "=" + std::string(text) + "\n";
    }

    void add(const char* name, const std::optional<bontot::date>& day)
    {
        out_ += std::string(name) + "=";
        if (day) append_date(out_, *day);
        out_ += "\n";
    }

    void add(const bontot::feel::value& slot)
    {
        if (slot.is(bontot::feel::kind::text)) add("text", slot.as_text());
        out_ += "slot " + std::to_string(static_cast<int>(slot.kind())) + " ";
        append_text(out_, slot, what_.sheet->names.symbols());
        out_ += "\n";
    }

    void add(const bontot::evidence_record& record)
    {
        add("document", record.id);
        add("kind", record.kind);
        add("number", record.number);
        add("issuer", record.issuer);
        add("issued", record.issued);
        add("submitted", record.submitted);
        out_ += "status=" + std::to_string(static_cast<int>(record.status)) + " supports";
        for (const std::uint32_t node : record.supports)
            out_ += " " + std::to_string(node);
        out_ += "\n";
    }

    void add(const bontot::mark_record& mark)
    {
        out_ += "mark " + std::to_string(mark.node) + " " + std::to_string(mark.role) + " ";
        out_ += to_text(mark.points).view();
        out_ += "\n";
        add("comment", mark.comment);
        add("reason", mark.reason);
        add("by", mark.by);
        add("date", mark.day);
    }

    const bontot::dossier& what_;
    std::string out_;
};

inline std::string words_of(const bontot::dossier& what)
{
    return dossier_words(what).write();
}

} // namespace bontot_test

#endif
