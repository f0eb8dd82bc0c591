/* SPDX-License-Identifier: BSL-1.0 */
/* A program in C over the installed library: argument 1 is a dossier. */
#include <bontot/bontot.h>

#include <stdio.h>
#include <string.h>

static char json[1 << 20];

int main(int count, char **arguments) {
    bontot_rubric *rubric = NULL;
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    char points[BONTOT_NUMBER_ROOM] = "";
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    size_t length;

    if (!file || strcmp(bontot_version(), BONTOT_VERSION_STRING) != 0)
        return 2;
    length = fread(json, 1, sizeof json, file);
    if (fclose(file) != 0)
        return 2;
    if (bontot_rubric_builtin(&rubric, "bon-tot-2023", NULL, NULL) ==
            BONTOT_OK &&
        bontot_dossier_load(&dossier, rubric, json, length, NULL, NULL) ==
            BONTOT_OK &&
        bontot_result_new(&result, NULL, NULL) == BONTOT_OK &&
        bontot_evaluate(result, dossier, NULL) == BONTOT_OK)
        bontot_result_total_text(result, BONTOT_POINTS, points, sizeof points);
    puts(points);
    bontot_result_free(result);
    bontot_dossier_free(dossier);
    bontot_rubric_free(rubric);
    return 0;
}
