/* SPDX-License-Identifier: BSL-1.0 */
/* Batches of the Arrow C data interface that are damaged, or hold what is not
   read here: each is refused, a column by its name, and nothing is read that is
   not there. Prints what is wrong, and nothing else; returns the number of
   failures. */
#include "batches.h"

/* Expects that a batch is refused for one thing, told by a code and a place. */
static void refused(const batch *b, const bontot_options *options,
                    const char *code, const char *pointer, int line) {
    scored s;
    bontot_error *error = NULL;
    memset(&s, 0, sizeof s);
    check(run(&s, b, options, &error) == BONTOT_BAD_INPUT, "the status", line);
    check(bontot_error_count(error) == 1, "one error", line);
    if (error != NULL) {
        check(strcmp(bontot_error_code(error, 0), code) == 0,
              bontot_error_code(error, 0), line);
        check(strcmp(bontot_error_pointer(error, 0), pointer) == 0,
              bontot_error_pointer(error, 0), line);
    }
    check(s.array.release == NULL && s.schema.release == NULL,
          "nothing is made", line);
    check(b->released == 0, "nothing is released", line);
    bontot_error_free(error);
}

/* Expects that, then makes the batch anew. */
#define REFUSED(code, pointer)                                                 \
    (refused(&b, NULL, code, pointer, __LINE__), make_decimals(&b))

