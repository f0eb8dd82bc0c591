/* SPDX-License-Identifier: BSL-1.0 */
/* A byte behind which nothing can be read: who reads a text by a length that
   is wrong ends there at once. Wants _DEFAULT_SOURCE on POSIX. */
#ifndef BONTOT_TESTS_CAPI_PAGE_H
#define BONTOT_TESTS_CAPI_PAGE_H

#include <stddef.h>

#if defined(_WIN32)

#include <windows.h>

/* The last byte of a page before one that may not be read; NULL: none to be
   had. It is there until the program ends. */
static const char *last_byte_of_page(void) {
    DWORD before = 0;
    SYSTEM_INFO of;
    char *pages;
    GetSystemInfo(&of);
    pages = VirtualAlloc(NULL, 2 * (size_t)of.dwPageSize,
                         MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (pages == NULL || !VirtualProtect(pages + of.dwPageSize, of.dwPageSize,
                                         PAGE_NOACCESS, &before))
        return NULL;
    pages[of.dwPageSize - 1] = 'x';
    return pages + of.dwPageSize - 1;
}

#else

#include <sys/mman.h>
#include <unistd.h>

/* The last byte of a page before one that may not be read; NULL: none to be
   had. It is there until the program ends. */
static const char *last_byte_of_page(void) {
    const size_t size = (size_t)sysconf(_SC_PAGESIZE);
    char *pages = mmap(NULL, 2 * size, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED || mprotect(pages + size, size, PROT_NONE) != 0)
        return NULL;
    pages[size - 1] = 'x';
    return pages + size - 1;
}

#endif

#endif
