/* SPDX-License-Identifier: BSL-1.0 */
/* What the C tests share: checks that are counted, files, and memory functions
   that count what is out and fail when they are told to. Included once by each
   test program; not every one uses all of it. */
#ifndef BONTOT_TESTS_CAPI_HOOKS_H
#define BONTOT_TESTS_CAPI_HOOKS_H

#include <bontot/bontot.h>

#if defined(__GNUC__)
#define BONTOT_MAYBE_UNUSED __attribute__((unused))
#else
#define BONTOT_MAYBE_UNUSED
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

BONTOT_MAYBE_UNUSED static void check(int holds, const char *what, int line) {
    if (holds)
        return;
    fprintf(stderr, "line %d: %s\n", line, what);
    if (failures < 100)
        ++failures;
}

#define CHECK(condition) check((condition) != 0, #condition, __LINE__)

/* What the hooks count; the n-th call from now fails, or none. */
typedef struct counts {
    size_t bytes;
    size_t blocks;
    size_t calls;
    size_t fails_at;
    int is_wrong;
} counts;

/* Stands before each block, so that giving back with another size is seen. */
typedef struct block {
    size_t size;
    size_t alignment;
} block;

enum { room_before = 64 };

BONTOT_MAYBE_UNUSED static void *allocate(void *payload, size_t size,
                                          size_t alignment) {
    counts *state = payload;
    block *place;
    if (state->calls++ == state->fails_at)
        return NULL;
    if (alignment == 0 || (alignment & (alignment - 1)) != 0 || alignment > 16)
        state->is_wrong = 1;
    place = malloc(room_before + size);
    if (place == NULL)
        return NULL;
    place->size = size;
    place->alignment = alignment;
    state->bytes += size;
    ++state->blocks;
    memset((char *)place + room_before, 0xA5, size);
    return (char *)place + room_before;
}

BONTOT_MAYBE_UNUSED static void release(void *payload, void *place, size_t size,
                                        size_t alignment) {
    counts *state = payload;
    block *start = (block *)(void *)((char *)place - room_before);
    if (start->size != size || start->alignment != alignment)
        state->is_wrong = 1;
    state->bytes -= size;
    --state->blocks;
    memset(start, 0x5A, room_before + size);
    free(start);
}

BONTOT_MAYBE_UNUSED static bontot_options *options_of(counts *state) {
    bontot_options *options = NULL;
    CHECK(bontot_options_new(&options) == BONTOT_OK);
    CHECK(bontot_options_set_memory(options, allocate, release, state) ==
          BONTOT_OK);
    return options;
}

BONTOT_MAYBE_UNUSED static void check_returned(const counts *state, int line) {
#ifndef BONTOT_VECTOR_LOSES_MEMORY
    check(state->bytes == 0, "every byte comes back", line);
    check(state->blocks == 0, "every block comes back", line);
#endif
    check(!state->is_wrong, "sizes and alignments are as they were asked for",
          line);
}

BONTOT_MAYBE_UNUSED static char *read_file(const char *folder, const char *name,
                                           size_t *length) {
    char path[1000];
    char *text;
    FILE *file;
    long size;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "%s can not be read\n", path);
        exit(100);
    }
    fseek(file, 0, SEEK_END);
    size = ftell(file);
    rewind(file);
    text = malloc((size_t)size);
    *length = fread(text, 1, (size_t)size, file);
    fclose(file);
    return text;
}

/* What a step of the tests does with memory that can run out. */
typedef bontot_status (*action)(const bontot_options *options,
                                bontot_error **error, void *what);

/* Runs a step with the n-th allocation failing, for every n until it succeeds.
 */
BONTOT_MAYBE_UNUSED static void
run_out_everywhere(action act, void *what, bontot_status expected, int line) {
    size_t n;
    for (n = 0; n < 100000; ++n) {
        counts state = {0, 0, 0, 0, 0};
        bontot_error *error = NULL;
        bontot_options *options;
        bontot_status status;
        state.fails_at = (size_t)-1;
        options = options_of(&state);
        state.fails_at = state.calls + n;
        status = act(options, &error, what);
        bontot_error_free(error);
        bontot_options_free(options);
        check_returned(&state, line);
        if (status != BONTOT_NO_MEMORY) {
            check(status == expected, "the status without a shortage", line);
            return;
        }
    }
    check(0, "it succeeds at last", line);
}

#endif
