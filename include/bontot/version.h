/* SPDX-License-Identifier: BSL-1.0 */
#ifndef BONTOT_VERSION_H
#define BONTOT_VERSION_H

/* The version of these headers: written here alone. The build, bontot_version()
   and the bindings read it. */
#define BONTOT_VERSION_MAJOR 0
#define BONTOT_VERSION_MINOR 2
#define BONTOT_VERSION_PATCH 0

#define BONTOT_VERSION_QUOTE_(x) #x
#define BONTOT_VERSION_QUOTE(x) BONTOT_VERSION_QUOTE_(x)

/* "major.minor.patch" */
#define BONTOT_VERSION_STRING                                                  \
    BONTOT_VERSION_QUOTE(BONTOT_VERSION_MAJOR)                                 \
    "." BONTOT_VERSION_QUOTE(BONTOT_VERSION_MINOR) "." BONTOT_VERSION_QUOTE(   \
        BONTOT_VERSION_PATCH)

#endif
