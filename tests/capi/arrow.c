/* SPDX-License-Identifier: BSL-1.0 */
/* Batches of the Arrow C data interface, in and out: every type that is read,
   offsets and masks, names, who releases what, memory that runs out. Every
   figure is worked out by hand. Prints what is wrong, and nothing else; returns
   the number of failures. */
#include "batches.h"

/* ---- Reading results ------------------------------------------------------
 */

static struct ArrowArray *child(const scored *s, const char *name,
                                const char *format) {
    int64_t i;
    for (i = 0; i < s->schema.n_children; ++i) {
        if (strcmp(s->schema.children[i]->name, name) == 0) {
            CHECK(strcmp(s->schema.children[i]->format, format) == 0);
            return s->array.children[i];
        }
    }
    check(0, name, __LINE__);
    exit(100);
}

static int is_null(const struct ArrowArray *array, size_t row) {
    const uint8_t *bits = array->buffers[0];
    return bits != NULL && (bits[row / 8] >> (row % 8) & 1) == 0;
}

/* Expects points in millionths of a millionth; -1: nothing. */
static void expect_points(const scored *s, const char *name, size_t row,
                          double points, int line) {
    const struct ArrowArray *array = child(s, name, "d:38,12");
    const int64_t *halves = array->buffers[1];
    check(is_null(array, row) == (points < 0), "whether there are points",
          line);
    check(points < 0 || halves[2 * row] == (int64_t)(points * 1e12), name,
          line);
    check(halves[2 * row + 1] == 0, "the high half", line);
}

/* Expects a text; NULL: nothing. */
static void expect_text(const scored *s, const char *name, size_t row,
                        const char *wanted, int line) {
    const struct ArrowArray *array = child(s, name, "u");
    const int32_t *offsets = array->buffers[1];
    const char *text = array->buffers[2];
    const size_t size = (size_t)(offsets[row + 1] - offsets[row]);
    check(is_null(array, row) == (wanted == NULL), "whether there is a text",
          line);
    if (wanted == NULL)
        return;
    check(size == strlen(wanted) &&
              memcmp(text + offsets[row], wanted, size) == 0,
          wanted, line);
}

/* ---- Tests ----------------------------------------------------------------
 */

static void test_rows(void) {
    batch b;
    scored s;
    bontot_options *options = NULL;
    make_decimals(&b);
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_language(options, BONTOT_EN) == BONTOT_OK);
    CHECK(run(&s, &b, options, NULL) == BONTOT_OK);
    CHECK(s.array.length == 3 && s.array.n_children == 12);
    CHECK(strcmp(s.schema.format, "+s") == 0 && s.schema.n_children == 12);
    expect_points(&s, "points", 0, 37.5, __LINE__);
    expect_points(&s, "possible", 0, 37.5, __LINE__);
    expect_points(&s, "A.points", 0, 7.5, __LINE__);
    expect_points(&s, "C.possible", 0, 20, __LINE__);
    expect_points(&s, "points", 1, -1, __LINE__);
    expect_points(&s, "completeness", 1, -1, __LINE__);
    expect_points(&s, "points", 2, 0, __LINE__);
    expect_points(&s, "A.possible", 2, 10, __LINE__);
    expect_points(&s, "completeness", 2, 0.75, __LINE__);
    expect_text(&s, "grade", 0, "top", __LINE__);
    expect_text(&s, "grade", 1, NULL, __LINE__);
    expect_text(&s, "grade_possible", 2, "rest", __LINE__);
    expect_text(&s, "error", 0, NULL, __LINE__);
    expect_text(&s, "error", 1, "The fact m.n is 11, but must be from 0 to 10.",
                __LINE__);
    CHECK(child(&s, "error", "u")->null_count == 2);
    CHECK(child(&s, "points", "d:38,12")->null_count == 1);
    release_scored(&s);
    CHECK(b.released == 0); /* the batch stays the caller's */
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_OK);
    expect_text(&s, "error", 1,
                "S\xE1\xBB\x91 li\xE1\xBB\x87u m.n l\xC3\xA0 11, nh\xC6\xB0ng "
                "ph\xE1\xBA\xA3i t\xE1\xBB\xAB 0 \xC4\x91\xE1\xBA\xBFn 10.",
                __LINE__);
    release_scored(&s);
    bontot_options_free(options);
    b.schema.release(&b.schema);
    b.array.release(&b.array);
    CHECK(b.released == 10);
}

