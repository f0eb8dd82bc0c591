/* SPDX-License-Identifier: BSL-1.0 */
/* From nothing to the first result: the library is loaded, a built-in rubric
   compiled, a dossier read and scored, the result written. Prints the
   milliseconds that this took by the clock on the wall.

   start LIBRARY RUBRIC_ID DOSSIER */
#define _POSIX_C_SOURCE 200809L

#include <bontot/bontot.h>

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec moment;
    clock_gettime(CLOCK_MONOTONIC, &moment);
    return (double)moment.tv_sec * 1e3 + (double)moment.tv_nsec * 1e-6;
}

/* Finds a function; ISO C has no conversion from what dlsym returns. */
static int find(void *library, const char *name, void *into, size_t size) {
    void *const place = dlsym(library, name);
    memcpy(into, &place, size);
    return place != NULL;
}

#define FIND(name)                                                             \
    if (!find(library, "bontot_" #name, &name, sizeof name))                   \
    return 1

int main(int count, char **arguments) {
    static char json[1 << 20];
    bontot_status (*rubric_builtin)(bontot_rubric **, const char *,
                                    const bontot_options *, bontot_error **);
    bontot_status (*dossier_load)(bontot_dossier **, const bontot_rubric *,
                                  const char *, size_t, const bontot_options *,
                                  bontot_error **);
    bontot_status (*result_new)(bontot_result **, const bontot_options *,
                                bontot_error **);
    bontot_status (*evaluate)(bontot_result *, const bontot_dossier *,
                              bontot_error **);
    bontot_status (*result_write)(bontot_text **, const bontot_result *,
                                  bontot_format, const bontot_options *,
                                  bontot_error **);
    bontot_rubric *rubric = NULL;
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    bontot_text *text = NULL;
    void *library;
    FILE *file;
    size_t length;
    double begin;
    if (count != 4 || (file = fopen(arguments[3], "rb")) == NULL)
        return 2;
    length = fread(json, 1, sizeof json, file);
    fclose(file);
    begin = now();
    library = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL)
        return 1;
    FIND(rubric_builtin);
    FIND(dossier_load);
    FIND(result_new);
    FIND(evaluate);
    FIND(result_write);
    if (rubric_builtin(&rubric, arguments[2], NULL, NULL) != BONTOT_OK ||
        dossier_load(&dossier, rubric, json, length, NULL, NULL) != BONTOT_OK ||
        result_new(&result, NULL, NULL) != BONTOT_OK ||
        evaluate(result, dossier, NULL) != BONTOT_OK ||
        result_write(&text, result, BONTOT_JSON, NULL, NULL) != BONTOT_OK)
        return 1;
    printf("%.3f\n", now() - begin);
    return 0;
}