static void test_null(void) {
    batch b;
    scored s;
    make_decimals(&b);
    CHECK(bontot_evaluate_arrow(NULL, &s.array, rubric, &b.schema, &b.array,
                                NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_evaluate_arrow(&s.schema, NULL, rubric, &b.schema, &b.array,
                                NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_evaluate_arrow(&s.schema, &s.array, NULL, &b.schema, &b.array,
                                NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_evaluate_arrow(&s.schema, &s.array, rubric, NULL, &b.array,
                                NULL, NULL) == BONTOT_MISUSE);
    CHECK(bontot_evaluate_arrow(&s.schema, &s.array, rubric, &b.schema, NULL,
                                NULL, NULL) == BONTOT_MISUSE);
}

static void test_batch_as_such(void) {
    batch b;
    make_decimals(&b);
    b.schema.format = "l";
    REFUSED("columns_bad_batch", "");
    b.schema.format = NULL;
    REFUSED("columns_bad_batch", "");
    b.schema.release = NULL;
    REFUSED("columns_bad_batch", "");
    b.array.release = NULL;
    REFUSED("columns_bad_batch", "");
    b.array.n_children = 3;
    REFUSED("columns_bad_batch", "");
    b.array.n_children = INT64_MAX;
    REFUSED("columns_bad_batch", "");
    b.schema.n_children = b.array.n_children = -1;
    REFUSED("columns_bad_batch", "");
    b.schema.children = NULL;
    REFUSED("columns_bad_batch", "");
    b.array.children = NULL;
    REFUSED("columns_bad_batch", "");
    b.array.length = -1;
    REFUSED("columns_bad_batch", "");
    b.array.offset = -1;
    REFUSED("columns_bad_batch", "");
    b.array.offset = INT64_MAX; /* 3 rows behind it wrap */
    REFUSED("columns_bad_batch", "");
}

static void test_null_rows(void) {
    static const uint8_t not_all[] = {0x05};
    batch b;
    scored s;
    make_decimals(&b);
    b.own_buffers[0] = not_all;
    b.array.null_count = 1;
    REFUSED("columns_bad_batch", "");
    b.array.null_count = 1; /* of no row is said that it is the one */
    REFUSED("columns_bad_batch", "");
    b.array.null_count = -1;
    b.array.buffers = NULL;
    REFUSED("columns_bad_batch", "");
    b.own_buffers[0] = not_all;
    b.array.null_count = 0;
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_OK);
    release_scored(&s);
}

static void test_what_is_gone(void) {
    batch b;
    make_decimals(&b);
    b.columns[1].release = NULL; /* moved away */
    REFUSED("columns_released", "/flag");
    b.column_places[1] = NULL;
    REFUSED("columns_released", "/flag");
    b.fields[1].release = NULL; /* whose name is gone, too */
    REFUSED("columns_released", "/1");
    b.field_places[1] = NULL;
    REFUSED("columns_released", "/1");
}

static void test_formats(void) {
    static const char *const unread[] = {
        "tsu:",         "d:76,1,256", "d:4",    "d:x,2",  "d:,2",
        "d:0,0",        "d:39,2",     "d:4,",   "d:4,1,", "d:4,1,64",
        "d:4,1.0",      "d: 4,1",     "d:4,1x", "d:-4,1", "d:99999999999,1",
        "+s",           "+ud:0",      "+r",     "",       "\xFF\xFE",
        "d:4,1,128,128"};
    static const int64_t wide[8] = {0};
    batch b;
    size_t i;
    make_decimals(&b);
    for (i = 0; i < sizeof unread / sizeof *unread; ++i) {
        b.fields[0].format = unread[i];
        b.columns[0].n_buffers = 0; /* is asked for after the format */
        REFUSED("columns_bad_format", "/m.n");
    }
    b.fields[0].format = NULL;
    REFUSED("columns_bad_format", "/m.n");
    b.fields[0].format = "d:4,-1";
    REFUSED("columns_scale", "/m.n");
    b.fields[0].format = "d:4,2000";
    REFUSED("columns_scale", "/m.n");
    b.fields[0].format = "u";
    b.columns[0].n_buffers = 3;
    b.buffers[0][1] = wide;
    REFUSED("dossier_slot_type", "/m.n");
}

static void test_buffers(void) {
    batch b;
    scored s;
    make_decimals(&b);
    b.columns[2].n_buffers = 2; /* a text needs three */
    REFUSED("columns_bad_buffers", "/pick");
    b.columns[0].n_buffers = 1;
    REFUSED("columns_bad_buffers", "/m.n");
    b.columns[0].n_buffers = INT64_MIN;
    REFUSED("columns_bad_buffers", "/m.n");
    b.columns[0].buffers = NULL;
    REFUSED("columns_bad_buffers", "/m.n");
    b.buffers[0][1] = NULL;
    REFUSED("columns_null", "/m.n");
    b.columns[1].null_count = 1;
    REFUSED("columns_no_mask", "/flag");
    b.columns[1].null_count = -1; /* nobody counted, and there is no mask */
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_OK);
    release_scored(&s);
}

static void test_lengths(void) {
    static const int64_t wrong[] = {INT64_MIN, -1, 2};
    batch b;
    size_t i;
    make_decimals(&b);
    for (i = 0; i < 3; ++i) {
        b.columns[3].length = wrong[i];
        REFUSED("columns_bad_length", "/day");
    }
    b.columns[3].offset = -1;
    REFUSED("columns_bad_length", "/day");
    b.columns[3].offset = INT64_MIN;
    REFUSED("columns_bad_length", "/day");
    b.columns[3].offset = INT64_MAX - 2;
    REFUSED("columns_bad_length", "/day");
    b.columns[3].offset = INT64_MAX - 3; /* counted, but not in bytes */
    REFUSED("columns_bad_offset", "/day");
    b.array.offset = 1; /* rows 1 to 3, of which there is no 3 */
    b.columns[1].length = b.columns[2].length = b.columns[3].length = 4;
    REFUSED("columns_bad_length", "/m.n");
}

static void make_words(batch *b) {
    static const uint16_t indices[] = {1, 0, 1};
    static const int32_t word_offsets[] = {0, 2, 5};
    begin(b, 3);
    add_words(b, add(b, "pick", "S", NULL, indices, NULL), word_offsets,
              "noyes", 2);
}

#define REFUSED_WORDS(code)                                                    \
    (refused(&b, NULL, code, "/pick", __LINE__), make_words(&b))

static void test_dictionaries(void) {
    batch b;
    make_words(&b);
    b.columns[0].dictionary = NULL;
    REFUSED_WORDS("columns_dictionary");
    b.fields[0].dictionary = NULL;
    REFUSED_WORDS("columns_dictionary");
    b.words.release = NULL;
    REFUSED_WORDS("columns_dictionary");
    b.word_type.dictionary = &b.word_type;
    REFUSED_WORDS("columns_dictionary");
    b.word_type.format = "i";
    REFUSED_WORDS("columns_dictionary");
    b.word_type.format = "+s";
    REFUSED_WORDS("columns_bad_format");
    b.words.n_buffers = 2;
    REFUSED_WORDS("columns_bad_buffers");
    b.words.length = -1;
    REFUSED_WORDS("columns_bad_length");
    b.words.offset = -1;
    REFUSED_WORDS("columns_bad_length");
    b.words.offset = INT64_MAX - 1;
    REFUSED_WORDS("columns_bad_length");
    b.words.length = INT64_MAX;
    REFUSED_WORDS("columns_bad_offset");
    b.words.null_count = 1;
    REFUSED_WORDS("columns_no_mask");
}

/* Of a column that is to be ignored, no more than its name is looked at. */
static void test_ignored(void) {
    static const char *const formats[] = {"+s", "+us:0,1", "+r", "+l",
                                          "i",  "\xFF",    NULL};
    batch b;
    scored s;
    size_t i;
    bontot_options *options = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    begin(&b, 3);
    add(&b, "address", "+s", NULL, NULL, NULL);
    b.columns[0].length = INT64_MIN;
    b.columns[0].offset = -1;
    b.columns[0].n_buffers = 0;
    b.columns[0].buffers = NULL;
    b.columns[0].null_count = 7;
    refused(&b, options, "columns_no_fact", "/address", __LINE__);
    CHECK(bontot_options_ignore_column(options, "address", 7) == BONTOT_OK);
    for (i = 0; i < sizeof formats / sizeof *formats; ++i) {
        b.fields[0].format = formats[i];
        CHECK(run(&s, &b, options, NULL) == BONTOT_OK);
        release_scored(&s);
    }
    b.fields[0].dictionary = &b.word_type; /* released */
    CHECK(run(&s, &b, options, NULL) == BONTOT_OK);
    release_scored(&s);
    b.columns[0].release = NULL;
    CHECK(run(&s, &b, options, NULL) == BONTOT_OK);
    release_scored(&s);
    b.column_places[0] = NULL;
    CHECK(run(&s, &b, options, NULL) == BONTOT_OK);
    release_scored(&s);
    bontot_options_free(options);
}

/* Places are JSON Pointers, whatever stands in a name. */
static void test_names(void) {
    static const int64_t n[] = {5};
    batch b;
    begin(&b, 1);
    add(&b, "a/b~c", "l", NULL, n, NULL);
    refused(&b, NULL, "columns_no_fact", "/a~1b~0c", __LINE__);
    b.fields[0].name = "\xFF";
    refused(&b, NULL, "columns_no_fact", "/?", __LINE__);
    b.fields[0].name = NULL;
    refused(&b, NULL, "columns_no_fact", "/", __LINE__);
}

/* The sizes in metadata are believed only as far as they can be. */
static void test_metadata(void) {
    static const double n = 0.5;
    static const char negative_count[] = "\xFF\xFF\xFF\xFF";
    static const char negative_key[] = "\x01\0\0\0\xFF\xFF\xFF\xFF";
    static const char negative_value[] = "\x01\0\0\0\x01\0\0\0x\0\0\0\x80";
    static const char long_key[] = "\x01\0\0\0\xFF\xFF\xFF\x7F";
    static const char long_value[] = "\x02\0\0\0\x01\0\0\0x\x01\0\0\x02";
    static const char no_number[] =
        "\x01\0\0\0\x0F\0\0\0bontot.decimals\x02\0\0\0"
        "1x";
    static const char *const damaged[] = {negative_count, negative_key,
                                          negative_value, long_key, long_value};
    batch b;
    size_t i;
    begin(&b, 1);
    add(&b, "m.n", "g", NULL, &n, NULL);
    for (i = 0; i < sizeof damaged / sizeof *damaged; ++i) {
        b.fields[0].metadata = damaged[i];
        refused(&b, NULL, "columns_bad_metadata", "/m.n", __LINE__);
    }
    b.fields[0].metadata = no_number;
    refused(&b, NULL, "columns_no_decimals", "/m.n", __LINE__);
}

enum { many = 1201 };

/* A rubric of many facts, "f0" and so on, of which it reads one. */
static bontot_rubric *rubric_of_many(void) {
    static char text[many * 40 + 400];
    bontot_rubric *made = NULL;
    size_t used;
    int i;
    strcpy(text, "{\"format\": \"bontot-rubric/1\", \"id\": \"m\", "
                 "\"version\": \"1\", \"label\": {\"en\": \"M\"}, "
                 "\"facts\": [");
    used = strlen(text);
    for (i = 0; i < many; ++i)
        used += (size_t)sprintf(text + used,
                                "%s{\"id\": \"f%d\", \"type\": \"boolean\"}",
                                i == 0 ? "" : ",", i);
    strcpy(text + used,
           "], \"criteria\": [{\"id\": \"A\", \"max\": 1, "
           "\"indicators\": [{\"id\": \"A1\", \"max\": 1, \"score\": "
           "{\"condition\": \"f0\"}}]}], \"grades\": [{\"id\": \"a\"}]}");
    CHECK(bontot_rubric_load(&made, text, strlen(text), NULL, NULL) ==
          BONTOT_OK);
    return made;
}

/* Columns beyond the thousandth have names as well. */
static void test_many_columns(void) {
    static struct ArrowSchema fields[many];
    static struct ArrowArray columns[many];
    static struct ArrowSchema *field_places[many];
    static struct ArrowArray *column_places[many];
    static char names[many][8];
    bontot_rubric *own = rubric;
    batch b;
    size_t i;
    make_decimals(&b);
    for (i = 0; i < many; ++i) {
        sprintf(names[i], "f%d", (int)i);
        fields[i] = b.fields[1];
        fields[i].name = names[i];
        columns[i] = b.columns[1];
        field_places[i] = &fields[i];
        column_places[i] = &columns[i];
    }
    fields[many - 1].format = "tdD"; /* which is no boolean */
    b.schema.children = field_places;
    b.array.children = column_places;
    b.schema.n_children = b.array.n_children = many;
    rubric = rubric_of_many();
    refused(&b, NULL, "dossier_slot_type", "/f1200", __LINE__);
    bontot_rubric_free(rubric);
    rubric = own;
}

static bontot_status score(const bontot_options *options, bontot_error **error,
                           void *what) {
    scored s;
    bontot_status status = run(&s, what, options, error);
    if (status == BONTOT_OK)
        release_scored(&s);
    return status;
}

static void test_memory(void) {
    batch b;
    make_words(&b);
    run_out_everywhere(score, &b, BONTOT_OK, __LINE__);
    b.words.offset = -1;
    run_out_everywhere(score, &b, BONTOT_BAD_INPUT, __LINE__);
}

int main(void) {
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    test_null();
    test_batch_as_such();
    test_null_rows();
    test_what_is_gone();
    test_formats();
    test_buffers();
    test_lengths();
    test_dictionaries();
    test_ignored();
    test_names();
    test_metadata();
    test_many_columns();
    test_memory();
    bontot_rubric_free(rubric);
    return failures;
}
