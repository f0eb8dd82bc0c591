// SPDX-License-Identifier: BSL-1.0
// A program in C++ over the installed C ABI: argument 1 is a dossier.
#include <bontot/bontot.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

namespace {

template <class Handle>
using owned = std::unique_ptr<Handle, void (*)(Handle*)>;

} // namespace

int main(int count, char** arguments)
{
    if (count != 2) return 2;
    std::ifstream file(arguments[1], std::ios::binary);
    const std::string json(std::istreambuf_iterator<char>(file), {});
    bontot_rubric* rubric = nullptr;
    bontot_dossier* dossier = nullptr;
    bontot_result* result = nullptr;
    if (bontot_rubric_builtin(&rubric, "bon-tot-2023", nullptr, nullptr) != BONTOT_OK) return 1;
    const owned<bontot_rubric> keep_rubric(rubric, bontot_rubric_free);
    if (bontot_dossier_load(&dossier, rubric, json.data(), json.size(), nullptr, nullptr) !=
        BONTOT_OK)
        return 1;
    const owned<bontot_dossier> keep_dossier(dossier, bontot_dossier_free);
    if (bontot_result_new(&result, nullptr, nullptr) != BONTOT_OK) return 1;
    const owned<bontot_result> keep_result(result, bontot_result_free);
    if (bontot_evaluate(result, dossier, nullptr) != BONTOT_OK) return 1;
    char points[BONTOT_NUMBER_ROOM];
    bontot_result_total_text(result, BONTOT_POINTS, points, sizeof points);
    std::cout << points << '\n';
}