/* Both the batch and its columns may begin anywhere. */
static void test_offsets(void) {
    static const int64_t n[] = {1, 2, 3, 4, 5, 6};
    static const uint8_t valid[] = {0x2B}; /* not 3 and not 5 */
    static const uint8_t flag_bits[] = {0x34};
    batch b;
    scored s;
    size_t at;
    begin(&b, 2);
    at = add(&b, "m.n", "l", valid, n, NULL);
    b.columns[at].offset = 2;
    b.columns[at].length = 4;
    at = add(&b, "flag", "b", NULL, flag_bits, NULL);
    b.columns[at].offset = 3;
    b.columns[at].length = 3;
    b.array.offset = 1;
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_OK);
    expect_points(&s, "A.points", 0, 4, __LINE__);
    expect_points(&s, "A.points", 1, 0, __LINE__);
    expect_points(&s, "A.possible", 1, 10, __LINE__);
    expect_points(&s, "B.points", 0, 10, __LINE__); /* bits 4 and 5 */
    expect_points(&s, "B.points", 1, 10, __LINE__);
    release_scored(&s);
    b.columns[0].length = 2; /* too short for row 1 of a batch from 1 on */
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_BAD_INPUT);
}

static void expect_number(const char *format, const void *values, double wanted,
                          int line) {
    batch b;
    scored s;
    begin(&b, 1);
    add(&b, "m.n", format, NULL, values, NULL);
    check(run(&s, &b, NULL, NULL) == BONTOT_OK, format, line);
    expect_points(&s, "A.points", 0, wanted, line);
    release_scored(&s);
}

static void test_types(void) {
    static const int8_t i8 = 7;
    static const uint8_t u8 = 200;
    static const int16_t i16 = 9;
    static const uint16_t u16 = 10;
    static const int32_t i32 = 3;
    static const uint32_t u32 = 4;
    static const int64_t i64 = -1;
    static const uint64_t u64 = 6;
    static const int64_t wide[] = {25, 0};
    expect_number("c", &i8, 7, __LINE__);
    expect_number("C", &u8, -1, __LINE__);
    expect_number("s", &i16, 9, __LINE__);
    expect_number("S", &u16, 10, __LINE__);
    expect_number("i", &i32, 3, __LINE__);
    expect_number("I", &u32, 4, __LINE__);
    expect_number("l", &i64, -1, __LINE__);
    expect_number("L", &u64, 6, __LINE__);
    expect_number("n", NULL, 0, __LINE__);
    expect_number("d:9,2", wide, 0.25, __LINE__);
    expect_number("d:9,1,128", wide, 2.5, __LINE__);
}

