/* SPDX-License-Identifier: BSL-1.0 */
/* The header as a C99 program sees it, and the library it is linked with. */
#include <bontot/bontot.h>

#include <stdio.h>
#include <string.h>

int main(void) {
    if (strcmp(bontot_version(), BONTOT_VERSION_STRING) != 0) {
        fprintf(stderr, "the header is %s, the library %s\n",
                BONTOT_VERSION_STRING, bontot_version());
        return 1;
    }
    return 0;
}
