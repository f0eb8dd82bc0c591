// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_FEEL_VALUES_LETTER_CASE_HPP
#define BONTOT_FEEL_VALUES_LETTER_CASE_HPP

namespace bontot::feel::detail {

/** Capitals `first`, `first` + `stride` ... `last`, and how far their small letters are. */
struct case_range
{
    char32_t first;
    char32_t last;
    char32_t stride;
    char32_t distance;
};

/** Latin (also Vietnamese), Greek and Cyrillic. */
inline constexpr case_range case_ranges[] = {
    {'A', 'Z', 1, 32},      {0xC0, 0xD6, 1, 32},   {0xD8, 0xDE, 1, 32},   {0x100, 0x12E, 2, 1},
    {0x132, 0x136, 2, 1},   {0x139, 0x147, 2, 1},  {0x14A, 0x176, 2, 1},  {0x179, 0x17D, 2, 1},
    {0x1A0, 0x1A4, 2, 1},   {0x1AF, 0x1AF, 1, 1},  {0x1CD, 0x1DB, 2, 1},  {0x1DE, 0x1EE, 2, 1},
    {0x1F8, 0x21E, 2, 1},   {0x222, 0x232, 2, 1},  {0x386, 0x386, 1, 38}, {0x388, 0x38A, 1, 37},
    {0x38C, 0x38C, 1, 64},  {0x38E, 0x38F, 1, 63}, {0x391, 0x3A1, 1, 32}, {0x3A3, 0x3AB, 1, 32},
    {0x400, 0x40F, 1, 80},  {0x410, 0x42F, 1, 32}, {0x460, 0x480, 2, 1},  {0x48A, 0x4BE, 2, 1},
    {0x4C0, 0x4C0, 1, 15},  {0x4C1, 0x4CD, 2, 1},  {0x4D0, 0x52E, 2, 1},  {0x1E00, 0x1E94, 2, 1},
    {0x1EA0, 0x1EFE, 2, 1},
};

[[nodiscard]] constexpr char32_t lower_case(char32_t letter)
{
    if (letter == 0x178) return 0xFF;
    if (letter == 0x1E9E) return 0xDF;
    if (letter == 0x130) return 'i';
    for (const case_range& each : case_ranges) {
        const bool is_inside = letter >= each.first && letter <= each.last;
        if (is_inside && (letter - each.first) % each.stride == 0) return letter + each.distance;
    }
    return letter;
}

[[nodiscard]] constexpr char32_t upper_case(char32_t letter)
{
    switch (letter) {
    case 0xFF:
        return 0x178;
    case 0xB5:
        return 0x39C; // micro sign, a mu
    case 0x131:
        return 'I'; // dotless i
    case 0x17F:
        return 'S'; // long s
    case 0x3C2:
        return 0x3A3; // sigma at the end of a word
    default:
        break;
    }
    for (const case_range& each : case_ranges) {
        if (letter < each.first + each.distance || letter > each.last + each.distance) continue;
        const char32_t capital = letter - each.distance;
        if ((capital - each.first) % each.stride == 0) return capital;
    }
    return letter;
}

} // namespace bontot::feel::detail

#endif
