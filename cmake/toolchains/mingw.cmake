# SPDX-License-Identifier: BSL-1.0
# Windows on x86-64 by mingw-w64, with Debian's g++-mingw-w64-x86-64-posix and libz-mingw-w64-dev;
# programs run under Wine.

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(target x86_64-w64-mingw32)
# "posix" is the one with std::thread and std::mutex.
set(CMAKE_C_COMPILER ${target}-gcc-posix)
set(CMAKE_CXX_COMPILER ${target}-g++-posix)
set(CMAKE_RC_COMPILER ${target}-windres)
set(CMAKE_FIND_ROOT_PATH /usr/${target})
include(${CMAKE_CURRENT_LIST_DIR}/host_headers.cmake)

# Each instance of a template has a section, of which the usual format has only 32,767.
set(CMAKE_CXX_FLAGS_INIT -Wa,-mbig-obj)

# The runtimes of C++ and of threads go into each file: Windows has none of them.
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)
set(CMAKE_SHARED_LINKER_FLAGS_INIT -static)

find_program(BONTOT_WINE NAMES wine64 wine PATHS /usr/lib/wine)
if(BONTOT_WINE)
    # Wine takes the encoding of file names from the locale.
    set(CMAKE_CROSSCOMPILING_EMULATOR /usr/bin/env
        WINEPREFIX=${CMAKE_BINARY_DIR}/wine WINEDEBUG=-all LC_ALL=C.UTF-8 ${BONTOT_WINE}
    )
endif()