static void test_floats(void) {
    static const double eighth = 0.125;
    static const float quarter = 0.25F;
    static const char metadata[] =
        "\x02\0\0\0\x01\0\0\0x\0\0\0\0\x0F\0\0\0bontot.decimals\x01\0\0\0"
        "2";
    batch b;
    scored s;
    bontot_error *error = NULL;
    bontot_options *options = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    begin(&b, 1);
    add(&b, "m.n", "g", NULL, &eighth, NULL);
    CHECK(run(&s, &b, NULL, &error) == BONTOT_BAD_INPUT);
    CHECK(strcmp(bontot_error_code(error, 0), "columns_no_decimals") == 0);
    CHECK(strcmp(bontot_error_pointer(error, 0), "/m.n") == 0);
    bontot_error_free(error);
    CHECK(bontot_options_set_decimals(options, "m.n", 3, 3) == BONTOT_OK);
    CHECK(run(&s, &b, options, NULL) == BONTOT_OK);
    expect_points(&s, "A.points", 0, 0.125, __LINE__);
    release_scored(&s);
    b.fields[0].metadata = metadata;
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_OK); /* 0.12 is not 0.125 */
    expect_points(&s, "A.points", 0, -1, __LINE__);
    release_scored(&s);
    b.fields[0].format = "f";
    b.buffers[0][1] = &quarter;
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_OK);
    expect_points(&s, "A.points", 0, 0.25, __LINE__);
    release_scored(&s);
    bontot_options_free(options);
    options = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_decimals(options, "m.n", 3, 16) == BONTOT_OK);
    CHECK(run(&s, &b, options, &error) == BONTOT_BAD_INPUT);
    CHECK(strcmp(bontot_error_code(error, 0), "columns_scale") == 0);
    CHECK(strcmp(bontot_error_pointer(error, 0), "/m.n") == 0);
    bontot_error_free(error);
    bontot_options_free(options);
    CHECK(bontot_options_set_decimals(NULL, "m.n", 3, 1) == BONTOT_MISUSE);
    CHECK(bontot_options_ignore_column(NULL, "x", 1) == BONTOT_MISUSE);
}

static void test_dictionary(void) {
    static const uint16_t indices[] = {1, 0, 2};
    static const int32_t word_offsets[] = {0, 2, 5};
    batch b;
    scored s;
    size_t at;
    begin(&b, 3);
    at = add(&b, "pick", "S", NULL, indices, NULL);
    add_words(&b, at, word_offsets, "noyes", 2);
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_OK);
    expect_points(&s, "C.points", 0, 10, __LINE__);
    expect_points(&s, "C.points", 1, 0, __LINE__);
    expect_points(&s, "C.points", 2, -1, __LINE__); /* there is no third */
    release_scored(&s);
    b.word_type.format = "i";
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_BAD_INPUT);
    b.columns[at].dictionary = NULL;
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_BAD_INPUT);
}

static void test_names(void) {
    static const int64_t n[] = {5};
    batch b;
    scored s;
    bontot_error *error = NULL;
    bontot_options *options = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    begin(&b, 1);
    add(&b, "unit", "l", NULL, n, NULL);
    add(&b, "m.m", "l", NULL, n, NULL);
    add(&b, "m.n", "l", NULL, n, NULL);
    CHECK(run(&s, &b, NULL, &error) == BONTOT_BAD_INPUT);
    CHECK(bontot_error_count(error) == 2);
    CHECK(strcmp(bontot_error_code(error, 0), "columns_no_fact") == 0);
    CHECK(strcmp(bontot_error_pointer(error, 0), "/unit") == 0);
    CHECK(strstr(bontot_error_message(error, 0, BONTOT_EN), "nearest") == NULL);
    CHECK(strstr(bontot_error_message(error, 1, BONTOT_EN),
                 "(nearest: \"m.n\")") != NULL);
    bontot_error_free(error);
    CHECK(bontot_options_ignore_column(options, "unit", 4) == BONTOT_OK);
    CHECK(run(&s, &b, options, NULL) == BONTOT_BAD_INPUT);
    CHECK(bontot_options_ignore_column(options, "m.m", 3) == BONTOT_OK);
    CHECK(run(&s, &b, options, NULL) == BONTOT_OK);
    expect_points(&s, "A.points", 0, 5, __LINE__);
    release_scored(&s);
    b.fields[1].name = "m.n"; /* twice */
    CHECK(run(&s, &b, options, &error) == BONTOT_BAD_INPUT);
    CHECK(strcmp(bontot_error_code(error, 0), "columns_repeated") == 0);
    CHECK(strcmp(bontot_error_pointer(error, 0), "/m.n") == 0);
    bontot_error_free(error);
    bontot_options_free(options);
}

