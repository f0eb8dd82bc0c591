// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_RUBRIC_READER_ROLES_IPP
#define BONTOT_RUBRIC_READER_ROLES_IPP

#include <bontot/memory.hpp>
#include <bontot/message.hpp>
#include <bontot/rubric.hpp>
#include <bontot/text.hpp>

#include <bontot/json/diagnosis.hpp>
#include <bontot/json/document.hpp>
#include <bontot/json/reading.hpp>
#include <bontot/rubric/reader/reading.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace bontot::detail {

void rubric_reading::read_roles(std::uint32_t at)
{
    if (at == absent || !expect(at, json_kind::array, message::want_array)) return;
    if (is_too_long(at, most_roles)) return;
    auto roles = list_of<role_spec>();
    for (std::uint32_t i = at + 1; i < doc[at].end; i = doc[i].end) {
        const std::optional<role_spec> role = read_role(i);
        if (!role) continue;
        for (const role_spec& other : roles) {
            if (other.id == role->id)
                faults.add(message::reading_repeated_id, i, {shown(role->id)});
        }
        roles.push_back(*role);
    }
    out_.roles = keep(roles);
}

/** Reads a role: its id alone, or an object. */
std::optional<role_spec> rubric_reading::read_role(std::uint32_t at)
{
    role_spec role;
    if (doc[at].kind == json_kind::text) {
        string normal{allocator<char>(source())};
        append_normalized(normal, doc[at].text);
        if (!is_id_length(normal)) {
            faults.add(message::reading_bad_id, at, {shown(normal)});
            return {};
        }
        role.id = keep(std::string_view(normal));
    } else {
        if (doc[at].kind != json_kind::object) {
            wrong_type(at, message::want_role);
            return {};
        }
        expect_object(at, {"id", "label", "overrides"});
        role.id = id_of(at);
        role.label = label_of(at, "label", false);
        role.overrides = boolean(find(at, "overrides")).value_or(false);
    }
    if (role.id.empty()) return {};
    if (role.label.vi.empty()) role.label = bilingual{role.id, role.id};
    return role;
}

} // namespace bontot::detail

#endif
