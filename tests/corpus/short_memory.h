/* SPDX-License-Identifier: BSL-1.0 */
/* Memory of the host's that is out at the n-th call, and counts what is out. */
#ifndef BONTOT_TESTS_CORPUS_SHORT_MEMORY_H
#define BONTOT_TESTS_CORPUS_SHORT_MEMORY_H

#include <stddef.h>
#include <stdlib.h>

typedef struct short_memory {
    size_t calls;
    size_t fails_at;
    size_t bytes;
    int tries_again; /* the call that failed is made once more */
    size_t prepared; /* calls until the case has its rubric and reference */
} short_memory;

static void *take_memory(void *payload, size_t size, size_t alignment) {
    short_memory *const state = payload;
    void *place;
    (void)alignment; /* malloc's is enough for what the library asks for */
    if (state->calls++ == state->fails_at)
        return NULL;
    place = malloc(size == 0 ? 1 : size);
    if (place != NULL)
        state->bytes += size;
    return place;
}

static void give_memory(void *payload, void *place, size_t size,
                        size_t alignment) {
    short_memory *const state = payload;
    (void)alignment;
    state->bytes -= size;
    free(place);
}

/* Tells, once, whether the call that failed is to be made again. */
static int is_to_try_again(short_memory *state) {
    if (state == NULL || !state->tries_again || state->calls <= state->fails_at)
        return 0;
    state->tries_again = 0;
    return 1;
}

#endif