static void test_no_rows(void) {
    batch b;
    scored s;
    size_t i;
    make_decimals(&b);
    b.array.length = 0;
    for (i = 0; i < 4; ++i) {
        b.columns[i].length = 0;
        b.buffers[i][0] = b.buffers[i][1] = b.buffers[i][2] = NULL;
    }
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_OK);
    CHECK(s.array.length == 0 && s.array.n_children == 12);
    CHECK(child(&s, "grade", "u")->length == 0);
    release_scored(&s);
    begin(&b, 2); /* no columns: nothing is known */
    CHECK(run(&s, &b, NULL, NULL) == BONTOT_OK);
    expect_points(&s, "possible", 1, 40, __LINE__);
    release_scored(&s);
}

/* A column that is moved away lives on when the rest is released, and all
   memory comes back. */
static void test_moved_children(void) {
    counts state = {0, 0, 0, (size_t)-1, 0};
    batch b;
    scored s;
    struct ArrowArray points;
    struct ArrowSchema type;
    bontot_options *options = options_of(&state);
    make_decimals(&b);
    CHECK(run(&s, &b, options, NULL) == BONTOT_OK);
    bontot_options_free(options);
    points = *s.array.children[0];
    s.array.children[0]->release = NULL;
    type = *s.schema.children[0];
    s.schema.children[0]->release = NULL;
    release_scored(&s);
    CHECK(strcmp(type.name, "points") == 0);
    CHECK(((const int64_t *)points.buffers[1])[0] == 37500000000000);
    CHECK(state.bytes > 0);
    points.release(&points);
    type.release(&type);
    CHECK(points.release == NULL && type.release == NULL);
    check_returned(&state, __LINE__);
}

static bontot_status score(const bontot_options *options, bontot_error **error,
                           void *what) {
    scored s;
    bontot_status status;
    memset(&s, 0, sizeof s);
    status = run(&s, what, options, error);
    CHECK((status == BONTOT_OK) == (s.array.release != NULL));
    CHECK((status == BONTOT_OK) == (s.schema.release != NULL));
    if (status == BONTOT_OK)
        release_scored(&s);
    return status;
}

static void test_memory(void) {
    batch b;
    make_decimals(&b);
    run_out_everywhere(score, &b, BONTOT_OK, __LINE__);
    b.fields[1].name = "flags";
    run_out_everywhere(score, &b, BONTOT_BAD_INPUT, __LINE__);
    CHECK(b.released == 0);
}

/* More rows than are worked on at once, every other one wrong. */
static void test_many_rows(void) {
    enum { rows = 200001 };
    int64_t *n = malloc(rows * sizeof *n);
    batch b;
    scored s;
    size_t i;
    bontot_options *options = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_language(options, BONTOT_EN) == BONTOT_OK);
    for (i = 0; i < rows; ++i)
        n[i] = i % 2 == 0 ? 5 : 11;
    begin(&b, rows);
    add(&b, "m.n", "l", NULL, n, NULL);
    CHECK(run(&s, &b, options, NULL) == BONTOT_OK);
    CHECK(child(&s, "error", "u")->null_count == 100001);
    CHECK(child(&s, "grade", "u")->null_count == 100000);
    expect_points(&s, "points", 200000, 5, __LINE__);
    expect_text(&s, "error", 199999,
                "The fact m.n is 11, but must be from 0 to 10.", __LINE__);
    release_scored(&s);
    bontot_options_free(options);
    free(n);
}

int main(void) {
    CHECK(bontot_rubric_load(&rubric, sheet, sizeof sheet - 1, NULL, NULL) ==
          BONTOT_OK);
    test_rows();
    test_offsets();
    test_types();
    test_floats();
    test_dictionary();
    test_names();
    test_no_rows();
    test_moved_children();
    test_memory();
    test_many_rows();
    bontot_rubric_free(rubric);
    return failures;
}
