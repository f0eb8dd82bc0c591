/* SPDX-License-Identifier: BSL-1.0 */
/* Scores dossiers by a rubric, and says where points were lost and what is
   missing: score RUBRIC DOSSIERS... */
#include <bontot/bontot.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct job {
    bontot_rubric *rubric;
    const char *file; /* that is being read */
    int exit_code;
};

/* Ends the program when a call failed for another reason than a wrong text. */
static void check(bontot_status status) {
    if (status == BONTOT_OK)
        return;
    fprintf(stderr, "score: %s\n", bontot_status_name(status));
    exit(2);
}

/* Returns the text of a file, to be freed; ends the program without it. */
static char *read_file(const char *name, size_t *length) {
    FILE *file = fopen(name, "rb");
    long size = file && fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    char *text = size < 0 ? NULL : malloc((size_t)size + 1);
    if (text) {
        rewind(file);
        *length = fread(text, 1, (size_t)size, file);
    }
    if (!text || *length != (size_t)size) {
        perror(name);
        exit(2);
    }
    fclose(file);
    return text;
}

/* A text that is itself a line of a file has the number of that line. */
static void print_errors(struct job *job, size_t line, const bontot_error *e) {
    for (size_t i = 0; i < bontot_error_count(e); ++i)
        printf("%s:%zu:%zu: %s\n", job->file,
               line ? line : bontot_error_line(e, i), bontot_error_column(e, i),
               bontot_error_message(e, i, BONTOT_VI));
    job->exit_code = 1;
}

static void print_possible(const char *points, const char *possible) {
    if (strcmp(points, possible) != 0) /* equal figures have equal texts */
        printf(" (possible: %s)", possible);
    printf("\n");
}

static const char *points_of(const bontot_result *result, size_t line,
                             bontot_figure figure, char *buffer) {
    check(bontot_result_node_points_text(result, line, figure, buffer,
                                         BONTOT_NUMBER_ROOM));
    return buffer;
}

/* A line has lost what it cannot have any more, whatever is handed in. */
static void print_loss(const bontot_result *result, size_t line) {
    char buffer[3][BONTOT_NUMBER_ROOM];
    const char *points = points_of(result, line, BONTOT_POINTS, buffer[0]);
    const char *possible = points_of(result, line, BONTOT_POSSIBLE, buffer[1]);
    const char *max = points_of(result, line, BONTOT_MAX, buffer[2]);
    bontot_text *reason = NULL;
    if (strcmp(possible, max) == 0)
        return;
    printf("  %s %s: %s of %s", bontot_result_node_id(result, line, NULL),
           bontot_result_node_label(result, line, BONTOT_VI, NULL), points,
           max);
    print_possible(points, possible);
    check(bontot_result_node_reason(&reason, result, line, NULL, NULL));
    printf("      %s\n", bontot_text_data(reason, NULL));
    bontot_text_free(reason);
}

static void print_result(const struct job *job, const bontot_result *result) {
    char points[BONTOT_NUMBER_ROOM], possible[BONTOT_NUMBER_ROOM];
    const char *name = bontot_result_unit_name(result, NULL);
    check(
        bontot_result_total_text(result, BONTOT_POINTS, points, sizeof points));
    check(bontot_result_total_text(result, BONTOT_POSSIBLE, possible,
                                   sizeof possible));
    printf("%s: %s, %s points", *name ? name : bontot_result_unit(result, NULL),
           bontot_result_grade_label(result, BONTOT_VI, NULL), points);
    print_possible(points, possible);
    for (size_t i = 0; i < bontot_result_node_count(result); ++i)
        if (bontot_rubric_node_score(job->rubric, i) != BONTOT_SCORE_GROUP)
            print_loss(result, i);
    for (size_t i = 0; i < bontot_result_missing_count(result); ++i) {
        char worth[BONTOT_NUMBER_ROOM];
        bontot_text *what = NULL;
        check(bontot_result_missing_text(&what, result, i, NULL, NULL));
        check(bontot_result_missing_worth_text(result, i, worth, sizeof worth));
        printf("  missing: %s, worth %s\n", bontot_text_data(what, NULL),
               worth);
        bontot_text_free(what);
    }
}

static int32_t take_line(void *job, uint64_t line, const bontot_result *result,
                         const bontot_error *error) {
    if (result)
        print_result(job, result);
    else
        print_errors(job, (size_t)line, error);
    return 0; /* go on */
}

static void score_dossier(struct job *job, const char *text, size_t length) {
    bontot_dossier *dossier = NULL;
    bontot_result *result = NULL;
    bontot_error *error = NULL;
    bontot_status status =
        bontot_dossier_load(&dossier, job->rubric, text, length, NULL, &error);
    if (status == BONTOT_BAD_INPUT) {
        print_errors(job, 0, error);
    } else {
        check(status);
        check(bontot_result_new(&result, NULL, NULL));
        check(bontot_evaluate(result, dossier, NULL));
        print_result(job, result);
    }
    bontot_error_free(error);
    bontot_result_free(result);
    bontot_dossier_free(dossier);
}

int main(int argc, char **argv) {
    struct job job = {NULL, argv[1], 0};
    bontot_error *error = NULL;
    if (argc < 3) {
        fprintf(stderr, "usage: score RUBRIC DOSSIERS...\n");
        return 2;
    }
    size_t length;
    char *text = read_file(job.file, &length);
    bontot_status status =
        bontot_rubric_load(&job.rubric, text, length, NULL, &error);
    free(text);
    if (status == BONTOT_BAD_INPUT) {
        print_errors(&job, 0, error);
        argc = 0; /* no dossier can be read */
    } else {
        check(status);
    }
    for (int i = 2; i < argc; ++i) {
        const char *ending = strrchr(argv[i], '.');
        job.file = argv[i];
        text = read_file(job.file, &length);
        if (ending && strcmp(ending, ".ndjson") == 0)
            check(bontot_evaluate_lines(text, length, job.rubric, NULL,
                                        take_line, &job, NULL, NULL));
        else
            score_dossier(&job, text, length);
        free(text);
    }
    bontot_error_free(error);
    bontot_rubric_free(job.rubric);
    return job.exit_code;
}
