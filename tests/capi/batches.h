/* SPDX-License-Identifier: BSL-1.0 */
/* Batches of the Arrow C data interface, made by hand, and a rubric to score
   them by. Included once by each test program. */
#ifndef BONTOT_TESTS_CAPI_BATCHES_H
#define BONTOT_TESTS_CAPI_BATCHES_H

#include "hooks.h"

/* A has n points of 10, B ten when the flag is set, C ten for the choice "yes"
   and for a day in 2026. */
static const char sheet[] =
    "{\"format\": \"bontot-rubric/1\", \"id\": \"s\", \"version\": \"1\","
    "\"label\": {\"en\": \"Sheet\"}, \"facts\": ["
    "{\"id\": \"m.n\", \"type\": \"number\", \"min\": 0, \"max\": 10},"
    "{\"id\": \"flag\", \"type\": \"boolean\"},"
    "{\"id\": \"pick\", \"type\": \"choice\", \"choices\": [\"yes\", \"no\"]},"
    "{\"id\": \"day\", \"type\": \"date\"}],"
    "\"criteria\": [{\"id\": \"A\", \"max\": 10, \"indicators\": [{\"id\": "
    "\"A1\", \"max\": 10, \"score\": {\"formula\": \"m.n\"}}]},"
    "{\"id\": \"B\", \"max\": 10, \"indicators\": [{\"id\": \"B1\", \"max\": "
    "10, \"score\": {\"condition\": \"flag\"}}]},"
    "{\"id\": \"C\", \"max\": 20, \"indicators\": [{\"id\": \"C1\", \"max\": "
    "10, \"score\": {\"condition\": \"pick = \\\"yes\\\"\"}}, {\"id\": \"C2\", "
    "\"max\": 10, \"score\": {\"condition\": \"day.year = 2026\"}}]}],"
    "\"grades\": [{\"id\": \"top\", \"min_total\": 15}, {\"id\": \"rest\"}]}";

static bontot_rubric *rubric = NULL;

enum { most_children = 4 };

/* A batch: its release callbacks count that each is called once. */
typedef struct batch {
    struct ArrowSchema schema;
    struct ArrowArray array;
    struct ArrowSchema fields[most_children];
    struct ArrowArray columns[most_children];
    struct ArrowSchema word_type;
    struct ArrowArray words;
    struct ArrowSchema *field_places[most_children];
    struct ArrowArray *column_places[most_children];
    const void *buffers[most_children][3];
    const void *word_buffers[3];
    const void *own_buffers[1];
    int released;
} batch;

static void release_schema(struct ArrowSchema *schema) {
    int64_t i;
    ++*(int *)schema->private_data;
    for (i = 0; i < schema->n_children; ++i) {
        if (schema->children[i]->release != NULL)
            schema->children[i]->release(schema->children[i]);
    }
    schema->release = NULL;
}

static void release_array(struct ArrowArray *array) {
    int64_t i;
    ++*(int *)array->private_data;
    for (i = 0; i < array->n_children; ++i) {
        if (array->children[i]->release != NULL)
            array->children[i]->release(array->children[i]);
    }
    array->release = NULL;
}

static void begin(batch *b, int64_t length) {
    memset(b, 0, sizeof *b);
    b->schema.format = "+s";
    b->schema.name = "";
    b->schema.children = b->field_places;
    b->schema.release = release_schema;
    b->schema.private_data = &b->released;
    b->array.length = length;
    b->array.n_buffers = 1;
    b->array.buffers = b->own_buffers;
    b->array.children = b->column_places;
    b->array.release = release_array;
    b->array.private_data = &b->released;
}

/* Adds a column, and returns its place. */
static size_t add(batch *b, const char *name, const char *format,
                  const void *valid, const void *values, const void *text) {
    const size_t at = (size_t)b->schema.n_children++;
    b->array.n_children = b->schema.n_children;
    b->fields[at].format = format;
    b->fields[at].name = name;
    b->fields[at].release = release_schema;
    b->fields[at].private_data = &b->released;
    b->field_places[at] = &b->fields[at];
    b->buffers[at][0] = valid;
    b->buffers[at][1] = values;
    b->buffers[at][2] = text;
    b->columns[at].length = b->array.length;
    b->columns[at].null_count = valid == NULL ? 0 : -1;
    b->columns[at].n_buffers = text != NULL ? 3 : strcmp(format, "n") ? 2 : 0;
    b->columns[at].buffers = b->buffers[at];
    b->columns[at].release = release_array;
    b->columns[at].private_data = &b->released;
    b->column_places[at] = &b->columns[at];
    return at;
}

/* Gives a column of indices its texts. */
static void add_words(batch *b, size_t at, const void *offsets,
                      const void *text, int64_t count) {
    b->word_type.format = "u";
    b->word_type.release = release_schema;
    b->word_type.private_data = &b->released;
    b->fields[at].dictionary = &b->word_type;
    b->word_buffers[1] = offsets;
    b->word_buffers[2] = text;
    b->words.length = count;
    b->words.n_buffers = 3;
    b->words.buffers = b->word_buffers;
    b->words.release = release_array;
    b->words.private_data = &b->released;
    b->columns[at].dictionary = &b->words;
}

/* Rows 7.5 true yes 2026; 11; unknown false no 2025. */
static void make_decimals(batch *b) {
    /* 7.5, 11, and what is not valid, of 128 bits each */
    static const int64_t halves[] = {75, 0, 110, 0, 999, 0};
    static const uint8_t valid[] = {0x03};
    static const uint8_t flags[] = {0x01};
    static const int32_t offsets[] = {0, 3, 6, 8};
    static const int32_t days[] = {20454, 20454, 20453};
    begin(b, 3);
    add(b, "m.n", "d:4,1", valid, halves, NULL);
    add(b, "flag", "b", NULL, flags, NULL);
    add(b, "pick", "u", NULL, offsets, "yesyesno");
    add(b, "day", "tdD", NULL, days, NULL);
}

/* What comes of a batch. */
typedef struct scored {
    struct ArrowSchema schema;
    struct ArrowArray array;
} scored;

static bontot_status run(scored *out, const batch *b,
                         const bontot_options *options, bontot_error **error) {
    return bontot_evaluate_arrow(&out->schema, &out->array, rubric, &b->schema,
                                 &b->array, options, error);
}

static void release_scored(scored *s) {
    s->schema.release(&s->schema);
    s->array.release(&s->array);
    CHECK(s->schema.release == NULL && s->array.release == NULL);
}

#endif
